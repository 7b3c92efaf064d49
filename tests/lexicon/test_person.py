"""Titles, names, nationalities, organisations, role nouns: what stage "speaker" asks of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotext.lexicon import (
    given_names,
    honorifics,
    nationalities,
    nicknames,
    organizations,
    role_nouns,
    titles,
)


@pytest.mark.parametrize(
    "one, other, expected",
    [
        ("foreign minister", "top diplomat", True),
        ("Secretary of State", "chief diplomat", True),
        ("premier", "prime minister", True),
        ("pope", "pontiff", True),
        ("senator", "lawmaker", True),
        ("president", "leader", True),
        ("chief executive", "CEO", True),
        ("foreign minister", "defense minister", False),
        ("prime minister", "president", False),
        ("senator", "governor", False),
        ("judge", "lawyer", False),
        ("minister", "turbine", False),
    ],
)
def test_titles_of_one_person(one, other, expected):
    assert titles().may_be_same(one, other) is expected
    assert titles().may_be_same(other, one) is expected


@pytest.mark.parametrize(
    "phrase, meaning, former, deputy",
    [
        ("Russian Foreign Minister", "foreign-minister", False, False),
        ("former Prime Minister", "prime-minister", True, False),
        ("ex-president", None, False, False),
        ("then-Gov.", None, False, False),
        ("Deputy Prime Minister", "deputy-prime-minister", False, False),
        ("first deputy finance minister", "finance-minister", False, True),
        ("the late king", "king", True, False),
        ("Maj. Gen.", "general", False, False),
        ("House Speaker", "speaker", False, False),
        ("the ministry", None, False, False),
        ("", None, False, False),
    ],
)
def test_title_at_the_end(phrase, meaning, former, deputy):
    found = titles().find_tail(phrase)
    if meaning is None:
        assert found is None
    else:
        assert (found.entry.meaning, found.is_former, found.is_deputy) == (meaning, former, deputy)
        assert titles().lookup(phrase[found.start :]) == found.entry


def test_gender_of_forms():
    assert titles().lookup("congresswoman").gender == "female"
    assert titles().lookup("king").gender == "male"
    assert titles().lookup("senator").gender is None
    assert honorifics()["mr"] == "male"
    assert honorifics()["prof"] is None


@pytest.mark.parametrize(
    "one, other, expected",
    [
        ("Moscow", "Russian", True),
        ("Kremlin", "Moscow", True),
        ("Downing Street", "British", True),
        ("U.S.", "American", True),
        ("Georgia", "Georgian", True),
        ("Dutch", "The Hague", True),
        ("Moscow", "Ukrainian", False),
        ("Niger", "Nigerian", False),
        ("Tuesday", "Tuesday", False),
    ],
)
def test_words_of_one_country(one, other, expected):
    assert nationalities().is_same_country(one, other) is expected


@pytest.mark.parametrize(
    "name, gender",
    [
        ("John", "male"),
        ("Sergey", "male"),
        ("Binyamin", "male"),
        ("Shinzo", "male"),
        ("Mohammed", "male"),
        ("Angela", "female"),
        ("Yulia", "female"),
        ("Fatima", "female"),
        ("Anne-Marie", "female"),
        ("Robin", None),
        ("Kim", None),
        ("Zzyzx", None),
        ("", None),
    ],
)
def test_gender_of_names(name, gender):
    assert given_names().gender(name) == gender
    assert given_names().gender(name.upper()) == gender


@pytest.mark.parametrize(
    "one, other, expected",
    [
        ("Joe", "Joseph", True),
        ("Bill", "William", True),
        ("Bob", "Robert", True),
        ("Liz", "Elizabeth", True),
        ("Vladimir", "Volodymyr", True),
        ("José", "Jose", True),
        ("Joe", "Bob", False),
        ("John", "Joan", False),
        ("Smith", "Jones", False),
    ],
)
def test_nicknames(one, other, expected):
    assert nicknames().may_be_same(one, other) is expected
    assert nicknames().may_be_same(other, one) is expected


@pytest.mark.parametrize(
    "printed, expected",
    [
        ("FBI", True),
        ("the Justice Department", True),
        ("Ministry of Foreign Affairs", True),
        ("Harbour Holdings Ltd.", True),
        ("University of Nova Brama", True),
        ("Ada Byron", False),
        ("Thursday", False),
        ("", False),
    ],
)
def test_names_of_organizations(printed, expected):
    assert organizations().is_name(printed) is expected


def test_role_nouns():
    nouns = role_nouns()
    assert nouns["women"].lemma == "woman"
    assert (nouns["women"].number, nouns["women"].gender) == ("plural", "female")
    assert nouns["parties"].kind == "group" if "parties" in nouns else True
    assert nouns["studies"].kind == "document"
    assert nouns["spokesman"].is_unnamed
    assert not nouns["senator"].is_unnamed
    assert nouns["lawyers"].lemma == "lawyer"


@given(st.text(max_size=40))
def test_any_text_is_looked_up(text):
    titles().find_tail(text)
    nationalities().lookup(text)
    given_names().gender(text)
    organizations().is_name(text)
    organizations().is_suffix(text)
    assert nicknames().may_be_same(text, text)
