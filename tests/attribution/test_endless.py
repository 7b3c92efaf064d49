"""Sentences that never end, as lists and tables have them: each verb in them is read for itself."""

import pytest
from tests.growth import assert_linear

import diplotext


@pytest.mark.parametrize(
    "unit",
    [
        "TASS quoted Ann Roe as saying it rained ",
        "citing Ann Roe as saying it rained, ",
        "A gull flew over the ship, says Berg who was on board ",
        "on Monday Ann Roe said in a statement that it fell, ",
        "A man who asked not to be named said it rained. ",
        "it rained, Ann Roe, 43, of Dover, Ohio, said on Monday, ",
        "it rained, the owner of a shop that was looted said, ",
        "The two men, according to police, had been drinking, ",
        "Roe appealed to the chiefs of the town and its elders ",
        "a person with knowledge of the shop, who saw it said ",
    ],
)
def test_a_sentence_without_end_takes_linear_time(unit):
    assert_linear(lambda count: diplotext.parse(unit * count), 15_000 // len(unit))
