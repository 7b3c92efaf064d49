"""Clauses of saying that open a sentence: what is said ends where the main clause begins.

    After the bank said it would cut jobs | , the union called a strike
    When police said the road was open | , drivers went back

A sentence that opens with "when" or "after" has its main clause still to come. It begins behind the
first comma that a subject and its verb follow; an apposition has no verb, and one follows it: "said
the plan, the most debated of the year, was dead".
"""

from __future__ import annotations

import re

from diplotext.attribution.auxiliary import FINITE
from diplotext.attribution.build import with_parts
from diplotext.attribution.field.circumstance import SentenceIndex
from diplotext.attribution.field.day import WEEKDAY
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Attribution, Passage

__all__ = ["mend_fronted"]

_OPENER = r"when|after|as|since|because|although|though|while|if|once|until|before|whenever|unless"
# "Hours after | police", "A day after | police", "Even as | the mayor"
_OPENING_RE = lazy_re(
    r"[\"“]?(?:(?i:(?:and|but)\s)?(?i:even|just|only|shortly|soon|minutes|hours|days|weeks|months|years"
    r"|(?:an?|one|two|three|four|five|several|a\sfew|\d+)\s[a-z]+)\s)?"
    rf"(?i:{_OPENER})\s\Z"
)
_HINTS = tuple(f"{word} " for word in _OPENER.split("|"))  # a cheap look
# What is said may open with a clause of its own: "said that if he won, he would".
_WITHIN_RE = lazy_re(rf"(?:that\s)?(?:{_OPENER}|in|on|at|under|with|without|despite|for)\s", 0)
_VERB = rf"(?:{FINITE}|said|says)\b"
_SUBJECT = (
    r"(?:(?:the|an?|his|her|its|their|this|that|these|those|some|many|most|all|no|two|three)\s(?!\w+ed\s)"
    r"(?!\w+ly\s)[\w’'-]+(?:\s(?!and\b|or\b|who\b|which\b|that\b)[\w.’'-]+){0,9}?"
    r"|(?:he|she|they|it|we|there|one)|[A-Z][\w.’'-]*(?:\s(?!and\b|or\b|who\b|which\b)[\w.’'-]+){0,9}?"
    r"|(?!and\b|or\b)(?:[a-z’'-]+\s){0,2}[a-z]+s)"
)
_MAIN_RE = lazy_re(rf",[\"”’']?\s+(?P<main>{_SUBJECT}\s(?:(?:also|then|still|\w+ly)\s)?{_VERB})")
# Behind an apposition stands the verb of what it tells of.
_GOES_ON_RE = lazy_re(rf"[^,;:\"“”]*,\s(?:{FINITE})\s")
_TIME_RE = lazy_re(
    rf"(?:[\w-]+\s){{1,3}}ago|(?:on\s)?{WEEKDAY}|(?:last|this)\s\w+|earlier|yesterday|today|(?:before|again|here|so)",
    re.IGNORECASE,
)
_REACH = 40  # characters from the sentence's start to who speaks
_FARTHEST = 600  # characters of what is said, up to which the main clause is looked for
_LONGEST = 9  # characters of an opener: "although "
_CLOSING = ('"', "”", "’", "'")


def mend_fronted(text: str, given: Attribution, sentences: SentenceIndex) -> Attribution:
    """The attribution with its content up to the main clause; the same one if it has none.

    >>> from diplotext.attribution.build import build_attribution
    >>> from diplotext.body.token import tokenize
    >>> from diplotext.model import Reason
    >>> text = "When Moe said it was late, the others left."
    >>> said = build_attribution(text, [(14, 42)], cue=(9, 13), source=(5, 8),
    ...                          reason=Reason(stage="learned", evidence="said"))
    >>> mend_fronted(text, said, SentenceIndex(tokenize(text, [(0, 43)]))).content[0].text
    'it was late'
    """
    cue, source, last = given.cue, given.source, given.content[-1]
    if cue is None or source is None or not source.end <= cue.start or last.start < cue.end:
        return given
    before = text[max(0, source.start - _LONGEST) : source.start].lower()
    if not before.endswith(_HINTS) or text.find(",", *last.span) < 0:
        return given
    low = sentences.around(cue.start)[0]
    if source.start - low > _REACH or _OPENING_RE.fullmatch(text, low, source.start) is None:
        return given
    end = _main_start(text, last)
    if end <= last.start or _TIME_RE.fullmatch(text, last.start, end) is not None:
        return given  # "As we said | a few days ago, the crop is late"
    content = (*given.content[:-1], Passage(text, last.start, end))
    return with_parts(given, content, source)


def _main_start(text: str, said: Passage) -> int:
    """The comma before the main clause within what was read as said; -1 if there is none."""
    within = _WITHIN_RE.match(text, said.start, said.end) is not None
    high = min(said.end, said.start + _FARTHEST)
    at = text.find(",", said.start, high)
    while at >= 0:
        main = _MAIN_RE.match(text, at, high)
        is_open = text.count('"', said.start, at) % 2 or text.count("“", said.start, at) != (
            text.count("”", said.start, at)
        )
        is_closed = text[at + 1 : at + 2] in _CLOSING
        if main is not None and bool(is_open) == is_closed:
            if not within and _GOES_ON_RE.match(text, main.end("main"), high) is None:
                return at + 2 if is_closed else at
            within = False
        at = text.find(",", at + 1, high)
    return -1
