"""The candidates of the stories as ranking sees them, each with its edges mended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import define

from diplotext.attribution.learned.candidate import Story as ReadStory
from diplotext.attribution.learned.extent import content_runs
from diplotext.attribution.learned.mending import EdgeScorer
from training.corpus import fold_of
from training.edge_model import EdgeCase, edge_cases, train_edges
from training.gold import GoldStory
from training.metric import Parts, Words, add_counts, tally
from training.rank_model import Row, rows_of, select, spans_of

__all__ = ["Ranked", "count_said", "mend_rows", "read_ranked"]

MOST_OVER = 0.3


@define(eq=False)
class Ranked:
    """A story's candidates: what scoring needs of it."""

    name: str
    words: Words
    gold: list[Parts]
    read: ReadStory
    rows: list[Row]
    edges: list[EdgeCase]


def read_ranked(gold: GoldStory, read: ReadStory) -> Ranked:
    words = Words(gold.story.text)
    parts = [
        (words.tokens(a.content), words.tokens(a.source), words.tokens(a.cue))
        for a in gold.story.annotations
    ]
    rows = rows_of(gold, words, read)
    return Ranked(gold.story.name, words, parts, read, rows, list(edge_cases(gold, words, read)))


def mend_rows(ranked: Sequence[Ranked], folds: int) -> None:
    """Mend the rows' contents by edges trained on other stories, and mark those that are exact."""
    numbers = [fold_of(story.name + "#edge", folds) for story in ranked]
    for fold in range(folds):
        own = [story for story, number in zip(ranked, numbers, strict=True) if number == fold]
        others = (story for story, number in zip(ranked, numbers, strict=True) if number != fold)
        scorer = EdgeScorer(train_edges([case for story in others for case in story.edges]).get)
        for story in own:
            contents = {content for content, _, _ in story.gold}
            for row in story.rows:
                _mend(story, row, scorer)
                row.exact = row.grade == 2 and row.content in contents


def _mend(story: Ranked, row: Row, scorer: EdgeScorer) -> None:
    reading = story.read.units[row.unit][row.reading]
    candidate = reading.candidates[row.rank]
    unit = reading.window.unit
    if runs := content_runs(unit, candidate.content):
        [mended] = scorer.mend([(reading, runs, candidate.source)])
        row.content = story.words.tokens(spans_of(reading, content_runs(unit, mended) or runs))


def count_said(ranked: Sequence[Ranked], values: Sequence[float], least: float) -> dict[str, Any]:
    """The tallies of the candidates chosen at a threshold."""
    total: dict[str, dict[str, int]] = {}
    at = 0
    for story in ranked:
        own = list(values[at : at + len(story.rows)])
        at += len(own)
        chosen = [story.rows[index] for index in select(story.rows, own, least, MOST_OVER)]
        parts = [(row.content, row.source, row.cue) for row in chosen]
        add_counts(total, tally(story.words, story.gold, parts))
    return total
