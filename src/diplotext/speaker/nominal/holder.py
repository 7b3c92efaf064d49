"""Whoever holds a title of the nominal's meaning: "the top diplomat", of a foreign minister."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.name.mention import Name
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.office import is_office_name
from diplotext.speaker.name.table import PARTIES, listed, words
from diplotext.speaker.name.vocabulary import vocabulary
from diplotext.speaker.nominal.holder_apart import own_words
from diplotext.speaker.nominal.holder_body import proper_words
from diplotext.speaker.nominal.holder_evidence import WIDE
from diplotext.speaker.nominal.holder_search import HolderSearch, best_of
from diplotext.speaker.source.reading import INDEFINITE, OWNED, Reading, meanings_of
from diplotext.speaker.story import LEDE, TITLED, Story

__all__ = ["STYLE_NOUNS", "find_by_initials", "find_person"]

# Last words of titles that are other titles when they stand alone: "Attorney General".
UNTITLED = words("officer general secretary leader president minister governor head master member")
# "The first banker" is one of the unnamed; "the first lady" is not.
ORDINALS = words("first second third fourth other")
RANKED = words("lady minister gentleman secretary deputy")
CIVIL = listed("civil_generals")
# How one speaks of those with a crown, by "his" and "her": "Her Majesty said".
STYLES = {
    ("majesty", "his"): ("king",),
    ("majesty", "her"): ("queen",),
    ("highness", "his"): ("prince",),
    ("highness", "her"): ("princess",),
    ("holiness", "his"): ("pope",),
}
STYLE_NOUNS = frozenset(noun for noun, _ in STYLES)
# "the head of government"
OF_OFFICE_RE = re.compile(r" of ((?:the )?[A-Za-z]+)\b")
# Initials are shorter than this.
LETTERS = 6
MOST = 20  # people of the same letters that are looked at
# Of a side or of a ship.
ALSO = {"skipper": frozenset(["captain"]), "captain": frozenset(["pilot"])}


def find_person(story: Story, reading: Reading) -> tuple[Chain, str] | None:
    """The person with a title of the nominal's meaning."""
    classes = meanings_of_office(story.text, reading)
    classes = classes or meanings_of(reading.noun, modifiers_of(reading))
    classes = classes or meanings_of_style(reading)
    if not classes and reading.noun in vocabulary().titles:
        classes = frozenset([TITLED + reading.noun])  # "the coordinator": no class, but a title
    ordinal = not ORDINALS.isdisjoint(reading.modifiers) and reading.noun not in RANKED
    if not classes or ordinal or is_civil_general(reading, classes):
        return None
    if story.text.startswith(" of staff", reading.end):
        return None  # the chief of staff is no chief
    holders = list(candidates(story, reading, widened(classes, reading.noun)))
    search = HolderSearch(story, reading, classes, alone=len(holders) == 1)
    best = best_of([one for one in map(search.weigh, holders) if one is not None])
    tied = tied_to_body(story, reading, None if best is None else best[0])
    return best if tied is None else (tied, "same body")


def widened(classes: frozenset[str], noun: str) -> frozenset[str]:
    """The classes with those that a noun stands for as well: "the captain", of a pilot."""
    wide = classes | ALSO.get(noun, frozenset())
    return wide | WIDE.get(noun, frozenset()) if classes == {"leader"} else wide


def tied_to_body(story: Story, reading: Reading, best: Chain | None) -> Chain | None:
    """The one speaker of the body that a nominal names: "the Kvik analyst", of Ana Ruiz of Kvik.

    Only one of whom no title is told, and where the best by title is of no such body.
    """
    if reading.determiner != "the" or not reading.modifiers:
        return None
    asked = proper_words(reading.phrase.split()[: len(reading.modifiers)]) & story.named_words
    if not asked or (best is not None and asked & own_words(best)):
        return None
    tied = {
        chain.number
        for chain in (story.chains[said.chain] for said in story.said[-8:])
        if chain.affiliation and chain.kind in ("person", "unknown")
        if not chain.titles and asked.intersection(map(key_of, chain.affiliation.split()))
    }
    return story.chains[tied.pop()] if len(tied) == 1 else None


def meanings_of_office(text: str, reading: Reading) -> frozenset[str]:
    """The meanings of what one heads: "the head of government"; none if it is no office."""
    of = OF_OFFICE_RE.match(text, reading.end) if reading.noun in WIDE else None
    phrase = "" if of is None else f"{reading.noun} of {of[1]}"
    return vocabulary().meanings.get(phrase.lower(), frozenset())


def find_by_initials(story: Story, name: Name, chain: Chain) -> Chain | None:
    """The one person of whose title a "name" is the initials: "the DCE", of a chief executive."""
    # What the letters were taken for is a word, or the office itself: "Superintendent of Police".
    is_letters = len(name.keys) == 1 and name.words[0].isupper()
    is_letters = is_letters and (len(chain.keys) == 1 or is_office_name(chain.keys))
    letters = name.keys[0].replace("-", "")  # "the A-G"
    if not is_letters or not name.articled or not 1 < len(letters) < LETTERS:
        return None
    holders = [
        person
        for person in story.by_letters.get(letters, ())[:MOST]
        if person.starts[0] < name.start
    ]
    return holders[0] if len(holders) == 1 else None


def modifiers_of(reading: Reading) -> Sequence[str]:
    """The modifiers of a nominal; a party's name is none: "the Labour leader" is of no union."""
    words = reading.phrase.split()[: len(reading.modifiers)]
    last = words[-1] if words else ""
    return () if last[:1].isupper() and key_of(last) in PARTIES else reading.modifiers


def meanings_of_style(reading: Reading) -> frozenset[str]:
    """The meanings of "Her Majesty"; none if it is no such style."""
    nouns = STYLES.get((reading.noun, reading.determiner), ())
    return frozenset().union(*(meanings_of(noun, ()) for noun in nouns))


def is_civil_general(reading: Reading, classes: frozenset[str]) -> bool:
    """Whether a "general" is no soldier, nor known by another title: "the inspector general"."""
    office = "".join(reading.modifiers[-1:])
    known = vocabulary().meanings.get("general", frozenset())
    return reading.noun == "general" and office in CIVIL and classes == known


def candidates(story: Story, reading: Reading, classes: frozenset[str]) -> Iterator[Chain]:
    """The people with a title of one of the classes who can be meant at this place."""
    start = reading.start
    owner = key_of(reading.owner.split()[-1]) if reading.owner.split() else ""
    seen: set[int] = set()
    titled = () if reading.noun in UNTITLED else (TITLED + reading.noun,)
    for name in (*classes, *titled):
        for chain in story.people(name):
            if chain.number in seen or (owner and owner in chain.keys):
                continue
            seen.add(chain.number)
            later = chain.starts[0] > start
            if reading.determiner in INDEFINITE:
                # Only one who is named soon after: "A judge ruled ...".
                if later and chain.starts[0] <= start + 3 * LEDE:
                    yield chain
            elif not later or start < LEDE or reading.determiner not in OWNED:
                yield chain
