"""Bylines without "By": names on a line that its neighbours show to be one."""

from __future__ import annotations

from diplotext.combinators import Match
from diplotext.head.byline import read_signature
from diplotext.layout.zone import Parsers, Zones, line_end
from diplotext.lexicon.person_name import given_names
from diplotext.lexicon.stamp import is_stamp
from diplotext.model import Byline
from diplotext.trailer.block import skip_space

__all__ = ["read_unsigned"]

LONGEST_SIGNATURE = 80


def read_unsigned(text: str, pos: int, parsers: Parsers, zones: Zones) -> int | None:
    """Reads a byline without "By": under a headline, beside an agency, a time stamp, a dateline."""
    if not zones.headline or zones.byline or line_end(text, pos) - pos > LONGEST_SIGNATURE:
        return None
    found = read_signature(text, pos)
    if found is None or not _is_signed(found.value):
        return None
    line = found.value
    says_so = line.agency or line.titles or line.contacts
    if not says_so and not _is_beside_stamp(text, pos, found.end, zones):
        below = parsers.dateline(text, skip_space(text, found.end))
        if not isinstance(below, Match) or not below.value.agencies:
            return None
    zones.byline.append(line)
    return found.end


def _is_beside_stamp(text: str, pos: int, end: int, zones: Zones) -> bool:
    """Whether a time stamp stands on the line below, or right above."""
    below = skip_space(text, end)
    if below < len(text) and is_stamp(text[below : line_end(text, below)]):
        return True
    above = zones.residue[-1] if zones.residue else None
    return above is not None and not text[above.end : pos].strip() and is_stamp(above.text)


def _is_signed(line: Byline) -> bool:
    """Whether these are people, by their given names, or an agency in a place."""
    if not line.names:
        return line.agency is not None and line.place is not None
    words = [name.text.split() for name in line.names]
    return all(len(name) > 1 and name[0] in given_names() for name in words)
