"""Lists whose items begin like datelines: what is on, a log, towns to see.

    HARLOW, Nov. 20 - Choir sings.        Nov. 14, 9:14 p.m. - A loud party.    LISBON: Old trams.
    OSLO, Nov. 21 - Market all day.       Nov. 15, 1:10 a.m. - A man in a boat. VIENNA: More cake.

Items follow each other. No agency names them; days of a programme go up, and towns to see stand
under a sentence, which no round-up of a wire has.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from diplotext.combinators import Match
from diplotext.layout.zone import Parsers, Range
from diplotext.lazy_pattern import lazy_regex
from diplotext.model import Dateline

__all__ = ["find_listed"]

FEWEST_DAYS = 3  # items of a programme
LONGEST_ITEM = 140
SHORTEST_PROSE = 60
NUMBER_RE = lazy_regex(r"\d{1,2}")


def find_listed(text: str, ranges: tuple[Range, ...], index: int, parsers: Parsers) -> int:
    """How many paragraphs from ``index`` on are items of a list; 0 if its dateline is one."""
    lines = list(_alike(text, ranges[index:], parsers))
    if len(lines) < 2:
        return 0
    first = lines[0]
    if not first.places:
        return len(lines) if len({line.text for line in lines}) == len(lines) else 0
    if first.date_text is None:
        is_under = index > 0 and ranges[index - 1][1] - ranges[index - 1][0] >= SHORTEST_PROSE
        return len(lines) if is_under else 0
    is_long = any(end - start > LONGEST_ITEM for start, end in ranges[index : index + len(lines)])
    return len(lines) if not is_long and len(lines) >= FEWEST_DAYS and _go_up(lines) else 0


def _alike(text: str, ranges: tuple[Range, ...], parsers: Parsers) -> Iterator[Dateline]:
    """The datelines that open the paragraphs, as long as they are of one kind."""
    kind = None
    for start, _ in ranges:
        found = parsers.dateline(text, start)
        line = found.value if isinstance(found, Match) else None
        if line is None or line.agencies or (kind or _kind(line)) != _kind(line):
            break
        kind = _kind(line)
        if kind == (True, False, False):  # "OSLO —": a round-up of a paper without agencies
            break
        yield line


def _kind(line: Dateline) -> tuple[bool, bool, bool]:
    """What a dateline says: a place, a day, and whether a colon closes a place alone."""
    is_dated = line.date_text is not None
    return bool(line.places), is_dated, not is_dated and line.text.endswith(":")


def _go_up(lines: list[Dateline]) -> bool:
    """Whether each day is of the same month and later than the last."""
    printed = [line.date_text.text for line in lines if line.date_text is not None]
    if len({NUMBER_RE.sub("", day) for day in printed}) > 1:
        return False
    days = [int(found.group()) for day in printed if (found := NUMBER_RE.search(day))]
    return len(days) == len(lines) and all(a < b for a, b in pairwise(days))
