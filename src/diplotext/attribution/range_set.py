"""Ranges of the text as a set, to ask whether a range touches one of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from diplotext.attribution.build import Span

__all__ = ["RangeSet"]


class RangeSet:
    """Half-open ranges, merged and in order; a look-up is a bisection.

    >>> ranges = RangeSet([(8, 10), (0, 4)])
    >>> ranges.touches((3, 5)), ranges.touches((4, 8))
    (True, False)
    """

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        """Of any ranges, in any order."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touches(self, span: Span) -> bool:
        """Whether a range has a character in common with one of the set."""
        at = bisect_right(self._ends, span[0])
        return at < len(self._starts) and self._starts[at] < span[1]
