"""A town in capitals on a line for itself over the story: Anadolu's dateline."""

from __future__ import annotations

from diplotext.head.dateline_form import is_unmistakable
from diplotext.head.place import read_place
from diplotext.layout.zone import SHORTEST_LEDE, Zones, line_end
from diplotext.lexicon.agency import agencies
from diplotext.lexicon.stamp import is_stamp
from diplotext.model import Dateline
from diplotext.trailer.block import skip_space

__all__ = ["read_place_line"]

LONGEST = 40


def read_place_line(text: str, pos: int, zones: Zones) -> int | None:
    """Reads a town on a line for itself under a headline: Anadolu's dateline.

    Without capitals it must stand between a byline, or a label, and the lede.
    """
    if not zones.headline or zones.dateline:
        return None
    if not text[pos : pos + 3].isupper() and not _is_between(text, pos, zones):
        return None
    found = read_place(text, pos)
    if found is None or not found.is_known or found.is_area:
        return None
    if found.place.text.partition(",")[0] in agencies():
        return None  # "AFP, Washington"
    if not is_unmistakable(found.place):
        return None  # "JACKSON" on a line is as well the name of who speaks
    if found.place.end != line_end(text, pos) or not text[found.place.end :].strip():
        return None
    below = skip_space(text, found.place.end)
    if is_stamp(text[below : line_end(text, below)]):
        return None  # "ROME" over "04 February 2019 09:14"
    zones.dateline.append(Dateline(text, pos, found.place.end, places=(found.place,)))
    return found.place.end


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
