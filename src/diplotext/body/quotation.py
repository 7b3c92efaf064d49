"""Quotations: what stands between the marks, what is nested in it, and what it is there for.

Handled: quotations side by side and nested, running quotations over paragraphs (each paragraph
opens with a mark, the last one closes), the editor's insertions and omissions, and three roles:
speech, scare quotes and nicknames, titles of works. Not handled: block quotations without marks
and transcripts (``attribution.line.transcript`` reads those).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from diplotext.body.quotation_mark import Mark, find_marks
from diplotext.body.quotation_role import find_role
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Passage, Quotation

__all__ = ["find_quotations"]

_Pair = tuple[Mark, Mark | None]

_ELLIPSIS_RE = lazy_re(r"…|\.{3,4}|\.(?:[ \u00a0\u2009]\.){2,3}(?!\.)")
_BRACKET_RE = lazy_re(r"\[[^\[\]]{1,300}\]|\((?=[^()]{1,60}\))[^()]+\)")
# The wires cannot send square brackets, so that in their copy round ones hold both the speaker's
# asides and the editor's words (AP Stylebook, "brackets"). Taken for the editor's: stock remarks,
# a name that explains a pronoun ("he (the president) knew"), and words whose place in the sentence
# nothing else fills ("we told (Marsh) to go"). All else is the speaker's own aside.
_REMARK_RE = lazy_re(
    r"\((?:sic|expletive(?: deleted)?|obscenity|laughs?|laughter|chuckles|applause|inaudible"
    r"|pause[sd]?|cries|sighs|crosstalk|unintelligible|translated)\)",
    re.IGNORECASE,
)
_PRONOUN_BEFORE_RE = lazy_re(
    r"\b(?:he|him|his|she|her|hers|they|them|their|theirs|it|its|this|that|these|those|there|here|we|us|our|ours)\s+$",
    re.IGNORECASE,
)
_OPEN_SLOT_RE = lazy_re(
    r"\b(?:to|with|for|of|by|about|from|against|on|at|and|but|or|the|an?|if|when|than|as|into|is|are|was|were|told|let)\s+$",
    re.IGNORECASE,
)
_GLOSS_RE = lazy_re(
    r"\((?:(?:the|an?|his|her|their|our|former|President|Mr\.|Ms\.)\s)?\w[\w.’'-]*(?:\s[\w.’'-]+){0,4}\)"
)
_FULL_SENTENCE_RE = lazy_re(r"[\s.…\[(]*[A-Z0-9\u00c0-\u00de\u0391-\u03a9\u0410-\u042f$€£#@]")


def find_quotations(text: str, ranges: Sequence[tuple[int, int]]) -> tuple[Quotation, ...]:
    """The outermost quotations of the paragraphs ``ranges``, in order, with those nested in them.

    A quotation's range includes its marks, its content does not. One that is left open goes to
    the end of its paragraph; it ``continues`` where a full sentence is left open and the next
    paragraph opens with a mark (AP Stylebook, "quotation marks": a partial quotation is closed
    even if the speaker goes on). Any string is read, nothing is raised.

    >>> story = '"Go [home] ... now," he said. "She cried ‘no.’"'
    >>> [(q.text, q.nested) for q in find_quotations(story, [(0, 29)])]
    [('"Go [home] ... now,"', ())]
    >>> find_quotations(story, [(0, 47)])[1].nested[0].content.text
    'no.'
    >>> find_quotations("The dogs' home isn't full.", [(0, 26)])
    ()
    """
    marked = [find_marks(text, start, end) for start, end in ranges]
    quotations: list[Quotation] = []
    for index, ((start, end), marks) in enumerate(zip(ranges, marked, strict=True)):
        if marks:
            runs_on = _opens_next(text, ranges, marked, index + 1)
            quotations += _build(text, (start, end), marks, runs_on=runs_on)
    return tuple(quotations)


def _opens_next(
    text: str, ranges: Sequence[tuple[int, int]], marked: list[list[Mark]], index: int
) -> bool:
    """Whether the paragraph ``index`` begins with an opening mark."""
    if index >= len(ranges) or not marked[index] or not marked[index][0].opens:
        return False
    return not text[ranges[index][0] : marked[index][0].start].strip()


def _build(
    text: str, paragraph: tuple[int, int], marks: list[Mark], *, runs_on: bool
) -> list[Quotation]:
    """The quotations of one paragraph: inner ones are finished first and handed to the outer."""
    opened: list[tuple[Mark, list[Quotation]]] = []
    outer: list[Quotation] = []
    for mark in marks:
        if mark.level == 0:
            continue
        if mark.opens:
            opened.append((mark, []))
        elif opened:
            first, nested = opened.pop()
            quotation = _make(text, paragraph, (first, mark), nested, runs_on=False)
            (opened[-1][1] if opened else outer).append(quotation)
    while opened:
        first, nested = opened.pop()
        quotation = _make(text, paragraph, (first, None), nested, runs_on=runs_on)
        (opened[-1][1] if opened else outer).append(quotation)
    return outer


def _make(
    text: str, paragraph: tuple[int, int], pair: _Pair, nested: list[Quotation], *, runs_on: bool
) -> Quotation:
    opening, closing = pair
    start, inner = opening.start, opening.start + opening.length
    if closing is None:
        end = inner_end = max(inner, paragraph[0] + len(text[paragraph[0] : paragraph[1]].rstrip()))
        continues = runs_on and _FULL_SENTENCE_RE.match(text, inner, end) is not None
    else:
        end, inner_end = closing.start + closing.length, closing.start
        continues = False
    return Quotation(
        text,
        start,
        end,
        content=Passage(text, inner, inner_end),
        insertions=_find_insertions(text, inner, inner_end),
        ellipses=_find_ellipses(text, inner, inner_end),
        role="speech"
        if closing is None
        else find_role(text, paragraph, (start, end), (inner, inner_end)),
        nested=tuple(nested),
        continues=continues,
    )


def _find_ellipses(text: str, start: int, end: int) -> tuple[Passage, ...]:
    if text.count(".", start, end) < 3 and text.find("…", start, end) < 0:
        return ()
    return tuple(Passage(text, *m.span()) for m in _ELLIPSIS_RE.finditer(text, start, end))


def _find_insertions(text: str, start: int, end: int) -> tuple[Passage, ...]:
    """The editor's words: all in square brackets, few in round ones (see the patterns)."""
    if text.find("[", start, end) < 0 and text.find("(", start, end) < 0:
        return ()
    spans = (match.span() for match in _BRACKET_RE.finditer(text, start, end))
    return tuple(
        Passage(text, at, after)
        for at, after in spans
        if text[at] == "[" or _is_editors(text, start, at, after)
    )


def _is_editors(text: str, start: int, at: int, end: int) -> bool:
    if _REMARK_RE.fullmatch(text, at, end):
        return True
    if not _GLOSS_RE.fullmatch(text, at, end):
        return False
    before = text[max(start, at - 12) : at]
    if _PRONOUN_BEFORE_RE.search(before):
        return True
    # A place that nothing else fills: after "to" or at the beginning, with the sentence going on.
    goes_on = text[end : end + 2].strip()[:1].isalpha()
    return goes_on and (not before.strip() or _OPEN_SLOT_RE.search(before) is not None)
