"""Days on lines for themselves: a time stamp each, or the headings of a timeline."""

from __future__ import annotations

from collections.abc import Iterable

from diplotext.layout.zone import Range, line_end
from diplotext.lazy_pattern import lazy_regex
from diplotext.lexicon.stamp import is_plain_day, is_stamp
from diplotext.trailer.block import skip_space

__all__ = ["is_timeline", "opens_timeline"]

LINE_RE = lazy_regex(r"[^\s].*")
FARTHEST_ITEM = 3000  # where a timeline's second day stands at the latest
LONGEST_DAY = 40
LETTERS_RE, DIGITS_RE = lazy_regex(r"\p{L}+"), lazy_regex(r"\d+")


def opens_timeline(text: str, pos: int) -> bool:
    """Whether a day is the first of several that head the items of a timeline."""
    end = line_end(text, pos)
    if not is_plain_day(text[pos:end]):
        return False
    below = skip_space(text, end)
    item = line_end(text, below)
    if is_stamp(text[below:item]):
        return False
    lines = LINE_RE.finditer(text, item, end + FARTHEST_ITEM)
    return _has_days((text[pos:end], *(line.group().rstrip() for line in lines)))


def is_timeline(text: str, ranges: tuple[Range, ...]) -> bool:
    """Whether several days stand on lines for themselves among the paragraphs."""
    return _has_days(text[start:end] for start, end in ranges if end - start < LONGEST_DAY)


def _has_days(lines: Iterable[str]) -> bool:
    """Whether two of the lines are days printed alike: not "15 July" under "Sunday, July 15"."""
    seen: dict[str, str] = {}
    for line in lines:
        if len(line) < LONGEST_DAY and is_plain_day(line):
            shape = DIGITS_RE.sub("0", LETTERS_RE.sub("a", line))
            if seen.setdefault(shape, line) != line:
                return True
    return False
