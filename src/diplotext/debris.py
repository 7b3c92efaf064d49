r"""Debris of transport in a story: characters that were escaped, or decoded by the wrong table.

    &quot;No,&quot; AT&amp;T, &#8220;, &#x2019;     character references of HTML, once too often
    â€œNo,â€\x9d, itâ€™s, Â\xa0                     UTF-8 that was read as Windows-1252
    "res\xadcue", ".\u200b"                      soft hyphens, blanks and marks without width

Each stands for one character or none, which the stages read in its place. A reference without its
semicolon is left alone, and so are letters ("Ã©"), which marks around them do not depend on.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from html import unescape
from itertools import accumulate

from attrs import frozen

__all__ = ["Offsets", "without_debris"]

_MARKS = "‘’“”–—…•™«»\u00a0"


def _mangled(mark: str) -> str:
    """A mark's bytes in UTF-8, each read as Windows-1252; the bytes it lacks stay as they are."""
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in mark.encode())


# Where the last byte was lost, it was that of the closing mark, which Windows-1252 lacks.
MANGLED = {_mangled(mark): mark for mark in _MARKS} | {"â€": "”"}
# Joiners (U+200C, U+200D) are letters' own in other scripts and stay.
UNSEEN = dict.fromkeys("\u00ad\u200b\u2060\ufeff", "")
STANDS_FOR = MANGLED | UNSEEN
DEBRIS_RE = re.compile(
    r"&(?:[a-zA-Z]{2,8}|#[0-9]{2,6}|#[xX][0-9a-fA-F]{2,5});|"
    + "|".join(sorted(map(re.escape, STANDS_FOR), key=len, reverse=True))
)


# One of these is in every piece of debris: a cheap look.
_SIGNS = "&âÂ\u00ad\u200b\u2060\ufeff"


@frozen
class Offsets:
    """Where the offsets of a text without debris are in the text with it.

    ``starts`` and ``ends`` are the first offsets, as a start and as an end, behind each piece;
    ``dropped`` counts the characters that are missing before each, and in all.
    """

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    dropped: tuple[int, ...] = (0,)

    def start(self, offset: int) -> int:
        """Where a range begins: behind what has no width."""
        return offset + self.dropped[bisect_right(self.starts, offset)]

    def end(self, offset: int) -> int:
        """Where a range ends: before what has no width."""
        return offset + self.dropped[bisect_right(self.ends, offset)]


def without_debris(text: str) -> tuple[str, Offsets]:
    """The text without its debris, and where its offsets are in ``text``.

    >>> read, offsets = without_debris("AT&amp;T said &quot;no&quot; &c;")
    >>> read, offsets.start(3), offsets.end(3), offsets.start(10)
    ('AT&T said "no" &c;', 7, 7, 14)
    """
    if not any(map(text.__contains__, _SIGNS)):
        return text, Offsets()
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    lengths: list[int] = []
    at = length = 0
    for match in DEBRIS_RE.finditer(text):
        printed = match.group()
        mark = STANDS_FOR[printed] if printed in STANDS_FOR else unescape(printed)
        if len(mark) > 1 or mark == printed:
            continue
        pieces += text[at : match.start()], mark
        length += match.start() - at
        ends.append(length + 1)
        starts.append(length + len(mark))
        lengths.append(len(printed) - len(mark))
        length += len(mark)
        at = match.end()
    if not lengths:
        return text, Offsets()
    dropped = (0, *accumulate(lengths))
    return "".join([*pieces, text[at:]]), Offsets(tuple(starts), tuple(ends), dropped)
