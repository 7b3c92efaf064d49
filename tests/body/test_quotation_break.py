"""Breaks of paragraphs as quotations show them: a sentence a line, a story a line."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.case_files import load_cases
from tests.growth import assert_linear
from tests.stories import story_of

import diplotext
from diplotext.body.quotation_break import move_breaks

HARBOUR = [
    "The harbour at Brindle Bay was shut by ice on Monday and the ferry stayed in port. " * 4,
    "“We have had no boat for three days. The shops are empty.",
    "“We need help,” Mayor Ana Ruiz said.",
    "The kitchen in the hall gave out soup and bread until midnight, and it was cold. " * 6,
    "“Nobody has come,” said Ruiz. “Nobody has called.”",
    "“The minister is on leave,” said Tim Lee, his deputy. “He will hear of it.”",
    "Passengers waited in the hall, where it was warm, and watched the ice from there. " * 5,
]


@pytest.mark.parametrize("case", load_cases("quotation_break"))
def test_lines(case):
    text, ranges = story_of(case["lines"])
    lines = iter(ranges)
    groups = [list(itertools.islice(lines, count)) for count in case["expected"]]
    assert move_breaks(text, ranges) == tuple((group[0][0], group[-1][1]) for group in groups)


def test_a_story_on_one_line_gets_the_breaks_that_its_quotations_show():
    text = " ".join(paragraph.strip() for paragraph in HARBOUR)
    found = [text[start:end][:12] for start, end in move_breaks(text, [(0, len(text))])]
    assert found == ["The harbour ", "“We need hel", "“The ministe"]


def test_a_short_paragraph_is_not_split():
    text = "“We go, he said. “It is fine,” he said. “Go.” “Now.”"
    assert move_breaks(text, [(0, len(text))]) == ((0, len(text)),)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            'He said: "It grew. "It will grow." He left.',
            ['He said: "It grew.', '"It will grow." He left.'],
        ),
        ("“It grew. “It will grow. “It must.”", ["“It grew.", "“It will grow.", "“It must.”"]),
        (
            '"It grew. "It will grow. "It must."',
            ['"It grew.', '"It will grow.', '"It must."'],
        ),  # even
        (
            'He said: "It grew. "It must." Ida said: "No. "No."',
            ['He said: "It grew.', '"It must." Ida said: "No.', '"No."'],
        ),
        ('"It grew," he said. "It must," she said.', ['"It grew," he said. "It must," she said.']),
        (
            'A 3" pipe and a 4" pipe and "no" and "no."',
            ['A 3" pipe and a 4" pipe and "no" and "no."'],
        ),
        ("“It grew fast “as weeds” do.", ["“It grew fast “as weeds” do."]),
        ('"I said: it grew. "They told me so."', ['"I said: it grew.', '"They told me so."']),
        (
            '"It grew. Marsh said it was late. "We go."',
            ['"It grew. Marsh said it was late. "We go."'],
        ),
        ('"It grew, said the aide. "We go. "Now."', ['"It grew, said the aide. "We go.', '"Now."']),
        (
            "\"A 'fund' it is. \"It grew 'fast', no. \"It is.\"",
            ["\"A 'fund' it is.", "\"It grew 'fast', no.", '"It is."'],
        ),
        ("“It grew,” she said. “It will.” He left.", ["“It grew,” she said. “It will.” He left."]),
        (
            '"It grew. EVA LUND, ANALYST, OSLO: "It will."',
            ['"It grew.', 'EVA LUND, ANALYST, OSLO: "It will."'],
        ),
        ('"It grew. ON THE CROWN "It will."', ['"It grew.', 'ON THE CROWN "It will."']),
        (
            '"It grew. EVA LUND, HEAD OF U.S. SHARES: "No."',
            ['"It grew.', 'EVA LUND, HEAD OF U.S. SHARES: "No."'],
        ),
        ('"It grew. The EU then "left it" there."', ['"It grew. The EU then "left it" there."']),
    ],
)
def test_joined_paragraphs_of_a_running_quotation_are_parted(text, parts):
    assert [text[start:end] for start, end in move_breaks(text, [(0, len(text))])] == parts


def test_a_sentence_a_line_has_the_attributions_of_its_paragraph():
    story = "“We have had no boat. The shops are empty. It is cold,” Mayor Ana Ruiz said on Monday."
    [whole] = diplotext.parse(story).attributions
    [lines] = diplotext.parse(story.replace(". ", ".\n")).attributions
    assert (lines.source.text, lines.content[0].span) == (
        whole.source.text,
        whole.content[0].span,
    )


@given(st.lists(st.text(alphabet="aB .\"“”'‘’«»`\u00a0", max_size=40), max_size=12))
def test_nothing_is_lost(lines):
    text, ranges = story_of([line.strip() for line in lines if line.strip()])
    moved = move_breaks(text, ranges)
    assert "".join(text.split()) == "".join("".join(text[a:b].split()) for a, b in moved)
    assert all(start < end for start, end in moved)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(moved))


@pytest.mark.parametrize("unit", ["“a. ", "a.” “", '"a\n', "“a\n", "” b\n", "a"])
def test_linear(unit):
    def move(count):
        text = unit * count
        lines = [(m, m + len(unit.strip())) for m in range(0, len(text), len(unit))]
        move_breaks(text, lines)
        move_breaks(text, [(0, len(text))])

    assert_linear(move, 20_000 // len(unit))


@pytest.mark.parametrize("unit", ["A", "A ", "a ", "A, ", "A b "])
def test_linear_in_the_line_that_may_name_the_speaker(unit):
    def move(count):
        line = unit * count + '"'
        move_breaks('"We go.\n' + line, [(0, 7), (8, 8 + len(line))])

    assert_linear(move, 5_000)
