"""Debris of web pages in whole lines, and sentences with the same words."""

import pytest
from tests.case_files import load_cases

from diplotext.lexicon.data import read_table
from diplotext.trailer.residue import find_residue, is_residue, residue_before

RULES = read_table("residue")["rules"]


@pytest.mark.parametrize("case", load_cases("residue"))
def test_cases(case):
    found = find_residue(case["text"], 0, len(case["text"]))
    assert [one.text for one in found] == case["residue"]


@pytest.mark.parametrize("rule", RULES, ids=[rule["name"] for rule in RULES])
def test_each_rule_fits_its_specimen_and_not_what_it_is_against(rule):
    assert is_residue(rule["specimen"])
    assert not is_residue(rule["against"])


def test_times_are_debris_only_at_the_edge():
    text = "Rain fell.\n\n2 hours ago\n\nThe river rose."
    assert find_residue(text, 0, len(text)) == ()


@pytest.mark.parametrize("rule", RULES, ids=[rule["name"] for rule in RULES])
def test_what_somebody_says_is_no_debris_whatever_its_words(rule):
    told = f"{rule['specimen'].rstrip(' .:!?»…')}, Ann Roe told her crew."
    assert not is_residue(told)


@pytest.mark.parametrize(
    ("tail", "debris"),
    [
        ("Follow her on Twitter at http://twitter.com/annroe.", True),
        ("You can follow Ann Roe on Twitter @annroe", True),
        ("Advertisement", True),
        ("___", True),
        ("E-mail to a friend .", True),
        ("Follow the river to the sea.", False),
        ("They ran an Advertisement", False),
    ],
)
def test_debris_behind_the_last_sentence_of_a_line(tail, debris):
    text = f"The ferry sails in May, the port said. {tail}"
    found = residue_before(text, 0, len(text))
    assert (found and found.text) == (tail if debris else None)
