"""How well a titled person fits a nominal: the title's words, its rank, the body, the place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from diplotext.lexicon.title import titles
from diplotext.speaker.chain import Chain
from diplotext.speaker.evidence import NOMINAL
from diplotext.speaker.kind import is_title
from diplotext.speaker.name import key_of
from diplotext.speaker.office import DEPARTMENTS, MODIFIERS
from diplotext.speaker.reading import FINAL_RE, INDEFINITE, Reading
from diplotext.speaker.role import read_roles
from diplotext.speaker.story import Story
from diplotext.speaker.table import ORG_WORDS, PARTIES, STOPS, listed_by_kind, words
from diplotext.speaker.vocabulary import vocabulary

__all__ = [
    "FORMER",
    "WIDE",
    "is_told_owner",
    "proper_words",
    "title_evidence",
    "weigh_body",
    "weigh_place",
    "weigh_rank",
]

# "The leader", "the chief", "the boss": of a state, a party, a firm.
WIDE: dict[str, frozenset[str]] = dict.fromkeys(
    ("leader", "chief", "boss", "head"), frozenset(["leader", "executive"])
)
WIDE["boss"] |= {"coach"}
FORMER, DEPUTIES = titles().former, titles().deputies  # "ousted", "retired"; "vice", "acting"
# Where players play: a striker is no goalkeeper, though both are players.
POSITION = {
    noun: where for where, nouns in listed_by_kind("positions").items() for noun in sorted(nouns)
}
# Words that name no body before a noun.
NO_NAMES = STOPS | ORG_WORDS | PARTIES | MODIFIERS | DEPARTMENTS
# How many names back are looked at, and how far before them, in characters.
NEAR, BESIDE = 20, 40
# How many paragraphs back is far.
FAR = 3
# Bodies that hardly anybody calls by the name of a firm or a place alone.
OTHER_BODIES = words("union ministry court hospital police university commission committee team")
OF_RE = re.compile(r"\b(?:of|at|for)\s+(?:the\s+|a\s+)?(\w[\w.’'&-]*(?:\s[\w.’'&-]+){0,5})")
OF_ANY_RE = re.compile(r"\b(?:of|at|for)\san?\s")
OFFICE_RE = re.compile(
    r"\bof\s+(?:state|government|staff|police|mission|parliament)\Z", re.IGNORECASE
)


def title_evidence(story: Story, chain: Chain, reading: Reading, classes: frozenset[str]) -> str:
    """How the nominal's meaning and the person's titles agree."""
    phrase = " ".join(key for key in (*reading.modifiers, reading.noun) if key not in FORMER)
    for printed in chain.titles:
        title = " ".join(word for word in printed.lower().split() if word not in FORMER)
        if not title:
            continue
        if not DEPUTIES.isdisjoint(title.split()) and DEPUTIES.isdisjoint(reading.modifiers):
            continue
        if phrase == title and " " in title:
            return "title in full"
        if phrase.endswith(title) or title.endswith(phrase):
            return "same title"
    same = not classes.isdisjoint(read_roles(story.text, chain))
    if not same and chain.counterpart and (other := story.other_of(chain)) is not None:
        return title_evidence(story, other, reading, classes)  # "her opposite number, Ann Roe"
    return "title of the same meaning" if same else "wider title"


def weigh_rank(chain: Chain, reading: Reading) -> float:
    """The weight of "deputy" and "former", which the person is or is not, and of a position.

    "Gen. Dan Hale, a former pilot," is still a general.
    """
    titles = [title.lower().replace("-", " ").split() for title in chain.titles]
    held = {word for words in titles for word in words}
    position = POSITION.get(reading.noun)
    told = {POSITION[word] for word in held if word in POSITION} if position else set()
    if told and position not in told:
        return NOMINAL["no newcomer"]  # a goalkeeper is no striker
    if not FORMER.isdisjoint(held):
        if not FORMER.isdisjoint(reading.modifiers):
            return NOMINAL["former as well"]
        same = [words for words in titles if words[-1] == reading.noun] or titles
        if not any(FORMER.isdisjoint(words) for words in same):
            return NOMINAL["former only"]
        return 0.0
    if held and not FORMER.isdisjoint(reading.modifiers):
        newcomer = reading.determiner in INDEFINITE  # "a former aide" is no aide named after
        return NOMINAL["no newcomer" if newcomer else "in office"]
    if "shadow" in held and "shadow" not in reading.modifiers:
        return NOMINAL["no deputy"]  # "the chancellor" is not the shadow chancellor
    if DEPUTIES.isdisjoint(reading.modifiers):
        return 0.0
    return NOMINAL["no deputy"] if held and held.isdisjoint(DEPUTIES) else 0.0


def weigh_place(story: Story, chain: Chain, start: int, spoke: dict[int, int]) -> float:
    """The weight of where and how often the person was named, and spoke."""
    score = NOMINAL["often named"] * min(len(chain.names), 6)
    paragraph = story.paragraph_of(start)
    if chain.starts[0] > start:
        score += NOMINAL["named later"]
    if chain.number in spoke:
        near = paragraph - spoke[chain.number] <= 2
        score += NOMINAL["speaker before"] * (1.0 if near else 0.5)
        score += NOMINAL["spoke last"] if story.said[-1].chain == chain.number else 0.0
    at = bisect_left(chain.starts, start)
    around = chain.starts[max(0, at - 1) : at + 1]
    distance = min(abs(paragraph - story.paragraph_of(offset)) for offset in around)
    if distance == 0:
        score += NOMINAL["same paragraph"]
    elif distance == 1:
        score += NOMINAL["paragraph before"]
    elif distance > FAR and not any(said.chain == chain.number for said in story.said[-3:]):
        score += NOMINAL["far off"]
    return score


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
    keys = keys - ORG_WORDS or keys  # "at Holm Bank" is told by "Holm"
    codes = {known.places.get(key) or known.nationalities.get(key) for key in keys} - {None}
    if not keys or keys & own or codes & chain.countries:
        return NOMINAL["body agrees"]
    told = own - {reading.noun} - known.honorifics
    if reading.noun in WIDE or (told and of[1][0].isupper()):
        return NOMINAL["body disagrees"]
    return 0.0


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
    if not asked:
        bodies = {key_of(word) for word in reading.phrase.split()[:-1] if word[0].isupper()}
        if not own or not bodies & ORG_WORDS or not bodies.isdisjoint(own_keys(chain)):
            return 0.0
        return NOMINAL["party disagrees"]  # "the Congress leader" is not BJP leader Ann Cole
    if chain.owners and chain.owners <= OTHER_BODIES:
        return NOMINAL["body disagrees"]  # "the Kvik chief", of "the union's head"
    if reading.noun in WIDE and is_beside_another(story, chain, asked, reading.start):
        return NOMINAL["body disagrees"]
    if asked & own or not asked.isdisjoint(letters_of(chain)):
        return NOMINAL["body agrees"]
    return NOMINAL["body disagrees"] if own else 0.0


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
