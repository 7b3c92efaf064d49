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

from diplotext.body.quotation_pair import CLOSES, EITHER, OPENS, SINGLE, Candidate, pair_marks
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

_DOUBLE, _ANGLE, _SINGLE_ANGLE, _CORNER, _WHITE_CORNER = range(SINGLE + 1, SINGLE + 6)

# (family, the way it faces). “ closes after „ (German), » opens after a first » (Danish).
_KINDS: dict[str, tuple[int, int]] = {
    '"': (_DOUBLE, EITHER),
    "″": (_DOUBLE, EITHER),
    "＂": (_DOUBLE, EITHER),
    "''": (_DOUBLE, EITHER),
    "“": (_DOUBLE, OPENS),
    "„": (_DOUBLE, OPENS),
    "‟": (_DOUBLE, OPENS),
    "〝": (_DOUBLE, OPENS),
    "``": (_DOUBLE, OPENS),
    "”": (_DOUBLE, CLOSES),
    "〞": (_DOUBLE, CLOSES),
    "'": (SINGLE, EITHER),
    "‘": (SINGLE, OPENS),
    "‚": (SINGLE, OPENS),
    "`": (SINGLE, OPENS),
    "’": (SINGLE, CLOSES),
    "«": (_ANGLE, OPENS),
    "»": (_ANGLE, CLOSES),
    "‹": (_SINGLE_ANGLE, OPENS),
    "›": (_SINGLE_ANGLE, CLOSES),
    "「": (_CORNER, OPENS),
    "」": (_CORNER, CLOSES),
    "『": (_WHITE_CORNER, OPENS),
    "』": (_WHITE_CORNER, CLOSES),
}
_MARKS = frozenset("".join(_KINDS))
# What stands before an opening mark, and after a closing one.
_UNSEEN = "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_BEFORE = frozenset("([{<—–―-‐_/=+*|" + _UNSEEN)
_AFTER = frozenset(")]}>,.;:!?…—–―-‐_/*|" + _UNSEEN)

# "the '90s", "get 'em": an apostrophe where letters are left out, though it looks like an opener.
_ELISION_RE = lazy_re(
    r"""['’‘`](?:\d\ds?\b(?![,.%])|(?:em|til|tis|twas|twere|cause|cuz|bout|round|neath|nuff|tude|n|ere|ya)\b)""",
    re.IGNORECASE,
)
# "a 6' 2" wall": the mark behind the feet, where figures and the mark for inches follow.
_FEET_RE = lazy_re(r"""['’′]\s?\d{1,2}(?:[.½¼¾]\d*)?["”″]""")
_FEET_INCHES_RE = lazy_re(r"\d['’′]\s?\d{1,2}(?:[.½¼¾]\d*)?$")


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
    pairs, strays = pair_marks(text, start, end, candidates)
    return _to_marks(candidates, pairs, strays)


def _find_candidates(text: str, start: int, end: int) -> list[Candidate]:
    """Every character or pair of characters that may be a mark, with the way it faces."""
    found: list[Candidate] = []
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


def _judge(text: str, start: int, end: int, kind: str, at: int) -> Candidate | None:
    """The candidate at ``at``, its facing corrected by its neighbours; None for no mark."""
    family, facing = _KINDS[kind]
    length = len(kind)
    left, right = _neighbours(text, start, end, at, at + length)
    opening = not left or left.isspace() or left in _BEFORE
    closing = not right or right.isspace() or right in _AFTER
    if family == SINGLE:
        if opening and _ELISION_RE.match(text, at, end):
            return None
        if left.isdigit() and _FEET_RE.match(text, at, end):
            return None
        if kind == "'" or (kind == "’" and opening and not closing):
            facing = OPENS if opening and not closing else CLOSES
        if facing == OPENS and (not opening or not right or right.isspace()):
            return None
    elif opening and not closing:
        # Also a curly mark that faces the wrong way: typing aids gone wrong, Swedish usage.
        facing = OPENS
    elif closing and not opening:
        facing = CLOSES
    if left.isdigit() and family == _DOUBLE and facing != OPENS:
        if _FEET_INCHES_RE.search(text, max(start, at - 8), at):
            return None
        facing = CLOSES
    return Candidate(at, length, family, facing)


def _neighbours(text: str, start: int, end: int, left: int, right: int) -> tuple[str, str]:
    """The characters around a mark, other marks (up to three) passed over; "" at the edges."""
    for _ in range(3):
        if left > start and text[left - 1] in _MARKS:
            left -= 1
        if right < end and text[right] in _MARKS:
            right += 1
    return text[left - 1] if left > start else "", text[right] if right < end else ""


def _to_marks(candidates: list[Candidate], pairs: dict[int, int], strays: set[int]) -> list[Mark]:
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
            marks.append(Mark(at, length, opens=facing == OPENS, level=0))
    return marks
