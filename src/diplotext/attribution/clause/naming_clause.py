"""Clauses that give something another name: `The party termed the arrest illegal`.

    Ms Rao termed the move as an "eyewash"      The union branded the offer a joke

What is named so, and as what, is said. Read for verbs that the weights seldom met so, where nobody
has claimed them; "The move was termed illegal" has nobody who says it.
"""

from __future__ import annotations

from diplotext.attribution.auxiliary import AUXILIARY, DO
from diplotext.attribution.clause.clause import (
    Claims,
    Clause,
    ClauseRule,
    before_final_marks,
    is_claimed,
    sentence_of,
)
from diplotext.attribution.clause.that_clause import plain_clause
from diplotext.attribution.labels import label_words
from diplotext.body.sentence import word_set
from diplotext.body.token import TokenTable

__all__ = ["NAMING_CLAUSES", "read_naming_clause"]

_NAMING = word_set("termed branded dubbed labelled labeled")
_MARKING, _OWN = word_set("branded labelled labeled"), word_set("its their his her")
_DETERMINERS = word_set(
    "the a an his her its their this that these those it him them us such all any"
)
_NO_CUE = word_set(f"{AUXILIARY} {DO} be been being".replace("|", " "))
_FEWEST = 2  # tokens of what is named and as what
_TURNS = word_set("and but while saying adding alleging claiming stating with even though as")


def read_naming_clause(table: TokenTable, verb: int, claims: Claims) -> Clause | None:
    """The clause at a token.

    >>> from diplotext.attribution.clause.clause import find_clauses
    >>> from diplotext.body.token import tokenize
    >>> line = "The party termed the arrest illegal, saying it was done by night."
    >>> clauses = find_clauses(NAMING_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    >>> [(a.content[0].text, a.cue.text, a.source.text) for a in clauses]
    [('the arrest illegal', 'termed', 'The party')]
    >>> line = "The arrest was termed the worst of its kind."
    >>> find_clauses(NAMING_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    []
    """
    if claims.has(table, verb):
        return None
    first, stop = sentence_of(table, verb)
    stop = before_final_marks(table, verb, stop)
    begin = verb + 1
    if begin >= stop or verb == first or table.types[verb - 1].lower in _NO_CUE:
        return None
    if table.types[begin].lower not in _DETERMINERS and not table.types[begin].is_capital:
        return None
    if table.words[begin] in _OWN and table.words[verb] in _MARKING:
        return None  # "branded its “Eco” line"
    stop = _end_of(table, begin, stop)
    if stop < begin + _FEWEST:
        return None
    return plain_clause(table, first, verb, (begin, stop), "source, verb, what it is named")


def _end_of(table: TokenTable, first: int, stop: int) -> int:
    """Where the name ends: before a comma and a turn, or another verb of saying."""
    for at in range(first, stop - 1):
        lower, behind = table.types[at].lower, table.types[at + 1].lower
        if table.quotes[at]:
            continue
        if lower == "," and (behind in _TURNS or behind in label_words("clause_verbs")):
            return at
        if lower in ("and", "but") and behind in label_words("clause_verbs"):
            return at
    return stop


NAMING_CLAUSES = ClauseRule(_NAMING, read_naming_clause, is_claimed)
