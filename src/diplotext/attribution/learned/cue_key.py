"""The keys of stage 1's weights for a word: one function for each group that is remembered.

A group's function takes what the group packs and gives the keys; ``cue`` packs.
"""

from __future__ import annotations

import zlib

from diplotext.attribution.learned.vocabulary import WordType

__all__ = [
    "BUCKET_TAG_TEMPLATES",
    "BUCKET_TEMPLATES",
    "CONSTANT",
    "TAG_TEMPLATES",
    "WORD_TEMPLATES",
    "distance_keys",
    "neighbour_after_keys",
    "neighbour_before_keys",
    "reach_keys",
    "rival_keys",
    "type_keys",
]

CONSTANT = 0  # the key that every candidate has
# Single words: the one before, the one after, and those beyond.
WORD_TEMPLATES = 10, 11, 12, 13
# Tags: before, own, after; two before and own; own and two after.
TAG_TEMPLATES = 16, 17, 18
# Own bucket with the tag before and with the tag after.
BUCKET_TAG_TEMPLATES = 32, 33
# How often the words around are cues: before, own and after; after next, own and tag; before last.
BUCKET_TEMPLATES = 34, 35, 36


def _crc(text: str) -> int:
    return zlib.crc32(text.encode("utf-8", "replace")) & 0xFFFFFF


def type_keys(word: WordType, quote: int) -> list[int]:
    """The keys that depend on a word and its quote state alone."""
    lower = word.lower
    keys = [
        CONSTANT,
        1 << 48 | word.number << 2 | quote,
        2 << 48 | word.number,
        3 << 48 | word.bucket,
        4 << 48 | word.bucket << 2 | quote,
        5 << 48 | _crc("3" + lower[-3:]),
        5 << 48 | _crc("4" + lower[-4:]),
        5 << 48 | _crc("p4" + lower[:4]),
        5 << 48 | _crc("p5" + lower[:5]),
    ]
    if word.cluster:
        keys += [
            6 << 48 | word.cluster,
            7 << 48 | word.cluster << 2 | quote,
            8 << 48 | word.fine_cluster,
        ]
    return keys


def neighbour_before_keys(packed: int) -> tuple[int, ...]:
    """The clusters of the word and of the one before."""
    return 14 << 48 | packed & 255, 31 << 48 | packed


def neighbour_after_keys(packed: int) -> tuple[int, ...]:
    """The clusters of the word and of the one after."""
    return 15 << 48 | packed & 255, 30 << 48 | packed


def distance_keys(packed: int) -> tuple[int, ...]:
    """Distances to the sentence's edges and to the mark before; marks in the sentence; own tag."""
    tag_quote, tag = packed & 127, packed >> 2 & 31
    opens, from_close = packed >> 7 & 3, packed >> 9 & 15
    to_end, from_start = packed >> 13 & 15, packed >> 17
    return (
        19 << 48 | from_close << 5 | tag,
        20 << 48 | to_end << 7 | tag_quote,
        21 << 48 | from_start << 7 | tag_quote,
        22 << 48 | opens << 7 | tag_quote,
    )


def reach_keys(packed: int) -> tuple[int, ...]:
    """The cluster and the distances to the next opening mark and to the sentence's end."""
    to_end, to_open, cluster = packed & 15, packed >> 4 & 15, packed >> 8
    return 28 << 48 | cluster << 4 | to_open, 29 << 48 | cluster << 4 | to_end


def rival_keys(packed: int) -> tuple[int, ...]:
    """The likeliest cues near on the left and on the right, own bucket and tag."""
    tag, own, right, left = packed & 31, packed >> 5 & 63, packed >> 11 & 15, packed >> 15
    return (
        23 << 48 | left << 10 | right << 6 | own,
        24 << 48 | left << 5 | tag,
        25 << 48 | right << 5 | tag,
    )
