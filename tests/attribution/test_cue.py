"""Stage 1: what a word's score depends on."""

from diplotext.attribution.cue import CueScorer
from diplotext.attribution.template import WeightTemplates
from diplotext.attribution.weights import load_weights


def test_a_word_in_capitals_is_scored_as_such_whatever_was_scored_before():
    words = load_weights().words
    small, capital = words["zorbed"], words["ZORBED"]
    assert small.number != capital.number
    weights = WeightTemplates({2 << 48 | small.number: 5, 2 << 48 | capital.number: 9})
    for first, second in ((small, capital), (capital, small)):
        scores = CueScorer(weights).by_type[0]
        assert scores[first] + scores[second] == 14
        assert scores[capital] == 9
