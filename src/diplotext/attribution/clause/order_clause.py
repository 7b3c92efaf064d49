"""Clauses of asking and ordering: `The minister directed officials to speed up relief`.

    Mr Osei appealed to | the chiefs to release land        The court enjoined | the state to reply

Behind the verb stands who is asked, and "to" with what to do; that is said. Read for verbs that the
weights seldom met so, where nobody has claimed them.
"""

from __future__ import annotations

from functools import partial

from diplotext.attribution.clause.clause import (
    Claims,
    Clause,
    ClauseRule,
    before_final_marks,
    is_claimed,
    sentence_of,
)
from diplotext.attribution.clause.clause_source import NO_SOURCE
from diplotext.attribution.clause.that_clause import BREAKS, plain_clause
from diplotext.attribution.labels import label_words
from diplotext.body.sentence import word_set
from diplotext.body.token import TokenTable
from diplotext.lexicon.role_noun import role_nouns

__all__ = ["ORDER_CLAUSES", "read_order_clause"]

_LONGEST_OBJECT = 10
_APPEALED = frozenset(("appealed", "appeals", "appeal"))
# Behind "to" these begin a noun phrase: "directed him to the port".
_NO_VERBS = word_set("the a an his her its their this that these those him them it us me you")
_PEOPLE = word_set("him her them us me you people men women youth public masses parties parents")


def read_order_clause(table: TokenTable, verb: int, claims: Claims) -> Clause | None:
    """The clause at a token.

    >>> from diplotext.attribution.clause.clause import find_clauses
    >>> from diplotext.body.token import tokenize
    >>> line = "The minister appealed to the chiefs to release land."
    >>> clauses = find_clauses(ORDER_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    >>> [(a.content[0].text, a.cue.text, a.source.text) for a in clauses]
    [('the chiefs to release land', 'appealed to', 'The minister')]
    >>> line = "The minister directed him to the port."
    >>> find_clauses(ORDER_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    []
    """
    if claims.has(table, verb):
        return None
    first, stop = sentence_of(table, verb)
    stop = before_final_marks(table, verb, stop)
    begin = verb + 1
    if table.words[verb] in _APPEALED:
        if table.words[begin : begin + 1] != ["to"]:
            return None
        begin += 1
    if not _is_told_to(table, begin, stop):
        return None
    evidence = "source, verb, whom to do what"
    return plain_clause(table, first, verb, (begin, stop), evidence)


def _is_told_to(table: TokenTable, first: int, stop: int) -> bool:
    """Whether somebody and "to" with a verb follow."""
    for at in range(first, min(stop - 1, first + _LONGEST_OBJECT)):
        lower = table.types[at].lower
        if lower == "to":
            behind = table.types[at + 1]
            is_verb = behind.lower.isalpha() and behind.lower not in _NO_VERBS
            return is_verb and not behind.is_capital and _has_somebody(table, first, at)
        if lower in NO_SOURCE or lower in BREAKS:
            return False
    return False


def _has_somebody(table: TokenTable, first: int, stop: int) -> bool:
    """Whether who is asked is one, or many, that can do something: no "film", no "traffic"."""
    for at in range(first, stop):
        lower = table.types[at].lower
        if table.types[at].is_capital or lower in _PEOPLE or lower in label_words("source_nouns"):
            return True
        noun = role_nouns().get(lower)
        if noun is not None and noun.kind != "document":
            return True
    return False


ORDER_CLAUSES = ClauseRule(
    partial(label_words, "ordering_verbs", _APPEALED), read_order_clause, is_claimed
)
