"""Sluglines and the headers of raw feeds."""

import pytest
from tests.case_files import load_cases, read_zone

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
