"""Nominals: whom "the top diplomat", "the ministry" or "the study" stands for.

A nominal binds by meaning: its noun and the person's titles share a class ("foreign minister" ~
"top diplomat"), and their countries do not differ (``evidence.NOMINAL``). An indefinite one ("a
spokesman") stays unnamed, but for the delayed identification of a lede ("A judge ruled ...",
named later).
"""

from __future__ import annotations

from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.link import is_plural
from diplotext.speaker.name.table import ORG_NOUNS
from diplotext.speaker.name.vocabulary import vocabulary
from diplotext.speaker.nominal.body_evidence import OWN_NOUN
from diplotext.speaker.nominal.epithet import (
    find_aged,
    find_counterpart,
    find_national,
    find_of_office,
    find_partisan,
)
from diplotext.speaker.nominal.holder import find_person
from diplotext.speaker.nominal.introduced import find_described, find_introduced, find_tried
from diplotext.speaker.nominal.land import LANDS, find_land
from diplotext.speaker.nominal.organization import find_organization
from diplotext.speaker.nominal.variation import find_variation
from diplotext.speaker.source.document import find_document, is_document
from diplotext.speaker.source.reading import DEFINITE, INDEFINITE, OWNED, Reading
from diplotext.speaker.story import LEDE, Story

__all__ = ["resolve_nominal"]

VARIED = "another word for"  # evidence of ``variation`` and ``epithet``


def resolve_nominal(story: Story, reading: Reading) -> tuple[Chain, str] | None:
    """The named chain that a nominal stands for, with the evidence; None if it stays unnamed."""
    noun, start, determiner = reading.noun, reading.start, reading.determiner
    if noun == "accused" and (tried := find_tried(story, reading)) is not None:
        return tried  # a noun of one or of several
    if not noun or is_plural(noun):
        return None
    definite = determiner in DEFINITE
    early = determiner in INDEFINITE and start < LEDE
    if is_body_noun(reading) and (definite or early):
        found = find_organization(story, reading, start)
        if found is not None and not goes_on(story, reading, found[1]):
            return found
    if determiner == "the" and noun in LANDS and reading.phrase == noun:
        return find_land(story, reading, start)
    if is_document(noun):
        return find_document(story, reading) if definite else None
    if definite or early or determiner in OWNED:
        found = find_aged(story, reading)
        found = found or find_counterpart(story, reading) or find_person(story, reading)
        found = found or find_partisan(story, reading)
        if found is None and determiner == "the":
            found = find_national(story, reading) or find_of_office(story, reading)
            found = found or find_described(story, reading) or find_tried(story, reading)
            found = found or find_variation(story, reading) or called_before(story, reading)
            if found is not None and found[1].startswith(VARIED):
                story.called.setdefault(reading.phrase.lower(), found[0])
        return found or find_introduced(story, reading)
    return None


def called_before(story: Story, reading: Reading) -> tuple[Chain, str] | None:
    """Whom the same words were taken for before: "the prime minister", of Ruth Okafor."""
    known = story.called.get(reading.phrase.lower())
    return None if known is None else (known, "same words")


def goes_on(story: Story, reading: Reading, evidence: str) -> bool:
    """Whether an unnamed body of the noun that has just spoken is meant sooner than a named one.

    "An investor group said it was unhappy with Okafor Lines. The group will buy more."
    """
    unnamed = story.nouns.get(reading.noun)
    if unnamed is None or reading.determiner != "the" or evidence in OWN_NOUN:
        return False
    first, last = unnamed.links[0][0], unnamed.links[-1][0]
    introduced = story.text[first : first + 3].lower().startswith(("a ", "an "))
    return introduced and story.paragraph_of(reading.start) - story.paragraph_of(last) <= 2


def is_body_noun(reading: Reading) -> bool:
    """Whether a noun is for a body; "the real estate developer" may be a person."""
    noun, known = reading.noun, vocabulary()
    if noun == "major" and not reading.modifiers:
        return False  # an officer; "the oil major" is a firm
    if noun in ("research", "report"):
        return False  # though bodies' names end so
    return noun in ORG_NOUNS or (
        noun in known.firms and not (noun in known.meanings and reading.modifiers)
    )
