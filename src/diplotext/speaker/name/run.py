"""Runs of capitalised words, parted at words that are of no name.

    run = WORD (blanks [particle] WORD)*          "Russian Foreign Minister Sergey Lavrov"

Not handled: scripts without capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from diplotext.lexicon.person_name import ABBREVIATED_TITLES, PARTICLES
from diplotext.speaker.name.nickname import MARKS, find_nickname, without_nicknames
from diplotext.speaker.name.parting import is_lone_name, may_part, parted
from diplotext.speaker.name.run_edge import (
    is_code,
    is_subhead,
    is_ticker,
    may_be_code,
    without_subhead,
)
from diplotext.speaker.name.table import STOPS

__all__ = ["LONGEST", "REMEMBERED", "runs_of"]

# A capitalised word, or initials, or an abbreviated title; joined by blanks and name particles.
# A possessive ends the run: "Okafor's Labour Party".
WORD = (
    r"(?:[A-Z](?:/[A-Z]){1,5}\b|(?:[A-Z]\.)+(?:[A-Z]\b)?"
    rf"|(?=\w+\.)(?:{ABBREVIATED_TITLES}|Jr|Sr|Inc|Corp|Ltd|Co|Bros)\."
    r"|[^\W\d_a-z]\w*)(?:[’'\-&]\w+|\.com\b)*"
)
SMALL_WORDS = rf"(?:(?:{PARTICLES}|des|dal|e|ap|ul|ud|ur|a/[lp]|(?:in\s)?[’']t)\s+){{0,3}}"
SMALL_RE = re.compile(SMALL_WORDS)
ARTICLE = r"(?:(?:al|el|ul|as|ash|ad|an)-)?"
# A brand that begins small: "eBay Inc", "easyJet".
BRAND = r"[a-z]{1,4}[A-Z][a-z]\w*"
RUN_RE = re.compile(
    rf"(?<!\w)(?:@\w+|(?:{BRAND}|{WORD})(?:(?<![’']s)\s+{SMALL_WORDS}{ARTICLE}{WORD}|,\s+(?:Jr|Sr|Inc|Ltd|LLC|LLP|Corp|PLC|plc)\b\.?)*)"
)
# What a run can begin with: cheap to find, so that the pattern above is tried at few places.
# Of the characters beyond ASCII, dashes and quotation marks begin none.
FIRST_RE = re.compile(r"[@A-Z\x80-\u200f\u2028-\U0010ffff]")
BRAND_BEFORE_RE = re.compile(r"(?<!\w)[a-z]{1,4}\Z")
ARTICLE_BEFORE_RE = re.compile(r"\b(?:al|el|ul|as|ash|ad|an)-\Z")
# How many runs are remembered: a name comes again in its story, and in others.
REMEMBERED = 20_000
LONGEST = 200  # a longer run, in characters, is no name worth remembering


def runs_of(text: str, start: int, end: int) -> Iterator[tuple[int, Sequence[str], int]]:
    """Runs of capitalised words in a range, parted at words that are of no name.

    >>> text = "On Monday Ruth Okafor met al-Haddad."
    >>> [list(words) for _, words, _ in runs_of(text, 0, len(text))]
    [['Ruth', 'Okafor'], ['al-Haddad']]
    """
    reached = start
    find_first, match_run = FIRST_RE.search, RUN_RE.match
    while (first := find_first(text, reached, end)) is not None:
        at = first.start()
        match = match_run(text, at, end)
        if match is None:  # within a word: "eBay", "PhD"
            small = BRAND_BEFORE_RE.search(text, max(start, at - 5), at)
            match = small and match_run(text, small.start(), end)
            if match is None:
                reached = at + 1
                continue
            at = match.start()
        reached = stop = match.end()
        before, behind = text[at - 1 : at], text[stop : stop + 2]
        if before == "-" and ARTICLE_BEFORE_RE.search(text, max(at - 4, start), at):
            at = text.rindex("-", 0, at)
            while at > start and text[at - 1].isalpha():
                at -= 1
            before = ""
        # Nothing before it, or no mark of a share's code on either side: a cheap look.
        if (before in "<." or behind[:1] == ".") and is_ticker(text, at, stop):
            continue
        if behind[1:] in MARKS:
            goes_on = find_nickname(text, stop, end)
            rest = None
            if goes_on >= 0 and (small := SMALL_RE.match(text, goes_on, end)) is not None:
                rest = match_run(text, small.end(), end)  # `Jan "Kobus" van | Gull`
            reached = stop = stop if rest is None else rest.end()
        split = split_run if stop - at > LONGEST else run_of
        words, is_plain = split(text[at:stop])
        if is_plain or (len(words) == 1 and is_lone_name(text, at, words[0], stop)):
            yield at, words, stop
        elif len(words) > 1:
            yield from parts_of(text, at, words, stop)


def split_run(run: str) -> tuple[tuple[str, ...], bool]:
    """The words of a run without a nickname, and whether it is one, whatever stands around it.

    The comma before "Jr." or "Inc." is no part of a word.
    """
    words = tuple(without_nicknames(run).replace(",", " ").split())
    if len(words) == 1:
        return words, words[0].lower() not in STOPS
    is_shouted = words[0].isupper() or may_be_code(words[-1])
    return words, not is_shouted and not may_part(words)


run_of = lru_cache(REMEMBERED)(split_run)


def parts_of(
    text: str, at: int, words: tuple[str, ...], stop: int
) -> Iterator[tuple[int, Sequence[str], int]]:
    """The runs in a run of several words: without a share's code and a subhead, then parted."""
    if may_be_code(words[-1]) and is_code(text, stop):
        words, stop = words[:-1], stop - len(words[-1]) - 1
    if len(words) > 1 and words[0].isupper():
        if all(map(str.isupper, words)) and is_subhead(text, words, stop):
            return
        at, words = without_subhead(text, at, words)
    if may_part(words):
        yield from parted(text, at, words, stop)
    else:
        yield at, words, stop
