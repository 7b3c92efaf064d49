"""Cue clauses that begin with their verb, before a quotation: `Said a lawyer: "It is over."`.

The source follows at once and reaches up to the colon or comma before the mark; in `Asked about the
deal, Holm said: "..."` the sentence begins with a participle.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diplotext.attribution.clause import Claims, Clause, find_clauses, offsets_of
from diplotext.attribution.labels import label_words
from diplotext.body.sentence import word_set
from diplotext.body.token import OPEN, OUTSIDE, TokenTable
from diplotext.model import Attribution, Quotation

__all__ = ["find_inverted_clauses"]

_LONGEST_SOURCE = 24
# With these an object follows, or they are nouns: "Told the news, ...", "Reports from ...".
_NO_OPENER = word_set("told tells reports notes states say went")
_DETERMINERS = word_set("the a an his her its their our one another he she")
_RELATIVE = word_set("who whose")


def find_inverted_clauses(
    text: str,
    tables: Sequence[TokenTable],
    quotations: Sequence[Quotation],
    found: Sequence[Attribution],
) -> list[Attribution]:
    """The attributions of such clauses, save for those that ``found`` reads so already.

    >>> from diplotext.body.token import tokenize
    >>> line = 'Said a lawyer who asked not to be named: "The case is dead."'
    >>> clauses = find_inverted_clauses(line, tokenize(line, [(0, len(line))]), (), ())
    >>> [(a.content[0].text, a.cue.text, a.source.text) for a in clauses]
    [('"The case is dead."', 'Said', 'a lawyer who asked not to be named')]
    >>> line = 'Asked about the deal, Holm said: "It is dead."'
    >>> find_inverted_clauses(line, tokenize(line, [(0, len(line))]), (), ())
    []
    """
    inverted = Claims(
        [
            a
            for a in found
            if a.cue is not None and a.source is not None and a.source.start >= a.cue.end
        ]
    )

    def is_claimed(clause: Clause) -> bool:
        return inverted.cues.touches(clause.cue)

    return find_clauses(text, tables, quotations, _clauses, is_claimed)


def _clauses(table: TokenTable) -> Iterator[Clause]:
    if OPEN not in table.quotes:
        return
    verbs = label_words("clause_verbs")
    for verb in table.sentence_starts:
        opener = table.types[verb]
        if not opener.is_capital or opener.lower in _NO_OPENER or opener.lower not in verbs:
            continue
        stop = _source_end(table, verb + 1)
        if stop > verb + 1:
            close = table.close_after(stop + 1)
            yield Clause(
                content=offsets_of(table, stop + 1, close + 1 if close >= 0 else len(table)),
                source=offsets_of(table, verb + 1, stop),
                cue=offsets_of(table, verb, verb + 1),
                evidence="verb, source, quotation",
            )


def _source_end(table: TokenTable, first: int) -> int:
    """The token of the colon or comma behind the source, -1 if there is no source."""
    types, quotes = table.types, table.quotes
    verbs = label_words("clause_verbs")
    is_relative = False
    for at in range(first, min(first + _LONGEST_SOURCE, len(table) - 1)):
        lower = types[at].lower
        if quotes[at] != OUTSIDE:
            return -1
        if at == first and not types[at].is_capital and lower not in _DETERMINERS:
            return -1
        if lower in (":", ",") and quotes[at + 1] == OPEN:
            return at
        if lower in _RELATIVE:
            is_relative = True
        elif lower == ",":
            is_relative = False
        elif lower in (":", ";", ".", "?", "!") or (lower in verbs and not is_relative):
            return -1
    return -1
