"""Holders of a title whom a nominal rules out.

"The bank's president" is not the state's, "the army chief" not the head of another body, "the
former minister" not the one in office.
"""

from __future__ import annotations

import re

from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.link import SERVICES, TELLING_NOUNS
from diplotext.speaker.name.lead import is_title
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.table import ORG_NOUNS, words
from diplotext.speaker.name.vocabulary import vocabulary
from diplotext.speaker.nominal.holder_body import proper_words
from diplotext.speaker.nominal.holder_evidence import FORMER, WIDE, title_words
from diplotext.speaker.source.reading import INDEFINITE, Reading, meanings_of
from diplotext.speaker.story import Story

__all__ = ["Apart", "is_titled_former", "own_words"]

# Who speaks for a service, of which there are several in a story.
SPEAKERS = words("spokesman spokeswoman spokesperson official source officer")
FORCES = words("military army navy air")
NEWCOMERS = frozenset(["new", "incoming"])
# How far back it is looked for what makes one a former holder, in characters.
REACH = 4000
# What makes one who holds an office a former one, in the time of a story.
FALL_RE = re.compile(
    r"\b(?:resign|quit|step(?:ped|s|ping)?\sdown|sack|fired?\b|oust|dismiss|depos|overthr|toppl|remov"
    r"|replac|retir|lost\b|(?:left|leaves?|leaving)\s(?:as|office|the|his|her|[A-Z])|arrest|jail|impeach|convict|sentenc"
    r"|die[ds]?\b|defeat|succeed|until\b|served?\b|once\b|from\s(?:19|20)\d\d)",
    re.IGNORECASE,
)


class Apart:
    """What a nominal tells that rules holders of its title out."""

    __slots__ = ("is_bare", "of_body", "only_former", "reading", "story", "telling")

    def __init__(self, story: Story, reading: Reading) -> None:
        """What is asked of every candidate, worked out once."""
        self.story, self.reading = story, reading
        self.telling = body_told(reading)
        self.of_body = reading.noun == "president" and is_told_body(reading)
        is_bare = reading.noun == "president" and not (reading.modifiers or self.of_body)
        self.is_bare = is_bare and has_plain(story)
        is_former = reading.determiner == "the" and not FORMER.isdisjoint(reading.modifiers)
        since = max(0, reading.start - REACH)
        has_fallen = is_former and FALL_RE.search(story.text, since, reading.start) is not None
        self.only_former = is_former and not has_fallen

    def rules_out(self, chain: Chain) -> bool:
        """Whether a holder of the title is not meant."""
        reading = self.reading
        if self.telling and self.telling.isdisjoint(own_words(chain)):
            return True  # "the army chief" is not the head of another body
        if self.of_body and not is_of_body(chain):
            return True  # "the bank president", "the bank's president" is not the state's
        if self.is_bare and is_of_firm(chain):
            return True  # nor is "the president" the bank's, where both are named
        if reading.determiner == "its" and is_of_other(self.story, chain, reading.start):
            return True
        if not NEWCOMERS.isdisjoint(reading.modifiers) and not is_in_office(chain):
            return True  # "the new minister" is not the outgoing one
        if self.only_former and not is_told_former(chain):
            return True  # "the former minister" is not the one in office, of whom no fall is told
        return reading.noun in SPEAKERS and speaks_for_another(chain, reading)


def body_told(reading: Reading) -> frozenset[str]:
    """The common noun that tells of what one is the chief: "army chief"; none if no noun does."""
    known = vocabulary()
    last = reading.modifiers[-1] if reading.modifiers else ""
    if reading.noun not in WIDE or last not in TELLING_NOUNS:
        return frozenset()
    plain = meanings_of(reading.noun, ()) == meanings_of(reading.noun, reading.modifiers)
    return frozenset([last]) if plain and last not in known.bodies else frozenset()


def speaks_for_another(chain: Chain, reading: Reading) -> bool:
    """Whether somebody speaks for another service: "the army spokesman" is not the police's.

    Nor is "a spokesman" of the lede the union's, who is named for the first time then.
    """
    own = own_words(chain) & SERVICES
    asked = SERVICES.intersection(reading.modifiers)
    if not asked:
        return bool(own) and reading.determiner in INDEFINITE and not reading.modifiers
    if not own.isdisjoint(FORCES) and "military" in own | asked:
        return FORCES.isdisjoint(asked)
    return bool(own) and own.isdisjoint(asked)


def is_of_other(story: Story, chain: Chain, start: int) -> bool:
    """Whether a person is of a body that the sentence so far does not name, nor the one before."""
    own = {key_of(word) for word in (chain.affiliation or "").split()} - ORG_NOUNS | chain.owners
    if not own:
        return False
    first = story.sentence_starts[max(0, story.sentence_of(start) - 1)]
    near = {key for name in story.names_in(first, start) for key in story.chain_of(name).keys}
    return own.isdisjoint(near)


def is_of_firm(chain: Chain) -> bool:
    """Whether a person presides over a body: "Kvik Lines President", "president of Kvik Lines"."""
    title = next((t for t in chain.titles if t.lower().endswith(" president")), "")
    body = title.split()[:-1] if title else (chain.affiliation or "").split()
    return bool(proper_words(body)) or not chain.owners.isdisjoint(ORG_NOUNS)


def has_plain(story: Story) -> bool:
    """Whether somebody is called a president and nothing more: of a state."""
    return any("President" in chain.titles for chain in story.people("president"))


def is_of_body(chain: Chain) -> bool:
    """Whether a title tells of a body: "Kvik President", "bank president"; not "President"."""
    if chain.affiliation or not chain.owners.isdisjoint(ORG_NOUNS):
        return True
    return any(len(title.split()) > 1 for title in chain.titles)


def is_titled_former(unnamed: Chain) -> bool:
    """Whether an unnamed one is a former holder of an office: "the former minister"; no aide."""
    return is_title(unnamed.noun) and not FORMER.isdisjoint(unnamed.keys)


def is_told_former(chain: Chain) -> bool:
    """Whether a title tells of a former office, or no title is told."""
    titles = title_words(chain)
    return not titles or any(not FORMER.isdisjoint(title) for title in titles)


def is_in_office(chain: Chain) -> bool:
    """Whether not all titles are of a former office, or an outgoing one."""
    titles = title_words(chain)
    return not titles or any(FORMER.isdisjoint(title) for title in titles)


def is_told_body(reading: Reading) -> bool:
    """Whether a nominal tells of a body: "the bank president", "the bank's president"."""
    owner = map(key_of, reading.owner.lower().split()[-1:])
    return not ORG_NOUNS.isdisjoint((*reading.modifiers, *owner))


def own_words(chain: Chain) -> set[str]:
    """The words of a person's titles and of the body that the person is of."""
    told = " ".join((*chain.titles, chain.affiliation or "")).replace("-", " ")
    return {key_of(word) for word in told.split()} | chain.lead_keys | chain.owners
