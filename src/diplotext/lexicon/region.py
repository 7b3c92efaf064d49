"""States, provinces and countries, by every form in which a dateline prints them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, Literal

from attrs import frozen

from diplotext.lexicon.data import read_table
from diplotext.lexicon.fold import fold

__all__ = ["RegionEntry", "find_region_entries", "region_entries"]

# A point of the compass before a region: "C Java", "N. Sumatra".
POINTS = {
    "N": "North",
    "S": "South",
    "E": "East",
    "W": "West",
    "C": "Central",
    "NE": "Northeast",
    "NW": "Northwest",
    "SE": "Southeast",
    "SW": "Southwest",
}
# Whose codes stand in datelines ("CITY, TX", "MELBOURNE, VIC"), in capitals only: "ME" is Maine.
CODED = ("US", "CA", "AU")
LONGEST_INITIALS = len("N. S. W.")
REMEMBERED = 1000  # how many names: a story's places are asked for again and again


@frozen
class RegionEntry:
    """A state, a province or a country.

    ``name`` is the full one, ``country`` an ISO 3166-1 alpha-2 code, ``code`` the postal or
    ISO 3166-2 code without the country (for a country its alpha-2 code), ``kind`` tells which.
    """

    name: str
    country: str
    code: str
    aliases: tuple[str, ...] = ()
    kind: Literal["region", "country"] = "region"


@cache
def region_entries() -> tuple[RegionEntry, ...]:
    """All of them: states and provinces first, in the order of the table, then countries."""
    rows: list[dict[str, Any]] = read_table("regions")
    regions = (
        RegionEntry(row["name"], row["country"], row["code"], tuple(row.get("aliases", ())))
        for row in rows
    )
    countries = (
        RegionEntry(
            row["name"],
            row["code"],
            row["code"],
            (*row.get("names", ()), *row.get("formerly", ())),
            "country",
        )
        for row in read_table("countries")
    )
    return (*regions, *countries)


def forms_of(entry: RegionEntry) -> Iterator[str]:
    """The keys of an entry; codes keep their capitals and so never meet a folded name."""
    yield from (fold(form) for form in (entry.name, *entry.aliases))
    if entry.kind == "region" and entry.country in CODED:
        yield entry.code


@cache
def region_index() -> dict[str, tuple[RegionEntry, ...]]:
    """Entries by key."""
    found: dict[str, tuple[RegionEntry, ...]] = {}
    for entry in region_entries():
        for key in dict.fromkeys(forms_of(entry)):
            found[key] = (*found.get(key, ()), entry)
    return found


@lru_cache(REMEMBERED)
def find_region_entries(printed: str) -> tuple[RegionEntry, ...]:
    """All regions and countries printed so: abbreviated, in full, or as a postal code.

    >>> [entry.name for entry in find_region_entries("Mich.")]
    ['Michigan']
    >>> [(entry.country, entry.kind) for entry in find_region_entries("Georgia")]
    [('US', 'region'), ('GE', 'country')]
    >>> find_region_entries("ME")[0].name, find_region_entries("of")
    ('Maine', ())
    """
    bare = printed.strip()
    if ". " in bare and len(bare) <= LONGEST_INITIALS and bare.isupper():
        bare = bare.replace(". ", ".")  # "N. Y.", "D. C." of old papers
    is_known = fold(bare) in region_index()  # "W. Va."
    if bare[:1] in POINTS and " " in bare[:5] and not is_known:  # "C Java", "N. Sumatra"
        point, _, rest = bare.partition(" ")
        if (whole := POINTS.get(point.replace(".", ""))) is not None:
            bare = f"{whole} {rest}"
    coded = region_index().get(bare.replace(".", "")) if bare.isupper() else None
    named = region_index().get(fold(bare).removeprefix("the "), ())
    return tuple(dict.fromkeys((*named, *(coded or ()))))
