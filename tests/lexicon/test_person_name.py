"""Given names and nicknames."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotext.lexicon import given_names, nicknames


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


@given(st.text(max_size=40))
def test_any_text_is_looked_up(text):
    given_names().gender(text)
    assert nicknames().may_be_same(text, text)
