"""Where the sentences of a story begin, roughly: near enough to say how far apart two names are."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["find_sentence_starts"]

SENTENCE_RE = re.compile(r"[.!?][\"”’')\]]*+\s++(?=[\"“‘'(\[`]*+[a-z]{0,4}[A-Z0-9])")
ABBREVIATED = tuple("Mr Mrs Ms Dr Sen Rep Gov Gen St Lt Col Sgt Rev No".split())


def find_sentence_starts(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[int]:
    """Where sentences begin, roughly: enough to count them.

    >>> find_sentence_starts("Mr. Okafor came. He spoke.", [(0, 26)])
    [0, 17]
    """
    starts: list[int] = []
    for start, end in paragraphs:
        starts.append(start)
        for match in SENTENCE_RE.finditer(text, start, end):
            at = match.start()
            if text[at - 1 : at].isupper() or text[max(0, at - 3) : at].endswith(ABBREVIATED):
                continue
            starts.append(match.end())
    return starts
