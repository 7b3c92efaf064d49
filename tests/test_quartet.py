"""The article this project was founded on comes out exactly right, always."""

import datetime
import json

import pytest
from tests.shared import need

import diplotext


@pytest.fixture(scope="module")
def gold():
    return json.loads(need("articles/quartet.gold.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def article():
    text = need("articles/quartet.txt").read_bytes().decode("utf-8")
    return diplotext.parse(text, published=datetime.date(2021, 9, 10))


def spans(passages):
    return [list(passage.span) for passage in passages]


def test_the_head(article, gold):
    assert list(article.headline.span) == gold["headline"]
    line = article.dateline
    assert list(line.span) == gold["dateline"]["span"]
    assert spans(line.places) == [gold["dateline"]["place"]]
    assert spans(line.agencies) == [gold["dateline"]["agency"]]
    assert [(p.name, p.country) for p in line.places] == [("Moscow", "RU")]
    assert [(a.name, a.id) for a in line.agencies] == [("TASS", "tass")]
    assert line.date is None
    assert line.date_text is None
    assert article.byline is None
    assert article.slugline is None


def test_the_body_and_what_is_left(article, gold):
    assert spans(article.paragraphs) == gold["paragraphs"]
    assert spans(article.residue) == [gold["residue"]]
    assert article.residue[0].text == "Leave a Comment"
    assert article.credits == article.notices == article.inner_datelines == ()


def test_the_quotations(article, gold):
    assert spans(article.quotations) == gold["quotations"]
    insertions = [i for quotation in article.quotations for i in quotation.insertions]
    assert spans(insertions) == gold["insertions"]
    assert {quotation.role for quotation in article.quotations} == {"speech"}
    assert not any(quotation.continues for quotation in article.quotations)


def test_who_said_what(article, gold):
    found = [
        {
            "kind": "headline" if a.zone == "headline" else a.kind,
            "content": spans(a.content),
            "cue": list(a.cue.span),
            "source": list(a.source.span),
            "speaker": a.speaker.name,
        }
        for a in article.attributions
    ]
    wanted = [
        {key: a[key] for key in ("kind", "content", "cue", "source", "speaker")}
        for a in gold["attributions"]
    ]
    assert found == wanted


def test_the_day_and_the_occasion(article, gold):
    for attribution, wanted in zip(article.attributions, gold["attributions"], strict=True):
        time = wanted.get("time")
        assert attribution.date == (time and datetime.date.fromisoformat(time["date"]))
        assert (attribution.date_text and list(attribution.date_text.span)) == (
            time and time["span"]
        )
        assert (attribution.occasion and list(attribution.occasion.span)) == wanted.get("occasion")


def test_one_speaker_is_behind_all(article, gold):
    [speaker] = article.speakers
    [wanted] = gold["speakers"]
    assert speaker.name == wanted["name"]
    assert speaker.family_name == wanted["family_name"]
    assert list(speaker.titles) == wanted["titles"]
    assert len(article.said_by("Lavrov")) == len(gold["attributions"]) == 10


def test_without_publication_nothing_is_dated(article):
    undated = diplotext.parse(article.text)
    assert {a.date for a in undated.attributions} == {None}
    assert undated.attributions[1].date_text.text == "on Thursday"
