"""Names that stand as headings over what is said, read as in prose: "PRIME MINISTER EVA LUND"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from diplotext.lexicon.capitals import ordinary_word
from diplotext.model import Attribution, Source

__all__ = ["Sourced", "with_plain_headings"]

Sourced = tuple[int, Attribution, Source]

WORD_RE = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# "AN OFFICIAL AT A BANK", "HEAD OF ANOTHER BANK'S BRANCH"
UNNAMED_HEADING_RE = re.compile(r"(?:AN?|ANOTHER)\s|[A-Z]+\s(?:OF|AT|FOR)\s(?:AN?|ANOTHER)\s")


def with_plain_headings(text: str, sourced: Sequence[Sourced]) -> str:
    """The text with the names that stand as headings as in prose: "PRIME MINISTER EVA LUND"."""
    pieces, at = [], 0
    for _, attribution, source in sourced:
        reason = attribution.reason
        if reason is None or reason.stage != "heading" or source.start < at:
            continue
        stop = attribution.content[0].start
        is_unnamed = UNNAMED_HEADING_RE.match(source.text) is not None
        name = source.text.lower()
        if not is_unnamed:
            name = WORD_RE.sub(lambda word: ordinary_word(word[0]), source.text)
        plain = name + text[source.end : stop].lower()
        if len(plain) == stop - source.start:  # offsets stay what they are
            pieces += [text[at : source.start], plain]
            at = stop
    return "".join([*pieces, text[at:]]) if pieces else text
