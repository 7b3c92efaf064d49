"""schema.org: quotations with their creators, claims with their authors."""

import json

from hypothesis import given
from tests.formats.sample import ARTICLE, EMPTY
from tests.strategies_model import articles

from diplotext.formats.schema_org import to_schema_org

REYES = {
    "@type": "Person",
    "@id": "#speaker-0",
    "name": "Tomas Reyes",
    "givenName": "Tomas",
    "familyName": "Reyes",
    "jobTitle": ["union leader"],
    "affiliation": {"@type": "Organization", "name": "Port Union"},
}


def test_the_story():
    node = to_schema_org(ARTICLE, url="https://news.example/1")
    assert node["@type"] == "NewsArticle"
    assert node["@id"] == node["url"] == "https://news.example/1"
    assert node["headline"] == "Dockers end strike & go back: union"
    assert node["dateline"] == "LIMA, March 14 (Reuters) -"
    assert (node["dateCreated"], node["datePublished"]) == ("2024-03-14", "2024-03-15")
    assert node["author"] == [{"@type": "Person", "name": "Maria Solano"}]
    assert node["editor"] == [{"@type": "Person", "name": "Jonas Weiler"}]
    assert node["creditText"] == "(Editing by Jonas Weiler)"
    assert node["correction"] == "CORRECTION: nine days, not eight"
    assert node["sourceOrganization"] == [{"@type": "NewsMediaOrganization", "name": "Reuters"}]
    assert node["locationCreated"] == [
        {
            "@type": "Place",
            "name": "Lima, PE",
            "address": {
                "@type": "PostalAddress",
                "addressLocality": "Lima",
                "addressCountry": "PE",
            },
        }
    ]


def test_who_said_what():
    assert to_schema_org(ARTICLE)["hasPart"] == [
        {
            "@type": "Quotation",
            "text": '"We got <what> we came for," "Nobody called it a \'win\'."',
            "creator": REYES,
        },
        {"@type": "Claim", "text": "that ships would sail", "author": REYES},
        {
            "@type": "Claim",
            "text": "Dockers end strike & go back",
            "dateCreated": "2024-03-14",
            "author": {"@type": "Thing", "name": "union"},
        },
    ]


def test_an_empty_story_claims_nothing():
    assert to_schema_org(EMPTY) == {"@context": "https://schema.org", "@type": "NewsArticle"}


@given(articles())
def test_any_article_is_json(article):
    assert json.loads(json.dumps(to_schema_org(article)))["@type"] == "NewsArticle"
