"""The traits of a candidate: packed keys of a sparse linear scorer, stacked into the ranking.

Cue word, cluster and neighbours; the source's head, type and edges; the pattern in which content,
source and cue follow one another; the content's first and last words, length and quoting. What
depends on little else than the cue word is added up once for each.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from itertools import repeat
from typing import Any

from diplotext.attribution.learned.candidate import Candidate, Reading
from diplotext.attribution.learned.cue_trait import CueTraits, CueTraitTable
from diplotext.attribution.learned.memo import Memo
from diplotext.attribution.learned.outline import Outline, outline
from diplotext.attribution.learned.padded import Padded, pad_unit
from diplotext.attribution.learned.pattern import read_pattern

__all__ = ["TRAIT_SCALE", "TraitScorer", "add_sums", "pack_trait"]

TRAIT_SCALE = 1024.0

_ZEROS = repeat(0)
_MOST_LONG, _MOST_RUNS, _MOST_FAR, _MOST_SOURCE = 8, 4, 20, 6
# A packed weight has that for being right in its lowest bits, and above it that for being right to
# the word; the sum of all of a candidate's (62 at most, of 16 bits each) stays in its field.
_FIELD_BITS = 22
_FIELD = (1 << _FIELD_BITS) - 1
_BIAS = 1 << _FIELD_BITS - 1


def pack_trait(right: int, exact: int) -> int:
    """The two weights of a trait in one number, so that one addition adds both.

    >>> numbers = []
    >>> add_sums(numbers, pack_trait(-1024, 512) + pack_trait(-512, 512))
    >>> numbers
    [-1.5, 1.0]
    """
    return right + (exact << _FIELD_BITS)


def add_sums(numbers: list[float], total: int) -> None:
    """Append a sum of packed weights to a candidate's columns, in log-odds: right, exact."""
    total += _BIAS  # no borrow from the field above
    numbers += ((total & _FIELD) - _BIAS) / TRAIT_SCALE, (total >> _FIELD_BITS) / TRAIT_SCALE


class TraitScorer:
    """The weights of traits, and sums that recur.

    ``cues`` are the sums of a cue word; ``by_extent`` those of the content's length, quoting and
    number of runs; ``by_gaps`` those of the words between content, source and cue.
    """

    __slots__ = ("by_extent", "by_gaps", "cues", "weight")

    def __init__(self, weight: Callable[[int, Any], Any]) -> None:
        """``weight`` gives the packed weight of a key, or the default."""
        self.weight = weight
        self.cues = CueTraitTable(weight)
        self.by_extent = Memo(lambda packed: sum(map(weight, extent_keys(packed), _ZEROS)))
        self.by_gaps = Memo(lambda words: weight(12 << 48 | gap_checksum(words), 0))

    def score(self, reading: Reading, candidate: Candidate) -> Any:
        """The sum of a candidate's weights."""
        unit = pad_unit(reading.window.unit)
        cue = self.cues.of(unit.types[reading.window.head])
        start = self.score_head(unit, reading.window.head, cue)
        return start + self.score_candidate(unit, reading, candidate, outline(unit, candidate), cue)

    def score_head(self, unit: Padded, head: int, cue: CueTraits) -> Any:
        """The sum of the weights that all candidates of a head have."""
        types, number = unit.types, cue.number
        before, after = types[head - 1].number, types[head + 1].number
        keys = (
            4 << 48 | number << 15 | after,
            5 << 48 | number << 15 | before,
            6 << 48 | unit.tags[head] << 4 | cue.bucket,
            7 << 48 | before << 30 | cue.cluster << 16 | after,
            8 << 48 | types[head - 2].number << 15 | number,
            9 << 48 | types[head + 2].number << 8 | cue.cluster,
            10 << 48 | unit.quotes[head] << 12 | cue.cluster << 4 | cue.bucket,
        )
        return cue.alone + sum(map(self.weight, keys, _ZEROS))

    def score_candidate(
        self, unit: Padded, reading: Reading, candidate: Candidate, shape: Outline, cue: CueTraits
    ) -> Any:
        """The sum of the weights that depend on the candidate."""
        first, _, tokens, inside, kind, start, stop = shape
        types, runs, quoted = unit.types, candidate.content, 10 * inside // tokens // 4
        finite, verb = unit.first_verbs(runs)
        pattern, gaps = read_pattern(unit, reading.window, candidate)
        keys = content_keys(unit, cue, shape)
        keys.append(41 << 48 | (types[finite].number if finite >= 0 else 0) << 4 | cue.bucket)
        named = 0
        if start >= 0:
            keys += source_keys(unit, cue, shape, reading.window.head)
            named = cue.namers[types[stop - 1].packed]
        return (
            cue.patterns[quoted][pattern]
            + self.by_gaps[gaps]
            + self.by_extent[tokens << 8 | min(len(runs), 63) << 2 | quoted]
            + cue.lengths[tokens >> 2 if tokens < 20 else 5]
            + cue.verbs[(finite >= 0) << 1 | (verb >= 0)]
            + cue.verb_clusters[types[verb].cluster if verb >= 0 else 0]
            + cue.openings[types[first].packed]
            + cue.befores[types[first - 1].packed]
            + cue.kinds[kind]
            + named
            + sum(map(self.weight, keys, _ZEROS))
        )


def gap_checksum(words: str) -> int:
    """The checksum by which the words of a candidate's gaps are told apart."""
    return zlib.crc32(words.encode("utf-8", "replace")) & 0xFFFFFFF


def extent_keys(packed: int) -> tuple[int, ...]:
    """The keys of the content's length in tokens, its runs and how far it is quoted."""
    quoted, runs, tokens = packed & 3, packed >> 2 & 63, packed >> 8
    long = min(tokens // 3, _MOST_LONG)
    return (
        36 << 48 | long,
        37 << 48 | long << 2 | quoted,
        38 << 48 | min(runs, _MOST_RUNS) << 2 | quoted,
    )


def content_keys(unit: Padded, cue: CueTraits, shape: Outline) -> list[int]:
    """The keys of the content's edges."""
    types, tags, codes = unit.types, unit.tags, unit.codes
    first, last, _, _, kind, _, _ = shape
    opening, second = types[first], types[first + 1]
    word, tag, code, after = opening.number, tags[first], codes[last], types[last + 1].number
    return [
        22 << 48 | word << 15 | second.number,
        26 << 48 | opening.cluster << 8 | second.cluster,
        27 << 48 | tag << 5 | tags[first + 1],
        28 << 48 | cue.number << 5 | tag,
        30 << 48 | types[first - 1].number << 15 | word,
        32 << 48 | types[last].number << 15 | after,
        33 << 48 | code << 14 | codes[last + 1] << 7 | codes[last + 2],
        34 << 48 | code << 15 | after,
        35 << 48 | kind << 19 | word << 4 | cue.bucket,
    ]


def source_keys(unit: Padded, cue: CueTraits, shape: Outline, head: int) -> list[int]:
    """The keys of a source's words, edges and place."""
    types, tags, codes = unit.types, unit.tags, unit.codes
    opening, _, _, _, kind, start, stop = shape
    namer, first = types[stop - 1], types[start].number
    distance = start - head if start > head else head - stop + 1
    return [
        58 << 48 | first,
        59 << 48 | first << 3 | min(stop - start, _MOST_SOURCE),
        60 << 48 | types[start - 1].number << 3 | kind,
        61 << 48 | types[stop].number << 3 | kind,
        62 << 48 | codes[start - 1] << 7 | codes[stop],
        63 << 48 | namer.cluster << 15 | types[opening].number,
        64 << 48 | max(0, min(distance, _MOST_FAR)) << 3 | kind,
        65 << 48 | namer.fine_cluster << 8 | cue.cluster,
        66 << 48 | tags[start] << 10 | tags[stop - 1] << 5 | tags[stop],
    ]
