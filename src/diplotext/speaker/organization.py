"""Bodies and lands as nominals: "the ministry", "the network", "the state".

A body binds by the noun in its name ("the ministry" ~ "Ministry of Trade"), or by one of its kind
("the newspaper" ~ "Harbour Herald"); where no name tells, to the body named just before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from diplotext.speaker.chain import Chain
from diplotext.speaker.link import is_plural
from diplotext.speaker.source import Reading
from diplotext.speaker.story import LEDE, Story
from diplotext.speaker.table import ORG_DROPPED, ORG_WORDS, words
from diplotext.speaker.vocabulary import vocabulary

__all__ = ["BODIES", "KIND_OF", "LANDS", "find_body", "find_land", "find_organization"]

# Words of names, by the kind of body.
KINDS = {
    "panel": words("committee commission council subcommittee caucus"),
    "bloc": words("eu union asean mercosur"),
    "alliance": words("nato"),
    "site": words("com"),
    "newspaper": words(
        """times post journal sentinel bee courier star news newspaper herald tribune gazette
        chronicle telegraph globe sun mirror guardian observer magazine yorker"""
    ),
    "network": words("news network television tv radio broadcasting channel"),
    "company": ORG_DROPPED
    | words(
        """services logistics bank brothers sons associates steel mining shipping airline foods
        stores insurance solutions laboratories studios semiconductor"""
    ),
}
KIND_OF = {
    "network": "network", "broadcaster": "network",
    "panel": "panel", "bloc": "bloc", "alliance": "alliance", "site": "site", "website": "site",
    "newspaper": "newspaper", "paper": "newspaper", "magazine": "newspaper", "daily": "newspaper",
    "outlet": "newspaper", "company": "company", "firm": "company", "giant": "company",
    "maker": "company", "carmaker": "company", "automaker": "company", "airline": "company",
    "carrier": "company", "manufacturer": "company", "retailer": "company",
}  # fmt: skip
BODIES = frozenset(KIND_OF) | words("network union group agency bank organization organisation")
# Modifiers that tell one body from another: "the appeals court" is not the Supreme Court.
TELLING = words(
    """appeals appellate supreme district high lower constitutional circuit trial criminal state
    foreign finance defense defence interior justice trade health education energy labor labour
    agriculture commerce transportation treasury homeland environment culture information"""
)
LANDS = words("country nation kingdom state government republic island")
# Last words of names that may be called by another noun.
LOOSE = words("america international group company inc corp network")
# How many sentences back the name may stand; after these words it is a place rather.
SENTENCES_BACK = 3
LOCAL = words("in at near from")
# How many bodies of one noun are weighed, and names for a land.
MOST = 20


def find_organization(story: Story, reading: Reading, start: int) -> tuple[Chain, str] | None:
    """The organisation whose name has the noun, or is of its kind.

    Evidence: named lately, spoke lately, the modifiers are in the name ("the appeals court").
    """
    noun, modifiers = reading.noun, set(reading.modifiers)
    candidates = list(story.bodies.get(noun, ())[-MOST:])
    for key in KINDS.get(kind_of_noun(noun), ()):
        # "the company" is one whose name ends in "Corp.", not "Corp. Bank".
        candidates += [c for c in story.bodies.get(key, ())[-MOST:] if c.keys[-1] == key]
    spoke = {said.chain for said in story.said[-8:]}
    best, best_score = None, 0.0
    for chain in candidates:
        first = chain.starts[0]
        if first > start and not (start < LEDE and first < start + 3 * LEDE):
            continue
        if reading.determiner in ("a", "an") and first < start:
            continue
        at = bisect_left(chain.starts, start)
        score = 1.0 + LAPSE / (LAPSE + start - chain.starts[at - 1]) if at else 0.8
        score += 0.4 * (chain.number in spoke)
        if not (modifiers & TELLING).issubset(chain.keys):
            continue
        if modifiers:
            score += -0.3 if modifiers.isdisjoint(chain.keys) else 1.0
        if score > best_score:
            best, best_score = chain, score
    return None if best is None else (best, "same noun")


# The distance, in characters, at which "named lately" is worth half.
LAPSE = 400


def kind_of_noun(noun: str) -> str:
    """The kind of body a noun is for; "" where it is for none."""
    return KIND_OF.get(noun) or ("company" if noun in vocabulary().firms else "")


def find_body(story: Story, reading: Reading, start: int) -> tuple[Chain, str] | None:
    """The body named last, whatever it is called: "the network", "the airline"."""
    firm = reading.noun in KIND_OF or reading.noun in vocabulary().firms
    kind = KINDS.get(kind_of_noun(reading.noun), LOOSE)
    sentence = story.sentence_of(start)
    bodies = vocabulary().bodies

    def allows(chain: Chain) -> bool:
        nouns = ORG_WORDS.intersection(chain.keys)
        if firm and " ".join(chain.keys) in bodies:
            return False
        return may_be_body(chain, firm=firm) and (not nouns or not kind.isdisjoint(nouns))

    at = bisect_left(story.starts, start)
    names = story.names[max(0, at - MOST) : at]
    if not any(story.sentence_of(n.start) == sentence and allows(story.chain_of(n)) for n in names):
        for said in reversed(story.said[-3:]):
            chain = story.chains[said.chain]
            if sentence - said.sentence <= SENTENCES_BACK and chain.names and allows(chain):
                return chain, "body that spoke before"
    for name in reversed(names):
        if story.sentence_of(name.start) < sentence - SENTENCES_BACK:
            return None
        chain = story.chain_of(name)
        if name.quoted or not allows(chain):
            continue
        local = story.text[max(0, name.outer - 4) : name.outer].split()[-1:]
        if chain.kind == "unknown" and not LOCAL.isdisjoint(local):
            continue
        return chain, "nearest body"
    return None


def may_be_body(chain: Chain, *, firm: bool) -> bool:
    """Whether a chain can be a body; one of unknown kind can be a firm."""
    if chain.opening and is_plural(chain.keys[-1]):
        return False
    if chain.kind == "organization":
        return not chain.plural and "the " + " ".join(chain.keys) not in vocabulary().places
    return firm and chain.kind == "unknown" and chain.female is None and not chain.lead_keys


def find_land(story: Story, reading: Reading, start: int) -> tuple[Chain, str] | None:
    """The country or state named last, in this sentence or the one before."""
    known = vocabulary()
    lands: Callable[[str], bool] = (
        known.regions.__contains__ if reading.noun == "state" else known.countries.__contains__
    )
    sentence = story.sentence_of(start)
    at = bisect_left(story.starts, start)
    for name in reversed(story.names[max(0, at - MOST) : at]):
        if story.sentence_of(name.start) < sentence - 1:
            return None
        chain = story.chain_of(name)
        if lands(" ".join(chain.keys)):
            return chain, "nearest place"
    return None
