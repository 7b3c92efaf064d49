"""The layout of a story: which part of the text is which zone.

The top-level zones (slugline, headline, byline, a dateline on its own line, paragraphs, credits,
notices, residue) are disjoint, in order, and leave nothing out but white space. A dateline that
opens a paragraph lies inside the paragraph's range, which begins where the dateline does; a byline
glued before it is a zone of its own.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import TypeVar

import regex
from attrs import field, frozen

from diplotext.body.paragraph import split_paragraphs
from diplotext.combinators import Match, Miss, Parser
from diplotext.head.byline import byline as default_byline
from diplotext.head.dateline import dateline as default_dateline
from diplotext.head.dateline import resolve_dateline
from diplotext.head.headline import headline as default_headline
from diplotext.head.place import read_place
from diplotext.head.slugline import slugline as default_slugline
from diplotext.model import Byline, Credit, Dateline, Headline, Notice, Residue, Slugline
from diplotext.trailer.notice import notice_after
from diplotext.trailer.residue import is_residue
from diplotext.trailer.trailer import Trailer, find_trailer

__all__ = ["Layout", "find_layout"]

T = TypeVar("T")
NoticeFinder = Callable[[str, int, int], Notice | None]
TrailerFinder = Callable[[str, int, int], Trailer]
Range = tuple[int, int]

MOST_HEAD_BLOCKS = 12  # slugline, headline, notices, bylines: nobody prints more of them
# How many paragraphs may stand before the dateline: captions, summaries, labels, bullets.
MOST_BEFORE_DATELINE = 8
SLACK = datetime.timedelta(days=6)
SPACE_RE = regex.compile(r"[\s\x1c-\x1f]*+")
# What is no word and stands before a story's first one: the byte order mark, stars of old feeds,
# control characters of raw feeds.
DEBRIS_RE = regex.compile(r"(?:[\ufeff\x00-\x08\x0e-\x1b\x7f]|\*{2,}(?=\S)|[•▪■●]\s)+")


LINE_RE = regex.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]*[^\s]")
LINE_START_RE = regex.compile(r"\n[ \t]*(?=\S)")
DASHES = ("-", "–", "—", "_")
CLOSE_RE = regex.compile(r"\((?P<agency>[^()\n]{2,30})\)\s?(?:[-–—_]{1,2}\s|:\s)")
BEFORE_RE = regex.compile(r"(?<=[.:!?)\]”\"|]\s{1,3}|\n[ \t]*)(?=\p{Lu})")

LONGEST_ASIDE = 600
LONGEST_DEBRIS = 200  # a longer paragraph between others is the story's
# "(ATTN: ADDS details)" and kin: a whole line in brackets between headline and body.
BRACKET_LINE_RE = regex.compile(r"\([^()\n]{3,400}\)")
# Captions, labels and time stamps that pages print above the story.
ASIDE_RE = regex.compile(
    r"(?:FILE|File)(?:\s(?:PHOTO|photo|picture|image))?\s?[-–—:]\s.*"
    r"|.*(?:\((?:AP|Reuters|REUTERS|AFP|EPA|Getty|Xinhua)[^()]{0,30}(?:/|Photo|photo|Images)[^()]{0,40}\)"
    r"|\b(?:REUTERS|AP Photo|AFP|EPA|Getty Images)/\p{Lu}[^.]{0,50})\.?"
    r"|(?:First\s|Last\s)?(?i:published|updated?|posted|modified|issued)(?:\s(?:on|at))?:?\s[^.]{0,60}\d[^.]{0,40}"
    r"|(?:c\.\s?|\(c\)\s?|©\s?)(?:19|20)\d\d\s.{0,80}",
    regex.DOTALL,
)


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
class _Parsers:
    """What reads each zone."""

    slugline: Parser[Slugline]
    headline: Parser[Headline]
    byline: Parser[Byline]
    dateline: Parser[Dateline]
    notice: NoticeFinder
    published: datetime.date | None


@frozen
class _Zones:
    """The zones as they are found: lists, for ``find_layout`` alone."""

    slugline: list[Slugline] = field(factory=list)
    headline: list[Headline] = field(factory=list)
    byline: list[Byline] = field(factory=list)
    dateline: list[Dateline] = field(factory=list)
    inner: list[Dateline] = field(factory=list)
    paragraphs: list[Range] = field(factory=list)
    prose: list[int] = field(factory=list)
    notices: list[Notice] = field(factory=list)
    residue: list[Residue] = field(factory=list)


def find_layout(
    text: str,
    *,
    published: datetime.date | None = None,
    slugline: Parser[Slugline] = default_slugline,
    headline: Parser[Headline] = default_headline,
    byline: Parser[Byline] = default_byline,
    dateline: Parser[Dateline] = default_dateline,
    notice: NoticeFinder = notice_after,
    trailer: TrailerFinder = find_trailer,
) -> Layout:
    r"""The zones of a story. Any string has a layout; what is absent is None or ().

    >>> text = "Ferry sails again\n\nOSLO, March 4 (Reuters) - It sailed.\n\n(Reporting by Ann Roe)"
    >>> layout = find_layout(text)
    >>> layout.headline.text, layout.dateline.places[0].name, layout.credits[0].names[0].text
    ('Ferry sails again', 'Oslo', 'Ann Roe')
    >>> [text[start:end] for start, end in layout.paragraphs]
    ['OSLO, March 4 (Reuters) - It sailed.']
    >>> find_layout(" \n").paragraphs
    ()
    """
    parsers = _Parsers(slugline, headline, byline, _remembering(dateline), notice, published)
    zones = _Zones()
    start = _read_head(text, parsers, zones)
    tail = trailer(text, _behind_dateline(text, start, parsers), len(text))
    _read_body(text, split_paragraphs(text, start, tail.body_end), parsers, zones)
    return Layout(
        slugline=_one(zones.slugline),
        headline=_one(zones.headline),
        byline=_one(zones.byline),
        dateline=_one(zones.dateline),
        inner_datelines=tuple(zones.inner),
        paragraphs=tuple(zones.paragraphs),
        prose=tuple(zones.prose),
        credits=tail.credits,
        notices=(*zones.notices, *tail.notices),
        residue=(*zones.residue, *tail.residue),
    )


def _remembering(parser: Parser[T]) -> Parser[T]:
    """The parser, asked once for a position: head and body both look at the first paragraph."""
    known: dict[int, Match[T] | Miss] = {}

    def parse(text: str, pos: int, /) -> Match[T] | Miss:
        if pos not in known:
            known[pos] = parser(text, pos)
        return known[pos]

    return parse


def _behind_dateline(text: str, start: int, parsers: _Parsers) -> int:
    """Where the trailer may begin at the earliest: not before the story's first words."""
    found = parsers.dateline(text, start)
    return found.end if isinstance(found, Match) else start


def _one(found: list[T]) -> T | None:
    return found[0] if found else None


def _skip_space(text: str, pos: int) -> int:
    found = SPACE_RE.match(text, pos)
    return found.end() if found else pos


def _skip_debris(text: str, pos: int, end: int, zones: _Zones) -> int:
    """The position behind white space and debris before ``end``; debris is residue."""
    pos = _skip_space(text, pos)
    while pos < end and (found := DEBRIS_RE.match(text, pos, end)) is not None:
        zones.residue.append(Residue(text, pos, pos + len(found.group().rstrip())))
        pos = _skip_space(text, found.end())
    return pos


def _read_head(text: str, parsers: _Parsers, zones: _Zones) -> int:
    """Reads the zones above the body; where the body begins."""
    pos = _skip_debris(text, 0, len(text), zones)
    for _ in range(MOST_HEAD_BLOCKS):
        if pos >= len(text) or isinstance(parsers.dateline(text, pos), Match):
            break
        end = _read_head_zone(text, pos, parsers, zones)
        if end is None:
            break
        pos = _skip_debris(text, end, len(text), zones)
    return pos


def _read_head_zone(text: str, pos: int, parsers: _Parsers, zones: _Zones) -> int | None:
    """Reads the zone at ``pos`` and gives its end; None where the body begins."""
    if not zones.slugline and not zones.headline:
        slug = parsers.slugline(text, pos)
        if isinstance(slug, Match):
            zones.slugline.append(slug.value)
            return slug.end
    written = parsers.byline(text, pos)
    if isinstance(written, Match):
        _keep_byline(text, written, zones)
        return written.end
    head = None if zones.headline else parsers.headline(text, pos)
    if isinstance(head, Match) and head.value.tag is not None:
        # "CORRECTED: Ferry sails again" is a headline, though it begins like a notice.
        zones.headline.append(head.value)
        return head.end
    aside = _read_aside(text, pos, parsers, zones) or _read_place_line(text, pos, zones)
    if aside is not None:
        return aside
    if isinstance(head, Match):
        zones.headline.append(head.value)
        return head.end
    return None


def _read_aside(text: str, pos: int, parsers: _Parsers, zones: _Zones) -> int | None:
    """Reads a notice, a caption or debris before the body's first words; its end."""
    words = _notice_at(text, pos, len(text), parsers)
    if words is not None:
        zones.notices.append(words)
        return words.end
    end = _line_end(text, pos)
    line = text[pos:end]
    if zones.headline and BRACKET_LINE_RE.fullmatch(line) is not None:
        zones.notices.append(Notice(text, pos, end, kind="note"))
        return end
    if len(line) <= LONGEST_ASIDE and (ASIDE_RE.fullmatch(line) or is_residue(line)):
        zones.residue.append(Residue(text, pos, end))
        return end
    return None


def _notice_at(text: str, pos: int, end: int, parsers: _Parsers) -> Notice | None:
    """The notice at ``pos``; one that would swallow a byline or dateline ends before that line."""
    words = parsers.notice(text, pos, end)
    if words is None:
        return None
    for line in LINE_START_RE.finditer(text, pos, words.end):
        is_zone = isinstance(parsers.byline(text, line.end()), Match) or isinstance(
            parsers.dateline(text, line.end()), Match
        )
        if is_zone:
            return parsers.notice(text, pos, line.start())
    return words


def _read_place_line(text: str, pos: int, zones: _Zones) -> int | None:
    """Reads a town in capitals on a line for itself under a headline: Anadolu's dateline."""
    if not zones.headline or zones.dateline or not text[pos : pos + 3].isupper():
        return None
    found = read_place(text, pos)
    if found is None or not found.in_capitals or not found.is_known or found.is_area:
        return None
    if found.place.end != _line_end(text, pos) or not text[found.place.end :].strip():
        return None
    zones.dateline.append(Dateline(text, pos, found.place.end, places=(found.place,)))
    return found.place.end


def _line_end(text: str, pos: int) -> int:
    """Where the words of the line at ``pos`` end."""
    found = LINE_RE.match(text, pos)
    return found.end() if found else pos


def _keep_byline(text: str, found: Match[Byline], zones: _Zones) -> None:
    """The first byline is the story's; a page that prints it twice leaves residue."""
    if zones.byline:
        zones.residue.append(Residue(text, found.value.start, found.end))
    else:
        zones.byline.append(found.value)


def _read_body(text: str, ranges: tuple[Range, ...], parsers: _Parsers, zones: _Zones) -> None:
    """Reads the paragraphs: what opens them (notices, byline, datelines) and their prose."""
    for index, (start, end) in enumerate(ranges):
        is_open = not zones.dateline and index < MOST_BEFORE_DATELINE
        begin = _read_opening(text, start, end, parsers, zones) if is_open else start
        if begin >= end:
            continue
        is_short = end - begin < LONGEST_DEBRIS and text[end - 1] not in '.”"'
        if is_short and is_residue(text[begin:end], edge=False):
            zones.residue.append(Residue(text, begin, end))
            continue
        begin, line = _find_dateline(text, begin, end, index, parsers, zones)
        begin, prose = _place_dateline(text, begin, end, line, is_open, parsers, zones)
        if begin < end:
            zones.paragraphs.append((begin, end))
            zones.prose.append(prose)


def _find_dateline(
    text: str, begin: int, end: int, index: int, parsers: _Parsers, zones: _Zones
) -> tuple[int, Dateline | None]:
    """The dateline that opens a paragraph, and where the paragraph begins."""
    is_open = not zones.dateline and index < MOST_BEFORE_DATELINE
    found = parsers.dateline(text, begin)
    line = found.value if isinstance(found, Match) and found.end <= end else None
    if is_open and line is not None and _is_fitting(line, index, parsers.published):
        return begin, line
    if not is_open:
        return begin, line if line is not None and _is_inner(line) else None
    return _behind_caption(text, begin, end, parsers, zones) if index < 2 else (begin, None)


def _read_opening(text: str, start: int, end: int, parsers: _Parsers, zones: _Zones) -> int:
    """Reads what stands before a paragraph's words; where these begin."""
    pos = _skip_debris(text, start, end, zones)
    for _ in range(4):
        if pos >= end:
            break
        words = _notice_at(text, pos, end, parsers)
        if words is not None:
            zones.notices.append(words)
            pos = _skip_debris(text, words.end, end, zones)
            continue
        written = parsers.byline(text, pos)
        if not isinstance(written, Match) or written.end > end:
            break
        _keep_byline(text, written, zones)
        pos = _skip_debris(text, written.end, end, zones)
    return pos


def _place_dateline(
    text: str,
    begin: int,
    end: int,
    line: Dateline | None,
    is_open: bool,
    parsers: _Parsers,
    zones: _Zones,
) -> Range:
    """Keeps the dateline; where the paragraph and where its prose begin."""
    if line is None:
        return begin, begin
    line = resolve_dateline(line, parsers.published)
    (zones.dateline if is_open else zones.inner).append(line)
    prose = _skip_space(text, line.end)
    is_own_line = "\n" in text[line.end : prose] and line.text[-1:] not in DASHES
    # On its own line it is a zone, no part of the paragraph under it.
    return (prose, prose) if prose >= end or is_own_line else (begin, prose)


def _behind_caption(
    text: str, begin: int, end: int, parsers: _Parsers, zones: _Zones
) -> tuple[int, Dateline | None]:
    """A dateline behind a caption or a label that stands on its line: that is residue."""
    close = CLOSE_RE.search(text, begin, min(end, begin + 600))
    if close is None:
        return begin, None
    for start in BEFORE_RE.finditer(text, max(begin + 1, close.start() - 80), close.start()):
        found = parsers.dateline(text, start.start())
        if isinstance(found, Match) and found.end >= close.end("agency") and _is_inner(found.value):
            label = Residue(text, begin, begin + len(text[begin : start.start()].rstrip()))
            zones.residue.append(label)
            return start.start(), found.value
    return begin, None


def _is_inner(line: Dateline) -> bool:
    """Whether a dateline inside the body is one beyond doubt."""
    return bool(line.places and line.places[0].text[:2].isupper()) or any(
        agency.id for agency in line.agencies
    )


def _is_fitting(line: Dateline, index: int, published: datetime.date | None) -> bool:
    """Whether a dateline that says little fits the story.

    A bare day must be near that of publication ("March 14 - " opens many sentences), a bare place
    that is not in capitals must open the body.
    """
    if line.agencies or (line.places and line.date_text is not None):
        return True
    if line.places:
        return index == 0 or line.places[0].text[:2].isupper()
    if index > 0 or published is None:
        return index == 0
    date = resolve_dateline(line, published).date
    return date is not None and abs(date - published) <= SLACK
