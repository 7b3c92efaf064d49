"""New words for a person of whom no such title is told, used for variety: "the businessman"."""

from __future__ import annotations

import re

from diplotext.speaker.agreement import parties_of
from diplotext.speaker.chain import Chain
from diplotext.speaker.evidence import BARE_THRESHOLD, VARIATION_THRESHOLD
from diplotext.speaker.holder import LOOSE
from diplotext.speaker.holder_evidence import FORMER
from diplotext.speaker.link import gender_of_noun
from diplotext.speaker.pronoun import resolve_pronoun
from diplotext.speaker.reading import Reading, meanings_of
from diplotext.speaker.role import read_roles
from diplotext.speaker.story import Story
from diplotext.speaker.table import PARTIES, words
from diplotext.speaker.vocabulary import vocabulary

__all__ = ["find_variation"]

# Whoever has one of these titles is not of the opposition.
GOVERNING = words("minister president premier chancellor secretary")
# Who trains a side once played: "the former Scotland defender", a manager.
TOUCHLINE = words("business sports civil")
# How far a subject reaches within its clause, in characters.
CLAUSE = 300
# "Okafor leads, but the former mayor": the contrast is to someone else.
CONTRAST_RE = re.compile(r"\b(?:but|while|whereas|although)\s+\Z")
FROM_RE = re.compile(r"\sfrom\s[A-Z]")
HERS_RE = re.compile(r"\b(he|his|she|her)\b[^“”\"]{0,80},\s\Z", re.IGNORECASE)


def gender_before(story: Story, start: int) -> bool | None:
    """The gender that an opening clause tells: "With one of her favorite lines, the senator"."""
    sentence = story.sentence_of(start)
    first = story.sentence_starts[sentence] if sentence >= 0 else start
    found = HERS_RE.search(story.text, max(first, start - 100), start)
    return None if found is None else found[1].lower() in ("she", "her")


def subjects_of_clause(story: Story, start: int) -> set[int]:
    """The chains of the subjects of the clause so far: another word is for another one."""
    sentence = story.sentence_of(start)
    first = story.sentence_starts[sentence] if sentence >= 0 else start
    return {
        name.chain
        for name in story.names_in(first, start)
        if start - name.end < CLAUSE and story.is_subject(name)
        if "," not in (gap := story.text[name.end : start]) or CONTRAST_RE.search(gap)
    }


def find_variation(story: Story, reading: Reading) -> tuple[Chain, str] | None:
    """The person of whom a new word is used for variety: "the New York businessman".

    Only where the person spoke or was named just before, as for a pronoun, and no known title
    is of another walk of life.
    """
    known = vocabulary()
    classes = meanings_of(reading.noun, reading.modifiers)
    party = reading.noun in PARTIES
    former = not FORMER.isdisjoint(reading.modifiers)
    loose = party or former or bool(classes & LOOSE)
    if not (classes or party) or not (reading.modifiers or loose):
        return None
    if FROM_RE.search(story.text, reading.start, reading.end + len(" from A")):
        return None  # "the Republican from Ohio" is told by more than a new word
    female = gender_of_noun(reading.noun)
    gendered = female is not None
    if female is None:
        female = gender_before(story, reading.start)
    kind = "person" if female is None else "female" if female else "male"
    careers = {known.careers.get(name, "") for name in classes}
    parties = parties_of(reading)
    taken = subjects_of_clause(story, reading.start)
    threshold = VARIATION_THRESHOLD if reading.modifiers or party else BARE_THRESHOLD

    def allows(chain: Chain) -> bool:
        if chain.kind not in ("person", "unknown") or not chain.names or chain.number in taken:
            return False
        read_roles(story.text, chain)
        if parties and chain.parties and parties.isdisjoint(chain.parties):
            return False
        if "opposition" in reading.modifiers and not chain.lead_keys.isdisjoint(GOVERNING):
            return False
        walks = {known.careers.get(name, "") for name in read_roles(story.text, chain)} - {"person"}
        if chain.female is None and (gendered or chain.kind == "unknown"):
            return False
        if former:
            # A senator of today is no former minister.
            return bool(walks) and walks <= TOUCHLINE if careers == {"sports"} else not walks
        if loose:
            return not walks or "civil" in walks
        return not walks and not careers.isdisjoint(("civil", "royal"))

    found = resolve_pronoun(story, kind, reading.start, (), threshold, allows)
    return None if found is None else (found[0], "another word for " + found[1])
