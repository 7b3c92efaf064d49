"""Where a content begins to the token: mending what chunks cut too wide.

A preposition stands in one chunk with its noun ("called | for an inquiry"), but annotators leave it
out of the content more often than not, by the verb. One logistic unit decides whether the first
word of a content that follows its cue is dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import repeat
from typing import Any

from attrs import frozen

from diplotext.attribution.block import Unit
from diplotext.attribution.candidate import Run

__all__ = ["EdgeScorer", "can_drop", "edge_keys"]

_ZEROS = repeat(0)
# Codes of first words that can be dropped: prepositions, "to", "that", adverbs, "of", "by".
_DROPPABLE = frozenset("iTtroy")
_LONG = 8


def can_drop(unit: Unit, head: int, runs: Sequence[Run]) -> bool:
    """Whether a content begins, behind its cue, with a word that could be left out."""
    start, stop = runs[0]
    return start > head and stop - start > 1 and unit.codes[start] in _DROPPABLE


def edge_keys(unit: Unit, head: int, runs: Sequence[Run]) -> list[int]:
    """The keys of a content's first word behind its cue."""
    types = unit.types
    start, stop = runs[0]
    cue, first, second = types[head], types[start], types[start + 1]
    number = first.number
    near = min(start - head, 4)
    code = ord(unit.codes[start + 1]) & 127
    return [
        1 << 48,
        2 << 48 | number,
        3 << 48 | cue.number << 16 | number,
        4 << 48 | cue.cluster << 16 | number,
        5 << 48 | cue.fine_cluster << 16 | number,
        6 << 48 | number << 7 | code,
        7 << 48 | number << 3 | near,
        8 << 48 | cue.number << 3 | near,
        9 << 48 | number << 16 | second.number,
        10 << 48 | number << 5 | unit.tags[head],
        11 << 48 | number << 16 | types[start - 1].number,
        12 << 48 | number << 4 | min(stop - start, _LONG),
        13 << 48 | cue.number << 7 | code,
        14 << 48 | number << 8 | second.cluster,
    ]


@frozen(eq=False)
class EdgeScorer:
    """The weights of the decision."""

    weight: Callable[[int, Any], Any]

    def mend(self, unit: Unit, head: int, runs: Sequence[Run]) -> Sequence[Run]:
        """The content's runs, without its first word where that is likelier left out."""
        if can_drop(unit, head, runs):
            keys = edge_keys(unit, head, runs)
            if sum(map(self.weight, keys, _ZEROS)) > 0:
                return [(runs[0][0] + 1, runs[0][1]), *runs[1:]]
        return runs
