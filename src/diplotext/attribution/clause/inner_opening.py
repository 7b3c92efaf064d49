"""Sayings that open what another reports: `Abe told reporters that he would go, | TASS reported`.

    The minister said the plant was shut, | according to Interfax

The learned stages see who reports it alone. What the minister said ends with what is reported.
Read where who speaks opens it and nobody has the verb.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from diplotext.attribution.build import build_attribution
from diplotext.attribution.clause.clause import STAGE, Claims, Clause, read_clauses
from diplotext.attribution.clause.clause_source import is_main
from diplotext.attribution.clause.said_clause import SAID_CLAUSES
from diplotext.attribution.clause.that_clause import plain_clause
from diplotext.attribution.clause.told_clause import TOLD_CLAUSES
from diplotext.attribution.labels import label_words
from diplotext.attribution.source.citing import is_medium
from diplotext.body.sentence import word_set
from diplotext.body.token import TokenTable, tokenize
from diplotext.lazy_pattern import holds
from diplotext.model import Attribution, Quotation, Reason

__all__ = ["find_inner_openings"]

_REPORTING = frozenset(("according to", "reported", "reports", "said", "says"))
_VERBS = (" said", " says", " told", " tells", " that ", "ed ")  # a cheap look
# Verbs with an object: "stressed the need for talks", "accused Norland of lies".
_DEEDS = word_set(
    """
    accused urged stressed underlined underscored reiterated emphasized emphasised condemned hailed
    praised rejected criticized criticised denied affirmed slammed denounced
    """
)
_REACH = 200  # characters of who says it, and to whom
_FARTHEST = 18  # tokens before the verb
_LONGEST_ADDRESSEE = 8
_FEWEST = 3  # tokens of what is said
_TELLING = word_set("told tells assured warned informed reminded")
_NO_ADDRESSEE = frozenset('.,;:—–()"“”')
_NO_OBJECT = word_set("in by of on at for from with to and or was were has had")
_NONE = Claims(())


def find_inner_openings(
    text: str, found: Sequence[Attribution], quotations: Sequence[Quotation]
) -> list[Attribution]:
    """The sayings that open what is reported, where nobody has their cue.

    >>> text = "Abe told reporters in Lima that he would go, TASS reported."
    >>> said = build_attribution(text, [(0, 43)], cue=(50, 58), source=(45, 49),
    ...                          reason=Reason(stage="learned", evidence="reported"))
    >>> [(a.source.text, a.cue.text, a.content[0].text)
    ...  for a in find_inner_openings(text, [said], ())]
    [('Abe', 'told', 'that he would go')]
    """
    claims = Claims(found)
    inner = []
    for given in found:
        cue, first = given.cue, given.content[0]
        if cue is None or len(given.content) > 1 or first.end > cue.start:
            continue
        if cue.text not in _REPORTING or given.source is None or not is_medium(given.source.text):
            continue
        if not text[first.start].isupper() or given.zone == "headline":
            continue
        if not holds(text, first.start, min(first.end, first.start + _REACH), _VERBS):
            continue
        clause = _opening_of(tokenize(text, [first.span])[0])
        if clause is not None and not claims.cues.touches(clause.cue):
            inner.append(
                build_attribution(
                    text,
                    [clause.content],
                    cue=clause.cue,
                    source=clause.source,
                    reason=Reason(stage=STAGE, evidence="opens what is reported"),
                    quotations=quotations,
                )
            )
    return inner


def _opening_of(table: TokenTable) -> Clause | None:
    """The clause whose source opens a table of what is reported."""
    if len(table.sentence_starts) > 1:
        return None
    begin = table.starts[0]
    for rule in (SAID_CLAUSES, TOLD_CLAUSES):
        clause = next(read_clauses(rule, [table], _NONE), None)
        if clause is not None and clause.source[0] == begin:
            return clause
    return _that_clause(table) or _deed_clause(table)


def _deed_clause(table: TokenTable) -> Clause | None:
    """A verb that says with its object what is thought: "stressed the need for talks"."""
    lower = [token_type.lower for token_type in table.types]
    verb = next((at for at in range(1, min(len(lower), _FARTHEST)) if lower[at] in _DEEDS), 0)
    if not verb or lower[verb + 1 :] == [] or lower[verb + 1] in _NO_OBJECT:
        return None
    if len(lower) < verb + 1 + _FEWEST:
        return None
    return _from_start(table, verb, verb + 1)


def _from_start(table: TokenTable, verb: int, begin: int) -> Clause | None:
    """The clause of a verb and what it says from a token on, if its source opens the table."""
    clause = plain_clause(table, 0, verb, (begin, len(table)), "")
    is_first = clause is not None and clause.source[0] == table.starts[0]
    return clause if is_first else None


def _that_clause(table: TokenTable) -> Clause | None:
    """A verb of saying and its "that", an addressee between: "told reporters in Lima that"."""
    lower = [token_type.lower for token_type in table.types]
    verbs = label_words("clause_verbs")
    verb = next((at for at in range(1, min(len(lower), _FARTHEST)) if lower[at] in verbs), 0)
    if not verb or "that" not in lower[verb + 1 :]:
        return None
    that = lower.index("that", verb + 1)
    between = lower[verb + 1 : that]
    is_next = not between or (
        lower[verb] in _TELLING
        and len(between) <= _LONGEST_ADDRESSEE
        and _NO_ADDRESSEE.isdisjoint(between)
    )
    if not is_next or len(lower) < that + 1 + _FEWEST or not is_main(table, that + 1, len(lower)):
        return None
    clause = _from_start(table, verb, that)
    # Whom it is told is no part of the cue.
    return None if clause is None else evolve(clause, cue=(clause.cue[0], table.ends[verb]))
