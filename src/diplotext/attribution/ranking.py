"""Stage 3: ranking the candidates, choosing among them, and how sure the choice is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from math import exp

from attrs import field, frozen

from diplotext.attribution.candidate import Candidate, Reading, Story
from diplotext.attribution.column import Columns
from diplotext.attribution.forest import Forest
from diplotext.attribution.head_column import read_head
from diplotext.attribution.outline import outline
from diplotext.attribution.padded import pad_unit
from diplotext.attribution.run import length
from diplotext.attribution.trait import TraitScorer

__all__ = ["TRAIT_SCALE", "Calibration", "Choice", "Ranker", "choose"]

TRAIT_SCALE = 1024.0


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

    traits: TraitScorer
    forest: Forest
    calibration: Calibration
    least: float
    most_over: float = field(default=0.3)

    def scores(self, story: Story, readings: Sequence[Reading]) -> list[list[float]]:
        """How likely each candidate of a unit's readings is right, before calibration.

        Right is one whose content and source both are.
        """
        unit = pad_unit(readings[0].window.unit)
        columns = Columns.of(story, readings, unit)
        traits, score = self.traits, self.forest.score
        found = []
        for index, reading in enumerate(readings):
            at = reading.window.head
            head = read_head(unit, reading)
            cue = traits.cues.of(unit.types[at])
            start = traits.score_head(unit, at, cue)
            scores = []
            for candidate in reading.candidates:
                shape = outline(unit, candidate)
                numbers = columns.read(reading, index, head, candidate, shape)
                own = traits.score_candidate(unit, reading, candidate, shape, cue)
                numbers.append((start + own) / TRAIT_SCALE)
                scores.append(1 / (1 + exp(-score(numbers))))
            found.append(scores)
        return found


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
        scored = [
            (-score, index, rank)
            for index, scores in enumerate(ranker.scores(story, readings))
            for rank, score in enumerate(scores)
            if score >= ranker.least
        ]
        if len(scored) > 1:
            chosen += _choose(readings, sorted(scored), ranker.most_over)
        elif scored:
            [(negative, index, rank)] = scored
            reading = readings[index]
            chosen.append(Choice(reading, reading.candidates[rank], -negative))
    return chosen


def _choose(
    readings: Sequence[Reading], scored: Sequence[tuple[float, int, int]], most_over: float
) -> list[Choice]:
    """The choices of a unit; ``scored`` has the negative score, the head and the rank."""
    chosen: list[Choice] = []
    taken = bytearray(len(readings[0].window.unit))
    heads: set[int] = set()
    for negative, index, rank in scored:
        if index in heads:
            continue
        candidate = readings[index].candidates[rank]
        over = sum([taken.count(1, *run) for run in candidate.content])
        if over > most_over * length(candidate.content):
            continue
        for start, stop in candidate.content:
            taken[start:stop] = b"\1" * (stop - start)
        heads.add(index)
        chosen.append(Choice(readings[index], candidate, -negative))
    return chosen
