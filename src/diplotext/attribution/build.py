"""Attributions from their spans: what every rule stage ends with.

The fields that follow from the spans alone are worked out here: the form of the source, the
lemma and stance of the cue, the kind by the share of the content that stands in quotation marks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter

from attrs import evolve

from diplotext.attribution.lemma import lemma_of
from diplotext.attribution.stance import stance_of
from diplotext.body.sentence import word_set
from diplotext.lazy_pattern import lazy_re
from diplotext.model import (
    Attribution,
    AttributionKind,
    AttributionZone,
    Cue,
    MentionForm,
    Passage,
    Quotation,
    Reason,
    Source,
)

__all__ = [
    "build_attribution",
    "cue_at",
    "form_of",
    "in_order",
    "is_paired",
    "kind_of",
    "past_blanks",
    "range_of",
    "source_at",
    "touches",
    "with_content",
    "with_parts",
]

Span = tuple[int, int]

_PRONOUNS = word_set(
    """
    i you he she it we they him her them us me who which that this these those one himself herself
    themselves itself myself ourselves everyone everybody someone somebody nobody no-one anyone
    anybody others both his its their our my your whoever
    """
)
# What follows the head of a noun phrase: "the head of the agency", "a nurse, who".
_AFTER_HEAD_RE = lazy_re(r"[,(–—\[]|\s(?:of|in|at|for|from|with|on|to|by|who|whose|which|that)\s")
_DETERMINER_RE = lazy_re(
    r"(?:an?|the|this|that|these|those|his|her|its|their|our|my|your|some|several|many|most|all"
    r"|both|one|two|three|another|other|no|any|each|every)\s+",
    re.IGNORECASE,
)
_MOSTLY_QUOTED = 0.9
_START = attrgetter("start")
_WORD_RE = lazy_re(r"\w+")

in_order = attrgetter("start", "end")  # to sort attributions by


def past_blanks(text: str, start: int, end: int) -> int:
    """Where a range begins without its blanks; its end if there is nothing else.

    >>> past_blanks("said  that", 4, 10), past_blanks("said  ", 4, 6)
    (6, 6)
    """
    words = text[start:end]
    return start + len(words) - len(words.lstrip())


def touches(span: Span, others: Sequence[Span]) -> bool:
    """Whether a range has a character in common with one of others."""
    return any(span[0] < high and low < span[1] for low, high in others)


@lru_cache(maxsize=4096)
def form_of(source: str) -> MentionForm:
    """Whether a source is named, described or a pronoun.

    >>> form_of("Foreign Minister Ana Ruiz"), form_of("the top diplomat"), form_of("she")
    ('name', 'nominal', 'pronoun')
    >>> form_of("a spokesman for the Foreign Ministry"), form_of("the Kremlin")
    ('nominal', 'name')
    """
    bare = source.strip().strip("“”\"'‘’")
    if bare.lower().replace("’", "'") in _PRONOUNS:
        return "pronoun"
    head = _AFTER_HEAD_RE.split(_DETERMINER_RE.sub("", bare, count=1), maxsplit=1)[0].split()
    if not head:
        return "nominal"
    last = head[-1].strip(".,:;'’\"”")
    return "name" if last[:1].isupper() or last[:1] == "@" else "nominal"


def cue_at(text: str, start: int, end: int) -> Cue:
    """The cue of a range, with its lemma and stance.

    >>> cue_at("Moe claimed", 4, 11).lemma
    'claim'
    """
    lemma = lemma_of(text[start:end])
    return Cue(text, start, end, lemma=lemma, stance=stance_of(lemma))


def source_at(text: str, start: int, end: int) -> Source:
    """The source of a range, with its form.

    >>> source_at("Moe claimed", 0, 3).form
    'name'
    """
    return Source(text, start, end, form=form_of(text[start:end]))


def is_paired(words: str) -> bool:
    """Whether no quotation is left open in words.

    >>> is_paired('a "day of | shame"'), is_paired('a "day of')
    (True, False)
    """
    return words.count('"') % 2 == 0 and words.count("“") == words.count("”")


def kind_of(
    text: str,
    content: Sequence[Passage],
    quotations: Sequence[Quotation],
) -> AttributionKind:
    """Direct from nine words in ten inside quotation marks on, indirect without any.

    ``quotations`` are the outermost ones of the story, in order.
    """
    inside = 0
    for passage in content:
        start, end = passage.start, passage.end
        at = max(bisect_right(quotations, start, key=_START) - 1, 0)
        while at < len(quotations) and quotations[at].start < end:
            within = quotations[at].content
            low, high = max(start, within.start), min(end, within.end)
            if low < high:
                inside += len(_WORD_RE.findall(text, low, high))
            at += 1
    if not inside:
        return "indirect"
    words = sum(len(_WORD_RE.findall(text, passage.start, passage.end)) for passage in content)
    return "direct" if inside >= _MOSTLY_QUOTED * words else "mixed"


def with_parts(
    given: Attribution, content: tuple[Passage, ...], source: Source | None
) -> Attribution:
    """The attribution with another content or source; its range is that of all its parts."""
    others = (
        given.cue,
        source,
        given.date_text,
        given.occasion,
        given.medium,
        given.addressee,
    )
    start, end = range_of([part.span for part in (*content, *others) if part is not None])
    return evolve(given, start=start, end=end, content=content, source=source)


def with_content(
    text: str, given: Attribution, content: tuple[Passage, ...], quotations: Sequence[Quotation]
) -> Attribution:
    """The attribution with another content, and of its kind."""
    parted = with_parts(given, content, given.source)
    return evolve(parted, kind=kind_of(text, content, quotations))


def range_of(spans: Sequence[Span]) -> Span:
    """From the first start to the last end."""
    starts, ends = zip(*spans, strict=True)
    return min(starts), max(ends)


def build_attribution(
    text: str,
    content: Sequence[Span],
    *,
    cue: Span | None,
    source: Span | None,
    reason: Reason,
    quotations: Sequence[Quotation] = (),
    zone: AttributionZone = "body",
    confidence: float = 0.9,
) -> Attribution:
    """The attribution of these spans, with the fields that follow from them."""
    start, end = range_of([*content, *([cue] if cue else []), *([source] if source else [])])
    passages = tuple(Passage(text, *span) for span in content)
    return Attribution(
        text,
        start,
        end,
        content=passages,
        cue=cue_at(text, *cue) if cue else None,
        source=source_at(text, *source) if source else None,
        kind=kind_of(text, passages, quotations),
        zone=zone,
        confidence=confidence,
        reason=reason,
    )
