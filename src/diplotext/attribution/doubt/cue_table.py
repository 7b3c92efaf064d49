"""Tests that concern some cues only, looked up by the words of the cue.

Of thirty tests of what is no saying, four are of a plain "said". Which of a table they are is found
once for the words of a cue, and remembered: few stories have a cue that no other has.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Generic, TypeVar

from attrs import frozen

from diplotext.attribution.lemma import base_of

__all__ = ["CueTable", "CueWords"]

REMEMBERED = 4096
T = TypeVar("T")


@frozen
class CueWords:
    """A cue as printed, its words in small letters, the last of them and its base form.

    >>> CueWords.of("had Added")
    CueWords(text='had Added', words=('had', 'added'), last='added', base='add')
    """

    text: str
    words: tuple[str, ...]
    last: str
    base: str

    @classmethod
    def of(cls, text: str) -> CueWords:
        """The words of a cue."""
        words = tuple(text.lower().split()) or ("",)
        return cls(text, words, words[-1], base_of(words[-1]))


class CueTable(Generic[T]):
    """Rows of what to do and of which cues it concerns; None are all.

    >>> table = CueTable((None, "ask"), (lambda cue: cue.base == "add", "sum up"))
    >>> table.of("adds")[1], table.of("said")[1]
    (('ask', 'sum up'), ('ask',))
    """

    def __init__(self, *rows: tuple[Callable[[CueWords], bool] | None, T]) -> None:
        """The rows stay in order."""
        self._rows = rows
        self.of = lru_cache(REMEMBERED)(self._find)

    def _find(self, text: str) -> tuple[CueWords, tuple[T, ...]]:
        """The words of a cue, and what concerns it."""
        cue = CueWords.of(text)
        return cue, tuple(value for concerns, value in self._rows if not concerns or concerns(cue))
