"""The columns of a candidate: numbers by which the forest ranks it against its rivals."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import log

from diplotext.attribution.block import Unit
from diplotext.attribution.candidate import Candidate, Reading, Run, Story, overlap, source_key
from diplotext.attribution.lattice import CONTENT, SOURCE
from diplotext.attribution.tagger import TAGS
from diplotext.body.token import CLOSE, INSIDE, OPEN

__all__ = ["COLUMNS", "columns", "source_type"]

_THIRD = frozenset(("he", "she", "they", "it", "we", "i", "you"))
_RELATIVE = frozenset(("who", "which", "that"))
_OPENERS = {"that": 0, "to": 1, '"': 2, "“": 3, "``": 4}
_CODES = {code: number for number, code in enumerate("VvnNpDdiTrawPtbsyo,:-.()xq")}
_NAME = TAGS.index("NNP")
_NEAR_RIVALS = 6  # heads on either side that count as rivals
_NONE = -1

NO_SOURCE, PRONOUN, RELATIVE, NAMED, NOMINAL = range(5)


def source_type(unit: Unit, source: Sequence[Run]) -> int:
    """Whether a source is a pronoun, a relative, has a name, or is another noun phrase."""
    if not source:
        return NO_SOURCE
    start, end = source[0][0], source[-1][1]
    first = unit.types[start].lower
    if end - start == 1 and first in _THIRD:
        return PRONOUN
    if first in _RELATIVE:
        return RELATIVE
    return NAMED if _NAME in unit.tags[start:end] else NOMINAL


def _code(unit: Unit, at: int) -> int:
    if 0 <= at < len(unit.codes):
        return _CODES.get(unit.codes[at], 30)
    return 31


def _tag(unit: Unit, at: int) -> int:
    return unit.tags[at] if 0 <= at < len(unit.tags) else 31


def _quote(unit: Unit, at: int) -> int:
    return unit.quotes[at] if 0 <= at < len(unit.quotes) else _NONE


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
    *(
        "recurs cue_quote cues cue_rate cue_tag tag_after tag_before code_next code_previous"
    ).split(),
    *("sentence_tokens cue_from_start block opens window before_likely after_likely").split(),
    *("rival_inside covered rival_over rival_left rival_right shared_source source_said").split(),
)


def columns(story: Story, readings: Sequence[Reading], index: int, rank: int) -> list[float]:
    """The columns of the candidate ``rank`` of the reading ``index`` of a unit."""
    reading = readings[index]
    candidate = reading.candidates[rank]
    unit = reading.window.unit
    return [
        *_likelihood(reading, candidate),
        *_content(unit, reading, candidate),
        *_source(story, unit, reading, candidate),
        *_cue(unit, reading),
        *_rivals(readings, index, candidate),
    ]


def _likelihood(reading: Reading, candidate: Candidate) -> tuple[float, ...]:
    likely = reading.likely
    first = reading.candidates[0]
    return (
        log((likely + 1e-4) / (1 - likely + 1e-4)),
        candidate.log_probability,
        candidate.mean,
        candidate.least,
        candidate.rank,
        candidate.log_probability - first.log_probability,
        candidate.mass,
        len(reading.candidates),
        first.mass,
    )


def _content(unit: Unit, reading: Reading, candidate: Candidate) -> tuple[float, ...]:
    head = reading.window.head
    runs = candidate.content
    quotes, sentences, bounds = unit.quotes, unit.sentences, unit.bounds
    chances = reading.content
    ours = [
        chance for chance, label in zip(chances, candidate.labels, strict=True) if label == CONTENT
    ]
    first, last = runs[0][0], runs[-1][1] - 1
    sentence = sentences[head]
    begin, end = bounds[sentence], bounds[sentence + 1]
    tokens = quoted = left = cut = finite = 0
    for start, stop in runs:
        tokens += stop - start
        quoted += quotes[start:stop].count(INSIDE)
        finite += unit.codes[start:stop].count("V")
        if stop <= head:
            left += stop - start
        cut += quotes[start] == INSIDE and start > 0 and quotes[start - 1] == INSIDE
        cut += quotes[stop - 1] == INSIDE and stop < len(quotes) and quotes[stop] == INSIDE
    expected, total = sum(chances), sum(ours)
    distance = first - head - 1 if first > head else head - last - 1 if last < head else 0
    return (
        total / len(ours),
        min(ours),
        ours[0],
        ours[-1],
        expected,
        max(chances),
        total / (expected + 0.5),
        tokens,
        len(runs),
        distance,
        left / tokens,
        first - begin,
        end - 1 - last,
        _OPENERS.get(unit.types[first].lower, 9),
        quoted / tokens,
        quotes[first],
        quotes[last],
        _quote(unit, first - 1),
        unit.tags[first],
        sentences[first] - sentence,
        sentences[last] - sentence,
        sentences[last] - sentences[first] + 1,
        cut,
        finite,
        max((later[0] - run[1] for run, later in pairwise(runs)), default=0),
        _code(unit, first - 1),
        _code(unit, last),
        _code(unit, last + 1),
    )


def _source(story: Story, unit: Unit, reading: Reading, candidate: Candidate) -> tuple[float, ...]:
    head = reading.window.head
    chances = reading.source
    expected, most = sum(chances), max(chances)
    runs = candidate.source
    if not runs:
        return (0, 0, expected, most, 0, 0, -99, 0, *[_NONE] * 11)
    ours = [
        chance for chance, label in zip(chances, candidate.labels, strict=True) if label == SOURCE
    ]
    start, stop = runs[0][0], runs[-1][1]
    sentence = unit.sentences[head]
    total = sum(ours)
    tags = unit.tags[start:stop]
    return (
        total / len(ours),
        min(ours),
        expected,
        most,
        total / (expected + 0.1),
        sum(end - begin for begin, end in runs),
        start - head if start > head else stop - 1 - head,
        source_type(unit, runs),
        unit.quotes[start],
        start - unit.bounds[sentence],
        len(runs),
        _code(unit, start - 1),
        _code(unit, stop),
        tags[0],
        tags[-1],
        tags.count(_NAME),
        unit.codes[start:stop].count(","),
        unit.sentences[start] - sentence,
        story.sources[source_key(unit, candidate)],
    )


def _cue(unit: Unit, reading: Reading) -> tuple[float, ...]:
    head = reading.window.head
    word = unit.types[head]
    sentence = unit.sentences[head]
    begin, end = unit.bounds[sentence], unit.bounds[sentence + 1]
    near = unit.quotes[max(begin, head - 100) : min(end, head + 100)]
    return (
        unit.quotes[head],
        word.cues,
        word.cue_rate,
        unit.tags[head],
        _tag(unit, head + 1),
        _tag(unit, head - 1),
        _code(unit, head + 1),
        _code(unit, head - 1),
        end - begin,
        head - begin,
        unit.blocks[0].index,
        near.count(OPEN) if OPEN in near or CLOSE in near else 0,
        len(candidate_labels(reading)),
        unit.cues.get(head - 1, 0.0),
        unit.cues.get(head + 1, 0.0),
    )


def candidate_labels(reading: Reading) -> list[int]:
    """The labels of a reading's first candidate."""
    return reading.candidates[0].labels


def _covers(runs: Sequence[Run], at: int) -> bool:
    for start, stop in runs:  # noqa: SIM110 - a generator costs more than the loop
        if start <= at < stop:
            return True
    return False


def _rivals(readings: Sequence[Reading], index: int, candidate: Candidate) -> tuple[float, ...]:
    """How likely the heads are that contend with this candidate."""
    head = readings[index].window.head
    inside = covered = over = left = right = shared = said = 0.0
    tokens = sum(stop - start for start, stop in candidate.content)
    low, high = max(0, index - _NEAR_RIVALS), index + _NEAR_RIVALS + 1
    for other_index, other in enumerate(readings[low:high], low):
        if other_index == index:
            continue
        likely, at = other.likely, other.window.head
        theirs = other.candidates[0]
        if likely > inside and _covers(candidate.content, at):
            inside = likely
        if likely > covered and _covers(theirs.content, head):
            covered = likely
        if likely > over and overlap(candidate.content, theirs.content) > 0.3 * tokens:
            over = likely
        if candidate.source:
            if likely > shared and overlap(candidate.source, theirs.source):
                shared = likely
            if likely > said and overlap(candidate.source, theirs.content):
                said = likely
        if 0 < head - at <= 15:
            left = max(left, likely)
        elif 0 < at - head < 15 and likely > right:
            right = likely
    return inside, covered, over, left, right, shared, said
