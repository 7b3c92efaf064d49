"""The layout of a story: which part of the text is which zone.

The top-level zones (slugline, headline, byline, a dateline on its own line, paragraphs, credits,
notices, residue) are disjoint, in order, and leave nothing out but white space. A dateline that
opens a paragraph lies inside the paragraph's range, which begins where the dateline does; a byline
glued before it is a zone of its own.
"""

from __future__ import annotations

import datetime
from operator import itemgetter
from typing import TypeVar

from diplotext.body.paragraph import find_lines, split_paragraphs
from diplotext.body.quotation_break import move_breaks
from diplotext.combinators import Match, Miss, Parser
from diplotext.head.byline import byline as default_byline
from diplotext.head.dateline import dateline as default_dateline
from diplotext.head.headline import headline as default_headline
from diplotext.head.slugline import slugline as default_slugline
from diplotext.layout.about_writer import split_about_writer
from diplotext.layout.body import read_body
from diplotext.layout.body_dateline import DATELINE_END_RE, MOST_BEFORE_DATELINE
from diplotext.layout.debris import split_debris
from diplotext.layout.frame import find_frame, find_widgets
from diplotext.layout.head import read_head
from diplotext.layout.record import split_labels
from diplotext.layout.zone import Layout, NoticeFinder, Parsers, Range, TrailerFinder, Zones
from diplotext.lazy_pattern import lazy_re, lazy_regex
from diplotext.model import Byline, Dateline, Headline, Residue, Slugline
from diplotext.trailer.notice import notice_after
from diplotext.trailer.trailer import Trailer, find_trailer, split_rest

__all__ = ["find_layout"]

T = TypeVar("T")
BYLINE_OPENERS = ("By", "BY", "by", "From", "FROM", "Special", "SPECIAL")
# A story's last line, and how much of a page's links may follow.
END_LINE_RE = lazy_re(
    r"\n[ \t]*(?:\((?:END|End|end)\)|-+\s?(?:30|END|ENDS|ends)\s?-+|Enditem|ENDS|#{3})[ \t]*"
    r"(?=\n)"
)
UNDER_DECKS_RE = lazy_regex(r"[–—-] [\"“‘]?\p{Lu}[\p{Ll} ]")
GRAPHIC_RE = lazy_re(r"\n(?=[ \t]*Graphic[ \t]*\n)")
MOST_BEHIND_END = 3000
# UPI's page prints the openings of other stories below its own: "World News // 3 hours ago".
LATEST_RE = lazy_re(
    r"\n(?=[ \t]*Latest Headlines\s*\n\s*\w[\w. ]{2,30} // "
    r"\d{1,2} (?:minute|hour|day|week|month|year)s? ago)"
)
# What is told below a page's links; "RSS" and "More" are no marks there.
FOOT_KINDS = frozenset(("copyright", "disclaimer", "correction", "clarification"))
# What ends a raw feed: ETX, EOT and kin, with the white space around them.
CONTROL_RE = lazy_regex(r"[\x00-\x08\x0e-\x1b\x7f][\x00-\x20\x7f]*+$")


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
    parsers = Parsers(
        _remembering(slugline),
        _remembering(headline),
        _remembering(byline),
        _remembering(dateline),
        notice,
        published,
    )
    zones = Zones()
    frame = find_frame(text, parsers)
    menu = find_lines(text, 0, frame.start)
    zones.residue.extend(Residue(text, line.start, line.end) for line in menu)
    start = read_head(text, frame.start, parsers, zones)
    tail = _find_tail(text, _behind_dateline(text, start, parsers), frame.end, trailer)
    tail = split_about_writer(text, start, tail, zones.byline)
    ranges = _paragraphs(text, start, tail.body_end, parsers)
    if frame.is_page:
        widgets = find_widgets(text, ranges)
        zones.residue.extend(Residue(text, *span) for span in sorted(widgets))
        ranges = tuple(span for span in ranges if span not in widgets)
    read_body(text, split_debris(text, split_labels(text, ranges, zones)), parsers, zones)
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
        residue=tuple(_residue_of(text, zones, tail)),
    )


def _residue_of(text: str, zones: Zones, tail: Trailer) -> list[Residue]:
    """The residue, with what no zone has taken and without what another one has.

    Of "AP)" below a name, which was read with that name and by itself as well, the bracket is left.
    """
    heads = (*zones.slugline, *zones.headline, *zones.byline, *zones.dateline, *zones.inner)
    zoned = (*heads, *zones.notices, *tail.notices, *tail.credits)
    spans: list[tuple[int, int, Residue | None]]
    spans = [(*span, None) for span in (*zones.paragraphs, *(zone.span for zone in zoned))]
    spans += [(*rest.span, rest) for rest in (*zones.residue, *tail.residue)]
    found, pos = [], 0
    for start, end, rest in (*sorted(spans, key=itemgetter(0, 1)), (len(text), len(text), None)):
        if rest is not None and start < pos:
            continue
        if pos < start and (words := text[pos:start].strip()):
            begin = text.index(words, pos)
            found.append(Residue(text, begin, begin + len(words)))
        found += [rest] if rest is not None else []
        pos = max(pos, end)
    return found


def _paragraphs(text: str, start: int, end: int, parsers: Parsers) -> tuple[Range, ...]:
    """The paragraphs of the body; what stands above byline or dateline is split by itself.

    A list of points over hard-wrapped copy, or "PTI" on the line before "Mumbai, Mar 4 (PTI) -".
    """
    for number, line in enumerate(find_lines(text, start, end)):
        found = parsers.dateline(text, line.start)
        if number == MOST_BEFORE_DATELINE or (number == 0 and isinstance(found, Match)):
            break
        is_by = number > 0 and text.startswith(BYLINE_OPENERS, line.start)
        is_sure = _is_sure(found) or _is_under_decks(text, start, line.start, found)
        if is_sure or (is_by and isinstance(parsers.byline(text, line.start), Match)):
            below = move_breaks(text, split_paragraphs(text, line.start, end))
            return _above(text, start, line.start, below) + below
    return move_breaks(text, split_paragraphs(text, start, end))


def _above(text: str, start: int, end: int, below: tuple[Range, ...]) -> tuple[Range, ...]:
    """The paragraphs above byline or dateline: lines, if no line of the story is wrapped."""
    if any("\n" in text[begin:stop] for begin, stop in below):
        return split_paragraphs(text, start, end)
    return tuple((line.start, line.end) for line in find_lines(text, start, end))


def _is_under_decks(text: str, start: int, pos: int, found: Match[Dateline] | Miss) -> bool:
    """Whether a town in capitals and a dash stand under decks: "Ferry fares rise", "OSLO - A ...".

    In a wrapped sentence, which has its comma or stop above, they may be anything.
    """
    if not isinstance(found, Match) or not found.value.places:
        return False
    town = found.value.places[0]
    is_town = town.text[:2].isupper() and town.country is not None
    is_deck = text[start:pos].rstrip()[-1:].isalnum()
    return is_town and is_deck and UNDER_DECKS_RE.match(text, found.end - 1) is not None


def _is_sure(found: Match[Dateline] | Miss) -> bool:
    """Whether a dateline says enough to stand inside a block: an agency, or place and day."""
    if not isinstance(found, Match):
        return False
    line = found.value
    is_placed = any(place.text[:2].isupper() for place in line.places)
    return any(agency.id for agency in line.agencies) or (is_placed and line.date_text is not None)


def _remembering(parser: Parser[T]) -> Parser[T]:
    """The parser, asked once for a position: head and body both look at the first paragraph."""
    known: dict[int, Match[T] | Miss] = {}

    def parse(text: str, pos: int, /) -> Match[T] | Miss:
        if pos not in known:
            known[pos] = parser(text, pos)
        return known[pos]

    return parse


def _find_tail(text: str, start: int, end: int, trailer: TrailerFinder) -> Trailer:
    """What stands behind the body, which the frame of a page ends at ``end`` at the latest."""
    found = _read_tail(text, start, _behind_end(text, start), trailer)
    if start < end < found.body_end:
        found = _read_tail(text, start, _foot(text, end), trailer)
    return found


def _read_tail(text: str, start: int, found: Trailer, trailer: TrailerFinder) -> Trailer:
    """The trailer, read on before the control characters that close raw feeds (ETX, EOT)."""
    for _ in range(3):
        control = CONTROL_RE.search(text, max(start, found.body_end - 40), found.body_end)
        end = control.start() if control else found.body_end
        more = trailer(text, start, end)
        residue = found.residue
        if control is not None:
            stripped = control.group().rstrip()
            residue = (Residue(text, end, end + len(stripped)), *residue)
        found = Trailer(
            more.body_end,
            (*more.credits, *found.credits),
            (*more.notices, *found.notices),
            (*more.residue, *residue),
        )
        if control is None:
            break
    return found


def _foot(text: str, start: int) -> Trailer:
    """What a page has below its story: residue, and whose the page is."""
    notices, residue = split_rest(text, start, len(text))
    kept = tuple(found for found in notices if found.kind in FOOT_KINDS)
    others = (Residue(text, *found.span) for found in notices if found.kind not in FOOT_KINDS)
    return Trailer(
        start, notices=kept, residue=tuple(sorted((*residue, *others), key=lambda r: r.start))
    )


def _behind_end(text: str, start: int) -> Trailer:
    """What a page has behind a story that says on a line for itself that it ends: "(END)"."""
    low = max(start, len(text) - MOST_BEHIND_END)
    latest = LATEST_RE.search(text, low) if text.find(" // ", low) >= 0 else None
    last = latest or END_LINE_RE.search(text, low)
    # LexisNexis, between the story and its "Load-Date:": what its pictures show.
    dated = text.rfind("\nLoad-Date:", low)
    pictures = GRAPHIC_RE.search(text, low, dated) if dated >= 0 else None
    if pictures is not None:
        below = find_lines(text, pictures.start(), len(text))
        rest = tuple(Residue(text, line.start, line.end) for line in below)
        return Trailer(pictures.start(), residue=rest)
    if last is None:
        return Trailer(len(text))
    lines = list(find_lines(text, last.end(), len(text)))
    if latest is None and any(text[line.end - 1] in '.”"' for line in lines):
        return Trailer(len(text))
    rest = tuple(Residue(text, line.start, line.end) for line in lines)
    return Trailer(last.end(), residue=rest)


def _behind_dateline(text: str, start: int, parsers: Parsers) -> int:
    """Where the trailer may begin at the earliest: not before the story's first words."""
    found = parsers.dateline(text, start)
    if isinstance(found, Match):
        return found.end
    # "(Photo: Ann Roe) OSLO (Reuters) - Text": a caption's credit is no end of the story.
    close = DATELINE_END_RE.search(text, start, start + 600)
    return close.end() if close is not None else start


def _one(found: list[T]) -> T | None:
    return found[0] if found else None
