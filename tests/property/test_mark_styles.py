"""The marks' style says nothing about who said what."""

import re
from itertools import cycle

import pytest
from hypothesis import given, settings
from tests.stories import stories

import diplotext

ANY_MARK_RE = re.compile("``|''|[“”«»„‘’‚「」']")


def restyled(text, opening, closing):
    """A text whose straight marks, which come in pairs, are those of another style."""
    marks = cycle((opening, closing))
    return re.sub('"', lambda _: next(marks), text)


def plain(passage):
    return ANY_MARK_RE.sub('"', passage.text) if passage else None


def who_said_what(text):
    return [
        (plain(a.source), plain(a.cue), [plain(part) for part in a.content], a.speaker.name)
        for a in diplotext.parse(text).attributions
        if a.speaker
    ]


@pytest.mark.parametrize("marks", ["«»", "»«", "„“", ("``", "''"), "‘’", "''", '""', "「」"])
@settings(max_examples=40)
@given(story=stories())
def test_the_style_of_the_marks_changes_nothing(marks, story):
    usual, other = restyled(story.text, "“", "”"), restyled(story.text, *marks)
    assert who_said_what(usual) == who_said_what(other)


def test_low_marks_part_quotations_in_a_row():
    said = "„It sails,“ the minister said. „It sails,“ the minister said. „It sails,“ Tomas Reyes said."
    usual = said.replace("“", "”").replace("„", "“")
    lead = "Talks fail: Maria Solano\n\nLIMA (Reuters) - "
    assert len(who_said_what(lead + usual)) == 3
    assert who_said_what(lead + said) == who_said_what(lead + usual)
