"""The article as schema.org JSON-LD: a NewsArticle, its quotations as parts of it.

What stands in quotation marks is a ``Quotation`` with its ``creator``; what is said in the
reporter's words, all or in part, a ``Claim`` with its ``author``. Cues have no place in the
vocabulary and are left out.
"""

from __future__ import annotations

from typing import Any

from diplotext.formats.body import (
    check_article,
    content_of,
    credit_text,
    headline_of,
    notice_text,
    one_line,
    paragraph_texts,
    place_name,
)
from diplotext.model import Article, Attribution, Place, Speaker

__all__ = ["to_schema_org"]

Node = dict[str, Any]

# What a speaker that is no person is; a document or a place says nothing by itself.
KINDS = {
    "person": "Person",
    "organization": "Organization",
    "place": "Place",
    "document": "CreativeWork",
}
CREDITS = {"editing": "editor", "translation": "translator"}


def to_schema_org(article: Article, *, url: str | None = None) -> Node:
    """A JSON-LD object, ready for any JSON writer. ``url`` is the story's address if known.

    >>> to_schema_org(Article("He left.", 0, 8))
    {'@context': 'https://schema.org', '@type': 'NewsArticle'}
    """
    check_article(article)
    dateline = article.dateline
    body = "\n\n".join(paragraph_texts(article))
    persons = {speaker: _party(speaker, number) for number, speaker in enumerate(article.speakers)}
    corrections = notice_text(article, ["correction", "refile"])
    node = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": url,
        "url": url,
        "headline": headline_of(article),
        "author": _persons([name.text for name in article.byline.names] if article.byline else []),
        "dateline": dateline and one_line(dateline.text),
        "locationCreated": [_place(place) for place in dateline.places] if dateline else None,
        "dateCreated": dateline.date.isoformat() if dateline and dateline.date else None,
        "datePublished": article.published.isoformat() if article.published else None,
        "sourceOrganization": _agencies(article),
        "creditText": credit_text(article),
        "correction": corrections,
        **_credits(article),
        "articleBody": body,
        "wordCount": len(body.split()),
        "hasPart": [_said(attribution, persons) for attribution in article.attributions],
    }
    return _without_empty(node)


def _said(attribution: Attribution, persons: dict[Speaker, Node]) -> Node:
    party = _speaker_of(attribution, persons)
    is_quote = attribution.kind == "direct"
    return _without_empty(
        {
            "@type": "Quotation" if is_quote else "Claim",
            "text": content_of(attribution),
            "dateCreated": attribution.date.isoformat() if attribution.date else None,
            "creator" if is_quote else "author": party,
        }
    )


def _speaker_of(attribution: Attribution, persons: dict[Speaker, Node]) -> Node | None:
    if attribution.speaker is not None:
        return persons.get(attribution.speaker)
    return (
        {"@type": "Thing", "name": one_line(attribution.source.text)}
        if attribution.source
        else None
    )


def _party(speaker: Speaker, number: int) -> Node:
    is_person = speaker.kind == "person"
    return _without_empty(
        {
            "@type": KINDS.get(speaker.kind, "Thing"),
            "@id": f"#speaker-{number}",
            "name": one_line(speaker.name),
            "givenName": speaker.given_name if is_person else None,
            "familyName": speaker.family_name if is_person else None,
            "jobTitle": [one_line(title) for title in speaker.titles] if is_person else None,
            "affiliation": _organization(speaker.affiliation) if is_person else None,
        }
    )


def _agencies(article: Article) -> list[Node]:
    agencies = list(article.dateline.agencies) if article.dateline else []
    if article.byline and article.byline.agency:
        agencies.append(article.byline.agency)
    names = dict.fromkeys(agency.name for agency in agencies)
    return [{"@type": "NewsMediaOrganization", "name": name} for name in names]


def _credits(article: Article) -> dict[str, list[Node]]:
    found: dict[str, list[Node]] = {}
    for credit in article.credits:
        key = CREDITS.get(credit.role, "contributor")
        found.setdefault(key, []).extend(_persons([name.text for name in credit.names]))
    return found


def _persons(names: list[str]) -> list[Node]:
    return [{"@type": "Person", "name": one_line(name)} for name in names]


def _organization(name: str | None) -> Node | None:
    return {"@type": "Organization", "name": one_line(name)} if name else None


def _place(place: Place) -> Node:
    address = {
        "@type": "PostalAddress",
        "addressLocality": place.name,
        "addressRegion": place.region,
        "addressCountry": place.country,
    }
    return {"@type": "Place", "name": place_name(place), "address": _without_empty(address)}


def _without_empty(node: Node) -> Node:
    return {key: value for key, value in node.items() if value}
