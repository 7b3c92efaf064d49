"""Notices: words of a desk to editors or readers, at the edges of a story.

Corrections, refiles, kills, embargoes, editor's notes, what an update adds, end marks, copyright,
disclaimers, conversions (``notice_kind``). A notice is always a whole block: words inside a
sentence of the story are none. Not handled: notices in other languages than English.
"""

from __future__ import annotations

from collections.abc import Iterator

from diplotext.combinators import Match, Miss, parse_with
from diplotext.lazy_pattern import holds, lazy_regex
from diplotext.model import Notice, NoticeKind
from diplotext.trailer.block import (
    bracket_end,
    bracket_start,
    is_sentence_end,
    line_end,
    line_start,
    opens_block,
    paragraph_end,
    paragraph_start,
    sentence_starts,
    skip_space,
    strip_end,
)
from diplotext.trailer.notice_block import block_before
from diplotext.trailer.notice_kind import (
    GLUED,
    LONGEST,
    OPENERS,
    Edge,
    classify_notice,
    is_signature,
    kind_of,
)

__all__ = [
    "classify_notice",
    "find_notices",
    "notice",
    "notice_after",
    "notice_before",
    "parse_notice",
]

MOST = 40  # notices at one edge
NEAR = 600  # code points before the end in which a notice may begin within a line
MISS = frozenset({"notice"})


def notice(text: str, pos: int, /) -> Match[Notice] | Miss:
    """The notice that begins at ``pos``: a pair of brackets, a paragraph or a line.

    >>> found = notice("(Adds quotes) LONDON, March 4 (Reuters) - Rain fell.", 0)
    >>> found.value.kind, found.end
    ('update', 13)
    >>> notice("Rain fell.", 0)
    Miss(pos=0, expected=frozenset({'notice'}))
    """
    found = notice_after(text, pos, len(text), "head") or notice_after(text, pos, len(text), "tail")
    return Match(found, found.end) if found else Miss(pos, MISS)


def parse_notice(text: str) -> Notice:
    """The notice at the start of the text; ParseError if there is none.

    >>> parse_notice("EDITOR'S NOTE _ Ann Roe covers the river.").kind
    "editor's note"
    """
    return parse_with(notice, text)


def notice_after(text: str, pos: int, end: int, edge: Edge = "head") -> Notice | None:
    """The notice that begins at ``pos`` and ends by ``end``, None if there is none.

    >>> notice_after("(Adds quotes) Rain fell.", 0, 24).text
    '(Adds quotes)'
    """
    if pos >= end:
        return None
    for stop in _ends(text, pos, end):
        kind = classify_notice(text[pos:stop], edge)
        if kind is not None:
            return Notice(text, pos, stop, kind=kind)
    return None


def _ends(text: str, pos: int, end: int) -> Iterator[int]:
    """Where a notice that begins at ``pos`` may end: its bracket, its line, its paragraph."""
    if text[pos] in OPENERS:  # "(EDS: UPDATES) A dam in Nagano": no line of a notice
        yield bracket_end(text, pos, min(end, pos + LONGEST))
    paragraph = paragraph_end(text, pos, end)
    line = line_end(text, pos, paragraph)
    while line < paragraph and not opens_block(text, pos, skip_space(text, line, end)):
        line = line_end(text, line + 1, paragraph)  # the line is wrapped
    yield from dict.fromkeys((strip_end(text, pos, line), strip_end(text, pos, paragraph)))


def notice_before(text: str, start: int, end: int) -> Notice | None:
    """The notice that ends at ``end`` and begins at or after ``start``, None if there is none.

    >>> notice_before("Rain fell. ($1 = 0.92 euros)", 0, 28).kind
    'conversion'
    >>> notice_before("It cost three million ($1 = 0.92 euros) in May.", 0, 47) is None
    True
    """
    tried = {end}
    for begin in _starts(text, start, end):
        if begin in tried:
            continue
        tried.add(begin)
        words = text[begin:end]
        if _runs_over(words) or not _stands_alone(text, start, begin, words):
            continue
        kind = classify_notice(words)
        if kind is None or not _stands_alone(text, start, begin, words, kind):
            continue
        if _is_over_story(text, begin, end):
            continue
        return Notice(text, begin, end, kind=kind)
    return _mail_before(text, start, end) or block_before(text, start, end)


# "... on Sunday. ann.roe@example.com": the writer's, behind the last sentence of a line.
MAIL_RE = lazy_regex(r"[\w.+-]{2,40}@[\w-]{2,40}(?:\.[\w-]{2,20}){1,3}")


def _mail_before(text: str, start: int, end: int) -> Notice | None:
    """The address that ends at ``end`` behind a sentence; on a line for itself it is of a block."""
    begin = max(text.rfind(" ", start, end) + 1, start)
    if text.find("@", begin, end) < 0 or MAIL_RE.fullmatch(text, begin, end) is None:
        return None
    is_glued = not opens_block(text, start, begin) and is_sentence_end(text, start, begin)
    return Notice(text, begin, end, kind="contact") if is_glued else None


PARAGRAPH_BREAK_RE = lazy_regex(r"\n[ \t\r]*\n")


def _runs_over(words: str) -> bool:
    """Whether the words are of two paragraphs; a label may stand in one ("CORRECTION:")."""
    found = PARAGRAPH_BREAK_RE.search(words)
    return found is not None and not words[: found.start()].endswith(":")


def _is_over_story(text: str, begin: int, end: int) -> bool:
    """Whether a line that would be a notice by itself stands over sentences of the story.

    "© 2021 AFP", "For more information, see ..."; not "CORRECTION:" over what was wrong.
    """
    stop = line_end(text, begin, end)
    if stop >= end:
        return False
    if text[stop - 1] not in SENTENCE_ENDS and classify_notice(text[begin:stop]) is None:
        return False
    while stop < end:
        pos = skip_space(text, stop, end)
        stop = line_end(text, pos, end)
        if (
            stop - pos >= SHORTEST_SENTENCE
            and text[stop - 1] in SENTENCE_ENDS
            and opens_block(text, begin, pos)
            and classify_notice(text[pos:stop]) is None
        ):
            return True
    return False


SHORTEST_SENTENCE = 50
SENTENCE_ENDS = frozenset('.!?”"')


def _starts(text: str, start: int, end: int) -> Iterator[int]:
    """Where a notice that ends at ``end`` may begin, the furthest first."""
    low = max(start, end - LONGEST)
    yield line_start(text, low, end)
    yield paragraph_start(text, low, end)
    near = max(low, end - NEAR)
    yield from sentence_starts(text, near, end)
    # "Keywords: HARBOUR/ (C) Reuters 2007. All rights reserved."
    if holds(text, near, end, COPYRIGHTS):
        yield from [mark.start() for mark in COPYRIGHT_RE.finditer(text, near, end)][-4:]
    if text[end - 1] in ")]}.":
        yield bracket_start(text, low, end)
    stroke = STROKE_RE.search(text, max(low, end - LONGEST_STROKE), end)
    if stroke is not None:
        yield stroke.start()


WORD_RE = lazy_regex(r"\p{Lu}[\p{L}-]+")
LONGEST_STROKE = 32
# Right behind the last full stop: "It sank./.", "It sank./end", "It sank.-Bernama".
STROKE_RE = lazy_regex(r"(?<=[.!?”\"])(?:/\.|/end\.?|[-–—]\p{Lu}[\p{L} ]{1,30})$")
COPYRIGHTS = ("(c)", "(C)", "©", "&copy;", "Copyright", "COPYRIGHT")
COPYRIGHT_RE = lazy_regex(r"(?<=\s)(?:\([Cc]\)|©|&copy;|Copyright\b|COPYRIGHT\b)")


def _stands_alone(
    text: str, start: int, begin: int, words: str, kind: NoticeKind | None = None
) -> bool:
    """Whether the notice, of some kind if none is said, is no part of the line before it."""
    if opens_block(text, start, begin):
        return True
    is_end = kind in (None, "end mark")
    # "told Harbour News International (HNI)." is a sentence.
    may_follow = kind in (None, "conversion") or (is_end and words[-1] != ".")
    if (words[0] in OPENERS and may_follow) or COPYRIGHT_RE.match(text, begin):
        return True  # "... at 35 percent ($1 = 0.92 euros)", and its kin: the stop forgotten
    if is_end and "\n" in text[begin - 3 : begin] and WORD_RE.fullmatch(words):
        return True  # "... in early January" over "Reuter": the stop forgotten
    if STROKE_RE.match(text, begin, begin + len(words)):
        return True
    is_glued = words[0] in OPENERS and text[begin - 1] in SENTENCE_ENDS  # "It sank.(A123/AB/C-D)"
    if not is_glued and not is_sentence_end(text, start, begin):
        return False
    return words[0] in OPENERS or _may_be_glued(words)


def _may_be_glued(words: str) -> bool:
    """Whether words behind a sentence can be a notice: who signs, or what the table knows so."""
    name = words.lstrip("-–— ")
    # "... he said. RSS", "... he said. – Nampa", "... he said. - Emirates News Agency, WAM -"
    if (words.isupper() or name != words) and is_signature(name.rstrip("-–— ")):
        return True
    return kind_of(" ".join(words.split()), "tail", GLUED) is not None


def find_notices(text: str, start: int, end: int) -> tuple[Notice, ...]:
    r"""The notices at the head and at the tail of the region, in order.

    >>> text = "(Corrects date)\nThe ferry sails in May.\n-30-\n"
    >>> [found.kind for found in find_notices(text, 0, len(text))]
    ['correction', 'end mark']
    >>> find_notices("The ferry sails in May.", 0, 23)
    ()
    """
    head: list[Notice] = []
    pos = skip_space(text, start, end)
    while pos < end and len(head) < MOST and (found := notice_after(text, pos, end)):
        head.append(found)
        pos = skip_space(text, found.end, end)
    tail: list[Notice] = []
    stop = strip_end(text, pos, end)
    while stop > pos and len(tail) < MOST and (found := notice_before(text, pos, stop)):
        tail.append(found)
        stop = strip_end(text, pos, found.start)
    return (*head, *reversed(tail))
