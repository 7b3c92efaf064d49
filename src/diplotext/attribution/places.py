"""The places of words in a list of words, by searches that run in C."""

from __future__ import annotations

from typing import TypeVar

from diplotext.body.token import TokenTable

__all__ = ["places_of", "places_of_any"]

T = TypeVar("T")


def places_of(item: T, items: list[T]) -> list[int]:
    """The indexes of an item: the list's own search is much faster than a loop.

    >>> places_of("said", ["he", "said", "she", "said"])
    [1, 3]
    >>> places_of("told", ["he", "said"])
    []
    """
    found = []
    at = -1
    for _ in range(items.count(item)):
        at = items.index(item, at + 1)
        found.append(at)
    return found


def places_of_any(wanted: frozenset[str], table: TokenTable) -> list[int]:
    """The indexes of the words of a set, in order.

    >>> from diplotext.body.token import tokenize
    >>> places_of_any(frozenset({"told", "said"}), tokenize("he said she told us", [(0, 19)])[0])
    [1, 3]
    """
    found = wanted & table.vocabulary
    return sorted([at for word in found for at in places_of(word, table.words)]) if found else []
