"""The author behind an "I" outside quotation marks: byline, signature of a letter, closing note.

signature = a paragraph that is a name, and a place at most
note      = "NAME is a playwright ..." as one of the last paragraphs
"""

from __future__ import annotations

import re

from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.story import Story

__all__ = ["find_author"]

SIGNED_RE = re.compile(r"\s*[.;,]?\s*(?:[A-Z][\w.]*[ ,.]*){0,5}\s*\Z")
NOTE_RE = re.compile(
    r"(?:,[^.]{3,120}?,)?\s+(?:is|was|are|writes|teaches|covers|lives|serves|served|works|hosts|edits|chairs|directs)\b"
)
# How many of the last paragraphs can hold the note.
LAST = 3


def find_author(story: Story, offset: int) -> Chain | None:
    """The chain of who says "I" at an offset outside quotations; None where it is not signed."""
    here = story.paragraph_of(offset)
    for number in range(here + 1, min(here + 12, len(story.paragraphs))):
        start, end = story.paragraphs[number]
        if end - start < 70:
            chain = opening_name(story, start, end, SIGNED_RE)
            if chain is not None:
                return chain
    for start, end in story.paragraphs[-LAST:]:
        chain = opening_name(story, start, end, NOTE_RE)
        if chain is not None and chain.names[0].start >= start:
            return chain
    return None


def opening_name(story: Story, start: int, end: int, tail: re.Pattern[str]) -> Chain | None:
    """The person whose name opens a paragraph that goes on as given."""
    for name in story.names_in(start, end):
        if name.outer - start > 3 or story.chains[name.chain].kind not in ("person", "unknown"):
            return None
        if len(name.keys) < 2 and not name.words[0].startswith("@"):
            return None
        return story.chains[name.chain] if tail.match(story.text, name.end, end) else None
    return None
