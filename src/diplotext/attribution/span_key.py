"""The keys of stage 2's weights, from what a memo's key packs.

The fields of a memo's key, from the lowest bit on: inside a quotation 1, kind 6, the rest of the
place 6 (other paragraph 1, a bit for being inside, sentences apart 2 and one spare, side 1),
distance 5, others. Inside and kind are a chunk's form; with place and distance it is a spot.
"""

from __future__ import annotations

__all__ = ["SPOT_BITS", "along_keys", "kind_keys", "setting_keys"]

SPOT_BITS = 18


def _place_and_kind(packed: int) -> tuple[int, int]:
    return packed >> 7 & 63 | (packed & 1) << 1, packed >> 1 & 63


def kind_keys(packed: int) -> tuple[int, ...]:
    """The cue word and the kind of a chunk on one side."""
    kind, right = packed >> 1 & 63, packed >> SPOT_BITS & 1
    number, cluster = packed >> SPOT_BITS + 1 & 0x7FFF, packed >> SPOT_BITS + 16
    side_kind = right << 6 | kind
    return 13 << 48 | number << 7 | side_kind, 40 << 48 | cluster << 7 | side_kind


def setting_keys(packed: int) -> tuple[int, ...]:
    """The cue's configuration and a spot."""
    (place, kind), distance = _place_and_kind(packed), packed >> 13 & 31
    edges, quotes = packed >> SPOT_BITS & 255, packed >> SPOT_BITS + 8
    return (
        17 << 48 | quotes << 6 | place,
        18 << 48 | quotes << 5 | distance,
        22 << 48 | edges << 11 | distance << 6 | place,
        19 << 48 | (quotes << 2 | edges >> 5) << 12 | place << 6 | kind,
    )


def along_keys(packed: int) -> tuple[int, ...]:
    """The last separator on the way that is no verb, the verbs, the cues passed."""
    place, kind = _place_and_kind(packed)
    side_kind = place >> 5 << 6 | kind
    strong, passed = packed >> SPOT_BITS & 1, packed >> SPOT_BITS + 1 & 3
    verbs, last = packed >> SPOT_BITS + 3 & 7, packed >> SPOT_BITS + 6
    return (
        28 << 48 | last << 12 | place << 6 | kind,
        32 << 48 | min(verbs, 3) << 12 | place << 6 | kind,
        33 << 48 | strong << 11 | passed << 7 | side_kind,
    )
