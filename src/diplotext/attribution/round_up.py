"""Reactions in a row, each behind the name in capitals of who gives it: round-ups by the wires.

    ... COMMENTS: EVA LUND, ECONOMIST, HOLM BANK, OSLO: "It is early." KARL ROE, LUND CO "No."

Sites run the lines together, so that a name stands behind the quotation of the one before. The
heading reaches from the end of a sentence or a quotation to the mark; it has a title or a firm
behind a comma, or a colon, or its name a given name or a title. Quotations that follow it with
nothing between are of the same speaker; under "ON INFLATION:" the one before goes on. Two headings
make a list; one may be a crosshead.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from diplotext.attribution.build import Span
from diplotext.attribution.headed import Headed, build_headed, names_person
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Attribution, Quotation

__all__ = ["find_round_up"]

_REACH = 160
_FEWEST = 2
_NEAR = 8  # contents before a quotation's end of which one may have it
_TAIL, _ENDS = 8, " :*\n\u00a0"
_WORD = r"[A-Z][A-Z.’'-]*+"
_HEADING_RE = lazy_re(
    rf"(?P<who>(?!ON\b|IN\b|AT\b){_WORD}(?:[ \u00a0](?!ON\b|IN\b|AT\b|OF\b){_WORD}){{0,8}}\*?)"
    r"(?P<rest>(?:,\s|\s(?=(?:ON|IN|AT|OF)\s))[^:!?\"“”\n]{1,120}?)?\s*(?P<colon>:)?\s*\Z"
)
_TOPIC_RE = lazy_re(r"\s*ON\s[A-Z0-9’'&,. -]{2,80}:?\s*\Z")
# Where a heading can begin: behind a sentence, a label or a quotation.
_BEGIN_RE = lazy_re(r"(?:\A|(?<=[.!?:\"”’'*])\s|\n)\s*(?=[A-Z][A-Z.’'-])")
_DAY_RE = lazy_re(r",\s[A-Z][a-z]{2,8}\.?\s\d{1,2}\Z")
_LEAST_UPPER = 0.75


def find_round_up(
    text: str,
    paragraphs: Sequence[Span],
    quotations: Sequence[Quotation],
    found: Sequence[Attribution],
) -> list[Attribution]:
    """One attribution for each name in capitals with the quotations behind it.

    ``paragraphs`` and the outermost ``quotations`` are in order. A quotation with a verb of saying
    behind it is left to that.

    >>> from diplotext.body.quotation import find_quotations
    >>> line = 'EVA LUND, ECONOMIST, OSLO: "It is too early." KARL ROE, LUND CO "No. Never."'
    >>> ranges = [(0, len(line))]
    >>> headed = find_round_up(line, ranges, find_quotations(line, ranges), ())
    >>> [(a.source.text, a.content[0].text) for a in headed]
    [('EVA LUND', '"It is too early."'), ('KARL ROE', '"No. Never."')]
    """
    headed = list(_headed(text, paragraphs, quotations, _taken(found)))
    if len(headed) < _FEWEST or not any(each.is_sure for each in headed):
        return []
    return build_headed(text, headed, "name in capitals before a quotation", quotations)


def _taken(found: Sequence[Attribution]) -> list[tuple[int, int, int]]:
    """The ranges that verbs of saying have, with where the verb stands, in order."""
    return sorted(
        (passage.start, passage.end, a.cue.start)
        for a in found
        if a.cue is not None and a.cue.text != ":"
        for passage in a.content
    )


def _headed(
    text: str,
    paragraphs: Sequence[Span],
    quotations: Sequence[Quotation],
    taken: Sequence[tuple[int, int, int]],
) -> Iterator[Headed]:
    starts = [start for start, _ in paragraphs]
    known: set[str] = set()
    current: Headed | None = None
    reached = 0
    for quotation in quotations:
        at = bisect_right(starts, quotation.start)  # 0 for one of the headline
        first = starts[at - 1] if at else quotation.start
        low = max(reached, first, quotation.start - _REACH)
        heading = _heading_before(text, low, quotation.start, known)
        begin = quotation.start if heading is None else heading.who[0]
        gap = text[reached : quotation.start]
        reached = quotation.end
        if quotation.role != "speech" or _is_said(quotation, begin, taken):
            heading = None
        elif current is not None and heading is None and _goes_on(gap):
            current.content.append(quotation.span)
            continue
        if current is not None:
            yield current
        current = heading
        if current is not None:
            current.content.append(quotation.span)
            known.add(text[slice(*current.who)].rsplit(maxsplit=1)[-1])
    if current is not None:
        yield current


def _is_said(quotation: Quotation, begin: int, taken: Sequence[tuple[int, int, int]]) -> bool:
    """Whether a verb of saying behind the heading has a quotation."""
    at = bisect_left(taken, (quotation.end, -1, -1))
    near = taken[max(0, at - _NEAR) : at]
    return any(quotation.start < end and cue >= begin for _, end, cue in near)


def _goes_on(gap: str) -> bool:
    """Whether nothing stands between two quotations, or a heading of what they are about."""
    return not gap.strip() or _TOPIC_RE.match(gap) is not None


def _heading_before(text: str, low: int, stop: int, known: set[str]) -> Headed | None:
    """The heading that ends at a mark; None if there is none. ``known`` are names so far."""
    tail = text[max(low, stop - _TAIL) : stop].rstrip(_ENDS)
    if not (tail[-1:].isupper() or tail[-1:].isdigit() or tail[-2:-1].isupper()):
        return None  # nearly all: a cheap look
    for begin in _BEGIN_RE.finditer(text, low, stop):
        match = _HEADING_RE.match(text, begin.end(), stop)
        if match is None:
            continue
        who = match["who"].rstrip("*")
        rest = _DAY_RE.sub("", match["rest"] or "")
        letters = [c for c in who + rest if c.isalpha()]
        if sum(map(str.isupper, letters)) < _LEAST_UPPER * len(letters):
            continue
        words = who.split()
        is_sure = len(words) > 1 and (match["rest"] or match["colon"]) is not None
        if not is_sure and not names_person(words) and words[-1] not in known:
            continue
        start = match.start("who")
        colon = match.span("colon") if match["colon"] else None
        return Headed((start, start + len(who)), colon, [], is_sure)
    return None
