"""Stage 3: ranking the candidates, choosing among them, and how sure the choice is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import repeat
from math import exp

from attrs import field, frozen

from diplotext.attribution.candidate import Candidate, Reading, Story
from diplotext.attribution.column import columns
from diplotext.attribution.forest import Forest
from diplotext.attribution.trait import traits

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

    def score(self, story: Story, readings: Sequence[Reading], index: int, rank: int) -> float:
        """How likely a candidate is right in content and source, before calibration."""
        numbers = columns(story, readings, index, rank)
        keys = traits(readings[index], readings[index].candidates[rank])
        numbers.append(sum(map(self.weight, keys, _ZEROS)) / TRAIT_SCALE)
        return 1 / (1 + exp(-self.forest.score(numbers)))


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
        for index, reading in enumerate(readings):
            for rank in range(len(reading.candidates)):
                score = ranker.score(story, readings, index, rank)
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
