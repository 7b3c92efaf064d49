"""The names at the beginning of a byline's line, and the agency among them."""

from __future__ import annotations

import regex
from attrs import frozen

from diplotext.head.agency import read_bare_agency
from diplotext.head.byline_name import GAP, NAME_RE, S
from diplotext.head.byline_part import (
    CONTRIBUTED_RE,
    PAPERS,
    SITE_RE,
    SPECIAL_RE,
    TITLE_NOUNS,
    TITLE_RE,
    WITH_RE,
)
from diplotext.head.byline_unnamed import END_RE
from diplotext.head.place import read_place
from diplotext.lazy_pattern import lazy_regex
from diplotext.lexicon.data import read_table
from diplotext.lexicon.person_name import given_names
from diplotext.model import Agency, Passage

__all__ = ["JOIN_RE", "SERVICE_RE", "TOWN_GAP_RE", "Names", "is_before_town", "read_names"]

# "by Xinhua writers Ann Roe, Bo Li": the job between agency and names.
JOB_RE = lazy_regex(
    rf"{GAP}(?:\p{{L}}+{GAP}){{0,2}}?(?i:writers?|correspondents?|reporters?|journalists?|staff){GAP}(?=\p{{Lu}})"
)
JOIN_RE = lazy_regex(
    rf"{S}?(?:,{S}?(?:and|AND|with|WITH|&){GAP}|(?:[,;+]|&(?![A-Z]{{2}};)){S}{{0,2}}|/(?=\p{{Lu}}[\p{{L}}'’-]+{S}\p{{Lu}})|{GAP}(?:and|AND|And|with|WITH|und|y|&){GAP})"
)
# "By Ann Roe, Bo Li," over "Cy Day and Dee Poe": a line of names and no more.
WRAP_RE = lazy_regex(
    rf",{S}*\r?\n(?=\p{{Lu}}[\p{{L}}'’-]+(?:{S}\p{{Lu}}[\p{{L}}.'’-]*){{1,3}}"
    rf"(?:,?{S}and{S}\p{{Lu}}[\p{{L}}'’-]+(?:{S}\p{{Lu}}[\p{{L}}.'’-]*){{1,3}}){S}*(?:\r?\n|$))"
)
INITIALS = 3
SERVICE_RE = lazy_regex(rf"{S}(?P<word>\p{{Lu}}\p{{Ll}}{{3,}})(?={S}*(?:\r?\n|$))")
TOWN_GAP_RE = lazy_regex(rf"{S}(?=\p{{Lu}})")


@frozen
class Names:
    """The names, the agencies among them, and where they end."""

    names: tuple[Passage, ...]
    agency: Agency | None
    end: int


def read_names(text: str, at: int) -> Names | None:
    """The names from ``at`` on."""
    names: list[Passage] = []
    wire: Agency | None = None
    end = at
    while True:
        known = read_bare_agency(text, at)
        name = NAME_RE.match(text, at)
        is_led = known is not None and not names and text[at : known.end] not in given_names()
        job = JOB_RE.match(text, known.end) if known is not None and is_led else None
        if job is not None and known is not None:
            wire, at = known.agencies[0], job.end()
            continue
        is_wire = known is not None and (name is None or known.end >= _person_end(name))
        if known is not None and (is_wire or _is_led(text, at, known.end)):
            wire, end = wire or known.agencies[0], known.end
        elif name is not None:
            end, staff = _split_agency(text, name)
            is_named = staff is not None and " " in staff.text
            end = _split_beat(text, name, end, is_named=is_named)
            names.append(Passage(text, name.start(), end))
            if staff is not None:
                wire = wire or staff
                break
        else:
            break
        joint = (WRAP_RE.match(text, end) if names else None) or JOIN_RE.match(text, end)
        if joint is None or NAME_RE.match(text, joint.end()) is None or _is_title(text, end):
            break
        at = joint.end()
    if not names and wire is None:
        return None
    return Names(tuple(names), wire, end)


def _is_led(text: str, at: int, end: int) -> bool:
    """Whether an agency stands before its town or its service: "PIB Delhi", "RFA Khmer"."""
    name = text[at:end]
    is_initials = name.isupper() and len(name) == INITIALS and name not in given_names()
    is_service = is_initials and SERVICE_RE.match(text, end) is not None
    return is_service or is_before_town(text, end)


def is_before_town(text: str, at: int) -> bool:
    """Whether a town behind an agency fills the line: "by PIB Delhi"."""
    gap = TOWN_GAP_RE.match(text, at)
    town = read_place(text, gap.end()) if gap is not None else None
    is_town = town is not None and town.is_known and not town.is_area
    return town is not None and is_town and END_RE.match(text, town.end) is not None


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


def _split_beat(text: str, name: regex.Match[str], end: int, *, is_named: bool) -> int:
    """The end of a name without the job behind it: "Ann Roe Education editor".

    ``is_named``: an agency of the lexicon, more than a word, begins at ``end``.
    """
    for stop, start in zip(name.ends("word")[1:], name.starts("word")[2:], strict=False):
        if start >= end:
            break
        if SPECIAL_WORD_RE.match(text, start) is not None:
            return stop  # "Ann Roe Special to the Herald"
        is_person = text[slice(*name.spans("word")[0])] in given_names()
        behind = JOB_BEHIND_RE.match(text, start)
        if behind is None and not is_named:
            behind = PAPER_JOB_RE.match(text, start)
        if is_person and behind is not None and not _is_unfinished(name, stop):
            return stop  # "Ann Roe Reporter", "Ann Roe Harlow Star Staff Writer"
        if text[name.start() : stop].isupper() and PAPER_RE.match(text, start) is not None:
            return stop  # "ANN ROE Harlow Herald"
        beat = BEAT_RE.match(text, start)
        if beat is not None and beat["beat"] in BEATS:
            return stop
    return end


def _is_unfinished(name: regex.Match[str], stop: int) -> bool:
    """Whether no family's name has been read yet: "Mary Ann" of "Mary Ann Roe", "Ann B."."""
    words = name.group()[: stop - name.start()].split()
    return len(words) == 2 and (words[1] in given_names() or words[1].endswith("."))


BEATS = frozenset((*read_table("heads_en")["beats"], *read_table("heads_en")["sections"]))
SPECIAL_WORD_RE = lazy_regex(rf"(?i:special{S}(?:to|for){S})")
JOB_BEHIND_RE = lazy_regex(
    rf"(?:\p{{Lu}}\p{{L}}+{S}){{0,2}}(?i:reporter|correspondent|writer)(?={S}*(?:\r?\n|$))"
)
# "Harlow Star Staff Writer"
PAPER_JOB_RE = lazy_regex(
    rf"(?:\p{{Lu}}\p{{L}}+{S}){{1,4}}?(?i:{PAPERS}){S}(?i:(?:staff{S})?(?:reporter|correspondent|writer))(?={S}*(?:\r?\n|$))"
)
PAPER_RE = lazy_regex(
    rf"\p{{Lu}}\p{{Ll}}[\p{{L}}.&'’-]*{S}(?:[\p{{Lu}}&][\p{{L}}.&'’-]*{S}){{0,3}}(?i:{TITLE_NOUNS})(?={S}*(?:\r?\n|$))"
)
BEAT_RE = lazy_regex(
    rf"(?P<beat>\p{{Lu}}\p{{L}}+){S}(?:\p{{L}}+{S}){{0,2}}(?i:editor|correspondent|reporter|writer|director)(?={S}*(?:\r?\n|$))"
)
AFTER_NAME_RE = lazy_regex(
    rf"{S}*(?:\r?\n|$)|{S}(?:\p{{L}}+{S}){{0,2}}(?i:{TITLE_NOUNS}){S}*(?:\r?\n|$)|,{S}[^\n,]{{0,12}}\d"
)


def _is_title(text: str, at: int) -> bool:
    """Whether what follows a comma is a title or an agency, no further name."""
    if any(form.match(text, at) for form in (SITE_RE, SPECIAL_RE, CONTRIBUTED_RE, WITH_RE)):
        return True  # ", Edited by Bo Li", "; Bo Li contributed reporting."
    if TITLE_RE.match(text, at) is not None and text[at : at + 1] == "/":
        return True  # "Ann Roe/Harlow News"
    if TITLE_RE.match(text, at) is not None and "," in text[at : at + 2]:
        following = text[at : at + 90].split("\n", maxsplit=1)[0]
        return " and " not in following
    return False
