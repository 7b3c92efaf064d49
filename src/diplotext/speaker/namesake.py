"""Names that are not what they look like: run into another, or of another gender elsewhere.

namesake   "Speaking to the Daily Herald | Holm said", of Ann Holm
misnamed   "Tama Uluave won. He said": a woman's name in one country, a man's in another
"""

from __future__ import annotations

from collections.abc import Sequence

from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.vocabulary import vocabulary
from diplotext.speaker.pronoun.pronoun import resolve_pronoun
from diplotext.speaker.source.reading import Reading
from diplotext.speaker.story import Range, Story

__all__ = ["find_misnamed", "find_namesake"]

# What the gender of a given name is not believed for: more than a pronoun's own threshold.
MISNAMED = 2.4
SHORTEST = 4  # of a family name, in letters


def find_namesake(story: Story, reading: Reading) -> Chain | None:
    """The person of the family name that a source is, though another name ran into it."""
    printed = story.text[reading.start : reading.end]
    if not printed[:1].isupper() or not printed.isalpha() or len(printed) < SHORTEST:
        return None
    before = story.text[reading.start - 2 : reading.start]
    if before[-1:] != " " or not before[:1].isalpha():
        return None  # it opens a sentence
    key = key_of(printed)
    people = {
        chain.number: chain
        for chain in story.chains[: story.named]
        if chain.kind == "person" and len(chain.keys) > 1 and chain.keys[-1] == key
    }
    return people.popitem()[1] if len(people) == 1 else None


def find_misnamed(story: Story, start: int, contents: Sequence[Range]) -> tuple[Chain, str] | None:
    """Whoever has just spoken, of another gender by the given name: "Tama", here a man's.

    Given names are not of one gender everywhere; a title and an honorific are believed.
    """
    last = story.said[-1] if story.said else None
    if last is None or story.paragraph_of(start) - last.paragraph > 1:
        return None
    only = story.chains[last.chain]
    known = vocabulary()
    told = known.honorifics | known.female_roles | known.male_roles
    if only.kind != "person" or not only.lead_keys.isdisjoint(told) or len(only.keys) < 2:
        return None
    return resolve_pronoun(story, "person", start, contents, MISNAMED, lambda chain: chain is only)
