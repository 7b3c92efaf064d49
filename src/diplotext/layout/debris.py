"""Lines of debris inside a block: a caption or a link that no blank line parts from the story."""

from __future__ import annotations

from diplotext.body.paragraph import find_lines
from diplotext.layout.zone import Range
from diplotext.lazy_pattern import gated_regex
from diplotext.trailer.residue import is_residue

__all__ = ["split_debris"]

LONGEST = 400
# With which words such lines begin: a cheap look before the table of residue.
OPENER_RE = gated_regex(
    r"FILE|File|Photo|PHOTO|Image|IMAGE|ADVERTISEMENT|Advertisement|READ|Read|ALSO|Also|SEE|See|Related"
    r"|RELATED|WATCH|Watch|VIDEO|Video|Story continues|Share|SHARE"
)


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
        found += _pieces(text, start, end) if text.find("\n", start, end) >= 0 else [(start, end)]
    return tuple(found)


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
