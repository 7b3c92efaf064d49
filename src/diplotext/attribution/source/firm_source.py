"""Firms and others as sources: names with an exchange's code or a party and state in brackets.

    Kvik Inc. (NYSE: KVK) | said      ( 7203.T ) | said      Rep. Ann Cole (R-S. | C) | said

The name before the bracket is the source's. So is the stop of a firm's ending, where what follows
is another sentence: "according to Kvik Inc. | Norland fell".
"""

from __future__ import annotations

from diplotext.attribution.build import past_blanks
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.role_noun import is_person_noun

__all__ = [
    "bracket_start",
    "company_start",
    "firm_before",
    "firm_end",
    "is_ticker",
    "name_start",
    "names_somebody",
]

_TICKER_RE = lazy_re(r"\(?\s?(?:[A-Z][A-Z\d]{0,5}[a-z]?|\d{4,6})\.[A-Z]{1,3}\s?\)?\Z")
_COMPANY_RE = lazy_re(
    r"(?:(?:the|[A-Z\d][\w.’'-]*|&|of|and|de|plc|a/s|spa|nv)(?:,(?=\s+(?:Inc|Ltd|LLC|LLP|L\.P|LP|Corp|Co|PLC|plc|S\.A|N\.V)\b))?\s+)+\Z"
)
_MARKS = frozenset(',;:"“”(')
_LONGEST_NAME = 8
_REACH = 80
_LONG = 160  # characters of brackets before one
_NEAR = 5  # words behind a firm's ending in which a role stands
_BRACKET = 40  # characters
# "according to Kvik Inc. | Norland fell": the stop of a firm's ending ends the sentence as well.
_FIRM_END_RE = lazy_re(r"\b(?P<firm>(?:Inc|Corp|Co|Ltd)\.)\s+(?=[A-Z][a-z]|[\"“])(?!Ltd|Inc|Plc)")


def is_ticker(text: str, start: int, end: int) -> bool:
    """Whether a source is nothing but an exchange's code: "( 7203.T )"."""
    return _TICKER_RE.match(text, start, end) is not None


def bracket_start(text: str, start: int, end: int) -> int:
    """Where the bracket opens that a source closes; -1 if it closes none of before.

    >>> bracket_start("Kvik Inc. (NYSE: KVK) said", 17, 21)
    10
    >>> bracket_start('Kvik Inc. (NYSE: KVK) (the "Firm") said', 23, 34)
    10
    """
    if text[start] == "(":
        return _first_bracket(text, start)
    closes = text.find(")", start, end)
    if text.rfind("(", start, closes) >= 0:
        return -1
    low = max(0, start - _BRACKET)
    opens = text.rfind("(", low, start)
    between = text[opens + 1 : start]
    if opens < 0 or ")" in between or "\n\n" in between:
        return -1
    return _first_bracket(text, opens)


def _first_bracket(text: str, start: int) -> int:
    """Where the first of the brackets opens that follow a name: "Kvik Corp. (KVK) | (“Kvik”)"."""
    low = max(0, start - _LONG)
    before = text[low:start].rstrip()
    while before.endswith(")") and (opens := before.rfind("(")) >= 0:
        start, before = low + opens, before[:opens].rstrip()
    return start


def firm_before(text: str, start: int, low: int) -> int:
    """Where the firm begins that a source tells of: "Kvik Inc. (KVK) (“Kvik”), | a bank".

    ``start`` itself if there is none.

    >>> firm_before("Kvik Inc. (NYSE: KVK), a bank, said", 23, 0)
    0
    """
    if not text.endswith("), ", max(low, start - 3), start):
        return start
    opened = _first_bracket(text, start - 2)
    begin = name_start(text, opened, low)
    return begin if begin < opened else start


def firm_end(text: str, start: int, end: int) -> int:
    """Where a source ends whose firm's ending ends the sentence as well."""
    firm = _FIRM_END_RE.search(text, start, end)
    if firm is None or names_somebody(text[firm.end() : end]):
        return end
    return firm.end("firm")


def names_somebody(rest: str) -> bool:
    """Whether a role stands behind a firm's name: "Kvik Inc. Chief Executive Ann Cole"."""
    return any(is_person_noun(word.strip(",")) for word in rest.split()[:_NEAR])


def company_start(text: str, start: int, low: int) -> int:
    """Where the name before a ticker begins: "Business software maker Novell Inc. NOVL.O"."""
    if start - low <= _REACH:
        before = text[low:start]
        if len(before.split()) <= _LONGEST_NAME and _MARKS.isdisjoint(before):
            return past_blanks(text, low, start)
    return name_start(text, start, low)


def name_start(text: str, end: int, low: int) -> int:
    """Where the name begins that ends before a bracket; ``end`` if there is none."""
    name = _COMPANY_RE.search(text, max(low, end - _REACH), end)
    return end if name is None else name.start()
