"""A town in capitals on a line for itself over the story: Anadolu's dateline."""

from __future__ import annotations

from diplotext.head.dateline_form import is_unmistakable
from diplotext.head.place import read_place
from diplotext.layout.zone import Zones, line_end
from diplotext.lexicon.agency import agencies
from diplotext.model import Dateline

__all__ = ["read_place_line"]


def read_place_line(text: str, pos: int, zones: Zones) -> int | None:
    """Reads a town in capitals on a line for itself under a headline: Anadolu's dateline."""
    if not zones.headline or zones.dateline or not text[pos : pos + 3].isupper():
        return None
    found = read_place(text, pos)
    if found is None or not found.in_capitals or not found.is_known or found.is_area:
        return None
    if found.place.text.partition(",")[0] in agencies():
        return None  # "AFP, Washington"
    if not is_unmistakable(found.place):
        return None  # "JACKSON" on a line is as well the name of who speaks
    if found.place.end != line_end(text, pos) or not text[found.place.end :].strip():
        return None
    zones.dateline.append(Dateline(text, pos, found.place.end, places=(found.place,)))
    return found.place.end
