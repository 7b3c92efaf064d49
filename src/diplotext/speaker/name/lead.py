"""Titles before a name in a run of capitals, and given names: how many words are of which.

lead = title+                "Finance Minister", "House Republican", "New Zealander"
"""

from __future__ import annotations

from collections.abc import Sequence

from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.table import ORG_WORDS, PARTIES, SUFFIXES, listed, words
from diplotext.speaker.name.vocabulary import vocabulary

__all__ = [
    "FIRM_ENDS",
    "PREFIXES",
    "REGIONAL",
    "SURNAMES",
    "gender_of",
    "is_given",
    "is_title",
    "is_title_at",
    "split_lead",
]

PARTY_NOUNS = words("democrat republican tory liberal")
PARENTS = words("mum mom mother dad father gran grandmother grandfather grandad")
# Before a title: "then-Premier", "ex-President".
PREFIXES = listed("title_prefixes")
# Titles of two words, of which the last is none alone: "Tan Sri", "Datuk Seri", "Special Agent".
TITLE_PAIRS = {
    "sri": words("tan dato datuk datin puan"),
    "seri": words("tan dato datuk datin puan"),
    "agent": words("special"),
}
# A name that ends so is a firm's, whatever it begins with.
FIRM_ENDS = listed("firm_ends")
# Last words of bodies that are family names too: "Denise Church", "George Bush".
SURNAMES = listed("surname_ends")
# People of a town, a state or a continent: "the Londoner", "the Texan".
REGIONAL = listed("regional_people")
BODY_ENDS = ORG_WORDS - SURNAMES
SON_OF = words("bin bint ibn")
# What streets are named after.
CROWNS = words("king queen prince princess regent")
STREETS = words("street road avenue square park bridge station")
_MOST_LETTERS = 5  # of a body that goes by its letters


def is_given(key: str) -> bool:
    """Whether a key is a known given name, or a double one.

    >>> is_given("sergey"), is_given("jean-claude"), is_given("thursday")
    (True, True, False)
    """
    given = vocabulary().given
    return key in given or ("-" in key and key.split("-", 1)[0] in given)


def gender_of(lead: Sequence[str], keys: Sequence[str]) -> bool | None:
    """True for female, False for male, None where neither title nor given name tells.

    >>> gender_of(["Mrs."], ["okafor"]), gender_of([], ["sergey", "lavrov"])
    (True, False)
    """
    known = vocabulary()
    for word in lead:
        key = key_of(word)
        if key in known.female_roles:
            return True
        if key in known.male_roles:
            return False
    if len(keys) > 2 and keys[1] == "thi":
        return True  # "Nguyen Thi Hoa"
    if lead and len(keys) == 1:
        return None  # "Dr. Kelly" may be Brian Kelly
    for key in keys[:1] if len(keys) == 1 else keys[:-1]:
        given = key if key in known.given else key.split("-", 1)[0]
        if given in known.female:
            return True
        if given in known.male:
            return False
    return None


def is_title(key: str) -> bool:
    """Whether a key can end a title before a name, prefixes and all.

    >>> is_title("minister"), is_title("then-premier"), is_title("major-general")
    (True, True, True)
    >>> is_title("non-minister"), is_title("okafor")
    (False, False)
    """
    titles = vocabulary().titles
    if key in titles:
        return True
    if "-" not in key:
        return False
    first, of, _ = key.partition("-of-")
    if of and first in PARENTS:
        return True  # "Mum-of-three Ruth Okafor"
    first, _, last = key.rpartition("-")
    return last in titles and (first in PREFIXES or first in titles)


def is_title_at(keys: Sequence[str], i: int) -> bool:
    """Whether a word of a run ends a title: "Tan Sri", though "Sri" alone does not."""
    return is_title(keys[i]) or (i > 0 and keys[i - 1] in TITLE_PAIRS.get(keys[i], ()))


def split_lead(keys: Sequence[str], printed: Sequence[str] = ()) -> int:
    """How many of a run's words are titles before a name; ``printed`` tells initials from "Ms.".

    >>> split_lead(["russian", "foreign", "minister", "sergey", "lavrov"])
    3
    >>> split_lead(["ms", "roe"]), split_lead(["ms", "roe"], ["M.S.", "Roe"])
    (1, 0)
    >>> split_lead(["ms", "rao"], ["MS", "Rao"]), split_lead(["ms", "rao"], ["MS", "RAO"])
    (0, 1)
    >>> split_lead(["supreme", "court"]), split_lead(["dr", "sultan", "bin", "ahmed"])
    (0, 1)
    """
    known = vocabulary()
    last = len(keys) - 1
    at = 0
    if " ".join(keys) in known.companies:
        return 0  # "General Mills"
    for i in range(last):
        if is_title_at(keys, i) and not (printed and _are_initials(printed, i)):
            at = i + 1
        elif i + 1 < last and keys[i] in PARTIES and is_given(keys[i + 1]):
            # "House Republican Thomas Vane"
            at = i + 1
    if at and keys[at] in SON_OF:
        at -= 1  # "Sultan bin Ahmed"
    if at == last and keys[-1] in STREETS and keys[at - 1] in CROWNS:
        return 0  # "King Street"
    if at and (keys[at] in SUFFIXES or keys[-1] in FIRM_ENDS - {"company"}):
        return 0  # "Emperor Mines Ltd"
    if at and keys[-1] in BODY_ENDS and not is_given(keys[at]):
        return 0  # "Justice Department", "General Accounting Office"; not "Chief Joe Chambers"
    while at < last and (
        keys[at] in known.nationalities or keys[at] in PARTIES or keys[at] in REGIONAL
    ):
        if at + 1 == last and at and is_given(keys[at]):
            # "Trade Minister German Gref"
            break
        at += 1
    # "Russian Sergey Lavrov", but "Democratic National Convention".
    if not at and last > 2 and is_given(keys[2]) and is_pair_of_people(keys):
        return 2  # "Lib Dem Norman Lund", "New Yorker Norman Lund"
    is_body = at == last and _is_of_letters(printed)  # "German | ECB", of whose banker it is told
    titled = at and (is_title_at(keys, at - 1) or is_given(keys[at]) or is_body)
    if not titled and last > 1 and keys[0] in PARTY_NOUNS and keys[-1] not in ORG_WORDS:
        # "Democrat Zephyr Lund"
        return 1
    return at if titled else 0


def _is_of_letters(printed: Sequence[str]) -> bool:
    """Whether words with one capital stand before a body's letters: "German ECB"."""
    letters = printed[-1] if printed else ""
    is_body = letters.isalpha() and letters.isupper() and 2 < len(letters) <= _MOST_LETTERS
    return is_body and not any(word.isupper() for word in printed[:-1])


def _are_initials(printed: Sequence[str], at: int) -> bool:
    """Whether a word of a run is initials, not "Ms": "M.S. Rao", "MS Rao", but not "MS RAO"."""
    if printed[at] == "M.S.":
        return True
    return printed[at] == "MS" and not printed[-1].isupper()


def is_pair_of_people(keys: Sequence[str]) -> bool:
    """Whether two words tell of what land or party somebody is: "New Zealander", "Lib Dem"."""
    pair = " ".join(keys[:2])
    return pair in ("lib dem", "new yorker") or pair in vocabulary().nationalities
