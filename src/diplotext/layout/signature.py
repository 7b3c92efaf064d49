"""Bylines without "By": names on a line that its neighbours show to be one."""

from __future__ import annotations

from diplotext.combinators import Match
from diplotext.head.byline import read_signature
from diplotext.head.place_name import is_city
from diplotext.layout.zone import (
    SHORTEST_LEDE,
    Parsers,
    Zones,
    is_agency_line,
    is_town_line,
    keep_byline,
    line_end,
)
from diplotext.lazy_pattern import lazy_regex
from diplotext.lexicon.data import read_table
from diplotext.lexicon.person_name import given_names
from diplotext.lexicon.region import find_region_entries
from diplotext.lexicon.stamp import is_stamp
from diplotext.model import Byline, Residue
from diplotext.trailer.block import skip_space
from diplotext.trailer.residue import is_residue

__all__ = ["read_dated_byline", "read_unsigned"]

LONGEST_SIGNATURE = 80
LONGEST_DATED = 120
# The day, and the byline that is read by itself.
DATED_RE = lazy_regex(
    r"(?P<day>(?=[^\n]{0,20}\d)[^\n]{6,60}?)(?:\s*[|,–—-]?\s+|\|)(?=(?:[Bb]y|BY)\s+\p{Lu})"
    r"|(?P<day>\p{L}{3,9}\.?\s\d{1,2},\s\d{4})\s?\|\s?(?=\p{Lu})"
)
POSSESSIVES = ("'s", "’s")
STOPS = (".", "”", '"', "!", "?")
MOST_WORDS = 3  # of a name
MOST_LABELS = 3  # "Share", "2 min read" between names and lede
NEAR = 700  # in so many code points a profile names whom it is about
FAR = 4000
NAME_LINE_RE = lazy_regex(r"\n[ \t]*\p{Lu}[\p{L}.'’-]+(?:[ ]\p{Lu}[\p{L}.'’-]+){1,2}[ \t\r]*(?=\n)")
BAR_RE = lazy_regex(r"[ \t]*\|(?=\s)")
REPORTER_RE = lazy_regex(r"(?i:reporter|correspondent|writer|journalist)s?$")
WORD_RE = lazy_regex(r"\p{L}[\p{L}'’-]*+")
PICTURE_AGENCIES = frozenset(("epa", "getty", "newscom", "zuma"))
# What lines in capitals name besides people: desks, papers, the parts and topics of a page.
NO_NAMES = frozenset(read_table("heads_en")["no_names"])


def read_unsigned(text: str, pos: int, parsers: Parsers, zones: Zones) -> int | None:
    """Reads a byline without "By": under a headline, beside an agency, a time stamp, a dateline."""
    end = line_end(text, pos)
    if not zones.headline or zones.byline or end - pos > LONGEST_DATED or text[end - 1] == ":":
        return None  # "ANN ROE, HOST:" speaks
    found = read_signature(text, pos)
    if found is None or found.end - pos > LONGEST_SIGNATURE:
        return None
    if not text[found.end : found.end + NEAR].strip()[SHORTEST_LEDE:]:
        return None  # no story follows
    town = parsers.dateline(text, pos)
    if isinstance(town, Match) and town.value.places and town.value.agencies and town.end >= end:
        return None  # "Abu Dhabi (WAM)": a town, and nobody of that given name
    line = found.value
    if line.agency is not None and line.agency.id in PICTURE_AGENCIES:
        return None  # "Ann Roe | Getty Images": whose picture it is
    if any(word.endswith(POSSESSIVES) for name in line.names for word in name.text.split()):
        return None  # "Ann Roe's Appeal": the second line of a headline
    bar = BAR_RE.match(text, found.end)
    end = bar.end() if bar is not None else found.end
    rest = text[found.end : line_end(text, pos)].strip(" |/·•")
    is_beside = is_stamp(rest) or _is_beside_stamp(text, pos, end, zones) or _is_sent(text, end)
    is_beside = is_beside or _is_over_dateline(text, end, parsers)
    if _is_signed(line):
        says_so = line.agency or line.titles or line.contacts or is_beside
        says_so = says_so or _is_there(text, line, end)
        if not says_so and not _is_between_head_and_lede(text, line, end, zones):
            return None
    elif not (is_beside or _is_wired(line) or _is_reporter(line)) or not _are_strangers(
        text, line, end
    ):
        return None
    zones.byline.append(line)
    return found.end


def read_dated_byline(text: str, pos: int, parsers: Parsers, zones: Zones) -> int | None:
    """Reads a byline behind the day on its line: "March 4, 2019 7:45 am by Ann Roe"; its end."""
    end = line_end(text, pos)
    by = DATED_RE.match(text, pos, end) if end - pos <= LONGEST_DATED else None
    if by is None or not is_stamp(text[pos : by.end("day")]):
        return None
    found = parsers.byline(text, by.end())
    if not isinstance(found, Match):  # "March 04, 1995|ANN ROE | TIMES STAFF WRITER"
        signed = read_signature(text, by.end())
        if signed is None or not signed.value.names or not signed.value.titles:
            return None
        found = signed
    if found.end > end or not text[end:].strip():
        return None
    zones.residue.append(Residue(text, pos, pos + len(by.group().rstrip())))
    keep_byline(text, found, zones)
    if found.end < end:
        rest = skip_space(text, found.end)
        zones.residue.append(Residue(text, rest, end))
    return end


def _is_over_dateline(text: str, end: int, parsers: Parsers) -> bool:
    """Whether a dateline with its agency, or a town in capitals, stands on the line below."""
    start = skip_space(text, end)
    below = parsers.dateline(text, start)
    if isinstance(below, Match):
        found = below.value
        # "Ann Roe" over "Bida — Traders fled": of a town alone the story must go on behind its dash
        is_town = any(place.country for place in found.places) and found.text[-1] in "-–—"
        return bool(found.agencies) or is_town
    line = text[start : line_end(text, start)]
    return line.isupper() and is_town_line(line)


def _is_sent(text: str, end: int) -> bool:
    """Whether the line below is an agency's: ", Associated Press", "The Canadian Press"."""
    below = skip_space(text, end)
    return is_agency_line(text[below : line_end(text, below)].removeprefix(", "))


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


def _is_wired(line: Byline) -> bool:
    """Whether an agency stands behind a name; behind a stroke it has the picture: "Roe/AFP"."""
    wire = line.agency
    return wire is not None and not line.document[: wire.start].rstrip().endswith("/")


def _is_reporter(line: Byline) -> bool:
    """Whether one named says that he writes: "Rewi Tautari, Southland Reporter", "... in Minna"."""
    is_placed = line.place is not None and line.place.country is not None
    return is_placed or any(REPORTER_RE.search(title.text) for title in line.titles)


def _is_there(text: str, line: Byline, end: int) -> bool:
    """Whether people stand with their town, and the story is not of them: "Ann Roe, Minna"."""
    where = line.place
    near = text[end : end + NEAR]
    is_known = where is not None and where.country is not None and bool(line.names)
    return is_known and all(name.text.split()[-1] not in near for name in line.names)


def _is_between_head_and_lede(text: str, line: Byline, end: int, zones: Zones) -> bool:
    """Whether people stand between the headline, or a deck, and a lede that is not about them.

    Names over each item of a list are none who wrote it.
    """
    above = zones.paragraphs[-1] if zones.paragraphs else None
    if above is not None and (len(zones.paragraphs) > 1 or text[above[1] - 1] == "."):
        return False
    below = skip_space(text, end)
    for _ in range(MOST_LABELS):
        words = text[below : line_end(text, below)]
        if not is_residue(words) and (len(words) >= SHORTEST_LEDE or words[-1:] in STOPS):
            break
        below = skip_space(text, line_end(text, below))
    lede = text[below : line_end(text, below)]
    if not line.names or len(lede) < SHORTEST_LEDE or _lists_names(text, end):
        return False
    near = text[below : below + NEAR]
    return all(name.text.split()[-1] not in near for name in line.names)


def _lists_names(text: str, end: int) -> bool:
    """Whether more persons stand on lines for themselves."""
    lines = NAME_LINE_RE.finditer(text, end, end + FAR)
    return any(line.group().split()[0] in given_names() for line in lines)


def _are_strangers(text: str, line: Byline, end: int) -> bool:
    """Whether these may be people of unknown given names: no word of theirs is the story's."""
    if not line.names:
        return False
    words = [word for name in line.names for word in name.text.split()]
    if len(words) < 2 * len(line.names) or any(word.casefold() in NO_NAMES for word in words):
        return False
    if line.place is None and any(is_city(word) for word in words):
        return False
    if any(is_city(name.text) or find_region_entries(name.text) for name in line.names):
        return False
    if text[end : end + NEAR].isupper() or len(words) > MOST_WORDS * len(line.names):
        return False  # in a story of capitals no word is known by its small letters
    story = set(WORD_RE.findall(text, end, end + FAR))
    return all(word.lower() not in story for word in words)
