"""Finding the block of credits that ends a text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from attrs import evolve

from diplotext.combinators import Match
from diplotext.lazy_pattern import holds, lazy_re, lazy_regex
from diplotext.model import Credit
from diplotext.trailer.block import (
    is_sentence_end,
    line_start,
    opens_block,
    sentence_starts,
    skip_space,
)
from diplotext.trailer.credit import read_credits
from diplotext.trailer.vocabulary import vocabulary

__all__ = ["find_credits"]

TAIL = 4000  # how far from the end of the region a block may begin (code points)
AFTER = 600  # how much of anything may follow a block that is closed
MOST = 80  # hints looked at
LAST = 3  # letters
# Cheap to find: what stands behind the role ("by"), or is the role. What it hints at is then read.
AFTER_ROLE = ("by", "By", "BY", "from", "From", "FROM")
ITSELF_RE = lazy_regex(
    r"(?<=\n)[ \t]*[-–—]{1,3}\s?By\s|[Cc]ontributed\b|Contributing\s(?:to|were|was)\b|CONTRIBUTED\b"
    r"|\breported\s+(?:from|in)\s"
)
IN_BRACKETS_RE = lazy_regex(
    r"[(\[]\s*(?:(?:[Bb]y|BY)\s|(?:\p{L}+\s+)?(?P<word>\p{L}+ing)\s+(?=\p{Lu}))"
)
WORD_BEFORE_RE = lazy_regex(r"(?r)\p{L}[\p{L}-]{0,30}")
# Without one of these ``ITSELF_RE`` finds nothing.
CONTRIBUTED = ("ontributed", "Contributing", "CONTRIBUTED")
REPORTED_RE = lazy_re(r"reported\s+(?:from|in)\s")
DASHED_BY_RE = lazy_re(r"[-–—]\s?By\s")
LED_RE = lazy_regex(r"[(\[]\s*(?:By|BY|by)\s")
SAYS_SO_RE = lazy_regex(
    r"contributed\s+(?:(?:additional\s+)?reporting|to\s+th|from\s+\p{Lu})|reported\s+from\s+\p{Lu}"
    r"|\b(?:writer|reporter|correspondent)s?\s[^.]{3,200}\scontributed\b"
)


def find_credits(text: str, start: int, end: int, *, after: int = AFTER) -> tuple[Credit, ...]:
    """The credits that end the region, () if there are none.

    Only the last 4,000 code points are looked at. A block in brackets or on its own lines may
    be followed by ``after`` code points of anything (a web page's); any other is the very last.

    >>> text = 'It closes in May, she said. (Reporting by Ann Roe)'
    >>> [name.text for credit in find_credits(text, 0, len(text)) for name in credit.names]
    ['Ann Roe']
    >>> find_credits("The lab said it was reporting by next week.", 0, 43)
    ()
    """
    loose: tuple[Credit, ...] = ()
    low = max(start, end - TAIL)
    for pos in dict.fromkeys(_candidates(text, low, end)):
        found = _chain(text, start, pos, end)
        if not found:
            continue
        last = found[-1]
        rest = text[last.end : end].strip()
        if rest in ("", ")", ")."):
            return (*found[:-1], evolve(last, end=end)) if rest else found
        # "This story was reported by Ann Roe.", "[By Cable.]" over a short story: no end of one.
        is_over = not text[start:pos].strip() or LED_RE.match(text, pos) is not None
        if len(rest) <= after and not is_over and _is_closed(text, start, found):
            loose = found
    return loose


def _is_closed(text: str, start: int, block: tuple[Credit, ...]) -> bool:
    """Whether a block ends visibly: with a bracket, or with its line."""
    begin, end = block[0].start, block[-1].end
    after = skip_space(text, end, len(text))
    if not opens_block(text, start, begin) and not is_sentence_end(text, start, begin):
        return False
    if text.endswith((")", "]", ")."), begin, end):
        return not text[after : after + 1].islower() or CODE_RE.match(text, after) is not None
    return opens_block(text, start, begin) and opens_block(text, start, after)


def _candidates(text: str, low: int, end: int) -> Iterator[int]:
    """Where a block may begin, from the left."""
    for pos in sorted(_hints(text, low, end))[-MOST:]:
        near = max(low, pos - 400)
        bracket = max(text.rfind("(", near, pos + 1), text.rfind("[", near, pos + 1))
        if bracket >= 0:
            yield bracket - 1 if bracket > low and text[bracket - 1] in "([" else bracket
        yield line_start(text, near, pos) if near < pos else pos
        yield from sentence_starts(text, near, pos + 1)
        # "(Ann Roe is a columnist; Editing by Bo Li)"
        mark = text.rfind(";", near, pos)
        if mark >= 0:
            yield skip_space(text, mark + 1, end)

    # "Ann Roe, The Canadian Press", "(Rohan Silva)"
    yield line_start(text, low, end)
    if text[end - 1 : end] == ")" and (bracket := text.rfind("(", max(low, end - 60), end)) >= 0:
        yield bracket


def _hints(text: str, low: int, end: int) -> Iterator[int]:
    """Where words stand that belong to credits: the last word of a role, or its bracket."""
    heads = vocabulary().heads
    for at in _after_roles(text, low, end):
        if text[at - LAST : at].casefold() not in last_letters():
            continue
        word = WORD_BEFORE_RE.match(text, low, at)
        if word is not None and word.group().casefold() in heads:
            yield word.start()
    if _may_say_itself(text, low, end):
        for found in ITSELF_RE.finditer(text, low, end):
            yield found.start()
    for bracket in "([":
        for at in _places_of(bracket, text, low, end):
            inside = IN_BRACKETS_RE.match(text, at, end)
            if inside and (inside["word"] is None or inside["word"].casefold() in heads):
                yield at


def _may_say_itself(text: str, low: int, end: int) -> bool:
    """A cheap look before the pattern of words that are a role by themselves."""
    if holds(text, low, end, CONTRIBUTED) or REPORTED_RE.search(text, low, end) is not None:
        return True
    return text.find("By", low, end) >= 0 and DASHED_BY_RE.search(text, low, end) is not None


@cache
def last_letters() -> frozenset[str]:
    """How the last words of roles end: most words before "by" and colons do not."""
    return frozenset(word[-LAST:] for word in vocabulary().heads)


def _after_roles(text: str, low: int, end: int) -> Iterator[int]:
    """Where a role may end: before "by" or "from" as a word, and before a colon."""
    yield from _places_of(":", text, low, end)
    for word in AFTER_ROLE:
        for at in _places_of(word, text, low, end):
            after = at + len(word)
            is_word = after >= end or not (text[after].isalnum() or text[after] == "_")
            if at > low and text[at - 1].isspace() and is_word:
                yield at - 1


def _places_of(word: str, text: str, low: int, end: int) -> Iterator[int]:
    """Where a word stands in the range, by plain search: much faster than a pattern."""
    at = text.find(word, low, end)
    while at >= 0:
        yield at
        at = text.find(word, at + 1, end)


def _chain(text: str, start: int, pos: int, end: int) -> tuple[Credit, ...]:
    """The blocks that follow each other from ``pos`` on: "(Reporting by A) (Editing by B)"."""
    if not _may_begin(text, start, pos):
        return ()
    block = read_credits(text, pos, end)
    if not isinstance(block, Match) or not _is_sure(text, start, pos, block):
        return ()
    found: tuple[Credit, ...] = ()
    while isinstance(block, Match):
        if found:
            found = (*found[:-1], evolve(found[-1], end=block.value[0].start))
        found = (*found, *block.value)
        block = read_credits(text, skip_space(text, block.end, end), end)
    return found


def _may_begin(text: str, start: int, pos: int) -> bool:
    """Whether a block may begin here: in brackets, on a new line, behind a sentence's end."""
    if opens_block(text, start, pos):
        return True
    first = FIRST_LETTER_RE.match(text, pos)
    if text[pos] in "([" and is_sentence_end(text, start, pos):
        return True
    if first is None or not first.group()[-1].isupper():
        return False
    # The last sentence's stop forgotten, or the space behind it: "on Friday.(Editing by Ann Roe)".
    if text[pos] in "([" and (text[pos - 1].isspace() or text[pos - 1] in ".!?…"):
        return True
    return is_sentence_end(text, start, pos) or text[start:pos].rstrip().endswith(";")


def _is_sure(text: str, start: int, pos: int, block: Match[tuple[Credit, ...]]) -> bool:
    """Whether a block glued to a sentence says plainly enough that it is one."""
    if not any(credit.names or credit.place for credit in block.value):
        return text[pos] in "([" and all(credit.role != "contributing" for credit in block.value)
    if text[pos] in "([-–—*_" or opens_block(text, start, pos):
        return True
    words = vocabulary()
    role = words.role.match(text, pos)
    if role is not None:
        return any(
            word.casefold() not in words.weak for word in words.activity.findall(role.group())
        )
    return SAYS_SO_RE.search(text, pos, block.end) is not None


CODE_RE = lazy_regex(r"\p{Ll}{1,4}(?=[\p{Lu}\d]*\d)[\p{Lu}\d]{5,}\b")  # "nL6N0HQ42U"
FIRST_LETTER_RE = lazy_regex(r"[^\p{L}\n]{0,4}\p{L}")
