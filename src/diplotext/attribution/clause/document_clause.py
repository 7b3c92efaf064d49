"""Documents and people told of in a participle: `The study, led by Ana Roe, found that it rained`.

    Economists polled by the Gazette had expected prices to fall

The sentence opens with a noun for a document or an inquiry; how it came about stands between commas
before the verb. Those polled expect something; the learned stages took "polled by somebody had
expected" for a passive. Read where nobody has claimed the verb, or nobody for sure.
"""

from __future__ import annotations

from diplotext.attribution.clause.clause import (
    Claims,
    Clause,
    ClauseRule,
    before_final_marks,
    is_claimed,
    offsets_of,
    sentence_of,
)
from diplotext.attribution.labels import label_words
from diplotext.body.sentence import word_set
from diplotext.body.token import TokenTable
from diplotext.lexicon.role_noun import is_person_noun, role_nouns

__all__ = ["DOCUMENT_CLAUSES", "POLLED_CLAUSES", "read_document_clause", "read_polled_clause"]

_VERBS = word_set(
    "found finds showed shows concluded concludes said says revealed reveals suggested suggests"
    " warned warns estimated estimates stated states"
)
_POLLED = word_set("polled surveyed canvassed contacted questioned interviewed")
_EXPECT = word_set(
    "expected expect expecting forecast forecasting predicted predict predicting estimated estimate"
    " anticipated anticipate projected project see saw believe"
)
_OF_CUE = word_set("had have has were are also now still already")
_MODIFIERS = word_set(
    "wall street industry market stock bond bank currency energy oil private most"
)
_BREAKS = frozenset((",", ";", ":", "(", ")", "—", "–", "--", ".", "?", "!", "to", "who", "which"))
_ENDS = word_set("but while although though whereas and")
_LONGEST_BY = 12  # tokens of who polled, when and what for
_ARTICLES = word_set("the a an its his her their this that")
_PARTICIPLES = word_set("led made drawn written sent held seen carried put done based due")
_LONGEST_NOUN, _LONGEST_ASIDE = 6, 24  # tokens
_FEWEST = 3  # tokens of what is said


def read_document_clause(table: TokenTable, verb: int, claims: Claims) -> Clause | None:
    """The clause at a token.

    >>> from diplotext.attribution.clause.clause import find_clauses
    >>> from diplotext.body.token import tokenize
    >>> line = "The survey, led by Ana Marsh, found that nobody sleeps."
    >>> clauses = find_clauses(DOCUMENT_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    >>> [(a.content[0].text, a.cue.text, a.source.text) for a in clauses]
    [('that nobody sleeps', 'found', 'The survey')]
    >>> line = "The boys, led by Ana Marsh, found that place at last."
    >>> find_clauses(DOCUMENT_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    []
    """
    words = table.words
    if verb < _FEWEST or words[verb - 1] != "," or claims.has(table, verb):
        return None
    first, stop = sentence_of(table, verb)
    stop = before_final_marks(table, verb, stop)
    noun = _noun_end(table, first, verb)
    if noun < 0 or stop < verb + 1 + _FEWEST or any(table.quotes[first:stop]):
        return None
    if words[verb + 1] in (",", ":") or words[verb + 1].lower() in ("in", "on", "at"):
        return None
    return Clause(
        content=offsets_of(table, verb + 1, stop),
        source=offsets_of(table, first, noun),
        cue=offsets_of(table, verb, verb + 1),
        evidence="document, participle, verb",
    )


def _noun_end(table: TokenTable, first: int, verb: int) -> int:
    """Where a document's noun ends that opens a sentence, its participle up to a verb; else -1."""
    words, types = table.words, table.types
    low = min(first + _LONGEST_NOUN, verb)
    noun = next((at for at in range(first + 1, low) if words[at] == ","), -1)
    if noun < 0 or types[first].lower not in _ARTICLES or verb - noun > _LONGEST_ASIDE:
        return -1
    told = role_nouns().get(types[noun - 1].lower)
    is_inquiry = types[noun - 1].lower in label_words("venues_of_hearing")
    if not is_inquiry and (told is None or told.kind != "document"):
        return -1
    participle = types[noun + 1].lower
    is_aside = participle.endswith("ed") or participle in _PARTICIPLES
    return noun if is_aside and "," not in words[noun + 1 : verb - 1] else -1


def read_polled_clause(table: TokenTable, polled: int, _claims: Claims) -> Clause | None:
    """The clauses of those polled.

    >>> from diplotext.attribution.clause.clause import find_clauses
    >>> from diplotext.body.token import tokenize
    >>> line = "Economists polled by the Gazette had expected prices to fall, but they rose."
    >>> clauses = find_clauses(POLLED_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    >>> [(a.content[0].text, a.cue.text, a.source.text) for a in clauses]
    [('prices to fall', 'had expected', 'Economists polled by the Gazette')]
    >>> line = "The men polled by the Gazette were better paid than had been expected."
    >>> find_clauses(POLLED_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    []
    """
    words, types = table.words, table.types
    if "by" not in words[polled + 1 : polled + 4] or polled == 0:
        return None
    first, stop = sentence_of(table, polled)
    verb = _expecting(table, polled + 2, before_final_marks(table, polled, stop))
    if polled == first or verb < 0 or not is_person_noun(types[polled - 1].lower, "plural"):
        return None
    start, cue = polled - 1, verb
    while start > first and types[start - 1].lower in _MODIFIERS:
        start -= 1
    while types[cue - 1].lower in _OF_CUE:
        cue -= 1
    on_average = words[cue - 2 : cue] == ["on", "average"]
    end = _content_end(table, verb + 1, before_final_marks(table, verb, stop))
    if end > verb + _FEWEST - 1 and not any(table.quotes[start:end]):
        return Clause(
            content=offsets_of(table, verb + 1, end),
            source=offsets_of(table, start, cue - 2 * on_average),
            cue=offsets_of(table, cue, verb + 1),
            evidence="people, polled by, verb",
            is_sure=True,
        )
    return None


def _expecting(table: TokenTable, first: int, stop: int) -> int:
    """Where those polled expect something, before any mark; else -1."""
    for at in range(first, min(stop, first + _LONGEST_BY)):
        if table.words[at] in _EXPECT and table.words[at - 1] not in ("be", "been"):
            return at
        if table.words[at] in _BREAKS:
            return -1
    return -1


def _content_end(table: TokenTable, first: int, stop: int) -> int:
    """Where what is expected ends: with the sentence, or before "but"."""
    for at in range(first, stop - 1):
        if table.words[at] == "," and table.words[at + 1] in _ENDS:
            return at
    return stop


def _is_expected_for_sure(clause: Clause, claims: Claims) -> bool:
    """Whether those polled are somebody's source for sure, or all of it is somebody's words."""
    sure = claims.sure
    return sure.sources.touches(clause.source) or sure.contents.touches(clause.cue)


DOCUMENT_CLAUSES = ClauseRule(_VERBS, read_document_clause, is_claimed)
POLLED_CLAUSES = ClauseRule(_POLLED, read_polled_clause, _is_expected_for_sure)
