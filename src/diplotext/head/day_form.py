"""The forms of days with a number: "March 31", "9 JAN 90", "1996-08-22", "03/18"."""

from __future__ import annotations

from collections.abc import Callable

import regex
from attrs import frozen

from diplotext.lazy_pattern import gated_regex
from diplotext.lexicon.day import MONTH_NAMES, months
from diplotext.lexicon.fold import fold

__all__ = ["SPACE", "Parts", "read_parts"]

# A two-digit year above this is of the last century: "9 JAN 90" beside "4 MAR 15".
PIVOT = 68
MONTHS = 12
SPACE = r"[ \t\xa0]{1,3}(?:\r?\n[ \t]*)?|[ \t]?\r?\n[ \t]*"
ORDINAL = r"(?:st|nd|rd|th|ST|ND|RD|TH|er|º|°)?"
# "March 1/2", "Jan. 5-6": a night shift's two days; the first counts.
RANGE = r"(?:[-/–]\d{1,2}(?![\d-]))?"
YEAR = r"(?:1[89]|20)\d\d(?![\d,]\d)"
MONTH_FIRST_RE = gated_regex(
    rf"""(?:(?P<year>{YEAR})\ )?(?P<month>\p{{L}}{{3,10}}+)\.? (?:{SPACE}|(?<=\.))  # "1992 DEC 4"
    (?P<day>\d{{1,2}}){ORDINAL}{RANGE}(?![\p{{L}}\d%]|:\d|[.,]\d{{1,2}}(?!\d)|,(?!{YEAR})\d)
    (?:,?(?:{SPACE})(?P<year>{YEAR})|[,/](?P<year>{YEAR})
      |(?:,?\ ?['’](?P<year>\d\d)))?(?![\p{{L}}\d])""",
    regex.VERBOSE,
)
DAY_FIRST_RE = gated_regex(
    rf"""(?P<day>\d{{1,2}}){ORDINAL}{RANGE}\.?(?:{SPACE}|-)?
    (?:(?:of|de|d['’])(?:{SPACE})?)?
    (?P<month>\p{{L}}{{3,10}}+)(?:\.(?!\ ?/))?
    (?:,?(?:{SPACE}|-)(?:de\ )?(?:(?P<year>{YEAR})
      |(?P<year>\d\d)(?=[\s,.):/—–-])))?(?![\p{{L}}\d])""",
    regex.VERBOSE,
)
ISO_RE = gated_regex(
    r"(?P<year>(?:1[89]|20)\d\d)(?P<mark>[-/])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?!\d)"
)
NUMERIC_RE = gated_regex(
    r"(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)"
    r"(?:(?P<year>(?:1[89]|20)\d\d)(?!\d)|(?P<year>\d\d)(?=\s[-–—]))"
)

NO_MONTH = r"(?:1[3-9]|2\d|3[01])"
# Belga's "BRUSSELS 05/01 (BELGA) =": day and month, seen only before the agency's bracket, and
# before a dash where only one of them can be the month: ANGOP's "Luanda, 12/28 - Text".
SHORT_NUMERIC_RE = gated_regex(
    r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})\.?(?=\s?\()"
    rf"|(?<=, )(?:(?P<day>[01]?\d)/(?P<month>{NO_MONTH})|(?P<day>{NO_MONTH})/(?P<month>[01]?\d))"
    r"(?=\s[–—-]\s)"
)


@frozen
class Parts:
    """What one form of the grammar reads."""

    month: int
    day: int
    year: int | None
    swapped: bool = False


def _from_words(found: regex.Match[str]) -> Parts | None:
    """Month by its name, whichever side of it the day stands."""
    word = fold(found["month"])
    month = months().get(word)
    if month is None and found.start("month") < found.start("day"):
        month = _misspelt(word)
    return Parts(month, int(found["day"]), _full_year(found["year"])) if month else None


def _misspelt(word: str) -> int | None:
    """The month of a name with one letter wrong or missing ("Narch 2", "Mach 4")."""
    if len(word) < 4:
        return None
    for month, name in enumerate(map(str.lower, MONTH_NAMES), 1):
        if len(name) > 4 and _is_one_off(word, name):
            return month
    return None


def _is_one_off(word: str, name: str) -> bool:
    """Whether one letter changed, dropped or doubled makes the one of the other."""
    if abs(len(word) - len(name)) > 1:
        return False
    same = next((i for i, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), len(word))
    tails = (word[same + 1 :], name[same + 1 :]), (word[same:], name[same + 1 :])
    return any(a == b for a, b in tails) or word[same + 1 :] == name[same:]


def _from_numbers(found: regex.Match[str]) -> Parts | None:
    """Month by its number, as ISO 8601 has it."""
    return Parts(int(found["month"]), int(found["day"]), int(found["year"]))


def _from_short(found: regex.Match[str]) -> Parts | None:
    """Day and month by numbers, no year; where only the month can stand first it does: "3/18"."""
    month, number = int(found["month"]), int(found["day"])
    return Parts(number, month, None) if number <= MONTHS < month else Parts(month, number, None)


def _from_slashes(found: regex.Match[str]) -> Parts | None:
    """Month and day by numbers, day first; "05/01/2021" has two readings."""
    return Parts(int(found["month"]), int(found["day"]), _full_year(found["year"]), swapped=True)


def _full_year(printed: str | None) -> int | None:
    """The year of "1987" or "90"."""
    if not printed:
        return None
    year = int(printed)
    if len(printed) > 2:
        return year
    return year + (1900 if year > PIVOT else 2000)


def read_parts(text: str, start: int) -> tuple[Parts, int] | None:
    """What the first form that fits reads behind a weekday, and its end."""
    for expression, convert in NUMBERED if text[start : start + 1].isdecimal() else WORDED:
        found = expression.match(text, start)
        if found is not None and (parts := convert(found)) is not None:
            return parts, found.end()
    return None


# Each form beside what makes its parts of it, tried in this order: those that begin with a word,
# and those that begin with a figure.
Form = tuple[regex.Pattern[str], Callable[[regex.Match[str]], Parts | None]]
WORDED: tuple[Form, ...] = ((MONTH_FIRST_RE, _from_words),)
NUMBERED: tuple[Form, ...] = (
    *WORDED,  # "1992 DEC 4"
    (DAY_FIRST_RE, _from_words),
    (ISO_RE, _from_numbers),
    (NUMERIC_RE, _from_slashes),
    (SHORT_NUMERIC_RE, _from_short),
)
