"""Runs of tokens: what a labelling says is content, source and cue, and how alike two say it."""

from __future__ import annotations

from collections.abc import Sequence

from diplotext.attribution.learned.labelling import Segment
from diplotext.attribution.learned.window import Window

__all__ = ["Run", "Runs", "length", "likeness", "overlap", "runs_of"]

Run = tuple[int, int]  # token indexes in the unit, end exclusive
Runs = Sequence[Run]


def runs_of(segments: Sequence[Segment], window: Window) -> tuple[list[Run], list[Run], list[Run]]:
    """The runs of tokens of content, source and cue."""
    starts, ends, first = window.chunks.starts, window.chunks.ends, window.first
    runs: tuple[list[Run], list[Run], list[Run]] = ([], [], [])
    for label, begin, end in segments:
        if label:
            runs[label - 1].append((starts[first + begin], ends[first + end - 1]))
    return runs


def length(runs: Runs) -> int:
    """The number of tokens in runs."""
    if len(runs) == 1:  # nearly always
        start, end = runs[0]
        return end - start
    return sum([end - start for start, end in runs])


def overlap(ours: Runs, theirs: Runs) -> int:
    """The number of tokens that two lists of runs share."""
    shared = 0
    for start, end in ours:
        for other_start, other_end in theirs:
            if start < other_end and other_start < end:
                shared += min(end, other_end) - max(start, other_start)
    return shared


def likeness(ours: Runs, theirs: Runs) -> float:
    """The token F1 of two lists of runs; 1 where both are empty."""
    if ours == theirs:
        return 1.0
    return 2 * overlap(ours, theirs) / (length(ours) + length(theirs))
