"""Parts of an attribution whose edges took in what is no part of them.

What stands between a verb of saying and its "that" is about what, by whom or when it was said:
in "said of the plan | that it was too costly" the content begins with "that". What belongs to the
source though it was read as the cue's is ``cue_source``'s.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from diplotext.attribution.build import past_blanks, with_parts
from diplotext.attribution.content.swapped import turn_swapped
from diplotext.attribution.field.day import MONTH, WEEKDAY
from diplotext.attribution.field.occasion import find_addressee, message_words
from diplotext.attribution.labels import label_words
from diplotext.attribution.lemma import base_of
from diplotext.attribution.source.cue_source import SAYING, WORD_RE, with_whole_source, words_of
from diplotext.body.sentence import word_set
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Attribution, Cue, Passage

__all__ = ["tidy_parts"]

_WORDS = r"(?:[\w.’'&-]+\s+)"
# "of the plan that", "by Xinhua that": the preposition stands before the content or in it.
_TOPIC_RE = lazy_re(rf"(?:(?:of|about|to|by)\s+)?{_WORDS}{{1,7}}?(?=that\s)")
# "said of the plan: "It is late""
_COLON_TOPIC_RE = lazy_re(rf"{_WORDS}{{0,6}}[\w.’'&-]+:\s+(?=[\"“])")
_TELLING = ("told", "informed", "assured", "reminded")  # "informed | the meeting that"
_ASKING = ("asked", "asks", "ask", "asking")
# "asked | the Minister for Ports what he knew"
_WHOM_RE = lazy_re(
    r"(?!(?:\w+\s)?(?:reason|question)s?\s)(?:(?:the|an?|his|her|its|their)\s|[A-Z][\w.’'-]*\s)"
    r"(?:(?!(?:to|who|that|which|and)\s)[\w.’'&-]+\s+){0,7}?(?=(?:what|whether|if|why|how)\s)"
)
_PREPOSITION_RE = lazy_re(r"\b(?:of|about|to|by)\s*\Z")
# "two days ago that", "at the opening that", "on Monday that".
_TIME_RE = lazy_re(
    r"(?:(?:on|in|at|during|after|before|late|early|earlier|last|this)\b"
    rf"|[\w-]+\s+(?:days?|weeks?|months?|years?|hours?)\s+ago\b|{WEEKDAY}\b|{MONTH}\s\d{{1,2}})\s*(?:(?!that\s){_WORDS}){{0,7}}?(?=that\s)"
)
# "on Sept. 3 she would not"; behind an "on" that was left out, whatever follows.
_DATE_RE = lazy_re(
    rf"(?:(?P<on>on)\s+)?(?:(?:late|early)\s+)?(?:(?P<day>{WEEKDAY}(?:\s(?:morning|afternoon|evening|night))?)|{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH}(?!\w))"
    r"(?:,\s+\d{4},?)?\s+(?=\w)"
)
# "said | last week growth would reach", "told reporters | afterward there was": when it was said.
_ONE = r"(?:he|she|they|it|we|I|there|the|an?|his|her|their|its|no)\s"
_SOME = r"(?:any|several|some|many|most|both|such|these|those|although|though|if|while|because)\s"
_AUXILIARY = r"(?:would|will|could|can|may|might|must|should|is|are|has|have)\s"
_WHEN_RE = lazy_re(
    rf"(?:(?:earlier\s|later\s)?(?:last\s(?:week|month|year|night)|this\s(?:week|morning|afternoon|evening)|yesterday|today|tonight)\s+"
    rf"(?=that\s|{_ONE}|{_SOME}|[A-Z][a-z]|(?!{_AUXILIARY})[\w’'-]+\s(?:[\w’'-]+\s)?{_AUXILIARY})"
    rf"|(?:afterwards?|later)\s+(?=that\s|{_ONE}|[A-Z][a-z]|(?:about|some|nearly|around)\s\d))"
)
# "said ahead of | the meeting she saw": where it was said.
_AT_RE = lazy_re(r"\s(?:ahead\sof|before|after|during|following|at|in)\Z")
_EVENT_RE = lazy_re(
    r"(?:the|an?|his|her|its|their)\s(?:[\w’'-]+\s){1,4}?(?=(?:he|she|they|it|we|there)\s)"
)
_BRITISH_STOP_RE = lazy_re(r"(?<=[\w!?])[\"”'’»]\.\s+(?=[\"“'‘«]\w)")
_ON_RE = lazy_re(r"\bon\s+\Z")
_SUBJECT_RE = lazy_re(
    r"(?:he|she|they|it|we|I|there|this|that|these|those|the|an?|his|her|their|its|our|no|all|both|some"
    r"|many|most)\s"
)
_SHORT_GAP = 3  # words: "told the BBC | yesterday"
_JOINT = 30  # characters: ", and later also "
_GOING_ON = word_set("say add note stress point emphasize emphasise tell explain state insist warn")
_JOINT_RE = lazy_re(r",?\s+(?:and|but)\s+(?:also\s+|then\s+|later\s+)?\Z")
# "lamented that they were late, noting that": a participle needs the comma alone.
_COMMA_RE, _PARTICIPLE_RE = lazy_re(r",\s+\Z"), lazy_re(r"[a-z]+ing\b")


def tidy_parts(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with the edges of their contents and sources put right."""
    turned = [turn_swapped(text, a) for a in attributions]
    tidied = [with_whole_source(text, _with_head(text, _within_sentence(text, a))) for a in turned]
    return _uncrossed(text, _parted(text, tidied))


def _uncrossed(text: str, attributions: list[Attribution]) -> list[Attribution]:
    """The attributions, none with the end of what another has said before its own."""
    ordered = sorted(attributions, key=lambda a: a.content[-1].start)
    crossed: dict[int, Attribution] = {}
    for one, other in pairwise(ordered):
        last, first = one.content[-1], other.content[0]
        if not last.start < first.start < last.end < first.end:
            continue
        start = past_blanks(text, last.end, first.end)
        is_behind = other.cue is not None and other.cue.start >= first.end
        if is_behind and one.cue is not None and one.cue.end <= last.start and start < first.end:
            content = (Passage(text, start, first.end), *other.content[1:])
            crossed[id(other)] = with_parts(other, content, other.source)
    return [crossed.get(id(a), a) for a in attributions] if crossed else attributions


def _parted(text: str, attributions: list[Attribution]) -> list[Attribution]:
    """The attributions, none with what its speaker goes on to say by another verb.

    "Marsh said it was late | and added that it was cold": two sayings of one source.
    """
    shared = Counter([a.source.span for a in attributions if a.source is not None])
    if not shared or max(shared.values()) == 1:
        return attributions
    cues: dict[tuple[int, int], list[int]] = {}
    for a in attributions:
        if a.source is not None and shared[a.source.span] > 1 and a.cue and _goes_on(a.cue):
            cues.setdefault(a.source.span, []).append(a.cue.start)
    return [
        a if a.source is None else _cut_at(text, a, cues.get(a.source.span, ()))
        for a in attributions
    ]


def _goes_on(cue: Cue) -> bool:
    """Whether a cue is a plain verb of saying, by which one goes on."""
    words = cue.text.lower().split()
    return bool(words) and base_of(words[0]) in _GOING_ON


def _cut_at(text: str, given: Attribution, cues: Sequence[int]) -> Attribution:
    """The attribution without what follows one of the cues inside of its content."""
    own = given.cue
    for number, passage in enumerate(given.content):
        for cue in cues:
            if own is None or cue <= own.start or not passage.start < cue < passage.end:
                continue
            if text.startswith(("to ", "TO "), passage.start):
                continue  # "wants to explain and add that"
            joint_re = _COMMA_RE if _PARTICIPLE_RE.match(text, cue) else _JOINT_RE
            joint = joint_re.search(text, max(passage.start, cue - _JOINT), cue)
            if joint is not None and joint.start() > passage.start:
                content = (*given.content[:number], Passage(text, passage.start, joint.start()))
                return with_parts(given, content, given.source)
    return given


def _within_sentence(text: str, given: Attribution) -> Attribution:
    """The content without the sentence before its quotation, whose stop stands behind a mark.

    British: The council called her 'unreasonable'. | 'We have tried,' a spokesman said.
    """
    cue, first = given.cue, given.content[0]
    if cue is None or first.end > cue.start or not text[first.start].isalnum():
        return given
    stops = list(_BRITISH_STOP_RE.finditer(text, first.start, first.end))
    if not stops:
        return given
    content = (Passage(text, stops[-1].end(), first.end), *given.content[1:])
    return with_parts(given, content, given.source)


def _with_head(text: str, given: Attribution) -> Attribution:
    """The content without what stands before its "that", or a day that goes with the cue."""
    cue = given.cue
    first = next((p for p in given.content if cue is not None and p.start >= cue.end), None)
    if cue is None or first is None or not text[first.start].isalnum():
        return given
    words = words_of(cue.text)
    gap = text[cue.end : first.start].split()
    is_saying = len(gap) < 2 and not SAYING.isdisjoint(words[-3:])
    is_saying = is_saying or (not gap and not label_words("clause_verbs").isdisjoint(words[-1:]))
    is_saying = is_saying or (len(gap) <= _SHORT_GAP and words[-1:] == ("told",))
    is_saying = is_saying or (not gap and cue.text.endswith(_TELLING))
    if not is_saying and not _ON_RE.search(text, cue.end, first.start):
        return given
    start = _head_of(text, first, cue)
    if start == first.start == cue.end + 1 and words[-1:] == ("told",) and len(words) == 1:
        start = _behind_addressee(text, cue.start, first)
    if not first.start < start < first.end:
        return given
    content = tuple(Passage(text, start, p.end) if p is first else p for p in given.content)
    return with_parts(given, content, given.source)


@cache
def _how_re() -> re.Pattern[str]:
    """How it was said, before its clause: "said | in a statement Lund had left"."""
    return re.compile(
        r"(?:in|at|during)\s(?:an?|the|his|her|its|their)\s(?:[\w-]+\s){0,3}?"
        rf"(?:{message_words()}|report|(?:news|press)\s(?:conference|release|briefing))\s+"
        r"(?=(?:he|she|they|it|we|there|the|an?|his|her|their|its|[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}\s(?:had|has|was|is|were"
        r"|are|would|will|could|did|does|must|should))\s)"
    )


def _behind_addressee(text: str, cue: int, first: Passage) -> int:
    """Where the content begins behind whom it was told to: "told | Reuters | output fell"."""
    told = find_addressee(text, cue, first.end)
    if told is None or told[0] != first.start:
        return first.start
    rest = text[told[1] : first.end]
    is_clause = len(rest.split()) > 1 and rest[0] == " " and (rest[1].isalnum() or rest[1] in '"“')
    return told[1] + 1 if is_clause else first.start


def _head_of(text: str, first: Passage, cue: Cue) -> int:
    """Where the content begins, or its start as it is."""
    start, end = first.span
    if text.startswith("that ", start):
        return start
    before = text[cue.start : start]
    is_topic = _PREPOSITION_RE.search(before) is not None or before.rstrip().endswith(_TELLING)
    topic = _TOPIC_RE.match(text, start, end) if is_topic else None
    if topic is None and is_topic and text.find(": ", start, end) > 0:
        topic = _COLON_TOPIC_RE.match(text, start, end)
    if cue.text.endswith(_ASKING) and start == cue.end + 1:
        topic = _WHOM_RE.match(text, start, end)
    match = topic or _TIME_RE.match(text, start, end) or _WHEN_RE.match(text, start, end)
    if match is None and _AT_RE.search(text, cue.start, cue.end):
        match = _EVENT_RE.match(text, start, end)
    if match is not None:
        words = WORD_RE.findall(match[0].lower())
        # In "said of the fact that" the clause depends on the noun.
        return start if not label_words("clause_nouns").isdisjoint(words[-1:]) else match.end()
    how = _how_re().match(text, start, end)
    if how is not None and text[how.end()] != '"':
        return how.end()
    date = _DATE_RE.match(text, start, end)
    if date is None:
        return start
    if not _ON_RE.search(before):
        follows = _SUBJECT_RE.match(text, date.end(), end) or text[date.end()].isupper()
        is_weekday = date["on"] is not None and date["day"] is not None
        if not (follows or is_weekday) or (date["on"] is None and not date["day"]):
            return start
    return date.end()
