"""What was found in a reading of a story, handed back as ranges of the story itself."""

from __future__ import annotations

from typing import Any, TypeVar, cast

from attrs import evolve, fields

from diplotext.debris import Offsets
from diplotext.model import Article, Passage, Residue

__all__ = ["hand_back", "rebase"]

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


def hand_back(article: Article, text: str, offsets: Offsets) -> Article:
    """The article as ranges of the text with its debris; what of that is in no zone is residue."""
    moved = evolve(rebase(article, text, offsets), start=0, end=len(text))
    residue = [*moved.residue]
    pos = 0
    for start, end in (*(zone.span for zone in moved.zones), (len(text), len(text))):
        bare = text[pos:start].strip()
        if bare:
            begin = text.index(bare, pos)
            residue.append(Residue(text, begin, begin + len(bare)))
        pos = end
    residue.sort(key=lambda rest: rest.start)
    return evolve(moved, residue=tuple(residue))
