"""Quotations under the name of who said them, a line each: reactions and statements.

    Prime Minister Eva Lund:           And from Mayor Jon Roe:       A statement by the union:
    "We will miss him."                "We will rebuild it."         "We go on."

The next paragraph is a quotation and nothing else. The line ends in a colon and names a person, or
says where the words are from ("A statement by"). The source is the name, the colon its cue. Names
in capitals are told by ``round_up``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from diplotext.attribution.build import Span
from diplotext.attribution.labels import label_words
from diplotext.attribution.line.headed import Headed, build_headed, is_bare, names_person
from diplotext.attribution.range_set import RangeSet
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.role_noun import role_nouns
from diplotext.model import Attribution, Quotation

__all__ = ["find_headed_quotations"]

_LONGEST = 120
# "Mayor Jon Roe:", "And from the Seafarers' Union:", "A statement by Mayor Jon Roe, in full:"
_NAMED_RE = lazy_re(
    r"\s*(?P<lead>(?:(?:And|Also|Then|This|and|this)\s){0,2}"
    r"(?:[Ff]rom\s(?:the\s(?:desk|office)\sof\s)?"
    r"|(?:(?:[Aa]|[Tt]he|[Tt]his)\s(?:full\s)?)?[Ss]tatement\s(?:by|from|of)\s)?)"
    r"(?P<who>(?:[Tt]he\s)?[A-Z][\w.’'-]{0,30}(?:\s(?:of\s|for\s|the\s)?[A-Z][\w.’'-]{0,30}){0,8})"
    r"(?P<rest>,\s[^:.!?\"“”\n]{1,80})?\s?(?P<colon>:)\s*\Z"
)


def find_headed_quotations(
    text: str,
    paragraphs: Sequence[Span],
    quotations: Sequence[Quotation],
    found: Sequence[Attribution],
) -> list[Attribution]:
    r"""One attribution for each bare quotation under a name.

    ``paragraphs`` and the outermost ``quotations`` are in order.

    >>> from diplotext.body.quotation import find_quotations
    >>> lines = 'And from Mayor Jon Roe:\n"We will rebuild it."'
    >>> ranges = [(0, 23), (24, 45)]
    >>> headed = find_headed_quotations(lines, ranges, find_quotations(lines, ranges), ())
    >>> [(a.source.text, a.cue.text) for a in headed]
    [('Mayor Jon Roe', ':')]
    """
    headed = list(_headed(text, paragraphs, quotations))
    if not headed:
        return []
    claimed = RangeSet([passage.span for a in found for passage in a.content])
    free = [each for each in headed if not any(map(claimed.touches, each.content))]
    return build_headed(text, free, "name over a quotation", quotations)


def _headed(
    text: str, paragraphs: Sequence[Span], quotations: Sequence[Quotation]
) -> Iterator[Headed]:
    starts = [quotation.start for quotation in quotations]
    for number, (start, end) in enumerate(paragraphs[:-1]):
        if end - start > _LONGEST or text[end - 1] != ":":
            continue
        match = _NAMED_RE.match(text, start, end)
        if match is None or not _is_of_somebody(match):
            continue
        low, high = paragraphs[number + 1]
        own = quotations[bisect_left(starts, low) : bisect_left(starts, high)]
        if own and not own[-1].continues and is_bare(text, (low, high), own):
            content = [q.span for q in own]
            yield Headed(match.span("who"), match.span("colon"), content, is_sure=True)


def _is_of_somebody(match: re.Match[str]) -> bool:
    """Whether the line says where the words are from, or names a person: no "Key Points:"."""
    if match["lead"]:
        return True
    if match["who"].isupper():
        return False  # "COLE ON INFLATION:" is told by ``round_up``
    words = match["who"].split()
    last = words[-1].lower()
    if last in role_nouns() or last in label_words("line_labels"):
        return False  # "President's Statement:", "Justice Update:"
    return names_person(words)
