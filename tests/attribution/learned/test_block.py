"""Paragraphs read as one where the first leads on to the next."""

import pytest

from diplotext.attribution.learned.block import group_blocks, join_blocks, read_blocks, tag_block
from diplotext.attribution.learned.stage import find_attributions
from diplotext.attribution.learned.weights import load_weights
from diplotext.body.token import tokenize


def tables_of(*paragraphs):
    text = "\n\n".join(paragraphs)
    starts = [text.index(paragraph) for paragraph in paragraphs]
    return text, tokenize(
        text, [(at, at + len(p)) for at, p in zip(starts, paragraphs, strict=True)]
    )


def blocks_of(*paragraphs):
    blocks = read_blocks(tables_of(*paragraphs)[1], load_weights().words)
    for block in blocks:
        tag_block(block, load_weights().vocabulary)
    return blocks


@pytest.mark.parametrize(
    ("paragraphs", "sizes"),
    [
        (["The mayor said:", "“Rain fell.”", "Snow fell."], [2, 1]),
        (["“Rain fell. It was cold.", "“Snow fell,” the mayor said."], [2]),
        (["“Rain fell. It was cold.", "Snow fell, the mayor said."], [1, 1]),
        (["Rain fell.", "", "Snow fell."], [1, 1]),
        ([f"“Rain fell {number}." for number in range(8)], [6, 2]),
    ],
)
def test_groups(paragraphs, sizes):
    assert [len(group) for group in group_blocks(blocks_of(*paragraphs))] == sizes


def test_a_unit_is_its_blocks_end_to_end():
    blocks = blocks_of("The mayor said: Rain. Hail:", "“Snow fell. It was cold.”")
    first = len(blocks[0].types)
    blocks[0].cues[2], blocks[1].cues[1] = 0.9, 0.2
    unit = join_blocks(blocks, 0.5)
    assert unit.words == blocks[0].table.words + blocks[1].table.words
    assert len(unit) == len(unit.tags) == len(unit.quotes) == len(unit.sentences)
    assert unit.paragraphs == [0] * first + [1] * len(blocks[1].types)
    assert unit.bounds[-1] == len(unit)
    assert unit.sentences == sorted(unit.sentences)
    assert (unit.cues, unit.heads) == ({2: 0.9, first + 1: 0.2}, [2])
    starts, ends = unit.spans()
    assert starts == sorted(starts)
    assert all(start < end for start, end in zip(starts, ends, strict=True))


def test_a_colon_leads_to_the_quotation_below():
    text, tables = tables_of(
        "Mayor Ana Ruiz told reporters on Friday:", "“The bridge will reopen in the spring.”"
    )
    found = find_attributions(text, tables)
    assert [(a.source.text, a.content[0].text) for a in found] == [
        ("Mayor Ana Ruiz", "“The bridge will reopen in the spring.”")
    ]


STORY = "“The bridge holds,” Mayor Ana Ruiz said. She called the tests “thorough” and “costly.”"


@pytest.mark.parametrize("marks", ["«»", "‘’", "„“", "‹›", ("``", "''")])
def test_marks_of_other_styles_are_read_as_those_that_training_knows(marks):
    text = STORY.replace("“", "<").replace("”", ">").replace("<", marks[0]).replace(">", marks[1])
    known, other = blocks_of(STORY)[0], blocks_of(text)[0]
    assert known.types == other.types
    assert known.tags == other.tags


def test_marks_that_are_no_quotation_stay_what_they_are():
    [known], [other] = blocks_of("The boys' boat sank."), blocks_of("The boys” boat sank.")
    assert [a is b for a, b in zip(known.types, other.types, strict=True)].count(False) == 1
