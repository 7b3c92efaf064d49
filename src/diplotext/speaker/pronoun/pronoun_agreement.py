"""Whether a pronoun and a chain agree in gender and number: a candidate that does not is none."""

from __future__ import annotations

import re

from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.evidence import PRONOUN
from diplotext.speaker.name.named_as_body import is_measure
from diplotext.speaker.name.office import is_office_name
from diplotext.speaker.name.table import ORG_NOUNS, words
from diplotext.speaker.name.vocabulary import vocabulary
from diplotext.speaker.pronoun.number import may_act, may_be_one
from diplotext.speaker.story import Story

__all__ = ["agreement_of", "is_nobody"]

# Nouns for persons and for bodies alike: "the vessel's owner" may be "it".
EITHER = words("owner buyer seller client landlord employer sponsor host defendant plaintiff")
# "It | could not be learned", whose "it" is nobody.
NOBODY_RE = re.compile(
    r"\s(?:(?:could|can)\s?not\s(?:immediately\s|yet\s)?be\s(?:learned|determined|established|ruled)"
    r"|(?:was|is)(?:n[’']t|\snot)\s(?:immediately\s|yet\s)?(?:clear|known)\b)"
)
NONE = ("",)
KIN_RE = re.compile(
    r"\b[Hh](?:is|er)\s(?:\w+\s)?(?:husband|wife|son|daughter|brother|sister|mother|father|mum|dad|mom"
    r"|partner|boyfriend|girlfriend|fianc[eé]e?|uncle|aunt|cousin),\s\Z"
)


def agreement_of(story: Story, chain: Chain, kind: str) -> float | None:
    """How well a chain agrees with a pronoun in gender and number; None if it cannot.

    ``kind`` is the pronoun's, as ``resolve_pronoun`` takes it.
    """
    if chain.kind == "adjective" and not chain.plural:
        return None  # "the Norlandish forces"
    if kind == "plural":
        return _plural_agreement(story, chain)
    if chain.plural:
        return None
    if kind == "thing":
        return _thing_agreement(story, chain)
    return _person_agreement(story, chain, kind)


def _plural_agreement(story: Story, chain: Chain) -> float | None:
    """How well a chain agrees with "they"."""
    if chain.kind == "document":
        return PRONOUN["unlikely plural"]
    if is_plural_opening(chain):
        return PRONOUN["unlikely plural"]  # "People with coughs came": no body
    if chain.kind in ("group", "organization") or chain.plural:
        return PRONOUN["gender agrees"]
    person = chain.kind == "person" or story.gender_of(chain) is not None
    return None if person or chain.lead_keys else PRONOUN["unlikely plural"]


def _thing_agreement(story: Story, chain: Chain) -> float | None:
    """How well a chain agrees with "it"."""
    if is_measure(chain.keys or NONE):
        return None  # "according to Kvik Estimates. It"
    is_firm = chain.noun in EITHER or chain.noun in vocabulary().firms
    either = chain.kind == "unnamed" and is_firm
    if either or chain.kind in ("organization", "place", "document") or is_body(chain):
        return PRONOUN["gender agrees"]
    lone = chain.kind == "unknown" and len(chain.keys) == 1
    return PRONOUN["unlikely thing"] if lone and may_act(story, chain) else None


def _person_agreement(story: Story, chain: Chain, kind: str) -> float | None:
    """How well a chain agrees with "he", "she" or "I"."""
    if chain.kind not in ("person", "unknown", "unnamed") or is_body(chain):
        return None
    if chain.kind == "unnamed" and not may_be_one(chain):
        return None
    weak = _doubt_of_person(story, chain) if chain.kind == "unknown" else 0.0
    if weak is None:
        return None
    female = story.gender_of(chain)
    if kind == "person" or female is None:
        return PRONOUN["gender unknown"] + weak
    return PRONOUN["gender agrees"] + weak if female == (kind == "female") else None


def _doubt_of_person(story: Story, chain: Chain) -> float | None:
    """How little likely a name of no known kind is a person's; None where it cannot be."""
    if chain.links:
        return PRONOUN["kind unknown"]
    if is_office_name(chain.keys):
        return None  # "Chairman of Kvik and Lund, Ana Ruiz": who holds it is meant
    if len(chain.keys) > 1 or is_kin(story, chain):
        return PRONOUN["kind unknown"]
    # "Parliament", "Bill": a lone capital that has not spoken is seldom a person.
    if chain.opening:
        return None
    is_word = chain.female is None or chain.keys[0] in vocabulary().places
    return PRONOUN["single word of unknown kind" if is_word else "kind unknown"]


def is_plural_opening(chain: Chain) -> bool:
    """Whether people have a capital only from the sentences they open, and have not spoken."""
    if chain.kind not in ("organization", "unknown") or not chain.opening or chain.links:
        return False
    return len(chain.keys) == 1 and chain.keys[0] in vocabulary().plurals


def is_kin(story: Story, chain: Chain) -> bool:
    """Whether a given name stands behind a word of kin: "Her husband, Arne, nodded"."""
    if not chain.names or chain.female is None:
        return False
    start = chain.names[0].outer
    return KIN_RE.search(story.text, max(0, start - 24), start) is not None


def is_body(chain: Chain) -> bool:
    """Whether an unnamed chain is a body: "the group"."""
    return chain.kind == "unnamed" and chain.noun in ORG_NOUNS


def is_nobody(text: str, end: int) -> bool:
    """Whether an "it" that ends there stands for nobody: "It could not be learned".

    >>> is_nobody("It could not be learned", 2), is_nobody("It could not be late", 2)
    (True, False)
    """
    return NOBODY_RE.match(text, end) is not None
