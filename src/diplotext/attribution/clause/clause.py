"""Rules that read clauses of saying in tokens: what each of them gives, and what all ask.

A rule acts on words ("said", or the mark that opens a quotation). At each place of one it reads the
tokens around and gives a clause: what is said, who says it and the cue. It says itself which claims
of other attributions count.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from attrs import frozen

from diplotext.attribution.build import Span, build_attribution
from diplotext.attribution.places import Key, PlaceIndex
from diplotext.attribution.range_set import RangeSet
from diplotext.body.token import CLOSE, OPEN, TokenTable
from diplotext.model import Attribution, Cue, Quotation, Reason, Source

__all__ = [
    "ENDS_SENTENCE",
    "STAGE",
    "Claims",
    "Clause",
    "ClauseRule",
    "are_closed",
    "before_final_marks",
    "find_clauses",
    "is_claimed",
    "offsets_of",
    "quotation_at",
    "read_clauses",
    "sentence_of",
]

STAGE = "cue clause"
FAIR_CHANCE = 0.55
_FARTHEST = 400  # tokens of a sentence on either side
ENDS_SENTENCE = frozenset((".", "!", "?"))


@frozen
class Clause:
    """What a rule has read, as ranges of the text; ``evidence`` is the shape that told.

    ``goes_on`` is a quotation behind the clause that belongs to it. A clause ``is_sure`` where it
    counts for more than a claim to what stands behind its cue.
    """

    content: Span
    source: Span
    cue: Span
    evidence: str
    goes_on: Span | None = None
    is_sure: bool = False

    @property
    def contents(self) -> tuple[Span, ...]:
        """All that is said."""
        return (self.content,) if self.goes_on is None else (self.content, self.goes_on)

    @property
    def to_content(self) -> Span:
        """From the source, which stands first, to the end of what is said."""
        return self.source[0], self.content[1]


class Claims:
    """What attributions have of the text; each set is made when first asked for."""

    def __init__(self, found: Sequence[Attribution]) -> None:
        """The claims of the attributions."""
        self._found = found

    @cached_property
    def parts(self) -> RangeSet:
        """All that is somebody's: contents, cues, sources, days, occasions and the like."""
        return RangeSet(part.span for a in self._found for part in a.children())

    @cached_property
    def contents(self) -> RangeSet:
        """What is said."""
        return RangeSet(passage.span for a in self._found for passage in a.content)

    @cached_property
    def cues(self) -> RangeSet:
        """The cues."""
        return RangeSet(a.cue.span for a in self._found if a.cue is not None)

    @cached_property
    def sources(self) -> RangeSet:
        """The sources."""
        return RangeSet(a.source.span for a in self._found if a.source is not None)

    @cached_property
    def own_sources(self) -> RangeSet:
        """The sources of verbs, and not of participles: "Ruiz said it was late, adding that"."""
        return RangeSet(
            a.source.span
            for a in self._found
            if a.source is not None and not _is_participle(a.source, a.cue)
        )

    @cached_property
    def sure(self) -> Claims:
        """Those of attributions with a fair chance: what has less is free."""
        return Claims([a for a in self._found if a.confidence >= FAIR_CHANCE])

    @cached_property
    def backward(self) -> Claims:
        """Those of attributions whose content begins before the cue."""
        cued = ((a, a.cue) for a in self._found)
        return Claims([a for a, cue in cued if cue and a.content[0].start < cue.start])

    @cached_property
    def inverted(self) -> Claims:
        """Those of attributions with the source behind the cue."""
        both = ((a, a.cue, a.source) for a in self._found)
        return Claims([a for a, cue, source in both if cue and source and source.start >= cue.end])

    def has(self, table: TokenTable, at: int) -> bool:
        """Whether a token is a part of somebody's cue, or of what somebody surely says.

        Rules ask before they read on: most verbs of saying are a cue already.
        """
        span = offsets_of(table, at, at + 1)
        return self.cues.touches(span) or self.sure.contents.touches(span)

    def has_before(self, table: TokenTable, at: int) -> bool:
        """The same, of the cues of what stands before them only."""
        span = offsets_of(table, at, at + 1)
        return self.backward.cues.touches(span) or self.sure.contents.touches(span)


@frozen
class ClauseRule:
    """A rule: the words it acts on, what it reads at one of them, whether that is claimed already.

    It may leave out what is claimed in any case. Words of the lexicon are looked up on first use.
    """

    words: frozenset[Key] | Callable[[], frozenset[Key]]
    read: Callable[[TokenTable, int, Claims], Clause | None]
    is_claimed: Callable[[Clause, Claims], bool]

    @property
    def keys(self) -> frozenset[Key]:
        """The words it acts on."""
        return self.words() if callable(self.words) else self.words


def find_clauses(
    rule: ClauseRule,
    text: str,
    tables: Sequence[TokenTable] | PlaceIndex,
    quotations: Sequence[Quotation],
    found: Sequence[Attribution] | Claims,
) -> list[Attribution]:
    """The attributions of the clauses that a rule reads and that ``found`` has not claimed."""
    claims = found if isinstance(found, Claims) else Claims(found)
    return [
        build_attribution(
            text,
            clause.contents,
            cue=clause.cue,
            source=clause.source,
            reason=Reason(stage=STAGE, evidence=clause.evidence),
            quotations=quotations,
        )
        for clause in read_clauses(rule, tables, claims)
        if not rule.is_claimed(clause, claims)
    ]


def read_clauses(
    rule: ClauseRule, tables: Sequence[TokenTable] | PlaceIndex, claims: Claims
) -> Iterator[Clause]:
    """The clauses that a rule reads, claimed or not."""
    keys = rule.keys
    index = tables if isinstance(tables, PlaceIndex) else PlaceIndex(tables, keys)
    for table, at in index.places_of_any(keys):
        clause = rule.read(table, at, claims)
        if clause is not None:
            yield clause


def is_claimed(clause: Clause, claims: Claims) -> bool:
    """Whether somebody has the cue for what stands before it, or is sure of cue or source."""
    cue, source, sure = clause.cue, clause.source, claims.sure
    if claims.backward.cues.touches(cue) or sure.contents.touches(cue):
        return True
    if claims.cues.touches(cue):
        return not clause.is_sure
    return sure.contents.touches(source) or sure.own_sources.touches(source)


def _is_participle(source: Source, cue: Cue | None) -> bool:
    """Whether a cue is a participle farther behind than the verb of its sentence."""
    return cue is not None and cue.start > source.end + 1 and cue.text.endswith("ing")


def offsets_of(table: TokenTable, first: int, stop: int) -> Span:
    """The range in the text of the tokens from one up to another."""
    return table.starts[first], table.ends[stop - 1]


def sentence_of(table: TokenTable, at: int) -> Span:
    """The tokens of the sentence that a token is in, as a range.

    Of a sentence without end (a list, a table) only what is near the token, so that rules that
    read all of it for each of its verbs take linear time.
    """
    starts = table.sentence_starts
    number = bisect_right(starts, at)
    stop = starts[number] if number < len(starts) else len(table)
    return max(starts[number - 1], at - _FARTHEST), min(stop, at + _FARTHEST)


def before_final_marks(table: TokenTable, low: int, stop: int) -> int:
    """Where the tokens from ``low`` up to ``stop`` end without the marks that end a sentence."""
    while stop > low and table.words[stop - 1] in ENDS_SENTENCE:
        stop -= 1
    return stop


def quotation_at(table: TokenTable, at: int) -> Span | None:
    """The quotation that opens at a token, if it is of whole sentences: `"It is over."`.

    Behind `"Is it over?" he asks` a clause of its own goes on.
    """
    if table.quotes[at : at + 1] != [OPEN]:
        return None
    close = table.close_of(at)
    whole = close > at + 1 and table.words[close - 1] in ENDS_SENTENCE
    whole = whole and not any(word.islower() for word in table.words[close + 1 : close + 2])
    return offsets_of(table, at, close + 1) if whole else None


def are_closed(quotes: Sequence[int]) -> bool:
    """Whether as many quotations are closed as opened among tokens of these quote states."""
    return quotes.count(OPEN) == quotes.count(CLOSE)
