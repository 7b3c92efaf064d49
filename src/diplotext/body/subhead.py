"""Subheads in capitals that ran into their paragraph where a page was made flat.

    DEALER REVIEW | There are 20 firms          CREDIBILITY GAP | EU countries say
    SLUGGISH PROCESS | "It is hard to know"     I CHOOSE ... FRUIT | Schultz said
    CHEAPER KVIK 2 | The firm said              $300 MILLION DEAL | Shares rose

The last word in capitals is of the sentence where a small word follows it ("EU countries"), or
where the story's prose has it elsewhere ("GE Capital", "the ECB"). Short words of which the story
has none in small letters are names.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from diplotext.lazy_pattern import lazy_re

if TYPE_CHECKING:
    from diplotext.body.token import TokenTable

__all__ = ["behind_subhead", "part_subheads", "without_subheads"]

_ITEM = (
    r"(?:(?:[A-Z]\.){2,}|[\"'‘“]?[$£€]?[A-Z\d](?:[A-Z\d’'&%/-]|[.,](?=[A-Z\d]))*[\"’”]?)(?=,?\s)"
)
_RUN_RE = lazy_re(rf"{_ITEM}(?:,?\s(?:(?:\.\.\.|&|\+|-{{1,2}})\s)?{_ITEM}){{0,11}}")
_NEXT_RE = lazy_re(r"\s+(?P<next>[\"“‘'`]*[A-Za-z\d][\w.’'-]*)")
_BEFORE_RE = lazy_re(r"(?:\A|[.!?:\"”’')\]])\s*\Z")
_BESIDE_RE = lazy_re(r" [a-z]|['’]s ")
_IN_WORD = ("_", "’", "'", "-")
_WORD_RE = lazy_re(r"[\"'‘“]?[A-Z][A-Z’'-]+[\"’”,]?")
_HEAD_RE = lazy_re(r"[.!?][\"”’']?\s(?=[A-Z]{2}[A-Z’'-]*[\s,])")
_LONGEST = 120  # characters of a subhead and what follows it
_NEAR = 20_000  # characters of a story on either side that are its prose
_SHORTEST, _FEWEST = 3, 2  # letters of a word that tells; words
_OPENERS = frozenset(
    "The A An In It He She They We But If This That These There At On For As With Some Many".split()
)
# The rest of a subhead, of which the learned stages saw the end: "FED PONDERS | CHANGE Some say"
_REST_RE = lazy_re(r"(?<![\w.’'])[A-Z][A-Z’'-]+,?[\"”]? \Z")
_REACH = 30  # characters before a part in which the rest of a subhead stands
_MARKS = "\"“”'‘’"
_ARTICLES = ("A", "AN", "THE", "I")
_ALONE = 5  # letters of a word that is a subhead by itself
_ABBREVIATED = 5  # letters of an abbreviation, at most
_LONG = 6  # letters of a word that few abbreviations have
_MOST = 60  # subheads of a paragraph
_MOST_SEEN = 40  # times that a word is looked at
_QUOTED = (1, 3)  # the quote states of a token inside of a quotation, and of its closing mark


def behind_subhead(text: str, start: int, end: int) -> int:
    """Where a part begins behind a subhead at its head; ``start`` if there is none.

    >>> behind_subhead("DEALER REVIEW There are dealers", 0, 31)
    14
    >>> line = "BIG CREDIBILITY GAP EU countries"
    >>> line[behind_subhead(line, 0, len(line)) :], behind_subhead("NATO AWACS flew", 0, 15)
    ('EU countries', 0)

    A word alone is one before a word that opens sentences, or where the story has it in small
    letters:

    >>> line = "OUTLOOK Lund sees a grim outlook."
    >>> line[behind_subhead(line, 0, len(line)) :], behind_subhead("UNICEF Director Moe", 0, 19)
    ('Lund sees a grim outlook.', 0)
    """
    opens = _BEFORE_RE.search(text, max(0, start - 3), start) is not None
    is_rest = not opens and _REST_RE.search(text, max(0, start - _REACH), start) is not None
    if not opens and not is_rest:
        return start
    run = _RUN_RE.match(text, start, end)
    behind = None if run is None else _NEXT_RE.match(text, run.end())
    if run is None or behind is None or (is_rest and behind["next"].isupper()):
        return start  # in a story all in capitals nothing is the rest of a subhead
    words, stop, following = run[0].split(), run.end(), behind["next"]
    last = words[-1]
    is_of_sentence = not following[0].isupper() and following[0].isalnum()
    is_of_sentence = is_of_sentence or last in _ARTICLES or last[-1] == "."
    if is_of_sentence or _is_joined(text, last, following, stop - len(last)):
        at = stop - len(words.pop())
        while words and words[-1] in _ARTICLES:  # "A TURNING POINT | A NATO spokesman"
            at = text.rindex(words.pop(), start, at)
        if len(words) < _FEWEST and last not in _ARTICLES:
            return start
        return at if words and _is_line(text, words, start, last.title()) else start
    is_over = is_rest or _is_line(text, words, start, following)
    return behind.start("next") if is_over else start


def _is_line(text: str, words: Sequence[str], at: int, following: str = "") -> bool:
    """Whether words in capitals are a line of their own and no name."""
    told = [word.strip("\"'‘“’”,") for word in words if _WORD_RE.fullmatch(word)]
    if len(words) == 1 and told and told[0].isalpha():
        is_told = following in _OPENERS or _is_known(text, told[0], at)
        return len(told[0]) >= _ALONE and is_told
    if len(told) >= _FEWEST and words[0][0] in _MARKS and words[-1][-1] in _MARKS:
        return True  # "“CLEAR NEED” | Lund said"
    return len(told) >= _FEWEST and any(_is_ordinary(text, word, at) for word in told)


def _is_joined(text: str, last: str, following: str, at: int) -> bool:
    """Whether the last word in capitals is one of the prose: "GE Capital", "the ECB has"."""
    low, high = max(0, at - _NEAR), at + _NEAR
    both = f"{last} {following}"
    for first, stop in ((at + 1, high), (low, at)):
        elsewhere = text.find(both, first, stop)
        # Not where it is a subhead again: "DEEP CONCESSIONS | Kvik", "NO CONCESSIONS | Kvik".
        if elsewhere >= 0 and not text[max(0, elsewhere - 2) : elsewhere].strip().isupper():
            return True
    if len(last) > _ABBREVIATED or not last[-1].isalpha():
        return False
    return _is_in_prose(text, last, low, high)


def _is_in_prose(text: str, word: str, low: int, high: int) -> bool:
    """Whether a word in capitals stands beside words in small letters: "the ECB", "GE's"."""
    end = low
    for _ in range(_MOST_SEEN):
        at = text.find(word, end, high)
        if at < 0:
            break
        end = at + len(word)
        if _BESIDE_RE.match(text, end) and not text[max(0, at - 1) : at].isalnum():
            return True
        if text[end : end + 1] not in _IN_WORD and not text[end : end + 1].isalnum():
            before = text[max(0, at - 2) : at]
            if before[1:] == " " and (before[0] == "," or "a" <= before[0] <= "z"):
                return True
    return False


def _is_ordinary(text: str, word: str, at: int) -> bool:
    """Whether a word in capitals is one that a story also has in small letters, or a long one."""
    return len(word) >= _LONG or (len(word) >= _SHORTEST and _is_known(text, word, at))


def _is_known(text: str, word: str, at: int) -> bool:
    """Whether a story also has a word in small letters."""
    return text.find(f" {word.lower()}", max(0, at - _NEAR), at + _NEAR) >= 0


def part_subheads(table: TokenTable, sentences: list[int], capitals: Sequence[int]) -> list[int]:
    """The sentences' first tokens, subheads in the line being sentences of their own.

    ``capitals`` are the words in capitals behind a stop: "It was late. NEW TALKS | Both sides met."
    """
    found: set[int] = set()
    for first in capitals[:_MOST]:
        if table.quotes[first] in _QUOTED:
            continue
        begin = table.starts[first]
        behind = behind_subhead(table.document, begin, table.end)
        if behind > begin:
            at = bisect_left(table.starts, behind)
            if at < len(table) and table.starts[at] == behind:
                found |= {first, at}
    return sorted(found.union(sentences)) if found else sentences


def without_subheads(text: str, is_kept: Callable[[tuple[int, int]], bool]) -> str:
    """The text with blanks for its subheads, so that no name or subject begins with one.

    Those whose range is to be kept stay.

    >>> without_subheads("It fell. PRICES FALLING Lund said: BIG SALE.", lambda span: False)
    'It fell.                Lund said: BIG SALE.'
    """
    pieces, at = [], 0
    for match in _HEAD_RE.finditer(text):
        start = match.end()
        behind = behind_subhead(text, start, min(len(text), start + _LONGEST))
        # "PRESIDENT EVA | M. LUND" is no subhead.
        is_prose = text[behind : behind + 1].isupper() and text[behind + 1 : behind + 2] != "."
        if start >= at and behind > start and is_prose and not is_kept((start, behind)):
            pieces += [text[at:start], " " * (behind - start)]
            at = behind
    return "".join([*pieces, text[at:]]) if pieces else text
