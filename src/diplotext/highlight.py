"""HTML of a text with attributions marked. Needs only ranges, so the model can call it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import Any

__all__ = ["printable", "to_fragment"]

# Neither controls nor surrogates may stand in a page, not even as references.
UNPRINTABLE_RE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")

COLOURS = {"content": "#fff3bf", "cue": "#d0ebff", "source": "#d3f9d8"}


def printable(page: str) -> str:
    r"""HTML that can be written as UTF-8: a sign of replacement for what no page can hold.

    >>> printable("<b>\ud83d</b>") == "<b>\ufffd</b>"
    True
    """
    return UNPRINTABLE_RE.sub("\ufffd", page)


def to_fragment(text: str, attributions: Iterable[Any]) -> str:
    """An HTML fragment: the text, escaped, with content, cue and source spans marked.

    >>> to_fragment("a < b", ())
    '<div class="diplotext" style="white-space: pre-wrap">a &lt; b</div>'
    """
    marks: list[tuple[int, int, str, str]] = []
    for attribution in attributions:
        speaker = attribution.speaker.name if attribution.speaker else ""
        marks += [(part.start, part.end, "content", speaker) for part in attribution.content]
        for role in ("cue", "source"):
            part = getattr(attribution, role)
            if part is not None:
                marks.append((part.start, part.end, role, speaker))
    pieces: list[str] = []
    pos = 0
    for start, end, role, speaker in sorted(marks):
        if start < pos:  # nested or shared spans: the first one is shown
            continue
        pieces.append(escape(text[pos:start]))
        title = f' title="{escape(speaker)}"' if speaker else ""
        style = f"background: {COLOURS[role]}"
        inner = escape(text[start:end])
        pieces.append(f'<mark class="{role}" style="{style}"{title}>{inner}</mark>')
        pos = end
    pieces.append(escape(text[pos:]))
    story = printable("".join(pieces))
    return f'<div class="diplotext" style="white-space: pre-wrap">{story}</div>'
