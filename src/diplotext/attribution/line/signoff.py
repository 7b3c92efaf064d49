"""Sign-offs: a quotation with its speaker behind a dash, `"We go on." - Ana Marsh, mayor`.

The paragraph is one quotation and a name; the dash is the cue. Quotes of the day, letters,
collections of reactions and pulled-out quotations have this shape.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from diplotext.attribution.build import Span, build_attribution, past_blanks
from diplotext.body.sentence import word_set
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.role_noun import is_person_noun
from diplotext.model import Attribution, Quotation, Reason

__all__ = ["find_signoff_attributions"]

# The name behind the dash, up to a comma, a bracket, a full stop or the end: "― Ana Marsh, mayor".
_SIGNOFF_RE = lazy_re(
    r"\s*(?P<dash>---?|--|[-–—―~])\s*"
    r"(?P<who>[^\W\d_a-z][\w.’'&-]*(?:[ \u00a0](?:[^\W\d_a-z][\w.’'&-]*|[a-z]{1,3}"
    r"|(?P<role>[a-z]{4,})(?=[ ][^\W\d_a-z]))){0,7})"
    r"(?P<rest>(?:\s*[,(/|].{0,160})?\.?)\s*\Z",
    re.DOTALL,
)
_CLOSED_NAME_RE = lazy_re(
    r"\s*(?P<dash>)(?P<who>[A-Z][\w.’'&-]*(?:[ \u00a0](?:[A-Z][\w.’'&-]*|[a-z]{1,3})){1,7})"
    r"(?P<rest>(?:,[^\"”]{0,80})?\.?)(?:[\"”]|'')\s*\Z"
)
_CLOSING = frozenset("\"”'’»")
# Verbs make it a sentence that goes on: '"We go." - Marsh said so.'
_CLAUSE = word_set("said says is was has had told will would tells adds added asked wrote")
_BEFORE_LEAST = 3
_WORD_RE = lazy_re(r"[^\W_]+")


def find_signoff_attributions(
    text: str, paragraphs: Sequence[Span], quotations: Sequence[Quotation]
) -> list[Attribution]:
    """One attribution for each paragraph that is a quotation signed with a name.

    ``quotations`` are the outermost ones of the story, in order.

    >>> from diplotext.body.quotation import find_quotations
    >>> line = '"We will go on as before." - Ana Marsh, mayor'
    >>> find = lambda line, r: find_signoff_attributions(line, r, find_quotations(line, r))
    >>> [(a.source.text, a.cue.text) for a in find(line, [(0, len(line))])]
    [('Ana Marsh', '-')]
    >>> line = '"We will go on as before" - Marsh said so at noon.'
    >>> find(line, [(0, len(line))])
    []
    """
    found = []
    starts = [quotation.start for quotation in quotations]
    for number, (start, end) in enumerate(paragraphs):
        first = past_blanks(text, start, end)
        at = bisect_left(starts, first)
        if at == len(starts) or starts[at] != first or quotations[at].continues:
            continue
        last = at
        while last + 1 < len(starts) and _is_next(text, quotations, last, end):
            last += 1
        ends = (quotations[at], quotations[last])
        match = _SIGNOFF_RE.match(text, ends[1].end, end)
        if match is None and number + 1 < len(paragraphs):
            match = _next_line(text, ends, (start, end), paragraphs[number + 1])
        if match is None or not _is_signed(text, ends, match):
            continue
        who = match.span("who")
        dash = match.span("dash") if match["dash"] else None
        found.append(
            build_attribution(
                text,
                [(first, ends[1].end)],
                cue=dash,
                source=(who[0], who[0] + len(_bare_name(match["who"]))),
                reason=Reason(stage="sign-off", evidence="dash and name" if dash else "name"),
                quotations=quotations,
            )
        )
    return found


def _bare_name(who: str) -> str:
    """The name without a full stop that ends the line: "Ana Marsh." but "Ana Marsh Jr."."""
    last = who.rsplit(maxsplit=1)[-1]
    return who[:-1] if who.endswith(".") and len(last) > 4 and "." not in last[:-1] else who


def _next_line(
    text: str, ends: tuple[Quotation, Quotation], paragraph: Span, following: Span
) -> re.Match[str] | None:
    """The signature in a paragraph of its own: "- Ana Marsh, mayor", or a name and a mark.

    A pulled-out quotation can have its closing mark behind the name: “We go on. / Ana Marsh.”
    """
    if (
        text[ends[1].end : paragraph[1]].strip(" .\t\r\n\u00a0")
        or following[1] - following[0] > 120
    ):
        return None
    if ends[0] is ends[1] and text[ends[1].end - 1] not in _CLOSING:
        return _CLOSED_NAME_RE.match(text, *following)
    return _SIGNOFF_RE.match(text, *following)


def _is_next(text: str, quotations: Sequence[Quotation], at: int, end: int) -> bool:
    """Whether only blanks part a quotation from the next one of its paragraph."""
    following = quotations[at + 1].start
    return following < end and not text[quotations[at].end : following].strip()


def _is_signed(text: str, ends: tuple[Quotation, Quotation], match: re.Match[str]) -> bool:
    first, last = ends
    if len(_WORD_RE.findall(text, first.start, last.end)) < _BEFORE_LEAST:
        return False
    role = match.groupdict().get("role")  # "Kvik striker Ana Ruiz"
    if role is not None and not is_person_noun(role, "singular"):
        return False
    if _CLAUSE & {word.lower() for word in _WORD_RE.findall(match["who"] + " " + match["rest"])}:
        return False
    # A hyphen without a blank before it is part of a word.
    return match["dash"] != "-" or text[last.end : last.end + 1].isspace()
