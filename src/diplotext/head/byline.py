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

import regex
from attrs import evolve, frozen

from diplotext.combinators import Match, Miss, parse_with
from diplotext.head.agency import read_bare_agency
from diplotext.head.byline_name import GAP, NAME_RE, S
from diplotext.head.byline_unnamed import (
    CLOSE_RE,
    END_RE,
    HOW_RE,
    IN_RE,
    UNNAMED_OPENERS,
    read_unnamed,
)
from diplotext.head.dateline import dateline
from diplotext.head.place import read_place
from diplotext.lazy_pattern import gated_regex, lazy_regex
from diplotext.lexicon.stamp import is_stamp
from diplotext.model import Agency, Byline, Dateline, Passage, Place

__all__ = ["byline", "parse_byline", "read_signature"]

EXPECTED = frozenset({"byline"})
# "From Ann Roe in CITY": without its place it is no byline.
FROM_RE = gated_regex(rf"(?:From|FROM){GAP}(?=\p{{Lu}})")
# "by Xinhua writers Ann Roe, Bo Li": the job between agency and names.
JOB_RE = lazy_regex(
    rf"{GAP}(?:\p{{L}}+{GAP}){{0,2}}?(?i:writers?|correspondents?|reporters?|journalists?|staff){GAP}(?=\p{{Lu}})"
)
# "By North America correspondent Ann Roe": the job before the name, its noun in small letters.
ROLE_RE = lazy_regex(
    rf"(?P<title>(?:[\p{{L}}.-]+{GAP}){{0,4}}(?:correspondent|reporter|editor|writer|columnist|analyst)s?)"
    rf"{GAP}(?=\p{{Lu}})"
)
OPEN_RE = gated_regex(
    r"(?:[—–*-]{1,2}\s?|(?P<bracket>[(\[]))?"
    r"(?:By|BY|by|(?:[Ss]tory|[Ww]ritten|[Ww]ords|[Aa]nalysis|[Rr]eport|[Pp]osted|[Tt]ext|REPORT|STORY|WRITTEN)"
    rf"{GAP}(?:by|By|BY)):?{GAP}(?=\p{{L}})"
)
JOIN_RE = lazy_regex(
    rf"{S}?(?:,{S}?(?:and|AND|with|WITH|&){GAP}|(?:[,;+]|&(?![A-Z]{{2}};)){S}?|{GAP}(?:and|AND|And|with|WITH|und|y|&){GAP})"
)
CONTACT = (
    rf"(?:(?:[Ee]-?mail|Twitter|Follow|X):?{S})?"
    r"(?:[\w.+-]{1,60}@[\w-]+(?:\.[\w-]+)+|@\w{2,30}|\+?\d[\d ().-]{7,20}\d)"
)
CONTACT_RE = lazy_regex(rf"{S}?[,;|(–—-]*{S}?{CONTACT}\)?")
# The marks between two fields of a raw feed: "By ANN ROE=\n^AP Sports Writer=".
FIELD = rf"{S}*[=<]?{S}*\r?\n{S}*\^?"
# "ann.roe@example.com | @annroe" on the line under the names.
CONTACT_LINE_RE = lazy_regex(
    rf"{FIELD}(?P<contact>{CONTACT})(?:{S}?[|,;/·•]{S}?(?P<contact>{CONTACT})){{0,3}}(?={S}*(?:\r?\n|$))"
)
# The words by which a line after a name tells who that is.
TITLE_NOUNS = (
    r"writers?|editors?|correspondents?|reporters?|bureau|staff|desk|columnists?|analysts?|critic|chief"
    r"|photographers?|producers?|contributors?|service|news(?:paper|wire)?s?|press|agency|times|post|journal"
    r"|journalists?|author|director|professor|universit(?:y|ies|é|ät)|college|institute|specialist|magazine|radio|television|tv|online|intern"
)
WHO = rf"(?=[^\n]{{0,60}}?\b(?i:{TITLE_NOUNS})\b)"
TITLE_RE = lazy_regex(
    rf"{S}?(?:[,;|/–—-]|{S}){S}?(?P<title>{WHO}(?:of{S})?\p{{Lu}}[^\n.;:!?(]{{1,70}}?)"
    rf"(?={S}*(?:\r?\n|$|[|,;]))"
)
# "By Ann Roe - Analysis": the kind of story in a title's place.
GENRE_RE = lazy_regex(
    rf"{S}[-–—|]{S}(?P<title>\p{{Lu}}\p{{L}}+(?:{S}\p{{L}}+){{0,2}})(?={S}*(?:\r?\n|$))"
)
# "By Ann Roe for Harbour News", "special to ...", "; Editing by Bo Li".
SPECIAL_RE = lazy_regex(
    rf"{S}?[,;|–—-]?{S}?(?P<title>(?:for{S}(?=\p{{Lu}})|(?i:special(?:ly)?{S}(?:to|for){S})"
    rf"|(?i:(?:additional{S})?(?:editing|edited|photos?|photographs?|reporting|graphics?|video|pictures?){S}by{S}))"
    rf"[^\n]{{2,70}}?)(?={S}*(?:\r?\n|$))"
)
# "By dpa correspondents": a job in small letters.
JOB_TITLE_RE = lazy_regex(
    rf"{S}(?P<title>(?:\p{{Ll}}+{S}){{0,2}}(?:correspondents?|reporters?|writers?|staff|agencies))"
    rf"(?={S}*[=<]?{S}*(?:\r?\n|$))"
)
JOB_NAME_RE = lazy_regex(rf"^(?:Our|A|The){S}|\b(?i:{TITLE_NOUNS})$")
TITLE_LINE_RE = lazy_regex(
    rf"{FIELD}(?P<title>{WHO}(?:O[fF]{GAP})?\p{{Lu}}[\p{{L}}.&'’/-]*"
    rf"(?:{GAP}(?:(?:of|for|the|and|&){GAP})?[\p{{Lu}}\d][\p{{L}}\d.&'’/-]*){{0,6}})(?={S}*[=<]?{S}*(?:\r?\n|$))"
)
AGENCY_LINE_RE = lazy_regex(rf"{FIELD}\(?(?=\p{{L}}[^\n]{{1,40}}(?:\n|$))")
MARK_RE = lazy_regex(
    rf"{S}?[,|/;–—(-]{{1,2}}{S}?(?:(?:for|of){S}(?:the{S})?)?|{S}(?:(?:for|of){S}(?:the{S})?)?"
)


@frozen
class _Names:
    """The names, the agencies among them, and where they end."""

    names: tuple[Passage, ...]
    agency: Agency | None
    end: int


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
    found = _read_names(text, opening.end())
    is_cut = not is_from and opening["bracket"] and found and not CLOSE_RE.match(text, found.end)
    if found is None or is_cut:
        role = None if is_from or is_cut else _behind_role(text, pos, opening.end())
        return role or Miss(pos, EXPECTED)
    whole = _whole_line(text, pos, found)
    if is_from:
        return whole if whole and whole.value.place and whole.value.names else Miss(pos, EXPECTED)
    other = (
        whole
        or _behind_role(text, pos, opening.end())
        or _glued(text, pos, found)
        or _stamped(text, pos, found)
    )
    return other or Miss(pos, EXPECTED)


def read_signature(text: str, pos: int) -> Match[Byline] | None:
    r"""The byline without "By" that fills the line at ``pos``, where a label says that it is one.

    >>> read_signature("ANN ROE, Associated Press Writer\n", 0).value.names[0].text
    'ANN ROE'
    """
    found = _read_names(text, pos)
    return _whole_line(text, pos, found) if found is not None else None


def _behind_role(text: str, pos: int, at: int) -> Match[Byline] | None:
    """The byline with a job before its names: "By North America correspondent Ann Roe"."""
    role = ROLE_RE.match(text, at)
    found = _read_names(text, role.end()) if role is not None else None
    whole = _whole_line(text, pos, found) if found is not None and found.names else None
    if whole is None or role is None:
        return None
    title = Passage(text, *role.span("title"))
    return evolve(whole, value=evolve(whole.value, titles=(title, *whole.value.titles)))


def _read_names(text: str, at: int) -> _Names | None:
    """The names from ``at`` on."""
    names: list[Passage] = []
    wire: Agency | None = None
    end = at
    while True:
        known = read_bare_agency(text, at)
        name = NAME_RE.match(text, at)
        job = JOB_RE.match(text, known.end) if known is not None and not names else None
        if job is not None and known is not None:
            wire, at = known.agencies[0], job.end()
            continue
        if known is not None and (name is None or known.end >= _person_end(name)):
            wire, end = wire or known.agencies[0], known.end
        elif name is not None:
            end, staff = _split_agency(text, name)
            names.append(Passage(text, name.start(), end))
            if staff is not None:
                wire = wire or staff
                break
        else:
            break
        joint = JOIN_RE.match(text, end)
        if joint is None or NAME_RE.match(text, joint.end()) is None or _is_title(text, end):
            break
        at = joint.end()
    if not names and wire is None:
        return None
    return _Names(tuple(names), wire, end)


def _person_end(name: regex.Match[str]) -> int:
    """The end of a name without "Staff" and kin behind it ("Reuters Staff")."""
    staff = STAFF_RE.search(name.group())
    return name.start() + staff.start() if staff else name.end()


STAFF_RE = lazy_regex(rf"{GAP}(?i:staff|correspondents?|reporters?|writers?|service|news)$")


def _split_agency(text: str, name: regex.Match[str]) -> tuple[int, Agency | None]:
    """The end of a name without the agency that follows with no comma ("By Ann Roe Reuters")."""
    for start in name.starts("word")[2:]:
        found = read_bare_agency(text, start)
        if found is not None and AFTER_NAME_RE.match(text, found.end) is not None:
            return name.start() + len(text[name.start() : start].rstrip()), found.agencies[0]
    return name.end(), None


AFTER_NAME_RE = lazy_regex(
    rf"{S}*(?:\r?\n|$)|{S}(?:\p{{L}}+{S}){{0,2}}(?i:{TITLE_NOUNS}){S}*(?:\r?\n|$)"
)


def _is_title(text: str, at: int) -> bool:
    """Whether what follows a comma is a title or an agency, no further name."""
    if TITLE_RE.match(text, at) is not None and "," in text[at : at + 2]:
        following = text[at : at + 90].split("\n", maxsplit=1)[0]
        return " and " not in following
    return False


def _whole_line(text: str, pos: int, found: _Names) -> Match[Byline] | None:
    """The byline that fills its line, with titles, agency, place and contacts behind the names."""
    end = found.end
    where: Place | None = None
    wire = found.agency
    titles: list[Passage] = []
    contacts: list[Passage] = []
    names = found.names
    for _ in range(8):
        place_at = IN_RE.match(text, end)
        read = read_place(text, place_at.end()) if place_at is not None else None
        if read is not None:
            where, end = where or read.place, read.place.end
            continue
        joint = JOIN_RE.match(text, end) if where is not None else None
        more_names = _read_names(text, joint.end()) if joint is not None else None
        if more_names is not None:
            names, end = (*names, *more_names.names), more_names.end
            continue
        contact = CONTACT_RE.match(text, end)
        if contact is not None:
            contacts.append(_trimmed(text, contact.start(), contact.end()))
            end = contact.end()
            continue
        below = CONTACT_LINE_RE.match(text, end)
        if below is not None:
            contacts += [Passage(text, *span) for span in below.spans("contact")]
            end = below.end()
            continue
        more = _read_agency(text, end) or _read_title(text, end)
        if more is None:
            break
        if isinstance(more, Agency):
            wire = wire or more
        else:
            titles.append(more)
        end = more.end
    stop = END_RE.match(text, end)
    jobs = tuple(name for name in names if JOB_NAME_RE.search(name.text))
    if jobs:  # "By Staff Reporter", "By Our Correspondent"
        names = tuple(name for name in names if name not in jobs)
        titles = [*jobs, *titles]
    if stop is None or (len(names) == 1 and " " not in names[0].text and not titles and not wire):
        # A single word is a name only with something that says so: "By Monday" is none.
        return None
    closed = CLOSE_RE.match(text, end)
    if closed is not None and text[pos:end].count("(") + text[pos:end].count("[") > 0:
        end = closed.end()  # "By Ann Roe (AFP)", "(By the Associated Press.)"
    names, wire = _without_agencies(names, wire)
    if wire is not None and any(wire.start < t.end and t.start < wire.end for t in titles):
        wire = None  # "AP Sports Writer" is one title
    return Match(
        Byline(
            text,
            pos,
            end,
            names=names,
            agency=wire,
            titles=tuple(titles),
            place=where,
            contacts=tuple(contacts),
        ),
        end,
    )


def _without_agencies(
    names: tuple[Passage, ...], wire: Agency | None
) -> tuple[tuple[Passage, ...], Agency | None]:
    """The names but for a last one that is an agency: "by Ann Roe, Reuters"."""
    if len(names) > 1:
        last = read_bare_agency(names[-1].document, names[-1].start)
        if last is not None and last.end == names[-1].end:
            return names[:-1], wire or last.agencies[0]
    return names, wire


def _read_agency(text: str, at: int) -> Agency | None:
    """The agency behind the names, on their line or the next."""
    for mark in (MARK_RE.match(text, at), AGENCY_LINE_RE.match(text, at)):
        if mark is None:
            continue
        found = read_bare_agency(text, mark.end())
        if found is not None and END_RE.match(text, found.end) is not None:
            return found.agencies[0]
    return None


def _read_title(text: str, at: int) -> Passage | None:
    """The title behind the names ("AP Sports Writer"), on their line or the next."""
    forms = (TITLE_RE, GENRE_RE, SPECIAL_RE, JOB_TITLE_RE, TITLE_LINE_RE)
    found = next(filter(None, (form.match(text, at) for form in forms)), None)
    if found is None:
        return None
    start, end = found.span("title")
    return Passage(text, start, start + len(text[start:end].rstrip()))


def _trimmed(text: str, start: int, end: int) -> Passage:
    """The range without the marks around a contact."""
    raw = text[start:end]
    lead = len(raw) - len(raw.lstrip(" ,;|(–—-"))
    return Passage(text, start + lead, start + len(raw.rstrip(" )")))


def _glued(text: str, pos: int, found: _Names) -> Match[Byline] | None:
    """The byline that runs into a dateline: the names end where that begins."""
    for index, name in enumerate(found.names):
        words = NAME_RE.match(text, name.start)
        stops = words.starts("word")[1:] if words is not None else []
        for stop in (*stops, name.end):
            end = name.start + len(text[name.start : stop].rstrip(" ,\t\xa0"))
            if " " not in text[name.start : end]:
                continue  # one word is no name: "By David CHICAGO"
            lead = LEAD_RE.match(text, stop)
            line = dateline(text, lead.end() if lead else stop)
            if isinstance(line, Match) and _begins_dateline(line.value):
                names = (*found.names[:index], Passage(text, name.start, end))
                return Match(Byline(text, pos, end, names=names, agency=found.agency), end)
    return None


def _stamped(text: str, pos: int, found: _Names) -> Match[Byline] | None:
    """The byline before a time stamp on its line: "By Ann Roe March 4, 2019", "... 3 Min Read"."""
    line = LINE_RE.match(text, pos)
    for index, name in enumerate(found.names):
        words = NAME_RE.match(text, name.start)
        stops = words.starts("word")[2:] if words is not None else []
        for stop in (*stops, name.end):
            end = name.start + len(text[name.start : stop].rstrip(" ,\t\xa0"))
            is_name = " " in text[name.start : end]
            if line is not None and is_name and is_stamp(text[stop : line.end()]):
                names = (*found.names[:index], Passage(text, name.start, end))
                return Match(Byline(text, pos, end, names=names, agency=found.agency), end)
    return None


LINE_RE = lazy_regex(r"[^\n\r]*")
LEAD_RE = lazy_regex(r"[ \t\xa0]*[,:–—-]?[ \t\xa0]*(?:\r?\n[ \t]*)?")


def _begins_dateline(line: Dateline) -> bool:
    """Whether a dateline behind a name begins with capitals, a day or a bracket, no other name."""
    return not line.places or line.places[0].text[:2].isupper()
