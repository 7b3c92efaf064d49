"""Where a content begins and ends to the token: mending what chunks cut too wide or too narrow.

A preposition stands in one chunk with its noun ("called | for an inquiry"), a day is taken with
what was promised for it ("would step down, she said | on Monday"), a "that" is left to the cue.
For each edge, places around are scored, by their words and by how likely stage 2 found content
there, and the edge moves to the best of them if it is better than where it stands by a margin.
A content in several runs can lose its first or its last. Few places are scored: only those that
are likely enough by the two kinds of words there and by the chances of content on both sides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, repeat
from typing import Any

from attrs import define, frozen

from diplotext.attribution.block import Unit
from diplotext.attribution.candidate import Reading, Run
from diplotext.body.token import CLOSE, INSIDE, OPEN

__all__ = ["EDGE_SCALE", "GATE_SCALE", "MARGIN", "Edge", "EdgeScorer", "find_edges"]

EDGE_SCALE = 1024.0
GATE_SCALE = 256.0
MARGIN = 0.2  # an edge moves if the odds for the other place are 1.2 to 1 and more

_ZEROS = repeat(0)
_REACH, _REACH_BACK = 16, 8  # tokens to either side; a content's beginning is not far to the left
_SHAPE = 5  # tokens between the two places whose kinds count
_BOUNDARY = 0  # stands for the word and kind beyond the unit's ends
_SAME, _LATER, _EARLIER, _DROP = 0, 1, 2, 4
_NO_TAG = 31
# A place by the kinds of the words on its sides, and by the chances of content there.
_KIND, _CHANCE = 1 << 56, 2 << 56
_PAD = [0] * (_REACH + 2)


@frozen(eq=False)
class Chances:
    """How likely each token is content and source, in tenths, from the token ``first`` on.

    ``cuts`` has the tokens that chunks begin with.
    """

    content: list[int]
    source: list[int]
    first: int
    cuts: dict[int, int]


def read_chances(reading: Reading) -> Chances:
    """The chances of the tokens of a reading's window, and a few on either side (none)."""
    window = reading.window
    chunks = window.chunks
    lengths = chunks.lengths[window.first : window.last]

    def spread(chances: list[float]) -> list[int]:
        tenths = [int(chance * 10) if chance < 1.0 else 9 for chance in chances]
        return [*_PAD, *chain.from_iterable(map(repeat, tenths, lengths)), *_PAD]

    first = chunks.starts[window.first] - len(_PAD)
    return Chances(spread(reading.content), spread(reading.source), first, chunks.at)


@define(eq=False)
class Edge:
    """One edge of a content: ``at`` is the token it stands before, ``is_end`` says which it is.

    ``drop`` is where the edge comes to stand if its run is left out, -1 for an only run.
    """

    unit: Unit
    head: int
    chances: Chances
    at: int
    drop: int
    is_end: bool = False

    def way(self, place: int) -> int:
        """Where a place is, seen from the edge."""
        if place == self.drop:
            return _DROP
        return _LATER if place > self.at else _EARLIER if place < self.at else _SAME

    def gate_keys(self, place: int) -> tuple[int, int]:
        """The keys by which a place is worth a look: the kinds of its words; chances of content."""
        codes = self.unit.codes
        before = ord(codes[place - 1]) & 127 if place else _BOUNDARY
        after = ord(codes[place]) & 127 if place < len(codes) else _BOUNDARY
        side = self.is_end << 62 | self.way(place) << 14
        return side | _KIND | before << 7 | after, side | _CHANCE | self._chance(place)

    def _chance(self, place: int) -> int:
        chances = self.chances
        content, at = chances.content, place - chances.first
        within = place not in chances.cuts and place < len(self.unit.codes)
        return within << 8 | content[at - 1] << 4 | content[at]

    def keys(self, place: int) -> list[int]:
        """The keys of a place for this edge."""
        unit, at, head = self.unit, self.at, self.head
        types, codes, tags, quotes = unit.types, unit.codes, unit.tags, unit.quotes
        cue, count = types[head], len(types)
        way = self.way(place)
        side = self.is_end << 62
        number, cluster = cue.number, cue.cluster
        near = max(-1, min(place - head, 6)) + 1
        left, left_code, left_tag, left_quote = _BOUNDARY, _BOUNDARY, _NO_TAG, 0
        right, right_code, right_tag, right_quote = _BOUNDARY, _BOUNDARY, _NO_TAG, 0
        right_cluster = 0
        if place:
            left, left_code = types[place - 1].number, ord(codes[place - 1]) & 127
            left_tag, left_quote = tags[place - 1], quotes[place - 1]
        if place < count:
            right, right_code = types[place].number, ord(codes[place]) & 127
            right_tag, right_quote = tags[place], quotes[place]
            right_cluster = types[place].cluster
        beyond = types[place + 1].number if place + 1 < count else _BOUNDARY
        before = types[place - 2].number if place > 1 else _BOUNDARY
        pair = left_code << 7 | right_code
        behind = at > head
        low, high = (at, place) if at < place else (place, at)
        shape = 0
        for code in codes[low:high][:_SHAPE]:
            shape = shape << 7 | ord(code) & 127
        away = max(-_REACH, min(_REACH, place - at)) + _REACH
        chance = self._chance(place)
        chances = self.chances
        spot = place - chances.first
        keys = [
            side | 1 << 48 | away << 4 | way << 1 | behind,
            side | 2 << 48 | left << 3 | way,
            side | 3 << 48 | right << 3 | way,
            side | 4 << 48 | left << 16 | right,
            side | 5 << 48 | pair << 3 | way,
            side | 6 << 48 | shape << 3 | way,
            side | 7 << 48 | number << 7 | left_code,
            side | 8 << 48 | number << 7 | right_code,
            side | 9 << 48 | cluster << 14 | pair,
            side | 10 << 48 | number << 6 | near << 3 | way,
            side | 11 << 48 | near << 14 | pair,
            side | 12 << 48 | before << 16 | left,
            side | 13 << 48 | right << 16 | beyond,
            side | 14 << 48 | number << 16 | left,
            side | 15 << 48 | number << 16 | right,
            side | 16 << 48 | left_quote << 5 | right_quote << 3 | way,
            side | 17 << 48 | number << 4 | way << 1 | behind,
            side | 18 << 48 | left_tag << 8 | right_tag << 3 | way,
            side | 19 << 48 | way << 9 | chance,
            side | 20 << 48 | way << 8 | chances.source[spot - 1] << 4 | chances.source[spot],
            side | 21 << 48 | way << 22 | pair << 8 | chance & 255,
            side | 22 << 48 | right_cluster << 3 | way,
            side | 23 << 48 | right_cluster << 12 | left_code << 5 | way,
            side | 24 << 48 | cluster << 12 | right_cluster << 3 | way,
        ]
        if low < high:
            passed = chances.content[low - chances.first : high - chances.first]
            keys += (
                side | 25 << 48 | way << 8 | min(passed) << 4 | max(passed),
                side | 26 << 48 | way << 8 | passed[0] << 4 | passed[-1],
            )
        return keys

    def places(self, bounds: Run) -> Iterator[int]:
        """The other places where the edge can stand, earlier ones first."""
        low, high = bounds
        for place in range(low, high + 1):
            if place != self.at and self._can_stand(place):
                yield place
        if self.drop >= 0:
            yield self.drop

    def likely_places(self, gate: Callable[[int, int], int], bounds: Run) -> list[int]:
        """Those of the places that are worth a look: the sum of the gate's two weights says so."""
        codes, at = self.unit.codes, self.at
        low, high = bounds
        kinds = [ord(code) & 127 for code in codes[max(low - 1, 0) : high + 1]]
        if low == 0:
            kinds.insert(0, _BOUNDARY)
        kinds.append(_BOUNDARY)
        found = []
        side = self.is_end << 62 | _EARLIER << 14
        for place, before, after in zip(range(low, high + 1), kinds, kinds[1:], strict=False):
            if place == at:
                side = self.is_end << 62 | _LATER << 14
                continue
            known = gate(side | _KIND | before << 7 | after, 0)
            if (
                known
                and known + gate(side | _CHANCE | self._chance(place), 0) > 0
                and self._can_stand(place)
            ):
                found.append(place)
        if self.drop >= 0:
            kind, chance = self.gate_keys(self.drop)
            if (known := gate(kind, 0)) and known + gate(chance, 0) > 0:
                found.append(self.drop)
        return found

    def _can_stand(self, place: int) -> bool:
        """Whether a word or the mark of a quotation is on the content's side of a place."""
        unit = self.unit
        token = place - self.is_end
        word = unit.words[token]
        mark = CLOSE if self.is_end else OPEN
        return word[0].isalnum() or unit.quotes[token] == mark or word in "$€£%)]"


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
    chances = read_chances(reading)
    drops = (runs[1][0], runs[-2][1]) if len(runs) > 1 else (-1, -1)
    return [
        (Edge(unit, head, chances, start, drops[0]), _start_bounds(unit, runs[0], low)),
        (
            Edge(unit, head, chances, stop, drops[1], is_end=True),
            _stop_bounds(unit, runs[-1], high),
        ),
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
    limit = max(limit, low - _REACH_BACK)
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
    """The weights of places, those of the gate among them."""

    weight: Callable[[int, Any], Any]

    def mend(self, reading: Reading, runs: Sequence[Run], source: Sequence[Run]) -> Sequence[Run]:
        """The content's runs with its edges where they likeliest are; the same list if no move."""
        (first, bounds), (last, last_bounds) = find_edges(reading, runs, source)
        start, stop = self._best(first, bounds), self._best(last, last_bounds)
        if (start, stop) == (first.at, last.at):
            return runs
        kept = [run for run in runs if run[1] > start and run[0] < stop]
        if not kept or start >= stop:
            return runs
        kept[0] = start, kept[0][1]
        kept[-1] = kept[-1][0], stop
        return kept

    def _best(self, edge: Edge, bounds: Run) -> int:
        """The place where an edge belongs."""
        places = edge.likely_places(self.weight, bounds)
        if not places:
            return edge.at
        best, most = edge.at, self._score(edge, edge.at) + MARGIN * EDGE_SCALE
        for place in places:
            score = self._score(edge, place)
            if score > most:
                best, most = place, score
        return best

    def _score(self, edge: Edge, place: int) -> int:
        return sum(map(self.weight, edge.keys(place), _ZEROS))
