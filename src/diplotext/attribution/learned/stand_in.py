"""Known words that unknown ones are read like: "theorised" like "argued", "labour" like "labor".

The weights know the words of the stories they were trained on. Other desks and other countries
have verbs of saying and spellings that never came up there; the lexicon says what they are like
(``stand_ins_en.json``, verbs after Levin 1993, spellings after the stylebooks).
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from functools import cache

from attrs import field, frozen

from diplotext.attribution.stance import cue_lexicon
from diplotext.lexicon.data import read_table

__all__ = ["StandIns", "stand_ins"]

_LONGEST_ENDING = 8
_SHORTEST_STEM = 3  # "lab|our" is a spelling of "labor", "f|our" of nothing


@frozen(eq=False)
class StandIns:
    """``verbs`` maps a form to the known verb's same form, ``endings`` a spelling to another."""

    verbs: Mapping[str, str] = field(repr=False)
    endings: Mapping[str, str] = field(repr=False)

    def known_as(self, word: str, known: Container[str], cues: Container[str]) -> str:
        """The known word that a lower-case word is read like, itself where there is none.

        ``known`` are the words of the vocabulary, ``cues`` those that can head a cue.

        >>> known, cues = {"argued", "labor", "theory"}, {"argued"}
        >>> words = "theorised", "labour", "theory", "hour"
        >>> [stand_ins().known_as(word, known, cues) for word in words]
        ['argued', 'labor', 'theory', 'hour']
        """
        if word in cues:
            return word
        verb = self.verbs.get(word, word)
        if verb in cues:
            return verb
        respelled = self._respell(word)
        if respelled in cues or (word not in known and respelled in known):
            return respelled
        return word

    def _respell(self, word: str) -> str:
        """The word with an American ending for a British one."""
        whole = self.endings.get(word)
        if whole is not None:
            return whole
        for length in range(min(len(word) - _SHORTEST_STEM, _LONGEST_ENDING), 1, -1):
            ending = self.endings.get(word[-length:])
            if ending is not None:
                return word[:-length] + ending
        return word


@cache
def stand_ins() -> StandIns:
    """The English ones, read once."""
    table = read_table("stand_ins_en")
    irregular: dict[str, list[str]] = {}
    for form, base in cue_lexicon().irregular.items():
        irregular.setdefault(base, []).append(form)
    verbs = {
        own: like
        for model in table["verbs"].values()
        for lemma in model["like"]
        for own, like in _pairs(lemma, model["forms"], irregular.get(lemma, []))
        if like and own not in model.get("except", ())
    }
    return StandIns(verbs, table["spellings"]["endings"])


def _pairs(lemma: str, like: list[str], irregular: list[str]) -> Iterator[tuple[str, str]]:
    """The forms of a verb, and some that nobody writes, each with that of the one it is like."""
    base, third, past, participle = like
    stem = lemma.removesuffix("e")
    soft = stem[:-1] + "i" if lemma.endswith("y") else stem
    double = stem + stem[-1] if stem == lemma else stem
    yield lemma, base
    yield from ((own, third) for own in (lemma + "s", soft + "es"))
    yield from ((own, past) for own in irregular or (soft + "ed", double + "ed"))
    yield from ((own, participle) for own in (stem + "ing", double + "ing"))
