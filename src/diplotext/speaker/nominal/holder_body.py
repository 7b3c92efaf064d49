"""How well the body that a nominal names fits a titled person: "the Nordby economist"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from diplotext.lexicon.role_noun import is_person_noun
from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.evidence import NOMINAL
from diplotext.speaker.link import TELLING_NOUNS
from diplotext.speaker.name.lead import is_title
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.office import DEPARTMENTS, MODIFIERS
from diplotext.speaker.name.table import ORG_NOUNS, ORG_WORDS, PARTIES, STOPS, words
from diplotext.speaker.name.vocabulary import vocabulary
from diplotext.speaker.nominal.holder_evidence import WIDE
from diplotext.speaker.source.reading import FINAL_RE, Reading
from diplotext.speaker.story import Story

__all__ = ["is_told_owner", "proper_words", "weigh_body"]

# Words that name no body before a noun.
NO_NAMES = STOPS | ORG_WORDS | PARTIES | MODIFIERS | DEPARTMENTS
# How many names back are looked at, and how far before them, in characters.
NEAR, BESIDE = 20, 40
# Whose offices are of a state or a town.
GOVERNING = words("chancellor prime-minister head-of-state head-of-government mayor minister")
# Bodies that hardly anybody calls by the name of a firm or a place alone.
OTHER_BODIES = words("union ministry court hospital police university commission committee team")
OF_RE = re.compile(r"\b(?:of|at|for)\s+(?:the\s+|a\s+)?(\w[\w.’'&-]*(?:\s[\w.’'&-]+){0,5})")
OF_ANY_RE = re.compile(r"\b(?:of|at|for)\san?\s")
PART_RE = re.compile(r"[\w.-]+(?:\s[A-Z][\w.-]*)*[’']s\s(?:[a-z-]+\s){0,3}?([a-z-]+)\Z")
OFFICE_RE = re.compile(
    r"\bof\s+(?:state|government|staff|police|mission|parliament)\Z", re.IGNORECASE
)


def weigh_body(story: Story, chain: Chain, reading: Reading) -> float:
    """The weight of the body that a nominal names: "the head of the Nordby Bank"."""
    own = {key_of(w) for title in chain.titles for w in title.split()} | chain.lead_keys
    affiliation = {key_of(word) for word in (chain.affiliation or "").split()}
    of = OF_RE.search(reading.phrase)
    if of is None or OFFICE_RE.search(reading.phrase):
        return weigh_modifiers(story, chain, reading, affiliation)
    own |= affiliation | chain.owners
    if OF_ANY_RE.search(reading.phrase) and is_told_else(story, chain, reading.start):
        return NOMINAL["no newcomer"]
    known = vocabulary()
    keys = {key_of(FINAL_RE.sub("", word)) for word in of[1].split()} - STOPS
    if reading.noun in WIDE and is_of_part(of[1], own):
        return NOMINAL["no newcomer"]  # "the head of Kvik's foreign business" is not Kvik's
    keys = keys - ORG_WORDS or keys  # "at Holm Bank" is told by "Holm"
    codes = {known.places.get(key) or known.nationalities.get(key) for key in keys} - {None}
    if not keys or keys & own or codes & chain.countries:
        return NOMINAL["body agrees"]
    told = own - {reading.noun} - known.honorifics
    if reading.noun in WIDE or (told and of[1][0].isupper()):
        return NOMINAL["body disagrees"]
    return 0.0


def is_of_part(of: str, own: set[str]) -> bool:
    """Whether what one heads is a part of a body, or people, that no title tells of.

    >>> is_of_part("Kvik's foreign business", {"kvik"}), is_of_part("rebels", {"rebel"})
    (True, False)
    """
    part = PART_RE.fullmatch(of)
    last = key_of(of.rsplit(maxsplit=1)[-1] if part is None else part[1])
    if part is None and not (of.islower() and is_person_noun(last, "plural")):
        return False
    return own.isdisjoint((last, last.removesuffix("s")))


def is_told_else(story: Story, chain: Chain, start: int) -> bool:
    """Whether somebody is no newcomer, "the captain of a ferry", but known or of another body."""
    first = chain.names[0]
    return first.start < start or story.text.startswith((" of ", " from "), first.end)


def is_told_owner(chain: Chain, reading: Reading) -> bool:
    """Whether the owner is the person's body: "Nordby's boss", of Ann Cole, chief of Nordby.

    Or of Nordby Chief Ann Cole.
    """
    affiliation = {key_of(word) for word in (chain.affiliation or "").split()} - ORG_WORDS
    held = {key_of(word) for title in chain.titles for word in title.split()}
    return not (affiliation | held | chain.owners).isdisjoint(map(key_of, reading.owner.split()))


def weigh_modifiers(story: Story, chain: Chain, reading: Reading, affiliation: set[str]) -> float:
    """The weight of the body named before the noun: "the Nordby economist", "Nordby's boss".

    "The Nordby spokeswoman" is hardly Skarholm spokeswoman Ann Cole.
    """
    if reading.noun in WIDE and reading.modifiers and is_of_field(chain, reading):
        return NOMINAL["body disagrees"]  # "the Kvik chief" is not Kvik's sales chief
    telling = (affiliation - ORG_WORDS - STOPS) | chain.owners
    named = {*reading.modifiers, *map(key_of, reading.owner.split())}
    if telling & named:
        return NOMINAL["body agrees"]
    if reading.owner and chain.owners:
        return NOMINAL["body disagrees"]  # "Noll’s lawyer" is not Lund’s
    asked = proper_words(reading.phrase.split()[:-1]) | proper_words(reading.owner.split())
    # In "Bankruptcy Judge Ann Cole" any word has a capital.
    told = [title.split() for title in chain.titles if title.rsplit(None, 1)[-1].islower()]
    own = proper_words([word for title in told for word in title]) & story.named_words
    letters = {key_of(word) for word in reading.phrase.split()[:-1] if word.isupper()}
    if not letters.isdisjoint(own_keys(chain)):
        return NOMINAL["body agrees"]  # "the WHO chief", of WHO Director-General Ann Cole
    if not asked:
        bodies = {key_of(word) for word in reading.phrase.split()[:-1] if word[0].isupper()}
        if not own or not bodies & ORG_WORDS or not bodies.isdisjoint(own_keys(chain)):
            return 0.0
        return NOMINAL["party disagrees"]  # "the Congress leader" is not BJP leader Ann Cole
    if chain.owners and chain.owners <= OTHER_BODIES:
        return NOMINAL["body disagrees"]  # "the Kvik chief", of "the union's head"
    if reading.noun in WIDE and chain.titles[:1] == ("Chief",):
        return NOMINAL["no newcomer"]  # "the Kvik boss" is no Chief Femi Bello
    if reading.noun in WIDE and is_of_state(chain) and asked.isdisjoint(own_keys(chain)):
        return NOMINAL["body disagrees"]  # "the Kvik head" is no chancellor
    if reading.noun in WIDE and is_beside_another(story, chain, asked, reading.start):
        return NOMINAL["body disagrees"]
    if asked & own or not asked.isdisjoint(letters_of(chain)):
        return NOMINAL["body agrees"]
    return NOMINAL["body disagrees"] if own else 0.0


def is_of_field(chain: Chain, reading: Reading) -> bool:
    """Whether somebody heads a field of a body: "sales chief", "emergencies head"."""
    titles = [title.split() for title in chain.titles]
    fields = [t[-2] for t in titles if t[-1].lower() in WIDE and len(t) > 1]
    return (
        len(fields) == len(titles) > 0
        and all(
            field.islower()
            and not (field in ORG_NOUNS or field in MODIFIERS or field in TELLING_NOUNS)
            for field in fields
        )
        and not {*fields} <= {*reading.modifiers}
    )


def is_of_state(chain: Chain) -> bool:
    """Whether somebody governs: a chancellor, a premier, a mayor."""
    careers = vocabulary().careers
    known = chain.meanings or set()
    return bool(known & GOVERNING) or any(careers.get(name) == "royal" for name in known)


def own_keys(chain: Chain) -> set[str]:
    """The keys of all words of a person's titles, and of the body that the person is of."""
    told = (*chain.titles, chain.affiliation or "")
    return {key_of(word) for title in told for word in title.split()} | chain.lead_keys


def letters_of(chain: Chain) -> set[str]:
    """The initials of the bodies told: "ZFU", of a Zambian Fishers Union president."""
    told = (*chain.titles, chain.affiliation or "")
    letters = {"".join(word[0] for word in title.split() if word[0].isupper()) for title in told}
    return {word.lower() for word in letters if len(word) > 1}


def is_beside_another(story: Story, chain: Chain, asked: set[str], start: int) -> bool:
    """Whether a word stands before another person's name, not before this one's.

    "The Catalan leader" is no premier who spoke of "his Catalan ally Ana Puig".
    """
    at = bisect_left(story.starts, start)
    beside = {
        name.chain
        for name in story.names[max(0, at - NEAR) : at]
        if name.kind in ("person", "unknown") and len(name.keys) > 1
        if not asked.isdisjoint(
            map(key_of, story.text[max(0, name.outer - BESIDE) : name.start].split()[-4:])
        )
    }
    return bool(beside) and chain.number not in beside


def proper_words(printed: Sequence[str]) -> set[str]:
    """The keys of the words with a capital that name a body: no office, department or country."""
    known = vocabulary()
    keys = {key_of(FINAL_RE.sub("", word)) for word in printed if word[0].isupper()} - NO_NAMES
    return {
        key
        for key in keys
        if not (key in known.nationalities or key in known.places or key in known.regions)
        if not (key in known.meanings or is_title(key))
    }
