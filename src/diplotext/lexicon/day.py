"""Months and weekdays as datelines print them, in the languages of the large wires."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from diplotext.lexicon.data import read_table
from diplotext.lexicon.fold import fold

__all__ = ["MONTH", "MONTH_NAMES", "WEEKDAY", "day_openers", "months", "weekdays"]

# In English and in full, as patterns of prose ask for them.
MONTH_NAMES = tuple(
    "January February March April May June July August September October November December".split()
)
MONTH = f"(?:{'|'.join(MONTH_NAMES)})"
# Of "NO DATE", and of "last night", "this day" in papers of 1870 to 1960.
OTHER_OPENERS = ("no", "this", "last", "yesterday", "today", "tonight")
WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"


def by_form(rows: dict[str, list[list[str]]], language: str | None, first: int) -> dict[str, int]:
    """Numbers by folded form; the languages in the order of the table, the first one wins."""
    chosen = rows.values() if language is None else [rows.get(language, [])]
    found: dict[str, int] = {}
    for row in chosen:
        for number, forms in enumerate(row, first):
            for form in forms:
                found.setdefault(fold(form), number)
    return found


@cache
def months(language: str | None = None) -> Mapping[str, int]:
    """The number of a month, 1 to 12, by folded form ("jan", "sept", "aout").

    ``language`` is an ISO 639-1 code; None takes all of the table, English first.

    >>> months()["sept"], months()["aout"], "may" in months("en"), "aout" in months("en")
    (9, 8, True, False)
    """
    return MappingProxyType(by_form(read_table("days")["months"], language, 1))


@cache
def weekdays(language: str | None = None) -> Mapping[str, int]:
    """The number of a weekday as ``datetime.date.weekday`` counts it, 0 is Monday.

    >>> weekdays()["thurs"], weekdays("de")["sonntag"], "today" in weekdays()
    (3, 6, False)
    """
    return MappingProxyType(by_form(read_table("days")["weekdays"], language, 0))


@cache
def day_openers() -> frozenset[str]:
    """The folded English words with which a day can begin, a figure behind them or not.

    >>> {"march", "tues", "yesterday"} <= day_openers(), "marsh" in day_openers()
    (True, False)
    """
    return frozenset((*weekdays("en"), *months("en"), *OTHER_OPENERS))
