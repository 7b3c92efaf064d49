"""Cue clauses that end a sentence: `They will talk, Marsh told reporters on Friday`.

What is said is the sentence up to the last comma before the source. Read for what the learned
stages have left, or have taken for a saying within it ("Norland sees no reason to sign, Marsh
stated"), and where all they read is what stands behind the cue ("said | after a meeting", "told |
a briefing").
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from diplotext.attribution.build import Span
from diplotext.attribution.clause.clause import (
    Claims,
    Clause,
    ClauseRule,
    are_closed,
    is_claimed,
    offsets_of,
    quotation_at,
    sentence_of,
)
from diplotext.attribution.clause.clause_source import (
    ADJUNCTS,
    LONGEST_SOURCE,
    NO_ADJUNCT,
    NO_SOURCE,
    apposed_before,
    back_over,
    is_adjunct,
    is_main,
    is_source,
)
from diplotext.attribution.clause.cue_clause import clause_after
from diplotext.attribution.labels import label_words
from diplotext.body.sentence import word_set
from diplotext.body.token import OUTSIDE, TokenTable
from diplotext.lexicon.role_noun import is_person_noun, role_nouns

__all__ = ["END_CLAUSES", "FINAL_TOLD", "is_said", "is_tail", "read_end_clause"]

_FEWEST_WORDS = 4
_LONGEST_ADDRESSEE = 8
_PARTICIPLES = frozenset(("announced", "confirmed"))  # these stand behind documents as well
# What documents and courts do, and many others in another sense: "a gun | found nearby".
_FINDING = word_set(
    "found finds show shows suggest suggests suggested concluded ruled submitted reveal revealed"
    " reports"
)
_FINDERS = word_set("court judge jury panel tribunal inquiry counsel committee coroner inquest")
_NEAR_HEAD = 4  # tokens
FINAL_TOLD = "told"  # who is told may stand behind it
_ALSO_FINAL = _FINDING | {FINAL_TOLD}
# What goes on behind the day: "said on Monday, | following a similar move by Sweden".
_TAILS = word_set(
    """
    following after as citing quoting amid despite in adding confirming without noting declining
    though although signaling signalling on
    """
)
# So a clause about the place or the day goes on: "said in Lund, | where he met the mayor".
_RELATIVES = word_set("where which who when")
# A sentence that opens so has nothing said before its first comma.
_SUBORDINATE = word_set("while although though if as when after before since because whereas")
# So begins what the learned stages take for said behind a cue: "said | as lead manager".
_NOT_SAID = word_set(
    "as after before without referring quoting citing on at in during following earlier late"
)


def read_end_clause(table: TokenTable, verb: int, claims: Claims) -> Clause | None:
    """The clause at a token.

    >>> from diplotext.attribution.clause.clause import find_clauses
    >>> from diplotext.body.token import tokenize
    >>> line = "Norland would not sign, Prime Minister Ana Marsh told a briefing on Friday."
    >>> clauses = find_clauses(END_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    >>> [(a.content[0].text, a.cue.text, a.source.text) for a in clauses]
    [('Norland would not sign', 'told', 'Prime Minister Ana Marsh')]
    >>> line = "The rain fell in Norland, Sweden and four other states on Friday."
    >>> find_clauses(END_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    []
    """
    words = table.words
    # Most go on with what is said: "Marsh said | the port".
    if words[verb] != FINAL_TOLD and not _may_end(table, verb + 1):
        return None
    if claims.has_before(table, verb):
        return None
    first, stop = sentence_of(table, verb)
    return _clause_at(table, first, verb, stop)


def _may_end(table: TokenTable, at: int) -> bool:
    """Whether a day, a place or the end begins at a token, or an aside: "said, | citing"."""
    if table.words[at : at + 1] == [","]:
        return at + 1 < len(table) and table.types[at + 1].lower in _TAILS
    return is_adjunct(table, at, min(at + 1, len(table)))


def _apposed(table: TokenTable, first: int, verb: int, stop: int) -> Clause | None:
    """The clause of a source with who it is: "It rained, | Ana Ruiz, the mayor, | said"."""
    source = apposed_before(table, verb, first + _FEWEST_WORDS)
    if source is None or table.words[verb] in _FINDING or table.words[source[0] - 1] != ",":
        return None
    comma = source[0] - 1
    if not is_said(table, first, comma, stop) or not is_tail(table, verb, stop):
        return None
    return Clause(
        content=offsets_of(table, first, comma),
        source=offsets_of(table, *source),
        cue=offsets_of(table, verb, verb + 1),
        evidence="sentence",
    )


def _clause_at(table: TokenTable, first: int, verb: int, stop: int) -> Clause | None:
    words = table.words
    if words[verb - 1] == "," and verb > first:
        return _apposed(table, first, verb, stop)
    lowest = max(first + 2, verb - LONGEST_SOURCE - 3)
    comma = next((at for at in range(verb - 1, lowest, -1) if words[at] == ","), -1)
    if comma < 0 or not is_said(table, first, comma, stop) or not is_tail(table, verb, stop):
        return None
    is_finding = words[verb] in _FINDING
    clause = (
        _finding(table, comma + 1, verb) if is_finding else clause_after(table, comma + 1, stop)
    )
    if clause is None or clause[1][1] != verb + 1:
        return None
    source, cue = clause
    if words[comma - 2] == "," and is_person_noun(table.types[comma - 1].lower, "plural"):
        comma -= 2  # "..., | analysts, bankers and investors said"
        source = comma + 1, source[1]
    if words[verb] in _PARTICIPLES and not _names_somebody(table, source[1] - 1):
        return None
    is_whole = is_main(table, first, comma)
    if words[verb] == FINAL_TOLD and not is_whole:
        return None
    tail = table.types[verb + 1].lower if verb + 1 < stop else ""
    is_sure = is_whole and (tail in _NOT_SAID or words[verb] == FINAL_TOLD)
    return Clause(
        content=offsets_of(table, first, comma),
        source=offsets_of(table, *source),
        cue=offsets_of(table, *cue),
        evidence="sentence and its end" if is_sure else "sentence",
        goes_on=quotation_at(table, stop) if is_sure else None,
        is_sure=is_sure,
    )


def is_said(table: TokenTable, first: int, comma: int, stop: int) -> bool:
    """Whether a sentence up to a comma can be what is said: no "In other cases, X said"."""
    quotes = table.quotes[first:stop]
    if any(quotes) and not _is_within(quotes, comma - first):
        return False
    if table.types[first].lower in _SUBORDINATE and "," not in table.words[first:comma]:
        return False  # "While Marsh said it was late, Berg said"
    return comma - first >= _FEWEST_WORDS


def is_tail(table: TokenTable, verb: int, stop: int) -> bool:
    """Whether only addressee, day and place stand behind a verb."""
    at = verb + 1
    if table.words[verb] == FINAL_TOLD:
        at = _behind_addressee(table, at, stop)
        if at < 0:
            return False
    return is_adjunct(table, at, _without_aside(table, at, stop))


def _behind_addressee(table: TokenTable, first: int, stop: int) -> int:
    """The token behind who is told, -1 where somebody is told to do or about something."""
    for at in range(first, min(stop, first + _LONGEST_ADDRESSEE)):
        lower = table.types[at].lower
        if lower in {"to", "about", "how", "it", "not"} or lower in NO_ADJUNCT - {","}:
            return -1
        if lower in ADJUNCTS or lower == ",":
            return at if at > first or lower == "reporters" else -1
    return -1


def _without_aside(table: TokenTable, first: int, stop: int) -> int:
    """Where the day and place end: before "following ..." or "where ..." behind a comma."""
    commas = (at for at in range(first, stop - 1) if table.words[at] == ",")
    tails = _TAILS | _RELATIVES if table.words[first : first + 1] != [","] else _TAILS
    return next((at for at in commas if table.types[at + 1].lower in tails), stop)


def _names_somebody(table: TokenTable, last: int) -> bool:
    """Whether a source ends in a name or in who can speak: "a plan | announced in May" does not."""
    noun = role_nouns().get(table.types[last].lower)
    return table.types[last].is_capital or (noun is not None and noun.kind != "document")


def _finding(table: TokenTable, first: int, verb: int) -> tuple[Span, Span] | None:
    """Source and cue where a document or a court finds: "a report by the auditor | found"."""
    cue = back_over(table, verb, first)
    lower = [token.lower for token in table.types[first:cue]]
    if not lower or not (NO_SOURCE | {"and"}).isdisjoint(lower) or any(table.quotes[first:cue]):
        return None
    is_finder = _is_finder(table, first, cue) and is_source(table, first, cue)
    return ((first, cue), (cue, verb + 1)) if is_finder else None


def _is_finder(table: TokenTable, first: int, stop: int) -> bool:
    """Whether a source's first words name a document, a court or the like."""
    head = [token.lower for token in table.types[first : min(stop, first + _NEAR_HEAD)]]
    nouns = (role_nouns().get(word) for word in head)
    is_document = any(noun is not None and noun.kind == "document" for noun in nouns)
    return is_document or not _FINDERS.isdisjoint(head)


def _is_within(quotes: Sequence[int], comma: int) -> bool:
    """Whether quoted words are closed within the sentence: `a "turn" in trade, X said`."""
    return are_closed(quotes) and quotes[0] == OUTSIDE and not any(quotes[comma - 1 :])


END_CLAUSES = ClauseRule(
    partial(label_words, "final_verbs", _ALSO_FINAL), read_end_clause, is_claimed
)
