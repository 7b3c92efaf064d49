"""Adverbials that open a sentence without a comma before who speaks.

Hours later | officials said          At a news conference on Monday | he said
In London | police said               Since | then | Ruiz has said
"""

from __future__ import annotations

import re
from functools import cache

from diplotext.attribution.field.adverbial import WHEN, listed, occasion_words, place_end
from diplotext.body.sentence import word_set
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.role_noun import role_nouns

__all__ = ["behind_adverbials"]

# What may begin a noun phrase and is no noun.
_BEGINNING = word_set(
    """
    the a an his her its their our my your this that these those some many several most few all
    both no one two three four five six seven eight nine ten dozens hundreds he she it they we i
    you another other nobody everyone everybody someone
    """
)
_WORD_RE = lazy_re(r"[\w’'-]+")
# The last word of who speaks: "health | officials", "police | in Lima", "teacher Ana | Ruiz".
_CORE_RE = lazy_re(
    r"(?:[\w.&’'-]+\s){0,5}?(?P<last>[\w.’'-]+)(?=\Z|,|\s(?:in|at|of|from|for|on|with|who|near)\s)"
)
_PLACE_RE = lazy_re(r"(?:in|at|from|near)\s(?=[A-Z])", re.IGNORECASE)
_JOINT_RE = lazy_re(
    r"(?:of|and|or|to|that|when|as|but|who|which|[a-z]{2,}ing|ended|held|called|hosted|organi[sz]ed|given|made|on)\s"
)
# Adverbs that also stand before a title: "then President Ruiz".
_BEFORE_TITLE = frozenset(("then", "now"))
_MOST = 4  # adverbials in a row
_MOST_PREFIX, _LONGEST_PREFIX = 3, 40  # words, characters


@cache
def _adverbial_re() -> re.Pattern[str]:
    """When, a fixed phrase, or, in groups, an occasion or an adverb."""
    return re.compile(
        rf"""
        (?i:{WHEN}
          | (?:{listed("opening_phrases")})
          | (?:in|at|on|during|before|after|following|under|through|via|by|over|outside|inside)\s
            (?P<occasion>{occasion_words()})
          | (?P<adverb>{listed("opening_adverbs")})
        )\s+(?=\w)
        """,
        re.VERBOSE,
    )


def behind_adverbials(text: str, low: int, start: int, end: int) -> int:
    """Where a source begins behind the adverbials that open its sentence.

    ``low`` is the sentence's start: the first word of an adverbial may stand before the source.

    >>> text = "Earlier in the day officials said it had rained."
    >>> behind_adverbials(text, 0, 8, 28)
    19
    >>> behind_adverbials("Recently retired officials", 0, 0, 26)
    0
    """
    at = low if start - _LONGEST_PREFIX < low < start and _is_short(text[low:start]) else start
    for _ in range(_MOST):
        behind = _behind_one(text, at, end)
        if behind == at and at < start:
            behind = at = start  # the words before the source are no adverbial
            continue
        if behind == at:
            break
        at = behind
    return max(start, at)


def _is_short(before: str) -> bool:
    """Whether what stands before a source in its sentence may be the head of an adverbial."""
    words = before.split()
    return len(words) <= _MOST_PREFIX and all(word.isalnum() for word in words)


def _behind_one(text: str, at: int, end: int) -> int:
    """Behind one adverbial; ``at`` if there is none."""
    found = _adverbial_re().match(text, at, end)
    if found is None:
        return _behind_place(text, at, end)
    kind, behind = found.lastgroup, found.end()
    if kind is None:
        return at if _JOINT_RE.match(text, behind, end) else behind
    return behind if _is_phrase(text, behind, end, found[kind].lower()) else at


def _is_phrase(text: str, at: int, end: int, opening: str) -> bool:
    """Whether one who speaks begins behind an opening.

    Not so: "recently" in "recently retired officials", "air" in "on air raids".
    """
    match = _WORD_RE.match(text, at, end)
    if match is None:
        return False
    word = match[0]
    if word[0].isupper() and word.lower() not in _BEGINNING:
        noun = role_nouns().get(word.lower())
        return opening not in _BEFORE_TITLE or noun is None or not noun.is_titled
    if word in _BEGINNING or word[0].isdigit():
        return True
    if opening.endswith("ly") and word.endswith(("ed", "ing", "en", "wn")):
        return False
    core = _CORE_RE.match(text, at, end)
    last = "" if core is None else core["last"]
    noun = role_nouns().get(last)
    speaks = noun is not None and noun.number != "singular" and noun.kind != "document"
    return speaks or last[:1].isupper()


def _behind_place(text: str, at: int, end: int) -> int:
    """Behind a preposition and a known place: "In London | police", "In New York | Ruiz"."""
    place = _PLACE_RE.match(text, at, end)
    if place is None:
        return at
    found = place_end(text, place.end(), end)
    return found + 1 if 0 <= found < end - 1 and text[found] == " " else at
