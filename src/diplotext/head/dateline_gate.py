"""Where a dateline may stand at all: a look that is cheap and wide, before any piece is read."""

from __future__ import annotations

from diplotext.head.agency import read_bare_agency
from diplotext.head.dateline_day import read_day
from diplotext.head.place_name import LINK
from diplotext.lazy_pattern import gated_regex, lazy_regex
from diplotext.lexicon.agency import agencies
from diplotext.lexicon.day import day_openers
from diplotext.lexicon.fold import fold

__all__ = ["LINE_END_RE", "is_gated"]

# A dateline opens with words in capitals, figures and small links, not
# with a sentence's opener, and holds a mark, or a figure, a line's end or a stop.
OPENERS = (
    r"(?:An?|Th(?:e(?!\sHague)|ey|at|is|ere|ose|ese)|In|On|At|It|He|She|We|I|You|But|And|As|By|For"
    r"|From|If|His|Her|Its|Our|My|With|When|While|After|Before|Since|So|One|Two|Some|Many|Most|All"
    r"|No|Not|Mr|Mrs|Ms|Dr)[.,'’]?\s"
)
FIRST = r"[\p{Lu}\d(\[/]|['’‘][sS]-\p{Lu}|\p{Ll}{1,3}[-'’]\p{Lu}|dpa\b|\p{Ll}{3,10}\.?\s\d"
LINKS = rf"(?:{LINK}|via|and|und|et|y|e)(?=\s)"
# A word of the run: with a capital or a mark first ("al-Quds" too), a link, or a word in small
# letters before a figure ("march 4"), a comma ("New york,") or a mark; "a.M." behind Frankfurt.
RUN_WORD = (
    r"['’‘][sS]-\p{Lu}\S{0,40}+|[\p{Lu}\d(\[/|&,.:–—―−_-]\S{0,60}+|\p{Ll}{1,3}[-'’]\p{Lu}\S{0,40}+"
    rf"|{LINKS}|a\.\S{{0,9}}+|\p{{Ll}}{{2,10}}(?:\.?(?=\s\d)|,|\b(?=[ ]{{0,2}}[-–—―−/(\[]))"
)
GATE_RE = gated_regex(
    rf"(?!{OPENERS})(?={FIRST})"
    rf"(?:(?:{RUN_WORD})(?:[ \t\xa0]{{1,4}}|\r?\n(?=\S)|(?=\r?\n)|$)){{1,16}}+"
)
FIGURE_RE = lazy_regex(r"[\d-]")
# Not the hyphen of a word: "T-BILL".
MARK_RE = lazy_regex(r"[–—―−_:(\[/|=]|-(?!\p{L})|(?<!\p{L})-|&[mn]dash;|â")
# "Jakarta. A", "LONDON, Tuesday. The", "WELLINGTON, This Day. A", "ASTANA. KAZINFORM The".
STOP_RE = lazy_regex(
    r"\p{Lu}\p{Ll}{2,14}(?:[ ]\p{L}\p{Ll}{1,12}){0,2}\.[ ]\p{Lu}"
    r"|\p{Lu}[\p{L} .'’-]{2,30},[ ]\p{Lu}\p{L}{2,9}(?:[ ]\p{L}{3,9})?\."
    r"(?:[ ]{1,2}\p{Lu}|[ \t]*\r?\n)"
    r"|\p{Lu}{3,20}\.[ ]\p{Lu}{4,12}[ ]\p{Lu}"
)
FARTHEST_STOP = 60  # no form of these has its stop farther off
LINE_END_RE = lazy_regex(r"[ \t\xa0]*\r?(?:\n|$)")
# A stop behind a name, none of "3.1 vs 5.4 mln" and "U.S."; or a figure: "OSLO4 March".
CLOSE_RE = lazy_regex(r"\p{L}{2}(?:\.(?![^\p{L}\d\s])|\d)")
# A word, and whether a figure follows it.
WORD_RE = lazy_regex(r"([\p{L}\d][\p{L}\p{M}\d.'’]*+)(?=(\s+\d)?)")
FARTHEST_WORD = 40  # how far behind the run its next word is looked for


def is_gated(text: str, pos: int) -> bool:
    """Whether a dateline may stand at ``pos``."""
    gate = GATE_RE.match(text, pos)
    if gate is None:
        return False
    end = gate.end()
    if MARK_RE.search(text, pos, end + 1) is not None:  # "OSLO â€” The ferry": behind the run
        return True
    is_open = (
        FIGURE_RE.search(text, pos, end) is not None
        or LINE_END_RE.match(text, end) is not None
        or text.find("\n", pos, end) > 0  # "PTI, NEW DELHI" over "The ferry ..."
    )
    return (is_open and _says_enough(text, pos, end)) or (
        text.find(".", pos, pos + FARTHEST_STOP) > 0 and STOP_RE.match(text, pos) is not None
    )


def _says_enough(text: str, pos: int, end: int) -> bool:
    """Whether words without a mark hold a stop, a day or an agency: a town alone is no dateline.

    Most are headlines in capitals, and lines of tables: "NATIONAL PORK BOARD ALLOCATES 2.4 MLN".
    """
    if CLOSE_RE.search(text, pos, end) is not None:
        return True
    openers = agencies().openers
    for found in WORD_RE.finditer(text, pos, end + FARTHEST_WORD):
        word, number = found.groups()
        at, key = found.start(), fold(word)
        is_numbered = number is not None or word[0].isdecimal()
        if (is_numbered or key in day_openers()) and read_day(text, at) is not None:
            return True
        if key in openers and read_bare_agency(text, at) is not None:
            return True
        if at >= end:
            break  # "LIMA, 4 march": the word in small letters behind the run is the last
    return False
