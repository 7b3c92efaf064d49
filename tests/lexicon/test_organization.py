"""Organisations by name and by form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotext.lexicon import organizations


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


@given(st.text(max_size=40))
def test_any_text_is_looked_up(text):
    organizations().is_suffix(text)
    assert isinstance(organizations().is_name(text), bool)
