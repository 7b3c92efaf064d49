r"""Stories as a data base exports them without labels: Factiva's lines under the headline.

    Ferry sails again
    Ann Roe
    312 words
    4 March 2019
    Harbour Gazette
    HARGAZ
    English
    (c) 2019 Harbour Gazette Ltd.

ProQuest prints the writer's family name first, and then where and when, and "Full text":

    Roe, Ann.
    Harbour Gazette; Harlow [Harlow]. 04 Mar 2019: C3.

Between the line that counts the words and the one of the copyright all is residue; above the count
who wrote it. Factiva counts in its reader's language ("312 Wörter"), and may print desk and page
over the headline. Not handled: other fields in other languages than English.
"""

from __future__ import annotations

from diplotext.combinators import Match
from diplotext.head.byline import read_signature
from diplotext.layout.zone import Parsers, Zones, keep_byline, line_end
from diplotext.lazy_pattern import lazy_regex
from diplotext.model import Byline, Headline, Passage, Residue
from diplotext.trailer.block import skip_space

__all__ = ["read_export"]

# "312 words", as Factiva counts them in the language of its reader as well.
COUNT_RE = lazy_regex(
    r"\d{1,3}(?:[,.]?\d{3})?\s(?:words|W\S{1,2}rter|mots|palabras|palavras|parole|woorden|ord|słów|слов\p{L}*|字|单词|単語)"
)
RIGHTS_RE = lazy_regex(r"(?:\([cC]\)|©|Copyright\b).{2,300}")
# "Roe, Ann; Li, Bo." over "Harbour Gazette; Harlow, Norland [Harlow, Norland]. 04 Mar 2019: C3."
FAMILY_FIRST = r"(?P<name>\p{Lu}[\p{L}'’-]+,\s\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’.-]*)?)"
WRITTEN_RE = lazy_regex(rf"{FAMILY_FIRST}(?:;\s{FAMILY_FIRST}){{0,3}}\.?")
CITED_RE = lazy_regex(
    r"[^\n]{5,120}\[\p{Lu}[\p{L}., -]{2,60}\]\.?\s?\d{1,2}\s\p{Lu}\p{L}{2}\.?\s\d{4}"
    r"(?:\s?:[^\n]{1,20})?"
)
FULL_TEXT_RE = lazy_regex(r"Full [Tt]ext(?=[ \t]*\r?\n)")
# The desk and the page, or the page's letter, over the headline.
DESK_RE = lazy_regex(
    r"(?:\p{Lu}[\p{L}&' -]{2,40};\s?\p{Lu}?\d{0,3}|\p{Lu}\d{0,3}|\d{1,3})(?=[ \t]*\r?\n)"
)
SHORTEST_TITLE = 4  # words of a headline under a section, letters of a word that is no particle
FEWEST_ABOVE = 2  # desk and headline
MOST_ABOVE = 3  # lines between headline and count: a byline, a deck
MOST_FIELDS = 14
LONGEST_FIELD = 120


def read_export(text: str, pos: int, parsers: Parsers, zones: Zones) -> int | None:
    """Reads the lines of an export under its headline; their end, None if there are none."""
    if not zones.headline:
        return _read_desk(text, pos, zones)
    if zones.byline or zones.paragraphs:
        return None
    cited = _read_cited(text, pos, zones)
    if cited is not None:
        return cited
    lines = _read_lines(text, pos)
    count = next((n for n, (a, b) in enumerate(lines) if COUNT_RE.fullmatch(text, a, b)), None)
    if count is None or count > MOST_ABOVE:
        return None
    last = next((n for n, (a, b) in enumerate(lines) if RIGHTS_RE.fullmatch(text, a, b)), None)
    if last is None or last < count:
        return None
    if _is_under_section(text, lines, count, parsers, zones):
        section = zones.headline.pop()
        zones.residue.append(Residue(text, section.start, section.end))
        zones.headline.append(Headline(text, *lines[0]))
        lines, count, last = lines[1:], count - 1, last - 1
    for start, end in lines[: last + 1]:
        written = parsers.byline(text, start)
        signed = written if isinstance(written, Match) else read_signature(text, start)
        is_above = start < lines[count][0] and signed is not None and signed.end == end
        if is_above and signed is not None and signed.value.names:
            keep_byline(text, signed, zones)
        else:
            zones.residue.append(Residue(text, start, end))
    return lines[last][1]


def _is_under_section(
    text: str, lines: list[tuple[int, int]], count: int, parsers: Parsers, zones: Zones
) -> bool:
    """Whether what was taken for the headline is a page's section, "Downtime", and the next it."""
    start, end = lines[0]
    words = text[start:end].split()
    if count == 0 or len(words) < SHORTEST_TITLE or len(zones.headline[-1].text.split()) > 2:
        return False
    is_told = any(word.islower() and len(word) >= SHORTEST_TITLE for word in words)
    return (is_told or count > 1) and not isinstance(parsers.byline(text, start), Match)


def _read_desk(text: str, pos: int, zones: Zones) -> int | None:
    """Reads desk and page, "Foreign Desk; 1" or "B", and the headline below; their end."""
    desk = DESK_RE.match(text, pos)
    if desk is None:
        return None
    lines = _read_lines(text, pos)
    counted = lines[FEWEST_ABOVE : FEWEST_ABOVE + MOST_ABOVE]
    if not any(COUNT_RE.fullmatch(text, *line) for line in counted):
        return None
    zones.residue.append(Residue(text, *desk.span()))
    zones.headline.append(Headline(text, *lines[1]))
    return lines[1][1]


def _read_cited(text: str, pos: int, zones: Zones) -> int | None:
    """Reads ProQuest's writers, paper with its day, and "Full text"; their end."""
    end = line_end(text, pos)
    written = WRITTEN_RE.fullmatch(text, pos, end)
    start = skip_space(text, end) if written is not None else pos
    stop = line_end(text, start)
    if CITED_RE.fullmatch(text, start, stop) is None:
        return None
    if written is not None:
        names = tuple(Passage(text, *span) for span in written.spans("name"))
        zones.byline.append(Byline(text, pos, end, names=names))
    zones.residue.append(Residue(text, start, stop))
    label = FULL_TEXT_RE.match(text, skip_space(text, stop))
    if label is None:
        return stop
    zones.residue.append(Residue(text, *label.span()))
    return label.end()


def _read_lines(text: str, pos: int) -> list[tuple[int, int]]:
    """The short lines from ``pos`` on, up to the one of the copyright."""
    lines: list[tuple[int, int]] = []
    while pos < len(text) and len(lines) <= MOST_ABOVE + MOST_FIELDS:
        end = line_end(text, pos)
        is_last = RIGHTS_RE.fullmatch(text, pos, end) is not None
        if not is_last and end - pos > LONGEST_FIELD:
            break
        lines.append((pos, end))
        if is_last or (len(lines) > MOST_ABOVE + 1 and not _has_count(text, lines)):
            break
        pos = skip_space(text, end)
    return lines


def _has_count(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether one of the first lines counts the words."""
    return any(COUNT_RE.fullmatch(text, *line) for line in lines[: MOST_ABOVE + 1])
