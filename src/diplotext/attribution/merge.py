"""The attributions of the rule stages joined to the learned ones: no words claimed twice.

A rule attribution rests on the shape of its line ("NAME: ...", `"..." - Name`, a headline's colon)
and takes the place of learned ones that read the same words otherwise: those that share its cue, or
most of its content from outside it. What others say inside a transcript's turn stays.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from diplotext.attribution.build import Span, in_order, with_parts
from diplotext.attribution.clause.clause import STAGE as CLAUSE_STAGE
from diplotext.model import Attribution, Passage, Source

__all__ = ["merge_attributions"]


_MOST_SHARED = 0.5
_ALL_OF_TURN = 0.8


def merge_attributions(
    learned: Sequence[Attribution], ruled: Sequence[Attribution]
) -> list[Attribution]:
    """Both in order of their start, without the learned ones that the ruled ones replace."""
    if not ruled:
        return sorted(learned, key=in_order)
    ordered = sorted(ruled, key=lambda a: a.start)
    starts = [a.start for a in ordered]
    kept = []
    for attribution in learned:
        # Rule attributions lie in separate lines: only the neighbours of its range can touch it.
        at = bisect_left(starts, attribution.start)
        near = ordered[max(0, at - 1) : bisect_left(starts, attribution.end)]
        if not any(_collides(attribution, other) for other in near):
            left = _within(attribution, near)
            kept += [left] if left is not None else []
    return sorted([*kept, *ordered], key=in_order)


def _within(learned: Attribution, ruled: Sequence[Attribution]) -> Attribution | None:
    """A learned attribution inside what is said, without a part that runs into the label.

    In "REED: The union says they will" the source is "The union". None if no content is left.
    """
    for other in ruled:
        label = [part.span for part in (other.cue, other.source) if part is not None]
        own = [part.span for part in learned.children()]
        if not _shared(own, label) or learned.cue is None:
            continue
        for low, high in (passage.span for passage in other.content):
            if low <= learned.cue.start < high:
                return _clipped(learned, low, high)
    return learned


def _clipped(learned: Attribution, low: int, high: int) -> Attribution | None:
    """The attribution's parts as far as they stand in a range."""
    text, source = learned.document, learned.source
    cut = [(max(low, part.start), min(high, part.end)) for part in learned.content]
    content = tuple(_trimmed(text, start, end) for start, end in cut if start < end)
    if source is not None:
        first, last = max(low, source.start), min(high, source.end)
        form = source.form
        source = None
        if first < last:
            source = Source(text, *_trimmed(text, first, last).span, form=form)
    if not content or learned.cue is None:
        return None
    return with_parts(learned, content, source)


def _trimmed(text: str, start: int, end: int) -> Passage:
    part = text[start:end]
    return Passage(text, end - len(part.lstrip()), start + len(part.rstrip()))


def _collides(learned: Attribution, ruled: Attribution) -> bool:
    content = [passage.span for passage in ruled.content]
    cue = learned.cue
    if cue is not None:
        label = ruled.cue
        if label is not None and cue.start < label.end and label.start < cue.end:
            return True
        if any(low <= cue.start < high for low, high in content):
            # Speech within the turn of a transcript stays; a sentence has one saying.
            if ruled.reason is not None and ruled.reason.stage == CLAUSE_STAGE:
                return True
            own = [passage.span for passage in learned.content]
            return _shared(own, content) > _ALL_OF_TURN * _length(content)
    own = [passage.span for passage in learned.content]
    shared = _shared(own, content)
    smaller = min(_length(own), _length(content))
    return shared > _MOST_SHARED * smaller > 0


def _length(spans: Sequence[Span]) -> int:
    return sum(high - low for low, high in spans)


def _shared(one: Sequence[Span], other: Sequence[Span]) -> int:
    """How many characters two sets of ranges have in common."""
    return sum(
        max(0, min(high, last) - max(low, first)) for low, high in one for first, last in other
    )
