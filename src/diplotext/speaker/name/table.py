"""Words by which mentions are read: kinds of organisations and documents, pronouns, stops.

The long lists are data, ``speakers_en.json`` of the lexicon; titles, names and countries come from
its other tables (``vocabulary.py``).
"""

from __future__ import annotations

from typing import Any

from diplotext.lexicon.data import read_table
from diplotext.lexicon.fold import fold

__all__ = ["fold_words", "listed", "listed_by_kind", "words"]

_LISTS: dict[str, Any] = read_table("speakers_en")


def fold_words(printed: str) -> str:
    """The words of a phrase as keys, hyphens kept.

    >>> fold_words("U.S."), fold_words("Côte d'Ivoire"), fold_words("Guinea-Bissau")
    ('us', 'cote divoire', 'guinea-bissau')
    """
    return " ".join(fold(word).replace(" ", "-") for word in printed.split())


def words(listed: str) -> frozenset[str]:
    """The words of a list written out over lines."""
    return frozenset(listed.split())


def listed(name: str) -> frozenset[str]:
    """One of the lexicon's lists; KeyError if there is none.

    >>> "gazette" in listed("organization_ends"), "gazette" in listed("departments")
    (True, False)
    """
    return frozenset(_LISTS[name])


def listed_by_kind(name: str) -> dict[str, frozenset[str]]:
    """One of the lexicon's lists that are told apart by kind.

    >>> sorted(listed_by_kind("body_kinds")["court"])
    ['court', 'tribunal']
    """
    return {kind: frozenset(members) for kind, members in _LISTS[name].items()}


# Roles of private life and work that are no titles, by meaning; the lexicon has the titles.
ROLES = listed_by_kind("private_roles")
FEMALE_ROLES = listed("female_roles")
MALE_ROLES = listed("male_roles")
# Written with a capital before a name: the last of them ends the title.
TITLE_WORDS = listed("title_words")
NOBILIARY = listed("name_particles")
# Letters behind a name that are no part of it: "Gillian Moor QC".
POSTNOMINALS = words("QC KC SC MP MEP MSP MLA OBE MBE CBE FRS PhD MD RN")
SUFFIXES = words("jr sr ii iii iv md phd esq")

# The last word of an organisation's name.
ORG_WORDS = listed("organization_ends")
# Dropped in a short form: "Pfizer Inc" is "Pfizer" after.
ORG_DROPPED = listed("organization_dropped")
# Take "of ..." or "for ...": "Department of Justice", "Centers for Disease Control".
ORG_HEADS = listed("organization_heads")
# The head noun of a nominal that is an organisation.
ORG_NOUNS = ORG_WORDS | listed("organization_nouns")
DOCUMENT_NOUNS = listed("document_nouns")
PLURAL_IRREGULAR = listed("irregular_plurals")

# Words that open a sentence, or stand in a run of capitals, without being of a name.
STOPS = listed("stops")
_PRONOUNS = {
    "male": "he him his himself",
    "female": "she her hers herself",
    "thing": "it its itself",
    "plural": "they them their themselves both",
    "first": "i me my mine myself",
    "we": "we us our ours ourselves",
    "second": "you your",
    "relative": "who whom whose which that",
    "generic": "one those some others many most all few this these everyone someone anyone nobody"
    " everybody neither none several another",
}
PRONOUNS = {pronoun: kind for kind, members in _PRONOUNS.items() for pronoun in members.split()}
PRONOUNS["no one"] = "generic"

# Parties that a nominal may name, by their words: "the Democratic front-runner", "R-Texas".
PARTY_OF = {
    "republican": "R",
    "gop": "R",
    "democratic": "D",
    "democrat": "D",
    "conservative": "conservative",
    "tory": "conservative",
    "labour": "labour",
    "liberal": "liberal",
}
# And those that name themselves: "the Maoist", "the leftist candidate"; orders do so as well.
PARTISANS = words(
    "socialist communist maoist marxist islamist nationalist peronist royalist unionist baathist"
    " leftist centrist populist"
    " jesuit franciscan benedictine carmelite salesian capuchin trappist cistercian"
)
PARTY_OF |= {partisan: partisan for partisan in PARTISANS}
PARTIES = words(
    "republican democratic democrat conservative tory tories labour liberal socialist gop"
)
