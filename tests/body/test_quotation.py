"""Quotations of whole paragraphs: text, role, insertions, ellipses, nesting, running on."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.case_files import load_cases
from tests.shared import need
from tests.stories import story_of

from diplotext.body.quotation import find_quotations
from diplotext.body.quotation_role import find_role


def shown(quotation):
    fields = {
        "insertions": [p.text for p in quotation.insertions],
        "ellipses": [p.text for p in quotation.ellipses],
        "nested": [q.text for q in quotation.nested],
        "continues": quotation.continues,
        "role": quotation.role if quotation.role != "speech" else None,
    }
    return {"text": quotation.text} | {name: value for name, value in fields.items() if value}


@pytest.mark.parametrize("case", load_cases("quotation"))
def test_quotations(case):
    text, ranges = story_of(case["paragraphs"])
    assert [shown(q) for q in find_quotations(text, ranges)] == case["expected"]


def test_the_range_holds_the_marks_and_the_content_does_not():
    quotation = find_quotations("``Go,'' she said.", [(0, 17)])[0]
    assert (quotation.text, quotation.content.text) == ("``Go,''", "Go,")


def test_deep_nesting():
    outer = find_quotations("“One ‘two “three” two’ one.”", [(0, 28)])[0]
    assert [q.text for q in outer.nested] == ["‘two “three” two’"]
    assert outer.nested[0].nested[0].content.text == "three"


def test_a_hard_wrapped_paragraph_is_one():
    text = '"We\nsaw [the\nmayor] go," she said.'
    assert shown(find_quotations(text, [(0, len(text))])[0])["insertions"] == ["[the\nmayor]"]


def test_titles_need_a_line_that_is_not_in_title_case():
    line = "Review Of The Film “The Long Road” By Marsh"
    assert find_role(line, (0, len(line)), (19, 34), (20, 33)) == "speech"


def test_quartet():
    import json

    text = need("articles/quartet.txt").read_text(encoding="utf-8")
    gold = json.loads(need("articles/quartet.gold.json").read_text(encoding="utf-8"))
    found = find_quotations(text, [tuple(p) for p in gold["paragraphs"]])
    assert [list(q.span) for q in found] == gold["quotations"]
    assert [list(p.span) for q in found for p in q.insertions] == gold["insertions"]


@given(
    st.text(alphabet=st.one_of(st.sampled_from("\"'“”‘’[]().… \n"), st.characters()), max_size=80)
)
def test_nodes_are_ordered_and_inside_each_other(text):
    quotations = find_quotations(text, [(0, len(text))])
    for one, other in itertools.pairwise(quotations):
        assert one.end <= other.start
    for quotation in quotations:
        assert quotation.start <= quotation.content.start <= quotation.content.end <= quotation.end
        for node in quotation.walk():
            assert quotation.start <= node.start <= node.end <= quotation.end


@pytest.mark.parametrize("marks", ["“”", '""', "«»"])
def test_a_lost_closing_mark_is_told(marks):
    text = f"{marks[0]}We go on,{marks[1]} she said. {marks[0]}We stay here"
    first, last = find_quotations(text, [(0, len(text))])
    assert (first.is_closed, last.is_closed) == (True, False)
