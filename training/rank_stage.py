"""Training stage 3: the linear scorer, the forests on its held-out sums, threshold, calibration."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import frozen

from diplotext.attribution.learned.ranking import Calibration
from diplotext.attribution.learned.trait import TRAIT_SCALE
from training.forest_model import fit_trees, list_nodes
from training.key_matrix import key_matrix
from training.metric import scores
from training.rank_model import fold_numbers, select
from training.ranked import MOST_OVER, Ranked, count_said
from training.settings import Log, Settings

__all__ = ["RankModel", "train_ranking"]

_KNOTS = 20


@frozen
class RankModel:
    """What ranking takes at run time: weights of traits, nodes of trees, threshold."""

    trait: dict[int, tuple[int, int]]
    features: list[int]
    numbers: list[float]
    trees: int
    base: float
    calibration: Calibration
    least: float


def train_ranking(ranked: list[Ranked], settings: Settings, log: Log) -> RankModel:
    """Stage 3; threshold and calibration come from scores of stories not seen."""
    import numpy as np

    rows = [row for story in ranked for row in story.rows]
    right = np.array([row.grade == 2 for row in rows])
    exact = np.array([row.exact for row in rows])
    labels = {"right": right, "exact": exact if exact.any() else right}
    numbers = fold_numbers([story.name for story in ranked], settings.rank_folds)
    folds = np.array(
        [number for number, story in zip(numbers, ranked, strict=True) for _ in story.rows]
    )
    keys, matrix = key_matrix([row.traits for row in rows], settings.trait_min_count)
    sums = {name: _fit_traits(matrix, wanted, folds, settings) for name, wanted in labels.items()}
    both = zip(keys, *(weights for weights, _ in sums.values()), strict=True)
    trait = {
        key: (for_right, for_exact) for key, for_right, for_exact in both if for_right or for_exact
    }
    log(
        f"{len(rows)} candidates, {int(right.sum())} right, {int(exact.sum())} exact, "
        f"{len(trait)} traits"
    )
    held = (own for _, own in sums.values())
    columns = np.column_stack([np.array([row.columns for row in rows]), *held])
    values = np.zeros(len(rows))
    for fold in range(settings.rank_folds):
        inside = folds == fold
        for each in settings.trees if inside.any() else ():
            model = fit_trees(columns[~inside], labels[each.target][~inside], each)
            values[inside] += model.decision_function(columns[inside]) * each.share
    chances = 1 / (1 + np.exp(-values))
    least = _find_threshold(ranked, chances, settings, log)
    calibration = _calibrate(ranked, chances, right, least)
    features: list[int] = []
    splits: list[float] = []
    trees, base = 0, 0.0
    for each in settings.trees:
        nodes = list_nodes(fit_trees(columns, labels[each.target], each), each.share)
        features += nodes[0]
        splits += nodes[1]
        trees += nodes[2]
        base += nodes[3]
    return RankModel(trait, features, splits, trees, base, calibration, least)


def _fit_traits(matrix: Any, wanted: Any, folds: Any, settings: Settings) -> tuple[list[int], Any]:
    """The integer weights of traits, and the sums of models that did not see the row's story."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    def fit(chosen: Any) -> Any:
        model = LogisticRegression(C=settings.trait_c, max_iter=200, fit_intercept=False)
        return model.fit(matrix[chosen], wanted[chosen])

    held = np.zeros(len(wanted))
    for fold in range(settings.rank_folds):
        inside = folds == fold
        if inside.any():
            held[inside] = fit(~inside).decision_function(matrix[inside])
    linear = fit(np.ones(len(wanted), bool))
    return [round(float(value) * TRAIT_SCALE) for value in linear.coef_[0]], held


def _find_threshold(ranked: list[Ranked], chances: Any, settings: Settings, log: Log) -> float:
    """The threshold that is best on held-out stories, with its figures in the log."""
    said = {
        least: scores(count_said(ranked, chances, least)).get("all", 0.0)
        for least in settings.thresholds
    }
    best = max(said, key=lambda least: (said[least], least))
    log("said by threshold " + " ".join(f"{least}: {value:.4f}" for least, value in said.items()))
    total = count_said(ranked, chances, best)
    for name in ("said", "content", "exact"):
        figures = {row: round(value, 4) for row, value in scores(total, name).items()}
        log.figures[f"{name} F1, held out"] = figures
        log(f"{name} at {best}: {figures}")
    return best


def _calibrate(ranked: list[Ranked], chances: Any, right: Any, least: float) -> Calibration:
    """The share of right ones by score, among those chosen in stories not seen."""
    import numpy as np
    from sklearn.isotonic import IsotonicRegression

    chosen: list[int] = []
    at = 0
    for story in ranked:
        own: Sequence[float] = list(chances[at : at + len(story.rows)])
        chosen += [at + index for index in select(story.rows, own, least, MOST_OVER)]
        at += len(own)
    chosen.sort(key=lambda index: (chances[index], index))
    steps = IsotonicRegression(out_of_bounds="clip").fit(chances[chosen], right[chosen])
    # A knot for each twentieth of them: the steps at the ends rest on a few cases alone.
    parts = [part for part in np.array_split(np.array(chosen), _KNOTS) if len(part)]
    return Calibration(
        tuple(round(float(chances[part].mean()), 5) for part in parts),
        tuple(round(float(steps.predict(chances[part]).mean()), 4) for part in parts),
    )
