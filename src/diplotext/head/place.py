"""Places of datelines and bylines: "ST. PETERSBURG", "ANN ARBOR, Mich.", "MADRID (SPAIN)".

    place = name ["," region] ["," country] | name ("(" | "[") country (")" | "]")

The name stands in capitals or not, the region and country as the stylebooks print them: long,
short, with stops or without. Not handled: addresses, coordinates, digits in names.
"""

from __future__ import annotations

from functools import cached_property

import regex
from attrs import frozen

from diplotext.combinators import Match, Miss, parse_with
from diplotext.head.day import day
from diplotext.head.place_name import APOSTROPHE, GAP, begins_day, is_city, read_name
from diplotext.lazy_pattern import gated_regex, lazy_regex
from diplotext.lexicon.agency import agencies
from diplotext.lexicon.place import PlaceEntry, ordinary_capitals, place_key, places
from diplotext.lexicon.region import find_region_entries
from diplotext.model import Place

__all__ = ["PlaceRead", "is_city", "parse_place", "place", "read_place", "read_whole_place"]

EXPECTED = frozenset({"place"})
PARTS = frozenset(",.([")  # what a region stands behind

# The river behind a German town's name: "Frankfurt a.M.", "Frankfurt a. d. Oder".
RIVER_RE = gated_regex(r"[ ]a\.[ ]?(?:d\.[ ]?)?\p{Lu}(?:\.|\p{Ll}{2,8}(?!\p{L}))")
# What may be a region or country: up to four words, with the stops of short forms (N.C., Mich.).
AREA_WORD = rf"\p{{Lu}}[\p{{L}}\p{{M}}.{APOSTROPHE}]*+(?:-\p{{L}}[\p{{L}}\p{{M}}.]*+)*+"
AREA_RE = gated_regex(
    rf"(?:the\s)?(?P<word>{AREA_WORD})"
    rf"(?:{GAP}(?P<word>(?:and|of|the|da|do|de|del)(?!\p{{L}})|{AREA_WORD})){{0,4}}"
)
MORE_RE = lazy_regex(rf"{GAP}(?P<word>\p{{Lu}}\p{{L}})")
COMMA_RE = gated_regex(rf"[ \t\xa0]?(?:\.?,\.?|,,)(?:{GAP})?")
# "FARMINGTON Conn.": a comma forgotten before a short form.
UNMARKED_RE = gated_regex(rf"{GAP}(?=\p{{Lu}}\p{{Ll}}{{1,5}}\.)")
BRACKET_RE = gated_regex(
    rf"(?:(?:{GAP})?|,{GAP}(?=\(\p{{Lu}}{{1,3}}/\p{{Lu}}))[(\[]([^()\[\]\n]{{2,40}})[)\]]"
)
# "Accra (Greater Accra)", "Kumasi (Ashanti Region)"
UNIT_RE = lazy_regex(
    r"Greater\s\p{Lu}\p{L}+|(?:\p{Lu}\p{L}+[ -]){1,3}(?:Region|Province|District|Prefecture|County)"
)
INITIALS_AREA_RE = lazy_regex(r"\p{Lu}{1,3}/\p{Lu}{1,2}")
# Behind the day the agency: "(EFE)", ", GNA".
AFTER_DAY_RE = lazy_regex(rf"[.,]*(?:{GAP})?(?:[(\[]|\p{{Lu}}{{2,}}(?!\p{{L}}))")
# What may stand behind a region that no gazetteer has: it must be seen to be a dateline's.
AFTER_AREA_RE = lazy_regex(
    rf"\.?(?:{GAP})?(?:[,(\[/–—_:]|--?(?=[\s(])|\.(?=\s*\p{{Lu}}\p{{Ll}}{{2,8}}\.?\s\d))"
)


@frozen(slots=False)
class PlaceRead:
    """A place as read, and how sure one can be that it is one.

    ``printed`` is the name alone, ``entry`` what the gazetteer has of it. ``is_known``: it has the
    place or its region; ``in_capitals``: printed so; ``is_area``: a country or state, no town.
    """

    text: str
    start: int
    end: int
    printed: str
    entry: PlaceEntry | None
    is_known: bool
    in_capitals: bool
    is_area: bool

    @property
    def country(self) -> str | None:
        """The country of the gazetteer's place."""
        return self.entry.country if self.entry else None

    @cached_property
    def place(self) -> Place:
        """The place, whose name is made ordinary when it is first asked for."""
        entry = self.entry
        name = entry.name if entry else ordinary_capitals(" ".join(_bare(self.printed).split()))
        region, country = (entry.region, entry.country) if entry else (None, None)
        return Place(self.text, self.start, self.end, name=name, region=region, country=country)


def parse_place(text: str) -> Place:
    """The place at the start of the text; raises ``ParseError`` if there is none.

    >>> found = parse_place("ANN ARBOR, Mich. (AP) -- Text")
    >>> found.name, found.region, found.country, found.text
    ('Ann Arbor', 'Michigan', 'US', 'ANN ARBOR, Mich.')
    >>> parse_place("the harbour")
    Traceback (most recent call last):
    diplotext.errors.ParseError: line 1, column 1: expected place
    the harbour
    ^
    """
    return parse_with(place, text)


def place(text: str, pos: int, /) -> Match[Place] | Miss:
    """The place at ``pos``, with its region and country.

    >>> place("MADRID (SPAIN), 26 JAN 89 (RNE) -- [TEXT]", 0).value.country
    'ES'
    >>> place("27 ministers met", 0)
    Miss(pos=0, expected=frozenset({'place'}))
    """
    found = read_place(text, pos)
    return Match(found.place, found.end) if found is not None else Miss(pos, EXPECTED)


def read_place(text: str, pos: int) -> PlaceRead | None:
    """The place at ``pos`` with what is known of it; None if no name can stand there."""
    name = read_name(text, pos)
    if name is None:
        return None
    end, in_capitals = name
    printed = text[pos:end]
    river = RIVER_RE.match(text, end)
    behind = end = river.end() if river is not None else end
    has_region = False
    for _ in range(3):
        area = _read_area(text, end, printed, has_region=has_region)
        if area is None:
            break
        end, is_region = area
        has_region = has_region or is_region
    # Of two in brackets the last is the country: "Old Harlow (New Harlow) [India]".
    region = text[behind:end].strip(" \t\r\n\xa0,.()[]").rpartition(") [")[2]
    bare = _bare(printed)
    is_town = is_city(bare)
    entry = places().lookup(bare, region) if region else None
    entry = entry or places().lookup(bare)
    is_area = not region and not is_town and bool(find_region_entries(bare))
    is_known = has_region or is_area or is_town or bare != printed
    return PlaceRead(text, pos, end, printed, entry, is_known, in_capitals, is_area)


def read_whole_place(text: str, start: int, end: int) -> PlaceRead | None:
    """The place that fills a range, if the gazetteer has it or its region.

    >>> [read_whole_place(line, 0, len(line)) is None for line in ("ADEN, Yemen", "Ferry sails")]
    [False, True]
    """
    printed = text[start:end]
    if PARTS.isdisjoint(printed) and _bare(printed) == printed and printed not in places():
        return None  # a name alone, and none of the gazetteer's
    found = read_place(text, start)
    return found if found is not None and found.is_known and found.end == end else None


def _bare(printed: str) -> str:
    """The name without what stands before a ship's."""
    return printed.removeprefix("ABOARD ").removeprefix("Aboard ")


def _is_dated(text: str, bracket: regex.Match[str]) -> bool:
    """Whether a name in brackets stands before a day: "BRNO (MORAVIA), 21 MAY 88 (EFE)".

    Ghana's regions go by initials: "Kete Krachi (O/R), Feb. 11, GNA -".
    """
    comma = COMMA_RE.match(text, bracket.end())
    printed = bracket.group(1)
    if comma is None or not (AREA_RE.fullmatch(printed) or INITIALS_AREA_RE.fullmatch(printed)):
        return False
    found = day(text, comma.end())
    return isinstance(found, Match) and AFTER_DAY_RE.match(text, found.end) is not None


def _is_in_country(text: str, bracket: regex.Match[str]) -> bool:
    """Whether the country follows in brackets of its own: "Old Harlow (New Harlow) [India]"."""
    country = BRACKET_RE.match(text, bracket.end())
    return country is not None and bool(find_region_entries(country.group(1)))


def _read_area(text: str, pos: int, name: str, *, has_region: bool) -> tuple[int, bool] | None:
    """The region or country behind a name: its end, and whether the gazetteer has it."""
    bracket = BRACKET_RE.match(text, pos)
    if bracket is not None:
        if bracket.group(1) in agencies():
            return None
        is_known = bool(find_region_entries(bracket.group(1)))
        # "Jos (Plateau) Nov. 12": a state without its "State" behind a town of its country
        is_known = is_known or places().lookup_region(bracket.group(1), name) is not None
        is_known = is_known or UNIT_RE.fullmatch(bracket.group(1)) is not None
        is_area = is_known or _is_dated(text, bracket) or _is_in_country(text, bracket)
        return (bracket.end(), is_known) if is_area else None
    comma = COMMA_RE.match(text, pos) or UNMARKED_RE.match(text, pos)
    words = AREA_RE.match(text, comma.end()) if comma else None
    if words is None or begins_day(text, words.start(), words.ends("word")[0]):
        return None
    for end in reversed(words.ends("word")):
        printed = text[words.start() : end]
        if find_region_entries(printed) and not _goes_on(text, end):
            return None if is_city(printed) and _is_elsewhere(name, printed) else (end, True)
        if printed.isupper() and printed in agencies():
            return None
    other = read_name(text, words.start())
    if other is None or has_region or is_city(text[words.start() : other[0]]):
        return None
    is_short = len(text[words.start() : other[0]].split()) <= 3
    return (other[0], False) if is_short and AFTER_AREA_RE.match(text, other[0]) else None


def _goes_on(text: str, end: int) -> bool:
    """Whether a further word belongs to what was read: "LA JOLLA" is not Louisiana."""
    more = MORE_RE.match(text, end)
    return more is not None and not isinstance(day(text, more.start("word")), Match)


def _is_elsewhere(name: str, area: str) -> bool:
    """Whether a state that is a town as well is the town: "BEIJING, WASHINGTON"."""
    held = {group for _, group in places().index.get(place_key(name), ())}
    states = {f"{e.country}/{e.code}" for e in find_region_entries(area)}
    countries = {e.country for e in find_region_entries(area) if e.kind == "country"}
    if held & states or any(group.partition("/")[0] in countries for group in held):
        return False
    if not area.isupper() and held & {state.partition("/")[0] for state in states}:
        return bool(find_region_entries(name))  # "Denpasar, Bali"; not "Beijing, Shanghai"
    return bool(held) or area.isupper()
