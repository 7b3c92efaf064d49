"""Cue clauses that end a sentence, behind who says it and what that somebody is.

    The port was shut, Ana Ruiz, head of the harbour board, said
    The port was shut, the harbour board's head, Ana Ruiz, said on Friday

The comma before the verb closes what a comma has opened: a name and its age, home, part, office or
relative clause, or an office and its name. Without one a clause is the source's: "the owner of a
shop that was looted said". What stands before these is what is said. Read where nobody has claimed
the verb.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from functools import partial

from diplotext.attribution.build import Span
from diplotext.attribution.clause.clause import (
    Claims,
    Clause,
    ClauseRule,
    is_claimed,
    offsets_of,
    sentence_of,
)
from diplotext.attribution.clause.clause_source import back_over, is_adjunct, is_main
from diplotext.attribution.clause.end_clause import FINAL_TOLD, is_said, is_tail
from diplotext.attribution.labels import label_words
from diplotext.attribution.source.person_part import are_one, is_part_of_person, is_person_name
from diplotext.attribution.source.relative_source import phrase_start
from diplotext.body.token import OPEN, TokenTable

__all__ = ["ENCLOSED_CLAUSES", "read_enclosed_clause"]

_MOST_PARTS = 5  # between commas: a name, an age, a town, its state, an office
_LONGEST = 60  # tokens of a source
_ALSO_FINAL = frozenset((FINAL_TOLD,))


def read_enclosed_clause(table: TokenTable, verb: int, claims: Claims) -> Clause | None:
    """The clause at a token.

    >>> from diplotext.attribution.clause.clause import find_clauses
    >>> from diplotext.body.token import tokenize
    >>> line = "The port was shut, Ana Ruiz, head of the harbour board, said on Friday."
    >>> clauses = find_clauses(ENCLOSED_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    >>> [(a.content[0].text, a.cue.text, a.source.text) for a in clauses]
    [('The port was shut', 'said', 'Ana Ruiz, head of the harbour board')]
    >>> line = "In the port of Lund, Ana Ruiz, head of the harbour board, said nothing."
    >>> find_clauses(ENCLOSED_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    []
    """
    # Most go on with what is said: "Marsh, the mayor, said | the port".
    if table.words[verb] != FINAL_TOLD and not is_adjunct(
        table, verb + 1, min(verb + 2, len(table))
    ):
        return None
    if claims.has_before(table, verb):
        return None
    first, stop = sentence_of(table, verb)
    cue = back_over(table, verb, first + 1)
    parts = _parts(table, first, cue)
    if parts is not None and is_tail(table, verb, stop):
        content, source = parts
        return Clause(
            content=content,
            source=source,
            cue=offsets_of(table, cue, verb + 1),
            evidence="sentence, enclosed source",
        )
    return None


def _parts(table: TokenTable, first: int, cue: int) -> tuple[Span, Span] | None:
    """What is said and who says it, up to the verb; None if they cannot be told."""
    quotes = table.quotes[first:cue]
    if table.words[cue - 1] != ",":
        low, end = table.starts[first], table.starts[cue]
        at = phrase_start(table.document, low, end)
        begin = bisect_left(table.starts, at) if at > low else -1
        end = table.ends[cue - 1]
    else:
        begin = -1 if any(quotes) else _source_before(table, first, cue - 1)
        at, end = (table.starts[begin], table.ends[cue - 2]) if begin > 0 else (-1, -1)
    if begin < 0:
        return None
    stop = begin - (table.words[begin - 1] == ",")
    if any(quotes):
        is_whole = quotes[0] == OPEN and table.close_of(first) == stop - 1
    else:
        is_whole = is_main(table, first, stop) and is_said(table, first, stop, stop)
    return (offsets_of(table, first, stop), (at, end)) if is_whole else None


def _source_before(table: TokenTable, first: int, stop: int) -> int:
    """The token where a source in parts ends at a comma begins behind another; -1 without one."""
    words = table.words
    commas = [at for at in range(max(first, stop - _LONGEST), stop) if words[at] == ","]
    commas = commas[-_MOST_PARTS:]
    spans: list[Span] = [
        (at + 1, end) for at, end in itertools.pairwise((*commas, stop)) if at + 1 < end
    ]
    parts = [table.document[slice(*offsets_of(table, *span))] for span in spans]
    for at in range(len(parts) - 1, -1, -1):
        if is_person_name(parts[at]):
            # "the board's head, Ana Ruiz": an office before the name, which may stand alone.
            if at > 0 and are_one(parts[at], parts[at - 1]):
                return spans[at - 1][0]
            return spans[at][0] if at < len(parts) - 1 else -1
        if not is_part_of_person(parts[at]):
            return -1
    return -1


ENCLOSED_CLAUSES = ClauseRule(
    partial(label_words, "final_verbs", _ALSO_FINAL), read_enclosed_clause, is_claimed
)
