"""Patterns that are compiled when first used, so that importing the package stays cheap.

Compiling all patterns takes longer than reading a story; most stories need few of them.
"""

from __future__ import annotations

import re
from typing import Any, cast

import regex

__all__ = ["lazy_re", "lazy_regex"]


class _LazyPattern:
    """Stands for a compiled pattern: its first use compiles it, the next ones find its methods."""

    def __init__(self, engine: Any, pattern: str, flags: int) -> None:
        self._source = (engine, pattern, flags)

    def __getattr__(self, name: str) -> Any:
        # Asked only for what is not in the instance: each attribute once.
        if name.startswith("__"):
            raise AttributeError(name)
        engine, pattern, flags = self._source
        value = getattr(engine.compile(pattern, flags), name)  # the engine remembers the pattern
        self.__dict__[name] = value
        return value


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
