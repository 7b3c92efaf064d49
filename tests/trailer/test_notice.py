"""Notices at both edges: each rule's own specimens, and the cases."""

import pytest
from tests.case_files import load_cases

from diplotext.combinators import Match, Miss
from diplotext.errors import ParseError
from diplotext.lexicon.data import read_table
from diplotext.trailer.notice import (
    classify_notice,
    find_notices,
    notice,
    notice_after,
    parse_notice,
)

RULES = read_table("notices")["rules"]


@pytest.mark.parametrize("case", load_cases("notice"))
def test_cases(case):
    found = find_notices(case["text"], 0, len(case["text"]))
    assert [[one.kind, one.text] for one in found] == case["notices"]


@pytest.mark.parametrize("rule", RULES, ids=[rule["specimen"][:40] for rule in RULES])
def test_each_rule_fits_its_specimen(rule):
    edge = "head" if rule["edge"] == "head" else "tail"
    assert classify_notice(rule["specimen"], edge) == rule["kind"]


AGAINST = [rule for rule in RULES if rule.get("against")]


@pytest.mark.parametrize("rule", AGAINST, ids=[rule["against"][:40] for rule in AGAINST])
def test_no_rule_fits_what_it_is_against(rule):
    edge = "head" if rule["edge"] == "head" else "tail"
    assert classify_notice(rule["against"], edge) is None


def test_a_notice_at_the_head_may_be_glued():
    found = notice_after("(Adds quotes) LONDON, March 4 (Reuters) - Rain fell.", 0, 52)
    assert found is not None
    assert found.text == "(Adds quotes)"


def test_combinator():
    found = notice("(Adds quotes) Rain.", 0)
    assert isinstance(found, Match)
    assert found.end == 13
    assert notice("Rain.", 0) == Miss(0, frozenset({"notice"}))
    assert notice("", 0) == Miss(0, frozenset({"notice"}))
    assert parse_notice("-30-").kind == "end mark"
    with pytest.raises(ParseError, match="expected notice"):
        parse_notice("Rain.")


def test_two_paragraphs_are_not_one_notice():
    text = "Rain fell.\n\nThis story has been updated.\n\nThe river rose."
    assert find_notices(text, 0, len(text)) == ()


def test_several_at_one_edge():
    text = "Rain fell. ($1 = 0.92 euros)\n(ab/cd)\n-30-\n"
    kinds = [one.kind for one in find_notices(text, 0, len(text))]
    assert kinds == ["conversion", "initials", "end mark"]
