"""What at the edge of a run of capitals is none of its name: a share's code, a subhead."""

from __future__ import annotations

import re
from collections.abc import Sequence

from diplotext.lexicon.fold import fold
from diplotext.speaker.name.table import ORG_WORDS, STOPS
from diplotext.speaker.name.vocabulary import vocabulary

__all__ = ["is_code", "is_subhead", "is_ticker", "may_be_code", "without_subhead"]

CODE_RE = re.compile(r"[A-Z\d]{2,6}[a-z]?")
# The shortest word of a subhead that is told, and what ends a sentence before one.
SHORTEST = 4
SENTENCE_ENDS = frozenset('.!?"”)')
CAPITALS_BEFORE_RE = re.compile(r"(?<![\w.])(?:[A-Z]{2,}|NO\.\s\d+)[,:]?\s\Z")
# How far around a word in capitals it is looked for again.
NEAR = 10_000
# "EARLY TALKS | The ministers", "EARLY TALKS | Okafor said"
SENTENCE_RE = re.compile(r"\s(?:[\"“]\s?)?[A-Z](?:[a-z]|\s)")
EXCHANGE_RE = re.compile(r"\.[A-Z]{1,2}(?![\w.])")  # not "US. He", not "U.S.A."


def is_ticker(text: str, at: int, stop: int) -> bool:
    """Whether a run is a share's code or a half of one: "TXN.N", "ICL.TA", "<OKF>"."""
    if text[at - 1 : at] == "<" and text[stop : stop + 1] == ">":
        return text[at:stop].isupper() and " " not in text[at:stop]  # not "<Okafor Lines Ltd>"
    if text[stop : stop + 1] == "." and text[stop + 1 : stop + 2].isupper():
        return text[at:stop].isupper()
    return text[at - 1 : at] == "." and text[at - 2 : at - 1].isalnum() and stop - at < 4


def may_be_code(word: str) -> bool:
    """Whether a word has the form of a share's code without its exchange: "KVKa"."""
    return CODE_RE.fullmatch(word) is not None


def is_code(text: str, stop: int) -> bool:
    """Whether a word that ends so is a share's code, before its exchange: "Kvik Corp | KVKa.N"."""
    return EXCHANGE_RE.match(text, stop) is not None


def is_subhead(text: str, words: Sequence[str], stop: int) -> bool:
    """Whether words in capitals are a line of their own: "NEW TALKS IN DOUBT".

    Of few words a sentence has to follow, and none may be a given name: "EARLY TALKS | The", but
    "RUTH OKAFOR Director".
    """
    if len(words) > 3 or (len(words) > 2 and any(word.lower() in STOPS for word in words)):
        return True
    if SENTENCE_RE.match(text, stop) is None or not all(len(word) > 3 for word in words):
        return False
    return not any(word.lower() in vocabulary().given for word in words)


def without_subhead(text: str, at: int, words: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """The run after a subhead in capitals that ran into it: "NEW TALKS Ruth Okafor"."""
    if len(words) == 2 or not words[1].isupper():
        return without_short_subhead(text, at, words)
    upper = 0
    while upper < len(words) and words[upper].isupper() and "." not in words[upper]:
        upper += 1
    is_long = sum(len(word) > 3 for word in words[:upper]) > 1
    is_long = is_long or (opens_sentence(text, at) and any(len(w) > 5 for w in words[:upper]))
    if 1 < upper < len(words) and is_long:
        return text.index(words[upper], at), words[upper:]
    return at, words


def opens_sentence(text: str, at: int) -> bool:
    """Whether a sentence ends before a run."""
    return text[max(0, at - 2) : at].strip()[-1:] in SENTENCE_ENDS


def without_short_subhead(
    text: str, at: int, words: tuple[str, ...]
) -> tuple[int, tuple[str, ...]]:
    """The run after the last or only word of a subhead: "LESSONS Ruth Okafor", "NO. 1 SPOT Kvik".

    In "IKEA Norway" it is a body's, which is told by its letters elsewhere in the story.
    """
    first = words[0]
    if (
        fold(words[-1]) in ORG_WORDS
        or words[1].isupper()
        or not first.isupper()
        or len(first) < SHORTEST
        or not first.isalpha()
    ):
        return at, words
    goes_on = CAPITALS_BEFORE_RE.search(text, max(0, at - 20), at) is not None
    if not goes_on:
        near = text[max(0, at - NEAR) : at], text[at + len(first) : at + NEAR]
        if (
            not opens_sentence(text, at)
            or len(first) <= SHORTEST
            or any(first in part for part in near)
        ):
            return at, words
    return text.index(words[1], at + len(first)), words[1:]
