"""The day among a dateline's pieces: in brackets or not, or its number alone."""

from __future__ import annotations

from diplotext.combinators import Miss
from diplotext.head.dateline_form import Pieces
from diplotext.head.day import Day, day
from diplotext.lazy_pattern import gated_regex
from diplotext.lexicon.agency import agencies

__all__ = ["read_day", "read_number"]

# "MADRID, 03 (EFE)"
NUMBER_RE = gated_regex(r"(?P<day>[0-3]?\d)(?=[ ]\((?P<agency>[^()\n]{2,30})\))")


def read_number(text: str, at: int, pieces: Pieces) -> tuple[Day, int] | None:
    """The day of a month that is not named, between place and agency: "MADRID, 03 (EFE)"."""
    found = NUMBER_RE.match(text, at) if pieces.order == "W" and pieces.places[0].is_known else None
    if found is None or text[at - 2 : at] != ", " or found["agency"] not in agencies():
        return None
    end = found.end("day")
    return Day(text, at, end, day=int(found["day"])), end


def read_day(text: str, at: int) -> tuple[Day, int] | None:
    """The day at ``at``, in brackets or not, and its end."""
    bracket = text[at : at + 1] == "("
    found = day(text, at + bracket)
    if isinstance(found, Miss) or (bracket and text[found.end : found.end + 1] != ")"):
        return None
    return found.value, found.end + bracket
