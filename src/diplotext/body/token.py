"""Tokens: one tokenisation of a paragraph, shared by all stages that read its words.

A paragraph becomes one ``TokenTable``: parallel lists, one entry a token, no object per token.
Clitics (``n't``, ``'s``) are split; initialisms (``U.S.``), titles (``Mr.``), hyphenated words,
tickers (``KRON.O``) and names of sites (``Skagenpost.com``) stay whole; quotation marks written as
two characters are one token.

Not handled: words broken over a line end, scripts written without spaces.
"""

from __future__ import annotations

import functools
import re
from array import array
from collections.abc import Callable, Iterable, MutableSequence, Sequence
from operator import add

from attrs import define, field, frozen

from diplotext.body.quote_state import SINGLE_MARKS, read_quote_states
from diplotext.body.sentence import find_sentence_starts
from diplotext.body.subhead import part_subheads
from diplotext.lexicon.capitals import SHARE_CODE
from diplotext.lexicon.person_name import ABBREVIATED_TITLES

__all__ = [
    "CLOSE",
    "INSIDE",
    "OPEN",
    "OUTSIDE",
    "TOKEN_RE",
    "TokenTable",
    "TokenType",
    "tokenize",
    "type_table",
]

# Quote states of a token.
OUTSIDE, INSIDE, OPEN, CLOSE = 0, 1, 2, 3

# What a token can do to the state of its paragraph (TokenType.role).
NOTHING, OPENS, CLOSES, TOGGLES, STOPS = 0, 1, 2, 3, 4

# A company's ticker and the exchange behind its stop, as Reuters prints them in the copy.
_EXCHANGE = (
    r"(?:OQ?|N|PK?|OB|L|T|PA|DE|F|HK|S[EINSZ]|K[AQLSZ]|TWO?|BO|NS|A[TX]|NZ|TO|V|MX|SA|M[CIM]|AS|BR|LS"
    r"|VX|S|VI|ST|HE|C[AOY]|OL|I[CRS]|WA|TA|J[KO]?|SR|KW|QA|DU|AD|BK|PS|VN|UL|LG|RTS|OM|DI)"
)
# How a site's address ends: what is general, and countries whose code is no word of English or of
# a name ("he left.It", "St.Jo").
_DOMAIN = (
    r"(?:com|org|net|gov|edu|mil|int|info|biz|tv|eu|uk|au|ca|cn|de|fr|ru|jp|nz|za|ie|kr|ua|pl|ch)"
)
TOKEN_RE = re.compile(
    rf"""
    (?!\s)(?:                            # at a blank none of them is tried
    [A-Za-z]++(?=[ ,\n])                  # the commonest cases first: a plain word,
  | [(\[]\s?(?:[A-Z][A-Z\d]{{0,7}}(?:_?[a-z]{{1,3}})?|\d{{4,6}})\.[A-Z]{{1,3}}\s?[)\]]  # ( F.N )
  | [,"“”;:()?!]                          # a mark that is a token wherever it stands
  | (?:[A-Za-z]\.){{2,}}                  # U.S.  a.m.
  | (?:Ph|Ed|Psy)\.D\.
  | (?:{ABBREVIATED_TITLES}|Jr|Sr|vs|Inc|Corp|Co|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Ltd
      |Tech(?=\.\sSgt))\.(?!\w)
  | https?://\S+
  | [@\#]\w+
  | \w+?(?=n[’']t\b)                      # do|n't
  | n[’']t\b
  | [’'](?:s|re|ve|ll|d|m|S)\b            # clitics
  | (?:[A-Z][A-Z\d]{{1,5}}[a-z]?|\d{{4,6}})\.{_EXCHANGE}\b(?!\.?\w)  # KRON.O
  | [A-Z][A-Za-z]{{0,3}}\d+(?:[.,]\d+)+(?:\w+)?  # RM50,000  NOK83.50  Rs1.2bn
  | \d+(?:[.,:]\d+)*(?:\w+)?              # 1,000  3.5  10:30  19th
  | [A-Z](?:/[A-Z]){{1,5}}\b               # I/B/E/S
  | [A-Za-z]+-(?:[A-Z]\.){{2,}}             # Norland-U.S.
  | \w++(?:[.-]\w++){{0,3}}?\.{_DOMAIN}(?:\.[a-z]{{2}})?\b(?!\.?\w)(?:-\w+)*  # Skagenpost.com
  | \w+(?:-\w+)*
  | '' | `` | \.\.\.+ | --+
  | (?<=[\s(<])\.[A-Z][A-Z0-9]{{2,7}}\b    # an index: .FTSE
  | {SHARE_CODE}
  | \S)
    """,
    re.VERBOSE,
)

_OPENING = frozenset(("“", "«", "„", "``"))
_CLOSING = frozenset(("”", "»"))
_STRAIGHT = frozenset(('"', "''"))
# Without any of these a paragraph is outside quotation marks.
_QUOTE_MARKS = SINGLE_MARKS | _OPENING | _CLOSING | _STRAIGHT
# Titles keep the sentence going: "Sen. Ruth Okafor". The other abbreviations can end one.
# But for "St.", which is a street's as well: "on Lund St. The mayor".
_TITLES = frozenset((*ABBREVIATED_TITLES.lower().split("|"), "tech")) - {"st"}
_ENDLESS = 30_000  # characters or tokens: few stories have so many
_MEMO_LIMIT = 400_000


@frozen
class TokenType:
    """What holds for a token string wherever it stands.

    ``lower`` is its lower-case form with straight apostrophes; ``role`` says whether it opens,
    closes or toggles a quotation or can end a sentence; ``is_capital``: its first letter is a
    capital; ``is_upper``: more than one letter, all capitals.
    """

    lower: str
    role: int
    is_capital: bool
    is_upper: bool


def _classify(word: str) -> TokenType:
    lower = word.lower().replace("’", "'")
    role = NOTHING
    if word in _OPENING:
        role = OPENS
    elif word in _CLOSING:
        role = CLOSES
    elif word in _STRAIGHT:
        role = TOGGLES
    elif (
        word in {".", "!", "?", "…"}
        or word.startswith("...")
        or (word[-1] == "." and len(word) > 2 and lower[:-1] not in _TITLES)
    ):
        role = STOPS
    return TokenType(lower, role, word[0].isupper(), len(word) > 1 and word.isupper())


class _TypeTable(dict[str, TokenType]):
    """Token string to type; each new string is classified once, the table's size is bounded."""

    def __missing__(self, word: str) -> TokenType:
        token_type = _classify(word)
        if len(self) < _MEMO_LIMIT:
            self[word] = token_type
        return token_type


@functools.cache
def type_table() -> dict[str, TokenType]:
    """The memo of token types: look a token string up, never miss.

    >>> type_table()["Don’t"].lower
    "don't"
    """
    return _TypeTable()


@define(eq=False)
class TokenTable:
    """The tokens of one range of the text.

    ``words`` are the token strings; ``types`` their types; ``quotes`` their quote states
    (``OUTSIDE``, ``INSIDE``, ``OPEN``, ``CLOSE``); ``sentence_starts`` the indexes of the first
    tokens of sentences, beginning with 0 (empty where there is no token); ``initials`` the
    indexes of full stops after a single initial ("James B. Cunningham"); ``left_open`` says that
    the last quotation is not closed. ``starts`` and ``ends``, offsets in code points into the
    whole text, are computed on first use.
    """

    document: str = field(repr=False)
    start: int
    end: int
    words: list[str]
    types: list[TokenType]
    quotes: list[int]
    left_open: bool = False
    sentence_starts: list[int] = field(factory=list)
    initials: list[int] = field(factory=list)
    _spans: tuple[Sequence[int], Sequence[int]] | None = field(default=None, repr=False)
    _vocabulary: frozenset[str] | None = field(default=None, repr=False)

    def __len__(self) -> int:
        return len(self.words)

    def close_of(self, opened: int) -> int:
        """The token that closes the quotation which one opens, -1 if none does."""
        quotes = self.quotes
        at = next((at for at in range(opened + 1, len(self)) if quotes[at] != INSIDE), -1)
        return at if at >= 0 and quotes[at] == CLOSE else -1

    @property
    def vocabulary(self) -> frozenset[str]:
        """The token strings, each once: to ask whether one of some words is there at all."""
        if self._vocabulary is None:
            self._vocabulary = frozenset(self.words)
        return self._vocabulary

    @property
    def starts(self) -> Sequence[int]:
        """The offset of each token's first character."""
        return self._offsets()[0]

    @property
    def ends(self) -> Sequence[int]:
        """The offset behind each token's last character."""
        return self._offsets()[1]

    def _offsets(self) -> tuple[Sequence[int], Sequence[int]]:
        if self._spans is None:
            # Word by word, with blanks between: faster than the pattern, whose words they are.
            text, at = self.document, self.start
            # Of an endless paragraph in an array, at a fifth of the memory.
            kind: Callable[[Iterable[int]], MutableSequence[int]] = (
                list if len(self.words) < _ENDLESS else functools.partial(array, "q")
            )
            starts = kind(())
            for word in self.words:
                while text[at].isspace():
                    at += 1
                starts.append(at)
                at += len(word)
            self._spans = starts, kind(map(add, starts, map(len, self.words)))
        return self._spans


def _quote_states(types: list[TokenType]) -> tuple[list[int], bool]:
    """The quote state of each token, and whether a quotation is left open."""
    states = [OUTSIDE] * len(types)
    opened = -1
    for index, token_type in enumerate(types):
        role = token_type.role
        if role in (NOTHING, STOPS):
            continue
        if opened >= 0:
            states[opened + 1 : index] = [INSIDE] * (index - opened - 1)
        if role == OPENS or (role == TOGGLES and opened < 0):
            states[index] = OPEN
            opened = index
        else:
            states[index] = CLOSE
            opened = -1
    if opened >= 0:
        states[opened + 1 :] = [INSIDE] * (len(types) - opened - 1)
    return states, opened >= 0


def _read_quotes(table: TokenTable) -> None:
    """Fill in the quote states of a paragraph that has marks."""
    quotes, table.left_open = _quote_states(table.types)
    pairs = quotes.count(OPEN)
    if (
        pairs != quotes.count(CLOSE)
        or not SINGLE_MARKS.isdisjoint(table.words)
        or (pairs and quotes.index(CLOSE) < quotes.index(OPEN))
    ):
        # More than double marks in pairs, or »so«: each mark is judged by its neighbours.
        quotes, table.left_open = read_quote_states(
            table.document, table.start, table.end, table.starts
        )
    table.quotes = quotes


def tokenize(text: str, ranges: Iterable[tuple[int, int]]) -> list[TokenTable]:
    """One table for each range (a paragraph, a headline), in the order given.

    >>> table = tokenize('He said: "It isn’t so."', [(0, 23)])[0]
    >>> table.words
    ['He', 'said', ':', '"', 'It', 'is', 'n’t', 'so', '.', '"']
    >>> table.quotes
    [0, 0, 0, 2, 1, 1, 1, 1, 1, 3]

    An apostrophe opens nothing:

    >>> tokenize("the officials' claim", [(0, 20)])[0].quotes
    [0, 0, 0, 0]
    """
    types_of = type_table().__getitem__
    find_words = TOKEN_RE.findall
    # In an endless text the same words are the same strings.
    shared: dict[str, str] | None = {} if len(text) > _ENDLESS else None
    tables = []
    for start, end in ranges:
        words = find_words(text, start, end)
        if shared is not None:
            words = list(map(shared.setdefault, words, words))
        types = list(map(types_of, words))
        table = TokenTable(text, start, end, words, types, [OUTSIDE] * len(words))
        if not _QUOTE_MARKS.isdisjoint(words):
            _read_quotes(table)
        quotes = table.quotes
        starts, table.initials, capitals = find_sentence_starts(words, types, quotes)
        table.sentence_starts = part_subheads(table, starts, capitals) if capitals else starts
        tables.append(table)
    return tables
