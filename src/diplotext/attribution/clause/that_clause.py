"""Clauses behind "that" whose verb is seldom one of saying: `The bench decreed that it was void`.

    The premier regretted that the fund was empty     Ruiz was of the opinion that it was late
    The apex court held that the plea was late        The clerk apprised the House that it rained

The verb stands right before "that", or one of telling and whom it tells; it has who speaks before
it, a name, a pronoun or a noun for one. Courts hold, media learn. Read where nobody has claimed the
verb.
"""

from __future__ import annotations

from collections.abc import Sequence

from diplotext.attribution.clause.clause import (
    ENDS_SENTENCE,
    Claims,
    Clause,
    ClauseRule,
    are_closed,
    before_final_marks,
    is_claimed,
    offsets_of,
    sentence_of,
)
from diplotext.attribution.clause.clause_source import (
    ADJUNCTS,
    LONGEST_SOURCE,
    NO_SOURCE,
    back_over,
    is_main,
    is_source,
)
from diplotext.attribution.labels import label_words
from diplotext.body.sentence import word_set
from diplotext.body.token import TokenTable
from diplotext.lexicon.role_noun import role_nouns

__all__ = ["BREAKS", "THAT_CLAUSES", "plain_clause", "read_that_clause", "source_before"]

_HOLDING = frozenset(("held", "holds", "hold"))
_DOCUMENTED = frozenset(("states", "provides"))  # nouns, or "provided that", where people speak
_LEARNING = frozenset(("learnt", "learned", "gathered", "understands"))
_JUDGES = word_set("judge judges justice justices magistrate bench majority panel tribunal court")
_CORRESPONDENTS = word_set("correspondent reporter") | {"team"}
_PRONOUNS = word_set("he she they we i")
_LONGEST_PHRASE, _LONGEST_ADDRESSEE = 5, 6
_FEWEST = 3  # tokens of what is said
_PREPOSITIONS = word_set("for of at in from with on close familiar briefed")
_RELATIVE = NO_SOURCE - word_set("there as if when while because since")
BREAKS = frozenset((",", ";", ":", "—", "–", "--", "-", "(", ")"))
_JOINTS = word_set("but while as and although though whereas")


def read_that_clause(table: TokenTable, that: int, _claims: Claims) -> Clause | None:
    """The clause at a token.

    >>> from diplotext.attribution.clause.clause import find_clauses
    >>> from diplotext.body.token import tokenize
    >>> line = "In Lima, the premier regretted that the fund was empty."
    >>> clauses = find_clauses(THAT_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    >>> [(a.content[0].text, a.cue.text, a.source.text) for a in clauses]
    [('that the fund was empty', 'regretted', 'the premier')]
    >>> line = "The man held that post until it was cut."
    >>> find_clauses(THAT_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    []
    """
    verb = _verb_before(table, that)
    if verb is None:
        return None
    first, stop = sentence_of(table, that)
    stop = before_final_marks(table, that, stop)
    cue = back_over(table, verb[0], first + 1)
    source = source_before(table, first, cue)
    if source < 0 or any(table.quotes[source:that]) or stop < that + _FEWEST:
        return None
    # "briefed aides that were new", "resolved that dispute with a call"
    if table.types[that + 1].lower in _RELATIVE or not _is_clause(table, that + 1, stop):
        return None
    if _may_say(table, source, cue, verb[1]) and are_closed(table.quotes[that:stop]):
        return Clause(
            content=offsets_of(table, that, stop),
            source=offsets_of(table, source, cue),
            cue=offsets_of(table, cue, verb[1]),
            evidence="source, verb, that",
        )
    return None


def _verb_before(table: TokenTable, that: int) -> tuple[int, int] | None:
    """The verb or phrase that a "that" follows, as tokens, whom it tells between."""
    low = max(0, that - _LONGEST_ADDRESSEE)
    near = [token_type.lower for token_type in table.types[low:that]]
    if not near:
        return None
    if near[-1] in label_words("that_verbs") or near[-1] in _DOCUMENTED:
        return that - 1, that
    if near[-1] in label_words("that_phrase_ends"):
        for count in range(2, min(len(near), _LONGEST_PHRASE) + 1):
            if " ".join(near[-count:]) in label_words("that_phrases"):
                return that - count, that
        return None
    for back, word in enumerate(reversed(near[:-1]), 2):
        if word in label_words("telling_verbs"):
            return that - back, that - back + 1
        if word in NO_SOURCE or word in BREAKS or word in ENDS_SENTENCE:
            return None
    return None


def plain_clause(
    table: TokenTable, first: int, verb: int, content: tuple[int, int], evidence: str
) -> Clause | None:
    """The clause of a source, a verb at a token and what stands behind it, without marks before.

    ``first`` is where the sentence begins; None where no source stands before the verb, or a
    quotation of the content is not closed.
    """
    begin, stop = content
    cue = back_over(table, verb, first + 1)
    source = source_before(table, first, cue)
    if source < 0 or any(table.quotes[source:begin]) or not are_closed(table.quotes[begin:stop]):
        return None
    return Clause(
        content=offsets_of(table, begin, stop),
        source=offsets_of(table, source, cue),
        cue=offsets_of(table, cue, begin),
        evidence=evidence,
    )


def source_before(table: TokenTable, first: int, cue: int) -> int:
    """Where who speaks begins that ends at a token; -1 if there is nobody."""
    at = cue
    low = max(first, cue - LONGEST_SOURCE)
    while at > low and table.words[at - 1] not in BREAKS:
        if table.types[at - 1].lower in NO_SOURCE:
            if table.types[at - 1].lower not in _JOINTS:
                return -1
            break
        at -= 1
    while at < cue and table.types[at].lower in _JOINTS:
        at += 1
    if at == cue or (at == low and low > first) or not is_source(table, at, cue):
        return -1
    lower = [token_type.lower for token_type in table.types[at:cue]]
    if lower[0] in ADJUNCTS or "and" in lower:
        return -1
    if any(word in label_words("clause_verbs") for word in lower):
        return -1
    if table.types[cue - 1].is_capital or lower[-1] in _PRONOUNS:
        return at
    nouns = label_words("source_nouns") | label_words("venues_of_hearing") | _JUDGES
    heads = (lower[-1], _head_of(lower))
    return at if any(head in nouns or head in role_nouns() for head in heads) else -1


def _head_of(lower: Sequence[str]) -> str:
    """The word before the first preposition: "a spokeswoman | for the port"."""
    found = next((at for at, word in enumerate(lower) if word in _PREPOSITIONS), 0)
    return lower[found - 1] if found else ""


def _is_clause(table: TokenTable, first: int, stop: int) -> bool:
    """Whether tokens have a finite verb, or "be" where something is ordered."""
    return is_main(table, first, stop) or "be" in table.words[first:stop]


def _may_say(table: TokenTable, source: int, cue: int, stop: int) -> bool:
    """Whether who speaks can do what the verb tells: courts hold, media learn."""
    verb, who = table.types[stop - 1].lower, table.types[cue - 1].lower
    if verb in _HOLDING:
        near = {token.lower for token in table.types[source:cue]}
        return who in label_words("venues_of_hearing") or not _JUDGES.isdisjoint(near)
    if verb in _DOCUMENTED:
        noun = role_nouns().get(who)
        return noun is not None and noun.kind == "document"
    if verb in _LEARNING:
        is_name = table.types[cue - 1].is_capital
        return who in _CORRESPONDENTS or (is_name and who in label_words("media_words"))
    return True


THAT_CLAUSES = ClauseRule(frozenset(("that",)), read_that_clause, is_claimed)
