"""Cue clauses behind what was said: `"We go on," Marsh went on to say`; `They talk, Marsh stated`.

The plainest shape of wire copy: a quotation that ends in a comma, a question or an exclamation
mark, or a sentence up to its last comma, and then a source and a verb of saying. Read for what the
learned stages have left unclaimed, or have taken for a saying within it ("Norland sees no reason
to sign, Marsh stated"). Only the verbs of ``clause_verbs`` count. Not handled: sources with
appositions behind the name, where the learned stages are better.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diplotext.attribution.build import Span
from diplotext.attribution.clause import (
    Claims,
    Clause,
    ClauseRule,
    are_closed,
    offsets_of,
    places_of,
    sentence_of,
)
from diplotext.attribution.clause_source import (
    ADJUNCTS,
    AUXILIARIES,
    LONGEST_SOURCE,
    NO_SOURCE,
    back_over,
    is_adjunct,
    is_source,
)
from diplotext.attribution.labels import label_words
from diplotext.body.token import CLOSE, OPEN, OUTSIDE, TokenTable
from diplotext.lexicon.role_noun import is_person_noun, role_nouns

__all__ = ["CUE_CLAUSES", "read_cue_clauses"]

# A source and its cue, as ranges of tokens.
SourceAndCue = tuple[Span, Span]
_FEWEST_WORDS = 4
_PARTICIPLES = frozenset(("announced", "confirmed"))  # these stand behind documents as well
_OF_SENTENCES = frozenset(("showed", "estimated"))
_ENDS_BEFORE_CLAUSE = frozenset((",", "?", "!"))
_INNER_MARKS = frozenset(("'", "’", "''", "”"))
_ENDS_SOURCE = NO_SOURCE | (ADJUNCTS - {"this", "last"})


def read_cue_clauses(table: TokenTable) -> Iterator[Clause]:
    """The clauses of a table.

    >>> from diplotext.attribution.clause import find_clauses
    >>> from diplotext.body.token import tokenize
    >>> line = "Norland sees no reason to sign, Prime Minister Ana Marsh stated on Friday."
    >>> clauses = find_clauses(CUE_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    >>> [(a.content[0].text, a.cue.text, a.source.text) for a in clauses]
    [('Norland sees no reason to sign', 'stated', 'Prime Minister Ana Marsh')]
    >>> line = "The rain fell in Norland, Sweden and four other states on Friday."
    >>> find_clauses(CUE_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    []
    """
    if CLOSE in table.quotes:
        yield from _clauses_of_quotations(table)
    if not label_words("final_verbs").isdisjoint(table.words):
        yield from _clauses_at_end(table)


def _clause(table: TokenTable, content: Span, said_by: SourceAndCue, evidence: str) -> Clause:
    source, cue = said_by
    return Clause(
        content=offsets_of(table, *content),
        source=offsets_of(table, *source),
        cue=offsets_of(table, *cue),
        evidence=evidence,
    )


def _clauses_of_quotations(table: TokenTable) -> Iterator[Clause]:
    opened = -1
    quotes = table.quotes
    for at in sorted([*places_of(OPEN, quotes), *places_of(CLOSE, quotes)]):
        if quotes[at] == OPEN:
            opened = at
        elif opened >= 0:
            # British and Latin usage has the comma behind the mark: "We go on", Marsh said.
            outside = table.words[at + 1 : at + 2] == [","]
            # A quotation within may close first: "She said, 'Go,'" he recalls.
            last = at - 1 - (table.words[at - 1] in _INNER_MARKS)
            if at > opened + 1 and (outside or table.words[last] in _ENDS_BEFORE_CLAUSE):
                first = at + 1 + outside
                clause = _clause_after(table, first, len(table))
                clause = clause or _inverted_after(table, first, len(table))
                if clause is not None and not _is_of_sentences(table, clause):
                    yield _clause(table, (opened, at + 1), clause, "quotation")
            opened = -1


def _is_of_sentences(table: TokenTable, clause: SourceAndCue) -> bool:
    """Whether a verb stands behind sentences only: in `on "Black Friday," data showed` it does."""
    _, (_, end) = clause
    return table.types[end - 1].lower in _OF_SENTENCES


def _clause_after(table: TokenTable, at: int, stop: int) -> SourceAndCue | None:
    """The clause that begins at the token ``at``: a source and its verb."""
    types = table.types
    last = min(stop, at + LONGEST_SOURCE + 3)
    for index in range(at, last):
        if table.quotes[index] != OUTSIDE:
            return None
        cue = _cue_at(table, index, stop)
        if cue is not None:
            first = back_over(table, cue[0], at)
            if first > at and is_source(table, at, first):
                return (at, first), (first, cue[1])
            return None
        lower = types[index].lower
        if lower in AUXILIARIES:
            continue
        if lower == "," and _parts_adjectives(table, at, index):
            continue
        if lower in NO_SOURCE or not (lower[0].isalnum() or lower in {"'s", "."}):
            return None
    return None


def _parts_adjectives(table: TokenTable, first: int, comma: int) -> bool:
    """Whether a comma stands between words before a noun: "the round, bearded trader laughs"."""
    if comma != first + 2 or table.types[first].lower not in ("the", "a", "an"):
        return False
    near = table.types[comma - 1 : comma + 3]
    return len(near) == 4 and not near[0].is_capital and is_person_noun(near[3].lower, "singular")


def _inverted_after(table: TokenTable, at: int, stop: int) -> SourceAndCue | None:
    """The clause that begins with its verb: `"The deal is good", assured the minister`."""
    cue = _cue_at(table, at, stop) if at < stop else None
    # Behind some the words are as soon an object: `"Long Road," posted the clip`.
    if cue is None or table.types[cue[1] - 1].lower in label_words("object_verbs"):
        return None
    end = cue[1]
    last = min(stop, end + LONGEST_SOURCE)
    while end < last and table.quotes[end] == OUTSIDE:
        lower = table.types[end].lower
        if lower in _ENDS_SOURCE or not (lower[0].isalnum() or lower in {"'s", "&"}):
            break
        end += 1
    if end == cue[1] or not is_source(table, cue[1], end):
        return None
    return (cue[1], end), cue


def _clauses_at_end(table: TokenTable) -> Iterator[Clause]:
    """Those of sentences without quotations that end in a clause."""
    finals = label_words("final_verbs")
    words = table.words
    for verb in sorted(
        at for final in finals.intersection(words) for at in places_of(final, words)
    ):
        first, stop = sentence_of(table, verb)
        lowest = max(first + 2, verb - LONGEST_SOURCE - 3)
        comma = next((at for at in range(verb - 1, lowest, -1) if words[at] == ","), -1)
        if comma < 0 or not is_adjunct(table, verb + 1, stop):
            continue
        quotes = table.quotes[first:stop]
        if any(quotes) and not _is_within(quotes, comma - first):
            continue
        if comma - first < _FEWEST_WORDS:
            continue  # "In other cases, the army reported"
        clause = _clause_after(table, comma + 1, stop)
        if clause is not None and words[verb] in _PARTICIPLES:
            clause = clause if _names_somebody(table, clause[0][1] - 1) else None
        if clause is not None and clause[1][1] == verb + 1:
            yield _clause(table, (first, comma), clause, "sentence")


def _names_somebody(table: TokenTable, last: int) -> bool:
    """Whether a source ends in a name or in who can speak: "a plan | announced in May" does not."""
    noun = role_nouns().get(table.types[last].lower)
    return table.types[last].is_capital or (noun is not None and noun.kind != "document")


def _is_within(quotes: Sequence[int], comma: int) -> bool:
    """Whether quoted words are closed within the sentence: `a "turn" in trade, X said`."""
    return are_closed(quotes) and quotes[0] == OUTSIDE and not any(quotes[comma - 1 :])


def _cue_at(table: TokenTable, at: int, stop: int) -> Span | None:
    """The verb at a token, with its particle or the verb it stages: "went on to say"."""
    if table.types[at].is_capital:
        return None  # "the United States"
    lower = [token_type.lower for token_type in table.types[at : at + 4]]
    verbs = label_words("clause_verbs")
    if lower[0] == "went" and lower[1:2] == ["on"]:
        staged = lower[2:3] == ["to"] and lower[3:4] in (["say"], ["tell"], ["add"], ["explain"])
        return at, at + (4 if staged else 2)
    if " ".join(lower[:2]) in verbs and at + 1 < stop:
        return at, at + 2
    return (at, at + 1) if lower[0] in verbs else None


def _is_claimed(clause: Clause, claims: Claims) -> bool:
    """Whether somebody has the cue, or is sure of the source or of the quotation."""
    sure = claims.sure
    if clause.evidence == "quotation" and sure.contents.touches(clause.content):
        return True
    cue, source = clause.cue, clause.source
    if claims.cues.touches(cue) or sure.contents.touches(cue):
        return True
    return sure.contents.touches(source) or sure.sources.touches(source)


CUE_CLAUSES = ClauseRule(read_cue_clauses, _is_claimed)
