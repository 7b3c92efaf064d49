"""Countries by name, adjective, people, capital and metonym."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotext.lexicon import nationalities


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


@given(st.text(max_size=40))
def test_any_text_is_looked_up(text):
    nationalities().lookup(text)
    assert (text in nationalities()) is bool(nationalities().countries(text))
