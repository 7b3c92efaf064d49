"""The people of a credit: names, the places they worked in, and what is passed over."""

from __future__ import annotations

from functools import cache

import regex
from attrs import frozen

from diplotext.lazy_pattern import gated_regex, lazy_regex
from diplotext.lexicon.agency import agencies
from diplotext.model import Place
from diplotext.trailer.block import SHORTEST_WRAP
from diplotext.trailer.place import build_place, is_place, read_place
from diplotext.trailer.vocabulary import GAP, ROLE, vocabulary, with_role

__all__ = ["Group", "People", "read_people"]

JOIN_RE = lazy_regex(
    r"\s*(?:[,;]\s*(?i:and|with)\b|[,;/&+]+|\b(?i:and|with|und)\b)\s*(?:(?i:by)\s+(?=\p{Lu}))?"
)
# "(Reporting by Ann Roe in Rome. Bo Li in Paris)"; "Reuters Messaging: ..." is nobody.
STOP_JOIN_RE = lazy_regex(
    r"\.\s+(?=\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’.-]*){1,2}\s*(?:[),;]|\.\s*\)|(?i:in|and)\s))"
)
# "... this story: Ann Roe at aroe@example.com Bo Li, Cy Day", "... . Bo Li at bli@example.com": by
# a mail's end alone Bloomberg tells one from the next.
MAIL_JOIN_RE = lazy_regex(
    r"\.?\s+(?=\p{Lu}[\p{L}'’-]+\s\p{Lu}[\p{L}'’-]+(?:,\s\p{Lu}|\sat\s\S{2,60}@|\.?\s*\Z))"
)
# "; rachelle@example.com", ", +44 20 7542 1234", "(Twitter: @handle)": passed over.
CONTACT_RE = gated_regex(
    r"\s*[;,:|]?\s*\({0,2}(?:(?:on\s+|at\s+|or\s+){0,2}"
    r"(?:e-?mail|tel|phone|twitter|x|reuters messaging)?\s*:?\s*)"
    r"(?:[\w.+-]{1,60}(?:@|\s?\(at\)\s?)[\w-]+(?:\.[\w-]+)+|\+?\(?\d[\d\s().-]{6,24}\d|@\w{2,30})\){0,2}",
    regex.IGNORECASE,
)
AGENCY_RE = gated_regex(r"[Tt]he\s+\p{Lu}[\p{L}-]+(?:\s+\p{Lu}[\p{L}-]+){0,3}")
CAPITALS_RE = gated_regex(r"(?:the\s+)?(?P<name>(?:\p{Lu}[\p{L}.'’-]*\s+)+)")


@cache
def affiliation_pattern() -> regex.Pattern[str]:
    """For whom somebody works ("of Harbour Legal"), up to the next role."""
    word = rf"(?!{ROLE})\p{{Lu}}[\w&'’-]*(?:\.(?=\p{{L}})\w*)?"
    more = rf"(?:{GAP})(?:of\s+|the\s+|for\s+|and\s+the\s+)?{word}"
    pattern = rf"(?:{GAP})(?:of|for|at|\|)\s+(?:the\s+)?{word}(?:{more}){{0,6}}"
    pattern += rf"(?:(?:{GAP})(?:service|bureau|desk|newsroom)\b)?"  # "for RFA's Khmer service"
    # "Compiled by Ann Roe from staff and wire reports."
    sources = r"(?:(?:staff|wire|news|agency|press)\s+(?:and\s+)?){1,3}"
    pattern += rf"|(?:{GAP})from\s+{sources}(?:reports?|services?|dispatches|sources)\b"
    return with_role(pattern, vocabulary().defined)


@frozen
class Group:
    """Names that share a place; ``start`` is where the first of them begins."""

    start: int
    names: tuple[tuple[int, int], ...]
    place: Place | None


@frozen
class People:
    """What ``read_people`` found, and where it stopped.

    ``signed`` says that the last name is followed by its agency ("Ann Roe, The Canadian Press").
    """

    groups: tuple[Group, ...]
    end: int
    signed: bool = False

    @property
    def named(self) -> bool:
        """Whether at least one name is among them."""
        return any(group.names for group in self.groups)


def read_people(text: str, pos: int, limit: int, *, wrapped: bool) -> People | None:
    """The people named at ``pos``, up to the next role; None if there are none.

    ``wrapped`` says that a line break can stand inside a name wherever it likes (the block has
    an opening bracket); otherwise only after a line long enough to have been wrapped.

    >>> people = read_people("Ann Roe, Bo Li in Rome and Cy Day; Editing by X", 0, 47, wrapped=True)
    >>> [(len(group.names), group.place and group.place.name) for group in people.groups]
    [(2, 'Rome'), (1, None)]
    >>> read_people("next week", 0, 9, wrapped=True) is None
    True
    """
    groups: list[Group] = []
    names: list[tuple[int, int]] = []
    begin, end, signed = pos, pos, False
    while (found := _read_one(text, pos, limit, wrapped=wrapped)) is not None:
        name, place, end = found
        after = JOIN_RE.match(text, end, limit)
        if after is None and wrapped:
            after = STOP_JOIN_RE.match(text, end, limit)
        if after is None and text.find("@", pos, end) >= 0:
            after = MAIL_JOIN_RE.match(text, end, limit)
        signed = bool(names and name and _is_affiliation(text, names[-1], name, after))
        if name is not None and not signed:
            names.append(name)
        if place is not None or name is None:
            groups.append(Group(begin, tuple(names), place))
            names = []
        if after is None or vocabulary().role.match(text, after.end(), limit):
            break
        pos = after.end()
        if not names:
            begin = pos
    if names:
        groups.append(Group(begin, tuple(names), None))
    return People(tuple(groups), end, signed) if groups else None


def _is_affiliation(
    text: str, before: tuple[int, int], name: tuple[int, int], after: regex.Match[str] | None
) -> bool:
    """Whether a name says for whom the one before it works: "Ann Roe, USA TODAY", "Ann Roe/TT"."""
    joint = text[before[1] : name[0]].strip()
    is_person = joint == "," or (joint == "/" and " " in text[slice(*before)])  # not "ABC/AFP"
    if not is_person or not is_outlet(text[slice(*name)]):
        return False
    return after is None or ";" in after.group()


# "Ann Roe, The Harbour Register": a paper that the lexicon has not.
PAPER_RE = lazy_regex(
    r"The\s+(?:\p{Lu}[\p{L}-]+\s+){1,3}(?:Register|Times|Post|Herald|News|Press|Journal|Tribune|Gazette|Courier"
    r"|Star|Sun|Record|Observer|Chronicle|Dispatch|Republic|Enquirer|Sentinel|Bee|Globe|Standard|Citizen)"
)


def is_outlet(printed: str) -> bool:
    """Whether a name is an agency's or a paper's."""
    return printed in agencies() or PAPER_RE.fullmatch(printed) is not None


def _read_one(
    text: str, pos: int, limit: int, *, wrapped: bool
) -> tuple[tuple[int, int] | None, Place | None, int] | None:
    """A name or a desk with its place and contacts, and where they end."""
    words = vocabulary()
    title = words.title.match(text, pos, limit)
    person = words.name.match(text, title.end(), limit) if title else None
    desk = words.desk.match(text, pos, limit) if person is None else None
    person = person or words.name.match(text, pos, limit)
    start = person.start() if person else pos
    name: tuple[int, int] | None = None
    place: Place | None = None
    if person is not None and (desk is None or desk.end() <= person.end()):
        end = cut_at_break(text, start, person.end(), wrapped=wrapped)
        name = (start, end)
    elif (agency := AGENCY_RE.match(text, pos, limit)) and is_outlet(agency.group()):
        name, end = agency.span(), agency.end()
    elif desk is not None:
        # "Helsinki newsroom" is no name but tells the place.
        end = desk.end()
        capitals = CAPITALS_RE.match(text, pos, end)
        if capitals is not None and is_place(capitals["name"]):
            first = capitals.start("name")
            place = build_place(text, first, first + len(capitals["name"].rstrip()))
    else:
        return None
    end = skip_contacts(text, end, limit)
    affiliation = affiliation_pattern().match(text, end, limit)
    end = affiliation.end() if affiliation else end
    found = read_place(text, end, limit)
    if found is not None:
        place, end = found
    return name, place, skip_contacts(text, end, limit)


def skip_contacts(text: str, pos: int, limit: int) -> int:
    """The end of mail addresses, phone numbers and handles that follow a name."""
    while (contact := CONTACT_RE.match(text, pos, limit)) is not None:
        pos = contact.end()
    return pos


def cut_at_break(text: str, start: int, end: int, *, wrapped: bool) -> int:
    """``end``, or the end of the line where a line break in between is no wrapping."""
    broken = -1 if wrapped else text.find("\n", start, end)
    if broken < 0 or broken - (text.rfind("\n", 0, broken) + 1) >= SHORTEST_WRAP:
        return end
    return start + len(text[start:broken].rstrip())
