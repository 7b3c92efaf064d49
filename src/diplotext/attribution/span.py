"""Stage 2: the chunks around a cue head, each scored as content, source or cue.

For every head a window of chunks is scored, walking out from the cue on both sides. A score is
three weights (content, source, cue, each relative to "outside") packed into one integer, so that
adding many keys' weights is one ``sum``. What recurs (the cue word at a distance, the cue's
configuration, the separators met so far) is added up once and remembered.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import repeat
from typing import Any

from attrs import frozen

from diplotext.attribution.block import Unit
from diplotext.attribution.chunk import CLOSING, NO_KIND, OPENING, VERB, Chunks
from diplotext.attribution.memo import Memo, Memos
from diplotext.attribution.span_key import (
    before_keys,
    cue_keys,
    last_keys,
    next_keys,
    path_keys,
    setting_keys,
    shape_keys,
    step_keys,
)
from diplotext.attribution.tagger import TAGS
from diplotext.body.token import CLOSE, OPEN, OUTSIDE

__all__ = ["BIAS", "SCALE", "SpanScorer", "Window", "score_window"]

# Weights are integers, this many to one unit of log-odds, in fields of 14 bits.
SCALE = 64.0
FIELD_BITS = 14
BIAS = 8192 | 8192 << FIELD_BITS | 8192 << 2 * FIELD_BITS
_ZEROS = repeat(0)
_MOST_LEFT, _MOST_RIGHT = 100, 120  # the window's reach, in tokens
_MOST_CHUNKS = 48  # on either side; few windows reach so far, but floods of marks would
# Distances in chunks (nine classes) and in tokens (eight).
_CHUNK_DISTANCE = (1, 2, 3, 4, 5, 5, 6, 6, 6, *[7] * 6, *[8] * 400)
_DISTANCES = tuple(
    tuple(right << 3 | far if far < 8 else 16 | right for far in _CHUNK_DISTANCE)
    for right in (0, 1)
)
_TOKEN_DISTANCE = (0, 0, 1, 2, 3, 3, 4, 4, 4, 4, *[5] * 7, *[6] * 12, *[7] * 600)

_PRONOUNS = frozenset(("he", "she", "they", "it", "we", "i", "you", "who"))
_OWN_CLASS = {
    word: index + 1
    for index, word in enumerate(
        ("that", "to", ",", ":", ".", "in", "of", "for", "on", "as", "he", "and", "by")
    )
}
_QUOTE_CLASS, _PRONOUN_CLASS, _FIRST_TAG_CLASS = 31, 30, 14
_TAG_CLASSES = (0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 4, 4, 4, 4, 5, 5, 6, 7, 8, 4, 6, 9, 10, 11, 12, 13)
assert len(_TAG_CLASSES) == len(TAGS)  # noqa: S101 - a slip in a table


@frozen(eq=False)
class Window:
    """The chunks looked at for one head: ``first`` to ``last`` (exclusive), the head at ``at``."""

    unit: Unit
    chunks: Chunks
    head: int
    first: int
    last: int
    at: int


@frozen(eq=False)
class Configuration:
    """How a cue stands: its neighbours, the quotations near, the sentence's edges."""

    neighbours: int
    quotes: int
    to_end: int
    edges: int


def find_window(unit: Unit, chunks: Chunks, head: int) -> Window:
    """The cue's sentence; back while quoted; on while quoted, after ":" or into a quotation."""
    quotes, bounds = unit.quotes, unit.bounds
    sentence = unit.sentences[head]
    low = sentence
    while (
        low > 0
        and (quotes[bounds[low] - 1] or quotes[bounds[low] - 2] == CLOSE)
        and head - bounds[low - 1] <= _MOST_LEFT
    ):
        low -= 1
    high, last = sentence, len(bounds) - 2
    while high < last and bounds[high + 1] - head < _MOST_RIGHT:
        begin = bounds[high + 1]
        near = high == sentence and (
            OPEN in quotes[begin : begin + 3]
            or quotes[begin - 1]
            or unit.types[begin - 1].lower == ":"
        )
        if not (quotes[begin] or near):
            break
        high += 1
    start = max(bounds[low], head - _MOST_LEFT)
    end = min(bounds[high + 1], head + _MOST_RIGHT)
    at = chunks.at[head]
    starts = chunks.starts
    first, least = at, max(0, at - _MOST_CHUNKS)
    while first > least and starts[first - 1] >= start:
        first -= 1
    after, most = at + 1, min(len(starts), at + _MOST_CHUNKS)
    while after < most and starts[after] < end:
        after += 1
    return Window(unit, chunks, head, first, after, at)


def _neighbour_class(unit: Unit, at: int) -> int:
    if not 0 <= at < len(unit.types):
        return 0
    if unit.quotes[at] >= OPEN:
        return _QUOTE_CLASS
    lower = unit.types[at].lower
    if lower in _PRONOUNS:
        return _PRONOUN_CLASS
    return _OWN_CLASS.get(lower) or _FIRST_TAG_CLASS + _TAG_CLASSES[unit.tags[at]]


def configure(unit: Unit, head: int) -> Configuration:
    """The configuration of the cue at ``head``."""
    types, quotes, bounds = unit.types, unit.quotes, unit.bounds
    sentence = unit.sentences[head]
    # A sentence without end (a list, a table) is looked at no further than the window.
    begin = max(bounds[sentence], head - _MOST_LEFT)
    last = min(bounds[sentence + 1] - 1, head + _MOST_RIGHT)
    near = quotes[max(begin - 2, 0) : last + 2]
    closed = opened = 0
    if OPEN in near or CLOSE in near:
        for at in range(head - 1, max(-1, begin - 3), -1):
            if quotes[at] == CLOSE:
                comma = at and types[at - 1].lower[0] in ",?!-—" and head - at < 14
                far = 0 if head - at <= 3 else 1 if head - at <= 8 else 2
                closed = (1 if comma else 4) + far
                break
        for at in range(head + 1, min(len(types), last + 2)):
            if quotes[at] == OPEN:
                before = types[at - 1].lower
                form = 1 if before[0] in ",:" else 4 if before == "that" else 7
                far = 0 if at - head <= 2 else 1 if at - head <= 6 else 2
                opened = form + far
                break
    right, left = last - head, head - begin
    to_end = 0 if right <= 1 else 1 if right <= 5 else 2 if right <= 10 else 3
    from_start = 0 if left <= 1 else 1 if left <= 4 else 2 if left <= 9 else 3
    return Configuration(
        _neighbour_class(unit, head - 1) << 5 | _neighbour_class(unit, head + 1),
        closed << 6 | opened << 2 | quotes[head],
        to_end,
        to_end << 5 | from_start << 3 | closed,
    )


class SpanScorer:
    """The weights of stage 2, and sums that recur.

    ``by_cue``: the cue word's sums by spot; ``by_setting``: those of the cue's configuration;
    ``by_step``: those of the distance; ``by_path``: those of the separators met; the others those
    of a chunk whatever the cue. A spot packs distance, place and kind of a chunk.
    """

    __slots__ = (
        "by_before",
        "by_cue",
        "by_last",
        "by_next",
        "by_path",
        "by_setting",
        "by_shape",
        "by_step",
        "weight",
    )

    def __init__(self, weight: Callable[[int, Any], Any]) -> None:
        """``weight`` gives the packed weight of a key, or the default."""
        self.weight = weight
        self.by_cue = Memos(self._adder(cue_keys))
        self.by_setting = Memos(self._adder(setting_keys))
        self.by_step = Memo(self._adder(step_keys))
        self.by_path = Memo(self._adder(path_keys))
        self.by_shape = Memo(self._adder(shape_keys))
        self.by_last = Memo(self._adder(last_keys))
        self.by_next = Memo(self._adder(next_keys))
        self.by_before = Memo(self._adder(before_keys))

    def _adder(self, keys_of: Callable[[int], tuple[int, ...]]) -> Callable[[int], Any]:
        weight = self.weight
        return lambda packed: sum(map(weight, keys_of(packed), _ZEROS))


def chunk_score(scorer: SpanScorer, unit: Unit, chunks: Chunks, place: int, right: int) -> Any:
    """The part of a chunk's score that depends on the side of the cue alone."""
    kinds, firsts, lasts = chunks.kinds, chunks.firsts, chunks.lasts
    count = len(kinds)
    kind, first, last = kinds[place], firsts[place], lasts[place]
    after = after2 = before = before2 = NO_KIND
    next_first = last_before = 0
    if place + 1 < count:
        next_first, after = firsts[place + 1], kinds[place + 1]
        if place + 2 < count:
            after2 = kinds[place + 2]
    if place:
        last_before, before = lasts[place - 1], kinds[place - 1]
        if place > 1:
            before2 = kinds[place - 2]
    end = chunks.ends[place]
    length = end - chunks.starts[place]
    length = length if length < 7 else 7  # noqa: FURB136 - twice as fast
    side_kind = right << 6 | kind
    shape = before2 << 28 | before << 22 | after2 << 16 | after << 10 | length << 7 | side_kind
    weight = scorer.weight
    return (
        BIAS
        + scorer.by_shape[shape]
        + scorer.by_last[unit.types[end - 1].cluster << 22 | last << 7 | side_kind]
        + scorer.by_next[next_first << 7 | side_kind]
        + scorer.by_before[last_before << 7 | side_kind]
        + weight(3 << 48 | first << 1 | right, 0)
        + weight(7 << 48 | last << 16 | next_first << 1 | right, 0)
        + weight(46 << 48 | first << 22 | last << 7 | side_kind, 0)
    )


def score_window(window: Window, scorer: SpanScorer) -> list[Any]:
    """The packed scores of the window's chunks, 0 for the head's own."""
    setting = configure(window.unit, window.head)
    scores = _score_side(window, scorer, setting, 0)
    scores.reverse()
    scores.append(0)
    scores += _score_side(window, scorer, setting, 1)
    return scores


def _score_side(
    window: Window, scorer: SpanScorer, setting: Configuration, right: int
) -> list[Any]:
    """The scores of the chunks on one side of the cue, walking out from it."""
    unit, chunks, head, at = window.unit, window.chunks, window.head, window.at
    weight, known, sentences = scorer.weight, chunks.known, unit.sentences
    by_step, by_path = scorer.by_step, scorer.by_path
    cue = unit.types[head]
    by_cue = scorer.by_cue[cue.cluster << 15 | cue.number]
    by_setting = scorer.by_setting[setting.quotes << 8 | setting.edges]
    sentence = sentences[head]
    paragraphs = unit.paragraphs
    number = cue.number << 22
    neighbours = setting.neighbours << 8
    side = right << 5
    if right:
        opening, closing = OPENING, CLOSING
        places, rows = range(at + 1, window.last), chunks.rows[at + 1 : window.last]
    else:
        opening, closing = CLOSING, OPENING
        places, rows = range(at - 1, window.first - 1, -1), chunks.rows[window.first : at]
        rows.reverse()
    path = passed = last_cue = 0
    scores: list[Any] = []
    for at, distance, row in zip(places, _DISTANCES[right], rows, strict=False):
        start, end, kind, separator, first, last, inside, strong, edge = row
        place = side | inside
        apart = sentences[start] - sentence
        if apart:
            place |= (apart if 0 < apart < 3 else -apart if -3 < apart < 0 else 3) << 3
        if paragraphs and paragraphs[start] != paragraphs[head]:
            place |= 1
        place_kind = place << 6 | kind
        spot = distance << 12 | place_kind
        tokens = _TOKEN_DISTANCE[start - head if right else head - end + 1]
        near = path & 0xFFFFF
        score = (
            by_cue[spot]
            + by_setting[spot]
            + by_step[neighbours | distance << 3 | tokens]
            + by_path[path << 15 | strong << 14 | passed << 12 | place_kind]
            + weight(25 << 48 | near << 16 | first << 1 | right, 0)
            + weight(26 << 48 | number | near << 2 | right << 1 | inside >> 1, 0)
        )
        if passed:
            score += weight(34 << 48 | last_cue << 8 | passed << 6 | place, 0)
        if edge:
            if edge & 1:
                score += weight(38 << 48 | place << 11 | setting.quotes, 0)
            if edge & 2:
                score += weight(39 << 48 | place << 16 | last, 0)
        part = known.get(at << 1 | right)
        if part is None:
            part = known[at << 1 | right] = chunk_score(scorer, unit, chunks, at, right)
        scores.append(score + part)
        if separator:
            if separator == OPENING:
                path = (path << 4 | opening) & 0xFFFFFFF
            elif separator == CLOSING:
                path = (path << 4 | closing) & 0xFFFFFFF
            elif unit.quotes[start] == OUTSIDE and (separator != VERB or path & 15 != VERB):
                path = (path << 4 | separator) & 0xFFFFFFF
        if strong:
            passed = 1 if passed == 0 else 2
            last_cue = unit.types[start].cluster
    return scores
