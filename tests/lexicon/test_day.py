"""Months and weekdays in the languages of the wires."""

import pytest

from diplotext.lexicon import months, weekdays


@pytest.mark.parametrize(
    "form, language, number",
    [
        ("jan", "en", 1),
        ("sept", "en", 9),
        ("aout", "fr", 8),
        ("marz", None, None),
        ("marzo", "es", 3),
        ("dez", "pt", 12),
        ("maerz", "de", None),
        ("marz", "de", 3),
        ("maj", "sv", 5),
        ("today", None, None),
    ],
)
def test_months(form, language, number):
    if number is None and language is None:
        assert form not in months("en")
    else:
        assert months(language).get(form) == number


def test_each_language_has_all_of_them():
    for language in ("en", "fr", "es", "pt", "de", "it", "nl"):
        assert set(months(language).values()) == set(range(1, 13))
        assert set(weekdays(language).values()) == set(range(7))


def test_english_comes_first():
    assert months()["mar"] == 3
    assert months()["may"] == 5
    assert weekdays()["sun"] == 6
    assert months("xx") == {}
