"""What is called so by somebody, in quoted words: `The law, described by Noll as "a gag", passed`.

    The law was branded "a gag" by Noll         The plan, hailed as "historic" by Lund, was dropped

What is called so is a part of what is said, by whom it is stands behind "by". Read where nobody's
words are around.
"""

from __future__ import annotations

from diplotext.attribution.clause.clause import Claims, Clause, ClauseRule, sentence_of
from diplotext.attribution.clause.interposed import is_subject
from diplotext.body.sentence import word_set
from diplotext.body.token import OPEN, TokenTable
from diplotext.lazy_pattern import lazy_re

__all__ = ["PASSIVE_CLAUSES", "read_passive_clause"]

_VERBS = word_set(
    "described dubbed branded called labelled labeled hailed dismissed denounced condemned slammed"
    " praised termed blasted derided"
)
_WHO = (
    r"(?P<who>(?:(?:the|an?|his|her|its|their|some|many|one)\s)?(?:(?!(?:as|by|and|who|which)\s)[\w.&’'-]+\s){0,6}?"
    r"[\w&’'-]+)"
)
_QUOTED = r"(?P<said>(?:as\s)?(?:[\"“](?P<quoted>[^\"“”\n]{1,160})[\"”]))"
# "described by Noll as “a gag”", "hailed as “historic” by the mayor"
_BY_AS_RE = lazy_re(rf"\sby\s{_WHO}\s{_QUOTED}")
_AS_BY_RE = lazy_re(rf"\s{_QUOTED}\sby\s{_WHO}(?=[.,;]|\s(?:and|but|for|after|when|in|on)\s|\Z)")
# Before the verb: a comma, or a passive.
_SUBJECT_RE = lazy_re(
    r"(?P<what>[^,;:\"“”()]{2,90}?)(?:,\s|\s(?:is|are|was|were|(?:has|have|had)\sbeen|being)\s)"
    r"(?P<adverb>(?:\w+ly|once|also|widely)\s)?\Z"
)
_FARTHEST = 110  # characters from the sentence's start to the verb


def read_passive_clause(table: TokenTable, verb: int, _claims: Claims) -> Clause | None:
    """The clause at a token.

    >>> from diplotext.attribution.clause.clause import find_clauses
    >>> from diplotext.body.token import tokenize
    >>> line = 'The law, described by Ana Marsh as "a gag", passed.'
    >>> clauses = find_clauses(PASSIVE_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    >>> [([c.text for c in a.content], a.cue.text, a.source.text) for a in clauses]
    [(['The law', 'as "a gag"'], 'described', 'Ana Marsh')]
    >>> line = 'The man, described as "armed", fled by car.'
    >>> find_clauses(PASSIVE_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    []
    """
    text = table.document
    if OPEN not in table.quotes:
        return None
    first, stop = sentence_of(table, verb)
    low, start, high = table.starts[first], table.starts[verb], table.ends[stop - 1]
    if table.quotes[verb] or start - low > _FARTHEST:
        return None
    by = _BY_AS_RE.match(text, table.ends[verb], high)
    by = by or _AS_BY_RE.match(text, table.ends[verb], high)
    subject = None if by is None else _SUBJECT_RE.match(text, low, start)
    if by is None or subject is None or not is_subject(subject["what"]):
        return None
    told = subject.end("what")
    cue = start if text[told] == "," else told + 1  # "was described", with its auxiliary
    return Clause(
        content=subject.span("what"),
        source=by.span("who"),
        cue=(cue, table.ends[verb]),
        evidence="called so by somebody",
        goes_on=by.span("said"),
        is_sure=True,
    )


def _is_claimed(clause: Clause, claims: Claims) -> bool:
    """Whether the clause is somebody's words."""
    return claims.sure.contents.touches(clause.cue)


PASSIVE_CLAUSES = ClauseRule(_VERBS, read_passive_clause, _is_claimed)
