"""Nested speech: an attribution inside the content of another has that one as its parent.

"Marsh said that Ruiz had denied it": the denial's parent is what Marsh said.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from diplotext.model import Attribution, Passage

__all__ = ["resolve_parents"]


def resolve_parents(attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions as given, those inside another's content with its range.

    The parent is the smallest content around the whole attribution.
    """
    contents = sorted(
        (
            (span.start, -span.end, number)
            for number, a in enumerate(attributions)
            for span in a.content
        )
    )
    resolved = list(attributions)
    order = sorted(range(len(attributions)), key=lambda number: attributions[number].start)
    stack: list[tuple[int, int, int]] = []
    at = 0
    for number in order:
        own = attributions[number]
        while at < len(contents) and contents[at][0] <= own.start:
            stack.append(contents[at])
            at += 1
        while stack and -stack[-1][1] <= own.start:
            stack.pop()
        for low, high, other in reversed(stack[-4:]):
            if other != number and low <= own.start and own.end <= -high:
                parent = attributions[other]
                resolved[number] = evolve(
                    own, parent=Passage(own.document, parent.start, parent.end)
                )
                break
    return resolved
