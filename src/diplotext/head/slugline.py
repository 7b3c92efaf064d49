r"""Sluglines: the line by which a desk files a story, and the headers of raw feeds.

    BC-EU--Harbour-Ice,5th Ld-Writethru,750         AP, ANPA 1312
    a0456 AM-Harbour Ice, Bjt,0512                  AP of the eighties, with its file number
    NORWAY-FERRY/ICE (UPDATE 2, PIX)                Reuters
    Norway-ferry-ice,2ndlead                        AFP
    ABC123 4 pl 171 XNS-0456 + keyword line         IPTC 7901

A header of several lines is one slugline. Not handled: sluglines in running prose, keyword lists
without a mark that says what they are.
"""

from __future__ import annotations

import regex
from attrs import evolve

from diplotext.combinators import Match, Miss, parse_with
from diplotext.lazy_pattern import gated_regex, lazy_regex
from diplotext.model import Passage, Slugline

__all__ = ["parse_slugline", "slugline"]

EXPECTED = frozenset({"slugline"})
# A header's line may open with "^" and close with "<" or "=": field marks of ANPA 1312 and dpa.
OPEN = r"\^?"
END = r"(?:[ \t\xa0=<]|&[A-Z]{2};)*+(?=[\r\n\x0b\x0c\x85]|$)"
TAKE = (
    r"(?P<take>(?:\d{1,2}\s?(?:st|nd|rd|th)|\d)?\s?(?:Ld|LD|ld|Lead|Add|Take|Sub)"
    r"(?:-Writethru|-WRITETHRU|-writethru)?(?:-\w+)*|Bjt|Adv\d*|HFR|Writethru|UPDATE\s\d|WRAPUP\s\d"
    r"|TAKE\s\d|=\s?\d)"
)
# The file line of AP and Kyodo: "z6715-----", "a0105XNSxyz-", "AP-NR-03-01-89 0556EST".
FILE_RE = gated_regex(
    rf"{OPEN}(?P<keywords>)(?:[a-z]\d{{4}}"
    rf"|\p{{Lu}}{{2}}\d{{10}}"  # the serial number of FBIS
    rf"|[a-eA-E]\d{{3}}(?=[ \t]*\r?\n\s*(?:[furbdFURBD]\s[a-zA-Z]\s|\^?(?i:BC|AM|PM|AP)-))"
    rf"|[a-zA-Z]\d{{3,4}}(?:-{{2,}}|\p{{Lu}}\p{{L}}{{2,20}}-)"
    rf"|\p{{Lu}}\d{{3}}\p{{Lu}}{{2}}(?=[ \t]*\r?\n)"  # AP's teletypes of the sixties: "A047WX"
    rf"|\p{{Lu}}{{3}}\s\d\d:\d\d:\d\d\s\d\d-\d\d-\d{{4}}"  # BTA, in two lines
    rf"|\p{{Lu}}{{2}}\d{{4}}\p{{Lu}}{{2}}\.\d{{3}}"
    rf"|\p{{Lu}}\d{{4}}\s&Cx1f;[ \w-]{{0,12}}"  # The New York Times News Service
    rf"|(?:AP|UPI)-\d{{2,3}}|\p{{Lu}}{{2,3}}-\p{{Lu}}{{2,4}}-\d\d-\d\d-\d\d\s\d{{4}}\p{{Lu}}{{2,4}}){END}"
)
# AP and ANPA 1312: file number, priority and category; cycle designator, keywords, version, date
# and words: "r z BC-BKN--Bay-Hill 1stLd-Writethru 02-20 0500", "BC-BKN--Bay-Hill, 1st Ld,416<".
# Keywords have spaces only before a comma.
ANPA_RE = gated_regex(
    rf"""(?:\^\*\d{{4}}<\s*)?{OPEN}(?:(?P<file>[a-z]{{1,2}}\d{{3,4}})\s*)?
    (?:(?P<priority>[furbdahs])\s+(?P<category>[a-z]{{1,3}})\s*)?
    {OPEN}(?:(?P<cycle>BC|AM|PM|AP)-{{1,2}}(?:(?P<keywords>[\p{{Lu}}\d][^\s,<=]{{1,60}})
        |(?P<keywords>[\p{{Lu}}\d][^,\n\r<=]{{1,60}}?)(?=,))
      |(?P<cycle>bc|am|pm|ap)-(?P<keywords>\p{{L}}[\p{{L}}\d-]{{2,40}}))
    (?:(?:,\s?|\s+){TAKE}|,\s?[^,\n\r<=]{{1,30}})*(?:\s+[a-z]\d{{4}})?(?:\s+\d\d?-\d\d?)?
    (?:,?\s*(?P<words>\d{{2,5}}))?{END}""",
    regex.VERBOSE,
)
# Reuters, dpa: words joined by hyphens or strokes, a version in brackets.
REUTERS_RE = gated_regex(
    r"(?P<keywords>(?:[\p{Lu}\d&.'’]+-){0,5}[\p{Lu}\d&.'’]{2,}/(?:[\p{Lu}\d&.'’]++-?){0,5})"
    rf"(?:\s\((?P<take>(?=[^()\n]*\p{{Lu}}{{2}})[^()\n]{{2,60}})\))?(?:\s?(?P<take>=\s?\d))?{END}"
    r"|(?P<keywords>(?:[\p{Lu}\d&.'’]+-){1,5}[\p{Lu}\d&.'’]{2,})"
    rf"\s\((?P<take>(?:URGENT|LEAD|UPDATE|CORRECTED|REFILE|PIX|TV|GRAPHIC)\b[^()\n]{{0,50}})\){END}"
)
# AFP: words joined by hyphens, and behind a comma what the take is: "Norway-ferry,2ndlead".
AFP_RE = gated_regex(
    r"(?P<keywords>(?:[\p{L}\d&.'’]+-){1,6}[\p{L}\d&.'’]+),\s?(?P<take>(?i:(?:\d(?:st|nd|rd|th)?\s?)?(?:lead|ld|writethru|add)"
    r"|bgt|bjt|newseries|sched|advisory|wrap|urgent|alert|focus|advancer|roundup|writethru)(?:-(?i:wrap|urgent|update|\d?lead|focus))?)"
    rf"{END}"
)
STROKES_RE = gated_regex(
    rf"(?P<keywords>\p{{L}}[\p{{L}} -]{{1,30}}(?:/\p{{L}}[\p{{L}} -]{{1,30}}){{1,5}}/){END}"
)
# AFP of the eighties and nineties: "rig-norway", "Norway-rig", "fbl-NOR" over the headline.
LOWER_RE = gated_regex(
    rf"(?P<keywords>(?:\p{{Ll}}{{3,}}|\p{{Lu}}\p{{L}}+)(?:-[\p{{Ll}}\d]{{2,}}){{1,3}}|\p{{Ll}}{{3,5}}(?:-\p{{Lu}}{{3}}){{1,2}}(?:-[\p{{Ll}}\d]{{2,}}){{0,2}}){END}(?=\s*\p{{Lu}}(?:[^\n]{{10,120}}[^.\n]\n|[^\n()]{{2,50}}\(AFP\)))"
)
# PTI: "DEL31 BIZ-MINE-STRIKE", in one line or two. PA: page, category, keyword ("1 COURTS Trawler")
# over a headline in capitals.
PTI_RE = gated_regex(
    rf"(?P<file>\p{{Lu}}{{3}}\d{{1,3}})\s{{1,3}}(?P<keywords>\p{{Lu}}{{2,}}(?:-[\p{{Lu}}\d]{{2,}}){{1,5}}){END}"
)
PA_RE = gated_regex(
    rf"\d{{1,2}}\s(?P<category>\p{{Lu}}{{4,12}})\s(?P<keywords>\p{{Lu}}\p{{Ll}}+(?:\s\p{{L}}+)?){END}"
    r"(?=\s+[\p{Lu}\d][^\p{Ll}\n]{10,80}\n)"
)
# SAPA: words of capitals and three or more of them, over a headline: "S AFRICA-HARBOUR-STRIKE".
CHAIN_RE = gated_regex(
    rf"(?P<keywords>\p{{Lu}}[\p{{Lu}}.]*(?:\s\p{{Lu}}{{2,}})?(?:-[\p{{Lu}}\d]{{3,}}){{2,4}}){END}(?=\s+[^\n]{{10,120}}[^.\n]\n)"
)
# One word in capitals over a headline that has it: "TRAM" over "Runaway tram kills driver".
WORD_RE = gated_regex(
    rf"(?P<keywords>\p{{Lu}}{{3,16}}){END}(?=\s*\n\s*(?=[^\n]{{0,120}}\p{{Ll}})(?:[^\n.]{{0,100}}[^\w\n])?(?i:(?P=keywords))\b(?:[^\n]{{0,120}}[^.\n])?\n)"
)
# Knight Ridder: "BIZ-HARBOUR:BZ"; "MINE-FLOOD" over a headline of capitals; Catholic News Service:
# "TRAM-CRASH Mar-18-1998 (340 words) xxxn".
WORDS_RE = gated_regex(
    rf"(?P<keywords>\p{{Lu}}{{2,}}(?:-\p{{Lu}}{{2,}}){{1,3}})(?::\p{{Lu}}{{2,3}}{END}|{END}(?=\s*\n\s*(?:\p{{Lu}}\S*\s){{3,}}\S[^\n]{{0,100}}[^.\n]\n))"
    rf"|(?P<keywords>\p{{Lu}}+(?:-\p{{Lu}}+){{0,4}})\s\p{{Lu}}\p{{Ll}}{{2}}-\d{{1,2}}-\d{{4}}\s\([\d,]{{2,6}}\swords\)[^\n\r=<]{{0,60}}{END}"
)
# The selector of AP's teletypes before 1980: "R A BYLUIVCZC".
SELECTOR_RE = gated_regex(
    rf"(?P<priority>[furbdFURBD])\s(?P<category>[a-zA-Z])\s(?P<keywords>)(?:[a-z]{{6,16}}|\p{{Lu}}{{6,16}})(?:\s[aA]\d{{3,4}})?{END}"
)
# UPI's keyword under its file line: "(FERRY)".
BRACKETED_RE = gated_regex(rf"\((?P<keywords>\p{{Lu}}{{3,16}})\){END}")
# IPTC 7901: [SOH] source and number, priority, category, words, free text; keywords; [STX]
IPTC_RE = gated_regex(
    r"""\x01?[ ]?(?P<file>\p{L}{3}\d{3,4})\s(?P<priority>[1-9])\s(?P<category>\p{L}{1,3})
    \s(?P<words>\d{1,5})(?:\s[^\n\r\x02]{0,60})?(?:\r?\n){1,2}
    (?:(?P<keywords>[^\n\r\x02]{2,80}?)[ ]?=?[ ]?\r?\n(?=[\s\x02]))?(?:\s*\x02)?""",
    regex.VERBOSE,
)
LABEL_RE = gated_regex(
    rf"(?:Slug(?:line)?|SLUG(?:LINE)?|Keywords?|KEYWORDS?)\s?:\s?(?P<keywords>[^\n\r]{{2,120}}?){END}"
)
# The version on a line for itself, under the keywords or alone: "REFILE", "1ST LEAD".
VERSION_RE = gated_regex(
    r"(?:\$[aA]dv\s?\d{1,2}|REFILE|REPEAT|CORRECTION|CORRECTED|URGENT|BULLETIN(?:\sMATTER)?|FLASH|ADVISORY|NEWSALERT"
    r"|\d(?:ST|ND|RD|TH)\s(?:LEAD|LD|ROUNDUP|UPDATE|TAKE)(?:\sADD)?"
    rf"|\d(?:st|nd|rd|th)\s(?:[Ll]ead|[Ll]d)|(?:FIRST|SECOND|THIRD|FOURTH)\s(?:LEAD|LD)){END}"
)
KEYWORD_RE = lazy_regex(r"[\p{L}\d][\p{L}\d.&'’ ]*+")
MOST_LINES = 8  # a header of more lines is something else


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
    found: Slugline | None = None
    at = pos
    for _ in range(MOST_LINES):
        line = _read_line(text, at, found)
        if line is None:
            break
        found = line if found is None else _merge(found, line)
        space = SPACE_RE.match(text, line.end)
        at = space.end() if space else line.end
    return Match(found, found.end) if found is not None else Miss(pos, EXPECTED)


# In this order: the fuller header before the one that it contains.
FORMS: tuple[regex.Pattern[str], ...] = (
    IPTC_RE,
    FILE_RE,
    ANPA_RE,
    REUTERS_RE,
    AFP_RE,
    PTI_RE,
    PA_RE,
    CHAIN_RE,
    WORDS_RE,
    WORD_RE,
    LOWER_RE,
    LABEL_RE,
)
SPACE_RE = lazy_regex(r"\s*")


def _read_line(text: str, at: int, before: Slugline | None) -> Slugline | None:
    """The line of a header at ``at``; some are such only behind another."""
    for form in FORMS:
        if (found := form.match(text, at)) is not None:
            return _build(text, found)
    version = VERSION_RE.match(text, at)
    if version is not None:
        end = at + len(version.group().rstrip())
        return Slugline(text, at, end, take=Passage(text, at, end))
    if before is None:
        return None
    strokes = SELECTOR_RE.match(text, at) or STROKES_RE.match(text, at)
    if strokes is None and not before.keywords:
        strokes = BRACKETED_RE.match(text, at)
    return _build(text, strokes) if strokes is not None else None


def _merge(first: Slugline, more: Slugline) -> Slugline:
    """One header of two lines: what the later line says again, it says better."""
    return evolve(
        more,
        start=first.start,
        keywords=more.keywords or first.keywords,
        take=more.take or first.take,
        priority=first.priority or more.priority,
        category=first.category or more.category,
    )


def _build(text: str, found: regex.Match[str]) -> Slugline:
    """The line as a slugline."""
    groups = found.re.groupindex
    start, end = found.span("keywords")
    words = KEYWORD_RE.finditer(text, start, end) if start >= 0 else ()
    take = found.span("take") if "take" in groups else (-1, -1)
    return Slugline(
        text,
        found.start(),
        found.start() + len(found.group().rstrip()),
        keywords=tuple(
            Passage(text, word.start(), word.start() + len(word.group().rstrip())) for word in words
        ),
        take=Passage(text, *take) if take[0] >= 0 else None,
        priority=found["priority"] if "priority" in groups else None,
        category=found["category"] if "category" in groups else None,
    )
