"""How many labellings of a head are looked at: more in learning, the same first one in both."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.learned_story import read_learned

from diplotext.attribution.learned.candidate import LEARNING, READING

EXAMPLES = Path(__file__).parents[3] / "training" / "examples" / "text"
NAMES = sorted(path.stem for path in EXAMPLES.glob("*.txt"))


def read_heads(name, breadth):
    """Each head of a story, by paragraph and token, with its reading."""
    text = (EXAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    ranges, at = [], 0
    for line in text.split("\n"):
        ranges += [(at, at + len(line))] if line.strip() else []
        at += len(line) + 1
    story = read_learned(text, ranges, breadth)
    return {
        (reading.window.unit.blocks[0].index, reading.window.head): reading
        for readings in story.units
        for reading in readings
    }


@pytest.mark.parametrize("name", NAMES)
def test_reading_looks_at_no_more_than_learning(name):
    learning, reading = read_heads(name, LEARNING), read_heads(name, READING)
    assert reading.keys() == learning.keys()
    for head, found in reading.items():
        more = learning[head].candidates
        assert found.candidates[0].segments == more[0].segments
        assert len(found.candidates) <= len(more)
        if found.likely <= READING.least_doubted:
            assert len(found.candidates) == 1


def test_learning_looks_at_more():
    count = {
        breadth: sum(
            len(reading.candidates)
            for name in NAMES
            for reading in read_heads(name, breadth).values()
        )
        for breadth in (LEARNING, READING)
    }
    assert count[READING] < count[LEARNING]


@pytest.mark.parametrize("name", NAMES)
def test_no_two_candidates_are_the_same(name):
    for reading in read_heads(name, LEARNING).values():
        said = [(candidate.content, candidate.source) for candidate in reading.candidates]
        assert not any(own in said[:rank] for rank, own in enumerate(said))
