r"""Bylines: who wrote the story, as printed at its head.

    By Ann Roe                             By ANN ROE and BO LI
    By Ann Roe, Bo Li and Cy Day in CITY   By ANN ROE, AP Sports Writer
    By Ann Roe                             by Ann Roe, Reuters
    Associated Press Writer                By Reuters Staff

A byline fills its line, or stands glued before a dateline (``By Ann Roe CITY Oct 31 (Reuters) -``).
Not handled: names without "By", bylines at the end of a story, other alphabets than the Latin one.

    byline = "by" names ["in" place] ([","] agency | title | contact)* end-of-line
    names  = name (("," | "and" | "&" | "with" | ";") name)*
"""

from __future__ import annotations

from attrs import evolve

from diplotext.combinators import Match, Miss, parse_with
from diplotext.head.agency import read_bare_agency
from diplotext.head.byline_line import whole_line
from diplotext.head.byline_name import GAP, NAME_RE, S
from diplotext.head.byline_part import TITLE_NOUNS
from diplotext.head.byline_people import Names, read_names
from diplotext.head.byline_unnamed import (
    CLOSE_RE,
    HOW_RE,
    UNNAMED_OPENERS,
    read_unnamed,
    read_wire,
)
from diplotext.head.dateline import dateline
from diplotext.lazy_pattern import gated_regex, lazy_regex
from diplotext.lexicon.agency import agencies
from diplotext.lexicon.day import MONTH
from diplotext.lexicon.stamp import is_stamp
from diplotext.model import Byline, Dateline, Passage

__all__ = ["byline", "parse_byline", "read_signature"]

EXPECTED = frozenset({"byline"})
# "From Ann Roe in CITY": without its place, or a wire's dateline below, it is no byline.
FROM_RE = gated_regex(rf"(?:From|FROM|from){GAP}(?=\p{{Lu}})")
# "By North America correspondent Ann Roe": the job before the name, its noun in small letters.
# By "Staff Sgt. Ann Roe" or "Petty Officer 1st Class Ann Roe": the rank.
ROLE_RE = lazy_regex(
    rf"(?P<title>(?:[\p{{L}}.-]+{GAP}){{0,4}}(?:correspondent|reporter|editor|writer|columnist|analyst)s?"
    rf"|(?:U\.S\.{GAP})?(?:\p{{Lu}}\p{{L}}+\.?{GAP}){{0,3}}(?:(?:Sgt|Lt|Cpl|Pfc|Pvt|Spc|Capt|Maj|Col|Cmdr|Ens)\.?"
    rf"|Airman|Seaman|Specialist|Officer)(?:{GAP}(?:j\.g\.|(?:1st|2nd|3rd|First|Second|Third){GAP}Class))?)"
    rf"{GAP}(?=\p{{Lu}})"
)
OPEN_RE = gated_regex(
    r"(?:[—–*-]{1,2}\s?|(?P<bracket>[(\[]))?"
    r"(?:By|BY|by|(?:[Ss]tory(?:\s(?:and|&)\s[Pp]hotos?)?|[Cc]ompiled|[Rr]eported|[Cc]ontributed|[Ss]ubmitted|[Ww]ritten|[Ww]ords|[Aa]nalysis|[Oo]pinion|[Cc]ommentary|[Rr]eview|[Rr]eport|[Pp]osted|[Tt]ext(?:\s(?:and|&)\s[Pp]hotos?)?|REPORT|STORY|WRITTEN)"
    rf"{GAP}(?:by|By|BY)|(?:[Ww]riter|[Rr]eporter|[Aa]uthor)\s?(?=:))(?:{S}?:)?{S}{{1,6}}(?=\p{{L}})"
    # "byAnn Roe", "ByA.B. Roe": text of a page without its tags.
    r"|[Bb]y(?=\p{Lu}(?:\p{Ll}+|\.(?:\p{Lu}\.)?|\p{Lu}+(?=\s\p{Lu}{2}))\s\p{Lu}\p{L}+)"
    # "By" on a line for itself.
    rf"|[Bb]y:?{S}*\r?\n{S}*(?:\r?\n{S}*)?(?=\p{{Lu}}\p{{L}}+{S}\p{{Lu}})"
)


def parse_byline(text: str) -> Byline:
    r"""The byline at the start of the text; raises ``ParseError`` if there is none.

    >>> found = parse_byline("By Ann Roe and Bo Li in Geneva\n\nGENEVA (Reuters) - Text")
    >>> [name.text for name in found.names], found.place.name
    (['Ann Roe', 'Bo Li'], 'Geneva')
    >>> parse_byline("By Monday the ice had gone.")
    Traceback (most recent call last):
    diplotext.errors.ParseError: line 1, column 1: expected byline
    By Monday the ice had gone.
    ^
    """
    return parse_with(byline, text)


def byline(text: str, pos: int, /) -> Match[Byline] | Miss:
    r"""The byline at ``pos``; it ends with its line, or before the dateline glued to it.

    >>> found = byline("By Ann Roe OSLO, Oct 31 (Reuters) - Text", 0)
    >>> found.value.names[0].text, found.end
    ('Ann Roe', 10)
    >>> byline("By all accounts it was cold.", 0)
    Miss(pos=0, expected=frozenset({'byline'}))
    """
    unnamed = read_unnamed(text, pos) if text[pos : pos + 1] in UNNAMED_OPENERS else None
    if unnamed is not None:
        return unnamed
    opening = OPEN_RE.match(text, pos)
    is_from = opening is None
    if opening is None:
        opening = FROM_RE.match(text, pos)
    if opening is None:
        return Miss(pos, EXPECTED)
    if opening is not None and HOW_RE.match(text, opening.end()) is not None:
        return Miss(pos, EXPECTED)
    found = read_names(text, opening.end())
    is_cut = not is_from and opening["bracket"] and found and not CLOSE_RE.match(text, found.end)
    if found is None or is_cut:
        role = None if is_from or is_cut else _behind_role(text, pos, opening.end())
        return role or Miss(pos, EXPECTED)
    whole = _titled(text, pos, found) or whole_line(text, pos, found)
    if is_from:
        is_named = whole is not None and whole.value.names
        is_placed = whole is not None and (whole.value.place or _is_over_wire(text, whole.end))
        return whole if whole is not None and is_named and is_placed else Miss(pos, EXPECTED)
    other = (
        whole
        or _behind_role(text, pos, opening.end())
        or _stamped(text, pos, found)
        or _glued(text, pos, found)
    )
    return other or Miss(pos, EXPECTED)


def _is_over_wire(text: str, end: int) -> bool:
    """Whether a dateline with its agency stands on the line below."""
    below = REST_RE.match(text, end)
    line = dateline(text, below.end()) if below is not None else None
    return isinstance(line, Match) and any(wire.id for wire in line.value.agencies)


def _titled(text: str, pos: int, found: Names) -> Match[Byline] | None:
    """The byline whose last name a job, a paper or a button is glued to: "By Ann RoeFollow"."""
    name = found.names[-1] if found.names else None
    glue = None
    if name is not None and DONE_RE.search(text, name.start, name.end + 1) is not None:
        return _stamped(text, pos, found)  # "Ann RoePublished Mar 4, 2024"
    if name is not None:
        button = BUTTON_BEHIND_RE.search(text, name.start, name.end)
        glue = button or GLUE_RE.search(text, name.start, name.end)
    if name is None or glue is None or " " not in text[name.start : glue.end()]:
        return None
    line = LINE_RE.match(text, glue.end())
    rest = line.group().rstrip() if line is not None else ""
    wire = read_bare_agency(text, glue.end()) if rest in agencies() else None
    end = glue.end() + len(rest)
    if BUTTON_RE.fullmatch(rest.lstrip(BLANKS)) is not None:
        names = (*found.names[:-1], Passage(text, name.start, glue.end()))
        return Match(Byline(text, pos, end, names=names, agency=found.agency), end)
    if wire is None and JOB_RE.fullmatch(rest) is None and PAPER_RE.fullmatch(rest) is None:
        return None
    value = Byline(
        text,
        pos,
        end,
        names=(*found.names[:-1], Passage(text, name.start, glue.end())),
        agency=wire.agencies[0] if wire is not None else None,
        titles=(Passage(text, glue.end(), end),) if wire is None else (),
    )
    return Match(value, end)


def read_signature(text: str, pos: int) -> Match[Byline] | None:
    r"""The byline without "By" that fills the line at ``pos``, where a label says that it is one.

    >>> read_signature("ANN ROE, Associated Press Writer\n", 0).value.names[0].text
    'ANN ROE'
    >>> read_signature("From ANN ROE\n", 0).value.names[0].text
    'ANN ROE'
    """
    if text.startswith("--", pos):
        return read_wire(text, pos)
    lead = FROM_RE.match(text, pos)
    found = read_names(text, lead.end() if lead is not None else pos)
    if found is None:
        return None
    whole = _titled(text, pos, found) or whole_line(text, pos, found)
    line = LINE_RE.match(text, pos)
    is_time = line is not None and is_stamp(line.group())  # "Published Tue, March 4, 2019"
    return whole or (None if is_time else _stamped(text, pos, found))


def _behind_role(text: str, pos: int, at: int) -> Match[Byline] | None:
    """The byline with a job before its names: "By North America correspondent Ann Roe"."""
    role = ROLE_RE.match(text, at)
    found = read_names(text, role.end()) if role is not None else None
    whole = whole_line(text, pos, found) if found is not None and found.names else None
    if whole is None or role is None:
        return None
    title = Passage(text, *role.span("title"))
    return evolve(whole, value=evolve(whole.value, titles=(title, *whole.value.titles)))


def _glued(text: str, pos: int, found: Names) -> Match[Byline] | None:
    """The byline that runs into a dateline: the names end where that begins."""
    for index, name in enumerate(found.names):
        words = NAME_RE.match(text, name.start)
        stops = words.starts("word")[1:] if words is not None else []
        for stop in (*stops, name.end):
            end = name.start + len(text[name.start : stop].rstrip(BLANKS))
            if " " not in text[name.start : end]:
                continue  # one word is no name: "By David CHICAGO"
            lead = LEAD_RE.match(text, stop)
            line = dateline(text, lead.end() if lead else stop)
            if isinstance(line, Match) and _begins_dateline(line.value):
                names = (*found.names[:index], Passage(text, name.start, end))
                wire = found.agency if found.agency and found.agency.end <= end else None
                return Match(Byline(text, pos, end, names=names, agency=wire), end)
    return None


def _stamped(text: str, pos: int, found: Names) -> Match[Byline] | None:
    """The byline before a time stamp on its line: "By Ann Roe March 4, 2019", "... 3 Min Read"."""
    line = LINE_RE.match(text, pos)
    wire = found.agency
    if line is not None and wire and is_stamp(text[wire.end : line.end()].lstrip(BLANKS)):
        names = tuple(name for name in found.names if name.end < wire.end)
        return Match(Byline(text, pos, wire.end, names=names, agency=wire), wire.end)
    for index, name in enumerate(found.names):
        words = NAME_RE.match(text, name.start)
        stops = words.starts("word")[2:] if words is not None else []
        glued = MONTH_RE.search(text, name.start, name.end + 4)
        inner: list[int] = [*stops, *([glued.end()] if glued is not None else [])]
        for stop in (*sorted(inner), name.end):
            end = name.start + len(text[name.start : stop].rstrip(BLANKS))
            is_name = " " in text[name.start : end]
            contact = CONTACT_RE.match(text, stop)
            at = contact.end() if contact is not None else stop
            if line is not None and is_name and _is_time(text[at : line.end()]):
                names = (*found.names[:index], Passage(text, name.start, end))
                end = contact.end() if contact is not None else end
                contacts = (Passage(text, *contact.span("contact")),) if contact is not None else ()
                value = Byline(text, pos, end, names=names, agency=found.agency, contacts=contacts)
                return Match(value, end)
    return None


def _is_time(rest: str) -> bool:
    """Whether what stands behind a name is a stamp from its first word on, no further name."""
    first = rest.split("|", maxsplit=1)[0].strip()
    if COMMENTS_RE.fullmatch(rest) is not None or AGE_RE.fullmatch(rest) is not None:
        return True
    return is_stamp(rest) and (not first or first == rest.strip() or is_stamp(first))


LINE_RE = lazy_regex(r"[^\n\r]*")
REST_RE = lazy_regex(r"[ \t\r]*\n\s{0,40}(?=\S)")
BLANKS = " ,\t\xa0"
CONTACT_RE = lazy_regex(
    r"[ \xa0]{0,2}(?P<contact>@\w{2,30})(?=\s)"
)  # "By Ann Roe@annroe Nov 19, 2019"
DONE_RE = lazy_regex(r"\p{L}\p{Ll}(?=(?:Published|Updated|Posted)\s)")
# "By ANN ROEMarch 5, 2022 GMT": a page's lines run together.
MONTH_RE = lazy_regex(
    rf"\p{{L}}{{2}}(?=(?:Published|Updated|Posted)\s|(?:{MONTH}|{MONTH.upper()})\s\d)"
)
# Where text of a page without its tags has two lines in one; not "McDonald", "DiCicco".
GLUE_RE = lazy_regex(r"\p{L}\p{Ll}{2}(?=\p{Lu}(?:\p{Ll}|\p{Lu}))(?<!\b(?:Mac|Des|Van))")
# "By Ann Roe Follow", "By Ann RoeLeave a comment": a page's button behind a name.
BUTTON = (
    r"(?:Published|Updated|Follow(?:ing)?|Twitter|Facebook|Instagram|LinkedIn|E-?mail|Contact"
    r"|Leave a comment)"
)
BUTTON_RE = lazy_regex(rf"{BUTTON}(?:[ |,]{{1,3}}{BUTTON}){{0,3}}")
BUTTON_BEHIND_RE = lazy_regex(
    r"\p{L}\p{Ll}(?=[ ]?(?:Published|Updated|Follow|Twitter|Facebook|Instagram|LinkedIn|Leave)\b)"
)
# "By Ann RoeThe Harlow Star"
PAPER_RE = lazy_regex(r"The(?:\s\p{Lu}[\p{L}'’-]+){1,4}")
JOB_RE = lazy_regex(rf"\p{{Lu}}[\p{{L}}&' -]{{0,60}}\b(?i:{TITLE_NOUNS})")
COMMENTS_RE = lazy_regex(r"\s*(?:[|•·-]\s*)?\d{1,4}\s[Cc]omments?\s*")
# "By Ann Roe   published" over its day, "Ann Roe   7 hours": a page's spans on one line.
AGE_RE = lazy_regex(
    r"\s+(?:(?:last\s)?(?:published|updated)|\d{1,2}\s(?:minute|hour|day|week)s?)\s*"
)
LEAD_RE = lazy_regex(r"[ \t\xa0]*[,:–—-]?[ \t\xa0]*(?:\r?\n[ \t]*)?")


def _begins_dateline(line: Dateline) -> bool:
    """Whether a dateline behind a name begins with capitals, a day or a bracket, no other name.

    A town of the gazetteer's needs none before its agency or a long dash: "By Ann Roe Harare, (New
    Ziana) –", "By Ann Roe Lagos—The ferry".
    """
    first = line.places[0] if line.places else None
    is_sure = any(wire.id for wire in line.agencies) or line.text[-1] == "—"
    return first is None or first.text[:2].isupper() or (is_sure and first.country is not None)
