"""Headline and byline on the line of the story's first words, as exports without line ends print.

    Ferry sails again By Ann Roe OSLO, March 4 (Reuters) - The ferry sailed on Monday. It ...

Only a dateline that says enough cuts them off: a town in capitals with a day or an agency, or an
agency's name behind a word in small letters ("... sails again (Reuters) - The ferry"). Behind a
byline that opens the line a town in capitals and a dash are enough:

    By Ann Roe, Harlow Star OSLO — The ferry sailed on Monday. It ...
"""

from __future__ import annotations

from diplotext.combinators import Match, Miss, Parser
from diplotext.layout.body_dateline import DATELINE_END_RE
from diplotext.layout.zone import SHORTEST_LEDE, line_end
from diplotext.lazy_pattern import lazy_regex
from diplotext.lexicon.place import places
from diplotext.lexicon.stamp import is_stamp
from diplotext.model import Byline, Dateline, Headline
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


# A town in capitals and a dash soon behind it.
TOWN_RE = lazy_regex(r"(?<=[^\n]\s)(?=\p{Lu}{2}[^\n]{0,60}?\s?(?:[-–—]{1,2}|_)\s)")
OPENERS = ("By ", "BY ")
SHORTEST_BYLINE, LONGEST_BYLINE = 8, 160


def unfold_head(
    text: str, headline: Parser[Headline], dateline: Parser[Dateline], byline: Parser[Byline]
) -> str:
    """The text with line ends for the blanks around a byline and before the dateline.

    Every offset stays what it was. The text itself where a dateline opens the line, or none is in
    it, or what stands before would be no headline on a line for itself.

    >>> from diplotext.head.byline import byline
    >>> from diplotext.head.dateline import dateline
    >>> from diplotext.head.headline import headline
    >>> story = "Ferry to sail again By Ann Roe OSLO, March 4 (Reuters) - The ferry sails again. "
    >>> story += "It is mended, its owner said."
    >>> print(unfold_head(story, headline, dateline, byline)[:56])
    Ferry to sail again
    By Ann Roe
    OSLO, March 4 (Reuters) -
    """
    pos = skip_space(text, 0)
    first, last = pos + SHORTEST_HEADLINE, line_end(text, pos)
    limit = min(pos + LONGEST_HEAD, last - SHORTEST_LEDE)
    if limit <= first:
        return text
    if text.startswith(OPENERS, pos):
        start = _byline_end(text, pos, limit, dateline, byline)
        return text if start is None else _with_line_ends(text, [start - 1])
    sign = DATELINE_END_RE.search(text, first, limit) or DAY_END_RE.search(text, first, limit)
    if sign is None:
        return _unfold_byline(text, pos, limit, headline, dateline, byline)
    if _is_whole(dateline(text, pos), sign.end(), in_capitals=True):
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


def _unfold_byline(
    text: str,
    pos: int,
    limit: int,
    headline: Parser[Headline],
    dateline: Parser[Dateline],
    byline: Parser[Byline],
) -> str:
    """The text with line ends around a byline that stands between its headline and dateline."""
    by = BY_START_RE.search(text, pos + SHORTEST_HEADLINE, limit)
    if by is None:
        return text
    start = _byline_end(text, by.end(), limit, dateline, byline)
    title = text[pos : by.start()].rstrip(" -–—|:")
    if start is None or not _is_headline(title, text[start:], headline):
        return text
    return _with_line_ends(text, [by.start(), start - 1])


BY_START_RE = lazy_regex(r"\s(?=(?:By|BY)\s\p{Lu}\p{L}+[.\s])")


def _byline_end(
    text: str, pos: int, limit: int, dateline: Parser[Dateline], byline: Parser[Byline]
) -> int | None:
    """Where the dateline behind a byline at ``pos`` begins, None if there is none."""
    for opening in TOWN_RE.finditer(text, pos + SHORTEST_BYLINE, min(limit, pos + LONGEST_BYLINE)):
        start = opening.start()
        found = dateline(text, start)
        if not isinstance(found, Match) or not _is_dashed_town(found.value):
            continue
        line = text[pos:start].rstrip()
        written = byline(line, 0)
        is_whole = isinstance(written, Match) and (
            written.end == len(line) or is_stamp(line[written.end :])
        )
        return start if is_whole else None
    return None


def _is_dashed_town(line: Dateline) -> bool:
    """Whether a dateline has a known town in capitals and ends with a dash."""
    first = line.places[0] if line.places else None
    if first is None or not first.text[:2].isupper() or line.text[-1] not in "-–—_":
        return False
    return first.country is not None or first.text.split(",")[0] in places()


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
