"""The body: its paragraphs, what opens them, and where their own words begin."""

from __future__ import annotations

from diplotext.combinators import Match
from diplotext.layout.body_dateline import (
    drop_town_line,
    find_dateline,
    lift_dateline,
    may_open,
    place_dateline,
)
from diplotext.layout.dateline_list import find_listed
from diplotext.layout.debris import find_boxes
from diplotext.layout.page_line import is_head_label, read_page_line
from diplotext.layout.record import skip_label
from diplotext.layout.timeline import is_timeline
from diplotext.layout.zone import (
    Parsers,
    Range,
    Zones,
    keep_byline,
    notice_at,
    skip_debris,
)
from diplotext.lexicon.stamp import is_plain_day
from diplotext.model import Residue

__all__ = ["read_body"]


def read_body(text: str, ranges: tuple[Range, ...], parsers: Parsers, zones: Zones) -> None:
    """Reads the paragraphs: what opens them (notices, byline, datelines) and their prose."""
    boxed = find_boxes(text, ranges)
    listed = 0  # up to which paragraph a list's items begin like datelines
    behind = 0  # where a byline of two lines ends that began in the paragraph before
    for index, (start, end) in enumerate(ranges):
        if any(opening <= start < closing for opening, closing in boxed):
            zones.residue.append(Residue(text, start, end))
            continue
        is_open = not zones.dateline and may_open(index, zones)
        begin = skip_label(text, max(start, behind), end, zones)
        # "Baku, June 4", and under it "By Ann Roe - Trend:".
        is_head = is_open or (bool(zones.dateline) and not zones.paragraphs)
        if is_head and begin < end:
            begin = behind = _read_opening(text, begin, end, ranges[-1][1], parsers, zones)
        if begin >= end:
            continue
        # One of several days on lines for themselves is a heading of a timeline.
        is_day = is_open and is_plain_day(text[begin:end])
        edge = is_open and not (is_day and is_timeline(text, ranges))
        if read_page_line(text, begin, end, parsers, zones, is_open=is_open, edge=edge):
            continue
        begin, line = find_dateline(text, begin, end, index, parsers, zones)
        if line is not None and is_open and not line.agencies and index >= listed:
            listed = index + find_listed(text, ranges, index, parsers)
        if index < listed:
            line = None
        if line is None and is_open and is_head_label(text, begin, end, zones):
            zones.residue.append(Residue(text, begin, end))
            continue
        begin, prose = place_dateline(text, begin, end, line, is_open, parsers, zones)
        if begin < end:
            zones.paragraphs.append((begin, end))
            zones.prose.append(prose)
    lift_dateline(text, zones)
    drop_town_line(text, zones)


def _read_opening(
    text: str, start: int, end: int, last: int, parsers: Parsers, zones: Zones
) -> int:
    """Reads what stands before a paragraph's words; where these begin.

    A byline may take the next line with it, but nothing behind the body, which ends at ``last``.
    """
    pos = skip_debris(text, start, end, zones)
    for _ in range(4):
        if pos >= end:
            break
        words = notice_at(text, pos, end, parsers)
        if words is not None:
            zones.notices.append(words)
            pos = skip_debris(text, words.end, end, zones)
            continue
        written = parsers.byline(text, pos)
        if not isinstance(written, Match) or written.end > last:
            break
        keep_byline(text, written, zones)
        pos = skip_debris(text, written.end, max(end, written.end), zones)
    return pos
