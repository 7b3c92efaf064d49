"""Stories with marked sources, as ``tests/cases/speaker.json`` writes them.

``[source|expected]``: the speaker's name; ``-`` unnamed; ``=words`` the unnamed speaker of these
words; ``+`` a group.
"""

from __future__ import annotations

import re

from attrs import frozen

from diplotext.model import Attribution, Passage, Quotation, Source, Speaker
from diplotext.recase import is_of_one_case, with_usual_capitals
from diplotext.speaker import resolve_speakers

MARKED_RE = re.compile(r"\[([^|\]]+)\|([^|\]]+)\]")
QUOTE_RE = re.compile("“[^”]*”")
PARAGRAPH_RE = re.compile(r"[^\n]+")


@frozen
class Marked:
    """A story without its marks, what they expect, and what was resolved."""

    text: str
    expected: tuple[str, ...]
    speakers: tuple[Speaker, ...]
    links: tuple[Speaker | None, ...]


def resolve_marked(story: str, *, headline: bool = False) -> Marked:
    """The story resolved: each marked source is an attribution, with the quotations beside it."""
    pieces, spans, expected, last, length = [], [], [], 0, 0
    for match in MARKED_RE.finditer(story):
        pieces += [story[last : match.start()], match[1]]
        length += match.start() - last
        spans.append((length, length + len(match[1])))
        length += len(match[1])
        expected.append(match[2])
        last = match.end()
    text = "".join([*pieces, story[last:]])
    if is_of_one_case(text):  # as the parser reads it
        text = with_usual_capitals(text)
    quotations = [
        Quotation(text, m.start(), m.end(), content=Passage(text, m.start() + 1, m.end() - 1))
        for m in QUOTE_RE.finditer(text)
    ]
    attributions = [
        Attribution(
            text,
            start,
            end,
            content=tuple(
                q for q in quotations if q.end <= start <= q.end + 2 or end <= q.start <= end + 12
            ),
            source=Source(text, start, end, form="name"),
        )
        for start, end in spans
    ]
    paragraphs = [match.span() for match in PARAGRAPH_RE.finditer(text)]
    head = paragraphs.pop(0) if headline else None
    speakers, links = resolve_speakers(text, paragraphs, quotations, attributions, head)
    return Marked(text, tuple(expected), speakers, links)


def as_expected(speaker: Speaker | None) -> str:
    """A speaker in the notation of the marks."""
    if speaker is None:
        return "None"
    return {"unnamed": "-", "group": "+"}.get(speaker.kind, speaker.name)
