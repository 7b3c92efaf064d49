"""Reactions in a row, each behind the name in capitals of who gives it: round-ups by the wires.

    ... COMMENTS: EVA LUND, ECONOMIST, HOLM BANK, OSLO: "It is early." KARL ROE, LUND CO "No."

Sites run the lines together, so that a name stands behind the quotation of the one before. What
is a heading is told by ``round_up_heading``. Quotations that follow it with nothing between are of
the same speaker; under "ON INFLATION:" the one before goes on. Two headings make a list, one may
be a crosshead unless it says what he is.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from diplotext.attribution.build import Span
from diplotext.attribution.line.headed import Headed, build_headed
from diplotext.attribution.line.round_up_heading import Prose, heading_before, heading_over
from diplotext.attribution.range_set import RangeSet
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Attribution, Quotation

__all__ = ["find_round_up", "is_capital_label", "with_round_up"]

_FEWEST, _LIST = 2, 3
_NEAR = 8  # contents before a quotation's end of which one may have it
# "ON RATES:", "On succession:", "Asked if it would rise:", "(From a news conference)"
_TOPIC_RE = lazy_re(
    r"\s*(?:ON\s[A-Z0-9/’'&,. -]{2,80}:?|(?:On|Asked|In)\s[^.:\"“”\n]{2,120}:"
    r"|\([^()\"“”\n]{2,80}\))\s*\Z"
)

_LABEL_RE = lazy_re(r"\s*(?P<words>[A-Z][A-Z-]+(?:\s[A-Z-]{2,}){0,3}):\s*\Z")
_SHORT = 4  # letters of an abbreviation


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
    headed = list(_headed(text, paragraphs, quotations, found))
    if not _is_list(headed):
        return []
    return build_headed(text, headed, "name in capitals before a quotation", quotations)


def with_round_up(lines: list[Attribution], round_up: list[Attribution]) -> list[Attribution]:
    """The attributions of lines and of a round-up, none with words of another.

    What has names of the round-up inside is no turn: "COMMENTS: EVA LUND, ECONOMIST: ...".
    """
    names = RangeSet([a.source.span for a in round_up if a.source is not None])
    kept = [a for a in lines if not any(names.touches(part.span) for part in a.content)]
    held = RangeSet([part.span for a in kept for part in a.content])
    return kept + [a for a in round_up if not any(held.touches(p.span) for p in a.content)]


def is_capital_label(given: Attribution) -> bool:
    """Whether the learned stages took a label in capitals for who speaks: "GDP: "It fell."".

    In a round-up the names are told.
    """
    cue, source = given.cue, given.source
    if cue is None or source is None or given.reason is None or given.reason.stage != "learned":
        return False
    return given.zone == "body" and cue.text == ":" and source.text.isupper()


def _is_list(headed: Sequence[Headed]) -> bool:
    """Whether headings can be no crossheads: one that tells what he is, or some of others."""
    if any(each.is_certain for each in headed):
        return True
    fewest = _FEWEST if any(each.is_sure for each in headed) else _LIST
    return len(headed) >= fewest


def _taken(found: Sequence[Attribution]) -> list[tuple[int, int, int]]:
    """The ranges that verbs of saying have, with where the verb stands, in order."""
    return sorted(
        (passage.start, passage.end, a.cue.start)
        for a in found
        if a.cue is not None and not a.cue.text.isupper() and a.cue.text != ":"
        for passage in a.content
    )


def _headed(
    text: str,
    paragraphs: Sequence[Span],
    quotations: Sequence[Quotation],
    found: Sequence[Attribution],
) -> Iterator[Headed]:
    starts = [start for start, _ in paragraphs]
    taken: list[tuple[int, int, int]] | None = None
    prose, known = Prose(text), set[str]()
    current: Headed | None = None
    reached = 0
    for quotation in quotations:
        if quotation.text.isupper():
            continue  # OWNS TEN "B" SHARES
        at = bisect_right(starts, quotation.start)  # 0 for one of the headline
        first = starts[at - 1] if at else quotation.start
        if first == quotation.start and at > 1 and starts[at - 2] >= reached:
            heading = heading_over(prose, paragraphs[at - 2], known)
        else:
            heading = heading_before(prose, first, max(reached, first), quotation.start, known)
        if heading is not None and not heading.is_told and current is not None:
            heading = None if current.is_certain else heading  # "EMPIRE SURVEY:" in a turn
        begin = quotation.start if heading is None else heading.who[0]
        gap = text[reached : quotation.start]
        reached = quotation.end
        if heading is None and current is None:
            continue  # nearly all
        taken = _taken(found) if taken is None else taken
        if quotation.role != "speech" or _is_said(quotation, begin, taken):
            heading = None
        elif current is not None and heading is None and _goes_on(text, gap, current):
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


def _goes_on(text: str, gap: str, current: Headed) -> bool:
    """Whether nothing stands between two quotations, or a heading of what they are about.

    Under a certain name a label of the story's own words is one too: "JOBLESS CLAIMS:", "GDP:".
    """
    if not gap.strip() or _TOPIC_RE.match(gap) is not None:
        return True
    label = _LABEL_RE.match(gap) if current.is_certain else None
    return label is not None and all(
        text.find(f" {word.lower()}") >= 0 or (len(word) <= _SHORT and text.count(word) > 1)
        for word in label["words"].split()
    )
