"""Names in what follows a source's noun, where they are the speaker's.

    "A survivor who gave his name only as Daudi"
    "Head of the fisheries department Viktor Lobanov", "official of the Port Board Viktor Lobanov"

In "a lawyer for Joel Brandt" the name behind the noun is another's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from diplotext.lexicon.role_noun import is_person_noun
from diplotext.speaker.name.body_holder import is_of_role, is_of_small_body
from diplotext.speaker.name.lead import is_title
from diplotext.speaker.name.mention import Name
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.office import is_role
from diplotext.speaker.name.table import ORG_NOUNS
from diplotext.speaker.source.document import is_document

__all__ = [
    "holder_at_end",
    "holder_behind_body",
    "holder_behind_place",
    "holder_of_compound",
    "name_given",
]

OWN = r"(?:his|her|their)"
# What stands before the name that somebody goes by.
GIVEN_RE = re.compile(
    rf"\b(?:gave|gives|giving|would\sgive)\s(?:only\s)?{OWN}\s(?:\w+\s)?names?\s(?:only\s)?as\s(?:only\s)?"
    rf"|\b(?:identified|identifying|introduced)\s(?:himself|herself)\s(?:only\s)?as\s"
    rf"|\b(?:identified|named|known)\s(?:only\s)?(?:as|by\s{OWN}\s(?:first|given|middle|last|family)\sname,?)\s"
)
FIELD_RE = re.compile(r"\s+(?:of|for)\s(?P<field>(?:[a-z][a-z-]*,?\s){1,8})")
# A firm that begins with a number is no run of capitals.
NUMBERED_RE = re.compile(r"\s+(?:of|for|at|with)\s(?:the\s)?\d+[A-Za-z]\w*\s")
MOST_OF_OFFICE = 4  # words: "district police commander"
# Of whom the field is told, never a body by its name.
MINISTERS = frozenset(["minister", "secretary", "commissioner"])
# "Bureau of racial equality chief | Ana Roe": a body, or a work, with the office of its own.
COMPOUND_RE = re.compile(
    r"\s(?:of|for|to)\s(?:(?:the|an?)\s)?[^\s,;:()“”\"]+\s(?:[^\s,;:()“”\"]+\s){0,6}?"
    r"(?:[a-z][a-z-]*\s){0,2}(?P<role>[a-z][a-z-]+)\s"
)
VERBS_RE = re.compile(r"\s(?:who|that|which|and|or|is|was|has|had|by|with|from|in|at)\s")
OFFICE_RE = re.compile(r"\s+(?:of|for)\s+the\s")


def name_given(text: str, core: int, end: int, names: Sequence[Name]) -> Name | None:
    """The name that somebody gives as their own, or is only known by."""
    is_near = text.find("as ", core, end) >= 0 or text.find("name", core, end) >= 0
    given = GIVEN_RE.search(text, core, end) if is_near else None
    if given is None:
        return None
    return next((name for name in names if name.outer == given.end()), None)


def holder_at_end(text: str, start: int, core: int, end: int, names: Sequence[Name]) -> Name | None:
    """Who holds an office, named right behind its field or body, before a comma or the end."""
    behind = [name for name in names if name.outer > core and len(name.keys) > 1]
    last = next((name for name in behind if name.kind == "person"), None)
    last = last or next((name for name in behind if name.kind == "unknown"), None)
    if last is None:
        return None
    if text[last.end : last.end + 1] != "," and last.end != end:
        return None
    title = key_of("".join(text[start:core].split()[-1:]))
    if not title or not is_role(title):
        return None
    field = FIELD_RE.fullmatch(text, core, last.outer)
    if last.kind == "unknown":
        # "minister for civil aviation Zephyr Lund", but "director of carmaker Kvik Lines"
        return last if field is not None and title in MINISTERS else None
    if NUMBERED_RE.fullmatch(text, core, last.outer):
        return last  # "strategist at 4Bond Jo Tomkins"
    if field is not None and (is_title(title) or title == "head"):
        # "minister of mines and energy Viktor Lobanov", but "director of singer Ana Ruiz"
        nouns = set(field["field"].split()) - {"the"}
        is_other = any(is_person_noun(noun, "singular") for noun in nouns)
        return last if nouns and not is_other else None
    if OFFICE_RE.match(text, core) is None:
        return None
    before = text[core : last.outer].rsplit(maxsplit=1)[-1]
    return last if before.islower() and before in ORG_NOUNS else None


def holder_of_compound(text: str, start: int, end: int, names: Sequence[Name]) -> Name | None:
    """Who is named behind a body or a work that goes on in small letters, and the office there.

    "Bureau of racial equality chief Ana Roe", "Passion of the Sea director Ana Roe"; not "Friends
    of singer Ana Roe".
    """
    first, last = names[0], names[-1]
    opens = text[start : first.outer] in ("", "the ", "The ")
    if not opens or first.kind == "person" or first.lead or is_person_noun(first.keys[-1]):
        return None
    is_last = last.end == end or text.startswith(",", last.end)
    if not is_last or last.kind not in ("person", "unknown") or len(last.keys) < 2:
        return None
    found = COMPOUND_RE.fullmatch(text, first.end, last.outer)
    if found is None or VERBS_RE.search(text, first.end, last.outer):
        return None
    role = key_of(found["role"])
    if is_document(first.keys[-1]) or not (is_person_noun(role, "singular") or role == "head"):
        return None
    return last


def holder_behind_body(text: str, start: int, names: Sequence[Name]) -> Name | None:
    """Who holds an office of a body, named right behind its name: "of the Port Board | Ana Roe"."""
    for body, holder in pairwise(names):
        if holder.kind != "person" or len(holder.keys) < 2 or holder.outer != body.end + 1:
            continue
        if not text.startswith(" ", body.end):
            continue
        if is_of_role(text, start, body.outer, body.keys) or is_of_small_body(
            text, start, body.outer
        ):
            return holder
    return None


def holder_behind_place(text: str, start: int, end: int, names: Sequence[Name]) -> Name | None:
    """Who holds an office of a place with "of" in it: "Bay of Plenty mayor | Ana Roe"."""
    place, second, holder = names[0], names[1], names[2]
    if place.outer != start or place.kind not in ("unknown", "place"):
        return None
    if text[place.end : second.outer] != " of " or holder.kind != "person":
        return None
    office = text[second.end : holder.outer].split()
    is_office = 0 < len(office) <= MOST_OF_OFFICE and is_person_noun(office[-1], "singular")
    is_end = holder.end == end or text.startswith(",", holder.end)
    return holder if is_office and is_end and all(map(str.islower, office)) else None
