"""The learned stages on stories of our own: what is found, and laws that hold for any text."""

from __future__ import annotations

import os
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import assert_linear

from diplotext.attribution.learned.stage import find_attributions
from diplotext.attribution.learned.weights import Weights, load_weights
from diplotext.body.token import tokenize
from diplotext.errors import WeightsError

LINE_RE = re.compile(r"[^\n]+")


def find(text, **options):
    tables = tokenize(text, [match.span() for match in LINE_RE.finditer(text)])
    return find_attributions(text, tables, **options)


def said(text):
    return [
        (a.source.text if a.source else None, [part.text for part in a.content]) for a in find(text)
    ]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            '"The bridge will hold," said Marta Veldkamp, the chief engineer.',
            "Marta Veldkamp",
            ['"The bridge will hold,"'],
        ),
        (
            "“It was a mistake,” Petrova said. “We shall not repeat it.”",
            "Petrova",
            ["“It was a mistake,”", "“We shall not repeat it.”"],
        ),
        (
            "The minister said that talks would resume on Friday.",
            "The minister",
            ["that talks would resume on Friday"],
        ),
        (
            "The bank said that prices, which fell last year, would rise in May.",
            "The bank",
            ["that prices, which fell last year, would rise in May"],
        ),
        (
            "At the same time, the tax has not made the land less dear, according to one index.",
            "one index",
            ["At the same time, the tax has not made the land less dear"],
        ),
        (
            "The harbour will close at noon, according to port officials.",
            "port officials",
            ["The harbour will close at noon"],
        ),
        (
            "``Nobody was hurt,'' a police spokesman told reporters.",
            "a police spokesman",
            ["``Nobody was hurt,''"],
        ),
    ],
)
def test_found(text, source, content):
    (found,) = said(text)
    assert found[0] is not None
    assert source in found[0]
    assert found[1] == content or [part.removeprefix("that ") for part in content] == found[1]


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell in the valley for three days.",
        "The committee of nine members met in the town hall on Monday.",
        "",
        "\n\n",
        "He wore a hat.",
    ],
)
def test_nothing_said(text):
    assert find(text) == ()


def test_confidence_and_reason():
    (found,) = find('"We won," said Ana Ruiz.')
    assert 0.3 < found.confidence <= 1
    assert (found.reason.stage, found.reason.evidence) == ("learned", "said")


def test_a_headline_is_its_own_zone():
    text = "Veldkamp says bridge is safe\n\nThe mayor said it would reopen."
    head, body = tokenize(text, [(0, 28), (30, len(text))])
    found = find_attributions(text, [body], headline=head)
    assert [a.zone for a in found if a.start >= 30] == ["body"]
    assert all(a.zone == "headline" for a in found if a.start < 28)


def test_capitals_are_read_like_small_letters():
    text = "THE MINISTER SAID THAT TALKS WOULD RESUME ON FRIDAY IN THE CAPITAL."
    (found,) = find(text)
    assert found.source.text == "THE MINISTER"


def test_line_ends_inside_a_paragraph_change_nothing():
    text = "The minister said that talks would resume on Friday in the northern capital."
    wrapped = text.replace(" would ", "\nwould ")
    plain = find(text)
    broken = find_attributions(wrapped, tokenize(wrapped, [(0, len(wrapped))]))
    assert [a.span for a in plain] == [a.span for a in broken]


WORDS = st.sampled_from(
    """said says told "  “ ” `` '' , . ? ! : - — ― he she they the minister of trade Novak that
    according to in Oslo on Monday reporters not yet claims denied ( ) U.S. Mr. \n \U0001f600 é
    """.split(" ")
)


@given(st.lists(WORDS, max_size=80).map(" ".join) | st.text(max_size=200))
def test_parts_are_disjoint_and_inside(text):
    for found in find(text):
        parts = [part.span for part in found.content]
        parts += [part.span for part in (found.cue, found.source) if part]
        parts.sort()
        assert parts[0][0] == found.start
        assert max(end for _, end in parts) == found.end
        for part in found.content:
            assert part.text == part.text.strip()
            assert any(map(str.isalnum, part.text))
        assert all(start < end for start, end in parts)


@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_the_same_text_gives_the_same_result(text):
    assert find(text) == find(text)


@pytest.mark.parametrize("word", ["said ", ": ", '"said" ', "he said that ", "- ", "A. "])
def test_floods_of_cues_take_linear_time(word):
    assert_linear(lambda count: find(word * count), 100)


def test_a_changed_file_of_weights_is_read_again(tmp_path):
    path = tmp_path / "weights.bin"
    path.write_bytes(load_weights().data)
    os.utime(path, ns=(0, 0))
    first = load_weights(path)
    assert load_weights(str(path)) is first
    os.utime(path, ns=(0, 1_000_000_000))
    assert load_weights(path) is not first
    path.write_bytes(b"nothing")
    with pytest.raises(WeightsError):
        load_weights(path)


def test_weights_are_read_once_and_can_be_given(tmp_path):
    weights = load_weights()
    assert load_weights() is weights
    assert weights.metadata["language"] == "en"
    path = tmp_path / "broken.bin"
    path.write_bytes(b"nothing")
    with pytest.raises(WeightsError):
        load_weights(path)
    with pytest.raises(WeightsError):
        Weights.from_bytes(b"")
    text = '"We won," said Ana Ruiz.'
    assert find(text, weights=weights) == find(text)
