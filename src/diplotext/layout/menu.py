"""A page's menu above the story: a run of short lines, and the headline is the last title in it."""

from __future__ import annotations

from diplotext.layout.zone import LONGEST_DECK, Zones
from diplotext.model import Headline, Residue

__all__ = ["read_menu"]

FEWEST_LINES, FEWEST_UNKNOWN = 8, 2
SHORT, TITLE = 3, 4  # words of a menu's line at the most, of a title at the least


def read_menu(text: str, zones: Zones) -> None:
    """Takes the last title above the dateline for the headline, where a menu's line was taken.

    "Front Page", "Nation", "Business" and so on, "Ferry sails again", "KYIV, March 4 - The ferry".
    """
    if not zones.dateline or not zones.headline:
        return
    old, stop = zones.headline[0], zones.dateline[0].start
    above = [span for span in zones.paragraphs if span[1] <= stop]
    if len(old.text.split()) > SHORT or len(above) < FEWEST_UNKNOWN:
        return
    known = sum(rest.start < stop for rest in zones.residue)
    short = sum(len(text[start:end].split()) <= SHORT for start, end in above)
    if known + len(above) < FEWEST_LINES or 2 * short < len(above):
        return
    titles = [span for span in above if _is_title(text[span[0] : span[1]])]
    if not titles:
        return
    start, end = titles[-1]
    at = zones.paragraphs.index((start, end))
    zones.residue.append(Residue(text, old.start, old.end))
    zones.residue.extend(Residue(text, *span) for span in zones.paragraphs[:at])
    zones.headline[0] = Headline(text, start, end)
    del zones.paragraphs[: at + 1], zones.prose[: at + 1]


def _is_title(line: str) -> bool:
    """Whether a line can be a headline: four words or more, and no full stop."""
    is_title = len(line.split()) >= TITLE and line[0].isalnum()
    return is_title and len(line) <= LONGEST_DECK and (line[-1].isalnum() or line[-1] in "'’?!")
