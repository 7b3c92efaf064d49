"""A forest of small regression trees, all walked at once.

The form is that of QuickScorer (Lucchese et al., SIGIR 2015), with one of Python's long integers
as the bit vector: every leaf of every tree is a bit. For each column, the value's place among the
column's thresholds gives a mask that strikes out the leaves it rules out in all trees; the lowest
bit left to each tree is the leaf that walking the tree would have reached. The leaves' values are
whole millionths and are added up by their binary digits: how many of the leaves reached have the
digit, times what it is worth. So scoring is a handful of calls of C functions, whatever the number
of trees, and no sum depends on its order.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import reduce
from itertools import accumulate
from operator import and_, getitem, itemgetter, mul
from typing import Any

from attrs import define, field, frozen

__all__ = ["Forest", "build_forest"]

_LEAF = -1
_MILLION = 1_000_000
_MOST_VALUES = 1000  # remembered of a column


class _MaskTable(dict[float, int]):
    """The mask of each value of a column, found once; for columns of few values."""

    __slots__ = ("masks", "thresholds")

    def __init__(self, thresholds: tuple[float, ...], masks: tuple[int, ...]) -> None:
        """An empty table over a column's thresholds and masks."""
        super().__init__()
        self.thresholds = thresholds
        self.masks = masks

    def __missing__(self, value: float) -> int:
        mask = self.masks[bisect_left(self.thresholds, value)]
        if len(self) < _MOST_VALUES:
            self[value] = mask
        return mask


@frozen(eq=False)
class Forest:
    """The masks of each column in use, the leaves' values, and what all trees start from.

    ``thresholds`` and ``masks`` are parallel to what ``measures`` takes of the columns, ``counted``
    to what ``counts`` takes: columns that are whole numbers, with their masks by value. ``firsts``
    has the first leaf of each tree, ``digits`` the leaves whose value has each binary digit, the
    values being those above the least of the tree; ``worth`` is what each digit counts for, and
    ``least`` the sum of the trees' least values.
    """

    base: float
    measures: Callable[[Sequence[float]], Sequence[float]] = field(repr=False)
    thresholds: tuple[tuple[float, ...], ...] = field(repr=False)
    masks: tuple[tuple[int, ...], ...] = field(repr=False)
    counts: Callable[[Sequence[float]], Sequence[float]] = field(repr=False)
    counted: tuple[_MaskTable, ...] = field(repr=False)
    full: int = field(repr=False)
    firsts: int = field(repr=False)
    digits: tuple[int, ...] = field(repr=False)
    worth: tuple[int, ...]
    least: int

    def score(self, columns: Sequence[float]) -> float:
        """The sum of the leaves that the columns lead to, in log-odds."""
        places = map(bisect_left, self.thresholds, self.measures(columns))
        left = reduce(and_, map(getitem, self.masks, places), self.full)
        left = reduce(and_, map(getitem, self.counted, self.counts(columns)), left)
        # The lowest bit of each tree: none is empty, so the subtraction never borrows.
        lowest = left & ~(left - self.firsts)
        having = map(int.bit_count, map(lowest.__and__, self.digits))
        above: int = sum(map(mul, having, self.worth))
        return self.base + (self.least + above) / _MILLION


@define(eq=False)
class _Trees:
    """Trees being read: their leaves' values in a row, where each begins, what nodes strike out."""

    features: Sequence[int]
    numbers: Sequence[float]
    values: list[int] = field(factory=list)
    firsts: list[int] = field(factory=list)
    struck: dict[int, list[tuple[float, int]]] = field(factory=dict)

    def read_tree(self, at: int) -> int:
        """Read the tree whose root is the node ``at``; the node behind it."""
        self.firsts.append(len(self.values))
        return self._read_branch(at)

    def _read_branch(self, at: int) -> int:
        if at >= len(self.features):
            raise ValueError("a tree breaks off")
        feature, number = self.features[at], self.numbers[at]
        if feature == _LEAF:
            self.values.append(round(number * _MILLION))
            return at + 1
        before = len(self.values)
        after = self._read_branch(at + 1)
        struck = (1 << len(self.values)) - (1 << before)
        self.struck.setdefault(feature, []).append((number, struck))
        return self._read_branch(after)

    def tables(self) -> dict[int, tuple[tuple[float, ...], tuple[int, ...]]]:
        """Each column's thresholds, rising, and the masks between them."""
        full = (1 << len(self.values)) - 1
        tables = {}
        for column in sorted(self.struck):
            cuts: dict[float, int] = {}
            for threshold, cut in sorted(self.struck[column]):
                cuts[threshold] = cuts.get(threshold, 0) | cut
            # Copied, the numbers stand side by side in memory.
            thresholds = tuple(array("d", cuts))
            masks = tuple(accumulate((full ^ cut for cut in cuts.values()), and_, initial=full))
            tables[column] = thresholds, masks
        return tables


def build_forest(
    base: float, features: Sequence[int], numbers: Sequence[float], trees: int
) -> Forest:
    """The forest of trees listed node by node, each before its left and then its right branch.

    A leaf has the feature -1 and its value as number; another node the column and the threshold
    up to which (inclusive) a value goes left. Raises ``ValueError`` where the lists are no such
    trees.
    """
    read = _Trees(features, numbers)
    at = 0
    for _ in range(trees):
        at = read.read_tree(at)
    if at != len(features) or len(features) != len(numbers):
        raise ValueError("nodes left over behind the last tree")
    tables = read.tables()
    # Thresholds at whole numbers or half-way between them: a count.
    counts = [c for c, (t, _) in tables.items() if not any(number * 2 % 1 for number in t)]
    measures = [column for column in tables if column not in counts]
    least, digits = _read_digits(read.values, read.firsts)
    return Forest(
        base,
        _taker(measures),
        tuple(tables[column][0] for column in measures),
        tuple(tables[column][1] for column in measures),
        _taker(counts),
        tuple(_MaskTable(*tables[column]) for column in counts),
        (1 << len(read.values)) - 1,
        sum(1 << first for first in read.firsts),
        digits,
        tuple(1 << place for place in range(len(digits))),
        least,
    )


def _taker(columns: Sequence[int]) -> Callable[[Sequence[float]], Any]:
    """What takes these columns; ``itemgetter`` takes no fewer than two as a sequence."""
    if len(columns) > 1:
        return itemgetter(*columns)
    return lambda numbers: [numbers[column] for column in columns]


def _read_digits(values: Sequence[int], firsts: Sequence[int]) -> tuple[int, tuple[int, ...]]:
    """The sum of the trees' least values; for each binary digit, the leaves that have it."""
    above: list[int] = []
    total = 0
    for first, end in zip(firsts, [*firsts[1:], len(values)], strict=True):
        least = min(values[first:end])
        total += least
        above += [value - least for value in values[first:end]]
    places = range(max(above, default=0).bit_length())
    above.reverse()  # the first leaf is the lowest bit
    return total, tuple(
        int("".join(["1" if value >> place & 1 else "0" for value in above]), 2) for place in places
    )
