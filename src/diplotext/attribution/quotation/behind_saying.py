"""Whose a quotation without a cue is, by the sentence before it in its paragraph.

`Marsh said they grew. | "We will be many."`, `Marsh hopes for more. | "We will be many."`: who is
told to say or think something is quoted next, and who has just been quoted goes on behind a
sentence that names nobody else: `"A," Marsh said. The yard has 40 hands. | "We will be many."`. A
new speaker takes a new paragraph, or has a cue clause of his own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from diplotext.attribution.build import Span
from diplotext.attribution.lemma import base_of
from diplotext.body.sentence import word_set
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.role_noun import is_person_noun, role_nouns
from diplotext.model import Attribution, Quotation, Source

__all__ = ["BLANKS", "ends_like_sentence", "leads_on", "leads_to", "source_behind"]

_END = attrgetter("end")
_FEWEST_WORDS = 4
_NEAR = 40  # attributions among whose sources another speaker is looked for
_SURE = 0.7
_LIKELY = 0.5
_WORD_RE = lazy_re(r"\w+")
_SENTENCE_END_RE = lazy_re(r"[.!?…]\W*$")
_GAP = 40  # characters before a quotation within which the sentence before it ends
_BEFORE = (".", '."', ".”", ".’")
_GOES_ON_RE = lazy_re(r"\s*(?:[a-z,;:–—]|--?\s)")
# "The head of the yard, Ana Roe", "minister of mines Ana Roe"
_NAMED_RE = lazy_re(r"(?:,|\s[a-z]+)\s[A-Z][\w’'-]+(?:\s[A-Z][\w.’'-]*){1,3}\Z")
_BESIDE_RE = lazy_re(r"(?:before|after|during|while|when|following|ahead\sof)\s[^.!?\"“”«»]{1,120}")
BLANKS = " .\t\r\n\u00a0"  # what may stand behind the last word of a paragraph
_STOPS = BLANKS + '"”’'
# By these verbs one goes on in words of one's own, and then in a quotation.
_LEADING = word_set(
    "say add insist propose argue stress note warn admit explain state emphasize emphasise confirm"
    " reveal maintain claim reiterate acknowledge assert believe tell agree describe urge accuse"
    " criticise criticize deny predict suggest reject praise welcome concede"
)
# What tables, polls and deeds do.
_SHOWING = word_set("show indicate mean reflect demonstrate signal imply suggest reveal")
_NARRATORS = word_set("i we you who which that what one this these those they")
_DEFINITE_RE = lazy_re(r"[Tt]he\s|[Hh]is\s|[Hh]er\s")
# The rest of the sentence of a saying.
_CLAUSE_REST_RE = lazy_re(r"[\s,;–—-][^.!?\"“”«»]{1,200}")
# Sentences between: with no second name of two words, and no subject that speaks elsewhere.
_BETWEEN_RE = lazy_re(r"[^!?\"“”«»]{1,300}")
_OTHER_RE = lazy_re(
    r"\b(?!(?:the|an?|in|on|at|of|by|for|from|to|with|and)\s)[a-z]+,?\s[A-Z][\w’'-]+\.?\s[A-Z]"
)
_SENTENCE_RE = lazy_re(r"[.!?][\"”’]?\s+([A-Z][\w’'-]*)\s?([\w’'-]*)\s?([\w’'-]*)")
_SUBJECTS = word_set(
    "The A An He She It They This That These Those There In At On By For With But And So As Its His"
    " Her Their Both Some Most Many Such After Before During Since While When If Although Though"
)


def ends_like_sentence(quotation: Quotation) -> bool:
    """Whether the words of a quotation end in a stop, not in a comma."""
    return _SENTENCE_END_RE.search(quotation.text) is not None


def source_behind(
    text: str, paragraph: Span, quotation: Quotation, by_end: Sequence[Attribution]
) -> Source | None:
    """Who speaks in a quotation that nobody claims, behind a sentence of its paragraph.

    ``by_end`` are the attributions in order of their end.
    """
    start, end = quotation.span
    begin = max(paragraph[0], start - _GAP)
    before = text[begin:start].rstrip()  # its end alone: a paragraph can be a whole book
    if not before.endswith(_BEFORE) or not ends_like_sentence(quotation):
        return None
    if _GOES_ON_RE.match(text, end, paragraph[1]):
        return None
    if len(_WORD_RE.findall(text, start, end)) < _FEWEST_WORDS:
        return None
    stop = begin + len(before)
    at = bisect_right(by_end, stop, key=_END) - 1
    last = by_end[at] if at >= 0 else None
    if last is None or last.source is None or last.start < paragraph[0]:
        return None
    return last.source if leads_to(last, stop, by_end) else None


def leads_to(last: Attribution, end: int, by_end: Sequence[Attribution]) -> bool:
    """Whether the speaker of an attribution is who is quoted behind ``end``, a sentence's end."""
    if last.kind != "direct" and leads_on(last, end):
        return True
    if not _is_somebody(last):
        return False
    if not last.document[last.end : end].strip(_STOPS):
        return last.kind != "direct"
    if last.kind == "indirect":
        rest_of = _CLAUSE_REST_RE.fullmatch(last.document, last.end, end - 1)
        return rest_of is not None and _is_leading(last)
    return _names_nobody(last, end, by_end)


def _is_leading(last: Attribution) -> bool:
    return last.cue is not None and base_of((last.cue.text.split() or [""])[-1]) in _LEADING


def _is_plural(source: Source) -> bool:
    """Whether a source is a noun for several, as in "Critics say it is late."."""
    noun = role_nouns().get(source.text.lower())
    return noun is not None and noun.number != "singular"


def _is_somebody(last: Attribution) -> bool:
    """Whether a source is one person, or a body that has said it: no data, and not "critics"."""
    cue, source = last.cue, last.source
    if source is None or source.text.lower() in _NARRATORS or _is_plural(source):
        return False
    if source.form == "nominal" and _DEFINITE_RE.match(source.text) is None:
        return False
    if cue is None:
        return True
    if any(base_of(word) in _SHOWING for word in cue.text.split()):
        return False
    return source.form != "nominal" or _is_leading(last)


def _names_nobody(last: Attribution, end: int, by_end: Sequence[Attribution]) -> bool:
    """Whether the sentences behind a saying, up to ``end``, name nobody else who could speak."""
    text = last.document
    if _BETWEEN_RE.fullmatch(text, last.end, end) is None:
        return False
    if _OTHER_RE.search(text, last.end, end) is not None:
        return False
    known = last.source.text if last.source is not None else ""
    at = bisect_right(by_end, end, key=_END)
    near = [a.source for a in by_end[max(0, at - _NEAR) : at + _NEAR] if a.source is not None]
    names = [source.text for source in near if source.form == "name"]
    for words in _SENTENCE_RE.findall(text, last.end - 1, end):
        first, second, third = words
        if first in known:
            continue
        if is_person_noun(second) or is_person_noun(third):
            return False
        if first not in _SUBJECTS and (second.istitle() or second.endswith(("s", "ed"))):
            return False  # "Ana Roe shook her head.", "Roe accepts this."
        capitals = {word for word in words if word.istitle()} - _SUBJECTS
        if any(word not in known and word in name for word in capitals for name in names):
            return False  # "But Roe was not so sure."
    return True


def leads_on(last: Attribution, end: int) -> bool:
    """Whether somebody named said what ends a paragraph or a sentence, and then is quoted."""
    cue, source = last.cue, last.source
    if cue is None or source is None:
        return False
    if source.form == "nominal" and _NAMED_RE.search(source.text) is None:
        return False
    if _is_plural(source) or not _is_leading(last):
        return False
    rest = last.document[last.end : end].strip(BLANKS)
    # "They grew, Marsh said before a tour of the yard." has only one reading.
    if last.content[-1].end <= min(cue.start, source.start):
        return last.confidence >= _LIKELY and (not rest or _BESIDE_RE.fullmatch(rest) is not None)
    return not rest and last.content[-1].start > cue.end and last.confidence >= _SURE
