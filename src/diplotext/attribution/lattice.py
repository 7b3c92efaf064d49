"""Decoding: from the scores of a window to its likeliest labellings.

A linear chain over the labels outside, content, source and cue. The probability of each label of
each chunk comes from a forward and a backward pass; the first labelling takes every chunk's
likeliest label. Where a chunk could well be something else, the likeliest labelling with that
label there is an alternative, which the ranking can prefer.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log

from attrs import frozen

from diplotext.attribution.span import SCALE

__all__ = ["CONTENT", "CUE", "OUTSIDE", "SOURCE", "Lattice", "decode", "find_alternatives"]

OUTSIDE, CONTENT, SOURCE, CUE = 0, 1, 2, 3
_MASK = (1 << 14) - 1
# The potential of each packed score.
_EXP = tuple(exp(max(-40.0, min(40.0, (packed - 8192) / SCALE))) for packed in range(1 << 14))
_LEAST_SOURCE = 0.12  # without a decoded source, a likelier run is taken as one
_DOUBT = 0.10  # a label likelier than this, though not the likeliest, gives an alternative

Four = tuple[float, float, float, float]


@frozen(eq=False)
class Lattice:
    """What decoding knows of a window.

    ``marginals`` are the probabilities of the four labels of each chunk; ``forward`` and
    ``backward`` the scaled messages; ``potentials`` the chunks' own; ``log_norm`` the log of the
    sum over all labellings.
    """

    potentials: list[Four]
    forward: list[Four]
    backward: list[Four]
    marginals: list[Four]
    log_norm: float
    head: int


def decode(scores: Sequence[int], head: int, transitions: Sequence[float]) -> Lattice:
    """The lattice of a window's packed scores, the chunk at ``head`` being the cue.

    ``transitions`` are the 16 potentials from label to label, row by row.
    """
    t00, t01, t02, t03, t10, t11, t12, t13, t20, t21, t22, t23, t30, t31, t32, t33 = transitions
    potential = _EXP
    potentials: list[Four] = []
    forward: list[Four] = []
    log_norm = 0.0
    scale = 1.0
    a0 = a1 = a2 = a3 = 0.0
    for at, packed in enumerate(scores):
        if at == head:
            e0 = e1 = e2 = 0.0
            e3 = 1.0
        else:
            e0 = 1.0
            e1 = potential[packed & _MASK]
            e2 = potential[packed >> 14 & _MASK]
            e3 = potential[packed >> 28]
        if at:
            b0 = (a0 * t00 + a1 * t10 + a2 * t20 + a3 * t30) * e0
            b1 = (a0 * t01 + a1 * t11 + a2 * t21 + a3 * t31) * e1
            b2 = (a0 * t02 + a1 * t12 + a2 * t22 + a3 * t32) * e2
            a3 = (a0 * t03 + a1 * t13 + a2 * t23 + a3 * t33) * e3
            a0, a1, a2 = b0, b1, b2
        else:
            a0, a1, a2, a3 = e0, e1, e2, e3
        total = a0 + a1 + a2 + a3
        scale *= total
        if not 1e-200 < scale < 1e200:
            log_norm += log(scale)
            scale = 1.0
        z = 1.0 / total
        a0 *= z
        a1 *= z
        a2 *= z
        a3 *= z
        potentials.append((e0, e1, e2, e3))
        forward.append((a0, a1, a2, a3))
    log_norm += log(scale)
    count = len(potentials)
    marginals: list[Four] = [forward[-1]] * count
    backward: list[Four] = [(1.0, 1.0, 1.0, 1.0)] * count
    x0 = x1 = x2 = x3 = 1.0
    for at in range(count - 1, -1, -1):
        a0, a1, a2, a3 = forward[at]
        backward[at] = (x0, x1, x2, x3)
        a0 *= x0
        a1 *= x1
        a2 *= x2
        a3 *= x3
        z = 1.0 / (a0 + a1 + a2 + a3)
        marginals[at] = (a0 * z, a1 * z, a2 * z, a3 * z)
        e0, e1, e2, e3 = potentials[at]
        e0 *= x0
        e1 *= x1
        e2 *= x2
        e3 *= x3
        x0 = t00 * e0 + t01 * e1 + t02 * e2 + t03 * e3
        x1 = t10 * e0 + t11 * e1 + t12 * e2 + t13 * e3
        x2 = t20 * e0 + t21 * e1 + t22 * e2 + t23 * e3
        x3 = t30 * e0 + t31 * e1 + t32 * e2 + t33 * e3
        z = 1.0 / (x0 + x1 + x2 + x3)
        x0 *= z
        x1 *= z
        x2 *= z
        x3 *= z
    return Lattice(potentials, forward, backward, marginals, log_norm, head)


def likeliest_labels(lattice: Lattice) -> list[int]:
    """The likeliest label of each chunk."""
    return [four.index(max(four)) for four in lattice.marginals]


def add_source(labels: list[int], lattice: Lattice, least: float = _LEAST_SOURCE) -> bool:
    """Mark the likeliest run of a source where none is; whether there was one to mark."""
    chances = [four[SOURCE] for four in lattice.marginals]
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
    product, total = 1.0, -lattice.log_norm
    previous = -1
    for label, four in zip(labels, lattice.potentials, strict=True):
        product *= four[label]
        if previous >= 0:
            product *= transitions[previous << 2 | label]
        if not 1e-200 < product < 1e200:
            if product <= 0.0:
                return -99.0
            total += log(product)
            product = 1.0
        previous = label
    return max(total + log(product), -99.0)


def _through(lattice: Lattice, transitions: Sequence[float], at: int, label: int) -> list[int]:
    """A likely labelling with the chunk ``at`` labelled so: step by step outwards from it."""
    count = len(lattice.forward)
    labels = [label] * count
    current = label
    for place in range(at - 1, -1, -1):
        a0, a1, a2, a3 = lattice.forward[place]
        options = (
            a0 * transitions[current],
            a1 * transitions[4 | current],
            a2 * transitions[8 | current],
            a3 * transitions[12 | current],
        )
        labels[place] = current = options.index(max(options))
    current = label
    for place in range(at + 1, count):
        e0, e1, e2, e3 = lattice.potentials[place]
        x0, x1, x2, x3 = lattice.backward[place]
        row = current << 2
        options = (
            e0 * x0 * transitions[row],
            e1 * x1 * transitions[row | 1],
            e2 * x2 * transitions[row | 2],
            e3 * x3 * transitions[row | 3],
        )
        labels[place] = current = options.index(max(options))
    return labels


def find_alternatives(lattice: Lattice, transitions: Sequence[float], most: int) -> list[list[int]]:
    """The first labelling and up to ``most`` - 1 others, by the doubt that each settles."""
    first = likeliest_labels(lattice)
    found = [first]
    if SOURCE not in first:
        add_source(first, lattice)
    doubts = []
    for at, four in enumerate(lattice.marginals):
        if max(four) < 1 - _DOUBT:
            doubts += [
                (-chance, at, label)
                for label, chance in enumerate(four)
                if chance > _DOUBT and label != first[at]
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
