"""Whom a chain or a name may stand for: a person, a firm, a place on the map."""

from __future__ import annotations

from collections.abc import Sequence

from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.name.lead import FIRM_ENDS, is_given
from diplotext.speaker.name.mention import Name
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.named_as_body import NAME_ENDS
from diplotext.speaker.name.office import initials
from diplotext.speaker.name.table import ORG_DROPPED, words
from diplotext.speaker.name.vocabulary import vocabulary

__all__ = [
    "MOST",
    "find_firm",
    "find_titled",
    "has_letters",
    "is_firms_own",
    "is_local",
    "is_named_as_place",
    "is_newcomer",
    "is_person",
]

LOCAL = frozenset("in from at to near outside across around of".split())
# Fields of business in firms' names.
FIELDS = words("financial services insurance mutual life general")
# How many chains of one family name are compared with a new full name.
MOST = 20


def has_letters(title: str, letters: str) -> bool:
    """Whether letters are short for a title, or its last words.

    >>> has_letters("Education Cabinet Secretary Prof.", "cs"), has_letters("Mayor", "cs")
    (True, False)
    """
    polite = vocabulary().honorifics
    words = " ".join(word for word in title.split() if key_of(word) not in polite)
    return any(known.endswith(letters) for known in initials(words, None))


def is_newcomer(people: Sequence[Chain], name: Name) -> bool:
    """Whether none of the people of a family name is named in full before it."""
    return not name.lead and all(chain.names[0].start > name.start for chain in people)


def find_firm(key: str, chains: Sequence[Chain], start: int) -> Chain | None:
    """The firm of which a word is the short form: "Kvik", of Kvik Co, not its Kvik Ferries.

    One that is named before the word at ``start`` sooner than one that comes after it.
    """
    if not is_firms_own(key):
        return None
    firms = [chain for chain in chains[:MOST] if chain.kind == "organization"]
    firms = [chain for chain in firms if chain.names[0].start < start] or firms
    for endings in (FIRM_ENDS, ORG_DROPPED):  # Kvik plc sooner than its Kvik Automotive
        for chain in firms:
            if endings.issuperset(chain.keys[1:]):
                return chain
    # "Kvik", of Kvik Financial Services; "KVK" is not its KVK International, nor is Kvik a product
    # that is named later, the "Kvik Mobile".
    is_own = len(firms) == 1 and not firms[0].words[0].isupper()
    is_own = is_own and firms[0].names[0].start < start
    if is_own and (ORG_DROPPED | NAME_ENDS | FIELDS).issuperset(firms[0].keys[1:]):
        return firms[0]
    return None


def find_titled(chains: Sequence[Chain]) -> Chain | None:
    """The first firm of some that begin with one word that ends like one: Kvik North Inc."""
    firms = (chain for chain in chains[:MOST] if chain.kind == "organization")
    return next((chain for chain in firms if chain.keys[-1] in ORG_DROPPED), None)


def is_firms_own(key: str) -> bool:
    """Whether a word may be a firm's alone: no place, no given name."""
    known = vocabulary()
    return not (key in known.places or key in known.nationalities or is_given(key))


def is_person(chain: Chain) -> bool:
    """Whether a chain can be a person named in full."""
    return chain.kind in ("person", "unknown") and len(chain.keys) > 1


def is_named_as_place(chain: Chain) -> bool:
    """Whether a person may be named like a place on the map: "Marcus Street"."""
    return chain.kind == "place" and len(chain.keys) == 2 and is_given(chain.keys[0])


def is_local(text: str, name: Name) -> bool:
    """Whether a name stands after a word of place."""
    before = text[max(0, name.outer - 9) : name.outer].lower().split()[-1:]
    return not LOCAL.isdisjoint(before)
