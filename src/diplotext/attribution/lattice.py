"""Decoding: from the scores of a window to its likeliest labellings.

A linear chain over the labels outside, content, source and cue. The probability of each label of
each chunk comes from a forward and a backward pass; the first labelling takes every chunk's
likeliest label. Where a chunk could well be something else, the likeliest labelling with that
label there is an alternative, which the ranking can prefer.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count, pairwise
from math import exp, log, prod
from operator import getitem

from attrs import frozen

from diplotext.attribution.span import SCALE

__all__ = ["CONTENT", "CUE", "OUTSIDE", "SOURCE", "Lattice", "decode", "find_alternatives"]

OUTSIDE, CONTENT, SOURCE, CUE = 0, 1, 2, 3
_MASK = (1 << 14) - 1
# The potential of each packed score.
_EXP = tuple(exp(max(-40.0, min(40.0, (packed - 8192) / SCALE))) for packed in range(1 << 14))
_LEAST_SOURCE = 0.12  # without a decoded source, a likelier run is taken as one
_DOUBT = 0.10  # a label likelier than this, though not the likeliest, gives an alternative
_SURE = 1 - _DOUBT
_SMALL, _LARGE = 1e-100, 1e100

# One list for each label, one entry a chunk: plain lists of floats, which the garbage collector
# never has to walk as it would a tuple a chunk.
Columns = tuple[list[float], list[float], list[float], list[float]]


@frozen(eq=False)
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
    for e0, e1, e2, e3 in zip(*(column[:0:-1] for column in potentials), strict=True):
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
    labels: list[int] = []
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
    for a0, a1, a2, a3, x0, x1, x2, x3 in steps:
        p0, p1, p2, p3 = a0 * x0, a1 * x1, a2 * x2, a3 * x3
        z = 1.0 / (p0 + p1 + p2 + p3)
        p0 *= z
        if p0 >= _SURE:
            flat += p0, p1 * z, p2 * z, p3 * z
            labels.append(OUTSIDE)
            continue
        four = p0, p1 * z, p2 * z, p3 * z
        flat += four
        most = max(four)
        if most < _SURE:
            doubtful.append(len(labels))
        labels.append(four.index(most))
    return (flat[0::4], flat[1::4], flat[2::4], flat[3::4]), labels, doubtful


def add_source(labels: list[int], lattice: Lattice, least: float = _LEAST_SOURCE) -> bool:
    """Mark the likeliest run of a source where none is; whether there was one to mark."""
    chances = lattice.marginals[SOURCE]
    best = max(chances)
    if best <= least:
        return False
    top = chances.index(best)
    first = last = top
    while first > 0 and chances[first - 1] > best / 2 and labels[first - 1] != CUE:
        first -= 1
    while last + 1 < len(chances) and chances[last + 1] > best / 2 and labels[last + 1] != CUE:
        last += 1
    for at in range(first, last + 1):
        if labels[at] != CUE:
            labels[at] = SOURCE
    return True


def log_probability(labels: Sequence[int], lattice: Lattice, transitions: Sequence[float]) -> float:
    """The log of a labelling's probability."""
    rows = [transitions[0:4], transitions[4:8], transitions[8:12], transitions[12:16]]
    own = prod(map(getitem, zip(*lattice.potentials, strict=True), labels))
    between = prod([rows[before][after] for before, after in pairwise(labels)])
    if not (_SMALL < own < _LARGE and _SMALL < between < _LARGE):
        return _slow_log_probability(labels, lattice, transitions)
    return max(log(own * between) - lattice.log_norm, -99.0)


def _slow_log_probability(
    labels: Sequence[int], lattice: Lattice, transitions: Sequence[float]
) -> float:
    product, total = 1.0, -lattice.log_norm
    previous = -1
    for at, label in enumerate(labels):
        product *= lattice.potentials[label][at]
        if previous >= 0:
            product *= transitions[previous << 2 | label]
        if not 1e-200 < product < 1e200:
            if product <= 0.0:
                return -99.0
            total += log(product)
            product = 1.0
        previous = label
    return max(total + log(product), -99.0)


def _walk_left(lattice: Lattice, transitions: Sequence[float], labels: list[int], at: int) -> None:
    """Label the chunks before ``at``, each the likeliest before the label behind it."""
    forward = lattice.forward
    current = labels[at]
    for place in range(at - 1, -1, -1):
        a0, a1, a2, a3 = forward[4 * place : 4 * place + 4]
        best, chosen = a0 * transitions[current], 0
        other = a1 * transitions[4 | current]
        if other > best:
            best, chosen = other, 1
        other = a2 * transitions[8 | current]
        if other > best:
            best, chosen = other, 2
        if a3 * transitions[12 | current] > best:
            chosen = 3
        labels[place] = current = chosen


def _walk_right(lattice: Lattice, transitions: Sequence[float], labels: list[int], at: int) -> None:
    """Label the chunks after ``at``, each the likeliest behind the label before it."""
    behind = at + 1
    columns = [column[behind:] for column in lattice.potentials]
    backward, from_last = lattice.backward, 4 * (len(labels) - behind)
    row = labels[at] << 2
    for place, e0, e1, e2, e3 in zip(count(behind), *columns, strict=False):
        from_last -= 4
        x0, x1, x2, x3 = backward[from_last : from_last + 4]
        best, chosen = e0 * x0 * transitions[row], 0
        other = e1 * x1 * transitions[row | 1]
        if other > best:
            best, chosen = other, 1
        other = e2 * x2 * transitions[row | 2]
        if other > best:
            best, chosen = other, 2
        if e3 * x3 * transitions[row | 3] > best:
            chosen = 3
        labels[place] = chosen
        row = chosen << 2


def _through(lattice: Lattice, transitions: Sequence[float], at: int, label: int) -> list[int]:
    """A likely labelling with the chunk ``at`` labelled so: step by step outwards from it."""
    labels = [label] * len(lattice.labels)
    _walk_left(lattice, transitions, labels, at)
    _walk_right(lattice, transitions, labels, at)
    return labels


def find_alternatives(lattice: Lattice, transitions: Sequence[float], most: int) -> list[list[int]]:
    """The first labelling and up to ``most`` - 1 others, by the doubt that each settles."""
    first = lattice.labels
    found = [first]
    if SOURCE not in first:
        add_source(first, lattice)
    if not lattice.doubtful:
        return found
    doubts = [
        (-chance, at, label)
        for at in lattice.doubtful
        for label, chances in enumerate(lattice.marginals)
        if (chance := chances[at]) > _DOUBT and label != first[at]
    ]
    doubts.sort()
    for _, at, label in doubts:
        if len(found) == most:
            break
        if all(labels[at] != label for labels in found):
            labels = _through(lattice, transitions, at, label)
            if SOURCE not in labels:
                add_source(labels, lattice, _LEAST_SOURCE / 2)
            if labels not in found:
                found.append(labels)
    return found
