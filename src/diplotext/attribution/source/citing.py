"""Reports that name whom they rest on: "TASS said, citing Marsh"; "Citing two aides, TASS said".

Between the verb, or its day, and "citing" may stand no comma: "TASS said citing an aide".

Whoever is cited is the speaker, and the medium passes it on. A bank that lost money "citing high
costs" cites nobody: only a known medium counts, and somebody who can speak.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from diplotext.attribution.build import Span, in_order, source_at, touches
from diplotext.attribution.labels import label_words
from diplotext.lazy_pattern import holds, lazy_re
from diplotext.lexicon.agency import agencies
from diplotext.lexicon.role_noun import is_person_noun, role_nouns
from diplotext.model import Attribution, Cue, Passage

__all__ = ["is_medium", "resolve_citing"]

_HINTS = ("citing", "Citing", "quoting", "Quoting")
_CUES = frozenset(("citing", "quoting"))
# Words are taken whole (possessive): a list of them can be read in one way only.
_CITING_RE = lazy_re(
    r"(?P<lead>,\s+|(?<=(?:said|says|rted|orts|rote)\s)|(?<=day\s)|(?<=[.!?\n\"”]\s)|(?<=\n)|(?<=--\s)|(?<=-\s)|\A)"
    r"(?P<cue>[Cc]iting|[Qq]uoting)\s+"
    r"(?P<source>(?:[^\W_][\w&’'-]*+(?:\.(?=\w)|(?<=Mr)\.|(?<=Ms)\.|(?<=Dr)\.|(?<=Mrs)\.|(?<=(?:Gen|Maj|Col|Sgt|Sen|Rep|Gov|Adm))\.|(?<=(?:Lt|St))\.|(?<=Capt)\.)?\w*+\s?){1,12}?)"
    r"(?=[,.;]|\s(?:as|on|that|who)\s|\s?\n|\Z)"
)
_VERB_RE = lazy_re(
    r"\s+(?:has\s+|had\s+|also\s+)?(?P<verb>report(?:ed|s)|sa(?:id|ys)|wrote|writes)\b[^,\n]{0,40}\Z"
)
# "citing Marsh as saying": a frame of its own (``quoted_as``).
_AS_SAYING_RE = lazy_re(r"\sas\s[a-z]+ing\b")
_AS_REACH = 20
_SENTENCE_RE = lazy_re(r"[.!?][\"”']?\s+[A-Z“\"(]|\n")
# Up to the medium: "It rained, | TASS said citing an aide".
_SAID_BEFORE_RE = lazy_re(r"(?P<said>[A-Z\d](?:[^.!?\n\"“”]|\.(?=\w)){20,}),\s(?:the\s)?\Z")
_DATELINE_RE = lazy_re(r"(?:\)|\b[A-Z]{3,}|\d)\s(?:[–—-]{1,2}|_)\s")
_WORD_RE = lazy_re(r"[\w’'-]+")
_HEAD_RE = lazy_re(r"(?<=\w)\s(?:of|on|at|in|for|from|with)\s")
_REACH = 300


def resolve_citing(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, the reports of media with whom they cite as the source.

    >>> from diplotext.attribution.build import build_attribution
    >>> from diplotext.model import Reason
    >>> line = "The deal is off, TASS said, citing an aide."
    >>> said = build_attribution(line, [(0, 15)], cue=(22, 26), source=(17, 21),
    ...                          reason=Reason(stage="learned", evidence="said"))
    >>> [(a.source.text, a.medium.text) for a in resolve_citing(line, [said])]
    [('an aide', 'TASS')]
    """
    if not holds(text, 0, len(text), _HINTS):
        return list(attributions)
    resolved: list[Attribution] = []
    cited: list[Span] = []
    # "citing" is a cue itself only where the medium's own verb has not been found.
    for attribution in sorted(attributions, key=_is_citing):
        if _is_citing(attribution) and touches(_cue_of(attribution), cited):
            continue
        match = _citing_of(text, attribution)
        changed = attribution if match is None else _cited(text, attribution, match)
        if match is not None and changed is not attribution:
            cited.append(match.span("cue"))
        resolved.append(changed)
    return sorted(resolved, key=in_order)


def _cue_of(attribution: Attribution) -> Span:
    return (0, 0) if attribution.cue is None else attribution.cue.span


def _is_citing(attribution: Attribution) -> bool:
    cue = attribution.cue
    return cue is not None and cue.text.lower() in _CUES


def _citing_of(text: str, attribution: Attribution) -> re.Match[str] | None:
    """The "citing ..." of a medium's report, in its sentence."""
    cue, source = attribution.cue, attribution.source
    if cue is None or source is None or attribution.medium is not None:
        return None
    if not is_medium(source.text):
        return None
    low, high = max(0, cue.start - _REACH), min(len(text), cue.end + _REACH)
    for match in _CITING_RE.finditer(text, low, high):
        if not _is_speaker(match["source"]) or _AS_SAYING_RE.search(
            text, match.start("source"), match.end("source") + _AS_REACH
        ):
            continue
        near = sorted((*match.span("cue"), *source.span))
        if _SENTENCE_RE.search(text, near[1], near[2]) is None:
            return match
    return None


def is_medium(source: str) -> bool:
    """Whether a source is a medium: an agency of the lexicon, "the Kurier newspaper".

    >>> is_medium("the daily Kurier"), is_medium("an editor of the Gazette")
    (True, False)
    """
    bare = source.removeprefix("the ").removeprefix("The ")
    words = bare.split()
    if not words or is_person_noun(_HEAD_RE.split(bare, maxsplit=1)[0].split()[-1].lower()):
        return False  # "An editor of the Gazette", "hosts on Norland Radio"
    # "The daily Kurier", "the Kurier newspaper", "the Gazette".
    media = label_words("media_words")
    named = words[-1].lower() in media or not media.isdisjoint(words)
    return named or bare in agencies() or words[0] in agencies()


def _is_speaker(cited: str) -> bool:
    words = _WORD_RE.findall(cited)
    return any(word[0].isupper() or word.lower() in role_nouns() for word in words)


def _cited(text: str, attribution: Attribution, match: re.Match[str]) -> Attribution:
    """The report with its medium: as it was where its parts would overlap."""
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None:
        return attribution
    speaker = (
        match.start("source"),
        match.end("source") - len(match["source"]) + len(match["source"].rstrip()),
    )
    if _is_citing(attribution):
        # "TASS reported, citing an aide, that the deal is off": the verb was passed over.
        verb = _VERB_RE.match(text, source.end, match.start())
        if verb is None:
            return attribution
        cue = Cue(text, *verb.span("verb"), lemma=cue.lemma, stance=cue.stance)
    elif cue.text.endswith((" citing", " quoting")):
        cue = evolve(cue, end=cue.start + cue.text.rindex(" "))
    content = [
        span
        for passage in attribution.content
        for span in _without(text, passage.span, (match.start(), speaker[1]))
    ]
    if not content and (said := _said_before(text, source.start)) is not None:
        content = [said]
    return _with_medium(text, evolve(attribution, cue=cue), content, source.span, speaker)


def _said_before(text: str, medium: int) -> Span | None:
    """The clause before a medium whose verb took whom it cites for what is said."""
    low = max(0, medium - _REACH)
    ends = [mark.end() - 1 for mark in _SENTENCE_RE.finditer(text, low, medium)]
    ends += [mark.end() for mark in _DATELINE_RE.finditer(text, low, medium)]
    start = max(ends, default=low)
    said = _SAID_BEFORE_RE.match(text, start, medium)
    return None if said is None or (start == low > 0) else said.span("said")


def _without(text: str, span: Span, cut: Span) -> list[Span]:
    """What is left of a content without what is cited at one of its ends."""
    (low, high), (first, last) = span, cut
    if not touches(span, [cut]):
        return [span]
    if text[last:high].strip(" ,.") and first <= low + 1:
        rest = text[last:high]
        return [(high - len(rest.lstrip(" ,")), high)]
    return [(low, first)] if low < first else []


def _with_medium(
    text: str, attribution: Attribution, content: Sequence[Span], medium: Span, speaker: Span | None
) -> Attribution:
    """The attribution with its parts changed; as it was where they would overlap."""
    cue, source = attribution.cue, attribution.source
    if speaker is not None:
        source = source_at(text, *speaker)
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
