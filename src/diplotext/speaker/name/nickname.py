"""Nicknames between a person's names, which nobody says: `Robert "Bob" Gull`, `J. (Shorty) Roe`.

A given name or an initial stands before one, another name behind it. To the stages that find who
said what its marks are blanks, so that the name is a name; the quotation itself stays, as a scare
quote.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from diplotext.lexicon.person_name import PARTICLES
from diplotext.model import Quotation
from diplotext.speaker.name.lead import FIRM_ENDS, is_title
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.table import ORG_WORDS, STOPS
from diplotext.speaker.name.vocabulary import vocabulary

__all__ = ["MARKS", "find_nickname", "nickname_in", "without_nicknames", "without_their_marks"]

# What can open a nickname: a cheap look.
MARKS = frozenset("“\"‘'(")
LONGEST = 30
# "Harbour Asia (Singapore) Ltd", "Shilpa (Industrial) Bank".
BODY_WORDS = ORG_WORDS | FIRM_ENDS
NICKNAME_RE = re.compile(
    r"\s(?:[“\"‘'](?:[Tt]he\s)?[^\W\d_a-z][\w.-]{0,20}(?:\s[^\W\d_a-z]\w{0,20})?[”\"’']"
    r"|\((?:[A-Z][a-z]{1,20}|retd|rtd|ret|retired)\.?\))"
    rf"\s(?=(?:(?:{PARTICLES})\s){{0,2}}(?P<next>[^\W\d_a-z][\w’'-]{{1,20}}))"
)
NAME_BEFORE_RE = re.compile(r"(?<![\w.])(?:(?:[A-Z]\.){1,3}|[^\W\d_a-z][\w’'-]*)\Z")
RANK_BEFORE_RE = re.compile(r"\b[A-Z][a-z]{2,5}\.\Z")  # "Col. (ret.) Gull"


def find_nickname(text: str, at: int, end: int) -> int:
    """Where the name goes on that ends at ``at``, behind a nickname; -1 where none stands there.

    >>> find_nickname('Robert "Bob" Gull left.', 6, 23)
    13
    >>> find_nickname('Robert "Bob" van Gull left.', 6, 27)
    13
    >>> find_nickname('Boats "Bob" Gull left.', 5, 22), find_nickname('Robert "Bob" left.', 6, 18)
    (-1, -1)
    >>> find_nickname("Harbour Asia (Singapore) Ltd", 12, 28)
    -1
    >>> find_nickname("Chief (Mrs) Ngozi Gull", 5, 22), find_nickname("Boats (Mrs) Gull", 5, 16)
    (12, -1)
    """
    match = NICKNAME_RE.match(text, at, end) if at > 0 else None
    if match is None:
        return -1
    following = match["next"].lower()
    if following in STOPS or (text[at + 1] == "(" and following in BODY_WORDS):
        return -1
    before = NAME_BEFORE_RE.search(text, max(0, at - LONGEST), at)
    if before is None and text[at + 1] == "(":
        before = RANK_BEFORE_RE.search(text, max(0, at - LONGEST), at)
    if before is None:
        return -1
    known = vocabulary()
    is_initial = before.group()[-1] == "." and before.group()[1] == "."
    is_name = is_initial or key_of(before.group()) in known.given
    if not is_name and text[at + 1] == "(":
        # "Chief (Mrs) Ngozi Gull", "Colonel (retd) Ngozi Gull"
        address = key_of(text[at + 2 : text.index(")", at)])
        is_name = (address in known.honorifics or address.startswith("r")) and is_title(
            key_of(before.group())
        )
    return match.end() if is_name else -1


def nickname_in(run: str) -> str:
    """The keys of the nickname in a run of names; "" if there is none.

    >>> nickname_in('Robert "Bob" Gull'), nickname_in("Chief (Mrs) Ngozi Gull")
    ('bob', 'mrs')
    >>> nickname_in("Ramiro “El Lobo” Roe"), nickname_in("Ed “The Hammer” Roe")
    ('el lobo', 'hammer')
    """
    found = NICKNAME_RE.search(run)
    words = () if found is None else found.group().strip(" “”\"‘’'()").split()
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    return " ".join(map(key_of, words))


def without_nicknames(run: str) -> str:
    """A run of names without nicknames.

    >>> without_nicknames('Robert "Bob" Gull')
    'Robert Gull'
    """
    return NICKNAME_RE.sub(" ", run)


def without_their_marks(text: str, quotations: Sequence[Quotation]) -> str:
    """The text with blanks for the marks of nicknames, as long as before.

    >>> from diplotext.model import Passage
    >>> text = 'Robert "Bob" Gull left "in haste".'
    >>> nickname = Quotation(text, 7, 12, content=Passage(text, 8, 11))
    >>> haste = Quotation(text, 23, 33, content=Passage(text, 24, 32))
    >>> without_their_marks(text, [nickname, haste])
    'Robert  Bob  Gull left "in haste".'
    """
    pieces: list[str] = []
    at = 0
    for quotation in quotations:
        start, end = quotation.span
        if end - start > LONGEST or find_nickname(text, start - 1, len(text)) != end + 1:
            continue
        inner = quotation.content
        blanks = " " * (inner.start - start), inner.text, " " * (end - inner.end)
        pieces += text[at:start], *blanks
        at = end
    return "".join([*pieces, text[at:]]) if pieces else text
