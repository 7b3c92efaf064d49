"""Relayed and nested speech: who passes the words on, and which saying stands inside which.

In "TASS quoted Marsh as saying" and "Marsh was quoted by TASS as saying" the speaker is Marsh and
TASS the medium (``citing`` reads "TASS reported, citing Marsh"). An attribution that stands inside
the content of another has that one as its parent ("Marsh said that Ruiz had denied it").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from diplotext.attribution.build import Span, form_of, past_blanks
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Attribution, Passage, Source

__all__ = ["resolve_media", "resolve_parents", "touches", "with_medium"]

_NAME = r"[A-Z@][\w&.’'-]*"
_NOUN_PHRASE = (
    r"(?:(?:the|an?|his|her|its|their|another|one|several|some)\s+)?"
    r"(?:[\w&.’'-]+\s+){0,6}?[\w&.’'-]*\w"
)
_KIND = (
    r"(?:news|agency|agencies|newspapers?|papers?|television|TV|radio|daily|magazine|media|press)"
)
_MEDIUM = (
    rf"(?:(?:the\s+)?{_NAME}(?:\s+(?:{_NAME}|of|the|{_KIND}))*"
    rf"|(?:(?:[Tt]he|[Aa]n?)\s+)?(?:(?:state|state-run|local|national|official|public|semi-official)\s+)+"
    rf"(?:{_NAME}\s+)?{_KIND}(?:\s{_KIND})*(?:\s[A-Z][\w&’'-]*){{0,3}})"
)
# TASS quoted Marsh as saying
_QUOTED_RE = lazy_re(
    rf"(?P<medium>{_MEDIUM})(?:,\s[^,;.\"“”]{{2,60}},)?\s+(?:has\s+|had\s+)?(?P<cue>quot(?:ed|es|ing)|cit(?:ed|es|ing))\s+"
    rf"(?P<source>{_NOUN_PHRASE})\s+as\s+(?:saying|telling|stating|writing|adding)\b"
)
# Marsh was quoted (as saying) by TASS (as saying)
_PASSIVE_RE = lazy_re(
    r"(?P<cue>(?:was|were|is|are|been)\s+(?:quoted|cited)(?:\s+as\s+(?:saying|telling|stating))?)"
    rf"\s+by\s+(?P<medium>{_MEDIUM})(?:\s+as\s+(?:saying|telling|stating))?"
)
# Who was quoted: the subject before it, behind the sentence before or the quotation.
_SUBJECT_RE = lazy_re(
    r"(?:.*(?:[.!?][\"”']?\s|[\"”'],?\s|\n|\s[-–—_]{1,2}\s|\b(?:On|In|At)\s[^,.]{1,40},\s)|\A)"
    r"(?P<source>[^.!?\n\"“”]{2,260}?)\s+(?:has\s|had\s)?\Z",
    re.DOTALL,
)
_HINTS = ("quot", "cited", "cites")  # what ``_HINT_RE`` needs, by plain search
_HINT_RE = lazy_re(r"quot|cit(?:ed|es|ing)\b")
_REACH = 300
_FEWEST_WORDS = 4  # of a clause
# "Ana Marsh", "the premier", "official spokeswoman Ana Marsh", and no verb.
_SOMEBODY_RE = lazy_re(
    r"(?!and\b|or\b|but\b|which\b|who\b)(?:(?!(?:is|are|was|were|has|have|had|will|would)\b)[\w.’'-]+,?\s?)"
    r"{1,16}\Z"
)


def resolve_media(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, those that are relayed with their medium and the speaker as source."""
    if not any(text.find(hint) >= 0 for hint in _HINTS):
        return list(attributions)
    return [_resolve(text, attribution) for attribution in attributions]


def _resolve(text: str, attribution: Attribution) -> Attribution:
    cue = attribution.cue
    if cue is None or attribution.medium is not None:
        return attribution
    near = text[max(0, cue.start - 80) : cue.end + 60]
    if "quot" not in near and not ("cit" in near and _HINT_RE.search(near)):
        return attribution
    start, end = max(0, cue.start - _REACH), min(len(text), cue.end + _REACH)
    for pattern in (_QUOTED_RE, _PASSIVE_RE):
        for match in pattern.finditer(text, start, end):
            if match.start() < cue.end and cue.start < match.end():
                return _relayed(text, attribution, match)
    return attribution


def _relayed(text: str, attribution: Attribution, match: re.Match[str]) -> Attribution:
    """The attribution with the medium, and with the speaker where the pattern names one."""
    medium = match.span("medium")
    source = match.span("source") if "source" in match.re.groupindex else None
    known = attribution.source
    if source is None and (known is None or touches(medium, [known.span])):
        source = _subject_of(text, match.start())
        if source is None:
            return attribution
    content = [passage.span for passage in attribution.content]
    if source is not None and content[-1][1] <= match.end():
        # "The port is shut, Marsh | was quoted by TASS": the clause before is what was said.
        parted = _behind_clause(text, *source)
        if parted is not None:
            source, content = parted, [(source[0], text.rindex(",", source[0], parted[0]))]
    if source is not None and touches(source, content):
        # "Marsh as saying" was taken for the beginning of the content.
        before = [span for span in content if span[1] <= match.start()]  # `"No," TASS quoted`
        behind = [(max(low, match.end()), high) for low, high in content if high > match.end()]
        content = [*before, *[(past_blanks(text, *span), span[1]) for span in behind]]
    return with_medium(text, attribution, content, medium, source)


def _subject_of(text: str, verb: int) -> Span | None:
    """The subject of "was quoted": "Berg, the premier," in the clause before it."""
    match = _SUBJECT_RE.search(text[max(0, verb - _REACH) : verb])
    if match is None:
        return None
    low = max(0, verb - _REACH)
    return low + match.start("source"), low + match.end("source")


def _behind_clause(text: str, start: int, end: int) -> Span | None:
    """Who was quoted, behind the last comma of a clause: "The port is shut, | Ana Marsh".

    None where no comma parts them, or what stands before it is too short for a clause: "Marsh, the
    premier,". Behind "Marsh, the premier," the comma is that before the name.
    """
    stop = end - 1 if text[end - 1] == "," else end
    comma = text.rfind(",", start, stop)
    if stop < end and comma > start:
        comma = text.rfind(",", start, comma)
    if comma < 0 or len(text[start:comma].split()) < _FEWEST_WORDS:
        return None
    first = past_blanks(text, comma + 1, end)
    return (first, end) if _SOMEBODY_RE.match(text, first, end) is not None else None


def touches(span: Span, others: Sequence[Span]) -> bool:
    """Whether a range has a character in common with one of others."""
    return any(span[0] < high and low < span[1] for low, high in others)


def with_medium(
    text: str, attribution: Attribution, content: Sequence[Span], medium: Span, speaker: Span | None
) -> Attribution:
    """The attribution with its parts changed; as it was where they would overlap."""
    cue, source = attribution.cue, attribution.source
    if speaker is not None:
        source = Source(text, *speaker, form=form_of(text[slice(*speaker)]))
    if cue is not None and source is not None and cue.start < source.start < cue.end:
        cue = evolve(cue, end=cue.start + len(text[cue.start : source.start].rstrip()))
    fixed = [part.span for part in (cue, source) if part is not None]
    if not content or touches(medium, [*content, *fixed]):
        return attribution
    if source is not None and touches(source.span, content):
        return attribution
    if cue is not None and (
        touches(cue.span, content) or (source and touches(cue.span, [source.span]))
    ):
        return attribution
    spans = [*content, *fixed, medium]
    return evolve(
        attribution,
        start=min(attribution.start, *(low for low, _ in spans)),
        end=max(attribution.end, *(high for _, high in spans)),
        content=tuple(Passage(text, *span) for span in content),
        cue=cue,
        source=source,
        medium=Passage(text, *medium),
    )


def resolve_parents(attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions as given, those inside another's content with its range.

    The parent is the smallest content around the whole attribution.
    """
    contents = sorted(
        (
            (span.start, -span.end, number)
            for number, a in enumerate(attributions)
            for span in a.content
        )
    )
    resolved = list(attributions)
    order = sorted(range(len(attributions)), key=lambda number: attributions[number].start)
    stack: list[tuple[int, int, int]] = []
    at = 0
    for number in order:
        own = attributions[number]
        while at < len(contents) and contents[at][0] <= own.start:
            stack.append(contents[at])
            at += 1
        while stack and -stack[-1][1] <= own.start:
            stack.pop()
        for low, high, other in reversed(stack[-4:]):
            if other != number and low <= own.start and own.end <= -high:
                parent = attributions[other]
                resolved[number] = evolve(
                    own, parent=Passage(own.document, parent.start, parent.end)
                )
                break
    return resolved
