"""The learned stages in a row: from token tables to attributions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from diplotext.attribution.build import in_order
from diplotext.attribution.learned.block import read_blocks, tag_block
from diplotext.attribution.learned.candidate import read_story
from diplotext.attribution.learned.clause_reach import reach_back, reach_clause
from diplotext.attribution.learned.cue import find_cues, hopeful_candidates
from diplotext.attribution.learned.extent import content_runs, cue_run, source_run, to_spans
from diplotext.attribution.learned.mending import EdgeScorer
from diplotext.attribution.learned.ranking import Choice, choose
from diplotext.attribution.learned.run import Run
from diplotext.attribution.learned.section import split_sections
from diplotext.attribution.learned.weights import Weights, load_weights
from diplotext.body.token import TokenTable
from diplotext.model import Attribution, AttributionZone, Cue, Passage, Reason, Source

__all__ = ["find_attributions"]


def find_attributions(
    text: str,
    tables: Sequence[TokenTable],
    *,
    headline: TokenTable | None = None,
    weights: Weights | None = None,
) -> tuple[Attribution, ...]:
    """The attributions that the learned stages find, in order of start.

    ``tables`` are the token tables of the paragraphs, ``headline`` that of the headline; offsets
    are code points of ``text``. Speaker, lemma, stance and the like are left to later stages.
    ``weights`` are the package's own unless given.

    >>> from diplotext.body.token import tokenize
    >>> text = 'The bridge will reopen on Friday, Mayor Ana Ruiz said.'
    >>> found = find_attributions(text, tokenize(text, [(0, len(text))]))
    >>> found[0].source.text, found[0].content[0].text
    ('Mayor Ana Ruiz', 'The bridge will reopen on Friday')

    What nobody says is no attribution:

    >>> text = 'The bridge reopened on Friday after a year of repairs.'
    >>> find_attributions(text, tokenize(text, [(0, len(text))]))
    ()
    """
    engine = weights if weights is not None else load_weights()
    ordered = [headline, *tables] if headline is not None else tables
    end = headline.end if headline is not None else -1
    found: list[Attribution] = []
    for section in split_sections(ordered):
        found += _find(text, section, engine, end)
    found.sort(key=in_order)
    return tuple(found)


def _find(
    text: str, tables: Sequence[TokenTable], engine: Weights, headline_end: int
) -> list[Attribution]:
    """The attributions of tables that are read as one story, the surest first."""
    blocks = read_blocks(tables, engine.words)
    for block in blocks:
        block.pending = hopeful_candidates(block, engine.cues)
    to_score = [block for block in blocks if block.pending]
    for block in to_score:
        tag_block(block, engine.vocabulary)
    for block in to_score:
        find_cues(block, engine.cues, engine.least_cue)
    story = read_story(
        blocks, engine.vocabulary, engine.spans, engine.transitions, engine.least_cue
    )
    choices = choose(story, engine.ranker)
    claimed = _claimed(choices)
    contents = _contents(choices, engine.edges)
    return [_build(text, choice, runs, engine, headline_end, claimed) for choice, runs in contents]


def _contents(choices: Sequence[Choice], edges: EdgeScorer) -> list[tuple[Choice, Sequence[Run]]]:
    """The runs of each choice's content, mended, without choices of which nothing is left."""
    found = [(choice, content_runs(choice.unit, choice.candidate.content)) for choice in choices]
    held = [(choice, runs) for choice, runs in found if runs]
    mended = edges.mend([(choice.reading, runs, choice.candidate.source) for choice, runs in held])
    return [
        (choice, runs if own is runs else content_runs(choice.unit, own) or runs)
        for (choice, runs), own in zip(held, mended, strict=True)
    ]


def _claimed(choices: Sequence[Choice]) -> dict[int, list[tuple[int, Run]]]:
    """For each unit, by its id: the runs that the choices hold, each with its cue's head.

    What nobody says ("is expected to") may stand inside of what somebody does.
    """
    claimed: dict[int, list[tuple[int, Run]]] = {}
    for choice in choices:
        candidate, window = choice.candidate, choice.reading.window
        runs = claimed.setdefault(id(window.unit), [])
        if candidate.source:
            held = (*candidate.content, *candidate.source, *candidate.cue)
            runs += [(window.head, run) for run in held]
    return claimed


def _build(
    text: str,
    choice: Choice,
    runs: Sequence[Run],
    engine: Weights,
    headline_end: int,
    claimed: dict[int, list[tuple[int, Run]]],
) -> Attribution:
    """The attribution of a choice, whose content is in the runs."""
    candidate = choice.candidate
    unit, head = choice.unit, choice.reading.window.head
    others = claimed[id(unit)]
    reached = reach_back(unit, head, reach_clause(unit, head, runs, others), others)
    if reached is not runs:
        runs = content_runs(unit, reached) or runs
    said = [*runs, cue_run(candidate, head, runs)]
    source = source_run(choice.reading, candidate, said)
    spans = to_spans(unit, [*said, *([source] if source else [])])
    cue = spans[len(runs)]
    start, end = min(spans)[0], max([end for _, end in spans])
    zone: AttributionZone = "headline" if start < headline_end else "body"
    return Attribution(
        text,
        start,
        end,
        content=tuple([Passage(text, *span) for span in spans[: len(runs)]]),
        cue=Cue(text, *cue, lemma=unit.types[head].lower),
        source=Source(text, *spans[-1], form="nominal") if source else None,
        zone=zone,
        confidence=engine.ranker.calibration.chance(choice.score),
        reason=_reason(text[cue[0] : cue[1]]),
    )


@lru_cache(maxsize=4096)
def _reason(evidence: str) -> Reason:
    return Reason(stage="learned", evidence=evidence)
