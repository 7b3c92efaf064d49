"""Sluglines and the headers of raw feeds."""

import pytest
from tests.case_files import load_cases, read_zone
from tests.growth import assert_linear

from diplotext.errors import ParseError
from diplotext.head.slugline import parse_slugline, slugline


@pytest.mark.parametrize("case", load_cases("slugline"))
def test_case(case):
    found = read_zone(slugline, case)
    if found is None:
        return
    line = found.value
    assert line.text == case["span"]
    assert [word.text for word in line.keywords] == case["keywords"]
    assert (line.take and line.take.text) == case["take"]
    assert (line.priority, line.category) == (case["priority"], case["category"])


def test_error():
    with pytest.raises(ParseError, match="expected slugline"):
        parse_slugline("Ferry sails again")


@pytest.mark.parametrize("word", ["A", "AB-", "A.", "A/"])
def test_a_line_of_capitals_takes_linear_time(word):
    assert_linear(lambda count: slugline("XX/" + word * count + "! x\n\nText", 0), 100)
