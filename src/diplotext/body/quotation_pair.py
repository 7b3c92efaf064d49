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
    pairs: dict[int, int] = {}
    strays: set[int] = set()
    stack: list[int] = []
    for i, mark in enumerate(candidates):
        # The nearest open mark of the family; the stack holds at most two of each family.
        depth = len(stack) - 1
        while depth >= 0 and candidates[stack[depth]].family != mark.family:
            depth -= 1
        opens = mark.facing == OPENS or (mark.facing == EITHER and depth < 0)
        if mark.family == SINGLE:
            if depth < 0:
                if opens:
                    stack.append(i)
            elif depth == len(stack) - 1:
                if opens:
                    stack[-1] = i  # the one before was an apostrophe
                elif not _is_possessive(text, end, candidates, i):
                    pairs[stack.pop()] = i
        elif opens:
            if depth >= 0 and not _is_nested(candidates, i):
                _drop(candidates, stack, depth, strays)
            stack.append(i)
        elif depth < 0:
            if text[mark.start - 1 : mark.start] in (",", ":") and _is_next(candidates, i, CLOSES):
                stack.append(i)  # He says,” there are many of us,” and the like
            else:
                strays.add(i)
        elif not _is_inch(text, end, candidates, i):
            pairs[stack[depth]] = i
            _drop(candidates, stack, depth + 1, strays)
            stack.pop()
    # What is open at the end: the outermost mark stays open, the rest is dropped.
    leads = bool(stack) and not text[start : candidates[0].start].strip()
    for depth, i in enumerate(stack):
        # A single mark is trusted only where a running quotation has it, first in its paragraph.
        if candidates[i].family != SINGLE or (leads and i == 0):
            pairs[i] = -1
            _drop(candidates, stack, depth + 1, strays)
            break
    return pairs, strays


def _drop(candidates: list[Candidate], stack: list[int], depth: int, strays: set[int]) -> None:
    """Give up the open marks from ``depth`` on: single ones were apostrophes, others strays."""
    strays.update(i for i in stack[depth:] if candidates[i].family != SINGLE)
    del stack[depth:]


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
