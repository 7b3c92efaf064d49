"""Quoted at second hand: "TASS quoted Marsh as saying"; "Marsh was quoted by TASS as saying".

A wire's own frame for what another medium has got: whoever is quoted is the source, and who
quotes is the ``medium``. What the learned stages have read within a frame ("the mayor as saying
ships would sail") gives way; the end of their content stays where it begins at the same place.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence

from attrs import evolve

from diplotext.attribution.build import Span, build_attribution, in_order, touches, with_parts
from diplotext.attribution.clause.clause import STAGE, offsets_of
from diplotext.attribution.quotation.quoted_frame import Frame, has_frames, read_frames
from diplotext.body.token import TokenTable
from diplotext.lazy_pattern import holds
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
    if not holds(text, 0, len(text), _HINTS):
        return list(found)
    framed = [table for table in tables if has_frames(table)]
    frames = [(table, frame) for table in framed for frame in read_frames(table)]
    if not frames:
        return sorted(found, key=in_order)
    kept = _Kept(found)
    for table, frame in frames:
        _add_frame(text, table, frame, quotations, kept)
    return sorted(kept.by_number.values(), key=in_order)


class _Kept:
    """Attributions that stay, looked up by where their cues and contents begin and cues end."""

    def __init__(self, found: Sequence[Attribution]) -> None:
        """All that were found."""
        self.by_number = dict(enumerate(found))
        self._places = sorted(
            (place, number) for number, a in self.by_number.items() for place in _places_of(a)
        )

    def add(self, attribution: Attribution) -> None:
        """One more."""
        number = len(self._places)  # each has a place at least, so it is a new one
        self.by_number[number] = attribution
        for place in _places_of(attribution):
            insort(self._places, (place, number))

    def take_within(self, frame: Span) -> list[Attribution]:
        """Those read within a frame, which stay no longer."""
        low = bisect_left(self._places, (frame[0], 0))
        high = bisect_left(self._places, (frame[1], 0))
        numbers = sorted({number for _, number in self._places[low:high]} & self.by_number.keys())
        return [self.by_number.pop(number) for number in numbers]


def _places_of(attribution: Attribution) -> Iterator[int]:
    """Where one can be read within a frame: either end of its cue, the start of a content."""
    if attribution.cue is not None:
        yield from (attribution.cue.start, attribution.cue.end - 1)
    yield from (passage.start for passage in attribution.content)


def _add_frame(
    text: str, table: TokenTable, frame: Frame, quotations: Sequence[Quotation], kept: _Kept
) -> None:
    """Add the attribution of a frame in place of those read within it."""
    parts = [span for span in (frame.source, frame.cue, frame.medium) if span is not None]
    first, last = min(parts)[0], max(frame.stop, *(stop for _, stop in parts))
    within = offsets_of(table, first, last)
    content = offsets_of(table, *frame.content)
    if touches(content, [offsets_of(table, *span) for span in parts]):
        return  # "Kvik quoted Ruiz said as saying": no such frame
    own = [content]
    for attribution in kept.take_within(within):
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
    kept.add(_relayed(built, table, frame.medium))


def _relayed(built: Attribution, table: TokenTable, medium: Span | None) -> Attribution:
    """The attribution with who passes it on."""
    if medium is None:
        return built
    relayed = evolve(built, medium=Passage(built.document, *offsets_of(table, *medium)))
    return with_parts(relayed, built.content, built.source)
