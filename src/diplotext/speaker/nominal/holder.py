"""Whoever holds a title of the nominal's meaning: "the top diplomat", of a foreign minister."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.evidence import NOMINAL, NOMINAL_THRESHOLD
from diplotext.speaker.name.mention import Name
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.office import is_office_name
from diplotext.speaker.name.table import PARTIES, listed, words
from diplotext.speaker.name.vocabulary import vocabulary
from diplotext.speaker.nominal.agreement import weigh_agreement
from diplotext.speaker.nominal.holder_apart import Apart, is_titled_former, own_words
from diplotext.speaker.nominal.holder_body import is_told_owner, proper_words, weigh_body
from diplotext.speaker.nominal.holder_evidence import (
    FORMER,
    WIDE,
    title_evidence,
    weigh_place,
    weigh_rank,
)
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
# Nouns for people that are as often for firms.
FIRM_TOO = words("broker builder contractor dealer developer engineer publisher")
# Evidence that the very word stands in a title.
LITERAL = frozenset(["title in full", "same title"])
# What a holder of any office may be called for variety.
LOOSE = listed("loose_roles")


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
    bare = classes == {"leader"}
    wide = classes | ALSO.get(reading.noun, frozenset())
    wide = wide | WIDE.get(reading.noun, frozenset()) if bare else wide
    weighed: list[Weighed] = []
    spoke = {said.chain: said.paragraph for said in story.said[-40:]}
    unnamed = unnamed_before(story, reading)
    apart = Apart(story, reading)
    holders = list(candidates(story, reading, wide))
    for chain in holders:
        if unnamed is not None and spoke_since(story, unnamed, chain, reading.start):
            # "One banker said ...", and then "the banker".
            continue
        if unnamed is not None and weigh_rank(chain, reading) == NOMINAL["in office"]:
            continue  # "A former aide said", and then "the former aide"
        evidence = title_evidence(story, chain, reading, classes)
        if evidence not in LITERAL and is_met(story, reading, chain, unnamed):
            continue
        if apart.rules_out(chain):
            continue
        lede = chain.starts[0] > reading.start and reading.start < LEDE
        is_only = chain.number in spoke and (len(holders) == 1 or evidence in LITERAL)
        if classes & LOOSE and not (lede or is_only or story.is_near(chain, reading.start)):
            # Many are candidates.
            continue
        if reading.noun in FIRM_TOO and evidence not in LITERAL:
            continue  # "the broker" is a firm sooner than an analyst
        agreement = weigh_agreement(chain, reading) + weigh_body(story, chain, reading)
        if evidence == "wider title":
            near = story.is_near(chain, reading.start)
            owned = reading.determiner in OWNED and not is_told_owner(chain, reading)
            if owned or not (near or reading.start < LEDE or agreement > 0):
                continue
        score = NOMINAL[evidence] + weigh_rank(chain, reading) + agreement
        score += weigh_place(story, chain, reading.start, spoke)
        weighed.append(Weighed(chain, evidence, score, agreement, chain.starts[0] < reading.start))
    best = best_of(weighed)
    tied = tied_to_body(story, reading, None if best is None else best[0])
    return best if tied is None else (tied, "same body")


# What anybody may be called who has an office. "A senior Norlandish | official": who comes in
# unnamed; how far back, in characters and sentences.
MET = words("official executive expert lawmaker aide")
MET_RE = re.compile(
    r"(?:\A|[.!?”\"]\s|\n)(?:An?|One|Another)\s(?:[\w’'-]+\s){0,4}?"
    rf"(?P<noun>{'|'.join(sorted(MET))})\s"
)
REACH, NEAR_SENTENCES = 400, 6


class Weighed(NamedTuple):
    """One who may be meant: what tells it, with what weight, and what of it is agreement."""

    chain: Chain
    evidence: str
    score: float
    agreement: float
    known: bool  # whether named before


def best_of(weighed: Sequence[Weighed]) -> tuple[Chain, str] | None:
    """The one of most weight, above the threshold, and the first of equals.

    Who has the very word of a title is meant sooner than one of its meaning ("the singer", a
    composer), and of whom the country or party is told sooner than others.
    """
    literal = any(one.evidence in LITERAL and one.agreement >= 0 for one in weighed if one.known)
    full = any(
        one.evidence == "title in full" and one.agreement >= 0 for one in weighed if one.known
    )
    agrees = any(one.agreement > 0 for one in weighed if one.known)
    best: tuple[Chain, str] | None = None
    best_score = NOMINAL_THRESHOLD
    for one in weighed:
        score = one.score
        if literal and one.evidence not in LITERAL:
            score += NOMINAL["another has the word"]
        if full and one.evidence != "title in full":
            score += NOMINAL["another has the whole title"]
        if agrees and one.agreement <= 0:
            score += NOMINAL["another agrees"]
        if score > best_score:
            best, best_score = (one.chain, one.evidence), score
    return best


def unnamed_before(story: Story, reading: Reading) -> Chain | None:
    """The unnamed one of the noun who spoke before; not a former one of whom no more is said."""
    unnamed = story.nouns.get(reading.noun) if reading.determiner == "the" else None
    if unnamed is not None and FORMER.isdisjoint(reading.modifiers) and is_titled_former(unnamed):
        return None  # "the minister", after "the former minister"
    return unnamed


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


def is_met(story: Story, reading: Reading, chain: Chain, unnamed: Chain | None) -> bool:
    """Whether an unnamed one of the very noun is nearer than a person with a wider title.

    "A Norlandish official said it would rain. It met Ruth Okafor's view," and then "the official".
    """
    if reading.determiner != "the" or reading.noun not in MET:
        return False
    if unnamed is not None and not unnamed.plural:
        back = story.sentence_of(reading.start) - story.sentence_of(unnamed.links[-1][0])
        if 0 <= back <= NEAR_SENTENCES:
            return True
    at = bisect_left(chain.starts, reading.start)
    named = chain.starts[at - 1] if at else 0
    met = MET_RE.search(story.text, max(named, reading.start - REACH), reading.start)
    return met is not None and key_of(met["noun"]) == reading.noun


def spoke_since(story: Story, unnamed: Chain, chain: Chain, start: int) -> bool:
    """Whether an unnamed one of the same noun spoke after a person was last named, and lately."""
    last = unnamed.links[-1][0]
    at = bisect_left(chain.starts, start)
    named = chain.starts[at - 1] if at else -1
    lately = story.paragraph_of(start) - story.paragraph_of(last) <= 1
    return named < last < start and lately and not unnamed.plural
