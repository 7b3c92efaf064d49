"""The pieces of datelines: places, a day, agencies, and the joints between them.

Pieces are read in whatever order they stand, each kind at most once. What they amount to, the
table of forms says.

    pieces = (places | day | agencies) (joint (places | day | agencies))*
    places = place (("/" | "," | "and" | "&" | ";") place)*
"""

from __future__ import annotations

from typing import TypeVar

import regex
from attrs import evolve

from diplotext.combinators import Match, Miss
from diplotext.head.agency import AgencyRead, read_bare_agency, read_marked_agency
from diplotext.head.dateline_form import Pieces
from diplotext.head.day import Day, day
from diplotext.head.place import PlaceRead, is_city, read_place
from diplotext.lazy_pattern import gated_regex, lazy_regex
from diplotext.lexicon.agency import agencies
from diplotext.model import Agency, Place

__all__ = ["is_gated", "read_pieces"]

N = TypeVar("N", Agency, Place)

# White space between pieces; a line break is that of hard-wrapped copy, so never indented.
GAP = r"[ \t\xa0]{0,4}(?:\r?\n(?=\S))?"
NARROWEST = 40  # the shortest line that can have been wrapped
# Between pieces: a comma, a stop, a dash, a slash, a bar or a space, with the slips of old feeds.
JOINT_RE = lazy_regex(rf"[ \t\xa0]{{0,3}}(?:[,.;|:]{{1,2}}|/(?=\s))?{GAP}(?:[-–—―_]{{1,3}}{GAP})?")
SLASH_RE = gated_regex(r"[ \t\xa0]{0,2}(?P<slash>/)")
DASH_RE = lazy_regex(r"[-–—―−_]")
LIST_RE = lazy_regex(rf"{GAP}(?:/|&|;|,?\s(?:and|und|et|y|e)(?=\s)|,){GAP}")
CLOSING_RE = gated_regex(
    rf"""(?P<space>,?{GAP})(?:
        (?:\.?(?P<dash>-{{1,3}}|[–—―−_]{{1,2}}|=|&[mn]dash;|â(?:€[”“]|\x80[\x93\x94])))(?=(?P<behind>[\s(\[<"“‘'«]|$)|[\p{{Lu}}\d.$€£&*])
      | (?P<colon>:)(?=\s|$|[\p{{Lu}}"“])
      | (?P<stop>\.)(?=\s|$)(?:[ ](?P<dash>[–—-]{{1,2}})(?=\s))?
      | (?P<bar>[|/])(?=\s)
    )""",
    regex.VERBOSE,
)
# "(Sputnik), Ann Roe —": the reporter between the agency and the dash.
REPORTER_RE = gated_regex(r",\s(?:\p{Lu}[\p{L}.'’-]+\s){1,4}(?=[-–—―]{1,2}\s)")
# The day of the Muslim calendar before the other: "Riyadh, Safar 14, 1443, Sept 21, 2021, SPA --".
HIJRI_NAME = r"\p{Lu}[\p{L}'’ -]{2,14}"
HIJRI_RE = gated_regex(
    rf",?\s(?:{HIJRI_NAME}\s\d{{1,2}}|\d{{1,2}}\s{HIJRI_NAME}),?\s1[34]\d\d(?:\sA?H\.?)?,?\s(?=[\p{{Lu}}\d])"
)
# By which town the cable went: "PETROGRAD, via London, March 4.—".
VIA_RE = gated_regex(
    r",?[ ]\(?[Vv]ia[ ]\p{Lu}[\p{L}.'’-]+(?:[ ]\p{Lu}[\p{L}.'’-]+){0,2}\)?(?=,?\s|[.:—-])"
)
# Behind a day: the hour ("March 4, 0915 GMT (Reuters)"), the year of Korea ("Juche 104 (2015)").
HOUR_RE = gated_regex(
    r"[, \t\xa0]{1,3}(?:[012]?\d[:.]?[0-5]\d\s?(?:GMT|UTC|[A-Z]{1,2}[SD]?T|hrs?|hours)"
    r"|[012]?\d[:.][0-5]\d|Juche\s\d{1,3}(?:\s?\((?:19|20)\d\d\))?)(?=\s?[(\[/,]|[ \t]*\r?(?:\n|$))"
)
# A dash of a typewriter with no space beside it: "LONDON, March 4.--The Queen", not "--based".
SENTENCE_RE = gated_regex(r"[\"“‘`']{0,2}\p{Lu}(?:\p{Ll}|['’]|[ ]\p{Ll})")
AFTER_RE = lazy_regex(r"\s*(\S?)")
# The gate, cheap and wide: a dateline opens with words in capitals, figures and small links, not
# with a sentence's opener, and holds a mark or a figure, or ends its line.
OPENERS = (
    r"(?:An?|Th(?:e(?!\sHague)|ey|at|is|ere|ose|ese)|In|On|At|It|He|She|We|I|You|But|And|As|By|For"
    r"|From|If|His|Her|Its|Our|My|With|When|While|After|Before|Since|So|One|Two|Some|Many|Most|All"
    r"|No|Not|Mr|Mrs|Ms|Dr)[.,'’]?\s"
)
FIRST = r"[\p{Lu}\d(\[/]|['’‘][sS]-\p{Lu}|\p{Ll}{1,3}[-'’]\p{Lu}|dpa\b|\p{Ll}{3,10}\.?\s\d"
LINKS = (
    r"(?:de|del|della|di|da|do|dos|das|du|des|la|las|los|le|les|el|al|am|an|der|den|im|in|on|of|the"
    r"|upon|under|sur|via|and|und|et|y|e|bei|ob|vor)(?=\s)"
)
# A word of the run: with a capital or a mark first ("al-Quds" too), a link, or a word in small
# letters before a figure ("march 4"), a comma ("New york,") or a mark; "a.M." behind Frankfurt.
RUN_WORD = (
    r"['’‘][sS]-\p{Lu}\S{0,40}+|[\p{Lu}\d(\[/|&,.–—―−_-]\S{0,60}+|\p{Ll}{1,3}[-'’]\p{Lu}\S{0,40}+"
    rf"|{LINKS}|a\.\S{{0,9}}+|\p{{Ll}}{{2,10}}(?:\.?(?=\s\d)|,|\b(?=[ ]{{0,2}}[-–—―−/(\[]))"
)
GATE_RE = gated_regex(
    rf"(?!{OPENERS})(?={FIRST})"
    rf"(?:(?:{RUN_WORD})(?:[ \t\xa0]{{1,4}}|\r?\n(?=\S)|(?=\r?\n)|$)){{1,16}}+"
)
MARK_RE = lazy_regex(r"[-–—―−_:(\[/|=\d]")


def is_gated(text: str, pos: int) -> bool:
    """Whether a dateline may stand at ``pos``."""
    gate = GATE_RE.match(text, pos)
    if gate is None:
        return False
    return (
        MARK_RE.search(text, pos, gate.end()) is not None
        or LINE_END_RE.match(text, gate.end()) is not None
    )


def read_pieces(text: str, pos: int) -> list[Pieces]:
    """The pieces at ``pos``, each kind at most once: one more in each entry than in the last."""
    found: list[Pieces] = []
    pieces = Pieces(text=text, start=pos, end=pos)
    at = pos
    for _ in range(3):
        more = _read_piece(text, at, pieces)
        if more is None:
            break
        pieces = _closed(more)
        found.append(pieces)
        hour = HOUR_RE.match(text, pieces.end) if pieces.order[-1:] == "D" else None
        behind = hour.end() if hour is not None else pieces.end
        if hour is not None and LINE_END_RE.match(text, behind) is not None:
            found.append(_closed(evolve(pieces, end=behind)))  # "MUMBAI, March 4, 15:14 IST"
            break
        joint = HIJRI_RE.match(text, behind) or JOINT_RE.match(text, behind)
        if joint is None or _is_line_end(text, pos, joint):
            break
        at = joint.end()
        slash = SLASH_RE.match(text, pieces.end)
        # "Jan. 5 / Trend, A. Rahimov /": the slash is the agency's, not a joint.
        if slash is not None and _is_marked(text, slash.start("slash")):
            at = slash.start("slash")
    return found


def _read_piece(text: str, at: int, pieces: Pieces) -> Pieces | None:
    """The pieces with the one at ``at``."""
    order = pieces.order
    country = pieces.places[0].place.country if pieces.places else None
    if not order and (joined := _read_joined(text, at, pieces)) is not None:
        return joined
    if pieces.agencies is None and (read := _read_agency(text, at, pieces, country)) is not None:
        order += "AD" if read.day is not None and pieces.day is None else "A"
        return evolve(pieces, order=order, end=read.end, agencies=read, day=read.day or pieces.day)
    dated = None if pieces.day else _read_day(text, at) or _read_number(text, at, pieces)
    if dated is not None:
        return evolve(pieces, order=order + "D", end=dated[1], day=dated[0])
    if not pieces.places and (listed := _read_places(text, at)):
        end = listed[-1].place.end
        via = VIA_RE.match(text, end)
        return evolve(pieces, order=order + "W", end=via.end() if via else end, places=listed)
    return None


def _read_joined(text: str, at: int, pieces: Pieces) -> Pieces | None:
    """Place and agency with a hyphen, a stroke or nothing between them.

    "(Oslo, Norway-AP) --", "LONDON AP --", and on a line for itself "QNA/Doha".
    """
    found = JOINED_RE.match(text, at) or WIRED_RE.match(text, at) or STROKE_RE.match(text, at)
    if found is None or found["agency"] not in agencies():
        return None
    # Each alone: what follows a hyphen would be read as a part of the name.
    where = read_place(found["place"], 0)
    if where is None or where.place.end != len(found["place"]) or not where.is_known:
        return None
    order = "WA" if found.start("place") < found.start("agency") else "AW"
    if order == "WA" and text[at] != "(" and not _is_sure_wire(found.group()):
        return None
    wire = read_bare_agency(found["agency"], 0, where.place.country)
    if wire is None or wire.end != len(found["agency"]):
        return None
    one = _moved(wire.agencies[0], text, found.span("agency"))
    mark = "(" if text[at] == "(" else ""
    return evolve(
        pieces,
        order=order,
        end=found.end(),
        places=(evolve(where, place=_moved(where.place, text, found.span("place"))),),
        agencies=evolve(wire, agencies=(one,), mark=mark, end=found.end()),
    )


def _moved(node: N, text: str, span: tuple[int, int]) -> N:
    """A node that was read alone, at its place in the text."""
    return evolve(node, document=text, start=span[0], end=span[1])


def _is_sure_wire(printed: str) -> bool:
    """Whether the last word behind a town is a wire's, and not one name with the town."""
    name = printed.rpartition(" ")[2]
    return printed not in agencies() and _is_sure_name(name)


def _is_sure_name(name: str) -> bool:
    """Whether a bare name is a wire's and no word."""
    return name == "AP" or agencies().is_distinctive(name)


WIRED_RE = gated_regex(
    r"(?P<place>\p{Lu}{2,}(?:[ ]\p{Lu}{2,}){0,2})[ ](?P<agency>\p{Lu}{2,8})(?=[ ](?:--?|[–—])[ ])"
)
STROKE_RE = gated_regex(
    r"(?P<agency>\p{Lu}[\p{L}-]{1,14})/(?P<place>\p{Lu}\p{L}+(?:[ ]\p{Lu}\p{L}+){0,2})"
    r"(?=[ \t]*\r?\n)"
)
JOINED_RE = gated_regex(
    r"\((?P<place>\p{Lu}[\p{L} .,'’-]{1,40}?)\s?[-–—]{1,2}\s?(?P<agency>[\p{Lu}]{2,8})\)"
)


def _is_line_end(text: str, pos: int, joint: regex.Match[str]) -> bool:
    """Whether a line break is the end of a line that nobody wrapped."""
    broken = text.find("\n", joint.start(), joint.end())
    return 0 <= broken < pos + NARROWEST


def _closed(pieces: Pieces) -> Pieces:
    """The pieces with the mark that closes them and what stands behind."""
    text, end = pieces.text, pieces.end
    reporter = REPORTER_RE.match(text, end) if pieces.agencies else None
    closing = CLOSING_RE.match(text, reporter.end() if reporter else end)
    if closing is not None and _is_line_end(text, pieces.start, closing):
        closing = None
    close = closing.end() if closing else end
    after = AFTER_RE.match(text, close)
    return evolve(
        pieces,
        closing=_closing_kind(closing),
        close=close,
        after=after.group(1) if after else "",
        is_spaced=bool(closing and (closing["space"] or text[close : close + 1].isspace())),
        is_long=text[close - 1 : close] == "—"
        or (text[close - 2 : close] == "--" and SENTENCE_RE.match(text, close) is not None),
    )


def _closing_kind(closing: regex.Match[str] | None) -> str:
    """Which mark closes: "dash", "colon", "stop", "bar"; "" if none does."""
    if closing is None:
        return ""
    return next(kind for kind in ("dash", "colon", "stop", "bar") if closing[kind] is not None)


def _read_agency(text: str, at: int, pieces: Pieces, country: str | None) -> AgencyRead | None:
    """The agencies at ``at``: marked ones anywhere, bare ones behind a place or a day."""
    is_dashed = DASH_RE.search(text, pieces.end, at) is not None
    marked = read_marked_agency(text, at, country)
    if marked is not None:
        # "MONTREAL, Feb 26 - (Ivaco Inc) said": behind a spaced dash an unknown name is the story.
        is_joined = not is_dashed or not text[pieces.end : at].endswith(" ")
        return marked if marked.is_known or is_joined else None
    if "|" in text[pieces.end : at]:
        return None  # bars are a house's own: see the docs on house styles
    bare = read_bare_agency(text, at, country)
    if is_dashed:
        # "ANKARA - Anadolu Agency" on a line for itself, "VANCOUVER - TheNewswire - March 3"; else
        # the story has begun.
        # Behind a place and a day its stop or colon will do: "MOSCOW, 4 March - RIA Novosti. Text".
        if bare is None:
            return None
        if LINE_END_RE.match(text, bare.end) or SPACED_DASH_RE.match(text, bare.end):
            return bare
        if len(pieces.order) < 2 or STOP_RE.match(text, bare.end) is None:
            return None
        is_name = text[bare.end] == ":" or agencies().is_distinctive(text[at : bare.end])
        return bare if is_name else None
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
    comma = COMMA_RE.match(text, where.place.end)
    return comma is not None and _read_day(text, comma.end()) is not None


def _read_number(text: str, at: int, pieces: Pieces) -> tuple[Day, int] | None:
    """The day of a month that is not named, between place and agency: "MADRID, 03 (EFE)"."""
    found = NUMBER_RE.match(text, at) if pieces.order == "W" and pieces.places[0].is_known else None
    if found is None or text[at - 2 : at] != ", " or found["agency"] not in agencies():
        return None
    end = found.end("day")
    return Day(text, at, end, day=int(found["day"])), end


def _read_day(text: str, at: int) -> tuple[Day, int] | None:
    """The day at ``at``, in brackets or not, and its end."""
    bracket = text[at : at + 1] == "("
    found = day(text, at + bracket)
    if isinstance(found, Miss) or (bracket and text[found.end : found.end + 1] != ")"):
        return None
    return found.value, found.end + bracket


LINE_END_RE = lazy_regex(r"[ \t\xa0]*\r?(?:\n|$)")
DASH_LINE_RE = lazy_regex(r"[ \t\xa0]{1,2}[–—―][ \t\xa0]*\r?(?:\n|$)")
# "TASS, January 21.", "London CNN —" on a line for itself, "AFP - The ferry sank ...".
FIRST_DASH = r"[ ](?:--?|[–—])[ ]{1,2}(?=\p{Lu})"
FIRST_DASH_RE = lazy_regex(FIRST_DASH)
FIRST_RE = lazy_regex(rf",|[ \t\xa0]{{1,2}}[–—―][ \t\xa0]*\r?\n|{FIRST_DASH}")
STOP_RE = lazy_regex(r"[.:][ \t\xa0]+(?=\p{Lu})")
SPACED_DASH_RE = lazy_regex(r"[ \t\xa0]{1,2}(?:--?|[–—―])[ \t\xa0]")
SLASH_BEFORE_RE = lazy_regex(r"\s/\s")
COMMA_RE = lazy_regex(r",[ \t\xa0]{1,2}")
NUMBER_RE = gated_regex(r"(?P<day>[0-3]?\d)(?=[ ]\((?P<agency>[^()\n]{2,30})\))")
UNKNOWN_RE = gated_regex(r"\p{Lu}{2,10}(?=\s?(?:--?|[–—―])\s)")


def _read_unknown(text: str, at: int) -> AgencyRead | None:
    """A bare agency that the lexicon has not, in capitals: "VILNIUS, Jan 05, XNS -"."""
    found = UNKNOWN_RE.match(text, at)
    if found is None or text[at - 2 : at] != ", " or isinstance(day(text, at), Match):
        return None
    one = Agency(text, at, found.end(), name=found.group())
    return AgencyRead((one,), is_known=False, mark="", end=found.end())


def _is_marked(text: str, at: int) -> bool:
    """Whether the slash at ``at`` opens an agency's marks, and is none between places."""
    found = read_marked_agency(text, at)
    if found is None or found.is_known:
        return found is not None
    # "LONDON/OOSTWOLDE/PARIS": an unknown agency's marks stand apart.
    return text[at - 1 : at].isspace()


def _read_places(text: str, at: int) -> tuple[PlaceRead, ...]:
    """The places at ``at``; further ones must look like the first."""
    first = read_place(text, at)
    if first is None:
        return ()
    found = [first]
    for _ in range(4):
        end = found[-1].place.end
        slash = SLASH_RE.match(text, end)
        joint = LIST_RE.match(text, end)
        if joint is None or (slash and _is_marked(text, slash.start("slash"))):
            break
        more = read_place(text, joint.end())
        if more is None or (more.in_capitals and not first.in_capitals):
            break
        if not more.is_known and ("," in joint.group() or not more.in_capitals):
            break
        found.append(more)
    return tuple(found)
