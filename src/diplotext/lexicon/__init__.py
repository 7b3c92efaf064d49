"""What the parser knows of the world: agencies, places, days, titles, names.

All of it is data: JSON files beside this module, read when first asked for and then kept. Where
each table comes from is told in PROVENANCE.md.
"""

from diplotext.lexicon.agency import AgencyEntry, AgencyLexicon, agencies
from diplotext.lexicon.capitals import is_in_capitals
from diplotext.lexicon.day import months, weekdays
from diplotext.lexicon.fold import fold
from diplotext.lexicon.place import Gazetteer, PlaceEntry, ordinary_capitals, places
from diplotext.lexicon.region import RegionEntry, find_region_entries

__all__ = [
    "AgencyEntry",
    "AgencyLexicon",
    "Gazetteer",
    "PlaceEntry",
    "RegionEntry",
    "agencies",
    "find_region_entries",
    "fold",
    "is_in_capitals",
    "months",
    "ordinary_capitals",
    "places",
    "weekdays",
]
