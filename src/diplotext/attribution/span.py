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

from attrs import field, frozen

from diplotext.attribution.block import Unit
from diplotext.attribution.chunk import CLOSING, FIRST_HEAD_KIND, NO_KIND, OPENING, VERB, Chunks
from diplotext.attribution.tagger import TAGS
from diplotext.body.token import CLOSE, INSIDE, OPEN, OUTSIDE

__all__ = ["BIAS", "SCALE", "SpanScorer", "Window", "score_window"]

# Weights are integers, this many to one unit of log-odds, in fields of 14 bits.
SCALE = 64.0
FIELD_BITS = 14
BIAS = 8192 | 8192 << FIELD_BITS | 8192 << 2 * FIELD_BITS
_ZEROS = repeat(0)
_MOST_LEFT, _MOST_RIGHT = 100, 120  # the window's reach, in tokens
_MOST_CHUNKS = 48  # on either side; few windows reach so far, but floods of marks would
_MEMO_LIMIT = 300_000
_STRONG = 0.4  # a head likelier than this is a cue one walks past

# Distances in chunks (nine classes) and in tokens (eight).
_CHUNK_DISTANCE = (0, 1, 2, 3, 4, 5, 5, 6, 6, 6, *[7] * 6, *[8] * 400)
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


@frozen(eq=False)
class SpanScorer:
    """The weights of stage 2, and sums that recur.

    ``by_cue``: the cue word's sums by distance and by kind; ``by_setting``: those of the cue's
    configuration; ``by_path``: those of the separators met.
    """

    weight: Callable[[int, Any], Any]
    by_cue: dict[int, tuple[dict[int, Any], dict[int, Any]]] = field(factory=dict, repr=False)
    by_setting: dict[int, dict[int, Any]] = field(factory=dict, repr=False)
    by_path: dict[int, Any] = field(factory=dict, repr=False)


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
    length = chunks.ends[place] - chunks.starts[place]
    side = right << 18
    side_kind = right << 6 | kind
    keys = (
        2 << 48 | last << 1 | right,
        3 << 48 | first << 1 | right,
        7 << 48 | last << 16 | next_first << 1 | right,
        9 << 48 | next_first << 1 | right,
        10 << 48 | last_before << 1 | right,
        46 << 48 | first << 22 | last << 7 | side_kind,
        47 << 48 | unit.types[chunks.ends[place] - 1].cluster << 7 | side_kind,
        48 << 48 | next_first << 7 | side_kind,
        49 << 48 | last_before << 7 | side_kind,
        4 << 48 | side | before << 12 | kind << 6 | after,
        5 << 48 | side | kind << 12 | after << 6 | after2,
        6 << 48 | side | before2 << 12 | before << 6 | kind,
        45 << 48 | (length if length < 7 else 7) << 7 | side_kind,  # noqa: FURB136
    )
    return BIAS + sum(map(scorer.weight, keys, _ZEROS))


def path_keys(path: int, strong: int, passed: int, place: int, kind: int) -> tuple[int, ...]:
    """The separators met on the way; ``path`` has four bits each, the last met lowest."""
    side = place >> 5
    inside = 1 if (place >> 1 & 3) == 1 else 0
    side_kind = side << 6 | kind
    commas = verbs = last = 0
    rest = path
    while rest:
        separator = rest & 15
        if separator == 1:
            commas += 1
        if separator == VERB:
            verbs += 1
        elif not last:
            last = separator
        rest >>= 4
    return (
        23 << 48 | path << 6 | place,
        24 << 48 | (path & 0xFFFFF) << 8 | side_kind << 1 | inside,
        27 << 48 | min(commas, 4) << 6 | place,
        28 << 48 | last << 12 | place << 6 | kind,
        32 << 48 | min(verbs, 3) << 12 | place << 6 | kind,
        33 << 48 | strong << 11 | passed << 7 | side_kind,
    )


def score_window(window: Window, scorer: SpanScorer) -> list[Any]:
    """The packed scores of the window's chunks, 0 for the head's own."""
    unit, head = window.unit, window.head
    scores: list[Any] = [0] * (window.last - window.first)
    setting = configure(unit, head)
    _score_side(window, scorer, setting, scores, range(window.at + 1, window.last), 1)
    _score_side(window, scorer, setting, scores, range(window.at - 1, window.first - 1, -1), 0)
    return scores


def _score_side(
    window: Window,
    scorer: SpanScorer,
    setting: Configuration,
    scores: list[Any],
    places: range,
    right: int,
) -> None:
    """Score the chunks on one side of the cue, walking out from it."""
    unit, chunks, head, base = window.unit, window.chunks, window.head, window.first
    weight, memo_path, known = scorer.weight, scorer.by_path, chunks.known
    starts, ends, kinds, separators = chunks.starts, chunks.ends, chunks.kinds, chunks.separators
    quotes, sentences, paragraphs, cues = unit.quotes, unit.sentences, unit.paragraphs, unit.cues
    bounds = unit.edges
    types = unit.types
    cue = types[head]
    number, cluster = cue.number, cue.cluster
    sentence = sentences[head]
    paragraph = paragraphs[head] if paragraphs else 0
    by_cue = scorer.by_cue.get(number)
    if by_cue is None:
        by_cue = scorer.by_cue[number] = ({}, {})
    by_place, by_kind = by_cue
    by_setting = scorer.by_setting.setdefault(setting.quotes << 8 | setting.edges, {})
    neighbours = 15 << 48 | setting.neighbours << 5
    quotes_end = 19 << 48 | (setting.quotes << 2 | setting.to_end) << 12
    opening, closing = (OPENING, CLOSING) if right else (CLOSING, OPENING)
    path = passed = last_cue = 0
    for steps, at in enumerate(places, 1):
        start, kind = starts[at], kinds[at]
        far = _CHUNK_DISTANCE[steps]
        distance = right << 3 | far if far < 8 else 16 | right
        quote = quotes[start]
        apart = sentences[start] - sentence
        if apart:
            apart = -apart if apart < 0 else apart
            place = right << 5 | (apart if apart < 3 else 3) << 3  # noqa: FURB136 - twice as fast
        else:
            place = right << 5
        if quote == INSIDE:
            place |= 2
        if paragraphs and paragraphs[start] != paragraph:
            place |= 1
        strong = 1 if kind >= FIRST_HEAD_KIND and cues[start] > _STRONG else 0
        key = distance << 6 | place
        score = by_place.get(key)
        if score is None:
            score = by_place[key] = (
                weight(11 << 48 | number << 5 | distance, 0)
                + weight(14 << 48 | number << 6 | place, 0)
                + weight(41 << 48 | cluster << 5 | distance, 0)
            )
        part = by_setting.get(key)
        if part is None:
            part = by_setting[key] = (
                weight(17 << 48 | setting.quotes << 6 | place, 0)
                + weight(18 << 48 | setting.quotes << 5 | distance, 0)
                + weight(22 << 48 | setting.edges << 11 | key, 0)
            )
        score += part
        key = right << 6 | kind
        part = by_kind.get(key)
        if part is None:
            part = by_kind[key] = weight(13 << 48 | number << 7 | key, 0) + weight(
                40 << 48 | cluster << 7 | key, 0
            )
        place_kind = place << 6 | kind
        score += part + weight(neighbours | distance, 0) + weight(quotes_end | place_kind, 0)
        key = path << 15 | strong << 14 | passed << 12 | place_kind
        part = memo_path.get(key)
        if part is None:
            if len(memo_path) > _MEMO_LIMIT:
                memo_path.clear()
            keys = path_keys(path, strong, passed, place, kind)
            part = memo_path[key] = sum(map(weight, keys, _ZEROS))
        near = path & 0xFFFFF
        tokens = _TOKEN_DISTANCE[start - head if right else head - ends[at] + 1]
        score += (
            part
            + weight(1 << 48 | distance << 3 | tokens, 0)
            + weight(25 << 48 | near << 16 | chunks.firsts[at] << 1 | right, 0)
            + weight(26 << 48 | number << 22 | near << 2 | right << 1 | (quote == INSIDE), 0)
        )
        if passed:
            score += weight(34 << 48 | last_cue << 8 | passed << 6 | place, 0)
        if start in bounds:
            score += weight(38 << 48 | place << 11 | setting.quotes, 0)
        if ends[at] in bounds:
            score += weight(39 << 48 | place << 16 | chunks.lasts[at], 0)
        part = known.get(at << 1 | right)
        if part is None:
            part = known[at << 1 | right] = chunk_score(scorer, unit, chunks, at, right)
        scores[at - base] = score + part
        separator = separators[at]
        if separator:
            if separator == OPENING:
                path = (path << 4 | opening) & 0xFFFFFFF
            elif separator == CLOSING:
                path = (path << 4 | closing) & 0xFFFFFFF
            elif quote == OUTSIDE and (separator != VERB or path & 15 != VERB):
                path = (path << 4 | separator) & 0xFFFFFFF
        if strong:
            passed = 1 if passed == 0 else 2
            last_cue = unit.types[start].cluster
