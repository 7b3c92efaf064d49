"""The quote state of each token, from the paragraph's marks.

The simple pass of ``token`` knows double marks that come in pairs. A paragraph that has more than
those (single marks, low marks, a mark too many or too few) is read by ``find_marks`` instead, which
tells British quotations from apostrophes and strays from marks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from diplotext.body.quotation_mark import find_marks

__all__ = ["SINGLE_MARKS", "read_quote_states"]

# Tokens that can be quotation marks and that the simple pass leaves alone.
SINGLE_MARKS = frozenset("'‘’‚‹›`„″「」『』")
_INSIDE, _OPEN, _CLOSE = 1, 2, 3


def read_quote_states(
    text: str, start: int, end: int, starts: Sequence[int]
) -> tuple[list[int], bool]:
    """The states of the tokens that start at ``starts``, and whether the end is left open.

    >>> read_quote_states("‘We go,’ the men’s guide said.", 0, 30, [0, 1, 4, 6, 7, 9, 13, 16, 19])
    ([2, 1, 1, 1, 3, 0, 0, 0, 0], False)
    """
    states = [0] * len(starts)
    opened = -1
    for at, _, opens, level in find_marks(text, start, end):
        token = bisect_left(starts, at)
        if level != 1 or token == len(starts):
            continue
        if opened >= 0:
            states[opened + 1 : token] = [_INSIDE] * (token - opened - 1)
        states[token] = _OPEN if opens else _CLOSE
        opened = token if opens else -1
    if opened >= 0:
        states[opened + 1 :] = [_INSIDE] * (len(states) - opened - 1)
    return states, opened >= 0
