"""Documents as sources: "a new survey", "the report", told apart by noun and names in them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.table import DOCUMENT_NOUNS
from diplotext.speaker.name.vocabulary import vocabulary
from diplotext.speaker.source.reading import Reading
from diplotext.speaker.story import Story

__all__ = ["document_name", "find_document", "is_document", "rename"]

RELEASED_RE = re.compile(r"\s(?:released|published|issued|obtained|out)\b.*", re.DOTALL)
AGE_RE = re.compile(r"(?:new|recent|latest|separate|similar|earlier)\s+(?=\w)|New\s+(?=\w+\Z)")
# What else a document is called, by what it is.
ALIKE = {
    "research": "poll polling survey study report paper analysis",
    "book": "memoir account",
    "statement": "communique release",
    "lawsuit": "complaint suit filing",
    "ruling": "decision opinion",
    "letter": "email",
    "video": "clip footage",
}
MEANING = {noun: meaning for meaning, nouns in ALIKE.items() for noun in nouns.split()}
# How many documents back are looked at.
LOOK_BACK = 30


def is_document(noun: str) -> bool:
    """Whether a noun's key is of a document.

    >>> is_document("survey"), is_document("emails"), is_document("minister")
    (True, True, False)
    """
    if noun in DOCUMENT_NOUNS or noun.removesuffix("s") in DOCUMENT_NOUNS:
        return True
    return noun in vocabulary().documents


def document_name(phrase: str) -> str:
    """What a document is called, its age and day of issue aside.

    >>> document_name("recent survey of voters released Friday")
    'survey of voters'
    >>> document_name("New Harbour survey")
    'New Harbour survey'
    """
    return AGE_RE.sub("", RELEASED_RE.sub("", phrase), count=1)


def capitals_of(words: Iterable[str]) -> set[str]:
    """The capitalised words: what tells one survey from another."""
    return {key_of(word) for word in words if word[:1].isupper()}


def rename(chain: Chain, reading: Reading) -> None:
    """Give a document the fuller of its names."""
    words = document_name(reading.phrase).split()
    capitals = capitals_of(words)
    if chain.names or not capitals:
        return
    known = capitals_of(chain.words)
    if len(capitals) > len(known) or (not known and len(words) > len(chain.words)):
        chain.words = words
        chain.keys = [key_of(word) for word in words]


def find_document(story: Story, reading: Reading) -> tuple[Chain, str] | None:
    """The document named before by the same noun, or by one of the same meaning."""
    meaning = MEANING.get(reading.noun, reading.noun)
    capitals = capitals_of(reading.phrase.split())
    wider: Chain | None = None
    for chain in reversed(story.documents[-LOOK_BACK:]):
        known = capitals_of(chain.words)
        if capitals and known and not capitals & known:
            continue
        if chain.noun == reading.noun:
            return chain, "same noun"
        if wider is None and MEANING.get(chain.noun, chain.noun) == meaning:
            wider = chain
    return None if wider is None else (wider, "noun of the same meaning")
