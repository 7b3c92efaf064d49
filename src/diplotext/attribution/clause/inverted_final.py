"""Cue clauses with the verb first behind what is said: `It spreads by fleas, says the board.`.

Before a full name the comma may be left out ("It is a trap said Ana Marsh."). The clause ends the
sentence, or "but" goes on behind it: "The strait is shallow, say divers, but". Behind the name may
stand who it is ("said Ana Marsh, founder of Marsh & Co."), and a quotation may go on behind the
sentence. Read for sentences without quotations whose verb nobody has claimed for what stands before
it.
"""

from __future__ import annotations

from diplotext.attribution.build import Span
from diplotext.attribution.clause.clause import (
    Claims,
    Clause,
    ClauseRule,
    are_closed,
    before_final_marks,
    is_claimed,
    offsets_of,
    quotation_at,
    sentence_of,
)
from diplotext.attribution.clause.clause_source import (
    ADJUNCTS,
    LONGEST_SOURCE,
    NO_SOURCE,
    head_before,
    is_main,
    is_source,
)
from diplotext.attribution.labels import label_words
from diplotext.body.sentence import word_set
from diplotext.body.token import TokenTable
from diplotext.lexicon.role_noun import is_person_noun, role_nouns

__all__ = ["INVERTED_FINALS", "TELLING", "read_inverted_final"]

_FEWEST_WORDS = 4
_PLAIN = frozenset(("say", "says", "said"))
# Of one who thinks or claims: "the market will grow, thinks Ana Marsh".
TELLING = word_set(
    """
    thinks believes reckons fears hopes predicts admits insists claims argues warns explains
    suggests adds concludes complains claimed warned argued insisted explained predicted admitted
    remarks recalls notes observes acknowledges remarked recalled noted observed acknowledged
    """
)
_VERBS = _PLAIN | TELLING
_LONGEST = 40  # tokens of a source with who it is
_ENDS_GROUP = frozenset((".", ",", ";", ":", "?", "!", "(", "—", "–", "-", "--", "who", "which"))
_PEOPLE = ("ers", "ors", "ists", "ians", "ents", "ants", "ates", "ials", "police")
# What the writer adds behind who said it.
_ADDED = (["with"], ["as"], ["after"], ["adding"], ["before"], ["up"], ["down"])
_NO_NOUN = NO_SOURCE | word_set("he she it they we i you this all also not never")
_JOINTS = frozenset(("but", "and", "although", "though", "while"))


def read_inverted_final(table: TokenTable, verb: int, claims: Claims) -> Clause | None:
    """The clause at a token.

    >>> from diplotext.attribution.clause.clause import find_clauses
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
    has_comma = words[verb - 1] == ","
    if not has_comma and not _is_bare(table, verb):
        return None
    first, stop = sentence_of(table, verb)
    if verb - 1 - first < _FEWEST_WORDS or claims.has_before(table, verb):
        return None
    if not (has_comma and words[verb] in _PLAIN) and not is_main(table, first, verb - 1):
        return None  # "The coach, a Scot, fears Ana Marsh."
    if table.quotes[first] or table.quotes[verb - 2] or any(table.quotes[verb:stop]):
        return None
    if not are_closed(table.quotes[first:verb]):
        return None
    end = verb + 1
    while end < min(stop, verb + LONGEST_SOURCE) and words[end] not in _ENDS_GROUP:
        end += 1
    if end == verb + 1 or not _may_speak(table, verb, end):
        return None
    if is_main(table, verb + 1, end):
        return None  # "Kvik, which has yards in Lund, said Ana Marsh would go."
    last = _sentence_end(table, first, (verb, end), stop)
    behind = words[end : end + 2]
    if last > 0:
        content = (first, verb - has_comma)
        return _clause(table, content, (verb + 1, last), quotation_at(table, stop))
    if has_comma and behind == [",", "because"]:
        last = before_final_marks(table, end, stop)
        reason = offsets_of(table, end + 1, last)
        return _clause(table, (first, verb - 1), (verb + 1, end), reason)
    if has_comma and (behind[:1] == ["."] or (behind[:1] == [","] and behind[-1] in _JOINTS)):
        return _clause(table, (first, verb - 1), (verb + 1, end), None)
    return None


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
    if table.words[end : end + 1] == [","] and is_main(table, end + 1, end + 2):
        return 0  # "What it is about, believes Mr Berg, | is the ferry."
    if table.words[end : end + 2] == [",", "who"] and not _is_person(table, end - 1):
        return 0  # "They spend more, suggests the study, who stay at home."
    if table.words[end : end + 1] == [","] and table.words[end + 1 : end + 2] in _ADDED:
        return end  # "They spend more, said the study, | with many at home."
    joined = (table.words[at : at + 2] for at in range(end, last))
    if table.words[end : end + 2] == [",", "because"]:
        return 0  # "The sea is safe, says Mr Berg, because it is shallow."
    if last - verb > _LONGEST or any(pair[0] == "," and pair[-1] in _JOINTS for pair in joined):
        return 0
    sure = is_main(table, first, verb - 1) and NO_SOURCE.isdisjoint(lower)
    return last if sure and table.types[verb + 1].lower not in ADJUNCTS else 0


def _is_bare(table: TokenTable, verb: int) -> bool:
    """Whether a verb without a comma has a full name or a titled one behind it, no subject before.

    "It is a trap said Ana Marsh.", but "what he said Ana Marsh"
    """
    before, behind = table.types[verb - 1], table.types[verb + 1 : verb + 3]
    is_named = len(behind) > 1 and all(token.is_capital for token in behind)
    is_noun = before.lower.isalnum() and before.lower not in _NO_NOUN
    return is_named and is_noun and not before.is_capital


def _is_person(table: TokenTable, at: int) -> bool:
    """Whether a token ends a name or is a noun for people."""
    token = table.types[at]
    return token.is_capital or is_person_noun(token.lower)


def _may_speak(table: TokenTable, verb: int, stop: int) -> bool:
    """Whether words behind "said" are somebody, not something: no "goodbye", no "Mass"."""
    first = verb + 1
    stop -= table.words[stop - 1][0] in "(["  # "said Lund Lines ( LUND.N )"
    last = table.types[stop - 1]
    if table.words[first] in ("by", "from", "of", "about", "on"):
        return False  # "remarks | by Ana Marsh"
    if stop == first + 1 and table.words[verb] == "say":
        return last.lower.endswith(_PEOPLE)  # "say oceanographers"
    if not is_source(table, first, stop):
        return False
    if last.is_capital:
        return stop - first > 1
    if (head := head_before(table, first, stop)) < stop - 1:
        last = table.types[head]  # "a source | familiar with the talks"
    return last.lower in role_nouns() or last.lower in label_words("source_nouns")


INVERTED_FINALS = ClauseRule(_VERBS, read_inverted_final, is_claimed)
