"""Traits of a cue word with what there is little variety of: added up once for each word.

There are few types of sources and steps of length, and few patterns make up most of what is
written; so most of a candidate's traits that name the cue word, its clusters or its history are
looked up as sums.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from itertools import repeat
from typing import Any

from attrs import define

from diplotext.attribution.learned.pattern import order_of
from diplotext.attribution.learned.vocabulary import WordType

__all__ = ["CueSums", "CueTraitTable", "CueTraits"]

_ZEROS = repeat(0)
_QUOTED = range(3)  # how far a content is inside quotation marks
_LENGTHS = range(6)  # four tokens a step
_VERBS = range(4)  # no verb, a verb, and the same with a finite one
_KINDS = range(5)  # types of sources
# A word's packed number: its cluster above its number.
_NUMBER_BITS = 15
_NUMBER = (1 << _NUMBER_BITS) - 1
_MOST_SUMS = 200_000  # remembered, of all cue words


@define(eq=False)
class CueTraits:
    """A cue word and its sums.

    ``alone`` is that of the word itself; ``lengths``, ``verbs`` and ``kinds`` are those with the
    content's length, with whether it has verbs, and with the type of the source; ``patterns``
    those with the order of the parts, by how far the content is quoted. ``openings``, ``befores``
    and ``namers`` are those with the content's first word, the word before it and the source's
    last word, by the words' packed numbers; ``verb_clusters`` those with the content's first verb.
    """

    number: int
    cluster: int
    fine_cluster: int
    bucket: int
    alone: Any
    lengths: tuple[Any, ...]
    verbs: tuple[Any, ...]
    kinds: tuple[Any, ...]
    patterns: tuple[CueSums, ...]
    openings: CueSums
    befores: CueSums
    namers: CueSums
    verb_clusters: CueSums


class CueSums(dict[Any, Any]):
    """A cue word's sums with something else, each added up once."""

    __slots__ = ("fixed", "keys_of", "table")

    def __init__(
        self, table: CueTraitTable, keys_of: Callable[..., tuple[int, ...]], *fixed: Any
    ) -> None:
        """``keys_of`` gives the keys to add up, ``table`` counts what is remembered.

        ``fixed`` is the cue and what else is the same for all.
        """
        super().__init__()
        self.table = table
        self.keys_of = keys_of
        self.fixed = fixed

    def __missing__(self, other: Any) -> Any:
        value = self.table.add(self.keys_of(*self.fixed, other))
        self.table.grow()
        self[other] = value
        return value


class CueTraitTable(dict[int, CueTraits]):
    """The cue words met and their sums; emptied when too many sums are remembered."""

    __slots__ = ("size", "weight")

    def __init__(self, weight: Callable[[int, Any], Any]) -> None:
        """``weight`` gives the weight of a key, or the default."""
        super().__init__()
        self.weight = weight
        self.size = 0

    def of(self, cue: WordType) -> CueTraits:
        """The sums of a cue word."""
        key = (cue.fine_cluster << 32 | cue.cluster << 20 | cue.number << 4) | cue.bucket
        found = self.get(key)
        if found is None:
            found = self[key] = self._describe(cue)
        return found

    def _describe(self, cue: WordType) -> CueTraits:
        number, cluster, fine = cue.number, cue.cluster, cue.fine_cluster
        add = self.add
        return CueTraits(
            number,
            cluster,
            fine,
            cue.bucket,
            add((1 << 48 | number, 2 << 48 | cluster, 3 << 48 | fine)),
            tuple(add((39 << 48 | number << 3 | n, 40 << 48 | cluster << 3 | n)) for n in _LENGTHS),
            tuple(add((42 << 48 | cluster << 2 | n, 43 << 48 | number << 2 | n)) for n in _VERBS),
            tuple(add(kind_keys(cue, kind)) for kind in _KINDS),
            tuple(CueSums(self, pattern_keys, cue, quoted) for quoted in _QUOTED),
            CueSums(self, opening_keys, cue),
            CueSums(self, before_keys, cue),
            CueSums(self, namer_keys, cue),
            CueSums(self, verb_keys, cue),
        )

    def add(self, keys: tuple[int, ...]) -> Any:
        """The sum of the weights of keys."""
        return sum(map(self.weight, keys, _ZEROS))

    def grow(self) -> None:
        """Count a sum; forget all where there are too many."""
        self.size += 1
        if self.size >= _MOST_SUMS:
            self.size = 0
            self.clear()


def opening_keys(cue: WordType, packed: int) -> tuple[int, ...]:
    """The keys of the content's first word."""
    number, cluster = packed & _NUMBER, packed >> _NUMBER_BITS
    return (
        21 << 48 | number,
        23 << 48 | cue.number << 15 | number,
        24 << 48 | cue.cluster << 15 | number,
        25 << 48 | cue.number << 8 | cluster,
    )


def before_keys(cue: WordType, packed: int) -> tuple[int, ...]:
    """The keys of the word before the content."""
    number = packed & _NUMBER
    return 29 << 48 | number, 31 << 48 | cue.number << 15 | number


def namer_keys(cue: WordType, packed: int) -> tuple[int, ...]:
    """The keys of the source's last word."""
    number, cluster = packed & _NUMBER, packed >> _NUMBER_BITS
    return (
        54 << 48 | number,
        55 << 48 | cluster,
        56 << 48 | cue.number << 8 | cluster,
        57 << 48 | cue.cluster << 8 | cluster,
    )


def verb_keys(cue: WordType, cluster: int) -> tuple[int, ...]:
    """The keys of the cluster of the content's first verb."""
    return (
        44 << 48 | cue.cluster << 8 | cluster,
        45 << 48 | cue.fine_cluster << 8 | cluster,
    )


def kind_keys(cue: WordType, kind: int) -> tuple[int, ...]:
    """The keys of the type of a source."""
    return (
        50 << 48 | kind,
        51 << 48 | cue.number << 3 | kind,
        52 << 48 | cue.cluster << 3 | kind,
        53 << 48 | cue.fine_cluster << 3 | kind,
    )


def pattern_keys(cue: WordType, quoted: int, pattern: bytes) -> tuple[int, ...]:
    """The keys of a pattern with its gaps, and of the order of its parts."""
    shape = zlib.crc32(pattern) & 0xFFFFFFF
    order = zlib.crc32(order_of(pattern)) & 0xFFFFFF
    quoted_order = quoted << 28 | order
    return (
        11 << 48 | shape,
        13 << 48 | cue.number << 28 | shape,
        14 << 48 | cue.cluster << 28 | shape,
        15 << 48 | cue.bucket << 28 | shape,
        16 << 48 | order,
        17 << 48 | cue.number << 32 | quoted_order,
        18 << 48 | cue.cluster << 32 | quoted_order,
        19 << 48 | cue.bucket << 32 | quoted_order,
        20 << 48 | cue.fine_cluster << 32 | quoted_order,
    )
