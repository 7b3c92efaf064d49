"""Quotations under the name of who said them, a line each: reactions and highlights by the wires.

    PRIME MINISTER EVA LUND            COLE ON INFLATION:
    "We will miss him."                "It is too high."

The line is in capitals and the next paragraph a quotation and nothing else. One such line may be a
crosshead: two of them make a list. The source is the name, the colon its cue where there is one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from attrs import frozen

from diplotext.attribution.build import Span, build_attribution
from diplotext.attribution.range_set import RangeSet
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Attribution, Quotation, Reason

__all__ = ["find_headed_quotations"]

_LONGEST = 120
_FEWEST = 2
_HEADING_RE = lazy_re(
    r"\s*(?P<who>[A-Z][A-Z.’'-]*(?:[ \u00a0](?!ON\b|IN\b|AT\b)[A-Z][A-Z.’'-]*){0,8})"
    r"(?P<rest>(?:,\s|\sON\s)[^:.!?\"“”\n]{1,80})?\s*(?P<colon>:)?\s*\Z"
)


@frozen
class _Headed:
    """A heading with the quotations of the paragraph under it."""

    who: Span
    colon: Span | None
    content: tuple[Span, ...]


def find_headed_quotations(
    text: str,
    paragraphs: Sequence[Span],
    quotations: Sequence[Quotation],
    found: Sequence[Attribution],
) -> list[Attribution]:
    r"""One attribution for each bare quotation under a name in capitals.

    ``paragraphs`` and the outermost ``quotations`` are in order.

    >>> from diplotext.body.quotation import find_quotations
    >>> lines = 'EVA LUND\n"We will miss him."\nKING KARL, in a letter:\n"He was my friend."'
    >>> ranges = [(0, 8), (9, 28), (29, 52), (53, 72)]
    >>> headed = find_headed_quotations(lines, ranges, find_quotations(lines, ranges), ())
    >>> [(a.source.text, a.content[0].text) for a in headed]
    [('EVA LUND', '"We will miss him."'), ('KING KARL', '"He was my friend."')]
    """
    claimed = RangeSet([passage.span for a in found for passage in a.content])
    headed = [
        each
        for each in _headed(text, paragraphs, quotations)
        if not any(map(claimed.touches, each.content))
    ]
    if len(headed) < _FEWEST:
        return []
    return [
        build_attribution(
            text,
            each.content,
            cue=each.colon,
            source=each.who,
            reason=Reason(stage="heading", evidence="name in capitals over a quotation"),
            quotations=quotations,
        )
        for each in headed
    ]


def _headed(
    text: str, paragraphs: Sequence[Span], quotations: Sequence[Quotation]
) -> Iterator[_Headed]:
    starts = [quotation.start for quotation in quotations]
    for number, (start, end) in enumerate(paragraphs[:-1]):
        if end - start > _LONGEST or not text[start : start + 2].isupper():
            continue
        match = _HEADING_RE.match(text, start, end)
        if match is None:
            continue
        low, high = paragraphs[number + 1]
        own = quotations[bisect_left(starts, low) : bisect_left(starts, high)]
        if own and not own[-1].continues and _is_bare(text, (low, high), own):
            colon = match.span("colon") if match["colon"] else None
            yield _Headed(match.span("who"), colon, tuple(q.span for q in own))


def _is_bare(text: str, paragraph: Span, own: Sequence[Quotation]) -> bool:
    """Whether a paragraph is quotations and nothing else."""
    at = paragraph[0]
    for quotation in own:
        if text[at : quotation.start].strip() or quotation.role != "speech":
            return False
        at = quotation.end
    return not text[at : paragraph[1]].strip(" .\t\r\n\u00a0")
