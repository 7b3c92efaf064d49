"""The day of a saying: "on Thursday", "late Friday", "earlier on March 5", "yesterday".

Wire copy tells the day beside the cue. It is read only there (``find_day`` is given the few words
around the cue), and settled by the day of publication: a weekday is the last such day on or
before it, that of tomorrow is left open; a date without a year likewise. By AP's stylebook such a
date lies in the year of publication, so one of the year before counts only where it is nearer than
the one to come ("would testify on Jan. 27"). Without ``published`` only a date with its year is
settled; nothing is guessed from the clock. Not handled: hours, "last week", "two days ago".
"""

from __future__ import annotations

import datetime
import re

from diplotext.attribution.build import Span
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.day import MONTH as MONTH_IN_FULL
from diplotext.lexicon.day import WEEKDAY, months, weekdays

__all__ = ["MONTH", "WEEKDAY", "find_day"]

_WEEKDAY = rf"{WEEKDAY}|(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\b\.?"
# In full or short: "Sept.".
MONTH = rf"(?:{MONTH_IN_FULL}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_PART = r"(?:morning|afternoon|evening|night|lunchtime|noon)"
_DAY_RE = lazy_re(
    rf"""
    \b(?P<lead>(?:(?:earlier|later|early|late)\s+)?(?:(?:on|over|by)\s+(?:the\s+)?)?
        (?:(?:early|late|last|this)\s+)*)
    (?:
        (?P<weekday>{_WEEKDAY})(?:\s+{_PART}\b)?
        (?:,\s+(?P<month1>{MONTH})\s+(?P<day1>\d{{1,2}})(?!\d)(?:,\s+(?P<year1>\d{{4}}))?)?
      | (?P<month2>{MONTH})\s+(?P<day2>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?(?:,\s+(?P<year2>\d{{4}}))?
      | (?P<day3>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month3>{MONTH})\b
        (?:,?\s+(?P<year3>\d{{4}}))?
      | (?P<relative>today|yesterday(?:\s+{_PART}\b)?|tonight|last\s+night|this\s+{_PART}\b)
    )
    (?![\w’'-])
    """,
    re.VERBOSE | re.IGNORECASE,
)


_TIME_ZONES = datetime.timedelta(days=1)  # where it was said it may be tomorrow already
_TOMORROW = 6  # days back
_SHORT_RE = lazy_re(r"[A-Za-z]{3,5}")
_WORD_BEFORE_RE = lazy_re(r"[\w’'-]+(?=\s\Z)")
_CAPITAL_AFTER_RE = lazy_re(r"\s[A-Z]")


def find_day(
    text: str, start: int, end: int, published: datetime.date | None = None
) -> tuple[Span, datetime.date | None] | None:
    """The first day named in ``text[start:end]``: its span and its date, None if unsettled.

    >>> find_day("said on Thursday in Oslo", 4, 24, datetime.date(2021, 9, 10))
    ((5, 16), datetime.date(2021, 9, 9))
    >>> find_day("said in May it may sat down", 4, 27) is None
    True
    """
    match = _DAY_RE.search(text, start, end)
    while match is not None and not _is_named(match):
        match = _DAY_RE.search(text, match.end(), end)
    if match is None:
        return None
    return match.span(), _settle(match, published)


def _is_named(match: re.Match[str]) -> bool:
    """Whether a weekday or month stands in capitals: "on Sun.", not "the sun".

    A short form beside another capitalised word is a name's: "Le Thi Thu", "Sun Wei".
    """
    short = match["weekday"] is not None and _SHORT_RE.fullmatch(match["weekday"]) is not None
    if short and not match["lead"] and _is_in_name(match):
        return False
    for group in ("weekday", "month2", "month3"):
        if match[group] is not None:
            return match[group][0].isupper()
    return True


def _is_in_name(match: re.Match[str]) -> bool:
    text, (start, end) = match.string, match.span()
    before = _WORD_BEFORE_RE.search(text, max(0, start - 30), start)
    after = _CAPITAL_AFTER_RE.match(text, end)
    return after is not None or (before is not None and before[0][0].isupper())


def _settle(match: re.Match[str], published: datetime.date | None) -> datetime.date | None:
    for number in "123":
        if match["day" + number] is not None:
            year = match["year" + number]
            month = months("en").get(match["month" + number].rstrip(".").lower())
            return _date(year, month, int(match["day" + number]), published)
    if published is None:
        return None
    if match["weekday"] is None:
        is_day_before = match["relative"].lower().startswith(("yesterday", "last"))
        return _before(published, int(is_day_before))
    weekday = weekdays("en").get(match["weekday"].rstrip(".").lower())
    if weekday is None:
        return None
    back = (published.weekday() - weekday) % 7
    if "last" in match["lead"].lower():
        return _before(published, back or 7)
    # Tomorrow by its name: it is told in Tokyo, or of what will be ("meets on Friday").
    return None if back == _TOMORROW else _before(published, back)


def _before(published: datetime.date, days: int) -> datetime.date | None:
    """So many days earlier; None before the first day of the calendar."""
    back = datetime.timedelta(days=days)
    return published - back if published - datetime.date.min >= back else None


def _date(
    year: str | None, month: int | None, day: int, published: datetime.date | None
) -> datetime.date | None:
    """The date; without a year the last such day on or before publication, if it is the nearest."""
    if month is None:
        return None
    if year is not None or published is None:
        told = _day_of(int(year), month, day) if year else None
        # A day to come is not the saying's: "the ban would end on March 5, 2030".
        return None if told and published and told > published + _TIME_ZONES else told
    date = _day_of(published.year, month, day)
    if date is not None and date <= published:
        return date
    before = _day_of(published.year - 1, month, day)
    is_nearest = date is None or (before and published - before <= date - published)
    return before if is_nearest else None


def _day_of(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
