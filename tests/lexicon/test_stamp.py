"""Time stamps, and lines of stories that hold a day or an hour."""

import pytest
from tests.case_files import load_cases

from diplotext.lexicon.stamp import is_stamp


@pytest.mark.parametrize("case", load_cases("stamp"))
def test_cases(case):
    assert is_stamp(case["text"]) is not case.get("not", False)


@pytest.mark.parametrize("words", ["March 4, 2023", "1514 GMT", "2 hours ago", "Mar 4 | Oslo"])
def test_a_list_may_have_it(words):
    assert is_stamp(words)
    assert not is_stamp(words, alone=False)
