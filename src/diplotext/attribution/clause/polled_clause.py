"""People who were polled: `Economists polled by the Gazette had expected prices to fall`.

The learned stages took "polled by somebody had expected" for a passive. Read where nobody has the
source or the verb for sure.
"""

from __future__ import annotations

from diplotext.attribution.clause.clause import (
    Claims,
    Clause,
    ClauseRule,
    before_final_marks,
    offsets_of,
    sentence_of,
)
from diplotext.body.sentence import word_set
from diplotext.body.token import TokenTable
from diplotext.lexicon.role_noun import is_person_noun

__all__ = ["POLLED_CLAUSES", "read_polled_clause"]

_POLLED = word_set("polled surveyed canvassed contacted questioned interviewed")
_EXPECT = word_set(
    "expected expect expecting forecast forecasting predicted predict predicting estimated estimate"
    " anticipated anticipate projected project see saw believe"
)
_OF_CUE = word_set("had have has were are also now still already")
_MODIFIERS = word_set(
    "wall street industry market stock bond bank currency energy oil private most"
)
_BREAKS = frozenset((",", ";", ":", "(", ")", "—", "–", "--", ".", "?", "!", "to", "who", "which"))
_ENDS = word_set("but while although though whereas and")
_LONGEST_BY = 12  # tokens of who polled, when and what for
_FEWEST = 3  # tokens of what is said


def read_polled_clause(table: TokenTable, polled: int, _claims: Claims) -> Clause | None:
    """The clause of those polled at a token.

    >>> from diplotext.attribution.clause.clause import find_clauses
    >>> from diplotext.body.token import tokenize
    >>> line = "Economists polled by the Gazette had expected prices to fall, but they rose."
    >>> clauses = find_clauses(POLLED_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    >>> [(a.content[0].text, a.cue.text, a.source.text) for a in clauses]
    [('prices to fall', 'had expected', 'Economists polled by the Gazette')]
    >>> line = "The men polled by the Gazette were better paid than had been expected."
    >>> find_clauses(POLLED_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    []
    """
    words, types = table.words, table.types
    if "by" not in words[polled + 1 : polled + 4] or polled == 0:
        return None
    first, stop = sentence_of(table, polled)
    verb = _expecting(table, polled + 2, before_final_marks(table, polled, stop))
    if polled == first or verb < 0 or not is_person_noun(types[polled - 1].lower, "plural"):
        return None
    start, cue = polled - 1, verb
    while start > first and types[start - 1].lower in _MODIFIERS:
        start -= 1
    while types[cue - 1].lower in _OF_CUE:
        cue -= 1
    on_average = words[cue - 2 : cue] == ["on", "average"]
    end = _content_end(table, verb + 1, before_final_marks(table, verb, stop))
    if end > verb + _FEWEST - 1 and not any(table.quotes[start:end]):
        return Clause(
            content=offsets_of(table, verb + 1, end),
            source=offsets_of(table, start, cue - 2 * on_average),
            cue=offsets_of(table, cue, verb + 1),
            evidence="people, polled by, verb",
            is_sure=True,
        )
    return None


def _expecting(table: TokenTable, first: int, stop: int) -> int:
    """Where those polled expect something, before any mark; else -1."""
    for at in range(first, min(stop, first + _LONGEST_BY)):
        if table.words[at] in _EXPECT and table.words[at - 1] not in ("be", "been"):
            return at
        if table.words[at] in _BREAKS:
            return -1
    return -1


def _content_end(table: TokenTable, first: int, stop: int) -> int:
    """Where what is expected ends: with the sentence, or before "but"."""
    for at in range(first, stop - 1):
        if table.words[at] == "," and table.words[at + 1] in _ENDS:
            return at
    return stop


def _is_expected_for_sure(clause: Clause, claims: Claims) -> bool:
    """Whether those polled are somebody's source for sure, or all of it is somebody's words."""
    sure = claims.sure
    return sure.sources.touches(clause.source) or sure.contents.touches(clause.cue)


POLLED_CLAUSES = ClauseRule(_POLLED, read_polled_clause, _is_expected_for_sure)
