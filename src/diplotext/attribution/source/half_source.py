"""Sources that end with a word behind which more of them must stand.

    Ana Roe, an aide to | Governor Holm, was asked      Jones and | Berg called it "late" and said
    Ana Roe, a judge who | left in May, said            says Ana Roe, who is one of | the owners.

The learned stages stopped in the middle of the phrase. It ends where another source that begins as
it does has it end, with the comma of its aside, with the sentence, or before the next verb.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import itemgetter

from diplotext.attribution.auxiliary import FINITE
from diplotext.attribution.build import Span, source_at, touches, with_parts
from diplotext.attribution.labels import is_saying_verb, label_words
from diplotext.body.sentence import word_set
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Attribution, Cue, Source

__all__ = ["mend_half"]

# No noun phrase ends with one of these, which may be the whole of a source.
_OPEN = word_set(
    """
    the a an my our your his her its their of to with by from for at in on and or who which that
    whose when if as than
    """
)
_OWNERS = word_set("my our your his her its their")
_SUBJECTS = word_set("who which that")
_PREPOSITIONS = tuple(
    f"{word} " for word in "in among at from with for during under on amid into".split()
)
_JOINTS = (" and", " or")
_RELATIVES = (" who", " which", " that", " whose")
_FINITE_RE = lazy_re(rf"\b(?:{FINITE})\b")
# Up to the comma or dash that closes an aside: "Ana Roe, an aide to | Governor Holm, | was asked".
_ASIDE_RE = lazy_re(
    r"\s(?P<rest>(?:[^.,;:!?\"“”\n]|\.(?=[A-Z,]|\s[A-Z])|\n(?!\s*\n)|,(?=\d)){2,160}?)(?=,\s|,\Z|\s(?:--|[–—-])\s)"
)
# "a source close to | the talks | suggested", "Jones and | Berg | dismissed"
_PHRASE_RE = lazy_re(
    r"\s(?P<rest>(?:the|an?|its|his|her|their|this|that)\s[\w’'-]+(?:\s[\w’'-]+){0,3}?"
    r"|[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,4})"
    rf"(?=\s(?:{FINITE}|says|tells|adds)\s)"
)
# Up to the end of the sentence or the words of a quotation.
_BEHIND_RE = lazy_re(
    r"\s(?P<rest>(?:[^.,;:!?\"“”\n]|\.(?=[A-Z]|,)|\n(?!\s*\n)){2,160}?)(?=[.,;!?](?:\s|\Z)|\Z|\s[\"“(]|\n\s*\n)"
)


def mend_half(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, those with the whole of such a source.

    >>> from diplotext.attribution.build import build_attribution
    >>> from diplotext.model import Reason
    >>> text = "Ana Roe, an aide to Governor Holm, said it was late."
    >>> said = build_attribution(text, [(40, 51)], cue=(35, 39), source=(0, 19),
    ...                          reason=Reason(stage="learned", evidence="said"))
    >>> mend_half(text, [said])[0].source.text
    'Ana Roe, an aide to Governor Holm'
    """
    spans: list[Span] | None = None
    mended = list(attributions)
    for at, given in enumerate(mended):
        source, cue = given.source, given.cue
        if source is None or cue is None or given.zone == "headline":
            continue
        if not _is_open(text, *source.span):
            continue
        if spans is None:
            spans = sorted({a.source.span for a in attributions if a.source is not None})
        start, end = _whole(text, source, cue, spans)
        own = cue.span, *(part.span for part in given.content)
        if (start, end) != source.span and not touches((start, end), own):
            mended[at] = with_parts(given, given.content, source_at(text, start, end))
    return mended


def _is_open(text: str, start: int, end: int) -> bool:
    """Whether a range of two words and more ends with one that needs another."""
    last = _last(text, start, end)
    return last > start and text[last:end] in _OPEN


def _last(text: str, start: int, end: int) -> int:
    """Where the last word of a range begins."""
    return max(text.rfind(" ", start, end), text.rfind("\n", start, end), start - 1) + 1


def _whole(text: str, source: Source, cue: Cue, spans: Sequence[Span]) -> Span:
    """The whole of a source; its own range if that cannot be told."""
    start, end = source.span
    last = _last(text, start, end)
    stop = cue.start if cue.start >= end else len(text)
    if text[end:stop].strip():
        # "Ana Roe, who | left in May" is as well "Ana Roe" alone, and before a participle the verb
        # of the sentence is to come: "An index that | looks ahead rose, suggesting"
        is_left = text.endswith(", wh", start, last + 2) or (
            cue.text.endswith("ing") and source.text.endswith(_RELATIVES)
        )
        return start, end if is_left else _whole_end(text, source, stop, spans)
    word, before = text[last:end], text[start:last]
    if word in _OWNERS:
        is_own = not is_saying_verb(cue.text)  # "Kvik shelved | its | plan", "a man close to her"
    else:
        # "Anyone | who | says"; not "all of which", and what is "in a land that" says nothing
        is_phrase = before.endswith(" of ") or before.lower().startswith(_PREPOSITIONS)
        is_own = word in _SUBJECTS and not is_phrase
    return (last if is_own else start), end


def _whole_end(text: str, source: Source, stop: int, spans: Sequence[Span]) -> int:
    """Where the whole of a source ends; where it does if that cannot be told."""
    start, end = source.span
    first = bisect_left(spans, start, key=itemgetter(0))
    last = bisect_right(spans, start, key=itemgetter(0))
    known = [
        high
        for _, high in spans[first:last]
        if end < high <= stop and not _is_open(text, start, high)
    ]
    if known:
        return max(known)
    if stop == len(text):
        behind = _BEHIND_RE.match(text, end)
        is_verb = (
            behind is not None
            and text.endswith(_JOINTS, start, end)
            and behind["rest"][0].islower()
        )
        return end if behind is None or is_verb else behind.end("rest")
    aside = _ASIDE_RE.match(text, end, stop)
    if aside is not None and _is_aside(source.text, aside["rest"]):
        return aside.end("rest")
    is_clause = source.text.endswith(_RELATIVES)
    phrase = None if is_clause else _PHRASE_RE.match(text, end, stop)
    return end if phrase is None else phrase.end("rest")


def _is_aside(source: str, rest: str) -> bool:
    """Whether words up to a comma are all of the aside that a source ends within.

    Without a comma before it no verb is the aside's but that of "who".
    """
    if not label_words("clause_verbs").isdisjoint(rest.split()):
        return False
    if ", " in source or " -" in source:
        return True
    return len(_FINITE_RE.findall(rest)) <= source.endswith(_RELATIVES)
