"""Runs of capitalised words, parted at words that are of no name.

    run = WORD (blanks [particle] WORD)*          "Russian Foreign Minister Sergey Lavrov"

Not handled: scripts without capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from diplotext.lexicon import agencies
from diplotext.lexicon.person_name import ABBREVIATED_TITLES, ARABIC_PARTICLES, PARTICLES
from diplotext.speaker.name.name import KOREAN, key_of
from diplotext.speaker.name.nickname import MARKS, find_nickname, without_nicknames
from diplotext.speaker.name.people_body import is_without
from diplotext.speaker.name.run_edge import is_code, is_subhead, is_ticker, without_subhead
from diplotext.speaker.name.table import ORG_DROPPED, STOPS, listed, words
from diplotext.speaker.name.vocabulary import vocabulary

__all__ = ["ADJECTIVE_RE", "LONGEST", "MODALS", "MONTHS", "REMEMBERED", "SURNAMES", "runs_of"]

# A capitalised word, or initials, or an abbreviated title; joined by blanks and name particles.
# A possessive ends the run: "Okafor's Labour Party".
WORD = (
    r"(?:[A-Z](?:/[A-Z]){1,5}\b|(?:[A-Z]\.)+(?:[A-Z]\b)?"
    rf"|(?=\w+\.)(?:{ABBREVIATED_TITLES}|Jr|Sr|Inc|Corp|Ltd|Co|Bros)\."
    r"|[^\W\d_a-z]\w*)(?:[’'\-&]\w+|\.com\b)*"
)
SMALL_WORDS = rf"(?:(?:{PARTICLES}|des|dal|e|ap|ul|ud|ur|a/[lp]|(?:in\s)?[’']t)\s+){{0,3}}"
SMALL_RE = re.compile(SMALL_WORDS)
ARTICLE = r"(?:(?:al|el|ul|as|ash|ad|an)-)?"
# A brand that begins small: "eBay Inc", "easyJet".
BRAND = r"[a-z]{1,4}[A-Z][a-z]\w*"
RUN_RE = re.compile(
    rf"(?<!\w)(?:@\w+|(?:{BRAND}|{WORD})(?:(?<![’']s)\s+{SMALL_WORDS}{ARTICLE}{WORD}|,\s+(?:Jr|Sr|Inc|Ltd|LLC|LLP|Corp|PLC|plc)\b\.?)*)"
)
# What a run can begin with: cheap to find, so that the pattern above is tried at few places.
# Of the characters beyond ASCII, dashes and quotation marks begin none.
FIRST_RE = re.compile(r"[@A-Z\x80-\u200f\u2028-\U0010ffff]")
BRAND_BEFORE_RE = re.compile(r"(?<!\w)[a-z]{1,4}\Z")
ARTICLE_BEFORE_RE = re.compile(r"\b(?:al|el|ul|as|ash|ad|an)-\Z")
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
# How many runs are remembered: a name comes again in its story, and in others.
REMEMBERED = 20_000
LONGEST = 200  # a longer run, in characters, is no name worth remembering


def runs_of(  # noqa: C901 - an inner loop, whose turns are cheap looks before others
    text: str, start: int, end: int
) -> Iterator[tuple[int, Sequence[str], int]]:
    """Runs of capitalised words in a range, parted at words that are of no name.

    >>> text = "On Monday Ruth Okafor met al-Haddad."
    >>> [list(words) for _, words, _ in runs_of(text, 0, len(text))]
    [['Ruth', 'Okafor'], ['al-Haddad']]
    """
    reached = start
    find_first, match_run = FIRST_RE.search, RUN_RE.match
    while (first := find_first(text, reached, end)) is not None:
        at = first.start()
        match = match_run(text, at, end)
        if match is None:  # within a word: "eBay", "PhD"
            small = BRAND_BEFORE_RE.search(text, max(start, at - 5), at)
            match = small and match_run(text, small.start(), end)
            if match is None:
                reached = at + 1
                continue
            at = match.start()
        reached = stop = match.end()
        before = text[at - 1 : at]
        if before == "-" and ARTICLE_BEFORE_RE.search(text, max(at - 4, start), at):
            at = text.rindex("-", 0, at)
            while at > start and text[at - 1].isalpha():
                at -= 1
            before = ""
        # Nothing before it, or no mark of a share's code on either side: a cheap look.
        if (before in "<." or text[stop : stop + 1] == ".") and is_ticker(text, at, stop):
            continue
        if text[stop + 1 : stop + 2] in MARKS:
            behind = find_nickname(text, stop, end)
            rest = None
            if behind >= 0 and (small := SMALL_RE.match(text, behind, end)) is not None:
                rest = match_run(text, small.end(), end)  # `Jan "Kobus" van | Gull`
            reached = stop = stop if rest is None else rest.end()
        is_long = stop - at > LONGEST
        words = split_run(text[at:stop]) if is_long else words_of(text[at:stop])
        if len(words) == 1:
            if is_lone_name(text, at, words[0], stop):
                yield at, words, stop
            continue
        if text[stop : stop + 1] == "." and is_code(text, words[-1], stop):
            words, stop = words[:-1], stop - len(words[-1]) - 1
        if len(words) > 2 or (len(words) > 1 and words[0].isupper()):
            if all(map(str.isupper, words)) and is_subhead(text, words, stop):
                continue
            at, words = without_subhead(text, at, words)
        if is_long or may_part(words):
            yield from parted(text, at, words, stop)
        else:
            yield at, words, stop


def split_run(run: str) -> tuple[str, ...]:
    """The words of a run without a nickname; the comma before "Jr." or "Inc." is no part of one."""
    return tuple(without_nicknames(run).replace(",", " ").split())


words_of = lru_cache(REMEMBERED)(split_run)


@lru_cache(REMEMBERED)
def may_part(words: tuple[str, ...]) -> bool:
    """Whether a run has a word at which ``parted`` may part it."""
    if not FIRM_STOPS.isdisjoint(words[1:-1]):
        return True
    return any(
        ADJECTIVE_RE.search(word.lower()) or (word.lower() in STOPS and not word.islower())
        for word in words
    )


def is_lone_name(text: str, at: int, word: str, stop: int) -> bool:
    """Whether a run of one word may be a name: no stop word, but "May said", "Early said"."""
    lower = word.lower()
    if lower not in STOPS:
        return True
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
