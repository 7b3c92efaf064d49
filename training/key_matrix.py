"""Rows of keys as a sparse matrix of zeros and ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

__all__ = ["key_matrix"]


def key_matrix(rows: Sequence[Iterable[int]], min_count: int) -> tuple[list[int], Any]:
    """The keys seen in ``min_count`` rows and more, rising, and the matrix with a column for each."""
    import numpy as np
    from scipy import sparse

    counts = Counter(key for row in rows for key in row)
    kept = sorted(key for key, number in counts.items() if number >= min_count)
    columns = {key: column for column, key in enumerate(kept)}
    indices: list[int] = []
    pointers = [0]
    for row in rows:
        indices += sorted({columns[key] for key in row if key in columns})
        pointers.append(len(indices))
    matrix = sparse.csr_matrix(
        (np.ones(len(indices)), np.array(indices, np.int32), np.array(pointers)),
        shape=(len(rows), len(kept)),
    )
    return kept, matrix
