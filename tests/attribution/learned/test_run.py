"""Runs of tokens: how many, how many shared, how alike."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotext.attribution.learned.labelling import split_labels
from diplotext.attribution.learned.run import length, likeness, overlap

runs = st.lists(st.integers(0, 30), unique=True, max_size=6).map(
    lambda ends: list(zip(*[iter(sorted(ends))] * 2, strict=False))
)


def tokens(found):
    return {at for start, stop in found for at in range(start, stop)}


@given(runs, runs)
def test_runs_are_sets_of_tokens(ours, theirs):
    assert length(ours) == len(tokens(ours))
    assert overlap(ours, theirs) == len(tokens(ours) & tokens(theirs))
    both = len(tokens(ours)) + len(tokens(theirs))
    f1 = 2 * len(tokens(ours) & tokens(theirs)) / both if both else 1.0
    assert likeness(ours, theirs) == pytest.approx(f1)


@given(st.lists(st.integers(0, 3), min_size=1, max_size=20))
def test_segments_spell_the_labels(labels):
    segments = split_labels(labels)
    assert [label for label, begin, end in segments for _ in range(begin, end)] == labels
    assert all(before[0] != after[0] for before, after in pairwise(segments))
