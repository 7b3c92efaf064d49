"""The part of a chunk's score that depends on the chunk and its neighbours, not on the cue.

It is added up once a unit for all chunks and both sides at once: a number holds the weight of a
chunk left of its cue in its lower bits and that of one right of it in its upper bits.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from diplotext.attribution.learned.chunk import NO_KIND, Chunks
from diplotext.attribution.learned.memo import Memo
from diplotext.attribution.learned.template import OTHER_SIDE, Templates

__all__ = ["BIAS", "FIELD_BITS", "PartScorer"]

# Three weights, packed, each in a field of so many bits; the bias keeps each field positive.
FIELD_BITS = 14
BIAS = 8192 | 8192 << FIELD_BITS | 8192 << 2 * FIELD_BITS
_BOTH = BIAS | BIAS << OTHER_SIDE
_LEFT = (1 << OTHER_SIDE) - 1
_LONGEST = 7  # chunks of more tokens count as so long


class PartScorer:
    """The tables of the templates that look at a chunk and its neighbours.

    ``by_word``: sums of a chunk of one word by word and kind; ``by_shape``: for three kinds in a
    row the weights that they add to the third chunk, the second and the first. The others are
    tables of one template each; ``next_kind`` and ``previous_kind`` have the words' own weights in
    theirs.
    """

    __slots__ = (
        "by_shape",
        "by_word",
        "first",
        "first_last",
        "last",
        "last_cluster",
        "last_next",
        "length",
        "next",
        "next_kind",
        "previous",
        "previous_kind",
    )

    def __init__(self, weights: Templates) -> None:
        """The side is bit 0 of the keys of words, bit 6 above a kind, bit 18 above three kinds."""
        both = weights.two_sided
        self.last = both(2, 0)
        self.first = both(3, 0)
        self.last_next = both(7, 0)
        self.length = both(45, 6)
        self.first_last = both(46, 6)
        self.last_cluster = both(47, 6)
        self.by_word = Memo(self._add_word)
        self.next, self.next_kind = both(9, 0), weights.folded(48, 9, 6)
        self.previous, self.previous_kind = both(10, 0), weights.folded(49, 10, 6)
        self.by_shape = Memo(_add_shape(both(6, 18), both(4, 18), both(5, 18)))

    def add_parts(self, chunks: Chunks) -> tuple[list[Any], list[Any]]:
        """The parts of all chunks, left of a cue and right of it."""
        kinds, firsts, lasts = chunks.kinds, chunks.firsts, chunks.lasts
        by_word = self.by_word
        next_weight, next_kind = self.next, self.next_kind
        previous_weight, previous_kind = self.previous, self.previous_kind
        pairs, by_shape = self.last_next, self.by_shape
        shape = NO_KIND << 12 | kinds[0] << 6 | (kinds[1] if len(kinds) > 1 else NO_KIND)
        ending = by_shape[NO_KIND << 12 | shape >> 6][0]
        next_ending, middle, _ = by_shape[shape]
        left, right = [], []
        for kind, first, last, word, length, after, before, behind in zip(
            kinds,
            firsts,
            lasts,
            chunks.closing,
            chunks.lengths,
            [*firsts[1:], 0],
            [0, *lasts],
            [*kinds[2:], NO_KIND, NO_KIND],
            strict=False,
        ):
            shape = (shape & 0xFFF) << 6 | behind
            later_ending, next_middle, beginning = by_shape[shape]
            total = ending + middle + beginning
            ending, next_ending, middle = next_ending, later_ending, next_middle
            if length == 1:
                total += by_word[word << 6 | kind]
            else:
                total += self._add_words(kind, first, last, word, length)
            key = after << 6 | kind
            if key in next_kind:
                total += next_kind[key]
            elif after in next_weight:
                total += next_weight[after]
            key = before << 6 | kind
            if key in previous_kind:
                total += previous_kind[key]
            elif before in previous_weight:
                total += previous_weight[before]
            key = last << 15 | after
            if key in pairs:
                total += pairs[key]
            left.append(total & _LEFT)
            right.append(total >> OTHER_SIDE)
        return left, right

    def _add_words(self, kind: int, first: int, last: int, word: int, length: int) -> Any:
        """What a chunk's first word, last word and length add."""
        long = length if length < _LONGEST else _LONGEST  # noqa: FURB136 - faster
        return (
            _BOTH
            + self.last.get(last, 0)
            + self.last_cluster.get((word >> 15) << 6 | kind, 0)
            + self.first.get(first, 0)
            + self.length.get(long << 6 | kind, 0)
            + self.first_last.get(first << 21 | last << 6 | kind, 0)
        )

    def _add_word(self, packed: int) -> Any:
        """A chunk of one word."""
        kind, number = packed & 63, packed >> 6 & 0x7FFF
        return self._add_words(kind, number, number, packed >> 6, 1)


def _add_shape(
    ending: dict[int, Any], middle: dict[int, Any], beginning: dict[int, Any]
) -> Callable[[int], Any]:
    return lambda shape: (ending.get(shape, 0), middle.get(shape, 0), beginning.get(shape, 0))
