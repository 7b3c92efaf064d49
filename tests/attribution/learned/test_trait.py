"""Traits: what is remembered adds up to what the keys add up to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.learned_story import read_learned

from diplotext.attribution.learned.padded import pad_unit
from diplotext.attribution.learned.pattern import order_of, read_pattern
from diplotext.attribution.learned.trait import TRAIT_SCALE, TraitScorer, add_sums, pack_trait
from diplotext.attribution.learned.weights import load_weights

bag = pytest.importorskip("training.bag", reason="the training code is not in the wheel")

TEXT = """\
“It will hold,” said Ana Ruiz, the engineer. She called for an inquiry; Novak, she said, had not.
The toll, the council says, will stay: “We waited,” said Lee, who denied that it would go."""


def read(text):
    at = text.index("\n")
    return read_learned(text, [(0, at), (at + 1, len(text))])


def candidates():
    return [
        (reading, candidate)
        for readings in read(TEXT).units
        for reading in readings
        for candidate in reading.candidates
    ]


def test_the_score_of_a_candidate_is_the_sum_over_its_bag():
    found = candidates()
    in_training = TraitScorer(bag.BagTemplates().get)
    bags = [in_training.score(*each).keys for each in found]
    weights = {key: key * 2654435761 % 97 - 48 for keys in bags for key in keys}
    scorer = TraitScorer(weights.get)
    assert len(found) > 5
    for each, keys in zip(found, bags, strict=True):
        assert len(set(keys)) == len(keys)
        assert len(keys) == (62 if each[1].source else 49)
        for _ in range(2):  # from the tables, then from memory
            assert scorer.score(*each) == sum(weights[key] for key in keys)


WEIGHTS = st.integers(-(1 << 15), (1 << 15) - 1)


@given(st.lists(st.tuples(WEIGHTS, WEIGHTS), max_size=62))
def test_packed_weights_add_up_each_in_its_field(weights):
    numbers = [0.5]
    add_sums(numbers, sum(pack_trait(right, exact) for right, exact in weights))
    expected = [sum(column) / TRAIT_SCALE for column in zip(*weights, strict=True)] or [0.0, 0.0]
    assert numbers == [0.5, *expected]


def test_what_is_remembered_is_forgotten_when_it_is_too_much(monkeypatch):
    found = candidates()
    plain, small = TraitScorer(load_weights().ranker.traits.weight), None
    expected = [plain.score(*each) for each in found]
    monkeypatch.setattr("diplotext.attribution.learned.cue_trait._MOST_SUMS", 4)
    small = TraitScorer(plain.weight)
    assert [small.score(*each) for each in found] == expected
    assert small.cues.size < 4


def test_patterns_show_the_order_and_what_is_between():
    patterns = set()
    for reading, candidate in candidates():
        pattern, words = read_pattern(pad_unit(reading.window.unit), reading.window, candidate)
        parts = len(candidate.content) + len(candidate.source) + len(candidate.cue)
        assert len(order_of(pattern)) == parts
        assert words.count("_") == pattern.count(b"_")
        patterns.add(order_of(pattern))
    assert b"CQS" in patterns
