"""Finite verbs that no noun phrase has, as patterns of the rules: "has", "would", "did"."""

from __future__ import annotations

__all__ = ["AUXILIARY", "DO"]

# "be", "have" and the modals: the clause begins before one of them.
AUXILIARY = "is|are|was|were|has|have|had|will|would|can|could|may|might|must|should"
# May be a verb of its own: "did the work".
DO = "do|does|did"
