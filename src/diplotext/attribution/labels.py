"""The words by which rules tell sources and cues: ``labels_en.json`` of the lexicon, as sets."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from diplotext.lexicon.data import read_table

__all__ = ["is_saying_verb", "label_table", "label_words"]


@cache
def label_words(name: str, others: frozenset[str] = frozenset()) -> frozenset[str]:
    """The list called ``name`` ("source_nouns", "headline_labels"); KeyError if there is none.

    ``others`` are words that a rule adds to it.

    >>> "kremlin" in label_words("source_nouns"), "kremlin" in label_words("headline_labels")
    (True, False)
    """
    return others.union(_lists()[name])


def is_saying_verb(word: str) -> bool:
    """Whether a word is a verb of saying, or one where nothing else can stand: "Berg sobbed:".

    >>> is_saying_verb("said"), is_saying_verb("sobbed"), is_saying_verb("fell")
    (True, True, False)
    """
    return word in label_words("clause_verbs") or word in label_words("closing_verbs")


@cache
def label_table(name: str) -> Mapping[str, frozenset[str]]:
    """The table called ``name`` ("particles"), of words by word.

    >>> "off" in label_table("particles")["call"]
    True
    """
    return {key: frozenset(words) for key, words in read_table("labels_en")[name].items()}


@cache
def _lists() -> Mapping[str, list[str]]:
    lists: Mapping[str, list[str]] = read_table("labels_en")
    return lists
