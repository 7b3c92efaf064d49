"""The edges of a content: where they can move to, and that they move by the weights alone."""

import pytest

from diplotext.attribution.block import join_blocks, read_blocks, tag_block
from diplotext.attribution.chunk import token_codes
from diplotext.attribution.edge import EDGE_SCALE, EdgeScorer, find_edges
from diplotext.attribution.weights import load_weights
from diplotext.body.token import tokenize


def unit_of(text):
    weights = load_weights()
    blocks = read_blocks(tokenize(text, [(0, len(text))]), weights.words)
    tag_block(blocks[0], weights.vocabulary)
    unit = join_blocks(blocks, 1.0)
    unit.codes = token_codes(unit)
    unit.edges = frozenset(unit.bounds)
    return unit


def any_place(_key):
    return True


@pytest.mark.parametrize(
    ("text", "head", "run", "source", "starts", "ends"),
    [
        # Neither over the cue's head nor beyond the sentence.
        ("Ruiz called for an inquiry . Rain fell .", 1, (2, 5), (0, 1), {3, 4}, {3, 4}),
        ("Snow . Rain fell today , Ruiz said .", 7, (2, 5), (6, 7), {3, 4}, {3, 4}),
        # To the left up to the cue, to the right up to the stop.
        ("Ruiz said that rain fell today .", 1, (3, 5), (0, 1), {2, 4}, {4, 6}),
        # A quotation is neither cut nor extended past its marks.
        ("“ Rain fell ” , Ruiz said .", 6, (0, 4), (5, 6), set(), set()),
        ("Ruiz said rain “ fell hard ” today .", 1, (2, 7), (0, 1), {3}, {8}),
    ],
)
def test_places(text, head, run, source, starts, ends):
    unit = unit_of(text)
    found = find_edges(unit, head, [run], [source])
    assert [set(edge.places(any_place, bounds)) for edge, bounds in found] == [starts, ends]


def mend(unit, runs, weights):
    return EdgeScorer(weights.get, weights).mend(unit, 1, runs, [(0, 1)])


def test_an_edge_moves_if_the_other_place_is_better_by_the_margin():
    unit = unit_of("Ruiz called for an inquiry on Monday .")
    runs = [(2, 7)]
    (start, _), (end, _) = find_edges(unit, 1, runs, [(0, 1)])
    first, last = start.place_key(3), end.place_key(5)
    assert mend(unit, runs, {}) is runs
    assert mend(unit, runs, {first: 1, last: 1}) is runs
    sure = int(EDGE_SCALE)
    assert mend(unit, runs, {first: sure}) == [(3, 7)]
    assert mend(unit, runs, {first: sure, last: sure}) == [(3, 5)]


def test_edges_that_would_cross_stay():
    unit = unit_of("Ruiz called for rain .")
    runs = [(2, 4)]
    (start, _), (end, _) = find_edges(unit, 1, runs, [(0, 1)])
    sure = int(EDGE_SCALE)
    assert mend(unit, runs, {start.place_key(3): sure, end.place_key(3): sure}) is runs
