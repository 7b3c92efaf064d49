"""Where a content begins and ends to the token: mending what chunks cut too wide or too narrow.

A preposition stands in one chunk with its noun ("called | for an inquiry"), a day is taken with
what was promised for it ("would step down, she said | on Monday"), a "that" is left to the cue.
For each edge, places around are scored, by their words and by how likely stage 2 found content
there, and the edge moves to the best of them if it is better than where it stands by a margin.
A content in several runs can lose its first or its last. Few places are scored: only those that
are likely enough by the two kinds of words there and by the chances of content on both sides.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import repeat

from attrs import define

from diplotext.attribution.block import Unit
from diplotext.attribution.candidate import Reading, Run
from diplotext.attribution.memo import Memo
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


def _tenths(chances: Sequence[float], at: int) -> int:
    """A chunk's chance in tenths, 0 beyond the window."""
    return min(int(chances[at] * 10), 9) if 0 <= at < len(chances) else 0


def kind_keys(packed: int) -> tuple[int, ...]:
    """The keys of a place by kinds, tags, quotes and chances, from what ``Edge.spot`` packs."""
    side, way = packed >> 40 << 62, packed >> 37 & 7
    chance, pair = packed >> 28 & 511, packed >> 14 & 0x3FFF
    return (
        side | 5 << 48 | pair << 3 | way,
        side | 16 << 48 | (packed & 15) << 3 | way,
        side | 18 << 48 | (packed >> 4 & 1023) << 3 | way,
        side | 19 << 48 | way << 9 | chance,
        side | 21 << 48 | way << 22 | pair << 8 | chance & 255,
    )


def cue_keys(packed: int) -> tuple[int, ...]:
    """The keys of a place by the cue and kinds, from what ``Edge.spot`` packs."""
    side, number, cluster = packed >> 44 << 62, packed >> 29 & 0x7FFF, packed >> 21 & 255
    pair, near, way = packed >> 7 & 0x3FFF, packed >> 4 & 7, packed >> 1 & 7
    return (
        side | 7 << 48 | number << 7 | pair >> 7,
        side | 8 << 48 | number << 7 | pair & 127,
        side | 9 << 48 | cluster << 14 | pair,
        side | 10 << 48 | number << 6 | near << 3 | way,
        side | 11 << 48 | near << 14 | pair,
        side | 17 << 48 | number << 4 | packed & 15,
    )


@define(eq=False)
class Edge:
    """One edge of a content: ``at`` is the token it stands before, ``is_end`` says which it is.

    ``drop`` is where the edge comes to stand if its run is left out, -1 for an only run.
    """

    reading: Reading
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
        codes = self.reading.window.unit.codes
        before = ord(codes[place - 1]) & 127 if place else _BOUNDARY
        after = ord(codes[place]) & 127 if place < len(codes) else _BOUNDARY
        side = self.is_end << 62 | self.way(place) << 14
        return side | _KIND | before << 7 | after, side | _CHANCE | self.chance(place)

    def chunks(self, place: int) -> Run:
        """The chunks on both sides of a place, counted from the window's first; one if within."""
        window = self.reading.window
        starts = window.chunks.starts
        right = bisect_right(starts, place) - 1
        left = right - (starts[right] == place)
        if place == len(window.unit.codes):
            left, right = right, right + 1
        return left - window.first, right - window.first

    def chance(self, place: int) -> int:
        """How likely content is on both sides of a place, in tenths; above, whether in a chunk."""
        left, right = self.chunks(place)
        tenths = _tenths(self.reading.content, left) << 4 | _tenths(self.reading.content, right)
        return (left == right) << 8 | tenths

    def spot(self, place: int) -> tuple[int, int, list[int]]:
        """A place by its kinds and by the cue, packed, and the keys of its words."""
        unit, at, head = self.reading.window.unit, self.at, self.reading.window.head
        types, codes, tags, quotes = unit.types, unit.codes, unit.tags, unit.quotes
        cue, count = types[head], len(types)
        way = self.way(place)
        side = self.is_end << 62
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
        away = max(-_REACH, min(_REACH, place - at)) + _REACH
        number, cluster = cue.number, cue.cluster
        kinds = (
            (self.is_end << 12 | way << 9 | self.chance(place)) << 28
            | pair << 14
            | (left_tag << 5 | right_tag) << 4
            | left_quote << 2
            | right_quote
        )
        by_cue = (
            (self.is_end << 15 | number) << 29
            | cluster << 21
            | pair << 7
            | near << 4
            | way << 1
            | behind
        )
        keys = [
            side | 1 << 48 | away << 4 | way << 1 | behind,
            side | 2 << 48 | left << 3 | way,
            side | 3 << 48 | right << 3 | way,
            side | 4 << 48 | left << 16 | right,
            side | 12 << 48 | before << 16 | left,
            side | 13 << 48 | right << 16 | beyond,
            side | 14 << 48 | number << 16 | left,
            side | 15 << 48 | number << 16 | right,
            side | 22 << 48 | right_cluster << 3 | way,
            side | 23 << 48 | right_cluster << 12 | left_code << 5 | way,
            side | 24 << 48 | cluster << 12 | right_cluster << 3 | way,
        ]
        if way:
            keys += self._passed_keys(place, way)
        return kinds, by_cue, keys

    def _passed_keys(self, place: int, way: int) -> list[int]:
        """The keys of what is between the edge and the place: kinds, chances."""
        side = self.is_end << 62
        low, high = (self.at, place) if self.at < place else (place, self.at)
        shape = 0
        for code in self.reading.window.unit.codes[low : min(high, low + _SHAPE)]:
            shape = shape << 7 | ord(code) & 127
        first, last = self.chunks(low)[1], self.chunks(high)[0]
        content = self.reading.content
        passed = [_tenths(content, at) for at in range(first, last + 1)]
        return [
            side | 6 << 48 | shape << 3 | way,
            side | 25 << 48 | way << 8 | min(passed) << 4 | max(passed),
            side | 26 << 48 | way << 8 | passed[0] << 4 | passed[-1],
        ]

    def keys(self, place: int) -> list[int]:
        """The keys of a place for this edge."""
        kinds, by_cue, keys = self.spot(place)
        return [*kind_keys(kinds), *cue_keys(by_cue), *keys]

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
        codes, at = self.reading.window.unit.codes, self.at
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
                and known + gate(side | _CHANCE | self.chance(place), 0) > 0
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
        unit = self.reading.window.unit
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
    drops = (runs[1][0], runs[-2][1]) if len(runs) > 1 else (-1, -1)
    return [
        (Edge(reading, start, drops[0]), _start_bounds(unit, runs[0], low)),
        (Edge(reading, stop, drops[1], is_end=True), _stop_bounds(unit, runs[-1], high)),
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


class EdgeScorer:
    """The weights of places, those of the gate among them, and sums that recur."""

    __slots__ = ("by_cue", "by_kind", "weight")

    def __init__(self, weight: Callable[[int, int], int]) -> None:
        """``weight`` gives the weight of a key, or the default."""
        self.weight = weight
        self.by_kind = Memo(lambda packed: sum(map(weight, kind_keys(packed), _ZEROS)))
        self.by_cue = Memo(lambda packed: sum(map(weight, cue_keys(packed), _ZEROS)))

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
        kinds, by_cue, keys = edge.spot(place)
        score: int = self.by_kind[kinds] + self.by_cue[by_cue]
        return score + sum(map(self.weight, keys, _ZEROS))
