"""The edges of a content, and the keys of the places where they could stand instead.

A place is described by the words and kinds around it, by the cue, by how likely stage 2 found
content on both sides, and by what is between it and the edge.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator

from attrs import define

from diplotext.attribution.learned.candidate import Reading, Run
from diplotext.body.token import CLOSE, OPEN

__all__ = ["REACH", "Edge", "cue_keys", "kind_keys", "read_tenths"]

REACH = 16  # tokens to either side that an edge can move
_SHAPE = 5  # tokens between the two places whose kinds count
_BOUNDARY = 0  # stands for the word and kind beyond the unit's ends
_SAME, _LATER, _EARLIER, _DROP = 0, 1, 2, 4
_NO_TAG = 31
# A place by the kinds of the words on its sides, and by the chances of content there.
_KIND, _CHANCE = 1 << 56, 2 << 56
# Beyond the window, to either side: a place is no more chunks away than tokens.
_PAD = [0] * (2 * REACH + 2)


def read_tenths(reading: Reading) -> list[int]:
    """The chances of content of a reading's chunks in tenths; 0 beyond the window on both sides.

    What stands before the first chunk has indexes below 0, so it is found at the end.
    """
    return [int(chance * 10) if chance < 1.0 else 9 for chance in reading.content] + _PAD


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
    tenths: list[int]
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
        left = right - 1 if starts[right] == place else right
        if place == len(window.unit.codes):
            left, right = right, right + 1
        return left - window.first, right - window.first

    def chance(self, place: int) -> int:
        """How likely content is on both sides of a place, in tenths; above, whether in a chunk."""
        left, right = self.chunks(place)
        return (left == right) << 8 | self.tenths[left] << 4 | self.tenths[right]

    def spot(self, place: int, chance: int) -> tuple[int, int, list[int]]:
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
        away = max(-REACH, min(REACH, place - at)) + REACH
        number, cluster = cue.number, cue.cluster
        kinds = (
            (self.is_end << 12 | way << 9 | chance) << 28
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
        passed = [self.tenths[chunk] for chunk in range(first, last + 1)]
        return [
            side | 6 << 48 | shape << 3 | way,
            side | 25 << 48 | way << 8 | min(passed) << 4 | max(passed),
            side | 26 << 48 | way << 8 | passed[0] << 4 | passed[-1],
        ]

    def keys(self, place: int) -> list[int]:
        """The keys of a place for this edge."""
        kinds, by_cue, keys = self.spot(place, self.chance(place))
        return [*kind_keys(kinds), *cue_keys(by_cue), *keys]

    def places(self, bounds: Run) -> Iterator[int]:
        """The other places where the edge can stand, earlier ones first."""
        low, high = bounds
        for place in range(low, high + 1):
            if place != self.at and self._can_stand(place):
                yield place
        if self.drop >= 0:
            yield self.drop

    def likely_places(self, gate: Callable[[int, int], int], bounds: Run) -> list[Run]:
        """Those of the places that are worth a look, with their chances: so the gate says."""
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
            if known:
                chance = self.chance(place)
                if known + gate(side | _CHANCE | chance, 0) > 0 and self._can_stand(place):
                    found.append((place, chance))
        if self.drop >= 0:
            kind, chances = self.gate_keys(self.drop)
            if (known := gate(kind, 0)) and known + gate(chances, 0) > 0:
                found.append((self.drop, self.chance(self.drop)))
        return found

    def _can_stand(self, place: int) -> bool:
        """Whether a word or the mark of a quotation is on the content's side of a place."""
        unit = self.reading.window.unit
        token = place - self.is_end
        word = unit.words[token]
        mark = CLOSE if self.is_end else OPEN
        return word[0].isalnum() or unit.quotes[token] == mark or word in "$€£%)]"
