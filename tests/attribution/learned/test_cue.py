"""Stage 1: what a word's score depends on."""

from diplotext.attribution.learned.block import Block, read_blocks, tag_block
from diplotext.attribution.learned.cue import CueScorer, hopeful_candidates, score_cues
from diplotext.attribution.learned.template import WeightTemplates
from diplotext.attribution.learned.weights import load_weights
from diplotext.body.token import tokenize


def test_a_word_in_capitals_is_scored_as_such_whatever_was_scored_before():
    words = load_weights().words
    small, capital = words["zorbed"], words["ZORBED"]
    assert small.number != capital.number
    weights = WeightTemplates({2 << 48 | small.number: 5, 2 << 48 | capital.number: 9})
    for first, second in ((small, capital), (capital, small)):
        scores = CueScorer(weights).by_type[0]
        assert scores[first] + scores[second] == 14
        assert scores[capital] == 9


def block_of(text: str) -> Block:
    return read_blocks(tokenize(text, [(0, len(text))]), load_weights().words)[0]


def test_words_that_are_hardly_ever_cues_are_not_scored_and_the_others_are():
    scorer = load_weights().cues
    block = block_of("They have a plan: it will take a year, Ana Ruiz said.")
    hopeful = hopeful_candidates(block, scorer)
    words = [block.table.words[at] for at in hopeful]
    assert "said" in words
    assert ":" in words
    assert "have" in [block.table.words[at] for at in block.candidates]
    assert "have" not in words
    # What is not scored is still seen beside what is.
    tag_block(block, load_weights().vocabulary)
    scored = dict(score_cues(block, scorer))
    block.pending = hopeful
    assert dict(score_cues(block, scorer)) == {at: scored[at] for at in hopeful if at in scored}
