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

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from attrs import frozen

from diplotext.attribution.build import Span, build_attribution, in_order, with_content
from diplotext.attribution.field.circumstance import SentenceIndex
from diplotext.attribution.range_set import RangeSet
from diplotext.attribution.source.citing import is_medium
from diplotext.lazy_pattern import holds, lazy_re
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
        quoted = [tag.span() for tag in _QUOTED_RE.finditer(text) if is_medium(tag["medium"])]
        found = _cut(text, found, quotations, quoted)
    if not holds(text, 0, len(text), _HINTS):
        return found
    sources = {attribution.source.span for attribution in found if attribution.source is not None}
    # Of a tag that has been read only whom it cites is to be cut.
    cited: list[Span] = []
    signed: list[Span] = []
    names: list[Span] = []
    told: list[Attribution] = []
    for tag in _tags(text, sentences):
        if tag.medium in sources:
            cited.append((tag.cue[1], tag.end))
            continue
        signed.append((tag.start, tag.end))
        names.append((tag.medium[0], tag.cue[1]))
        told.append(
            build_attribution(
                text,
                [(tag.sentence, tag.start)],
                cue=tag.cue,
                source=tag.medium,
                reason=Reason(stage="cue clause", evidence="agency's tag"),
                quotations=quotations,
            )
        )
    found = _cut(text, found, quotations, cited)
    misread = RangeSet(names)  # "Trend reports"
    found = [a for a in found if a.source is None or not misread.touches(a.source.span)]
    found = _cut(text, found, quotations, signed, drops=True)
    return sorted([*found, *told], key=in_order) if told else found


@frozen
class _Tag:
    """A tag, with the comma before it, and where its sentence begins."""

    sentence: int
    start: int
    end: int
    medium: Span
    cue: Span


def _tags(text: str, sentences: SentenceIndex) -> Iterator[_Tag]:
    """The tags of a text, in order."""
    for found in _TAG_RE.finditer(text):
        name, cue = ("medium", "cue") if found["medium"] else ("medium2", "cue2")
        if found[name] not in agencies() and not found[name].startswith("the "):
            continue
        start, end = found.span()
        start += text[start] != ","  # the mark is the quotation's
        sentence = sentences.around(found.start(name))[0]
        if start - sentence >= _FEWEST:
            yield _Tag(sentence, start, end, found.span(name), found.span(cue))


def _cut(
    text: str,
    attributions: list[Attribution],
    quotations: Sequence[Quotation],
    tags: Sequence[Span],
    *,
    drops: bool = False,
) -> list[Attribution]:
    """The attributions without the tags at the ends of their contents.

    What is a tag and nothing else stays as it is, or is dropped.
    """
    if not tags:
        return attributions
    ends = [end for _, end in tags]
    kept = []
    for attribution in attributions:
        near = ((bisect_right(ends, passage.start), passage) for passage in attribution.content)
        lows = [tags[at][0] for at, part in near if at < len(tags) and tags[at][0] < part.end]
        cut = _up_to(text, attribution, min(lows), quotations) if lows else attribution
        if cut is not None or not drops:
            kept.append(cut or attribution)
    return kept


def _up_to(
    text: str, attribution: Attribution, low: int, quotations: Sequence[Quotation]
) -> Attribution | None:
    """The attribution with its content up to a place; None if there is nothing before it."""
    content = tuple(
        passage if passage.end <= low else Passage(text, passage.start, low)
        for passage in attribution.content
        if passage.start < low
    )
    return with_content(text, attribution, content, quotations) if content else None
