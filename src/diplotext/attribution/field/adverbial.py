"""When and on what occasion: adverbials as patterns, for rules that look at the edges of sources.

Hours later    nearly two years ago    late on Monday    in March 2014    over the past weeks
at a news conference    in court    during the trial    via Twitter    through a lawyer

All are for patterns with ``re.VERBOSE`` and without regard to case.
"""

from __future__ import annotations

from functools import cache

from diplotext.attribution.field.day import MONTH, WEEKDAY
from diplotext.attribution.field.occasion import event_words
from diplotext.attribution.labels import label_words
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.place import places

__all__ = ["WHEN", "listed", "occasion_words", "place_end"]

_UNIT = (
    "(?:second|moment|minute|hour|day|night|week|weekend|fortnight|month|year|decade|morning"
    "|afternoon|evening|spring|summer|autumn|fall|winter)"
)
_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,3})"
_COUNT = rf"(?:an?(?:\sfew|\scouple\sof)?|one|{_NUMBER}|few|several|some|many|half\san?)"
_PART = r"(?:\s(?:morning|afternoon|evening|night))?"
_SHADE = (
    r"(?:(?:just|only|even|nearly|almost|about|barely|back|late|early|earlier|later|shortly|soon"
    r"|immediately)\s)*"
)
_WHICH = (
    r"(?:last|this|that|that\ssame|this\spast|the\s(?:same|very\ssame|next|following|previous))"
)
_DATE = (
    rf"(?:(?:{MONTH}\s\d{{1,2}}|\d{{1,2}}\s{MONTH}|{MONTH}|(?:early|late|mid)[\s-](?:{MONTH}|\d{{4}})|\d{{4}})"
    r"(?:,?\s(?:19|20)\d\d)?)"
)
# When: "two days ago", "that same week", "late on Monday", "in March 2014", "in recent weeks".
WHEN = rf"""
    {_SHADE}(?:
        (?:{_COUNT}\s)?{_UNIT}s?\s(?:ago|later|earlier)
      | {_WHICH}\s(?:{WEEKDAY}{_PART}|{_UNIT}|{MONTH})(?!['’])
      | (?:on|by|since|until|before|after)\s(?:(?:late|early|last|this)\s)*{WEEKDAY}{_PART}(?!['’])
      | (?:late|early)\s{WEEKDAY}{_PART}(?!['’])
      | (?:on|in|by|since|until|after|before)\s{_DATE}(?!['’])
      | (?:in|for|over|during|within|after)\s(?:the\s)?
        (?:(?:past|recent|last|coming|more\sthan|nearly|almost)\s)?(?:(?:few|several|many|{_NUMBER}|an?|one)\s)?{_UNIT}s?(?!['’])
    )
"""
_CAPITAL_WORD_RE = lazy_re(r"[A-Z][\w.’-]*(?<!\.)")
_MOST_WORDS = 4  # of a place's name
_DETERMINER = r"(?:(?:an?|the|his|her|its|their|this|that|one|each|every)\s)?"
_BEFORE_HEAD = r"(?:(?!of\s|that\s|and\s|to\s)[a-z0-9][\w-]*\s){0,3}?"


def listed(name: str) -> str:
    """The words and phrases of a list of ``labels_en.json`` as alternatives, longest first."""
    return "|".join(sorted(label_words(name), key=len, reverse=True)).replace(" ", r"\s")


@cache
def occasion_words() -> str:
    """What one says it at or in, with what may stand before the noun: "a rare news conference"."""
    return (
        rf"{_DETERMINER}{_BEFORE_HEAD}(?:{event_words()}|(?:{listed('occasion_heads')})s?)(?!['’])"
    )


def place_end(text: str, start: int, end: int) -> int:
    """Where the longest known place's name ends that begins at a place in the text; -1 if none.

    >>> place_end("New York police said", 0, 20), place_end("Kvik said", 0, 9)
    (8, -1)
    """
    found, at = -1, start
    for _ in range(_MOST_WORDS):
        word = _CAPITAL_WORD_RE.match(text, at, end)
        if word is None:
            break
        if text[start : word.end()] in places():
            found = word.end()
        at = word.end() + 1
    return found
