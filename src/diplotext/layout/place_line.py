"""Datelines on lines for themselves over the story, and over its headline."""

from __future__ import annotations

from attrs import evolve

from diplotext.combinators import Match
from diplotext.head.agency import read_bare_agency
from diplotext.head.dateline import resolve_dateline
from diplotext.head.dateline_place import is_colon_place, is_unmistakable
from diplotext.head.place import PlaceRead, read_place, read_whole_place
from diplotext.layout.zone import SHORTEST_LEDE, Parsers, Zones, line_end
from diplotext.lazy_pattern import lazy_regex
from diplotext.lexicon.agency import agencies
from diplotext.lexicon.stamp import is_stamp
from diplotext.model import Dateline
from diplotext.trailer.block import skip_space

__all__ = ["read_dateline_over_title", "read_place_line", "read_split_dateline"]

LONGEST = 40
LONGEST_LINE = 80
FEWEST_WORDS = 4  # of a headline under a dateline
# "Harlow, Norland" over "CNN" over "—", or in one line: text of a page without its tags.
SPLIT_RE = lazy_regex(
    r"(?P<place>\p{Lu}[^\n]{1,60}?)[ \t]*(?:\r?\n[ \t]*| )(?P<agency>\p{Lu}{3,8})[ \t]*\r?\n?[ \t]*"
    r"(?P<dash>[—–])[ \t]*(?=\r?\n)"
)
BY_RE = lazy_regex(r"By[ ]\p{Lu}[\p{L}.'’-]+[ ]\p{Lu}")
ENDS = '.!?”"'
MARKS = (":", ",")  # "Kochi:", "KOCHI," on a line for itself: NDTV, The Hindu


def read_place_line(text: str, pos: int, zones: Zones) -> int | None:
    """Reads a town on a line for itself under a headline: Anadolu's dateline.

    Without capitals or a colon it must stand between a byline, or a label, and the lede. In
    capitals right over a byline or a lede it needs no headline.
    """
    end = line_end(text, pos)
    if zones.dateline or not (zones.headline or zones.byline or _is_over_story(text, pos, end)):
        return None
    mark = text[end - 1] if text[end - 1] in MARKS else ""
    is_loose = not text[pos : pos + 3].isupper() and not mark
    if end - pos > LONGEST_LINE or (is_loose and not _is_between(text, pos, zones)):
        return None
    found = read_whole_place(text, pos, end - len(mark))
    if found is None or found.is_area or not text[end:].strip() or not _is_dateline(found, mark):
        return None
    below = skip_space(text, end)
    if mark != "," and is_stamp(text[below : line_end(text, below)]):
        return None  # "ROME" over "04 February 2019 09:14"; but "KOCHI," opens that line
    if mark == ":" and line_end(text, below) - below < SHORTEST_LEDE:
        return None
    zones.dateline.append(Dateline(text, pos, end, places=(found.place,)))
    return end


def _is_over_story(text: str, pos: int, end: int) -> bool:
    """Whether a line in capitals stands right over a byline or a sentence of a lede's length."""
    if end - pos > LONGEST or not text[pos:end].isupper():
        return False
    below = skip_space(text, end)
    stop = line_end(text, below)
    is_lede = stop - below >= SHORTEST_LEDE and text[stop - 1] in ENDS
    return is_lede or BY_RE.match(text, below) is not None


def read_split_dateline(text: str, pos: int, zones: Zones) -> int | None:
    """Reads a place, an agency and a dash that fill their lines under a headline: CNN's dateline.

    The form says enough for a place that no gazetteer has.
    """
    if not zones.headline or zones.dateline:
        return None
    found = SPLIT_RE.match(text, pos)
    if found is None or not agencies().is_distinctive(found["agency"]):
        return None
    # Alone, and as before the dash: "Norland CNN" would be no country.
    read = read_place(found["place"] + " —", 0)
    if read is None or read.end != len(found["place"]):
        return None
    wire = read_bare_agency(text, found.start("agency"), read.country)
    if wire is None or wire.end != found.end("agency"):
        return None
    end = found.end("dash")
    where = evolve(read.place, document=text, start=pos, end=found.end("place"))
    line = Dateline(text, pos, end, places=(where,), agencies=wire.agencies)
    zones.dateline.append(line)
    return end


def read_dateline_over_title(text: str, pos: int, parsers: Parsers, zones: Zones) -> int | None:
    """Reads a place and a day on a line for themselves over the headline; its end.

    "Brussels, 4 March 2009" over "Commission clears ferry", as press offices of the European Union.
    """
    if zones.headline or zones.dateline:
        return None
    found = parsers.dateline(text, pos)
    if not isinstance(found, Match) or found.end < line_end(text, pos):
        return None
    line = found.value
    if "|" in line.text:
        return None  # "ARGENTINA | 02-10-2021 09:14": a page's label
    title = parsers.headline(text, skip_space(text, found.end))
    if not line.places or line.date_text is None or line.agencies or not isinstance(title, Match):
        return None
    below = skip_space(text, title.end)
    is_title = title.value.text.count(" ") >= FEWEST_WORDS - 1 and title.value.text[-1].isalnum()
    is_signed = isinstance(parsers.byline(text, below), Match)
    if not is_title or (line_end(text, below) - below < SHORTEST_LEDE and not is_signed):
        return None
    zones.dateline.append(resolve_dateline(line, parsers.published))
    return found.end


def _is_dateline(found: PlaceRead, mark: str) -> bool:
    """Whether a town with its mark can be no name of an agency or of who speaks."""
    if mark == ":":
        return is_colon_place(found)
    if mark == "," and not found.in_capitals:
        return False
    # "AFP, Washington"; "JACKSON" on a line is as well the name of who speaks.
    return found.place.text.partition(",")[0] not in agencies() and is_unmistakable(found.place)


def _is_between(text: str, pos: int, zones: Zones) -> bool:
    """Whether a short line stands right under a byline or a label, and over a lede."""
    end = line_end(text, pos)
    above = max((zone.end for zone in (*zones.byline, *zones.residue)), default=0)
    if end - pos > LONGEST or not above or text[above:pos].strip():
        return False
    if zones.residue and zones.residue[-1].end == above and text[above - 1] == ":":
        return False  # "In this article:" over "Oslo"
    below = skip_space(text, end)
    return line_end(text, below) - below >= SHORTEST_LEDE
