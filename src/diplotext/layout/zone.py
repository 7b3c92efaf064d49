"""The zones of a story as they are found, and the small steps that all of the layout takes."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from attrs import field, frozen

from diplotext.combinators import Match, Parser
from diplotext.head.place import read_whole_place
from diplotext.lazy_pattern import gated_regex, lazy_re, lazy_regex
from diplotext.lexicon.agency import agencies
from diplotext.model import Byline, Credit, Dateline, Headline, Notice, Residue, Slugline
from diplotext.trailer.block import skip_space
from diplotext.trailer.trailer import Trailer

__all__ = [
    "LONGEST_DECK",
    "SHORTEST_LEDE",
    "Layout",
    "NoticeFinder",
    "Parsers",
    "Range",
    "TrailerFinder",
    "Zones",
    "is_agency_line",
    "is_count",
    "is_town_line",
    "keep_byline",
    "line_end",
    "notice_at",
    "skip_debris",
]

NoticeFinder = Callable[[str, int, int], Notice | None]
TrailerFinder = Callable[[str, int, int], Trailer]
Range = tuple[int, int]

# A line of a lede has so many characters at the least, a deck at the most.
SHORTEST_LEDE, LONGEST_DECK = 60, 140

# What is no word and stands before a story's first one: the byte order mark, stars of old feeds,
# ABC's empty dateline ("— -- "), control characters and field marks of raw feeds ("^", "<", "&UR;"
# of New York Times News Service).
DEBRIS_RE = gated_regex(
    r"[\ufeff\x00-\x08\x0e-\x1b\x7f]++|—\s--\s|\*{2,}+[ \t]*(?=\S)|[•▪■●]\s|\^(?=\S)"
    r"|[<=+]{1,2}(?=\s|$)|&[A-Z]{2};(?=\s|$)"
    # A sign of messengers or of Markdown before a town: "🔴 OSLO (Reuters) -", "*OSLO (AP) —*".
    r"|[\p{So}\ufe0f]++[ ](?=\p{Lu}{3,}[ ,(])|\*(?=\p{Lu}{3,}[^*\n]{2,60}[–—-]\*)"
    # "|   Written by Ann Roe"
    r"|\|[ \t]+(?=(?:[Ww]ritten\s)?[Bb]y\s\p{Lu})"
    # Whose copy MENAFN prints: "(MENAFN- Harbour News Agency (HNA)) OSLO - Text".
    r"|\(MENAFN[ ]?[-–][^()\n]{2,60}(?:\([^()\n]{2,20}\))?\)(?=\s)"
)
BULLETS = frozenset("•▪■●")
BY_RE = lazy_regex(r"\W{0,2}(?i:by|from|story|written|words|text|report|posted|special)\b")
LINE_RE = lazy_re(r"[^\n\r\x0b\x0c\x85\u2028\u2029]*[\S\x1c-\x1f]")
LONGEST_AGENCY = 60
LONGEST_TOWN = 60
LONGEST_COUNT = 6
# What stands behind an agency's name on a line for itself: "Agence France Presse -- English".
SERVICE_RE = lazy_regex(
    r"(?:['’]s\s(?:\p{Lu}\p{L}+\s){0,2}Service|[\s&,-]+(?:General|News|Service|Services|English|Worldstream|Online|International|State|Local|Wire"
    r"|Domestic|Foreign|Financial|Economic|World|National|Sports?|Business|Newswires?|Limited|Agency|and))+$"
)
# A line of a block, or a field of a raw feed (its mark is "^").
LINE_START_RE = lazy_regex(r"\n[ \t]*(?P<field>\^?)(?=\S)")


@frozen(kw_only=True)
class Layout:
    """The zones of a story.

    ``paragraphs`` are ranges ``(start, end)``; ``prose`` says for each where its own words begin,
    behind a dateline that opens it. ``inner_datelines`` are those that open later paragraphs.
    """

    slugline: Slugline | None = None
    headline: Headline | None = None
    byline: Byline | None = None
    dateline: Dateline | None = None
    inner_datelines: tuple[Dateline, ...] = ()
    paragraphs: tuple[Range, ...] = ()
    prose: tuple[int, ...] = ()
    credits: tuple[Credit, ...] = ()
    notices: tuple[Notice, ...] = ()
    residue: tuple[Residue, ...] = ()


@frozen
class Parsers:
    """What reads each zone."""

    slugline: Parser[Slugline]
    headline: Parser[Headline]
    byline: Parser[Byline]
    dateline: Parser[Dateline]
    notice: NoticeFinder
    published: datetime.date | None


@frozen
class Zones:
    """The zones as they are found: lists, for the modules beside this one."""

    slugline: list[Slugline] = field(factory=list)
    headline: list[Headline] = field(factory=list)
    byline: list[Byline] = field(factory=list)
    dateline: list[Dateline] = field(factory=list)
    inner: list[Dateline] = field(factory=list)
    paragraphs: list[Range] = field(factory=list)
    prose: list[int] = field(factory=list)
    notices: list[Notice] = field(factory=list)
    residue: list[Residue] = field(factory=list)
    # Where the fields of a record begin, if the story is one: see ``record``.
    labelled: list[int] = field(factory=list)


def skip_debris(text: str, pos: int, end: int, zones: Zones) -> int:
    """The position behind white space and debris before ``end``; debris is residue."""
    pos = skip_space(text, pos)
    while pos < end:
        if text[pos] in BULLETS and zones.headline:
            break  # a point under the headline
        stop = pos
        # One by one: ``regex`` runs out of memory where a group comes millions of times.
        while (found := DEBRIS_RE.match(text, stop, end)) is not None:
            stop = found.end()
        if stop == pos:
            break
        zones.residue.append(Residue(text, pos, pos + len(text[pos:stop].rstrip())))
        pos = skip_space(text, stop)
    return pos


def keep_byline(text: str, found: Match[Byline], zones: Zones) -> None:
    """The first byline is the story's; a page that prints it twice leaves residue.

    One that names somebody is better than one that does not: "By Reuters" over "By Ann Roe". And
    one with its "By" is better than a name on a line for itself, which may be a caption's.
    """
    old = zones.byline[0] if zones.byline else None
    is_signed = BY_RE.match(found.value.text) is not None
    if old and found.value.names and (not old.names or (is_signed and not BY_RE.match(old.text))):
        wire = zones.byline.pop()
        zones.residue.append(Residue(text, wire.start, wire.end))
    if zones.byline:
        zones.residue.append(Residue(text, found.value.start, found.end))
    else:
        zones.byline.append(found.value)


def notice_at(text: str, pos: int, end: int, parsers: Parsers) -> Notice | None:
    """The notice at ``pos``; one that would swallow a byline or dateline ends before that line."""
    words = parsers.notice(text, pos, end)
    if words is None:
        return None
    for line in LINE_START_RE.finditer(text, pos, words.end):
        if line["field"]:
            return parsers.notice(text, pos, line.start())
        is_zone = isinstance(parsers.byline(text, line.end()), Match) or isinstance(
            parsers.dateline(text, line.end()), Match
        )
        if is_zone:
            return parsers.notice(text, pos, line.start())
    return words


def line_end(text: str, pos: int) -> int:
    """Where the words of the line at ``pos`` end."""
    found = LINE_RE.match(text, pos)
    return found.end() if found else pos


def is_agency_line(printed: str) -> bool:
    """Whether a line is an agency's name or service and nothing else: "PTI", "AP Worldstream"."""
    if len(printed) > LONGEST_AGENCY:
        return False
    if printed.startswith("/By ") and printed.endswith("/"):  # "/By AzerNews/"
        return is_agency_line(printed[4:-1])
    first, bar, last = printed.removeprefix("By: ").rstrip(" |").partition("|")
    if bar:  # "Press Trust of India | Pune", "By: PTI | Pune |"
        town = last.strip()
        is_town = read_whole_place(town, 0, len(town)) is not None
        return is_town and is_agency_line(first.strip())
    names = agencies()
    first, dash, last = printed.partition(" - ")
    if dash and first in names and names.candidates(first) == names.candidates(last):
        return True  # "AFP - Agence France Presse", "IRNA - Islamic Republic News Agency"
    for words in dict.fromkeys((printed, SERVICE_RE.sub("", printed))):
        is_initials = words.isupper() and " " not in words
        is_named = is_initials or words.startswith("The ") or names.is_distinctive(words)
        if words in names and is_named:
            return True
    return False


def is_town_line(printed: str) -> bool:
    """Whether a line is a town of the gazetteer's, with its region or without, and no more."""
    if len(printed) > LONGEST_TOWN:
        return False
    found = read_whole_place(printed, 0, len(printed))
    return found is not None and not found.is_area


def is_count(text: str, pos: int, end: int, zones: Zones) -> bool:
    """Whether a line is how many have read or shared the story: a number right under debris."""
    # "0 49": comments and readers; "14.1k"
    count = (
        text[pos:end]
        .removeprefix("- ")
        .replace(",", "")
        .replace(" ", "")
        .rstrip("kK")
        .replace(".", "", 1)
    )
    if not count.isdecimal() or end - pos > LONGEST_COUNT or not zones.residue:
        return False
    return not text[zones.residue[-1].end : pos].strip()
