"""The section of a page over its headline: "Portugal", "Mining", "Nation & World Politics"."""

from __future__ import annotations

from diplotext.combinators import Match
from diplotext.head.place import read_whole_place
from diplotext.layout.zone import Parsers, Zones, line_end
from diplotext.lazy_pattern import lazy_regex
from diplotext.lexicon.data import read_table
from diplotext.lexicon.stamp import is_stamp
from diplotext.model import Headline, Residue
from diplotext.trailer.block import skip_space
from diplotext.trailer.residue import is_residue

__all__ = ["read_section"]

LONGEST = 40
FEWEST_WORDS = 4  # of a headline under a section; one under a section that no gazetteer has: five
LONGEST_TITLE = 120
MOST_SECTIONS = 2
MOST_LABELS = 2  # between a place and the headline
MOST_BELOW = 6  # how far under the headline byline or time stamp may stand: below decks
# A word, or two in capitals ("Middle East", not "Snow day"), or two things of which a page treats
# together, and a number of its own.
WORD = r"\p{Lu}[\p{L}.'’-]+"
SECTION_RE = lazy_regex(
    rf"(?:From\s)?(?:{WORD}|\p{{Ll}}+)(?:\s(?:{WORD}|news|sports?|politics|business))?"
    rf"(?:\s(?:&|and|\|)\s\p{{L}}[\p{{L}}'’-]+(?:\s{WORD})?)?(?:\s\d{{6,10}})?"
)
# "What the city learned from a storm": a deck rather than a headline.
DECK_RE = lazy_regex(r"(?:What|How|Why|When|Where|Who)\s")
SECTIONS = frozenset(read_table("heads_en")["sections"])
# "National / Crime & Legal", "Higher education", "Politics |": words of sections fill the line.
KNOWN = frozenset(name.casefold() for name in SECTIONS) | {"and", "the", "higher", "real", "estate"}
NEWS_RE = lazy_regex(r"(?<=\p{L})\s(?i:news|politics|business|sports?|weather)$")
PART_RE = lazy_regex(r"(?<![^\s/])[^\s/][^/]*?(?=\s/\s|\s{2}|$)")
NAME_RE = lazy_regex(r"\p{L}[\p{L}.'’-]*")
ABBREVIATION_RE = lazy_regex(
    r"\b(?:\p{Lu}\.\p{Lu}|Mon|Tues?|Wed|Thu|Thurs|Fri|Sat|Sun|Co|Corp|Inc|Ltd|Jr|Sr|No)\.$"
)


# What a theme of WordPress prints above the sections that a story is in.
FILED = frozenset(("category", "categories", "filed under", "posted in", "filed in"))


def read_section(text: str, pos: int, parsers: Parsers, zones: Zones) -> int | None:
    """Reads a place or a word or two on a line for themselves over a headline; their end.

    What is no place may be the headline over its deck: it must be far shorter than the line
    below, and a page's byline or time stamp must follow.
    """
    end = line_end(text, pos)
    is_filed = _is_filed(text, pos, end, zones)
    if not is_filed and not _is_section(text, pos, parsers, zones, MOST_SECTIONS):
        return None
    zones.residue.append(Residue(text, pos, end))
    return end


def _is_filed(text: str, pos: int, end: int, zones: Zones) -> bool:
    """Whether a page's label stands right above a section's name: "Categories" over "Ports"."""
    label = zones.residue[-1] if zones.residue else None
    if label is None or text[label.end : pos].strip() or end - pos > LONGEST:
        return False
    return label.text.rstrip(" :").casefold() in FILED and bool(text[end:].strip())


def _is_section(text: str, pos: int, parsers: Parsers, zones: Zones, depth: int) -> bool:
    """Whether a headline stands under the line at ``pos``, or a further section."""
    end = line_end(text, pos)
    if end - pos > LONGEST:
        return False
    is_place = _is_place(text, pos, end) or _is_way(text, pos, end)
    below = skip_space(text, end)
    if is_place or _is_known(text, pos, end):
        below = _past_labels(text, below)
    title = parsers.headline(text, below)
    if not isinstance(title, Match) or _is_sentence(title.value.text):
        return False
    if text[pos : title.end].isupper():
        return False  # "FERRY SINKS" over "OFF NORWAY; 14 PEOPLE ARE MISSING": one that was wrapped
    words = len(title.value.text.split())
    if is_place and words >= FEWEST_WORDS:
        return True
    if not _is_named(text, pos, end, zones):
        return False
    if " " in text[pos:end] and DECK_RE.match(title.value.text) is not None:
        return False
    if words <= FEWEST_WORDS:
        return depth > 1 and _is_section(text, below, parsers, zones, depth - 1)
    return _is_headed(text, pos, title, parsers)


def _past_labels(text: str, pos: int) -> int:
    """Behind a day or a link between a place and the headline: "Ireland", "Back to Home"."""
    for _ in range(MOST_LABELS):
        stop = line_end(text, pos)
        if not is_residue(text[pos:stop]):
            break
        pos = skip_space(text, stop)
    return pos


def _is_place(text: str, pos: int, end: int) -> bool:
    """Whether a town, a state or a country fills the line."""
    name = NEWS_RE.sub("", text[pos:end])  # "UNITED STATES NEWS"
    return read_whole_place(name, 0, len(name)) is not None


def _is_way(text: str, pos: int, end: int) -> bool:
    """Whether strokes or gaps part places and sections: "Pacific / Solomon Islands"."""
    parts = list(PART_RE.finditer(text, pos, end))
    if len(parts) < 2:
        return False
    for found in parts:
        at, part = found.start(), found.group()
        words = NAME_RE.findall(part)
        is_section = bool(words) and all(word.casefold() in KNOWN for word in words)
        if not is_section and not _is_place(text, at, at + len(part)):
            return False
    return True


def _is_headed(text: str, pos: int, title: Match[Headline], parsers: Parsers) -> bool:
    """Whether a byline or a time stamp stands under the headline, or below its decks."""
    if title.end - pos > LONGEST_TITLE + LONGEST:
        return False
    at = skip_space(text, title.end)
    for _ in range(MOST_BELOW):
        stop = line_end(text, at)
        line = text[at:stop]
        if isinstance(parsers.byline(text, at), Match) or is_stamp(line) or is_residue(line):
            return True
        at = skip_space(text, stop)
    return False


def _is_named(text: str, pos: int, end: int, zones: Zones) -> bool:
    """Whether a line can be a section's name."""
    if SECTION_RE.fullmatch(text, pos, end) is not None or _is_motto(text, pos, end, zones):
        return True
    return _is_known(text, pos, end)


def _is_known(text: str, pos: int, end: int) -> bool:
    """Whether words of sections fill the line: "Earnings", "Higher education"."""
    words = NAME_RE.findall(text, pos, end)
    return text[pos].isupper() and all(word.casefold() in KNOWN for word in words)


def _is_sentence(title: str) -> bool:
    """Whether a full stop ends the line, no abbreviation: "Ferry to sail on Tues."."""
    return title[-1] == "." and ABBREVIATION_RE.search(title) is None


def _is_motto(text: str, pos: int, end: int, zones: Zones) -> bool:
    """Whether a few words stand right under a page's name, no section: what it says of itself."""
    if not zones.residue or text[zones.residue[-1].end : pos].strip():
        return False
    name = zones.residue[-1].text
    if is_stamp(name):
        return False  # "Tuesday, 9 March 2021" over the headline
    is_section = name in SECTIONS or (" " not in name and not name.isupper())
    return not is_section and len(text[pos:end].split()) <= FEWEST_WORDS and text[end - 1].isalpha()
