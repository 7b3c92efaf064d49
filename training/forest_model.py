"""Boosted trees: fitting them, and writing them down node by node for ``attribution.learned.forest``."""

from __future__ import annotations

from typing import Any, Literal

from attrs import frozen

ROUNDS, RATE, LEAVES = 75, 0.1, 12


@frozen
class TreeSettings:
    """One forest of those whose scores are added, each with its ``share``.

    ``target``: it learns which candidates are right, or which of them are so to the word.
    """

    target: Literal["right", "exact"] = "right"
    share: float = 1.0
    rounds: int = ROUNDS
    rate: float = RATE
    leaves: int = LEAVES
    seed: int = 0
    least_rows: int = 30


def fit_trees(columns: Any, labels: Any, settings: TreeSettings) -> Any:
    """A histogram gradient booster; the same data and settings give the same trees."""
    from sklearn.ensemble import HistGradientBoostingClassifier

    model = HistGradientBoostingClassifier(
        max_iter=settings.rounds,
        learning_rate=settings.rate,
        max_leaf_nodes=settings.leaves,
        l2_regularization=5.0,
        min_samples_leaf=settings.least_rows,
        random_state=settings.seed,
        early_stopping=False,
    )
    return model.fit(columns, labels)


def list_nodes(model: Any, share: float = 1.0) -> tuple[list[int], list[float], int, float]:
    """Features and numbers of all nodes in pre-order, the number of trees, the constant.

    ``share`` scales the leaves: models averaged are forests joined, each with its share.
    """
    features: list[int] = []
    numbers: list[float] = []
    predictors = [predictor for (predictor,) in model._predictors]  # noqa: SLF001 - no other way to the trees
    for predictor in predictors:
        nodes = predictor.nodes
        pending = [0]
        while pending:
            node = nodes[pending.pop()]
            if node["is_leaf"]:
                features.append(-1)
                numbers.append(round(float(node["value"]) * share, 6))
            else:
                features.append(int(node["feature_idx"]))
                numbers.append(float(node["num_threshold"]))
                pending += [int(node["right"]), int(node["left"])]
    base = float(model._baseline_prediction.ravel()[0])  # noqa: SLF001 - nor to the constant
    return features, numbers, len(predictors), base * share


# What is right to the word counts for more: it wins between labellings of one head.
FORESTS = (TreeSettings("right", 0.5), TreeSettings("exact", 0.5))
