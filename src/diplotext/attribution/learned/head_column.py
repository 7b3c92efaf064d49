"""Columns that all candidates of a head share, and those about the heads around."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from diplotext.attribution.learned.candidate import Candidate, Reading
from diplotext.attribution.learned.padded import Padded
from diplotext.attribution.learned.run import Runs, overlap
from diplotext.body.token import OPEN

__all__ = [
    "CUE_COLUMNS",
    "RIVAL_COLUMNS",
    "Head",
    "Rival",
    "code_number",
    "find_rivals",
    "read_head",
    "rival_columns",
]

CUE_COLUMNS: tuple[str, ...] = (
    *("cue_quote cues cue_rate cue_tag tag_after tag_before code_next code_previous").split(),
    *("sentence_tokens cue_from_start block opens window before_likely after_likely").split(),
)
RIVAL_COLUMNS: tuple[str, ...] = tuple(
    "rival_inside covered rival_over rival_left rival_right shared_source source_said".split()
)

# The number of each code; 31 is nothing, 30 a code that has no number.
_CODES = {ord(code): number for number, code in enumerate("VvnNpDdiTrawPtbsyo,:-.()xq")}
code_number = bytes([31, *(_CODES.get(code, 30) for code in range(1, 128))]).__getitem__

_NEAR_RIVALS = 6  # heads on either side that count as rivals
_NEAR_TOKENS = 15  # a rival so near counts as one beside the cue
_NEAR_QUOTES = 100  # tokens around the cue in which quotations are counted

# How likely a head is, where it stands, its first candidate's content and source.
Rival = tuple[float, int, Runs, Runs]


# What all candidates of a reading share: the content's chances, added up and the likeliest, the
# source's, the head's log-odds, and ``CUE_COLUMNS``.
Head = tuple[float, float, float, float, float, tuple[float, ...]]


def read_head(unit: Padded, reading: Reading) -> Head:
    """The head of a reading of the unit."""
    content, source, likely = reading.content, reading.source, reading.likely
    logit = log((likely + 1e-4) / (1 - likely + 1e-4))
    cue = _cue_columns(unit, reading)
    return sum(content), max(content), sum(source), max(source), logit, cue


def _cue_columns(padded: Padded, reading: Reading) -> tuple[float, ...]:
    """``CUE_COLUMNS`` of a reading."""
    unit, tags, codes = padded.unit, padded.tags, padded.codes
    head = reading.window.head
    word = padded.types[head]
    sentence = unit.sentences[head]
    begin, end = unit.bounds[sentence], unit.bounds[sentence + 1]
    likely = unit.cues.get
    return (
        padded.quotes[head],
        word.cues,
        word.cue_rate,
        tags[head],
        tags[head + 1],
        tags[head - 1],
        code_number(codes[head + 1]),
        code_number(codes[head - 1]),
        end - begin,
        head - begin,
        unit.blocks[0].index,
        padded.quotes.count(OPEN, max(begin, head - _NEAR_QUOTES), min(end, head + _NEAR_QUOTES)),
        len(reading.content),
        likely(head - 1, 0.0),
        likely(head + 1, 0.0),
    )


def find_rivals(readings: Sequence[Reading]) -> list[Rival]:
    """Each reading of a unit as the others see it."""
    return [
        (
            reading.likely,
            reading.window.head,
            reading.candidates[0].content,
            reading.candidates[0].source,
        )
        for reading in readings
    ]


def rival_columns(
    rivals: list[Rival], index: int, candidate: Candidate, tokens: int
) -> tuple[float, ...]:
    """``RIVAL_COLUMNS``: how likely the heads are that contend with a candidate of ``index``."""
    inside = covered = over = left = right = shared = said = 0.0
    head = rivals[index][1]
    content, source = candidate.content, candidate.source
    near = rivals[max(0, index - _NEAR_RIVALS) : index]
    near += rivals[index + 1 : index + _NEAR_RIVALS + 1]
    for likely, at, their_content, their_source in near:
        if likely > inside and _holds(content, at):
            inside = likely
        if likely > covered and _holds(their_content, head):
            covered = likely
        if likely > over and overlap(content, their_content) > 0.3 * tokens:
            over = likely
        if source:
            if likely > shared and overlap(source, their_source):
                shared = likely
            if likely > said and overlap(source, their_content):
                said = likely
        if 0 < head - at <= _NEAR_TOKENS:
            left = max(left, likely)
        elif 0 < at - head < _NEAR_TOKENS and likely > right:
            right = likely
    return inside, covered, over, left, right, shared, said


def _holds(runs: Runs, at: int) -> bool:
    for start, stop in runs:  # noqa: SIM110 - twice as fast
        if start <= at < stop:
            return True
    return False
