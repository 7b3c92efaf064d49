"""Another name that the story gives right behind a name: ", whose real name is Peter Onyango,".

Not handled: a nickname told a sentence later; what others call somebody ("dubbed a butcher").
"""

from __future__ import annotations

import re

from diplotext.speaker.name.mention import Name

__all__ = ["is_alias"]

LONGEST = 50  # the gap between both names, in characters
# What it opens with: a cheap look.
OPENING = (" (", ", ", " also k", " alias ", " aka ", " a.k")
ADVERB = r"(?:also|better|best|widely|commonly|popularly|locally|previously|formerly|then)"
NAME = (
    r"(?:(?:the|his|her)\s)?(?:[\w-]+\s){0,2}?"
    r"(?:(?:real|full|given|birth|legal|stage|pen)\sname|nom\sde\sguerre)\s(?:is\s|was\s|of\s)?"
)
ALIAS_RE = re.compile(
    rf"(?:(?:,\s|\s\()(?:who\s(?:is\s|was\s|goes\sby\s|uses\s)|whose\s)?|\s(?=a))"
    rf"(?:(?:{ADVERB}\s)?known\s(?:to\s(?:\w+\s){{1,3}})?(?:simply\s|only\s|locally\s)?as\s"
    rf"|(?:{ADVERB}\s)?known\sby\s(?:his|her|the)\s(?:[\w-]+\s){{1,4}}"
    rf"|also\scalled\s|nicknamed\s|alias\s|née?\s|a\.?k\.?a\.?\s|born\s|formerly\s|{NAME})"
    r"(?:the\s)?[“\"‘']?"
)


def is_alias(text: str, before: Name, name: Name) -> bool:
    """Whether a name is another one of whom, or what, is named right before it.

    >>> from diplotext.speaker.name.join import find_names
    >>> for text in ("MC Talon, real name Peter Roe, left.", "MC Talon, son of Peter Roe,"):
    ...     print(is_alias(text, *find_names(text, [(0, len(text))], [])))
    True
    False
    """
    gap = name.outer - before.end
    if gap > LONGEST or before.possessive or not text.startswith(OPENING, before.end):
        return False
    if ALIAS_RE.fullmatch(text, before.end, name.outer) is None:
        return False
    return name.kind == "unknown" or before.kind in (name.kind, "unknown")
