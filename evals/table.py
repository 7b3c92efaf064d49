"""A table as aligned lines of text; the benchmarks print theirs with it too."""

from __future__ import annotations

__all__ = ["aligned"]


def aligned(rows: list[list[str]]) -> str:
    """The rows under each other: the first column to the left, figures to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )
