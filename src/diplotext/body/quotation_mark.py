"""Quotation marks: which mark opens, which closes, and which is none at all.

A mark is judged by its kind (curly marks say which way they face, straight ones do not) *and*
by its neighbours, then paired within its paragraph, so that a lost or stray mark spoils one
paragraph at most. Read: straight and curly marks, the wires' old ``` `` ''```, low and angle
marks, corner brackets, single marks both inside double ones and alone (British usage).
Told apart from them: apostrophes (``don't``, ``the dogs' home``, ``'90s``, ``rock 'n' roll``) and
feet and inches (``6'4"``). Not handled: marks within marks of the same kind more than two deep.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from diplotext.lazy_pattern import lazy_re

__all__ = ["Mark", "find_marks"]


class Mark(NamedTuple):
    """A quotation mark: where, how long, whether it opens, and how deep it stands.

    ``level`` is 1 for the outer quotation, 2 for one inside it, and so on; 0 for a stray mark,
    one whose partner is missing. An outer mark left open at the end of the paragraph keeps its
    level: it may be a running quotation.
    """

    start: int
    length: int
    opens: bool
    level: int


# One character class first, so that the scan runs at the speed of a set look-up. A single mark
# between two letters is an apostrophe and never leaves the regular expression.
_MARK_RE = lazy_re(
    r"""["'’“”‘`„‟‚«»‹›″〝〞＂「」『』](?:(?<=["“”„‟«»‹″〝〞＂「」『』])|(?<![^\W_].)|(?![^\W_]))"""
)

_DOUBLE, _SINGLE, _ANGLE, _SINGLE_ANGLE, _CORNER, _WHITE_CORNER = range(6)
_EITHER, _OPENS, _CLOSES = range(3)

# (family, the way it faces). “ closes after „ (German), » opens after a first » (Danish).
_KINDS: dict[str, tuple[int, int]] = {
    '"': (_DOUBLE, _EITHER),
    "″": (_DOUBLE, _EITHER),
    "＂": (_DOUBLE, _EITHER),
    "''": (_DOUBLE, _EITHER),
    "“": (_DOUBLE, _OPENS),
    "„": (_DOUBLE, _OPENS),
    "‟": (_DOUBLE, _OPENS),
    "〝": (_DOUBLE, _OPENS),
    "``": (_DOUBLE, _OPENS),
    "”": (_DOUBLE, _CLOSES),
    "〞": (_DOUBLE, _CLOSES),
    "'": (_SINGLE, _EITHER),
    "‘": (_SINGLE, _OPENS),
    "‚": (_SINGLE, _OPENS),
    "`": (_SINGLE, _OPENS),
    "’": (_SINGLE, _CLOSES),
    "«": (_ANGLE, _OPENS),
    "»": (_ANGLE, _CLOSES),
    "‹": (_SINGLE_ANGLE, _OPENS),
    "›": (_SINGLE_ANGLE, _CLOSES),
    "「": (_CORNER, _OPENS),
    "」": (_CORNER, _CLOSES),
    "『": (_WHITE_CORNER, _OPENS),
    "』": (_WHITE_CORNER, _CLOSES),
}
_MARKS = frozenset("".join(_KINDS))
# What stands before an opening mark, and after a closing one.
_UNSEEN = "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_BEFORE = frozenset("([{<—–―-‐_/=+*|" + _UNSEEN)
_AFTER = frozenset(")]}>,.;:!?…—–―-‐_/*|" + _UNSEEN)
_INCHES = frozenset('"″”')
_ENDS_SPEECH = frozenset(",.!?…—–-")

# "the '90s", "get 'em": an apostrophe where letters are left out, though it looks like an opener.
_ELISION_RE = lazy_re(
    r"""['’‘`](?:\d\ds?\b(?![,.%])|(?:em|til|tis|twas|twere|cause|cuz|bout|round|neath|nuff|tude|n|ere|ya)\b)""",
    re.IGNORECASE,
)
# "a 6' 2" wall": the mark behind the feet, where figures and the mark for inches follow.
_FEET_RE = lazy_re(r"""['’′]\s?\d{1,2}(?:[.½¼¾]\d*)?["”″]""")
_FEET_INCHES_RE = lazy_re(r"\d['’′]\s?\d{1,2}(?:[.½¼¾]\d*)?$")


class _Candidate(NamedTuple):
    start: int
    length: int
    family: int
    facing: int


def find_marks(text: str, start: int, end: int) -> list[Mark]:
    r"""The quotation marks of one paragraph ``text[start:end]``, in order.

    Linear in the length of the paragraph; any string is read, nothing is raised. A quotation's
    marks share a level; a mark without a partner has level 0, unless it opens and is the last
    outer one: then the quotation is left open (``quotation.find_quotations`` says what of it).

    >>> find_marks('"Go," he said.', 0, 14)
    [Mark(start=0, length=1, opens=True, level=1), Mark(start=4, length=1, opens=False, level=1)]
    >>> find_marks("He's 6'4\" tall, and it was the '90s: the dogs' days.", 0, 52)
    []
    """
    end = min(end, len(text))
    candidates = _find_candidates(text, start, end)
    if not candidates:
        return []
    pairs, strays = _pair(text, start, end, candidates)
    return _to_marks(candidates, pairs, strays)


def _find_candidates(text: str, start: int, end: int) -> list[_Candidate]:
    """Every character or pair of characters that may be a mark, with the way it faces."""
    found: list[_Candidate] = []
    skip_to = start
    for match in _MARK_RE.finditer(text, start, end):
        at = match.start()
        if at < skip_to:
            continue
        for kind, where in _split_run(text, at, end):
            skip_to = where + len(kind)
            candidate = _judge(text, start, end, kind, where)
            if candidate is not None:
                found.append(candidate)
    return found


def _split_run(text: str, at: int, end: int) -> list[tuple[str, int]]:
    """The marks that a run of single ones makes: '' is one, ''' is a single and a double."""
    mark = text[at]
    if mark not in "'`" or at + 1 >= end or text[at + 1] != mark:
        return [(mark, at)]
    if at + 2 < end and text[at + 2] == mark:
        # "He said `no.'''" closes the inner one first; "```No" opens the outer one first.
        inner_first = mark == "'" and not _opens_by_context(text, at, at + 3, at, end)
        return [(mark, at), (mark * 2, at + 1)] if inner_first else [(mark * 2, at), (mark, at + 2)]
    return [(mark * 2, at)]


def _opens_by_context(text: str, start: int, after: int, at: int, end: int) -> bool:
    return (at == start or text[at - 1].isspace()) and after < end and not text[after].isspace()


def _judge(text: str, start: int, end: int, kind: str, at: int) -> _Candidate | None:
    """The candidate at ``at``, its facing corrected by its neighbours; None for no mark."""
    family, facing = _KINDS[kind]
    length = len(kind)
    left, right = _neighbours(text, start, end, at, at + length)
    opening = not left or left.isspace() or left in _BEFORE
    closing = not right or right.isspace() or right in _AFTER
    if family == _SINGLE:
        if opening and _ELISION_RE.match(text, at, end):
            return None
        if left.isdigit() and _FEET_RE.match(text, at, end):
            return None
        if kind == "'" or (kind == "’" and opening and not closing):
            facing = _OPENS if opening and not closing else _CLOSES
        if facing == _OPENS and (not opening or not right or right.isspace()):
            return None
    elif opening and not closing:
        # Also a curly mark that faces the wrong way: typing aids gone wrong, Swedish usage.
        facing = _OPENS
    elif closing and not opening:
        facing = _CLOSES
    if left.isdigit() and family == _DOUBLE and facing != _OPENS:
        if _FEET_INCHES_RE.search(text, max(start, at - 8), at):
            return None
        facing = _CLOSES
    return _Candidate(at, length, family, facing)


def _neighbours(text: str, start: int, end: int, left: int, right: int) -> tuple[str, str]:
    """The characters around a mark, other marks (up to three) passed over; "" at the edges."""
    for _ in range(3):
        if left > start and text[left - 1] in _MARKS:
            left -= 1
        if right < end and text[right] in _MARKS:
            right += 1
    return text[left - 1] if left > start else "", text[right] if right < end else ""


def _pair(
    text: str, start: int, end: int, candidates: list[_Candidate]
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
        opens = mark.facing == _OPENS or (mark.facing == _EITHER and depth < 0)
        if mark.family == _SINGLE:
            if depth >= 0 and depth == len(stack) - 1:
                if opens:
                    stack[-1] = i  # the one before was an apostrophe
                elif not _is_possessive(text, end, candidates, i):
                    pairs[stack.pop()] = i
            elif opens and depth < 0:
                stack.append(i)
            continue
        if opens:
            if depth >= 0 and not _is_nested(candidates, i):
                _drop(candidates, stack, depth, strays)
            stack.append(i)
        elif depth < 0:
            if text[mark.start - 1 : mark.start] in (",", ":") and _is_next(candidates, i, _CLOSES):
                stack.append(i)  # He says,” there are many of us,” and the like
            else:
                strays.add(i)
        elif not _is_inch(text, end, candidates, i):
            pairs[stack[depth]] = i
            _drop(candidates, stack, depth + 1, strays)
            stack.pop()
    # What is open at the end: the outermost mark stays open, the rest is dropped. A single mark is
    # trusted with an open end only where a running quotation has it, first in its paragraph.
    for depth, i in enumerate(stack):
        leads = i == 0 and not text[start : candidates[0].start].strip()
        if candidates[i].family != _SINGLE or leads:
            pairs[i] = -1
            _drop(candidates, stack, depth + 1, strays)
            break
    return pairs, strays


def _drop(candidates: list[_Candidate], stack: list[int], depth: int, strays: set[int]) -> None:
    """Give up the open marks from ``depth`` on: single ones were apostrophes, others strays."""
    strays.update(i for i in stack[depth:] if candidates[i].family != _SINGLE)
    del stack[depth:]


def _is_nested(candidates: list[_Candidate], i: int) -> bool:
    """Whether an opening mark inside its own kind is a quotation in it: "A "B" C", not "A "B"."""
    after = [c for c in candidates[i + 1 : i + 9] if c.family != _SINGLE][:2]
    return len(after) == 2 and all(c.facing != _OPENS for c in after)


def _is_inch(text: str, end: int, candidates: list[_Candidate], i: int) -> bool:
    """Whether the mark in a quotation is a measure: "a 12" pipe burst," with the end to come."""
    at = candidates[i].start
    if text[at] not in _INCHES or not text[at - 1].isdigit():
        return False
    if not (at + 2 < end and text[at + 1] in " -" and text[at + 2].islower()):
        return False
    return _is_next(candidates, i, _CLOSES)


def _is_next(candidates: list[_Candidate], i: int, facing: int) -> bool:
    """Whether the next mark that is no single one faces this way."""
    after = next((c for c in candidates[i + 1 : i + 9] if c.family != _SINGLE), None)
    return after is not None and after.facing == facing


def _is_possessive(text: str, end: int, candidates: list[_Candidate], i: int) -> bool:
    """Whether a closing single mark is an apostrophe: 'The dogs' home is full,' goes on."""
    at = candidates[i].start
    if at + 2 >= end or not text[at + 1].isspace() or text[at - 1] not in "sxzn":
        return False
    for later in candidates[i + 1 : i + 9]:
        if later.family == _SINGLE:
            if later.facing == _OPENS:
                return False
            if text[later.start - 1] in _ENDS_SPEECH:
                return True
    return False


def _to_marks(candidates: list[_Candidate], pairs: dict[int, int], strays: set[int]) -> list[Mark]:
    marks: list[Mark] = []
    closing = set(pairs.values())
    level = 0
    for i, (at, length, _, facing) in enumerate(candidates):
        if i in pairs:
            level += 1
            marks.append(Mark(at, length, opens=True, level=level))
        elif i in closing:
            marks.append(Mark(at, length, opens=False, level=level))
            level -= 1
        elif i in strays:
            marks.append(Mark(at, length, opens=facing == _OPENS, level=0))
    return marks
