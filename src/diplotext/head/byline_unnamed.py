"""Bylines that name nobody ("By Our Correspondent"), and the marks that end any byline."""

from __future__ import annotations

from attrs import evolve

from diplotext.combinators import Match
from diplotext.head.agency import read_bare_agency
from diplotext.head.byline_name import GAP, S
from diplotext.head.place import read_place
from diplotext.lazy_pattern import gated_regex, lazy_regex
from diplotext.model import Byline, Passage

__all__ = ["CLOSE_RE", "END_RE", "HOW_RE", "IN_RE", "UNNAMED_OPENERS", "read_unnamed", "read_wire"]

IN_RE = lazy_regex(rf",?{GAP}(?:in|IN|from|at){GAP}(?=\p{{Lu}})")
END_RE = lazy_regex(
    rf"{S}*+(?:(?:[).,:;|=</-]|\.?[)\]]\.?){S}*+)?(?:&[A-Z]{{2}};{S}*+)*(?=[\r\n\x0b\x0c\x85\u2028\u2029]|$)"
)
CLOSE_RE = lazy_regex(rf"{S}?\.?[)\]]\.?")
# "By Electric Telegraph": how the message came, not who wrote it.
HOW_RE = lazy_regex(
    rf"(?i:(?:\p{{L}}+{GAP}){{0,2}}(?:cable|telegraph|telegram|wireless|telephone|airmail|mail)[.)\]]{{0,2}}{S}*(?:\r?\n|$))"
)
UNNAMED_OPENERS = frozenset("BbCcFfSsWw([")  # with what such a byline begins: a cheap look
# "By our diplomatic correspondent", "From wire reports": nobody is named.
UNNAMED_RE = gated_regex(
    rf"[(\[]?(?i:by|(?:compiled{GAP})?from):?{GAP}(?P<title>(?i:(?:an?|our|the){GAP}(?:[\p{{L}}-]+{GAP}){{0,3}}?"
    rf"(?:correspondents?|reporters?|writers?|staff|editorial{GAP}board)|correspondents|(?:news{GAP})?agencies"
    rf"|(?:(?-i:\p{{Lu}})\p{{L}}+{GAP}){{1,3}}(?:reporters|correspondents)"
    rf"|(?:(?-i:\p{{Lu}})\p{{L}}+{GAP}){{1,2}}(?:staff{GAP}and{GAP})?(?:wire{GAP}(?:services?|reports?)|(?-i:news{GAP}services))"
    rf"|(?:staff|wire|news|agency|combined)(?:{GAP}(?:and|&){GAP}(?:wire|staff|agency))?{GAP}"
    rf"(?:services?|reports?|agencies|reporters?|writers?|dispatches)(?:{GAP}and{GAP}(?:staff|wire|news){GAP}(?:services|reports))?))(?=[.)\]]{{0,2}}{S}*(?:\r?\n|$)|{GAP}in{GAP}\p{{Lu}})"
)
# "Special to The Harbour Times": the paper's own man at the place of the dateline.
SPECIAL_LINE_RE = gated_regex(
    rf"(?i:(?P<title>(?:special(?:{GAP}(?:cable|wireless|radio|dispatch|correspondence))?|wireless"
    rf"|by{GAP}(?:[\p{{L}}]+{GAP}){{0,3}}?(?:wireless|cable)(?:{GAP}telegraph)?)"
    rf"{GAP}(?:to|of|for){GAP}(?:the{GAP})?(?-i:\p{{Lu}})[\p{{L}}'’&-]*(?:{GAP}(?-i:\p{{Lu}})[\p{{L}}'’&-]*){{0,4}}))\.?"
    rf"(?={S}*(?:\r?\n|$))"
)

# "By RFE/RL's Kazakh Service"
SERVICE_RE = gated_regex(
    rf"(?:By|BY|by){GAP}(?P<agency>\p{{Lu}}[\p{{L}}/ -]{{1,30}}?)['’]s{GAP}"
    rf"(?:\p{{Lu}}[\p{{L}}-]+{GAP}){{1,3}}(?:Service|Bureau|Desk|Newsroom)(?={S}*(?:\r?\n|$))"
)


def read_unnamed(text: str, pos: int) -> Match[Byline] | None:
    r"""The byline at ``pos`` that names nobody, None if there is none.

    >>> read_unnamed("[From Our Own Correspondent.]", 0).value.titles[0].text
    'Our Own Correspondent'
    >>> read_unnamed("From our readers", 0) is None
    True
    """
    special = SPECIAL_LINE_RE.match(text, pos)
    if special is not None:
        title = Passage(text, *special.span("title"))
        return Match(Byline(text, pos, special.end(), titles=(title,)), special.end())
    service = SERVICE_RE.match(text, pos)
    wire = read_bare_agency(service["agency"], 0) if service is not None else None
    if service is not None and wire is not None and wire.end == len(service["agency"]):
        start, end = service.span("agency")
        one = evolve(wire.agencies[0], document=text, start=start, end=end)
        return Match(Byline(text, pos, service.end(), agency=one), service.end())
    unnamed = UNNAMED_RE.match(text, pos)
    if unnamed is not None:
        title = Passage(text, *unnamed.span("title"))
        lead = IN_RE.match(text, title.end)
        read = read_place(text, lead.end()) if lead is not None else None
        end = read.end if read is not None else title.end
        if END_RE.match(text, end) is not None:
            closed = CLOSE_RE.match(text, end) if text[pos] in "([" else None
            end = closed.end() if closed is not None else end
            end += text.startswith(".", end)
            where = read.place if read is not None else None
            return Match(Byline(text, pos, end, titles=(title,), place=where), end)
    return None


# "--(Reuter)", "-- (Harbour News Services)", "--(Reuter, PA)" in the place of a name.
WIRE_RE = lazy_regex(
    rf"--{S}?\(?(?P<first>\p{{Lu}}\p{{L}}+(?:{S}\p{{Lu}}\p{{L}}+){{0,3}}?)"
    rf"(?:[/,]{S}?\p{{Lu}}\p{{L}}+)*(?:{S}Services?)?\)?(?={S}*(?:\r?\n|$))"
)


def read_wire(text: str, pos: int) -> Match[Byline] | None:
    """The byline that has an agency in the place of a name, None if there is none.

    >>> read_wire("--(AFP/Reuter)", 0).value.agency.name
    'Agence France-Presse'
    >>> read_wire("-- (more to come)", 0) is None
    True
    """
    found = WIRE_RE.match(text, pos)
    wire = read_bare_agency(found["first"], 0) if found is not None else None
    if found is None or wire is None or wire.end < len(found["first"]):
        return None
    start, end = found.span("first")
    one = evolve(wire.agencies[0], document=text, start=start, end=end)
    return Match(Byline(text, pos, found.end(), agency=one), found.end())
