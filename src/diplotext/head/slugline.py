r"""Sluglines: the line by which a desk files a story, and the headers of raw feeds.

    BC-EU--Harbour-Ice,5th Ld-Writethru,750         AP, ANPA 1312
    a0456 AM-Harbour Ice, Bjt,0512                  AP of the eighties, with its file number
    NORWAY-FERRY/ICE (UPDATE 2, PIX)                Reuters
    Norway-ferry-ice,2ndlead                        AFP
    ABC123 4 pl 171 XNS-0456 + keyword line         IPTC 7901

A header of several lines is one slugline. Not handled: sluglines in running prose, keyword lists
without a mark that says what they are.
"""

from __future__ import annotations

import regex
from attrs import evolve

from diplotext.combinators import Match, Miss, parse_with
from diplotext.head.slugline_form import (
    BRACKETED_RE,
    FORMS,
    JOINED_RE,
    SELECTED_RE,
    SELECTOR_RE,
    SPACED_RE,
    STROKES_RE,
    VERSION_RE,
)
from diplotext.lazy_pattern import lazy_regex
from diplotext.lexicon.place import places
from diplotext.model import Passage, Slugline

__all__ = ["parse_slugline", "slugline"]

EXPECTED = frozenset({"slugline"})
KEYWORD_RE = lazy_regex(r"[\p{L}\d][\p{L}\d.&'’ ]*+")
MOST_LINES = 8  # a header of more lines is something else


def parse_slugline(text: str) -> Slugline:
    r"""The slugline at the start of the text; raises ``ParseError`` if there is none.

    >>> found = parse_slugline("BC-EU--Harbour-Ice,5th Ld-Writethru,750\nText")
    >>> [word.text for word in found.keywords], found.take.text
    (['EU', 'Harbour', 'Ice'], '5th Ld-Writethru')
    >>> parse_slugline("Ferry sails again\nText")
    Traceback (most recent call last):
    diplotext.errors.ParseError: line 1, column 1: expected slugline
    Ferry sails again
    ^
    """
    return parse_with(slugline, text)


def slugline(text: str, pos: int, /) -> Match[Slugline] | Miss:
    """The slugline at ``pos``.

    >>> found = slugline("NORWAY-FERRY/ICE (UPDATE 2, PIX)", 0).value
    >>> [word.text for word in found.keywords], found.take.text
    (['NORWAY', 'FERRY', 'ICE'], 'UPDATE 2, PIX')
    >>> slugline("AND/OR is no slugline", 0)
    Miss(pos=0, expected=frozenset({'slugline'}))
    """
    found: Slugline | None = None
    at = pos
    for _ in range(MOST_LINES):
        line = _read_line(text, at, found)
        if line is None:
            break
        found = line if found is None else _merge(found, line)
        space = SPACE_RE.match(text, line.end)
        at = space.end() if space else line.end
    return Match(found, found.end) if found is not None else Miss(pos, EXPECTED)


SPACE_RE = lazy_regex(r"\s*")


def _read_line(text: str, at: int, before: Slugline | None) -> Slugline | None:
    """The line of a header at ``at``; some are such only behind another."""
    for form in FORMS:
        if (found := form.match(text, at)) is not None:
            return _build(text, found)
    version = VERSION_RE.match(text, at)
    if version is not None:
        end = at + len(version.group().rstrip())
        return Slugline(text, at, end, take=Passage(text, at, end))
    if before is None:
        joined = JOINED_RE.match(text, at)
        return _build(text, joined) if joined is not None and not _is_place(joined) else None
    behind = next((found for form in BEHIND if (found := form.match(text, at)) is not None), None)
    if behind is None and not before.keywords:
        behind = BRACKETED_RE.match(text, at)
    return _build(text, behind) if behind is not None else None


def _is_place(joined: regex.Match[str]) -> bool:
    """Whether joined words are a place's name, which a page has over its headline."""
    return joined["keywords"] in places()


# Lines that are such only behind another of the same header.
BEHIND = (SELECTOR_RE, SELECTED_RE, SPACED_RE, STROKES_RE)


def _merge(first: Slugline, more: Slugline) -> Slugline:
    """One header of two lines: what the later line says again, it says better."""
    return evolve(
        more,
        start=first.start,
        keywords=more.keywords or first.keywords,
        take=more.take or first.take,
        priority=first.priority or more.priority,
        category=first.category or more.category,
    )


def _build(text: str, found: regex.Match[str]) -> Slugline:
    """The line as a slugline."""
    groups = found.re.groupindex
    start, end = found.span("keywords")
    words = KEYWORD_RE.finditer(text, start, end) if start >= 0 else ()
    take = found.span("take") if "take" in groups else (-1, -1)
    return Slugline(
        text,
        found.start(),
        found.start() + len(found.group().rstrip()),
        keywords=tuple(
            Passage(text, word.start(), word.start() + len(word.group().rstrip())) for word in words
        ),
        take=Passage(text, *take) if take[0] >= 0 else None,
        priority=found["priority"] if "priority" in groups else None,
        category=found["category"] if "category" in groups else None,
    )
