"""What the name in a run of capitalised words is of: a person, a body, a place."""

from __future__ import annotations

from collections.abc import Sequence

from diplotext.lexicon import agencies
from diplotext.lexicon.person_name import ARABIC_PARTICLES
from diplotext.speaker.name.lead import REGIONAL, SURNAMES, is_given, is_title_at
from diplotext.speaker.name.named_as_body import is_branch, is_named_as_body
from diplotext.speaker.name.table import ORG_WORDS, PARTIES, listed, words
from diplotext.speaker.name.vocabulary import vocabulary

__all__ = ["THING_LETTERS", "kind_of"]

# First words of bodies: "United Mine Workers", "U.N. Women".
BODY_OPENERS = words("united national american international federal central royal world")
AGAINST = words("without against")  # "Doctors Without Borders"
BLOCS = words("us un uk eu")
DOCUMENT_WORDS = listed("document_ends")
# Letters that are short for a thing: "GDP", "DVD".
THING_LETTERS = listed("thing_letters")
# Peoples that are family names too.
PEOPLE_NAMES = words("french english irish welsh german finn dane swede scot turk")
# What is named after people: "Johnny Holm Theater" is nobody; "Anna Maria Hall" may be.
NAMED_AFTER = listed("named_after")
# Bodies of several: "the Norland and Sorland Governments".
BODIES = words("governments ministries councils unions authorities parliaments legislatures")
# Initials are shorter than this, in letters.
INITIALS = 6
# What has a given name and is nobody: "Hurricane Ana".
STORMS = words("cyclone hurricane typhoon")
# Last words of places on the map.
MAP_WORDS = listed("map_ends")


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
