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
        "After Roe said it rained, it fell, ",
        "The bridge, says Ann Roe, is safe, ",
        "Bees, researchers have found, can count, ",
        "He told reporters Ann Roe was ill, ",
        "Roe said the ship -- a ferry -- sank ",
        "The law -- according to critics -- is old ",
        "A post shared widely claims it rained, ",
        "it rained, a report by Roe found, ",
        "it could rain, said Roe, adding: it is late, ",
        "a person with knowledge of the shop, who saw it said ",
        'Here are excerpts of a speech by Eva Lund: "It is far too dear." ',
        "It was late. NEW TALKS Both sides met, Lund said. ",
        'EVA LUND, ECONOMIST, KVIK BANK, OSLO: "It is far too dear." ',
        "It is late, a body of the state, executives said, citing rain, ",
        "It sank, the mayor said, reports UNB. ",
        "Roe told reporters that he would go, TASS reported. ",
        "Analysts polled by Kvik had expected a loss, ",
        'Kvik Inc. (TSXV:KVK) (the "Company"), a bank, said it won. ',
        "Roe called on both to meet and expressed hope and ",
        "a clause that no comma closes who met the press on Friday said ",
        "As per Roe it rained as per officials, ",
        'Marsh hopes for more. It rained. It is late. "We will be many." ',
        "An aide said Roe told the board that he would go, ",
        "Ana Roe, an aide to Governor Holm and said it rained ",
    ],
)
def test_a_sentence_without_end_takes_linear_time(unit):
    assert_linear(lambda count: diplotext.parse(unit * count), 15_000 // len(unit))
