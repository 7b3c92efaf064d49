"""Paragraphs of a running quotation whose cue clause stands behind a later one.

    “We went out at dawn.
    “We saw nothing all day.
    “It was the fog,” the captain said.

A paragraph that leaves its mark open goes on in the next, which opens one again: who says the last
of them says all. Read for paragraphs that are a quotation and nothing else, and nobody has claimed;
the first of them may have a sentence before it (`The fog was thick. “We went out at dawn.`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from diplotext.attribution.build import Span
from diplotext.attribution.quotation.inherit import inherit_from
from diplotext.attribution.range_set import RangeSet
from diplotext.model import Attribution, Quotation

__all__ = ["find_running_quotes"]


def find_running_quotes(
    text: str,
    paragraphs: Sequence[Span],
    quotations: Sequence[Quotation],
    found: Sequence[Attribution],
) -> list[Attribution]:
    """Attributions without a cue for such paragraphs, with the source behind the last of them.

    ``paragraphs`` and ``quotations`` are in order. "He" is whoever spoke before: there the
    paragraph's own inheritance tells as well.
    """
    open_ones = [quotation for quotation in quotations if quotation.continues]
    if not open_ones:
        return []
    starts = [quotation.start for quotation in open_ones]
    claimed = RangeSet([passage.span for a in found for passage in a.content])
    numbers = {start: number for number, (start, _) in enumerate(paragraphs)}
    added = []
    for given in found:
        cue, source, first = given.cue, given.source, given.content[0]
        if cue is None or source is None or cue.start < first.end or source.form == "pronoun":
            continue
        number = numbers.get(first.start, 0)
        while number > 0:
            number -= 1
            start, end = paragraphs[number]
            at = bisect_left(starts, start)
            if at == len(starts) or starts[at] >= end or claimed.touches((starts[at], end)):
                break
            added.append(
                inherit_from(text, [open_ones[at]], quotations, source, "running quotation")
            )
            if starts[at] > start:
                break
    return added
