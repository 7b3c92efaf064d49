"""The attributions of the rule stages joined to the learned ones: no words claimed twice.

A rule attribution rests on the shape of its line ("NAME: ...", `"..." - Name`, a headline's colon)
and takes the place of learned ones that read the same words otherwise: those that share its cue, or
most of its content from outside it. What others say inside a transcript's turn stays.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from diplotext.attribution.build import Span
from diplotext.attribution.cue_clause import STAGE as CLAUSE_STAGE
from diplotext.model import Attribution

__all__ = ["merge_attributions"]

_MOST_SHARED = 0.5
_ALL_OF_TURN = 0.8


def merge_attributions(
    learned: Sequence[Attribution], ruled: Sequence[Attribution]
) -> list[Attribution]:
    """Both in order of their start, without the learned ones that the ruled ones replace."""
    if not ruled:
        return sorted(learned, key=lambda a: (a.start, a.end))
    ordered = sorted(ruled, key=lambda a: a.start)
    starts = [a.start for a in ordered]
    kept = [a for a in learned if not _is_replaced(a, ordered, starts)]
    return sorted([*kept, *ordered], key=lambda a: (a.start, a.end))


def _is_replaced(learned: Attribution, ruled: Sequence[Attribution], starts: Sequence[int]) -> bool:
    # Rule attributions lie in separate lines: only the neighbours of its range can touch it.
    at = bisect_left(starts, learned.start)
    high = bisect_left(starts, learned.end)
    return any(_collides(learned, other) for other in ruled[max(0, at - 1) : high])


def _collides(learned: Attribution, ruled: Attribution) -> bool:
    content = [passage.span for passage in ruled.content]
    cue = learned.cue
    if cue is not None and ruled.cue is not None:
        if cue.start < ruled.cue.end and ruled.cue.start < cue.end:
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
