"""Quotation marks of every style as one style, for what is read around them."""

from __future__ import annotations

from collections.abc import Sequence

from diplotext.model import Quotation

__all__ = ["with_usual_marks"]


def with_usual_marks(text: str, quotations: Sequence[Quotation]) -> str:
    """The text with “ and ” for the marks of its quotations; every offset stays what it was.

    ``quotations`` are in order and disjoint; marks inside them are left alone, straight ones too.

    >>> from diplotext.body.quotation import find_quotations
    >>> text = "«No,» she said. ``Not 'now'.'' 'Tis late."
    >>> with_usual_marks(text, find_quotations(text, [(0, len(text))]))
    "“No,” she said. ““Not 'now'.”” 'Tis late."
    """
    marks = [
        (start, end, usual)
        for quotation in quotations
        for start, end, usual in (
            (quotation.start, quotation.content.start, "“"),
            (quotation.content.end, quotation.end, "”"),
        )
    ]
    if all(text[start:end] in (usual, '"', "") for start, end, usual in marks):
        return text
    pieces: list[str] = []
    at = 0
    for start, end, usual in marks:
        if text[start:end] != '"':
            pieces += text[at:start], usual * (end - start)
            at = end
    return "".join([*pieces, text[at:]])
