"""Debris of transport is read as what it stands for; ranges are those of the story as given."""

import html

import pytest
from hypothesis import given, settings
from tests.stories import TEXTS, stories

import diplotext
from diplotext.debris import without_debris


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("&quot;No,&quot; said AT&amp;T&#8217;s &#x41;&nbsp;B", '"No," said AT&T’s A\xa0B'),
        ("â€œNo,â€\x9d it â€˜wasâ€™ â€” so â€¦", "“No,” it ‘was’ — so …"),
        ("â€œNo,â€ she said.", "“No,” she said."),
        ("LIMAÂ\xa0(AP)", "LIMA\xa0(AP)"),
    ],
)
def test_debris(text, read):
    assert without_debris(text)[0] == read


@pytest.mark.parametrize(
    "text",
    [
        "AT&T; Q&A; R&D",
        "&c; &notit; &unknown; &quot",
        "château, Âge, été",
        "& ; &#; &#x;",
        "&fjlig;",
    ],
)
def test_what_is_none_stays(text):
    read, move = without_debris(text)
    assert read is text
    assert [move(at) for at in range(len(text) + 1)] == list(range(len(text) + 1))


@given(TEXTS)
def test_offsets_rise_and_every_character_is_found_again(text):
    escaped = html.escape(text)
    read, move = without_debris(escaped)
    places = [move(at) for at in range(len(read) + 1)]
    assert places == sorted(set(places))
    assert (places[0], places[-1]) == (0, len(escaped))
    for at, character in enumerate(read):
        piece = escaped[places[at] : places[at + 1]]
        assert character in (piece, html.unescape(piece))


@settings(max_examples=50)
@given(stories())
def test_an_escaped_story_has_the_same_nodes(story):
    usual, escaped = diplotext.parse(story.text), diplotext.parse(html.escape(story.text))
    nodes = [(type(node), html.unescape(node.text)) for node in escaped.walk()]
    assert nodes == [(type(node), node.text) for node in usual.walk()]
    assert all(node.document is escaped.document for node in escaped.walk())
    assert [s.name for s in escaped.speakers] == [s.name for s in usual.speakers]
