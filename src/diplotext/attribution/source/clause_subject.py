"""Sources that were read inside a clause in which somebody else is told of, or speaks.

    Holm, who watches the rate at which banks lend | to others, said     Holm, who ... others
    The union sent a letter to | management saying that                  The union
    The delegation said | Norland had broken the law, arguing that       The delegation
    Speaking to the Daily Herald | Holm claimed                          Holm
    "It is late," said Holm, adding that it rained                       Holm

A participle has the subject of its sentence; a relative clause ends at the comma before the cue.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from diplotext.attribution.build import Span, source_at, touches, with_parts
from diplotext.attribution.field.circumstance import SentenceIndex
from diplotext.attribution.labels import label_words
from diplotext.body.sentence import word_set
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Attribution, Cue, Source

__all__ = ["mend_subjects"]

_NAME = r"[A-Z][\w.’'-]*(?:\s(?:[A-Z][\w.’'-]*|de|la|van|von|bin|al|of)){0,7}"
# "Holm, who watches the rate", "But Holm, whose bank lends": up to the source, no comma before it.
_TOLD_RE = lazy_re(
    rf"(?:(?:But|And|Meanwhile|However),?\s)?(?P<name>{_NAME}),\s(?:who(?:[’'](?:s|d|ve|ll))?|whose)\s"
    r"[^;:!?\"“”\n]*[^\s,;:!?\"“”\n]\s\Z"
)
_REST_RE = lazy_re(r"[^;:!?\"“”\n]{0,90}?,\s(?:\w+ly\s)?\Z")
_LONGEST = 400
_GOING_ON = word_set("adding noting saying stressing warning explaining acknowledging insisting")
# "a letter to | management", "wrote to | members"
_ADDRESSED_RE = lazy_re(
    r"\b(?:letters?|e-?mails?|memos?|messages?|notes?|petitions?|complaints?|telegrams?|wrote|written)"
    r"\s(?:addressed\s)?to\s(?:the\s|its\s|his\s|her\s|their\s)?\Z"
)
# "Speaking to the Daily Herald | Holm claimed": the name of the medium ran into the speaker's.
_TALKING = ("peaking to ", "peaking with ", "alking to ")
_LAST_RE = lazy_re(r"[\w’'-]\s(?P<name>[A-Z][\w’'-]+)\Z")
_ADDRESSED_LONGEST = 48
_SUBJECT_RE = lazy_re(
    r"(?:(?:But|And|Meanwhile|However),?\s)?(?P<who>(?:The|An?|His|Her|Its|Their)\s(?:[\w’'-]+\s){0,3}?[\w’'-]+"
    rf"|{_NAME}|He|She|They|It|We)(?=,\s|\s(?:has|have|had|also|later|then|sent|wrote|met|came|held|went|began|[a-z]+ed)\s)"
)


def mend_subjects(
    text: str, attributions: Sequence[Attribution], sentences: SentenceIndex
) -> list[Attribution]:
    """The attributions, those with the subject of their sentence for which it was missed."""
    cued = sorted(
        ((a.cue, a.source) for a in attributions if a.cue is not None and a.source is not None),
        key=lambda both: both[0].start,
    )
    starts = [cue.start for cue, _ in cued]
    return [_mended(text, a, sentences, cued, starts) for a in attributions]


def _mended(
    text: str,
    given: Attribution,
    sentences: SentenceIndex,
    cued: Sequence[tuple[Cue, Source]],
    starts: Sequence[int],
) -> Attribution:
    cue, source = given.cue, given.source
    if cue is not None and source is None and cue.text in _GOING_ON:
        at = bisect_left(starts, cue.start) - 1
        return _of_verb(text, given, cue, cued[at], sentences) if at >= 0 else given
    if cue is None or source is None or given.zone == "headline":
        return given
    if cue.text.endswith("ing"):
        for at in range(bisect_left(starts, source.start), bisect_left(starts, source.end)):
            other, speaker = cued[at]
            if other.end <= source.end and speaker.end <= other.start and other is not cue:
                return _with_source(text, given, speaker.span)
    if source.end > cue.start:
        return given
    if cue.text.endswith("ing"):
        before = text[max(0, source.start - _ADDRESSED_LONGEST) : source.start]
        if " to " in before and _ADDRESSED_RE.search(before) is not None:
            return _of_writer(text, given, source, sentences)
        return given
    if text.endswith(_TALKING, 0, source.start) and (last := _LAST_RE.search(source.text)):
        start = source.start + last.start("name")
        known = text.find(last["name"], 0, source.start) >= 0
        return _with_source(text, given, (start, source.end)) if known else given
    if text[cue.start - 2 : cue.start] not in (", ", "ly"):
        return given
    low = sentences.around(cue.start)[0]
    if not 0 < source.start - low < _LONGEST or text.find(", who", low, source.start) < 0:
        return given
    told = _TOLD_RE.match(text, low, source.start)
    if told is None or _REST_RE.match(text, source.end, cue.start) is None:
        return given
    return _with_source(text, given, (told.start("name"), text.rindex(",", low, cue.start)))


def _of_verb(
    text: str,
    given: Attribution,
    cue: Cue,
    before: tuple[Cue, Source],
    sentences: SentenceIndex,
) -> Attribution:
    """The attribution with the source of the verb of saying before its participle.

    `"It is late," said Ana Ruiz of Lund, | adding that it rained`
    """
    verb, speaker = before
    is_beside = text[cue.start - 2 : cue.start] == ", " and verb.text in label_words("clause_verbs")
    is_one = verb.start >= sentences.around(cue.start)[0] and given.content[0].start > cue.end
    return _with_source(text, given, speaker.span) if is_beside and is_one else given


def _of_writer(
    text: str, given: Attribution, source: Source, sentences: SentenceIndex
) -> Attribution:
    """The attribution with who wrote a letter, not with those whom it was sent to."""
    who = _SUBJECT_RE.match(text, sentences.around(source.start)[0], source.start)
    return (
        with_parts(given, given.content, None)
        if who is None
        else _with_source(text, given, who.span("who"))
    )


def _with_source(text: str, given: Attribution, span: Span) -> Attribution:
    start, end = span
    if touches(span, [part.span for part in given.content]):
        return given
    return with_parts(given, given.content, source_at(text, start, end))
