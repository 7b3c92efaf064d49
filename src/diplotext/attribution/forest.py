"""A forest of small regression trees, all walked at once.

The form is that of QuickScorer (Lucchese et al., SIGIR 2015), with Python's long integers as the
bit vectors: every tree has sixteen bits, one a leaf. For each column, the value's place among the
column's thresholds gives a mask that strikes out the leaves it rules out in all trees; the lowest
bit left to each tree is the leaf that walking the tree would have reached. So scoring is a
handful of calls of C functions, whatever the number of trees, and the weights stay plain numbers.
"""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from operator import and_, getitem

from attrs import field, frozen

__all__ = ["LEAVES", "Forest", "build_forest"]

LEAVES = 16  # bits, thus at most so many leaves, a tree
_LEAF = -1
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

    ``thresholds`` and ``masks`` are parallel to ``used``, the numbers of the columns in use;
    ``counted`` to ``counts``, those of columns that are whole numbers: their masks by value.
    """

    base: float
    used: tuple[int, ...]
    thresholds: tuple[tuple[float, ...], ...] = field(repr=False)
    masks: tuple[tuple[int, ...], ...] = field(repr=False)
    counts: tuple[int, ...]
    counted: tuple[_MaskTable, ...] = field(repr=False)
    values: tuple[dict[int, float], ...] = field(repr=False)
    full: int = field(repr=False)
    ones: int = field(repr=False)

    def score(self, columns: Sequence[float]) -> float:
        """The sum of the leaves that the columns lead to, in log-odds."""
        places = map(bisect_left, self.thresholds, [columns[number] for number in self.used])
        left = functools.reduce(and_, map(getitem, self.masks, places), self.full)
        counts = map(getitem, self.counted, [columns[number] for number in self.counts])
        left = functools.reduce(and_, counts, left)
        # The lowest bit of each tree: none is empty, so the subtraction never borrows.
        lowest = left & ~(left - self.ones)
        leaves = memoryview(lowest.to_bytes(2 * len(self.values), "little")).cast("H")
        return self.base + sum(map(getitem, self.values, leaves))


def build_forest(
    base: float, features: Sequence[int], numbers: Sequence[float], trees: int
) -> Forest:
    """The forest of trees listed node by node, each before its left and then its right branch.

    A leaf has the feature -1 and its value as number; another node the column and the threshold
    up to which (inclusive) a value goes left. Raises ``ValueError`` where the lists are no such
    trees.
    """
    found: dict[int, list[tuple[float, int]]] = {}
    values: list[dict[int, float]] = []
    at = 0
    for tree in range(trees):
        leaves: dict[int, float] = {}
        at = _read_node(features, numbers, at, tree, leaves, found)
        if len(leaves) > LEAVES:
            raise ValueError(f"a tree of {len(leaves)} leaves, {LEAVES} at most")
        values.append(leaves)
    if at != len(features) or len(features) != len(numbers):
        raise ValueError("nodes left over behind the last tree")
    full = (1 << LEAVES * trees) - 1
    tables = {}
    for column in sorted(found):
        nodes = sorted(found[column])
        thresholds = tuple(threshold for threshold, _ in nodes)
        masks = tuple(accumulate((full ^ cut for _, cut in nodes), and_, initial=full))
        tables[column] = thresholds, masks
    # Thresholds half-way between whole numbers: a count.
    counts = tuple(c for c, (t, _) in tables.items() if all(number % 1 == 0.5 for number in t))
    used = tuple(column for column in tables if column not in counts)
    ones = sum(1 << LEAVES * tree for tree in range(trees))
    return Forest(
        base,
        used,
        tuple(tables[column][0] for column in used),
        tuple(tables[column][1] for column in used),
        counts,
        tuple(_MaskTable(*tables[column]) for column in counts),
        tuple(values),
        full,
        ones,
    )


def _read_node(
    features: Sequence[int],
    numbers: Sequence[float],
    at: int,
    tree: int,
    leaves: dict[int, float],
    found: dict[int, list[tuple[float, int]]],
) -> int:
    """Read the branch at ``at``; the place behind it. ``found`` collects what each node strikes."""
    if at >= len(features):
        raise ValueError("a tree breaks off")
    if features[at] == _LEAF:
        leaves[1 << len(leaves)] = numbers[at]
        return at + 1
    before = len(leaves)
    after = _read_node(features, numbers, at + 1, tree, leaves, found)
    struck = (1 << len(leaves)) - (1 << before)
    found.setdefault(features[at], []).append((numbers[at], struck << LEAVES * tree))
    return _read_node(features, numbers, after, tree, leaves, found)
