"""Datelines aboard: a ship or an aeroplane in a town's place, with its agency in brackets.

    On board the Ocean Viking (AFP) -      Aboard a US military plane, March 4 (AFP) -
    ABOARD A U.S. MILITARY AIRCRAFT (AP) —        USS HARLOW, At Sea (NNS) --

What is in capitals, or capitalised throughout, is as well read as other places are; this form is
for the rest. Without a known agency and a dash it is a sentence.
"""

from __future__ import annotations

from diplotext.combinators import Match
from diplotext.head.agency import read_marked_agency
from diplotext.head.day import day
from diplotext.lazy_pattern import lazy_regex
from diplotext.lexicon.place import ordinary_capitals
from diplotext.model import Dateline, Passage, Place

__all__ = ["read_vessel"]

VESSEL_RE = lazy_regex(
    r"(?P<place>(?:(?:On|ON)[ ](?:[Bb]oard|BOARD)|Aboard|ABOARD|USNS|USS|HMS)[ ]"
    r"\p{L}[^\n\d()/:;,!?–—]{3,50}(?:\d{1,3}[^\n\d()/:;,!?–—]{0,20})?"
    r"(?:,[ ](?!\p{Lu}\p{L}{2,8}\.?[ ]\d)(?:\p{Lu}[\p{L} ]{2,30}|at[ ]sea))?)"
    r"(?:,?[ ](?=(?:\p{Lu}\p{L}{2,8}\.?[ ]\d|\d{1,2}[ ]\p{Lu})))?"
)
CLOSE_RE = lazy_regex(r"[ ]?(?:[-–—]{1,2}(?=\s)|:(?=\s))")
FIRST = "AOUH"


def read_vessel(text: str, pos: int) -> Dateline | None:
    """The dateline aboard a ship or an aeroplane at ``pos``, None if there is none.

    >>> read_vessel("On board the Ocean Viking (AFP) - Waves rose.", 0).places[0].text
    'On board the Ocean Viking'
    >>> read_vessel("Aboard the ship was Ann Roe (Labour) - so they said.", 0) is None
    True
    """
    if text[pos : pos + 1] not in FIRST:
        return None
    found = VESSEL_RE.match(text, pos)
    if found is None:
        return None
    end = pos + len(found["place"].rstrip())
    read = day(text, found.end()) if found.end() > found.end("place") else None
    when = read.value if isinstance(read, Match) else None
    at = read.end if isinstance(read, Match) else end
    bracket = text.find("(", at, at + 2)
    sent = read_marked_agency(text, bracket) if bracket >= 0 else None
    close = CLOSE_RE.match(text, sent.end) if sent is not None and sent.is_known else None
    if sent is None or close is None:
        return None
    printed = text[pos:end]
    name = ordinary_capitals(printed) if printed.isupper() else printed
    return Dateline(
        text,
        pos,
        close.end(),
        places=(Place(text, pos, end, name=name),),
        agencies=sent.agencies,
        date=None if when is None else when.date,
        date_text=None if when is None else Passage(text, when.start, when.end),
    )
