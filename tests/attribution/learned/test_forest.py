"""The forest: long integers must find the leaf that walking the tree finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotext.attribution.learned.forest import build_forest


@st.composite
def trees(draw, leaves=8):
    """A tree as nested tuples (feature, threshold, left, right), leaves as numbers."""
    if leaves == 1 or draw(st.integers(0, 3)) == 0:
        return draw(st.floats(-1, 1).map(lambda x: round(x, 3)))
    left = draw(st.integers(1, leaves - 1))
    return (
        draw(st.integers(0, 3)),
        draw(st.integers(-3, 3) | st.sampled_from([-1.25, 0.5, 1.75])),
        draw(trees(left)),
        draw(trees(leaves - left)),
    )


def walk(tree, columns):
    while isinstance(tree, tuple):
        tree = tree[2] if columns[tree[0]] <= tree[1] else tree[3]
    return tree


def listed(tree):
    if not isinstance(tree, tuple):
        return [-1], [tree]
    left, right = listed(tree[2]), listed(tree[3])
    return [tree[0], *left[0], *right[0]], [tree[1], *left[1], *right[1]]


@given(
    st.lists(trees(), min_size=1, max_size=5),
    st.lists(st.integers(-4, 4) | st.floats(-4, 4), min_size=4, max_size=4),
)
def test_the_forest_is_the_sum_of_its_trees(grown, columns):
    features, numbers = [], []
    for tree in grown:
        nodes = listed(tree)
        features += nodes[0]
        numbers += nodes[1]
    forest = build_forest(0.5, features, numbers, len(grown))
    assert forest.score(columns) == pytest.approx(0.5 + sum(walk(t, columns) for t in grown))


@pytest.mark.parametrize(
    ("features", "numbers", "count"),
    [([0, -1], [0.0, 1.0], 1), ([-1, -1], [0.0, 1.0], 1), ([], [], 1)],
)
def test_what_is_no_tree_is_refused(features, numbers, count):
    with pytest.raises(ValueError, match=r"tree|nodes"):
        build_forest(0.0, features, numbers, count)
