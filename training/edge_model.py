"""Training the mending of contents' first words, on contents found in held-out stories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from diplotext.attribution.candidate import Story
from diplotext.attribution.edge import can_drop, edge_keys
from diplotext.attribution.ranking import TRAIT_SCALE
from training.cue_model import fit_logistic
from training.gold import GoldStory
from training.metric import f1

C = 0.3
MIN_COUNT = 2
_SURE = 0.3


def edge_rows(gold: GoldStory, words: Any, story: Story) -> Iterator[tuple[list[int], bool]]:
    """For each content that could lose its first word: its keys, and whether gold lacks the word."""
    contents = [words.tokens(a.content) for a in gold.story.annotations]
    for readings in story.units:
        for reading in readings:
            unit, head = reading.window.unit, reading.window.head
            runs = reading.candidates[0].content
            if reading.likely < _SURE or not can_drop(unit, head, runs):
                continue
            starts, ends = unit.spans()
            found = words.tokens([(starts[a], ends[b - 1]) for a, b in runs])
            best = max(contents, key=lambda content: f1(content, found), default=frozenset())
            if f1(best, found) >= 0.5:
                at = runs[0][0]
                first = words.tokens([(starts[at], ends[at])])
                second = words.tokens([(starts[at + 1], ends[at + 1])])
                yield edge_keys(unit, head, runs), not first & best and bool(second & best)


def train_edges(rows: Sequence[tuple[list[int], bool]]) -> dict[int, int]:
    """Integer weights; none where there is nothing to learn from."""
    labels = [label for _, label in rows]
    if len(set(labels)) < 2:
        return {}
    weights = fit_logistic([keys for keys, _ in rows], labels, c=C, min_count=MIN_COUNT)
    scaled = {key: round(weight * TRAIT_SCALE) for key, weight in weights.items()}
    return {key: weight for key, weight in scaled.items() if weight}
