"""What at the edge of a run of capitals is none of its name: a share's code, a subhead."""

from __future__ import annotations

import re
from collections.abc import Sequence

from diplotext.speaker.table import STOPS

__all__ = ["is_code", "is_subhead", "is_ticker", "without_subhead"]

CODE_RE = re.compile(r"[A-Z\d]{2,6}[a-z]?")
EXCHANGE_RE = re.compile(r"\.[A-Z]{1,2}(?![\w.])")  # not "US. He", not "U.S.A."


def is_ticker(text: str, at: int, stop: int) -> bool:
    """Whether a run is a share's code or a half of one: "TXN.N", "ICL.TA", "<OKF>"."""
    if text[at - 1 : at] == "<" and text[stop : stop + 1] == ">":
        return text[at:stop].isupper() and " " not in text[at:stop]  # not "<Okafor Lines Ltd>"
    if text[stop : stop + 1] == "." and text[stop + 1 : stop + 2].isupper():
        return text[at:stop].isupper()
    return text[at - 1 : at] == "." and text[at - 2 : at - 1].isalnum() and stop - at < 4


def is_code(text: str, word: str, stop: int) -> bool:
    """Whether a run's last word begins a share's code: "Kvik Corp | KVKa.N"."""
    return CODE_RE.fullmatch(word) is not None and EXCHANGE_RE.match(text, stop) is not None


def is_subhead(words: Sequence[str]) -> bool:
    """Whether words in capitals are a line of their own: "NEW TALKS IN DOUBT"."""
    return len(words) > 3 or any(word.lower() in STOPS for word in words)


def without_subhead(text: str, at: int, words: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """The run after a subhead in capitals that ran into it: "NEW TALKS Ruth Okafor"."""
    upper = 0
    while upper < len(words) and words[upper].isupper() and "." not in words[upper]:
        upper += 1
    if 1 < upper < len(words) and sum(len(word) > 3 for word in words[:upper]) > 1:
        return text.index(words[upper], at), words[upper:]
    return at, words
