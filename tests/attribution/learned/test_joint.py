"""Marks within words and numbers: no phrase ends at them."""

from __future__ import annotations

import pytest

import diplotext
from diplotext.attribution.learned.joint import joint_tokens

STORY = "OSLO (AP) - A storm hit on Sunday.\n\nIt had rained, {} said.\n\nNine homes were lost.\n"


@pytest.mark.parametrize(
    "source",
    [
        "the 27-nation bloc",
        "the 10,000-member union",
        "the U.S.-based company",
        "the No. 2 U.S. carrier",
        "the world's No. 1 maker of soup",
    ],
)
def test_sources_are_whole(source):
    article = diplotext.parse(STORY.format(source))
    found = [(a.content[0].text, a.source.text) for a in article.attributions if a.source]
    assert found == [("It had rained", source)]


@pytest.mark.parametrize(
    "text",
    [
        "The talks - the first - failed.",  # dashes
        "He left -and came back.",
        "She said No. They left.",
        "-30-",
    ],
)
def test_marks_that_part(text):
    words = text.replace(".", " .").split()
    starts, at = [], 0
    for word in words:
        at = text.index(word, at)
        starts.append(at)
        at += len(word)
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    assert list(joint_tokens(words, (starts, ends))) == []
