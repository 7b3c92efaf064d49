"""Stage 3: ranking the candidates, choosing among them, and how sure the choice is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from math import exp

from attrs import define, field, frozen

from diplotext.attribution.learned.block import Unit
from diplotext.attribution.learned.candidate import Candidate, Reading, Story
from diplotext.attribution.learned.column import Columns
from diplotext.attribution.learned.forest import Forest
from diplotext.attribution.learned.head_column import read_head
from diplotext.attribution.learned.outline import Outline, outline
from diplotext.attribution.learned.padded import Padded, pad_unit
from diplotext.attribution.learned.run import length
from diplotext.attribution.learned.trait import TraitScorer, add_sums

__all__ = ["Calibration", "Choice", "Ranker", "choose"]

_LEAST_RELAYED = 0.5  # how likely one inside of another's content must be


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


@define(eq=False)
class _Draft:
    """A reading on its way to scores: the outlines and columns of its candidates."""

    unit: Padded
    reading: Reading
    shapes: list[Outline]
    columns: list[list[float]]


def _draft(story: Story, readings: Sequence[Reading]) -> list[_Draft]:
    """The drafts of a unit's readings."""
    unit = pad_unit(readings[0].window.unit)
    columns = Columns.of(story, readings, unit)
    drafts = []
    for index, reading in enumerate(readings):
        head = read_head(unit, reading)
        shapes = [outline(unit, candidate) for candidate in reading.candidates]
        found = [
            columns.read(reading, index, head, candidate, shape)
            for candidate, shape in zip(reading.candidates, shapes, strict=True)
        ]
        drafts.append(_Draft(unit, reading, shapes, found))
    return drafts


@frozen(eq=False)
class Ranker:
    """The linear scorer of traits, whose two sums are the forest's last columns, and the forest."""

    traits: TraitScorer
    forest: Forest
    calibration: Calibration
    least: float
    most_over: float = field(default=0.3)

    def scores(self, story: Story) -> list[list[list[float]]]:
        """How likely each candidate is right before calibration, by unit and reading.

        Right is one whose content and source both are. Each step is taken for the whole story
        before the next, so that its tables stay in the processor's cache.
        """
        drafts = [_draft(story, readings) for readings in story.units]
        for unit in drafts:
            for draft in unit:
                self._add_traits(draft)
        score = self.forest.score
        return [
            [[1 / (1 + exp(-score(numbers))) for numbers in draft.columns] for draft in unit]
            for unit in drafts
        ]

    def _add_traits(self, draft: _Draft) -> None:
        """Append the sums of the candidates' traits to their columns."""
        unit, reading, traits = draft.unit, draft.reading, self.traits
        head = reading.window.head
        cue = traits.cues.of(unit.types[head])
        shared = traits.score_head(unit, head, cue)
        for candidate, shape, numbers in zip(
            reading.candidates, draft.shapes, draft.columns, strict=True
        ):
            own = traits.score_candidate(unit, reading, candidate, shape, cue)
            add_sums(numbers, shared + own)


@frozen(eq=False)
class Choice:
    """A candidate that was chosen, with its score."""

    reading: Reading
    candidate: Candidate
    score: float

    @property
    def unit(self) -> Unit:
        """The unit that the choice is in."""
        return self.reading.window.unit


def choose(story: Story, ranker: Ranker) -> list[Choice]:
    """The candidates to report, best first: one a head, over content already taken only relayed.

    Relayed is what another's content tells of as a whole, with its source.
    """
    chosen: list[Choice] = []
    for readings, unit in zip(story.units, ranker.scores(story), strict=True):
        scored = [
            (-score, index, rank)
            for index, scores in enumerate(unit)
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


def _is_relayed(reading: Reading, candidate: Candidate, chosen: Sequence[Choice]) -> bool:
    """Whether a candidate with a source is as a whole in what another says, and less than that.

    "The yard has said it would close, Holm said": what the yard said.
    """
    head = reading.window.head
    own = [(head, head + 1), *candidate.content, *candidate.source]
    first, last = min(own)[0], max(stop for _, stop in own)
    return bool(candidate.source) and any(
        start <= first and last <= stop and last - first < stop - start
        for choice in chosen
        for start, stop in choice.candidate.content
    )


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
        if over <= most_over * length(candidate.content):
            for start, stop in candidate.content:
                taken[start:stop] = b"\1" * (stop - start)
        elif -negative < _LEAST_RELAYED or not _is_relayed(readings[index], candidate, chosen):
            continue
        heads.add(index)
        chosen.append(Choice(readings[index], candidate, -negative))
    return chosen
