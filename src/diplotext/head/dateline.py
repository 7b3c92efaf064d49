r"""Datelines: where, when and by which agency a story was filed.

    MOSCOW, January 21. /TASS/.          BEIJING, March 31 (Xinhua) --
    ANN ARBOR, Mich./FLORHAM PARK, New Jersey, Feb. 12, 2026 /PRNewswire/ --
    (ANSA) - ROME, JUL 11 -              SALT LAKE CITY —

A dateline is read as pieces (places, a day, agencies, in any order, with their joints), and the
pieces are then judged by a table of forms (``dateline_form``), from the strictest to the loosest:
the less a form says, the more the gazetteer and the capitals have to say for it. Looks alike, and
is none: ``NASA -- the space agency --``, ``SMITH (AP) -- no relation``, ``COVID-19 - five things``.

    dateline = pieces closing
    closing  = "-" | "--" | "–" | "—" | "_" | ":" | "." | "/" | "|" | nothing

Not handled: datelines at the end of a story, other alphabets than the Latin one.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from attrs import evolve

from diplotext.combinators import Match, Miss, Parser, parse_with, spanned
from diplotext.head.agency import agency
from diplotext.head.dateline_day import read_day
from diplotext.head.dateline_form import has_form
from diplotext.head.dateline_gate import is_gated
from diplotext.head.dateline_piece import read_pieces
from diplotext.head.dateline_read import Pieces
from diplotext.head.dateline_vessel import read_vessel
from diplotext.head.day import Day, day, resolve_day
from diplotext.head.place import place
from diplotext.model import Agency, Dateline, Passage, Place

__all__ = [
    "agency",
    "dateline",
    "dateline_of",
    "day",
    "parse_dateline",
    "place",
    "resolve_dateline",
]


def parse_dateline(text: str, published: datetime.date | None = None) -> Dateline:
    """The dateline at the start of the text; raises ``ParseError`` if there is none.

    ``published`` gives a date its year where the text has none.

    >>> import datetime
    >>> found = parse_dateline("GENEVA, March 14 (Reuters) - Text", datetime.date(2021, 3, 15))
    >>> [place.name for place in found.places], found.agencies[0].id, found.date
    (['Geneva'], 'reuters', datetime.date(2021, 3, 14))
    >>> found.text
    'GENEVA, March 14 (Reuters) -'
    >>> parse_dateline("GENEVA hosts the talks.")
    Traceback (most recent call last):
    diplotext.errors.ParseError: line 1, column 7: expected agency, closing mark or date
    GENEVA hosts the talks.
          ^
    """
    return resolve_dateline(parse_with(_explained, text), published)


def _explained(text: str, pos: int, /) -> Match[Dateline] | Miss:
    """As ``dateline``; a miss says how far it came also where no dateline can stand."""
    found = dateline(text, pos)
    if isinstance(found, Match):
        return found
    return max(found, _miss(pos, read_pieces(text, pos)), key=lambda miss: miss.pos)


def dateline(text: str, pos: int, /) -> Match[Dateline] | Miss:
    """The dateline at ``pos``, in any form of the table.

    Its date is None where only the day of publication can tell: see ``resolve_dateline``.

    >>> dateline("SALT LAKE CITY — Snow fell.", 0).value.text
    'SALT LAKE CITY —'
    >>> dateline("NASA — the space agency — said", 0).pos
    4
    """
    if text.startswith(REPORTING, pos):
        return _read_reporting(text, pos)
    read = read_pieces(text, pos) if is_gated(text, pos) else []
    # The last piece may be the first words of the story: "(Reuters) - France, ...".
    for pieces in reversed(read):
        if has_form(pieces):
            return Match(_build(text, pos, pieces), pieces.close)
    aboard = read_vessel(text, pos)
    return Match(aboard, aboard.end) if aboard is not None else _miss(pos, read)


REPORTING = "Reporting from "  # the Los Angeles Times of 2008 to 2014


def _read_reporting(text: str, pos: int) -> Match[Dateline] | Miss:
    """As in "Reporting from Harlow, Iowa — The ferry ...": the words vouch for the town."""
    at = pos + len(REPORTING)
    read = read_pieces(text, at) if is_gated(text, at) else []
    for pieces in reversed(read):
        if pieces.order in REPORTED and pieces.closing == "dash" and pieces.opens_text:
            return Match(_build(text, pos, pieces), pieces.close)
    return _miss(at, read)


REPORTED = frozenset(("W", "WD"))


PIECES = frozenset({"place", "date", "agency"})
BEHIND = {"D": "date", "A": "agency"}  # what may stand behind the place, by its letter


def _miss(pos: int, read: list[Pieces]) -> Miss:
    """What would have been right behind the pieces that were read."""
    if not read:
        return Miss(pos, PIECES)
    missing = {name for kind, name in BEHIND.items() if kind not in read[-1].order}
    if not read[-1].closing:
        missing.add("closing mark")
    return Miss(read[-1].end, frozenset(missing or {"the text of the story"}))


def resolve_dateline(found: Dateline, published: datetime.date | None) -> Dateline:
    """The dateline with the date that ``published`` settles; itself if there is nothing to settle.

    >>> import datetime
    >>> open_one = parse_dateline("ROME, Feb. 30 (ANSA) - Text")
    >>> resolve_dateline(open_one, datetime.date(2021, 3, 1)).date is None
    True
    """
    if found.date is not None or found.date_text is None or published is None:
        return found
    read = read_day(found.document, found.date_text.start)
    if read is None:
        return found
    return evolve(found, date=resolve_day(read[0], published))


def dateline_of(parser: Parser[Any]) -> Parser[Dateline]:
    """A parser of datelines made of one whose values are places, agencies and days.

    All that stand in its value count, however deep in tuples; what else is there is dropped.

    >>> from diplotext.combinators import literal, seq
    >>> house = dateline_of(seq(place, literal(" | "), day, literal(" | "), agency))
    >>> found = house("KYIV | 14 March | Ukrinform", 0).value
    >>> found.places[0].name, found.date_text.text, found.agencies[0].name
    ('Kyiv', '14 March', 'Ukrinform')
    >>> house("KYIV, 14 March", 0)
    Miss(pos=4, expected=frozenset({"' | '"}))
    """
    return spanned(parser, _collect)


def _collect(text: str, start: int, end: int, value: Any) -> Dateline:
    nodes = list(_passages(value))
    days = [node for node in nodes if isinstance(node, Day)]
    return Dateline(
        text,
        start,
        end,
        places=tuple(node for node in nodes if isinstance(node, Place)),
        agencies=tuple(node for node in nodes if isinstance(node, Agency)),
        date=days[0].date if days else None,
        date_text=Passage(text, days[0].start, days[0].end) if days else None,
    )


def _passages(value: Any) -> Iterator[Passage]:
    """The passages in nested tuples, in order."""
    if isinstance(value, Passage):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _passages(item)


def _build(text: str, pos: int, pieces: Pieces) -> Dateline:
    found = pieces.day
    return Dateline(
        text,
        pos,
        pieces.close,
        places=tuple(read.place for read in pieces.places),
        agencies=pieces.agencies.agencies if pieces.agencies else (),
        date=found.date if found else None,
        date_text=Passage(text, found.start, found.end) if found else None,
    )
