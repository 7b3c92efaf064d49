"""A text as stage 3 of the learned stages is handed it: for the tests of its parts."""

from __future__ import annotations

from collections.abc import Sequence

from diplotext.attribution.learned.block import read_blocks, tag_block
from diplotext.attribution.learned.candidate import READING, Breadth, Story, read_story
from diplotext.attribution.learned.cue import find_cues
from diplotext.attribution.learned.weights import load_weights
from diplotext.body.token import tokenize


def read_learned(text: str, ranges: Sequence[tuple[int, int]], breadth: Breadth = READING) -> Story:
    """The readings of a text in paragraphs, by the package's own weights."""
    weights = load_weights()
    blocks = read_blocks(tokenize(text, ranges), weights.words)
    for block in blocks:
        tag_block(block, weights.vocabulary)
        find_cues(block, weights.cues, weights.least_cue)
    return read_story(
        blocks, weights.vocabulary, weights.spans, weights.transitions, weights.least_cue, breadth
    )
