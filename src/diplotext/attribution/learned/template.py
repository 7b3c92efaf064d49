"""Weights by template: a small table for each, where one large one would be cold.

A key packs a template's number above 48 bits of fields. One look-up in a table of tens of thousands
of entries waits for the memory; a template's own table has a thousand or two and stays in the
processor's cache, so a key that is not there (most are not) costs next to nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import Any, Protocol

__all__ = ["EMPTY", "FIELDS", "OTHER_SIDE", "Templates", "WeightTemplates"]

FIELDS = 48  # bits below a template's number
_FIELD_MASK = (1 << FIELDS) - 1
OTHER_SIDE = 48  # the right side's weight stands so many bits above the left side's
EMPTY: dict[int, Any] = {}  # the table of what has no weights; never written to


class Templates(Protocol):
    """What the scorers ask of weights; in training ``training.bag`` stands in."""

    def get(self, key: int, default: Any, /) -> Any:
        """The weight of a whole key, the template's number included."""
        ...

    def table(self, template: int) -> dict[int, Any]:
        """The weights of a template by their fields."""
        ...

    def row(self, template: int, size: int) -> tuple[Any, ...]:
        """The same in a row, 0 where there is no weight; fields from 0 to ``size`` - 1."""
        ...

    def nested(self, template: int, bits: int) -> dict[int, dict[int, Any]]:
        """A table for each value of the fields above the lowest ``bits``, by those below."""
        ...

    def nested_by_side(
        self, template: int, bits: int, bit: int
    ) -> tuple[dict[int, dict[int, Any]], dict[int, dict[int, Any]]]:
        """``nested`` for the left and for the right; ``bit``, the side, is cut out of the keys."""
        ...

    def by_side(self, template: int, bit: int) -> tuple[dict[int, Any], dict[int, Any]]:
        """A table for the left and one for the right; ``bit``, the side, is cut out of the keys."""
        ...

    def two_sided(self, template: int, bit: int) -> dict[int, Any]:
        """Both sides' weights in one number, the right one ``OTHER_SIDE`` bits up."""
        ...

    def folded(self, template: int, base: int, bits: int) -> dict[int, Any]:
        """``two_sided``, with the weight of a smaller template in it.

        The smaller one, ``base``, has the fields above the lowest ``bits`` and the side as its
        lowest bit; in ``template`` the side stands above ``bits``.
        """
        ...


class WeightTemplates:
    """The weights of a file, by template."""

    def __init__(self, weights: Mapping[int, int]) -> None:
        """``weights`` maps whole keys to (packed) weights."""
        self._keys = sorted(weights)
        self._values = list(map(weights.__getitem__, self._keys))
        self.get = weights.get

    def _of(self, template: int) -> Iterator[tuple[int, int]]:
        """The fields and the weight of each key of a template."""
        first = bisect_left(self._keys, template << FIELDS)
        after = bisect_left(self._keys, (template + 1) << FIELDS, first)
        fields = map(_FIELD_MASK.__and__, self._keys[first:after])
        return zip(fields, self._values[first:after], strict=True)

    def table(self, template: int) -> dict[int, Any]:
        """The weights of a template by their fields.

        >>> weights = WeightTemplates({2 << 48 | 5: 10, 2 << 48 | 6: 20, 3 << 48: 30})
        >>> weights.table(2), weights.table(3), weights.table(4)
        ({5: 10, 6: 20}, {0: 30}, {})
        """
        return dict(self._of(template))

    def row(self, template: int, size: int) -> tuple[Any, ...]:
        """The same in a row, 0 where there is no weight; the garbage collector walks no such tuple.

        >>> WeightTemplates({2 << 48 | 1: 10}).row(2, 3)
        (0, 10, 0)
        """
        row = [0] * size
        for key, weight in self._of(template):
            row[key] = weight
        return tuple(row)

    def nested(self, template: int, bits: int) -> dict[int, dict[int, Any]]:
        """A table for each value of the fields above the lowest ``bits``.

        >>> WeightTemplates({2 << 48 | 1 << 4 | 3: 10}).nested(2, 4)
        {1: {3: 10}}
        """
        return _nest(self.table(template), bits)

    def nested_by_side(
        self, template: int, bits: int, bit: int
    ) -> tuple[dict[int, dict[int, Any]], dict[int, dict[int, Any]]]:
        """``nested`` for the left and for the right; ``bit``, the side, is cut out of the keys.

        >>> WeightTemplates({2 << 48 | 1 << 4 | 3 << 1 | 1: 10}).nested_by_side(2, 4, 0)
        ({}, {1: {3: 10}})
        """
        left, right = self.by_side(template, bit)
        return _nest(left, bits - 1), _nest(right, bits - 1)

    def by_side(self, template: int, bit: int) -> tuple[dict[int, Any], dict[int, Any]]:
        """A table for the left and one for the right.

        >>> WeightTemplates({2 << 48 | 5 << 1 | 1: 10}).by_side(2, 0)
        ({}, {5: 10})
        """
        sides: tuple[dict[int, Any], dict[int, Any]] = {}, {}
        below = (1 << bit) - 1
        for key, weight in self._of(template):
            sides[key >> bit & 1][key >> bit + 1 << bit | key & below] = weight
        return sides

    def two_sided(self, template: int, bit: int) -> dict[int, Any]:
        """Both sides' weights in one number.

        >>> WeightTemplates({2 << 48 | 5 << 1: 10, 2 << 48 | 5 << 1 | 1: 3}).two_sided(2, 0)
        {5: 844424930131978}
        """
        both: dict[int, Any] = {}
        below, above = (1 << bit) - 1, bit + 1
        for key, weight in self._of(template):
            cut = key >> above << bit | key & below
            own = weight << OTHER_SIDE if key >> bit & 1 else weight
            both[cut] = both[cut] + own if cut in both else own
        return both

    def folded(self, template: int, base: int, bits: int) -> dict[int, Any]:
        """``two_sided``, with the weight of a smaller template in it.

        >>> WeightTemplates({2 << 48 | 5 << 4 | 1: 10, 3 << 48 | 5 << 1: 2}).folded(2, 3, 3)
        {41: 12}
        """
        whole, above = self.two_sided(template, bits), self.two_sided(base, 0)
        return {key: weight + above.get(key >> bits, 0) for key, weight in whole.items()}


def _nest(table: dict[int, Any], bits: int) -> dict[int, dict[int, Any]]:
    tables: dict[int, dict[int, Any]] = {}
    below = (1 << bits) - 1
    for key, weight in table.items():
        tables.setdefault(key >> bits, {})[key & below] = weight
    return tables
