"""Cue clauses before a quotation, with a long source: `The head, who is new, told us that "..."`.

The verb stands at the mark, with "that", a colon or whom it is said to between. What leads to it
from the head of the sentence is a noun phrase, its apposition or relative clause in commas. Behind
verbs of calling stands what is called so: `The party branded the deal "a farce"`. Read for
quotations that nobody has claimed.
"""

from __future__ import annotations

from diplotext.attribution.clause.clause import Claims, Clause, ClauseRule, offsets_of, sentence_of
from diplotext.attribution.clause.clause_source import ADJUNCTS, NO_SOURCE, back_over, is_source
from diplotext.attribution.labels import label_words
from diplotext.body.sentence import word_set
from diplotext.body.token import OPEN, OUTSIDE, TokenTable

__all__ = ["LEADING_CLAUSES", "read_leading_clause"]

_LEADS = frozenset(("that", ":"))  # before a quotation, behind its verb
_NAMING = word_set("branded dubbed labeled labelled termed")
_TELLING = word_set("told tells assured warned reminded informed asked")
_LONGEST_ADDRESSEE, _LONGEST_TOLD = 6, 40


def read_leading_clause(table: TokenTable, opened: int, _claims: Claims) -> Clause | None:
    """The clause at a token.

    >>> from diplotext.attribution.clause.clause import find_clauses
    >>> from diplotext.body.token import tokenize
    >>> line = 'An aide of the mayor, who is new, told reporters that "all is well."'
    >>> clauses = find_clauses(LEADING_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    >>> [(a.content[0].text, a.cue.text, a.source.text) for a in clauses]
    [('that "all is well."', 'told', 'An aide of the mayor, who is new')]
    >>> line = 'After the talks, which were long, they told reporters that "all is well."'
    >>> find_clauses(LEADING_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    []
    """
    stop = opened - (opened > 0 and table.types[opened - 1].lower in _LEADS)
    first, _ = sentence_of(table, opened)
    close = table.close_of(opened)
    verb = _verb_before(table, first, stop) if close >= 0 else -1
    is_naming = verb >= 0 and table.types[verb].lower in _NAMING
    if verb < 0 or is_naming != (stop == opened):
        return None
    cue = back_over(table, verb, first + 1)
    if _is_whole_source(table, first, cue):
        begin = stop if table.types[stop].lower == "that" else opened
        begin = verb + 1 if is_naming else begin  # "branded | the deal “a farce”"
        behind = cue - (table.words[cue - 1] == ",")
        return Clause(
            content=offsets_of(table, begin, close + 1),
            source=offsets_of(table, first, behind),
            cue=offsets_of(table, cue, verb + 1),
            evidence="source, verb, quotation",
        )
    return None


def _verb_before(table: TokenTable, first: int, stop: int) -> int:
    """The verb with nothing but whom it is said to behind it; -1 if there is none."""
    for at in range(stop - 1, max(first, stop - _LONGEST_ADDRESSEE - 1), -1):
        lower = table.types[at].lower
        if table.quotes[at] != OUTSIDE or lower in NO_SOURCE or not lower[0].isalnum():
            return -1
        if lower in _NAMING and at < stop - 1 and not table.types[stop + 1].is_capital:
            return at  # but 'branded its "Eco" line'
        if lower in label_words("clause_verbs") and not table.types[at].is_capital:
            return at if at == stop - 1 or lower in _TELLING else -1
    return -1


def _is_whole_source(table: TokenTable, first: int, stop: int) -> bool:
    """Whether the words up to a verb are a source, with an apposition or a relative clause."""
    if any(table.quotes[first:stop]) or stop - first > _LONGEST_TOLD:
        return False
    comma = next((at for at in range(first, stop) if table.words[at] == ","), stop)
    if comma < stop and table.words[stop - 1] != ",":
        return False
    core = [table.types[at].lower for at in range(first, comma)]
    if not core or not NO_SOURCE.isdisjoint(core) or core[0] in ADJUNCTS or core[-1] == "and":
        return False
    return table.types[first].is_capital and is_source(table, first, comma)


def _is_claimed(clause: Clause, claims: Claims) -> bool:
    """Whether somebody has the quotation or the cue."""
    return claims.contents.touches(clause.to_content) or claims.cues.touches(clause.cue)


LEADING_CLAUSES = ClauseRule(frozenset((OPEN,)), read_leading_clause, _is_claimed)
