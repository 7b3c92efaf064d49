"""The dateline that opens a paragraph of the body, and what of the paragraph is prose."""

from __future__ import annotations

import datetime

from attrs import evolve

from diplotext.combinators import Match
from diplotext.head.dateline import resolve_dateline
from diplotext.layout.zone import LONGEST_DECK, Parsers, Range, Zones
from diplotext.lazy_pattern import lazy_regex
from diplotext.model import Dateline, Residue
from diplotext.trailer.block import skip_space

__all__ = [
    "DATELINE_END_RE",
    "MOST_BEFORE_DATELINE",
    "drop_town_line",
    "find_dateline",
    "lift_dateline",
    "may_open",
    "place_dateline",
]

# How many paragraphs may stand before the dateline: captions, summaries, labels, bullets.
MOST_BEFORE_DATELINE = 8
SLACK = datetime.timedelta(days=6)
DASHES = ("-", "–", "—", "_")
# "(Reuters) -", "(AP):": what closes a dateline of whatever places.
DATELINE_END_RE = lazy_regex(
    r"\((?P<agency>(?=[^()\n]{0,28}\p{L})[^()\n]{2,30})\)\s?(?:[-–—_]{1,2}\s|:\s)"
)
# What FBIS says of its text, behind the dateline: "[TEXT] THE TALKS", "[Report] [Excerpts] ...".
# Not "[SPEECH] [PRESIDENT JOSE SOLANO] [TEXT]", which says who speaks.
LABELS_RE = lazy_regex(
    r"(?:\[(?i:text|excerpts?|report|article|speech|statement|commentary|editorial|communique"
    r"|summary|(?:editorial|news)\s+report)\]\s+)+(?:\[(?i:continued)\]\s+)?(?!\[)"
)
COMMA_RE = lazy_regex(r",[ \t]*(?=\r?\n)")
BEFORE_RE = lazy_regex(r"(?<=[.:!?)\]”\"|]\s{1,3}|\n[ \t]*)(?=\p{Lu})")
RELAY = "comtex"  # who sends on what other wires have, under a dateline of its own
NEAR_HEAD = 3  # so many paragraphs down a town with its region can still open the story
MOST_DECKS = 3
SHORTEST_PROSE, MOST_PROSE = 60, 1  # of sentences above a dateline far down a page
SHORTEST_AREA = 4
MOST_TOLD = 1  # so many may stand above a bare place: behind more the story has begun
PROSE_ENDS = '.!?”"'


def may_open(index: int, zones: Zones) -> bool:
    """Whether the story can still begin: what a page puts before it counts little."""
    return len(zones.paragraphs) < MOST_BEFORE_DATELINE and index < 3 * MOST_BEFORE_DATELINE


def find_dateline(
    text: str, begin: int, end: int, index: int, parsers: Parsers, zones: Zones
) -> tuple[int, Dateline | None]:
    """The dateline that opens a paragraph, and where the paragraph begins."""
    is_open = not zones.dateline and may_open(index, zones)
    found = parsers.dateline(text, begin)
    if is_open and isinstance(found, Match):
        if text[begin] == "(":
            begin, found = _behind_provenance(text, begin, found, parsers, zones)
        found = _with_relayed(text, end, found, parsers)
    line = found.value if isinstance(found, Match) and found.end <= end else None
    if is_open and line is not None:
        first = 0 if _is_under_head(text, begin, zones) else index
        is_told = first > 0 and _is_bare(line) and _count_prose(text, begin, zones) > MOST_TOLD
        if not is_told and _is_fitting(line, first, len(zones.paragraphs), parsers.published):
            return begin, line
    if not is_open:
        if line is not None and line.end >= end and not _stands_alone(line):
            return begin, None  # "THE WATCHMEN, 30 MARCH 1990" signs a letter
        return begin, line if line is not None and _is_inner(line) else None
    return _behind_caption(text, begin, end, parsers, zones) if index < 2 else (begin, None)


def _behind_provenance(
    text: str, begin: int, found: Match[Dateline], parsers: Parsers, zones: Zones
) -> tuple[int, Match[Dateline]]:
    """The dateline behind a bracket that says by whom it came: "(AP via Harbour) OSLO (AP) -"."""
    line = found.value
    if line.places or line.date_text or not line.agencies or text[found.end - 1] != ")":
        return begin, found
    start = skip_space(text, found.end)
    behind = parsers.dateline(text, start)
    if not isinstance(behind, Match) or not behind.value.places:
        return begin, found
    zones.residue.append(Residue(text, begin, found.end))
    return start, behind


def _with_relayed(text: str, end: int, found: Match[Dateline], parsers: Parsers) -> Match[Dateline]:
    """The dateline of who relays a story and the wire's own behind it, as one.

    "OSLO, Mar 04, 2004 (Xinhua via COMTEX) -- OSLO, March 4 (Xinhua) -- The ferry ...".
    """
    line = found.value
    if not line.agencies or line.agencies[-1].id != RELAY or line.text[-1] not in DASHES:
        return found
    behind = parsers.dateline(text, skip_space(text, found.end))
    if not isinstance(behind, Match) or not behind.value.places or behind.end > end:
        return found
    both = evolve(line, end=behind.end, places=line.places or behind.value.places)
    return Match(both, behind.end)


def _is_under_head(text: str, begin: int, zones: Zones) -> bool:
    """Whether at most decks, and then a byline or a time stamp, stand above: "Lisbon: Text".

    Or the headline a second time.
    """
    if zones.headline and zones.residue and zones.residue[-1].text == zones.headline[0].text:
        return not text[zones.residue[-1].end : begin].strip()
    if len(zones.paragraphs) > MOST_DECKS or any(
        stop - start > LONGEST_DECK for start, stop in zones.paragraphs
    ):
        return False
    above = max((zone.end for zone in (*zones.byline, *zones.residue)), default=0)
    return above > 0 and not text[above:begin].strip()


def lift_dateline(text: str, zones: Zones) -> None:
    """Counts the first dateline of the body as the story's, if only a page's lines stand above.

    Links, teasers and captions may be many; of sentences a deck or a caption is the most.
    """
    if not zones.inner or not _is_inner(zones.inner[0]):
        return
    line = zones.inner[0]
    if zones.dateline and not _says_less(zones.dateline[0], line, zones):
        return
    if not line.agencies and not _is_known(line):
        return
    if _count_prose(text, line.start, zones) <= MOST_PROSE:
        zones.residue.extend(Residue(text, *old.span) for old in zones.dateline)
        zones.dateline[:] = [zones.inner.pop(0)]


def _says_less(old: Dateline, line: Dateline, zones: Zones) -> bool:
    """Whether a page prints the town alone above the dateline: "OSLO" over "OSLO (Reuters) -"."""
    is_bare = not (old.agencies or old.date_text) and bool(old.places and line.places)
    if not is_bare or not line.agencies or old.places[0].name != line.places[0].name:
        return False
    return not any(start <= old.start < end for start, end in zones.paragraphs)


def drop_town_line(text: str, zones: Zones) -> None:
    """Counts as residue what is printed of the dateline above it: "OSLO/HARLOW"."""
    line = zones.dateline[0] if zones.dateline else None
    if line is None or not line.agencies:
        return
    for index, (start, end) in enumerate(zones.paragraphs[:MOST_BEFORE_DATELINE]):
        words = text[start:end]
        if end <= line.start and words[:2].isupper() and line.text.startswith(words):
            zones.residue.append(Residue(text, start, end))
            del zones.paragraphs[index], zones.prose[index]
            break


def _count_prose(text: str, pos: int, zones: Zones) -> int:
    """How many paragraphs above ``pos`` are sentences of a story."""
    return sum(
        end <= pos
        and end - start >= SHORTEST_PROSE
        and text[end - 1] in PROSE_ENDS
        and text[end - 3 : end] != "..."
        for start, end in zones.paragraphs
    )


def _is_bare(line: Dateline) -> bool:
    """Whether a dateline is a place and a colon, as teasers of other stories have it."""
    is_place = bool(line.places) and line.date_text is None and not line.agencies
    return is_place and line.text.endswith(":")


def place_dateline(
    text: str,
    begin: int,
    end: int,
    line: Dateline | None,
    is_open: bool,
    parsers: Parsers,
    zones: Zones,
) -> Range:
    """Keeps the dateline; where the paragraph and where its prose begin."""
    if line is None:
        return begin, _behind_labels(text, begin, end)
    line = resolve_dateline(line, parsers.published)
    (zones.dateline if is_open else zones.inner).append(line)
    prose = skip_space(text, line.end)
    comma = COMMA_RE.match(text, line.end)  # "PTI, Washington," on a line for itself
    if comma is not None and not line.text.endswith(DASHES):
        zones.residue.append(Residue(text, line.end, line.end + 1))
        prose = skip_space(text, comma.end())
    is_own_line = "\n" in text[line.end : prose] and line.text[-1:] not in DASHES
    # On its own line it is a zone, no part of the paragraph under it.
    start = prose if prose >= end or is_own_line else begin
    return start, _behind_labels(text, prose, end)


def _behind_labels(text: str, pos: int, end: int) -> int:
    """Where the words behind a monitor's labels begin, ``pos`` where it has none."""
    labels = LABELS_RE.match(text, pos, end) if text[pos : pos + 1] == "[" else None
    return pos if labels is None or labels.end() >= end else labels.end()


def _behind_caption(
    text: str, begin: int, end: int, parsers: Parsers, zones: Zones
) -> tuple[int, Dateline | None]:
    """A dateline behind a caption or a label that stands on its line: that is residue."""
    close = DATELINE_END_RE.search(text, begin, min(end, begin + 600))
    if close is None:
        return begin, None
    for start in BEFORE_RE.finditer(text, max(begin + 1, close.start() - 80), close.start()):
        found = parsers.dateline(text, start.start())
        if isinstance(found, Match) and found.end >= close.end("agency") and _is_inner(found.value):
            label = Residue(text, begin, begin + len(text[begin : start.start()].rstrip()))
            zones.residue.append(label)
            return start.start(), found.value
    return begin, None


def _is_inner(line: Dateline) -> bool:
    """Whether a dateline inside the body is one beyond doubt."""
    return bool(line.places and _in_capitals(line.places[0].text)) or any(
        agency.id for agency in line.agencies
    )


def _stands_alone(line: Dateline) -> bool:
    """Whether a dateline on a line for itself is one, and no end of a caption."""
    if line.agencies:
        return line.text.endswith(DASHES) or not line.places or _in_capitals(line.places[0].text)
    return _is_known(line)


def _in_capitals(name: str) -> bool:
    """Whether a place stands in capitals, or its country: "OSLO", "Apia, SAMOA"; not "Reno, NV"."""
    area = name.rpartition(", ")[2]
    return name[:2].isupper() or (len(area) >= SHORTEST_AREA and area.isupper())


def _is_known(line: Dateline) -> bool:
    """Whether the gazetteer has a place of the line's."""
    return any(place.country is not None for place in line.places)


def _is_fitting(line: Dateline, index: int, above: int, published: datetime.date | None) -> bool:
    """Whether a dateline that says little fits the story, with ``above`` paragraphs above it.

    A bare day must be near that of publication ("March 14 - " opens many sentences), a bare place
    that is not in capitals must open the body.
    """
    if line.agencies or (line.places and line.date_text is not None):
        return True
    if line.places:
        name = line.places[0].text
        return index == 0 or _in_capitals(name) or ("," in name and above < NEAR_HEAD)
    if index > 0 or published is None:
        return index == 0
    date = resolve_dateline(line, published).date
    return date is not None and abs(date - published) <= SLACK
