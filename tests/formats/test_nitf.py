"""NITF: well-formed whatever the text, each zone in its element."""

import datetime
from xml.etree import ElementTree

import pytest
from attrs import evolve
from hypothesis import given
from tests.formats.sample import ARTICLE, EMPTY, TEXT
from tests.strategies_model import articles

from diplotext.formats.nitf import to_nitf
from diplotext.model import Agency, Byline, Notice


def test_the_story():
    root = ElementTree.fromstring(to_nitf(ARTICLE))
    text = root.findtext
    assert text("head/title") == "Dockers end strike & go back: union"
    assert text("body/body.head/hedline/hl1") == "Dockers end strike & go back: union"
    assert "".join(root.find("body/body.head/byline").itertext()) == "By Maria Solano"
    assert text("body/body.head/byline/person") == "Maria Solano"
    assert text("body/body.head/distributor/org") == "Reuters"
    assert text("body/body.head/dateline/location/city") == "Lima"
    assert root.find(".//country").get("iso-cc") == "PE"
    assert root.find(".//story.date").get("norm") == "20240314"
    assert root.find(".//date.issue").get("norm") == "20240315"
    assert root.find(".//ed-msg").get("info") == "CORRECTION: nine days, not eight"
    assert [k.get("key") for k in root.iter("keyword")] == ["PORT", "STRIKE"]
    assert text("body/body.end/tagline") == "(Editing by Jonas Weiler)"


def test_speech_is_marked_inside_the_paragraph():
    root = ElementTree.fromstring(to_nitf(ARTICLE))
    paragraphs = ["".join(p.itertext()) for p in root.iter("p")]
    assert paragraphs == [
        '"We got <what> we came for," Tomas Reyes said. "Nobody called it a \'win\'."',
        "He said that ships would sail.",
    ]
    quotes = [(q.text, q.get("quote-source")) for q in root.iter("q")]
    assert quotes == [
        ("We got <what> we came for,", "Tomas Reyes"),
        ("Nobody called it a 'win'.", "Tomas Reyes"),
    ]


@pytest.mark.parametrize(
    "kind, status",
    [("kill", "canceled"), ("embargo", "embargoed"), ("update", "usable")],
)
def test_status(kind, status):
    article = evolve(ARTICLE, notices=(Notice(TEXT, 0, 4, kind=kind),))
    docdata = ElementTree.fromstring(to_nitf(article)).find("head/docdata")
    assert docdata.get("management-status") == status


def test_the_agency_of_the_byline_will_do():
    agency = Agency(TEXT, 0, 4, name="AP")
    article = evolve(EMPTY, byline=Byline("", 0, 0, agency=agency))
    assert ElementTree.fromstring(to_nitf(article)).findtext(".//org") == "AP"


@given(articles())
def test_any_article_is_well_formed(article):
    ElementTree.fromstring(to_nitf(article).encode())


def test_years_before_1000_keep_their_digits():
    article = evolve(EMPTY, published=datetime.date(987, 1, 2))
    assert 'norm="09870102"' in to_nitf(article)
