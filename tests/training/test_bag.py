"""What training takes for features is what run time adds up."""

from __future__ import annotations

import pytest

from diplotext.attribution.learned.block import group_blocks, join_blocks, read_blocks, tag_block
from diplotext.attribution.learned.candidate import find_windows
from diplotext.attribution.learned.cue import CueScorer, score_cues
from diplotext.attribution.learned.span import score_window
from diplotext.attribution.learned.span_part import BIAS
from diplotext.attribution.learned.span_scorer import SpanScorer
from diplotext.attribution.learned.template import WeightTemplates
from diplotext.attribution.learned.weights import load_weights
from diplotext.body.token import tokenize

bag = pytest.importorskip("training.bag", reason="the training code is not in the wheel")

TEXT = """\
The bridge will reopen in May, Mayor Ana Ruiz told reporters on Friday, and the toll will stay.
“We waited,” said Lee, who (he said) had not. “Now we drive. It works.” Officials denied that: no.
Novak: I think that the council, which met on Monday, believes it."""


def blocks():
    starts = [0, *(at + 1 for at, letter in enumerate(TEXT) if letter == "\n")]
    ranges = list(zip(starts, [*(start - 1 for start in starts[1:]), len(TEXT)], strict=True))
    found = read_blocks(tokenize(TEXT, ranges), load_weights().words)
    for block in found:
        tag_block(block, load_weights().vocabulary)
    return found


def weights_of(bags):
    """Some weight for every key that the bags hold, as run time reads them."""
    return {key: key * 2654435761 % 97 - 48 for found in bags for key in found.keys}


def test_the_score_of_a_cue_is_the_sum_over_its_bag():
    found = [score_cues(block, CueScorer(bag.BagTemplates())) for block in blocks()]
    weights = weights_of(own for scored in found for _, own in scored)
    scorer = CueScorer(WeightTemplates(weights))
    assert sum(map(len, found)) > 8
    for block, scored in zip(blocks(), found, strict=True):
        assert score_cues(block, scorer) == [(at, sum_of(own, weights)) for at, own in scored]


def sum_of(own, weights):
    return sum(weights[key] for key in own.keys)


def test_the_score_of_a_chunk_is_the_sum_over_its_bag():
    tagged = blocks()
    for block in tagged:
        block.cues.update(dict.fromkeys(block.candidates, 0.5))
    windows = [
        window for group in group_blocks(tagged) for window in find_windows(join_blocks(group, 0.1))
    ]
    in_training = SpanScorer(bag.BagTemplates())
    found = [score_window(window, in_training) for window in windows]
    for window in windows:
        window.chunks.parts = None
    weights = weights_of(own for scores in found for own in scores if own)
    scorer = SpanScorer(WeightTemplates(weights))
    assert len(windows) > 8
    for window, scores in zip(windows, found, strict=True):
        own = score_window(window, scorer)
        assert own == [BIAS + sum_of(one, weights) if one else 0 for one in scores]
