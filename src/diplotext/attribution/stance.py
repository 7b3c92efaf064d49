"""The stance of a cue: what the word chosen says of the speaker's position.

Stylebooks keep "said" for the neutral case; "claimed" casts doubt, "admitted" implies that
something was hidden, "insisted" that someone doubts. The words are data: ``cues_en.json`` in the
lexicon, with the source of each class. A cue has the stance of its lemma whatever the context; a
lemma that is not listed is neutral.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import get_args

from attrs import field, frozen

from diplotext.lexicon.data import read_table
from diplotext.model import Stance

__all__ = ["CueLexicon", "cue_lexicon", "stance_of"]


@frozen(eq=False)
class CueLexicon:
    """The listed cues.

    ``stances`` maps a lemma ("say", "point out") to its stance; ``irregular`` an inflected form
    to its base ("said" to "say"); ``longest`` maps the first word of the lemmas of several words
    to the number of words of the longest of them.
    """

    stances: Mapping[str, Stance] = field(repr=False)
    irregular: Mapping[str, str] = field(repr=False)
    longest: Mapping[str, int] = field(repr=False)


@cache
def cue_lexicon() -> CueLexicon:
    """The lexicon of English cues, read once."""
    table = read_table("cues_en")
    stances: dict[str, Stance] = {}
    longest: dict[str, int] = {}
    for stance in get_args(Stance):
        for lemma in table["stances"].get(stance, {}).get("cues", ()):
            stances[lemma] = stance
            first, _, rest = lemma.partition(" ")
            if rest:
                longest[first] = max(longest.get(first, 0), lemma.count(" ") + 1)
    return CueLexicon(stances, table["irregular"], longest)


def stance_of(lemma: str) -> Stance:
    """The stance of a cue's lemma, "neutral" if it is not listed.

    >>> stance_of("claim"), stance_of("say"), stance_of("according to")
    ('doubt', 'neutral', 'evidential')
    >>> stance_of("bake")
    'neutral'
    """
    return cue_lexicon().stances.get(lemma, "neutral")
