"""Headline, byline and dateline on one line with the story, in ``cases/flat_head.json``."""

import pytest
from hypothesis import given, settings
from tests.case_files import load_cases
from tests.stories import TEXTS, stories

import diplotext
from diplotext.head.byline import byline
from diplotext.head.dateline import dateline
from diplotext.head.headline import headline
from diplotext.layout.flat_head import unfold_head


@pytest.mark.parametrize("case", load_cases("flat_head"))
def test_a_story_on_one_line_has_its_head(case):
    article = diplotext.parse(case["text"])
    for zone in ("headline", "byline", "dateline"):
        found = getattr(article, zone)
        assert (found and found.text) == case[zone], zone
    assert all(node.document is article.document for node in article.walk())


@given(TEXTS)
def test_nothing_but_blanks_become_line_ends(text):
    read = unfold_head(text, headline, dateline, byline)
    assert len(read) == len(text)
    assert all(
        old == new or (old.isspace() and new == "\n") for old, new in zip(text, read, strict=True)
    )


@settings(max_examples=50)
@given(stories())
def test_zones_of_a_flat_story_are_disjoint_and_miss_nothing(story):
    flat = " ".join(story.text.split())
    article = diplotext.parse(flat)
    at = 0
    for zone in article.zones:
        assert not flat[at : zone.start].strip()
        at = zone.end
    assert not flat[at:].strip()
