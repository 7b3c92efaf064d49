"""Cue clauses with the verb first behind what is said: `It spreads by fleas, says the board.`.

The clause ends the sentence, or "but" goes on behind it: "The strait is shallow, say divers, but".
Read for sentences without quotations whose verb nobody has claimed.
"""

from __future__ import annotations

from collections.abc import Iterator

from diplotext.attribution.clause import (
    Claims,
    Clause,
    ClauseRule,
    offsets_of,
    places_of,
    sentence_of,
)
from diplotext.attribution.clause_source import LONGEST_SOURCE, is_source
from diplotext.attribution.labels import label_words
from diplotext.body.token import TokenTable
from diplotext.lexicon.role_noun import role_nouns

__all__ = ["INVERTED_FINALS", "read_inverted_finals"]

_FEWEST_WORDS = 4
_PLAIN = frozenset(("say", "says", "said"))
_ENDS_INVERTED = frozenset((".", ",", ";", ":", "?", "!", "(", "—", "–", "-", "--"))
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
    for verb in sorted(at for said in _PLAIN.intersection(words) for at in places_of(said, words)):
        first, stop = sentence_of(table, verb)
        if words[verb - 1] != "," or verb - 1 - first < _FEWEST_WORDS:
            continue
        if any(table.quotes[first:stop]):
            continue
        end = verb + 1
        while end < min(stop, verb + LONGEST_SOURCE) and words[end] not in _ENDS_INVERTED:
            end += 1
        behind = words[end : end + 2]
        is_end = behind[:1] == ["."] or (behind[:1] == [","] and behind[-1] in _JOINTS)
        if is_end and end > verb + 1 and _may_speak(table, verb, end):
            yield Clause(
                content=offsets_of(table, first, verb - 1),
                source=offsets_of(table, verb + 1, end),
                cue=offsets_of(table, verb, verb + 1),
                evidence="sentence, verb, source",
            )


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


def _is_claimed(clause: Clause, claims: Claims) -> bool:
    """Whether somebody has the verb, or is sure of the source or of what holds them."""
    sure = claims.sure
    if claims.cues.touches(clause.cue) or sure.contents.touches(clause.cue):
        return True
    return sure.contents.touches(clause.source) or sure.sources.touches(clause.source)


INVERTED_FINALS = ClauseRule(read_inverted_finals, _is_claimed)
