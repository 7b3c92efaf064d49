"""Which side of a headline is a source: "Marsh to unions: ...", "...: captain Marsh after defeat".

A source is short and no clause. It is told by who speaks in the story below, by its last noun, or,
before a quotation, by its capitals; to whom, where and about what it is said stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from diplotext.attribution.build import Span
from diplotext.attribution.headline.headline_verb import MOST_WORDS, WORD_RE
from diplotext.attribution.labels import label_words
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.agency import agencies
from diplotext.lexicon.role_noun import is_person_noun

__all__ = [
    "OPENING",
    "is_named_in_story",
    "is_source",
    "last_clause",
    "leading_source",
    "speaker_end",
    "trim_stop",
    "without_occasion",
]

OPENING = frozenset("\"“‘'`«„")
_CLOSING = frozenset("\"”’'»")
# Beside the name: whom it was said to, where, about what: "Reyes to unions: ..."
_BESIDE_RE = lazy_re(
    r"\s+(?:to|on|at|in|after|before|about|tells?|says?|warns?|asks?|urges?|responds?|slams?|vows?"
    r"|rips?|hits?|blasts?|mocks?|tweets?)\s",
    re.IGNORECASE,
)
_OCCASION_RE = lazy_re(r"\s(?:after|before|ahead\sof|on|in|at|amid|following)\s", re.IGNORECASE)
# "'We had to jump': survivors | describe the fire"
_DOING_RE = lazy_re(
    r"\s(?:on|after|as|in|at|describes?|recalls?|remembers?|relives?|reveals?|speaks?|shares?|reacts?"
    r"|opens?|mourns?|talks?|recounts?)\s"
)
_FEWEST_SAID = 3


def without_occasion(text: str, left: Span, right: Span, speakers: Collection[str]) -> int:
    """Where a source behind a colon ends before its occasion; the end itself if it has none.

    "We did not turn up: captain Marsh | after defeat", the name known from the story.
    """
    start, end = right
    beside = _OCCASION_RE.search(text, start, end)
    if beside is None or text[start] in OPENING:
        return end
    words = WORD_RE.findall(text, start, beside.start())
    if not 0 < len(words) <= MOST_WORDS or words[-1].lower() not in speakers:
        return end
    if len(WORD_RE.findall(text, *left)) < _FEWEST_SAID:
        return end
    is_left = is_source(text, *left, speakers, trailing=False)
    return end if is_left or not words[-1][0].isupper() else beside.start()


def last_clause(text: str, start: int, end: int) -> int:
    """Where the part before a colon begins: behind a semicolon or "EXCLUSIVE - "."""
    cut = max(text.rfind(mark, start, end) for mark in ("; ", " - ", " – ", " — ", "- "))
    return start if cut < 0 else start + len(text[start:end]) - len(text[cut:end].lstrip(";-–— "))


def trim_stop(text: str, start: int, end: int) -> int:
    """The end without a closing full stop, which some sites put behind headlines."""
    if end - start > 3 and text[end - 1] == "." and text[end - 3] != ".":
        return end - 1
    return end


def is_source(
    text: str, start: int, end: int, speakers: Collection[str], *, trailing: bool
) -> bool:
    """Whether a side of a headline is a source by itself: short, no clause, known or a noun."""
    words = [word.rstrip(".").lower() for word in WORD_RE.findall(text, start, end)]
    if not 0 < len(words) <= (4 if trailing else MOST_WORDS) or label_words("clause_words") & set(
        words
    ):
        return False
    last = words[-1].removesuffix("'s").removesuffix("’s")
    if last in speakers or last in label_words("source_nouns"):
        return True
    if trailing and last in label_words("trailing_source_nouns"):
        return True  # "Talks to go on: draft", but "NBA draft: Moe goes first"
    side = text[start:end].strip()
    return side in agencies() and not side.islower()  # "UP", not the end of "cover-up"


def is_speech_of(text: str, left: Span, right: Span) -> bool:
    """Whether words in marks, more than a title, are followed by a noun for persons.

    "'We had to jump': ferry passenger", but "'House of Ferries': lead actress".
    """
    start, end = left
    words = [word.lower() for word in WORD_RE.findall(text, *right)]
    if text[start] not in OPENING or text[end - 1] not in _CLOSING or not 0 < len(words) <= 3:
        return False
    said = {word.lower().replace("’", "'") for word in WORD_RE.findall(text, start, end)}
    if label_words("clause_words") & set(words) or label_words("speech_words").isdisjoint(said):
        return False
    return is_person_noun(words[-1])


def speaker_end(text: str, left: Span, right: Span) -> int:
    """Where the speaker of words in marks ends behind a colon; -1 if nobody follows them.

    "'We had to jump': ferry survivors | describe the fire", "...: ferry passenger".
    """
    doing = _DOING_RE.search(text, *right) if text[left[0]] in OPENING else None
    stop = right[1] if doing is None else doing.start()
    return stop if is_speech_of(text, left, (right[0], stop)) else -1


def is_named_in_story(text: str, left: Span, right: Span) -> bool:
    """Whether a clause in small letters is followed by a name that the story below has again.

    "Ships to wait ten days more: NPA" with "the Norport Port Authority (NPA)" below.
    """
    words = WORD_RE.findall(text, *right)
    before = WORD_RE.findall(text, *left)
    small = sum(word[0].islower() and len(word) > 3 for word in before)
    if not 0 < len(words) <= 3 or small < 2 or not all(word[0].isupper() for word in words):
        return False
    if label_words("headline_labels") & {word.lower() for word in (*before[-1:], *words)}:
        return False
    return text.find(words[-1].rstrip("."), right[1]) > 0


def leading_source(
    text: str, start: int, end: int, speakers: Collection[str], *, quoted: bool
) -> Span | None:
    """The source before a colon, without "to the unions", "on the talks" behind the name."""
    beside = _BESIDE_RE.search(text, start, end)
    stop = beside.start() if beside else end
    words = WORD_RE.findall(text, start, stop)
    lower = [word.lower().rstrip(".") for word in words]
    if (
        not 0 < len(words) <= MOST_WORDS
        or label_words("clause_words") & set(lower)
        or label_words("headline_labels") & set(lower)
    ):
        return None
    if "," in text[start:stop] or text[start] in OPENING:
        return None
    if is_source(text, start, stop, speakers, trailing=False):
        return start, stop
    # A name nobody knows, before a quotation: "Anan Reyes: 'We go'".
    is_name = len(words) <= 4 and all(word[0].isupper() for word in words)
    if len(words) == 1 and text.find(words[0], end) < 0:
        return None  # "Tennis: Okoye 'ready'"
    return (start, stop) if quoted and is_name and not text[start:stop].isupper() else None
