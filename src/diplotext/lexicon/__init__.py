"""What the parser knows of the world: agencies, places, days, persons' names and titles.

All of it is data: JSON files beside this module, read when first asked for and then kept. Where
each table comes from is told in PROVENANCE.md.
"""

from diplotext.lexicon.agency import (
    AgencyEntry,
    AgencyKind,
    AgencyLexicon,
    agencies,
    using_agencies,
)
from diplotext.lexicon.capitals import is_in_capitals, restore_capitals
from diplotext.lexicon.day import months, weekdays
from diplotext.lexicon.fold import fold
from diplotext.lexicon.nationality import NationalityEntry, NationalityLexicon, nationalities
from diplotext.lexicon.organization import OrganizationEntry, OrganizationLexicon, organizations
from diplotext.lexicon.person_name import Gender, GivenNames, Nicknames, given_names, nicknames
from diplotext.lexicon.place import Gazetteer, PlaceEntry, ordinary_capitals, places
from diplotext.lexicon.region import RegionEntry, find_region_entries
from diplotext.lexicon.role_noun import RoleNoun, role_nouns
from diplotext.lexicon.title import TitleEntry, TitleLexicon, TitleMatch, honorifics, titles

__all__ = [
    "AgencyEntry",
    "AgencyKind",
    "AgencyLexicon",
    "Gazetteer",
    "Gender",
    "GivenNames",
    "NationalityEntry",
    "NationalityLexicon",
    "Nicknames",
    "OrganizationEntry",
    "OrganizationLexicon",
    "PlaceEntry",
    "RegionEntry",
    "RoleNoun",
    "TitleEntry",
    "TitleLexicon",
    "TitleMatch",
    "agencies",
    "find_region_entries",
    "fold",
    "given_names",
    "honorifics",
    "is_in_capitals",
    "months",
    "nationalities",
    "nicknames",
    "ordinary_capitals",
    "organizations",
    "places",
    "restore_capitals",
    "role_nouns",
    "titles",
    "using_agencies",
    "weekdays",
]
