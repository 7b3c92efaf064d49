"""The foot of a page: where its story ends, over buttons, comments and titles of other stories."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from diplotext.body.paragraph import Line
from diplotext.layout.frame_line import (
    FEWEST_LINES,
    MANY_KNOWN,
    MANY_TIMES,
    SHORT,
    STOPS,
    is_known,
    is_prose,
)
from diplotext.lazy_pattern import lazy_regex

__all__ = ["find_last"]

SHORTEST_SENTENCE = 25
FEWEST_KNOWN = 3  # lines of a foot that are known
LONG_FOOT = 40  # lines
MOST_PROSE, MOST_SMALL = 3, 5  # of the lines of a foot, one in so many
PLAIN = 3  # what a sentence weighs against a line that is none
KNOWN = -2  # what a line weighs that pages put around stories
DIGITS_RE = lazy_regex(r"\d+")
# "-- Ann Roe": who signs the story.
SIGNED_RE = lazy_regex(r"(?:[-–—]{1,2}\s?\p{Lu}|\().{2,200}")
# "Comments" and kin: under them readers write.
COMMENTS_RE = lazy_regex(
    r"(?i:(?:\d+\s|(?:all|view|reader)\s|(?:add|leave|post)\s(?:a\s)?)?comments?\s?(?:\(\d+\)|»|\.\.\.)?"
    r"|join\sthe\s(?:conversation|discussion))"
)


def _is_signature(text: str, line: Line) -> bool:
    return SIGNED_RE.fullmatch(text, line.start, line.end) is not None


def _is_of_story(text: str, line: Line) -> bool:
    """Whether a line right below the last sentence is who signs it, or the point of a list."""
    words = text[line.start : line.end]
    is_told = len(words) > SHORT or (len(words) >= SHORTEST_SENTENCE and words[-1] == ":")
    return (is_told and not is_known(words)) or _is_signature(text, line)


def find_last(text: str, lines: list[Line], lede: int) -> int | None:
    """The last line of the story, over a page's links; None if nothing is known of what follows."""
    total = best = 0
    last = lede
    shapes = [DIGITS_RE.sub("0", text[line.start : line.end][:SHORT]) for line in lines]
    times = Counter(shapes)
    for number in range(lede, len(lines)):
        line = lines[number]
        words = text[line.start : line.end]
        if times[shapes[number]] >= MANY_TIMES:
            continue  # "Advertisement 2", "Article content" between the paragraphs
        if COMMENTS_RE.fullmatch(words) is not None:
            total -= 3 * PLAIN
        elif is_prose(text, line):
            total += PLAIN
        elif len(words) <= SHORT and is_known(words):
            total += KNOWN
        else:
            is_said = len(words) >= SHORTEST_SENTENCE and words[-1] in STOPS
            total += 1 if is_said or _is_signature(text, line) else -1
        if total > best:
            best, last = total, number
    while last + 1 < len(lines) and _is_of_story(text, lines[last + 1]):
        last += 1
    return last if _is_foot(text, lines[last + 1 :]) else None


def _is_foot(text: str, rest: list[Line]) -> bool:
    """Whether lines are a page's, below its story: titles and labels, and no hard-wrapped copy."""
    prose = [is_prose(text, line) for line in rest]
    wrapped = sum(text[line.start].islower() and line.end - line.start > SHORT for line in rest)
    if len(rest) < FEWEST_LINES or MOST_PROSE * sum(prose) > len(rest):
        return False
    words = (text[line.start : line.end] for line in rest if line.end - line.start <= SHORT)
    known = sum(map(is_known, words))
    if MOST_SMALL * wrapped > len(rest) or known < FEWEST_KNOWN:
        return False
    # Comments and openings of other stories have paragraphs too, below a long foot.
    is_long = len(rest) >= LONG_FOOT and known >= MANY_KNOWN
    return is_long or not any(map(all, pairwise(prose)))
