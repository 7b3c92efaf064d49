"""Whose chain a single word joins: the ways, in the order in which they are tried.

A short form is of the full one: family name, given name, abbreviation, first word of a body.
"""

from __future__ import annotations

from collections.abc import Callable

from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.chain.chain_index import Chains
from diplotext.speaker.chain.chain_trait import (
    MOST,
    find_firm,
    find_titled,
    is_firms_own,
    is_local,
    is_named_as_place,
    is_newcomer,
    is_person,
)
from diplotext.speaker.chain.choice import choose, contradicts, fits
from diplotext.speaker.name.lead import is_given
from diplotext.speaker.name.mention import Name
from diplotext.speaker.name.named_as_body import bare_name
from diplotext.speaker.name.office import is_office_name
from diplotext.speaker.name.part import is_kin, speaks
from diplotext.speaker.name.table import ORG_DROPPED, ORG_WORDS
from diplotext.speaker.name.vocabulary import vocabulary

__all__ = ["find_short"]

Found = tuple[Chain, str] | None

HALVES = frozenset(["north", "south"])
_SHORT_WORD = 4  # letters


def find_short(chains: Chains, name: Name) -> Found:
    """The chain that a single word stands for and what tells it; None for a new one."""
    if not chains.knows(name.keys[0]):
        return _find_body(chains, name)  # half of them
    for find in SHORT_FORMS:
        found = find(chains, name)
        if found is not None:
            return found
    return None


def _find_half(chains: Chains, name: Name) -> Found:
    """One of two lands of a name: "The North said"."""
    key = name.keys[0]
    half = chains.exact.get(f"{key} korea") if key in HALVES and name.articled else None
    return None if half is None else (half, "short form")


def _find_spouse(chains: Chains, name: Name) -> Found:
    """Who has the family name by marriage: "Mrs. Lund"."""
    if not name.lead or name.female is None:
        return None
    spouse = chains.spouses.get(name.keys[0])
    return None if spouse is None or spouse.female != name.female else (spouse, "spouse")


def _find_family(chains: Chains, name: Name) -> Found:
    """A person by the family name, unless a firm of that name was told of before."""
    people = _people_of(chains, name)
    if not people:
        return None
    if is_newcomer(people, name):
        firm = find_firm(name.keys[0], chains.first.get(name.keys[0], ()), name.start)
        if firm is not None and firm.names[0].start < name.start:
            return firm, "short form"  # "Holm said", of Holm Motor Co, before Ray Holm is named
    if name.kind == "organization" and not (name.words[0].isupper() or chains.is_speaker(name)):
        return None
    chosen = choose(chains.text, people, name)
    if chosen is None:
        return None
    if chosen.kind == "place" or name.kind == "adjective":
        name.kind = chosen.kind = "person"
    return chosen, "family name"


def _people_of(chains: Chains, name: Name) -> list[Chain]:
    """The people of a family name who can be meant where it stands."""
    key, word = name.keys[0], name.words[0]
    lasts = chains.last.get(key, ())[-MOST:]
    people = [chain for chain in lasts if is_person(chain)]
    if people and ("." in word or (len(key) < _SHORT_WORD and word.isupper())):
        # "UN" is not Kim Jong Un, unless he is in capitals.
        people = [chain for chain in people if chain.words[-1].isupper()]
    if people and name.kind == "place" and is_local(chains.text, name):
        people = []  # "in Washington" is not Denise Washington
    if people and name.kind == "place" and key in vocabulary().countries:
        # "India" is not Air India, nor any other that may be a body.
        people = [chain for chain in people if chain.kind == "person"]
    if name.kind == "adjective" and people and not speaks(chains.text, name):
        people = []  # "French troops" are not Denise French
    if lasts and not people and name.kind == "unknown" and chains.is_speaker(name):
        people = [chain for chain in lasts if is_named_as_place(chain)]
    return people


def _find_same(chains: Chains, name: Name) -> Found:
    """The same word, where nothing beside it contradicts."""
    same = chains.exact.get(name.keys[0])
    if same is None or not fits(same, name) or contradicts(chains.text, same, name):
        return None
    return same, "same name"


def _find_body(chains: Chains, name: Name) -> Found:
    """A body by its known letters: "FBI"."""
    body = chains.find_body(name)
    return None if body is None else (body, "abbreviation")


def _find_firm(chains: Chains, name: Name) -> Found:
    """A firm by its first word."""
    key = name.keys[0]
    firsts = chains.first.get(key)
    firm = None if firsts is None else find_firm(key, firsts, name.start)
    if firm is None:
        return None
    if not name.words[0].isupper():
        chains.exact.setdefault(key, firm)  # and no other's after; but "GE", of GE Capital
    return firm, "short form"


def _find_titled(chains: Chains, name: Name) -> Found:
    """A firm by its ending: "Kvik", of Kvik North Inc., before its "Kvik Connect"."""
    key = name.keys[0]
    titled = find_titled(chains.first.get(key, ())) if is_firms_own(key) else None
    return None if titled is None else (titled, "short form")


def _find_given(chains: Chains, name: Name) -> Found:
    """A person by the given name, or by a first word that speaks."""
    key = name.keys[0]
    firsts = chains.first.get(key)
    if firsts is None:
        return None
    is_body = name.kind == "organization"
    letters = is_body and name.words[0].istitle() and chains.is_speaker(name)
    if not letters and (is_body or name.kind == "place"):
        return None
    kin = is_kin(chains.text, name.outer)
    people = [
        chain
        for chain in firsts[-MOST:]
        if not kin or _is_of_family(chains, chain, name)
        if chain.kind in ("person", "unknown") and not is_office_name(chain.keys)
        if chain.kind == "person" or is_given(key) or chain.names[0].start < name.start
    ]
    chosen = choose(chains.text, people, name)
    if chosen is None:
        return None
    if letters:
        name.kind = chosen.kind  # "Gao said", of Gao Lifeng: no initials of a body
    return chosen, "given name"


def _is_of_family(chains: Chains, chain: Chain, name: Name) -> bool:
    """Whether "his wife Inge" may be a person: named before, or of a family in the story."""
    family = chains.last.get(chain.keys[-1], ())
    return chain.names[0].start < name.start or len(family) > 1


def _find_part(chains: Chains, name: Name) -> Found:
    """A body by its first word or noun, a person by an inner name."""
    key, known = name.keys[0], vocabulary()
    if key in known.places or key in known.nationalities:
        return None
    inner = chains.inner.get(key)
    if inner is not None and inner.kind == "person" and name.kind == "unknown":
        if not name.opens or (not is_given(key) and speaks(chains.text, name)):
            return inner, "part of the name"
        return None
    firsts, lasts = chains.first.get(key, ())[:MOST], chains.last.get(key, ())[-MOST:]
    if (titled := find_titled(firsts)) is not None:
        return titled, "short form"
    if not is_given(key) and key not in ORG_DROPPED:
        for chain in (*firsts, *lasts):
            if bare_name(chain.keys) in known.companies:
                return chain, "short form"  # "Penney", of J.C. Penney
    if key in ORG_WORDS:
        for chain in reversed(lasts):
            if chain.kind == "organization" and chain.names[0].start < name.start:
                return chain, "short form"
    return None


SHORT_FORMS: tuple[Callable[[Chains, Name], Found], ...] = (
    _find_half,
    _find_spouse,
    _find_family,
    _find_same,
    _find_body,
    _find_firm,
    _find_titled,
    _find_given,
    _find_part,
)
