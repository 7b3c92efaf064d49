"""Blocks of a page: lines, paragraphs, pairs of brackets and sentence ends around a position.

All offsets are code points; every function looks at a bounded stretch only.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex
from attrs import frozen

from diplotext.lazy_pattern import lazy_re, lazy_regex

__all__ = [
    "ListLimits",
    "bracket_end",
    "bracket_start",
    "is_sentence_end",
    "is_titled",
    "line_above",
    "line_end",
    "line_start",
    "list_start",
    "opens_block",
    "paragraph_end",
    "paragraph_start",
    "sentence_starts",
    "skip_space",
    "strip_end",
]

CLOSING = {")": "(", "]": "[", "}": "{"}
OPENING = {"(": ")", "[": "]", "{": "}"}
SPACE_RE = lazy_re(r"\s*+")
WORD_RE = lazy_regex(r"\S{1,40}")
# A new paragraph: a blank line, or a line that starts further in (AP and Reuters feeds).
BREAK_RE = lazy_regex(r"\n[ \t\r]*\n|\n(?=[ \t]{2,}\S|\t)")
# "___" is AP's rule above what ends a story, on one line with it where lines were joined.
SENTENCE_RE = lazy_regex(r"(?<=[.!?…][\"'”’)\]]{0,2}|[)\]]|___)[ \t\r\n\xa0]+(?=\S)")
STOP_RE = lazy_re(r"[.!?…\"'”’)\]_](?=[ \t\r\n\xa0])")  # a quick look for where that can match
FARTHEST = 4000
# A feed's hard wrap stands after some 50 code points; a shorter line ends for good.
SHORTEST_WRAP = 45
LONG_WORD, FEWEST_LONG = 5, 2
# The stop of a firm's name or a street's ends no sentence.
ABBREVIATIONS = (" Ltd.", " Inc.", " Corp.", " Co.", " Jr.", " Sr.", " St.", " Ave.", " Blvd.")


@frozen
class ListLimits:
    """How many lines a list has at most, its heading included, how long, and what ends none."""

    lines: int
    length: int
    stops: str


def skip_space(text: str, pos: int, end: int | None = None) -> int:
    """The first position from ``pos`` on that is no white space, or ``end`` (the text's if None).

    >>> skip_space("a  b", 1), skip_space("a  b", 1, 2), skip_space("a", 1)
    (3, 2, 1)
    """
    found = SPACE_RE.match(text, pos, len(text) if end is None else end)
    return found.end() if found else pos


def strip_end(text: str, start: int, end: int) -> int:
    """``end`` without the white space before it."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def line_start(text: str, start: int, end: int) -> int:
    """Where the words of the line begin that ends at (or reaches over) ``end``."""
    return skip_space(text, max(start, text.rfind("\n", start, end) + 1), end)


def line_above(text: str, pos: int) -> str:
    r"""The words of the last line with any above a position.

    >>> line_above("Sport\n\nFerry sails", 7), line_above("Sport", 0)
    ('Sport', '')
    """
    stop = strip_end(text, 0, pos)
    return text[line_start(text, 0, stop) : stop]


def line_end(text: str, pos: int, end: int) -> int:
    """Where the line at ``pos`` ends."""
    found = text.find("\n", pos, end)
    return end if found < 0 else found


def paragraph_start(text: str, start: int, end: int) -> int:
    """Where the paragraph begins that ends at ``end``."""
    low = max(start, end - FARTHEST)
    pos = low
    for found in BREAK_RE.finditer(text, low, end):
        pos = found.end()
    return skip_space(text, pos, end)


def paragraph_end(text: str, pos: int, end: int) -> int:
    """Where the paragraph at ``pos`` ends."""
    found = BREAK_RE.search(text, pos, min(end, pos + FARTHEST))
    return found.start() if found else end


def bracket_end(text: str, pos: int, end: int) -> int:
    """Behind the bracket that closes the one at ``pos`` (``pos`` itself if none does).

    >>> bracket_end("((a) b) c", 0, 9), bracket_end("(a", 0, 2)
    (7, 0)
    """
    depth = 0
    for place in range(pos, end):
        if text[place] in OPENING:
            depth += 1
        elif text[place] in CLOSING:
            depth -= 1
            if depth == 0:
                return place + 1
    return pos


def bracket_start(text: str, start: int, end: int) -> int:
    """The bracket that the one before ``end`` closes (``end`` itself if there is none).

    >>> bracket_start("c ((a) b)", 0, 9), bracket_start("a)", 0, 2)
    (2, 2)
    """
    depth = 0
    for place in range(end - 1, start - 1, -1):
        if text[place] in CLOSING:
            depth += 1
        elif text[place] in OPENING:
            depth -= 1
            if depth == 0:
                return place
        elif depth == 0 and text[place] != ".":
            return end
    return end


def is_sentence_end(text: str, start: int, pos: int) -> bool:
    """Whether a sentence or a line ends before ``pos``, white space aside.

    >>> is_sentence_end("It fell. (ANI)", 0, 9), is_sentence_end("of the (ANI)", 0, 7)
    (True, False)
    """
    stop = strip_end(text, start, pos)
    if stop == start or "\n" in text[stop:pos]:
        return True
    if text.endswith("___", start, stop):
        return True
    return text[stop - 1] in ".!?…)]\"”’'" and (stop < pos or text[stop - 1] in ")]")


def sentence_starts(text: str, start: int, end: int) -> Iterator[int]:
    """Where sentences may begin in the range, from the left; at most the last twenty."""
    stops = STOP_RE.finditer(text, max(0, start - 1), end)
    gaps = (SENTENCE_RE.match(text, stop.end(), end) for stop in stops)
    yield from [gap.end() for gap in gaps if gap is not None][-20:]


# "SOURCE: Fjord Lines", "220914 Sep 99" and addresses stand on lines of their own.
LABEL_RE = lazy_regex(
    r"\p{Lu}\p{L}{2,14}(?:[\s-]\p{Lu}\p{L}{2,14})?:\s|Source\stext\b|Further\scompany\b"
    r"|\d{6}\s\p{Lu}|\p{Lu}[\p{Lu} /&]{2,30}:\s*\n"
)
CREDITED = ("ed to this report", "ed to this story", "ed to this article")
ADDRESS_RE = lazy_regex(r"https?://|www\.|(?:twitter|facebook|instagram)\.com/")


def opens_block(text: str, start: int, pos: int) -> bool:
    r"""Whether what stands at ``pos`` begins a block: no line wrapped out of a sentence.

    >>> opens_block("Rain fell.\nShare", 0, 11), opens_block("a profit of 4 cts a\nshare.", 0, 20)
    (True, False)
    """
    stop = strip_end(text, start, pos)
    gap = text[stop:pos]
    if stop == start or gap.count("\n") > 1 or text.endswith("___", start, stop):
        return True
    if "\n" not in gap:
        return False
    before = max(start, text.rfind("\n", start, stop) + 1)
    if text.find("|", before, stop) >= 0 or text.find("://", before, stop) >= 0:
        return True  # a row of links, an address
    if text.find("@", before, stop) >= 0 and text.find(" ", before, stop) < 0:
        return True  # an address of mail that fills its line
    if text[before:stop].isupper() and not text[pos : line_end(text, pos, pos + 40)].isupper():
        return True  # a flash in capitals, a heading
    indent = len(gap) - gap.rindex("\n") - 1
    if indent >= 2 and indent > skip_space(text, before, stop) - before:
        return True
    if text[stop - 1] in '.!?…)]"”’:*_-/>':  # nothing goes on under "///" or "</org>"
        return True
    if text.startswith("''", stop - 2):  # AP's closing mark
        return True
    if text.endswith(CREDITED, before, stop):  # a credit without its stop
        return True
    if text[pos : pos + 1].islower():
        return ADDRESS_RE.match(text, pos) is not None
    # A wrap leaves no room for the next word: line + word is longer than any line of the copy.
    word = WORD_RE.match(text, pos)
    room = stop - before + 1 + (len(word.group()) if word else 0)
    return (
        stop - before < SHORTEST_WRAP
        or line_end(text, pos, min(len(text), pos + 400)) - pos >= room
        or LABEL_RE.match(text, pos) is not None
    )


def is_titled(line: str) -> bool:
    """Whether a line is a title, whatever its stops: all its long words have a capital.

    >>> is_titled("Ferries Sail at Last. Nobody Minds."), is_titled("The ferries sail at last.")
    (True, False)
    """
    words = [word for word in line.split() if len(word) >= LONG_WORD and word[0].isalpha()]
    return len(words) >= FEWEST_LONG and all(word[0].isupper() for word in words)


def list_start(
    text: str, start: int, end: int, heading: regex.Pattern[str], limits: ListLimits
) -> int | None:
    r"""Where the heading begins over the list of short lines that ends at ``end``, None if none.

    The heading fills a line of its own that opens a block; a sentence is no line of a list.

    >>> import regex
    >>> limits = ListLimits(lines=3, length=20, stops=".!")
    >>> text = "Rain fell.\n\nRelated\nFloods in Oslo"
    >>> list_start(text, 0, 34, regex.compile("Related"), limits)
    12
    >>> list_start("Rain fell.\n\nRelated\nIt fell.", 0, 28, regex.compile("Related"), limits)
    """
    stop = end
    for number in range(limits.lines):
        begin = line_start(text, max(start, stop - limits.length - 1), stop)
        line = text[begin:stop]
        is_stopped = line[-1:] in limits.stops and not line.endswith(ABBREVIATIONS)
        is_stopped = is_stopped and not is_titled(line)
        if begin <= start or len(line) > limits.length or is_stopped:
            return None
        if heading.fullmatch(line) is not None:
            return begin if number > 0 and opens_block(text, start, begin) else None
        stop = strip_end(text, start, begin)
    return None
