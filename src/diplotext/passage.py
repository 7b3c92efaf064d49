"""A range of the caller's own string, which every node of the model is."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, fields, frozen

__all__ = ["Passage", "shorten"]


@frozen(repr=False)
class Passage:
    """A half-open range of the caller's string.

    ``start`` and ``end`` are offsets in code points, ``end`` exclusive; ``text`` is the slice.

    >>> from diplotext.model import Place
    >>> place = Place("MOSCOW (TASS)", 0, 6, name="Moscow", country="RU")
    >>> place.text, place
    ('MOSCOW', Place(0, 6, 'MOSCOW', name='Moscow', country='RU'))
    """

    document: str = field(repr=False)
    start: int
    end: int

    def __repr__(self) -> str:
        """The range, the words at it, and the fields that say more than their defaults."""
        shown = [f"{self.start}, {self.end}, {shorten(self.text)!r}"]
        for attribute in fields(type(self))[3:]:
            value = getattr(self, attribute.name)
            if value != attribute.default:
                shown.append(f"{attribute.name}={value!r}")
        return f"{type(self).__name__}({', '.join(shown)})"

    @property
    def text(self) -> str:
        """The passage as it stands in the caller's string."""
        return self.document[self.start : self.end]

    @property
    def span(self) -> tuple[int, int]:
        """``(start, end)``."""
        return self.start, self.end

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def __contains__(self, other: object) -> bool:
        """Whether another passage lies inside this one; words are looked for in ``text``."""
        return isinstance(other, Passage) and self.start <= other.start and other.end <= self.end

    def children(self) -> tuple[Passage, ...]:
        """The nodes directly inside this one, in order of their start."""
        found: list[Passage] = []
        for attribute in fields(type(self)):
            value = getattr(self, attribute.name)
            if isinstance(value, Passage):
                found.append(value)
            elif isinstance(value, tuple):
                found += [item for item in value if isinstance(item, Passage)]
        found.sort(key=lambda node: (node.start, -node.end))
        return tuple(found)

    def walk(self) -> Iterator[Passage]:
        """This node and all nodes inside it, parents before children, in order of start."""
        yield self
        for child in self.children():
            yield from child.walk()


def shorten(text: str) -> str:
    """The beginning of long words, the whole of short ones."""
    return text if len(text) <= 50 else text[:40] + "…"
