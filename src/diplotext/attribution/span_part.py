"""The part of a chunk's score that depends on the chunk and its neighbours, not on the cue.

It is added up once a unit for all chunks and both sides at once: a number holds the weight of a
chunk left of its cue in its lower bits and that of one right of it in its upper bits.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from diplotext.attribution.chunk import NO_KIND, Chunks
from diplotext.attribution.memo import Memo
from diplotext.attribution.template import OTHER_SIDE, Templates

__all__ = ["BIAS", "FIELD_BITS", "PartScorer"]

# Three weights, packed, each in a field of so many bits; the bias keeps each field positive.
FIELD_BITS = 14
BIAS = 8192 | 8192 << FIELD_BITS | 8192 << 2 * FIELD_BITS
_BOTH = BIAS | BIAS << OTHER_SIDE
_LEFT = (1 << OTHER_SIDE) - 1
_LONGEST = 7  # chunks of more tokens count as so long


class PartScorer:
    """The tables of the templates that look at a chunk and its neighbours.

    ``by_word``: sums of a chunk of one word, ``by_last``: of a chunk's last word, by word and kind;
    ``by_next``, ``by_previous``: sums of the word behind and of that before by kind; ``by_shape``:
    for three kinds in a row the weights that they add to the third chunk, the second and the
    first. The others are tables of one template each.
    """

    __slots__ = (
        "by_last",
        "by_next",
        "by_previous",
        "by_shape",
        "by_word",
        "first",
        "first_last",
        "last",
        "last_cluster",
        "last_next",
        "length",
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
        self.by_last = Memo(self._add_last)
        self.by_word = Memo(self._add_word)
        self.by_next = Memo(_add_beside(both(9, 0), both(48, 6)))
        self.by_previous = Memo(_add_beside(both(10, 0), both(49, 6)))
        self.by_shape = Memo(_add_shape(both(6, 18), both(4, 18), both(5, 18)))

    def add_parts(self, chunks: Chunks) -> tuple[list[Any], list[Any]]:
        """The parts of all chunks, left of a cue and right of it."""
        kinds, firsts, lasts = chunks.kinds, chunks.firsts, chunks.lasts
        by_word, by_next, by_previous = self.by_word, self.by_next, self.by_previous
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
            total = (
                by_next[after << 6 | kind]
                + by_previous[before << 6 | kind]
                + ending
                + middle
                + beginning
            )
            ending, next_ending, middle = next_ending, later_ending, next_middle
            if length == 1:
                total += by_word[word << 6 | kind]
            else:
                total += self._add_words(kind, first, last, word, length)
            pair = last << 15 | after
            if pair in pairs:
                total += pairs[pair]
            left.append(total & _LEFT)
            right.append(total >> OTHER_SIDE)
        return left, right

    def _add_words(self, kind: int, first: int, last: int, word: int, length: int) -> Any:
        """What a chunk's first word, last word and length add."""
        long = length if length < _LONGEST else _LONGEST  # noqa: FURB136 - faster
        return (
            self.by_last[word << 6 | kind]
            + self.first.get(first, 0)
            + self.length.get(long << 6 | kind, 0)
            + self.first_last.get(first << 21 | last << 6 | kind, 0)
        )

    def _add_last(self, packed: int) -> Any:
        kind, number, cluster = packed & 63, packed >> 6 & 0x7FFF, packed >> 21
        return _BOTH + self.last.get(number, 0) + self.last_cluster.get(cluster << 6 | kind, 0)

    def _add_word(self, packed: int) -> Any:
        """A chunk of one word."""
        kind, number = packed & 63, packed >> 6 & 0x7FFF
        return self._add_words(kind, number, number, packed >> 6, 1)


def _add_beside(words: dict[int, Any], kinds: dict[int, Any]) -> Callable[[int], Any]:
    return lambda packed: words.get(packed >> 6, 0) + kinds.get(packed, 0)


def _add_shape(
    ending: dict[int, Any], middle: dict[int, Any], beginning: dict[int, Any]
) -> Callable[[int], Any]:
    return lambda shape: (ending.get(shape, 0), middle.get(shape, 0), beginning.get(shape, 0))
