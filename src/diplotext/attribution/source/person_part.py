"""What stands in commas beside a name and tells who that is, in words.

43        of Dover        Ohio        who heads the union        whose son was hurt
head of the board         a farmer from Lima        prosecuting        for the prosecution
"""

from __future__ import annotations

import re

from diplotext.attribution.auxiliary import AUXILIARY
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.place import places
from diplotext.lexicon.region import find_region_entries
from diplotext.lexicon.role_noun import is_person_noun

__all__ = ["are_one", "is_office", "is_part_of_person", "is_person_name"]

_PARTICLES = r"(?:de|la|le|del|di|du|da|dos|das|van|von|der|den|ter|ten|bin|bint|ibn|al|el|y)"
_CAPITAL = r"[^\W\d_a-z][\w.’'-]*"
_NAME_RE = lazy_re(
    r"(?:(?:Dr|Mr|Mrs|Ms|Prof|Gen|Sen|Rep|Col|Lt|Sgt|Capt|Rev)\.?\s)?"
    rf"{_CAPITAL}(?:\s(?:{_CAPITAL}|{_PARTICLES}(?=\s)|(?:al|el|ul)-{_CAPITAL})){{0,5}}"
)
# "43", "(D-Ohio)", "who heads the union"
_AGE_RE = lazy_re(r"\d{1,3}(?=,|\Z)|[JS]r\.?(?=,)|\([A-Z][\w.]*(?:-[\w.]+)?\)\Z|(?:who|whose)\s")
# "head of the board", "now president of Kvik", "a farmer"
_ROLE_RE = lazy_re(
    r"(?!(?:through|by|via|in|on|with|at|after|before|as|like)\s)(?:(?:now|then|also|formerly|the|an?|his|her|its|their|[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,2}[’']s?)\s)?"
    r"(?P<noun>(?:[\w’'-]+\s){0,4}?[a-z-]+)(?:,?\s(?:of|for|at|in|to|from|with|who|on)\s.*|,.*)?",
    re.DOTALL,
)
# "head" alone is as soon a part of the body.
_HEAD_RE = lazy_re(
    r"(?:(?:now|then|the|acting|deputy|former)\s)*(?:head|chair|boss)\s(?:of|at)\s.+"
)
# "of Dover", "from the Port of Lund"; "prosecuting", "representing the union"
_HOME_RE = lazy_re(rf"(?:of|from)\s(?:the\s)?{_CAPITAL}(?:\s(?:{_CAPITAL}|of|and)){{0,4}}")
_SIDE_RE = lazy_re(
    r"(?:prosecuting|defending|mitigating|presiding)|(?:prosecuting|defending|representing|acting\sfor|appearing\sfor)\s.{2,60}"
    r"|for\s(?:the\s)?(?:prosecution|defen[cs]e|state|crown|commonwealth|plaintiffs?|family|families|council)"
)
_FINITE_RE = lazy_re(rf"\s(?:{AUXILIARY})\s")  # "the secretary | was | told": a clause
_RELATIVE_RE = lazy_re(r"\s(?:who|which|that|whose)\s")
_LETTERS = 6


def is_person_name(words: str) -> bool:
    """Whether words are somebody's name, no place's.

    >>> is_person_name("Ana de la Ruiz"), is_person_name("Lima"), is_person_name("the mayor")
    (True, False, False)
    """
    is_letters = len(words) <= _LETTERS and words.isupper()  # "PDVSA"
    return not is_letters and _NAME_RE.fullmatch(words) is not None and words not in places()


def is_office(words: str) -> bool:
    """Whether words are what one person is.

    >>> is_office("head of the board"), is_office("a farmer"), is_office("a wet day")
    (True, True, False)
    """
    if _HEAD_RE.fullmatch(words) is not None:
        return True
    is_clause = _FINITE_RE.search(_RELATIVE_RE.split(words, maxsplit=1)[0]) is not None
    noun = None if is_clause else _ROLE_RE.fullmatch(words)
    if noun is None:
        return False
    last = noun["noun"].split()[-1]
    # "vice-president", "co-founder": by what stands behind the hyphen.
    return any(is_person_noun(word, "singular") for word in {last, last.rpartition("-")[2]})


def are_one(name: str, role: str) -> bool:
    """Whether the one is somebody's name, and the other an age or what that somebody is.

    >>> are_one("Ana Ruiz", "43, a farmer"), are_one("Ana Ruiz", "a wet day")
    (True, False)
    """
    return is_person_name(name) and (_AGE_RE.match(role) is not None or is_office(role))


def is_part_of_person(words: str) -> bool:
    """Whether words between commas behind a name are of who it is.

    >>> [is_part_of_person(words) for words in ("of Dover", "Ohio", "prosecuting", "speaking")]
    [True, True, True, False]
    """
    if _AGE_RE.match(words) or _HOME_RE.fullmatch(words) or _SIDE_RE.fullmatch(words):
        return True
    return bool(find_region_entries(words)) or is_office(words)
