"""Labellings of a window: the likeliest, and others that settle a doubt another way.

Where a chunk could well be something else, the likeliest labelling with that label there is an
alternative, which the ranking can prefer.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import count
from math import log, prod

from attrs import define

from diplotext.attribution.learned.lattice import CUE, SOURCE, Columns, Lattice

__all__ = ["Segment", "find_alternatives", "log_probability", "split_labels", "values_of"]

_LEAST_SOURCE = 0.12  # without a decoded source, a likelier run is taken as one
_DOUBT = 0.10  # a label likelier than this, though not the likeliest, gives an alternative
_SMALL, _LARGE = 1e-100, 1e100

Segment = tuple[int, int, int]  # a label, the first chunk that has it, the one behind the last


def split_labels(labels: Sequence[int]) -> list[Segment]:
    """The runs of chunks of one label, in order, with those outside.

    >>> split_labels([0, 1, 1, 3])
    [(0, 0, 1), (1, 1, 3), (3, 3, 4)]
    """
    segments = []
    previous, begin = labels[0], 0
    for place, label in enumerate(labels):
        if label != previous:
            segments.append((previous, begin, place))
            previous, begin = label, place
    segments.append((previous, begin, len(labels)))
    return segments


def values_of(columns: Columns, segments: Sequence[Segment]) -> list[float]:
    """What the columns have for the chunks' labels."""
    values: list[float] = []
    for label, begin, end in segments:
        values += columns[label][begin:end]
    return values


def log_probability(
    segments: Sequence[Segment], lattice: Lattice, transitions: Sequence[float]
) -> float:
    """The log of a labelling's probability."""
    potentials = lattice.potentials
    values: list[float] = []
    steps: list[float] = []
    previous = -1
    for label, begin, end in segments:
        if label:  # the potentials outside are all 1
            values += potentials[label][begin:end]
        if previous >= 0:
            steps.append(transitions[previous << 2 | label])
        if end - begin > 1:
            steps += [transitions[5 * label]] * (end - begin - 1)
        previous = label
    own, between = prod(values), prod(steps)
    if not (_SMALL < own < _LARGE and _SMALL < between < _LARGE):
        return _slow_log_probability(segments, lattice, transitions)
    return max(log(own * between) - lattice.log_norm, -99.0)


def _slow_log_probability(
    segments: Sequence[Segment], lattice: Lattice, transitions: Sequence[float]
) -> float:
    product, total = 1.0, -lattice.log_norm
    previous = -1
    labels = [label for label, begin, end in segments for _ in range(begin, end)]
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


@define(eq=False)
class _Walks:
    """The walks through a lattice; where two meet, the later goes on like the earlier.

    ``into`` are the transitions into each label, ``out_of`` those out of it; ``walked`` has the
    labellings so far, each with the chunk at which its walk began.
    """

    lattice: Lattice
    into: Sequence[Sequence[float]]
    out_of: Sequence[Sequence[float]]
    walked: list[tuple[int, list[int]]]

    @classmethod
    def of(cls, lattice: Lattice, transitions: Sequence[float]) -> _Walks:
        """No walk yet."""
        return cls(lattice, *_by_label(tuple(transitions)), [])

    def walk(self, at: int, label: int) -> list[int]:
        """A likely labelling with the chunk ``at`` labelled so: step by step outwards from it."""
        labels = [label] * len(self.lattice.labels)
        self._walk_left(labels, at)
        self._walk_right(labels, at)
        self.walked.append((at, labels))
        return labels

    def _walk_left(self, labels: list[int], at: int) -> None:
        """Label the chunks before ``at``, each the likeliest before the label behind it."""
        forward, into, walked = self.lattice.forward, self.into, self.walked
        chosen = labels[at]
        for place in range(at - 1, -1, -1):
            a0, a1, a2, a3 = forward[4 * place : 4 * place + 4]
            t0, t1, t2, t3 = into[chosen]
            best, chosen = a0 * t0, 0
            other = a1 * t1
            if other > best:
                best, chosen = other, 1
            other = a2 * t2
            if other > best:
                best, chosen = other, 2
            if a3 * t3 > best:
                chosen = 3
            labels[place] = chosen
            for origin, known in walked:
                if origin > place and known[place] == chosen:
                    labels[:place] = known[:place]
                    return

    def _walk_right(self, labels: list[int], at: int) -> None:
        """Label the chunks after ``at``, each the likeliest behind the label before it."""
        out_of, walked, behind = self.out_of, self.walked, at + 1
        columns = [column[behind:] for column in self.lattice.potentials]
        backward, from_last = self.lattice.backward, 4 * (len(labels) - behind)
        chosen = labels[at]
        for place, e0, e1, e2, e3 in zip(count(behind), *columns, strict=False):
            from_last -= 4
            x0, x1, x2, x3 = backward[from_last : from_last + 4]
            t0, t1, t2, t3 = out_of[chosen]
            best, chosen = e0 * x0 * t0, 0
            other = e1 * x1 * t1
            if other > best:
                best, chosen = other, 1
            other = e2 * x2 * t2
            if other > best:
                best, chosen = other, 2
            if e3 * x3 * t3 > best:
                chosen = 3
            labels[place] = chosen
            for origin, known in walked:
                if origin < place and known[place] == chosen:
                    labels[place:] = known[place:]
                    return


@lru_cache(maxsize=8)
def _by_label(transitions: Sequence[float]) -> tuple[list[Sequence[float]], list[Sequence[float]]]:
    """The transitions into each label, and those out of it."""
    into = [transitions[label::4] for label in range(4)]
    return into, [transitions[row : row + 4] for row in range(0, 16, 4)]


def find_alternatives(lattice: Lattice, transitions: Sequence[float], most: int) -> list[list[int]]:
    """The first labelling and up to ``most`` - 1 others, by the doubt that each settles."""
    first = lattice.labels
    found = [first]
    if SOURCE not in first:
        add_source(first, lattice)
    if not lattice.doubtful or most == 1:
        return found
    doubts = [
        (-chance, at, label)
        for label, chances in enumerate(lattice.marginals)
        for at in lattice.doubtful
        if (chance := chances[at]) > _DOUBT and label != first[at]
    ]
    doubts.sort()
    walks = _Walks.of(lattice, transitions)
    for _, at, label in doubts:
        if len(found) == most:
            break
        if label not in [labels[at] for labels in found]:
            labels = walks.walk(at, label)
            if SOURCE not in labels:
                labels = labels.copy()
                add_source(labels, lattice, _LEAST_SOURCE / 2)
            if labels not in found:
                found.append(labels)
    return found
