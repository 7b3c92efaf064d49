"""Sluglines and the headers of raw feeds."""

import pytest
from tests.case_files import load_cases

from diplotext.combinators import Match, Miss
from diplotext.errors import ParseError
from diplotext.head.slugline import parse_slugline, slugline


@pytest.mark.parametrize("case", load_cases("slugline"))
def test_case(case):
    found = slugline(case["text"], 0)
    if case.get("not"):
        assert isinstance(found, Miss), found
        return
    assert isinstance(found, Match), found
    line = found.value
    assert line.text == case["span"]
    assert [word.text for word in line.keywords] == case["keywords"]
    assert (line.take and line.take.text) == case["take"]
    assert (line.priority, line.category) == (case["priority"], case["category"])


def test_error():
    with pytest.raises(ParseError, match="expected slugline"):
        parse_slugline("Ferry sails again")
