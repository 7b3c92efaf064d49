"""Noting what is told of a person: titles, what they mean, the gender and country they tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from diplotext.lexicon.role_noun import is_person_noun, role_nouns
from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.name.lead import PREFIXES, is_given
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.office import ARTICLES, DEPARTMENTS, countries_told, is_role
from diplotext.speaker.name.table import PARTY_OF, listed, words
from diplotext.speaker.name.vocabulary import vocabulary
from diplotext.speaker.source.reading import meanings_of

__all__ = ["OWNS_RE", "note", "note_meaning", "note_office", "note_title"]

OWNS_RE = re.compile(r"[’']s(?!\w)")  # "director of Holm Bank's Asian branch"
MINISTERS = words("minister secretary commissioner")
DIPLOMATIC = frozenset([("foreign", "ministry"), ("foreign", "office"), ("state", "department")])
# "Defense Minister General Rafael Holm" has two titles, "Attorney General Joel Brandt" one.
RANKS = listed("ranks")
RANKED = words("minister president premier commander chief spokesman leader head")


def note_title(chain: Chain, title: Sequence[str]) -> None:
    """Take in a title written before the name."""
    known = vocabulary()
    keys = [key_of(word) for word in title]
    for at in range(1, len(keys)):
        if keys[at] in RANKS and keys[at - 1] in RANKED:
            note_title(chain, title[:at])
            note_title(chain, title[at:])
            return
    note_meaning(chain, keys)
    chain.countries |= countries_told(keys)
    chain.parties |= {PARTY_OF[key] for key in keys if key in PARTY_OF}
    if not any(is_role(key) for key in keys):
        return
    own = [w for w, key in zip(title, keys, strict=True) if key not in known.honorifics]
    if own and is_person_noun(keys[-1], "plural"):
        own[-1] = own[-1][:1] + role_nouns()[keys[-1]].lemma[1:]  # "Foreign Ministers" X and Y
        note_meaning(chain, [*keys[:-1], role_nouns()[keys[-1]].lemma])
    note(chain, own)


def note(chain: Chain, title: Sequence[str]) -> None:
    """Take a title into the list, once."""
    printed = " ".join(title)
    if printed and printed not in chain.titles:
        chain.titles = (*chain.titles, printed)


def note_meaning(chain: Chain, keys: Sequence[str]) -> None:
    """Take in the classes of a role's words, and the gender they tell."""
    known = vocabulary()
    meanings = chain.meanings if chain.meanings is not None else set()
    if not DIPLOMATIC.isdisjoint(pairwise(keys)) or "embassy" in keys:
        meanings |= meanings_of("diplomat", ())  # "Foreign Ministry Spokeswoman Ana Marsh"
    for at, key in enumerate(keys):
        if key == "chief" and at + 1 < len(keys) and keys[at + 1] not in RANKS:
            continue  # "Chief Coach Karl Aas" is no chief
        prefix, _, rest = key.partition("-")
        meanings |= meanings_of(rest if prefix in PREFIXES else key, keys[:at])  # "Then-Mayor"
        if chain.female is None and key in known.female_roles:
            chain.female = True
        elif chain.female is None and key in known.male_roles:
            chain.female = False
    chain.meanings = meanings


def note_office(chain: Chain, title: Sequence[str], of: str) -> None:
    """Take in an office printed with a capital behind the name, and what it is of."""
    own = [word for word in title if word.lower() not in ARTICLES]
    keys = [key_of(word) for word in of.split()]
    is_department = keys and DEPARTMENTS.issuperset(keys)
    if is_department or (keys and key_of(own[-1]) in MINISTERS):
        # "Minister of Finance", "Secretary for Ports": of a field, not of a body.
        note_meaning(chain, [*keys, key_of(own[-1])])
        note(chain, [*own, "of", of])
        return
    note_title(chain, own)
    if keys and not is_given(keys[0]):
        chain.affiliation = chain.affiliation or OWNS_RE.split(of)[0]
