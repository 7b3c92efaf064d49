"""Sayings in what another says: `The mayor said Kvik would sail, | according to a letter`.

    An aide said | Mr Berg told the board that he would go     sources said | the union argued that

The learned stages see the one whose clause is the sentence's alone. Who says it stands before the
verb, behind a "that", a comma or a conjunction, and what they say goes on to where what holds it
ends, or the sentence. What a medium reports may open with a deed of words: "The premier | stressed
the need for talks, | TASS reported". Read where nobody has the verb, outside of quotations.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from diplotext.attribution.build import Span, build_attribution
from diplotext.attribution.clause.clause import (
    STAGE,
    Claims,
    Clause,
    are_closed,
    before_final_marks,
    offsets_of,
    sentence_of,
)
from diplotext.attribution.clause.clause_source import apposed_before, back_over, is_main
from diplotext.attribution.clause.said_clause import opens_clause
from diplotext.attribution.clause.that_clause import source_before
from diplotext.attribution.clause.told_clause import told_begin
from diplotext.attribution.labels import label_words
from diplotext.attribution.places import PlaceIndex
from diplotext.attribution.source.citing import is_medium
from diplotext.body.sentence import word_set
from diplotext.body.token import OUTSIDE, TokenTable
from diplotext.model import Attribution, Quotation, Reason

__all__ = ["INNER_VERBS", "find_inner_clauses"]

# Behind these no "that" is needed: "argued | the yard was too small".
_PLAIN = word_set("said says insisted insists argued argues")
_TELLING = word_set("told tells assured warned informed reminded notified")
# Verbs with an object: "stressed the need for talks", "accused Norland of lies".
_DEEDS = word_set(
    """
    accused urged stressed underlined underscored reiterated emphasized emphasised condemned hailed
    praised rejected criticized criticised denied affirmed slammed denounced
    """
)
INNER_VERBS: frozenset[str] = (
    _PLAIN
    | _TELLING
    | _DEEDS
    | word_set(
        """
        claimed claims stated states announced acknowledged asserted noted explained added reported
        admitted confirmed declared suggested testified wrote complained alleged
        """
    )
)
_REPORTING = frozenset(("according to", "reported", "reports", "said", "says"))
_HIM = word_set("him her them it me us")
_PRONOUNS = word_set("he she they we i")
_SHARES = word_set("percent pct % half third quarter")
_NO_ADDRESSEE = frozenset('.,;:—–()"“”')
_NO_OBJECT = word_set("in by of on at for from with to and or was were has had")
_NOT_TOLD = word_set("of about in by on at for from with to and or")  # "told of a plan that"
_LONGEST_ADDRESSEE = 8
_DEEPEST = 9  # contents around a verb, or beside them
_FEWEST = 3  # tokens of what is said


def find_inner_clauses(
    text: str, index: PlaceIndex, found: Sequence[Attribution], quotations: Sequence[Quotation]
) -> list[Attribution]:
    """The sayings in what is said, where nobody has their verb.

    >>> from diplotext.body.token import tokenize
    >>> text = "The mayor said Kvik would sail, according to a letter."
    >>> said = build_attribution(text, [(0, 30)], cue=(32, 44), source=(45, 53),
    ...                          reason=Reason(stage="learned", evidence="according to"))
    >>> index = PlaceIndex(tokenize(text, [(0, len(text))]), INNER_VERBS)
    >>> [(a.source.text, a.cue.text, a.content[0].text)
    ...  for a in find_inner_clauses(text, index, [said], ())]
    [('The mayor', 'said', 'Kvik would sail')]
    """
    claims = Claims(found)
    places = [place for place in index.places_of_any(INNER_VERBS) if _is_free(*place, claims)]
    held = _held(found) if places else []
    inner = []
    for table, verb in places:
        holder = _holder(held, offsets_of(table, verb, verb + 1))
        clause = None if holder is None else _clause_in(table, verb, *holder)
        if clause is not None:
            inner.append(
                build_attribution(
                    text,
                    [clause.content],
                    cue=clause.cue,
                    source=clause.source,
                    reason=Reason(stage=STAGE, evidence=clause.evidence),
                    quotations=quotations,
                )
            )
    return inner


def _is_free(table: TokenTable, verb: int, claims: Claims) -> bool:
    """Whether a verb is nobody's cue, and within what somebody says, outside of a quotation."""
    span = offsets_of(table, verb, verb + 1)
    if claims.cues.touches(span) or table.quotes[verb] != OUTSIDE:
        return False
    return claims.contents.touches(span)


def _held(found: Sequence[Attribution]) -> list[tuple[Span, Attribution]]:
    """All that is said in the body, in order, and whose it is."""
    cued = [a for a in found if a.zone == "body" and a.cue is not None]
    return sorted([(part.span, a) for a in cued for part in a.content], key=lambda part: part[0])


def _holder(
    held: Sequence[tuple[Span, Attribution]], span: Span
) -> tuple[Attribution, Span] | None:
    """The smallest content around a range of the text, and whose it is."""
    at = bisect_right(held, span[0], key=lambda part: part[0][0])
    around = [
        (given, part) for part, given in held[max(0, at - _DEEPEST) : at] if span[1] <= part[1]
    ]
    return min(around, key=lambda one: one[1][1] - one[1][0], default=None)


def _clause_in(table: TokenTable, verb: int, given: Attribution, held: Span) -> Clause | None:
    """The clause of the verb at a token, within what somebody says."""
    first, stop = sentence_of(table, verb)
    first = max(first, bisect_left(table.starts, held[0]))
    stop = before_final_marks(table, verb + 1, min(stop, bisect_left(table.starts, held[1])))
    first += table.types[first].lower == "that"
    begin = _begin_of(table, verb, stop)
    is_deed = not begin and table.words[verb] in _DEEDS and stop > verb + _FEWEST
    if is_deed and table.words[verb + 1] not in _NO_OBJECT and _is_reported(given, held):
        begin = verb + 1
    cue = back_over(table, verb, first + 1)
    source, behind = source_before(table, first, cue) if begin and cue > first else -1, cue
    if source < 0 and begin and (apposed := apposed_before(table, cue, first)) is not None:
        source, behind = apposed  # "Berg, a lawyer, said"
    if source < 0 or not _may_say(table, source, cue, is_before=_is_before(held, given)):
        return None
    if is_deed and table.starts[source] != held[0]:
        return None
    if any(table.quotes[source:verb]) or not are_closed(table.quotes[begin:stop]):
        return None
    return Clause(
        content=offsets_of(table, begin, stop),
        cue=offsets_of(table, cue, verb + 1),
        source=offsets_of(table, source, behind),
        evidence="within what is said",
    )


def _is_before(held: Span, given: Attribution) -> bool:
    """Whether what is held stands before its cue."""
    return given.cue is not None and held[1] <= given.cue.start


def _is_reported(given: Attribution, held: Span) -> bool:
    """Whether a medium reports what is held, behind it."""
    cue, source = given.cue, given.source
    if cue is None or source is None or cue.text not in _REPORTING:
        return False
    return _is_before(held, given) and is_medium(source.text)


def _may_say(table: TokenTable, source: int, cue: int, *, is_before: bool) -> bool:
    """Whether tokens are somebody else than who says it all, whose cue they may stand before."""
    who = [token.lower for token in table.types[source:cue]]
    if not is_before and who[0] in _PRONOUNS and len(who) == 1:
        return False  # "She said | she told them that": she says it herself
    if not label_words("clause_verbs").isdisjoint(who):
        return False
    # "half — 55 percent — of voters said they would", "a poll found | 55 percent said they would"
    return who[0] not in _NOT_TOLD and _SHARES.isdisjoint(who)


def _begin_of(table: TokenTable, verb: int, stop: int) -> int:
    """Where what is said begins behind a verb; 0 where no clause is seen."""
    if stop < verb + 1 + _FEWEST:
        return 0
    lower = [token.lower for token in table.types[verb : verb + _LONGEST_ADDRESSEE + 2]]
    that = lower.index("that") if "that" in lower else 0
    if that == 1 or (that and lower[0] in _TELLING and _is_told(lower[1:that])):
        return verb + that if is_main(table, verb + that + 1, stop) else 0
    if lower[0] in _PLAIN:
        return verb + 1 if opens_clause(table, verb + 1, stop) else 0
    if lower[0] not in ("told", "tells"):
        return 0
    if lower[1] in _HIM:
        return verb + 2 if opens_clause(table, verb + 2, stop) else 0
    begin = bisect_left(table.starts, told_begin(table, verb, stop))
    return begin if begin > verb and opens_clause(table, begin, stop) else 0


def _is_told(between: Sequence[str]) -> bool:
    """Whether words between "told" and "that" are somebody."""
    return between[0] not in _NOT_TOLD and _NO_ADDRESSEE.isdisjoint(between)
