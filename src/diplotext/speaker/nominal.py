"""Nominals: whom "the top diplomat", "the ministry" or "the study" stands for.

A nominal binds by meaning: its noun and the person's titles share a class ("foreign minister" ~
"top diplomat"), and their countries do not differ (``evidence.NOMINAL``). An indefinite one ("a
spokesman") stays unnamed, but for the delayed identification of a lede ("A judge ruled ...",
named later).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from diplotext.speaker.agreement import parties_of, weigh_agreement
from diplotext.speaker.chain import Chain
from diplotext.speaker.document import find_document, is_document
from diplotext.speaker.epithet import find_introduced, find_national, find_of_office
from diplotext.speaker.evidence import (
    BARE_THRESHOLD,
    NOMINAL,
    NOMINAL_THRESHOLD,
    VARIATION_THRESHOLD,
)
from diplotext.speaker.land import LANDS, find_land
from diplotext.speaker.link import gender_of_noun, is_plural
from diplotext.speaker.name import key_of
from diplotext.speaker.organization import OWN_NOUN, find_organization
from diplotext.speaker.pronoun import resolve_pronoun
from diplotext.speaker.role import read_roles
from diplotext.speaker.source import FINAL_RE, Reading, meanings_of
from diplotext.speaker.story import LEDE, TITLED, Story
from diplotext.speaker.table import ORG_NOUNS, ORG_WORDS, PARTIES, PARTY_OF, STOPS, words
from diplotext.speaker.vocabulary import vocabulary

__all__ = ["STYLE_NOUNS", "resolve_nominal"]

# "The leader", "the chief", "the boss": of a state, a party, a firm.
WIDE: dict[str, frozenset[str]] = dict.fromkeys(
    ("leader", "chief", "boss", "head"), frozenset(["leader", "executive"])
)
# What a holder of any office may be called for variety.
LOOSE = words(
    """candidate nominee politician lawmaker political-leader executive first-lady incumbent
    party-leader opposition-leader running-mate president-elect activist"""
)
# Last words of titles that are other titles when they stand alone: "Attorney General".
UNTITLED = words("officer general secretary leader president minister governor head master member")
DEPUTIES = words("deputy vice assistant associate under acting")
# Whoever has one of these titles is not of the opposition.
GOVERNING = words("minister president premier chancellor secretary")
# How far a subject reaches within its clause, in characters.
CLAUSE = 300
# How many paragraphs back is far.
FAR = 3
OF_RE = re.compile(r"\b(?:of|at|for)\s+(?:the\s+|a\s+)?(\w[\w.’'&-]*(?:\s[\w.’'&-]+){0,5})")
OFFICE_RE = re.compile(
    r"\bof\s+(?:state|government|staff|police|mission|parliament)\Z", re.IGNORECASE
)
FORMER = words("former ex one-time onetime then")
DEFINITE = frozenset(["the", "this", "that", ""])
# "The first banker" is one of the unnamed; "the first lady" is not.
ORDINALS = words("first second third fourth other")
RANKED = words("lady minister gentleman secretary deputy")
CIVIL = words(
    "inspector secretary director attorney solicitor consul registrar comptroller surgeon"
)
OWNED = frozenset(["own", "his", "her", "its", "their", "my", "our"])
INDEFINITE = frozenset(["a", "an"])


def resolve_nominal(story: Story, reading: Reading) -> tuple[Chain, str] | None:
    """The named chain that a nominal stands for, with the evidence; None if it stays unnamed."""
    noun, start, determiner = reading.noun, reading.start, reading.determiner
    if not noun or is_plural(noun):
        return None
    definite = determiner in DEFINITE
    early = determiner in INDEFINITE and start < LEDE
    if is_body_noun(reading) and (definite or early):
        found = find_organization(story, reading, start)
        if found is not None and not goes_on(story, reading, found[1]):
            return found
    if determiner == "the" and noun in LANDS and reading.phrase == noun:
        return find_land(story, reading, start)
    if is_document(noun):
        return find_document(story, reading) if definite else None
    if definite or early or determiner in OWNED:
        found = find_aged(story, reading)
        found = found or find_person(story, reading) or find_partisan(story, reading)
        if found is None and determiner == "the":
            found = find_national(story, reading) or find_of_office(story, reading)
            found = found or find_variation(story, reading)
        return found or find_introduced(story, reading)
    return None


def goes_on(story: Story, reading: Reading, evidence: str) -> bool:
    """Whether an unnamed body of the noun that has just spoken is meant sooner than a named one.

    "An investor group said it was unhappy with Okafor Lines. The group will buy more."
    """
    unnamed = story.nouns.get(reading.noun)
    if unnamed is None or reading.determiner != "the" or evidence in OWN_NOUN:
        return False
    first, last = unnamed.links[0][0], unnamed.links[-1][0]
    introduced = story.text[first : first + 3].lower().startswith(("a ", "an "))
    return introduced and story.paragraph_of(reading.start) - story.paragraph_of(last) <= 2


def is_body_noun(reading: Reading) -> bool:
    """Whether a noun is for a body; "the real estate developer" may be a person."""
    noun, known = reading.noun, vocabulary()
    if noun == "major" and not reading.modifiers:
        return False  # an officer; "the oil major" is a firm
    return noun in ORG_NOUNS or (
        noun in known.firms and not (noun in known.meanings and reading.modifiers)
    )


def find_person(story: Story, reading: Reading) -> tuple[Chain, str] | None:
    """The person with a title of the nominal's meaning."""
    classes = meanings_of(reading.noun, reading.modifiers) or meanings_of_style(reading)
    ordinal = not ORDINALS.isdisjoint(reading.modifiers) and reading.noun not in RANKED
    if not classes or ordinal or is_civil_general(reading, classes):
        return None
    bare = classes == {"political-leader"}
    wide = classes | WIDE.get(reading.noun, frozenset()) if bare else classes
    best: tuple[Chain, str] | None = None
    best_score = NOMINAL_THRESHOLD
    spoke = {said.chain: said.paragraph for said in story.said[-40:]}
    unnamed = story.nouns.get(reading.noun) if reading.determiner == "the" else None
    for chain in candidates(story, reading, wide):
        if unnamed is not None and spoke_since(story, unnamed, chain, reading.start):
            # "One banker said ...", and then "the banker".
            continue
        evidence = title_evidence(story, chain, reading, classes)
        lede = chain.starts[0] > reading.start and reading.start < LEDE
        if classes & LOOSE and not (lede or story.is_near(chain, reading.start)):
            # Many are candidates.
            continue
        score = NOMINAL[evidence] + weigh_rank(chain, reading)
        if evidence == "wider title":
            near = story.is_near(chain, reading.start)
            owned = reading.determiner in OWNED and not is_told_owner(chain, reading)
            if owned or not (near or reading.start < LEDE):
                continue
        score += weigh_agreement(chain, reading)
        score += weigh_body(chain, reading)
        score += weigh_place(story, chain, reading.start, spoke)
        if score > best_score:
            best, best_score = (chain, evidence), score
    return best


# How one speaks of those with a crown, by "his" and "her": "Her Majesty said".
STYLES = {
    ("majesty", "his"): ("king",), ("majesty", "her"): ("queen",),
    ("highness", "his"): ("prince",), ("highness", "her"): ("princess",),
    ("holiness", "his"): ("pope",),
}  # fmt: skip


STYLE_NOUNS = frozenset(noun for noun, _ in STYLES)


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


def title_evidence(story: Story, chain: Chain, reading: Reading, classes: frozenset[str]) -> str:
    """How the nominal's meaning and the person's titles agree."""
    phrase = " ".join(key for key in (*reading.modifiers, reading.noun) if key not in FORMER)
    for printed in chain.titles:
        title = " ".join(word for word in printed.lower().split() if word not in FORMER)
        if not title:
            continue
        if not DEPUTIES.isdisjoint(title.split()) and DEPUTIES.isdisjoint(reading.modifiers):
            continue
        if phrase.endswith(title) or title.endswith(phrase):
            return "same title"
    same = not classes.isdisjoint(read_roles(story.text, chain))
    return "title of the same meaning" if same else "wider title"


def weigh_rank(chain: Chain, reading: Reading) -> float:
    """The weight of "deputy" and "former", which the person is or is not."""
    titles = {word for title in chain.titles for word in title.lower().replace("-", " ").split()}
    if not FORMER.isdisjoint(titles):
        former = not FORMER.isdisjoint(reading.modifiers)
        return NOMINAL["former as well" if former else "former only"]
    if DEPUTIES.isdisjoint(reading.modifiers):
        return 0.0
    return NOMINAL["no deputy"] if titles and titles.isdisjoint(DEPUTIES) else 0.0


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


def spoke_since(story: Story, unnamed: Chain, chain: Chain, start: int) -> bool:
    """Whether an unnamed one of the same noun spoke after a person was last named, and lately."""
    last = unnamed.links[-1][0]
    at = bisect_left(chain.starts, start)
    named = chain.starts[at - 1] if at else -1
    lately = story.paragraph_of(start) - story.paragraph_of(last) <= 1
    return named < last < start and lately and not unnamed.plural


def weigh_body(chain: Chain, reading: Reading) -> float:
    """The weight of the body that a nominal names: "the head of the Nordby Bank"."""
    own = {key_of(w) for title in chain.titles for w in title.split()} | chain.lead_keys
    affiliation = {key_of(word) for word in (chain.affiliation or "").split()}
    of = OF_RE.search(reading.phrase)
    if of is None or OFFICE_RE.search(reading.phrase):
        return weigh_modifiers(reading, affiliation)
    own |= affiliation
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


def is_told_owner(chain: Chain, reading: Reading) -> bool:
    """Whether the owner is the person's body: "Nordby's boss", of Ann Cole, chief of Nordby."""
    affiliation = {key_of(word) for word in (chain.affiliation or "").split()} - ORG_WORDS
    return not affiliation.isdisjoint(map(key_of, reading.owner.split()))


def weigh_modifiers(reading: Reading, affiliation: set[str]) -> float:
    """The weight of the body named before the noun: "the Nordby economist", "Nordby's boss"."""
    telling = affiliation - ORG_WORDS - STOPS
    named = {*reading.modifiers, *map(key_of, reading.owner.split())}
    return NOMINAL["body agrees"] if telling & named else 0.0


AGE_RE = re.compile(r"(\d{1,3})-year-old")


def find_aged(story: Story, reading: Reading) -> tuple[Chain, str] | None:
    """The one person of an age: "the 43-year-old driver", of "Tom Reed, 43,"."""
    age = AGE_RE.match(reading.phrase)
    if age is None or reading.determiner != "the":
        return None
    told = re.compile(rf"(?:,\s|\s?\(|,\saged?\s){age[1]}\b")
    people = {
        name.chain
        for name in story.names[: bisect_left(story.starts, reading.start)]
        if told.match(story.text, name.end)
    }
    if people:
        return (story.chains[people.pop()], "same age") if len(people) == 1 else None
    if reading.start > LEDE // 7 and reading.noun.endswith("-year-old"):
        return find_unaged(story, reading)
    return None


AGED_RE = re.compile(r"(?:,\s|\s?\(|,\saged?\s)\d{1,3}\b")


def find_unaged(story: Story, reading: Reading) -> tuple[Chain, str] | None:
    """The last speaker, where no age was told: "Hale won. “Good,” the 23-year-old said."."""

    def allows(chain: Chain) -> bool:
        if chain.kind != "person" or not chain.names:
            return False
        return not any(AGED_RE.match(story.text, name.end) for name in chain.names[:3])

    found = resolve_pronoun(story, "person", reading.start, (), VARIATION_THRESHOLD, allows)
    return None if found is None else (found[0], "another word for " + found[1])


def find_partisan(story: Story, reading: Reading) -> tuple[Chain, str] | None:
    """The one person that the story calls so: "the Democrat", of Ruth Okafor, a Democrat."""
    party = PARTY_OF.get(reading.noun)
    if party is None or reading.determiner != "the":
        return None
    people = [
        chain
        for chain in story.chains[: story.named]
        if chain.kind in ("person", "unknown")
        and chain.starts[0] < reading.start
        and (read_roles(story.text, chain) or True)
        and party in chain.parties
    ]
    if len(people) != 1:
        return None
    starts = people[0].starts
    last = starts[bisect_left(starts, reading.start) - 1]
    far = story.paragraph_of(reading.start) - story.paragraph_of(last) > FAR
    return None if far else (people[0], "same party")


# "Okafor leads, but the former mayor": the contrast is to someone else.
CONTRAST_RE = re.compile(r"\b(?:but|while|whereas|although)\s+\Z")
HERS_RE = re.compile(r"\b(he|his|she|her)\b[^“”\"]{0,80},\s\Z", re.IGNORECASE)


def gender_before(story: Story, start: int) -> bool | None:
    """The gender that an opening clause tells: "With one of her favorite lines, the senator"."""
    sentence = story.sentence_of(start)
    first = story.sentence_starts[sentence] if sentence >= 0 else start
    found = HERS_RE.search(story.text, max(first, start - 100), start)
    return None if found is None else found[1].lower() in ("she", "her")


def subjects_of_clause(story: Story, start: int) -> set[int]:
    """The chains of the subjects of the clause so far: another word is for another one."""
    sentence = story.sentence_of(start)
    first = story.sentence_starts[sentence] if sentence >= 0 else start
    return {
        name.chain
        for name in story.names_in(first, start)
        if start - name.end < CLAUSE and story.is_subject(name)
        if "," not in (gap := story.text[name.end : start]) or CONTRAST_RE.search(gap)
    }


def find_variation(story: Story, reading: Reading) -> tuple[Chain, str] | None:
    """The person of whom a new word is used for variety: "the New York businessman".

    Only where the person spoke or was named just before, as for a pronoun, and no known title
    is of another walk of life.
    """
    known = vocabulary()
    classes = meanings_of(reading.noun, reading.modifiers)
    party = reading.noun in PARTIES
    former = not FORMER.isdisjoint(reading.modifiers)
    loose = party or former or bool(classes & LOOSE)
    if not (classes or party) or not (reading.modifiers or loose):
        return None
    female = gender_of_noun(reading.noun)
    gendered = female is not None
    if female is None:
        female = gender_before(story, reading.start)
    kind = "person" if female is None else "female" if female else "male"
    careers = {known.careers.get(name, "") for name in classes}
    parties = parties_of(reading)
    taken = subjects_of_clause(story, reading.start)
    threshold = VARIATION_THRESHOLD if reading.modifiers or party else BARE_THRESHOLD

    def allows(chain: Chain) -> bool:
        if chain.kind not in ("person", "unknown") or not chain.names or chain.number in taken:
            return False
        read_roles(story.text, chain)
        if parties and chain.parties and parties.isdisjoint(chain.parties):
            return False
        if "opposition" in reading.modifiers and not chain.lead_keys.isdisjoint(GOVERNING):
            return False
        walks = {known.careers.get(name, "") for name in read_roles(story.text, chain)} - {"person"}
        if chain.female is None and (gendered or chain.kind == "unknown"):
            return False
        if former:
            # A senator of today is no former minister.
            return not walks
        if loose:
            return not walks or "civil" in walks
        return not walks and not careers.isdisjoint(("civil", "royal"))

    found = resolve_pronoun(story, kind, reading.start, (), threshold, allows)
    return None if found is None else (found[0], "another word for " + found[1])
