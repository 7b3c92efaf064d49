"""The body: its paragraphs, what opens them, and where their own words begin."""

from __future__ import annotations

import datetime

from diplotext.combinators import Match
from diplotext.head.dateline import resolve_dateline
from diplotext.layout.debris import find_boxes
from diplotext.layout.place_line import read_place_line
from diplotext.layout.record import skip_label
from diplotext.layout.signature import read_unsigned
from diplotext.layout.zone import (
    Parsers,
    Range,
    Zones,
    is_agency_line,
    is_count,
    keep_byline,
    line_end,
    notice_at,
    skip_debris,
)
from diplotext.lazy_pattern import lazy_regex
from diplotext.lexicon.stamp import is_plain_day, is_stamp
from diplotext.model import Dateline, Residue
from diplotext.trailer.block import skip_space
from diplotext.trailer.residue import is_residue

__all__ = ["read_body"]

# How many paragraphs may stand before the dateline: captions, summaries, labels, bullets.
MOST_BEFORE_DATELINE = 8
SLACK = datetime.timedelta(days=6)
DASHES = ("-", "–", "—", "_")
CLOSE_RE = lazy_regex(
    r"\((?P<agency>(?=[^()\n]{0,28}\p{L})[^()\n]{2,30})\)\s?(?:[-–—_]{1,2}\s|:\s)"
)
BEFORE_RE = lazy_regex(r"(?<=[.:!?)\]”\"|]\s{1,3}|\n[ \t]*)(?=\p{Lu})")
NEAR_HEAD = 3  # so many paragraphs down a town with its region can still open the story
LONGEST_DAY = 40
LONGEST_DEBRIS = 200  # a longer paragraph between others is the story's
# "Get the day's top stories in your inbox." speaks to readers, as no reporter does.
READERS_RE = lazy_regex(r"\b(?:[Yy]ou|[Yy]our|[Oo]ur|[Uu]s|[Mm]y|[Ff]ull article)\b")
LONGEST_DECK = 140
MOST_DECKS = 3
FEW_WORDS = 3
LABEL_RE = lazy_regex(r"(?=.{2,60}$)\p{Lu}[^\s:;?!\"“”]*(?:[ ][^\s:;?!\"“”]+){0,7}(?<![.,])")
# Over the points of a summary, which are the story's.
POINTS_RE = lazy_regex(
    r"(?i:summary|companies|highlights|(?:key|main)\spoints|in\sbrief|at\sa\sglance)\s?:?"
)
MOST_LABELS = 4
SHORTEST_LEDE = 80
SCORE_RE = lazy_regex(r"(?=.{2,60}$)[^.\d]*\d{1,3}(?:[^.\d]+\d{1,3}){0,8}\D{0,12}")
LINKS_RE = lazy_regex(
    r"(?i:(?:read|see|more|also|related|watch|listen)\b[^.!?]{0,30}:|(?:also\s(?:read|see)|(?:read|see)\salso|explore\smore|related\s(?:stories|articles|news))\s?:?)"
)
FILES = ("FILE", "File")  # an old picture's caption


def read_body(text: str, ranges: tuple[Range, ...], parsers: Parsers, zones: Zones) -> None:
    """Reads the paragraphs: what opens them (notices, byline, datelines) and their prose."""
    boxed = find_boxes(text, ranges)
    behind = 0  # where a byline of two lines ends that began in the paragraph before
    for index, (start, end) in enumerate(ranges):
        if any(opening <= start < closing for opening, closing in boxed):
            zones.residue.append(Residue(text, start, end))
            continue
        is_open = not zones.dateline and _may_open(index, zones)
        begin = skip_label(text, max(start, behind), end, zones)
        # "Baku, June 4", and under it "By Ann Roe - Trend:".
        is_head = is_open or (bool(zones.dateline) and not zones.paragraphs)
        if is_head and begin < end:
            begin = behind = _read_opening(text, begin, end, ranges[-1][1], parsers, zones)
        if begin >= end:
            continue
        # One of several days on lines for themselves is a heading of a timeline.
        is_day = is_open and is_plain_day(text[begin:end])
        edge = is_open and not (is_day and _is_timeline(text, ranges))
        if _read_page_line(text, begin, end, parsers, zones, is_open=is_open, edge=edge):
            continue
        begin, line = _find_dateline(text, begin, end, index, parsers, zones)
        if line is None and is_open and _is_head_label(text, begin, end, zones):
            zones.residue.append(Residue(text, begin, end))
            continue
        begin, prose = _place_dateline(text, begin, end, line, is_open, parsers, zones)
        if begin < end:
            zones.paragraphs.append((begin, end))
            zones.prose.append(prose)


def _read_page_line(
    text: str, begin: int, end: int, parsers: Parsers, zones: Zones, *, is_open: bool, edge: bool
) -> bool:
    """Reads a paragraph that is a page's line: debris, a town, names under a deck; whether it is.

    ``edge`` says that what pages print at their edges can stand here.
    """
    is_short = _may_be_debris(text, begin, end, is_open=is_open)
    is_label = (
        (is_open and is_agency_line(text[begin:end]))
        or _is_link(text, begin, end, zones)
        or is_count(text, begin, end, zones)
        or _is_title_again(text[begin:end], zones)
    )
    # Under a deck: "Ann Roe in Oslo" over the hour, "Ann Roe / TNN / Jun 14, 2021, 09:14 IST".
    if is_short and is_open and not is_label:
        named = read_unsigned(text, begin, parsers, zones)
        if named is not None:
            rest = skip_space(text, named, end)
            if rest < end:
                zones.residue.append(Residue(text, rest, end))
            return True
    if is_short and (is_label or is_residue(text[begin:end], edge=edge)):
        zones.residue.append(Residue(text, begin, end))
        return True
    return is_open and read_place_line(text, begin, zones) == end


def _may_open(index: int, zones: Zones) -> bool:
    """Whether the story can still begin: what a page puts before it counts little."""
    return len(zones.paragraphs) < MOST_BEFORE_DATELINE and index < 3 * MOST_BEFORE_DATELINE


def _may_be_debris(text: str, begin: int, end: int, *, is_open: bool) -> bool:
    """Whether a paragraph can be debris: short, and no sentence but one to the page's readers."""
    if end - begin >= LONGEST_DEBRIS:
        return False
    if text[end - 1] not in '.”"':
        return True
    words = text[begin:end]
    if '"' in words or "”" in words:
        return False
    if words.isupper() and " " in words:
        return True  # "GET THE MORNING HEADLINES."
    if READERS_RE.search(words) is not None:
        return True
    return is_open and (words[:4] in FILES or is_stamp(words))


def _is_head_label(text: str, begin: int, end: int, zones: Zones) -> bool:
    """Whether a word or three beside a byline or a time stamp, above the story, are a page's label.

    "Newsroom", "Reply", "Web Report/Dubai": no crosshead stands so high, and decks stand higher.
    """
    if not zones.headline or LABEL_RE.fullmatch(text, begin, end) is None:
        return False
    if any(stop - start >= LONGEST_DECK for start, stop in zones.paragraphs):
        return False
    if zones.residue and POINTS_RE.fullmatch(zones.residue[-1].text) is not None:
        return False
    is_short = len(text[begin:end].split()) <= FEW_WORDS
    above = max((zone.end for zone in (*zones.byline, *zones.residue)), default=0)
    below = skip_space(text, end)
    next_line = text[below : line_end(text, below)]
    if SCORE_RE.fullmatch(next_line) is not None and not is_residue(next_line):
        return False  # "Sunday's Games" over "Oslo 14, Harlow 10"
    if above and not text[above:begin].strip():
        is_label = is_short or len(text[begin:end].split()) == FEW_WORDS + 1
        return is_short or (is_label and _is_over_lede(text, end))
    return is_short and is_stamp(next_line)


def _is_over_lede(text: str, end: int) -> bool:
    """Whether a sentence follows within a few lines: what stands over a list is its heading."""
    for _ in range(MOST_LABELS):
        below = skip_space(text, end)
        end = line_end(text, below)
        if end - below >= SHORTEST_LEDE:
            return text[end - 1] in '.”"'
    return False


def _is_link(text: str, begin: int, end: int, zones: Zones) -> bool:
    """Whether a title stands right under "Read more:"."""
    for above in reversed(zones.residue[-MOST_LABELS:]):
        if text[above.end : begin].strip() or text[end - 1] in '.!”"':
            return False
        if LINKS_RE.fullmatch(above.text) is not None:
            return True
        begin = above.start  # one of several titles
    return False


def _is_title_again(words: str, zones: Zones) -> bool:
    """Whether a page prints its headline a second time."""
    return bool(zones.headline) and words == zones.headline[0].text


def _is_timeline(text: str, ranges: tuple[Range, ...]) -> bool:
    """Whether several days stand on lines for themselves among the paragraphs."""
    short = {text[start:end] for start, end in ranges if end - start < LONGEST_DAY}
    return sum(is_plain_day(words) for words in short) > 1  # not one day twice


def _find_dateline(
    text: str, begin: int, end: int, index: int, parsers: Parsers, zones: Zones
) -> tuple[int, Dateline | None]:
    """The dateline that opens a paragraph, and where the paragraph begins."""
    is_open = not zones.dateline and _may_open(index, zones)
    found = parsers.dateline(text, begin)
    line = found.value if isinstance(found, Match) and found.end <= end else None
    if is_open and line is not None:
        first = 0 if _is_under_head(text, begin, zones) else index
        if _is_fitting(line, first, parsers.published):
            return begin, line
    if not is_open:
        if line is not None and line.end >= end and not line.agencies and not _is_known(line):
            return begin, None  # "THE WATCHMEN, 30 MARCH 1990" signs a letter
        return begin, line if line is not None and _is_inner(line) else None
    return _behind_caption(text, begin, end, parsers, zones) if index < 2 else (begin, None)


def _is_under_head(text: str, begin: int, zones: Zones) -> bool:
    """Whether at most decks, and then a byline or a time stamp, stand above: "Lisbon: Text"."""
    if len(zones.paragraphs) > MOST_DECKS or any(
        stop - start > LONGEST_DECK for start, stop in zones.paragraphs
    ):
        return False
    above = max((zone.end for zone in (*zones.byline, *zones.residue)), default=0)
    return above > 0 and not text[above:begin].strip()


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


def _place_dateline(
    text: str,
    begin: int,
    end: int,
    line: Dateline | None,
    is_open: bool,
    parsers: Parsers,
    zones: Zones,
) -> Range:
    """Keeps the dateline; where the paragraph and where its prose begin."""
    if line is None:
        return begin, begin
    line = resolve_dateline(line, parsers.published)
    (zones.dateline if is_open else zones.inner).append(line)
    prose = skip_space(text, line.end)
    is_own_line = "\n" in text[line.end : prose] and line.text[-1:] not in DASHES
    # On its own line it is a zone, no part of the paragraph under it.
    return (prose, prose) if prose >= end or is_own_line else (begin, prose)


def _behind_caption(
    text: str, begin: int, end: int, parsers: Parsers, zones: Zones
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


def _is_known(line: Dateline) -> bool:
    """Whether the gazetteer has a place of the line's."""
    return any(place.country is not None for place in line.places)


def _is_fitting(line: Dateline, index: int, published: datetime.date | None) -> bool:
    """Whether a dateline that says little fits the story.

    A bare day must be near that of publication ("March 14 - " opens many sentences), a bare place
    that is not in capitals must open the body.
    """
    if line.agencies or (line.places and line.date_text is not None):
        return True
    if line.places:
        name = line.places[0].text
        return index == 0 or name[:2].isupper() or ("," in name and index < NEAR_HEAD)
    if index > 0 or published is None:
        return index == 0
    date = resolve_dateline(line, published).date
    return date is not None and abs(date - published) <= SLACK
