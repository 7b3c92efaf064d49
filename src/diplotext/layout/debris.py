"""Debris inside a story: a caption that no blank line parts from it, a box with its two edges."""

from __future__ import annotations

from functools import cache

import regex

from diplotext.body.paragraph import find_lines
from diplotext.layout.zone import Range
from diplotext.lazy_pattern import holds, lazy_re, lazy_regex
from diplotext.lexicon.data import read_table
from diplotext.trailer.residue import is_residue

__all__ = ["find_boxes", "split_debris"]

LONGEST = 400
# With which words such lines begin: a cheap look before the table of residue.
OPENERS = (
    r"(?:FILE|File|Photo|PHOTO|Image|IMAGE|ADVERTISEMENT|Advertisement|READ|Read|ALSO|Also|SEE|See"
    r"|Related|RELATED|WATCH|Watch|VIDEO|Video|Story continues|Share|SHARE)"
)
OPENER_RE = lazy_re(OPENERS)
LINE_RE = lazy_re(rf"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]\s*{OPENERS}")


def split_debris(text: str, ranges: tuple[Range, ...]) -> tuple[Range, ...]:
    r"""The paragraphs, with lines of debris inside them as ranges of their own.

    >>> text = "It sailed.\nFILE PHOTO: The ferry. REUTERS/Ann Roe\nIt sank."
    >>> split_debris(text, ((0, len(text)),))
    ((0, 10), (11, 49), (50, 58))
    >>> split_debris("It\nsailed.", ((0, 10),))
    ((0, 10),)
    """
    found: list[Range] = []
    for start, end in ranges:
        found += _pieces(text, start, end) if _may_hold(text, start, end) else [(start, end)]
    return tuple(found)


def _may_hold(text: str, start: int, end: int) -> bool:
    """A cheap look: whether one of several lines begins as debris does."""
    if text.find("\n", start, end) < 0:
        return False
    return bool(OPENER_RE.match(text, start, end) or LINE_RE.search(text, start, end))


def _pieces(text: str, start: int, end: int) -> list[Range]:
    """The range, cut before and behind each line of debris."""
    pieces: list[Range] = []
    is_cut = True
    for line in find_lines(text, start, end):
        is_debris = (
            line.end - line.start <= LONGEST
            and OPENER_RE.match(text, line.start) is not None
            and is_residue(text[line.start : line.end], edge=False)
        )
        if is_debris or is_cut:
            pieces.append((line.start, line.end))
        else:
            pieces[-1] = (pieces[-1][0], line.end)
        is_cut = is_debris
    return pieces


LONGEST_BOX = 2500  # code points between the lines that open and close it
# A cheap look: what the lines that close boxes hold.
SHUT = (
    *("MUST WATCH", "end of ", "End of ", "END OF "),
    *("newsletter promotion", "NEWSLETTER PROMOTION"),
)


@cache
def boxes() -> tuple[tuple[regex.Pattern[str], regex.Pattern[str]], ...]:
    """What opens and what closes each kind of box."""
    return tuple(
        (lazy_regex(box["open"], regex.I), lazy_regex(box["close"], regex.I))
        for box in read_table("residue")["boxes"]
    )


def find_boxes(text: str, ranges: tuple[Range, ...]) -> tuple[Range, ...]:
    r"""The boxes of a page among the paragraphs, each from the line that opens it to its last.

    >>> text = "It sailed.\nlist of 1 items\nFloods in Oslo\nend of list\nIt sank."
    >>> find_boxes(text, ((0, 10), (11, 26), (27, 41), (42, 53), (54, 62)))
    ((11, 53),)
    """
    if not ranges or not holds(text, ranges[0][0], ranges[-1][1], SHUT):
        return ()
    found: list[Range] = []
    for index, (start, end) in enumerate(ranges):
        if end - start > LONGEST or (found and start < found[-1][1]):
            continue
        shuts = next((shut for opens, shut in boxes() if opens.fullmatch(text, start, end)), None)
        if shuts is None:
            continue
        for below, stop in ranges[index + 1 :]:
            if stop - start > LONGEST_BOX:
                break
            if shuts.fullmatch(text, below, stop) is not None:
                found.append((start, stop))
                break
    return tuple(found)
