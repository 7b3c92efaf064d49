"""Errors: what strict parsing, format readers and loaders raise.

``diplotext.parse`` itself never raises on a ``str``; these are for the parsers used alone
(``parse_dateline``), for ``from_dict`` and ``from_json``, and for weights and lexicon files.
"""

from __future__ import annotations

__all__ = ["DiplotextError", "FormatError", "ParseError", "WeightsError"]


class DiplotextError(Exception):
    """The base of every error that diplotext raises on purpose."""


class ParseError(DiplotextError, ValueError):
    r"""A zone parser did not match.

    Carries the text, the offset (code points) of the furthest place reached, the 1-based line
    and column of it, and what was expected there; ``str()`` draws the line with a caret.

    >>> error = ParseError("MOSCOW\nTASS", 7, {"agency", "date"})
    >>> error.lineno, error.colno
    (2, 1)
    >>> print(error)
    line 2, column 1: expected agency or date
    TASS
    ^
    """

    def __init__(self, text: str, pos: int, expected: frozenset[str] | set[str]) -> None:
        self.text = text
        self.pos = pos
        self.expected = frozenset(expected)
        line_start = text.rfind("\n", 0, pos) + 1
        self.lineno = text.count("\n", 0, pos) + 1
        self.colno = pos - line_start + 1
        self.msg = f"line {self.lineno}, column {self.colno}: expected {_either(self.expected)}"
        super().__init__(text, pos, self.expected)

    def __str__(self) -> str:
        return f"{self.msg}\n{self.caret()}"

    def caret(self) -> str:
        """The line of the error and, under it, a caret at the column."""
        line_start = self.pos - self.colno + 1
        line_end = self.text.find("\n", self.pos)
        line = self.text[line_start : line_end if line_end >= 0 else len(self.text)]
        # A paragraph on one line can be very long: 70 code points around the place are enough.
        cut = max(0, self.colno - 1 - 35)
        return line[cut : cut + 70].replace("\t", " ") + "\n" + " " * (self.colno - 1 - cut) + "^"


class FormatError(DiplotextError, ValueError):
    """A document in one of the exchange formats is not what it should be.

    ``path`` says where, as a JSON path, ``msg`` what is wrong there.

    >>> print(FormatError("$.attributions[2].cue", "an object is needed, not a list"))
    $.attributions[2].cue: an object is needed, not a list
    """

    def __init__(self, path: str, msg: str) -> None:
        self.path = path
        self.msg = msg
        super().__init__(path, msg)

    def __str__(self) -> str:
        return f"{self.path}: {self.msg}"


class WeightsError(DiplotextError, ValueError):
    """A weights or lexicon file is damaged, or of a version that this release cannot read."""


def _either(expected: frozenset[str]) -> str:
    names = sorted(expected)
    if not names:
        return "something else"
    return " or ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
