"""Headlines and their tags."""

import pytest
from tests.case_files import load_cases, read_zone

from diplotext.combinators import Miss
from diplotext.errors import ParseError
from diplotext.head.headline import headline, parse_headline


@pytest.mark.parametrize("case", load_cases("headline"))
def test_case(case):
    found = read_zone(headline, case)
    if found is None:
        return
    assert found.value.text == case["headline"]
    assert (found.value.tag and found.value.tag.text) == case["tag"]


def test_error():
    with pytest.raises(ParseError, match="expected headline"):
        parse_headline("")


def test_a_line_without_end_is_no_headline():
    assert isinstance(headline("x" * 5000 + "\nText", 0), Miss)
