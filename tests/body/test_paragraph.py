"""Paragraphs of hard-wrapped, indented, blank-lined and web copy."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import assert_linear

from diplotext.body.paragraph import find_lines, split_paragraphs

ONE = "The harbour at Brindle Bay was shut by ice on Monday and the ferry\nstayed in port, the harbour master said, for the third day in a row."
TWO = "Passengers waited in the hall. The kitchen gave out soup and bread\nuntil midnight."


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (f"{ONE}\n\n{TWO}", 2),
        (f"    {ONE}\n    {TWO}", 2),
        (f"\t   {ONE}\n\t   {TWO}", 2),
        (f"{ONE}\r\n\r\n{TWO}".replace("\n", "\r\n"), 2),
        (f"{ONE}\n{TWO}", 1),
        (f"{ONE}\f{TWO}", 2),
        (f"{ONE}\nThe yard went for less, said Norsk Inc.\nanalyst Karl Reed.\n\n{TWO}", 2),
        (f"{ONE}\nThe yard went to Norsk Skip Inc.\n( NSKP.O ) in May.\n\n{TWO}", 2),
        (f"{ONE}\nThe yard went to Norsk Skip Inc.\nNSKP.O in May.\n\n{TWO}", 2),
        (f"{ONE}\nThe yard went to Norsk Skip Inc.\n(Reporting by Karl Reed)", 2),
        ("One went home.\nTwo stayed.\nThree wept.", 3),
        ("Wheat\nBarley\nOats", 3),
        (f"{ONE.replace(chr(10), ' ')}\n{TWO.replace(chr(10), ' ')}", 2),
        ("x" * 1000, 1),
        ("", 0),
        (" \n\t\r\n", 0),
    ],
)
def test_count(text, count):
    assert len(split_paragraphs(text)) == count


def test_capitals_are_wrapped_too():
    assert len(split_paragraphs(f"{ONE}\n\n{TWO}".upper())) == 2


def test_region():
    text = "One.\n\nTwo.\n\nThree."
    assert split_paragraphs(text, 4, 12) == ((6, 10),)


@given(st.text(alphabet=st.sampled_from("aB .\n\r\t\f\x85\u2028x"), max_size=200))
def test_paragraphs_hold_every_word(text):
    ranges = split_paragraphs(text)
    assert "".join(text.split()) == "".join("".join(text[a:b].split()) for a, b in ranges)
    for start, end in ranges:
        assert text[start:end] == text[start:end].strip()
    assert list(ranges) == sorted(ranges)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(ranges))


@given(st.text(max_size=300))
def test_lines_are_those_of_splitlines(text):
    expected = [line.strip() for line in text.splitlines() if line.strip()]
    assert [text[line.start : line.end] for line in find_lines(text)] == expected


@pytest.mark.parametrize("unit", ["x", " ", "\n", "a b\n", "\r\n \t", "(", "x\n    "])
def test_linear(unit):
    assert_linear(lambda count: split_paragraphs(unit * count), 20_000 // len(unit))
