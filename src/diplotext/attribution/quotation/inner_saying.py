"""Sayings that end what another reports: `"It is late," she said in Lima, | according to Interfax`.

    The port will reopen, | the ministry said, | TASS reported

The learned stages see who reports it alone. What she said is a part of what is reported.
"""

from __future__ import annotations

from collections.abc import Sequence

from diplotext.attribution.build import build_attribution
from diplotext.attribution.clause.clause import STAGE, Claims
from diplotext.attribution.field.day import WEEKDAY
from diplotext.lazy_pattern import holds, lazy_re
from diplotext.model import Attribution, Quotation, Reason

__all__ = ["find_inner_sayings"]

_SAYING_RE = lazy_re(
    r"\s(?P<who>(?:the|an?|his|her|its|their|one)\s(?:[\w.’'-]+\s){0,5}?[\w’'-]+"
    r"|[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]*){0,4}|he|she|they)"
    rf"\s(?P<cue>said|says|added|wrote|stated)"
    rf"(?:\s(?:on\s)?{WEEKDAY}|\s(?:in|at|on|during|after|by|via)\s[^,;:\"“”]{{2,90}})?\Z"
)
_VERBS = (" said", " says", " added", " wrote", " stated")  # a cheap look
_REPORTING = ("according to", "reported", "reports")
_REACH = 180  # characters of who says it, and when
_FEWEST = 3  # words of what is said
_MARKS = frozenset('"“”')


def find_inner_sayings(
    text: str, found: Sequence[Attribution], quotations: Sequence[Quotation]
) -> list[Attribution]:
    """The sayings at the end of what is reported, where nobody has their cue."""
    claims = Claims(found)
    inner = []
    for given in found:
        cue, only = given.cue, given.content[-1]
        if cue is None or cue.text not in _REPORTING or len(given.content) > 1:
            continue
        low = max(only.start, only.end - _REACH)
        if only.end > cue.start or not holds(text, low, only.end, _VERBS):
            continue
        comma = text.rfind(",", low, only.end)
        is_closed = text[comma + 1 : comma + 2] in _MARKS
        saying = None if comma < 0 else _SAYING_RE.match(text, comma + 1 + is_closed, only.end)
        if saying is None or claims.cues.touches(saying.span("cue")):
            continue
        said = only.start, comma + 2 if is_closed else comma
        is_whole = is_closed or _MARKS.isdisjoint(text[slice(*said)])
        if is_whole and len(text[slice(*said)].split()) >= _FEWEST:
            inner.append(
                build_attribution(
                    text,
                    [said],
                    cue=saying.span("cue"),
                    source=saying.span("who"),
                    reason=Reason(stage=STAGE, evidence="within what is reported"),
                    quotations=quotations,
                )
            )
    return inner
