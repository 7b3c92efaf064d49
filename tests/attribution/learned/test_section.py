"""Sections of endless texts: nothing is lost, nothing comes twice."""

import pytest

import diplotext
from diplotext.attribution.learned.section import split_sections
from diplotext.attribution.learned.stage import find_attributions
from diplotext.body.token import tokenize

SAID = '"The bridge will reopen on Friday," Mayor Ana Ruiz said. It rained.'


@pytest.mark.parametrize("longest", [1, 7, 40, 150, 10_000])
def test_the_tokens_are_those_of_the_tables(longest):
    text = f"{SAID} {SAID}\n{SAID}\n"
    tables = tokenize(text, [(0, 135), (136, len(text) - 1)])
    parts = [part for section in split_sections(tables, longest, longest) for part in section]
    assert [word for part in parts for word in part.words] == [
        word for table in tables for word in table.words
    ]
    for part in parts:
        assert part.sentence_starts == sorted(set(part.sentence_starts))
        assert part.sentence_starts[0] == 0
        assert all(0 <= at < len(part) for at in (*part.sentence_starts, *part.initials))
        assert text[part.start : part.end].startswith(part.words[0])
        assert len(part) == 1 or part.ends[-1] - part.starts[0] <= longest


def test_no_tokens_no_sections():
    assert [list(section) for section in split_sections([], 1, 1)] == [[]]


def test_each_paragraph_of_an_endless_text_is_read():
    text = "\n\n".join([SAID] * 2000)
    ranges = [(at, at + len(SAID)) for at in range(0, len(text), len(SAID) + 2)]
    found = find_attributions(text, tokenize(text, ranges))
    assert len(found) == 2000


def test_an_endless_sentence_is_read():
    text = 'and "we go", the mayor said of it, ' * 4000
    assert diplotext.parse(text).attributions


def test_an_endless_line_is_read():
    text = " ".join([SAID] * 2000)
    assert sum(a.kind == "direct" for a in diplotext.parse(text).attributions) > 1900
