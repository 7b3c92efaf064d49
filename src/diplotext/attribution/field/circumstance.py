"""The circumstances of a saying: day, occasion and addressee, from the sentence of the cue.

Looked for in the sentence's words that are neither content nor source: behind the cue, between
source and cue, and before both ("Speaking at a rally on Monday, she said").
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from attrs import frozen

from diplotext.attribution.build import Span
from diplotext.attribution.field.day import find_day
from diplotext.attribution.field.occasion import (
    find_addressee,
    find_occasion,
    find_told_event,
    occasion_stems,
)
from diplotext.body.sentence import word_set
from diplotext.body.token import TokenTable
from diplotext.lazy_pattern import holds, lazy_re
from diplotext.model import Attribution, Cue

__all__ = ["Circumstances", "SentenceIndex", "before_stop", "find_circumstances"]

_REACH = 160  # how many characters beside the cue are looked at
_FARTHEST = 1000  # and so many for a joint before it
# Where the words beside the cue turn to something else.
_TURN = (
    r"[;:()“”\"„«»]|\s[—–-]{1,2}\s|,\s+(?!(?:on|late|early|earlier|in|at|during|speaking)\s)[a-z]"
    r"|\s(?:that|who|which|where|when|while|as|because|if|since|and|but|until)\s"
)
_TURN_RE = lazy_re(_TURN)
_SHOUTED_RE = lazy_re(_TURN, re.IGNORECASE)  # in a text all in capitals
# The first letters of the words that name a day: a cheap look before the pattern.
_DAY_STEMS = word_set(
    """
    mond tues wedn thur frid satu sund mon. tue. wed. thu. fri. sat. sun. yest toda toni last
    this jan. janu feb. febr marc mar. apri apr. may june july aug. augu sept oct. octo nov. nove
    dec. dece
    """
)
_SHORT_DAY = 2  # words: "on Monday"
# A sentence's stop, looked for in so many last characters.
_STOP_RE, _STOP_REACH = lazy_re(r"[.!?]?\s*\Z"), 6
# In "quoted Marsh | as saying | on Monday": the day stands behind the frame's own verb.
_AS_SAYING_RE = lazy_re(r"\s+as\s+(?:having\s+)?[a-z]+ing\b|\s+as\s+having\s+[a-z]+\b")
_QUOTING = ("quot", "cit", "report")
# Right behind what was said: "in a statement", "on Monday".
_OCCASION_RE = lazy_re(r"\s(?:in|at|during|on|via|by|late|early|earlier|[A-Z][a-z]+day)\s")
# "Lund condemned it in a letter, and | Moe praised it": the clause of another.
_JOINT_RE = lazy_re(r",\s(?:and|but|while|whereas)\s")
_STEM = 4
_TELLING_RE = lazy_re(
    r"\b(?:told|tells?|telling|inform\w*|assur\w+|remind\w*|brief\w*|wrote|said|says|ask\w*|urg\w+"
    r"|warn\w*|advis\w+)\b"
)


@frozen(eq=False)
class Circumstances:
    """Where the day, the occasion and the addressee are named; ``date`` is the day settled.

    ``spans`` are those that are named.
    """

    day: Span | None = None
    date: datetime.date | None = None
    occasion: Span | None = None
    addressee: Span | None = None
    spans: tuple[Span, ...] = ()


_NOTHING = Circumstances()


class SentenceIndex:
    """Looks up the sentence around an offset; the tables in order of their start."""

    __slots__ = ("_bounds", "_starts", "_tables")

    def __init__(self, tables: Sequence[TokenTable]) -> None:
        """Over the story's tables; sentence starts are read from a table on first use."""
        self._tables = sorted(tables, key=lambda table: table.start)
        self._starts = [table.start for table in self._tables]
        self._bounds: dict[int, list[int]] = {}

    def around(self, offset: int) -> Span:
        """The range from the sentence's start to the next one's, in its paragraph."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return offset, offset
        table = self._tables[at]
        bounds = self._bounds.get(at)
        if bounds is None:
            starts = table.starts
            bounds = [starts[token] for token in table.sentence_starts] or [table.start]
            self._bounds[at] = bounds
        number = max(bisect_right(bounds, offset) - 1, 0)
        return bounds[number], bounds[number + 1] if number + 1 < len(bounds) else table.end


def before_stop(text: str, start: int, end: int) -> int:
    """Where the words of a sentence that ends at ``end`` do, its stop and blanks left out.

    >>> before_stop("It rained. ", 0, 11)
    9
    """
    stop = _STOP_RE.search(text, max(start, end - _STOP_REACH), end)
    return end if stop is None else stop.start()


def find_circumstances(
    text: str,
    attribution: Attribution,
    sentences: SentenceIndex,
    published: datetime.date | None = None,
) -> Circumstances:
    """What the sentence of the cue tells of day, occasion and addressee."""
    cue = attribution.cue
    if cue is None or attribution.zone == "headline" or not cue.text[:1].isalpha():
        return _NOTHING
    parts = [passage.span for passage in attribution.content]
    source = attribution.source
    if source is not None:
        parts.append(source.span)
    sentence = sentences.around(cue.start)
    day = date = occasion = None
    stems, either = _stems()
    frame = _frame_ends(text, attribution, cue)
    for start, end in _regions(text, parts, cue, source.span if source else None, sentence, frame):
        words = [word[:_STEM] for word in text[start:end].lower().split()]
        if either.isdisjoint(words):
            continue
        is_day = day is None and not _DAY_STEMS.isdisjoint(words)
        is_occasion = occasion is None and not stems.isdisjoint(words)
        if not is_day and not is_occasion:
            continue
        turn = _until_turn(text, start, end)
        if is_day and (found := find_day(text, start, turn, published)):
            day, date = found
        if is_occasion:
            occasion = find_occasion(text, start, turn)
    addressee, told = _find_addressee(text, parts, cue, sentence[1])
    occasion = occasion or told
    if day or occasion or addressee:
        spans = tuple(span for span in (day, occasion, addressee) if span is not None)
        return Circumstances(day, date, occasion, addressee, spans)
    return _NOTHING


@cache
def _stems() -> tuple[frozenset[str], frozenset[str]]:
    """The stems of occasions, and those of occasions and days."""
    return occasion_stems(), occasion_stems() | _DAY_STEMS


def _frame_ends(text: str, attribution: Attribution, cue: Cue) -> list[int]:
    """Behind "as saying" and "by TASS", where somebody is quoted at second hand."""
    words = cue.text.lower()
    if not holds(words, 0, len(words), _QUOTING):
        return []
    medium = attribution.medium
    behind = [part for part in (attribution.source, medium) if part and part.start > cue.start]
    turns = [_AS_SAYING_RE.match(text, part.end) for part in (cue, *behind)]
    ends = [turn.end() for turn in turns if turn is not None]
    if medium is not None and medium.start > cue.start:
        ends.append(medium.end)
    return ends if " as " not in cue.text else [cue.end, *ends]


def _regions(
    text: str,
    parts: Sequence[Span],
    cue: Cue,
    source: Span | None,
    sentence: Span,
    frame: Sequence[int],
) -> Iterator[Span]:
    """The ranges to look in, the likeliest first: behind the cue, behind the source, before.

    ``frame`` are the ends of what else stands between cue and content.
    """
    low, high = sentence
    anchors = [cue.start]
    if source is not None and low <= source[1]:
        anchors.append(source[1])  # "said Reyes on Monday", "Reyes on Monday said"
    anchors += frame
    for anchor in anchors:
        stop = min(high, anchor + _REACH)
        for start, _ in parts:
            if anchor <= start < stop:
                stop = start
        if source is not None and anchor == source[1] <= cue.start:
            stop = min(stop, cue.start)
        if anchor < stop:
            yield anchor, stop
    behind = max(end for _, end in parts)
    if low <= cue.end < behind < high and _is_occasion(text, behind, min(high, behind + _REACH)):
        yield behind, min(high, behind + _REACH)  # `called it "unfair" in a statement`
    first = min(cue.start, source[0]) if source is not None and source[0] >= low else cue.start
    # A sentence without end is not read from its start for each cue in it.
    near = max(low, first - _FARTHEST)
    joint = None if low >= first else _JOINT_RE.search(text, near, first)
    low = low if joint is None else joint.end()
    if low < first <= low + _REACH and not any(low < end <= first for _, end in parts):
        yield low, first


def _is_occasion(text: str, start: int, end: int) -> bool:
    """Whether an occasion, or a day and an occasion, stands right behind what was said."""
    if _OCCASION_RE.match(text, start, end) is None:
        return False
    found = find_occasion(text, start, _until_turn(text, start, end))
    return found is not None and len(text[start : found[0]].split()) <= _SHORT_DAY


def _until_turn(text: str, start: int, end: int) -> int:
    turn = (_SHOUTED_RE if text[start:end].isupper() else _TURN_RE).search(text, start, end)
    return turn.start() if turn else end


@lru_cache(maxsize=8192)
def _find_telling(cue: str) -> Span | None:
    """Where the verb stands in a cue that can have an addressee."""
    found = _TELLING_RE.search(cue.lower())
    return None if found is None else found.span()


def _find_addressee(
    text: str, parts: Sequence[Span], cue: Cue, end: int
) -> tuple[Span | None, Span | None]:
    """Whom it was told, and the occasion it was told instead: "told a news conference"."""
    telling = _find_telling(text[cue.start : cue.end])
    if telling is None:
        return None, None
    stop = min([start for start, _ in parts if start >= cue.start], default=end)
    stop = min(stop, end, cue.start + telling[1] + _REACH)
    addressee = find_addressee(text, cue.start + telling[0], stop)
    if addressee is None:
        return None, None
    told = find_told_event(text, addressee, _until_turn(text, addressee[1], stop))
    return (None, told) if told else (addressee, None)
