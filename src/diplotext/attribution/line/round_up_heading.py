"""The names in capitals over comments in a round-up: who speaks, and how sure that is.

    EVA LUND, ECONOMIST, HOLM BANK, OSLO:          COMMENTS KARL ROE, ANALYST, LUND AND CO
    FINANCE MINISTER ANA RUIZ ON INFLATION:        PREMIER EVA BERG, in parliament:
    LUND'S HARBOUR AUTHORITY                       TERMS OF THE DEAL (a crosshead)

A heading reaches from the end of a sentence, a quotation or another label to the mark; one with a
name, a comma and what he is may begin behind any word. Its words are a name's: a title, a given
name or an organization is among them, or such as the story has nowhere in small letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from attrs import Factory, frozen

from diplotext.attribution.build import Span
from diplotext.attribution.labels import label_words
from diplotext.attribution.line.headed import Headed, names_person
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.capitals import ordinary_word
from diplotext.lexicon.organization import organizations
from diplotext.lexicon.person_name import given_names
from diplotext.lexicon.role_noun import is_person_noun
from diplotext.lexicon.title import titles

__all__ = ["Prose", "heading_before", "heading_over"]

_REACH = 220
_TAIL, _ENDS = 8, " :*)\n\u00a0"
_WORD = r"(?:[A-Z][A-Z.’'&-]*+|Ma?c[A-Z]++[’'A-Z-]*+)(?![a-z])"
_NO_WORD = r"(?!(?:ON|IN|AT|OF|FOR)\b)"
_HEADING_RE = lazy_re(
    rf"(?P<who>{_NO_WORD}{_WORD}(?:[ \u00a0\n]{{1,2}}(?:{_NO_WORD}{_WORD}|&)){{0,8}}\*?)"
    r"(?P<rest>(?:,\s|\s{1,2}(?=(?:ON|IN|AT|OF|FOR)\s|\())"
    r"(?:[^:!?*\"“”]|[\"“][A-Z ]{1,12}[\"”]){1,180}?)?"
    r"(?P<topic>:?\s(?:ON\s[A-Z0-9][A-Z0-9/’'&,. -]{1,60}|On\s[a-z][^:.!?\"“”\n]{1,60}(?=:))"
    r"|:\s[A-Z][A-Z0-9/’'&,. -]{1,40})?"
    r"\s*(?P<colon>:)?\s*\Z"
)
# ", in parliament:", ", to reporters:", ", senior adviser, 1997:"
_LOWER_RE = lazy_re(r"[,(]?\s?[a-z]")
_BEGIN_RE = lazy_re(r"(?:(?<=[.!?:;\"”’'*)\]–—-])\s|\n)\s*(?=[A-Z][A-Z.’'-]|Ma?c[A-Z])")
_MIDWAY_RE = lazy_re(r"(?<=[a-z\d]) (?=[A-Z]{2}[A-Z.’'-]* )")
# "ANALYSTS' COMMENTS EVA LUND, ECONOMIST", "ON THE RATE CUT KARL ROE, ANALYST"
_LABEL_RE = lazy_re(
    r"(?:[A-Z]+[’']?\s){0,2}(?:COMMENT(?:S|ARY)?|REACTIONS?|QUOTES|HIGHLIGHTS|VIEWS?)\s+"
)
_TOPIC_RE = lazy_re(r"ON\s[A-Z][^,:\"“”\n]{2,80}(?=,)")
# ", at Davos", ", in parliament"
_OCCASION_RE = lazy_re(r",\s(?:at|in|on|to|after|during)\s[\w’'-]+(?:\s[\w’'-]+){0,6}\s*\Z")
_NEAR = 56
_DAY_RE = lazy_re(r",\s[A-Z][a-z]{2,8}\.?\s\d{1,2}\Z")
_WORDS_RE = lazy_re(r"[^\W\d_][\w.’'-]*")
_OF = ("OF ", "AT ", "FOR ")
_ARTICLES = ("A", "AN", "ANOTHER")
_LEAST_UPPER = 0.75
_ROLE_WORDS = 7  # words behind the comma among which what he is stands


@frozen(eq=False)
class Prose:
    """A story's text, to ask for words in small letters; each is sought once in all of it."""

    text: str
    _found: dict[str, bool] = Factory(dict)

    def has_small(self, word: str) -> bool:
        """Whether the story has a word in small letters, or one that begins with it."""
        small = word.lower()
        if small not in self._found:
            self._found[small] = f" {small}" in self.text
        return self._found[small]


def heading_before(
    prose: Prose, first: int, low: int, stop: int, known: AbstractSet[str]
) -> Headed | None:
    """The heading between ``low`` and the mark at ``stop``; None if there is none.

    ``first`` is where the paragraph begins, ``known`` the last words of the headings so far.

    >>> text = 'It fell. EVA LUND, ECONOMIST, OSLO: "It is early."'
    >>> found = heading_before(Prose(text), 0, 0, text.index('"'), set())
    >>> text[slice(*found.who)], found.is_sure, found.is_certain
    ('EVA LUND', True, True)
    >>> text = 'It fell. TERMS OF THE DEAL: "The terms are a deal."'
    >>> heading_before(Prose(text), 0, 0, text.index('"'), set()) is None
    True
    """
    text = prose.text
    tail = text[max(low, stop - _TAIL) : stop].rstrip(_ENDS)
    is_upper = tail[-1:].isupper() or tail[-1:].isdigit() or tail[-2:-1].isupper()
    if not is_upper and ":" not in text[max(low, stop - 3) : stop]:  # nearly all: a cheap look
        near = max(low, stop - _NEAR)
        if text.find(", ", near, stop) < 0 or _OCCASION_RE.search(text, near, stop) is None:
            return None
    for begin, is_midway in _begins(text, first, max(low, stop - _REACH), stop):
        match = _HEADING_RE.match(text, begin, stop)
        headed = None if match is None else _read(prose, match, known)
        if headed is not None and (headed.is_certain or not is_midway):
            return headed
    return None


def heading_over(prose: Prose, line: Span, known: AbstractSet[str]) -> Headed | None:
    """The heading that a line is, over a quotation; None if it is none.

    >>> text = 'MAYOR EVA LUND, on the radio'
    >>> found = heading_over(Prose(text), (0, len(text)), set())
    >>> text[slice(*found.who)], found.is_sure, found.is_certain
    ('MAYOR EVA LUND', True, False)
    """
    text, (start, end) = prose.text, line
    if end - start > _REACH or not text[start].isupper():
        return None
    match = _HEADING_RE.match(text, _past_label(text, start, end), end)
    return None if match is None else _read(prose, match, known, is_line=True)


def _begins(text: str, first: int, low: int, stop: int) -> Iterator[tuple[int, bool]]:
    """Where a heading may begin, and whether that is in the middle of a line."""
    if first == low:
        yield _past_label(text, low, stop), False
    for match in _BEGIN_RE.finditer(text, low, stop):
        yield _past_label(text, match.end(), stop), False
    for match in _MIDWAY_RE.finditer(text, low, stop):
        yield _past_label(text, match.end(), stop), True


def _past_label(text: str, at: int, stop: int) -> int:
    """Where a heading begins behind "COMMENTS", or behind what it is about."""
    label = _LABEL_RE.match(text, at, stop)
    if label is not None:
        return label.end()
    topic = _TOPIC_RE.match(text, at, stop)
    if topic is None:
        return at
    words = list(_WORDS_RE.finditer(text, at, topic.end()))[1:]
    if len(words) < 3:
        return at
    name = len(words) - 2
    while name > 1 and words[name - 1][0] in given_names():
        name -= 1
    return words[name].start()


def _read(
    prose: Prose, match: re.Match[str], known: AbstractSet[str], *, is_line: bool = False
) -> Headed | None:
    """The heading of a match, None for a crosshead or the label of a section."""
    who, rest = match["who"].rstrip("*"), _DAY_RE.sub("", match["rest"] or "")
    occasion = _OCCASION_RE.search(rest)
    rest = rest if occasion is None else rest[: occasion.start()]
    words = who.split()
    has_role = rest.startswith(",") and any(map(_is_role, _WORDS_RE.findall(rest)[:_ROLE_WORDS]))
    is_person = names_person(words) or _is_role(words[-1])
    if occasion is not None and not (is_person or has_role):
        return None
    if not _is_upper(rest):
        is_told = is_person and _LOWER_RE.match(rest) and (is_line or match["colon"])
        if not is_told:
            return None
    is_described = words[0] in _ARTICLES and _is_role(words[-1])
    if is_described or (len(words) == 1 and is_person and words[0] not in known):
        if not is_described and not rest.lstrip().startswith(_OF):
            return None
        who += rest.partition(",")[0]  # "HEAD OF A FOREIGN BANK'S BRANCH, WHO"
    is_sure = len(who.split()) > 1 and (match["rest"] or match["colon"]) is not None
    if not is_sure and not _is_role(words[-1]) and prose.has_small(words[-1]):
        is_person = False  # "GENERAL ELECTION", with a word of the story
    is_told = is_person or has_role or words[-1] in known
    if len(words) == 1 and rest.lstrip().startswith("ON ") and _is_family_name(prose, words[0]):
        is_told = is_sure = True
    if not is_told and (match["topic"] or not _is_name(prose, words, is_sure=is_sure)):
        return None
    start = match.start("who")
    colon = match.span("colon") if match["colon"] else None
    is_certain = has_role and len(words) > 1
    if is_certain and not is_person and rest.count(",") < 2:
        is_certain = _is_name(prose, words, is_sure=True)
    is_told = is_told or bool(rest) or organizations().head_kind(words[-1]) is not None
    return Headed((start, start + len(who)), colon, [], is_sure, is_certain, is_told)


def _is_upper(rest: str) -> bool:
    letters = [c for c in rest if c.isalpha()]
    return sum(map(str.isupper, letters)) >= _LEAST_UPPER * len(letters)


def _is_role(word: str) -> bool:
    lower = word.lower()
    return is_person_noun(lower, "singular") or lower in titles()


def _is_name(prose: Prose, words: list[str], *, is_sure: bool) -> bool:
    """Whether words in capitals are a name, of an organization or of none that the story describes.

    The story has one of a name's words nowhere in small letters.
    """
    if len(words) < 2 or words[-1].lower() in label_words("line_labels"):
        return False
    is_told = any(not prose.has_small(word) for word in words if len(word) > 2)
    return is_told and (is_sure or organizations().head_kind(words[-1]) is not None)


def _is_family_name(prose: Prose, word: str) -> bool:
    """Whether a word before "ON" is somebody's: the prose has it, or it has turns of its own."""
    if prose.has_small(word):
        return False
    text = prose.text
    return text.count(f"{word} ON ") > 1 or f" {ordinary_word(word)}" in text
