"""The line that is the headline: a plain one, a marked one, or a title that only names a section.

The three are asked apart, as bylines, labels and notices are looked for between them.
"""

from __future__ import annotations

from diplotext.combinators import Match
from diplotext.layout.zone import Parsers, Zones, is_agency_line, line_end
from diplotext.lazy_pattern import lazy_regex
from diplotext.lexicon.data import read_table
from diplotext.lexicon.stamp import is_stamp
from diplotext.model import Headline
from diplotext.trailer.block import line_above, skip_space
from diplotext.trailer.residue import is_residue

__all__ = ["read_headline", "read_marked", "read_title"]

# "Business" over "The minister said ...": a title, no way through a site.
SECTIONS = frozenset(read_table("heads_en")["sections"])
SENTENCE_END_RE = lazy_regex(r"(?<=[\p{Ll}\d)]{2})\.[\"”’']?$")


def read_title(text: str, pos: int, parsers: Parsers, zones: Zones) -> int | None:
    """Reads a headline that is the name of a section or of an agency, with the story under it."""
    head = _find_headline(text, pos, parsers, zones)
    if head is None or not _is_title(text, pos):
        return None
    if is_agency_line(text[pos : line_end(text, pos)]) and _is_under_stamp(text, pos):
        return None  # "Published: March 4, 2019 | Harbour News" over "Reuters"
    return _keep_headline(head, zones)


def _is_under_stamp(text: str, pos: int) -> bool:
    """Whether the line above says when a page was published: its own lines have begun."""
    line = line_above(text, pos)
    return bool(line) and (is_stamp(line) or is_residue(line))


def read_marked(text: str, pos: int, parsers: Parsers, zones: Zones) -> int | None:
    """Reads "CORRECTED: Ferry sails again": a headline, though it begins like a notice."""
    head = _find_headline(text, pos, parsers, zones)
    return _keep_headline(head, zones) if head is not None and head.value.tag is not None else None


def read_headline(text: str, pos: int, parsers: Parsers, zones: Zones) -> int | None:
    """Reads any other headline; under its byline a sentence is the story's first."""
    head = _find_headline(text, pos, parsers, zones)
    is_under = bool(zones.byline or zones.dateline)
    if head is None or (is_under and SENTENCE_END_RE.search(head.value.text)):
        return None
    return _keep_headline(head, zones)


def _find_headline(text: str, pos: int, parsers: Parsers, zones: Zones) -> Match[Headline] | None:
    """The headline at ``pos``; None if there is none or the story has one already."""
    head = None if zones.headline else parsers.headline(text, pos)
    return head if isinstance(head, Match) else None


def _keep_headline(head: Match[Headline], zones: Zones) -> int:
    """Keeps a headline and gives its end."""
    zones.headline.append(head.value)
    return head.end


def _is_title(text: str, pos: int) -> bool:
    """Whether a section's or an agency's name is the title: the story begins under it."""
    end = line_end(text, pos)
    below = skip_space(text, end)
    is_name = is_agency_line(text[pos:end]) or text[pos:end] in SECTIONS
    return is_name and SENTENCE_END_RE.search(text[below : line_end(text, below)]) is not None
