"""Quotation marks: each mark of a case is written as its level in ⟦1 ... 1⟧; 0 is a stray one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.case_files import load_cases
from tests.growth import assert_linear

from diplotext.body.quotation_mark import Mark, find_marks

MARKS = "\"'“”‘’„«»‹›`″「」 \n\u00a0"


def drawn(text, start=0, end=None):
    end = len(text) if end is None else end
    out, pos = [], start
    for mark in find_marks(text, start, end):
        out.append(text[pos : mark.start])
        out.append(f"⟦{mark.level}" if mark.opens else f"{mark.level}⟧")
        pos = mark.start + mark.length
    return "".join(out) + text[pos:end]


@pytest.mark.parametrize("case", load_cases("quotation_mark"))
def test_marks(case):
    assert drawn(case["input"]) == case["expected"]


@pytest.mark.parametrize("case", load_cases("quotation_mark"))
def test_a_paragraph_within_a_text_is_read_alone(case):
    before, after = '"An open mark\n', '\n"And another'
    text = before + case["input"] + after
    found = find_marks(text, len(before), len(before) + len(case["input"]))
    alone = find_marks(case["input"], 0, len(case["input"]))
    assert found == [m._replace(start=m.start + len(before)) for m in alone]


WORDS = st.sampled_from(
    [
        "It",
        "isn't",
        "so",
        "the",
        "miners'",
        "home",
        "in",
        "2016",
        "O'Neil",
        "goes",
        "on",
        "—",
        "(now)",
    ]
)
PHRASES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
KINDS = st.sampled_from([('"', '"'), ("“", "”"), ("„", "“"), ("``", "''"), ("«", "»")])


@given(st.lists(st.tuples(PHRASES, KINDS, PHRASES), min_size=1, max_size=5))
def test_the_marks_of_composed_quotations_come_back(parts):
    text, expected = "", []
    for outside, (opening, closing), inside in parts:
        text += outside + " "
        expected.append(Mark(len(text), len(opening), opens=True, level=1))
        text += opening + inside + ","
        expected.append(Mark(len(text), len(closing), opens=False, level=1))
        text += closing + " "
    assert find_marks(text, 0, len(text)) == expected


@given(st.text(alphabet=st.one_of(st.sampled_from(MARKS), st.characters()), max_size=60))
def test_any_string_is_read_and_its_marks_balance(text):
    depth, last = 0, 0
    for mark in find_marks(text, 0, len(text)):
        assert mark.start >= last
        assert 0 < mark.length <= 2
        last = mark.start + mark.length
        if mark.level:
            depth += mark.opens
            assert mark.level == depth
            depth -= not mark.opens
    assert last <= len(text)


@given(st.text(alphabet="ab \"'“”‘’,.", max_size=40))
def test_marks_are_marks(text):
    for mark in find_marks(text, 0, len(text)):
        assert set(text[mark.start : mark.start + mark.length]) <= set(MARKS)


@pytest.mark.parametrize("unit", ['"', "'", "“", "”a ", "‘ a", "« ", 'a" "b', "'a' s' "])
def test_time_is_linear(unit):
    assert_linear(lambda count: find_marks(unit * count, 0, len(unit) * count), 1000)
