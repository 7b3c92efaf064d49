"""The columns of a candidate: numbers by which the forest ranks it against its rivals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from diplotext.attribution.learned.candidate import Candidate, Reading, Story, source_key
from diplotext.attribution.learned.head_column import (
    CUE_COLUMNS,
    RIVAL_COLUMNS,
    Head,
    Rival,
    code_number,
    find_rivals,
    read_head,
    rival_columns,
)
from diplotext.attribution.learned.lattice import CONTENT, SOURCE
from diplotext.attribution.learned.outline import NAME_TAG, NO_SOURCE, Outline, outline
from diplotext.attribution.learned.padded import Padded, pad_unit
from diplotext.attribution.learned.run import Runs, length
from diplotext.body.token import INSIDE

__all__ = ["COLUMNS", "Columns", "columns"]

COLUMNS: tuple[str, ...] = (
    *("cue_logit log_probability mean_chosen least_chosen").split(),
    *("rank log_behind mass alternatives first_mass").split(),
    *("content_mean content_least content_first content_last content_expected").split(),
    *("content_most content_share tokens segments distance left_share from_start to_end").split(),
    *("opener quoted first_quote last_quote quote_before first_tag first_sentence").split(),
    *("last_sentence sentences cut_edges finite gap code_before code_last code_after").split(),
    *("source_mean source_least source_expected source_most source_share source_tokens").split(),
    *("source_distance source_type source_quote source_from_start source_runs").split(),
    *("source_before source_after source_first source_last names commas source_sentence").split(),
    "recurs",
    *CUE_COLUMNS,
    *RIVAL_COLUMNS,
)

_OPENERS = {"that": 0, "to": 1, '"': 2, "“": 3, "``": 4}
_OTHER_OPENER = 9
_FINITE, _COMMA = b"V,"
# Of a source that is not there: no tokens, far away, of no type, nothing in it and around it.
_NOWHERE = 0, -99, NO_SOURCE, *[-1] * 11
_NO_RIVALS = (0.0,) * len(RIVAL_COLUMNS)


@frozen(eq=False)
class Columns:
    """What the columns of a unit's candidates are read from.

    ``sources`` counts how often each source is named in the story.
    """

    padded: Padded
    rivals: list[Rival]
    sources: Mapping[str, int]

    @classmethod
    def of(cls, story: Story, readings: Sequence[Reading], padded: Padded) -> Columns:
        """The columns of the candidates of a unit's readings."""
        return cls(padded, find_rivals(readings) if len(readings) > 1 else [], story.sources)

    def read(
        self, reading: Reading, index: int, head: Head, candidate: Candidate, shape: Outline
    ) -> list[float]:
        """The columns of a candidate of the reading ``index``, in the order of ``COLUMNS``."""
        rivals, cue = self.rivals, reading.window.head
        content, source = _chance_columns(reading, candidate, head)
        numbers = _likelihood(reading, candidate, head[4])
        numbers += content
        numbers += _content_place(self.padded, cue, candidate, shape)
        numbers += source
        numbers += self._source_place(cue, candidate, shape) if candidate.source else _NOWHERE
        numbers += head[5]
        numbers += rival_columns(rivals, index, candidate, shape[2]) if rivals else _NO_RIVALS
        return numbers

    def _source_place(self, cue: int, candidate: Candidate, shape: Outline) -> tuple[float, ...]:
        """From ``source_tokens`` to ``recurs``."""
        padded = self.padded
        unit, tags, codes = padded.unit, padded.tags, padded.codes
        _, _, _, _, kind, start, stop = shape
        sentence = unit.sentences[cue]
        return (
            length(candidate.source),
            start - cue if start > cue else stop - 1 - cue,
            kind,
            padded.quotes[start],
            start - unit.bounds[sentence],
            len(candidate.source),
            code_number(codes[start - 1]),
            code_number(codes[stop]),
            tags[start],
            tags[stop - 1],
            tags.count(NAME_TAG, start, stop),
            codes.count(_COMMA, start, stop),
            unit.sentences[start] - sentence,
            self.sources.get(source_key(unit, candidate), 0),
        )


def columns(story: Story, readings: Sequence[Reading], index: int, rank: int) -> list[float]:
    """The columns of the candidate ``rank`` of the reading ``index`` of a unit."""
    reading = readings[index]
    padded = pad_unit(reading.window.unit)
    candidate = reading.candidates[rank]
    return Columns.of(story, readings, padded).read(
        reading, index, read_head(padded, reading), candidate, outline(padded, candidate)
    )


def _likelihood(reading: Reading, candidate: Candidate, logit: float) -> list[float]:
    """From ``cue_logit`` to ``first_mass``."""
    first, log_probability = reading.candidates[0], candidate.log_probability
    return [
        logit,
        log_probability,
        candidate.mean,
        candidate.least,
        candidate.rank,
        log_probability - first.log_probability,
        candidate.mass,
        len(reading.candidates),
        first.mass,
    ]


def _chance_columns(
    reading: Reading, candidate: Candidate, head: Head
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """From ``content_mean`` to ``content_share``, and from ``source_mean`` to ``source_share``."""
    expected, most, expected_source, most_source, _, _ = head
    content: list[float] = []
    source: list[float] = []
    for label, begin, end in candidate.segments:
        if label == CONTENT:
            content += reading.content[begin:end]
        elif label == SOURCE:
            source += reading.source[begin:end]
    total = sum(content)
    least, share = min(content), total / (expected + 0.5)
    ours = (total / len(content), least, content[0], content[-1], expected, most, share)
    if not source:
        return ours, (0, 0, expected_source, most_source, 0)
    total = sum(source)
    share = total / (expected_source + 0.1)
    return ours, (total / len(source), min(source), expected_source, most_source, share)


def _content_place(
    padded: Padded, cue: int, candidate: Candidate, shape: Outline
) -> tuple[float, ...]:
    """From ``tokens`` to ``code_after``."""
    unit, quotes, codes, runs = padded.unit, padded.quotes, padded.codes, candidate.content
    first, last, tokens, inside, _, _, _ = shape
    sentences, bounds = unit.sentences, unit.bounds
    sentence, first_sentence, last_sentence = sentences[cue], sentences[first], sentences[last]
    left, cut, finite, gap = _count_in_runs(padded, cue, runs)
    return (
        tokens,
        len(runs),
        first - cue - 1 if first > cue else cue - last - 1 if last < cue else 0,
        left / tokens,
        first - bounds[sentence],
        bounds[sentence + 1] - 1 - last,
        _OPENERS.get(padded.types[first].lower, _OTHER_OPENER),
        inside / tokens,
        quotes[first],
        quotes[last],
        quotes[first - 1] if first else -1,
        padded.tags[first],
        first_sentence - sentence,
        last_sentence - sentence,
        last_sentence - first_sentence + 1,
        cut,
        finite,
        gap,
        code_number(codes[first - 1]),
        code_number(codes[last]),
        code_number(codes[last + 1]),
    )


def _count_in_runs(padded: Padded, cue: int, runs: Runs) -> tuple[int, int, int, int]:
    """Tokens before the cue, edges within quotations, finite verbs, the largest gap."""
    quotes, codes = padded.quotes, padded.codes
    left = cut = finite = gap = 0
    reached = runs[0][0]
    for start, stop in runs:
        if stop <= cue:
            left += stop - start
        cut += quotes[start] == quotes[start - 1] == INSIDE
        cut += quotes[stop - 1] == quotes[stop] == INSIDE
        finite += codes.count(_FINITE, start, stop)
        gap = max(gap, start - reached)
        reached = stop
    return left, cut, finite, gap
