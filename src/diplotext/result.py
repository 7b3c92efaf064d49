"""What a parser function gives: a match with its value and end, or a miss that says why none."""

from __future__ import annotations

from typing import Generic, Protocol, TypeVar

from attrs import field, frozen

__all__ = ["Match", "Miss", "Parser"]

T_co = TypeVar("T_co", covariant=True)


@frozen
class Miss:
    """No match: the furthest position reached (code points) and what was expected there."""

    pos: int
    expected: frozenset[str] = frozenset()

    def merge(self, other: Miss | None) -> Miss:
        """The further of the two; of two at one position, both expectations.

        >>> Miss(3, frozenset({"date"})).merge(Miss(3, frozenset({"agency"}))).expected == {
        ...     "agency", "date"}
        True
        """
        if other is None or other.pos < self.pos:
            return self
        if other.pos > self.pos:
            return other
        return Miss(self.pos, self.expected | other.expected)


@frozen
class Match(Generic[T_co]):
    """A match: the value and the position (code points) at which the next parser goes on.

    ``miss`` is the furthest failed attempt inside, kept so that a later miss can name
    everything that would have been right.
    """

    value: T_co
    end: int
    miss: Miss | None = field(default=None, repr=False, eq=False)


class Parser(Protocol[T_co]):
    """Anything that can be called as ``parser(text, pos)`` and gives ``Match[T] | Miss``."""

    def __call__(self, text: str, pos: int, /) -> Match[T_co] | Miss:
        """The match that begins at ``pos``, or the miss."""
        ...
