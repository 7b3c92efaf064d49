"""Leads of press releases: "Kvik Power, L.P. (NASDAQ: KVKP) today declared a dividend".

What stands before "today" is the source, with its codes, short names and apposition; what stands
behind the verb is announced, to the end of the sentence. Read where nobody has claimed the verb.
"""

from __future__ import annotations

from diplotext.attribution.clause.clause import (
    Claims,
    Clause,
    ClauseRule,
    are_closed,
    offsets_of,
    sentence_of,
)
from diplotext.attribution.clause.clause_source import ADJUNCTS
from diplotext.body.token import TokenTable

__all__ = ["PRESS_LEADS", "read_press_lead"]

_VERBS = frozenset(("announced", "declared", "reported", "confirmed"))
_BEFORE = frozenset(("has", "also"))
_STOPS = frozenset((".", "!"))
_LONGEST = 80  # tokens of a source with its apposition
_BRACKET = "("


def read_press_lead(table: TokenTable, today: int, _claims: Claims) -> Clause | None:
    """The clause at a token.

    >>> from diplotext.attribution.clause.clause import find_clauses
    >>> from diplotext.body.token import tokenize
    >>> line = "Kvik Power Corp. (NYSE: KVK), makers of lamps, today declared a dividend of 4c."
    >>> clauses = find_clauses(PRESS_LEADS, line, tokenize(line, [(0, len(line))]), (), ())
    >>> [(a.content[0].text, a.cue.text, a.source.text) for a in clauses]
    [('a dividend of 4c', 'declared', 'Kvik Power Corp. (NYSE: KVK), makers of lamps')]
    >>> line = "Nobody (but Kvik) today announced a dividend of 4 cents."
    >>> find_clauses(PRESS_LEADS, line, tokenize(line, [(0, len(line))]), (), ())
    []
    """
    verb = _verb_beside(table, today)
    if verb < 0:
        return None
    first, stop = sentence_of(table, today)
    end, begin = min(verb, today), max(verb, today) + 1
    while end > first and table.types[end - 1].lower in _BEFORE:
        end -= 1
    end -= table.words[end - 1] == ","
    while stop > verb and table.words[stop - 1] in _STOPS:
        stop -= 1
    is_said = stop > begin + 1 and are_closed(table.quotes[verb:stop])
    if not is_said or not _is_firm(table, first, end):
        return None
    return Clause(
        content=offsets_of(table, begin, stop),
        source=offsets_of(table, first, end),
        cue=offsets_of(table, verb, verb + 1),
        evidence="lead of a press release",
    )


def _verb_beside(table: TokenTable, today: int) -> int:
    """The verb of "today announced", "announced today"; -1 if there is none."""
    for at in (today + 1, today - 1):
        if 0 < at < len(table) and table.words[at] in _VERBS:
            return at
    return -1


def _is_firm(table: TokenTable, first: int, end: int) -> bool:
    """Whether tokens are a name of several words, with a bracket right behind it."""
    if not first < end <= first + _LONGEST or table.types[first].lower in ADJUNCTS:
        return False
    opens = next((at for at in range(first, end) if table.words[at] == _BRACKET), end)
    named = sum(table.types[at].is_capital for at in range(first, opens))
    return opens < end and named > 1 and 2 * named >= opens - first


def _is_claimed(clause: Clause, claims: Claims) -> bool:
    """Whether somebody is sure of the verb and of whose it is: no "today", read as who speaks."""
    sure = claims.sure
    return sure.cues.touches(clause.cue) and sure.sources.touches(clause.source)


PRESS_LEADS = ClauseRule(frozenset(("today",)), read_press_lead, _is_claimed)
