"""What was found in a reading of a story, handed back as ranges of the story itself."""

from __future__ import annotations

from typing import Any, TypeVar, cast

from attrs import evolve, fields

from diplotext.debris import Offsets
from diplotext.model import Passage

__all__ = ["rebase"]

AnyPassage = TypeVar("AnyPassage", bound=Passage)


def rebase(
    node: AnyPassage,
    text: str,
    offsets: Offsets = Offsets(),  # noqa: B008 - frozen
    known: dict[int, Passage] | None = None,
) -> AnyPassage:
    """The node, and all it holds, as ranges of another text; ``offsets`` are those there.

    What is shared stays shared: the speaker of an attribution is one of the article's.

    >>> from diplotext.model import Quotation
    >>> node = Quotation('"No"', 0, 4, content=Passage('"No"', 1, 3))
    >>> rebase(node, '"NO"').content.text
    'NO'
    """
    known = {} if known is None else known
    if id(node) in known:
        return cast("AnyPassage", known[id(node)])
    start = offsets.start(node.start)
    end = max(start, offsets.end(node.end))
    changes: dict[str, Any] = {"document": text, "start": start, "end": end}
    for attribute in fields(type(node)):
        value = getattr(node, attribute.name)
        if isinstance(value, Passage):
            changes[attribute.name] = rebase(value, text, offsets, known)
        elif isinstance(value, tuple) and value and isinstance(value[0], Passage):
            changes[attribute.name] = tuple([rebase(part, text, offsets, known) for part in value])
    known[id(node)] = moved = evolve(node, **changes)
    return moved
