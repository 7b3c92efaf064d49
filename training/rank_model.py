"""Training stage 3: the stacked linear scorer and the boosted trees that rank candidates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import define, field

from diplotext.attribution.learned.candidate import Candidate, Reading, Run, Story
from diplotext.attribution.learned.column import columns
from diplotext.attribution.learned.extent import source_run
from diplotext.attribution.learned.trait import TraitScorer
from training.bag import BagTemplates
from training.corpus import Spans, fold_of
from training.gold import GoldStory
from training.metric import Tokens, f1, is_right


@define(eq=False)
class Row:
    """One candidate as training sees it.

    ``grade`` 2: content and source right, 1: content; ``exact``: right to the word, edges mended.
    """

    unit: int
    reading: int
    rank: int
    columns: list[float] = field(repr=False)
    traits: tuple[int, ...] = field(repr=False)
    content: Tokens = field(repr=False)
    source: Tokens = field(repr=False)
    cue: Tokens = field(repr=False)
    runs: list[Run] = field(repr=False)
    grade: int = 0
    exact: bool = False


def spans_of(reading: Reading, runs: Sequence[Run]) -> Spans:
    starts, ends = reading.window.unit.spans()
    return tuple((starts[start], ends[stop - 1]) for start, stop in runs)


def rows_of(gold: GoldStory, words: Any, story: Story) -> list[Row]:
    """A row for each candidate of a story; ``words`` finds the scorer's tokens of spans."""
    targets = [(words.tokens(a.content), words.tokens(a.source)) for a in gold.story.annotations]
    rows = []
    for unit, readings in enumerate(story.units):
        for index, reading in enumerate(readings):
            for rank, candidate in enumerate(reading.candidates):
                row = _row(story, readings, unit, index, rank, candidate, words)
                for content, source in targets:
                    if content & row.content and f1(content, row.content) >= 0.5:
                        row.grade = max(row.grade, 2 if is_right(source, row.source) else 1)
                rows.append(row)
    return rows


def _row(
    story: Story,
    readings: list[Reading],
    unit: int,
    index: int,
    rank: int,
    candidate: Candidate,
    words: Any,
) -> Row:
    reading = readings[index]
    source = source_run(reading, candidate)
    parts = [
        words.tokens(spans_of(reading, runs))
        for runs in (candidate.content, [source] if source else [], candidate.cue)
    ]
    return Row(
        unit,
        index,
        rank,
        columns(story, readings, index, rank),
        TraitScorer(BagTemplates().get).score(reading, candidate).keys,
        *parts,
        runs=candidate.content,
    )


def select(
    rows: Sequence[Row], scores: Sequence[float], least: float, most_over: float
) -> list[int]:
    """The rows chosen greedily, as ``attribution.learned.ranking`` does at run time."""
    taken: dict[int, set[int]] = {}
    heads = set()
    chosen = []
    for at in sorted(range(len(rows)), key=lambda index: (-scores[index], index)):
        if scores[at] < least:
            break
        row = rows[at]
        if (row.unit, row.reading) in heads:
            continue
        used = taken.setdefault(row.unit, set())
        tokens = [token for start, stop in row.runs for token in range(start, stop)]
        if sum(token in used for token in tokens) > most_over * len(tokens):
            continue
        used.update(tokens)
        heads.add((row.unit, row.reading))
        chosen.append(at)
    return chosen


def fold_numbers(names: Sequence[str], folds: int) -> list[int]:
    """Other folds than those of stages 1 and 2, again by the story's name."""
    return [fold_of(name + "#rank", folds) for name in names]
