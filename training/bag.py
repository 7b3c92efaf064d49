"""Features by the run-time code: weights that are bags of keys.

At run time the stages add integer weights of packed keys. In training ``BagTemplates`` stands in for
the weights: each key's "weight" is a bag that holds the key, and adding bags joins them. So the sum
the run-time code returns is the list of features, and no feature is written down twice.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from diplotext.attribution.learned.template import FIELDS, OTHER_SIDE


class Bag:
    """A list of keys that adds like a number; plain numbers add nothing.

    Shifted, it is the upper part of a number that packs two sides: ``above`` holds its keys.
    """

    __slots__ = ("above", "keys")

    def __init__(self, keys: tuple[int, ...], above: tuple[int, ...] = ()) -> None:
        self.keys = keys
        self.above = above

    def __add__(self, other: object) -> Bag:
        if isinstance(other, Bag):
            return Bag(self.keys + other.keys, self.above + other.above)
        return self

    def __radd__(self, other: object) -> Bag:
        return self

    def __lshift__(self, bits: int) -> Bag:
        assert bits == OTHER_SIDE
        return Bag((), self.keys)

    def __rshift__(self, bits: int) -> Bag:
        assert bits == OTHER_SIDE
        return Bag(self.above)

    def __and__(self, mask: int) -> Bag:
        assert mask == (1 << OTHER_SIDE) - 1
        return Bag(self.keys)


class BagTable(dict[int, Any]):
    """A table that has every key: ``make`` gives its bag (or table)."""

    def __init__(self, make: Callable[[int], Any]) -> None:
        super().__init__()
        self.make = make

    def __bool__(self) -> bool:
        return True

    def __contains__(self, key: object) -> bool:
        return True

    def __missing__(self, key: int) -> Any:
        return self.make(key)

    def get(self, key: int, _default: Any = None) -> Any:
        return self.make(key)


class BagTemplates:
    """The stand-in for ``WeightTemplates``."""

    def get(self, key: int, _default: Any = None, /) -> Bag:
        return Bag((key,))

    def table(self, template: int) -> dict[int, Any]:
        return BagTable(lambda key: Bag((template << FIELDS | key,)))

    def row(self, template: int, size: int) -> tuple[Any, ...]:
        return tuple(Bag((template << FIELDS | key,)) for key in range(size))

    def nested(self, template: int, bits: int) -> dict[int, dict[int, Any]]:
        def inner(above: int) -> BagTable:
            return BagTable(lambda key: Bag((template << FIELDS | above << bits | key,)))

        return BagTable(inner)

    def by_side(self, template: int, bit: int) -> tuple[dict[int, Any], dict[int, Any]]:
        below = (1 << bit) - 1

        def side(right: int) -> BagTable:
            own = template << FIELDS | right << bit
            return BagTable(lambda key: Bag((own | key >> bit << bit + 1 | key & below,)))

        return side(0), side(1)

    def nested_by_side(
        self, template: int, bits: int, bit: int
    ) -> tuple[dict[int, dict[int, Any]], dict[int, dict[int, Any]]]:
        def nest(table: dict[int, Any]) -> dict[int, dict[int, Any]]:
            return BagTable(lambda above: BagTable(lambda key: table[above << bits - 1 | key]))

        left, right = self.by_side(template, bit)
        return nest(left), nest(right)

    def two_sided(self, template: int, bit: int) -> dict[int, Any]:
        left, right = self.by_side(template, bit)
        return BagTable(lambda key: left[key] + (right[key] << OTHER_SIDE))

    def folded(self, template: int, base: int, bits: int) -> dict[int, Any]:
        whole, above = self.two_sided(template, bits), self.two_sided(base, 0)
        return BagTable(lambda key: whole[key] + above[key >> bits])
