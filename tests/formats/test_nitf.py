"""NITF: well-formed whatever the text, each zone in its element."""

import datetime
import re
from xml.etree import ElementTree

import pytest
from attrs import evolve
from hypothesis import given
from tests.formats.sample import ARTICLE, EMPTY, TEXT
from tests.strategies_model import articles

from diplotext.formats.nitf import to_nitf
from diplotext.model import Agency, Article, Byline, Credit, Notice


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


def test_credits_are_joined_as_printed():
    text = "(Reporting by Ann Roe,  editing by Bo Li)\nWriting by Al Po"
    spans = ((0, 24, "reporting"), (24, 41, "editing"), (42, 58, "writing"))
    both = tuple(Credit(text, *span, role=role) for *span, role in spans)
    root = ElementTree.fromstring(to_nitf(Article(text, 0, len(text), credits=both)))
    assert root.findtext("body/body.end/tagline") == (
        "(Reporting by Ann Roe, editing by Bo Li); Writing by Al Po"
    )


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


# What NITF 3.6 (nitf-3-6.xsd) says of the elements that we write: children in their order, and
# attributes. "#" stands for text.
IN_TEXT = "(# |q )*"
RULES = {
    "nitf": ("(head )?body ", "version"),
    "head": ("(title )?(docdata )?", ""),
    "title": ("(# )?", ""),
    "docdata": ("((date.issue|ed-msg|key-list) )*", "management-status"),
    "date.issue": ("", "norm"),
    "ed-msg": ("", "info msg-type"),
    "key-list": ("(keyword )*", ""),
    "keyword": ("", "key"),
    "body": ("(body.head )?(body.content )*(body.end )?", ""),
    "body.head": ("(hedline )*(byline )*(distributor )?(dateline )*", ""),
    "hedline": ("hl1 (hl2 )*", ""),
    "hl1": (IN_TEXT, ""),
    "byline": ("((#|person|location) )*", ""),
    "person": ("(# )?", ""),
    "distributor": ("((#|org) )*", ""),
    "org": ("(# )?", ""),
    "dateline": ("((#|location|story.date) )*", ""),
    "location": ("((#|city|region|country) )*", ""),
    "city": ("(# )?", ""),
    "region": ("(# )?", ""),
    "country": ("(# )?", "iso-cc"),
    "story.date": ("(# )?", "norm"),
    "body.content": ("(p )*", ""),
    "p": (IN_TEXT, ""),
    "q": (IN_TEXT, "quote-source"),
    "body.end": ("(tagline )?", ""),
    "tagline": (IN_TEXT, ""),
}
STATUSES = {"usable", "embargoed", "withheld", "canceled"}


def check(element):
    """The rules for one element and all inside it; an element that has none is a mistake."""
    children, attributes = RULES[element.tag]
    inside = [element.text, *(part for child in element for part in (child.tag, child.tail))]
    texts, tags = inside[::2], inside[1::2]
    parts = [["#"] if text and text.strip() else [] for text in texts]
    for number, tag in enumerate(tags):
        parts[number].append(tag)
    order = "".join(f"{part} " for held in parts for part in held)
    assert re.fullmatch(children, order), (element.tag, order)
    assert set(element.keys()) <= set(attributes.split()), (element.tag, element.keys())
    for child in element:
        check(child)


@given(articles())
def test_any_article_keeps_the_rules_of_nitf(article):
    root = ElementTree.fromstring(to_nitf(article).encode())
    check(root)
    assert root.find("head/docdata").get("management-status") in STATUSES
    norms = [node.get("norm", "20240314") for node in root.iter()]
    assert all(re.fullmatch("[0-9]{8}", norm) for norm in norms)


def test_a_story_keeps_the_rules_of_nitf():
    check(ElementTree.fromstring(to_nitf(ARTICLE)))


@pytest.mark.parametrize(
    "wrong",
    ["<p><p /></p>", "<q cite='a' />", "<body><body.end /><body.head /></body>", "<nitf>a</nitf>"],
)
def test_the_rules_refuse(wrong):
    with pytest.raises(AssertionError):
        check(ElementTree.fromstring(wrong))


def test_years_before_1000_keep_their_digits():
    article = evolve(EMPTY, published=datetime.date(987, 1, 2))
    assert 'norm="09870102"' in to_nitf(article)
