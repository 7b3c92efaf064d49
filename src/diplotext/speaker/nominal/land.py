"""Lands as nominals: "the country", "the government", "the state"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.name.mention import Name
from diplotext.speaker.name.table import words
from diplotext.speaker.name.vocabulary import vocabulary
from diplotext.speaker.source.reading import Reading
from diplotext.speaker.story import Story

__all__ = ["LANDS", "find_land"]

LANDS = words("country nation kingdom state government republic island")
# How many sentences and names back a land is looked for.
SENTENCES_BACK, MOST = 3, 20


def find_land(story: Story, reading: Reading, start: int) -> tuple[Chain, str] | None:
    """The country or state named last, in this sentence or the one before.

    Where several are named near, only one that is a subject: in "Exports to Norway fell. The
    government ..." nobody knows whose.
    """
    known = vocabulary()
    lands: Callable[[str], bool] = (
        known.regions.__contains__ if reading.noun == "state" else known.countries.__contains__
    )
    sentence = story.sentence_of(start)
    at = bisect_left(story.starts, start)
    near: list[Name] = []
    for name in reversed(story.names[max(0, at - MOST) : at]):
        if story.sentence_of(name.start) < sentence - SENTENCES_BACK:
            break
        keys = " ".join(name.keys)
        if lands(keys) or keys in known.nationalities:
            near.append(name)
    inside = [name for name in near if story.sentence_of(name.start) == sentence]
    one = len(set(map(land_key, inside or near))) == 1
    for name in near:
        chain = story.chain_of(name)
        if story.sentence_of(name.start) >= sentence - 1 and lands(" ".join(chain.keys)):
            return (chain, "nearest place") if one or story.is_subject(name) else None
    return None


def land_key(name: Name) -> str:
    """The country's code of a name or adjective; the name where it is of a region."""
    known, keys = vocabulary(), " ".join(name.keys)
    return known.countries.get(keys) or known.nationalities.get(keys) or keys
