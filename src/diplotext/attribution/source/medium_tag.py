"""Sentences that end with the agency that has them.

    It sank, the mayor said, reports UNB.      It sank, TASS reports citing the mayor.
    It sank, BelTA has learned.                It sank, Trend reports referring to the ministry.
    It sank, the press service of the ministry informs.

Agencies of the former Soviet Union and of South Asia sign what they tell so. The tag is no part of
what is said before it, and what it signs is an attribution of its own; "Trend reports" is nobody's
name. Only a name of the lexicon of agencies counts, and press services. Whom it cites, ``citing``
tells. Who quoted what is said is no part of it: "that it sank, | as quoted by ANTARA".
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from diplotext.attribution.build import Span, build_attribution, in_order, kind_of, touches
from diplotext.attribution.field.circumstance import SentenceIndex
from diplotext.attribution.source.citing import is_medium
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.agency import agencies
from diplotext.model import Attribution, Passage, Quotation, Reason

__all__ = ["part_medium_tags"]

_HINTS = (" reports", " reported", " learn", " informs")
_WORD = r"[A-Z]\w*+(?:\.\w++)*+"
_OFFICE = r"the\s(?:press|information)\s(?:service|office|cent(?:re|er))\sof\s[^.,;:\n]{2,60}?"
_NAME = rf"{_WORD}(?:[ -]{_WORD}){{0,3}}?|[a-z]+\d+(?:\.com)?|{_OFFICE}"
# Behind the tag the sentence ends, or goes on with whom it cites.
_TAG_RE = lazy_re(
    rf"[,”\"]\s(?P<medium>{_NAME})\s(?P<cue>reports|reported|informs|(?:has\s)?learn(?:ed|t)|reported\searlier)"
    r"(?P<cited>,?\s(?:citing|quoting|referring\sto|with\sreference\sto|from)\s[^.\n]{2,120})?"
    r"(?=\.(?:\s|$)|\n|$)"
    rf"|[,”\"]\s(?P<cue2>reports|reported)\s(?P<medium2>{_NAME})(?=\.(?:\s|$)|\n|$)"
)
# Who quoted it is no part of what was said: "that it sank, | as quoted by ANTARA".
_QUOTED_RE = lazy_re(
    r",\sas\s(?:quoted|cited|reported|carried)\s(?:\w+\s)?by\s(?P<medium>[^.,;:\"“”\n]{2,80})(?=\.(?:\s|$)|\n|$)"
)
_FEWEST = 12  # code points of what is told


def part_medium_tags(
    text: str,
    attributions: Sequence[Attribution],
    quotations: Sequence[Quotation],
    sentences: SentenceIndex,
) -> list[Attribution]:
    """The attributions without the tags in their contents, and with those of the tags.

    >>> from diplotext.body.token import tokenize
    >>> line = "The plant will open in May, Kazinform reports."
    >>> found = part_medium_tags(line, [], (), SentenceIndex(tokenize(line, [(0, len(line))])))
    >>> [(a.source.text, a.cue.text, a.content[0].text) for a in found]
    [('Kazinform', 'reports', 'The plant will open in May')]
    """
    found = list(attributions)
    if ", as " in text:
        found = _without_quoted(text, found, quotations)
    if not any(hint in text for hint in _HINTS):
        return found
    for tag in _TAG_RE.finditer(text):
        medium = tag.span("medium") if tag["medium"] else tag.span("medium2")
        cue = tag.span("cue") if tag["cue"] else tag.span("cue2")
        name = text[slice(*medium)]
        if name in agencies() or name.startswith("the "):
            found = _part(text, found, quotations, sentences, (tag.span(), medium, cue))
    return found


def _without_quoted(
    text: str, attributions: list[Attribution], quotations: Sequence[Quotation]
) -> list[Attribution]:
    """The attributions without media that quoted them at the end of what is said."""
    for tag in _QUOTED_RE.finditer(text):
        if is_medium(tag["medium"]):
            cut = [_without(text, a, tag.span(), quotations) for a in attributions]
            attributions = [new or old for new, old in zip(cut, attributions, strict=True)]
    return attributions


def _part(
    text: str,
    attributions: list[Attribution],
    quotations: Sequence[Quotation],
    sentences: SentenceIndex,
    tag: tuple[Span, Span, Span],
) -> list[Attribution]:
    """The attributions with one tag parted from them."""
    (low, high), medium, cue = tag
    if text[low] != ",":
        low += 1  # the mark is the quotation's
    start = sentences.around(medium[0])[0]
    if low - start < _FEWEST:
        return attributions
    if any(a.source is not None and a.source.span == medium for a in attributions):
        # The tag has been read: who is cited is nothing said.
        behind = [_without(text, a, (cue[1], high), quotations) for a in attributions]
        return [new or old for new, old in zip(behind, attributions, strict=True)]
    kept: list[Attribution] = []
    for attribution in attributions:
        source = attribution.source
        if source is not None and touches(source.span, [(medium[0], cue[1])]):
            continue  # "Trend reports"
        cut = _without(text, attribution, (low, high), quotations)
        if cut is not None:
            kept.append(cut)
    told = build_attribution(
        text,
        [(start, low)],
        cue=cue,
        source=medium,
        reason=Reason(stage="cue clause", evidence="agency's tag"),
        quotations=quotations,
    )
    return sorted([*kept, told], key=in_order)


def _without(
    text: str, attribution: Attribution, tag: Span, quotations: Sequence[Quotation]
) -> Attribution | None:
    """The attribution without a tag at the end of its content; None if that is all there is."""
    if not touches(tag, [passage.span for passage in attribution.content]):
        return attribution
    spans = [
        (passage.start, min(passage.end, tag[0]) if passage.end > tag[0] else passage.end)
        for passage in attribution.content
        if passage.start < tag[0]
    ]
    content = tuple(Passage(text, *span) for span in spans)
    if not content:
        return None
    fixed = [part.span for part in (attribution.cue, attribution.source) if part is not None]
    ranges = [*(passage.span for passage in content), *fixed]
    return evolve(
        attribution,
        start=min(span[0] for span in ranges),
        end=max(span[1] for span in ranges),
        content=content,
        kind=kind_of(text, content, quotations),
    )
