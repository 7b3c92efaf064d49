r"""Debris of transport in a story: characters that were escaped, or decoded by the wrong table.

    &quot;No,&quot; AT&amp;T, &#8220;, &#x2019;     character references of HTML, once too often
    â€œNo,â€\x9d, itâ€™s, Â\xa0                     UTF-8 that was read as Windows-1252

Each stands for one character, which the stages read in its place. A reference without its
semicolon is left alone, and so are letters ("Ã©"), which marks around them do not depend on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from html import unescape
from itertools import accumulate

__all__ = ["without_debris"]

_MARKS = "‘’“”–—…•™«»\u00a0"


def _mangled(mark: str) -> str:
    """A mark's bytes in UTF-8, each read as Windows-1252; the bytes it lacks stay as they are."""
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in mark.encode())


# Where the last byte was lost, it was that of the closing mark, which Windows-1252 lacks.
MANGLED = {_mangled(mark): mark for mark in _MARKS} | {"â€": "”"}
DEBRIS_RE = re.compile(
    r"&(?:[a-zA-Z]{2,8}|#[0-9]{2,6}|#[xX][0-9a-fA-F]{2,5});|"
    + "|".join(sorted(map(re.escape, MANGLED), key=len, reverse=True))
)


def without_debris(text: str) -> tuple[str, Callable[[int], int]]:
    """The text with one character for each piece of debris, and where its offsets are in ``text``.

    >>> read, move = without_debris("AT&amp;T said &quot;no&quot; &c;")
    >>> read, move(3), move(10), move(14)
    ('AT&T said "no" &c;', 7, 14, 28)
    """
    pieces: list[str] = []
    places: list[int] = []
    lengths: list[int] = []
    at = length = 0
    for match in DEBRIS_RE.finditer(text) if any(map(text.__contains__, "&âÂ")) else ():
        printed = match.group()
        mark = MANGLED.get(printed) or unescape(printed)
        if len(mark) == 1 and mark != printed:
            pieces += text[at : match.start()], mark
            length += match.start() - at
            places.append(length)
            lengths.append(len(printed) - 1)
            length += 1
            at = match.end()
    if not places:
        return text, int
    dropped = [0, *accumulate(lengths)]
    return "".join(
        [*pieces, text[at:]]
    ), lambda offset: offset + dropped[bisect_left(places, offset)]
