"""Speakers who ask not to be named: `An engineer, who asked not to be named, told AP he had left`.

That they ask so is no saying. The clause around the request is often missed for it, or cut at it:
its source is the noun phrase with the request, its content what stands behind or is quoted before.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from diplotext.attribution.build import Span, build_attribution, in_order, is_paired, with_parts
from diplotext.attribution.clause.clause import STAGE, Claims
from diplotext.attribution.field.circumstance import SentenceIndex, before_stop
from diplotext.attribution.field.day import WEEKDAY
from diplotext.attribution.field.occasion import find_addressee
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Attribution, Quotation, Reason

__all__ = ["mend_anonymous"]

_GAP = r"[^,;:.\"“”]"
_UNNAMED = r"(?:named|identified|quoted|cited|disclosed|revealed|names?)\b"
_HAS = r"(?:(?:has|have|had|is|are|was|were)\s+)?"
# "who asked not to be identified", "asking not to be named", "who declined to give his name"
_ASKING = (
    rf"{_HAS}(?:asked|declined|refused|requested|wished|wanted|preferred|insisted|demanded"
    rf"|asking|requesting|insisting|declining)\b{_GAP}{{0,60}}?"
    rf"\b(?:not\s+(?:to\s+)?(?:be|use|have)|without\s+being)\s{_GAP}{{0,30}}?{_UNNAMED}"
    r"|(?:asked|requested|asking)\sthat\s(?:his|her|their)\snames?\snot\sbe\s(?:used|published|disclosed|given|revealed)\b"
    rf"|{_HAS}(?:declined|refused|did\s(?:not|n[o’']t)\s(?:want|wish))\s+to\s"
    r"(?:be\s(?:named|identified|quoted)|give\s(?:his|her|their|a)\s(?:full\s)?names?)\b"
)
# Such requests are said to be made ("requested anonymity to speak freely"): they stay.
_REQUESTING = (
    rf"{_HAS}(?:asked|wished|wanted|preferred|chose|asking|wishing|preferring)\s+to\s+"
    r"(?:remain|stay|be\skept)\s+(?:anonymous|unidentified|unnamed|nameless)\b"
    rf"|{_HAS}(?:asked\sfor|requested|wanted|insisted\son|asking\sfor|requesting|insisting\son)\s+anonymity\b"
)
# Nor does it tell anything how they speak, or that they must not.
_SPEAKING = (
    rf"(?:spoke|speaking|talked|talking)\s{_GAP}{{0,40}}?(?:anonymously\b|on\s(?:the\s)?condition\s"
    rf"(?:of\s(?:strict\s)?anonymity\b|{_GAP}{{0,30}}?not\s+be\s+{_UNNAMED}))"
    r"|(?:is|are|was|were)(?:\snot|n[’']t)\s(?:authori[sz]ed|allowed|permitted)\sto\s(?:speak|talk|comment|brief)\b"
    r"(?:\s(?:publicly|officially|about\sit|on\sthe\s(?:record|matter|issue|subject)"
    r"|(?:to|with)\s(?:the\s)?(?:media|press|reporters|journalists)))*"
)
_REASON = rf"(?:\s(?:because|citing|due\sto|given|for\sfear|until)\b{_GAP}{{3,120}}?)?"
_VERBS = (
    r"(?:said|says|told|tells|added|adds|estimated|warned|noted|called|confirmed|explained"
    r"|acknowledged|insisted|predicted)"
)
_ASKING_RE = lazy_re(_ASKING)
_FRAME_RE = lazy_re(
    rf",?\s(?:who\s(?:also\s)?|(?=\w+ing\b))(?:{_ASKING}|{_REQUESTING}|{_SPEAKING}){_REASON}"
    rf"(?P<comma>,?)\s+(?P<cue>(?:(?:also|later|\w{{2,12}}ly)\s+)?(?P<verb>{_VERBS}))\b"
)
# "one official, who spoke on condition of anonymity because he was not | allowed to"
_REQUEST_RE = lazy_re(
    rf",\swho\s(?:also\s)?(?:{_ASKING}|{_REQUESTING}|{_SPEAKING}){_GAP}{{0,160}}(?=[.,;])"
)
_REACH = 200
# "two sources said, | asking not to be named"
_BARE_RE = lazy_re(rf"(?:{_ASKING}|{_REQUESTING}|{_SPEAKING})")
# What a request begins with.
_OPENERS = ("who", "asking", "requesting", "insisting", "declining", "speaking", "talking")
_PRONOUNS = frozenset(("who", "he", "she", "they", "that"))
_THAT_RE = lazy_re(rf"[:,]?\s*(?:(?:on\s+)?{WEEKDAY}\s+)?(?=[\w“\"‘])")
_SOURCE_RE = lazy_re(
    r"\s*(?:(?:But|And|Meanwhile|However),?\s+)?"
    r"(?P<source>(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Tt]wo|[Tt]hree|[Ss]ome|[Ss]everal)\s[^,;:.\"“”()]{2,120})"
)
_FINAL_RE = lazy_re(r"\s*[.,]")


@frozen
class _Frame:
    """A clause around a request: the noun phrase's start, the request, the cue, what is behind.

    ``quoted`` is the quotation right before the noun phrase.
    """

    start: int
    request: Span
    cue: Span
    verb: Span
    behind: int
    end: int
    quoted: Span | None

    @property
    def source(self) -> Span:
        """The noun phrase and the request."""
        return self.start, self.request[1]


def mend_anonymous(
    text: str,
    found: Sequence[Attribution],
    sentences: SentenceIndex,
    quotations: Sequence[Quotation],
) -> list[Attribution]:
    """The attributions, with the clauses around such requests in the place of these."""
    kept = [_without_request(text, a) for a in found if not _is_asking(text, a)]
    frames = list(_read_frames(text, sentences, quotations))
    if not frames:
        return kept
    taken = Claims(kept)
    claimed = [frame for frame in frames if taken.cues.touches(frame.verb)]
    verbs = [frame.verb[0] for frame in claimed]
    kept = [_mend(a, claimed, verbs) for a in kept] if claimed else kept
    for frame in frames:
        if taken.cues.touches(frame.verb):
            continue
        content = _content(text, frame)
        phrase = frame.start, frame.request[0]
        if content is None or taken.parts.touches(content) or taken.parts.touches(phrase):
            continue
        reason = Reason(stage=STAGE, evidence="behind a request not to be named")
        kept.append(
            build_attribution(
                text,
                [content],
                cue=frame.cue,
                source=frame.source,
                reason=reason,
                quotations=quotations,
            )
        )
    return sorted(kept, key=in_order)


def _without_request(text: str, given: Attribution) -> Attribution:
    """The attribution with the whole of a request in its source, and none as a second content."""
    cue, source, content = given.cue, given.source, given.content
    if cue is None:
        return given
    if source is not None and source.start >= cue.end and "," in source.text:
        request = _REQUEST_RE.search(text, source.start, min(source.end + _REACH, len(text)))
        if request is not None and request.start() < source.end < request.end():
            source = evolve(source, end=request.end())
    last = content[-1]
    is_behind = len(content) > 1 and last.start > cue.end and last.text.startswith(_OPENERS)
    if is_behind and _BARE_RE.match(text, *last.span) is not None:
        content = content[:-1]
    if source is given.source and content is given.content:
        return given
    return with_parts(given, content, source)


def _is_asking(text: str, given: Attribution) -> bool:
    """Whether somebody only asks not to be named."""
    cue, source = given.cue, given.source
    if cue is None or source is None:
        return False
    asking = _ASKING_RE.match(text, cue.start)
    if asking is None or asking.end() <= given.content[0].start:
        return False
    last = source.text.lower().split()[-1:]
    return cue.text.endswith("ing") or not _PRONOUNS.isdisjoint(last)


def _read_frames(
    text: str, sentences: SentenceIndex, quotations: Sequence[Quotation]
) -> Iterator[_Frame]:
    """The clauses whose source asks not to be named."""
    matches = sorted(_match_frames(text), key=lambda match: match.start())
    ends = [quotation.end for quotation in quotations] if matches else []
    for match in matches:
        low, high = sentences.around(match.start())
        quoted = None
        before = bisect_right(ends, match.start()) - 1
        if before >= 0 and ends[before] > low:
            quoted = quotations[before].span
            low = quoted[1]
        phrase = _SOURCE_RE.fullmatch(text, low, match.start())
        if phrase is None or match.end() > high:
            continue
        yield _Frame(
            phrase.start("source"),
            (match.start(), match.start("comma")),
            match.span("cue"),
            match.span("verb"),
            match.end(),
            high,
            quoted,
        )


def _match_frames(text: str) -> Iterator[re.Match[str]]:
    """The requests with the verb behind them, tried where one of the openers is a word."""
    for opener in _OPENERS:
        at = text.find(opener)
        while at > 0:
            start = at - 1 - (text[at - 2 : at - 1] == ",")
            if text[at - 1].isspace() and (match := _FRAME_RE.match(text, start)) is not None:
                yield match
            at = text.find(opener, at + 1)


def _mend(given: Attribution, frames: Sequence[_Frame], verbs: Sequence[int]) -> Attribution:
    """The attribution with the whole source, if it has a frame's verb and a piece of its source.

    ``verbs`` are where the verbs of the frames begin, in order.
    """
    cue, source = given.cue, given.source
    at = len(verbs) if cue is None else bisect_left(verbs, cue.start)
    if cue is None or at == len(verbs) or verbs[at] >= cue.end:
        return given
    frame = frames[at]
    if cue.start < frame.request[1]:
        cue = evolve(cue, start=frame.cue[0])
    request = frame.request
    if source is not None and (request[0] < source.start or request[0] < source.end < request[1]):
        source = evolve(source, start=frame.start, end=request[1])
    if cue is given.cue and source is given.source:
        return given
    return with_parts(evolve(given, cue=cue), given.content, source)


def _content(text: str, frame: _Frame) -> Span | None:
    """What is said: behind the cue and whom it is said to, or quoted before the source."""
    start = frame.behind
    if text[slice(*frame.verb)] in ("told", "tells"):
        addressee = find_addressee(text, frame.verb[0], frame.end)
        if addressee is None:
            return None
        start = addressee[1]
    if frame.quoted is not None and (start >= frame.end or _FINAL_RE.match(text, start)):
        return frame.quoted
    lead = _THAT_RE.match(text, start, frame.end)
    end = before_stop(text, start, frame.end)
    if lead is None or end <= lead.end() or not is_paired(text[lead.end() : end]):
        return None
    return lead.end(), end
