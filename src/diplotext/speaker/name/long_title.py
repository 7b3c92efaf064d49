"""Titles of several runs before a name: "Secretary of State John Doe"."""

from __future__ import annotations

from collections.abc import Sequence

from diplotext.speaker.name.lead import gender_of, is_given, is_title
from diplotext.speaker.name.mention import Name, read_name
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.table import listed
from diplotext.speaker.name.vocabulary import vocabulary

__all__ = ["heads", "heads_on", "read_headed"]

DEPARTMENTS = listed("departments")
FIELD_ENDS = ("tion", "ness", "ics", "ture")
# Words of a person's name.
FEWEST = 2


def heads(text: str, before: Name, at: int) -> bool:
    """Whether a run goes on with a title: "Secretary" + "of State John Doe"."""
    # "then-Secretary of State", "Deputy Minister of Finance", "Minister of State for Roads"
    if before.keys[-2:] == ["of", "state"] and is_title(before.keys[-3:][0]):
        return not before.lead and text[before.end : at].split() in (["for"], ["for", "the"])
    if not is_title(before.keys[-1]) or (before.lead and len(before.keys) > 1):
        return False
    return text[before.end : at].split() in (["of"], ["of", "the"], ["for"], ["for", "the"])


def heads_on(text: str, before: Name, at: int, run: Sequence[str]) -> bool:
    """Whether a title goes on over "and": "Minister of Housing" + "and Local Government Ada Obi".

    In "Minister of Finance and Prime Minister Ada Obi" another title begins.
    """
    # "Federal Minister of Science | and Technology Femi Bello"
    at_title = int(len(before.keys) > 1 and not is_title(before.keys[0]))
    title, of = before.keys[at_title], before.keys[at_title + 1 : at_title + 2]
    if not is_title(title) or of not in (["of"], ["for"]):
        return False
    if text[before.end : at].split() != ["and"]:
        return False
    keys = [key_of(word) for word in run]
    own = next((i for i, key in enumerate(keys) if key not in DEPARTMENTS), len(keys))
    return own > 0 and not any(map(is_title, keys[own:-1]))


def is_field(key: str) -> bool:
    """Whether a word is of a field: "Finance", "Transformation"."""
    return key in DEPARTMENTS or (key.endswith(FIELD_ENDS) and not is_given(key))


def given_from(run: Sequence[str], own: int) -> int:
    """Where a known given name begins behind a field that is not: "Rural Uplift | Femi Bello"."""
    if own >= len(run) - FEWEST or is_given(key_of(run[own])):
        return own
    behind = range(own + 1, len(run) - 1)
    return next((at for at in behind if is_given(key_of(run[at]))), own)


def read_headed(text: str, before: Name, at: int, run: Sequence[str], stop: int) -> Name:
    """The name after "Secretary of State"; the longer title alone where none follows."""
    places = vocabulary().places
    own = 1 if key_of(run[0]) in places else 0
    while own < len(run) and is_field(key_of(run[own])):
        own += 1
    own = given_from(run, own)
    if 0 < own < len(run):
        start = text.index(run[own], at)
        name = read_name(text, start, run[own:], stop)
        if name is not None:
            name.outer, name.opens, name.kind = before.outer, before.opens, "person"
            name.lead = text[before.outer : start].split() + name.lead
            name.female = gender_of(name.lead, name.keys)
            return name
    before.words = text[before.start : stop].split()
    before.keys = [key_of(word) for word in before.words]
    before.end = stop
    return before
