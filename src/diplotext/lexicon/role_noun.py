"""Nouns for those who speak: "official", "residents", "police", "report"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

from attrs import frozen

from diplotext.lexicon.data import read_table
from diplotext.lexicon.person_name import Gender

__all__ = ["RoleNoun", "is_person_noun", "role_nouns"]


@frozen
class RoleNoun:
    """One form of a noun.

    ``kind`` tells what speaks; ``number`` and ``gender`` are the form's ("both" for "police").
    ``is_titled``: may stand before a name ("official Ada Byron"). ``is_unnamed``: with "a", "one"
    or in the plural it is typically a source nobody names ("a senior official").
    """

    form: str
    lemma: str
    kind: Literal["person", "group", "document"]
    number: Literal["singular", "plural", "both"]
    gender: Gender | None = None
    is_titled: bool = False
    is_unnamed: bool = False


def plural_of(noun: str, irregular: dict[str, str | None]) -> str | None:
    """The plural by the irregular ones, else by rule; None if there is none."""
    if noun in irregular:
        return irregular[noun]
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


@cache
def role_nouns() -> Mapping[str, RoleNoun]:
    """All forms, singular and plural, in lower case.

    >>> noun = role_nouns()["officials"]
    >>> noun.lemma, noun.number, noun.is_unnamed
    ('official', 'plural', True)
    >>> role_nouns()["spokeswoman"].gender, role_nouns()["police"].kind, "table" in role_nouns()
    ('female', 'group', False)
    """
    table: dict[str, Any] = read_table("role_nouns")
    irregular: dict[str, str | None] = table["irregular"]
    found: dict[str, RoleNoun] = {}
    for noun in (*table["collective"], *table["plural"]):
        number: Literal["plural", "both"] = "both" if noun in table["collective"] else "plural"
        found[noun.lower()] = RoleNoun(noun, noun, "group", number)
    genders: dict[str, Gender] = {
        noun: g for g, nouns in table["genders"].items() for noun in nouns
    }
    unnamed = set(table["source"])
    for key in ("document", "plain", "titled"):
        kind: Literal["person", "document"] = "document" if key == "document" else "person"
        for noun in table[key]:
            shared = (genders.get(noun), key == "titled", noun in unnamed)
            found[noun.lower()] = RoleNoun(noun, noun, kind, "singular", *shared)
            if (plural := plural_of(noun, irregular)) is not None:
                found[plural.lower()] = RoleNoun(plural, noun, kind, "plural", *shared)
    return MappingProxyType(found)


def is_person_noun(word: str, number: Literal["singular", "plural"] | None = None) -> bool:
    """Whether a word in any case is a noun for a person, or for persons: of a number if given.

    >>> is_person_noun("Nurses"), is_person_noun("nurses", "singular"), is_person_noun("police")
    (True, False, False)
    """
    noun = role_nouns().get(word.lower())
    return noun is not None and noun.kind == "person" and number in (None, noun.number)
