"""A unit with nothing at both ends: neighbours are looked up without asking whether there are any.

Stage 3 looks at the tokens around a cue, a content and a source. Behind the last token stand two
that are none: the index behind the end finds them, and so does the index before the start, which
in Python counts from the end.
"""

from __future__ import annotations

from attrs import define, evolve

from diplotext.attribution.learned.block import Unit
from diplotext.attribution.learned.run import Runs
from diplotext.attribution.learned.tagger import TAGS
from diplotext.attribution.learned.vocabulary import NOTHING, WordType

__all__ = ["Padded", "pad_unit"]

_NOTHING = [evolve(NOTHING, cluster=0, bucket=0)] * 2
_NO_TAGS, _NO_CODES, _NO_QUOTES = b"\x1f" * 2, b"\0" * 2, b"\xff" * 2
_FINITE, _VERB = b"Vv"
# Tags to these; a unit's tags as bytes are searched much faster than as a list.
_VERBS = bytes.maketrans(
    bytes(range(len(TAGS))),
    bytes(
        _FINITE
        if tag in ("VBD", "VBZ", "VBP", "MD")
        else _VERB
        if tag in ("VB", "VBN", "VBG")
        else 0
        for tag in TAGS
    ),
)
_REACH = 40  # tokens of a run in which its verbs are looked for


@define(eq=False)
class Padded:
    """A unit's words, tags, codes and quote states, each with two entries that are nothing.

    All but the words are bytes; a code is its character's. Nothing has the tag 31, the code 0
    and the quote state 255. ``verbs`` are the tags as V for finite verbs and v for other ones.
    """

    unit: Unit
    types: list[WordType]
    tags: bytes
    codes: bytes
    quotes: bytes
    verbs: bytes

    def first_verbs(self, runs: Runs) -> tuple[int, int]:
        """The tokens of the first finite verb and of the first verb in the runs, -1 for none."""
        verb = -1
        find = self.verbs.find
        for start, stop in runs:
            end = stop if stop - start < _REACH else start + _REACH
            finite = find(_FINITE, start, end)
            if finite >= 0:
                if verb < 0:
                    verb = find(_VERB, start, finite)
                return finite, verb if verb >= 0 else finite
            if verb < 0:
                verb = find(_VERB, start, end)
        return -1, verb


def pad_unit(unit: Unit) -> Padded:
    """The unit's columns with nothing behind their ends."""
    tags = bytes(unit.tags)
    return Padded(
        unit,
        unit.types + _NOTHING,
        tags + _NO_TAGS,
        "".join(unit.codes).encode("ascii") + _NO_CODES,
        bytes(unit.quotes) + _NO_QUOTES,
        tags.translate(_VERBS),
    )
