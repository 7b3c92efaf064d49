"""What a run of capitalised words is: titles, then the name of a person, a body, a place."""

from __future__ import annotations

from collections.abc import Sequence

from diplotext.lexicon import agencies
from diplotext.lexicon.person_name import ARABIC_PARTICLES
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.named_as_body import is_branch, is_named_as_body
from diplotext.speaker.name.table import ORG_WORDS, PARTIES, SUFFIXES, listed, words
from diplotext.speaker.name.vocabulary import vocabulary

__all__ = [
    "FIRM_ENDS",
    "PREFIXES",
    "THING_LETTERS",
    "gender_of",
    "is_given",
    "is_title",
    "kind_of",
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
# First words of bodies: "United Mine Workers", "U.N. Women".
BODY_OPENERS = words("united national american international federal central royal world")
AGAINST = words("without against")  # "Doctors Without Borders"
BLOCS = words("us un uk eu")
DOCUMENT_WORDS = listed("document_ends")
# Last words of bodies that are family names too: "Denise Church", "George Bush".
SURNAMES = listed("surname_ends")
BODY_ENDS = ORG_WORDS - SURNAMES
# Letters that are short for a thing: "GDP", "DVD".
THING_LETTERS = listed("thing_letters")
# Peoples that are family names too.
PEOPLE_NAMES = words("french english irish welsh german finn dane swede scot turk")
# What is named after people: "Johnny Holm Theater" is nobody; "Anna Maria Hall" may be.
NAMED_AFTER = listed("named_after")
# People of a town, a state or a continent: "the Londoner", "the Texan".
REGIONAL = listed("regional_people")
# Bodies of several: "the Norland and Sorland Governments".
BODIES = words("governments ministries councils unions authorities parliaments legislatures")
SON_OF = words("bin bint ibn")
# Initials are shorter than this, in letters.
INITIALS = 6
# What streets are named after.
CROWNS = words("king queen prince princess regent")
STREETS = words("street road avenue square park bridge station")
# What has a given name and is nobody: "Hurricane Ana".
STORMS = words("cyclone hurricane typhoon")
# Last words of places on the map.
MAP_WORDS = listed("map_ends")


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
    >>> split_lead(["supreme", "court"]), split_lead(["dr", "sultan", "bin", "ahmed"])
    (0, 1)
    """
    known = vocabulary()
    last = len(keys) - 1
    at = 0
    if " ".join(keys) in known.companies:
        return 0  # "General Mills"
    for i in range(last):
        if is_title_at(keys, i) and not (printed and printed[i] == "M.S."):
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
    titled = at and (is_title_at(keys, at - 1) or is_given(keys[at]))
    if not titled and last > 1 and keys[0] in PARTY_NOUNS and keys[-1] not in ORG_WORDS:
        # "Democrat Zephyr Lund"
        return 1
    return at if titled else 0


def is_pair_of_people(keys: Sequence[str]) -> bool:
    """Whether two words tell of what land or party somebody is: "New Zealander", "Lib Dem"."""
    pair = " ".join(keys[:2])
    return pair in ("lib dem", "new yorker") or pair in vocabulary().nationalities


def kind_of(keys: Sequence[str], lead: int, printed: str) -> str:
    """What a name of these words is of, from the words alone; ``printed`` is the last of them.

    >>> kind_of(["finance", "minister", "okafor"], 2, "Okafor")
    'person'
    >>> kind_of(["supreme", "court"], 0, "Court"), kind_of(["u", "okafor"], 0, "Okafor")
    ('organization', 'unknown')
    """
    own = keys[lead:]
    if lead and any(is_title_at(keys, i) or keys[i] in PARTIES for i in range(lead)):
        return "person"
    known = _known_kind(own, printed)
    if known is not None:
        return known
    if len(own) == 1:
        return single_kind(own[0], printed)
    return _kind_by_edges(own, printed) or _kind_by_given(own)


def _known_kind(own: Sequence[str], printed: str) -> str | None:
    """What a name is of that the lexicon knows whole, or a people's; None for the others."""
    known = vocabulary()
    whole = " ".join(own)
    if whole in known.places:
        return "place"
    if whole in known.bodies:
        return "organization"
    if whole in known.nationalities or whole.removesuffix("s") in REGIONAL:
        return "adjective"  # "South African", "Londoner"
    if len(own) > 1 and own[-1] in BLOCS and printed.isupper():
        return "organization"  # "Cancer Relief UK"
    if is_people(own[-1]) and not (is_named_as_people(own) or is_nisba(own, printed)):
        return "adjective"
    return None


def _kind_by_edges(own: Sequence[str], printed: str) -> str | None:
    """What a name of several words is of by its first or last ones; None if they tell nothing."""
    if own[0] in BLOCS or is_suffix(own[-1], printed):
        return "organization"
    if own[-1] in DOCUMENT_WORDS and own[0] != "new":  # "New Poll" is of any
        return "document"
    if own[-1] in MAP_WORDS or own[0] in STORMS:
        return "place"
    if len(own) > 2 and (own[0] in BODY_OPENERS or own[1] in AGAINST):
        return "organization"
    if printed.isupper() and 1 < len(printed) < INITIALS and own[0] in vocabulary().regions:
        return "organization"  # "California ISO"
    return "organization" if is_branch(own) else None


def _kind_by_given(own: Sequence[str]) -> str:
    """What a name of several words is of by whether it opens with a given name."""
    given = is_given(own[0]) and own[0] not in vocabulary().places and own[0] not in BODY_OPENERS
    if own[-1] in ORG_WORDS and not (given and own[-1] in SURNAMES):
        return "organization"
    if given:
        return "place" if len(own) > 2 and own[-1] in NAMED_AFTER else "person"
    is_body = is_named_as_body(own) or own[-1] in BODIES or any(key in ORG_WORDS for key in own)
    return "organization" if is_body else "unknown"


def is_named_as_people(keys: Sequence[str]) -> bool:
    """Whether a family name is that of a people: "Denise French", but not "Paris French"."""
    known = vocabulary()
    if len(keys) != 2 or keys[1] not in PEOPLE_NAMES or not is_given(keys[0]):
        return False
    return keys[0] not in known.places and keys[0] not in known.nationalities


def is_nisba(keys: Sequence[str], printed: str) -> bool:
    """Whether a family name tells where it is from: "Hamad Al Kuwaiti", "Ali al-Iraqi".

    >>> is_nisba(["hamad", "al", "kuwaiti"], "Kuwaiti"), is_nisba(["ali", "iraqi"], "al-Iraqi")
    (True, True)
    >>> is_nisba(["south", "african"], "African"), is_nisba(["iraqi"], "Iraqi")
    (False, False)
    """
    if len(keys) < 2:
        return False
    articled = keys[-2] in ARABIC_PARTICLES
    return articled or printed.lower().startswith(("al-", "el-"))


def is_suffix(key: str, printed: str) -> bool:
    """Whether a last word is of a company: "Brauer AG", "Hanseel A.S."; "as" is not."""
    if key not in vocabulary().suffixes:
        return False
    return key in ORG_WORDS or (not printed.islower() and (len(key) > 2 or printed.isupper()))


def is_people(key: str) -> bool:
    """Whether a word names people by country or party: "Russian", "Democrats"."""
    known = vocabulary().nationalities
    key = key.rsplit("-", 1)[-1]
    one = key.removesuffix("s")
    return key in PARTIES or one in PARTIES or key in known or one in known


def single_kind(key: str, printed: str) -> str:
    """What a single word is of: a body by its noun or initials, else unknown."""
    if printed.isupper() and key in THING_LETTERS:
        return "adjective"
    if printed.endswith(".com"):
        return "organization"
    if key in ORG_WORDS or (printed.isupper() and 2 <= len(key) <= 6):
        return "organization"
    if printed in agencies() and not is_given(key):
        return "organization"  # "Petra" is a woman sooner than Jordan's agency
    return "unknown"
