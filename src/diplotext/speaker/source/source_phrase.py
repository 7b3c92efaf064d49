"""Whose a noun phrase is that speaks: a couple's, a name's, several's, or a noun's.

In "A lawyer for the unions, Joel Brandt," the name stands in the apposition; in "a lawyer for Joel
Brandt" it is not the source's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from diplotext.lexicon.role_noun import is_person_noun
from diplotext.speaker.name.mention import Name
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.office import DEPARTMENTS, is_role
from diplotext.speaker.name.table import ORG_NOUNS, listed, words
from diplotext.speaker.name.vocabulary import vocabulary
from diplotext.speaker.source.reading import Reading, read_nominal
from diplotext.speaker.source.source_core import (
    behind_place,
    body_in_apposition,
    core_end,
    couple_of,
    is_group,
    name_at_core,
    name_in_apposition,
)
from diplotext.speaker.source.source_joint import (
    holder_of_joint,
    is_joined_to_noun,
    nominal_of_joint,
)
from diplotext.speaker.source.source_office import (
    is_office,
    is_owned,
    office_holder,
    office_of_two,
    without_office,
)
from diplotext.speaker.source.source_tail import (
    holder_at_end,
    holder_behind_body,
    holder_behind_place,
    holder_of_compound,
    name_given,
)

__all__ = ["read_phrase"]

# What stands before a field: "Economic | and Monetary Affairs Commissioner"; whose it may be.
FIELD_ADJECTIVES = listed("field_adjectives")
BLOCS = words("eu uk us un")

# "Okafor | and several other members"
OTHERS_RE = re.compile(
    r",?\s+and\s+(?:(?:[a-z]+|\d+)\s+)?other(?:s\b|\s(?:[\w’'-]+\s){0,3}?[\w’'-]+s\b)"
)
# "Society of Norland's chief economist, | Ana Ruiz"
OWNED_ROLE_RE = re.compile(
    r"(?:\s(?:of|for)\s(?:the\s)?[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,4})?[’']s?\s(?:[\w-]+\s){0,3}?(?P<role>[a-z-]+)(?=,)"
)


def read_phrase(text: str, start: int, end: int, names: Sequence[Name]) -> Reading:
    """The reading of a noun phrase, given the names inside it."""
    if names and (place := behind_place(text, start, end)) > start:
        names = [name for name in names if name.outer >= place]
    own = without_office(text, names) if len(names) > 1 else names
    joined = text.find(" and h", start, end) >= 0
    couple = couple_of(text, start, end, own) if joined else None
    if couple is not None:
        return Reading("group", start, end, name=couple)
    if joined_others(text, start, end, own):
        return Reading("group", start, end, name=own[0])
    holder = holder_by_order(text, start, end, names) if len(names) > 1 else None
    if holder is not None:
        return Reading("name", start, end, name=holder)
    core = core_end(text, start, end, names)
    named = name_at_core(text, core, own)
    if named is None:
        return read_noun(text, start, core, end, names, own)
    return read_named(text, start, core, end, names, own, named)


def joined_others(text: str, start: int, end: int, names: Sequence[Name]) -> bool:
    """Whether a source is somebody and others: "Okafor and three other members"."""
    if not names or names[0].outer != start or text.find(" other", names[0].end, end) < 0:
        return False
    return OTHERS_RE.match(text, names[0].end, end) is not None


def holder_by_order(text: str, start: int, end: int, names: Sequence[Name]) -> Name | None:
    """Of several names the person's, where the order of them tells: a body or a place, then he."""
    if names[0].kind != "person" or names[0].outer != start:
        holder = holder_behind_body(text, start, names)
        if holder is not None:
            return holder
    holder = holder_of_compound(text, start, end, names)
    if holder is None and len(names) > 2:
        holder = holder_behind_place(text, start, end, names)
    return holder


def read_named(
    text: str,
    start: int,
    core: int,
    end: int,
    names: Sequence[Name],
    own: Sequence[Name],
    named: Name,
) -> Reading:
    """The reading of a phrase whose core ends in a name, or in an office that looks like one."""
    if is_office(text, named) or is_owned(text, start, named):
        holder = name_in_apposition(text, start, core, end, own)
        holder = holder or holder_at_end(text, start, core, end, names)
        if holder is not None:
            return Reading("name", start, end, name=holder)
        office = text.find(" of ", named.start, named.end)
        if office > 0 and is_office(text, named) and text[start : start + 4].lower() == "the ":
            return read_nominal(text, start, office, end)  # "the Minister of State for Ports"
    if (owned := OWNED_ROLE_RE.match(text, named.end, end)) is not None:
        holder = name_in_apposition(text, start, owned.end(), end, own)
        if holder is not None and is_role(owned["role"]):
            return Reading("name", start, end, name=holder)
    if (two := office_of_two(text, named, own)) is not None:
        reading = read_nominal(text, two.start, two.end, end)
        reading.start, reading.determiner = start, "the"
        reading.phrase, reading.whole = text[named.start : two.end], text[start : two.end]
        return reading
    if not named.lead and is_field(named):
        named = office_holder(text, named, own) or named
    if named.outer > start and is_joined_to_noun(text, start, named):
        return Reading("group", start, end, name=named)
    if is_group(text, named, own):
        return read_joint(text, start, core, end, named, own)
    return Reading("name", start, end, name=named)


def read_joint(
    text: str, start: int, core: int, end: int, first: Name, names: Sequence[Name]
) -> Reading:
    """The reading of names joined by "and": of several, or of one who is told by both."""
    holder = holder_of_joint(text, start, end, first, names)
    if holder is not None:
        return Reading("name", start, end, name=holder)
    nominal = nominal_of_joint(text, start, core, end, names)
    return nominal or Reading("group", start, end, name=first)


def read_noun(
    text: str, start: int, core: int, end: int, names: Sequence[Name], own: Sequence[Name]
) -> Reading:
    """The reading of a phrase whose core ends in a noun: whose it is, if an apposition names it."""
    reading = read_nominal(text, start, core, end)
    apposed = name_in_apposition(text, start, core, end, own)
    if apposed is None and names:
        apposed = name_given(text, core, end, names) or holder_at_end(text, start, core, end, names)
    if apposed is None:
        is_person = is_person_noun(reading.noun, "singular")
        in_angles = text.find("<", core, core + 2) >= 0  # "boot maker <Kvik AB>"
        is_one = text[start:core] in ("one", "One") and is_of_bodies(text, core, end)
        is_firm = (
            in_angles or is_one or reading.noun in ORG_NOUNS or reading.noun in vocabulary().firms
        )
        if is_firm or (is_person and not reading.determiner):
            # "the carrier, NorAir,", "Grain handler, Kvikcorp,"
            apposed = body_in_apposition(text, core, end, own)
        elif is_person:
            bodies = [name for name in own if name.kind == "organization"]
            apposed = body_in_apposition(text, core, end, bodies)
    if apposed is not None:
        reading.kind, reading.name = "name", apposed
    return reading


def is_of_bodies(text: str, core: int, end: int) -> bool:
    """Whether one is of bodies: "One | of the world's largest firms, Kvik Lines,"."""
    last = key_of("".join(text[core:end].partition(",")[0].split()[-1:]))
    one = f"{last[:-3]}y" if last.endswith("ies") else last.removesuffix("s")
    return one in ORG_NOUNS or one in vocabulary().firms


def is_field(name: Name) -> bool:
    """Whether a "name" is of what an office is for: "Work", "EU Economic" before "and Pensions"."""
    own = name.keys[1:] if name.keys[0] in BLOCS and len(name.keys) > 1 else name.keys
    return (DEPARTMENTS | FIELD_ADJECTIVES).issuperset(own)
