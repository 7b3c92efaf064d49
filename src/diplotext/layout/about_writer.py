"""What the last paragraph says of who wrote the story: a notice, no part of it.

"Ann Roe teaches economics at Harlow State University." under a column "By Ann Roe". Without the
name in the byline such a sentence is as well the story's.
"""

from __future__ import annotations

from attrs import evolve

from diplotext.lazy_pattern import lazy_regex
from diplotext.model import Byline, Notice
from diplotext.trailer.block import line_start, opens_block, paragraph_start, strip_end
from diplotext.trailer.trailer import Trailer

__all__ = ["split_about_writer"]

LONGEST, SHORTEST_STORY = 500, 150
# What nobody does in the news: "covers the engine", "writes about the sea" is as well the story's.
VERBS = (
    r"(?:(?:is|was|are)\s(?:an?|the)\b|teaches\s|heads\s|serves\s(?:as|on)\b|works\s(?:at|for)\b"
    r"|can\sbe\b)"
)
WHO_RE = lazy_regex(rf"(?:,[^,\n]{{2,80}},)?\s{VERBS}")
UNNAMED_RE = lazy_regex(
    rf"(?:The|This)\s(?:writers?|authors?|columnists?)\s(?:{VERBS}|has\s|lives\s)"
)
# "Roe is a staff writer in Oslo." by the family name alone: who works for a paper, and no other.
JOB_RE = lazy_regex(
    r"(?:,[^,\n]{2,80},)?\s(?:is|are)\s(?:an?|the)\s[^.,;]{0,60}?\b(?:writer|reporter|correspondent"
    r"|columnist|editor|critic|photographer)s?\b"
)
SAID_RE = lazy_regex(r"\b(?:said|says|told)\b")
QUOTES = '"“”'


def split_about_writer(text: str, start: int, tail: Trailer, bylines: list[Byline]) -> Trailer:
    """The trailer with what the last paragraph of the body says of the byline's people."""
    names = [name.text for line in bylines for name in line.names]
    end = strip_end(text, start, tail.body_end)
    if not names or end - start <= SHORTEST_STORY:
        return tail
    low = max(start, end - LONGEST)
    for begin in dict.fromkeys((line_start(text, low, end), paragraph_start(text, low, end))):
        if begin > low and opens_block(text, start, begin) and _tells(text[begin:end], names):
            found = Notice(text, begin, end, kind="note")
            return evolve(tail, body_end=begin, notices=(found, *tail.notices))
    return tail


def _tells(words: str, names: list[str]) -> bool:
    """Whether a paragraph without speech begins with a name of the byline, or "The writer"."""
    if any(mark in words for mark in QUOTES):
        words = words if words.endswith(('."', ".”")) else ""  # "... the author of “The Ferry.”"
    if SAID_RE.search(words) is not None:
        return False
    if UNNAMED_RE.match(words) is not None:
        return True
    folded = words.casefold()
    families = [name.split()[-1] for name in names if " " in name]
    return any(
        folded.startswith(name.casefold()) and pattern.match(words, len(name)) is not None
        for pattern, known in ((WHO_RE, names), (JOB_RE, families))
        for name in known
    )
