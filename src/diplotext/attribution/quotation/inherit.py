"""Quotations without a cue: a paragraph that is nothing but a quotation, after one that was said.

Such a paragraph runs on from the one before: the speaker is the same. In an exchange the speakers
take turns: after a question the other of the last two answers. The source is the one
inherited, as it was written with the quotation before. Where a quotation is left open at the end of
a paragraph, what opens the next is its speaker's whatever follows it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from attrs import evolve

from diplotext.attribution.build import Span, build_attribution
from diplotext.attribution.lemma import base_of
from diplotext.attribution.quotation.exchange import asks, find_turn
from diplotext.attribution.range_set import RangeSet
from diplotext.body.sentence import word_set
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.role_noun import role_nouns
from diplotext.model import Attribution, Quotation, Reason, Source

__all__ = ["STAGE", "find_inherited", "inherit_from"]

STAGE = "inherited"
_WORD_RE = lazy_re(r"\w+")
_FEWEST_WORDS = 3  # fewer are a crosshead; one less if they end like a sentence: “Until June.”
_SENTENCE_END_RE = lazy_re(r"[.!?…]\W*$")
_STOP_RE = lazy_re(r"[.!?\"“”]")
_REST_RE = lazy_re(r"(?:,\s|\s(?=[a-z]))[^.!?\"“”«»]{1,120}[.!?]\s*")
# "The head of the yard, Ana Roe", "minister of mines Ana Roe"
_NAMED_RE = lazy_re(r"(?:,|\s[a-z]+)\s[A-Z][\w’'-]+(?:\s[A-Z][\w.’'-]*){1,3}\Z")
_BESIDE_RE = lazy_re(r"(?:before|after|during|while|when|following|ahead\sof)\s[^.!?\"“”«»]{1,120}")
_END = attrgetter("end")
_NEAR = 4  # attributions among which the one that holds a quotation is looked for
_SURE = 0.7
_LIKELY = 0.5
# By these verbs one goes on in words of one's own, and then in a quotation.
_LEADING = word_set(
    "say add insist propose argue stress note warn admit explain state emphasize emphasise confirm"
    " reveal maintain claim reiterate acknowledge assert believe tell agree describe urge accuse"
    " criticise criticize deny predict suggest reject praise welcome concede"
)
_SINGLE_MARKS = frozenset("'‘`")


def find_inherited(
    text: str,
    paragraphs: Sequence[Span],
    quotations: Sequence[Quotation],
    found: Sequence[Attribution],
) -> list[Attribution]:
    """Attributions without a cue for the paragraphs that are a quotation nobody has claimed.

    ``paragraphs`` and ``quotations`` are in order; ``found`` are the attributions so far. Their
    reason's stage is ``STAGE``; the source is that of the paragraph before.
    """
    claimed = RangeSet([passage.span for a in found for passage in a.content])
    by_end = sorted((a for a in found if a.zone == "body"), key=lambda a: a.end)
    ends = [a.end for a in by_end]
    starts = [quotation.start for quotation in quotations]
    inherited: dict[int, Attribution] = {}
    turns: list[Attribution] = []
    left_open: Source | None = None
    result = []
    for number, (start, end) in enumerate(paragraphs):
        own = quotations[bisect_left(starts, start) : bisect_left(starts, end)]
        behind = _behind_clauses(text, (start, end), own, quotations, claimed, by_end)
        before = inherited.get(number - 1) or _last_said(by_end, ends, paragraphs, number - 1)
        if before is not None and before.source is not None:
            turns.append(before)
        heir = None
        if before is not None and not any(claimed.touches(q.span) for q in own):
            heir = _heir(text, paragraphs[number - 1 : number + 1], own, quotations, before, turns)
        if heir is not None:
            inherited[number] = heir
        elif left_open is not None and _leads(text, start, own, claimed):
            heir = inherit_from(text, own[:1], quotations, left_open, "running quotation")
        behind += [heir] if heir is not None else []
        left_open = _left_open(own, behind, by_end, ends)
        result += behind
    return result


def _heir(
    text: str,
    paragraphs: Sequence[Span],
    own: Sequence[Quotation],
    quotations: Sequence[Quotation],
    before: Attribution,
    turns: Sequence[Attribution],
) -> Attribution | None:
    """The attribution of a paragraph that is a quotation to whoever spoke in the one before."""
    if not own or before.source is None or not _is_bare(text, paragraphs[1], own, before):
        return None
    if not _ends_open(text, paragraphs[0], before):
        return None
    if len(own) > 1 and asks(own[0].text) and not asks(own[-1].text):
        return None  # `"Did you know her?" "No."`: two speak
    source, evidence = find_turn(own[-1].text, before.source, turns)
    return inherit_from(text, own, quotations, source, evidence)


def _leads(text: str, start: int, own: Sequence[Quotation], claimed: RangeSet) -> bool:
    """Whether a paragraph begins with a quotation of some words that nobody has claimed."""
    if not own or own[0].start != start or claimed.touches(own[0].span):
        return False
    return len(_WORD_RE.findall(text, start, own[0].end)) >= _FEWEST_WORDS


def _left_open(
    own: Sequence[Quotation],
    inherited: Sequence[Attribution],
    by_end: Sequence[Attribution],
    ends: Sequence[int],
) -> Source | None:
    """Whose quotation is left open at the end of a paragraph; None if there is none."""
    if not own or not own[-1].continues:
        return None
    start = own[-1].start
    at = bisect_right(ends, start)
    for one in (*inherited, *by_end[at : at + _NEAR]):
        if any(part.start <= start < part.end for part in one.content):
            return one.source
    return None


def _behind_clauses(
    text: str,
    paragraph: Span,
    own: Sequence[Quotation],
    quotations: Sequence[Quotation],
    claimed: RangeSet,
    by_end: Sequence[Attribution],
) -> list[Attribution]:
    """Quotations behind a sentence of somebody: `Marsh said they grew. "We will be many."`."""
    result = []
    for quotation in own:
        if quotation.role != "speech" or claimed.touches(quotation.span):
            continue
        if _SENTENCE_END_RE.search(quotation.text) is None or quotation.start == paragraph[0]:
            continue
        before = text[paragraph[0] : quotation.start].rstrip()
        at = bisect_right(by_end, paragraph[0] + len(before), key=_END) - 1
        last = by_end[at] if at >= 0 else None
        if last is None or last.kind == "direct" or last.start < paragraph[0]:
            continue
        if not before.endswith(".") or not _leads_on(last, paragraph[0] + len(before)):
            continue
        if last.source is not None and len(_WORD_RE.findall(quotation.text)) > _FEWEST_WORDS:
            result.append(inherit_from(text, [quotation], quotations, last.source, "same speaker"))
    return result


def _last_said(
    by_end: Sequence[Attribution], ends: Sequence[int], paragraphs: Sequence[Span], number: int
) -> Attribution | None:
    """The last attribution that ends in a paragraph, if it is quoted speech with a source."""
    if number < 0:
        return None
    start, end = paragraphs[number]
    at = bisect_right(ends, end) - 1
    if at < 0 or ends[at] <= start:
        return None
    last = by_end[at]
    if last.kind == "indirect" and at > 0 and _is_in_rest(by_end[at - 1], last, start):
        last = by_end[at - 1]
    if last.source is None or (last.kind == "indirect" and not _leads_on(last, end)):
        return None
    return last


def _is_in_rest(said: Attribution, last: Attribution, start: int) -> bool:
    """Whether what is told last stands in the rest of a sentence that quotes somebody.

    “It is whole,” says Lund, | who reports the find today.
    """
    if said.kind != "direct" or said.cue is None or said.start != start:
        return False
    rest = said.document[said.end : last.end].rstrip()
    return rest[:1] == "," and _STOP_RE.search(rest) is None


def _leads_on(last: Attribution, end: int) -> bool:
    """Whether somebody named said what ends a paragraph, and then is quoted."""
    cue, source = last.cue, last.source
    if cue is None or source is None:
        return False
    if source.form == "nominal" and _NAMED_RE.search(source.text) is None:
        return False
    if source.text.lower() in role_nouns():
        return False  # "Critics say it is late."
    rest = last.document[last.end : end].strip(" .\t\r\n\u00a0")
    if base_of((cue.text.split() or [""])[-1]) not in _LEADING:
        return False
    # "They grew, Marsh said before a tour of the yard." has only one reading.
    if last.content[-1].end <= min(cue.start, source.start):
        return last.confidence >= _LIKELY and (not rest or _BESIDE_RE.fullmatch(rest) is not None)
    return not rest and last.content[-1].start > cue.end and last.confidence >= _SURE


def _is_bare(text: str, paragraph: Span, own: Sequence[Quotation], before: Attribution) -> bool:
    """Whether a paragraph is quotations and nothing else, in the marks of the one before.

    'A hard choice' in single marks among speech in double ones is a crosshead; whole sentences
    behind words that were not quoted are none.
    """
    at = paragraph[0]
    ends = _SENTENCE_END_RE.search(own[-1].text) is not None
    is_other = _is_single(text, own[0].start) != any(
        _is_single(text, part.start) for part in before.content
    )
    if is_other and not (ends and before.kind == "indirect"):
        return False
    for quotation in own:
        if text[at : quotation.start].strip() or quotation.role != "speech":
            return False
        at = quotation.end
    if text[at : paragraph[1]].strip(" .\t\r\n\u00a0"):
        return False
    words = len(_WORD_RE.findall(text, own[0].start, own[-1].end))
    return words >= _FEWEST_WORDS - ends


def _is_single(text: str, at: int) -> bool:
    """Whether a single mark opens here; two of them are a double one."""
    return text[at] in _SINGLE_MARKS and text[at + 1 : at + 2] != text[at]


def _ends_open(text: str, paragraph: Span, before: Attribution) -> bool:
    """Whether nothing follows the saying in its paragraph but the end of its sentence."""
    rest = text[max(before.end, paragraph[0]) : paragraph[1]]
    if re.search(r"\w.*\w.*\w.*[.!?]", rest, re.DOTALL) is None:
        return True
    # "in an interview, the first by a member of the group."
    return _REST_RE.fullmatch(rest) is not None


def inherit_from(
    text: str,
    own: Sequence[Quotation],
    quotations: Sequence[Quotation],
    source: Source,
    evidence: str,
) -> Attribution:
    """The attribution of quotations without a cue to a source that is told elsewhere."""
    attribution = build_attribution(
        text,
        [quotation.span for quotation in own],
        cue=None,
        source=None,
        reason=Reason(stage=STAGE, evidence=evidence),
        quotations=quotations,
        confidence=0.7,
    )
    return evolve(
        attribution,
        start=min(attribution.start, source.start),
        end=max(attribution.end, source.end),
        source=source,
    )
