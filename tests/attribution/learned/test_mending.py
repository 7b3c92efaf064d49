"""The edges of a content: where they can move to, and that they move by the weights alone."""

import pytest

from diplotext.attribution.learned.block import join_blocks, read_blocks, tag_block
from diplotext.attribution.learned.candidate import Reading
from diplotext.attribution.learned.chunk import cut_chunks, token_codes
from diplotext.attribution.learned.mending import EDGE_SCALE, EdgeScorer, find_edges
from diplotext.attribution.learned.weights import load_weights
from diplotext.attribution.learned.window import Window
from diplotext.body.token import tokenize


def unit_of(text):
    weights = load_weights()
    blocks = read_blocks(tokenize(text, [(0, len(text))]), weights.words)
    tag_block(blocks[0], weights.vocabulary)
    unit = join_blocks(blocks, 1.0)
    unit.edges = frozenset(unit.bounds)
    unit.codes = token_codes(unit)
    return unit


def reading_of(text, head, chance=0.5):
    """A reading whose chunks are all content as likely as ``chance``."""
    unit = unit_of(text)
    chunks = cut_chunks(unit, whole_quotes=True)
    count = len(chunks.starts)
    window = Window(unit, chunks, head, 0, count, 0)
    return Reading(window, 0.9, [chance] * count, [0.0] * count, [])


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
    found = find_edges(reading_of(text, head), [run], [source])
    assert [set(edge.places(bounds)) for edge, bounds in found] == [starts, ends]


def mend(reading, runs, weights):
    [mended] = EdgeScorer(weights.get).mend([(reading, runs, [(0, 1)])])
    return mended


def gate_of(edge, *places):
    """A gate that lets the places through, by their kinds alone."""
    return {edge.gate_keys(place)[0]: 1 for place in places}


def test_an_edge_moves_if_the_other_place_is_better_by_the_margin():
    reading = reading_of("Ruiz called for an inquiry on Monday .", 1)
    runs = [(2, 7)]
    (start, _), (end, _) = find_edges(reading, runs, [(0, 1)])
    gate = gate_of(start, 3) | gate_of(end, 5)
    sure = int(EDGE_SCALE)
    first, last = (edge.keys(place)[0] for edge, place in ((start, 3), (end, 5)))
    assert mend(reading, runs, {}) is runs
    assert mend(reading, runs, gate) is runs
    assert mend(reading, runs, gate | {first: 1, last: 1}) is runs
    assert mend(reading, runs, gate | {first: sure}) == [(3, 7)]
    assert mend(reading, runs, gate | {first: sure, last: sure}) == [(3, 5)]
    # Without the gate, or where the chances shut it, nothing is looked at.
    assert mend(reading, runs, {first: sure, last: sure}) is runs
    shut = {edge.gate_keys(place)[1]: -9 for edge, place in ((start, 3), (end, 5))}
    assert mend(reading, runs, gate | shut | {first: sure, last: sure}) is runs


def test_edges_that_would_cross_stay():
    reading = reading_of("Ruiz called for rain .", 1)
    runs = [(2, 4)]
    (start, _), (end, _) = find_edges(reading, runs, [(0, 1)])
    sure = int(EDGE_SCALE)
    weights = gate_of(start, 3) | gate_of(end, 3) | {start.keys(3)[0]: sure, end.keys(3)[0]: sure}
    assert mend(reading, runs, weights) is runs


def test_a_run_can_be_dropped():
    reading = reading_of("Rain fell , Ruiz said , and snow .", 4)
    runs = [(0, 2), (7, 8)]
    (start, _), (end, _) = find_edges(reading, runs, [(3, 4)])
    sure = int(EDGE_SCALE)
    for edge, place, expected in ((start, 7, [(7, 8)]), (end, 2, [(0, 2)])):
        assert edge.drop == place
        weights = gate_of(edge, place) | {edge.keys(place)[0]: sure}
        assert mend(reading, runs, weights) == expected
    both = gate_of(start, 7) | gate_of(end, 2) | {start.keys(7)[0]: sure, end.keys(2)[0]: sure}
    assert mend(reading, runs, both) is runs
