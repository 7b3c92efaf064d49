"""The window of a cue head: which chunks are looked at, and how the cue stands in its sentence."""

from __future__ import annotations

from bisect import bisect_left

from attrs import define

from diplotext.attribution.learned.block import Unit
from diplotext.attribution.learned.chunk import Chunks
from diplotext.attribution.learned.tagger import TAGS
from diplotext.body.token import CLOSE, OPEN

__all__ = ["Configuration", "Window", "configure", "find_window"]

_MOST_LEFT, _MOST_RIGHT = 100, 120  # the window's reach, in tokens
_MOST_CHUNKS = 48  # on either side; few windows reach so far, but floods of marks would

_PRONOUNS = frozenset(("he", "she", "they", "it", "we", "i", "you", "who"))
_OWN_CLASS = {
    word: index + 1
    for index, word in enumerate(
        ("that", "to", ",", ":", ".", "in", "of", "for", "on", "as", "he", "and", "by")
    )
}
_QUOTE_CLASS, _PRONOUN_CLASS, _FIRST_TAG_CLASS = 31, 30, 14
_TAG_CLASSES = (0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 4, 4, 4, 4, 5, 5, 6, 7, 8, 4, 6, 9, 10, 11, 12, 13)
assert len(_TAG_CLASSES) == len(TAGS)  # noqa: S101 - a slip in a table


@define(eq=False)
class Window:
    """The chunks looked at for one head: ``first`` to ``last`` (exclusive), the head at ``at``."""

    unit: Unit
    chunks: Chunks
    head: int
    first: int
    last: int
    at: int


@define(eq=False)
class Configuration:
    """How a cue stands: its neighbours, the quotations near, the sentence's edges."""

    neighbours: int
    quotes: int
    to_end: int
    edges: int


def find_window(unit: Unit, chunks: Chunks, head: int) -> Window:
    """The cue's sentence; back while quoted; on while quoted, after ":" or into a quotation."""
    quotes, bounds = unit.quotes, unit.bounds
    sentence = unit.sentences[head]
    low = sentence
    while (
        low > 0
        and (quotes[bounds[low] - 1] or quotes[bounds[low] - 2] == CLOSE)
        and head - bounds[low - 1] <= _MOST_LEFT
    ):
        low -= 1
    high, last = sentence, len(bounds) - 2
    while high < last and bounds[high + 1] - head < _MOST_RIGHT:
        begin = bounds[high + 1]
        near = high == sentence and (
            OPEN in quotes[begin : begin + 3]
            or quotes[begin - 1]
            or unit.types[begin - 1].lower == ":"
        )
        if not (quotes[begin] or near):
            break
        high += 1
    start = max(bounds[low], head - _MOST_LEFT)
    end = min(bounds[high + 1], head + _MOST_RIGHT)
    at = chunks.at[head]
    starts = chunks.starts
    first = bisect_left(starts, start, max(0, at - _MOST_CHUNKS), at)
    after = bisect_left(starts, end, at + 1, min(len(starts), at + _MOST_CHUNKS))
    return Window(unit, chunks, head, first, after, at)


def _neighbour_class(unit: Unit, at: int) -> int:
    if not 0 <= at < len(unit.types):
        return 0
    if unit.quotes[at] >= OPEN:
        return _QUOTE_CLASS
    lower = unit.types[at].lower
    if lower in _PRONOUNS:
        return _PRONOUN_CLASS
    return _OWN_CLASS.get(lower) or _FIRST_TAG_CLASS + _TAG_CLASSES[unit.tags[at]]


def configure(unit: Unit, head: int) -> Configuration:
    """The configuration of the cue at ``head``."""
    types, quotes, bounds = unit.types, unit.quotes, unit.bounds
    sentence = unit.sentences[head]
    # A sentence without end (a list, a table) is looked at no further than the window.
    begin = max(bounds[sentence], head - _MOST_LEFT)
    last = min(bounds[sentence + 1] - 1, head + _MOST_RIGHT)
    near = quotes[max(begin - 2, 0) : last + 2]
    closed = opened = 0
    if OPEN in near or CLOSE in near:
        for at in range(head - 1, max(-1, begin - 3), -1):
            if quotes[at] == CLOSE:
                comma = at and types[at - 1].lower[0] in ",?!-—" and head - at < 14
                far = 0 if head - at <= 3 else 1 if head - at <= 8 else 2
                closed = (1 if comma else 4) + far
                break
        for at in range(head + 1, min(len(types), last + 2)):
            if quotes[at] == OPEN:
                before = types[at - 1].lower
                form = 1 if before[0] in ",:" else 4 if before == "that" else 7
                far = 0 if at - head <= 2 else 1 if at - head <= 6 else 2
                opened = form + far
                break
    right, left = last - head, head - begin
    to_end = 0 if right <= 1 else 1 if right <= 5 else 2 if right <= 10 else 3
    from_start = 0 if left <= 1 else 1 if left <= 4 else 2 if left <= 9 else 3
    return Configuration(
        _neighbour_class(unit, head - 1) << 5 | _neighbour_class(unit, head + 1),
        closed << 6 | opened << 2 | quotes[head],
        to_end,
        to_end << 5 | from_start << 3 | closed,
    )
