"""A small gazetteer: which country, and which state, a dateline's place lies in.

Bare names are never guessed: a name has a country if only one place is called so, or if one is
prominent (a capital, a city that stands alone in the stylebooks, or far larger than the rest).
"""

from __future__ import annotations

from functools import cache
from typing import Any

from attrs import field, frozen

from diplotext.lexicon.capitals import is_in_capitals, restore_capitals, transfer_capitals
from diplotext.lexicon.data import read_table
from diplotext.lexicon.fold import fold
from diplotext.lexicon.region import RegionEntry, find_region_entries, region_entries

__all__ = ["Gazetteer", "PlaceEntry", "ordinary_capitals", "place_key", "places"]

# "Saint Petersburg" is "St. Petersburg", "Fort Worth" "Ft. Worth".
SHORT_WORDS = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft", "&": "and"}


@frozen
class PlaceEntry:
    """A place: ``name`` as printed but in ordinary capitals, ``region`` in full, ``country``."""

    name: str
    region: str | None = None
    country: str | None = None


def place_key(printed: str) -> str:
    """The folded name with "saint", "mount" and "fort" shortened.

    >>> place_key("Saint Petersburg") == place_key("ST. PETERSBURG")
    True
    """
    if printed.isascii() and printed.isalpha():  # most names, and there are thousands
        return printed.lower()
    return " ".join([SHORT_WORDS.get(word, word) for word in fold(printed).split(" ")])


@frozen
class Gazetteer:
    """Places by name.

    ``index`` gives for a key the spellings, each with its group ("RU", "US/GA"; "" is of no
    country), ``prominent`` the group meant by a bare name, ``ambiguous`` the keys that mean none.
    """

    index: dict[str, tuple[tuple[str, str], ...]] = field(repr=False)
    prominent: dict[str, str] = field(repr=False)
    ambiguous: frozenset[str] = field(repr=False)

    def __contains__(self, printed: object) -> bool:
        """Whether some place, country or state is called so.

        >>> "Springfield" in places(), "Bavaria" in places(), "However" in places()
        (True, True, False)
        """
        return isinstance(printed, str) and (
            place_key(printed) in self.index or bool(find_region_entries(printed))
        )

    def ordinary_capitals(self, printed: str) -> str:
        """The name in ordinary capitals: the gazetteer's own for known places, else by rule.

        >>> [places().ordinary_capitals(name) for name in ("RIO DE JANEIRO", "SAN JOSÉ", "KYIV")]
        ['Rio de Janeiro', 'San José', 'Kyiv']
        >>> places().ordinary_capitals("Ottawa")
        'Ottawa'
        """
        if not is_in_capitals(printed):
            return printed
        for spelling, _ in self.index.get(place_key(printed), ()):
            if (known := transfer_capitals(printed, spelling)) is not None:
                return known
        return restore_capitals(printed)

    def lookup(self, name: str, region: str | None = None) -> PlaceEntry | None:
        """The place meant, or None if there is none or more than one.

        ``region`` is what follows the name in print: a state, a province, a country, or both
        ("Ontario, Canada"). A place in a known region needs no entry of its own.

        >>> places().lookup("MOSCOW")
        PlaceEntry(name='Moscow', region=None, country='RU')
        >>> places().lookup("MOSCOW", "Idaho")
        PlaceEntry(name='Moscow', region='Idaho', country='US')
        >>> places().lookup("CAMBRIDGE"), places().lookup("UNHEARD-OF")
        (None, None)
        """
        if region is None or not region.strip():
            return self.lookup_bare(name)
        entry = self.lookup_region(region, name)
        if entry is None:
            return None
        state = entry.name if entry.kind == "region" else self.state_within(name, entry.country)
        return PlaceEntry(self.ordinary_capitals(name), state, entry.country)

    def lookup_bare(self, name: str) -> PlaceEntry | None:
        """The place that a name without a region means: never a guess."""
        key = place_key(name)
        found = self.index.get(key, ())
        if not found:
            return self.lookup_whole(name)
        groups = {group for _, group in found}
        if not name.isascii():  # SAN JOSÉ: only the accents tell it from San Jose, Calif.
            same = {group for spelling, group in found if spelling.casefold() == name.casefold()}
            groups = same or groups
        if (meant := self.prominent.get(key)) in groups and meant is not None:
            groups = {meant}
        countries = {group.partition("/")[0] for group in groups}
        if len(countries) > 1 or (key in self.ambiguous and name.isascii()):
            return None
        region = group_region(groups.pop()) if len(groups) == 1 else None
        return PlaceEntry(self.ordinary_capitals(name), region, countries.pop() or None)

    def lookup_whole(self, name: str) -> PlaceEntry | None:
        """A country or a state that stands where a city might ("NORTHERN IRELAND (AP)")."""
        found = find_region_entries(name)
        if len(found) != 1 or len(name.strip(" .")) < 3:
            return None
        return PlaceEntry(self.ordinary_capitals(name), None, found[0].country)

    def lookup_region(self, printed: str, name: str | None = None) -> RegionEntry | None:
        """The state, province or country meant; a city's name decides where several are.

        >>> places().lookup_region("Ga.").name, places().lookup_region("Georgia", "Tbilisi").kind
        ('Georgia', 'country')
        >>> places().lookup_region("Ontario, Canada").code, places().lookup_region("Nowhere")
        ('ON', None)
        >>> [places().lookup_region("Niger", town).country for town in ("Niamey", "Minna")]
        ['NE', 'NG']
        """
        found = find_region_entries(printed)
        first, comma, last = printed.rpartition(",")
        if not found and comma and (whole := find_region_entries(last)):
            countries = {entry.country for entry in whole}
            found = tuple(e for e in find_region_entries(first) if e.country in countries) or whole
        if name is not None and (len(found) != 1 or found[0].kind == "country"):
            groups = {group for _, group in self.index.get(place_key(name), ())}
            # "Minna (Niger)": Nigeria's states are printed without their "State".
            for known in (found, find_region_entries(f"{printed} State")):
                held = tuple(e for e in known if any(lies_in(group, e) for group in groups))
                if held:
                    found = held
                    break
        if len(found) == 1 or (found and found[0].country == "US"):
            return found[0]  # American datelines are the ones that print states
        return None

    def state_within(self, name: str, country: str) -> str | None:
        """The state of a city in a known country, where only one has it."""
        groups = {group for _, group in self.index.get(place_key(name), ())}
        states = {group_region(g) for g in groups if g.partition("/")[0] == country}
        return states.pop() if len(states) == 1 else None


def lies_in(group: str, entry: RegionEntry) -> bool:
    """Whether the places of a group ("US/GA", "GE") lie in a region or country."""
    country, _, code = group.partition("/")
    return country == entry.country and (entry.kind == "country" or code in ("", entry.code))


@cache
def region_names() -> dict[str, str]:
    """The full names of states and provinces by group ("US/GA")."""
    regions = (entry for entry in region_entries() if entry.kind == "region")
    return {f"{entry.country}/{entry.code}": entry.name for entry in regions}


def group_region(group: str) -> str | None:
    """The name of a group's state; None for the group of a whole country."""
    return region_names().get(group)


@cache
def places() -> Gazetteer:
    """The gazetteer as committed.

    >>> places().lookup("ST. PETERSBURG").country, places().lookup("ANN ARBOR", "Mich.").country
    ('RU', 'US')
    """
    table: dict[str, Any] = read_table("places")
    index: dict[str, tuple[tuple[str, str], ...]] = {}
    for group, names in table["cities"].items():
        for name in names:
            # In the Philippines cities say that they are: "LEGAZPI CITY –".
            forms = (name, f"{name} City") if group == "PH" and " City" not in name else (name,)
            for form in forms:
                key = place_key(form)
                one = ((form, group),)
                index[key] = index[key] + one if key in index else one
    return Gazetteer(index, table["prominent"], frozenset(table["ambiguous"]))


def ordinary_capitals(printed: str) -> str:
    """A place's name in ordinary capitals, whether the gazetteer has it or not.

    >>> ordinary_capitals("ST. PETERSBURG"), ordinary_capitals("McALLEN")
    ('St. Petersburg', 'McAllen')
    >>> ordinary_capitals("XI'AN"), ordinary_capitals("Lake of the Woods")
    ("Xi'an", 'Lake of the Woods')
    """
    return places().ordinary_capitals(printed)
