r"""Paragraph breaks by quotations, where line ends say too much or too little.

Corpora hold a sentence a line or a story a line; sites lose line ends, or break a line where a link
stood. How writers set paragraphs and marks shows what was meant (AP Stylebook, "quotation marks": a
quotation that runs on opens each of its paragraphs; only the last one is closed):

- a line end inside a quotation that is closed without having been opened again ends no paragraph;
- in a long run of prose a mark that opens behind a finished quotation, or inside one that is open,
  begins a paragraph. So does in a short one what opens inside an open quotation, behind whole
  sentences; where somebody says something between, a mark was lost.

Single marks are too often apostrophes to show anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from diplotext.body.quotation_mark import Mark, find_marks
from diplotext.lazy_pattern import holds, lazy_regex

__all__ = ["move_breaks"]

Range = tuple[int, int]

_PAIRS = (("“", "”"), ("«", "»"), ("``", "''"))
_MARKS = ('"', *(mark for pair in _PAIRS for mark in pair))
_MOST_LINES = 8  # of a quotation; behind more without a mark, one was lost
_LONG = 1200  # code points: no desk writes such a paragraph of news, software makes it
# The end of a sentence, or of one with the name in capitals behind it of who speaks next, or what
# about: `"It fell. EVA LUND, ECONOMIST, OSLO: "It will rise."`, `"It fell. ON RATES "No."`. A stop
# as in "HEAD OF U.S. SHARES" ends none.
_CAPITALS = r"\p{Lu}[\p{Lu}.’'-]++(?:,?\s+(?:[\p{Lu}\d&][\p{Lu}\d.’'&/-]*+|of|and)){1,24}+"
_SENTENCE_END_RE = lazy_regex(
    rf"(?:[.!?…]\s+|(?<!\p{{Lu}})[.!?…]:?\s+(?P<heading>{_CAPITALS}\s*:?\s*))$"
)
_HEADING = 200  # characters before a mark in which a heading and the end of a sentence stand
# Where the writer speaks a mark was lost: `"We go, he said. "We stay."`, `"We go. Marsh said it was
# late. "We stay."`. What is said tells of sayings too: `"I said we stay. "We go."`.
_SAYS = r"(?:said|says|told|tells|add(?:ed|s)|ask(?:ed|s)|replied|wrote)\b"
_WHO = r"(?:he|she|they|it|(?:an?|the)(?:\s[\w’'-]++){1,4}?|(?:[\w.’'-]+\s){0,4}?\p{Lu}[\w’'-]+)"
_NOBODY = r"(?:I|We|You|It|People|Others|Many|Who|What|That|Then|(?:Some|No|Every|Any)\w*+)\b"
_SAYING_RE = lazy_regex(
    rf",\s(?:{_WHO}\s(?:\w+ly\s|also\s)?{_SAYS}|{_SAYS}\s{_WHO})[^.!?\"“”]{{0,60}}[.]\s+$"
    rf"|[.!?]\s(?!{_NOBODY})\p{{Lu}}[\w.’'-]*+(?:\s\p{{Lu}}[\w’'-]++){{0,4}}\s(?:also\s)?{_SAYS}"
)
_FINISHED = frozenset(".!?…")
_SINGLE_MARKS = frozenset("'‘’‚‛`")
_NAME = r"\p{Lu}[\w.’'-]*+"
# '"The bridge is lost.' / 'Ruth Okafor, harbour master."' names the speaker in the last line.
_NAME_LINE_RE = lazy_regex(
    rf"(?:{_NAME}\s++){{1,4}}{_NAME},(?:\s++\S++){{1,8}}"
    rf"|{_NAME}(?:[\s,]++(?:{_NAME}|\p{{Ll}}++(?=\s+\p{{Lu}}))){{1,8}}\W?"
)


def move_breaks(text: str, paragraphs: Sequence[Range]) -> tuple[Range, ...]:
    r"""The ``paragraphs`` of ``text``, in order, joined and split as their quotations show.

    Ranges are code points, the end exclusive; white space at a break belongs to no paragraph.

    >>> text = '"The bridge held.\nWe stayed," Okafor said.\n"And you?"'
    >>> move_breaks(text, [(0, 17), (18, 42), (43, 53)])
    ((0, 42), (43, 53))

    A running quotation opens each of its paragraphs:

    >>> text = '"The bridge held.\n"We stayed," Okafor said.'
    >>> move_breaks(text, [(0, 17), (18, 43)])
    ((0, 17), (18, 43))
    """
    moved: list[Range] = []
    pairs = [pair for pair in _PAIRS if pair[0] in text]
    at = 0
    while at < len(paragraphs):
        start, end = paragraphs[at]
        is_uneven = _is_uneven(text, start, end, pairs)
        if is_uneven:
            while (last := _closing_line(text, paragraphs, at)) > at:
                at = last
            end = paragraphs[at][1]
        is_long = end - start > _LONG
        moved += _split(text, start, end, is_long) if is_long or is_uneven else [(start, end)]
        at += 1
    return tuple(moved)


def _closing_line(text: str, lines: Sequence[Range], at: int) -> int:
    """The number of the line that closes what line ``at`` leaves open; ``at`` if there is none."""
    if not _is_left_open(text, lines[at]):
        return at
    for number in range(at + 1, min(at + _MOST_LINES, len(lines))):
        start, end = lines[number]
        if holds(text, start, end, _MARKS):
            first = next(iter(find_marks(text, start, end)), None)
            return number if first is not None and _closes(text, lines[number], first) else at
    return at


def _is_uneven(text: str, start: int, end: int, pairs: Iterable[tuple[str, str]]) -> bool:
    """Whether a line opens more quotations than it closes, by the number of its marks."""
    count = text.count
    straight = count('"', start, end)
    if straight % 2:
        return True
    # Which way a straight mark faces is shown by the blank before it.
    if straight > 2 and 2 * (count(' "', start, end) + (text[start] == '"')) > straight:
        return True
    for opening, closing in pairs:
        if count(opening, start, end) > count(closing, start, end):
            return True
    return False


def _is_left_open(text: str, line: Range) -> bool:
    """Whether the last outer quotation of a line has words and is open at the line's end."""
    last = next((m for m in reversed(find_marks(text, *line)) if m.level == 1), None)
    if last is None or not last.opens:
        return False
    # 'Indonesia"s budget': old feeds have such apostrophes.
    behind_word = last.start > line[0] and text[last.start - 1].isalpha()
    return not behind_word and last.start + last.length < line[1]


def _closes(text: str, line: Range, first: Mark) -> bool:
    """Whether the first mark of a line closes what the line has not opened."""
    if first.opens or first.level:
        return False
    at_end = first.start + first.length == line[1]
    return not (at_end and _NAME_LINE_RE.fullmatch(text, line[0], first.start))


def _split(text: str, start: int, end: int, is_long: bool) -> Iterator[Range]:
    """The paragraphs of prose that was run together."""
    marks = [m for m in find_marks(text, start, end) if m.level == 1 or (m.opens and not m.level)]
    # `"They call it 'a chase'. "We do not."`: the single ones stand in what is left open.
    doubles = [m for m in marks if text[m.start] not in _SINGLE_MARKS or m.length > 1]
    marks = doubles or marks
    for before, mark in pairwise(marks):
        at = _break_before(text, before, mark.start, is_long) if mark.opens else -1
        if at >= 0:
            yield start, start + len(text[start:at].rstrip())
            start = at
    yield start, end


def _break_before(text: str, before: Mark, at: int, is_long: bool) -> int:
    """Where a quotation that opens at ``at`` behind the mark ``before`` begins a paragraph; or -1.

    A heading between the two stands over what opens.
    """
    if before.opens:
        low = max(before.start, at - _HEADING)
        ended = None if before.level else _SENTENCE_END_RE.search(text, low, at)
        if ended is None or not (is_long or _SAYING_RE.search(text, before.start, at) is None):
            return -1
        return at if ended["heading"] is None else ended.start("heading")
    if not is_long:
        return -1
    behind = text[before.start + before.length : at]
    return at if behind.isspace() and text[before.start - 1] in _FINISHED else -1
