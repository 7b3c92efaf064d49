"""Titles of several runs before a name: "Secretary of State John Doe"."""

from __future__ import annotations

from collections.abc import Sequence

from diplotext.speaker.kind import gender_of, is_title
from diplotext.speaker.mention import Name, read_name
from diplotext.speaker.name import key_of
from diplotext.speaker.table import listed
from diplotext.speaker.vocabulary import vocabulary

__all__ = ["heads", "heads_on", "read_headed"]

DEPARTMENTS = listed("departments")


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
    if not is_title(before.keys[0]) or before.keys[1:2] not in (["of"], ["for"]):
        return False
    if text[before.end : at].split() != ["and"]:
        return False
    keys = [key_of(word) for word in run]
    own = next((i for i, key in enumerate(keys) if key not in DEPARTMENTS), len(keys))
    return own > 0 and not any(map(is_title, keys[own:-1]))


def read_headed(text: str, before: Name, at: int, run: Sequence[str], stop: int) -> Name:
    """The name after "Secretary of State"; the longer title alone where none follows."""
    places = vocabulary().places
    own = 1 if key_of(run[0]) in places else 0
    while own < len(run) and key_of(run[own]) in DEPARTMENTS:
        own += 1
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
