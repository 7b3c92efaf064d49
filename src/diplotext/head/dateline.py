r"""Datelines: where, when and by which agency a story was filed.

    MOSCOW, January 21. /TASS/.          BEIJING, March 31 (Xinhua) --
    ANN ARBOR, Mich./FLORHAM PARK, New Jersey, Feb. 12, 2026 /PRNewswire/ --
    (ANSA) - ROME, JUL 11 -              SALT LAKE CITY —

A dateline is read as pieces (places, a day, agencies, in any order, with their joints), and the
pieces are then judged by ``FORMS``, a table from the strictest form to the loosest: the less a
form says, the more the gazetteer and the capitals have to say for it. Looks alike, and is none:
``NASA -- the space agency --``, ``SMITH (AP) -- no relation``, ``COVID-19 - five things``.

    dateline = pieces closing ; pieces = (places | day | agencies) (joint ...)* ; each at most once
    places   = place (("/" | "," | "and" | "&" | ";") place)*
    closing  = "-" | "--" | "–" | "—" | "_" | ":" | "." | "/" | "|" | nothing

Not handled: datelines at the end of a story, other alphabets than the Latin one.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

import regex
from attrs import evolve, frozen

from diplotext.combinators import Match, Miss, Parser, parse_with, spanned
from diplotext.head.agency import AgencyRead, agency, read_bare_agency, read_marked_agency
from diplotext.head.dateline_form import FORMS, Pieces
from diplotext.head.day import Day, day, resolve_day
from diplotext.head.place import PlaceRead, place, read_place
from diplotext.model import Agency, Dateline, Passage, Place

__all__ = ["agency", "dateline", "dateline_of", "day", "parse_dateline", "place", "resolve_dateline"]

# White space between pieces; a line break is that of hard-wrapped copy, so never indented.
GAP = r"[ \t\xa0]{0,4}(?:\r?\n(?=\S))?"
NARROWEST = 40  # the shortest line that can have been wrapped
# Between pieces: a comma, a stop, a dash, a slash, a bar or a space, with the slips of old feeds.
JOINT_RE = regex.compile(rf"[ \t\xa0]{{0,3}}(?:[,.;|:]{{1,2}}|/(?=\s))?{GAP}(?:[-–—―_]{{1,3}}{GAP})?")
SLASH_RE = regex.compile(r"[ \t\xa0]{0,2}(?P<slash>/)")
DASH_RE = regex.compile(r"[-–—―−_]")
LIST_RE = regex.compile(rf"{GAP}(?:/|&|;|,?\s(?:and|und|et|y|e)(?=\s)|,){GAP}")
CLOSING_RE = regex.compile(
    rf"""(?P<space>,?{GAP})(?:
        (?:\.?(?P<dash>-{{1,3}}|[–—―−_]{{1,2}}|=))(?=(?P<behind>[\s(\[<"“‘'«]|$)|[\p{{Lu}}\d.$€£&*])
      | (?P<colon>:)(?=\s|$|[\p{{Lu}}"“])
      | (?P<stop>\.)(?=\s|$)(?:[ ](?P<dash>[–—-]{{1,2}})(?=\s))?
      | (?P<bar>[|/])(?=\s)
    )""",
    regex.VERBOSE,
)
# "(Sputnik), Ann Roe —": the reporter between the agency and the dash.
REPORTER_RE = regex.compile(r",\s(?:\p{Lu}[\p{L}.'’-]+\s){1,4}(?=[-–—―]{1,2}\s)")
# The day of the Muslim calendar before the other one: "Riyadh, Safar 14, 1443, Sept 21, 2021, SPA --".
HIJRI_RE = regex.compile(
    r",?\s(?:\p{Lu}[\p{L}'’ -]{2,14}\s\d{1,2}|\d{1,2}\s\p{Lu}[\p{L}'’ -]{2,14}),?\s1[34]\d\d(?:\sA?H\.?)?,?\s(?=\p{Lu}|\d)"
)
AFTER_RE = regex.compile(r"\s*(\S?)")
# The gate, cheap and wide: a dateline opens with words in capitals, figures and small links, not
# with a sentence's opener, and holds a mark or a figure or ends its line.
OPENERS = (
    r"(?:An?|Th(?:e(?!\sHague)|ey|at|is|ere|ose|ese)|In|On|At|It|He|She|We|I|You|But|And|As|By|For|From|If|His"
    r"|Her|Its|Our|My|With|When|While|After|Before|Since|So|One|Two|Some|Many|Most|All|No|Not|Mr|Mrs|Ms|Dr)"
)
GATE_RE = regex.compile(
    rf"""(?!{OPENERS}[.,'’]?\s)(?=[\p{{Lu}}\d(\[/]|\p{{Ll}}{{1,3}}[-'’]\p{{Lu}}|dpa\b|\p{{Ll}}{{3,10}}\.?\s\d)
    (?P<run>(?:(?:[\p{{Lu}}\d(\[/|&,.–—―−_-][^\s]{{0,60}}+|\p{{Ll}}{{1,3}}[-'’]\p{{Lu}}[^\s]{{0,40}}+
      |(?:de|del|della|di|da|do|dos|das|du|des|la|las|los|le|les|el|al|am|an|der|den|im|in|on|of|the|upon
         |under|sur|and|und|et|y|e|bei|ob)(?=\s)
      |\p{{Ll}}{{2,10}}(?:\.?(?=\s\d)|,|\b(?=[ ]{{0,2}}[-–—―−/(\[])))(?:[ \t\xa0]{{1,4}}|\r?\n(?=\S)|$)){{1,16}}+)""",
    regex.VERBOSE,
)
MARK_RE = regex.compile(r"[-–—―−_:(\[/|=\d]")


def _is_gated(text: str, pos: int) -> bool:
    """Whether a dateline may stand at ``pos``."""
    gate = GATE_RE.match(text, pos)
    if gate is None:
        return False
    return MARK_RE.search(text, pos, gate.end()) is not None or LINE_END_RE.match(text, gate.end()) is not None


def parse_dateline(text: str, published: datetime.date | None = None) -> Dateline:
    """The dateline at the start of the text; raises ``ParseError`` if there is none.

    ``published`` gives a date its year where the text has none.

    >>> import datetime
    >>> found = parse_dateline("GENEVA, March 14 (Reuters) - Text", datetime.date(2021, 3, 15))
    >>> [place.name for place in found.places], found.agencies[0].id, found.date
    (['Geneva'], 'reuters', datetime.date(2021, 3, 14))
    >>> found.text
    'GENEVA, March 14 (Reuters) -'
    >>> parse_dateline("GENEVA hosts the talks.")
    Traceback (most recent call last):
    diplotext.errors.ParseError: line 1, column 7: expected agency, closing mark or date
    GENEVA hosts the talks.
          ^
    """
    return resolve_dateline(parse_with(dateline, text), published)


def dateline(text: str, pos: int, /) -> Match[Dateline] | Miss:
    """The dateline at ``pos``, in any of the forms of ``FORMS``.

    Its date is None where only the day of publication can tell: see ``resolve_dateline``.

    >>> dateline("SALT LAKE CITY — Snow fell.", 0).value.text
    'SALT LAKE CITY —'
    >>> dateline("NASA — the space agency — said", 0)
    Miss(pos=4, expected=frozenset({'date', 'agency'}))
    """
    if not _is_gated(text, pos):
        return Miss(pos, frozenset({"place", "date", "agency"}))
    read = _read_pieces(text, pos)
    # The last piece may be the first words of the story: "(Reuters) - France, ...".
    for pieces in reversed(read):
        if any(form.order == pieces.order and form.accepts(pieces) for form in FORMS):
            return Match(_build(text, pos, pieces), pieces.close)
    return _miss(pos, read)


def _miss(pos: int, read: list[Pieces]) -> Miss:
    """What would have been right behind the pieces that were read."""
    if not read:
        return Miss(pos, frozenset({"place", "date", "agency"}))
    names = {"D": "date", "A": "agency"}
    missing = {name for kind, name in names.items() if kind not in read[-1].order}
    if not read[-1].closing:
        missing.add("closing mark")
    return Miss(read[-1].end, frozenset(missing or {"the text of the story"}))


def resolve_dateline(found: Dateline, published: datetime.date | None) -> Dateline:
    """The dateline with the date that ``published`` settles; itself if there is nothing to settle.

    >>> import datetime
    >>> open_one = parse_dateline("ROME, Feb. 30 (ANSA) - Text")
    >>> resolve_dateline(open_one, datetime.date(2021, 3, 1)).date is None
    True
    """
    if found.date is not None or found.date_text is None or published is None:
        return found
    read = day(found.document, found.date_text.start)
    if isinstance(read, Miss):
        return found
    return evolve(found, date=resolve_day(read.value, published))


def dateline_of(parser: Parser[Any]) -> Parser[Dateline]:
    """A parser of datelines made of one whose values are places, agencies and days.

    All that stand in its value count, however deep in tuples; what else is there is dropped.

    >>> from diplotext.combinators import literal, seq
    >>> house = dateline_of(seq(place, literal(" | "), day, literal(" | "), agency))
    >>> found = house("KYIV | 14 March | Ukrinform", 0).value
    >>> found.places[0].name, found.date_text.text, found.agencies[0].name
    ('Kyiv', '14 March', 'Ukrinform')
    >>> house("KYIV, 14 March", 0)
    Miss(pos=4, expected=frozenset({"' | '"}))
    """
    return spanned(parser, _collect)


def _collect(text: str, start: int, end: int, value: Any) -> Dateline:
    nodes = list(_passages(value))
    days = [node for node in nodes if isinstance(node, Day)]
    return Dateline(
        text,
        start,
        end,
        places=tuple(node for node in nodes if isinstance(node, Place)),
        agencies=tuple(node for node in nodes if isinstance(node, Agency)),
        date=days[0].date if days else None,
        date_text=Passage(text, days[0].start, days[0].end) if days else None,
    )


def _passages(value: Any) -> Iterator[Passage]:
    """The passages in nested tuples, in order."""
    if isinstance(value, Passage):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _passages(item)


def _build(text: str, pos: int, pieces: Pieces) -> Dateline:
    found = pieces.day
    return Dateline(
        text,
        pos,
        pieces.close,
        places=tuple(read.place for read in pieces.places),
        agencies=pieces.agencies.agencies if pieces.agencies else (),
        date=found.date if found else None,
        date_text=Passage(text, found.start, found.end) if found else None,
    )


def _read_pieces(text: str, pos: int) -> list[Pieces]:
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
        joint = HIJRI_RE.match(text, pieces.end) or JOINT_RE.match(text, pieces.end)
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
    if pieces.agencies is None and (read := _read_agency(text, at, pieces, country)) is not None:
        order += "AD" if read.day is not None and pieces.day is None else "A"
        return evolve(
            pieces, order=order, end=read.end, agencies=read, day=read.day or pieces.day
        )
    if pieces.day is None and (dated := _read_day(text, at)) is not None:
        return evolve(pieces, order=order + "D", end=dated[1], day=dated[0])
    if not pieces.places and (listed := _read_places(text, at)):
        return evolve(pieces, order=order + "W", end=listed[-1].place.end, places=listed)
    return None


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
        is_long=text[close - 1 : close] == "—",
    )


def _closing_kind(closing: regex.Match[str] | None) -> str:
    """Which mark closes: "dash", "colon", "stop", "bar"; "" if none does."""
    if closing is None:
        return ""
    return next(kind for kind in ("dash", "colon", "stop", "bar") if closing[kind] is not None)


def _read_agency(
    text: str, at: int, pieces: Pieces, country: str | None
) -> AgencyRead | None:
    """The agencies at ``at``: marked ones anywhere, bare ones behind a place or a day."""
    is_dashed = DASH_RE.search(text, pieces.end, at) is not None
    marked = read_marked_agency(text, at, country)
    if marked is not None:
        # "MONTREAL, Feb 26 - (Ivaco Inc) said": behind a spaced dash an unknown name is the story.
        is_joined = not is_dashed or not text[pieces.end : at].endswith(" ")
        return marked if marked.is_known or is_joined else None
    bare = read_bare_agency(text, at, country)
    if is_dashed:
        # "ANKARA - Anadolu Agency" on a line for itself; else the story has begun.
        ends_line = bare is not None and LINE_END_RE.match(text, bare.end) is not None
        return bare if ends_line else None
    if not pieces.order:
        # "TASS, January 21.": nothing but a comma makes a first word the agency.
        where = read_place(text, at)
        is_place = where is not None and where.is_known
        is_first = bare is not None and FIRST_RE.match(text, bare.end) is not None
        return bare if is_first and not is_place else None
    # "NEW YORK TIMES -": behind a place a bare name needs its comma.
    if pieces.order == "W" and not regex.search("[,.]", text[pieces.end : at]):
        return None
    return bare or _read_unknown(text, at)


def _read_day(text: str, at: int) -> tuple[Day, int] | None:
    """The day at ``at``, in brackets or not, and its end."""
    bracket = text[at : at + 1] == "("
    found = day(text, at + bracket)
    if isinstance(found, Miss) or (bracket and text[found.end : found.end + 1] != ")"):
        return None
    return found.value, found.end + bracket


LINE_END_RE = regex.compile(r"[ \t\xa0]*\r?(?:\n|$)")
FIRST_RE = regex.compile(r",|[ \t\xa0]{1,2}[–—―][ \t\xa0]*\r?\n")
UNKNOWN_RE = regex.compile(r"\p{Lu}{2,10}(?=\s?(?:--?|[–—―])\s)")


def _read_unknown(text: str, at: int) -> AgencyRead | None:
    """A bare agency that the lexicon has not, in capitals before a dash: "VILNIUS, Jan 05, XNS -"."""
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
