"""Closing credits: every form of them, and what only sounds like one."""

import pytest
from tests.case_files import load_cases

from diplotext.combinators import Match, Miss
from diplotext.errors import ParseError
from diplotext.trailer.credit import credits, parse_credits  # noqa: A004 - the zone's name
from diplotext.trailer.credit_search import find_credits
from diplotext.trailer.trailer import find_trailer
from diplotext.trailer.vocabulary import vocabulary


@pytest.mark.parametrize("case", load_cases("credit"))
def test_cases(case):
    found = find_trailer(case["text"], 0, len(case["text"])).credits
    given = [
        [credit.role, [name.text for name in credit.names], credit.place and credit.place.name]
        for credit in found
    ]
    assert given == case["credits"]


def test_credits_tile_the_block():
    block = "(Reporting by Ann Roe in Oslo and Bo Li ; Editing by Cy Day )"
    found = parse_credits(block)
    assert [credit.text for credit in found] == [
        "(Reporting by Ann Roe in Oslo and ",
        "Bo Li ; ",
        "Editing by Cy Day )",
    ]


def test_place_has_its_country():
    place = parse_credits("(Reporting by Ann Roe in ANN ARBOR, Mich.)")[0].place
    assert place is not None
    assert (place.name, place.region, place.country) == ("Ann Arbor", "Michigan", "US")
    assert place.text == "ANN ARBOR, Mich."


def test_an_unknown_place_keeps_its_name():
    place = parse_credits("(Reporting by Ann Roe in UNHEARD-OF)")[0].place
    assert place is not None
    assert (place.name, place.country) == ("Unheard-of", None)


def test_combinator_matches_and_misses():
    found = credits("x (Writing by Ann Roe) y", 2)
    assert isinstance(found, Match)
    assert found.end == 22
    assert credits("Rain fell.", 0) == Miss(0, frozenset({"credit"}))


def test_strict_parsing_says_what_was_expected():
    with pytest.raises(ParseError, match="line 1, column 1: expected credit"):
        parse_credits("Rain fell.")


def test_only_the_region_is_looked_at():
    text = "It fell. (Reporting by Ann Roe)"
    assert find_credits(text, 0, 8) == ()
    assert find_credits(text, 8, len(text))[0].names[0].text == "Ann Roe"


def test_a_block_may_not_be_followed_by_the_story():
    text = "(Reporting by Ann Roe) " + "The ferry sails in May. " * 60
    assert find_credits(text, 0, len(text)) == ()


@pytest.mark.parametrize(
    ("phrase", "role"),
    [
        ("Reporting by", "reporting"),
        ("Further reporting by", "additional reporting"),
        ("Additional editing by", "additional editing"),
        ("Reporting, writing by", "reporting and writing"),
        ("Reporting and editing by", "reporting and editing"),
        ("To contact the reporter on this story:", "reporting"),
        ("Photos by", "photography"),
        ("Video by", "production"),
        ("by", "contributing"),
    ],
)
def test_roles(phrase, role):
    assert vocabulary().role_of(phrase) == role
