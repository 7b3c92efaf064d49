"""The columns of a candidate: as many as there are names, and what a few of them say."""

from __future__ import annotations

from tests.learned_story import read_learned

from diplotext.attribution.learned.column import COLUMNS, columns
from diplotext.attribution.learned.mending import find_edges
from diplotext.attribution.learned.trait import TraitScorer


def read(text):
    return read_learned(text, [(0, len(text))])


def test_columns_are_named_in_order():
    story = read('"It will hold," said Ana Ruiz, the engineer. She called for an inquiry.')
    for readings in story.units:
        for index, reading in enumerate(readings):
            for rank in range(len(reading.candidates)):
                values = dict(zip(COLUMNS, columns(story, readings, index, rank), strict=True))
                assert values["rank"] == rank
                assert 0 <= values["quoted"] <= 1
                assert values["tokens"] >= 1


def test_keys_are_no_less_than_nothing():
    met = []
    scorer = TraitScorer(lambda key, default: met.append(key) or default)
    story = read("Ruiz called for an inquiry, and Novak, she said, had asked for it as well.")
    for readings in story.units:
        for reading in readings:
            for candidate in reading.candidates:
                assert scorer.score(reading, candidate) == 0
                for edge, bounds in find_edges(reading, candidate.content, candidate.source):
                    for place in [edge.at, *edge.places(bounds)]:
                        assert 0 <= min(edge.keys(place)) <= max(edge.keys(place)) < 1 << 63
    assert min(met) >= 0
