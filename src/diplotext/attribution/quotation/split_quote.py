"""Split quotations as one: `"A," she said. "B."` is one attribution with two contents.

Where the cue clause ends in a full stop and a quotation opens at once that nobody else claims,
it is the same speaker going on (in AP and Reuters style a new speaker takes a new paragraph). A
quotation that ends in a comma has its own cue clause behind it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from diplotext.attribution.build import Span, with_parts
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Attribution, Cue, Passage, Quotation

__all__ = ["drop_asides", "join_split_quotes"]

_SHORT = 8  # characters of what is short for a state: "Calif."
_CLOSING = frozenset("\"”'’»")
_STOPS = frozenset(",.?!…-—'’”")  # before the mark that ends what was said
_ANY_MARK_RE = lazy_re(r"[\"“”„«»]|''|``")
_ASIDE_RE = lazy_re(r"\b(?:of|about|upon|on|in|with|after|before|when|as)\s+\Z")
_PARTICIPLE_RE = lazy_re(r"(?!according|nothing|something|everything|anything)\w+ing\b")
# "her voice breaking", "tears in his eyes", "a reference to the vote", "visibly moved"
_ABSOLUTE_RE = lazy_re(
    r"(?:(?:his|her|their|its|both|one|two)\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?:[\w-]+ing|[\w-]+ed|in|on|at|full|wet|red|raised|held|shut|open|up|down|around|across)\b"
    r"|tears\s|(?:with|without|hand|hands|arms|eyes|head|voice)\s|an?\s(?:\w+\s)?(?:reference|allusion|nod|dig|jab)\s(?:to|at)\b"
    r"|(?:visibly|clearly|obviously|apparently|still|almost|half|barely)[\s-][\w-]+(?:ed|ing|ous|tears)\b|(?:in|through|near|close)\s(?:an?\s|to\s)?(?:\w+\s)?"
    r"(?:tears|tone|voice|whisper|English|French|Spanish|disbelief)\b)"
)
# A sentence's end and the next quotation, which it comes right before.
_AGAIN_RE = lazy_re(r"[.!?](?:[\"”’]|'')?\s+(?=[\"“]|``|''\w)")
_OPENS_RE = lazy_re(r"(?:\A|\n\s*|[.!?:](?:[\"”’]|'')?\s+)\Z")
# Words behind the cue after which its clause has to go on: "told a crowd", "on ".
_OPEN_LEAD_RE = lazy_re(r"(?:\A|\w|[’']s)\s+[\"“]?\Z")
# "said, " and "said of the plan: " can have a clause behind them; "said of ", "told a crowd" have
# their own.
_CLAUSE_LEAD_RE = lazy_re(r"[,;:—–-]\s+\Z")
# The rest of the cue clause ("on Monday.") and nothing else, up to the next quotation.
_REST_RE = lazy_re(
    r"(?:[^.!?“”\"\n]{0,80}|[,\s]+[a-z][^.!?“”\"]{0,200})"
    r"(?:\b(?:[A-Z]|Mrs?|Ms|Dr|Jr|Sr|Inc|Corp|Co|Ltd|St)\.[^.!?“”\"\n]{0,80})?[.:,]?\s+"
)


def join_split_quotes(
    text: str,
    paragraphs: Sequence[Span],
    quotations: Sequence[Quotation],
    attributions: Sequence[Attribution],
) -> list[Attribution]:
    """The attributions, each with the quotations that go on with its own.

    ``paragraphs`` and ``quotations`` are in order.
    """
    starts = [quotation.start for quotation in quotations]
    claimed = {
        starts[at]
        for a in attributions
        for passage in a.content
        for at in range(bisect_left(starts, passage.start), bisect_left(starts, passage.end))
    }
    ends = [end for _, end in paragraphs]
    quoted = quotations, starts
    return [
        _extend(text, ends, quoted, claimed, _prepend(text, quoted, claimed, attribution))
        for attribution in attributions
    ]


def drop_asides(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, without what a cue clause behind a quotation only adds about it.

    In `"No," she said of the plan` and `"No," she said, shaking her head` the words behind the cue
    are no part of what was said.
    """
    return [_drop_aside(text, attribution) for attribution in attributions]


def _drop_aside(text: str, attribution: Attribution) -> Attribution:
    cue, content = attribution.cue, attribution.content
    if cue is None or len(content) < 2 or content[-1].start < cue.end:
        return attribution
    before, last = content[-2], content[-1]
    if before.end > cue.start or text[before.end - 1] not in _CLOSING:
        return attribution
    if _ANY_MARK_RE.search(text, last.start, last.end) is not None:
        return _without_aside(text, attribution, cue, last)
    if _CLAUSE_LEAD_RE.search(text[cue.end : last.start]) and not _is_absolute(last.text):
        return attribution
    if last.text.startswith("that ") or text[before.end - 2] not in _STOPS:
        return attribution
    return with_parts(attribution, content[:-1], attribution.source)


def _is_absolute(words: str) -> bool:
    """Whether words behind a cue tell with what face, and are no clause of what is said."""
    return _PARTICIPLE_RE.match(words) is not None or _ABSOLUTE_RE.match(words) is not None


def _without_aside(text: str, attribution: Attribution, cue: Cue, last: Passage) -> Attribution:
    """The last part from the quotation behind the cue's sentence on.

    `"No," she said of the plan. | "Never."`, `"No," she told the "Radio Hour." | "Never."`, `"No,"
    she said in Lowell, Mass. | "Never."`
    """
    again = _AGAIN_RE.search(text, last.start, last.end)
    if again is None:
        return attribution
    # With its first part in the clause of the cue, and no clause of its own.
    lead = text[cue.end : last.start]
    if again.end() == last.start or not (
        _is_absolute(text[last.start : again.start()])
        or _ASIDE_RE.search(text, cue.start, last.start)
        or _OPEN_LEAD_RE.search(lead)
        or again.start() - last.start <= _SHORT
    ):
        return attribution
    content = (*attribution.content[:-1], Passage(text, again.end(), last.end))
    return with_parts(attribution, content, attribution.source)


def _prepend(
    text: str,
    quoted: tuple[Sequence[Quotation], Sequence[int]],
    claimed: set[int],
    given: Attribution,
) -> Attribution:
    """The attribution with the first part of its quotation: `| "A," | he liked to say, "and B."`.

    It ends in a comma right before the source, and nobody has claimed it.
    """
    quotations, starts = quoted
    cue, source, first = given.cue, given.source, given.content[0]
    if cue is None or source is None or not source.end <= cue.start < cue.end <= first.start:
        return given
    if text[source.start - 2 : source.start - 1] not in _CLOSING or first.start not in claimed:
        return given
    before = quotations[bisect_left(starts, source.start) - 1]
    content = before.content.text
    if before.end != source.start - 1 or before.start in claimed or not content.endswith(","):
        return given
    if _OPENS_RE.search(text, max(0, before.start - _SHORT), before.start) is None:
        return given  # 'In "Night Boat," he said, "I am old."'
    claimed.add(before.start)
    part = Passage(text, before.start, before.end)
    return with_parts(given, (part, *given.content), source)


def _extend(
    text: str,
    ends: Sequence[int],
    quoted: tuple[Sequence[Quotation], Sequence[int]],
    claimed: set[int],
    attribution: Attribution,
) -> Attribution:
    quotations, starts = quoted
    last = attribution.content[-1]
    cue, source = attribution.cue, attribution.source
    if attribution.kind == "indirect" or cue is None or source is None:
        return attribution
    tail = max(cue.end, source.end)
    if min(cue.start, source.start) < last.end or attribution.zone == "headline":
        return attribution
    paragraph = bisect_left(ends, tail)
    limit = ends[paragraph] if paragraph < len(ends) else len(text)
    added: list[Passage] = []
    at = bisect_left(starts, tail)
    while at < len(quotations) and quotations[at].start < limit:
        following = quotations[at]
        gap = (tail, following.start)
        if following.start in claimed or not _goes_on(text, gap, following, first=not added):
            break
        claimed.add(following.start)
        added.append(Passage(text, following.start, following.end))
        tail = following.end
        at += 1
    return with_parts(attribution, (*attribution.content, *added), source) if added else attribution


def _goes_on(text: str, gap: Span, following: Quotation, *, first: bool) -> bool:
    """Whether only the rest of the cue clause stands before a quotation without an own cue."""
    content = following.content.text.rstrip()
    if first and text[gap[0] : gap[1]].strip() == "," and content[:1].islower():
        return True  # `"We go," she said, "and fast," adding ...`: the same sentence
    if following.role != "speech" or content.endswith(",") or not content[-1:]:
        return False
    if not first:
        return not text[gap[0] : gap[1]].strip()
    rest = _REST_RE.fullmatch(text, *gap)
    ends = rest is not None and rest[0].rstrip().endswith((".", ":", ","))
    return ends and _opens_sentence(content)


def _opens_sentence(content: str) -> bool:
    """Whether the words begin with a capital, a figure, a bracket or an ellipsis."""
    return bool(re.match(r"[\s…\[(.‘'“$€£]*(?:[A-Z0-9]|\w*\])", content)) or content[:1] in "….["
