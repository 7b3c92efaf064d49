"""Stories of one case: capitals put in, and what is found handed back as ranges of the story."""

import pytest
from hypothesis import given, settings
from tests.growth import assert_linear
from tests.stories import TEXTS, stories

import diplotext
from diplotext.recase import is_of_one_case, read_capitals, with_usual_capitals


@pytest.mark.parametrize(
    "usual",
    [
        "President Ruth Okafor said the U.S. talks failed.",
        "Mr. Okafor and Mrs. Brandt met Gen. Reyes of the FMLN. She left.",
        "The Salvadoran army is trafficking in hope, John F. Okafor told the United Nations.",
        '"I left," he said. "It rained in Lima." [Text] The peasants stayed.\n\nThe end.',
        "A will and a mark are no names, nor is an indiscriminate bombing.",
        "O'Neill and McGrath met Okafor's men on 3 January.",
    ],
)
def test_usual_capitals_come_back(usual):
    for change in (str.upper, str.lower):
        read = with_usual_capitals(change(usual))
        assert read.replace("january", "January") == usual


@pytest.mark.parametrize(
    ("shouted", "story", "read"),
    [
        ("KVIK GULF SEES GAIN", "Kvik Gulf Inc said so.", "Kvik Gulf sees gain"),
        ("KVIK <KVIK.N> SEES GAIN", "Kvik said so.", "Kvik <KVIK.N> sees gain"),
        ("KVIK GULF SEES GAIN", "The gulf is calm. Kvik said so.", "Kvik gulf sees gain"),
        ("KVIK SEES 4TH QTR GAIN", "Kvik 4th Qtr net", "Kvik sees 4th qtr gain"),
    ],
)
def test_a_headline_has_the_capitals_of_the_story_s_names(shouted, story, read):
    assert with_usual_capitals(shouted, story) == read


def test_many_lines_in_capitals_take_linear_time():
    unit = "KVIK AND LUND SEE GAIN THIS YEAR\n\nShe left the port.\n\n"
    size = unit.index("\n")

    def read(count):
        text = unit * count
        read_capitals(text, [(at, at + size) for at in range(0, len(text), len(unit))])

    assert_linear(read, 300)


def test_a_long_line_of_one_case_takes_linear_time():
    def read(count):
        line = " ".join(f"port{at} of lima{at}" for at in range(count))
        read_capitals(f"{line}\n\nShe left.", [(0, len(line))])

    assert_linear(read, 1500)


@given(TEXTS)
def test_every_offset_stays(text):
    for story in (text, text.upper(), text.lower()):
        read = with_usual_capitals(story)
        assert len(read) == len(story)
        assert read.casefold() == story.casefold()


@given(TEXTS)
def test_every_node_is_of_the_story(text):
    story = text.upper()
    nodes = list(diplotext.parse(story).walk())
    assert all(node.document is story for node in nodes)


def who_said_what(text):
    return [
        (a.source.text.lower(), [part.text.lower() for part in a.content], a.speaker.name)
        for a in diplotext.parse(text).attributions
        if a.source and a.speaker and a.zone == "body"
    ]


@settings(max_examples=50)
@given(stories())
def test_a_story_in_capitals_says_the_same(story):
    shouted = story.text.upper()
    assert is_of_one_case(shouted)
    found, usual = who_said_what(shouted), who_said_what(story.text)
    assert [said[:2] for said in found] == [said[:2] for said in usual]


def test_quotations_in_a_row_are_parted_in_capitals_too():
    # Read in capitals as if the leader had said the second quotation with the third.
    story = (
        'LIMA (Reuters) - "We got it," union leader Tomas Reyes said. "The U.S. side isn\'t ready." '
        '"No comment," union leader Tomas Reyes said. The port lies at the mouth of the Ellery.'
    )
    found, usual = who_said_what(story.upper()), who_said_what(story)
    assert [said[:2] for said in found] == [said[:2] for said in usual]
    assert len(usual) == 2


def test_the_first_letter_of_a_paragraph_is_a_capital():
    text = 'LIMA (AP) - "THE PORT IS SHUT," ANA RUIZ SAID.'
    assert read_capitals(text, [(12, len(text))])[13:25] == "The port is "


def test_the_speaker_of_an_attribution_is_one_of_the_articles():
    text = 'LIMA (AP) - MAYOR ANA RUIZ LEFT. "IT RAINED," RUIZ SAID. "IT POURED," SHE SAID.'
    article = diplotext.parse(text)
    [speaker] = article.speakers
    assert all(attribution.speaker is speaker for attribution in article.attributions)
    assert (speaker.name, speaker.text, speaker.document) == ("Ana Ruiz", "ANA RUIZ", text)
    assert speaker.mentions[0].document == text


@pytest.mark.parametrize(
    "text", ["The NATO chief said.", "3-2", "", "UN SAID ON FRIDAY it was over and done with."]
)
def test_stories_of_both_cases_are_read_as_they_are(text):
    assert not is_of_one_case(text)


@pytest.mark.parametrize("text", ["IBM SAID IT ROSE", "The UN, NATO and the EU MET.", "8:05 a.m."])
def test_a_few_words_in_capitals_are_read_as_they_are(text):
    story = f"Shares rose on Friday.\n\n{text}"
    assert read_capitals(story, [(0, 22), (24, len(story))]) is story


@pytest.mark.parametrize("change", [str.upper, str.lower])
def test_a_paragraph_of_one_case_is_read_as_if_it_had_both(change):
    lead = "The port of Lima is shut, Mayor Ana Ruiz said on Monday."
    rest = "Nobody had left by noon. “We wait,” said Tim Lee, a sailor."
    usual = diplotext.parse(f"Ice shuts port\n\n{lead}\n\n{rest}")
    other = diplotext.parse(f"Ice shuts port\n\n{change(lead)}\n\n{rest}")
    assert [node.span for node in other.walk()] == [node.span for node in usual.walk()]
    assert [speaker.name for speaker in other.speakers] == ["Ana Ruiz", "Tim Lee"]
