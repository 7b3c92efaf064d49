"""Cue clauses with the verb first behind what is said: `It spreads by fleas, says the board.`.

The clause ends the sentence, or "but" goes on behind it: "The strait is shallow, say divers, but".
Behind the name may stand who it is ("said Ana Marsh, founder of Marsh & Co."), and a quotation may
go on behind the sentence. Read for sentences without quotations whose verb nobody has claimed for
what stands before it.
"""

from __future__ import annotations

from collections.abc import Iterator

from diplotext.attribution.build import Span
from diplotext.attribution.clause import (
    Clause,
    ClauseRule,
    is_claimed,
    offsets_of,
    places_of_any,
    quotation_at,
    sentence_of,
)
from diplotext.attribution.clause_source import (
    ADJUNCTS,
    LONGEST_SOURCE,
    NO_SOURCE,
    is_main,
    is_source,
)
from diplotext.attribution.labels import label_words
from diplotext.body.token import TokenTable
from diplotext.lexicon.role_noun import role_nouns

__all__ = ["INVERTED_FINALS", "read_inverted_finals"]

_FEWEST_WORDS = 4
_PLAIN = frozenset(("say", "says", "said"))
_LONGEST = 40  # tokens of a source with who it is
_ENDS_GROUP = frozenset((".", ",", ";", ":", "?", "!", "(", "—", "–", "-", "--", "who", "which"))
_PEOPLE = ("ers", "ors", "ists", "ians", "ents", "ants", "ates", "ials", "police")
_JOINTS = frozenset(("but", "and", "although", "though", "while"))


def read_inverted_finals(table: TokenTable) -> Iterator[Clause]:
    """The clauses of a table.

    >>> from diplotext.attribution.clause import find_clauses
    >>> from diplotext.body.token import tokenize
    >>> line = "The germ is spread by fleas, says the Harbour Board."
    >>> clauses = find_clauses(INVERTED_FINALS, line, tokenize(line, [(0, len(line))]), (), ())
    >>> [(a.content[0].text, a.cue.text, a.source.text) for a in clauses]
    [('The germ is spread by fleas', 'says', 'the Harbour Board')]
    >>> line = "The old man got up at last, said goodbye, and left."
    >>> find_clauses(INVERTED_FINALS, line, tokenize(line, [(0, len(line))]), (), ())
    []
    """
    words = table.words
    for verb in places_of_any(_PLAIN, words):
        if words[verb - 1] != ",":
            continue
        first, stop = sentence_of(table, verb)
        if verb - 1 - first < _FEWEST_WORDS:
            continue
        if any(table.quotes[first:stop]):
            continue
        end = verb + 1
        while end < min(stop, verb + LONGEST_SOURCE) and words[end] not in _ENDS_GROUP:
            end += 1
        if end == verb + 1 or not _may_speak(table, verb, end):
            continue
        last = _sentence_end(table, first, (verb, end), stop)
        behind = words[end : end + 2]
        if last > 0:
            yield _clause(table, (first, verb - 1), (verb + 1, last), quotation_at(table, stop))
        elif behind[:1] == ["."] or (behind[:1] == [","] and behind[-1] in _JOINTS):
            yield _clause(table, (first, verb - 1), (verb + 1, end), None)


def _clause(table: TokenTable, content: Span, source: Span, goes_on: Span | None) -> Clause:
    return Clause(
        content=offsets_of(table, *content),
        source=offsets_of(table, *source),
        cue=offsets_of(table, source[0] - 1, source[0]),
        evidence="sentence, verb, source",
        goes_on=goes_on,
        is_sure=goes_on is not None,
    )


def _sentence_end(table: TokenTable, first: int, group: Span, stop: int) -> int:
    """Where a source that ends its sentence does, with who it is; 0 where that cannot be told.

    Behind "Berg, a spokesman, | said the talks were over" stands a verb in the first group.
    """
    verb, end = group
    last = stop - (table.words[stop - 1] == ".")
    lower = {token.lower for token in table.types[verb + 1 : end]}
    joined = (table.words[at : at + 2] for at in range(end, last))
    if last - verb > _LONGEST or any(pair[0] == "," and pair[-1] in _JOINTS for pair in joined):
        return 0
    sure = is_main(table, first, verb - 1) and NO_SOURCE.isdisjoint(lower)
    return last if sure and table.types[verb + 1].lower not in ADJUNCTS else 0


def _may_speak(table: TokenTable, verb: int, stop: int) -> bool:
    """Whether words behind "said" are somebody, not something: no "goodbye", no "Mass"."""
    first, last = verb + 1, table.types[stop - 1]
    if stop == first + 1 and table.words[verb] == "say":
        return last.lower.endswith(_PEOPLE)  # "say oceanographers"
    if not is_source(table, first, stop):
        return False
    if last.is_capital:
        return stop - first > 1
    return last.lower in role_nouns() or last.lower in label_words("source_nouns")


INVERTED_FINALS = ClauseRule(read_inverted_finals, is_claimed)
