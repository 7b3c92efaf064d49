"""The keys of stage 2's weights, from what a memo's key packs.

The lowest bits of a memo's key are a chunk's form: inside a quotation 1, kind 6. Above it stand six
bits of place (other paragraph 1, a bit for being inside, sentences apart 2 and one spare, side 1)
and others, or others alone.
"""

from __future__ import annotations

__all__ = ["FORM_BITS", "along_keys", "kind_keys", "scene_keys"]

FORM_BITS = 7


def kind_keys(packed: int) -> tuple[int, ...]:
    """The cue word and the kind of a chunk on one side."""
    side_kind = (packed >> 7 & 1) << 6 | packed >> 1 & 63
    number, cluster = packed >> 8 & 0x7FFF, packed >> 23
    return 13 << 48 | number << 7 | side_kind, 40 << 48 | cluster << 7 | side_kind


def _place_and_kind(packed: int) -> tuple[int, int]:
    return packed >> 7 & 63 | (packed & 1) << 1, packed >> 1 & 63


def scene_keys(packed: int) -> tuple[int, ...]:
    """The quotations near the cue, the way to its sentence's end (2 bits), place and form."""
    place, kind = _place_and_kind(packed)
    stand = packed >> 13
    return 17 << 48 | stand >> 2 << 6 | place, 19 << 48 | stand << 12 | place << 6 | kind


def along_keys(packed: int) -> tuple[int, ...]:
    """The last separator on the way that is no verb, the verbs, the cues passed; place and form."""
    place, kind = _place_and_kind(packed)
    side_kind = place >> 5 << 6 | kind
    strong, passed, verbs, last = (
        packed >> 13 & 1,
        packed >> 14 & 3,
        packed >> 16 & 7,
        packed >> 19,
    )
    return (
        28 << 48 | last << 12 | place << 6 | kind,
        32 << 48 | min(verbs, 3) << 12 | place << 6 | kind,
        33 << 48 | strong << 11 | passed << 7 | side_kind,
    )
