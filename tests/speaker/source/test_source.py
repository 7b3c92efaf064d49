"""Sources as written: what their head is."""

from __future__ import annotations

import pytest

from diplotext.speaker.name.join import find_names
from diplotext.speaker.source.source import read_source


def reading_of(text):
    return read_source(text, 0, len(text), find_names(text, [(0, len(text))], []))


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Trade Minister Ruth Okafor", "Ruth Okafor"),
        ("Okafor, the trade minister,", "Okafor"),
        ("A lawyer for the dockers, Joel Brandt,", "Joel Brandt"),
        ("Halvorsen lawyer Joel Brandt", "Joel Brandt"),
        ("Okafor's lawyer Joel Brandt", "Joel Brandt"),
        ("Okafor’s", "Okafor"),
        ("Okafor herself", "Okafor"),
        ("Dan Hoyle at the Harbour Herald", "Dan Hoyle"),
        ("Data from the Labour Force Survey", "Labour Force Survey"),
        ("A three-judge panel of the Supreme Court", "Supreme Court"),
    ],
)
def test_named(source, name):
    reading = reading_of(source)
    assert reading.kind == "name"
    assert " ".join(reading.name.words) == name


@pytest.mark.parametrize(
    ("source", "determiner", "noun"),
    [
        ("a spokesman for Okafor", "a", "spokesman"),
        ("the Russian top diplomat", "the", "diplomat"),
        ("Okafor's brother", "own", "brother"),
        ("his campaign", "his", "campaign"),
        ("an 800-page, $7 million report", "an", "report"),
        ("the former first lady and senator", "the", "lady"),
        ("officials in Austin, Texas", "", "officials"),
        ("someone who saw it", "", "someone"),
    ],
)
def test_nominal(source, determiner, noun):
    reading = reading_of(source)
    assert (reading.kind, reading.determiner, reading.noun) == ("nominal", determiner, noun)


def test_group_and_pronoun():
    assert reading_of("Ana Duarte and Joel Brandt").kind == "group"
    assert reading_of("Ana Duarte, Dan Hoyle and Joel Brandt").kind == "group"
    assert reading_of("Ana Duarte, head of the bank and of the fund,").kind == "name"
    assert reading_of("She").kind == "pronoun"
    assert reading_of("US").kind != "pronoun"
