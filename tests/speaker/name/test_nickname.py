"""Nicknames inside names: nobody says them, and the name goes on behind them."""

import pytest

import diplotext
from diplotext.speaker.name.nickname import find_nickname


def parse(sentence):
    return diplotext.parse(f"LIMA (AP) - {sentence} “The fair is open,” Gull said.")


@pytest.mark.parametrize(
    "name",
    [
        'Robert "Bob" Gull',
        "Robert “Bob” Gull",
        "Robert 'Bob' Gull",
        "Rep. Earl L. “Buddy” Gull Jr.",
        "C.L. “Butch” Gull",
        'Dwayne "The Wall" Gull',
        "William “Big Jim” Gull",
        "William (Shorty) Gull",
    ],
)
def test_the_name_is_the_source_and_the_nickname_is_said_by_nobody(name):
    article = parse(f"{name} said the strike was over.")
    over, open_ = article.attributions
    assert (over.source.text, over.content[0].text) == (name, "the strike was over")
    assert over.kind == "indirect"
    assert over.speaker is open_.speaker
    assert over.speaker.kind == "person"
    assert "Gull" in over.speaker.name
    assert not {"Bob", "Buddy", "Wall", "Jim", "Shorty"} & set(over.speaker.name.split())
    assert [q.role for q in article.quotations[:-1]] == ["scare"] * ("(" not in name)


@pytest.mark.parametrize(
    "text",
    [
        'Robert "Bob"',
        'Boats "Bob" Gull',
        'Robert said "Bob" Gull',
        'told Robert. "Bob" Gull',
        'Robert "bob" Gull',
        'Robert "Bob" gull',
        'Robert "Bob," Gull',
        'Robert "Bob" Monday',
        "Robert (AP) Gull",
        "Ann (R-Ohio) Gull",
        "Harbour Asia (Singapore) Ltd",
        "Bank Asia (Industrial) Bank",
    ],
)
def test_what_is_no_nickname(text):
    at = min(text.find(mark) for mark in '"(' if mark in text) - 1
    assert find_nickname(text, at, len(text)) == -1


def test_a_quotation_that_ends_a_sentence_is_still_said():
    article = parse('"Bob," Ann Roe said. Ann "Go" said.')
    assert [a.speaker.name for a in article.said_by("Roe")] == ["Ann Roe"]


def test_the_article_is_one_of_the_given_text():
    article = parse('Robert "Bob" Gull said rain fell.')
    assert all(node.document is article.document for node in article.walk())
    assert article.quotations[0].text == '"Bob"'
    assert diplotext.parse('"Bob" Gull said rain fell.').quotations[0].text == '"Bob"'
