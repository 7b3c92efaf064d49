"""From runs of tokens to ranges of the text: trimmed, marks of quotation included."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from diplotext.attribution.learned.block import Unit
from diplotext.attribution.learned.candidate import Candidate, Reading
from diplotext.attribution.learned.run import Run, overlap
from diplotext.body.token import CLOSE, INSIDE, OPEN

__all__ = ["content_runs", "cue_run", "source_run", "to_spans"]

_NEAR = 1  # parts of a source so near to each other (a comma apart) are one


def _is_edge(unit: Unit, at: int) -> bool:
    """Whether a token is no part of what it stands at the edge of: a comma, a stop, a dash."""
    word = unit.words[at]
    if word[0].isalnum() or unit.quotes[at]:
        return False
    return not any(map(str.isalnum, word)) and word not in "$€£%)]("


def _trim(unit: Unit, run: Run) -> Run | None:
    start, stop = run
    while start < stop and _is_edge(unit, start):
        start += 1
    while start < stop and _is_edge(unit, stop - 1):
        stop -= 1
    return _take_angles(unit.words, start, stop) if start < stop else None


def _take_angles(words: Sequence[str], start: int, stop: int) -> Run:
    """A run with the bracket of a firm's name that it begins or ends within: "<Kvik Lines Ltd>"."""
    if stop < len(words) and words[stop] == ">" and "<" in words[start:stop]:
        stop += 1
    if start > 0 and words[start - 1] == "<" and ">" in words[start:stop]:
        start -= 1
    return start, stop


def _take_marks(unit: Unit, run: Run) -> Run:
    """A run with the marks of the quotations that it begins or ends within."""
    start, stop = run
    quotes = unit.quotes
    if start > 0 and quotes[start] == INSIDE and quotes[start - 1] == OPEN:
        start -= 1
    if stop < len(quotes) and quotes[stop - 1] == INSIDE and quotes[stop] == CLOSE:
        stop += 1
    # A mark whose quotation is not in the run: it closes or opens what stands outside.
    if stop - start > 1 and quotes[start] == CLOSE:
        start += 1
    if stop - start > 1 and quotes[stop - 1] == OPEN:
        stop -= 1
    return start, stop


def _end_with_sentence(unit: Unit, run: Run) -> Run:
    """A run without the sentence that follows an abbreviation: "buys Kvik Corp. | Last month".

    With the abbreviation that ends its own: "buys Kvik | Corp."
    """
    start, stop = run
    if stop + 1 in unit.edges and len(final := unit.words[stop]) > 1 and final[-1] == ".":
        return start, stop + 1
    for bound in unit.bounds[bisect_right(unit.bounds, start) : bisect_left(unit.bounds, stop)]:
        last = unit.words[bound - 1]
        if len(last) > 1 and last[-1] == "." and not any(unit.quotes[bound:stop]):
            return start, bound
    return run


def content_runs(unit: Unit, runs: Sequence[Run]) -> list[Run]:
    """The content's runs, trimmed; runs with nothing but punctuation between are one."""
    joined: list[Run] = []
    for run in runs:
        trimmed = _trim(unit, run)
        if trimmed is None:
            continue
        start, stop = _end_with_sentence(unit, _take_marks(unit, trimmed))
        if joined and all(_is_mark(unit, at) for at in range(joined[-1][1], start)):
            joined[-1] = joined[-1][0], stop
        else:
            joined.append((start, stop))
    return [run for run in joined if any(unit.words[at][0].isalnum() for at in range(*run))]


def _is_mark(unit: Unit, at: int) -> bool:
    return not any(map(str.isalnum, unit.words[at]))


def source_run(reading: Reading, candidate: Candidate, taken: Sequence[Run] = ()) -> Run | None:
    """One run for the source: all of it where its parts are near, else the likeliest part.

    ``taken`` is what cue and content have: no part of it is the source's, nor does any stand in it.
    """
    unit = reading.window.unit
    trimmed = [part for run in candidate.source if (part := _trim(unit, run))]
    runs = [run for run in trimmed if not overlap((run,), taken)]
    if len(runs) < 2:
        return runs[0] if runs else None
    whole = runs[0][0], runs[-1][1]
    is_near = max(after[0] - run[1] for run, after in pairwise(runs)) <= _NEAR
    if is_near and not overlap((whole,), taken):
        return whole
    return max(runs, key=lambda run: _chance(reading, run))


def _chance(reading: Reading, run: Run) -> float:
    """How likely a run's likeliest chunk is source."""
    window = reading.window
    starts = window.chunks.starts[window.first : window.last]
    places = range(bisect_left(starts, run[0]), bisect_left(starts, run[1]))
    return max((reading.source[place] for place in places), default=0.0)


def cue_run(candidate: Candidate, head: int, content: Sequence[Run]) -> Run:
    """The cue's run that holds its head, less what the content has taken of it."""
    for start, stop in candidate.cue:
        if start <= head < stop:
            before = [end for _, end in content if start < end <= head]
            behind = [first for first, _ in content if head < first < stop]
            return max(before, default=start), min(behind, default=stop)
    return head, head + 1


def to_spans(unit: Unit, runs: Sequence[Run]) -> list[tuple[int, int]]:
    """Ranges of the text."""
    starts, ends = unit.spans()
    return [(starts[start], ends[stop - 1]) for start, stop in runs]
