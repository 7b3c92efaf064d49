"""The traits of a candidate: packed keys of a sparse linear scorer, stacked into the ranking.

Cue word, cluster and neighbours; the source's head, type and edges; the pattern in which content,
source and cue follow one another; the content's first and last words, length and quoting.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from diplotext.attribution.block import Unit
from diplotext.attribution.candidate import Candidate, Reading, Run
from diplotext.attribution.column import source_type
from diplotext.attribution.tagger import TAGS
from diplotext.attribution.vocabulary import WordType
from diplotext.body.token import INSIDE

__all__ = ["candidate_traits", "head_traits", "traits"]

_FINITE = frozenset(TAGS.index(tag) for tag in ("VBD", "VBZ", "VBP", "MD"))
_VERBS = _FINITE | frozenset(TAGS.index(tag) for tag in ("VB", "VBN", "VBG"))
_GAP_SHOWN = 4
_NO_TAG = 31


def _number(types: Sequence[WordType], at: int) -> int:
    return types[at].number if 0 <= at < len(types) else 0


def _tag(unit: Unit, at: int) -> int:
    return unit.tags[at] if 0 <= at < len(unit.tags) else _NO_TAG


def _code(unit: Unit, at: int) -> int:
    return ord(unit.codes[at]) & 127 if 0 <= at < len(unit.codes) else 0


def _patterns(unit: Unit, candidate: Candidate) -> tuple[int, int, int]:
    """Checksums: the order of the parts; with the gaps' codes; with the gaps' words."""
    parts = [(start, stop, "C") for start, stop in candidate.content]
    parts += [(start, stop, "S") for start, stop in candidate.source]
    parts += [(start, stop, "Q") for start, stop in candidate.cue]
    parts.sort()
    order, shape, words = "", "", ""
    reached = parts[0][0]
    for start, stop, letter in parts:
        if start > reached:
            shape += "_" + "".join(unit.codes[reached : min(start, reached + _GAP_SHOWN)])
            gap = unit.types[reached : min(start, reached + _GAP_SHOWN - 1)]
            words += "_" + " ".join([word.lower for word in gap])
        order += letter
        shape += letter
        words += letter
        reached = stop
    crc = zlib.crc32
    return (
        crc(order.encode()) & 0xFFFFFF,
        crc(shape.encode()) & 0xFFFFFFF,
        crc(words.encode("utf-8", "replace")) & 0xFFFFFFF,
    )


def _first_verbs(unit: Unit, runs: Sequence[Run]) -> tuple[int, int]:
    """The tokens of the first finite verb and of the first verb in the runs, -1 for none."""
    verb = -1
    for start, stop in runs:
        for at, tag in enumerate(unit.tags[start : min(stop, start + 40)], start):
            if tag in _VERBS:
                if verb < 0:
                    verb = at
                if tag in _FINITE:
                    return at, verb
    return -1, verb


def traits(reading: Reading, candidate: Candidate) -> list[int]:
    """The keys of a candidate."""
    return [*head_traits(reading), *candidate_traits(reading, candidate)]


def head_traits(reading: Reading) -> list[int]:
    """The keys that all candidates of a head have."""
    unit, head = reading.window.unit, reading.window.head
    types = unit.types
    cue = types[head]
    word, cluster = cue.number, cue.cluster
    before, after = _number(types, head - 1), _number(types, head + 1)
    return [
        1 << 48 | word,
        2 << 48 | cluster,
        3 << 48 | cue.fine_cluster,
        4 << 48 | word << 15 | after,
        5 << 48 | word << 15 | before,
        6 << 48 | _tag(unit, head) << 4 | cue.bucket,
        7 << 48 | before << 30 | cluster << 16 | after,
        8 << 48 | _number(types, head - 2) << 15 | word,
        9 << 48 | _number(types, head + 2) << 8 | cluster,
        10 << 48 | unit.quotes[head] << 12 | cluster << 4 | cue.bucket,
    ]


def candidate_traits(reading: Reading, candidate: Candidate) -> list[int]:
    """The keys that depend on the candidate."""
    unit, head = reading.window.unit, reading.window.head
    cue = unit.types[head]
    word, cluster, fine, bucket = cue.number, cue.cluster, cue.fine_cluster, cue.bucket
    kind = source_type(unit, candidate.source)
    order, shape, gaps = _patterns(unit, candidate)
    quoted = _quoted(unit, candidate.content)
    first, last = candidate.content[0][0], candidate.content[-1][1] - 1
    return [
        11 << 48 | shape,
        12 << 48 | gaps,
        13 << 48 | word << 28 | shape,
        14 << 48 | cluster << 28 | shape,
        15 << 48 | bucket << 28 | shape,
        16 << 48 | order,
        17 << 48 | word << 32 | quoted << 28 | order,
        18 << 48 | cluster << 32 | quoted << 28 | order,
        19 << 48 | bucket << 32 | quoted << 28 | order,
        20 << 48 | fine << 32 | quoted << 28 | order,
        *_content_keys(unit, cue, first, last, kind),
        *_extent_keys(unit, cue, candidate, quoted),
        *_source_keys(unit, cue, head, candidate, kind, first),
    ]


def _quoted(unit: Unit, runs: Sequence[Run]) -> int:
    """How much of the content is inside quotation marks, in thirds."""
    tokens = sum([stop - start for start, stop in runs])
    inside = sum([unit.quotes[start:stop].count(INSIDE) for start, stop in runs])
    return 10 * inside // tokens // 4


def _content_keys(unit: Unit, cue: WordType, first: int, last: int, kind: int) -> list[int]:
    types = unit.types
    word, cluster, bucket = cue.number, cue.cluster, cue.bucket
    opening, after = types[first].number, _number(types, last + 1)
    before, second = _number(types, first - 1), _number(types, first + 1)
    opening_cluster = types[first].cluster
    second_cluster = types[first + 1].cluster if first + 1 < len(types) else 0
    return [
        21 << 48 | opening,
        22 << 48 | opening << 15 | second,
        23 << 48 | word << 15 | opening,
        24 << 48 | cluster << 15 | opening,
        25 << 48 | word << 8 | opening_cluster,
        26 << 48 | opening_cluster << 8 | second_cluster,
        27 << 48 | _tag(unit, first) << 5 | _tag(unit, first + 1),
        28 << 48 | word << 5 | _tag(unit, first),
        29 << 48 | before,
        30 << 48 | before << 15 | opening,
        31 << 48 | word << 15 | before,
        32 << 48 | types[last].number << 15 | after,
        33 << 48 | _code(unit, last) << 14 | _code(unit, last + 1) << 7 | _code(unit, last + 2),
        34 << 48 | _code(unit, last) << 15 | after,
        35 << 48 | kind << 19 | opening << 4 | bucket,
    ]


def _extent_keys(unit: Unit, cue: WordType, candidate: Candidate, quoted: int) -> list[int]:
    runs = candidate.content
    tokens = sum([stop - start for start, stop in runs])
    long = min(tokens // 3, 8)
    finite, verb = _first_verbs(unit, runs)
    verbs = (finite >= 0) << 1 | (verb >= 0)
    finite_word = unit.types[finite].number if finite >= 0 else 0
    verb_cluster = unit.types[verb].cluster if verb >= 0 else 0
    return [
        36 << 48 | long,
        37 << 48 | long << 2 | quoted,
        38 << 48 | min(len(runs), 4) << 2 | quoted,
        39 << 48 | cue.number << 3 | min(tokens // 4, 5),
        40 << 48 | cue.cluster << 3 | min(tokens // 4, 5),
        41 << 48 | finite_word << 4 | cue.bucket,
        42 << 48 | cue.cluster << 2 | verbs,
        43 << 48 | cue.number << 2 | verbs,
        44 << 48 | cue.cluster << 8 | verb_cluster,
        45 << 48 | cue.fine_cluster << 8 | verb_cluster,
    ]


def _source_keys(
    unit: Unit, cue: WordType, head: int, candidate: Candidate, kind: int, first: int
) -> list[int]:
    word, cluster = cue.number, cue.cluster
    keys = [
        50 << 48 | kind,
        51 << 48 | word << 3 | kind,
        52 << 48 | cluster << 3 | kind,
        53 << 48 | cue.fine_cluster << 3 | kind,
    ]
    if not candidate.source:
        return keys
    types = unit.types
    start, stop = candidate.source[0][0], candidate.source[-1][1]
    namer = types[stop - 1]
    distance = max(0, min(start - head if start > head else head - stop + 1, 20))
    return [
        *keys,
        54 << 48 | namer.number,
        55 << 48 | namer.cluster,
        56 << 48 | word << 8 | namer.cluster,
        57 << 48 | cluster << 8 | namer.cluster,
        58 << 48 | types[start].number,
        59 << 48 | types[start].number << 3 | min(stop - start, 6),
        60 << 48 | _number(types, start - 1) << 3 | kind,
        61 << 48 | _number(types, stop) << 3 | kind,
        62 << 48 | _code(unit, start - 1) << 7 | _code(unit, stop),
        63 << 48 | namer.cluster << 15 | types[first].number,
        64 << 48 | distance << 3 | kind,
        65 << 48 | namer.fine_cluster << 8 | cluster,
        66 << 48 | _tag(unit, start) << 10 | _tag(unit, stop - 1) << 5 | _tag(unit, stop),
    ]
