"""The place in a credit: "in New York", "from Aden, Yemen"."""

from __future__ import annotations

from functools import cache

import regex
from attrs import frozen

from diplotext.lazy_pattern import gated_regex
from diplotext.lexicon.place import ordinary_capitals, places
from diplotext.lexicon.region import find_region_entries
from diplotext.model import Place
from diplotext.trailer.vocabulary import GAP, ROLE, vocabulary, with_role

__all__ = ["build_place", "is_place", "read_place"]

WORD = r"(?:(?:[LlDd]|al|Al|el|El)['’-])?\p{Lu}[\p{L}\p{M}]*(?:[-'’‘]\p{L}[\p{L}\p{M}]*)*"
LINK = r"(?:de|del|della|da|do|dos|du|des|di|la|las|los|le|sur|am|an\s+der|on|of|the|upon|el|al)"
IN_RE = gated_regex(
    rf"(?:{GAP}|\s*,\s*(?=(?i:from)\b))(?i:in|from|at|near|aboard|on|based\s+in|over\s+in)\s+(?i:the\s+)?"
    r"(?:(?:north|south|east|west|cent)\p{Ll}*\s+)?(?=\p{Lu}|[ld]['’]\p{Lu}|\p{Ll}l-\p{Lu})"
)


@frozen
class Patterns:
    """What places look like; none of the patterns runs into the next role.

    ``name`` is a place's name, ``area`` a state, province or country behind it (", Mich.",
    ", D.C.", " (Yemen)"), ``more`` another place of the same people ("and Paris", but not "and
    Ann Roe in Paris").
    """

    name: regex.Pattern[str]
    area: regex.Pattern[str]
    more: regex.Pattern[str]


@cache
def patterns() -> Patterns:
    """The patterns, compiled once."""
    defined = vocabulary().defined
    word = rf"(?!{ROLE}){WORD}"
    no_small = r"(?!(?:AND|IN|AT|WITH|FROM|BY)\b)"  # "IN OSLO AND ANN ROE IN ROME"
    inner = rf"(?!D\.?\s?C\b){no_small}{word}"  # "in Washington D.C."
    name = rf"(?:(?:St|Ste|Ft|Mt)\.\s+)?{word}(?:(?:{GAP})(?:{LINK}\s+){{0,2}}{inner}){{0,4}}"
    # "in Rome, Md. Roe" names a person and no state.
    particle = rf"(?:(?:{vocabulary().particle})(?:{GAP})){{0,3}}"
    word_behind = rf"{particle}(?!{ROLE}){no_small}(?:\p{{Ll}}{{1,3}}['’-])?\p{{Lu}}"
    alone = rf"(?![\p{{L}}'’-]|\.?(?:{GAP}){word_behind})"
    area = (
        rf"\s*(?:(?P<area>D\.?\s?C\b\.?)|,\s*(?P<area>(?:\p{{Lu}}\.\s?){{1,3}}\p{{Lu}}\."
        rf"|\p{{Lu}}\p{{L}}*(?:[ -](?!{ROLE}){no_small}\p{{Lu}}\p{{L}}*){{0,3}}\.?){alone}"
        rf"|\(\s*(?P<area>\p{{Lu}}[\p{{L}} ]{{1,30}})\s*\))"
    )
    joint = r"\s*(?:,\s*(?i:and)\b|,|/|\b(?i:and)\b)\s*"
    more = rf"{joint}(?P<name>{name}){alone}(?!(?:{GAP})(?i:in|at|from)\s)"
    return Patterns(*(with_role(pattern, defined) for pattern in (name, area, more)))


def is_place(name: str) -> bool:
    """Whether the gazetteer knows the name.

    >>> is_place("PARIS"), is_place("Ann Roe")
    (True, False)
    """
    return name.strip() in places()


def is_area(name: str, area: str) -> bool:
    """Whether the area is the state or country that a place lies in, not another place.

    >>> is_area("Aden", "Yemen"), is_area("DETROIT", "HONG KONG"), is_area("London", "Ontario")
    (True, False, True)
    """
    entries = find_region_entries(area)
    known = places().lookup(" ".join(name.split()))
    if known is None or any(entry.kind == "region" for entry in entries):
        return bool(entries)
    return any(entry.country == known.country for entry in entries)


def build_place(text: str, start: int, end: int, area: str | None = None) -> Place:
    """A Place of the range; ``area`` is the state or country printed behind the name."""
    name = text[start:end]
    if area is not None:
        name = name[: name.rindex(area)].rstrip(" ,(\n\r\t")
    name = " ".join(name.split())
    known = places().lookup(name, area)
    if known is None:
        return Place(text, start, end, name=ordinary_capitals(name))
    return Place(text, start, end, name=known.name, region=known.region, country=known.country)


def read_place(text: str, pos: int, limit: int) -> tuple[Place, int] | None:
    """The place behind a name, with its preposition, and where it ends; None if there is none.

    Of several places ("in Rome and Paris") it is the first, and the end is behind the last.

    >>> place, end = read_place(" in ADEN, Yemen, Bo Li", 0, 22)
    >>> place.name, place.country, end
    ('Aden', 'YE', 15)
    >>> read_place(" in time", 0, 8) is None
    True
    """
    lead = IN_RE.match(text, pos, limit)
    found = patterns().name.match(text, lead.end(), limit) if lead else None
    if found is None:
        return None
    start, end, area = found.start(), found.end(), None
    region = patterns().area.match(text, end, limit)
    if region is not None and is_area(found.group(), region["area"]):
        area, end = region["area"], region.end()
    while (more := patterns().more.match(text, end, limit)) is not None and is_place(more["name"]):
        end = more.end()
    last = region.end() if area is not None and region is not None else found.end()
    return build_place(text, start, last, area), end
