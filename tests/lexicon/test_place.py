"""Places: what a name means, and that a bare one is never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.case_files import load_cases

from diplotext.lexicon import PlaceEntry, ordinary_capitals, places
from diplotext.lexicon.place import place_key


@pytest.mark.parametrize("case", load_cases("lexicon_place"))
def test_lookup(case):
    found = places().lookup(case["name"], case.get("region"))
    assert found == (PlaceEntry(*case["expected"]) if case["expected"] else None)


@pytest.mark.parametrize("case", load_cases("ordinary_capitals"))
def test_ordinary_capitals(case):
    assert ordinary_capitals(case["printed"]) == case["expected"]


@given(st.text(max_size=40), st.text(max_size=20) | st.none())
def test_any_text_is_looked_up(name, region):
    places().lookup(name, region)
    assert len(ordinary_capitals(name)) >= 0


@given(st.sampled_from(sorted(places().index)))
def test_capitals_do_not_matter(key):
    spelling = places().index[key][0][0]
    bare, shouted = places().lookup(spelling), places().lookup(spelling.upper())
    if spelling.upper().casefold() == spelling.casefold():
        assert (bare and bare.country) == (shouted and shouted.country)


@given(st.text(alphabet=st.characters(categories=["Lu", "Zs"], max_codepoint=0x24F), max_size=30))
def test_ordinary_capitals_change_only_case(name):
    assert place_key(ordinary_capitals(name)) == place_key(name)


def test_stylebook_cities_stand_alone():
    for name in "ATLANTA,CINCINNATI,LAS VEGAS,ST. LOUIS,SALT LAKE CITY,SAN ANTONIO".split(","):
        assert places().lookup(name).country == "US", name
        assert places().lookup(name).region, name
    for name, country in [("GENEVA", "CH"), ("HO CHI MINH CITY", "VN"), ("MACAO", "MO")]:
        assert places().lookup(name).country == country
