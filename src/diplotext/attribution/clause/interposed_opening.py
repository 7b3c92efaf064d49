"""Cue clauses with the verb first behind what opens a sentence: `By then, says Berg, it is late`.

    At that point, says Ana Marsh, games could change      But, says Berg, some things have stayed
    If it rains, thinks Berg, the match may be off          There will be, says Berg, no way back

What stands before the first comma is no clause of its own: an adverbial, a clause that depends on
another, or a verb without its end. What is said goes on behind the comma that closes the cue
clause, and its first part is said too; a conjunction alone is the writer's.
"""

from __future__ import annotations

from diplotext.attribution.auxiliary import PAST
from diplotext.attribution.build import Span
from diplotext.attribution.clause.clause import (
    Claims,
    Clause,
    ClauseRule,
    are_closed,
    before_final_marks,
    is_claimed,
    offsets_of,
    sentence_of,
)
from diplotext.attribution.clause.clause_source import is_main
from diplotext.attribution.clause.interposed_clause import VERBS, is_who
from diplotext.attribution.source.person_part import is_part_of_person
from diplotext.body.sentence import word_set
from diplotext.body.token import OUTSIDE, TokenTable

__all__ = ["INTERPOSED_OPENINGS", "read_interposed_opening"]

_PREPOSITIONS = word_set(
    """
    in on at for with by after before during since from under despite following to of until without
    over through across within between among beyond unlike like instead rather then now today soon
    already often sometimes ultimately eventually finally perhaps maybe here there currently
    previously originally recently usually generally typically similarly likewise indeed clearly
    increasingly unfortunately as
    """
)
_SUBORDINATE = word_set("if when while although though because once unless until since as whereas")
_PAST = word_set(PAST.replace("|", " "))
_CONJUNCTIONS = word_set("but and or so yet however meanwhile nevertheless nonetheless moreover")
_OPEN_ENDS = word_set("is are was were be been will would can could may might must should that of")
_LONGEST_OPENING = 16  # tokens, its comma included
_LONGEST_SOURCE = 12
_MOST_PARTS = 3  # between commas behind a name
_FEWEST = 3  # tokens behind the source


def read_interposed_opening(table: TokenTable, verb: int, claims: Claims) -> Clause | None:
    """The clause at a token.

    >>> from diplotext.attribution.clause.clause import find_clauses
    >>> from diplotext.body.token import tokenize
    >>> line = "By contrast, says Ana Marsh, the new bridge is cheap."
    >>> clauses = find_clauses(INTERPOSED_OPENINGS, line, tokenize(line, [(0, len(line))]), (), ())
    >>> [([c.text for c in a.content], a.cue.text, a.source.text) for a in clauses]
    [(['By contrast', 'the new bridge is cheap'], 'says', 'Ana Marsh')]
    >>> line = "The bridge was safe, said Ana Marsh, and the port was shut."
    >>> find_clauses(INTERPOSED_OPENINGS, line, tokenize(line, [(0, len(line))]), (), ())
    []
    """
    words = table.words
    if words[verb - 1] != "," or claims.has_before(table, verb):
        return None
    first, stop = sentence_of(table, verb)
    if not 1 < verb - first <= _LONGEST_OPENING or not are_closed(table.quotes[first:verb]):
        return None
    if not _is_open(table, first, verb - 1):
        return None
    end = _source_end(table, verb, stop)
    stop = before_final_marks(table, end, stop)
    if not end or stop < end + 1 + _FEWEST or not are_closed(table.quotes[end:stop]):
        return None
    if table.words[verb - 2] in _OPEN_ENDS or _has_verb(table, end + 1, stop):
        return _clause(table, (first, verb), (verb + 1, end), (end + 1, stop))
    return None


def _has_verb(table: TokenTable, first: int, stop: int) -> bool:
    """Whether a clause stands behind the source, by a finite verb or what looks like one."""
    words = table.words[first + 1 : stop]
    return is_main(table, first, stop) or any(w in _PAST or w.endswith("ed") for w in words)


def _is_open(table: TokenTable, first: int, comma: int) -> bool:
    """Whether the words before the first comma need what follows."""
    # As written: "in May" is no "may".
    opener, last = table.types[first].lower, table.words[comma - 1]
    if table.quotes[first] != OUTSIDE:
        return False
    if opener in _CONJUNCTIONS:
        return comma == first + 1 or _is_open(table, first + 1, comma)
    if last in _OPEN_ENDS and last not in ("that", "of"):
        return is_main(table, first, comma)
    if "," in table.words[first:comma]:
        return False
    if opener in _SUBORDINATE and is_main(table, first, comma):
        return True
    return opener in _PREPOSITIONS and not is_main(table, first, comma)


def _source_end(table: TokenTable, verb: int, stop: int) -> int:
    """The comma that closes the source with all that tells who it is; 0 where none does."""
    last = min(stop, verb + _LONGEST_SOURCE)
    end = next((at for at in range(verb + 1, last) if table.words[at] == ","), 0)
    if not end or any(table.quotes[verb:end]) or not is_who(table, verb + 1, end):
        return 0
    for _ in range(_MOST_PARTS):
        last = min(stop, end + 1 + _LONGEST_SOURCE)
        following = next((at for at in range(end + 1, last) if table.words[at] == ","), 0)
        if not following:
            break
        start, close = offsets_of(table, end + 1, following)
        if not is_part_of_person(table.document[start:close]):
            break
        end = following
    return end


def _clause(table: TokenTable, opening: Span, source: Span, rest: Span) -> Clause:
    """The clause; a conjunction alone is none of what is said."""
    first, verb = opening
    if table.types[first].lower in _CONJUNCTIONS:
        first += 1
    said, goes_on = offsets_of(table, *rest), None
    if first < verb - 1:
        said, goes_on = offsets_of(table, first, verb - 1), said
    return Clause(
        content=said,
        source=offsets_of(table, *source),
        cue=offsets_of(table, verb, verb + 1),
        evidence="opening, verb, source, clause",
        goes_on=goes_on,
        is_sure=True,
    )


INTERPOSED_OPENINGS = ClauseRule(VERBS, read_interposed_opening, is_claimed)
