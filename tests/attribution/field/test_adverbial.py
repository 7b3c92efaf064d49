"""Adverbials before and behind who speaks, and commas between a town and its state."""

import pytest
from tests.case_files import load_cases
from tests.growth import assert_linear

import diplotext
from diplotext.attribution.learned.place_comma import joined_tokens
from diplotext.attribution.source.closing_adverbial import before_adverbials
from diplotext.attribution.source.opening_adverbial import behind_adverbials


@pytest.mark.parametrize("case", load_cases("opening_adverbial"))
def test_where_who_speaks_begins(case):
    before, behind = case["text"].split(" | ")
    text = before + ("" if case.get("glued") else " ") + behind
    end = text.rindex(" has said") if " has " in text else text.rindex(" said")
    start = text.index(case["source"]) if "source" in case else 0
    expected = text.index(behind) if case["behind"] else start
    assert behind_adverbials(text, 0, start, end) == expected


@pytest.mark.parametrize("case", load_cases("closing_adverbial"))
def test_where_who_speaks_ends(case):
    source = case["source"]
    text = f"{source}{case.get('behind', '')} said"
    assert source[: before_adverbials(text, 0, len(source))] == case["who"]


STORY = """\
PORT ELLERY, March 3 (Kvik) - A storm hit the town on Sunday.

{}

Nine homes were lost.
"""


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Ana Marsh of Dover, Ohio says it was loud.", "Ana Marsh of Dover, Ohio"),
        ("“It was loud,” a judge in Norwich, England said.", "a judge in Norwich, England"),
        (
            "According to officials in Columbia, South Carolina, the town was lost.",
            "officials in Columbia, South Carolina",
        ),
        ("The Dover, Ohio-based company said it was sorry.", "The Dover, Ohio-based company"),
        ("A Lowell, Mass.-based airline said it was sorry.", "A Lowell, Mass.-based airline"),
        ("“It was loud,” the Dover, Ohio, firm said.", "the Dover, Ohio, firm"),
        (
            "“It was loud,” said a spokesman for the Raleigh, North Carolina-based retailer.",
            "a spokesman for the Raleigh, North Carolina-based retailer",
        ),
        (
            "Kvik Foods, based in Dover, Ohio, said it was sorry.",
            "Kvik Foods, based in Dover, Ohio",
        ),
        ("In the Bronx, New York, police said it was lost.", "police"),
        ("In a vote in Geneva, Iran said it was lost.", "Iran"),
        ("In Beirut, Iran said the town was lost.", "Iran"),
    ],
)
def test_a_state_is_part_of_its_town(sentence, source):
    article = diplotext.parse(STORY.format(sentence))
    assert [a.source.text for a in article.attributions] == [source]


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("in Geneva , Iran said", "iN,NV"),  # the first of its sentence
        ("talks in Geneva , Iran said", "niN,NV"),  # Geneva is not in Iran
        ("police of Ohio , Texas said", "noN,NV"),  # both are states
        ("police of Dover , Ohio State said", "noN,NNV"),
        ("Marsh , who lives in Dover , Ohio , said", "N,wViN,N,V"),  # that closes a pair
        ("police of Dover , Ohio", "noN,N"),
    ],
)
def test_commas_that_part(words, codes):
    assert joined_tokens(words.split(), codes, {0}) == []


def test_towns_and_openings_take_linear_time():
    def read(count):
        diplotext.parse("Last week in London police of Dover, Ohio said " * count)

    assert_linear(read, 30)


def test_a_sentence_without_end_is_not_read_from_its_start_for_each_source():
    part = "on Monday Ann Roe said in a statement that it fell, "

    def read(count):
        text = part * count
        for at in range(0, len(text), len(part)):
            behind_adverbials(text, 0, at + 10, at + 17)

    assert_linear(read, 2000)
