"""Names of which a part is used: "Arenas", of Oscar Arenas Sanchez.

In Spanish the father's name stands before the mother's; a Malay has a given name and the father's,
so that Abu Kassim Omar is "Abu Kassim" after.
"""

from __future__ import annotations

import re

from diplotext.speaker.name.mention import Name
from diplotext.speaker.name.table import ORG_WORDS, words
from diplotext.speaker.name.vocabulary import vocabulary

__all__ = ["is_full", "is_kin", "speaks", "spouse_before"]

SPEAKS_RE = re.compile(
    r"[’']?s?\s+(?:(?:also|later|today|yesterday|(?:on\s)?[A-Z][a-z]+day)\s+)?"
    r"(?:[a-z]+ed|said|told|is|was|has|had|did|will|would|went|says|adds|asserts|believes|claims|insists"
    r"|argues|notes|thinks|wants|hopes|tells|reports|denies|affirms|maintains|explains|states)\b"
)
# Last words of what people give their names to: "the Rachel Holm Show".
WORKS = words("show act plan bill award prize stadium street airport library road")
# "Lars Lund and his wife Inge"
SPOUSE_RE = re.compile(
    r"(?:\b(?:his|her)|\w[’']s?)\s(?:\w+\s)?(?:(wife|widow)|husband|widower),?\s\Z", re.IGNORECASE
)
KIN_RE = re.compile(
    r"(?:\b(?:his|her|their)|\w[’']s?)\s(?:\w+\s)?(?:wife|husband|son|daughter|brother|sister|mother"
    r"|father|stepson|stepdaughter|partner),?\s\Z",
    re.IGNORECASE,
)
SPOUSES = 30  # how far before a name that is looked for, in characters
# The most words of a person's name that goes on after a shorter one.
LONGEST = 4


def speaks(text: str, name: Name) -> bool:
    """Whether a verb of a speaker follows: "Arenas said", but not "Long lines formed".

    >>> from diplotext.speaker.name.join import find_names
    >>> for text in ("Arenas said so.", "Long lines formed."):
    ...     print(speaks(text, find_names(text, [(0, len(text))], [])[0]))
    True
    False
    """
    return SPEAKS_RE.match(text, name.end) is not None


def is_full(text: str, name: Name) -> bool:
    """Whether a name is one to its end: "Abu Kassim Omar, a farmer", not a headline's run.

    "Abu Kassim Meets Rivals" goes on with what is no name, as does "the Abu Kassim Street".
    """
    last, known = name.keys[-1], vocabulary()
    if len(name.keys) > LONGEST or last in ORG_WORDS or last in WORKS:
        return False
    if last in known.places or last in known.regions:
        return False
    return text[name.end : name.end + 2].strip()[:1] in (",", "(", ".", "") or speaks(text, name)


def is_kin(text: str, start: int) -> bool:
    """Whether a word of kin stands before a given name: "his son Inge".

    >>> is_kin("by his son Inge", 11), is_kin("by his lawyer Inge", 14)
    (True, False)
    """
    return KIN_RE.search(text, max(0, start - SPOUSES), start) is not None


def spouse_before(text: str, start: int) -> bool | None:
    """Whether the name that begins at ``start`` is a wife's, a husband's (False), or neither's.

    >>> spouse_before("Lars Lund and his wife Inge", 23), spouse_before("Lund and Inge", 9)
    (True, None)
    >>> spouse_before("Mr Lund's widow, Inge", 17)
    True
    """
    if text[start - 2 : start - 1] not in ("e", "d", "w", "r", ","):
        return None  # nearly all: a cheap look
    spouse = SPOUSE_RE.search(text[max(0, start - SPOUSES) : start])
    return None if spouse is None else spouse[1] is not None
