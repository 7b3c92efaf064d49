"""Which mark closes which: the marks of one paragraph, once each is judged, in pairs.

The nearest open mark of the same family is closed. What has no partner is a stray, or an apostrophe
if it is a single mark; the outermost mark that is open at the end stays open, as a running
quotation has it.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["CLOSES", "EITHER", "OPENS", "SINGLE", "Candidate", "pair_marks"]

SINGLE = 0  # the family that apostrophes look like
EITHER, OPENS, CLOSES = range(3)

_INCHES = frozenset('"″”')
_ENDS_SPEECH = frozenset(",.!?…—–-")


class Candidate(NamedTuple):
    """What may be a mark: where, how long, of which family, and the way it faces."""

    start: int
    length: int
    family: int
    facing: int


def pair_marks(
    text: str, start: int, end: int, candidates: list[Candidate]
) -> tuple[dict[int, int], set[int]]:
    """Which candidate closes which (-1: left open), and the strays, by index."""
    pairing = _Pairing(text, end, candidates)
    for i, mark in enumerate(candidates):
        if mark.family == SINGLE:
            pairing.take_single(i)
        else:
            pairing.take(i)
    pairing.leave_open(start)
    return pairing.pairs, pairing.strays


class _Pairing:
    """The pairs, the strays and the marks that are open, while a paragraph is read."""

    def __init__(self, text: str, end: int, candidates: list[Candidate]) -> None:
        self.text = text
        self.end = end
        self.candidates = candidates
        self.pairs: dict[int, int] = {}
        self.strays: set[int] = set()
        self.stack: list[int] = []  # at most two of each family

    def _depth(self, family: int) -> int:
        """Where the nearest open mark of a family stands in the stack; -1 where none is open."""
        depth = len(self.stack) - 1
        while depth >= 0 and self.candidates[self.stack[depth]].family != family:
            depth -= 1
        return depth

    def take_single(self, i: int) -> None:
        """A single mark: within quotations of other marks it pairs only with its neighbour."""
        mark, stack = self.candidates[i], self.stack
        depth = self._depth(SINGLE)
        opens = mark.facing == OPENS or (mark.facing == EITHER and depth < 0)
        if depth < 0:
            if opens:
                stack.append(i)
        elif depth == len(stack) - 1:
            if opens:
                stack[-1] = i  # the one before was an apostrophe
            elif not _is_possessive(self.text, self.end, self.candidates, i):
                self.pairs[stack.pop()] = i

    def take(self, i: int) -> None:
        """A mark of another family: it opens, closes the nearest, or is a stray."""
        mark, stack = self.candidates[i], self.stack
        depth = self._depth(mark.family)
        if mark.facing == OPENS or (mark.facing == EITHER and depth < 0):
            if depth >= 0 and not _is_nested(self.candidates, i):
                self._drop(depth)
            stack.append(i)
        elif depth < 0:
            behind = self.text[mark.start - 1 : mark.start]
            if behind in (",", ":") and _is_next(self.candidates, i, CLOSES):
                stack.append(i)  # He says,” there are many of us,” and the like
            else:
                self.strays.add(i)
        elif not _is_inch(self.text, self.end, self.candidates, i):
            self.pairs[stack[depth]] = i
            self._drop(depth + 1)
            stack.pop()

    def leave_open(self, start: int) -> None:
        """What is open at the end: the outermost mark stays open, the rest is dropped."""
        stack, candidates = self.stack, self.candidates
        leads = bool(stack) and not self.text[start : candidates[0].start].strip()
        for depth, i in enumerate(stack):
            # A single mark is trusted only where a running quotation has it, first of all.
            if candidates[i].family != SINGLE or (leads and i == 0):
                self.pairs[i] = -1
                self._drop(depth + 1)
                break

    def _drop(self, depth: int) -> None:
        """Give up the open marks from ``depth`` on: single ones were apostrophes, others strays."""
        dropped = self.stack[depth:]
        self.strays.update(i for i in dropped if self.candidates[i].family != SINGLE)
        del self.stack[depth:]


def _is_nested(candidates: list[Candidate], i: int) -> bool:
    """Whether an opening mark inside its own kind is a quotation in it: "A "B" C", not "A "B"."""
    after = [c for c in candidates[i + 1 : i + 9] if c.family != SINGLE][:2]
    return len(after) == 2 and all(c.facing != OPENS for c in after)


def _is_inch(text: str, end: int, candidates: list[Candidate], i: int) -> bool:
    """Whether the mark in a quotation is a measure: "a 12" pipe burst," with the end to come."""
    at = candidates[i].start
    if text[at] not in _INCHES or not text[at - 1].isdigit():
        return False
    if not (at + 2 < end and text[at + 1] in " -" and text[at + 2].islower()):
        return False
    return _is_next(candidates, i, CLOSES)


def _is_next(candidates: list[Candidate], i: int, facing: int) -> bool:
    """Whether the next mark that is no single one faces this way."""
    after = next((c for c in candidates[i + 1 : i + 9] if c.family != SINGLE), None)
    return after is not None and after.facing == facing


def _is_possessive(text: str, end: int, candidates: list[Candidate], i: int) -> bool:
    """Whether a closing single mark is an apostrophe: 'The dogs' home is full,' goes on."""
    at = candidates[i].start
    if at + 2 >= end or not text[at + 1].isspace() or text[at - 1] not in "sxzn":
        return False
    for later in candidates[i + 1 : i + 9]:
        if later.family == SINGLE:
            if later.facing == OPENS:
                return False
            if text[later.start - 1] in _ENDS_SPEECH:
                return True
    return False
