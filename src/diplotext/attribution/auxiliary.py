"""Finite verbs that no noun phrase has, as patterns of the rules: "has", "would", "did"."""

from __future__ import annotations

__all__ = ["AUXILIARY", "DO", "FINITE", "PAST"]

# "be", "have" and the modals: the clause begins before one of them.
AUXILIARY = "is|are|was|were|has|have|had|will|would|can|could|may|might|must|should"
# May be a verb of its own: "did the work".
DO = "do|does|did"
# Pasts without "-ed" that are seldom nouns or adjectives at a subject's end: "the ship | sank".
PAST = (
    "became|began|broke|brought|built|came|cost|cut|drew|drove|fell|fled|flew|forgot|found|fought"
    "|gave|got|grew|held|hit|kept|knew|lay|led|left|let|lost|made|meant|met|paid|put|ran|read|rose"
    "|sank|sat|saw|sent|set|shot|shut|slept|sold|spent|split|spoke|stood|stole|struck|swam|swept|took"
    "|taught|told|threw|understood|went|wept|woke|won|wore|wrote"
)
# A finite verb of any sort, or what looks like one.
FINITE = rf"{AUXILIARY}|{DO}|{PAST}|[a-z]{{2,}}ed"
