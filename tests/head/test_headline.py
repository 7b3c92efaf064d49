"""Headlines and their tags."""

import pytest
from tests.case_files import load_cases

from diplotext.combinators import Match, Miss
from diplotext.errors import ParseError
from diplotext.head.headline import headline, parse_headline


@pytest.mark.parametrize("case", load_cases("headline"))
def test_case(case):
    found = headline(case["text"], 0)
    if case.get("not"):
        assert isinstance(found, Miss), found
        return
    assert isinstance(found, Match), found
    assert found.value.text == case["headline"]
    assert (found.value.tag and found.value.tag.text) == case["tag"]


def test_error():
    with pytest.raises(ParseError, match="expected headline"):
        parse_headline("")


def test_a_line_without_end_is_no_headline():
    assert isinstance(headline("x" * 5000 + "\nText", 0), Miss)
