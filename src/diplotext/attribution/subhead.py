"""Subheads in capitals that ran into their paragraph where a page was made flat.

    DEALER REVIEW | There are 20 firms          CREDIBILITY GAP | EU countries say
    SLUGGISH PROCESS | "It is hard to know"     I CHOOSE ... FRUIT | Schultz said
    CONSTRAINTS | The bank says                 PORTUGAL | Output is seen falling

A single word is a subhead before a word that begins sentences, or where the story has it in small
letters too; not where its prose has the word in capitals ("UNESCO"). The last word in capitals is
of the sentence where a small word follows it ("EU countries"), or where the story's prose has it
elsewhere ("GE Capital", "the ECB"). Short words of which the story has none in small letters are
names.
"""

from __future__ import annotations

import re

from diplotext.attribution.build import past_blanks
from diplotext.attribution.range_set import RangeSet
from diplotext.lazy_pattern import lazy_re

__all__ = ["behind_subhead", "without_subheads"]

_RUN_RE = lazy_re(
    r"[A-Z][A-Z’'-]+(?:,?\s(?:\.\.\.\s|&\s|\d+\s)?(?:[A-Z]\.)*[A-Z’'-]+(?![\w.])){1,8}"
)
_NEXT_RE = lazy_re(r"\s+(?P<next>[\"“‘'`]*[A-Za-z\d][\w.’'-]*)")
_BEFORE_RE = lazy_re(r"(?:\A|[.!?:\"”’')\]])\s*\Z")
_WORD_RE = lazy_re(r"[A-Z][A-Z’'-]+")
_HEAD_RE = lazy_re(r"[.!?][\"”’']?\s(?=[A-Z]{2}[A-Z’'-]*[\s,])")
_LONGEST = 120  # characters of a subhead and what follows it
_REACH = 30  # characters before a part in which the rest of a subhead stands
_NEAR = 20_000  # characters of a story on either side that are its prose
# The rest of a subhead, of which the learned stages saw the end: "FED PONDERS | CHANGE Some say"
_REST_RE = lazy_re(r"(?<![\w.’'])[A-Z][A-Z’'-]+,?[\"”]? \Z")
_QUOTED_RE = lazy_re(r"[\"“](?=[A-Z’', -]{5})[A-Z][A-Z’', -]+[\"”]\s+(?=[A-Z])")
_SINGLE_RE = lazy_re(
    r"(?P<word>[A-Z][A-Z’'-]{4,})\s+(?P<next>[A-Z][\w’'-]*[a-z][\w’'-]*|A)(?![\w’'-])"
)
_STOP_RE = lazy_re(r"(?:\A|\n|[.!?][\"”’']?\s+)\Z")
_OPENERS = frozenset(
    "The A An It In He She They We But If This That These There At On For As With Some Many".split()
)
_SHORTEST, _FEWEST = 3, 2  # letters of a word that tells; words
_ABBREVIATED = 5  # letters of an abbreviation, at most
_LONG = 6  # letters of a word that few abbreviations have


def behind_subhead(text: str, start: int, end: int) -> int:
    """Where a part begins behind a subhead at its head; ``start`` if there is none.

    >>> behind_subhead("DEALER REVIEW There are dealers", 0, 31)
    14
    >>> line = "BIG CREDIBILITY GAP EU countries"
    >>> line[behind_subhead(line, 0, len(line)) :], behind_subhead("NATO AWACS flew", 0, 15)
    ('EU countries', 0)
    """
    is_rest = _REST_RE.search(text, max(0, start - _REACH), start) is not None
    quoted = _QUOTED_RE.match(text, start, end)
    if quoted is not None and (is_rest or _STOP_RE.search(text, max(0, start - 3), start)):
        return quoted.end()
    run = _RUN_RE.match(text, start, end)
    if run is None:
        return _behind_word(text, start, end, is_rest=is_rest)
    if not is_rest and _BEFORE_RE.search(text, max(0, start - 3), start) is None:
        return start
    behind = _NEXT_RE.match(text, run.end())
    if behind is None:
        return start
    words, stop, following = run[0].split(), run.end(), behind["next"]
    last = words[-1]
    is_of_sentence = following[0].islower() or following[0].isdigit() or len(last) == 1
    if is_of_sentence or _is_joined(text, last, following, stop - len(last)):
        words.pop()
        stop -= len(last)
    told = [word for word in words if _WORD_RE.fullmatch(word)]
    if len(told) < _FEWEST and len(run[0].split()) <= _FEWEST:
        return _behind_word(text, start, end, is_rest=is_rest)  # "REFORMS A recent law"
    is_told = is_rest or any(_is_ordinary(text, word, start) for word in told)
    if len(told) < _FEWEST or not is_told:
        return start
    at = past_blanks(text, stop, end)
    return at if at < end else start


def without_subheads(text: str, kept: RangeSet) -> str:
    """The text with blanks for its subheads, so that no name or subject begins with one.

    Those that share a character with a range ``kept`` stay.

    >>> without_subheads("It fell. PRICES FALLING Lund said: BIG SALE.", RangeSet([]))
    'It fell.                Lund said: BIG SALE.'
    """
    pieces, at = [], 0
    for match in _HEAD_RE.finditer(text):
        start = match.end()
        behind = behind_subhead(text, start, min(len(text), start + _LONGEST))
        # "PRESIDENT EVA | M. LUND" is no subhead.
        is_prose = text[behind : behind + 1].isupper() and text[behind + 1 : behind + 2] != "."
        if start >= at and behind > start and is_prose and not kept.touches((start, behind)):
            pieces += [text[at:start], " " * (behind - start)]
            at = behind
    return "".join([*pieces, text[at:]]) if pieces else text


def _behind_word(text: str, start: int, end: int, *, is_rest: bool = False) -> int:
    """Where a part begins behind a subhead of one word, or behind the last one of a subhead.

    >>> _behind_word("CONSTRAINTS The bank", 0, 20), _behind_word("UNESCO Director Lund", 0, 20)
    (12, 0)
    """
    single = _SINGLE_RE.match(text, start, end)
    if single is None:
        return start
    word, following = single["word"], single["next"]
    near = max(0, start - _NEAR), start + _NEAR
    prose = re.compile(
        rf"[a-z,] {word}(?![\w’'-])|(?<!\w){word}(?: [a-z]|['’]s )|{word} {following}"
    )
    if any(match.start() != start for match in prose.finditer(text, *near)):
        return start
    if not is_rest and _STOP_RE.search(text, max(0, start - 3), start) is None:
        return start
    is_told = following in _OPENERS or any(
        text.find(f" {form}", *near) >= 0 for form in (word.lower(), word.capitalize())
    )
    return single.start("next") if is_rest or is_told else start


def _is_joined(text: str, last: str, following: str, at: int) -> bool:
    """Whether the last word in capitals is one of the prose: "GE Capital", "the ECB has"."""
    low, high = max(0, at - _NEAR), at + _NEAR
    both = re.compile(rf"(?<![A-Z,] ){re.escape(last)} {re.escape(following)}")
    if any(match.start() != at for match in both.finditer(text, low, high)):
        return True
    if len(last) > _ABBREVIATED:
        return False
    prose = re.compile(rf"[a-z,] {last}(?![\w’'-])|(?<!\w){last}(?: [a-z]|['’]s )")
    return prose.search(text, low, high) is not None


def _is_ordinary(text: str, word: str, at: int) -> bool:
    """Whether a word in capitals is one that a story also has in small letters, or a long one."""
    if len(word) >= _LONG:
        return True
    near = max(0, at - _NEAR), at + _NEAR
    return len(word) >= _SHORTEST and text.find(f" {word.lower()}", *near) >= 0
