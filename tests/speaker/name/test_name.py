"""Parts of personal names."""

from __future__ import annotations

import pytest

from diplotext.speaker.name.name import family_of, is_compatible, key_of


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Joseph Callahan", "Joe Callahan", True),
        ("Joseph R. Callahan", "J.R. Callahan", True),
        ("Joseph Callahan", "Joseph R. Callahan", True),
        ("Maria Fernanda Lopez", "Fernanda Lopez", True),
        ("Helen Marsh", "Peter Marsh", False),
        ("Thomas Weld Jr.", "Thomas Weld Sr.", False),
        ("Thomas Weld", "Thomas Weld Jr.", False),
        ("Thomas Weld", "Thomas Weld III", True),
        ("José Muñoz", "Jose Munoz", True),
    ],
)
def test_is_compatible(one, other, same):
    keys = [[key_of(word) for word in name.split()] for name in (one, other)]
    assert is_compatible(*keys) is same
    assert is_compatible(*reversed(keys)) is same


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Pieter van der Meulen", "van der Meulen"),
        ("Ana de la Cruz", "de la Cruz"),
        ("Samir al-Haddad", "al-Haddad"),
        ("Thomas Weld Jr.", "Weld"),
        ("Pelé", "Pelé"),
    ],
)
def test_family_of(name, family):
    assert family_of(name.split()) == family
