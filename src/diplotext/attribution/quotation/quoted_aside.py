"""An aside that names who passes a saying on: "Marsh, quoted by TASS, said ...".

Whoever is quoted is the source and the medium stands beside, as in "TASS quoted Marsh as saying".
Not handled: "quoted in", and asides far from the source.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from diplotext.attribution.build import source_at, touches, with_parts
from diplotext.attribution.field.day import WEEKDAY
from diplotext.lazy_pattern import holds, lazy_re
from diplotext.model import Attribution, Passage

__all__ = ["part_quoted_asides"]

_HINTS = (", quoted by ", ", cited by ", ", as quoted by ", ", as cited by ")
_REACH = 100  # characters from the source to the end of its aside
# Up to the comma or stop behind the medium, the day left out: "by TASS | on Monday".
_ASIDE_RE = lazy_re(
    r",\s(?:as\s)?(?:quoted|cited)\sby\s(?P<medium>(?:the\s|[A-Z])[^,.;:()\n\"“”]{1,60}?)"
    rf"(?:\s(?:on\s)?{WEEKDAY})?(?P<end>,\s|(?=[.;]?(?:\n|\Z))|(?=\.\s[A-Z“\"]))"
)


def part_quoted_asides(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, their asides parted into source and medium.

    >>> from diplotext.attribution.build import build_attribution
    >>> from diplotext.model import Reason
    >>> line = "Marsh, quoted by TASS, said it was over."
    >>> said = build_attribution(line, [(27, 39)], cue=(23, 27), source=(0, 21),
    ...                          reason=Reason(stage="learned", evidence="said"))
    >>> [(a.source.text, a.medium.text) for a in part_quoted_asides(line, [said])]
    [('Marsh', 'TASS')]
    """
    if not holds(text, 0, len(text), _HINTS):
        return list(attributions)
    return [_parted(text, attribution) for attribution in attributions]


def _parted(text: str, given: Attribution) -> Attribution:
    source = given.source
    if source is None or given.medium is not None:
        return given
    # In the source, or right behind it.
    found = _ASIDE_RE.search(text, source.start, min(len(text), source.end + _REACH))
    if found is None or found.start() > source.end or found.start() == source.start:
        return given
    content = tuple(_behind(text, passage, found) for passage in given.content)
    aside = found.start(), found.end("medium")
    fixed = (*content, given.cue) if given.cue is not None else content
    if touches(aside, [part.span for part in fixed]):
        return given
    named = source_at(text, source.start, aside[0])
    relayed = evolve(given, medium=Passage(text, *found.span("medium")))
    return with_parts(relayed, content, named)


def _behind(text: str, passage: Passage, aside: re.Match[str]) -> Passage:
    """A content without the aside it begins with."""
    if aside.start() < passage.start < aside.end() < passage.end:
        return Passage(text, aside.end(), passage.end)
    return passage
