"""Documents told of in a participle: `The study, led by Ana Roe, found that one in five relapsed`.

The sentence opens with a noun for a document or an inquiry; how it came about stands between commas
before the verb. Read where nobody has claimed the verb.
"""

from __future__ import annotations

from collections.abc import Iterator

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
from diplotext.attribution.places import places_of_any
from diplotext.body.sentence import word_set
from diplotext.body.token import TokenTable
from diplotext.lexicon.role_noun import role_nouns

__all__ = ["DOCUMENT_CLAUSES", "read_document_clauses"]

_VERBS = word_set(
    "found finds showed shows concluded concludes said says revealed reveals suggested suggests"
    " warned warns estimated estimates stated states"
)
_ARTICLES = word_set("the a an its his her their this that")
_PARTICIPLES = word_set("led made drawn written sent held seen carried put done based due")
_LONGEST_NOUN, _LONGEST_ASIDE = 6, 24  # tokens
_FEWEST = 3  # tokens of what is said


def read_document_clauses(table: TokenTable, claims: Claims) -> Iterator[Clause]:
    """The clauses of a table.

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
    for verb in places_of_any(_VERBS, table):
        if verb < _FEWEST or words[verb - 1] != "," or claims.has(table, verb):
            continue
        first, stop = sentence_of(table, verb)
        stop = before_final_marks(table, verb, stop)
        noun = _noun_end(table, first, verb)
        if noun < 0 or stop < verb + 1 + _FEWEST or any(table.quotes[first:stop]):
            continue
        if words[verb + 1] in (",", ":") or words[verb + 1].lower() in ("in", "on", "at"):
            continue
        yield Clause(
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


DOCUMENT_CLAUSES = ClauseRule(read_document_clauses, is_claimed)
