"""The place in a credit: "in New York", "from Aden, Yemen"."""

from __future__ import annotations

from functools import cache

import regex

from diplotext.lexicon.data import read_table
from diplotext.lexicon.fold import fold
from diplotext.model import Place

__all__ = ["PLACE_GAP", "build_place", "is_place", "read_place"]

PLACE_GAP = r"(?:[ \t\xa0]+|[ \t\xa0]*\r?\n[ \t]*)"
WORD = r"(?:(?:[LlDd]|al|Al|el|El)['’-])?\p{Lu}[\p{L}\p{M}]*(?:[-'’‘]\p{L}[\p{L}\p{M}]*)*"
LINK = r"(?:de|del|della|da|do|dos|du|des|di|la|las|los|le|sur|am|an\s+der|on|of|the|upon|and\s+Herzegovina|el|al)"
IN_RE = regex.compile(
    rf"{PLACE_GAP}(?:in|from|at|near|aboard|based\s+in|over\s+in)\s+(?:the\s+)?"
    r"(?:(?:north|south|east|west|cent)\p{Ll}*\s+)?(?=\p{Lu}|[ld]['’]\p{Lu}|\p{Ll}l-\p{Lu})"
)
NAME_RE = regex.compile(
    rf"(?:(?:St|Ste|Ft|Mt)\.\s+)?{WORD}(?:{PLACE_GAP}(?:{LINK}\s+){{0,2}}{WORD}){{0,4}}"
)
REGION_RE = regex.compile(r"\s*,\s*((?:\p{Lu}\.\s?){2,4}|\p{Lu}[\p{L}]*(?:[ -]\p{Lu}[\p{L}]*){0,3}\.?)")
SMALL = {"de", "del", "della", "da", "do", "dos", "du", "des", "di", "la", "las", "los", "le", "sur", "am", "an"}
SMALL |= {"der", "on", "of", "the", "upon", "and", "au", "aux", "el", "al", "en", "es"}
PART_RE = regex.compile(r"[\p{L}\p{M}]+")


def ordinary(printed: str) -> str:
    """A printed place in ordinary capitals.

    >>> ordinary("PORT-AU-PRINCE"), ordinary("ST. PETERSBURG"), ordinary("Rio de Janeiro")
    ('Port-au-Prince', 'St. Petersburg', 'Rio de Janeiro')
    """
    name = " ".join(printed.split())
    if name != name.upper() or len(name) < 4:
        return name
    first = True

    def small(match: regex.Match[str]) -> str:
        nonlocal first
        word = match.group().lower()
        keep = word in SMALL and not first
        first = False
        return word if keep else word.capitalize()

    return str(PART_RE.sub(small, name))


@cache
def areas() -> dict[str, tuple[str | None, str | None]]:
    """Region and country by folded name: states, provinces, countries."""
    found: dict[str, tuple[str | None, str | None]] = {}
    for country in read_table("countries"):
        for name in (country["name"], *country.get("names", ())):
            found[fold(name)] = (None, country["code"])
    for region in read_table("regions"):
        for name in (region["name"], *region["aliases"]):
            found.setdefault(fold(name), (region["name"], region["country"]))
    return found


@cache
def towns() -> dict[str, str]:
    """The country of a town that needs no other word: the capitals."""
    found: dict[str, str] = {}
    for country in read_table("countries"):
        for name in country.get("capitals", ()):
            found.setdefault(fold(name), country["code"])
    return found


def is_place(name: str) -> bool:
    """Whether the gazetteer knows the name.

    >>> is_place("PARIS"), is_place("Ann Roe")
    (True, False)
    """
    key = fold(name)
    return key in towns() or key in areas()


def build_place(text: str, start: int, end: int, area: str = "") -> Place:
    """A Place of the range; ``area`` is the state or country printed behind the name."""
    printed = text[start:end]
    name = printed[: len(printed) - len(area)].rstrip(" ,\n\r\t") if area else printed
    region, country = areas().get(fold(area), (None, None)) if area else (None, None)
    if country is None:
        country = towns().get(fold(name)) or areas().get(fold(name), (None, None))[1]
    return Place(text, start, end, name=ordinary(name), region=region, country=country)


def read_place(text: str, pos: int, limit: int) -> tuple[Place, int] | None:
    """The place behind a name, with its preposition; None if there is none.

    >>> place, end = read_place(" in ADEN, Yemen, Bo Li", 0, 22)
    >>> place.name, place.country, end
    ('Aden', 'YE', 15)
    >>> read_place(" in time", 0, 8) is None
    True
    """
    lead = IN_RE.match(text, pos, limit)
    found = NAME_RE.match(text, lead.end(), limit) if lead else None
    if found is None:
        return None
    start, end, area = found.start(), found.end(), ""
    region = REGION_RE.match(text, end, limit)
    if region is not None and fold(region.group(1)) in areas():
        area = region.group(1)
        end = region.end()
    return build_place(text, start, end, area), further_places(text, end, limit)


MORE_RE = regex.compile(rf"\s*(?:,\s*and\b|,|/|\band\b)\s*({NAME_RE.pattern})(?!{PLACE_GAP}(?:in|at|from)\s)")


def further_places(text: str, pos: int, limit: int) -> int:
    """The end of the other places named ("in Rome and Paris"); they must be known ones."""
    while (more := MORE_RE.match(text, pos, limit)) is not None and is_place(more.group(1)):
        pos = more.end()
    return pos
