"""The zones above the body: slugline, headline, byline, notices, captions and labels."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import regex

from diplotext.combinators import Match, Miss
from diplotext.head.headline import is_colon_title
from diplotext.layout.body_dateline import DATELINE_END_RE
from diplotext.layout.export import read_export
from diplotext.layout.headline_line import read_headline, read_marked, read_title
from diplotext.layout.masthead import read_masthead, read_show
from diplotext.layout.outlet_line import is_outlet_line
from diplotext.layout.page_line import is_picture_line
from diplotext.layout.page_name import read_page_name, read_quote
from diplotext.layout.place_line import (
    read_dateline_over_title,
    read_place_line,
    read_split_dateline,
)
from diplotext.layout.record import read_record
from diplotext.layout.section import read_section
from diplotext.layout.signature import read_dated_byline, read_unsigned
from diplotext.layout.timeline import opens_timeline
from diplotext.layout.zone import (
    Parsers,
    Zones,
    is_agency_line,
    is_count,
    keep_byline,
    line_end,
    notice_at,
    skip_debris,
)
from diplotext.lazy_pattern import lazy_regex
from diplotext.lexicon.stamp import is_stamp
from diplotext.model import Notice, Residue
from diplotext.trailer.block import skip_space
from diplotext.trailer.residue import is_residue

__all__ = ["read_head"]

# Reads the zone that stands at a position, and gives its end.
Reader = Callable[[str, int, Parsers, Zones], int | None]

MOST_HEAD_BLOCKS = 40  # slugline, headline, notices, bylines, and what a page puts among them
LONGEST_ASIDE = 600
# "(ATTN: ADDS details)" and kin: a whole line in brackets between headline and body.
BRACKET_LINE_RE = lazy_regex(r"\([^()\n]{2,400}\)")
# Under a headline who sends it: "Press Release: Seafarers Union".
RELEASE_RE = lazy_regex(r"(?:Press|Media|News)\s(?:Release|Statement):\s\p{Lu}[^.!?]{2,80}")
# Captions, labels and time stamps that pages print above the story.
ASIDE_RE = lazy_regex(
    r"AP\s(?:Photos?|Graphic)\b[^.]{0,200}"
    r"|(?:FILE|File)(?:\s(?:PHOTO|photo|picture|image))?\s?[-–—:]\s.*"
    r"|.*(?:\((?:AP|Reuters|REUTERS|AFP|EPA|Getty|Xinhua)[^()]{0,30}(?:/|Photo|photo|Images)[^()]{0,40}\)"
    r"|\b(?:REUTERS|AP Photo|AFP|EPA|Getty Images)/\p{Lu}[^.]{0,50}"
    r"|\p{Ll}/(?:Reuters|AFP|AP|EPA|PA|AAP|Getty Images|Bloomberg|Shutterstock)"
    r"|[\p{Ll}.\d]\s(?:Photo|Photograph|Picture|Image)(?:\scredit)?:\s\p{Lu}[^.:]{2,80})\.?"
    r"|(?:First\s|Last\s)?(?i:published|updated?|posted|modified|issued)(?:\s(?:on|at))?:?\s[^.]{0,60}\d[^.]{0,40}"
    r"|(?!By\b)[^.]{0,50}\b\d{1,2}:\d\d\b[^.]{0,30}\b20\d\d\b[^.]{0,20}"
    r"|(?:c\.\s?|\(c\)\s?|©\s?)(?:19|20)\d\d\s.{0,80}",
    regex.DOTALL,
)


# Under a headline what the desk files the story under: "POL-KUWAIT-HARBOUR-AID".
CHAIN_RE = lazy_regex(r"\p{Lu}{2,}(?:-[\p{Lu}\d]{2,}){2,6}")
# "[Text] Havana, 4 Mar (PL) --": what FBIS says of its text, before the dateline.
EXTENT_RE = lazy_regex(r"(?:\[[^\[\]\n]{3,60}\]\s){1,2}(?=\p{Lu})")
# PR Newswire's site: the heading, and on the line below who sent the release.
PROVIDED_RE = lazy_regex(r"(?:NEWS PROVIDED BY|News provided by)\s*?\n\s*[^\n]{1,120}[^\s]")
FIELD_END_RE = lazy_regex(r"(?r)(?:[ <=]|&[A-Z]{2};)+$")


def read_head(text: str, start: int, parsers: Parsers, zones: Zones) -> int:
    """Reads the zones above the body, from ``start`` on; where the body begins."""
    pos = skip_space(text, start)
    if isinstance(parsers.slugline(text, pos), Miss):  # the header of a raw feed opens with SOH
        pos = skip_debris(text, pos, len(text), zones)
    pos = read_record(text, pos, parsers, zones)
    for _ in range(MOST_HEAD_BLOCKS):
        if pos >= len(text):
            break
        end = read_dateline_over_title(text, pos, parsers, zones)
        if end is None and _opens_story(text, pos, parsers, zones):
            break
        end = end or _read_head_zone(text, pos, parsers, zones)
        if end is None:
            break
        pos = skip_debris(text, end, len(text), zones)
    return pos


def _opens_story(text: str, pos: int, parsers: Parsers, zones: Zones) -> bool:
    """Whether a dateline stands at ``pos``; "March 4, 2021 - 12:30" is a time stamp."""
    extent = EXTENT_RE.match(text, pos)
    found = parsers.dateline(text, extent.end() if extent is not None else pos)
    if not isinstance(found, Match):
        return False
    line = text[pos : line_end(text, pos)]
    is_closed = bool(found.value.agencies) and found.value.text[-1] in "-–—"  # "Oct 5 (XNS) --"
    is_whole = _fills_line(text, pos, found.end) and not is_closed
    if not found.value.places and (is_whole or is_stamp(line)):
        return False  # "November 14, 2018 (Mainichi Japan)"
    if found.value.agencies:
        return True
    if not zones.headline and is_colon_title(text, found):
        return False
    if found.value.places:  # "ARGENTINA | 02-10-2021 09:14" over the headline
        return bool(zones.headline) or "|" not in line or not is_stamp(line)
    return not is_stamp(line)


def _fills_line(text: str, pos: int, end: int) -> bool:
    """Whether what ends at ``end`` fills its line, with more under it."""
    return end >= line_end(text, pos) and bool(text[end:].strip())


def _read_head_zone(text: str, pos: int, parsers: Parsers, zones: Zones) -> int | None:
    """Reads the zone at ``pos`` and gives its end; None where the body begins."""
    end = _read_first(TOP_ZONES, text, pos, parsers, zones)
    if end is not None or opens_timeline(text, pos):
        return end
    return _read_first(HEAD_ZONES, text, pos, parsers, zones)


def _read_first(
    readers: Sequence[Reader], text: str, pos: int, parsers: Parsers, zones: Zones
) -> int | None:
    """Reads by the first that finds its zone at ``pos``; the zone's end, None if there is none."""
    for read in readers:
        end = read(text, pos, parsers, zones)
        if end is not None:
            return end
    return None


def _read_label(text: str, pos: int, parsers: Parsers, zones: Zones) -> int | None:
    """Reads a line that only says when and where from: "Updated 3:14 PM, March 4", "AFP"."""
    end = line_end(text, pos)
    line = text[pos:end].rstrip(" |")  # "AP |"
    is_sender = not zones.headline and line[:1] == "(" and is_agency_line(line[1:-1])  # "(MCT)"
    is_label = is_stamp(line) or is_agency_line(line) or is_sender or is_outlet_line(line, zones)
    if zones.headline and CHAIN_RE.fullmatch(line) is not None:
        is_label = isinstance(parsers.dateline(text, skip_space(text, end)), Match)
    if (
        not is_label
        and text[pos].isalnum()
        and isinstance(found := parsers.dateline(text, pos), Match)
    ):
        is_label = not found.value.places and _fills_line(text, pos, found.end)
    if not is_label and not is_count(text, pos, end, zones):
        return None
    if skip_space(text, end) >= len(text):
        return None
    zones.residue.append(Residue(text, pos, end))
    return end


def _read_aside(text: str, pos: int, parsers: Parsers, zones: Zones) -> int | None:
    """Reads a notice, a caption or debris before the body's first words; its end."""
    words = notice_at(text, pos, len(text), parsers)
    if words is not None:
        zones.notices.append(words)
        return words.end
    provided = PROVIDED_RE.match(text, pos)
    if provided is not None:
        zones.residue.append(Residue(text, pos, provided.end()))
        return provided.end()
    end = line_end(text, pos)
    line = FIELD_END_RE.sub("", text[pos:end])
    end = pos + len(line)
    if zones.headline and RELEASE_RE.fullmatch(line) is not None:
        zones.residue.append(Residue(text, pos, end))
        return end
    if zones.headline and BRACKET_LINE_RE.fullmatch(line) is not None:
        zones.notices.append(Notice(text, pos, end, kind="note"))
        return end
    if DATELINE_END_RE.search(line) is not None:
        return None  # "VIDEO: ... OSLO, Norway (AP) — Text": the story begins on this line
    is_own = len(line) <= LONGEST_ASIDE and (ASIDE_RE.fullmatch(line) or is_residue(line))
    if is_own or is_picture_line(text, pos, end, parsers, zones):
        zones.residue.append(Residue(text, pos, end))
        return end
    return None


def _read_quotation(text: str, pos: int, _: Parsers, zones: Zones) -> int | None:
    """Reads a line that a page quotes over the headline."""
    return None if zones.headline else read_quote(text, pos, zones)


def _read_slugline(text: str, pos: int, parsers: Parsers, zones: Zones) -> int | None:
    """Reads the slugline, which stands above all else."""
    slug = None if zones.slugline or zones.headline else parsers.slugline(text, pos)
    if not isinstance(slug, Match):
        return None
    zones.slugline.append(slug.value)
    return slug.end


def _read_above(text: str, pos: int, parsers: Parsers, zones: Zones) -> int | None:
    """Reads what a page has over its headline: its name, the way through the site, a show."""
    if zones.headline:
        return None
    return (
        read_masthead(text, pos, parsers, zones)
        or read_page_name(text, pos, parsers, zones)
        or read_section(text, pos, parsers, zones)
        or read_show(text, pos, parsers, zones)
    )


def _read_byline(text: str, pos: int, parsers: Parsers, zones: Zones) -> int | None:
    written = parsers.byline(text, pos)
    if isinstance(written, Match):
        keep_byline(text, written, zones)
        return written.end
    return read_split_dateline(text, pos, zones) or read_dated_byline(text, pos, parsers, zones)


def _read_place(text: str, pos: int, _: Parsers, zones: Zones) -> int | None:
    return read_place_line(text, pos, zones)


# What is looked for at a line above the body, in this order: the first two before a timeline, whose
# entries are the body.
TOP_ZONES: tuple[Reader, ...] = (_read_quotation, _read_slugline)
HEAD_ZONES: tuple[Reader, ...] = (
    _read_above,
    read_export,
    _read_byline,
    read_title,
    read_unsigned,
    _read_label,
    read_marked,
    _read_aside,
    _read_place,
    read_headline,
)
