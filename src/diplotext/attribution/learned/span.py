"""Stage 2: the chunks around a cue head, each scored as content, source or cue.

For every head a window of chunks is scored, walking out from the cue on both sides. A score is
three weights (content, source, cue, each relative to "outside") packed into one integer, so that
adding many keys' weights is adding integers. What depends on a chunk alone is added up once a unit
(``span_part``); what recurs (the cue word with a kind, the cue's configuration, the separators met
last) once, and remembered; what is left is looked up in small tables of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from diplotext.attribution.learned.block import Unit
from diplotext.attribution.learned.chunk import (
    CLOSING,
    COMMA,
    FIRST_TURN,
    LAST_TURN,
    OPENING,
    STRONG_TURN,
    VERB,
)
from diplotext.attribution.learned.span_scorer import DISTANCES, SpanScorer
from diplotext.attribution.learned.template import EMPTY
from diplotext.attribution.learned.window import Configuration, Window, configure

__all__ = ["SCALE", "score_window", "score_windows"]

SCALE = 64.0  # weights are integers, this many to one unit of log-odds
_REACHES = tuple(tuple(distance << 6 for distance in side) for side in DISTANCES)
_PATH, _NEAR = 0xFFFFFFF, 0xFFFFF  # seven separators of four bits; the last five
_OLDEST = 24  # the bits below the first of seven separators
# A separator as the walk meets it: to the left, a closing bracket opens.
_MET = (
    tuple({OPENING: CLOSING, CLOSING: OPENING}.get(turn, turn) for turn in range(16)),
    tuple(range(16)),
)
# What a separator adds to the counts of commas (three bits) and, above, of verbs on the path.
_COUNTED = tuple({COMMA: 1, VERB: 8}.get(separator, 0) for separator in range(16))


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


def _score_side(  # noqa: C901 - the inner loop of a parse: a call for each chunk costs too much
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
    sentence_first, sentence_last = scorer.sentence_first, scorer.sentence_last
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
            if turn & FIRST_TURN:
                score += sentence_first.get(place << 11 | setting.quotes, 0)
            if turn & LAST_TURN:
                score += sentence_last.get(place << 16 | window.chunks.lasts[at], 0)
            scores.append(score)
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
