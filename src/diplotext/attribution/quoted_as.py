"""Quoted at second hand: "TASS quoted Marsh as saying"; "Marsh was quoted by TASS as saying".

A wire's own frame for what another medium has got: whoever is quoted is the source, and who
quotes is the ``medium``. What the learned stages have read within a frame ("the mayor as saying
ships would sail") gives way; the end of their content stays where it begins at the same place.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from diplotext.attribution.build import Span, build_attribution, touches, with_parts
from diplotext.attribution.clause import STAGE, offsets_of
from diplotext.attribution.quoted_frame import Frame, has_frames, read_frames
from diplotext.body.token import TokenTable
from diplotext.model import Attribution, Passage, Quotation, Reason

__all__ = ["find_quoted_as"]

# What the verbs of quoting need, by plain search of a story.
_HINTS = ("quot", "cite", "citing", "QUOTED", "CITED", "reported")
_REASON = Reason(stage=STAGE, evidence="quoted as saying")


def find_quoted_as(
    text: str,
    tables: Sequence[TokenTable],
    quotations: Sequence[Quotation],
    found: Sequence[Attribution],
) -> list[Attribution]:
    """The attributions, those of such frames in place of what was read within them.

    >>> from diplotext.body.token import tokenize
    >>> line = "TASS quoted Ana Marsh, the mayor, as saying on Friday that ships would sail."
    >>> said, = find_quoted_as(line, tokenize(line, [(0, len(line))]), (), ())
    >>> said.medium.text, said.source.text, said.content[0].text
    ('TASS', 'Ana Marsh, the mayor', 'that ships would sail')
    """
    kept = list(found)
    if not any(hint in text for hint in _HINTS):
        return kept
    for table in tables:
        if has_frames(table):
            for frame in read_frames(table):
                kept = _with_frame(text, table, frame, quotations, kept)
    return sorted(kept, key=lambda a: (a.start, a.end))


def _with_frame(
    text: str,
    table: TokenTable,
    frame: Frame,
    quotations: Sequence[Quotation],
    found: Sequence[Attribution],
) -> list[Attribution]:
    """The attributions with that of a frame, without those read within it."""
    parts = [span for span in (frame.source, frame.cue, frame.medium) if span is not None]
    first, last = min(parts)[0], max(frame.stop, *(stop for _, stop in parts))
    within = offsets_of(table, first, last)
    content = offsets_of(table, *frame.content)
    kept, own = [], [content]
    for attribution in found:
        if not _is_read_within(attribution, within):
            kept.append(attribution)
            continue
        spans = [passage.span for passage in attribution.content]
        if any(low == content[0] for low, _ in spans):
            own = [span for span in spans if not touches(span, [within])] or own
    built = build_attribution(
        text,
        own,
        cue=offsets_of(table, *frame.cue),
        source=offsets_of(table, *frame.source),
        reason=_REASON,
        quotations=quotations,
    )
    return [*kept, _relayed(built, table, frame.medium)]


def _relayed(built: Attribution, table: TokenTable, medium: Span | None) -> Attribution:
    """The attribution with who passes it on."""
    if medium is None:
        return built
    relayed = evolve(built, medium=Passage(built.document, *offsets_of(table, *medium)))
    return with_parts(relayed, built.content, built.source)


def _is_read_within(attribution: Attribution, frame: Span) -> bool:
    """Whether an attribution's cue stands in a frame, or its content begins there."""
    if attribution.cue is not None and touches(attribution.cue.span, [frame]):
        return True
    return any(frame[0] <= passage.start < frame[1] for passage in attribution.content)
