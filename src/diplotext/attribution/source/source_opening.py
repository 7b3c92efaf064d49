"""What stands before a source in its sentence and is no part of it.

Meanwhile | employees      In a statement | the company      Today | several ministers
(1400 GMT) | a spokesman   In it | Berg                      On Monday | Kvik
Over the past years | Berg                                   On March 4 | the Harbour Board
Despite | his dislike of talks                               from | Berg's claim that it leaked
July 5 - | Kvik                                              Reached by phone, | Berg
Once | the mayor            Addressing the protesters, | Berg          Speaking, | Berg
"""

from __future__ import annotations

import re
from functools import cache

from diplotext.attribution.auxiliary import AUXILIARY, DO
from diplotext.attribution.field.day import MONTH, WEEKDAY
from diplotext.attribution.field.occasion import message_words
from diplotext.attribution.labels import label_words
from diplotext.attribution.source.apposition import TIME
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.role_noun import is_person_noun

__all__ = ["behind_opening"]

_OPENING_RE = lazy_re(
    r"(?i:(?:and|but|or|meanwhile|however|while|although|though|because|nevertheless|moreover|separately|whereas|unless|once|until(?=\s(?-i:[A-Z]))),?\s+|(?:firstly|secondly|thirdly|lastly),\s+)"
    r"+(?=\w)|(?:(?:[Aa]nd|[Aa]lso|[Tt]his)\s+)*[Ff]rom\s+(?:the\s+(?:desk|office)\s+of\s+)?(?=[A-Z])"
    rf"|(?i:in\s(?:contrast|addition|turn|fact|\d{{4}}|(?:(?:late|early|mid)[ -])?{MONTH})"
    r"|for\s(?:instance|example|(?:its|his|her|their)\spart)),?\s+(?=\w)"
    r"|(?:Outside|Inside)\s(?:the\s)?(?:court(?:room|house)?|parliament|chamber|church|hall|ground)\s"
    r"|(?:(?:[01]?\d|2[0-3])[.:]?[0-5]\d)?\s?(?:(?:[ap]m|[ap]\.m\.)|(?:GMT|UTC|E[SD]?T|BST|IST))(?:\sE[SD]?T)?(?::|\s[-–—])?\s+(?=[A-Z])|(?:[01]?\d|2[0-3])[.:][0-5]\d:?\s+(?=[A-Z])|Today\s(?=(?:several|many|some|a\snumber|[a-z]+s)\s)"
    r"|[Tt]hen\s+(?=(?:an?|the|his|her|its|their)\s)|(?:(?:[Ee]arlier|[Ll]ater)\s)?(?:[Ll]ast|[Tt]his)\s(?:week|month|year)\s+(?=[A-Z])"
    rf"|[Oo]n\s(?:late\s|early\s)?{WEEKDAY}(?:\s(?:morning|afternoon|evening|night))?\s+(?=\w)|that\s+(?=(?:the|an?|his|her|its|their)\s)|{TIME}(?:,\s+|\s+(?=(?:the|an?|his|her|its|their)\s))"
    # "July 5 - | Kvik", "2009 - | Kvik", "NORLAND - | the mayor": entries of a list
    rf"|(?:{MONTH}\s(?:\d{{1,2}}(?:,?\s\d{{4}})?|\d{{4}})|\d{{1,2}}\s{MONTH}(?:\s\d{{4}})?"
    r"|(?:19|20)\d\d|[A-Z][A-Z ]{2,20})\s(?:--?|–)\s+(?=\w)"
    # "Reached by phone, | Berg", "Crucially, | he"
    r"|(?:Reached|Asked|Contacted|Approached|Pressed|Addressing|Briefing|Replying|Responding|Reacting)"
    r"\s[^,;:\"“”]{2,80},\s+(?=[A-Z]|(?:the|an?)\s)|Speaking,\s+(?=[A-Z]|(?:the|an?)\s)"
    r"|[A-Z][a-z]+ly,\s+(?=(?:he|she|they|it|we)\Z)"
    # "today | Kvik", "(1400 GMT) | a spokesman", "In it | Berg"
    r"|(?:later\s)?today\s+(?=[A-Z])|\((?![A-Z]{2,8}\))[^()\n]{1,40}\)\s+(?=\w)|In\s(?:it|this|them)\s+(?=[A-Z])"
)

_PREPOSITIONS = tuple(
    f"{word} "
    for small in "in at on over during after before since following despite until".split()
    for word in (small, small.capitalize())
)
_DETERMINER = r"(?:the|an?|his|her|its|their|this|that)\s"
# "In last year's budget | Berg": words without capitals, and a name that ends the source; but "at
# a port in Lund", "at least one yard", "over 30 Lunds".
_ADJUNCT_RE = lazy_re(
    rf"\w+\s(?!least\s|most\s)(?:{_DETERMINER})?(?!{_DETERMINER})"
    rf"(?:(?:[a-z]|\d{{4}}\s|{WEEKDAY}|{MONTH}\s\d)[\w’'-]*\s){{1,9}}?"
    r"(?<!\s(?:in|at|of|on|to|by|or)\s)(?<!\s(?:for|and)\s)(?<!\s(?:with|from|near)\s)(?<!\sbetween\s)"
    r"(?=(?:the\s)?[A-Z][\w.&’'-]*(?:\s[A-Z][\w.&’'-]*){0,5}\Z)"
)
# "Despite | his dislike of", "from | Berg's claim that": whose word it is stands behind it.
_OWNERS = (" his", " her", " its", " their", " my", " our", "'s", "’s", "s'", "s’")
_WHEN = (*_PREPOSITIONS, "by ", "from ", "for ", "with ", "last ", "this ", "early ", "late ")
_FACING = ("Addressing ", "Briefing ", "Receiving ", "Welcoming ")
_WHOM = ("who ", "whom ", "which ")
_SUBJECTS = ("he", "she", "it", "they", "we", "you", "many", "some", "police", "authorities")
_MOST_BEHIND, _MOST_NAMED = 3, 9
_TIMES = ("week", "month", "year", "day", "night", "morning", "evening")
_FINITE = frozenset(f"{AUXILIARY}|{DO}".split("|"))
_ARTICLES = ("the", "a", "an", "one", "his", "her", "its", "their")
_OWNED_RE = lazy_re(
    r"(?i:about|after|against|amid|at|before|by|despite|following|for|from|in|of|on|over|to|with)\s"
)


def behind_opening(text: str, start: int, end: int) -> int:
    """Where a source begins behind what opens its sentence; ``start`` if nothing does.

    >>> behind_opening("In a statement the company", 0, 26)
    15
    >>> behind_opening("In last year's budget Berg", 0, 26)
    22
    >>> behind_opening("at the Harbour Board", 0, 20), behind_opening("in a port of Lund", 0, 17)
    (0, 0)
    """
    # "Addressing | the protesters, Chairman Berg": they are none who say it
    if text.endswith(_FACING, 0, start) and (comma := text.find(", ", start, end)) > 0:
        start = comma + 2
    while (opening := _OPENING_RE.match(text, start, end)) is not None:
        start = opening.end()
    if text.startswith(("In ", "in "), start):
        message = _message_re().match(text, start, end)
        start = start if message is None else message.end()
    if text.startswith(_PREPOSITIONS, start):
        adjunct = _ADJUNCT_RE.match(text, start, end)
        start = start if adjunct is None else adjunct.end()
    if text.startswith(_WHOM, start) and _is_subject(text[start:end]):
        start = text.index(" ", start) + 1
    if text.endswith(_OWNERS, start, end) and (owned := _OWNED_RE.match(text, start, end)):
        start = owned.end()
    return start


def _is_subject(words: str) -> bool:
    """Whether words behind "who" are of who says something: "a man who | authorities say"."""
    behind = words.split()[1:]
    if not 0 < len(behind) <= _MOST_NAMED or f"{behind[0].lower()} " in _WHEN:
        return False  # "who on Tuesday"
    last = behind[-1]
    if len(behind) > _MOST_BEHIND:
        # "which | the Foundation for Trade and Innovation | says"
        is_named = behind[0] in (*_ARTICLES, "some", "many") and last[:1].isupper()
        return is_named and _FINITE.isdisjoint(behind)
    if behind[0] == "the" and last not in _TIMES:
        return True  # "which the state"
    if behind[0] in _ARTICLES and (is_person_noun(last) or last in label_words("source_nouns")):
        return True  # "which one analyst", "which the administration"
    return last[:1].isupper() or is_person_noun(last, "plural") or last in _SUBJECTS


@cache
def _message_re() -> re.Pattern[str]:
    """How it was said, without a comma: "In a statement | the company"."""
    return re.compile(
        r"[Ii]n\s(?:an?|his|her|its|their)\s(?:[a-z-]+\s){0,2}?"
        rf"(?:{message_words()}|interview|report)\s+(?=(?:the|an?|his|her|its|their)\s|[A-Z])"
    )
