r"""The frame of a page: its menus over the headline, and its links below the story.

A dump of all that a page shows has, a line each: "Home", "World", "Sign in", the headline, byline
and share words, the story, "Email", "Print", titles and openings of other stories, a copyright. The
story is the stretch of lines in which sentences outweigh short lines most (the maximum subsequence
of Pasternack and Roth); a frame is only cut off where it has lines that the table of residue knows,
so that tables and lists of a wire's story stay. Not handled: pages without line ends, pages that
are lists of stories.
"""

from __future__ import annotations

from collections import Counter
from itertools import islice

from attrs import frozen

from diplotext.body.paragraph import Line, find_lines
from diplotext.combinators import Match
from diplotext.layout.frame_foot import find_last
from diplotext.layout.frame_line import FEWEST_LINES, MANY_TIMES, SHORT, STOPS, is_prose
from diplotext.layout.frame_title import LONGEST_TITLE, find_title
from diplotext.layout.record_field import find_fields, is_record
from diplotext.layout.zone import Parsers, Range
from diplotext.trailer.caption import is_caption

__all__ = ["Frame", "find_frame", "find_widgets"]

NEAR = 1500  # code points in which a page has so many labels at its edges
MOST_LINES = 2500  # of a page; what has more is none
MOST_WRAPPED = 5  # one line in so many may go on from the one before
LEDE_WINDOW, FEWEST_PROSE = 12, 3
LONG_PROSE = 200  # of a story of a paragraph or two
RUN = 4  # paragraphs


@frozen
class Frame:
    """Where the story of a page begins, with its headline, and where it ends."""

    start: int
    end: int
    is_page: bool = False


def find_frame(text: str, parsers: Parsers) -> Frame:
    """The frame of a page around its story; the whole text if it has none."""
    has_menu = _has_labels(text[:NEAR])
    has_foot = _has_labels(text[-NEAR:])
    whole = Frame(0, len(text))
    if not has_menu and not has_foot:
        return whole
    lines = list(islice(find_lines(text), MOST_LINES + 1))
    lede = _find_lede(text, lines, parsers) if len(lines) <= MOST_LINES else None
    if lede is None:
        return whole
    title = find_title(text, lines, lede) if has_menu else None
    last = find_last(text, lines, lede) if has_foot else None
    first, stop = title or 0, len(lines) if last is None else last + 1
    story = _prose(text, lines[first:stop])
    # The longer part of a page is its story, but for openings of others and comments.
    if _prose(text, lines[:first]) > story:
        first = 0
    # "Section: News", "Length: 312 words": a data base's fields stand over its story, no menu.
    if first and is_record(find_fields(text, 0, parsers)):
        first = 0
    if _prose(text, lines[stop:]) > story and _is_running(text, lines[stop:]):
        stop = len(lines)
    start = lines[first].start if first else 0
    end = lines[stop - 1].end if stop < len(lines) else len(text)
    return Frame(start, end, first > 0 or stop < len(lines))


def _is_running(text: str, lines: list[Line]) -> bool:
    """Whether sentences stand under one another, a paragraph each, as those of a story do."""
    prose = [is_prose(text, line) for line in lines]
    return any(all(prose[at : at + RUN]) for at in range(len(prose) - RUN + 1))


def _prose(text: str, lines: list[Line]) -> int:
    """How much of the lines is sentences."""
    return sum(line.end - line.start for line in lines if is_prose(text, line))


def find_widgets(text: str, ranges: tuple[Range, ...]) -> frozenset[Range]:
    """Paragraphs of a page that its slides and pictures leave: "<<", "2", a title three times.

    Also captions with whose picture it is: "A ferry at the quay. (AFP)".
    """
    short = [text[start:end] for start, end in ranges if end - start <= LONGEST_TITLE]
    often = {words for words, times in Counter(short).items() if times >= MANY_TIMES}
    return frozenset(
        (start, end)
        for start, end in ranges
        if (words := text[start:end]) in often
        or not any(map(str.isalpha, words))
        or is_caption(words, under=True)
    )


def _has_labels(part: str) -> bool:
    """Whether so many lines are no sentences, nor hard-wrapped copy's: a cheap look."""
    lines = [line for piece in part.split("\n") if (line := piece.strip())]
    labels = sum(line[-1] not in STOPS for line in lines)
    wrapped = sum(line[0].islower() and len(line) > SHORT for line in lines)
    is_wrapped = MOST_WRAPPED * wrapped >= len(lines) or part.isupper()
    return labels >= FEWEST_LINES and not is_wrapped


def _find_lede(text: str, lines: list[Line], parsers: Parsers) -> int | None:
    """The first line of prose that has more of it near, or a dateline; else the longest."""
    prose = [number for number, line in enumerate(lines) if is_prose(text, line)]
    for place, number in enumerate(prose):
        behind = prose[place + FEWEST_PROSE - 1 : place + FEWEST_PROSE]
        if behind and behind[0] - number < LEDE_WINDOW:
            return number
        found = parsers.dateline(text, lines[number].start)
        if isinstance(found, Match) and found.value.agencies:
            return number
    long = [n for n in prose if lines[n].end - lines[n].start >= LONG_PROSE]
    return max(long, key=lambda n: lines[n].end - lines[n].start) if long else None
