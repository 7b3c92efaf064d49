"""Sources that are no one's name: the unnamed, groups and documents, told apart by their words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from diplotext.model import Passage
from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.office import countries_told
from diplotext.speaker.name.table import ORG_NOUNS, PARTY_OF, PLURAL_IRREGULAR, listed, words
from diplotext.speaker.name.vocabulary import vocabulary
from diplotext.speaker.source.reading import Reading
from diplotext.speaker.story import Story

__all__ = [
    "SERVICES",
    "TELLING_NOUNS",
    "gender_of_noun",
    "is_another",
    "is_plural",
    "link_phrase",
    "note_medium",
]

POSSESSIVE_RE = re.compile(r"[’']s?\Z")
# Nouns for what a chief or boss may be of, "army chief", "port boss", or somebody may speak for.
TELLING_NOUNS = listed("chiefs_of")
SERVICES = TELLING_NOUNS | words("military government firefighters rebel council")


def is_plural(noun: str) -> bool:
    """Whether a noun's key is a plural.

    >>> is_plural("officials"), is_plural("police"), is_plural("boss"), is_plural("congress")
    (True, True, False, False)
    """
    if noun in PLURAL_IRREGULAR or noun in vocabulary().plurals:
        return noun not in ORG_NOUNS or noun in PLURAL_IRREGULAR
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is", "'s"))


def gender_of_noun(noun: str) -> bool | None:
    """True for female, False for male, None where the noun does not tell.

    >>> gender_of_noun("spokeswoman"), gender_of_noun("king"), gender_of_noun("judge")
    (True, False, None)
    """
    known = vocabulary()
    if noun in known.female_roles:
        return True
    return False if noun in known.male_roles else None


def is_another(chain: Chain, reading: Reading) -> bool:
    """Whether a noun's modifiers tell of another: "the French government", after the Italian one.

    A country is told from a country, a service from a service, a name from a name.
    """
    told = marks_of(reading.phrase.split()[: len(reading.modifiers)])
    if not any(told):
        return False
    owned = POSSESSIVE_RE.search(chain.words[0]) is not None
    known = marks_of(chain.words if owned else chain.words[1:])  # without what opens a sentence
    return any(one and two and one.isdisjoint(two) for one, two in zip(told, known, strict=True))


def marks_of(printed: Sequence[str]) -> tuple[set[str], set[str], set[str], set[str]]:
    """The countries, services, parties and names that tell one from another of its noun.

    Letters and other names of known bodies are left out: they may be short for what stands before.
    """
    known = vocabulary()
    words = [POSSESSIVE_RE.sub("", word) for word in printed]
    keys = [key_of(word) for word in words]
    services = SERVICES.intersection(keys)
    names = {
        key
        for key, word in zip(keys, words, strict=True)
        if word[:1].isupper() and not (word.isupper() or key in known.bodies or key in services)
        if not (key in known.nationalities or key in known.places)
    }
    parties = {PARTY_OF[key] for key in keys if key in PARTY_OF}
    return countries_told(keys), set(services), parties, names


def without_rest(phrase: str) -> str:
    """A phrase without the relative word or possessive that ends it, or a bracket without end.

    >>> without_rest("a reporter who"), without_rest("Ann Roe and Sen. Jon Moe (R-Texas")
    ('a reporter', 'Ann Roe and Sen. Jon Moe')
    >>> without_rest("the campaign’s")
    'the campaign'
    >>> without_rest("The Harbour Exchange (HX) board"), without_rest("who")
    ('The Harbour Exchange (HX) board', 'who')
    """
    opened = phrase.rfind(" (")
    if opened > 0 and phrase.find(")", opened) < 0:
        phrase = phrase[:opened]
    if phrase.endswith(("'s", "’s")) and phrase.rpartition(" ")[2].islower():
        phrase = phrase[:-2]
    before, _, last = phrase.rpartition(" ")
    return before if before and last.lower() in ("who", "that", "which") else phrase


def link_phrase(
    story: Story, reading: Reading, kind: str, phrase: str, form: str = "nominal"
) -> Chain:
    """The chain of a phrase that is no one's name: the one of the same words, or a new one.

    "a spokesman" is a new one each time, "the spokesman" and "officials" are not.
    """
    phrase = without_rest(phrase)
    key = kind, " ".join(phrase.lower().split())
    source = reading.start, reading.end
    same = story.phrases.get(key)
    if same is not None and reading.determiner not in ("a", "an", "another"):
        return story.link(same, source, form, "same words")
    words = phrase.split()
    chain = story.start_chain(kind, words, [key_of(word) for word in words])
    chain.noun = reading.noun
    chain.plural = kind == "group" or is_plural(reading.noun)
    chain.female = gender_of_noun(reading.noun)
    story.phrases[key] = chain
    if kind == "document":
        story.documents.append(chain)
    elif kind == "unnamed" and reading.noun:
        story.nouns[reading.noun] = chain
    return story.link(chain, source, form, "first named")


def note_medium(story: Story, medium: Passage | None) -> None:
    """Note that a medium tells what others say: "TASS said, citing an aide. | It said"."""
    if medium is None:
        return
    names = [name for name in story.names_in(*medium.span) if name.start >= medium.start]
    chain = story.chain_of(names[0]) if names else None
    if chain is not None and chain.kind in ("organization", "unknown"):
        story.note_said(chain, medium.span)
