"""The article as ninjs 3.1, the IPTC's news in JSON.

What the standard has a place for is written: headline, byline, slugline, dateline place, agency,
credits, notices to editors, the body, the persons quoted. It has none for quotations or for who
said what, nor for a day without an hour: those are left out.
"""

from __future__ import annotations

from typing import Any

from diplotext.formats.body import (
    check_article,
    headline_of,
    notice_text,
    one_line,
    paragraph_texts,
    place_name,
)
from diplotext.model import Article

__all__ = ["to_ninjs"]

SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"
PLAIN = "text/plain"
CANCELLING = frozenset({"kill", "withdrawal"})


def to_ninjs(article: Article, *, uri: str, language: str | None = None) -> dict[str, Any]:
    """A ninjs 3.1 object, ready for any JSON writer.

    ``uri`` names the item (the standard requires one), ``language`` is a BCP 47 tag if known.
    The headline goes without its tag, the body without its dateline, each paragraph on one line.

    >>> item = to_ninjs(Article("He left.", 0, 8), uri="urn:example:1")
    >>> item["uri"], item["type"], "headlines" in item
    ('urn:example:1', 'text', False)
    """
    check_article(article)
    body = "\n\n".join(paragraph_texts(article))
    headline = headline_of(article)
    places = article.dateline.places if article.dateline else ()
    cancelled = any(notice.kind in CANCELLING for notice in article.notices)
    item = {
        "standard": {"name": "ninjs", "version": "3.1", "schema": SCHEMA},
        "uri": uri,
        "type": "text",
        "language": language,
        "pubStatus": "canceled" if cancelled else "usable",
        "headlines": headline and [{"role": "main", "contentType": PLAIN, "value": headline}],
        "by": article.byline and one_line(article.byline.text),
        "slugline": article.slugline and one_line(article.slugline.text),
        "located": place_name(places[0]) if places else None,
        "places": [{"name": place_name(place), "rel": "dateline"} for place in places],
        "people": _people(article),
        "infoSources": _sources(article),
        "copyrightNotice": notice_text(article, ["copyright"]),
        "edNote": notice_text(article, {n.kind for n in article.notices} - {"copyright"}),
        "bodies": body
        and [
            {
                "role": "main",
                "contentType": PLAIN,
                "charCount": len(body),
                "wordCount": len(body.split()),
                "value": body,
            }
        ],
    }
    return {key: value for key, value in item.items() if value}


def _people(article: Article) -> list[dict[str, str]]:
    authors = article.byline.names if article.byline else ()
    people = [{"name": one_line(name.text), "rel": "author"} for name in authors]
    people += [
        {"name": one_line(speaker.name), "rel": "quoted"}
        for speaker in article.speakers
        if speaker.kind == "person"
    ]
    return people


def _sources(article: Article) -> list[dict[str, str]]:
    agencies = list(article.dateline.agencies) if article.dateline else []
    if article.byline and article.byline.agency:
        agencies.append(article.byline.agency)
    names = dict.fromkeys(agency.name for agency in agencies)
    sources = [{"name": name, "role": "agency"} for name in names]
    sources += [
        {"name": one_line(name.text), "role": credit.role}
        for credit in article.credits
        for name in credit.names
    ]
    return sources
