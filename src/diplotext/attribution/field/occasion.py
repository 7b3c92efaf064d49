"""The occasion of a saying, and whom it was said to, from the words beside the cue.

"at a press conference following talks with ...", "in a statement", "during a visit to ...", "on
Twitter"; "told reporters", "told the Harbour News". An occasion is a preposition and an event, a
document or a platform of the lexicon (``occasions_en.json``), with what depends on it up to the
next comma, clause or day. Not handled: occasions named by a bare title ("at Davos") or told in a
clause ("as she left the court").
"""

from __future__ import annotations

import re
from functools import cache

from attrs import field, frozen

from diplotext.attribution.build import Span
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.data import read_table
from diplotext.lexicon.day import WEEKDAY

__all__ = [
    "audience_words",
    "event_names",
    "event_words",
    "find_addressee",
    "find_occasion",
    "find_told_event",
    "message_words",
    "occasion_stems",
    "platform_words",
]

_PREPOSITION = (
    r"\b(?i:at|in|during|after|following|before|on|via|ahead\s+of|as\s+part\s+of"
    r"|(?:shortly|soon|just|immediately)\s+(?:after|before)"
    r"|on\s+the\s+(?:sidelines|margins|eve|occasion)\s+of)"
)
# Determiners, adjectives and names before the noun: "a rare late-night televised".
_BEFORE_NOUN = (
    r"(?:(?!(?:that|and|but|or|as|when|while|who|which|said|told|at|in|on|during|after|before"
    r"|following|to|for|from|by|with|[a-z]+day|yesterday|today)\b)[\w&.$%’'/-]+\s+){0,6}?"
)
# Where what depends on the noun ends: a mark, a clause, a day.
# What a clause begins with: "said in a statement | the pope was well".
_CLAUSE = (
    r"\s(?:the|an?|he|she|it|they|we|there|his|her|its|their|our|this|that|these|no|all|some)\s"
)
_END = rf"""
      [,;:!?()"“”„«»](?!\d)
    | (?<!\b[A-Z])\.(?!\d)
    | \s[-–—]
    | \s(?:is|are|was|were|be|has|have|had|will|would|can|could|may|might|not)\b
    | \s(?!following|including|concerning|regarding|during)\w{{2,}}ing\b(?!\s+(?:of|with|on)\b)
    | \s(?:that|who|which|where|when|while|as|and|but|because|if|so|saying|adding|calling|warning
        |titled|called|entitled|headlined)\b
    | \s(?:(?:earlier|late|early|later)\s+)?(?:on\s+)?(?:late\s+|early\s+|last\s+)?
        (?:{WEEKDAY}|yesterday|today|tonight)\b
    | \s(?:(?:on|in)\s+)?(?:Jan|Feb|March|April|June|July|Aug|Sept|Oct|Nov|Dec)\w*\.?\s\d
    """
_TOLD = (
    r"(?:told|tells?|telling|informed|informing|assured|assures|reminded|briefed|briefing|asked|asks"
    r"|wrote\s+to|said\s+to|says\s+to|urged|urges|warned|warns|advised)\s+(?=\S)"
)
_NO_ADDRESSEE = frozenset(("The", "That", "It", "He", "She", "They", "We", "I", "This", "There"))
_NO_TURN = r"(?!(?:while|when|as|after|before|during|in|on|at|that|but)\b)"
# "the Council on Foreign Relations", "the Center for Harbour Studies"
_BODY_ON = (
    r"(?:(?<=Council\s)|(?<=Committee\s)|(?<=Commission\s)|(?<=Center\s)|(?<=Centre\s)"
    r"|(?<=Institute\s)|(?<=Institution\s))(?:on|for)(?=\s(?:the\s)?[A-Z])"
)
# "asked in the last call about": what the preposition governs begins what was said.
_DANGLING_RE = lazy_re(r"\s(?:about|as|at|by|for|from|in|of|on|over|to|with)\Z")
_FILED_RE = lazy_re(
    r"\s(?:dated|filed|published|posted|released|issued|made|given|held|aired|broadcast)\Z",
    re.IGNORECASE,
)
_WORD_RE = lazy_re(r"[A-Za-z]+")
_STEM = 4  # letters that a cheap look at the words compares


@frozen(eq=False)
class _Patterns:
    """What is made of the lexicon: the patterns, and the beginnings of its words."""

    occasion: re.Pattern[str] = field(repr=False)
    event: re.Pattern[str] = field(repr=False)
    addressee: re.Pattern[str] = field(repr=False)
    told: re.Pattern[str] = field(repr=False)
    end: re.Pattern[str] = field(repr=False)
    clause: re.Pattern[str] = field(repr=False)
    stems: frozenset[str] = field(repr=False)


def _alternatives(phrases: list[str]) -> str:
    """One alternative a phrase, longest first, with its regular plural."""
    forms = []
    for phrase in sorted(phrases, key=len, reverse=True):
        form = re.escape(phrase).replace(r"\ ", r"[\s-]+")
        forms.append(form[:-1] + "(?:y|ies)" if form.endswith("y") else form + "(?:e?s)?")
    return "|".join(forms)


@cache
def message_words() -> str:
    """What one says or sends of one's own, as alternatives of a pattern: "letter", "op-eds".

    Reports and articles, which say something themselves, are none.
    """
    return _alternatives(read_table("occasions_en")["messages"])


@cache
def audience_words() -> str:
    """Whom one says something to, as alternatives of a pattern: "reporters", "parliament"."""
    return _alternatives(read_table("occasions_en")["audiences"])


@cache
def platform_words() -> str:
    """On what one publishes, as alternatives of a pattern: "Facebook", "state television"."""
    return "|".join(map(re.escape, read_table("occasions_en")["platforms"]))


def event_names() -> list[str]:
    """Where one says it and in what: "news conference", "tweet", "Facebook"."""
    table = read_table("occasions_en")
    return [*table["events"], *table["messages"], *table["platforms"]]


@cache
def event_words() -> str:
    """The same as alternatives of a pattern, with their plurals."""
    return _alternatives(event_names())


def _patterns_for(text: str, start: int, end: int) -> _Patterns:
    """The patterns; for a text all in capitals those that see no difference."""
    return _patterns(shouted=text[start:end].isupper())


@cache
def _patterns(*, shouted: bool = False) -> _Patterns:
    flags = re.IGNORECASE if shouted else re.NOFLAG
    table = read_table("occasions_en")
    events, platforms, audiences = (table[key] for key in ("events", "platforms", "audiences"))
    platform = (
        rf"\b(?i:on|via|over)\s+(?:(?:his|her|its|their|the|a)\s+(?:\w+['’]s\s+|\w+\s+)?)?(?:{_alternatives(platforms)})"
        r"(?:\s+(?:account|page|feed|channel|post|site|program|show))?\b(?![’'-]\w)"
        r"(?!\s+(?:ad|advert|spot|audien|personal|rating|network|seri|interview|commercial|star))"
        r"|\b(?i:by)\s+(?:(?:tele)?phone|e-?mail|text(?:\s+message)?|letter|video\s+link)\b"
    )
    event = rf"{_PREPOSITION}\s+(?!\w+ing\s){_BEFORE_NOUN}(?:{_alternatives(events)})\b(?![’'-]\w)"
    name = r"(?:(?:The\s)?(?!\w+day\b|The\b)[A-Z][\w&’'-]*(?:\.[A-Z])*\.?|@\w+)"
    if shouted:
        name = r"(?!)"  # nothing tells a name from the words behind it
    joined = (
        rf"{name}|of(?=\s(?:the\s)?[A-Z])|the(?=\s[A-Z])|and(?=\s[A-Z])|{_BODY_ON}"
        r"|news|agency|(?:news)?paper|television|TV|radio|daily|magazine|program(?:me)?|show|channel"
        rf"|station|website|event|{_alternatives(audiences)}|\d{{1,3}}(?=\s[A-Z])"
    )
    addressee = (
        r"(?:(?:the|an?|his|her|their|its|our|some|several|many|about|local|foreign|visiting|state-run"
        r"|a\s+group\s+of|members\s+of|more\s+than)\s+)*"
        rf"(?:{name}(?:\s+(?:{joined})\b)*|(?:\w+['’]s\s+|{_NO_TURN}\w+\s){{0,2}}(?:{_alternatives(audiences)})\b(?:\s{name})*)"
        r"|(?:him|her|them|me|us)\b"
    )
    words = [word for phrase in [*events, *platforms] for word in _WORD_RE.findall(phrase)]
    stems = frozenset(word.lower()[:_STEM] for word in [*words, "phone", "telephone", "mail"])
    told = rf"(?:an?|the|his|her|their|its)\s+{_BEFORE_NOUN}(?:{_alternatives(events)})"
    return _Patterns(
        re.compile(f"{event}|{platform}", flags),
        re.compile(told, flags),
        re.compile(addressee, flags),
        re.compile(_TOLD, flags),
        re.compile(_END, flags | re.VERBOSE),
        re.compile(_CLAUSE, flags),
        stems,
    )


def occasion_stems() -> frozenset[str]:
    """The first four letters of the words of occasions: where none stands, there is none.

    >>> "stat" in occasion_stems(), "oslo" in occasion_stems()
    (True, False)
    """
    return _patterns().stems


def find_occasion(text: str, start: int, end: int) -> Span | None:
    """The occasion named first in ``text[start:end]``, with what depends on it.

    >>> line = "she said on Friday at a news conference after talks with Ruiz, her host."
    >>> find_occasion(line, 8, len(line))
    (19, 61)
    >>> find_occasion("she said at noon in Oslo.", 8, 25) is None
    True
    """
    match = _patterns_for(text, start, end).occasion.search(text, start, end)
    if match is None:
        return None
    return _with_dependents(text, match.start(), match.end(), end)


def _with_dependents(text: str, start: int, last: int, end: int) -> Span:
    patterns = _patterns_for(text, start, end)
    if patterns.clause.match(text, last, end):
        return start, last
    stop = patterns.end.search(text, last, end)
    occasion = text[start : stop.start() if stop else end].rstrip()
    # "in court papers filed | on Monday"
    for cut in (_FILED_RE, _DANGLING_RE):
        found = cut.search(occasion, last - start)
        occasion = occasion[: found.start()] if found else occasion
    return start, start + len(occasion)


def find_told_event(text: str, addressee: Span, end: int) -> Span | None:
    """The occasion that an addressee is: "told a news conference in Oslo", with what depends.

    >>> find_told_event("told a news conference in Oslo.", (5, 22), 31)
    (5, 30)
    >>> find_told_event("told a reporter in Oslo.", (5, 15), 24) is None
    True
    """
    if not _patterns_for(text, *addressee).event.fullmatch(text, *addressee):
        return None
    return _with_dependents(text, *addressee, end)


def find_addressee(text: str, start: int, end: int) -> Span | None:
    """Whom the words of ``text[start:end]`` were said to, the cue standing at the start.

    >>> find_addressee("told foreign reporters in Oslo", 0, 30)
    (5, 22)
    >>> find_addressee("told that he left", 0, 17) is None
    True
    """
    patterns = _patterns_for(text, start, end)
    told = patterns.told.match(text, start, end)
    if told is None:
        return None
    match = patterns.addressee.match(text, told.end(), end)
    if match is None or match[0].capitalize() in _NO_ADDRESSEE:
        return None
    start, stop = match.span()
    if text[stop - 1] == "." and "." not in text[start : stop - 1]:
        stop -= 1  # "told the AP." ends a sentence; "told Gov. Ruiz" does not end here
    return start, stop
