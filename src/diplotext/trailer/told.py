"""Whether a line that looks like a page's or a desk's is told by somebody: the story's, then.

"Thank you for reading, the author wrote." is a sentence; without its end it is debris.
"""

from __future__ import annotations

from diplotext.lazy_pattern import lazy_regex

__all__ = ["is_told"]

FARTHEST = 140  # code points from the comma to the end of the line
VERBS = (
    r"(?:said|says|told|wrote|writes|warned|added|announced|argued|asked|begged|claimed|complained"
    r"|concluded|cried|declared|explained|insisted|joked|noted|promised|recalled|replied|reported"
    r"|ruled|shouted|stated|suggested|testified|urged)"
)
TOLD_RE = lazy_regex(
    rf",[\"”’']{{0,2}}\s(?:(?:[\p{{L}}\d][\p{{L}}\d.'’&-]*\s){{1,6}}{VERBS}(?:\s[^,;:.!?]{{1,60}})?"
    rf"|{VERBS}\s[^,;:.!?]{{2,60}})\.$"
)
# "Correction: He is 40, she said." is a desk's, whoever said it.
LABEL_RE = lazy_regex(
    r"(?i:an?\s)?(?i:attention|clarif|correct|ed(?:itor|s)|note|refil|updat)"
    r"[^:–—]{0,40}(?::|\s[-–—_])"
)


def is_told(words: str) -> bool:
    """Whether the words end by saying who said them.

    >>> is_told("This version corrects nothing, Roe wrote."), is_told("This corrects a name.")
    (True, False)
    >>> is_told("Correction: The ferry sank, police said.")
    False
    """
    if not words.endswith(".") or LABEL_RE.match(words) is not None:
        return False
    return TOLD_RE.search(words, max(0, len(words) - FARTHEST)) is not None
