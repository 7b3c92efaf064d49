"""Training the mending of contents' edges, on contents found in held-out stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import log
from typing import Any

from attrs import frozen

from diplotext.attribution.learned.candidate import Run, Story
from diplotext.attribution.learned.edge import Edge
from diplotext.attribution.learned.extent import content_runs
from diplotext.attribution.learned.mending import EDGE_SCALE, GATE_SCALE, find_edges
from training.gold import GoldStory
from training.key_matrix import key_matrix
from training.metric import f1

C = 0.3
MIN_COUNT = 3
ROUNDS = 60
# A place is scored if edges move there likelier than this, by its kind and its chances.
LEAST_MOVED = 0.025
# A kind of place counts from this share of moved edges on, as if 20 more were not moved.
LEAST_KIND, DOUBT = 0.02, 20
_PRIOR = 10
_SURE = 0.3


@frozen(eq=False)
class EdgeCase:
    """An edge, the places it can be moved to, and the place where gold has it."""

    edge: Edge
    places: list[int]
    right: int


def edge_cases(gold: GoldStory, words: Any, story: Story) -> Iterator[EdgeCase]:
    """The edges of the contents that pair with one of gold; those that no place mends left out."""
    contents = [words.tokens(a.content) for a in gold.story.annotations]
    for readings in story.units:
        for reading in readings:
            unit = reading.window.unit
            candidate = reading.candidates[0]
            runs = content_runs(unit, candidate.content)
            if reading.likely < _SURE or not runs:
                continue
            starts, ends = unit.spans()
            found = words.tokens([(starts[a], ends[b - 1]) for a, b in runs])
            best = max(contents, key=lambda content: f1(content, found), default=frozenset())
            if f1(best, found) < 0.5:
                continue
            for edge, bounds in find_edges(reading, runs, candidate.source):
                places = [edge.at, *edge.places(bounds)]
                right = _right_place(edge, places, runs, words, best)
                if right is not None:
                    yield EdgeCase(edge, places, right)


def _right_place(
    edge: Edge, places: Sequence[int], runs: Sequence[Run], words: Any, gold: frozenset[int]
) -> int | None:
    """The first of the places where gold's edge is, to the word."""
    starts, ends = edge.reading.window.unit.spans()
    for place in places:
        start, stop = (runs[0][0], place) if edge.is_end else (place, runs[-1][1])
        inside = words.tokens([(starts[start], ends[stop - 1])]) if start < stop else ()
        if inside and (max(inside) == max(gold) if edge.is_end else min(inside) == min(gold)):
            return place
    return None


def train_gate(cases: Sequence[EdgeCase]) -> dict[int, int]:
    """The weights by which a place is worth a look.

    Edges move to a place of some kind and chances in the share of the one times that of the other
    by the share of all: the two weights add up to more than nothing where it is large enough.
    """
    seen: Counter[int] = Counter()
    moved: Counter[int] = Counter()
    total = 0
    for case in cases:
        for place in case.places[1:]:
            keys = case.edge.gate_keys(place)
            total += 1
            seen.update(keys)
            if place == case.right:
                moved.update(keys)
    share = max(sum(moved.values()) / 2, 1) / max(total, 1)
    gate = {}
    for key, number in seen.items():
        times = log((moved[key] + _PRIOR * share) / (number + _PRIOR) / share)
        if not key >> 56 & 1:  # by the chances
            gate[key] = times
        elif moved[key] >= LEAST_KIND * (number + DOUBT):
            gate[key] = times + log(share / LEAST_MOVED)
    return {key: round(value * GATE_SCALE) or 1 for key, value in sorted(gate.items())}


def is_worth_a_look(edge: Edge, place: int, gate: Mapping[int, int]) -> bool:
    """As ``Edge.likely_places`` has it."""
    kind, chance = edge.gate_keys(place)
    return kind in gate and gate[kind] + gate.get(chance, 0) > 0


def train_edges(cases: Sequence[EdgeCase], min_count: int = MIN_COUNT) -> dict[int, int]:
    """Integer weights, those of the gate among them."""
    gate = train_gate(cases)
    rows: list[list[int]] = []
    firsts: list[int] = []
    rights: list[int] = []
    for case in cases:
        first, *others = case.places
        places = [first]
        places += [place for place in others if is_worth_a_look(case.edge, place, gate)]
        if len(places) > 1 and case.right in places:
            firsts.append(len(rows))
            rights.append(len(rows) + places.index(case.right))
            rows += [case.edge.keys(place) for place in places]
    weights = _fit_choice(rows, firsts, rights, min_count) if rows else {}
    scaled = {key: round(weight * EDGE_SCALE) for key, weight in weights.items()}
    return gate | {key: weight for key, weight in scaled.items() if weight}


def _fit_choice(
    rows: Sequence[Sequence[int]], firsts: Sequence[int], rights: Sequence[int], min_count: int
) -> dict[int, float]:
    """The weights under which the right row of each group is likeliest (a conditional logit)."""
    import numpy as np
    from scipy.optimize import minimize

    kept, matrix = key_matrix(rows, min_count)
    starts = np.array(firsts)
    groups = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, len(rows))))
    turned = matrix.T.tocsr()
    wanted = np.asarray(matrix[rights].sum(0)).ravel()

    def loss(weights: Any) -> tuple[float, Any]:
        sums = matrix @ weights
        tops = np.maximum.reduceat(sums, starts)
        shares = np.exp(sums - tops[groups])
        totals = np.add.reduceat(shares, starts)
        value = (np.log(totals) + tops).sum() - wanted @ weights + weights @ weights / (2 * C)
        return float(value), turned @ (shares / totals[groups]) - wanted + weights / C

    options = {"maxiter": ROUNDS}
    found = minimize(loss, np.zeros(len(kept)), jac=True, method="L-BFGS-B", options=options)
    return dict(zip(kept, map(float, found.x), strict=True))
