"""Stage 1: the heads of cues ("said" in "has said"), each with a probability.

Only candidates are looked at: words that training saw as heads often enough, and dashes and
colons outside quotation marks. Each is one logistic unit over packed integer keys. The keys of a
word in its place fall into groups of few fields (the tags around it, the distances to quotation
marks, the rival cues beside it); the sum of a group recurs and is remembered.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import repeat
from math import exp, log
from typing import Any

from diplotext.attribution.learned.block import Block
from diplotext.attribution.learned.cue_key import (
    BUCKET_TAG_TEMPLATES,
    BUCKET_TEMPLATES,
    TAG_TEMPLATES,
    WORD_TEMPLATES,
    distance_keys,
    neighbour_after_keys,
    neighbour_before_keys,
    reach_keys,
    rival_keys,
    type_keys,
)
from diplotext.attribution.learned.cue_mark import mark_keys
from diplotext.attribution.learned.memo import Memo
from diplotext.attribution.learned.template import Templates
from diplotext.attribution.learned.vocabulary import MARK_CANDIDATE, NOTHING, WordType
from diplotext.body.token import CLOSE, OPEN, OUTSIDE

__all__ = ["SCALE", "CueScorer", "find_cues", "hopeful_candidates", "score_cues"]

# Weights are integers: this many to one unit of log-odds.
SCALE = 1024.0
_ZEROS = repeat(0)
_MOST_TYPES = 50_000
_NO_TAG = 31
_REACH = 12  # how far the rival cues of a sentence are looked for, in tokens
_FAR = 9  # distances to quotation marks, in tokens, are capped
# A word whose own weights add up to less ("have", "take") is not looked at further: four of ten
# candidates in PolNeAR's training stories, three in a thousand of what was reported there.
_LEAST_WORD = -5 * SCALE


class CueScorer:
    """The weights of stage 1, and the remembered sums of its groups of keys.

    In training the weights are bags of keys (``training.bag``): the sum of a candidate's weights
    is then the bag of its features, by the very code that adds numbers at run time.
    """

    def __init__(self, weights: Templates) -> None:
        """``weights`` are the weights by template."""
        self.weight = weights.get
        self.words = [weights.row(template, 1 << 15) for template in WORD_TEMPLATES]
        self.buckets = [
            weights.row(template, 1 << bits)
            for template, bits in zip(BUCKET_TEMPLATES, (12, 13, 8), strict=True)
        ]
        self.tag_triples = [weights.row(template, 1 << 15) for template in TAG_TEMPLATES]
        self.bucket_tags = [weights.row(template, 1 << 9) for template in BUCKET_TAG_TEMPLATES]
        self.cluster_tag = weights.row(27, 1 << 13)
        self.cluster_tags = weights.table(26)
        self.by_neighbour_before = Memo(self._adder(neighbour_before_keys))
        self.by_neighbour_after = Memo(self._adder(neighbour_after_keys))
        self.by_distance = Memo(self._adder(distance_keys))
        self.by_reach = Memo(self._adder(reach_keys))
        self.by_rival = Memo(self._adder(rival_keys))
        self.by_type = tuple(_TypeScores(self, quote) for quote in range(4))

    def _adder(self, keys_of: Callable[[int], tuple[int, ...]]) -> Callable[[int], Any]:
        weight = self.weight
        return lambda packed: sum(map(weight, keys_of(packed), _ZEROS))

    def add(self, keys: Iterable[int]) -> Any:
        """The sum of the keys' weights."""
        return sum(map(self.weight, keys, _ZEROS))

    def place_scores(
        self, around: Sequence[WordType], tags: Sequence[int], places: Iterable[int]
    ) -> Iterator[Any]:
        """The sums of words among the two on either side, which two fillers at the ends allow."""
        word_before, word_after, word_before2, word_after2 = self.words
        middle, last, first = self.buckets
        beside, ending, beginning = self.tag_triples
        tag_left, tag_right = self.bucket_tags
        cluster_tag, cluster_tags = self.cluster_tag, self.cluster_tags
        by_before, by_after = self.by_neighbour_before, self.by_neighbour_after
        for at in places:
            before2, before, word, after, after2 = around[at : at + 5]
            tag_before2, tag_before, tag, tag_after, tag_after2 = tags[at : at + 5]
            cluster, bucket = word.cluster, word.bucket
            pair, bucket_tag = tag_before << 5 | tag, bucket << 5
            score = (
                word_before[before.number]
                + word_after[after.number]
                + word_before2[before2.number]
                + word_after2[after2.number]
                + beside[pair << 5 | tag_after]
                + ending[tag_before2 << 10 | pair]
                + beginning[tag << 10 | tag_after << 5 | tag_after2]
                + tag_left[bucket_tag | tag_before]
                + tag_right[bucket_tag | tag_after]
                + cluster_tag[cluster << 5 | tag_before]
                + by_before[cluster << 8 | before.cluster]
                + by_after[cluster << 8 | after.cluster]
                + middle[before.bucket << 8 | bucket << 4 | after.bucket]
                + last[after2.bucket << 9 | bucket_tag | tag]
                + first[before2.bucket << 4 | bucket]
            )
            key = cluster << 10 | tag_after << 5 | tag_after2
            yield score + cluster_tags[key] if key in cluster_tags else score


class _TypeScores(dict[WordType, Any]):
    """The sums over ``type_keys`` of words in one quote state; emptied when there are too many."""

    def __init__(self, scorer: CueScorer, quote: int) -> None:
        super().__init__()
        self.scorer = scorer
        self.quote = quote

    def __missing__(self, word: WordType) -> Any:
        if len(self) >= _MOST_TYPES:
            self.clear()
        score = self[word] = self.scorer.add(type_keys(word, self.quote))
        return score


def hopeful_candidates(block: Block, scorer: CueScorer) -> list[int]:
    """The candidates that are likely enough by the word and its quote state alone."""
    types, quotes, by_type = block.types, block.table.quotes, scorer.by_type
    return [
        at
        for at in block.candidates
        if types[at].candidate == MARK_CANDIDATE or by_type[quotes[at]][types[at]] > _LEAST_WORD
    ]


def find_cues(block: Block, scorer: CueScorer, least: float) -> None:
    """Fill the block's ``cues`` with the heads likelier than ``least``."""
    threshold = log(least / (1 - least)) * SCALE
    for head, score in score_cues(block, scorer):
        if score > threshold:
            block.cues[head] = 1 / (1 + exp(-score / SCALE))


def score_cues(block: Block, scorer: CueScorer) -> list[tuple[int, Any]]:
    """The token and the score of each candidate that is pending."""
    types, quotes, sentences = block.types, block.table.quotes, block.sentences
    starts = block.table.sentence_starts
    ends = [*starts[1:], len(types)]
    opens = [at for at, quote in enumerate(quotes) if quote == OPEN] if OPEN in quotes else []
    closes = [at for at, quote in enumerate(quotes) if quote == CLOSE] if CLOSE in quotes else []
    around = [NOTHING, NOTHING, *types, NOTHING, NOTHING]
    tags = [_NO_TAG, _NO_TAG, *block.tags, _NO_TAG, _NO_TAG]
    rivals = _rivals(block, ends)
    in_place = scorer.place_scores(around, tags, block.pending)
    by_type, by_distance = scorer.by_type, scorer.by_distance
    by_reach, by_rival = scorer.by_reach, scorer.by_rival
    scored = []
    from_close = to_open = _FAR
    opened = 0
    for at, beside, place_score in zip(block.pending, rivals, in_place, strict=True):
        word, quote = types[at], quotes[at]
        if opens or closes:
            from_close, to_open = _mark_distances(opens, closes, at)
        begin, end = starts[sentences[at]], ends[sentences[at]]
        if word.candidate == MARK_CANDIDATE:
            if quote == OUTSIDE:
                keys = mark_keys(block, around, tags, at, (begin, end), (from_close, to_open))
                scored.append((at, scorer.add(keys)))
            continue
        if opens:
            opened = min(bisect_left(opens, end) - bisect_left(opens, begin), 2)
        to_end = end - at if end - at < 8 else 8  # noqa: FURB136 - faster than min
        from_start = at - begin if at - begin < 8 else 8  # noqa: FURB136 - so too
        tag = block.tags[at]
        own = tag << 2 | quote
        score = (
            by_type[quote][word]
            + place_score
            + by_distance[from_start << 17 | to_end << 13 | from_close << 9 | opened << 7 | own]
            + by_reach[word.cluster << 8 | to_open << 4 | to_end]
            + by_rival[beside << 11 | (quote << 4 | word.bucket) << 5 | tag]
        )
        scored.append((at, score))
    return scored


def _mark_distances(opens: list[int], closes: list[int], at: int) -> tuple[int, int]:
    """How many tokens after a closing mark and before an opening one."""
    opened, closed = bisect_left(opens, at + 1), bisect_left(closes, at)
    to_open = opens[opened] - at - 1 if opened < len(opens) else _FAR
    from_close = at - 1 - closes[closed - 1] if closed else _FAR
    return (
        from_close if from_close < _FAR else _FAR,  # noqa: FURB136 - faster than min
        to_open if to_open < _FAR else _FAR,  # noqa: FURB136 - so too
    )


def _rivals(block: Block, ends: Sequence[int]) -> list[int]:
    """For each pending candidate the likeliest cues near by in its sentence.

    Packed: the bucket of the left one << 4 | that of the right one. Only words outside quotation
    marks are rivals; the three before and the three or four after.
    """
    types, quotes, sentences = block.types, block.table.quotes, block.sentences
    starts = block.table.sentence_starts
    plain = [
        at
        for at in block.candidates
        if quotes[at] == OUTSIDE and types[at].candidate != MARK_CANDIDATE
    ]
    buckets = [types[at].bucket for at in plain]
    count, place = len(plain), 0
    found = []
    for at in block.pending:
        while place < count and plain[place] < at:
            place += 1
        sentence = sentences[at]
        low, high = max(starts[sentence], at - _REACH), min(ends[sentence], at + _REACH)
        left = right = 0
        near = place - 1
        while near >= 0 and near >= place - 3 and plain[near] >= low:
            if buckets[near] > left:  # noqa: PLR1730 - faster than max
                left = buckets[near]
            near -= 1
        near = place + 1 if place < count and plain[place] == at else place
        while near < count and near < place + 4 and plain[near] < high:
            if buckets[near] > right:  # noqa: PLR1730 - so too
                right = buckets[near]
            near += 1
        found.append(left << 4 | right)
    return found
