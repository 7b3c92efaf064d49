r"""Days of datelines: "March 31", "9 JAN 90", "Wednesday, Feb. 12, 2026", "1996-08-22".

Read by an anchored grammar, never by search: a dateline's date stands where it stands, and a
free search takes "May" and "March" out of the prose. What the text leaves open (a missing year,
a bare weekday) is settled by the day of publication in a second step, ``resolve_day``. Not
handled: hours, months without a day, dates in other calendars.

    day = [weekday [","]] (month dd | dd ["of"] month) [","] [year] | yyyy-mm-dd | dd/mm/yyyy
        | weekday
"""

from __future__ import annotations

import datetime
from functools import lru_cache

from attrs import frozen

from diplotext.combinators import Match, Miss, parse_with
from diplotext.head.day_form import SPACE, read_parts
from diplotext.lazy_pattern import gated_regex, lazy_regex
from diplotext.lexicon.day import months, weekdays
from diplotext.lexicon.fold import fold
from diplotext.model import Passage

__all__ = ["Day", "day", "parse_day", "resolve_day"]

EXPECTED = frozenset({"date"})

# How far from the day of publication a numeric date with two readings may lie.
SLACK = datetime.timedelta(days=5)
# How far after the day of publication a dateline without a year may lie: stories are filed ahead
# and months mistyped; further on it is last year's day.
AHEAD = datetime.timedelta(days=45)
DOTTED_RE = lazy_regex(r"\d\.\d")
WEEKDAY_RE = gated_regex(rf"(?P<weekday>\p{{L}}{{3,10}})(?!\p{{L}})\.?,?(?:{SPACE})?")
# A weekday alone is no part of a name: "SUN VALLEY", "FRIDAY HARBOR".
BARE_RE = lazy_regex(r"\.?\s*(?:[,()/:_–—-]|$)")
NUMBERLESS_RE = lazy_regex(r"\.?\s{1,2}[(–—-]")
# What FBIS prints where it does not know the day.
UNDATED_RE = gated_regex(r"(?:NO DATE|[Nn]o [Dd]ate)\b(?! set)")


@frozen(kw_only=True)
class Day(Passage):
    """A day as printed. ``year``, ``month`` and ``day`` are None where the text has none.

    ``weekday`` counts from Monday, 0. ``swapped`` says that month and day may have changed
    places ("05/01/2021").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    swapped: bool = False

    @property
    def date(self) -> datetime.date | None:
        """The date if the text alone settles it; None if it is open or impossible."""
        return resolve_day(self)


def parse_day(text: str) -> Day:
    """The day at the start of the text; raises ``ParseError`` if there is none.

    >>> parse_day("Wednesday, Feb. 12, 2025").date
    datetime.date(2025, 2, 12)
    >>> parse_day("May be late")
    Traceback (most recent call last):
    diplotext.errors.ParseError: line 1, column 1: expected date
    May be late
    ^
    """
    return parse_with(day, text)


def day(text: str, pos: int, /) -> Match[Day] | Miss:
    """The day at ``pos``.

    >>> day("MOSCOW, January 21. /TASS/.", 8).value.text
    'January 21'
    >>> day("March on Rome", 0)
    Miss(pos=0, expected=frozenset({'date'}))
    """
    return _read_day(text, pos)


@lru_cache(1)  # where a region, a further town and the day may stand, all three look for a day
def _read_day(text: str, pos: int) -> Match[Day] | Miss:
    opening = WEEKDAY_RE.match(text, pos)
    word = fold(opening["weekday"]) if opening is not None else ""
    weekday = weekdays().get(word)
    start = opening.end() if opening is not None and weekday is not None else pos
    read = read_parts(text, start)
    if read is not None:
        parts, end = read
        value = Day(
            text,
            pos,
            end,
            year=parts.year,
            month=parts.month,
            day=parts.day,
            weekday=weekday,
            swapped=parts.swapped,
        )
        return Match(value, end)
    if opening is None:
        undated = UNDATED_RE.match(text, pos)
        found = Day(text, pos, undated.end()) if undated is not None else None
    else:
        found = _numberless(text, pos, opening.end("weekday"), word)
    return Match(found, found.end) if found is not None else Miss(pos, EXPECTED)


def _numberless(text: str, pos: int, end: int, word: str) -> Day | None:
    """A weekday, or behind a place a month whose number was forgotten: "LONDON, Jul (Reuters)"."""
    # Only English weekdays stand alone: "SANTO DOMINGO" is no Sunday.
    if word in weekdays("en"):
        is_alone = BARE_RE.match(text, end) is not None
        return Day(text, pos, end, weekday=weekdays()[word]) if is_alone else None
    if word not in months("en") or word in weekdays() or text[pos - 2 : pos] != ", ":
        return None
    is_closed = NUMBERLESS_RE.match(text, end) is not None
    return Day(text, pos, end, month=months("en")[word]) if is_closed else None


def resolve_day(found: Day, published: datetime.date | None = None) -> datetime.date | None:
    """The date of a day; ``published`` gives it the year, or the week, that the text leaves open.

    A day without a year is the one nearest to ``published``; a bare weekday the last one on or
    before it. None where that leaves it open, or where there is no such day.

    >>> import datetime
    >>> new_year = datetime.date(2021, 1, 2)
    >>> resolve_day(parse_day("Dec. 30"), new_year), resolve_day(parse_day("Jan 4"), new_year)
    (datetime.date(2020, 12, 30), datetime.date(2021, 1, 4))
    >>> resolve_day(parse_day("Feb 30"), new_year) is None
    True
    """
    if found.month is None or found.day is None:
        if published is None or found.weekday is None:
            return None
        ago = (published.weekday() - found.weekday) % 7
        return datetime.date.fromordinal(max(1, published.toordinal() - ago))
    if found.year is not None:
        return _resolve_full(found, found.year, published)
    if published is None:
        return None
    dates = [
        date
        for year in (published.year - 1, published.year, published.year + 1)
        if (date := _date(year, found.month, found.day)) is not None and date - published <= AHEAD
    ]
    return min(dates, key=lambda date: abs(date - published), default=None)


def _resolve_full(found: Day, year: int, published: datetime.date | None) -> datetime.date | None:
    """The date of a day with a year; of two readings of a numeric one, that near ``published``."""
    month, number = found.month or 0, found.day or 0
    if not found.swapped:
        return _date(year, month, number)
    readings = {_date(year, month, number), _date(year, number, month)} - {None}
    if len(readings) == 1:
        return readings.pop()
    # Between stops the day stands first, but for papers of America: "04.03.2021".
    usual = _date(year, month, number) if DOTTED_RE.search(found.text) else None
    if published is None:
        return usual
    near = [date for date in readings if date and abs(date - published) <= SLACK]
    return near[0] if len(near) == 1 else usual


def _date(year: int, month: int, number: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, number)
    except ValueError:
        return None
