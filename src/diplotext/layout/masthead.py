"""A paper's or an issuer's name over the story and its day, or a show's over its transcript."""

from __future__ import annotations

import re

from diplotext.combinators import Match
from diplotext.layout.zone import Parsers, Zones, is_town_line, line_end
from diplotext.lazy_pattern import lazy_regex
from diplotext.lexicon.stamp import is_stamp
from diplotext.model import Residue
from diplotext.trailer.block import skip_space
from diplotext.trailer.residue import is_residue

__all__ = ["read_masthead", "read_show"]

LONGEST = 60
MOST_LINES = 3  # the town, the day, a second day; "Follow"
# Papers' names that are no common last word of a headline ("Post", "Record"), or the town beside.
PAPERS = (
    *("courier", "gazette", "tribune", "herald", "chronicle", "telegraph", "observer", "examiner"),
    *("inquirer", "sentinel", "advertiser", "bulletin", "times", "shimbun"),
)
# The issuer over the day and the title of what it tells an exchange.
FIRMS = (
    *("PLC", "plc", "Plc", "Ltd", "Limited", "Inc", "Corp", "ASA", "AG", "SE", "NV", "N.V", "SA"),
    *("S.A", "AB", "Oyj", "A/S"),
)
PAPER_RE = lazy_regex(
    rf"(?i:(?:the\s)?(?:[\p{{L}}.&'’-]+\s){{0,4}}(?:{'|'.join(PAPERS)}|daily\s(?:\p{{L}}+)"
    r"|\p{L}+\.\s(?:\p{L}+\s){1,3}news\sagency))"
    r"|\p{Lu}[\p{L}\d.&'’-]*(?:\s[\p{Lu}&][\p{L}\d.&'’-]*){0,4},?\s"
    rf"(?:{'|'.join(map(re.escape, FIRMS))})\.?"
    r"|\p{Lu}[\p{L}.&'’-]*(?:\s\p{Lu}[\p{L}.&'’-]*){0,3}\s\((?P<town>\p{Lu}[\p{L} .-]{2,30})\)"
)
LAST_WORDS = frozenset(word.casefold() for word in (*PAPERS, *FIRMS, "agency"))
MOST_SHOW_WORDS = 4
# What stands under a transcript's title: when it was on the air, or who speaks.
ON_AIR_RE = lazy_regex(
    r"Aired\s\p{Lu}|\p{Lu}[\p{Lu}.'’-]+(?:\s\p{Lu}[\p{Lu}.'’-]*){1,3}"
    r"(?:,\s[^:\n]{2,60}|\s\([^()\n]{2,60}\))?:\s"
)


def read_show(text: str, pos: int, parsers: Parsers, zones: Zones) -> int | None:
    """Reads a show's name in capitals over a transcript's title; the end."""
    end = line_end(text, pos)
    name = text[pos:end]
    if not name.isupper() or len(name) > LONGEST or len(name.split()) > MOST_SHOW_WORDS:
        return None
    title = parsers.headline(text, skip_space(text, end))
    if not isinstance(title, Match) or title.value.text.isupper() or name[-1] == ":":
        return None
    if ON_AIR_RE.match(text, skip_space(text, title.end)) is None:
        return None
    zones.residue.append(Residue(text, pos, end))
    return end


def read_masthead(text: str, pos: int, parsers: Parsers, zones: Zones) -> int | None:
    """Reads a paper's name and the town and day under it, if a headline follows; the end."""
    end = line_end(text, pos)
    if end - pos > LONGEST or not text[pos].isupper() or not _may_be_paper(text[pos:end]):
        return None
    paper = PAPER_RE.fullmatch(text, pos, end)
    if paper is None:
        return None
    if paper["town"] is not None and not is_town_line(paper["town"]):
        return None
    lines = [(pos, end)]
    below = skip_space(text, end)
    while len(lines) <= MOST_LINES:
        end = line_end(text, below)
        line = text[below:end]
        if not (is_stamp(line) or is_town_line(line) or is_residue(line)):
            break
        lines.append((below, end))
        below = skip_space(text, end)
    is_over = isinstance(parsers.headline(text, below), Match) or paper["town"] is not None
    is_named = len(lines) > 1 or paper["town"] is not None or _is_titled(text, pos, below, parsers)
    if not is_named or not is_over:
        return None
    zones.residue.extend(Residue(text, *line) for line in lines)
    return lines[-1][1]


def _may_be_paper(line: str) -> bool:
    """A cheap look: whether a line ends as a paper's or an issuer's name does."""
    last = line.rsplit(maxsplit=1)[-1].rstrip(".").casefold()
    return line[-1] == ")" or last in LAST_WORDS or "daily" in line.casefold()


def _is_titled(text: str, pos: int, below: int, parsers: Parsers) -> bool:
    """Whether "The ..." stands over a headline and a day, byline or dateline under that.

    One that could be a headline over its deck has no article: "Hard times".
    """
    title = parsers.headline(text, below)
    if not text.startswith("The ", pos) or not isinstance(title, Match):
        return False
    at = skip_space(text, title.end)
    line = text[at : line_end(text, at)]
    return (
        is_stamp(line)
        or isinstance(parsers.byline(text, at), Match)
        or isinstance(parsers.dateline(text, at), Match)
    )
