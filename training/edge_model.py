"""Training the mending of contents' edges, on contents found in held-out stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from attrs import frozen

from diplotext.attribution.candidate import Run, Story
from diplotext.attribution.edge import EDGE_SCALE, Edge, find_edges
from diplotext.attribution.extent import content_runs
from training.gold import GoldStory
from training.metric import f1

C = 0.3
MIN_COUNT = 3
ROUNDS = 60
# A kind of place is scored if edges move there in this share of cases, as if 20 more did not.
LEAST_MOVED, DOUBT = 0.02, 20
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
            unit, head = reading.window.unit, reading.window.head
            candidate = reading.candidates[0]
            runs = content_runs(unit, candidate.content)
            if reading.likely < _SURE or not runs:
                continue
            starts, ends = unit.spans()
            found = words.tokens([(starts[a], ends[b - 1]) for a, b in runs])
            best = max(contents, key=lambda content: f1(content, found), default=frozenset())
            if f1(best, found) < 0.5:
                continue
            for edge, bounds in find_edges(unit, head, runs, candidate.source):
                places = [edge.at, *edge.places(lambda _: True, bounds)]
                right = _right_place(edge, places, runs, words, best)
                if right is not None:
                    yield EdgeCase(edge, places, right)


def _right_place(
    edge: Edge, places: Sequence[int], runs: Sequence[Run], words: Any, gold: frozenset[int]
) -> int | None:
    """The first of the places where gold's edge is, to the word."""
    starts, ends = edge.unit.spans()
    for place in places:
        start, stop = (runs[-1][0], place) if edge.is_end else (place, runs[0][1])
        inside = words.tokens([(starts[start], ends[stop - 1])]) if start < stop else ()
        if inside and (max(inside) == max(gold) if edge.is_end else min(inside) == min(gold)):
            return place
    return None


def known_places(cases: Sequence[EdgeCase]) -> frozenset[int]:
    """The keys of the places that edges move to often enough to look there."""
    seen: Counter[int] = Counter()
    moved: Counter[int] = Counter()
    for case in cases:
        for place in case.places[1:]:
            key = case.edge.place_key(place)
            seen[key] += 1
            moved[key] += place == case.right
    return frozenset(
        key for key, number in moved.items() if number >= LEAST_MOVED * (seen[key] + DOUBT)
    )


def train_edges(cases: Sequence[EdgeCase], min_count: int = MIN_COUNT) -> dict[int, int]:
    """Integer weights; the key of a known place is always among them."""
    known = known_places(cases)
    rows: list[list[int]] = []
    firsts: list[int] = []
    rights: list[int] = []
    for case in cases:
        first, *others = case.places
        places = [first, *(place for place in others if case.edge.place_key(place) in known)]
        if len(places) > 1 and case.right in places:
            firsts.append(len(rows))
            rights.append(len(rows) + places.index(case.right))
            rows += [case.edge.keys(place) for place in places]
    weights = dict.fromkeys(known, 0.0)
    weights |= _fit_choice(rows, firsts, rights, min_count) if rows else {}
    scaled = {key: round(weight * EDGE_SCALE) for key, weight in weights.items()}
    return {key: weight or 1 for key, weight in scaled.items() if weight or key in known}


def _fit_choice(
    rows: Sequence[Sequence[int]], firsts: Sequence[int], rights: Sequence[int], min_count: int
) -> dict[int, float]:
    """The weights under which the right row of each group is likeliest (a conditional logit)."""
    import numpy as np
    from scipy import sparse
    from scipy.optimize import minimize

    counts = Counter(key for row in rows for key in row)
    kept = sorted(key for key, number in counts.items() if number >= min_count)
    ids = {key: index for index, key in enumerate(kept)}
    indices: list[int] = []
    pointers = [0]
    for row in rows:
        indices += sorted(ids[key] for key in row if key in ids)
        pointers.append(len(indices))
    matrix = sparse.csr_matrix(
        (np.ones(len(indices)), np.array(indices, np.int32), np.array(pointers)),
        shape=(len(rows), len(kept)),
    )
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
