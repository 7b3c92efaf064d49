"""The trailer as a whole: where the story ends and what stands behind it."""

from __future__ import annotations

from attrs import frozen

from diplotext.model import Credit, Notice, Residue
from diplotext.trailer.credit import find_credits

__all__ = ["Trailer", "find_trailer"]


@frozen
class Trailer:
    """What stands behind the last paragraph; ``body_end`` is where that ends (code points).

    Credits, notices and residue are in order and disjoint, and with the white space between
    them they fill the text from ``body_end`` to the end of the region.
    """

    body_end: int
    credits: tuple[Credit, ...] = ()
    notices: tuple[Notice, ...] = ()
    residue: tuple[Residue, ...] = ()


def find_trailer(text: str, start: int, end: int) -> Trailer:
    """The trailer of the region [start, end).

    >>> text = "It closes in May, she said. (Reporting by Ann Roe; Editing by Bo Li)"
    >>> found = find_trailer(text, 0, len(text))
    >>> found.body_end, [credit.role for credit in found.credits]
    (27, ['reporting', 'editing'])
    """
    found = find_credits(text, start, end)
    body_end = found[0].start if found else end
    while body_end > start and text[body_end - 1].isspace():
        body_end -= 1
    return Trailer(body_end, found)
