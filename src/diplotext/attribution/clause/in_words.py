"""What is in somebody's words: `In Marsh's words, "it is over"`, `"...," in the words of Marsh`.

Whoever has the words is the source. Read for quotations that nobody has claimed, of the same
sentence and right beside the words, and for the clause behind them where nothing is quoted: "In his
words, the fleet was late".
"""

from __future__ import annotations

from diplotext.attribution.build import Span
from diplotext.attribution.clause.clause import (
    Claims,
    Clause,
    ClauseRule,
    before_final_marks,
    offsets_of,
    sentence_of,
)
from diplotext.attribution.clause.clause_source import LONGEST_SOURCE, NO_SOURCE
from diplotext.body.sentence import word_set
from diplotext.body.token import CLOSE, OPEN, TokenTable

__all__ = ["IN_WORDS", "read_in_words"]

_POSSESSIVES = word_set("his her their")
_ENDS = frozenset(("'s", "’s", "'", "’"))
# Between the comma and the mark: `in her words, | it was "dead"`.
_BETWEEN = word_set("it he she they was is were are a an the had has been not")
_MOST_BETWEEN = 4
_FEWEST = 4  # tokens of a clause


def read_in_words(table: TokenTable, at: int, _claims: Claims) -> Clause | None:
    """The clause at a token.

    >>> from diplotext.attribution.clause.clause import find_clauses
    >>> from diplotext.body.token import tokenize
    >>> line = 'In Senator Marsh’s own words, it was a "dead town".'
    >>> clauses = find_clauses(IN_WORDS, line, tokenize(line, [(0, len(line))]), (), ())
    >>> [(a.content[0].text, a.cue.text, a.source.text) for a in clauses]
    [('"dead town"', 'own words', 'Senator Marsh')]
    >>> line = 'In other words, it was a "dead town".'
    >>> find_clauses(IN_WORDS, line, tokenize(line, [(0, len(line))]), (), ())
    []
    """
    first, stop = sentence_of(table, at)
    if table.quotes[at]:
        return None
    parts = _words_of(table, first, at, stop) or _own_words(table, first, at, stop)
    if parts is not None:
        content, source, cue = parts
        return Clause(
            content=offsets_of(table, *content),
            source=offsets_of(table, *source),
            cue=offsets_of(table, *cue),
            evidence="in somebody's words",
        )
    return None


def _words_of(table: TokenTable, first: int, at: int, stop: int) -> tuple[Span, Span, Span] | None:
    """The parts of `in the words of Marsh, "..."`, or of `"...," in the words of Marsh`."""
    begin = at - 2
    lower = [token.lower for token in table.types[max(first, begin) : at + 2]]
    if begin < first or lower != ["in", "the", "words", "of"]:
        return None
    end = at + 2
    while end < min(stop, at + LONGEST_SOURCE) and _is_of_source(table, end):
        end += 1
    if end == at + 2:
        return None
    before = begin - (table.words[begin - 1] == ",") - 1
    if before > 0 and table.quotes[before] == CLOSE:
        opened = next((n for n in range(before, -1, -1) if table.quotes[n] == OPEN), before)
        return ((opened, before + 1), (at + 2, end), (begin, at + 2))
    content = _quotation_behind(table, end, stop) or _clause_behind(table, end, stop)
    return None if content is None else (content, (at + 2, end), (begin, at + 2))


def _own_words(table: TokenTable, first: int, at: int, stop: int) -> tuple[Span, Span, Span] | None:
    """The parts of `in Marsh's own words, "..."`."""
    end = at - (table.types[at - 1].lower == "own")
    begin = end - 1
    while begin > max(first, end - LONGEST_SOURCE) and table.types[begin].lower != "in":
        begin -= 1
    begin += 1
    if begin >= end or table.types[begin - 1].lower != "in" or begin - 1 < first:
        return None
    last = end
    if table.words[end - 1] in _ENDS:
        last = end - 1
    elif begin + 1 < end or table.types[begin].lower not in _POSSESSIVES:
        return None
    content = _quotation_behind(table, at + 1, stop) or _clause_behind(table, at + 1, stop)
    if content is None or not all(_is_of_source(table, n) for n in range(begin, last)):
        return None
    return content, (begin, last), (end, at + 1)


def _is_of_source(table: TokenTable, at: int) -> bool:
    """Whether a token may be of who has the words."""
    word = table.words[at]
    return not table.quotes[at] and word[0].isalnum() and word.lower() not in NO_SOURCE


def _quotation_behind(table: TokenTable, at: int, stop: int) -> Span | None:
    """The quotation behind a comma, with few plain words between."""
    if at >= stop or table.words[at] not in (",", ":"):
        return None
    for opened in range(at + 1, min(stop, at + 2 + _MOST_BETWEEN)):
        if table.quotes[opened] == OPEN:
            close = table.close_of(opened)
            return (opened, close + 1) if close > 0 else None
        if table.types[opened].lower not in _BETWEEN:
            return None
    return None


def _clause_behind(table: TokenTable, at: int, stop: int) -> Span | None:
    """The clause without marks behind a comma, to the end of the sentence."""
    if at >= stop or table.words[at] not in (",", ":"):
        return None
    start, stop = at + 1, before_final_marks(table, at + 1, stop)
    is_plain = OPEN not in table.quotes[start:stop] and CLOSE not in table.quotes[start:stop]
    return (start, stop) if is_plain and stop >= start + _FEWEST else None


def _is_claimed(clause: Clause, claims: Claims) -> bool:
    """Whether somebody has what is quoted, or the words."""
    return claims.sure.contents.touches(clause.content) or claims.cues.touches(clause.cue)


IN_WORDS = ClauseRule(frozenset(("words",)), read_in_words, _is_claimed)
