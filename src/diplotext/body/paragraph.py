r"""Paragraphs: how wire copy and web copy break a body into them.

Three layouts are told apart by the lines themselves. Hard-wrapped copy (AP and Reuters of the
eighties, FBIS) fills its lines to a width and opens a paragraph with a blank or an indented
line; web copy puts a paragraph on a line; most else leaves blank lines. Pages that leave one
behind each line of hard-wrapped copy are read as that copy. A row of a table, with its
columns held apart by white space, is a paragraph of its own.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from attrs import evolve, frozen

from diplotext.lazy_pattern import holds, lazy_re

__all__ = ["Line", "find_lines", "split_paragraphs"]

# A line without the white space around it. Line ends are those of str.splitlines.
LINE_RE = lazy_re(
    r"[^\s](?:[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]*[^\s])?",
)
BREAK_RE = lazy_re(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
WORD_RE = lazy_re(r"\S{1,40}")
# A row of a table: "Bodo        1 Molde      2". Behind a stop a typewriter leaves two spaces.
ROW_RE = lazy_re(r"[^\s][^\s.!?:\"”’')] {3,}[^\s]|[^\s]\t+[^\s]")
ROW_GAPS = ("   ", "\t")  # without one of these a line is no row
# A field of a raw feed (ANPA 1312), a point of a list, what an update adds.
OPENER_RE = lazy_re(
    r"\^|[*•‣▪●■][ \t]|\((?:Adds|Updates|Recasts|Rewrites|Corrects|Fixes|Repeats|Refiles|Removes)\b"
)
# "( NSKP.O )", "NSKP.O" behind the company's "Inc."
TICKER_RE = lazy_re(r"\(\s?[A-Z\d]{1,6}[a-z]?\.[A-Z]{1,3}\s?\)|[A-Z]{2,5}\.[A-Z]{1,2}(?=[\s,])")
PLAIN_GAPS = ("\n\n", "\n", "")  # most of what stands between lines

# No printer or teletype filled its lines wider than this; a longer line is a whole paragraph.
WIDEST = 132
# A line is full when the next word would have passed this share of the width.
FULL = 0.88
# Copy that a page has put in double space was filled to more than this.
NARROWEST = 50
# So many lines that begin with capitals or figures are no running prose.
MOST_CAPITALS = 3
FEW_LINES = 5
WIDER = 1.3
SENTENCE_ENDS = frozenset(".!?:\"”’'»)]")


@frozen
class Line:
    """A line that is not blank: its range, its indent in columns, the blank lines before it."""

    start: int
    end: int
    indent: int
    blanks: int


def find_lines(text: str, start: int = 0, end: int | None = None) -> Iterator[Line]:
    r"""The lines that are not blank, without the white space around them.

    >>> [(line.start, line.end, line.indent, line.blanks) for line in find_lines("A\n\n  B ")]
    [(0, 1, 0, 0), (5, 6, 2, 1)]
    >>> list(find_lines(" \n "))
    []
    """
    stop = len(text) if end is None else end
    at = start
    for found in LINE_RE.finditer(text, start, stop):
        begin = found.start()
        gap = text[at:begin]
        first = at == start
        at = found.end()
        if gap in PLAIN_GAPS:
            breaks, indent = len(gap), 0
        else:
            # A form feed begins a page: more than a line end.
            breaks = len(BREAK_RE.findall(gap)) + gap.count("\f")
            indent = _width(gap)
        yield Line(begin, at, indent, max(0, breaks - (0 if first else 1)))


def split_paragraphs(
    text: str, start: int = 0, end: int | None = None
) -> tuple[tuple[int, int], ...]:
    r"""The paragraphs of ``text[start:end]`` as ``(start, end)``, in order, white space trimmed.

    >>> split_paragraphs("One\nTwo.\n\nThree.")
    ((0, 3), (4, 8), (10, 16))
    >>> wrapped = "    The harbour at Brindle Bay was shut by\nice on Monday.\n    It opens again."
    >>> [wrapped[a:b][:7] for a, b in split_paragraphs(wrapped)]
    ['The har', 'It open']

    A line that is not full does not go on in the next one: a list stays a list.

    >>> len(split_paragraphs("Wheat\nBarley\nOats"))
    3
    """
    lines = list(find_lines(text, start, end))
    if _is_double_spaced(text, lines):
        lines = [evolve(line, blanks=max(0, line.blanks - 1)) for line in lines]
    rows = _rows(text, lines)
    prose = [line for line in lines if line.start not in rows] if rows else lines
    width = _wrap_width(text, prose)
    margin = _margin(text, lines)
    ranges: list[tuple[int, int]] = []
    previous: Line | None = None
    for line in lines:
        is_open = line.start in rows or (previous is not None and previous.start in rows)
        is_letter = previous is not None and previous.end - previous.start == 1
        if is_letter and _is_initial(text, ranges[-1][0], line):
            ranges[-1] = (ranges[-1][0], line.end)
        elif previous is None or not width or is_open:
            ranges.append((line.start, line.end))
        elif not _opens(text, previous, line, margin, width):
            ranges[-1] = (ranges[-1][0], line.end)
        else:
            ranges.append((line.start, line.end))
        previous = line
    return tuple(ranges)


def _is_double_spaced(text: str, lines: list[Line]) -> bool:
    """Whether a page put a blank line behind each line of hard-wrapped copy.

    Of lines with a blank between all of them a third goes on in small letters. Lines of verse are
    short, or end with commas.
    """
    if len(lines) < FEW_LINES or not all(line.blanks for line in lines[1:]):
        return False
    widest = max(line.end - line.start for line in lines)
    if not NARROWEST <= widest <= WIDEST:
        return False
    if sum(text[line.end - 1] in ",;" for line in lines) * 3 >= len(lines):
        return False
    running = sum(
        text[after.start].islower() and not _is_sentence(text, before)
        for before, after in itertools.pairwise(lines)
    )
    return running * 3 >= len(lines)


def _is_initial(text: str, pos: int, line: Line) -> bool:
    """Whether the letter at ``pos`` is a large first one: "T" over "he ferry sailed"."""
    return text[pos].isupper() and not line.blanks and text[line.start].islower()


def _rows(text: str, lines: list[Line]) -> frozenset[int]:
    """Where the lines begin that are rows of a table."""
    if all(line.blanks for line in lines[1:]):
        return frozenset()  # each line is a paragraph anyway
    if not holds(text, lines[0].start, lines[-1].end, ROW_GAPS):
        return frozenset()
    return frozenset(
        line.start
        for line in lines
        if line.end - line.start <= WIDEST
        and holds(text, line.start, line.end, ROW_GAPS)
        and ROW_RE.search(text, line.start, line.end)
    )


def _opens(text: str, previous: Line, line: Line, margin: int, width: int) -> bool:
    """Whether a line of hard-wrapped copy opens a paragraph."""
    if line.blanks or line.indent > margin or OPENER_RE.match(text, line.start) is not None:
        return True
    if not _is_sentence(text, previous):
        return False
    if text[line.start].islower() or TICKER_RE.match(text, line.start, line.end):
        return False  # "Norsk Skip Inc. | analyst Karl Reed", "Norsk Skip Inc. | ( NSKP.O )"
    return not _is_full(text, previous, line, int(width * 0.8))


def _wrap_width(text: str, lines: list[Line]) -> int:
    """The width that hard-wrapped copy was filled to; 0 for copy that is not hard-wrapped."""
    sizes = [line.end - line.start for line in lines]
    long = sum(size for size in sizes if size > WIDEST)
    if not lines or long * 3 > sum(sizes):
        return 0
    pairs = [
        (before, after)
        for before, after in itertools.pairwise(lines)
        if not after.blanks and before.end - before.start <= WIDEST
    ]
    # The widest fifth left out: a line of a feed that is run together can be longer than the rest.
    widths = sorted(before.end - before.start for before, _ in pairs)
    width = widths[len(widths) * 4 // 5] if widths else 0
    # Line pairs that a paragraph's indent parts say nothing about the filling.
    margin = _margin(text, lines)
    pairs = [pair for pair in pairs if pair[1].indent <= margin]
    is_flush = all(line.indent <= margin for line in lines)
    if is_flush and len(lines) <= FEW_LINES and max(sizes) > WIDER * width:
        return 0  # a label or two over a line that none of them was filled to
    filled = [pair for pair in pairs if _is_full(text, *pair, int(width * FULL))]
    # Running prose goes on in small letters; a list or a paragraph begins with a capital.
    # "list of 3 items" under a few words is a page's.
    running = sum(
        text[b.start].islower() and not _is_sentence(text, a) and a.end - a.start >= width // 2
        for a, b in pairs
    )
    flowing = sum(not _is_sentence(text, before) for before, _ in filled)
    if not running and flowing * 3 <= len(pairs):
        return 0  # short lines, each a sentence or a heading: each a paragraph
    is_list = not running and len(filled) < len(pairs) >= MOST_CAPITALS
    if is_list and is_flush and not text[lines[0].start : lines[-1].end].isupper():
        return 0  # a list: of so many lines of prose one goes on in small letters
    is_wrapped = len(filled) * 2 >= len(pairs) or running * 3 >= len(pairs)
    return width if width >= 30 and pairs and is_wrapped else 0


def _is_sentence(text: str, line: Line) -> bool:
    """Whether a line ends as a sentence does."""
    return text[line.end - 1] in SENTENCE_ENDS


def _margin(text: str, lines: list[Line]) -> int:
    """The indent of the lines that open no paragraph.

    The first line's own stands before the range, if it begins its line at all.
    """
    margins = [line.indent for line in lines[1:]]
    if margins:
        first = lines[0].start
        before = text[max(0, first - WIDEST) : first]
        gap = before[len(before.rstrip(" \t")) :]
        if len(gap) == first or before[: len(before) - len(gap)].endswith(("\n", "\r")):
            margins.append(_width("\n" + gap))
    return min(margins, default=0)


def _is_full(text: str, line: Line, after: Line, width: int) -> bool:
    """Whether the first word of the line after would not have fitted on this one."""
    word = WORD_RE.match(text, after.start, after.end)
    return line.end - line.start + 1 + len(word.group() if word else "") >= width


def _width(gap: str) -> int:
    """The indent of a line: the columns from the last line end to its first character."""
    return len(BREAK_RE.split(gap)[-1].expandtabs(4)) if gap.strip(" ") else len(gap)
