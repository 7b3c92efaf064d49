"""Sources with an "and" that are of one: two bodies or two offices of whoever is named behind.

    "former Lund and Norland defender Ada Obi"     "Lund MP and former sports minister Ada Obi"
    "Work and pensions minister Ada Obi"           "the former Lund and Port Hill boss"

Two are "Lund and striker Ada Obi", "the Tories and Labour leader Ada Obi", "Norland and Sudish
envoy Ada Obi".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from diplotext.lexicon.role_noun import is_person_noun
from diplotext.speaker.name.lead import is_title
from diplotext.speaker.name.mention import Name
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.office import DEPARTMENTS, is_role
from diplotext.speaker.name.table import ORG_NOUNS, PARTIES, PRONOUNS, listed
from diplotext.speaker.name.vocabulary import vocabulary
from diplotext.speaker.source.reading import EDGE, Reading, read_nominal

__all__ = ["holder_of_joint", "is_joined_to_noun", "nominal_of_joint"]

# What players are called by their place, before a name only: "Lund lock Ada Obi".
POSITIONS = listed("position_names")
# "former sports minister", between the "and" or a body and the one who holds the office.
OFFICE_RE = re.compile(r"\s(?:[a-z][\w’'-]*\s){0,4}(?P<role>[a-z][\w’'-]*)\s")
SMALL = frozenset("of for at in on to by with from and or the a an his her their".split())
# "both the union | and Kvik Lines", "the union | and its lawyer Ada Obi"
NOUN_RE = re.compile(
    r"(?:[Bb]oth\s|[Nn]either\s)?(?:[Tt]he\s|[Aa]n?\s)?(?:[\w’'-]+\s){0,3}?(?P<noun>[\w’'-]+)\s(?:and|nor)\s"
    r"(?:[Tt]he\s|(?:his|her|its|their)\s(?:[a-z-]+\s){1,3})?"
)
EACH_RE = re.compile(r"(?:both|either|neither)\s", re.IGNORECASE)
AND = " and "
# Of whom one of two was named before: "Okafor and Labour chairman Ada Obi".
OF_A_PERSON = frozenset(["family name", "part of the name"])


def is_joined_to_noun(text: str, start: int, name: Name) -> bool:
    """Whether a name is the second of two of whom the first has none: "the union and Kvik Lines".

    In "journalist and novelist Ada Obi", where an office stands between, it is of one.
    """
    if any(key_of(word) not in vocabulary().honorifics for word in name.lead):
        return False
    joined = NOUN_RE.fullmatch(text, start, name.outer)
    if joined is None or name.possessive:
        return False
    noun = key_of(joined["noun"])
    if is_person_noun(noun) or noun in PRONOUNS:
        return True
    bodies = ORG_NOUNS | vocabulary().firms
    return noun in bodies or noun.removesuffix("s") in bodies


def is_one(word: str) -> bool:
    """Whether a word tells what one person is: "defender", "China-watcher", "lock"."""
    key = key_of(word.strip(EDGE))
    last = key.rsplit("-", 1)[-1]
    named = key in POSITIONS or is_role(key) or is_role(last)
    return named and not is_person_noun(key, "plural")


def holder_of_joint(
    text: str, start: int, end: int, first: Name, names: Sequence[Name]
) -> Name | None:
    """The one person that a source joined by "and" is of; None if it is of several."""
    behind = [name for name in names if name.outer >= first.end]
    holder = behind[-1] if behind else None
    if holder is None or not is_holder(text, holder, end) or EACH_RE.match(text, start):
        return None
    if len(behind) > 1 and is_pair_of_bodies(text, first, behind[-2]):
        between = text[behind[-2].end : holder.outer]
        return holder if OFFICE_RE.fullmatch(between) and is_own_office(between) else None
    if first.kind == "person" or first.lead:
        return None
    joint = text.find(AND, first.start, holder.outer)
    office = text[joint + len(AND) : holder.outer].split()
    if not office or SMALL.issuperset(office[:1]):
        return None  # "and his lawyer Ada Obi"
    if DEPARTMENTS.issuperset(first.keys) and joint == first.end:
        # "Work and | pensions minister"
        fields = [key_of(word) for word in office[:-1]]
        is_field = bool(fields) and DEPARTMENTS.issuperset(fields)
        return holder if is_field and is_title(key_of(office[-1])) else None
    told = text[start:joint].split()
    if not told or not is_one(told[-1]) or any(name.kind == "person" for name in behind[:-1]):
        return None
    return holder if is_one(office[-1]) or is_of_body(office) else None


def is_holder(text: str, name: Name, end: int) -> bool:
    """Whether a name ends a source, a comma aside, and may be a person's."""
    is_person = name.kind == "person" or (name.kind == "unknown" and len(name.keys) > 1)
    is_last = not text[name.end : end].strip(EDGE) or text.startswith(",", name.end)
    return is_person and is_last and not name.possessive


def is_pair_of_bodies(text: str, first: Name, second: Name) -> bool:
    """Whether two names are of what somebody plays or works for: "Lund and Norland".

    An adjective goes with another, and nobody is of a party and of something else.
    """
    if text[first.end : second.outer] != AND or second.kind == "person" or second.lead:
        return False
    if first.kind == "person" or first.lead or first.possessive or second.possessive:
        return False
    if first.reason in OF_A_PERSON:
        return False
    if first.keys[-1] in PARTIES or second.keys[0] in PARTIES:
        return False
    if first.kind != "adjective":
        return second.kind != "adjective"
    is_several = first.keys[-1].endswith("s")
    return not is_several and (second.kind == "adjective" or len(second.keys) > 1)


def is_own_office(printed: str) -> bool:
    """Whether what stands between a body and a name is an office: " chief executive "."""
    words = printed.split()
    return SMALL.isdisjoint(words) and is_one(words[-1])


def is_of_body(office: Sequence[str]) -> bool:
    """Whether an office goes on with its body: "founder of the CGA consultancy"."""
    of = next((i for i, word in enumerate(office) if word in ("of", "for", "at")), 0)
    return of > 0 and is_one(office[of - 1]) and len(office) > of + 2


def nominal_of_joint(
    text: str, start: int, core: int, end: int, names: Sequence[Name]
) -> Reading | None:
    """The reading of a nominal of one with two bodies before it; None if it is of several."""
    near = [name for name in names if name.end < core]
    if (
        len(near) < 2
        or text[near[-2].end : near[-1].outer] != AND
        or not text.startswith(" ", near[-1].end)
    ):
        return None
    if any(name.kind == "person" or name.lead for name in near):
        return None  # "Ada Obi and Lund officials"
    last = near[-1]
    words = text[last.end : core].split()
    if not words or not all(map(str.islower, words)) or not SMALL.isdisjoint(words):
        return None
    noun = key_of(words[-1].strip(EDGE))
    if not (is_person_noun(noun, "singular") or noun in ORG_NOUNS):
        return None
    reading = read_nominal(text, start, core, end)
    keys = [key_of(word.strip(EDGE)) for word in reading.phrase.split()]
    reading.noun, reading.modifiers = noun, tuple(keys[:-1])
    return reading
