"""Where a content begins and ends to the token: mending what chunks cut too wide or too narrow.

A preposition stands in one chunk with its noun ("called | for an inquiry"), a day is taken with
what was promised for it ("would step down, she said | on Monday"), a "that" is left to the cue.
For each edge, the places a few tokens around are scored, and the edge moves to the best of them
if it is better than where it stands by a margin. Most places are never scored: only those between
two kinds of words where training saw edges move to.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from itertools import repeat
from typing import Any

from attrs import define, frozen

from diplotext.attribution.block import Unit
from diplotext.attribution.candidate import Run
from diplotext.body.token import CLOSE, INSIDE, OPEN

__all__ = ["EDGE_SCALE", "MARGIN", "Edge", "EdgeScorer", "find_edges"]

EDGE_SCALE = 1024.0
MARGIN = 0.2  # an edge moves if the odds for the other place are 1.2 to 1 and more

_ZEROS = repeat(0)
_REACH = 8  # tokens to either side
_SHAPE = 5  # tokens between the two places whose kinds count
_BOUNDARY = 0  # stands for the word and kind beyond the unit's ends
_SAME, _LATER, _EARLIER = 0, 1, 2
# A place by the kinds of the words on its sides; above all other keys.
_PLACE = 1 << 56


@define(eq=False)
class Edge:
    """One edge of a content: ``at`` is the token it stands before, ``is_end`` says which it is."""

    unit: Unit
    head: int
    at: int
    is_end: bool

    def place_key(self, place: int) -> int:
        """The key of a place by its direction and the kinds of the two words around."""
        codes = self.unit.codes
        before = ord(codes[place - 1]) & 127 if place else _BOUNDARY
        after = ord(codes[place]) & 127 if place < len(codes) else _BOUNDARY
        way = _LATER if place > self.at else _EARLIER if place < self.at else _SAME
        return self.is_end << 62 | _PLACE | way << 14 | before << 7 | after

    def keys(self, place: int) -> list[int]:
        """The keys of a place for this edge."""
        unit, at = self.unit, self.at
        types, codes, tags, quotes = unit.types, unit.codes, unit.tags, unit.quotes
        cue, count = types[self.head], len(types)
        way = _LATER if place > at else _EARLIER if place < at else _SAME
        side = self.is_end << 62
        number = cue.number
        near = max(-1, min(place - self.head, 6)) + 1
        left, left_code, left_tag, left_quote = _BOUNDARY, _BOUNDARY, 31, 0
        right, right_code, right_tag, right_quote = _BOUNDARY, _BOUNDARY, 31, 0
        if place:
            left, left_code = types[place - 1].number, ord(codes[place - 1]) & 127
            left_tag, left_quote = tags[place - 1], quotes[place - 1]
        if place < count:
            right, right_code = types[place].number, ord(codes[place]) & 127
            right_tag, right_quote = tags[place], quotes[place]
        beyond = types[place + 1].number if place + 1 < count else _BOUNDARY
        before = types[place - 2].number if place > 1 else _BOUNDARY
        pair = left_code << 7 | right_code
        behind = at > self.head
        shape = 0
        for code in codes[min(at, place) : max(at, place)][:_SHAPE]:
            shape = shape << 7 | ord(code) & 127
        return [
            self.place_key(place),
            side | 1 << 48 | (place - at + _REACH) << 1 | behind,
            side | 2 << 48 | left << 2 | way,
            side | 3 << 48 | right << 2 | way,
            side | 4 << 48 | left << 16 | right,
            side | 5 << 48 | pair << 2 | way,
            side | 6 << 48 | shape << 2 | way,
            side | 7 << 48 | number << 7 | left_code,
            side | 8 << 48 | number << 7 | right_code,
            side | 9 << 48 | cue.cluster << 14 | pair,
            side | 10 << 48 | number << 6 | near << 2 | way,
            side | 11 << 48 | near << 14 | pair,
            side | 12 << 48 | before << 16 | left,
            side | 13 << 48 | right << 16 | beyond,
            side | 14 << 48 | number << 16 | left,
            side | 15 << 48 | number << 16 | right,
            side | 16 << 48 | left_quote << 4 | right_quote << 2 | way,
            side | 17 << 48 | number << 3 | way << 1 | behind,
            side | 18 << 48 | left_tag << 7 | right_tag << 2 | way,
        ]

    def places(self, known: Callable[[int], Any], bounds: Run) -> Iterator[int]:
        """The other places for the edge within bounds whose key is known, earlier ones first."""
        unit, at = self.unit, self.at
        low, high = bounds
        kinds = [ord(code) & 127 for code in unit.codes[max(low - 1, 0) : high + 1]]
        if low == 0:
            kinds.insert(0, _BOUNDARY)
        kinds.append(_BOUNDARY)
        side = self.is_end << 62 | _PLACE | _EARLIER << 14
        for place, before, after in zip(range(low, high + 1), kinds, kinds[1:], strict=False):
            if place >= at:
                if place == at:
                    continue
                side = self.is_end << 62 | _PLACE | _LATER << 14
            if known(side | before << 7 | after) and self._can_stand(place):
                yield place

    def _can_stand(self, place: int) -> bool:
        """Whether a word or the mark of a quotation is on the content's side of a place."""
        unit = self.unit
        token = place - self.is_end
        word = unit.words[token]
        mark = CLOSE if self.is_end else OPEN
        return word[0].isalnum() or unit.quotes[token] == mark or word in "$€£%)]"


def find_edges(
    unit: Unit, head: int, runs: Sequence[Run], source: Sequence[Run]
) -> list[tuple[Edge, Run]]:
    """A content's first and last edge, each with the first and last place it can move to.

    No place is within a quotation, beyond the sentence, or beyond the cue's head or the source.
    """
    start, stop = runs[0][0], runs[-1][1]
    low = max([end for _, end in [*source, (head, head + 1)] if end <= start], default=0)
    high = min(
        [first for first, _ in [*source, (head, head + 1)] if first >= stop], default=len(unit)
    )
    return [
        (Edge(unit, head, start, is_end=False), _start_bounds(unit, runs[0], low)),
        (Edge(unit, head, stop, is_end=True), _stop_bounds(unit, runs[-1], high)),
    ]


def _start_bounds(unit: Unit, run: Run, limit: int) -> Run:
    quotes, sentences = unit.quotes, unit.edges
    low = high = run[0]
    if quotes[low] != OPEN:
        most = min(low + _REACH, run[1] - 1)
        while high < most and quotes[high] != CLOSE and quotes[high + 1] != INSIDE:
            high += 1
            if quotes[high] == OPEN:
                break
    limit = max(limit, low - _REACH)
    while low > limit and low not in sentences and not quotes[low - 1]:
        low -= 1
    return low, high


def _stop_bounds(unit: Unit, run: Run, limit: int) -> Run:
    quotes, sentences = unit.quotes, unit.edges
    low = high = run[1]
    if quotes[low - 1] != CLOSE:
        least = max(low - _REACH, run[0] + 1)
        while low > least and quotes[low - 1] != OPEN and quotes[low - 2] != INSIDE:
            low -= 1
            if quotes[low - 1] == CLOSE:
                break
    limit = min(limit, high + _REACH)
    while high < limit and high not in sentences and not quotes[high]:
        high += 1
    return low, high


@frozen(eq=False)
class EdgeScorer:
    """The weights of places; ``known`` tells which places training saw edges move to."""

    weight: Callable[[int, Any], Any]
    known: Container[int]

    def mend(
        self, unit: Unit, head: int, runs: Sequence[Run], source: Sequence[Run]
    ) -> Sequence[Run]:
        """The content's runs with its edges where they likeliest are; the same list if no move."""
        (first, bounds), (last, last_bounds) = find_edges(unit, head, runs, source)
        start, stop = self._best(first, bounds), self._best(last, last_bounds)
        if (start, stop) == (first.at, last.at):
            return runs
        if len(runs) == 1:
            return [(start, stop)] if start < stop else runs
        return [(start, runs[0][1]), *runs[1:-1], (runs[-1][0], stop)]

    def _best(self, edge: Edge, bounds: Run) -> int:
        """The place where an edge belongs."""
        best, most = edge.at, None
        for place in edge.places(self.known.__contains__, bounds):
            if most is None:
                most = self._score(edge, edge.at) + MARGIN * EDGE_SCALE
            score = self._score(edge, place)
            if score > most:
                best, most = place, score
        return best

    def _score(self, edge: Edge, place: int) -> int:
        return sum(map(self.weight, edge.keys(place), _ZEROS))
