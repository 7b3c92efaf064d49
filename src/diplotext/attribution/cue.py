"""Stage 1: the heads of cues ("said" in "has said"), each with a probability.

Only candidates are looked at: words that training saw as heads often enough, and dashes and
colons outside quotation marks. Each is one logistic unit over packed integer keys; what depends
on the word and its quote state alone is added up once and remembered.
"""

from __future__ import annotations

import zlib
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from itertools import repeat
from math import exp, log
from typing import Any

from attrs import field, frozen

from diplotext.attribution.block import Block
from diplotext.attribution.tagger import TAGS
from diplotext.attribution.vocabulary import MARK_CANDIDATE, MARKS, WordType
from diplotext.body.token import CLOSE, OPEN, OUTSIDE

__all__ = ["SCALE", "CueScorer", "find_cues", "mark_keys", "word_keys"]

# Weights are integers: this many to one unit of log-odds.
SCALE = 1024.0
_ZEROS = repeat(0)
_CONSTANT = 0  # the key that every candidate has
_NO_TAG = 31
_NO_BUCKET = 15
_NO_CLUSTER = 255
_NAME = TAGS.index("NNP")
_FAR = 100
_REACH = 12  # how far the rival cues of a sentence are looked for, in tokens


def _crc(text: str) -> int:
    return zlib.crc32(text.encode("utf-8", "replace")) & 0xFFFFFF


def type_keys(word: WordType, quote: int) -> list[int]:
    """The keys that depend on a word and its quote state alone."""
    lower = word.lower
    keys = [
        _CONSTANT,
        1 << 48 | word.number << 2 | quote,
        2 << 48 | word.number,
        3 << 48 | word.bucket,
        4 << 48 | word.bucket << 2 | quote,
        5 << 48 | _crc("3" + lower[-3:]),
        5 << 48 | _crc("4" + lower[-4:]),
        5 << 48 | _crc("p4" + lower[:4]),
        5 << 48 | _crc("p5" + lower[:5]),
    ]
    if word.cluster:
        keys += [
            6 << 48 | word.cluster,
            7 << 48 | word.cluster << 2 | quote,
            8 << 48 | word.fine_cluster,
        ]
    return keys


@frozen(eq=False)
class CueScorer:
    """The weights of stage 1, and the remembered sums of ``type_keys``.

    In training the weights are bags of keys (``training.bag``): the sum of a candidate's weights
    is then the bag of its features, by the very code that adds numbers at run time.
    """

    weight: Callable[[int, Any], Any]
    known: Mapping[int, dict[str, Any]] = field(
        factory=lambda: {0: {}, 1: {}, 2: {}, 3: {}}, repr=False
    )

    def type_score(self, word: WordType, quote: int) -> Any:
        """The sum over ``type_keys``, remembered."""
        known = self.known[quote]
        score = known.get(word.lower)
        if score is None:
            score = known[word.lower] = self.add(type_keys(word, quote))
        return score

    def add(self, keys: Iterable[int]) -> Any:
        """The sum of the keys' weights."""
        return sum(map(self.weight, keys, _ZEROS))


def find_cues(block: Block, scorer: CueScorer, least: float) -> None:
    """Fill the block's ``cues`` with the heads likelier than ``least``."""
    threshold = log(least / (1 - least)) * SCALE
    for head, score in score_cues(block, scorer):
        if score > threshold:
            block.cues[head] = 1 / (1 + exp(-score / SCALE))


def score_cues(block: Block, scorer: CueScorer) -> list[tuple[int, Any]]:
    """Each candidate's token and its score."""
    types, quotes, tags = block.types, block.table.quotes, block.tags
    count = len(types)
    starts = block.table.sentence_starts
    ends = [*starts[1:], count]
    sentences = block.sentences
    opens = [at for at, quote in enumerate(quotes) if quote == OPEN] if OPEN in quotes else []
    closes = [at for at, quote in enumerate(quotes) if quote == CLOSE] if CLOSE in quotes else []
    context = _Context(
        [_NO_TAG, _NO_TAG, *tags, _NO_TAG, _NO_TAG],
        [0, 0, *[word.number for word in types], 0, 0],
        [_NO_BUCKET, _NO_BUCKET, *[word.bucket for word in types], _NO_BUCKET, _NO_BUCKET],
    )
    plain = [
        at
        for at in block.candidates
        if quotes[at] == OUTSIDE and types[at].candidate != MARK_CANDIDATE
    ]
    scored = []
    weight = scorer.weight
    for at in block.candidates:
        word = types[at]
        quote = quotes[at]
        if word.candidate == MARK_CANDIDATE and quote:
            continue
        sentence = sentences[at]
        begin, end = starts[sentence], ends[sentence]
        opened = bisect_left(opens, at + 1) if opens else 0
        to_open = min(opens[opened] - at - 1, 9) if opened < len(opens) else 9
        closed = bisect_left(closes, at) if closes else 0
        from_close = min(at - 1 - closes[closed - 1], 9) if closed else 9
        if word.candidate == MARK_CANDIDATE:
            keys = mark_keys(block, context, at, (begin, end), (from_close, to_open))
            scored.append((at, sum(map(weight, keys, _ZEROS))))
            continue
        left, right = _rivals(plain, types, at, begin, end)
        in_sentence = min(bisect_left(opens, end) - bisect_left(opens, begin), 2) if opens else 0
        keys = word_keys(
            context,
            word,
            at,
            quote,
            types[at - 1].cluster if at else _NO_CLUSTER,
            types[at + 1].cluster if at + 1 < count else _NO_CLUSTER,
            min(at - begin, 8),
            min(end - at, 8),
            from_close,
            to_open,
            left,
            right,
            in_sentence,
        )
        scored.append((at, scorer.type_score(word, quote) + sum(map(weight, keys, _ZEROS))))
    return scored


@frozen(eq=False)
class _Context:
    """Tags, word numbers and buckets with two fillers on either side."""

    tags: list[int]
    numbers: list[int]
    buckets: list[int]


def _rivals(
    plain: list[int], types: list[WordType], at: int, begin: int, end: int
) -> tuple[int, int]:
    """The best cue bucket near on the left and on the right, in the same sentence."""
    place = bisect_left(plain, at)
    left = right = 0
    for other in plain[max(0, place - 3) : place]:
        if begin <= other and at - other <= _REACH and types[other].bucket > left:
            left = types[other].bucket
    for other in plain[place : place + 4]:
        if at < other < end and other - at < _REACH and types[other].bucket > right:
            right = types[other].bucket
    return left, right


def word_keys(
    context: _Context,
    word: WordType,
    at: int,
    quote: int,
    cluster_before: int,
    cluster_after: int,
    from_start: int,
    to_end: int,
    from_close: int,
    to_open: int,
    left: int,
    right: int,
    opens: int,
) -> tuple[int, ...]:
    """The keys of a word in its place; distances in tokens, capped."""
    before2, before, tag, after, after2 = context.tags[at : at + 5]
    word_before2, word_before, _, word_after, word_after2 = context.numbers[at : at + 5]
    bucket_before2, bucket_before, bucket, bucket_after, bucket_after2 = context.buckets[
        at : at + 5
    ]
    cluster = word.cluster
    tag_quote = tag << 2 | quote
    return (
        10 << 48 | word_before,
        11 << 48 | word_after,
        12 << 48 | word_before2,
        13 << 48 | word_after2,
        14 << 48 | cluster_before,
        15 << 48 | cluster_after,
        16 << 48 | before << 10 | tag << 5 | after,
        17 << 48 | before2 << 10 | before << 5 | tag,
        18 << 48 | tag << 10 | after << 5 | after2,
        19 << 48 | from_close << 5 | tag,
        20 << 48 | to_end << 7 | tag_quote,
        21 << 48 | from_start << 7 | tag_quote,
        22 << 48 | opens << 7 | tag_quote,
        23 << 48 | left << 10 | right << 6 | quote << 4 | bucket,
        24 << 48 | left << 5 | tag,
        25 << 48 | right << 5 | tag,
        26 << 48 | cluster << 10 | after << 5 | after2,
        27 << 48 | cluster << 5 | before,
        28 << 48 | cluster << 4 | to_open,
        29 << 48 | cluster << 4 | to_end,
        30 << 48 | cluster << 8 | cluster_after,
        31 << 48 | cluster << 8 | cluster_before,
        32 << 48 | bucket << 5 | before,
        33 << 48 | bucket << 5 | after,
        34 << 48 | bucket_before << 8 | bucket << 4 | bucket_after,
        35 << 48 | bucket_after2 << 9 | bucket << 5 | tag,
        36 << 48 | bucket_before2 << 4 | bucket,
    )


def mark_keys(
    block: Block,
    context: _Context,
    at: int,
    sentence: tuple[int, int],
    distances: tuple[int, int],
) -> tuple[int, ...]:
    """The keys of a dash or a colon, as in a transcript's "Novak: ..."."""
    begin, end = max(sentence[0], at - _FAR), min(sentence[1], at + _FAR)
    from_close, to_open = distances
    types, tags = block.types, block.tags
    mark = MARKS[block.table.words[at]]
    before = min(at, 5)
    rest = len(types) - 1 - at
    after = min(rest, 6)
    left = max((word.bucket for word in types[begin:at]), default=0)
    right = max((word.bucket for word in types[at:end]), default=0)
    capitals = 0 < at < 6 and all(word.is_upper for word in types[:at])
    names_before = tags[begin:at].count(_NAME) == at - begin
    names_after = min(tags[at + 1 : end].count(_NAME), 8)
    number = context.numbers
    return (
        _CONSTANT,
        40 << 48 | mark,
        41 << 48 | mark << 3 | before,
        42 << 48 | mark << 3 | after,
        43 << 48 | mark << 8 | from_close << 4 | after,
        44 << 48 | mark << 8 | to_open << 4 | before,
        45 << 48 | mark << 4 | capitals << 3 | before,
        46 << 48 | mark << 10 | context.tags[at + 1] << 5 | context.tags[at + 3],
        47 << 48 | mark << 16 | number[at + 1],
        48 << 48 | mark << 16 | number[at + 3],
        49 << 48 | mark << 8 | left << 4 | to_open,
        50 << 48 | mark << 8 | right << 4 | from_close,
        51 << 48 | mark << 8 | names_before << 7 | min(at, 6) << 4 | to_open,
        52 << 48 | mark << 12 | names_after << 8 | from_close << 4 | min(rest, 8),
        53 << 48 | mark << 4 | (block.index == 0) << 3 | before,
    )
