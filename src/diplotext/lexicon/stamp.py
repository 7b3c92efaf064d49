"""Time stamps: the lines by which pages and data bases say when a story came, and from where.

    March 4, 20233:14 PM UTCUpdated 2 hours ago       2011-03-04 15:14:10.3 GMT
    Source: Xinhua| 2019-03-04 23:14:21|Editor: Roe   March 4, 1994, Friday, AM cycle

A stamp is read as pieces in any order (days, clocks, labels, agencies, what stands between bars);
words that make a sentence are none of them. Not handled: stamps in other languages than English.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from diplotext.lazy_pattern import lazy_regex
from diplotext.lexicon.agency import agencies
from diplotext.lexicon.day import MONTH as MONTH_IN_FULL

__all__ = ["is_plain_day", "is_stamp"]

LONGEST = 160  # code points
DATELINE_PIECES = 3
MONTH = (
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)"
    r"(?:r?uary|ch|il|ust|tember|ober|ember)?\.?"
)
YEAR = r"(?:19|20)\d\d"
ZONE = (
    r"(?:GMT|UTC|[AECMP][SD]?T|(?:I|B|W|K|J|HK|MY|SG|AE|AC|AW|NZ|EA|CA|WA|SA|CE|EE|M|N)S?[DS]?T|CEST|EEST|MSK|HRS|Z|(?-i:\p{Lu}{3}))"
    r"(?-i:(?!\p{Ll}))\s?(?:[+-]\s?\d{1,2}(?::?\d\d)?)?"
)
DAY_RE = lazy_regex(
    rf"(?:{MONTH},?\s?\d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:\s?,?\s?{YEAR})?"
    rf"|{MONTH}\s-\s\d{{1,2}}\s-\s{YEAR}"
    rf"|\d{{1,2}}(?:st|nd|rd|th|\.)?[ /-]{MONTH}[ ,/-]*(?:{YEAR}|\d\d(?!\d|:))?"
    rf"|{YEAR}([-/.])\d{{1,2}}\1\d{{1,2}}T?|\d{{1,2}}([-/.])\d{{1,2}}\2(?:{YEAR}|\d\d(?!\d))\.?(?!\d)|\d{{1,2}}\.\d{{1,2}}\.(?=\s|$))",
    regex.I,
)
# "11:20amFriday": ABC prints its stamps twice, and text without its tags has them in one.
EDGE = r"(?:\b|(?=\d)|(?-i:(?=\p{Lu}\p{Ll})))"
CLOCK_RE = lazy_regex(
    rf"(?:[012]?\d[:.][0-5]\d(?::[0-5]\d(?:\.\d{{1,6}})?(?:\s?[+-]\d\d(?::?\d\d)?(?![\d:]))?)?\s?(?:[ap]\.?\s?m{EDGE}\.?)?(?:\s?{ZONE})?"
    rf"|(?:0?\d|1[0-2])\s?[ap]\.?\s?m{EDGE}\.?(?:\s?{ZONE})?|[012]\d[0-5]\d\s?{ZONE})",
    regex.I,
)
# "May 11, 2021 - Politics & Policy", "4 March 2019 in News": the section behind the day.
SECTION_RE = lazy_regex(
    rf"(?i:{MONTH}\s?\d{{1,2}},?\s{YEAR}|\d{{1,2}}\s{MONTH},?\s{YEAR})\s(?:[-–—]|in)\s"
    r"\p{Lu}\p{L}+(?:,?\s(?:&|\p{Lu}\p{L}+)){0,3}"
)
OFFSET_RE = lazy_regex(r"(?:GMT|UTC)\s?[+-]\s?\d{1,2}(?::?\d\d)?")
AGO_RE = lazy_regex(
    r"(?:(?:an?|about|\d{1,3})[\s-])*(?:min(?:ute)?s?\.?|hours?|hrs?|days?|weeks?|months?|years?)\s(?:ago|(?:to\s)?read)|\d{1,2}\s?(?:[hmd]\sago|(?:h|d|w|mo)$)",
    regex.I,
)
# What a page did at that time: with a day or a clock behind it this is a stamp in any place.
DONE_RE = lazy_regex(
    r"publication\sdate|this\sstory\sis\sfrom|(?:and\s)?(?:this\s(?:content|article|story|post|page)\s(?:was|has\sbeen)\s)?"
    r"(?:(?:first|last|(?:time\sof\s)?article|story|originally|web)\s)?(?:publish(?:ed)?|updated?|posted|modified|edited|revised|added|filed|created|issued|uploaded|printed|original)"
    r"(?:\s(?:at|on|by))?(?=[\s:\d-]|$)",
    regex.I,
)
WORD_RE = lazy_regex(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
    r"|in\s\d{1,2}\s(?:minutes|hours)\b"
    r"|adjust\sfont\ssize"
    r"|today|yesterday|ago|date|timer?|on|at|GMT|UTC|UK|uhr|local time"
    r"|[A-Z]{2}\stime|news\sdesk|(?-i:\p{Lu}\p{L}{0,2}T)(?![\p{L}])"
    r"|(?:eastern|central|mountain|pacific|atlantic)(?:(?:\s(?:standard|daylight))?\stime)?"
    r"|[ap]m\scycle|bc\scycle|final"
    r"|(?:[\p{L}\d]{1,14}\s){0,2}edition|(?:the\s)?staff|(?:our|staff|special|web)\s(?:correspondent|reporter|desk)",
    regex.I,
)
INITIALS_RE = lazy_regex(r"\(\p{Lu}\p{L}{1,7}\)")  # "(UKPA) - 4 Mar 2011", "KCNA.kp (En)"
# "Source: Xinhua", "Editor: Li Xia", "By: Ann Roe" before or behind a day.
LABELLED_RE = lazy_regex(
    r"(?i:source|(?:web\s|photo\s)?editor|author|writer|reporter|agency|by)\s?:\s?\p{Lu}[\p{L}.'’-]*(?:,?\s[\p{Lu}&][\p{L}.'’-]*){0,5}"
    r"|By\s\p{Lu}{2,4}(?=\s-\s\p{L}+\s\d)"
)
NAME_RE = lazy_regex(
    r"\p{L}[\p{L}.&'’-]*(?:\s\p{L}[\p{L}.&'’-]*){0,3}(?:\s(?:World|News|International))?"
)
GLUED_RE = lazy_regex(rf"(?<=\p{{Ll}})(?={MONTH_IN_FULL}$)")
# Beside day and hour: where ("... 12:02 am IST - KOLKATA", "Surabaya / March 18, 2019 / 05:14 pm",
# "OSLO/BERGEN, Norway Tue Mar 4, 2014 4:33pm GMT").
WHERE = r"\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){0,2}"
WEEKDAY = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
WHERE_RE = lazy_regex(
    rf"(?<=\s[-–—/]\s{{1,3}}|[Dd]esk,\s){WHERE}$"
    rf"|{WHERE}(?:,\s{WHERE}(?=\s+/\s))?(?=\s+/\s|\s-\s{WEEKDAY})"
    r"|\p{Lu}{2}[\p{L}.,'’/ -]{1,60}"
    rf"(?=\s{WEEKDAY}\s\p{{Lu}}\p{{Ll}}{{2}}\s\d{{1,2}},\s\d{{4}}\s\d{{1,2}}:\d\d)"
)
# "Society 4 March 2019 14:12 (UTC+04:00)": the section before the day.
BEFORE_RE = lazy_regex(rf"\p{{Lu}}\p{{L}}{{2,14}}(?=\s\d{{1,2}}\s(?i:{MONTH})\s{YEAR}\s\d\d:\d\d)")
# "2019-11-19T12:48:14Z Space", "... 20:21 Asia/Tehran": a section or a zone behind the clock.
BEHIND_RE = lazy_regex(
    rf"(?<=\d\d:\d\d\s)(?:The\s)?{WHERE},\s{WHERE}$"
    r"|(?<=\d\d:\d\dZ\s)\p{Lu}\p{L}{2,20}$|(?:Asia|Europe|Africa|America|Australia|Pacific)/\p{Lu}\p{L}+"
)
# "guardian.co.uk, Monday February 4 2008 09.14 GMT"
SITE_RE = lazy_regex(
    r"(?:[a-z\d-]{2,30}\.){1,2}(?:com|org|net|cn|uk|au|nz|ca|ie|in|pk|my|ph|za)(?=[\s,]|$)",
    regex.I,
)
COUNT_RE = lazy_regex(
    r"\d{1,4}\s(?:comments?|shares?|views?)$|page\s?\p{L}?\d{1,2}$|(?<=\d\d\d\d;\s)\p{L}{1,2}\d{1,2}$|(?<=\s-\s-\s)\d{1,6}$|(?<=\d\d:\d\d\s)\d{2,6}$",
    regex.I,
)
FIGURE_RE = lazy_regex(r"\d")
SPACE_RE = lazy_regex(r"[\s,;:@/–—-]+|[()\[\]]|\.(?=\s)")
BAR_RE = lazy_regex(r"\s*[|•·●]\s*")
# A piece between bars that is no stamp: a section, a site, a name.
PIECE_RE = lazy_regex(r"[\p{L}\d][\p{L}\d ,.&'’:/-]{0,38}(?<![.!?])")


def is_stamp(words: str, *, alone: bool = True) -> bool:
    """Whether a line is a time stamp; ``alone=False``: one that no list or timeline can have.

    >>> is_stamp("AFP - March 4, 2023"), is_stamp("March 4, 2023", alone=False)
    (True, False)
    >>> is_stamp("Updated 3:14 PM EST, March 4, 2023", alone=False)
    True
    >>> is_stamp("On March 4 the ferry sailed."), is_stamp("March 4: the ferry sails")
    (False, False)
    """
    if len(words) > LONGEST or FIGURE_RE.search(words) is None:
        return False
    words = words.removesuffix(".")
    if alone and SECTION_RE.fullmatch(words) is not None:
        return True
    seen: set[str] = set()
    pieces = BAR_RE.split(words.strip(" \t|·"))
    if len(pieces) == DATELINE_PIECES and "," in pieces[0] and pieces[1] in agencies():
        return False  # AFP's dateline: "Oslo, Norway | AFP | Tuesday 03/04/2023 - 09:14 UTC-4"
    others = [piece for piece in pieces if not _read(piece, seen)]
    if any(PIECE_RE.fullmatch(piece) is None for piece in others) or len(others) > 2:
        return False
    is_dated = bool(seen & {"day", "clock", "ago"})
    if alone and "day" in seen and len(others) == len(pieces) - 1 == 1:
        return True  # "Ann Roe | 04.03.2019"
    if alone and {"day", "agency"} <= seen and len(others) == 1:
        return True  # "IANS | Surabaya | March 4, 2019"
    if not alone or others:
        return is_dated and ("done" in seen or len(seen & {"day", "clock", "ago"}) > 1)
    if "zone" in seen and alone:
        return True
    # "4.30" alone is as well a price.
    is_sure = bool(seen & {"day", "ago"}) or ":" in words or any(c.isalpha() for c in words)
    return is_dated and is_sure


def is_plain_day(words: str) -> bool:
    """Whether a line is a day and no more: a time stamp, or a heading in a timeline.

    >>> is_plain_day("March 4, 2019"), is_plain_day("Updated March 4, 2019")
    (True, False)
    """
    if len(words) > LONGEST or FIGURE_RE.search(words) is None:
        return False
    seen: set[str] = set()
    return _read(words.strip(), seen) and "day" in seen and seen <= {"day", "word", "space"}


def _read(piece: str, seen: set[str]) -> bool:
    """Whether a piece consists of a stamp's parts; which parts it has goes to ``seen``."""
    parts: set[str] = set()
    pos = 0
    while pos < len(piece):
        for name, pattern in _parts_at(piece[pos : pos + FIRST], is_opening=pos == 0):
            found = pattern.match(piece, pos)
            if found is not None and found.end() > pos:
                is_agency = name == "where" and found.group() in agencies()
                parts.add("agency" if is_agency else name)
                pos = found.end()
                break
        else:
            end = _agency_end(piece, pos)
            if end == pos:
                return False
            parts.add("agency")
            pos = end
    if "where" in parts and not {"day", "clock"} <= parts:
        return False
    if parts - {"space", "word"} or not piece:
        seen |= parts
        return True
    return False


# In this order: a day before the clock that its year may be taken for.
PARTS: tuple[tuple[str, regex.Pattern[str]], ...] = (
    ("agency", INITIALS_RE),
    ("count", COUNT_RE),
    ("word", SITE_RE),
    ("space", SPACE_RE),
    ("done", DONE_RE),
    ("labelled", LABELLED_RE),
    ("day", DAY_RE),
    ("ago", AGO_RE),
    ("clock", CLOCK_RE),
    ("zone", OFFSET_RE),
    ("word", BEHIND_RE),
    ("word", BEFORE_RE),
    ("word", WORD_RE),
    ("where", WHERE_RE),
)
LOOKING_BEHIND = (COUNT_RE, BEHIND_RE, WHERE_RE)
FIRST, REMEMBERED = 3, 2000  # how many characters say which parts can stand there


@lru_cache(REMEMBERED)
def _parts_at(first: str, *, is_opening: bool) -> tuple[tuple[str, regex.Pattern[str]], ...]:
    """The parts that can begin with these characters, at the opening of a piece or later."""
    return tuple(
        (name, pattern)
        for name, pattern in PARTS
        if (not is_opening and pattern in LOOKING_BEHIND) or pattern.match(first, partial=True)
    )


def _agency_end(piece: str, pos: int) -> int:
    """Behind the agency at ``pos``, if one stands there: "AFP - March 4, 2023"."""
    found = NAME_RE.match(piece, pos)
    if found is None:
        return pos
    # "Associated PressApril 28, 2023": text of a page without its tags.
    printed = GLUED_RE.split(found.group(), maxsplit=1)[0]
    while printed:
        bare = printed.removesuffix(" World").removesuffix(" International")
        if bare in agencies():
            return pos + len(printed)
        printed = printed.rpartition(" ")[0]
    return pos
