"""Nominals: whom "the top diplomat", "the ministry" or "the study" stands for.

A nominal binds by meaning: its noun and the person's titles share a class ("foreign minister" ~
"top diplomat"), and their countries do not differ. An indefinite one ("a spokesman") stays
unnamed, but for the delayed identification of a lede ("A judge ruled ...", named later).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable

from diplotext.speaker.chain import Chain
from diplotext.speaker.name import key_of
from diplotext.speaker.pronoun import resolve_pronoun
from diplotext.speaker.role import read_roles
from diplotext.speaker.source import Reading, meanings_of
from diplotext.speaker.story import Story
from diplotext.speaker.table import PARTIES, DOCUMENT_NOUNS, ORG_NOUNS, ORG_WORDS, PLURAL_IRREGULAR
from diplotext.speaker.vocabulary import vocabulary

__all__ = ["EVIDENCE", "THRESHOLD", "is_plural", "resolve_nominal"]

EVIDENCE: dict[str, float] = {
    "same title": 3.0,
    "title of the same meaning": 2.2,
    "wider title": 1.5,
    "same country": 1.0,
    "speaker before": 1.0,
    "same paragraph": 0.6,
    "paragraph before": 0.4,
    "often named": 0.1,
    "named later": -0.3,
    "gender disagrees": -9.0,
    "country disagrees": -9.0,
}
THRESHOLD = 1.9

# "The leader", "the chief", "the boss": of a state, a party, a firm.
WIDE = dict.fromkeys(("leader", "chief", "boss", "head"), frozenset(["leader", "executive"]))

# How far into the story a person may stay unnamed: "A judge ruled on Monday ...".
LEDE = 700

KINDS: dict[str, frozenset[str]] = {
    "panel": frozenset("committee commission council subcommittee caucus".split()),
    "bloc": frozenset("eu union asean mercosur".split()),
    "alliance": frozenset("nato".split()),
    "site": frozenset("com".split()),
    "newspaper": frozenset("times post journal sentinel bee courier star news newspaper herald tribune gazette chronicle telegraph globe sun "
                           "mirror guardian observer magazine yorker".split()),
    "company": frozenset("corporation corp inc ltd llc plc co company group holdings motors airlines airways".split()),
}
KIND_OF = {
    "panel": "panel", "bloc": "bloc", "alliance": "alliance", "site": "site", "website": "site",
    "newspaper": "newspaper", "paper": "newspaper", "magazine": "newspaper", "daily": "newspaper",
    "outlet": "newspaper", "company": "company", "firm": "company", "giant": "company",
    "maker": "company", "carmaker": "company", "automaker": "company", "airline": "company",
    "carrier": "company", "manufacturer": "company", "retailer": "company",
}  # fmt: skip


DOCUMENTS = {
    "poll": "research", "polling": "research", "survey": "research", "study": "research", "report": "research",
    "paper": "research", "analysis": "research", "memoir": "book", "account": "book",
    "communique": "statement", "release": "statement", "complaint": "lawsuit", "suit": "lawsuit",
    "filing": "lawsuit", "ruling": "ruling", "decision": "ruling", "opinion": "ruling",
    "letter": "letter", "email": "letter", "clip": "video", "footage": "video",
}  # fmt: skip


def is_plural(noun: str) -> bool:
    """Whether a noun's key is a plural.

    >>> is_plural("officials"), is_plural("police"), is_plural("boss"), is_plural("congress")
    (True, True, False, False)
    """
    if noun in PLURAL_IRREGULAR:
        return True
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is", "'s"))


def resolve_nominal(story: Story, reading: Reading, start: int) -> tuple[Chain, str] | None:
    """The named chain that a nominal stands for, with the evidence; None if it stays unnamed."""
    noun = reading.noun
    if not noun or is_plural(noun):
        return None
    definite = reading.determiner in ("the", "this", "that", "")
    if noun in ORG_NOUNS and (definite or (reading.determiner in ("a", "an") and start < LEDE)):
        found = find_organization(story, reading, start)
        if found is not None:
            return found
    if reading.determiner == "the" and not reading.modifiers and noun in BODIES | LANDS:
        return find_body(story, reading, start)
    if noun in DOCUMENT_NOUNS:
        return find_document(story, reading, start) if definite else None
    if definite or reading.determiner in ("a", "an", "own", "his", "her", "its", "their"):
        found = find_person(story, reading, start, definite=definite)
        if found is None and reading.determiner == "the":
            found = find_variation(story, reading, start)
        return found
    return None


# What a holder of any office may be called for variety.
LOOSE = frozenset(
    "candidate nominee politician lawmaker political-leader executive first-lady incumbent "
    "party-leader opposition-leader running-mate president-elect activist".split()
)
FORMER = frozenset("former ex one-time onetime then".split())


def find_variation(story: Story, reading: Reading, start: int) -> tuple[Chain, str] | None:
    """The person of whom a new word is used for variety: "the New York businessman".

    Only where the person spoke or was named just before, as for a pronoun, and no known title
    is of another walk of life.
    """
    words = vocabulary()
    noun = reading.noun
    classes = meanings_of(noun, reading.modifiers)
    party = noun in PARTIES
    if not (classes or party) or not (reading.modifiers or party):
        return None
    kind = "female" if noun in words.female_roles else "male" if noun in words.male_roles else "person"
    careers = {words.careers.get(name, "") for name in classes}
    loose = party or bool(classes & LOOSE) or not FORMER.isdisjoint(reading.modifiers)

    def allows(chain: Chain) -> bool:
        if chain.kind not in ("person", "unknown") or not chain.names:
            return False
        known = {words.careers.get(name, "") for name in read_roles(story.text, chain)}
        if loose:
            return not known or "civil" in known
        return not known and bool(careers & {"civil", "royal"})

    found = resolve_pronoun(story, kind, start, (), VARIATION, allows)
    return None if found is None else (found[0], "another word for " + found[1])


# Nouns for a firm or body named just before, and for a country or state.
BODIES = frozenset(KIND_OF) | frozenset("network union group agency bank organization organisation".split())
LANDS = frozenset("country nation kingdom state government republic island".split())


def find_body(story: Story, reading: Reading, start: int) -> tuple[Chain, str] | None:
    """The body or land named just before: "the network", "the state"."""
    noun = reading.noun
    land = noun in LANDS

    def allows(chain: Chain) -> bool:
        if not chain.names:
            return False
        whole = " ".join(chain.keys)
        if land:
            return whole in (vocabulary().regions if noun == "state" else vocabulary().countries)
        if chain.kind == "place" or whole in vocabulary().places:
            return False
        return not (chain.keys[-1] in ORG_WORDS and chain.keys[-1] not in KINDS.get(KIND_OF.get(noun, ""), ORG_LOOSE))

    if land:
        return nearest_land(story, start, allows)
    found = resolve_pronoun(story, "thing", start, (), 1.0, allows)
    if found is None:
        return None
    near = story.sentence_of(start) - max(story.sentence_of(n.start) for n in found[0].names if n.start < start)
    return (found[0], "another word for " + found[1]) if near <= 3 else None


def nearest_land(story: Story, start: int, allows: Callable[[Chain], bool]) -> tuple[Chain, str] | None:
    """The country or state named last, in this sentence or the one before."""
    sentence = story.sentence_of(start)
    for name in reversed(story.names[max(0, bisect_left(story.starts, start) - 12) : bisect_left(story.starts, start)]):
        if story.sentence_of(name.start) < sentence - 1:
            return None
        if allows(story.chains[name.chain]):
            return story.chains[name.chain], "nearest place"
    return None


ORG_LOOSE = frozenset("america international group company inc corp network".split())


# The sum of evidence that a pronoun would need for this.
VARIATION = 2.6




RELEASED_RE = re.compile(r"\s+(?:released|published|issued|obtained|out)\b.*", re.DOTALL)
AGE_RE = re.compile(r"(?:new|recent|latest|separate|similar|earlier)\s+(?=\w)|New\s+(?=\w+\Z)")


def document_name(phrase: str) -> str:
    """What a document is called: "Reuters survey of voters" in "latest Reuters survey of voters released Friday".

    >>> document_name("recent survey of voters released Friday")
    'survey of voters'
    """
    return AGE_RE.sub("", RELEASED_RE.sub("", phrase), count=1)


def capitals_of(words: Iterable[str]) -> set[str]:
    """The capitalised words: what tells one survey from another."""
    return {key_of(word) for word in words if word[:1].isupper()}


def rename(chain: Chain, reading: Reading) -> None:
    """Give a document the fuller of its names."""
    name = document_name(reading.phrase)
    if chain.names or not capitals_of(name.split()):
        return
    if len(capitals_of(name.split())) > len(capitals_of(chain.words)) or (not capitals_of(chain.words) and len(name.split()) > len(chain.words)):
        chain.words = name.split()
        chain.keys = [key_of(word) for word in chain.words]


def find_document(story: Story, reading: Reading, start: int) -> tuple[Chain, str] | None:
    """The document named before by the same noun."""
    kind = DOCUMENTS.get(reading.noun, reading.noun)
    capitals = capitals_of(reading.phrase.split())
    wider: Chain | None = None
    for said in reversed(story.said):
        chain = story.chains[said.chain]
        if chain.kind != "document":
            continue
        known = capitals_of(chain.words)
        if capitals and known and not capitals & known:
            continue
        if chain.noun == reading.noun:
            return chain, "same noun"
        if wider is None and DOCUMENTS.get(chain.noun, chain.noun) == kind:
            wider = chain
    return None if wider is None else (wider, "noun of the same meaning")


def find_organization(story: Story, reading: Reading, start: int) -> tuple[Chain, str] | None:
    """The organisation whose name has the noun, or is of its kind."""
    noun = reading.noun
    kind = KINDS.get(KIND_OF.get(noun, ""), frozenset())
    mods = set(reading.modifiers)
    best, best_score = None, 0.0
    spoke = {said.chain for said in story.said[-8:] if said.start < start}
    early = start < LEDE
    for chain in story.chains:
        if chain.kind != "organization" or not chain.names:
            continue
        first = chain.names[0].start
        if first > start and not (early and first < start + 3 * LEDE):
            continue
        keys = set(chain.keys) | {key for name in chain.names for key in name.keys}
        if noun not in keys and not keys & kind:
            continue
        if reading.determiner in ("a", "an") and first < start:
            continue
        before = [n.start for n in chain.names if n.start < start]
        score = 1.0 + 400 / (400 + start - before[-1]) if before else 0.8
        score += 0.4 * (chain.number in spoke)
        if mods:
            score += 1.0 if mods & keys else -0.3
        if score > best_score:
            best, best_score = chain, score
    return (best, "same noun") if best is not None else None


def find_person(story: Story, reading: Reading, start: int, *, definite: bool) -> tuple[Chain, str] | None:
    """The person with a title of the nominal's meaning."""
    noun, modifiers = reading.noun, reading.modifiers
    classes = meanings_of(noun, modifiers)
    if not classes:
        return None
    wider = classes | WIDE.get(noun, frozenset())
    phrase = " ".join([*modifiers, noun])
    countries = {vocabulary().nationalities.get(m) or vocabulary().places.get(m) for m in (*modifiers, key_of(reading.owner))} - {None}
    female = True if noun in vocabulary().female_roles else False if noun in vocabulary().male_roles else None
    previous = {said.chain: said for said in story.said if said.start < start}
    paragraph = story.paragraph_of(start)
    best: tuple[Chain, str] | None = None
    best_score = THRESHOLD
    for chain in story.chains:
        if chain.kind not in ("person", "unknown") or not chain.names or (reading.owner and key_of(reading.owner.split()[-1]) in chain.keys):
            continue
        meanings = read_roles(story.text, chain)
        if not meanings:
            continue
        if classes & meanings:
            same = any(phrase.endswith(title.lower()) or title.lower().endswith(phrase) for title in chain.titles)
            reason = "same title" if same else "title of the same meaning"
        elif wider & vocabulary().wider(meanings):
            reason = "wider title"
        else:
            continue
        score = EVIDENCE[reason]
        if female is not None and chain.female is not None and chain.female != female:
            score += EVIDENCE["gender disagrees"]
        if countries and chain.countries:
            score += EVIDENCE["same country" if countries & chain.countries else "country disagrees"]
        first = chain.names[0].start
        if first > start:
            score += EVIDENCE["named later"]
            if not definite and (start > LEDE or first > start + 3 * LEDE):
                continue
        elif not definite and (reading.determiner in ("a", "an") or reason == "wider title"):
            continue
        said = previous.get(chain.number)
        if said is not None:
            score += EVIDENCE["speaker before"] * (1.0 if paragraph - said.paragraph <= 2 else 0.5)
        distance = min((abs(paragraph - story.paragraph_of(n.start)) for n in chain.names), default=9)
        score += EVIDENCE["same paragraph"] if distance == 0 else EVIDENCE["paragraph before"] if distance == 1 else 0.0
        score += EVIDENCE["often named"] * min(len(chain.names), 6)
        if score > best_score:
            best, best_score = (chain, reason), score
    return best
