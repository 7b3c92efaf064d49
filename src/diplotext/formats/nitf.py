"""The article as NITF 3, the IPTC's news in XML.

``hedline``, ``byline``, ``dateline`` with its place and day, ``distributor`` (the agency), the
paragraphs with their speech as ``q``, the credits as ``tagline``, notices as ``ed-msg``. Who said
what has no place but the ``quote-source`` of a ``q``, the speaker's name.
"""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from diplotext.formats.body import check_article, credit_text, headline_of, notice_text
from diplotext.lazy_pattern import lazy_regex
from diplotext.model import Agency, Article, Byline, Dateline, Passage, Place, Quotation

__all__ = ["to_nitf"]

VERSION = "-//IPTC//DTD NITF 3.6//EN"
# What XML 1.0 cannot hold.
FORBIDDEN_RE = lazy_regex(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
SPACE_RE = lazy_regex(r"\s+")
MIXED = frozenset({"p", "byline"})
STATUS = {"kill": "canceled", "withdrawal": "canceled", "embargo": "embargoed"}


def to_nitf(article: Article) -> str:
    """An NITF document as a string, with an XML declaration, to be written as UTF-8.

    Valid by NITF 3.6, without a namespace, as its DTD has it; for its XML Schema, or inside a
    NewsML-G2 item, set ``xmlns="http://iptc.org/std/NITF/2006-10-18/"`` on the root.

    >>> print(to_nitf(Article("He left.", 0, 8)))
    <?xml version="1.0" encoding="UTF-8"?>
    <nitf version="-//IPTC//DTD NITF 3.6//EN">
      <head>
        <docdata management-status="usable" />
      </head>
      <body>
        <body.head />
        <body.content />
      </body>
    </nitf>
    """
    check_article(article)
    root = Element("nitf", version=VERSION)
    _write_head(SubElement(root, "head"), article)
    body = SubElement(root, "body")
    _write_body_head(SubElement(body, "body.head"), article)
    _write_content(SubElement(body, "body.content"), article)
    if article.credits:
        tagline = SubElement(SubElement(body, "body.end"), "tagline")
        tagline.text = credit_text(article)
    _indent(root)
    written = tostring(root, encoding="unicode")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + FORBIDDEN_RE.sub("\ufffd", written)


def _write_head(head: Element, article: Article) -> None:
    headline = headline_of(article)
    if headline:
        SubElement(head, "title").text = _clean(headline)
    statuses = [STATUS[notice.kind] for notice in article.notices if notice.kind in STATUS]
    docdata = SubElement(head, "docdata")
    docdata.set("management-status", min(statuses, default="usable"))
    if article.published is not None:
        SubElement(docdata, "date.issue", norm=_basic(article.published))
    note = notice_text(article)
    if note is not None:
        SubElement(docdata, "ed-msg", info=_clean(note))
    if article.slugline is not None:
        keywords = SubElement(docdata, "key-list")
        for keyword in article.slugline.keywords or (article.slugline,):
            SubElement(keywords, "keyword", key=_clean(keyword.text))


def _write_body_head(head: Element, article: Article) -> None:
    headline = headline_of(article)
    if headline:
        SubElement(SubElement(head, "hedline"), "hl1").text = _clean(headline)
    if article.byline is not None:
        _write_byline(SubElement(head, "byline"), article.byline)
    agency = _agency(article)
    if agency is not None:
        SubElement(SubElement(head, "distributor"), "org").text = _clean(agency.name)
    if article.dateline is not None:
        _write_dateline(SubElement(head, "dateline"), article.dateline)


def _agency(article: Article) -> Agency | None:
    if article.dateline is not None and article.dateline.agencies:
        return article.dateline.agencies[0]
    return article.byline.agency if article.byline else None


def _write_byline(element: Element, byline: Byline) -> None:
    _write_mixed(element, byline, [(name, Element("person")) for name in byline.names])


def _write_dateline(element: Element, dateline: Dateline) -> None:
    for place in dateline.places:
        _write_place(SubElement(element, "location"), place)
    if dateline.date is not None:
        day = SubElement(element, "story.date", norm=_basic(dateline.date))
        day.text = _clean(dateline.date_text.text) if dateline.date_text else None


def _write_place(location: Element, place: Place) -> None:
    SubElement(location, "city").text = _clean(place.name)
    if place.region:
        SubElement(location, "region").text = _clean(place.region)
    if place.country:
        country = SubElement(location, "country")
        country.set("iso-cc", place.country)


def _write_content(content: Element, article: Article) -> None:
    said = sorted(_contents(article), key=lambda pair: pair[0].start)
    speech = [quotation for quotation in article.quotations if quotation.role == "speech"]
    starts = [quotation.start for quotation in speech]
    datelines = {d.start: d.end for d in (article.dateline, *article.inner_datelines) if d}
    for paragraph in article.paragraphs:
        start = datelines.get(paragraph.start, paragraph.start)
        prose = Passage(article.document, start, paragraph.end)
        inside = speech[bisect_left(starts, start) : bisect_left(starts, paragraph.end)]
        quotes = [(quotation.content, _quote(quotation, said)) for quotation in inside]
        element = SubElement(content, "p")
        _write_mixed(element, prose, quotes)
        element.text = (element.text or "").lstrip("-–—: ") or None


def _contents(article: Article) -> Iterator[tuple[Passage, str]]:
    for attribution in article.attributions:
        if attribution.speaker is not None:
            for part in attribution.content:
                yield part, attribution.speaker.name


def _quote(quotation: Quotation, said: Sequence[tuple[Passage, str]]) -> Element:
    """The element of a quotation, its speaker where an attribution's content covers it."""
    element = Element("q")
    place = bisect_right(said, quotation.start, key=lambda pair: pair[0].start) - 1
    if place >= 0 and quotation.content in said[place][0]:
        element.set("quote-source", _clean(said[place][1]))
    return element


def _write_mixed(
    element: Element, whole: Passage, parts: Iterable[tuple[Passage, Element]]
) -> None:
    """The text of a passage, with the text of its parts in elements of their own."""
    pos, last = whole.start, None
    for part, child in parts:
        if not (pos <= part.start and part.end <= whole.end):
            continue
        _write_text(element, last, whole.document[pos : part.start])
        child.text = _squeezed(part.text)
        element.append(child)
        pos, last = part.end, child
    _write_text(element, last, whole.document[pos : whole.end])


def _write_text(element: Element, last: Element | None, text: str) -> None:
    if last is None:
        element.text = _squeezed(text).lstrip()
    else:
        last.tail = _squeezed(text)


def _basic(day: datetime.date) -> str:
    return day.isoformat().replace("-", "")


def _squeezed(text: str) -> str:
    return SPACE_RE.sub(" ", text)


def _clean(text: str) -> str:
    return _squeezed(text).strip()


def _indent(element: Element, depth: int = 0) -> None:
    """Put each element on a line of its own, but for mixed content, where white space is text."""
    if element.tag in MIXED or not len(element):
        return
    element.text = "\n" + "  " * (depth + 1)
    for child in element:
        _indent(child, depth + 1)
        child.tail = element.text
    element[-1].tail = "\n" + "  " * depth
