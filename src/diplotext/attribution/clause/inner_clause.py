"""Sayings in what another says: `The port said Kvik would sail, | according to a letter`.

    An aide said | Mr Berg told the board that he would go     sources said | the union argued that

The learned stages see the one whose clause is the sentence's alone. Who says it stands before the
verb, behind a "that", a comma or a conjunction, and what they say goes on to where what holds it
ends, or the sentence. Read where nobody has the verb, outside of quotations.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from diplotext.attribution.build import Span, build_attribution
from diplotext.attribution.clause.clause import (
    STAGE,
    Claims,
    are_closed,
    before_final_marks,
    offsets_of,
    sentence_of,
)
from diplotext.attribution.clause.clause_source import back_over, is_main
from diplotext.attribution.clause.said_clause import opens_clause
from diplotext.attribution.clause.that_clause import source_before
from diplotext.attribution.clause.told_clause import told_begin
from diplotext.attribution.places import PlaceIndex
from diplotext.body.sentence import word_set
from diplotext.body.token import OUTSIDE, TokenTable
from diplotext.model import Attribution, Quotation, Reason

__all__ = ["INNER_VERBS", "find_inner_clauses"]

# Behind these no "that" is needed: "argued | the yard was too small".
_PLAIN = word_set("said says insisted insists argued argues")
_TELLING = word_set("told tells assured warned informed reminded notified")
INNER_VERBS: frozenset[str] = (
    _PLAIN
    | _TELLING
    | word_set(
        """
        claimed claims stated states announced denied acknowledged asserted stressed noted explained
        added reported admitted confirmed declared suggested testified wrote complained alleged
        """
    )
)
_HIM = word_set("him her them it me us")
_PRONOUNS = word_set("he she they we i")
_SHARES = word_set("percent pct % half third quarter")
_NO_ADDRESSEE = frozenset('.,;:—–()"“”')
_NOT_TOLD = word_set("of about in by on at for from with to and or")  # "told of a plan that"
_LONGEST_ADDRESSEE = 8
_FEWEST = 3  # tokens of what is said


def find_inner_clauses(
    text: str, index: PlaceIndex, found: Sequence[Attribution], quotations: Sequence[Quotation]
) -> list[Attribution]:
    """The sayings in what is said, where nobody has their verb.

    >>> from diplotext.body.token import tokenize
    >>> text = "The port said Kvik would sail, according to a letter."
    >>> said = build_attribution(text, [(0, 29)], cue=(31, 43), source=(44, 52),
    ...                          reason=Reason(stage="learned", evidence="according to"))
    >>> index = PlaceIndex(tokenize(text, [(0, len(text))]), INNER_VERBS)
    >>> [(a.source.text, a.cue.text, a.content[0].text)
    ...  for a in find_inner_clauses(text, index, [said], ())]
    [('The port', 'said', 'Kvik would sail')]
    """
    claims = Claims(found)
    inner = []
    for table, verb in index.places_of_any(INNER_VERBS):
        span = offsets_of(table, verb, verb + 1)
        if claims.cues.touches(span) or not claims.contents.touches(span):
            continue
        if table.quotes[verb] == OUTSIDE and (holder := _holder(found, span)) is not None:
            clause = _clause_in(table, verb, holder[0])
            # "She said | she told them that": she says it herself.
            if clause is not None and (
                holder[1] or text[slice(*clause[2])].lower() not in _PRONOUNS
            ):
                content, cue, source = clause
                inner.append(
                    build_attribution(
                        text,
                        [content],
                        cue=cue,
                        source=source,
                        reason=Reason(stage=STAGE, evidence="within what is said"),
                        quotations=quotations,
                    )
                )
    return inner


def _holder(found: Sequence[Attribution], span: Span) -> tuple[Span, bool] | None:
    """The smallest content around a range of the text, in the body, and whether its cue follows."""
    around = [
        (part.span, given.cue.start >= part.end)
        for given in found
        if given.zone == "body" and given.cue is not None
        for part in given.content
        if part.start <= span[0] and span[1] <= part.end
    ]
    return min(around, key=lambda held: held[0][1] - held[0][0], default=None)


def _clause_in(table: TokenTable, verb: int, holder: Span) -> tuple[Span, Span, Span] | None:
    """What is said by the verb at a token, the cue and who says it, within a range."""
    first, stop = sentence_of(table, verb)
    first = max(first, bisect_left(table.starts, holder[0]))
    stop = before_final_marks(table, verb + 1, min(stop, bisect_left(table.starts, holder[1])))
    first += table.types[first].lower == "that"
    begin = _begin_of(table, verb, stop)
    cue = back_over(table, verb, first + 1)
    source = source_before(table, first, cue) if begin and cue > first else -1
    if source < 0 or table.types[source].lower in _NOT_TOLD:
        return None  # "half — 55 percent — of voters said they would"
    if any(token.lower in _SHARES for token in table.types[source:cue]):
        return None  # "a poll found | 55 percent of voters said they would"
    if any(table.quotes[source:verb]) or not are_closed(table.quotes[begin:stop]):
        return None
    return (
        offsets_of(table, begin, stop),
        offsets_of(table, cue, verb + 1),
        offsets_of(table, source, cue),
    )


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
