"""Runs of capitalised words parted at those that are of no name: "On Monday | Ruth Okafor".

A stop word may be of a name after all: "Teresa May", "the Sunday Telegraph", "First Harbour Bank".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from diplotext.lexicon import agencies
from diplotext.lexicon.person_name import ARABIC_PARTICLES
from diplotext.speaker.name.name import KOREAN, key_of
from diplotext.speaker.name.people_body import is_without
from diplotext.speaker.name.table import ORG_DROPPED, STOPS, listed, words
from diplotext.speaker.name.vocabulary import vocabulary

__all__ = ["ADJECTIVE_RE", "MODALS", "MONTHS", "SURNAMES", "is_lone_name", "may_part", "parted"]

DAY_RE = re.compile(r"\s+\d")  # "March 4"
ADJECTIVE_RE = re.compile(
    r"-(?:led|listed|based|backed|born|style|area|era|wide|run|owned|made|held|traded|controlled|leaning|heavy|seeded|ranked|owner|maker|parent"
    r"|form|match|placed|choice|winning|hit|making|bound|strapped|stricken|torn|winner|nominee|holder)\Z"
)
# Months and short days that are names too ("Le Thi Thu"), and what makes them dates.
SHORT_DAYS = frozenset(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])
MONTHS = frozenset(["may", "march", "april", "june", "august"]) | SHORT_DAYS
# "Will Okafor run?": no given name.
MODALS = frozenset(["will", "may"])
OPENING = frozenset(["", ".", "!", "?", "”", '"', "“", ":"])
DATED = words("in of since until by last next early late mid this from to through before after on")
# Stop words within the name of a body: "Four Moon Resources", "First Harbour Bancorp"; and the last
# words of such names.
ORDINALS = frozenset("first second third".split())
NUMBERS = ORDINALS | frozenset("one two three four five six seven eight nine ten".split())
FIRMS = listed("numbered_firms")
FIRM_STOPS = frozenset(["Inc.", "Corp.", "Ltd."])
# Stop words that are family names too, behind a given name: "Harry Early".
SURNAMES = listed("surname_stops")
PAPERS = listed("sunday_papers")
PREFIXES = listed("title_prefixes")
# Stop words that are family names before a given name of two parts.
FAMILIES = frozenset(["oh"])
GIVEN_PAIR_RE = re.compile(r"\s[A-Z][a-z]{1,6}-[a-z]{1,6}\b")
NEXT_WORD_RE = re.compile(r"\s([A-Z][a-z]+)")
SPEAKS = (" said", " says", " told", " added", " replied", ", who")
# Within a name though a stop word: "Alliance to Reclaim Our Schools".
KEPT = frozenset(["our", "my", "your"])


def may_part(words: Sequence[str]) -> bool:
    """Whether a run has a word at which ``parted`` may part it."""
    if not FIRM_STOPS.isdisjoint(words[1:-1]):
        return True
    return any(
        ADJECTIVE_RE.search(word.lower()) or (word.lower() in STOPS and not word.islower())
        for word in words
    )


def is_lone_name(text: str, at: int, word: str, stop: int) -> bool:
    """Whether a stop word alone may be a name: "May said", "Early said"."""
    lower = word.lower()
    if (lower in MONTHS and not is_dated(text, at)) or is_who(text, at, word):
        return True
    return lower in SURNAMES and text.startswith(SPEAKS, stop)


def is_who(text: str, at: int, word: str) -> bool:
    """Whether a word is the health agency, its neighbours in small letters: "the WHO said"."""
    if word not in ("WHO", "WHO's", "WHO’s"):
        return False
    beside = text[max(0, at - 12) : at].split()[-1:] + text[at + 3 : at + 16].split()[:1]
    return not any(word.isupper() and len(word) > 2 for word in beside)


def is_dated(text: str, at: int) -> bool:
    """Whether a word stands after one that makes it a month: "in May", "since April"."""
    before = text[max(0, at - 8) : at].split()[-1:]
    return not DATED.isdisjoint(word.lower() for word in before)


def parted(
    text: str, at: int, words: Sequence[str], stop: int
) -> Iterator[tuple[int, Sequence[str], int]]:
    """A run parted at stop words: "On Monday Ruth Okafor" is "Ruth Okafor"."""
    held: list[str] = []
    first = last = at
    opens = text[max(0, at - 6) : at].rstrip()[-1:] in OPENING
    for word in words:
        at = text.index(word, at)
        lower = word.lower()
        if ADJECTIVE_RE.search(lower):
            # "South Korean-born Min Park": what stands before is of the adjective.
            held = []
            at += len(word)
            continue
        # In small letters it is a particle: "Maria do Carmo".
        stops = lower in STOPS and not word.islower() and (len(word) == 1 or not word.isupper())
        if stops and lower in NUMBERS and is_numbered(held, words, opens):
            stops = False
        if stops:
            stops = not is_name_word(text, at, word, held, stop)
        if lower in SHORT_DAYS and (held or at + len(word) < stop):
            stops = is_dated(text, at)
        if not held and lower in ("'t", "’t"):
            stops = True  # "In 't Veld said", where the "In" is no name's
        if stops and not (held and (lower in KEPT or is_without(held, word))):
            if held:
                yield first, held, last
            held = []
        else:
            if not held:
                first = at
            held.append(word)
        at += len(word)
        last = at
        if word in FIRM_STOPS and len(held) > 1 and at < stop:
            yield first, held, last  # "Kvik Inc. | National Holm"
            if text[at:stop].isupper():
                return  # "Kvik Inc. KVIK.O"
            held = []
    if held:
        yield first, held, stop


def is_name_word(text: str, at: int, word: str, held: Sequence[str], stop: int) -> bool:
    """Whether a stop word is of a name after all, behind what is ``held`` of its run."""
    lower = word.lower()
    is_last = at + len(word) >= stop
    if lower in vocabulary().given:
        # "Teresa May", "Jan Vogt"; but "In May Okafor came".
        asks = lower in MODALS and text[max(0, at - 6) : at].rstrip()[-1:] in OPENING
        return bool(held) or not (is_last or asks or is_dated(text, at))
    if held and f"{held[-1]} {word}" in agencies():
        return True  # "USA Today"
    if held and word == "Can":
        # "Continental Can said", "Osk Can Co."; in a headline it is "Okafor Can Win".
        behind = text[at + len(word) : stop].split()[:1]
        return is_last or key_of(behind[0]) in ORG_DROPPED
    if lower == "sunday" and not held and is_paper(text, at, at + len(word)):
        return True
    if lower in MONTHS and is_after_given(held):
        # "Marcus March said", but "Marcus March 4".
        return is_last and DAY_RE.match(text, stop) is None
    if held and lower == "said" and held[-1].lower() in ARABIC_PARTICLES:
        return True  # "Haitham bin Tariq Al Said"
    if word == "WHO":
        return not held and is_who(text, at, word)
    if not held and not is_last and lower in FAMILIES:
        return GIVEN_PAIR_RE.match(text, at + len(word)) is not None  # "Oh Soon-ja"
    if is_last and len(held) == 2 and held[0].lower() in KOREAN:
        return True  # "Choe Son Ok"
    if held and not is_last and is_honorific(held[-1]):
        return True  # "Comrade Sunday Okafor"
    return lower in SURNAMES and is_after_given(held)


def is_paper(text: str, at: int, end: int) -> bool:
    """Whether a day begins a paper's name: "the Sunday Telegraph", but "on Sunday Times Square"."""
    paper = NEXT_WORD_RE.match(text, end)
    is_the = text[max(0, at - 4) : at] in ("the ", "The ")
    return is_the and paper is not None and paper[1].lower() in PAPERS


def is_honorific(word: str) -> bool:
    """Whether a word is said before names: "Mr.", "Comrade"."""
    return word.lower().rstrip(".") in vocabulary().honorifics


def is_after_given(held: Sequence[str]) -> bool:
    """Whether a single given name stands before: no place that is dated ("Jordan March 4").

    Words of address and titles before it are no names: "DJ Marcus Read", "Sir Marcus Early".
    """
    known = vocabulary()
    own = len(held) - 1
    is_single = all(word.lower().rstrip(".") in known.titles | PREFIXES for word in held[:own])
    key = held[own].lower() if held and is_single else ""
    return key in known.given and key not in known.places


def is_numbered(held: Sequence[str], words: Sequence[str], opens: bool) -> bool:
    """Whether a number is of a body's name: "First Harbour Bancorp", "Four Moon Resources Ltd".

    "First Okafor spoke" and "Two Harbour Lines" open a sentence only.
    """
    if held:
        return True
    ordinal = words[0].lower() in ORDINALS and not opens
    return len(words) > 2 and (ordinal or words[-1].rstrip(".").lower() in FIRMS)
