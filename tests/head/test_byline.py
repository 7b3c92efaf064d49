"""Bylines: who wrote the story."""

import pytest
from tests.case_files import load_cases, read_zone

from diplotext.errors import ParseError
from diplotext.head.byline import byline, parse_byline


@pytest.mark.parametrize("case", load_cases("byline"))
def test_case(case):
    found = read_zone(byline, case)
    if found is None:
        return
    line = found.value
    assert line.text == case["span"]
    assert [name.text for name in line.names] == case["names"]
    assert (line.agency and line.agency.name) == case["agency"]
    assert [title.text for title in line.titles] == case["titles"]
    assert (line.place and line.place.name) == case["place"]
    assert [contact.text for contact in line.contacts] == case["contacts"]


def test_parts_lie_inside():
    line = parse_byline("By Ann Roe and Bo Li in Oslo, AFP (ann@example.com)\n")
    assert all(part in line for part in line.children())


def test_error():
    with pytest.raises(ParseError, match="expected byline"):
        parse_byline("By and large")
