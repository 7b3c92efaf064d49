"""Who said it: stories written for the purpose, each source with the speaker it is traced to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.marked_story import as_expected, resolve_marked

import diplotext

CASES = json.loads((Path(__file__).parent.parent / "cases" / "speaker.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
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
