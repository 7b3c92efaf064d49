"""What the lexicon knows, in the shape this stage looks things up: by folded word or phrase."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from attrs import frozen

from diplotext.lexicon.fold import openings_of
from diplotext.lexicon.nationality import nationalities
from diplotext.lexicon.organization import organizations
from diplotext.lexicon.person_name import given_names, nicknames
from diplotext.lexicon.region import region_entries
from diplotext.lexicon.role_noun import role_nouns
from diplotext.lexicon.title import honorifics, titles
from diplotext.speaker.name.table import (
    FEMALE_ROLES,
    MALE_ROLES,
    ORG_WORDS,
    ROLES,
    STOPS,
    TITLE_WORDS,
    fold_words,
    listed,
)

__all__ = ["Vocabulary", "vocabulary"]

# Title words that, with a capital, are as often something else ("Center", "Star", "Will").
AMBIGUOUS = listed("ambiguous_titles")
# Nouns that are of a document and of who issues it: the latter.
MEDIA = listed("media_that_are_documents")
# Words of address that are given names, or are also something else ("Pan Am").
DOUBTFUL = listed("ambiguous_honorifics")
# "minister of sport" does not end a title before a name; nor does a role of private life.
OF = frozenset(["of", "for", "to", "in", "without"])
ROLE_WORDS = frozenset(role for roles in ROLES.values() for role in roles)


@frozen(eq=False)
class Vocabulary:
    """The lexicon's words as plain sets and mappings.

    ``meanings`` has the meaning classes of a title or role by its phrase, ``broader`` the wider
    classes of a class, ``careers`` its walk of life; ``titles`` are the words a title can end in.
    ``places`` and ``nationalities`` give the country's code, ``bodies`` a body's full name;
    ``companies`` are bodies that are firms, ``plurals``, ``documents`` and ``firms`` are nouns.
    ``openings`` are the first two words of places and bodies of several.
    """

    male: frozenset[str]
    female: frozenset[str]
    given: frozenset[str]
    full_forms: Mapping[str, frozenset[str]]
    meanings: Mapping[str, frozenset[str]]
    broader: Mapping[str, frozenset[str]]
    careers: Mapping[str, str]
    titles: frozenset[str]
    honorifics: frozenset[str]
    female_roles: frozenset[str]
    male_roles: frozenset[str]
    places: Mapping[str, str]
    countries: Mapping[str, str]
    regions: frozenset[str]
    nationalities: Mapping[str, str]
    bodies: Mapping[str, str]
    companies: frozenset[str]
    plurals: frozenset[str]
    documents: frozenset[str]
    firms: frozenset[str]
    suffixes: frozenset[str]
    openings: frozenset[str]

    def wider(self, classes: frozenset[str] | set[str]) -> set[str]:
        """The classes that some of these are narrower than."""
        found: set[str] = set()
        for name in classes:
            found |= self.broader.get(name, frozenset())
        return found


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary, read once.

    >>> "sergey" in vocabulary().given, vocabulary().places["moscow"]
    (True, 'RU')
    >>> vocabulary().meanings["top diplomat"] == vocabulary().meanings["foreign minister"]
    True
    """
    names = given_names()
    meanings, broader, careers = read_meanings()
    polite = frozenset(fold_words(word) for word in honorifics())
    places, countries, adjectives = read_countries()
    nouns = role_nouns()
    gendered = [(entry.form, entry.gender) for entry in titles().by_form.values()]
    gendered += [(key, noun.gender) for key, noun in nouns.items() if noun.number == "singular"]
    regions = frozenset(fold_words(entry.name) for entry in region_entries())
    for entry in region_entries():
        places.setdefault(fold_words(entry.name), entry.country)
    bodies = read_bodies()
    return Vocabulary(
        male=names.male,
        female=names.female,
        given=names.male | names.female | names.either,
        full_forms=nicknames().full_forms,
        meanings=meanings,
        broader=broader,
        careers=careers,
        titles=read_title_words(),
        honorifics=polite,
        female_roles=FEMALE_ROLES | {form for form, gender in gendered if gender == "female"},
        male_roles=MALE_ROLES | {form for form, gender in gendered if gender == "male"},
        places=places,
        countries=countries,
        regions=regions,
        nationalities=adjectives,
        bodies=bodies,
        companies=frozenset(
            fold_words(key) for key, e in organizations().known.items() if e.kind == "company"
        ),
        plurals=frozenset(key for key, noun in nouns.items() if noun.number != "singular"),
        documents=frozenset(key for key, noun in nouns.items() if noun.kind == "document") - MEDIA,
        firms=frozenset(word for word, kind in organizations().heads.items() if kind == "company"),
        suffixes=frozenset(fold_words(word) for word in organizations().suffixes),
        openings=openings_of((*places, *bodies)),
    )


def read_title_words() -> frozenset[str]:
    """The words a title can end in: last words of titles, nouns of people in "-man", address."""
    names = given_names()
    phrases = [form.split() for form in titles().by_form if len(form) > 1]
    ends = {words[-1] for words in phrases if OF.isdisjoint(words)} - ROLE_WORDS
    men = {key for key, noun in role_nouns().items() if noun.is_titled and key.endswith("man")}
    plain = (ends - names.male - names.female) | men
    address = {word for word in map(fold_words, honorifics()) if " " not in word} - DOUBTFUL
    return frozenset(plain - ORG_WORDS - STOPS - AMBIGUOUS) | TITLE_WORDS | address


def read_bodies() -> dict[str, str]:
    """Full names by known ones, with the country's initials too: "U.S. Federal Reserve"."""
    known = organizations().known
    bodies = {fold_words(key): fold_words(e.name) for key, e in known.items()}
    of_us = {f"us {fold_words(key)}": e.name for key, e in known.items() if e.country == "US"}
    return {key: fold_words(name) for key, name in of_us.items()} | bodies


def read_meanings() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]], dict[str, str]]:
    """Meaning classes by phrase, wider classes by class, careers by class."""
    meanings: dict[str, frozenset[str]] = {}
    broader: dict[str, frozenset[str]] = {}
    careers: dict[str, str] = {}
    for entry in titles().by_form.values():
        meanings[entry.form] = frozenset([entry.meaning])
        broader[entry.meaning] = frozenset(entry.broader)
        careers[entry.meaning] = entry.kind
    for meaning, roles in ROLES.items():
        for role in roles:
            meanings.setdefault(role, frozenset([meaning]))
        careers.setdefault(meaning, "person")
    for form, noun in role_nouns().items():
        if noun.kind == "person" and noun.number == "singular":
            meanings.setdefault(form, frozenset([noun.lemma]))
            careers.setdefault(noun.lemma, "person")
    return meanings, broader, careers


def read_countries() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Codes by places (names and capitals), by names alone, and by adjectives and peoples."""
    places: dict[str, str] = {}
    countries: dict[str, str] = {}
    adjectives: dict[str, str] = {"european": "EU"}
    for entry in nationalities().entries:
        for name in (entry.name, *entry.names):
            countries.setdefault(fold_words(name), entry.country)
        for word in (*entry.adjectives, *entry.people):
            adjectives.setdefault(fold_words(word), entry.country)
        for name in entry.capitals:
            places.setdefault(fold_words(name), entry.country)
    return places | countries, countries, adjectives
