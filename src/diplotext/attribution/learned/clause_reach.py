"""Contents that begin or end within their clause.

    said that the document | , written in Rome, will appear
    The bank may sell bonds | that turn into shares, an aide said

What is said in words of one's own is a clause, and a clause has a finite verb. One that was cut at
a comma without it, or whose only verb is a relative clause's or a condition's ("that if he stays |
, the union will leave"), goes on to the end of its sentence. One before its cue clause begins with
the sentence, unless somebody else's words stand before it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

from diplotext.attribution.labels import label_words
from diplotext.attribution.learned.block import Unit
from diplotext.attribution.learned.run import Run
from diplotext.attribution.learned.tagger import TAGS
from diplotext.attribution.lemma import base_of
from diplotext.body.sentence import word_set
from diplotext.body.token import CLOSE

__all__ = ["reach_back", "reach_clause"]

_FINITE = frozenset(TAGS.index(tag) for tag in ("VBD", "VBZ", "VBP", "MD"))
_BREAKS = frozenset((",", ";", "_", "--", "—", "–", "-"))
_RELATIVE = word_set("who which whose whom where")
_CONDITION = word_set("if when although though while because unless since after before once until")
_SAYING = word_set("say says said saying")
_LINKING = frozenset(TAGS.index(tag) for tag in ("CC", "RB", "IN", "W"))
_CONJUNCTION = TAGS.index("CC")
_PARTING = frozenset((";", ":", "--", "—", "–", "_", "(", ")", "-", "[", "]"))
_FEW = 4  # "In the end, "
_MOST_FAR = 3  # tokens between the cue's head and what is said: "told them on"
_FAR_THAT = 12  # "told reporters after the meeting at the palace that"


@cache
def _clause_verbs() -> frozenset[str]:
    """The verbs of saying that a clause may follow, in their base forms."""
    return frozenset(map(base_of, label_words("clause_verbs")))


Claims = Sequence[tuple[int, Run]]


def reach_clause(unit: Unit, head: int, runs: Sequence[Run], claims: Claims) -> Sequence[Run]:
    """The content's runs, the last as far as its clause goes; the same ones where it is whole.

    ``head`` is the cue's; ``claims`` are the runs of the unit's attributions, each with its cue's
    head; those of others must not be entered.
    """
    if len(runs) != 1 or not head < runs[0][0]:
        return runs
    start, stop = runs[0]
    is_that = unit.types[start].lower == "that"
    if start > head + (_FAR_THAT if is_that else _MOST_FAR):
        return runs
    cue = unit.types[head].lower
    # "announced his engagement, which" is whole: others than these take nouns.
    if cue not in _SAYING and not (is_that and base_of(cue) in _clause_verbs()):
        return runs
    at = bisect_left(unit.bounds, stop)
    end = unit.bounds[at] if at < len(unit.bounds) else len(unit)
    if stop >= end or unit.words[stop] not in _BREAKS or _is_whole(unit, start, stop):
        return runs
    if not any(tag in _FINITE for tag in unit.tags[stop:end]):
        return runs
    quotes = unit.quotes
    if quotes[start] or quotes[stop] or quotes[end - 1] not in (0, CLOSE):
        return runs
    if _is_claimed(claims, head, stop, end):
        return runs
    return [(start, end)]


def reach_back(unit: Unit, head: int, runs: Sequence[Run], claims: Claims) -> Sequence[Run]:
    """The content's runs, the first from its sentence's start; the same ones where it is whole."""
    start, stop = runs[0]
    if len(runs) != 1 or stop > head or unit.words[stop] != ",":
        return runs
    low = unit.bounds[bisect_right(unit.bounds, start) - 1]
    high = bisect_right(unit.bounds, head)
    if low == start or unit.bounds[high - 1] != low or any(unit.quotes[low:stop]):
        return runs
    before = unit.words[low:start]
    if (len(before) <= _FEW and before[-1] == ",") or not _PARTING.isdisjoint(before):
        return runs
    if len(before) == 1 and unit.tags[low] in _LINKING:
        return runs
    if _is_claimed(claims, head, low, start):
        return runs
    if unit.tags[low] == _CONJUNCTION:  # "But as the rivers rise, "
        low += 1
    return [(low, stop)]


def _is_claimed(claims: Claims, head: int, start: int, stop: int) -> bool:
    """Whether tokens of a range are of an attribution with another head."""
    return any(owner != head and low < stop and start < high for owner, (low, high) in claims)


def _is_whole(unit: Unit, start: int, stop: int) -> bool:
    """Whether a clause has a finite verb of its own."""
    types, tags = unit.types, unit.tags
    if types[start].lower == "that":
        start += 1
    if start < stop and types[start].lower in _CONDITION:
        return "," in unit.words[start:stop]
    for at in range(start, stop):
        if at > start and types[at].lower in _RELATIVE and unit.words[at - 1] == ",":
            return False
        if tags[at] in _FINITE:
            return True
    return False
