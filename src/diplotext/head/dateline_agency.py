"""The agencies among a dateline's pieces: in marks, bare, or joined to the place.

A bare name is an agency behind a place or a day only; before both it needs its comma or its line.
"""

from __future__ import annotations

from attrs import evolve

from diplotext.combinators import Match
from diplotext.head.agency import AgencyRead, read_bare_agency, read_marked_agency
from diplotext.head.dateline_day import read_day
from diplotext.head.dateline_gate import LINE_END_RE
from diplotext.head.dateline_read import Pieces
from diplotext.head.day import day
from diplotext.head.place import read_place, read_whole_place
from diplotext.head.place_name import is_city
from diplotext.lazy_pattern import gated_regex, lazy_regex
from diplotext.lexicon.agency import agencies
from diplotext.model import Agency

__all__ = ["is_marked", "is_sure_at", "read_agency", "read_joined", "read_second"]

DASH_RE = lazy_regex(r"[-–—―−_]")
# "LONDON AP --", "QNA/Doha" on a line for itself, "(Oslo, Norway-AP)", "(UTV | COLOMBO)".
WIRED_RE = gated_regex(
    r"(?P<place>\p{Lu}{2,}(?:[ ]\p{Lu}{2,}){0,2})[ ](?P<agency>\p{Lu}{2,8})(?=[ ](?:--?|[–—])[ ])"
)
STROKE_RE = gated_regex(
    r"(?P<agency>\p{Lu}[\p{L}-]{1,14})/(?P<place>\p{Lu}\p{L}+(?:[ ]\p{Lu}\p{L}+){0,2})"
    r"(?=[ \t]*\r?\n)"
)
JOINED_RE = gated_regex(
    r"\((?P<place>\p{Lu}[\p{L} .,'’-]{1,40}?)\s?[-–—]{1,2}\s?(?P<agency>[\p{Lu}]{2,8})\)"
    r"|\((?P<agency>\p{Lu}[\p{L}\d ]{1,14}?)\s?\|\s?(?P<place>\p{Lu}[\p{L} .'’-]{1,40})\)"
    # "APA-Lagos (Nigeria) Text"
    r"|(?P<agency>\p{Lu}{3,8})\s?[-–]\s?"
    r"(?P<place>\p{Lu}[\p{L} '’-]{1,30}\s\(\p{Lu}[\p{L} .'’-]{2,30}\))"
    # "Baku-APA. Text"
    r"|(?P<place>\p{Lu}\p{L}{2,20})-(?P<agency>\p{Lu}{3,8})(?=\.\s\p{Lu})"
)
# "London CNN —" on a line for itself.
DASH_LINE_RE = lazy_regex(r"[ \t\xa0]{1,2}[–—―][ \t\xa0]*\r?(?:\n|$)")
# Behind a first word: "TASS, January 21.", "CNN —" on its line, "AFP - The ferry sank ...".
FIRST_DASH = r"[ ](?:--?|[–—])[ ]{1,2}(?=\p{Lu})"
FIRST_DASH_RE = lazy_regex(FIRST_DASH)
FIRST_RE = lazy_regex(rf",|[ \t\xa0]{{1,2}}[–—―][ \t\xa0]*\r?\n|{FIRST_DASH}|[ ]?/[ ](?=\p{{Lu}})")
BAR_RE = lazy_regex(r"[ ]\|[ ]")
STOP_RE = lazy_regex(r"[.:][ \t\xa0]+(?=\p{Lu})")
SPACED_DASH_RE = lazy_regex(r"[ \t\xa0]{1,2}(?:--?|[–—―])[ \t\xa0]")
SLASH_BEFORE_RE = lazy_regex(r"\s/\s")
COMMA_RE = lazy_regex(r",[ \t\xa0]{1,2}")
WIRE_RE = lazy_regex(r"(?i:wire|news|press|network|media)$")
# Reuters, as papers of India and Pakistan print it: "OSLO, March 4 (R) - The ferry ...".
REUTER_RE = lazy_regex(r"\(R\)(?=[ ]?[-–—]{1,2}[ ])")
# An agency of no lexicon: "VILNIUS, Jan 05, XNS -".
# By its address it is one: "JAKARTA, HARBOURNEWS.COM -".
UNKNOWN_RE = gated_regex(
    r"(?:\p{Lu}{2,10}|(?P<site>\p{L}[\p{L}\d]{2,30}\.(?i:com|co|id|net|org|news|tv)))"
    r"(?=\s?(?:--?|[–—―])\s)"
)


def read_joined(text: str, at: int, pieces: Pieces) -> Pieces | None:
    """Place and agency with a hyphen, a stroke or nothing between them.

    "(Oslo, Norway-AP) --", "LONDON AP --", and on a line for itself "QNA/Doha".
    """
    found = JOINED_RE.match(text, at) or WIRED_RE.match(text, at) or STROKE_RE.match(text, at)
    if found is None or found["agency"] not in agencies():
        return None
    # Each alone: what follows a hyphen would be read as a part of the name.
    where = read_whole_place(found["place"], 0, len(found["place"]))
    if where is None:
        return None
    order = "WA" if found.start("place") < found.start("agency") else "AW"
    is_sure = text[at] == "(" or _is_sure_wire(found.group())
    if text.startswith("-", found.end("place")):  # "Baku-APA."
        is_sure = is_sure or is_sure_at(found["agency"], where.country)
    if order == "WA" and not is_sure:
        return None
    wire = read_bare_agency(found["agency"], 0, where.country)
    if wire is None or wire.end != len(found["agency"]):
        return None
    start, end = found.span("place")
    where = evolve(where, text=text, start=start, end=end)
    start, end = found.span("agency")
    one = evolve(wire.agencies[0], document=text, start=start, end=end)
    mark = "(" if text[at] == "(" else ""
    return evolve(
        pieces,
        order=order,
        end=found.end(),
        places=(where,),
        agencies=evolve(wire, agencies=(one,), mark=mark, end=found.end()),
    )


def _is_sure_wire(printed: str) -> bool:
    """Whether the last word behind a town is a wire's, and not one name with the town."""
    name = printed.rpartition(" ")[2]
    return printed not in agencies() and _is_sure_name(name)


def _is_sure_name(name: str) -> bool:
    """Whether a bare name is a wire's and no word."""
    return name == "AP" or agencies().is_distinctive(name)


def is_sure_at(name: str, country: str | None) -> bool:
    """Whether a bare name is an agency's behind a place of that country: "APA" in Azerbaijan."""
    lexicon = agencies()
    is_home = country is not None and any(e.country == country for e in lexicon.candidates(name))
    return is_home or lexicon.is_distinctive(name)


def read_agency(text: str, at: int, pieces: Pieces, country: str | None) -> AgencyRead | None:
    """The agencies at ``at``: marked ones anywhere, bare ones behind a place or a day."""
    is_dashed = DASH_RE.search(text, pieces.end, at) is not None
    marked = read_marked_agency(text, at, country) or _read_reuter(text, at, pieces)
    if marked is not None:
        # "MONTREAL, Feb 26 - (Ivaco Inc) said": behind a spaced dash an unknown name is the story.
        is_joined = not is_dashed or not text[pieces.end : at].endswith(" ")
        return marked if marked.is_known or is_joined or _is_wire_between(text, marked) else None
    bare = read_bare_agency(text, at, country)
    if "|" in text[pieces.end : at]:
        # "Kampala, Uganda | THE INDEPENDENT | Text", "OSLO | Reuters — Text"; other bars are a
        # house's own: see the docs.
        is_closed = bare is not None and (
            BAR_RE.match(text, bare.end) or SPACED_DASH_RE.match(text, bare.end)
        )
        return bare if is_closed else None
    if is_dashed:
        # "ANKARA - Anadolu Agency" on a line for itself, "VANCOUVER - TheNewswire - March 3"; else
        # the story has begun.
        # Behind a place and a day its stop or colon will do: "MOSCOW, 4 March - RIA Novosti. Text".
        if bare is None:
            return None
        colon = bare.end + (text[bare.end : bare.end + 1] == ":")  # "Sana'a - Saba:"
        if LINE_END_RE.match(text, colon) or SPACED_DASH_RE.match(text, bare.end):
            return bare
        if STOP_RE.match(text, bare.end) is None:
            return None
        name = text[at : bare.end]
        if len(pieces.order) < 2:  # "Baku – APA. Text"
            return bare if name.isupper() and is_sure_at(name, country) else None
        return bare if text[bare.end] == ":" or agencies().is_distinctive(name) else None
    if not pieces.order:
        # Nothing but a comma or a dash makes a first word the agency.
        if bare is None or not (FIRST_RE.match(text, bare.end) or _leads_on(text, bare.end)):
            return None
        if FIRST_DASH_RE.match(text, bare.end) and not _is_sure_name(text[at : bare.end]):
            return None
        return None if _is_town(text, at) else bare
    # "NEW YORK TIMES -": behind a place a bare name needs its comma.
    if pieces.order == "W" and {",", "."}.isdisjoint(text[pieces.end : at]):
        # "London CNN  —" on a line for itself, "BAGHDAD / Aswat al-Iraq:" aside.
        if bare is None or DASH_LINE_RE.match(text, bare.end):
            return bare
        is_parted = SLASH_BEFORE_RE.search(text, pieces.end, at) is not None
        return bare if is_parted and text[bare.end : bare.end + 1] == ":" else None
    return bare or _read_unknown(text, at)


def _read_reuter(text: str, at: int, pieces: Pieces) -> AgencyRead | None:
    """Reuters' initial behind a known town in capitals; behind a name or a state it is a party."""
    if REUTER_RE.match(text, at) is None or len(pieces.places) != 1:
        return None
    first = pieces.places[0]
    if not (first.is_known and first.in_capitals) or first.is_area:
        return None
    one = Agency(text, at + 1, at + 2, name="Reuters", id="reuters")
    return AgencyRead((one,), is_known=True, mark="(", end=at + 3)


def read_second(text: str, at: int, pieces: Pieces) -> AgencyRead | None:
    """The agency in its marks behind a place, where a bare name stands before it.

    "Harbour News - OSLO (AP) --" has the outlet first, "WAM Dubai, May 4th, 2010 (WAM) --" says
    the same twice.
    """
    first = pieces.agencies
    country = pieces.places[0].country if pieces.places else None
    second = read_marked_agency(text, at, country)
    if first is None or first.mark or second is None or not second.is_known:
        return None
    more = tuple(one for one in second.agencies if one.name != first.agencies[0].name)
    return evolve(second, agencies=(*first.agencies, *more))


def _is_wire_between(text: str, marked: AgencyRead) -> bool:
    """Whether dashes stand on both sides: "MIAMI, FL — July 8, 2026 — (HARLOW NEWSWIRE) — Text"."""
    name = marked.agencies[-1].text
    return WIRE_RE.search(name) is not None and SPACED_DASH_RE.match(text, marked.end) is not None


def _is_town(text: str, at: int) -> bool:
    """Whether a name is a town after all: "MINA, Saudi Arabia"; not "AFP, Washington"."""
    where = read_place(text, at)
    if where is None or not where.is_known:
        return False
    area = where.place.text[len(where.printed) :].strip(", ")
    return is_city(where.printed) or not is_city(area)


def _leads_on(text: str, end: int) -> bool:
    """Whether a town and a day follow an agency without a comma: "AKP Phnom Penh, March 3 --"."""
    where = read_place(text, end + 1) if text[end : end + 1] == " " else None
    if where is None or not where.is_known:
        return False
    comma = COMMA_RE.match(text, where.end)
    return comma is not None and read_day(text, comma.end()) is not None


def _read_unknown(text: str, at: int) -> AgencyRead | None:
    """A bare agency that the lexicon has not, in capitals: "VILNIUS, Jan 05, XNS -"."""
    found = UNKNOWN_RE.match(text, at)
    if found is None or text[at - 2 : at] != ", " or isinstance(day(text, at), Match):
        return None
    one = Agency(text, at, found.end(), name=found.group())
    return AgencyRead((one,), is_known=found["site"] is not None, mark="", end=found.end())


def is_marked(text: str, at: int) -> bool:
    """Whether the slash at ``at`` opens an agency's marks, and is none between places."""
    found = read_marked_agency(text, at)
    if found is None or found.is_known:
        return found is not None
    # "LONDON/OOSTWOLDE/PARIS": an unknown agency's marks stand apart.
    return text[at - 1 : at].isspace()
