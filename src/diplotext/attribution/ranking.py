"""Stage 3: ranking the candidates, choosing among them, and how sure the choice is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import repeat
from math import exp

from attrs import field, frozen

from diplotext.attribution.candidate import Candidate, Reading, Story
from diplotext.attribution.column import all_columns
from diplotext.attribution.forest import Forest
from diplotext.attribution.trait import candidate_traits, head_traits

__all__ = ["TRAIT_SCALE", "Calibration", "Choice", "Ranker", "choose"]

TRAIT_SCALE = 1024.0
_ZEROS = repeat(0)


@frozen
class Calibration:
    """Score to probability: a rising line through knots, fitted on held-out stories."""

    scores: tuple[float, ...] = (0.0, 1.0)
    chances: tuple[float, ...] = (0.0, 1.0)

    def chance(self, score: float) -> float:
        """The share of right ones among attributions of such a score.

        >>> Calibration((0.2, 0.6), (0.1, 0.5)).chance(0.4)
        0.3
        """
        after = bisect_right(self.scores, score)
        if after == 0:
            return self.chances[0]
        if after == len(self.scores):
            return self.chances[-1]
        low, high = self.scores[after - 1], self.scores[after]
        below, above = self.chances[after - 1], self.chances[after]
        return round(below + (above - below) * (score - low) / (high - low), 4)


@frozen(eq=False)
class Ranker:
    """The linear scorer of traits, whose sum is the forest's last column, and the forest."""

    weight: Callable[[int, int], int]
    forest: Forest
    calibration: Calibration
    least: float
    most_over: float = field(default=0.3)

    def scores(self, story: Story, readings: Sequence[Reading], index: int) -> list[float]:
        """How likely each candidate is right in content and source, before calibration."""
        reading = readings[index]
        scores = []
        shared = head_traits(reading)
        start = sum(map(self.weight, shared, _ZEROS))
        for candidate, numbers in zip(
            reading.candidates, all_columns(story, readings, index), strict=True
        ):
            keys = candidate_traits(reading, candidate)
            numbers.append((start + sum(map(self.weight, keys, _ZEROS))) / TRAIT_SCALE)
            scores.append(1 / (1 + exp(-self.forest.score(numbers))))
        return scores


@frozen(eq=False)
class Choice:
    """A candidate that was chosen, with its score."""

    reading: Reading
    candidate: Candidate
    score: float


def choose(story: Story, ranker: Ranker) -> list[Choice]:
    """The candidates to report, best first: one a head, none over content already taken."""
    chosen: list[Choice] = []
    for readings in story.units:
        scored = []
        for index in range(len(readings)):
            for rank, score in enumerate(ranker.scores(story, readings, index)):
                if score >= ranker.least:
                    scored.append((-score, index, rank))
        scored.sort()
        taken: set[int] = set()
        heads: set[int] = set()
        for negative, index, rank in scored:
            if index in heads:
                continue
            candidate = readings[index].candidates[rank]
            tokens = [at for start, stop in candidate.content for at in range(start, stop)]
            if taken and sum(map(taken.__contains__, tokens)) > ranker.most_over * len(tokens):
                continue
            taken.update(tokens)
            heads.add(index)
            chosen.append(Choice(readings[index], candidate, -negative))
    return chosen
