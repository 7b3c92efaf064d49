"""Closing credits: who reported, wrote and edited a story, as its last lines say.

They stand behind the last paragraph, often glued to it, or on lines of their own::

    (Reporting by A and B in CITY; additional reporting by C; Editing by D)

with every liberty: no brackets, no separators, no closing bracket, a slash, spaces before commas.
``credits`` reads one block at a position, ``find_credits`` looks for the one that ends a text.
Not handled: credits in other languages than English, names in other scripts than Latin.
"""

from __future__ import annotations

from functools import cache

import regex
from attrs import evolve, frozen

from diplotext.combinators import Match, Miss, parse_with
from diplotext.model import Credit, CreditRole
from diplotext.trailer.people import Group, People, read_people
from diplotext.trailer.vocabulary import vocabulary

__all__ = ["credits", "find_credits", "parse_credits"]

LONGEST = 2500  # code points of a block; the longest sign-offs of round-ups have some 900
TAIL = 4000  # how far from the end of the region a block may begin
AFTER = 400  # how much of anything may follow a block in brackets
MISS = frozenset({"credit"})
OPEN_RE = regex.compile(r"(?P<bracket>[(\[]{1,2})\s*|(?:[-–—*_•]{1,3}|\.{3})\s*")
CLOSE_RE = regex.compile(r"\s*[.;,]?\s*[)\]]{1,2}(?:[ \t]*\.(?!\.))?")
STOP_RE = regex.compile(r"\s*[.;,/|:&–—-]*\s*(?:(?:and|with)\s+(?=\p{L}+ing\b))?")
# "A and B contributed to this report." (AP), "contributed reporting from Rome." (newspapers)
AFTER_NAMES_RE = regex.compile(
    r"\s*,?\s*(?:(?:all|both|each)\s+)?(?:also\s+)?contributed\b(?:\s+(?:additional\s+)?reporting)?"
    r"(?:\s+to\s+(?:this|the)\s+(?:\p{Ll}+\s+){0,2}?(?:report|story|article|dispatch|review|column))?"
    r"(?:\s+from\s+\p{Lu}[^.;()\n]{0,80})?\s*\.?"
)
BY_RE = regex.compile(r"(?i:by)\s+(?=\p{Lu})")


@frozen
class Item:
    """One role with its people: where it begins and ends, and what it says."""

    start: int
    end: int
    role: CreditRole
    people: People


def credits(text: str, pos: int, /) -> Match[tuple[Credit, ...]] | Miss:
    """The credits of the block at ``pos``, one for each role and place; they tile the block.

    block = [bracket | dash] credit {separator credit} [bracket];
    credit = role "by" people | people "contributed to this report"

    >>> block = credits("(Reporting by Ann Roe and Bo Li in Rome; Editing by Cy Day )", 0)
    >>> [(c.role, [n.text for n in c.names], c.place and c.place.name) for c in block.value]
    [('reporting', ['Ann Roe', 'Bo Li'], 'Rome'), ('editing', ['Cy Day'], None)]
    >>> credits("Reporting by next week is the plan.", 0)
    Miss(pos=0, expected=frozenset({'credit'}))
    """
    limit = min(len(text), pos + LONGEST)
    opened = OPEN_RE.match(text, pos, limit)
    inside = bool(opened and opened.group("bracket"))
    items = _read_items(text, opened.end() if opened else pos, limit, inside=inside, led=bool(opened))
    if not items or not any(item.people.named or item.people.groups for item in items):
        return Miss(pos, MISS)
    end = items[-1].end
    closed = CLOSE_RE.match(text, end, limit) if inside else FULL_STOP_RE.match(text, end, limit)
    if closed is not None:
        end = closed.end()
    return Match(_tile(text, pos, end, items), end)


FULL_STOP_RE = regex.compile(r"[ \t]*\.(?!\.)")


def parse_credits(text: str) -> tuple[Credit, ...]:
    """The credits at the start of the text; ParseError if there are none.

    >>> [credit.role for credit in parse_credits("(Writing by Ann Roe)")]
    ['writing']
    >>> parse_credits("Rain fell.")
    Traceback (most recent call last):
    diplotext.errors.ParseError: line 1, column 1: expected credit
    Rain fell.
    ^
    """
    return parse_with(credits, text)


def _read_items(text: str, pos: int, limit: int, *, inside: bool, led: bool) -> list[Item]:
    """The roles with their people, one after the other."""
    items: list[Item] = []
    first = _first_item(text, pos, limit, inside=inside, led=led)
    while first is not None:
        items.append(first)
        pos = first.end
        stop = STOP_RE.match(text, pos, limit)
        first = _role_item(text, stop.end() if stop else pos, limit, inside=inside)
    return items


def _first_item(text: str, pos: int, limit: int, *, inside: bool, led: bool) -> Item | None:
    """The item that opens a block: with its role, or names before a role."""
    item = _role_item(text, pos, limit, inside=inside)
    if item is not None:
        return item
    by = BY_RE.match(text, pos, limit) if inside else None
    people = read_people(text, by.end() if by else pos, limit, wrapped=inside)
    if people is None or not people.named:
        return None
    after = AFTER_NAMES_RE.match(text, people.end, limit)
    if after is not None:
        return Item(pos, after.end(), "contributing", people)
    stop = STOP_RE.match(text, people.end, limit)
    following = vocabulary().role.match(text, stop.end() if stop else people.end, limit)
    closes = by is not None and CLOSE_RE.match(text, people.end, limit) is not None
    if (led and following is not None) or closes:
        return Item(pos, people.end, "reporting", people)
    return None


def _role_item(text: str, pos: int, limit: int, *, inside: bool) -> Item | None:
    """A role with its people, or names that contributed."""
    words = vocabulary()
    role = words.role.match(text, pos, limit)
    if role is None and inside:
        role = words.bare.match(text, pos, limit)
    if role is None:
        return None
    people = read_people(text, _skip_space(text, role.end(), limit), limit, wrapped=inside)
    if people is None:
        return None
    return Item(pos, people.end, words.role_of(role.group()), people)


SPACE_RE = regex.compile(r"\s*")


def _skip_space(text: str, pos: int, limit: int) -> int:
    found = SPACE_RE.match(text, pos, limit)
    return found.end() if found else pos


def _tile(text: str, start: int, end: int, items: list[Item]) -> tuple[Credit, ...]:
    """Credits that tile the block: a separator goes to the credit before it."""
    from diplotext.model import Passage

    pieces: list[tuple[int, CreditRole, Group]] = []
    for item in items:
        for number, group in enumerate(item.people.groups):
            pieces.append((item.start if number == 0 else group.start, item.role, group))
    starts = [start, *(piece[0] for piece in pieces[1:]), end]
    return tuple(
        Credit(
            text,
            starts[number],
            starts[number + 1],
            role=role,
            names=tuple(Passage(text, a, b) for a, b in group.names),
            place=group.place,
        )
        for number, (_, role, group) in enumerate(pieces)
    )


@cache
def start_pattern() -> regex.Pattern[str]:
    """Where a block may begin: a bracket, a line, or the end of a sentence before a role."""
    role = vocabulary().role.pattern
    return regex.compile(
        rf"[(\[]{{1,2}}\s*(?=(?:{role}|(?i:by\s)|\p{{Lu}}))"
        rf"|(?:(?<=^\s*|\n[ \t]*)(?:[-–—*_•]{{1,3}}\s*)?|(?<=[.!?)\]\"”’…]\s*)(?:[-–—*]{{1,3}}\s*)?(?=\p{{Lu}}))(?:{role})"
    )


def find_credits(text: str, start: int, end: int) -> tuple[Credit, ...]:
    """The credits that end the region, () if there are none.

    Only the last 4,000 code points are looked at. A block in brackets may be followed by some
    words more (a web page's), any other must be the very last thing.

    >>> text = 'It closes in May, she said. (Reporting by Ann Roe)'
    >>> [name.text for credit in find_credits(text, 0, len(text)) for name in credit.names]
    ['Ann Roe']
    >>> find_credits("The lab said it was reporting by next week.", 0, 43)
    ()
    """
    loose: tuple[Credit, ...] = ()
    low = max(start, end - TAIL)
    for candidate in start_pattern().finditer(text, low, end):
        found = _chain(text, candidate.start(), end)
        if not found:
            continue
        rest = text[found[-1].end : end].strip()
        if not rest:
            return found
        if len(rest) <= AFTER and text[found[-1].start : found[-1].end].rstrip().endswith((")", "]")):
            loose = found
    return loose


def _chain(text: str, pos: int, end: int) -> tuple[Credit, ...]:
    """The blocks that follow each other from ``pos`` on: "(Reporting by A) (Editing by B)"."""
    found: tuple[Credit, ...] = ()
    block = credits(text, pos)
    while isinstance(block, Match) and block.end <= end:
        if found:
            found = (*found[:-1], evolve(found[-1], end=block.value[0].start))
        found = (*found, *block.value)
        block = credits(text, _skip_space(text, block.end, end))
    return found
