"""The pieces of datelines: places, a day, agencies, and the joints between them.

Pieces are read in whatever order they stand, each kind at most once. What they amount to, the
table of forms says.

    pieces = (places | day | agencies) (joint (places | day | agencies))*
    places = place (("/" | "," | "and" | "&" | ";") place)*
"""

from __future__ import annotations

import regex
from attrs import evolve

from diplotext.head.dateline_agency import is_marked, read_agency, read_joined, read_second
from diplotext.head.dateline_day import read_day, read_number
from diplotext.head.dateline_gate import LINE_END_RE
from diplotext.head.dateline_read import GAP, Pieces, is_line_end
from diplotext.head.place import PlaceRead, read_place
from diplotext.lazy_pattern import gated_regex, lazy_regex
from diplotext.lexicon.agency import agencies
from diplotext.lexicon.region import find_region_entries

__all__ = ["read_pieces", "read_places"]

MOST_PIECES = 4  # each kind once, and a second agency
# Between pieces: a comma, a stop, a dash, a slash, a bar or a space, with the slips of old feeds.
JOINT_RE = lazy_regex(rf"[ \t\xa0]{{0,3}}(?:[,.;|:]{{1,2}}|/(?=\s))?{GAP}(?:[-–—―_]{{1,3}}{GAP})?")
SLASH_RE = gated_regex(r"[ \t\xa0]{0,2}(?P<slash>/)")
LIST_RE = lazy_regex(rf"{GAP}(?:/|&|;|,?\s(?:and|und|et|y|e)(?=\s)|,){GAP}")
# The day of the Muslim calendar before the other: "Riyadh, Safar 14, 1443, Sept 21, 2021, SPA --".
HIJRI_NAME = r"\p{Lu}[\p{L}'’ -]{2,14}"
HIJRI_RE = gated_regex(
    rf",?\s(?:{HIJRI_NAME}\s\d{{1,2}}|\d{{1,2}}\s{HIJRI_NAME}),?\s1[34]\d\d(?:\sA?H\.?)?,?\s(?=[\p{{Lu}}\d])"
)
# Who wrote it, between town and agency: "Baku. Ann Roe – APA. Text".
WRITER_RE = gated_regex(
    r"\.[ ](?:\p{Lu}[\p{L}'’-]+[ ]){2,3}(?=[–—-][ ]?(?P<agency>\p{Lu}{2,8})\.\s)"
)
# By which town the cable went: "PETROGRAD, via London, March 4.—".
VIA_RE = gated_regex(
    r",?[ ]\(?[Vv]ia[ ]\p{Lu}[\p{L}.'’-]+(?:[ ]\p{Lu}[\p{L}.'’-]+){0,2}\)?(?=,?\s|[.:—-])"
)
# Behind a day: the hour ("March 4, 0915 GMT (Reuters)", "/ 8:55 am America/Denver (CNA)"), the year
# of Korea ("Juche 104 (2015)").
HOUR_RE = gated_regex(
    r"[, \t\xa0]{1,3}(?:[012]?\d[:.]?[0-5]\d\s?(?:GMT|UTC|[A-Z]{1,2}[SD]?T|hrs?|hours)"
    r"|[012]?\d(?:[:.][0-5]\d)?\s?(?:[ap]\.\s?m\.|[AP]\.?\s?M\.?)"
    r"(?:[ ](?:GMT|UTC|[A-Z]{1,2}[SD]?T))?"
    r"|(?:-\s)?[012]?\d[:.][0-5]\d(?:\s[ap]m)?(?:\s(?:UTC|GMT)[+-]?\d{0,2})?"
    r"|/\s[012]?\d:[0-5]\d\s?[apAP][mM](?:\sAmerica/\p{L}+|\s[A-Z]{1,2}T)?"
    r"|Juche\s\d{1,3}(?:\s?\((?:19|20)\d\d\))?)(?=\s?[(\[/,–—-]|[ \t]*\r?(?:\n|$))"
)
# The brackets of a town and its day may as well stand before a colon: "(Lima, 4 March 2021): Text".
BRACKETED_RE = gated_regex(r"\(\p{Lu}[^()\n]{2,60}\)(?=\s?(?:[–—]|-{1,2}\s)|(?<=\d\)):\s)")
BRACKET_COMMA_RE = lazy_regex(r",[ \t\xa0]{1,2}")


def read_pieces(text: str, pos: int) -> list[Pieces]:
    """The pieces at ``pos``: one more in each entry than in the last."""
    found: list[Pieces] = []
    pieces = Pieces(text=text, start=pos, end=pos)
    at = pos
    for _ in range(MOST_PIECES):
        more = _read_piece(text, at, pieces)
        if more is None:
            break
        pieces = more
        found.append(pieces)
        hour = HOUR_RE.match(text, pieces.end) if pieces.order[-1:] == "D" else None
        behind = hour.end() if hour is not None else pieces.end
        if hour is not None:  # "MUMBAI, March 4, 15:14 IST", "PARIS, March 4, 9:40 p. m.—Text"
            found.append(evolve(pieces, end=behind, is_timed=True))
            if LINE_END_RE.match(text, behind) is not None:
                break
        joint = HIJRI_RE.match(text, behind) or JOINT_RE.match(text, behind)
        if joint is None or is_line_end(text, pos, joint):
            break
        at = joint.end()
        slash = SLASH_RE.match(text, pieces.end)
        # "Jan. 5 / Trend, A. Rahimov /": the slash is the agency's, not a joint.
        if slash is not None and is_marked(text, slash.start("slash")):
            at = slash.start("slash")
    return found


def _read_piece(text: str, at: int, pieces: Pieces) -> Pieces | None:
    """The pieces with the one at ``at``."""
    order = pieces.order
    country = pieces.places[0].country if pieces.places else None
    if not order and (joined := read_joined(text, at, pieces)) is not None:
        return joined
    if order in ("", "D") and (inside := _read_bracketed(text, at, pieces)) is not None:
        return inside
    if pieces.agencies is None and (read := read_agency(text, at, pieces, country)) is not None:
        order += "AD" if read.day is not None and pieces.day is None else "A"
        return evolve(pieces, order=order, end=read.end, agencies=read, day=read.day or pieces.day)
    if order in ("AW", "AWD") and (twice := read_second(text, at, pieces)) is not None:
        return evolve(pieces, end=twice.end, agencies=twice)
    dated = None if pieces.day else read_day(text, at) or read_number(text, at, pieces)
    if dated is not None:
        return evolve(pieces, order=order + "D", end=dated[1], day=dated[0])
    if not pieces.places and (listed := read_places(text, at)):
        end = listed[-1].end
        via = VIA_RE.match(text, end) or _match_writer(text, end)
        return evolve(pieces, order=order + "W", end=via.end() if via else end, places=listed)
    return None


def _match_writer(text: str, end: int) -> regex.Match[str] | None:
    """Who wrote the story, if an agency of the lexicon stands behind."""
    found = WRITER_RE.match(text, end)
    return found if found is not None and found["agency"] in agencies() else None


def _read_bracketed(text: str, at: int, pieces: Pieces) -> Pieces | None:
    """Towns in brackets, behind a day or before one that shares their brackets.

    "March 4, 2014 (JUBA) –" (Sudan Tribune), "(Nairobi, March 4, 2021) –" (Human Rights Watch).
    """
    bracket = BRACKETED_RE.match(text, at)
    if bracket is not None and bracket.group()[1:-1] in agencies():
        return None  # "(MENA) -"
    towns = read_places(text, at + 1) if bracket is not None else ()
    if bracket is None or not towns or not all(t.is_known and not t.is_area for t in towns):
        return None
    end = towns[-1].end
    comma = BRACKET_COMMA_RE.match(text, end) if pieces.day is None else None
    dated = read_day(text, comma.end()) if comma is not None else None
    if (dated[1] if dated is not None else end) != bracket.end() - 1:
        return None
    order = pieces.order + ("WD" if dated is not None else "W")
    day = dated[0] if dated is not None else pieces.day
    return evolve(pieces, order=order, end=bracket.end(), places=towns, day=day)


def _is_listed(text: str, joint: str, town: PlaceRead) -> bool:
    """Whether a town that no gazetteer has is one of several: "OSLO and SKARN (AP) -".

    Behind a comma it may be where the first lies, unless the list goes on: "OSLO, SKARN and LIMA".
    """
    if not town.in_capitals or "," not in joint:
        return town.in_capitals
    last = LIST_RE.match(text, town.end)
    more = read_place(text, last.end()) if last is not None and "," not in last.group() else None
    return more is not None and more.in_capitals


def read_places(text: str, at: int) -> tuple[PlaceRead, ...]:
    """The places at ``at``; further ones must look like the first."""
    first = read_place(text, at)
    if first is None:
        return ()
    found = [first]
    for _ in range(4):
        end = found[-1].end
        slash = SLASH_RE.match(text, end)
        joint = LIST_RE.match(text, end)
        if joint is None or (slash and is_marked(text, slash.start("slash"))):
            break
        more = read_place(text, joint.end())
        if more is None or (more.in_capitals and not first.in_capitals):
            break
        if not more.is_known and not _is_listed(text, joint.group(), more):
            break
        found.append(more)
    return tuple(found[1:]) if _is_country_first(found) else tuple(found)


def _is_country_first(found: list[PlaceRead]) -> bool:
    """Whether the first of the places is the country of the second: "Azerbaijan, Baku, June 4"."""
    if len(found) < 2 or not found[0].is_area:
        return False
    areas = find_region_entries(found[0].printed)
    country = found[1].country
    return any(area.kind == "country" and area.country == country for area in areas)
