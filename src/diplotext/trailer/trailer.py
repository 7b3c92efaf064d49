"""The trailer as a whole: where the story ends and what stands behind it."""

from __future__ import annotations

from attrs import frozen

from diplotext.model import Credit, Notice, Passage, Residue
from diplotext.trailer.block import strip_end
from diplotext.trailer.credit import find_credits
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
    """The trailer of the region [start, end), read backwards from its end.

    >>> text = "It closes in May, she said. (Reporting by Ann Roe; Editing by Bo Li)\\n-30-\\n"
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
        block = _credits_before(text, start, stop)
        if block:
            credited = (*block, *credited)
            residue += _rest(text, block[-1].end, stop)
            stop = strip_end(text, start, block[0].start)
            continue
        piece: Passage | None = notice_before(text, start, stop)
        if isinstance(piece, Notice):
            notices.append(piece)
        elif (debris := residue_before(text, start, stop)) is not None:
            piece = debris
            residue.append(debris)
        else:
            break
        stop = strip_end(text, start, piece.start)
    return Trailer(stop, credited, tuple(reversed(notices)), tuple(sorted(residue, key=lambda p: p.start)))


def _credits_before(text: str, start: int, end: int) -> tuple[Credit, ...]:
    return find_credits(text, start, end)


def _rest(text: str, start: int, end: int) -> list[Residue]:
    """The unknown words between credits and the end, if any."""
    rest = text[start:end]
    if not rest.strip():
        return []
    return [Residue(text, start + len(rest) - len(rest.lstrip()), end)]
