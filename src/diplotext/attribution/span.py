"""Stage 2: the chunks around a cue head, each scored as content, source or cue.

For every head a window of chunks is scored, walking out from the cue on both sides. A score is
three weights (content, source, cue, each relative to "outside") packed into one integer, so that
adding many keys' weights is adding integers. What depends on a chunk alone is added up once a unit
(``span_part``); what recurs (the cue word with a kind, the cue's configuration, the separators met
last) once, and remembered; what is left is looked up in small tables of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import repeat
from typing import Any

from diplotext.attribution.block import Unit
from diplotext.attribution.chunk import (
    CLOSING,
    COMMA,
    FIRST_TURN,
    LAST_TURN,
    OPENING,
    STRONG_TURN,
    VERB,
)
from diplotext.attribution.memo import Memo, Memos
from diplotext.attribution.span_key import along_keys, kind_keys, scene_keys
from diplotext.attribution.span_part import PartScorer
from diplotext.attribution.template import EMPTY, Templates
from diplotext.attribution.window import Configuration, Window, configure

__all__ = ["SCALE", "SpanScorer", "score_window", "score_windows"]

SCALE = 64.0  # weights are integers, this many to one unit of log-odds
_ZEROS = repeat(0)
# Distances in chunks from the cue (nine classes) and in tokens (eight).
_CHUNK_DISTANCE = (1, 2, 3, 4, 5, 5, 6, 6, 6, *[7] * 6, *[8] * 33)
_TOKEN_DISTANCE = (0, 0, 1, 2, 3, 3, 4, 4, 4, 4, *[5] * 7, *[6] * 12, *[7] * 600)
# The same in chunks with the side, as keys pack it.
_DISTANCES = tuple(
    tuple(right << 3 | far if far < 8 else 16 | right for far in _CHUNK_DISTANCE)
    for right in (0, 1)
)
_REACHES = tuple(tuple(distance << 6 for distance in side) for side in _DISTANCES)
_PATH, _NEAR = 0xFFFFFFF, 0xFFFFF  # seven separators of four bits; the last five
_OLDEST = 24  # the bits below the first of seven separators
# A separator as the walk meets it: to the left, a closing bracket opens.
_MET = (
    tuple({OPENING: CLOSING, CLOSING: OPENING}.get(turn, turn) for turn in range(16)),
    tuple(range(16)),
)
# What a separator adds to the counts of commas (three bits) and, above, of verbs on the path.
_COUNTED = tuple({COMMA: 1, VERB: 8}.get(separator, 0) for separator in range(16))


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
            for distance in _DISTANCES[packed & 1]
        )

    return add


def _distances(tables: dict[int, dict[int, Any]]) -> Callable[[int], tuple[Any, ...]]:
    def add(packed: int) -> tuple[Any, ...]:
        table = tables.get(packed >> 1, EMPTY)
        return tuple(table.get(distance, 0) for distance in _DISTANCES[packed & 1])

    return add


def _steps(weights: Templates, right: int) -> tuple[list[Any], ...]:
    """By chunks and by tokens from the cue; to the left, tokens are counted from behind."""
    table = weights.table(1)
    tokens = _TOKEN_DISTANCE if right else _TOKEN_DISTANCE[:0:-1]
    rows = {
        distance: [table.get(distance << 3 | far, 0) for far in tokens]
        for distance in set(_DISTANCES[right])
    }
    return tuple(rows[distance] for distance in _DISTANCES[right])


def score_windows(windows: Sequence[Window], scorer: SpanScorer) -> list[list[Any]]:
    """The scores of windows, one list each."""
    for window in windows:
        if window.chunks.parts is None:
            window.chunks.parts = scorer.parts.add_parts(window.chunks)
    return [score_window(window, scorer) for window in windows]


def score_window(window: Window, scorer: SpanScorer) -> list[Any]:
    """The packed scores of the window's chunks, 0 for the head's own."""
    if window.chunks.parts is None:
        window.chunks.parts = scorer.parts.add_parts(window.chunks)
    setting = configure(window.unit, window.head)
    scores = _score_side(window, scorer, setting, 0)
    scores.reverse()
    scores.append(0)
    scores += _score_side(window, scorer, setting, 1)
    return scores


def _columns(
    window: Window, scorer: SpanScorer, setting: Configuration, right: int
) -> Iterator[tuple[Any, ...]]:
    """The chunks on one side as the walk reads them, from the cue outwards."""
    chunks, at = window.chunks, window.at
    cue = window.unit.types[window.head]
    if right:
        span = slice(at + 1, window.last)
    else:
        # Without chunks on the left the slice would be that of all.
        span = slice(at - 1, window.first - 1 if window.first else None, -1) if at else slice(0)
    return zip(
        chunks.forms[span],
        chunks.firsts[span],
        chunks.turns[span],
        chunks.sentences[span],
        (chunks.starts if right else chunks.ends)[span],
        chunks.parts[right][span] if chunks.parts else (),
        scorer.by_cue[cue.packed << 1 | right],
        scorer.by_neighbours[setting.neighbours << 1 | right],
        scorer.by_quotes[setting.quotes << 1 | right],
        scorer.steps[right],
        _REACHES[right],
        strict=False,
    )


def _score_side(
    window: Window, scorer: SpanScorer, setting: Configuration, right: int
) -> list[Any]:
    """The scores of the chunks on one side of the cue, walking out from it."""
    unit, head = window.unit, window.head
    cue = unit.types[head]
    by_kind = scorer.by_kind[cue.packed << 1 | right]
    cue_place = scorer.cue_place.get(cue.number, EMPTY)
    cue_near = scorer.cue_near.get(cue.number, EMPTY)
    path_place, commas_place = scorer.path_place, scorer.commas_place
    near_form, near_first = scorer.near_form[right], scorer.near_first[right]
    by_path, passed_weight, met = scorer.by_path, scorer.passed, _MET[right]
    origin = head if right else head + 1
    sentence, outer = unit.sentences[head], right << 5
    stand, edges = setting.quotes << 2 | setting.edges >> 5, setting.edges << 11
    by_scene, reach_weight = scorer.by_scene, scorer.reach
    path = counts = last = passed = state = 0
    scene, along = by_scene[stand << 6 | outer], by_path[outer]
    forms, firsts = near_form.get(0, EMPTY), near_first.get(0, EMPTY)
    near = right << 1
    placed = -1  # 1 inside quotation marks, -1 where the sums of the place are to be made anew
    place = base = reach = 0
    scores: list[Any] = []
    for form, first, turn, own, mark, part, by_cue, beside, quoted, steps, distance in _columns(
        window, scorer, setting, right
    ):
        if own != sentence:
            sentence, placed = own, -1
            outer = right << 5 | _outer_place(unit, head, sentence)
            scene, along = by_scene[stand << 6 | outer], by_path[state << 6 | outer]
        if form & 1 != placed:
            placed = form & 1
            place = outer | placed << 1
            base = (
                cue_place.get(place, 0)
                + path_place.get(path << 6 | place, 0)
                + commas_place[(counts & 7) << 6 | place]
            )
            reach = edges | place
        score = (
            part
            + base
            + by_cue
            + beside
            + quoted
            + steps[mark - origin]
            + by_kind[form]
            + scene[form]
        )
        key = reach | distance
        if key in reach_weight:
            score += reach_weight[key]
        if form in forms:
            score += forms[form]
        if first in firsts:
            score += firsts[first]
        if cue_near:
            key = near | placed
            if key in cue_near:
                score += cue_near[key]
        if passed:
            key = passed | place
            if key in passed_weight:
                score += passed_weight[key]
        if not turn:
            scores.append(score + along[form])
            continue
        if turn < STRONG_TURN:
            scores.append(score + along[form])
        else:
            strong = 1 if turn & STRONG_TURN else 0
            score += by_path[(state | strong) << 6 | outer][form]
            at = window.at + 1 + len(scores) if right else window.at - 1 - len(scores)
            scores.append(score + _edge_score(window, scorer, setting, place, at))
            if strong:
                cluster = unit.types[window.chunks.starts[at]].cluster
                passed = cluster << 8 | (2 if passed else 1) << 6
        separator = met[turn & 15]
        if separator and (separator != VERB or path & 15 != VERB):
            counts += _COUNTED[separator] - _COUNTED[path >> _OLDEST]
            path = (path << 4 | separator) & _PATH
            last = last if separator == VERB else separator
            near = path & _NEAR
            forms, firsts = near_form.get(near, EMPTY), near_first.get(near, EMPTY)
            near, placed = near << 2 | right << 1, -1
        state = last << 6 | counts >> 3 << 3 | passed >> 5 & 6
        along = by_path[state << 6 | outer]
    return scores


def _outer_place(unit: Unit, head: int, sentence: int) -> int:
    """Another sentence than the head's: how far off it is, and whether in another paragraph."""
    apart = abs(sentence - unit.sentences[head])
    place = (apart if apart < 3 else 3) << 3  # noqa: FURB136 - faster than min
    paragraphs = unit.paragraphs
    if paragraphs and paragraphs[unit.bounds[sentence]] != paragraphs[head]:
        place |= 1
    return place


def _edge_score(
    window: Window, scorer: SpanScorer, setting: Configuration, place: int, at: int
) -> Any:
    """What the first and the last chunk of a sentence add."""
    turn = window.chunks.turns[at]
    score: Any = 0
    if turn & FIRST_TURN:
        score += scorer.sentence_first.get(place << 11 | setting.quotes, 0)
    if turn & LAST_TURN:
        score += scorer.sentence_last.get(place << 16 | window.chunks.lasts[at], 0)
    return score
