"""An article as one row of a table: nested dicts and lists of plain values.

The shape is the one of ``diplotext.integrations.arrow.SCHEMA`` without ``id`` and ``error``.
Nothing here needs Arrow, so the row can be looked at, and tested, anywhere. Not here: the tree
(sentences, nested quotations, reasons); for that keep the article, or its JSON form.
"""

from __future__ import annotations

from typing import Any

from diplotext.model import (
    Article,
    Attribution,
    Byline,
    Credit,
    Dateline,
    Notice,
    Passage,
    Place,
    Quotation,
    Speaker,
)

__all__ = ["to_row"]

Row = dict[str, Any]


def to_row(article: Article) -> Row:
    r"""The row of an article; what the story does not have is None or an empty list.

    Offsets are code points, ends exclusive; dates are ``datetime.date``.

    >>> from diplotext.model import Article, Headline
    >>> story = "Talks resume\n\nGENEVA - Envoys met."
    >>> row = to_row(Article(story, 0, len(story), headline=Headline(story, 0, 12)))
    >>> row["headline"]
    {'start': 0, 'end': 12, 'text': 'Talks resume'}
    >>> row["dateline"] is None, row["attributions"]
    (True, [])
    """
    # By identity: hashing a speaker walks all its mentions, once for each attribution.
    numbers = {id(speaker): number for number, speaker in enumerate(article.speakers)}
    return {
        "slugline": _passage_or_none(article.slugline),
        "headline": _passage_or_none(article.headline),
        "byline": article.byline and _byline(article.byline),
        "dateline": article.dateline and _dateline(article.dateline),
        "paragraphs": [{"start": p.start, "end": p.end} for p in article.paragraphs],
        "quotations": [_quotation(quotation) for quotation in article.quotations],
        "attributions": [_attribution(a, numbers) for a in article.attributions],
        "speakers": [_speaker(speaker) for speaker in article.speakers],
        "credits": [_credit(credit) for credit in article.credits],
        "notices": [_notice(notice) for notice in article.notices],
        "residue": [{"start": r.start, "end": r.end} for r in article.residue],
    }


def _passage(node: Passage) -> Row:
    return {"start": node.start, "end": node.end, "text": node.text}


def _passage_or_none(node: Passage | None) -> Row | None:
    return None if node is None else _passage(node)


def _place(place: Place) -> Row:
    return {"name": place.name, "region": place.region, "country": place.country}


def _byline(byline: Byline) -> Row:
    return {
        **_passage(byline),
        "names": [name.text for name in byline.names],
        "agency": byline.agency and byline.agency.name,
    }


def _dateline(dateline: Dateline) -> Row:
    return {
        **_passage(dateline),
        "places": [_place(place) for place in dateline.places],
        "agencies": [agency.name for agency in dateline.agencies],
        "date": dateline.date,
    }


def _quotation(quotation: Quotation) -> Row:
    return {
        "start": quotation.start,
        "end": quotation.end,
        "content": _passage(quotation.content),
        "role": quotation.role,
        "continues": quotation.continues,
    }


def _attribution(attribution: Attribution, numbers: dict[int, int]) -> Row:
    cue, source, speaker = attribution.cue, attribution.source, attribution.speaker
    return {
        "start": attribution.start,
        "end": attribution.end,
        "content": [_passage(part) for part in attribution.content],
        "cue": cue and {**_passage(cue), "lemma": cue.lemma, "stance": cue.stance},
        "source": source and {**_passage(source), "form": source.form},
        # The number leads to the speaker's row; the name saves the join in most queries.
        "speaker": None if speaker is None else numbers.get(id(speaker)),
        "speaker_name": speaker and speaker.name,
        "kind": attribution.kind,
        "zone": attribution.zone,
        "date": attribution.date,
        "occasion": _passage_or_none(attribution.occasion),
        "medium": _passage_or_none(attribution.medium),
        "addressee": _passage_or_none(attribution.addressee),
        "confidence": attribution.confidence,
    }


def _speaker(speaker: Speaker) -> Row:
    return {
        "name": speaker.name,
        "given_name": speaker.given_name,
        "family_name": speaker.family_name,
        "kind": speaker.kind,
        "titles": list(speaker.titles),
        "affiliation": speaker.affiliation,
        "mentions": [
            {"start": m.start, "end": m.end, "text": m.text, "form": m.form}
            for m in speaker.mentions
        ],
    }


def _credit(credit: Credit) -> Row:
    return {
        **_passage(credit),
        "role": credit.role,
        "names": [name.text for name in credit.names],
        "place": credit.place and _place(credit.place),
    }


def _notice(notice: Notice) -> Row:
    return {**_passage(notice), "kind": notice.kind}
