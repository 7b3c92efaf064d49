"""Bodies told by the name beside their noun: "the Tass news agency", "the maker of Kvik cars"."""

from __future__ import annotations

import re

from diplotext.lexicon.role_noun import is_person_noun
from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.name.mention import Name
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.table import words
from diplotext.speaker.name.vocabulary import vocabulary
from diplotext.speaker.nominal.body_noun import ANY_FIRM, MEDIA_NOUNS, MEDIUM_RE
from diplotext.speaker.source.reading import Reading
from diplotext.speaker.story import Story

__all__ = ["brands_of", "find_medium", "is_told_brand"]

# "the maker of Kvik cars" is a firm beside which Kvik is told, within so many characters.
MAKERS = words("maker owner operator producer publisher manufacturer seller")
BRAND_RE = re.compile(r"\sof\s(?:the\s)?([A-Z][\w’'-]+)")
BESIDE, REACH = 70, 60
WORD_RE = re.compile(r"\b[A-Z]\w+")
CLAUSE_RE = re.compile(r"[,.;]|\bsaid\b")
# Behind a name, nouns that tell what it is: "the Hizb movement".
NAMED_NOUNS = words("movement party militia sect group airline company firm union")
PLACE_RE = re.compile(r"\b(?:in|near|at|from|outside)\s\Z")
# How many names are looked at.
MOST = 20


def find_medium(story: Story, reading: Reading) -> Chain | None:
    """The body that a nominal names: "the Tass news agency", "the Hizb movement"."""
    if not reading.modifiers or reading.noun not in MEDIA_NOUNS | NAMED_NOUNS:
        return None
    behind = " " + reading.noun
    for name in story.names_in(reading.start, reading.end):
        chain = story.chain_of(name)
        beside = MEDIUM_RE.match(story.text, name.end, reading.end + 1) is not None
        if not beside and story.text.startswith(behind, name.end):
            beside = name.end + len(behind) == reading.end and is_named_so(story, reading, name)
        if reading.noun == "agency" and " ".join(chain.keys) in vocabulary().bodies:
            continue  # "the U.N. agency"
        if beside and not name.possessive and chain.kind in ("unknown", "organization"):
            return chain
    return None


def is_named_so(story: Story, reading: Reading, name: Name) -> bool:
    """Whether a noun tells what the body before it is: "the Hizb movement", "the UDW union".

    "The Lunda company" is one of a town, "the Kvik union" one of a firm's workers.
    """
    keys, known = name.keys, vocabulary()
    if reading.determiner != "the" or reading.noun not in NAMED_NOUNS or name.lead:
        return False
    if " ".join(keys) in known.places or " ".join(keys) in known.regions:
        return False
    if reading.noun == "union":
        # "the United Dock Workers union" is one of their own
        return name.words[0].isupper() or (len(keys) > 1 and is_person_noun(keys[-1], "plural"))
    names = story.chain_of(name).names[:MOST]
    if reading.noun in ANY_FIRM and len(names) == 1:
        return False
    return not any(PLACE_RE.search(story.text, max(0, n.outer - 9), n.outer) for n in names)


def is_told_brand(story: Story, chain: Chain, brand: str, start: int) -> bool:
    """Whether a brand stands beside a firm's name: "Okafor Motors, the maker of Kvik cars"."""
    if key_of(brand) in chain.keys:
        return True
    names = (name for name in chain.names[:MOST] if name.start < start)
    return any(
        brand in story.text[max(0, name.outer - BESIDE) : min(name.end + BESIDE, start)]
        for name in names
    )


def brands_of(story: Story, reading: Reading) -> list[str]:
    """The brands in "the maker of Kvik cars and Holm's vans", up to the comma."""
    if reading.noun not in MAKERS or BRAND_RE.match(story.text, reading.end) is None:
        return []
    end = min(reading.end + REACH, len(story.text))
    return WORD_RE.findall(CLAUSE_RE.split(story.text[reading.end : end])[0])
