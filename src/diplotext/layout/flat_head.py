"""Headline and byline on the line of the story's first words, as exports without line ends print.

    Ferry sails again By Ann Roe OSLO, March 4 (Reuters) - The ferry sailed on Monday. It ...

Only a dateline that says enough cuts them off: a town in capitals with a day or an agency, or an
agency's name behind a word in small letters ("... sails again (Reuters) - The ferry").
"""

from __future__ import annotations

from diplotext.combinators import Match, Miss, Parser
from diplotext.layout.body_dateline import DATELINE_END_RE
from diplotext.layout.zone import SHORTEST_LEDE, line_end
from diplotext.lazy_pattern import lazy_regex
from diplotext.lexicon.place import places
from diplotext.model import Dateline, Headline
from diplotext.trailer.block import skip_space

__all__ = ["unfold_head"]

SHORTEST_HEADLINE, LONGEST_HEAD = 15, 320
FEWEST_WORDS, FEWEST_IN_CAPITALS = 4, 5  # of a headline; fewer may be of the town's name
# ", March 13 - ", ", 13 Mar 1989 --"
DAY_END_RE = lazy_regex(
    r",\s(?:\p{Lu}\p{L}{2,8}\.?\s\d{1,2}|\d{1,2}\s\p{Lu}\p{L}{2,8})(?:,?\s\d{4})?\s[-–—]{1,2}\s"
)
# Where it may begin: at a town, or at a day or an agency behind a word that is of no town.
START_RE = lazy_regex(
    r"(?<=\s)(?=\p{Lu}{2})|(?<=\s\p{Ll}[\p{Ll}'’-]{0,20}\s)(?=\(|\p{Lu}\p{Ll}{2,8}\.?\s\d{1,2}\s\()"
)
BY_RE = lazy_regex(r"\s(?=(?:By|BY)\s\p{Lu}[^.!?]{4,80}$)")


def unfold_head(text: str, headline: Parser[Headline], dateline: Parser[Dateline]) -> str:
    """The text with line ends for the blanks around a byline and before the dateline.

    Every offset stays what it was. The text itself where a dateline opens the line, or none is in
    it, or what stands before would be no headline on a line for itself.

    >>> from diplotext.head.dateline import dateline
    >>> from diplotext.head.headline import headline
    >>> story = "Ferry to sail again By Ann Roe OSLO, March 4 (Reuters) - The ferry sails again. "
    >>> print(unfold_head(story + "It is mended, its owner said.", headline, dateline)[:56])
    Ferry to sail again
    By Ann Roe
    OSLO, March 4 (Reuters) -
    """
    pos = skip_space(text, 0)
    first, last = pos + SHORTEST_HEADLINE, line_end(text, pos)
    limit = min(pos + LONGEST_HEAD, last - SHORTEST_LEDE)
    if limit <= first:
        return text
    sign = DATELINE_END_RE.search(text, first, limit) or DAY_END_RE.search(text, first, limit)
    if sign is None or _is_whole(dateline(text, pos), sign.end(), in_capitals=True):
        return text
    for opening in START_RE.finditer(text, first, sign.start() + 1):
        start = opening.start()
        in_capitals = text[pos:start].isupper()
        if _is_whole(dateline(text, start), sign.end(), in_capitals=in_capitals):
            by = BY_RE.search(text, first, start - 1)
            title = text[pos : by.start() if by else start - 1]
            if not _is_headline(title.rstrip(" -–—|:"), text[start:], headline):
                return text
            joints = [by.start(), start - 1] if by else [start - 1]
            return _with_line_ends(text, joints)
    return text


def _is_whole(found: Match[Dateline] | Miss, end: int, *, in_capitals: bool) -> bool:
    """Whether a dateline of a known place in capitals, or of none, reaches as far as its sign.

    ``in_capitals`` says that a headline in capitals may be part of it: only the gazetteer can tell
    "PAYOUT TAMPA, Fla." from a town.
    """
    if not isinstance(found, Match) or found.end < end - 1:
        return False
    if not found.value.places:
        return any(agency.id for agency in found.value.agencies)
    place = found.value.places[0]
    is_town = not in_capitals or place.text.split(",")[0] in places()
    return is_town and place.country is not None and place.text[:2].isupper()


def _is_headline(line: str, rest: str, headline: Parser[Headline]) -> bool:
    """Whether a line is a headline where it stands by itself."""
    found = headline(f"{line}\n\n{rest[:LONGEST_HEAD]}", 0)
    fewest = FEWEST_IN_CAPITALS if line.isupper() else FEWEST_WORDS
    is_line = isinstance(found, Match) and found.value.text == line
    return is_line and len(line.split()) >= fewest


def _with_line_ends(text: str, joints: list[int]) -> str:
    """The text with line ends at these places."""
    pieces: list[str] = []
    at = 0
    for joint in joints:
        pieces += text[at:joint], "\n"
        at = joint + 1
    return "".join([*pieces, text[at:]])
