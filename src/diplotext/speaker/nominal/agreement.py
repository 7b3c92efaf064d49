"""Whether a nominal and a person agree: gender, country, region, party."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from diplotext.lexicon.region import find_region_entries
from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.evidence import NOMINAL
from diplotext.speaker.link import gender_of_noun
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.office import countries_told
from diplotext.speaker.name.table import PARTY_OF
from diplotext.speaker.name.vocabulary import vocabulary
from diplotext.speaker.source.reading import Reading

__all__ = ["parties_of", "seat_of", "weigh_agreement"]


def weigh_agreement(chain: Chain, reading: Reading) -> float:
    """The weight of gender and country."""
    score = 0.0
    female = gender_of_noun(reading.noun)
    if female is not None and chain.female is not None and chain.female != female:
        score += NOMINAL["gender disagrees"]
    told = (*reading.modifiers, key_of(reading.owner))
    countries = countries_told(told)
    if countries and chain.countries:
        agree = not countries.isdisjoint(chain.countries)
        score += NOMINAL["same country" if agree else "country disagrees"]
    regions = regions_of(reading.modifiers)
    known_for = regions_of([key_of(w) for title in chain.titles for w in title.split()])
    known_for |= seat_of(chain) if regions else set()
    if regions and known_for and regions.isdisjoint(known_for):
        # "the Florida senator", "Texas Sen. Ruth Okafor"
        score += NOMINAL["country disagrees"]
    parties = parties_of(reading)
    if parties and chain.parties:
        agree = not parties.isdisjoint(chain.parties)
        score += NOMINAL["same party" if agree else "party disagrees"]
    return score


def seat_of(chain: Chain) -> set[str]:
    """The region of a lawmaker's seat, small: of one who is "(D-Ga.)", georgia."""
    party, _, seat = (chain.affiliation or "").partition("-")
    return {key_of(entry.name) for entry in find_region_entries(seat)} if len(party) == 1 else set()


def regions_of(keys: Sequence[str]) -> set[str]:
    """The regions that keys name, of one word or two: "texas", "new jersey"."""
    pairs = (" ".join(pair) for pair in pairwise(keys))
    return {name for name in (*keys, *pairs) if name in vocabulary().regions}


def parties_of(reading: Reading) -> set[str]:
    """The parties a nominal names: "the Democratic front-runner"."""
    keys = (*reading.modifiers, reading.noun)
    return {PARTY_OF[key] for key in keys if key in PARTY_OF}
