"""Whom a medium cites: in linear time, however long the words go on without a stop."""

import pytest
from tests.growth import assert_linear

import diplotext

LINE = "LIMA (AP) - The deal is off, TASS reported, citing two unnamed officials {}: it failed."


@pytest.mark.parametrize(
    "words", ["close to the talks ", "x", "a.b ", "U.S. ", "Mr. ", "a-b&c ", "' "]
)
def test_words_without_a_stop_take_linear_time(words):
    assert_linear(lambda count: diplotext.parse(LINE.format(words * count)), 20)


def test_who_is_cited_is_the_speaker():
    article = diplotext.parse(LINE.format("close to the talks").replace(":", ", adding"))
    assert article.attributions[0].source.text == "two unnamed officials close to the talks"
    assert article.attributions[0].medium.text == "TASS"
