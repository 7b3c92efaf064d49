"""Decoding: from the scores of a window to its likeliest labellings.

A linear chain over the labels outside, content, source and cue. The probability of each label of
each chunk comes from a forward and a backward pass; the first labelling takes every chunk's
likeliest label.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log

from attrs import define

from diplotext.attribution.learned.span import SCALE

__all__ = ["CONTENT", "CUE", "OUTSIDE", "SOURCE", "Columns", "Lattice", "decode"]

OUTSIDE, CONTENT, SOURCE, CUE = 0, 1, 2, 3
_MASK = (1 << 14) - 1
# The potential of each packed score.
_EXP = tuple(exp(max(-40.0, min(40.0, (packed - 8192) / SCALE))) for packed in range(1 << 14))
_SURE = 0.9  # a label less likely is in doubt
_SMALL, _LARGE = 1e-100, 1e100

# One list for each label, one entry a chunk: plain lists of floats, which the garbage collector
# never has to walk as it would a tuple a chunk.
Columns = tuple[list[float], list[float], list[float], list[float]]


@define(eq=False)
class Lattice:
    """What decoding knows of a window.

    ``marginals`` are the probabilities of the four labels, a list each with an entry a chunk;
    ``potentials`` the chunks' own. ``forward`` and ``backward`` are the messages, up to a factor of
    each chunk: four numbers a chunk, from the first chunk on and from the last. ``log_norm`` is the
    log of the sum over all labellings; ``labels`` each chunk's likeliest label; ``doubtful`` the
    chunks whose likeliest label is not likely enough.
    """

    potentials: Columns
    forward: list[float]
    backward: list[float]
    marginals: Columns
    log_norm: float
    head: int
    labels: list[int]
    doubtful: list[int]


def decode(scores: Sequence[int], head: int, transitions: Sequence[float]) -> Lattice:
    """The lattice of a window's packed scores, the chunk at ``head`` being the cue.

    ``transitions`` are the 16 potentials from label to label, row by row.
    """
    potentials = _potentials(scores, head)
    forward, log_norm = _pass_forward(potentials, transitions)
    backward = _pass_backward(potentials, transitions)
    marginals, labels, doubtful = _meet(forward, backward)
    return Lattice(potentials, forward, backward, marginals, log_norm, head, labels, doubtful)


def _potentials(scores: Sequence[int], head: int) -> Columns:
    potential = _EXP
    outside = [1.0] * len(scores)
    content = [potential[packed & _MASK] for packed in scores]
    source = [potential[packed >> 14 & _MASK] for packed in scores]
    cue = [potential[packed >> 28] for packed in scores]
    # The head is a cue and nothing else.
    outside[head] = content[head] = source[head] = 0.0
    cue[head] = 1.0
    return outside, content, source, cue


def _pass_forward(potentials: Columns, transitions: Sequence[float]) -> tuple[list[float], float]:
    """The messages from the left, and the log of the sum over all labellings.

    They are scaled only where they get so large or small that floats could not hold them.
    """
    t00, t01, t02, t03, t10, t11, t12, t13, t20, t21, t22, t23, t30, t31, t32, t33 = transitions
    columns = zip(*potentials, strict=True)
    a0, a1, a2, a3 = next(columns)
    forward = [a0, a1, a2, a3]
    log_norm = 0.0
    for _, e1, e2, e3 in columns:
        b1 = (a0 * t01 + a1 * t11 + a2 * t21 + a3 * t31) * e1
        b2 = (a0 * t02 + a1 * t12 + a2 * t22 + a3 * t32) * e2
        b3 = (a0 * t03 + a1 * t13 + a2 * t23 + a3 * t33) * e3
        a0, a1, a2, a3 = a0 * t00 + a1 * t10 + a2 * t20 + a3 * t30, b1, b2, b3
        if not e1:  # the head
            a0 = 0.0
        elif not _SMALL < a0 < _LARGE:
            total = a0 + a1 + a2 + a3
            log_norm += log(total)
            a0, a1, a2, a3 = a0 / total, a1 / total, a2 / total, a3 / total
        forward += a0, a1, a2, a3
    return forward, log_norm + log(a0 + a1 + a2 + a3)


def _pass_backward(potentials: Columns, transitions: Sequence[float]) -> list[float]:
    """The messages from the right, the last chunk's first."""
    t00, t01, t02, t03, t10, t11, t12, t13, t20, t21, t22, t23, t30, t31, t32, t33 = transitions
    x0 = x1 = x2 = x3 = 1.0
    backward = [x0, x1, x2, x3]
    for e0, e1, e2, e3 in zip(*[column[:0:-1] for column in potentials], strict=True):
        b0, b1, b2, b3 = e0 * x0, e1 * x1, e2 * x2, e3 * x3
        x0 = t00 * b0 + t01 * b1 + t02 * b2 + t03 * b3
        x1 = t10 * b0 + t11 * b1 + t12 * b2 + t13 * b3
        x2 = t20 * b0 + t21 * b1 + t22 * b2 + t23 * b3
        x3 = t30 * b0 + t31 * b1 + t32 * b2 + t33 * b3
        if not _SMALL < x0 < _LARGE:
            total = x0 + x1 + x2 + x3
            x0, x1, x2, x3 = x0 / total, x1 / total, x2 / total, x3 / total
        backward += x0, x1, x2, x3
    return backward


def _meet(
    forward: Sequence[float], backward: Sequence[float]
) -> tuple[Columns, list[int], list[int]]:
    """The probabilities of the labels, the likeliest label of each chunk, the doubtful chunks."""
    flat: list[float] = []
    labels = [OUTSIDE] * (len(forward) // 4)
    doubtful: list[int] = []
    # The backward messages run from the last chunk: behind their four numbers, step by step back.
    steps = zip(
        forward[0::4],
        forward[1::4],
        forward[2::4],
        forward[3::4],
        backward[-4::-4],
        backward[-3::-4],
        backward[-2::-4],
        backward[-1::-4],
        strict=True,
    )
    for place, (a0, a1, a2, a3, x0, x1, x2, x3) in enumerate(steps):
        p0, p1, p2, p3 = a0 * x0, a1 * x1, a2 * x2, a3 * x3
        z = 1.0 / (p0 + p1 + p2 + p3)
        four = p0 * z, p1 * z, p2 * z, p3 * z
        flat += four
        if four[OUTSIDE] >= _SURE:
            continue
        if four[CONTENT] >= _SURE:
            labels[place] = CONTENT
            continue
        most = max(four)
        labels[place] = four.index(most)
        if most < _SURE:
            doubtful.append(place)
    return (flat[0::4], flat[1::4], flat[2::4], flat[3::4]), labels, doubtful
