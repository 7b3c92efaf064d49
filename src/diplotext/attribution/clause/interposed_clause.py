"""Cue clauses with the verb first between a subject and its verb: `The bridge, says Berg, is safe`.

What stands before the first comma is a noun phrase without a verb, and behind the second one its
verb follows; both are said. The learned stages take the subject for who speaks, or see nothing.
"""

from __future__ import annotations

from diplotext.attribution.clause.clause import (
    Claims,
    Clause,
    ClauseRule,
    before_final_marks,
    is_claimed,
    offsets_of,
    sentence_of,
)
from diplotext.attribution.clause.clause_source import ADJUNCTS, NO_SOURCE, is_source
from diplotext.attribution.clause.interposed import is_subject, may_be_verb
from diplotext.attribution.field.day import MONTH, WEEKDAY
from diplotext.body.sentence import word_set
from diplotext.body.token import TokenTable
from diplotext.lazy_pattern import lazy_re

__all__ = ["INTERPOSED_CLAUSES", "VERBS", "is_who", "read_interposed_clause"]

# No participles that a noun takes behind it: "The plan, announced the same day, would".
VERBS = word_set(
    """
    said says say argued argues argue insisted insists insist adds believes thinks think notes
    explains warns claims claim believe recalls recalled reckons reckon concedes
    admits writes wrote suggests maintains hopes fears contends complains predicts observes jokes
    laments
    """
)
_LONGEST_SUBJECT = 16  # tokens, its comma included
_LONGEST = 9  # tokens of a source
_FEWEST = 2  # tokens behind it
_TIMES = word_set("day week month year morning evening night afternoon time")
_DAY_RE = lazy_re(rf"(?:{WEEKDAY}|{MONTH})\b")


def read_interposed_clause(table: TokenTable, verb: int, claims: Claims) -> Clause | None:
    """The clause at a token.

    >>> from diplotext.attribution.clause.clause import find_clauses
    >>> from diplotext.body.token import tokenize
    >>> line = "The old bridge, insists Ana Marsh, is safe."
    >>> clauses = find_clauses(INTERPOSED_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    >>> [([c.text for c in a.content], a.cue.text, a.source.text) for a in clauses]
    [(['The old bridge', 'is safe'], 'insists', 'Ana Marsh')]
    >>> line = "The young man, told the news, was glad."
    >>> find_clauses(INTERPOSED_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    []
    """
    words = table.words
    if verb < _FEWEST or words[verb - 1] != "," or claims.has_before(table, verb):
        return None
    first, stop = sentence_of(table, verb)
    if verb - first > _LONGEST_SUBJECT:
        return None
    end = next((at for at in range(verb + 1, min(stop, verb + _LONGEST)) if words[at] == ","), 0)
    stop = before_final_marks(table, end, stop)
    if not end or stop < end + 1 + _FEWEST or any(table.quotes[first:stop]):
        return None
    if not is_who(table, verb + 1, end):
        return None
    text, said = table.document, offsets_of(table, first, verb - 1)
    start, high = table.starts[end + 1], table.ends[stop - 1]
    if is_subject(text[slice(*said)]) and may_be_verb(
        text, words[end + 1], table.ends[end + 1], high
    ):
        return Clause(
            content=said,
            source=offsets_of(table, verb + 1, end),
            cue=offsets_of(table, verb, verb + 1),
            evidence="subject, verb, source, verb",
            goes_on=(start, high),
            is_sure=True,
        )
    return None


def is_who(table: TokenTable, first: int, stop: int) -> bool:
    """Whether tokens are somebody: a name or a noun phrase, no day."""
    lower = [token.lower for token in table.types[first:stop]]
    if not lower or not NO_SOURCE.isdisjoint(lower) or lower[0] in ADJUNCTS or lower[-1] in _TIMES:
        return False
    if _DAY_RE.match(table.words[first]) is not None:
        return False
    is_plural = stop == first + 1 and lower[0].endswith("s")  # "say | critics"
    return is_plural or is_source(table, first, stop)


INTERPOSED_CLAUSES = ClauseRule(VERBS, read_interposed_clause, is_claimed)
