"""The fields that follow from the spans of an attribution, once it is found where its parts stand.

    "No," Marsh said on Monday in a statement      "say", neutral; a name; direct; day and occasion

A cue ends before the circumstances that stand beside it, and the attribution takes them in.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from diplotext.attribution.build import Span, form_of, kind_of, range_of
from diplotext.attribution.field.circumstance import SentenceIndex, find_circumstances
from diplotext.attribution.lemma import lemma_of
from diplotext.attribution.stance import stance_of
from diplotext.model import Attribution, Cue, Passage, Quotation, Source

__all__ = ["fill_fields"]


def fill_fields(
    text: str,
    given: Attribution,
    sentences: SentenceIndex,
    quotations: Sequence[Quotation],
    published: datetime.date | None = None,
) -> Attribution:
    """The attribution with lemma, stance, form and kind, day, occasion and addressee.

    ``published`` settles the day ("on Monday"); without it only the words of the day are kept.

    >>> from diplotext.attribution.build import build_attribution
    >>> from diplotext.body.token import tokenize
    >>> from diplotext.model import Reason
    >>> text = "It grew, Marsh said in a statement."
    >>> found = build_attribution(text, [(0, 7)], cue=(15, 34), source=(9, 14),
    ...                           reason=Reason(stage="learned", evidence="said"))
    >>> filled = fill_fields(text, found, SentenceIndex(tokenize(text, [(0, 35)])), [])
    >>> filled.cue.text, filled.cue.lemma, filled.occasion.text
    ('said', 'say', 'in a statement')
    """
    cue, source = given.cue, given.source
    beside = find_circumstances(text, given, sentences, published)
    spans = beside.spans
    if cue is not None:
        cue = _fill_cue(text, cue, spans)
    if source is not None and source.form != (form := form_of(source.text)):
        source = Source(text, source.start, source.end, form=form)
    parts = [part.span for part in (*given.content, cue, source, given.medium) if part is not None]
    start, end = range_of([*parts, *spans])
    return Attribution(
        text,
        start,
        end,
        content=given.content,
        cue=cue,
        source=source,
        kind=kind_of(text, given.content, quotations),
        zone=given.zone,
        date=beside.date,
        date_text=Passage(text, *beside.day) if beside.day else None,
        occasion=Passage(text, *beside.occasion) if beside.occasion else None,
        addressee=Passage(text, *beside.addressee) if beside.addressee else None,
        medium=given.medium,
        confidence=given.confidence,
        reason=given.reason,
    )


def _fill_cue(text: str, cue: Cue, spans: Sequence[Span]) -> Cue:
    """The cue with its lemma and stance, cut before circumstances ("said in a statement")."""
    lemma = lemma_of(cue.text)
    stance = stance_of(lemma)
    end = cue.end
    for start, _ in spans:
        if cue.start < start < end:
            end = start
    if end != cue.end:
        end = cue.start + len(text[cue.start : end].rstrip())
    elif lemma == cue.lemma and stance == cue.stance:
        return cue
    return Cue(text, cue.start, end, lemma=lemma, stance=stance)
