"""Mending the edges of a content, which chunks cut too wide or too narrow.

A preposition stands in one chunk with its noun ("called | for an inquiry"), a day is taken with
what was promised for it ("would step down, she said | on Monday"), a "that" is left to the cue.
For each edge, places around are scored, and it moves to the best of them if that is better than
where it stands by a margin. A content in several runs can lose its first or its last. Few places
are scored: those that are likely enough by the two kinds of words there and the chances of content.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import repeat

from diplotext.attribution.learned.block import Unit
from diplotext.attribution.learned.candidate import Reading, Run
from diplotext.attribution.learned.edge import REACH, Edge, cue_keys, kind_keys, read_tenths
from diplotext.attribution.learned.memo import Memo
from diplotext.body.token import CLOSE, INSIDE, OPEN

__all__ = ["EDGE_SCALE", "GATE_SCALE", "MARGIN", "Content", "EdgeScorer", "find_edges"]

EDGE_SCALE = 1024.0
GATE_SCALE = 256.0
MARGIN = 0.2  # an edge moves if the odds for the other place are 1.2 to 1 and more

Content = tuple[Reading, Sequence[Run], Sequence[Run]]  # with its runs and those of its source

_ZEROS = repeat(0)
_REACH_BACK = 8  # a content's beginning is not far to the left


def find_edges(
    reading: Reading, runs: Sequence[Run], source: Sequence[Run]
) -> list[tuple[Edge, Run]]:
    """A content's first and last edge, each with the first and last place it can move to.

    No place is within a quotation, beyond the sentence, or beyond the cue's head or the source.
    """
    unit, head = reading.window.unit, reading.window.head
    start, stop = runs[0][0], runs[-1][1]
    low = max([end for _, end in [*source, (head, head + 1)] if end <= start], default=0)
    high = min(
        [first for first, _ in [*source, (head, head + 1)] if first >= stop], default=len(unit)
    )
    tenths = read_tenths(reading)
    drops = (runs[1][0], runs[-2][1]) if len(runs) > 1 else (-1, -1)
    return [
        (Edge(reading, tenths, start, drops[0]), _start_bounds(unit, runs[0], low)),
        (Edge(reading, tenths, stop, drops[1], is_end=True), _stop_bounds(unit, runs[-1], high)),
    ]


def _start_bounds(unit: Unit, run: Run, limit: int) -> Run:
    quotes, sentences = unit.quotes, unit.edges
    low = high = run[0]
    if quotes[low] != OPEN:
        most = min(low + REACH, run[1] - 1)
        while high < most and quotes[high] != CLOSE and quotes[high + 1] != INSIDE:
            high += 1
            if quotes[high] == OPEN:
                break
    limit = max(limit, low - _REACH_BACK)
    while low > limit and low not in sentences and not quotes[low - 1]:
        low -= 1
    return low, high


def _stop_bounds(unit: Unit, run: Run, limit: int) -> Run:
    quotes, sentences = unit.quotes, unit.edges
    low = high = run[1]
    if quotes[low - 1] != CLOSE:
        least = max(low - REACH, run[0] + 1)
        while low > least and quotes[low - 1] != OPEN and quotes[low - 2] != INSIDE:
            low -= 1
            if quotes[low - 1] == CLOSE:
                break
    limit = min(limit, high + REACH)
    while high < limit and high not in sentences and not quotes[high]:
        high += 1
    return low, high


class EdgeScorer:
    """The weights of places, those of the gate among them, and sums that recur."""

    __slots__ = ("by_cue", "by_kind", "weight")

    def __init__(self, weight: Callable[[int, int], int]) -> None:
        """``weight`` gives the weight of a key, or the default."""
        self.weight = weight
        self.by_kind = Memo(lambda packed: sum(map(weight, kind_keys(packed), _ZEROS)))
        self.by_cue = Memo(lambda packed: sum(map(weight, cue_keys(packed), _ZEROS)))

    def mend(self, contents: Sequence[Content]) -> list[Sequence[Run]]:
        """The runs of contents with their edges where they likeliest are; the same list if no move.

        Each step is taken for all contents before the next, so that its tables stay in the
        processor's cache.
        """
        edges = [edge for content in contents for edge in find_edges(*content)]
        likely = [edge.likely_places(self.weight, bounds) for edge, bounds in edges]
        found = [
            self._best(edge, places) if places else edge.at
            for (edge, _), places in zip(edges, likely, strict=True)
        ]
        return [
            _between(runs, start, stop)
            for (_, runs, _), start, stop in zip(contents, found[0::2], found[1::2], strict=True)
        ]

    def _best(self, edge: Edge, places: Sequence[Run]) -> int:
        """The place where an edge belongs, of those that are likely, with their chances."""
        best = edge.at
        most = self._score(edge, best, edge.chance(best)) + MARGIN * EDGE_SCALE
        for place, chance in places:
            score = self._score(edge, place, chance)
            if score > most:
                best, most = place, score
        return best

    def _score(self, edge: Edge, place: int, chance: int) -> int:
        kinds, by_cue, keys = edge.spot(place, chance)
        score: int = self.by_kind[kinds] + self.by_cue[by_cue]
        return score + sum(map(self.weight, keys, _ZEROS))


def _between(runs: Sequence[Run], start: int, stop: int) -> Sequence[Run]:
    """The runs from a new start to a new stop; the same list if there is nothing new or left."""
    if (start, stop) == (runs[0][0], runs[-1][1]):
        return runs
    kept = [run for run in runs if run[1] > start and run[0] < stop]
    if not kept or start >= stop:
        return runs
    kept[0] = start, kept[0][1]
    kept[-1] = kept[-1][0], stop
    return kept
