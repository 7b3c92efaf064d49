"""Where a dateline may stand at all: a look that is cheap and wide, before any piece is read."""

from __future__ import annotations

from diplotext.head.place_name import LINK
from diplotext.lazy_pattern import gated_regex, lazy_regex

__all__ = ["LINE_END_RE", "is_gated"]

# A dateline opens with words in capitals, figures and small links, not
# with a sentence's opener, and holds a mark or a figure, or ends its line.
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
MARK_RE = lazy_regex(r"[-–—―−_:(\[/|=\d]")
# "Jakarta. A", "LONDON, Tuesday. The", "WELLINGTON, This Day. A", "ASTANA. KAZINFORM The".
STOP_RE = lazy_regex(
    r"\p{Lu}\p{Ll}{2,14}(?:[ ]\p{L}\p{Ll}{1,12}){0,2}\.[ ]\p{Lu}"
    r"|\p{Lu}[\p{L} .'’-]{2,30},[ ]\p{Lu}\p{L}{2,9}(?:[ ]\p{L}{3,9})?\."
    r"(?:[ ]{1,2}\p{Lu}|[ \t]*\r?\n)"
    r"|\p{Lu}{3,20}\.[ ]\p{Lu}{4,12}[ ]\p{Lu}"
)
FARTHEST_STOP = 60  # no form of these has its stop farther off
LINE_END_RE = lazy_regex(r"[ \t\xa0]*\r?(?:\n|$)")


def is_gated(text: str, pos: int) -> bool:
    """Whether a dateline may stand at ``pos``."""
    gate = GATE_RE.match(text, pos)
    if gate is None:
        return False
    return (
        MARK_RE.search(text, pos, gate.end()) is not None
        or LINE_END_RE.match(text, gate.end()) is not None
        or text.find("\n", pos, gate.end()) > 0  # "PTI, NEW DELHI" over "The ferry ..."
        or (text.find(".", pos, pos + FARTHEST_STOP) > 0 and STOP_RE.match(text, pos) is not None)
    )
