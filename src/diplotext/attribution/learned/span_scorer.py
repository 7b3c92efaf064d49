"""The weights of stage 2 as the walk over the chunks asks for them: tables and recurring sums."""

from __future__ import annotations

from collections.abc import Callable
from itertools import repeat
from typing import Any

from diplotext.attribution.learned.memo import Memo, Memos
from diplotext.attribution.learned.span_key import along_keys, kind_keys, scene_keys
from diplotext.attribution.learned.span_part import PartScorer
from diplotext.attribution.learned.template import EMPTY, Templates

__all__ = ["DISTANCES", "SpanScorer"]

_ZEROS = repeat(0)
# Distances in chunks from the cue (nine classes) and in tokens (eight).
_CHUNK_DISTANCE = (1, 2, 3, 4, 5, 5, 6, 6, 6, *[7] * 6, *[8] * 33)
_TOKEN_DISTANCE = (0, 0, 1, 2, 3, 3, 4, 4, 4, 4, *[5] * 7, *[6] * 12, *[7] * 600)
# The same in chunks with the side, as keys pack it.
DISTANCES = tuple(
    tuple(right << 3 | far if far < 8 else 16 | right for far in _CHUNK_DISTANCE)
    for right in (0, 1)
)


class SpanScorer:
    """The weights of stage 2, and sums that recur.

    ``by_cue``, ``by_neighbours`` and ``by_quotes``: sums of the cue word, of its neighbours and of
    the quotations near it by distance; ``by_kind``: those of the cue word by form; ``by_scene``:
    those of the cue's sentence and a place by form; ``by_path``: those of the separators met last
    and a place by form. ``steps`` has for each side and distance a list of weights by tokens from
    the cue. The others are tables of one template each.

    Few fields are looked up at a time, so that a story's windows share what they look up.
    """

    def __init__(self, weights: Templates) -> None:
        """``weights`` are the packed weights by template."""
        self.by_cue = Memo(_cue_distances(weights))
        self.by_neighbours = Memo(_distances(weights.nested(15, 5)))
        self.by_quotes = Memo(_distances(weights.nested(18, 5)))
        self.by_kind = Memos(_adder(weights, kind_keys))
        self.by_scene = Memos(_adder(weights, scene_keys))
        self.by_path = Memos(_adder(weights, along_keys))
        self.steps = tuple(_steps(weights, right) for right in (0, 1))
        self.parts = PartScorer(weights)
        self.cue_place = weights.nested(14, 6)
        self.reach = weights.table(22)
        self.path_place = weights.table(23)
        self.near_form = weights.nested_by_side(24, 8, 7)
        self.near_first = weights.nested_by_side(25, 16, 0)
        self.cue_near = weights.nested(26, 22)
        commas = weights.row(27, 5 << 6)
        self.commas_place = commas + commas[4 << 6 :] * 3  # more than four are as four
        self.passed = weights.table(34)
        self.sentence_first = weights.table(38)
        self.sentence_last = weights.table(39)


def _adder(weights: Templates, keys_of: Callable[[int], tuple[int, ...]]) -> Callable[[int], Any]:
    weight = weights.get
    return lambda packed: sum(map(weight, keys_of(packed), _ZEROS))


def _cue_distances(weights: Templates) -> Callable[[int], tuple[Any, ...]]:
    """The cue word's sums for the first chunk from it, the second, ..."""
    words, clusters = weights.nested(11, 5), weights.nested(41, 5)

    def add(packed: int) -> tuple[Any, ...]:
        number, cluster = packed >> 1 & 0x7FFF, packed >> 16
        by_word, by_cluster = words.get(number, EMPTY), clusters.get(cluster, EMPTY)
        return tuple(
            by_word.get(distance, 0) + by_cluster.get(distance, 0)
            for distance in DISTANCES[packed & 1]
        )

    return add


def _distances(tables: dict[int, dict[int, Any]]) -> Callable[[int], tuple[Any, ...]]:
    def add(packed: int) -> tuple[Any, ...]:
        table = tables.get(packed >> 1, EMPTY)
        return tuple(table.get(distance, 0) for distance in DISTANCES[packed & 1])

    return add


def _steps(weights: Templates, right: int) -> tuple[tuple[Any, ...], ...]:
    """By chunks and by tokens from the cue; to the left, tokens are counted from behind."""
    table = weights.table(1)
    tokens = _TOKEN_DISTANCE if right else _TOKEN_DISTANCE[:0:-1]
    rows = {
        distance: tuple([table.get(distance << 3 | far, 0) for far in tokens])
        for distance in set(DISTANCES[right])
    }
    return tuple(rows[distance] for distance in DISTANCES[right])
