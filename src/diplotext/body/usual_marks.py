"""Quotation marks of every style as one style, for what is read around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diplotext.model import Quotation

__all__ = ["with_usual_marks"]

# The usual marks, and what is left alone as well: straight ones, and "" where none stands.
_OUTER = ("“", ("“", '"')), ("”", ("”", '"', ""))
_INNER = ("‘", ("‘", "'", "`")), ("’", ("’", "'", ""))


def with_usual_marks(text: str, quotations: Sequence[Quotation], *, pairs: bool = False) -> str:
    r"""The text with “ and ” for the marks of its quotations, ‘ and ’ for those of nested ones.

    ``quotations`` are the outermost ones in order. Every offset stays what it was. Straight marks
    are left alone, and so are those of two letters but for ``pairs``.

    >>> from diplotext.body.quotation import find_quotations
    >>> text = "«No,» she said. ‘Not “now”.’ ``I won't.'' 'Tis \"late\"."
    >>> quotations = find_quotations(text, [(0, len(text))])
    >>> print(with_usual_marks(text, quotations))
    “No,” she said. “Not ‘now’.” ``I won't.'' 'Tis "late".
    >>> print(with_usual_marks(text, quotations, pairs=True))
    “No,” she said. “Not ‘now’.” ““I won't.”” 'Tis "late".
    """
    longest = 2 if pairs else 1
    pieces: list[str] = []
    at = 0
    for start, end, usual in _unusual(text, quotations, is_outer=True):
        if end - start <= longest:
            pieces += text[at:start], usual * (end - start)
            at = end
    return "".join([*pieces, text[at:]]) if pieces else text


def _unusual(
    text: str, quotations: Sequence[Quotation], *, is_outer: bool
) -> Iterator[tuple[int, int, str]]:
    """The marks that are none of the usual ones, in order, and what stands for each."""
    (opening, opens), (closing, closes) = _OUTER if is_outer else _INNER
    for quotation in quotations:
        start, inner = quotation.start, quotation.content
        if text[start : inner.start] not in opens:
            yield start, inner.start, opening
        if quotation.nested:
            yield from _unusual(text, quotation.nested, is_outer=not is_outer)
        if text[inner.end : quotation.end] not in closes:
            yield inner.end, quotation.end, closing
