"""What is learned of words alone: the vocabulary, word clusters and how often a word is a cue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import frozen

MIN_COUNT = 5
MAX_WORDS = 25_000
CONTEXT_WORDS = 2_500
DIMENSIONS = 60
COARSE, FINE = 150, 800


@frozen
class Clusters:
    """The vocabulary in order of frequency, and the coarse and the fine cluster of each word."""

    words: tuple[str, ...]
    coarse: tuple[int, ...]
    fine: tuple[int, ...]


def cluster_words(sentences: Iterable[Sequence[str]]) -> Clusters:
    """Words clustered by their neighbours: PPMI over two words each side, SVD, k-means."""
    import numpy as np
    from scipy import sparse
    from sklearn.cluster import KMeans
    from sklearn.decomposition import TruncatedSVD

    lines = list(sentences)
    counts = Counter(word for line in lines for word in line)
    ranked = sorted(counts, key=lambda word: (-counts[word], word))
    words = tuple(word for word in ranked[:MAX_WORDS] if counts[word] >= MIN_COUNT)
    ids = {word: index for index, word in enumerate(words)}
    width = CONTEXT_WORDS + 2
    pairs: Counter[tuple[int, int]] = Counter()
    for line in lines:
        row = [ids.get(word, -1) for word in line]
        for index, word_id in enumerate(row):
            if word_id < 0:
                continue
            for offset, block in ((-2, 0), (-1, 1), (1, 2), (2, 3)):
                at = index + offset
                if not 0 <= at < len(row):
                    near = CONTEXT_WORDS + 1
                else:
                    near = row[at] if 0 <= row[at] < CONTEXT_WORDS else CONTEXT_WORDS
                pairs[word_id, block * width + near] += 1
    rows = np.array([pair[0] for pair in pairs])
    columns = np.array([pair[1] for pair in pairs])
    values = np.array(list(pairs.values()), float)
    matrix = sparse.csr_matrix((values, (rows, columns)), shape=(len(words), 4 * width)).tocoo()
    by_row = np.asarray(matrix.sum(1)).ravel()
    by_column = np.asarray(matrix.sum(0)).ravel() ** 0.75
    by_column *= values.sum() / by_column.sum()
    pmi = np.log(matrix.data * values.sum() / (by_row[matrix.row] * by_column[matrix.col]))
    keep = pmi > 0
    ppmi = sparse.csr_matrix((pmi[keep], (matrix.row[keep], matrix.col[keep])), shape=matrix.shape)
    dimensions = min(DIMENSIONS, max(1, len(words) - 1))
    vectors = TruncatedSVD(dimensions, random_state=0, n_iter=4).fit_transform(ppmi)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9

    def cluster(number: int) -> tuple[int, ...]:
        number = min(number, max(1, len(words) // 4))
        means = KMeans(number, random_state=0, n_init=1, max_iter=40)
        return tuple(int(label) + 1 for label in means.fit_predict(vectors))

    return Clusters(words, cluster(COARSE), cluster(FINE))
