"""The lines of a page as its frame weighs them: sentences, and what pages put around stories."""

from __future__ import annotations

from diplotext.body.paragraph import Line
from diplotext.lazy_pattern import lazy_regex
from diplotext.lexicon.data import read_table
from diplotext.trailer.residue import is_residue

__all__ = ["FEWEST_LINES", "MANY_KNOWN", "MANY_TIMES", "SHORT", "STOPS", "is_known", "is_prose"]

FEWEST_LINES = 8  # of a menu or a foot
SHORT = 40  # code points of a menu's line
SHORTEST_PROSE = 70
MANY_KNOWN = 8  # lines of a page's own
MANY_TIMES = 3  # what comes so often is no story's
STOPS = (".", "!", "?", "”", '"', "’", ")", "]")
# "All rights reserved", "Use of this site constitutes acceptance of our Privacy Policy."
OWN_RE = lazy_regex(
    r"(?i:\brights\sreserved\b|\bthis\s(?:web)?site\b|\bprivacy\s(?:policy|notice)\b|\buser\sagreement\b|\bcookies\b|©)"
)
NAVIGATION = frozenset(
    word.casefold() for key in ("sections", "labels") for word in read_table("heads_en")[key]
)


def is_prose(text: str, line: Line) -> bool:
    """Whether a line is a sentence of some length, and none on the page itself."""
    if line.end - line.start < SHORTEST_PROSE or text[line.end - 1] not in STOPS:
        return False
    return OWN_RE.search(text, line.start, line.end) is None


def is_known(words: str) -> bool:
    """Whether words are a part of a page, a button or other debris."""
    if not any(map(str.isalpha, words)):
        return False  # the points of a list
    return words.casefold() in NAVIGATION or is_residue(words)
