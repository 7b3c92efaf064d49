"""Who said it: stories written for the purpose, each source with the speaker it is traced to."""

from __future__ import annotations

import pytest
from tests.case_files import load_cases
from tests.marked_story import as_expected, resolve_marked

import diplotext


@pytest.mark.parametrize("case", load_cases("speaker"))
def test_speakers(case):
    story = resolve_marked(case["story"], headline=case["headline"])
    got = [
        "=" + speaker.name if speaker and expected.startswith("=") else as_expected(speaker)
        for speaker, expected in zip(story.links, story.expected, strict=True)
    ]
    assert got == list(story.expected), case["comment"]
    if case.get("distinct"):
        assert len(set(story.links)) == len(story.links)


def test_a_heading_in_capitals_is_the_person_of_the_prose():
    article = diplotext.parse(
        "OSLO, Sept 9 (Reuters) - Following are highlights of Chair Ann Cole's words.\n\n"
        'COLE ON INFLATION:\n\n"Inflation is too high."\n\nCOLE ON JOBS:\n\n"Jobs are plenty."\n'
    )
    assert [speaker.name for speaker in article.speakers] == ["Ann Cole"]


def test_a_subhead_is_no_part_of_a_name():
    article = diplotext.parse(
        "OSLO, Sept 9 (Reuters) - Jobs are few, the bank said on Monday. STEADY CREATION Kvik said"
        " it would hire ten people in May. “We are glad,” said Mayor Ann Cole.\n"
    )
    names = [speaker.name for speaker in article.speakers]
    assert "Kvik" in names
    assert not any("CREATION" in name for name in names)


def test_an_official_who_is_not_named_over_a_quotation():
    article = diplotext.parse(
        "OSLO, Sept 9 (Reuters) - It fell. AN OFFICIAL AT A LARGE BANK, WHO ASKED NOT TO BE NAMED:"
        ' "It is dear." EVA LUND, ANALYST, HOLM BANK: "It is cheap."\n'
    )
    names = [speaker.name for speaker in article.speakers]
    assert names == ["an official at a large bank", "Eva Lund"]
