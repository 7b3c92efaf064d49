"""Training stage 1: logistic regression over the run-time code's keys."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from math import exp

from diplotext.attribution.learned.cue import SCALE, CueScorer, score_cues
from diplotext.attribution.learned.template import WeightTemplates
from training.bag import BagTemplates
from training.gold import GoldStory
from training.key_matrix import key_matrix

MAX_ROUNDS = 150


def fit_logistic(
    rows: Sequence[Sequence[int]],
    labels: Sequence[bool],
    *,
    c: float,
    min_count: int,
) -> dict[int, float]:
    """The weight of each key (the constant is a key like any other)."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    kept, matrix = key_matrix(rows, min_count)
    model = LogisticRegression(C=c, solver="lbfgs", max_iter=MAX_ROUNDS, fit_intercept=False)
    model.fit(matrix, np.array(labels))
    return dict(zip(kept, map(float, model.coef_[0]), strict=True))


@functools.cache
def bag_scorer() -> CueScorer:
    """The scorer that collects keys; its tables take a while to make, so there is one."""
    return CueScorer(BagTemplates())


def cue_rows(stories: Iterable[GoldStory]) -> tuple[list[tuple[int, ...]], list[bool]]:
    """The keys of every candidate, and whether it heads a gold cue."""
    scorer = bag_scorer()
    rows: list[tuple[int, ...]] = []
    labels: list[bool] = []
    for story in stories:
        heads = {attribution.head for attribution in story.attributions}
        for block in story.blocks:
            for token, bag in score_cues(block, scorer) if block.candidates else ():
                rows.append(bag.keys)
                labels.append((block.index, token) in heads)
    return rows, labels


def quantise_cues(weights: dict[int, float]) -> dict[int, int]:
    """Integer weights, those that round to nothing left out."""
    scaled = {key: round(weight * SCALE) for key, weight in weights.items()}
    return {key: weight for key, weight in scaled.items() if weight}


def cue_probabilities(
    stories: Iterable[GoldStory], weights: dict[int, int]
) -> list[list[dict[int, float]]]:
    """For each story and block, each candidate's probability."""
    scorer = CueScorer(WeightTemplates(weights))
    return [
        [
            {
                token: 1 / (1 + exp(-max(-30.0, score / SCALE)))
                for token, score in score_cues(block, scorer)
            }
            if block.candidates
            else {}
            for block in story.blocks
        ]
        for story in stories
    ]


def head_scores(
    stories: Sequence[GoldStory], found: list[list[dict[int, float]]], threshold: float
) -> tuple[float, float, float]:
    """Precision, recall and F1 of the heads."""
    right = predicted = gold = 0
    for story, blocks in zip(stories, found, strict=True):
        heads = {a.head for a in story.attributions if a.head}
        guesses = {
            (index, token)
            for index, block in enumerate(blocks)
            for token, likely in block.items()
            if likely > threshold
        }
        right += len(heads & guesses)
        predicted += len(guesses)
        gold += len(heads)
    precision, recall = right / max(predicted, 1), right / max(gold, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)
