"""From the labelled tokens to what is reported: edges, marks, gaps."""

from types import SimpleNamespace

import attrs
import pytest

from diplotext.attribution.learned.block import join_blocks, read_blocks
from diplotext.attribution.learned.candidate import Candidate, Reading
from diplotext.attribution.learned.extent import content_runs, cue_run, source_run
from diplotext.attribution.learned.weights import load_weights
from diplotext.body.token import tokenize


def unit_of(text):
    return join_blocks(read_blocks(tokenize(text, [(0, len(text))]), load_weights().words), 1.0)


def words(unit, runs):
    return [" ".join(unit.words[slice(*run)]) for run in runs]


@pytest.mark.parametrize(
    ("text", "runs", "expected"),
    [
        ("Rain fell , Ana Ruiz said .", [(0, 3)], ["Rain fell"]),
        (", Rain fell - ", [(0, 4)], ["Rain fell"]),
        (". . .", [(0, 3)], []),
        # Marks around what was labelled without them are taken in, lone ones left out.
        ("“ Rain fell ” , she said .", [(1, 3)], ["“ Rain fell ”"]),
        ("“ Rain ” fell , she said .", [(2, 4)], ["fell"]),
        ("She said rain “ fell ” .", [(2, 4)], ["rain"]),
        # Two runs with a comma between are one; with a word between they are two.
        ("Rain fell , snow fell .", [(0, 2), (3, 5)], ["Rain fell , snow fell"]),
        ("Rain fell , Ruiz , snow .", [(0, 2), (5, 6)], ["Rain fell", "snow"]),
        # A firm's name in angles is whole; a ">" that nothing opened is none of it.
        ("It buys <Kvik Lines Ltd> .", [(0, 6)], ["It buys < Kvik Lines Ltd >"]),
        ("<Kvik Lines Ltd> left .", [(0, 6)], ["< Kvik Lines Ltd > left"]),
        ("> Rain fell > .", [(0, 4)], ["Rain fell"]),
        # The sentence behind an abbreviation is left out.
        ("It buys Kvik Corp. Last month it fell .", [(0, 6)], ["It buys Kvik Corp."]),
        ("It buys Kvik Corp. shares now .", [(0, 6)], ["It buys Kvik Corp. shares now"]),
        ("It rained . The board left .", [(0, 6)], ["It rained . The board left"]),
    ],
)
def test_content(text, runs, expected):
    unit = unit_of(text)
    assert words(unit, content_runs(unit, runs)) == expected


def candidate(**runs):
    plain = dict.fromkeys((field.name for field in attrs.fields(Candidate)), ())
    return Candidate(**plain | runs)


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ([(0, 2), (3, 5)], "Ana Ruiz , union leader"),
        # Far from each other: the likelier part, be it the shorter one.
        ([(0, 2), (9, 10)], "Ana Ruiz"),
        ([(0, 1), (5, 10)], "of the old port said"),
        ([(2, 3)], None),
        ([], None),
    ],
)
def test_source(runs, expected):
    unit = unit_of("Ana Ruiz , union leader of the old port said so .")
    chances = [0.4, 0.9, 0.1, 0.2, 0.1, 0.8, 0.2, 0.2, 0.1, 0.3, 0.0, 0.0]
    chunks = SimpleNamespace(starts=list(range(len(chances))))
    window = SimpleNamespace(unit=unit, chunks=chunks, first=0, last=len(chances))
    reading = Reading(window, 0.5, [], chances, [])
    found = source_run(reading, candidate(source=runs))
    assert found == expected if expected is None else words(unit, [found]) == [expected]


def test_no_part_of_a_source_is_what_cue_or_content_have():
    unit = unit_of("Ana Ruiz , union leader of the old port said so .")
    chunks = SimpleNamespace(starts=list(range(12)))
    window = SimpleNamespace(unit=unit, chunks=chunks, first=0, last=12)
    reading = Reading(window, 0.5, [], [0.4, 0.9, *[0.1] * 10], [])
    parts = candidate(source=[(0, 2), (3, 5)])
    assert source_run(reading, parts, [(2, 3)]) == (0, 2)  # what lies between is not the source's
    assert source_run(reading, parts, [(1, 2)]) == (3, 5)
    assert source_run(reading, parts, [(0, 9)]) is None


def test_cue():
    assert cue_run(candidate(cue=[(1, 3), (5, 7)]), 6, [(8, 9)]) == (5, 7)
    assert cue_run(candidate(cue=[(1, 3)]), 6, []) == (6, 7)


def test_a_cue_is_less_what_the_content_has_taken():
    assert cue_run(candidate(cue=[(1, 3)]), 1, [(2, 6)]) == (1, 2)
    assert cue_run(candidate(cue=[(3, 6)]), 5, [(0, 4)]) == (4, 6)
