"""Two sayings of one speaker of which the first was read with the words of the second.

    | Oil could fall, | said Lim, | adding: | "It is a mess."

Behind a verb that stands before its source a participle goes on. The learned stages gave what it
says to the verb, and what stands before it to nobody.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from diplotext.attribution.build import Span, build_attribution, touches, with_content, with_parts
from diplotext.attribution.clause.clause import STAGE, Claims
from diplotext.attribution.field.circumstance import SentenceIndex
from diplotext.attribution.field.day import WEEKDAY
from diplotext.attribution.labels import label_words
from diplotext.attribution.lemma import base_of
from diplotext.body.sentence import word_set
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Attribution, Cue, Passage, Quotation, Reason

__all__ = ["part_going_on"]

_GOING_ON_RE = lazy_re(
    r",\s(?:who\s|and\s|before\s)?(?P<cue>adding|saying|noting|warning|explaining|stressing|insisting|joking|added)"
    r":?\s\Z"
)
_JOINT_RE = lazy_re(r",?\s+and(?:\s(?:also|then|further))?\s\Z")
# "figures were good, | suggesting growth" may be the figures'.
_SAYING = word_set(
    """
    adding saying noting warning explaining stressing insisting indicating arguing claiming urging
    calling describing emphasizing emphasising affirming stating denying accusing asserting
    reiterating underlining underscoring confirming
    """
)
# "said it had been checked | and does not believe it": what is thought is said as well; "say he
# posed a threat | and refused to yield": he did.
_MINDS = word_set(
    "believe hope think want expect fear feel know wish doubt do be have mention refuse"
)
_COMMA_RE = lazy_re(r",\s+\Z")
_DAY_RE = lazy_re(rf"\s(?:(?:on|late|early)\s)*(?:{WEEKDAY}|today|yesterday)")
_FEWEST = 4  # words of what is said first
_LONGEST = 400  # characters of it
_REACH = 40
_MARKS = frozenset('"“”')


def part_going_on(
    text: str,
    found: Sequence[Attribution],
    sentences: SentenceIndex,
    quotations: Sequence[Quotation],
) -> list[Attribution]:
    """The attributions, each such one as two."""
    claims = Claims(found)
    parted = []
    for given in found:
        cue, source, first = given.cue, given.source, given.content[-1]
        parted.append(given)
        if cue is None or source is None or not cue.end < source.start < source.end < first.start:
            continue
        going_on = _GOING_ON_RE.search(text, source.end, min(first.start, source.end + _REACH))
        if going_on is None or going_on.start() != source.end or going_on.end() != first.start:
            continue
        if len(given.content) > 1:
            parted[-1] = with_content(text, given, given.content[:-1], quotations)
            parted.append(_second(text, given, going_on.span("cue"), quotations))
            continue
        start = sentences.around(cue.start)[0]
        if cue.start - start > _LONGEST:
            continue
        said = text[start : cue.start].rstrip()
        before = start, start + len(said) - 1
        is_said = said.endswith(",") and _MARKS.isdisjoint(said) and len(said.split()) >= _FEWEST
        if (
            not is_said
            or cue.text not in label_words("clause_verbs")
            or claims.parts.touches(before)
        ):
            continue
        parted[-1] = with_content(text, given, (Passage(text, *before),), quotations)
        parted.append(_second(text, given, going_on.span("cue"), quotations))
    return _apart(text, _of_same(text, parted), quotations)


def _apart(
    text: str, found: list[Attribution], quotations: Sequence[Quotation]
) -> list[Attribution]:
    """The attributions without what their own source says beside it.

    "Hu called on | both to meet | and expressed hope for peace", "pointed to | aid |, adding that"
    """
    own: dict[Span, list[Cue]] = {}
    for a in found:
        if a.source is not None and a.cue is not None:
            own.setdefault(a.source.span, []).append(a.cue)
    shared = {span for span, cues in own.items() if len(cues) > 1}
    if not shared:
        return found
    return [
        _before_joint(text, a, own[a.source.span], quotations)
        if a.source is not None and a.source.span in shared
        else a
        for a in found
    ]


def _before_joint(
    text: str, given: Attribution, cues: Sequence[Cue], quotations: Sequence[Quotation]
) -> Attribution:
    """The attribution up to the "and" or comma before another cue of its source."""
    *rest, last = given.content
    for cue in sorted(cues, key=lambda cue: cue.start):
        verb = cue.text.split()[0]
        base = base_of(verb)
        is_own = verb in _SAYING if verb.endswith("ing") else base != verb and base not in _MINDS
        if not is_own or not last.start < cue.start < last.end:
            continue  # "want | to explain and add"
        joint_re = _COMMA_RE if verb.endswith("ing") else _JOINT_RE
        joint = joint_re.search(text, last.start, cue.start)
        if joint is not None and joint.start() > last.start:
            kept = (*rest, Passage(text, last.start, joint.start()))
            return with_content(text, given, kept, quotations)
    return given


def _of_same(text: str, found: list[Attribution]) -> list[Attribution]:
    """The attributions, those of a participle behind a cue clause with that clause's source.

    "Nine had died, said Lim, | adding | that it was over", with what had died for its source
    """
    before: dict[int, Attribution] = {}
    for a in found:
        if a.source is not None and a.cue is not None:
            end = max(a.cue.end, a.source.end)
            day = _DAY_RE.match(text, end)
            before[end if day is None else day.end()] = a
    return [_with_own(text, a, before) for a in found]


def _with_own(text: str, given: Attribution, before: Mapping[int, Attribution]) -> Attribution:
    """The attribution of a participle with the source of the clause that ends before its comma."""
    cue, source = given.cue, given.source
    if cue is None or source is None or not cue.text.endswith("ing"):
        return given
    end = cue.start - len(", ")
    own = before.get(end) if text.startswith(", ", end) else None
    if own is None or own.source is None or not touches(source.span, [p.span for p in own.content]):
        return given
    return with_parts(given, given.content, own.source)


def _second(
    text: str, given: Attribution, cue: Span, quotations: Sequence[Quotation]
) -> Attribution:
    """The attribution of the participle."""
    return build_attribution(
        text,
        [given.content[-1].span],
        cue=cue,
        source=given.source.span if given.source is not None else None,
        reason=Reason(stage=STAGE, evidence="goes on"),
        quotations=quotations,
    )
