"""A quotation behind a verb of saying and a colon is that verb's: `Marsh said: "We go."`.

No frame is surer. Where a site has dropped the ends of paragraphs, the learned stages may give such
a quotation to the cue behind it, leave it to nobody, or give its cue what stands before:

    "We stay." Ana Marsh said: | "We go. / "It is late," | she added.
    "It will rain." | Ana Marsh, of the union, said: | "We go. / "It is late."

The cue gets its quotation, and what another has beyond it stays. Of a cue that nobody has, the
source is read where it stands right before the verb.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from attrs import frozen

from diplotext.attribution.build import (
    Span,
    build_attribution,
    in_order,
    past_blanks,
    touches,
    with_parts,
)
from diplotext.attribution.clause.clause import STAGE, offsets_of, sentence_of
from diplotext.attribution.clause.clause_source import ADJUNCTS, NO_SOURCE, back_over, is_source
from diplotext.attribution.labels import is_saying_verb
from diplotext.attribution.places import places_of
from diplotext.body.sentence import word_set
from diplotext.body.token import OPEN, OUTSIDE, TokenTable
from diplotext.lexicon.role_noun import is_person_noun
from diplotext.model import Attribution, Passage, Quotation, Reason

__all__ = ["hold_colon_quotes"]

_PRONOUNS = word_set("he she they it")
_NO_SUBJECT = ADJUNCTS | word_set("for as with by of under")
_JOINTS = word_set("but and yet so while as that meanwhile then , claims")
_OF_NAMES = word_set("of for the de la van von der bin al")
_LONGEST_NAME, _LONGEST_SUBJECT = 6, 8  # words
_TOLD = word_set("told tells")
_LONGEST_TOLD = 4  # words of whom it is told: "told the BBC News website:"
_NEAR = 4  # contents among which the one that holds a quotation is looked for


@frozen
class _Frame:
    """A verb of saying and a colon, with the quotation behind them, as ranges of the text."""

    quote: Span
    cue: Span
    source: Span | None


def hold_colon_quotes(
    text: str,
    tables: Sequence[TokenTable],
    quotations: Sequence[Quotation],
    found: Sequence[Attribution],
) -> list[Attribution]:
    """The attributions, those of such cues with their quotations.

    >>> from diplotext.body.token import tokenize
    >>> line = 'Rain fell and Ana Marsh said: "We go.'
    >>> held = hold_colon_quotes(line, tokenize(line, [(0, len(line))]), (), ())
    >>> [(a.content[0].text, a.cue.text, a.source.text) for a in held]
    [('"We go.', 'said:', 'Ana Marsh')]
    """
    result = list(found)
    frames = [frame for table in tables for frame in _read_frames(table)]
    if not frames:
        return result
    parts = ((part, at) for at, a in enumerate(found) for part in a.content)
    contents = sorted((part.start, part.end, at) for part, at in parts)
    cues = sorted((a.cue.start, a.cue.end, at) for at, a in enumerate(found) if a.cue)
    for frame in frames:
        holder, owner = _index_at(contents, frame.quote[0]), _index_at(cues, frame.cue[0])
        if owner is None and frame.source is None:
            continue
        if owner is not None and _reaches_into(result[owner], frame.quote):
            continue
        if owner is not None and owner == holder:
            result[owner] = _without_finished(result[owner], frame.quote)
            continue
        if holder is not None:
            left = _beyond(text, result[holder], frame.quote)
            if left is None:
                continue  # `Last month he said: "The answer is no," he said in Oslo.`
            result[holder] = left
        if owner is None:
            result.append(_build(text, frame, quotations))
        else:
            result[owner] = _with_quote(text, result[owner], frame.quote)
    return sorted(result, key=in_order)


def _build(text: str, frame: _Frame, quotations: Sequence[Quotation]) -> Attribution:
    return build_attribution(
        text,
        [frame.quote],
        cue=frame.cue,
        source=frame.source,
        reason=Reason(stage=STAGE, evidence="verb, colon, quotation"),
        quotations=quotations,
    )


def _index_at(spans: Sequence[tuple[int, int, int]], at: int) -> int | None:
    """The index of the attribution one of whose ranges holds a place."""
    last = bisect_right(spans, at, key=lambda span: span[0])
    for start, end, index in reversed(spans[max(0, last - _NEAR) : last]):
        if start <= at < end:
            return index
    return None


def _reaches_into(given: Attribution, quote: Span) -> bool:
    """Whether cue or source stand in a quotation, by a reading of their own."""
    return touches(quote, [part.span for part in (given.cue, given.source) if part is not None])


def _beyond(text: str, given: Attribution, quote: Span) -> Attribution | None:
    """The attribution without a quotation; None if it says nothing else or has more around it."""
    kept = []
    for part in given.content:
        if part.start < quote[0] < part.end:
            return None
        start = past_blanks(text, max(part.start, quote[1]), part.end)
        if start < part.end:
            kept.append(Passage(text, start, part.end))
    return with_parts(given, tuple(kept), given.source) if kept else None


def _with_quote(text: str, given: Attribution, quote: Span) -> Attribution:
    """The attribution with the quotation behind its cue, and what is said around it."""
    before = tuple(p for p in given.content if p.end <= quote[0] and "," in p.text[-2:])
    behind = tuple(part for part in given.content if part.start >= quote[1])
    return with_parts(given, (*before, Passage(text, *quote), *behind), given.source)


def _without_finished(given: Attribution, quote: Span) -> Attribution:
    """The attribution without a sentence quoted before its cue; one that ends in a comma stays.

    `"We go," Marsh said: "It is late."`, but `"We go." Marsh said: | "It is late."`
    """
    kept = tuple(p for p in given.content if p.end > quote[0] or p.text[-2:-1] != ".")
    return given if len(kept) == len(given.content) else with_parts(given, kept, given.source)


def _read_frames(table: TokenTable) -> Iterator[_Frame]:
    """The frames of a table."""
    if ":" not in table.vocabulary or OPEN not in table.quotes:
        return
    quotes = table.quotes
    for colon in places_of(":", table.words):
        if quotes[colon] != OUTSIDE or quotes[colon + 1 : colon + 2] != [OPEN]:
            continue
        if colon + 2 >= len(table) or not table.types[colon + 2].is_capital:
            continue
        first, _ = sentence_of(table, colon)
        verb = _verb_before(table, first, colon)
        if verb > first:
            close = table.close_of(colon + 1)
            stop = close + 1 if close > 0 else len(table)
            cue = back_over(table, verb, first)
            source = _source_before(table, first, cue)
            yield _Frame(
                offsets_of(table, colon + 1, stop),
                offsets_of(table, cue, colon + 1 if verb == colon - 1 else verb + 1),
                offsets_of(table, *source) if source is not None else None,
            )


def _verb_before(table: TokenTable, first: int, colon: int) -> int:
    """The verb of saying before a colon, or "told" and whom; -1 if there is none."""
    types = table.types
    if is_saying_verb(types[colon - 1].lower) and not types[colon - 1].is_capital:
        return colon - 1
    for at in range(colon - 2, max(first, colon - 2 - _LONGEST_TOLD), -1):
        lower = types[at].lower
        if lower in _TOLD:
            return at
        if table.quotes[at] != OUTSIDE or lower in NO_SOURCE or lower in (",", ";", ":"):
            return -1
    return -1


def _source_before(table: TokenTable, first: int, cue: int) -> Span | None:
    """The tokens of the source right before a cue; None where it is not plain."""
    types = table.types
    if cue <= first or table.quotes[cue - 1] != OUTSIDE:
        return None
    if types[cue - 1].lower in _PRONOUNS:
        alone = cue - 1 == first or types[cue - 2].lower in _JOINTS
        return (cue - 1, cue) if alone else None
    start = first + (types[first].lower in _JOINTS)
    if 0 < cue - start <= _LONGEST_SUBJECT and _is_plain(table, start, cue):
        return start, cue
    return _name_before(table, first, cue)


def _is_plain(table: TokenTable, first: int, stop: int) -> bool:
    """Whether all the words from the head of a sentence are a source, without marks or "and"."""
    words = [token_type.lower for token_type in table.types[first:stop]]
    if words[0] in _NO_SUBJECT or not NO_SOURCE.isdisjoint(words) or "and" in words:
        return False
    if any(table.quotes[first:stop]) or not all(w[0].isalnum() or w == "'s" for w in words):
        return False
    named = table.types[stop - 1].is_capital or is_person_noun(words[-1], "singular")
    return named and is_source(table, first, stop)


def _name_before(table: TokenTable, first: int, cue: int) -> Span | None:
    """A name right before a cue, with its titles, behind a joint: "and Mayor Ana Marsh said"."""
    types = table.types
    start = cue
    while start > first and cue - start < _LONGEST_NAME:
        before = types[start - 1]
        is_title = start < cue and is_person_noun(before.lower, "singular")
        if not (before.is_capital or is_title or (start < cue and before.lower in _OF_NAMES)):
            break
        start -= 1
    while start < cue and types[start].lower in _OF_NAMES - {"the"}:
        start += 1
    if start == cue or not types[cue - 1].is_capital or any(table.quotes[start:cue]):
        return None
    return (start, cue) if start > first and types[start - 1].lower in _JOINTS else None
