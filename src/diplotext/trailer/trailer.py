"""The trailer as a whole: where the story ends and what stands behind it."""

from __future__ import annotations

from attrs import frozen

from diplotext.model import Credit, Notice, Residue
from diplotext.trailer.block import skip_space, strip_end
from diplotext.trailer.credit_search import find_credits
from diplotext.trailer.notice import notice_before
from diplotext.trailer.residue import residue_before

__all__ = ["Trailer", "find_trailer"]

MOST = 60  # pieces of a trailer: pages with longer lists of links exist, stories do not


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
    r"""The trailer of the region [start, end), read backwards from its end.

    >>> text = "It closes in May, she said. (Reporting by Ann Roe; Editing by Bo Li)\n-30-\n"
    >>> found = find_trailer(text, 0, len(text))
    >>> found.body_end, [credit.role for credit in found.credits], found.notices[0].kind
    (27, ['reporting', 'editing'], 'end mark')
    >>> find_trailer("The lab said it was reporting by next week.", 0, 43)
    Trailer(body_end=43, credits=(), notices=(), residue=())
    """
    credited: tuple[Credit, ...] = ()
    notices: list[Notice] = []
    residue: list[Residue] = []
    stop = strip_end(text, start, end)
    for _ in range(MOST):
        if stop <= start:
            break
        if block := find_credits(text, start, stop, strict=True):
            credited = (*block, *credited)
        elif found := notice_before(text, start, stop):
            notices.append(found)
        elif debris := residue_before(text, start, stop):
            residue.append(debris)
        elif not credited and (block := find_credits(text, start, stop)):
            credited = block
            residue.append(Residue(text, skip_space(text, block[-1].end, stop), stop))
        else:
            break
        stop = strip_end(
            text, start, min(p.start for p in (*credited[:1], *notices[-1:], *residue[-1:]))
        )
    return Trailer(stop, credited, tuple(reversed(notices)), tuple(reversed(residue)))
