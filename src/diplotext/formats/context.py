"""What writers and readers of nodes know: the text, the speakers, and where something is wrong."""

from __future__ import annotations

from typing import Any

from attrs import define, field

from diplotext.errors import FormatError
from diplotext.model import Passage, Speaker

__all__ = ["Mistake", "Reader", "Writer"]


class Mistake(Exception):  # noqa: N818 - never leaves the package: ``to_error`` turns it into one
    """What is wrong; the callers on the way out add where."""

    def __init__(self, msg: str) -> None:
        self.msg = msg
        self.keys: list[str | int] = []
        super().__init__(msg)

    def to_error(self) -> FormatError:
        """The public error, with the JSON path."""
        steps = (f"[{key}]" if isinstance(key, int) else f".{key}" for key in reversed(self.keys))
        return FormatError("$" + "".join(steps), self.msg)


@define
class Writer:
    """What writers of nodes know: the text, and each speaker's number."""

    document: str
    speakers: tuple[Speaker, ...] = ()
    numbers: dict[int, int] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.numbers = {id(speaker): number for number, speaker in enumerate(self.speakers)}

    def span(self, node: Passage) -> list[int]:
        """``[start, end]`` of a node of this text."""
        if node.document is not self.document and node.document != self.document:
            raise Mistake("is a range of another text")
        return [node.start, node.end]

    def number_of(self, speaker: Speaker) -> int:
        """The speaker's place among the article's speakers."""
        number = self.numbers.get(id(speaker))
        if number is not None:
            return number
        try:
            return self.speakers.index(speaker)
        except ValueError:
            raise Mistake("is not among the article's speakers") from None


@define
class Reader:
    """What readers of nodes know: the text, the speakers, and whether to pass over new keys."""

    document: str
    is_newer: bool = False
    speakers: tuple[Speaker, ...] = ()

    def span(self, data: Any) -> tuple[int, int]:
        """A range inside the text."""
        is_pair = isinstance(data, list | tuple) and len(data) == 2
        if not is_pair or not all(type(offset) is int for offset in data):
            raise Mistake("[start, end] is needed, two whole numbers")
        start, end = data
        if not 0 <= start <= end:
            raise Mistake(f"no range: [{start}, {end}]")
        if end > len(self.document):
            raise Mistake(f"ends after the text, which has {len(self.document)} code points")
        return start, end
