"""The words that tell a source from a label: ``labels_en.json`` of the lexicon, as sets."""

from __future__ import annotations

from functools import cache

from diplotext.lexicon.data import read_table

__all__ = ["label_words"]


@cache
def label_words(name: str) -> frozenset[str]:
    """The list called ``name`` ("source_nouns", "headline_labels"); KeyError if there is none.

    >>> "kremlin" in label_words("source_nouns"), "kremlin" in label_words("headline_labels")
    (True, False)
    """
    return frozenset(read_table("labels_en")[name])
