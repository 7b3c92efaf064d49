"""Tables for the terminal and for pages of the docs."""

from __future__ import annotations

from evals.table import aligned

__all__ = ["aligned", "markdown"]


def markdown(rows: list[list[str]]) -> str:
    """The rows as a Markdown table, figures to the right."""
    head, *body = ([cell.replace("|", r"\|") for cell in row] for row in rows)
    rule = ["---"] + ["---:"] * (len(head) - 1)
    return "\n".join("| " + " | ".join(row) + " |" for row in [head, rule, *body])
