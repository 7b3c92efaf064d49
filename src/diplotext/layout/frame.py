r"""The frame of a page: its menus over the headline, and its links below the story.

A dump of all that a page shows has, a line each: "Home", "World", "Sign in", the headline, byline
and share words, the story, "Email", "Print", titles and openings of other stories, a copyright. The
story is the stretch of lines in which sentences outweigh short lines most (the maximum subsequence
of Pasternack and Roth); a frame is only cut off where it has lines that the table of residue knows,
so that tables and lists of a wire's story stay. Not handled: pages without line ends, pages that
are lists of stories.
"""

from __future__ import annotations

from collections import Counter
from itertools import islice, pairwise

from attrs import frozen

from diplotext.body.paragraph import Line, find_lines
from diplotext.combinators import Match
from diplotext.layout.zone import Parsers, Range
from diplotext.lazy_pattern import lazy_regex
from diplotext.lexicon.data import read_table
from diplotext.lexicon.stamp import is_stamp
from diplotext.trailer.caption import is_caption
from diplotext.trailer.residue import is_residue

__all__ = ["Frame", "find_frame", "find_widgets"]

NEAR = 1500  # code points in which a page has so many short lines at its edges
FEWEST_LINES = 8
MOST_LINES = 2500  # of a page; what has more is none
SHORTEST_PROSE, SHORTEST_SENTENCE = 70, 25
SHORT = 40  # code points of a menu's line
FEWEST_ABOVE = 6  # lines of a menu
FEWEST_IN_MENU, FEWEST_KNOWN, MANY_KNOWN = 2, 3, 8
LONG_FOOT = 40  # lines
LONG_PROSE = 200  # of a story of a paragraph or two
LEDE_WINDOW, FEWEST_PROSE = 12, 3
FARTHEST_TITLE = 30  # lines between headline and lede
FEWEST_WORDS = 4
LONGEST_TITLE = 160
MANY_TIMES = 3
RUN = 4  # paragraphs
MOST_DECKS = 2  # lines like headlines between the headline and its byline
UNDER_TITLE = 12  # lines between the headline and its byline or stamp
STOPS = (".", "!", "?", "”", '"', "’", ")", "]")
MOST_PROSE, MOST_SMALL = 3, 5  # of the lines of a foot, one in so many
PLAIN = 3  # what a sentence weighs against a line that is none
KNOWN = -2  # what a line weighs that pages put around stories
DIGITS_RE = lazy_regex(r"\d+")
TITLE_RE = lazy_regex(r"[\p{L}\d'‘’“\"$€£(].*[\p{L}\p{N}'’”\"?!)%\]]")
# "Ann Roe By Ann Roe The Harlow Press", "By Ann Roe March 4, 2014"
BY_RE = lazy_regex(r"(?:[Bb]y|BY):?\s\p{Lu}[^!?]{2,100}$|[Bb]y:?$|[Bb]y\p{Lu}\p{L}+\s\p{Lu}")
# No headline: who wrote it, a link for readers of screens.
NAMED_RE = lazy_regex(r"(?:^|\s)(?:By|BY)\s\p{Lu}|^by\s\p{Lu}|(?:Skip|Jump) to\b")
# "-- Ann Roe": who signs the story.
SIGNED_RE = lazy_regex(r"(?:[-–—]{1,2}\s?\p{Lu}|\().{2,200}")
NAVIGATION = frozenset(
    word.casefold() for key in ("sections", "labels") for word in read_table("heads_en")[key]
)
# "Comments" and kin: under them readers write.
COMMENTS_RE = lazy_regex(
    r"(?i:(?:\d+\s|(?:all|view|reader)\s|(?:add|leave|post)\s(?:a\s)?)?comments?\s?(?:\(\d+\)|»|\.\.\.)?"
    r"|join\sthe\s(?:conversation|discussion))"
)


@frozen
class Frame:
    """Where the story of a page begins, with its headline, and where it ends."""

    start: int
    end: int
    is_page: bool = False


def find_frame(text: str, parsers: Parsers) -> Frame:
    """The frame of a page around its story; the whole text if it has none."""
    has_menu = _has_labels(text[:NEAR])
    has_foot = _has_labels(text[-NEAR:])
    whole = Frame(0, len(text))
    if not has_menu and not has_foot:
        return whole
    lines = list(islice(find_lines(text), MOST_LINES + 1))
    lede = _find_lede(text, lines, parsers) if len(lines) <= MOST_LINES else None
    if lede is None:
        return whole
    title = _find_title(text, lines, lede) if has_menu else None
    last = _find_last(text, lines, lede) if has_foot else None
    first, stop = title or 0, len(lines) if last is None else last + 1
    story = _prose(text, lines[first:stop])
    # The longer part of a page is its story, but for openings of others and comments.
    if _prose(text, lines[:first]) > story:
        first = 0
    if _prose(text, lines[stop:]) > story and _is_running(text, lines[stop:]):
        stop = len(lines)
    start = lines[first].start if first else 0
    end = lines[stop - 1].end if stop < len(lines) else len(text)
    return Frame(start, end, first > 0 or stop < len(lines))


def _is_running(text: str, lines: list[Line]) -> bool:
    """Whether sentences stand under one another, a paragraph each, as those of a story do."""
    prose = [_is_prose(text, line) for line in lines]
    return any(all(prose[at : at + RUN]) for at in range(len(prose) - RUN + 1))


def _prose(text: str, lines: list[Line]) -> int:
    """How much of the lines is sentences."""
    return sum(line.end - line.start for line in lines if _is_prose(text, line))


def find_widgets(text: str, ranges: tuple[Range, ...]) -> frozenset[Range]:
    """Paragraphs of a page that its slides and pictures leave: "<<", "2", a title three times.

    Also captions with whose picture it is: "A ferry at the quay. (AFP)".
    """
    short = [text[start:end] for start, end in ranges if end - start <= LONGEST_TITLE]
    often = {words for words, times in Counter(short).items() if times >= MANY_TIMES}
    return frozenset(
        (start, end)
        for start, end in ranges
        if (words := text[start:end]) in often
        or not any(map(str.isalpha, words))
        or is_caption(words, under=True)
    )


def _has_labels(part: str) -> bool:
    """Whether so many lines are no sentences, nor hard-wrapped copy's: a cheap look."""
    lines = [line for piece in part.split("\n") if (line := piece.strip())]
    labels = sum(line[-1] not in STOPS for line in lines)
    wrapped = sum(line[0].islower() and len(line) > SHORT for line in lines)
    is_wrapped = MOST_SMALL * wrapped >= len(lines) or part.isupper()
    return labels >= FEWEST_LINES and not is_wrapped


def _is_prose(text: str, line: Line) -> bool:
    return line.end - line.start >= SHORTEST_PROSE and text[line.end - 1] in STOPS


def _is_known(words: str) -> bool:
    if not any(map(str.isalpha, words)):
        return False  # the points of a list
    return words.casefold() in NAVIGATION or is_residue(words)


def _find_lede(text: str, lines: list[Line], parsers: Parsers) -> int | None:
    """The first line of prose that has more of it near, or a dateline; else the longest."""
    prose = [number for number, line in enumerate(lines) if _is_prose(text, line)]
    for place, number in enumerate(prose):
        behind = prose[place + FEWEST_PROSE - 1 : place + FEWEST_PROSE]
        if behind and behind[0] - number < LEDE_WINDOW:
            return number
        found = parsers.dateline(text, lines[number].start)
        if isinstance(found, Match) and found.value.agencies:
            return number
    long = [n for n in prose if lines[n].end - lines[n].start >= LONG_PROSE]
    return max(long, key=lambda n: lines[n].end - lines[n].start) if long else None


def _find_title(text: str, lines: list[Line], lede: int) -> int | None:
    """The line of the headline over the lede, under a menu; None if there is no menu."""
    low = max(0, lede - FARTHEST_TITLE)
    words = [text[line.start : line.end] for line in lines[:lede]]
    titles = [number for number in range(low, lede) if _is_title(words[number])]
    title = _beside_byline(words, titles, low) or _repeated(words, titles)
    if title is None:
        near = [number for number in titles if number >= lede - UNDER_TITLE]
        title = _longer(words, near)[-1] if near else None
    if title is None or title < FEWEST_ABOVE:
        return None
    menu = words[:title]
    short = sum(len(line) <= SHORT for line in menu)
    known = sum(_is_known(line) for line in menu if len(line) <= SHORT)
    needed = max(FEWEST_IN_MENU, min(MANY_KNOWN, len(menu) // 6))
    return title if 2 * short >= len(menu) and known >= needed else None


def _is_title(words: str) -> bool:
    if words.count(" ") < FEWEST_WORDS - 1 or len(words) > LONGEST_TITLE:
        return False
    return (
        TITLE_RE.fullmatch(words) is not None
        and NAMED_RE.search(words) is None
        and not is_residue(words)
        and not is_stamp(words)
        and not is_caption(words, under=True)
    )


def _beside_byline(words: list[str], titles: list[int], low: int) -> int | None:
    """The title nearest above the last byline, or else above the last time stamp."""
    bylines = [number for number in range(low, len(words)) if BY_RE.match(words[number])]
    stamps = [number for number in range(low, len(words)) if is_stamp(words[number])]
    for anchors in (bylines, stamps):
        for anchor in reversed(anchors):
            above = [n for n in titles if anchor - UNDER_TITLE <= n < anchor and n not in bylines]
            if above:
                title = _longer(words, above)[-1]
                decks = next(n for n in range(len(titles) + 1) if title - n - 1 not in above)
                return title - decks if decks <= MOST_DECKS else title
    return None


def _longer(words: list[str], titles: list[int]) -> list[int]:
    """The titles of more words than a paper's name has, if there are any."""
    return [number for number in titles if words[number].count(" ") >= FEWEST_WORDS] or titles


def _repeated(words: list[str], titles: list[int]) -> int | None:
    """The last title that the page prints twice."""
    for number in reversed(titles):
        if words[number].count(" ") < FEWEST_WORDS:
            continue
        if words.count(words[number]) > 1 or words[0].startswith(words[number] + " "):
            return number
    return None


def _is_signature(text: str, line: Line) -> bool:
    return SIGNED_RE.fullmatch(text, line.start, line.end) is not None


def _is_of_story(text: str, line: Line) -> bool:
    """Whether a line right below the last sentence is who signs it, or the point of a list."""
    words = text[line.start : line.end]
    is_told = len(words) > SHORT or (len(words) >= SHORTEST_SENTENCE and words[-1] == ":")
    return (is_told and not _is_known(words)) or _is_signature(text, line)


def _find_last(text: str, lines: list[Line], lede: int) -> int | None:
    """The last line of the story, over a page's links; None if nothing is known of what follows."""
    total = best = 0
    last = lede
    shapes = [DIGITS_RE.sub("0", text[line.start : line.end][:SHORT]) for line in lines]
    times = Counter(shapes)
    for number in range(lede, len(lines)):
        line = lines[number]
        words = text[line.start : line.end]
        if times[shapes[number]] >= MANY_TIMES:
            continue  # "Advertisement 2", "Article content" between the paragraphs
        if COMMENTS_RE.fullmatch(words) is not None:
            total -= 3 * PLAIN
        elif _is_prose(text, line):
            total += PLAIN
        elif len(words) <= SHORT and _is_known(words):
            total += KNOWN
        else:
            is_said = len(words) >= SHORTEST_SENTENCE and words[-1] in STOPS
            total += 1 if is_said or _is_signature(text, line) else -1
        if total > best:
            best, last = total, number
    while last + 1 < len(lines) and _is_of_story(text, lines[last + 1]):
        last += 1
    return last if _is_foot(text, lines[last + 1 :]) else None


def _is_foot(text: str, rest: list[Line]) -> bool:
    """Whether lines are a page's, below its story: titles and labels, and no hard-wrapped copy."""
    prose = [_is_prose(text, line) for line in rest]
    wrapped = sum(text[line.start].islower() and line.end - line.start > SHORT for line in rest)
    if len(rest) < FEWEST_LINES or MOST_PROSE * sum(prose) > len(rest):
        return False
    words = (text[line.start : line.end] for line in rest if line.end - line.start <= SHORT)
    known = sum(map(_is_known, words))
    if MOST_SMALL * wrapped > len(rest) or known < FEWEST_KNOWN:
        return False
    # Comments and openings of other stories have paragraphs too, below a long foot.
    is_long = len(rest) >= LONG_FOOT and known >= MANY_KNOWN
    return is_long or not any(map(all, pairwise(prose)))
