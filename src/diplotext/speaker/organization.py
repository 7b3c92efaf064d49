"""Bodies and lands as nominals: "the ministry", "the network", "the state".

A body binds by the noun in its name ("the ministry" ~ "Ministry of Trade"), or by one of its kind
("the newspaper" ~ "Harbour Herald"); where no name tells, to the body named just before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from diplotext.speaker.chain import Chain
from diplotext.speaker.pronoun import resolve_pronoun
from diplotext.speaker.source import Reading
from diplotext.speaker.story import LEDE, Story
from diplotext.speaker.table import ORG_WORDS, words
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
    "company": words(
        "corporation corp inc ltd llc plc co company group holdings motors airlines airways"
    ),
}
KIND_OF = {
    "panel": "panel", "bloc": "bloc", "alliance": "alliance", "site": "site", "website": "site",
    "newspaper": "newspaper", "paper": "newspaper", "magazine": "newspaper", "daily": "newspaper",
    "outlet": "newspaper", "company": "company", "firm": "company", "giant": "company",
    "maker": "company", "carmaker": "company", "automaker": "company", "airline": "company",
    "carrier": "company", "manufacturer": "company", "retailer": "company",
}  # fmt: skip
BODIES = frozenset(KIND_OF) | words("network union group agency bank organization organisation")
LANDS = words("country nation kingdom state government republic island")
# Last words of names that may be called by another noun.
LOOSE = words("america international group company inc corp network")
# The sum of evidence that "the network" needs, and how many sentences back the name may stand.
BODY_THRESHOLD, SENTENCES_BACK = 1.0, 3
# How many bodies of one noun are weighed, and names for a land.
MOST = 20


def find_organization(story: Story, reading: Reading, start: int) -> tuple[Chain, str] | None:
    """The organisation whose name has the noun, or is of its kind.

    Evidence: named lately, spoke lately, the modifiers are in the name ("the appeals court").
    """
    noun, modifiers = reading.noun, set(reading.modifiers)
    candidates: list[Chain] = []
    for key in (noun, *KINDS.get(KIND_OF.get(noun, ""), ())):
        candidates += story.bodies.get(key, ())[-MOST:]
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
        if modifiers:
            score += -0.3 if modifiers.isdisjoint(chain.keys) else 1.0
        if score > best_score:
            best, best_score = chain, score
    return None if best is None else (best, "same noun")


# The distance, in characters, at which "named lately" is worth half.
LAPSE = 400


def find_body(story: Story, reading: Reading, start: int) -> tuple[Chain, str] | None:
    """The body named just before, whatever it is called: "the network"."""
    kind = KINDS.get(KIND_OF.get(reading.noun, ""), LOOSE)
    places = vocabulary().places

    def allows(chain: Chain) -> bool:
        if not chain.names or chain.kind == "place" or " ".join(chain.keys) in places:
            return False
        return chain.keys[-1] not in ORG_WORDS or chain.keys[-1] in kind

    found = resolve_pronoun(story, "thing", start, (), BODY_THRESHOLD, allows)
    if found is None:
        return None
    chain, evidence = found
    at = bisect_left(chain.starts, start)
    if not at:
        return None
    back = story.sentence_of(start) - story.sentence_of(chain.starts[at - 1])
    return (chain, "another word for " + evidence) if back <= SENTENCES_BACK else None


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
