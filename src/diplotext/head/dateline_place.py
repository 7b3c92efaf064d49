"""Places that can open a story with little else beside them: what a name must be, and where.

People are called as towns are, and their words stand behind a colon or a dash as well.
"""

from __future__ import annotations

from functools import cache

from diplotext.head.place import PlaceRead
from diplotext.head.place_name import is_city
from diplotext.lexicon.data import read_table
from diplotext.model import Place

__all__ = ["capitals", "is_colon_place", "is_place_noun", "is_unmistakable"]

# Where people are called as towns are (Jackson, Lincoln): there a bare town needs its capitals.
NAMESAKES = frozenset({"US", "GB", "CA", "AU", "NZ", "IE"})
# Whose papers close a dateline with a colon ("LAHORE: Text"); elsewhere what stands before one is
# a speaker or a label ("RUBIO: Text").
COLON_COUNTRIES = frozenset(
    "IN PK BD LK NP AE SA QA KW OM BH JO LB EG SY IQ MY SG PH TH ID KE NG GH ZA RU CN".split()
)


# "Provinces, SANA - Army units ...": what stands for several towns in an agency's dateline.
PLACE_NOUNS = frozenset(read_table("heads_en")["place_nouns"])


def is_place_noun(read: PlaceRead) -> bool:
    """As in "Provinces, SANA -": a common noun that an agency has in a town's place."""
    return read.printed.rpartition(" ")[2].casefold() in PLACE_NOUNS


def is_colon_place(read: PlaceRead) -> bool:
    """As in "ISLAMABAD: Text", "Dubai: Text"; not "CLINTON: Text", which is a transcript's."""
    place = read.place
    if place.name in capitals():
        return True
    if "," in place.text and read.in_capitals and is_city(read.printed):
        return place.country is not None  # "BERGEN, NORWAY: Text"
    # "Bush: Text": a short name in small letters is a speaker's.
    return place.country in COLON_COUNTRIES and (read.in_capitals or len(place.name) > 4)


@cache
def capitals() -> frozenset[str]:
    """The capitals of countries: towns that need no capitals to be known."""
    return frozenset(name for row in read_table("countries") for name in row.get("capitals", ()))


def is_unmistakable(place: Place) -> bool:
    """Whether a place is one also without capitals: with its region, a capital, no namesake.

    >>> from diplotext.head.place import parse_place
    >>> [is_unmistakable(parse_place(name)) for name in ("OTTAWA", "Jackson, Miss.", "JACKSON")]
    [True, True, False]
    """
    if "," in place.text:
        return True
    if place.name in capitals():
        return place.country is not None
    return place.country not in {None, *NAMESAKES}
