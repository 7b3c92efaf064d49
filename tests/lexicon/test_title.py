"""Titles: found at a phrase's end, bound by meaning."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotext.lexicon import honorifics, titles


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


@given(st.text(max_size=40))
def test_any_text_is_looked_up(text):
    found = titles().find_tail(text)
    if found is None:
        assert titles().lookup(text.strip()) is None
    else:
        assert titles().lookup(text[found.start :]) == found.entry
