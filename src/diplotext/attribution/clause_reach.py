"""Contents that stop before their verb: "said that the document | , written in Rome, will appear".

What is said in words of one's own is a clause, and a clause has a finite verb. One that was cut at
a comma without it, or whose only verb is a relative clause's or a condition's ("that if he stays |
, the union will leave"), goes on to the end of its sentence.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from diplotext.attribution.block import Unit
from diplotext.attribution.labels import label_words
from diplotext.attribution.run import Run
from diplotext.attribution.tagger import TAGS
from diplotext.body.sentence import word_set
from diplotext.body.token import CLOSE

__all__ = ["reach_clause"]

_FINITE = frozenset(TAGS.index(tag) for tag in ("VBD", "VBZ", "VBP", "MD"))
_BREAKS = frozenset((",", ";", "_", "--", "—", "–", "-"))
_RELATIVE = word_set("who which whose whom where")
_CONDITION = word_set("if when although though while because unless since after before once until")
_SAYING = word_set("say says said saying")
_MOST_FAR = 3  # tokens between the cue's head and what is said: "told them on"


def reach_clause(
    unit: Unit, head: int, runs: Sequence[Run], others: Iterable[Run]
) -> Sequence[Run]:
    """The content's runs, the last as far as its clause goes; the same ones where it is whole.

    ``head`` is the cue's; ``others`` are the runs of other attributions, which it must not enter.
    """
    if len(runs) != 1 or not head < runs[0][0] <= head + _MOST_FAR:
        return runs
    start, stop = runs[0]
    cue = unit.types[head].lower
    # "announced his engagement, which" is whole: others than these take nouns.
    if cue not in _SAYING and not (
        unit.types[start].lower == "that" and cue in label_words("clause_verbs")
    ):
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
    if any(low < end and stop < high for low, high in others):
        return runs
    return [(start, end)]


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
