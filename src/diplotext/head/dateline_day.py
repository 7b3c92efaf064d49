"""The day among a dateline's pieces: in brackets or not, or its number alone."""

from __future__ import annotations

from diplotext.combinators import Miss
from diplotext.head.dateline_read import Pieces
from diplotext.head.day import Day, day
from diplotext.lazy_pattern import gated_regex
from diplotext.lexicon.agency import agencies
from diplotext.lexicon.day import weekdays
from diplotext.lexicon.fold import fold

__all__ = ["read_day", "read_number"]

# "MADRID, 03 (EFE)"; AFP's of its Arabic desk, with the month: "Cairo 3-18 (AFP) -".
NUMBER_RE = gated_regex(
    r"(?:(?P<month>1?\d)-)?(?P<day>[0-3]?\d)(?=[ ]\((?P<agency>[^()\n]{2,30})\))"
)


def read_number(text: str, at: int, pieces: Pieces) -> tuple[Day, int] | None:
    """The day of a month that is not named, between place and agency: "MADRID, 03 (EFE)".

    A known agency tells it from a score: "Boston 3-2 (OT)".
    """
    found = NUMBER_RE.match(text, at) if pieces.order == "W" and pieces.places[0].is_known else None
    if found is None or found["agency"] not in agencies():
        return None
    month = int(found["month"]) if found["month"] is not None else None
    if month is None and text[at - 2 : at] != ", ":
        return None
    end = found.end("day")
    return Day(text, at, end, month=month, day=int(found["day"])), end


# "LONDON, Tuesday.", "SYDNEY, Monday night.", "WELLINGTON, This Day.": papers of 1870 to 1960.
NEAR_RE = gated_regex(
    r"(?:(?i:this\s(?:day|morning|afternoon|evening)|last\s(?:night|evening)|yesterday|to-?day|to-?night)"
    r"|(?P<weekday>\p{Lu}\p{L}{2,8})(?:[ ](?i:night|evening|morning|afternoon|midnight|noon))?)"
    r"(?=\.?(?:[ ]{1,3}[\p{Lu}(]|[—–-]|[ \t]*\r?(?:\n|$)))"
)


def _read_near(text: str, at: int) -> tuple[Day, int] | None:
    """The day that only the paper's own tells, behind a comma: "Tuesday.", "This Day."."""
    found = NEAR_RE.match(text, at) if text[at - 2 : at] == ", " else None
    if found is None:
        return None
    named = found["weekday"]
    weekday = weekdays("en").get(fold(named)) if named is not None else None
    is_day = named is None or weekday is not None
    return (Day(text, at, found.end(), weekday=weekday), found.end()) if is_day else None


# COMTEX puts its own day before the wire's: "OSLO, March 4, March 4, 2022 (GLOBE NEWSWIRE via ...".
AGAIN_RE = gated_regex(r"(?P<day>\p{Lu}\p{L}{2,8}\.?\s\d{1,2}),\s(?P<again>(?P=day),\s\d{4})")


def read_day(text: str, at: int) -> tuple[Day, int] | None:
    """The day at ``at``, in brackets or not, and its end."""
    bracket = text[at : at + 1] == "("
    found = day(text, at + bracket)
    if isinstance(found, Miss):
        return _read_near(text, at)
    again = AGAIN_RE.match(text, at) if not bracket else None
    if again is not None:
        found = day(text, again.start("again"))
        if isinstance(found, Miss):
            return None
    if bracket and text[found.end : found.end + 1] != ")":
        return None
    return found.value, found.end + bracket
