"""The keys of stage 2's weights, from what a memo's key packs.

The fields of a memo's key, from the lowest bit on: kind 6, place 6 (other paragraph 1, inside a
quotation 2, sentences apart 2, side 1), distance 5, others.
"""

from __future__ import annotations

from diplotext.attribution.chunk import VERB

__all__ = [
    "before_keys",
    "cue_keys",
    "last_keys",
    "next_keys",
    "path_keys",
    "setting_keys",
    "shape_keys",
    "step_keys",
]


def cue_keys(packed: int) -> tuple[int, ...]:
    """The cue word and a spot."""
    kind, place, distance = packed & 63, packed >> 6 & 63, packed >> 12 & 31
    number, cluster = packed >> 17 & 0x7FFF, packed >> 32
    side_kind = place >> 5 << 6 | kind
    return (
        11 << 48 | number << 5 | distance,
        14 << 48 | number << 6 | place,
        41 << 48 | cluster << 5 | distance,
        13 << 48 | number << 7 | side_kind,
        40 << 48 | cluster << 7 | side_kind,
    )


def setting_keys(packed: int) -> tuple[int, ...]:
    """The cue's configuration and a spot."""
    place, distance = packed >> 6 & 63, packed >> 12 & 31
    edges, quotes = packed >> 17 & 255, packed >> 25
    return (
        17 << 48 | quotes << 6 | place,
        18 << 48 | quotes << 5 | distance,
        22 << 48 | edges << 11 | distance << 6 | place,
        19 << 48 | (quotes << 2 | edges >> 5) << 12 | packed & 0xFFF,
    )


def step_keys(packed: int) -> tuple[int, ...]:
    """The distance in chunks and in tokens, and the cue's neighbours."""
    return (
        1 << 48 | packed & 255,
        15 << 48 | packed >> 8 << 5 | packed >> 3 & 31,
    )


def path_keys(packed: int) -> tuple[int, ...]:
    """The separators met on the way: four bits each, the last met lowest; cues passed."""
    kind, place = packed & 63, packed >> 6 & 63
    passed, strong, path = packed >> 12 & 3, packed >> 14 & 1, packed >> 15
    inside = 1 if (place >> 1 & 3) == 1 else 0
    side_kind = place >> 5 << 6 | kind
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


def shape_keys(packed: int) -> tuple[int, ...]:
    """The kinds of a chunk and its neighbours."""
    kind, right, length = packed & 63, packed >> 6 & 1, packed >> 7 & 7
    after, after2 = packed >> 10 & 63, packed >> 16 & 63
    before, before2 = packed >> 22 & 63, packed >> 28
    side = right << 18
    return (
        4 << 48 | side | before << 12 | kind << 6 | after,
        5 << 48 | side | kind << 12 | after << 6 | after2,
        6 << 48 | side | before2 << 12 | before << 6 | kind,
        45 << 48 | length << 7 | packed & 127,
    )


def last_keys(packed: int) -> tuple[int, ...]:
    """A chunk's last word: its number and its cluster, with side and kind."""
    side_kind, last, cluster = packed & 127, packed >> 7 & 0x7FFF, packed >> 22
    return 2 << 48 | last << 1 | side_kind >> 6, 47 << 48 | cluster << 7 | side_kind


def next_keys(packed: int) -> tuple[int, ...]:
    """The first word behind a chunk, with side and kind."""
    return 9 << 48 | packed >> 7 << 1 | packed >> 6 & 1, 48 << 48 | packed


def before_keys(packed: int) -> tuple[int, ...]:
    """The last word before a chunk, with side and kind."""
    return 10 << 48 | packed >> 7 << 1 | packed >> 6 & 1, 49 << 48 | packed
