"""Agencies: found however printed, told apart by place, added at run time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.case_files import load_cases

from diplotext.lexicon import AgencyEntry, agencies


@pytest.mark.parametrize("case", load_cases("lexicon_agency"))
def test_lookup(case):
    found = agencies().lookup(case["printed"], case.get("country"))
    assert (found and found.id) == case["expected"]


@given(st.sampled_from(agencies().entries), st.data())
def test_every_form_is_found(entry, data):
    form = data.draw(st.sampled_from((entry.name, *entry.aliases)))
    change = data.draw(st.sampled_from([str, str.upper, str.lower, lambda form: f" {form} "]))
    assert entry in agencies().candidates(change(form))
    found = agencies().lookup(form, entry.country)
    others = [one for one in agencies().candidates(form) if one is not entry]
    rivals = [one for one in others if entry.country in {None, one.country}]
    assert found is (None if rivals else entry)


@given(st.text(max_size=30))
def test_any_text_is_looked_up(printed):
    found = agencies().lookup(printed)
    assert found is None or printed in agencies()


def test_an_added_agency_is_found_and_the_old_lexicon_stays():
    house = AgencyEntry("harbour", "Harbour News", ("HN", "Harbour"), "IE", ("en",))
    lexicon = agencies().with_agency(house)
    assert lexicon.lookup("hn") == house
    assert "HN" not in agencies()
    assert len(lexicon.entries) == len(agencies().entries) + 1


def test_an_agency_of_the_same_id_is_replaced():
    house = AgencyEntry("tass", "TASS", ("Telegraph",), "RU", ("ru",))
    lexicon = agencies().with_agency(house)
    assert lexicon.lookup("TASS") == house
    assert lexicon.lookup("ITAR-TASS") is None
    assert len(lexicon.entries) == len(agencies().entries)


@pytest.mark.parametrize("name", ["aliases", "languages", "datelines"])
def test_one_string_where_several_belong_is_refused(name):
    with pytest.raises(TypeError, match=r"a tuple of strings is needed, not the string 'HN'"):
        AgencyEntry("harbour", "Harbour News", **{name: "HN"})
    assert getattr(AgencyEntry("harbour", "Harbour News", **{name: ["HN"]}), name) == ("HN",)


def test_what_is_no_entry_is_refused():
    with pytest.raises(TypeError, match="entry: an AgencyEntry is needed, not str"):
        agencies().with_agency("HN")


def test_words_are_not_distinctive():
    for printed in ("Trend", "TIME", "People", "MAP", "CP"):
        assert printed in agencies()
        assert not agencies().is_distinctive(printed)
    for printed in ("AFP", "Reuters", "Business Wire", "ITAR-TASS"):
        assert agencies().is_distinctive(printed)
