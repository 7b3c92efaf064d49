"""Adverbials between who speaks and the verb, which are no part of who it is.

Marsh | in a statement said            the ministry | at a news conference on Monday said
Marsh, | his voice breaking, said      police | in March 2014 said

"Witnesses at the scene" and "a report in March" are who speaks, place and time and all.
"""

from __future__ import annotations

import re
from functools import cache

from diplotext.attribution.field.adverbial import WHEN, listed, occasion_words
from diplotext.attribution.field.occasion import event_names, message_words, platform_words
from diplotext.attribution.labels import label_words
from diplotext.attribution.source.person_part import is_person_name
from diplotext.body.sentence import word_set
from diplotext.lazy_pattern import holds, lazy_re
from diplotext.lexicon.day import MONTH_NAMES, weekdays
from diplotext.lexicon.person_name import given_names
from diplotext.lexicon.role_noun import role_nouns

__all__ = ["before_adverbials"]

# How it was said: ", visibly upset", ", her voice breaking", ", like many", ", among others".
_MANNER_RE = lazy_re(
    r"""
    ,\s+(?:
        (?:visibly|clearly|obviously|apparently|still)\s[a-z]+
      | (?:his|her|their)\s(?:voice|eye|hand|face|arm|tone|head)s?\s[^,]{2,40}
      | (?:un)?like\s(?:many|most|some|others?)\b[^,]{0,40}
      | (?:among|along\swith)\s(?:many\s)?others
      | (?:reached|contacted|interviewed|asked)\sby\s(?:tele)?phone\b[^,]{0,40}
    )\Z
    """,
    re.VERBOSE,
)
# "the ministry | on its website", "Marsh | through an interpreter", "Berg | from his cell"
_THROUGH_RE = lazy_re(
    r"""
    ,?\s(?:
        (?:on|via)\s(?:its|his|her|their)\s(?:[\w’'-]+\s){0,2}
        (?:web\s?site|page|account|blog|channel|feed)
      | (?:through|via)\s(?:an?|its|his|her|their)\s(?:[\w-]+\s)?
        (?:lawyer|attorney|solicitor|spokes\w+|publicist|agent|interpreter|translator)s?
      | (?:by|via|over)\s(?:the\s)?(?:tele)?phone(?:\sfrom\s(?:the\s)?[A-Z][^,;:]{2,40})?
      | (?:by|via)\s(?:e-?mail|text\smessage|video\slink)
      | via\s(?:Zoom|Skype|WhatsApp|Telegram|Signal|FaceTime|Messenger|Teams)
      | from\s(?:his|her|their)\s(?:[\w-]+\s)?(?:cell|bed|bedside|home|office|car|hideout)
    )\Z
    """,
    re.VERBOSE,
)
_THROUGH = (" on ", " via ", " through ", " from ", " by ", " over ")  # a cheap look
_IN_PLACE_RE = lazy_re(r"(?P<name>[^,;:()]+?)\sin\s[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,2}\Z")
_ENDS = word_set(
    """
    ago later earlier day night week weekend month year decade morning afternoon evening spring
    summer autumn winter days weeks months years decades
    """
)
_KNOWN = frozenset(("the", "his", "her", "its", "their"))
# Where one sits or stands: "the leader in Congress", "the majority on the Supreme Court".
_BODY_RE = lazy_re(
    r"in\s(?:congress|parliament|the\s(?:race|campaign))|on\s.*(?:court|campaign|stage)",
    re.IGNORECASE,
)
_ALL = word_set("those all many most some others everyone everybody anyone nobody no-one")
_REACHED = (" reached", " contacted", " interviewed", " questioned", " surveyed", " polled")
_PRONOUNS = frozenset(("he", "she", "they", "it", "we", "I", "who"))
_SO_LONG_RE = lazy_re(r"\s(?:ago|later|earlier)\b")  # "Marsh two days | later said"
_CLAUSE_RE = lazy_re(
    r",|\b(?:[a-z]{2,}(?:ed|ing)|made|held|sent|written|taken|given|who|which|that)\s"
)


@cache
def _closing_re() -> re.Pattern[str]:
    """The adverbials that a source ends with; of an occasion the preposition and what follows."""
    return re.compile(
        rf"""
        (?:,?\s+(?i:{WHEN}
          | (?:{listed("opening_phrases")})
          | (?P<preposition>in|at|on|during|before|after|following|through|via|by)\s
            (?P<occasion>{occasion_words()})
        )){{1,3}}\Z
        """,
        re.VERBOSE,
    )


@cache
def _message_re() -> re.Pattern[str]:
    """What anybody may say it in, be they many: "in a joint statement", "via Twitter"."""
    return re.compile(
        rf"(?i:(?:[\w’'-]+\s){{0,3}}?(?:{message_words()}|{platform_words()}|court|(?:news|press)\sconference))"
    )


@cache
def _last_words() -> frozenset[str]:
    """The last words of adverbials: a cheap look."""
    lists = ("occasion_heads", "opening_phrases")
    phrases = (*event_names(), *(phrase for name in lists for phrase in label_words(name)))
    nouns = {phrase.split()[-1].lower() for phrase in phrases}
    named = (name.lower() for name in (*MONTH_NAMES, *weekdays("en")))
    return frozenset((*_ENDS, *named, *nouns, *(f"{noun}s" for noun in nouns)))


def before_adverbials(text: str, start: int, end: int) -> int:
    """Where a source ends before the adverbials that part it from its verb.

    >>> before_adverbials("Marsh in a statement on Monday said", 0, 30)
    5
    >>> before_adverbials("Witnesses at the scene said", 0, 22)
    22
    """
    comma = text.rfind(",", start + 1, end)
    if comma >= 0 and _MANNER_RE.match(text, comma, end) is not None:
        return comma
    if holds(text, start, end, _THROUGH):
        through = _THROUGH_RE.search(text, start + 1, end)
        is_told = through is not None and text.endswith(_REACHED, start, through.start())
        is_one = text.startswith(("A ", "a ", "An ", "an "), start)
        if through is not None and not is_told and not is_one:
            return through.start()
    if text.find(" in ", start, end) > 0:
        placed = _IN_PLACE_RE.match(text, start, end)
        if placed is not None and _is_name(placed["name"]):
            return placed.end("name")  # "Ana Marsh | in Lima", but "Officials in Lima"
    full = end
    if text[end - 1] == "s" and (so_long := _SO_LONG_RE.match(text, end)) is not None:
        full = so_long.end()
    last = text[start:full].rpartition(" ")[2].lower()
    if last not in _last_words() and not last.isdigit():
        return end
    found = _closing_re().search(text, start + 1, full)
    if found is None:
        return end
    head = text[start : found.start()]
    if text[found.start()] == "," and "," in head and ", who " not in head:
        return found.start()  # "Ana Marsh, head of the port, on Tuesday said"
    return found.start() if _tells_how(head, found["preposition"], found["occasion"]) else end


def _is_name(words: str) -> bool:
    """Whether words are a person's full name: no "Nobody in Lima", no "Museum of Art in Lima"."""
    first, *rest = words.split() or [""]
    return bool(rest) and first in given_names() and is_person_name(words)


def _tells_how(head: str, preposition: str | None, occasion: str | None) -> bool:
    """Whether adverbials behind the head of a source are the verb's.

    Not so where they tell one speaker from others ("lawyers at the hearing", "a study in March") or
    belong to a clause about who it is (", who resigned last year").
    """
    if _CLAUSE_RE.search(head) is not None:
        return False
    words = head.split() or [" "]
    lower = [word.lower() for word in words]
    media = label_words("media_words")
    nouns = [role_nouns().get(word) for word in lower if word not in media]
    if any(noun is not None and noun.kind == "document" for noun in nouns):
        return False
    last = role_nouns().get(lower[-1])
    if lower[0] in _ALL:
        return False  # "those at the scene"
    is_named = (words[-1][0].isupper() or words[-1][-1] == ")") and last is None
    is_known = words[0].lower() in _KNOWN and last is not None and last.number == "singular"
    if is_named or is_known or words[-1] in _PRONOUNS:
        return _BODY_RE.fullmatch(f"{preposition} {occasion}") is None
    return last is not None and (
        preposition is None or _message_re().fullmatch(occasion or "") is not None
    )
