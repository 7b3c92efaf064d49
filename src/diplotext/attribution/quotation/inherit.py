"""Quotations without a cue: a paragraph that is one, or opens with one, behind what was said.

Such a paragraph runs on from the one before: the speaker is the same. In an exchange the speakers
take turns: after a question the other of the last two answers. The source is the one
inherited, as it was written with the quotation before. Where a quotation is left open at the end of
a paragraph, what opens the next is its speaker's whatever follows it. Within a paragraph, what is
quoted behind a sentence of somebody is that one's (``behind_saying``).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from attrs import evolve

from diplotext.attribution.build import Span, build_attribution
from diplotext.attribution.quotation.behind_saying import (
    BLANKS,
    ends_like_sentence,
    leads_on,
    leads_to,
    source_behind,
)
from diplotext.attribution.quotation.exchange import asks, find_turn
from diplotext.attribution.range_set import RangeSet
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Attribution, Quotation, Reason, Source

__all__ = ["STAGE", "find_inherited", "inherit_from"]

STAGE = "inherited"
_WORD_RE = lazy_re(r"\w+")
_FEWEST_WORDS = 3  # fewer are a crosshead; one less if they end like a sentence: “Until June.”
_STATED_RE = lazy_re(r"\.\W*\Z")  # no "?" and "!": 'Trump asked' may follow
_NEXT_RE = lazy_re(r"\s+[A-Z][\w’']*(?:,?\s[^\s.!?\"“”]+){3}")
_STOP_RE = lazy_re(r"[.!?\"“”]")
_REST_RE = lazy_re(r"(?:,\s|\s(?=[a-z]))[^.!?\"“”«»]{1,120}[.!?]\s*")
_NEAR = 4  # attributions among which the one that holds a quotation is looked for
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
        behind = _behind_sayings(text, (start, end), own, quotations, claimed, by_end)
        last = _last_of(by_end, ends, paragraphs, number - 1)
        before = inherited.get(number - 1) or last
        heir = None
        if before is not None:
            is_said = before is not last or _is_said(before, start)
            turns += [before] if is_said else []
            if lead := _lead(text, (start, end), own, claimed):
                told = turns if is_said else ()
                heir = _heir(text, paragraphs[number - 1], lead, quotations, before, told, by_end)
        if heir is None and left_open is not None and _leads(text, start, own, claimed):
            heir = inherit_from(text, own[:1], quotations, left_open, "running quotation")
        behind += [heir] if heir is not None else []
        if behind and not text[behind[-1].end : end].strip(BLANKS):
            inherited[number] = behind[-1]
        left_open = _left_open(own, behind, by_end, ends)
        result += behind
    return result


def _heir(
    text: str,
    paragraph: Span,
    own: Sequence[Quotation],
    quotations: Sequence[Quotation],
    before: Attribution,
    turns: Sequence[Attribution],
    by_end: Sequence[Attribution],
) -> Attribution | None:
    """The attribution of quotations that open a paragraph to whoever spoke in the one before."""
    if before.source is None or not _is_speech(text, own, before):
        return None
    is_open = bool(turns) and _ends_open(text, paragraph, before)
    if not is_open and (before.source.form == "nominal" or not _is_whole(text, own)):
        return None
    if not is_open and not leads_to(before, paragraph[1], by_end):
        return None
    if len(own) > 1 and asks(own[0].text) and not asks(own[-1].text):
        return None  # `"Did you know her?" "No."`: two speak
    source, evidence = find_turn(own[-1].text, before.source, turns)
    return inherit_from(text, own, quotations, source, evidence)


def _lead(
    text: str, paragraph: Span, own: Sequence[Quotation], claimed: RangeSet
) -> Sequence[Quotation]:
    """The quotations nobody has claimed that open a paragraph and are all of it, or sentences.

    `| "It is whole. We found it." | The yard was built by monks.`
    """
    at, count = paragraph[0], 0
    for quotation in own:
        if quotation.role != "speech" or text[at : quotation.start].strip():
            break
        if claimed.touches(quotation.span):
            break
        at, count = quotation.end, count + 1
    if not count or (count == len(own) and not text[at : paragraph[1]].strip(BLANKS)):
        return own[:count]
    is_sentence = _STATED_RE.search(own[count - 1].text) is not None
    return own[:count] if is_sentence and _NEXT_RE.match(text, at, paragraph[1]) else ()


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


def _behind_sayings(
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
        if quotation.role != "speech" or quotation.start == paragraph[0]:
            continue
        if claimed.touches(quotation.span):
            continue
        source = source_behind(text, paragraph, quotation, by_end)
        if source is not None:
            result.append(inherit_from(text, [quotation], quotations, source, "same speaker"))
    return result


def _last_of(
    by_end: Sequence[Attribution], ends: Sequence[int], paragraphs: Sequence[Span], number: int
) -> Attribution | None:
    """The last attribution that ends in a paragraph, if it has a source."""
    if number < 0:
        return None
    start, end = paragraphs[number]
    at = bisect_right(ends, end) - 1
    if at < 0 or ends[at] <= start:
        return None
    last = by_end[at]
    if last.kind == "indirect" and at > 0 and _is_in_rest(by_end[at - 1], last, start):
        last = by_end[at - 1]
    reason = last.reason
    if last.source is None or (reason is not None and reason.stage == "sign-off"):
        return None  # `"A." – Ana Roe`: the next is somebody else's
    return last


def _is_said(last: Attribution, end: int) -> bool:
    """Whether an attribution is quoted speech, or leads on to some at the end of its paragraph."""
    return last.kind != "indirect" or leads_on(last, end)


def _is_in_rest(said: Attribution, last: Attribution, start: int) -> bool:
    """Whether what is told last stands in the rest of a sentence that quotes somebody.

    “It is whole,” says Lund, | who reports the find today.
    """
    if said.kind != "direct" or said.cue is None or said.start != start:
        return False
    rest = said.document[said.end : last.end].rstrip()
    return rest[:1] == "," and _STOP_RE.search(rest) is None


def _is_speech(text: str, own: Sequence[Quotation], before: Attribution) -> bool:
    """Whether quotations are some words, in the marks of those of the paragraph before.

    'A hard choice' in single marks among speech in double ones is a crosshead; whole sentences
    behind words that were not quoted are none.
    """
    ends = ends_like_sentence(own[-1])
    is_other = _is_single(text, own[0].start) != any(
        _is_single(text, part.start) for part in before.content
    )
    if is_other and not (ends and before.kind == "indirect"):
        return False
    words = len(_WORD_RE.findall(text, own[0].start, own[-1].end))
    return words >= _FEWEST_WORDS - ends


def _is_whole(text: str, own: Sequence[Quotation]) -> bool:
    """Whether quotations end a sentence, and are in double marks: no crosshead is."""
    return ends_like_sentence(own[-1]) and not _is_single(text, own[0].start)


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
