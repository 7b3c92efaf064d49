"""Sums of weights that recur, remembered; bounded, so that no stream of stories fills memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from diplotext.attribution.learned.span_key import FORM_BITS

__all__ = ["Memo", "Memos"]

_LIMIT = 300_000


class Memo(dict[Any, Any]):
    """Sums of weights by key, each added up once; emptied when it has grown too large."""

    __slots__ = ("add",)

    def __init__(self, add: Callable[[Any], Any]) -> None:
        """``add`` gives the sum of a key."""
        super().__init__()
        self.add = add

    def __missing__(self, key: Any) -> Any:
        value = self.add(key)
        if len(self) >= _LIMIT:
            self.clear()
        self[key] = value
        return value


class _Part(dict[int, Any]):
    """The sums of one number of a ``Memos``."""

    __slots__ = ("above", "whole")

    def __init__(self, whole: Memos, above: int) -> None:
        super().__init__()
        self.whole = whole
        self.above = above

    def __missing__(self, key: int) -> Any:
        value = self.whole.add(self.above | key)
        self.whole.grow()
        self[key] = value
        return value


class Memos(dict[int, dict[int, Any]]):
    """A memo for each cue word or configuration: what one walk looks up lies close together."""

    __slots__ = ("add", "size")

    def __init__(self, add: Callable[[int], Any]) -> None:
        """``add`` gives the sum of a key, the number of its memo above the lowest ``FORM_BITS``."""
        super().__init__()
        self.add = add
        self.size = 0

    def __missing__(self, number: int) -> dict[int, Any]:
        memo = self[number] = _Part(self, number << FORM_BITS)
        return memo

    def grow(self) -> None:
        """Count an entry; forget all where there are too many."""
        self.size += 1
        if self.size >= _LIMIT:
            self.size = 0
            self.clear()
