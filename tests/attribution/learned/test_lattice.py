"""Decoding against brute force over all labellings of small windows."""

from __future__ import annotations

from itertools import pairwise, product
from math import exp, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotext.attribution.learned.labelling import (
    _Walks,
    find_alternatives,
    log_probability,
    split_labels,
)
from diplotext.attribution.learned.lattice import CUE, decode
from diplotext.attribution.learned.span import SCALE
from diplotext.attribution.learned.span_part import BIAS

TRANSITIONS = tuple(exp(((i * 7) % 5 - 2) / 2) for i in range(16))


def pack(content, source, cue):
    return BIAS + content + (source << 14) + (cue << 28)


weights = st.integers(-200, 200)
scores = st.lists(st.tuples(weights, weights, weights), min_size=1, max_size=4)


def weigh(labels, parts, head):
    total = 0.0
    for at, label in enumerate(labels):
        if at == head:
            if label != CUE:
                return 0.0
        elif label:
            total += parts[at][label - 1] / SCALE
    product_ = exp(total)
    for before, after in pairwise(labels):
        product_ *= TRANSITIONS[before << 2 | after]
    return product_


@given(scores, st.integers(0, 3))
def test_marginals_are_those_of_brute_force(parts, head):
    head %= len(parts)
    lattice = decode([pack(*part) for part in parts], head, TRANSITIONS)
    everything = {
        labels: weigh(labels, parts, head) for labels in product(range(4), repeat=len(parts))
    }
    norm = sum(everything.values())
    assert lattice.log_norm == pytest.approx(log(norm), abs=1e-6)
    for at, four in enumerate(zip(*lattice.marginals, strict=True)):
        for label in range(4):
            share = sum(v for labels, v in everything.items() if labels[at] == label) / norm
            assert four[label] == pytest.approx(share, abs=1e-6)
    some = [CUE if at == head else at % 3 for at in range(len(parts))]
    assert log_probability(split_labels(some), lattice, TRANSITIONS) == pytest.approx(
        log(everything[tuple(some)] / norm), abs=1e-6
    )


long_scores = st.lists(st.tuples(weights, weights, weights), min_size=6, max_size=12)


@given(long_scores, st.integers(0, 5))
def test_walks_that_meet_go_on_as_if_alone(parts, head):
    lattice = decode([pack(*part) for part in parts], head, TRANSITIONS)
    together = _Walks.of(lattice, TRANSITIONS)
    for at in range(len(parts)):
        for label in range(3):
            if at != head:
                alone = _Walks.of(lattice, TRANSITIONS).walk(at, label)
                assert together.walk(at, label) == alone


@given(scores, st.integers(0, 3), st.integers(1, 6))
def test_alternatives_differ_and_keep_the_cue(parts, head, most):
    head %= len(parts)
    lattice = decode([pack(*part) for part in parts], head, TRANSITIONS)
    found = find_alternatives(lattice, TRANSITIONS, most)
    assert 1 <= len(found) <= most
    assert len({tuple(labels) for labels in found}) == len(found)
    assert all(labels[head] == CUE for labels in found)
