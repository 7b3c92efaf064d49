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

GAP = r"[ \t\xa0]{0,4}(?:\r?\n[ \t]{0,12})?"
# Between pieces: a comma, a stop, a dash, a slash, a bar or a space, with the slips of old feeds.
JOINT_RE = regex.compile(rf"[ \t\xa0]{{0,3}}(?:[,.;|:]{{1,2}}|/(?=\s))?{GAP}(?:[-–—_]{{1,3}}{GAP})?")
SLASH_RE = regex.compile(r"[ \t\xa0]?/[ \t\xa0]?")
LIST_RE = regex.compile(rf"{GAP}(?:/|&|;|,?\s(?:and|und|et|y|e)(?=\s)|,){GAP}")
CLOSING_RE = regex.compile(
    rf"""(?P<space>{GAP})(?:
        (?P<dash>-{{1,3}}|[–—―−_]{{1,2}})(?=(?P<behind>[\s(\[<"“‘'«]|$)|[\p{{Lu}}\d.$€£&*])
      | (?P<colon>:)(?=\s|$|[\p{{Lu}}"“])
      | (?P<stop>\.)(?=\s|$)(?:[ ](?P<dash>[–—-]{{1,2}})(?=\s))?
      | (?P<bar>[|/])(?=\s)
    )""",
    regex.VERBOSE,
)
AFTER_RE = regex.compile(r"\s*(\S?)")
# Cheap: a dateline opens with a capital, a figure or a bracket (or "al-", "McALLEN"), and has
# one of its marks within reach.
GATE_RE = regex.compile(
    r"(?=[\p{Lu}\d(\[/]|\p{Ll}{1,2}[-'’]\p{Lu}|dpa|\p{Ll}{4,9}\s\d)[^\n]{0,110}?(?:[-–—_:(\[/|]|[.,]\s|\n|$)"
)


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
    if GATE_RE.match(text, pos) is None:
        return Miss(pos, frozenset({"place", "date", "agency"}))
    pieces = _read_pieces(text, pos)
    if not pieces.order:
        return Miss(pos, frozenset({"place", "date", "agency"}))
    if any(form.order == pieces.order and form.accepts(pieces) for form in FORMS):
        return Match(_build(text, pos, pieces), pieces.close)
    names = {"W": "place", "D": "date", "A": "agency"}
    missing = {names[kind] for kind in "DA" if kind not in pieces.order}
    if not pieces.closing:
        missing.add("closing mark")
    return Miss(pieces.end, frozenset(missing or {"the text of the story"}))


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


def _read_pieces(text: str, pos: int) -> Pieces:
    """The pieces at ``pos``, each kind once, as far as they go, and the closing mark."""
    order, end, at = "", pos, pos
    places: tuple[PlaceRead, ...] = ()
    found_day: Day | None = None
    agencies: AgencyRead | None = None
    for _ in range(4):
        country = places[0].place.country if places else None
        if agencies is None and (read := _read_agency(text, at, order, country)) is not None:
            order, end, agencies = order + "A", read.end, read
            if read.day is not None and found_day is None:
                order, found_day = order + "D", read.day
        elif found_day is None and (dated := _read_day(text, at)) is not None:
            (found_day, end), order = dated, order + "D"
        elif not places and (listed := _read_places(text, at)):
            order, end, places = order + "W", listed[-1].place.end, listed
        else:
            break
        joint = JOINT_RE.match(text, end)
        at = joint.end() if joint else end
        slash = SLASH_RE.match(text, end)
        # "Jan. 5 / Trend, A. Rahimov /": the slash is the agency's, not a joint.
        if slash is not None and agencies is None:
            marked = read_marked_agency(text, slash.end() - len(slash.group().lstrip()), None)
            at = slash.end() - len(slash.group().lstrip()) if marked else at
    closing = CLOSING_RE.match(text, end) if order else None
    close = closing.end() if closing else end
    after = AFTER_RE.match(text, close)
    return Pieces(
        text=text,
        start=pos,
        order=order,
        places=places,
        day=found_day,
        agencies=agencies,
        end=end,
        closing=_closing_kind(closing),
        close=close,
        after=after.group(1) if after else "",
        is_spaced=bool(closing and (closing["space"] or text[close : close + 1].isspace())),
    )


def _closing_kind(closing: regex.Match[str] | None) -> str:
    """Which mark closes: "dash", "colon", "stop", "bar"; "" if none does."""
    if closing is None:
        return ""
    return next(kind for kind in ("dash", "colon", "stop", "bar") if closing[kind] is not None)


def _read_agency(text: str, at: int, order: str, country: str | None) -> AgencyRead | None:
    """The agencies at ``at``: marked ones anywhere, known bare ones behind a place or a day."""
    marked = read_marked_agency(text, at, country)
    if marked is not None:
        return marked
    bare = read_bare_agency(text, at, country)
    if bare is not None and not order:
        # "TASS, January 21.": nothing but a comma makes a first word the agency.
        return bare if text[bare.end : bare.end + 1] == "," else None
    if bare is not None or not order:
        return bare
    return _read_unknown(text, at)


def _read_day(text: str, at: int) -> tuple[Day, int] | None:
    """The day at ``at``, in brackets or not, and its end."""
    bracket = text[at : at + 1] == "("
    found = day(text, at + bracket)
    if isinstance(found, Miss) or (bracket and text[found.end : found.end + 1] != ")"):
        return None
    return found.value, found.end + bracket


UNKNOWN_RE = regex.compile(r"\p{Lu}{2,10}(?=\s?(?:--?|[–—])\s)")


def _read_unknown(text: str, at: int) -> AgencyRead | None:
    """A bare agency that the lexicon has not, in capitals before a dash: "VILNIUS, Jan 05, XNS -"."""
    found = UNKNOWN_RE.match(text, at)
    if found is None or text[at - 2 : at] != ", " or isinstance(day(text, at), Match):
        return None
    one = Agency(text, at, found.end(), name=found.group())
    return AgencyRead((one,), is_known=False, mark="", end=found.end())


def _read_places(text: str, at: int) -> tuple[PlaceRead, ...]:
    """The places at ``at``; further ones must look like the first."""
    first = read_place(text, at)
    if first is None:
        return ()
    found = [first]
    while len(found) < 5:
        joint = LIST_RE.match(text, found[-1].place.end)
        if joint is None or read_marked_agency(text, joint.start() + len(joint.group()) - len(joint.group().lstrip()), None):
            break
        more = read_place(text, joint.end())
        if more is None or more.in_capitals != first.in_capitals:
            break
        if "," in joint.group() and not more.is_known:
            break
        found.append(more)
    return tuple(found)

