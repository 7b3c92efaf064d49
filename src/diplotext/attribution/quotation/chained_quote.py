"""Quotations in a row, each with its own cue clause: `"A," she said. "B," Marsh said. "C," ...`.

A quotation that opens behind the sentence of a cue and ends in a comma, with a cue clause behind
it, is whosever that clause names, not that of the cue before it. Here it is taken from that one;
the rule of cue clauses reads what is free then.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from diplotext.attribution.build import with_parts
from diplotext.attribution.clause.clause import Claims, read_clauses
from diplotext.attribution.clause.cue_clause import CUE_CLAUSES
from diplotext.attribution.range_set import RangeSet
from diplotext.body.token import TokenTable
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Attribution, Passage

__all__ = ["part_chained_quotes"]

# `,"` or, as the British print it, `’,`: a clause has to follow. German quotations close with “.
_REACH = 8  # characters from a sentence's end to the next quotation
_GOES_ON_RE = lazy_re(r"(?:,(?:[\"”»’“«]|'')\s|[\"”»’“«],)\Z")
_SENTENCE_END_RE = lazy_re(r"[.!?](?:[\"”’»“«]|'')?\s+\Z")
# Where a quotation of a sentence ends and the next begins.
_JOINT_RE = lazy_re(r"[.!?][\"”]\s+(?=[\"“])")


def part_chained_quotes(
    text: str, tables: Sequence[TokenTable], attributions: Sequence[Attribution]
) -> list[Attribution]:
    """The attributions, none with a quotation that has a cue clause of its own behind it."""
    attributions = _without_before(text, attributions)
    chained = {at: part for at, given in enumerate(attributions) if (part := _chained(text, given))}
    if not chained:
        return attributions
    parts = RangeSet(part.span for part in chained.values())
    quoted = [table for table in tables if parts.touches((table.start, table.end))]
    clauses = read_clauses(CUE_CLAUSES, quoted, Claims(()))
    starts = {clause.content[1]: clause.content[0] for clause in clauses}
    return [
        _up_to(text, chained[at], given, starts[chained[at].end])
        if at in chained and starts.get(chained[at].end, -1) >= chained[at].start
        else given
        for at, given in enumerate(attributions)
    ]


def _without_before(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, none with a quotation that goes on with the one before it.

    `"A," Marsh said. "B." | "C," she added.`
    """
    ends = {a.end for a in attributions if a.cue is not None and a.cue.start > a.content[0].end}
    parted = list(attributions)
    for at, given in enumerate(attributions):
        part, cue = given.content[0], given.cue
        if cue is None or cue.start < part.end or text.find(" ", *part.span) < 0:
            continue
        joint = _JOINT_RE.search(text, *part.span) if text[part.start] in '"“' else None
        if joint is None:
            continue
        before = _SENTENCE_END_RE.search(text, max(0, part.start - _REACH), part.start)
        if before is not None and before.start() in ends:
            rest = Passage(text, joint.end(), part.end)
            parted[at] = with_parts(given, (rest, *given.content[1:]), given.source)
    return parted


def _chained(text: str, given: Attribution) -> Passage | None:
    """The first quotation behind the cue's sentence that ends in a comma."""
    cue, content = given.cue, given.content
    if cue is None or len(content) < 2 or content[0].start > cue.start:
        return None
    for before, part in pairwise(content):
        last = max(cue.end, before.end)
        if (
            part.start > cue.end
            and _GOES_ON_RE.search(text, part.start, part.end + 1)
            and _SENTENCE_END_RE.search(text, last - 2, part.start)
        ):
            return part
    return None


def _up_to(text: str, part: Passage, given: Attribution, start: int) -> Attribution:
    """The attribution with what is said before ``start``, in a part or at its beginning.

    `"A," Marsh said. | "B." "C," she added.`
    """
    kept = tuple(other for other in given.content if other.start < part.start)
    if start > part.start:
        kept = (
            *kept,
            Passage(text, part.start, part.start + len(text[part.start : start].rstrip())),
        )
    return with_parts(given, kept, given.source)
