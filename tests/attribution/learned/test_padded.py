"""Padded units: neighbours that are none, verbs by bytes."""

from __future__ import annotations

import pytest

from diplotext.attribution.learned.block import join_blocks, read_blocks, tag_block
from diplotext.attribution.learned.chunk import token_codes
from diplotext.attribution.learned.padded import pad_unit
from diplotext.attribution.learned.tagger import TAGS
from diplotext.attribution.learned.weights import load_weights
from diplotext.body.token import tokenize

FINITE = {TAGS.index(tag) for tag in ("VBD", "VBZ", "VBP", "MD")}
VERBS = FINITE | {TAGS.index(tag) for tag in ("VB", "VBN", "VBG")}


def padded(text):
    weights = load_weights()
    blocks = read_blocks(tokenize(text, [(0, len(text))]), weights.words)
    for block in blocks:
        tag_block(block, weights.vocabulary)
    unit = join_blocks(blocks, 1.0)
    unit.codes = token_codes(unit)
    return pad_unit(unit)


def test_behind_both_ends_is_nothing():
    unit = padded("Rain fell.")
    for at in (-2, -1, 3, 4):
        nothing = unit.types[at]
        assert (nothing.lower, nothing.number, nothing.cluster, nothing.packed) == ("", 0, 0, 0)
        assert (unit.tags[at], unit.codes[at], unit.quotes[at]) == (31, 0, 255)


@pytest.mark.parametrize(
    "runs", [[(0, 3)], [(0, 8)], [(0, 2), (4, 12)], [(5, 12)], [(2, 4)], [(0, 12)]]
)
def test_verbs_are_the_first_ones(runs):
    unit = padded("To rebuild it was hard, and they had to go there.")
    tags = [(at, unit.tags[at]) for start, stop in runs for at in range(start, stop)]
    finite = next((at for at, tag in tags if tag in FINITE), -1)
    before = [at for at, tag in tags if tag in VERBS and (finite < 0 or at <= finite)]
    assert unit.first_verbs(runs) == (finite, before[0] if before else -1)
