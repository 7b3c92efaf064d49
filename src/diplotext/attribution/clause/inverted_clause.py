"""Cue clauses that begin with their verb, before a quotation: `Said a lawyer: "It is over."`.

The source follows at once and reaches up to the colon or comma before the mark; in `Asked about the
deal, Holm said: "..."` the sentence begins with a participle.
"""

from __future__ import annotations

from functools import cache

from diplotext.attribution.clause.clause import (
    Claims,
    Clause,
    ClauseRule,
    offsets_of,
    sentence_of,
)
from diplotext.attribution.labels import label_words
from diplotext.body.sentence import word_set
from diplotext.body.token import OPEN, OUTSIDE, TokenTable

__all__ = ["INVERTED_CLAUSES", "read_inverted_clause"]

_LONGEST_SOURCE = 24
# With these an object follows, or they are nouns: "Told the news, ...", "Reports from ...".
_NO_OPENER = word_set("told tells reports notes states say went")
_DETERMINERS = word_set("the a an his her its their our one another he she")
_RELATIVE = word_set("who whose")


def read_inverted_clause(table: TokenTable, verb: int, _claims: Claims) -> Clause | None:
    """The clause that begins with its verb.

    >>> from diplotext.attribution.clause.clause import find_clauses
    >>> from diplotext.body.token import tokenize
    >>> line = 'Said a lawyer who asked not to be named: "The case is dead."'
    >>> clauses = find_clauses(INVERTED_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    >>> [(a.content[0].text, a.cue.text, a.source.text) for a in clauses]
    [('"The case is dead."', 'Said', 'a lawyer who asked not to be named')]
    >>> line = 'Asked about the deal, Holm said: "It is dead."'
    >>> find_clauses(INVERTED_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    []
    """
    if sentence_of(table, verb)[0] != verb:
        return None
    stop = _source_end(table, verb + 1)
    if stop <= verb + 1:
        return None
    close = table.close_of(stop + 1)
    return Clause(
        content=offsets_of(table, stop + 1, close + 1 if close >= 0 else len(table)),
        source=offsets_of(table, verb + 1, stop),
        cue=offsets_of(table, verb, verb + 1),
        evidence="verb, source, quotation",
    )


@cache
def _openers() -> frozenset[str]:
    """The verbs as they open a sentence."""
    verbs = label_words("clause_verbs") - _NO_OPENER
    return frozenset([verb.capitalize() for verb in verbs] + [verb.upper() for verb in verbs])


def _source_end(table: TokenTable, first: int) -> int:
    """The token of the colon or comma behind the source, -1 if there is no source."""
    types, quotes = table.types, table.quotes
    verbs = label_words("clause_verbs")
    is_relative = False
    for at in range(first, min(first + _LONGEST_SOURCE, len(table) - 1)):
        lower = types[at].lower
        if quotes[at] != OUTSIDE:
            return -1
        if at == first and not types[at].is_capital and lower not in _DETERMINERS:
            return -1
        if lower in (":", ",") and quotes[at + 1] == OPEN:
            return at
        if lower in _RELATIVE:
            is_relative = True
        elif lower == ",":
            is_relative = False
        elif lower in (":", ";", ".", "?", "!") or (lower in verbs and not is_relative):
            return -1
    return -1


def _is_claimed(clause: Clause, claims: Claims) -> bool:
    """Whether the cue has its source behind it already."""
    return claims.inverted.cues.touches(clause.cue)


INVERTED_CLAUSES = ClauseRule(_openers, read_inverted_clause, _is_claimed)
