"""Names of a story: where they stand, and what of them is a title."""

from __future__ import annotations

import pytest

from diplotext.speaker.name.join import find_names


def names_of(text):
    return [
        (" ".join(name.lead), " ".join(name.words), name.kind)
        for name in find_names(text, [(0, len(text))], [])
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Russian Foreign Minister Pavel Orlov flew home.",
            [("Russian Foreign Minister", "Pavel Orlov", "person")],
        ),
        ("On Monday Mr. Brandt left.", [("Mr.", "Brandt", "person")]),
        (
            "Secretary of State Edith Crane left.",
            [("Secretary of State", "Edith Crane", "person")],
        ),
        (
            "Bank of Canada Governor Hugh Penn spoke.",
            [("Bank of Canada Governor", "Hugh Penn", "person")],
        ),
        ("the Department of Justice", [("", "Department of Justice", "organization")]),
        (
            "the Food and Drug Administration",
            [("", "Food and Drug Administration", "organization")],
        ),
        (
            "Brandt's Labour Party won.",
            [("", "Brandt", "unknown"), ("", "Labour Party", "organization")],
        ),
        ("The U.N. sent troops.", [("", "U.N.", "organization")]),
        ("The 1951 Harbour Convention holds.", [("", "1951 Harbour Convention", "document")]),
        ("South Korean-born Min Park won.", [("", "Min Park", "person")]),
        ("House Republican Thomas Vane left.", [("House Republican", "Thomas Vane", "person")]),
        ("NEW TALKS IN DOUBT", []),
        ("Alliance to Reclaim Our Ports", [("", "Alliance to Reclaim Our Ports", "organization")]),
        (
            "the Department of Health and Human Services",
            [("", "Department of Health and Human Services", "organization")],
        ),
        ("the Ministry of Trade's aide", [("", "Ministry of Trade", "organization")]),
        ("the Secretary of State spoke", [("", "Secretary of State", "unknown")]),
        ("the President of Norway spoke", [("", "President of Norway", "unknown")]),
        ("President of Norway Olav Rud", [("President of Norway", "Olav Rud", "person")]),
        ("Weld & Sons", [("", "Weld & Sons", "organization")]),
        ("U.N. Women", [("", "U.N. Women", "organization")]),
        ("Nordby County", [("", "Nordby County", "place")]),
        ("United Dock Workers", [("", "United Dock Workers", "organization")]),
        ("Russian Pavel Orlov", [("Russian", "Pavel Orlov", "person")]),
        ("the Nordby Herald Building", [("", "Nordby Herald Building", "organization")]),
        ("Democrat Zephyr Lund", [("Democrat", "Zephyr Lund", "person")]),
        ("It rained on Tuesday.", []),
        ("Will Okafor run?", [("", "Okafor", "unknown")]),
        ("They met Will Okafor.", [("", "Will Okafor", "person")]),
        ("Teresa May left in May.", [("", "Teresa May", "person")]),
        ("In April Okafor left.", [("", "Okafor", "unknown")]),
        ("They asked Jan Vogt.", [("", "Jan Vogt", "person")]),
        ("He said so. But nobody came.", []),
        ("It’s late, I’ll go.", []),
        (
            "Pieter van der Meulen and Samir al-Haddad",
            [("", "Pieter van der Meulen", "person"), ("", "Samir al-Haddad", "person")],
        ),
        ("Thomas Weld, Jr., spoke.", [("", "Thomas Weld Jr.", "person")]),
    ],
)
def test_find_names(text, names):
    assert names_of(text) == names


def test_offsets_are_of_the_name_without_titles_and_possessive():
    text = "They met Trade Minister Ruth Okafor's aide."
    (name,) = find_names(text, [(0, len(text))], [])
    assert text[name.start : name.end] == "Ruth Okafor"
    assert text[name.outer : name.end] == "Trade Minister Ruth Okafor"
    assert name.possessive


def test_names_inside_quotation_marks_are_marked():
    text = "“Ask Joel Brandt,” said Ruth Okafor."
    names = find_names(text, [(0, len(text))], [(0, 18)])
    assert [name.quoted for name in names] == [True, False]
