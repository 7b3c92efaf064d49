"""Stage 1: the keys of a dash or a colon that may be a cue, as in a transcript's "Novak: ..."."""

from __future__ import annotations

from collections.abc import Sequence

from diplotext.attribution.learned.block import Block
from diplotext.attribution.learned.cue_key import CONSTANT
from diplotext.attribution.learned.tagger import TAGS
from diplotext.attribution.learned.vocabulary import MARKS, WordType

__all__ = ["mark_keys"]

_NAME = TAGS.index("NNP")
_FAR = 100


def mark_keys(
    block: Block,
    around: Sequence[WordType],
    tags_around: Sequence[int],
    at: int,
    sentence: tuple[int, int],
    distances: tuple[int, int],
) -> tuple[int, ...]:
    """The keys of the mark at ``at``; ``around`` and ``tags_around`` have two fillers before."""
    begin, end = max(sentence[0], at - _FAR), min(sentence[1], at + _FAR)
    from_close, to_open = distances
    types, tags = block.types, block.tags
    mark = MARKS[block.table.words[at]]
    before = min(at, 5)
    rest = len(types) - 1 - at
    after = min(rest, 6)
    left = max((word.bucket for word in types[begin:at]), default=0)
    right = max((word.bucket for word in types[at:end]), default=0)
    capitals = 0 < at < 6 and all(word.is_upper for word in types[:at])
    names_before = tags[begin:at].count(_NAME) == at - begin
    names_after = min(tags[at + 1 : end].count(_NAME), 8)
    return (
        CONSTANT,
        40 << 48 | mark,
        41 << 48 | mark << 3 | before,
        42 << 48 | mark << 3 | after,
        43 << 48 | mark << 8 | from_close << 4 | after,
        44 << 48 | mark << 8 | to_open << 4 | before,
        45 << 48 | mark << 4 | capitals << 3 | before,
        46 << 48 | mark << 10 | tags_around[at + 1] << 5 | tags_around[at + 3],
        47 << 48 | mark << 16 | around[at + 1].number,
        48 << 48 | mark << 16 | around[at + 3].number,
        49 << 48 | mark << 8 | left << 4 | to_open,
        50 << 48 | mark << 8 | right << 4 | from_close,
        51 << 48 | mark << 8 | names_before << 7 | min(at, 6) << 4 | to_open,
        52 << 48 | mark << 12 | names_after << 8 | from_close << 4 | min(rest, 8),
        53 << 48 | mark << 4 | (block.index == 0) << 3 | before,
    )
