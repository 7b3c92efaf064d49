"""Patterns that are compiled when first used, so that importing the package stays cheap.

Compiling all patterns takes longer than reading a story; most stories need few of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from typing import Any, Generic, TypeVar, cast

import regex

__all__ = ["PatternIndex", "gated_regex", "holds", "lazy_re", "lazy_regex"]

FIRST = 3  # how many characters a gate looks at
REMEMBERED = 1000  # how many first characters a gate remembers
REMEMBERED_BY_TABLE = 4000  # and a table, which tries each of its patterns where it does not

T = TypeVar("T")


class _LazyPattern:
    """Stands for a compiled pattern: its first use compiles it, the next ones find its methods."""

    def __init__(self, engine: Any, pattern: str, flags: int) -> None:
        self._source = (engine, pattern, flags)

    @cached_property
    def _compiled(self) -> Any:
        # Kept here and not by the engine: where there are many, ours and a user's, ``regex``
        # forgets some by chance, and ``random`` no longer gives the numbers of the user's seed.
        engine, pattern, flags = self._source
        if engine is regex:
            return regex.compile(pattern, flags, cache_pattern=False)
        return engine.compile(pattern, flags)

    def __getattr__(self, name: str) -> Any:
        # Asked only for what is not in the instance: each attribute once.
        if name.startswith("__"):
            raise AttributeError(name)
        value = getattr(self._compiled, name)
        self.__dict__[name] = value
        return value


class _GatedPattern(_LazyPattern):
    """As ``_LazyPattern``; nothing is matched where the first characters cannot begin a match."""

    def __init__(self, engine: Any, pattern: str, flags: int) -> None:
        super().__init__(engine, pattern, flags)
        self._may_begin = lru_cache(REMEMBERED)(self._find_beginning)

    def _find_beginning(self, first: str) -> bool:
        return self._compiled.match(first, partial=True) is not None

    def match(self, text: str, pos: int = 0, endpos: int | None = None) -> Any:
        """As ``regex.Pattern.match``."""
        stop = pos + FIRST
        if not self._may_begin(text[pos : stop if endpos is None or stop < endpos else endpos]):
            return None
        return self._match(text, pos, endpos)

    def __getattr__(self, name: str) -> Any:
        if name == "_match":
            value = self._match = self._compiled.match
            return value
        return super().__getattr__(name)


class PatternIndex(Generic[T]):
    """Patterns in order, each with a value, looked up by the first characters of a text.

    For long tables of patterns that must fit a text whole, few of which begin like it.
    """

    def __init__(self, table: Iterable[tuple[str, int, T, Sequence[str]]]) -> None:
        """``table`` has pattern, flags, value, and words in small letters.

        One of the words, if there are any, the text must hold for the pattern to be tried.
        """
        self._table = [
            (lazy_regex(pattern, flags), value, tuple(words))
            for pattern, flags, value, words in table
        ]
        self._beginning = lru_cache(REMEMBERED_BY_TABLE)(self._find_beginning)

    def _find_beginning(self, first: str) -> tuple[tuple[Any, T, tuple[str, ...]], ...]:
        """The patterns that a text with these first characters can fit."""
        rows = self._beginning(first[:-1]) if len(first) > 1 else self._table
        return tuple(row for row in rows if row[0].fullmatch(first, partial=True))

    def fullmatch(self, text: str) -> tuple[regex.Match[str], T] | None:
        """The match and the value of the first pattern that fits the text whole."""
        small = ""
        for pattern, value, words in self._beginning(text[:FIRST]):
            if words:
                small = small or text.lower()
                for word in words:
                    if word in small:
                        break
                else:
                    continue
            if (found := pattern.fullmatch(text)) is not None:
                return found, value
        return None


def gated_regex(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    r"""As ``lazy_regex``, with a cheap look before ``match``.

    For patterns of many words that seldom match: by the first three characters, which it remembers,
    it knows that nothing can match. The pattern may not look behind its beginning.

    >>> role = gated_regex(r"(?:Reporting|Writing|Editing) by")
    >>> role.match("Writing by Ann Roe").group(), role.match("Ann Roe wrote") is None
    ('Writing by', True)
    """
    return cast("regex.Pattern[str]", _GatedPattern(regex, pattern, flags))


def lazy_regex(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    r"""As ``regex.compile``, but nothing is compiled before a method of it is asked for.

    A wrong pattern raises ``regex.error`` only then.

    >>> word = lazy_regex(r"\p{Lu}+")
    >>> word.match("AP said").group(), word.match("ap said") is None
    ('AP', True)
    """
    return cast("regex.Pattern[str]", _LazyPattern(regex, pattern, flags))


def lazy_re(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As ``re.compile``, but nothing is compiled before a method of it is asked for.

    >>> figure = lazy_re(r"[0-9]+")
    >>> figure.search("in 1989").group(), figure.search("in May") is None
    ('1989', True)
    """
    return cast("re.Pattern[str]", _LazyPattern(re, pattern, flags))


def holds(text: str, start: int, end: int, hints: Sequence[str]) -> bool:
    """Whether one of the hints stands in a range: a cheap look before a pattern.

    >>> holds("It rained, he said", 0, 10, (" he ", " said")), holds("he said", 0, 7, (" said",))
    (False, True)
    """
    for hint in hints:  # noqa: SIM110 - twice as fast as ``any``
        if text.find(hint, start, end) >= 0:
            return True
    return False
