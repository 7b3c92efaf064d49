"""The rules of cue clauses, in the order in which they are asked."""

from __future__ import annotations

from functools import cache

from diplotext.attribution.clause.according_clause import ACCORDING_CLAUSES
from diplotext.attribution.clause.circumstance_clause import CIRCUMSTANCE_CLAUSES
from diplotext.attribution.clause.clause import ClauseRule
from diplotext.attribution.clause.colon_clause import COLON_CLAUSES
from diplotext.attribution.clause.cue_clause import CUE_CLAUSES
from diplotext.attribution.clause.enclosed_clause import ENCLOSED_CLAUSES
from diplotext.attribution.clause.end_clause import END_CLAUSES
from diplotext.attribution.clause.hearing import HEARINGS
from diplotext.attribution.clause.in_words import IN_WORDS
from diplotext.attribution.clause.inner_clause import INNER_VERBS
from diplotext.attribution.clause.interposed_clause import INTERPOSED_CLAUSES
from diplotext.attribution.clause.interposed_opening import INTERPOSED_OPENINGS
from diplotext.attribution.clause.inverted_clause import INVERTED_CLAUSES
from diplotext.attribution.clause.inverted_final import INVERTED_FINALS
from diplotext.attribution.clause.leading_clause import LEADING_CLAUSES
from diplotext.attribution.clause.naming_clause import NAMING_CLAUSES
from diplotext.attribution.clause.order_clause import ORDER_CLAUSES
from diplotext.attribution.clause.passive_clause import PASSIVE_CLAUSES
from diplotext.attribution.clause.polled_clause import POLLED_CLAUSES
from diplotext.attribution.clause.press_lead import PRESS_LEADS
from diplotext.attribution.clause.said_clause import SAID_CLAUSES
from diplotext.attribution.clause.that_clause import THAT_CLAUSES
from diplotext.attribution.clause.told_clause import TOLD_CLAUSES
from diplotext.attribution.places import Key

__all__ = ["CLAUSES", "clause_keys"]

# Each for what those before it have left.
CLAUSES: tuple[ClauseRule, ...] = (
    CUE_CLAUSES,
    END_CLAUSES,
    ENCLOSED_CLAUSES,
    INVERTED_CLAUSES,
    INTERPOSED_OPENINGS,
    INVERTED_FINALS,
    COLON_CLAUSES,
    LEADING_CLAUSES,
    THAT_CLAUSES,
    ORDER_CLAUSES,
    HEARINGS,
    PRESS_LEADS,
    ACCORDING_CLAUSES,
    IN_WORDS,
    TOLD_CLAUSES,
    CIRCUMSTANCE_CLAUSES,
    INTERPOSED_CLAUSES,
    POLLED_CLAUSES,
    PASSIVE_CLAUSES,
    NAMING_CLAUSES,
    SAID_CLAUSES,
)


@cache
def clause_keys() -> frozenset[Key]:
    """All words that any of the rules acts on."""
    return INNER_VERBS.union(*(rule.keys for rule in CLAUSES))
