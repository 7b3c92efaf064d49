"""What a court or an inquiry heard, before it or behind it.

    The inquiry heard that it rained
    It had rained all night, a jury heard

Reports of trials give what was said there to the hearing. Read where nobody has claimed the verb;
it has to be a venue that hears, and behind what was heard nothing but when.
"""

from __future__ import annotations

from diplotext.attribution.clause.clause import (
    ENDS_SENTENCE,
    Claims,
    Clause,
    ClauseRule,
    are_closed,
    before_final_marks,
    offsets_of,
    sentence_of,
)
from diplotext.attribution.clause.clause_source import ADJUNCTS
from diplotext.attribution.labels import label_words
from diplotext.body.token import TokenTable

__all__ = ["HEARINGS", "read_hearing"]

_DETERMINERS = frozenset(("the", "a", "an", "his", "her", "their"))
_BEFORE_VERB = frozenset(("has", "had", "also", "previously", "later"))
_CLAUSE = frozenset(
    ("that", "how", "he", "she", "they", "it", "there", "the", "a", "an", "his", "her")
)
_LONGEST_VENUE = 5  # words: "a Harborough Crown Court jury"
_FEWEST = 4


def read_hearing(table: TokenTable, verb: int, _claims: Claims) -> Clause | None:
    """The clause at a token.

    >>> from diplotext.attribution.clause.clause import find_clauses
    >>> from diplotext.body.token import tokenize
    >>> line = "The pipe had been rotten for years, an inquiry heard on Monday."
    >>> clauses = find_clauses(HEARINGS, line, tokenize(line, [(0, len(line))]), (), ())
    >>> [(a.content[0].text, a.cue.text, a.source.text) for a in clauses]
    [('The pipe had been rotten for years', 'heard', 'an inquiry')]
    >>> line = "The neighbour heard that it rained."
    >>> find_clauses(HEARINGS, line, tokenize(line, [(0, len(line))]), (), ())
    []
    """
    first, stop = sentence_of(table, verb)
    cue = verb
    while cue > first and table.types[cue - 1].lower in _BEFORE_VERB:
        cue -= 1
    source = _venue_before(table, cue, first)
    if source < 0 or any(table.quotes[source : verb + 1]):
        return None
    content = _heard_behind(table, verb + 1, stop) if source == first else None
    if content is None and source > first + _FEWEST and table.words[source - 1] == ",":
        is_end = all(_is_adjunct(table, at) for at in range(verb + 1, stop))
        is_end = is_end and are_closed(table.quotes[first:stop])
        content = (first, source - 1) if is_end else None
    if content is not None:
        return Clause(
            content=offsets_of(table, *content),
            source=offsets_of(table, source, cue),
            cue=offsets_of(table, cue, verb + 1),
            evidence="what a court heard",
        )
    return None


def _venue_before(table: TokenTable, stop: int, first: int) -> int:
    """Where the noun phrase of a venue begins that ends at a token; -1 if there is none."""
    if stop <= first or table.types[stop - 1].lower not in label_words("venues_of_hearing"):
        return -1
    for at in range(stop - 2, max(first, stop - _LONGEST_VENUE) - 1, -1):
        if table.types[at].lower in _DETERMINERS:
            return at
        if not table.types[at].lower[0].isalpha():
            return -1
    return -1


def _heard_behind(table: TokenTable, at: int, stop: int) -> tuple[int, int] | None:
    """The clause behind the verb, as tokens; None if an object follows, or marks are left open."""
    while at < stop and _is_adjunct(table, at) and table.types[at].lower not in _CLAUSE:
        at += 1
    stop = before_final_marks(table, at, stop)
    if at + _FEWEST > stop or table.types[at].lower not in _CLAUSE:
        return None
    is_clause = table.types[at].lower in ("that", "how") or _has_verb(table, at, stop)
    return (at, stop) if is_clause and are_closed(table.quotes[at:stop]) else None


def _has_verb(table: TokenTable, at: int, stop: int) -> bool:
    """Whether a plain finite verb stands in a range: no "heard the case"."""
    verbs = ("was", "were", "had", "has", "would", "could", "is", "did")
    return any(table.types[index].lower in verbs for index in range(at, stop))


def _is_adjunct(table: TokenTable, at: int) -> bool:
    """Whether a token only tells when: "on Monday"."""
    lower = table.types[at].lower
    return lower in ADJUNCTS or lower in ENDS_SENTENCE


def _is_claimed(clause: Clause, claims: Claims) -> bool:
    """Whether somebody has the verb or what was heard."""
    sure = claims.sure
    return claims.cues.touches(clause.cue) or sure.contents.touches(clause.content)


HEARINGS = ClauseRule(frozenset(("heard",)), read_hearing, _is_claimed)
