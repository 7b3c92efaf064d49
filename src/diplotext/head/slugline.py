r"""Sluglines: the line by which a desk files a story, and the headers of raw feeds.

    BC-EU--Harbour-Ice,5th Ld-Writethru,750         AP, ANPA 1312
    a0456 AM-Harbour Ice, Bjt,0512                  AP of the eighties, with its file number
    NORWAY-FERRY/ICE (UPDATE 2, PIX)                Reuters
    ABC123 4 pl 171 XNS-0456 + keyword line         IPTC 7901

Not handled: sluglines in running prose, keyword lists without a mark that says what they are.
"""

from __future__ import annotations

import regex

from diplotext.combinators import Match, Miss, parse_with
from diplotext.model import Passage, Slugline

__all__ = ["parse_slugline", "slugline"]

EXPECTED = frozenset({"slugline"})
END = r"[ \t\xa0=<]*(?=[\r\n\x0b\x0c\x85]|$)"
TAKE = (
    r"(?P<take>(?:\d{1,2}(?:st|nd|rd|th)|\d)?\s?(?:Ld|LD|ld|Lead|Add|Take|Sub)(?:-Writethru|-WRITETHRU|-writethru)?"
    r"(?:-\w+)*|Bjt|Adv\d*|HFR|Writethru|UPDATE\s\d|WRAPUP\s\d|TAKE\s\d|=\s?\d)"
)
# AP and ANPA 1312: cycle designator, keywords, version, words.
ANPA_RE = regex.compile(
    rf"""(?:\^)?(?:(?P<file>[a-z]{{1,2}}\d{{3,4}})\s*)?(?:(?P<priority>[furbdahs])\s+(?P<category>[a-z]{{1,3}})\s*)?
    (?:\^)?(?:(?P<cycle>BC|AM|PM|AP)-{{1,2}}(?P<keywords>[\p{{Lu}}\d][^,\n\r]{{1,60}}?)
      |(?P<cycle>bc|am|pm|ap)-(?P<keywords>\p{{L}}[\p{{L}}\d-]{{2,40}}))
    (?:,\s?(?:{TAKE}|[^,\n\r]{{1,30}}))*(?:\s\d\d-\d\d)?(?:,?\s?(?P<words>\d{{2,5}}))?{END}""",
    regex.VERBOSE,
)
# Reuters: words in capitals joined by hyphens, a stroke, a version in brackets.
REUTERS_RE = regex.compile(
    rf"(?P<keywords>(?:[\p{{Lu}}\d&.'’]+-){{0,5}}[\p{{Lu}}\d&.'’]{{2,}}/(?:[\p{{Lu}}\d&.'’]+-?){{0,5}})"
    rf"(?:\s\((?P<take>(?=[^()\n]*\p{{Lu}}{{2}})[^()\n]{{2,60}})\))?(?:\s?(?P<take>=\s?\d))?{END}"
)
# IPTC 7901: [SOH] source and number, priority, category, words, free text; keywords; [STX]
IPTC_RE = regex.compile(
    r"""\x01?[ ]?(?P<file>\p{L}{3}\d{3,4})\s(?P<priority>[1-9])\s(?P<category>\p{L}{1,3})
    \s(?P<words>\d{1,5})
    (?:\s[^\n\r\x02]{0,60})?\r?\n
    (?:(?P<keywords>[^\n\r\x02]{2,80}?)[ ]?=?[ ]?\r?\n(?=[\s\x02]))?(?:\s*\x02)?""",
    regex.VERBOSE,
)
LABEL_RE = regex.compile(
    rf"(?:Slug(?:line)?|SLUG(?:LINE)?|Keywords?|KEYWORDS?)\s?:\s?(?P<keywords>[^\n\r]{{2,120}}?){END}"
)
KEYWORD_RE = regex.compile(r"[\p{L}\d][\p{L}\d.&'’ ]*+")


def parse_slugline(text: str) -> Slugline:
    r"""The slugline at the start of the text; raises ``ParseError`` if there is none.

    >>> found = parse_slugline("BC-EU--Harbour-Ice,5th Ld-Writethru,750\nText")
    >>> [word.text for word in found.keywords], found.take.text
    (['EU', 'Harbour', 'Ice'], '5th Ld-Writethru')
    >>> parse_slugline("Ferry sails again\nText")
    Traceback (most recent call last):
    diplotext.errors.ParseError: line 1, column 1: expected slugline
    Ferry sails again
    ^
    """
    return parse_with(slugline, text)


def slugline(text: str, pos: int, /) -> Match[Slugline] | Miss:
    """The slugline at ``pos``.

    >>> found = slugline("NORWAY-FERRY/ICE (UPDATE 2, PIX)", 0).value
    >>> [word.text for word in found.keywords], found.take.text
    (['NORWAY', 'FERRY', 'ICE'], 'UPDATE 2, PIX')
    >>> slugline("AND/OR is no slugline", 0)
    Miss(pos=0, expected=frozenset({'slugline'}))
    """
    for form in FORMS:
        found = form.match(text, pos)
        if found is not None:
            return Match(_build(text, found), found.end())
    return Miss(pos, EXPECTED)


# In this order: the fuller header before the one that it contains.
FORMS: tuple[regex.Pattern[str], ...] = (IPTC_RE, ANPA_RE, REUTERS_RE, LABEL_RE)


def _build(text: str, found: regex.Match[str]) -> Slugline:
    groups = found.re.groupindex
    start, end = found.span("keywords")
    words = KEYWORD_RE.finditer(text, start, end) if start >= 0 else ()
    take = found.span("take") if "take" in groups else (-1, -1)
    return Slugline(
        text,
        found.start(),
        found.start() + len(found.group().rstrip()),
        keywords=tuple(Passage(text, *_trim(text, word.start(), word.end())) for word in words),
        take=Passage(text, *take) if take[0] >= 0 else None,
        priority=found["priority"] if "priority" in groups else None,
        category=found["category"] if "category" in groups else None,
    )


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    return start, start + len(text[start:end].rstrip())
