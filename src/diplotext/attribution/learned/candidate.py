"""Candidates: what each head may attribute, one or several labellings of its window."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import exp, inf

from attrs import define, field, frozen

from diplotext.attribution.learned.block import Block, Unit, group_blocks, join_blocks, tag_block
from diplotext.attribution.learned.chunk import Chunks, cut_chunks, token_codes
from diplotext.attribution.learned.labelling import (
    Segment,
    find_alternatives,
    log_probability,
    split_labels,
    values_of,
)
from diplotext.attribution.learned.lattice import Lattice, decode
from diplotext.attribution.learned.run import Run, Runs, likeness, runs_of
from diplotext.attribution.learned.span import score_windows
from diplotext.attribution.learned.span_scorer import SpanScorer
from diplotext.attribution.learned.vocabulary import Vocabulary
from diplotext.attribution.learned.window import Window, find_window
from diplotext.body.token import INSIDE

__all__ = [
    "LEARNING",
    "READING",
    "Breadth",
    "Candidate",
    "Reading",
    "Run",
    "Story",
    "read_story",
    "source_key",
]

_MOST_ALTERNATIVES = 5
_LEAST_LOG = -3.5  # less likely alternatives are not followed up
_SAME_CONTENT, _SAME_SOURCE = 0.8, 0.5  # token F1: above both, two labellings are alike
_SURE_HEAD = 0.3  # the sources of likelier heads are counted over the story
_MOST_HEADS = 8, 10  # a unit has at most so many heads, and one more for so many tokens


@frozen(eq=False)
class Breadth:
    """How many labellings of a head are looked at.

    Only heads likelier than ``least_doubted`` get alternatives. A labelling that says nearly the
    same as one that is ``surer`` by more than so much, in log-odds, is not looked at.
    """

    least_doubted: float
    surer: float


# Stage 3 learns from more than is worth reading: of what READING leaves out, one candidate in fifty
# would have been chosen in unseen stories, and said F1 is the same without them.
LEARNING, READING = Breadth(0.18, inf), Breadth(0.3, 1.0)


@define(eq=False)
class Candidate:
    """One labelling of a head's window.

    ``segments`` are runs of the window's chunks by label; ``content``, ``source`` and ``cue`` runs
    of tokens. ``rank`` counts the head's labellings from 0; ``mass`` is the probability of this
    one and of those that say nearly the same; ``mean`` and ``least`` are over the probabilities
    of the chunks' labels.
    """

    segments: list[Segment]
    rank: int
    log_probability: float
    mass: float
    mean: float
    least: float
    content: list[Run]
    source: list[Run]
    cue: list[Run]


@define(eq=False)
class Reading:
    """A head with its window and candidates, the first being the likeliest.

    ``likely`` is the head's probability; ``content`` and ``source`` are the window's chunks'.
    """

    window: Window
    likely: float
    content: list[float]
    source: list[float]
    candidates: list[Candidate]


@frozen(eq=False)
class Story:
    """The readings of a story by unit, and how often each source is named in them."""

    units: list[list[Reading]]
    sources: Counter[str] = field(factory=Counter)


def _candidates(
    window: Window, lattice: Lattice, transitions: Sequence[float], breadth: Breadth
) -> list[Candidate]:
    """The head's labellings that have content, no two with the same one and like sources."""
    doubted = window.unit.cues[window.head] > breadth.least_doubted
    most = _MOST_ALTERNATIVES if doubted else 1
    found: list[Candidate] = []
    for labels in find_alternatives(lattice, transitions, most):
        segments = split_labels(labels)
        content, source, cue = runs_of(segments, window)
        if not content:
            continue
        log_p = log_probability(segments, lattice, transitions)
        if found and log_p < _LEAST_LOG:
            continue
        mass = own = exp(log_p)
        alike = [known for known in found if _is_alike(known, content, source)]
        if alike:
            for known in alike:
                known.mass += own
            likelier = log_p + breadth.surer
            if any(known.content == content or known.log_probability > likelier for known in alike):
                continue
            mass += sum([exp(known.log_probability) for known in alike])
        chosen = values_of(lattice.marginals, segments)
        mean, least = sum(chosen) / len(chosen), min(chosen)
        rank = len(found)
        found.append(Candidate(segments, rank, log_p, mass, mean, least, content, source, cue))
    return found


def _is_alike(known: Candidate, content: Runs, source: Runs) -> bool:
    """Whether a labelling says nearly the same as a candidate: what is right in one is in both."""
    return (
        likeness(content, known.content) >= _SAME_CONTENT
        and likeness(source, known.source) > _SAME_SOURCE
    )


def _spare_heads(unit: Unit) -> None:
    """Keep the likeliest heads where a unit has absurdly many ("said said said ...")."""
    base, per_tokens = _MOST_HEADS
    most = base + len(unit.types) // per_tokens
    if len(unit.heads) > most:
        cues = unit.cues
        unit.heads = sorted(sorted(unit.heads, key=lambda head: (-cues[head], head))[:most])


def find_windows(unit: Unit) -> list[Window]:
    """The windows of a unit's heads, in order."""
    _spare_heads(unit)
    unit.edges = frozenset(unit.bounds)
    unit.codes = token_codes(unit)
    cut: dict[bool, Chunks] = {}
    windows = []
    for head in unit.heads:
        whole = unit.quotes[head] != INSIDE
        if whole not in cut:
            cut[whole] = cut_chunks(unit, whole_quotes=whole)
        windows.append(find_window(unit, cut[whole], head))
    return windows


def find_reading(
    window: Window, lattice: Lattice, transitions: Sequence[float], breadth: Breadth
) -> Reading | None:
    """The reading of a head, None where its window has no content."""
    candidates = _candidates(window, lattice, transitions, breadth)
    if not candidates:
        return None
    _, content, source, _ = lattice.marginals
    return Reading(window, window.unit.cues[window.head], content, source, candidates)


def read_story(
    blocks: Sequence[Block],
    vocabulary: Vocabulary,
    scorer: SpanScorer,
    transitions: Sequence[float],
    least: float,
    breadth: Breadth = READING,
) -> Story:
    """The readings of all units with cues likelier than ``least``.

    Windows are scored for the whole story at once, so that the tables stay in the processor's
    cache; a lattice is large and is let go before the next is made.
    """
    groups = [group for group in group_blocks(blocks) if any(block.cues for block in group)]
    for group in groups:
        for block in group:
            if not block.tags:
                tag_block(block, vocabulary)
    units = [join_blocks(group, least) for group in groups]
    windows = [window for unit in units for window in find_windows(unit)]
    scores = score_windows(windows, scorer)
    story = Story([])
    unit = None
    for window, own in zip(windows, scores, strict=True):
        lattice = decode(own, window.at - window.first, transitions)
        reading = find_reading(window, lattice, transitions, breadth)
        if reading is None:
            continue
        if window.unit is not unit:
            unit = window.unit
            story.units.append([])
        story.units[-1].append(reading)
        if reading.likely > _SURE_HEAD and reading.candidates[0].source:
            story.sources[source_key(window.unit, reading.candidates[0])] += 1
    return story


def source_key(unit: Unit, candidate: Candidate) -> str:
    """The last two words of a candidate's source, by which its mentions are counted."""
    if not candidate.source:
        return ""
    start, end = candidate.source[-1]
    last = unit.types[end - 1].lower
    return f"{unit.types[end - 2].lower} {last}" if end - start > 1 else last
