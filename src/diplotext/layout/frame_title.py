"""The headline of a page: the line over the lede that is its title, under menus and teasers."""

from __future__ import annotations

from diplotext.body.paragraph import Line
from diplotext.layout.frame_line import MANY_KNOWN, SHORT, is_known
from diplotext.lazy_pattern import lazy_regex
from diplotext.lexicon.person_name import given_names
from diplotext.lexicon.stamp import is_stamp
from diplotext.trailer.caption import is_caption
from diplotext.trailer.residue import is_residue

__all__ = ["LONGEST_TITLE", "find_title"]

FEWEST_ABOVE = 6  # lines of a menu
FEWEST_IN_MENU = 2  # lines of a menu that are known
FARTHEST_TITLE = 30  # lines between headline and lede
UNDER_TITLE = 12  # lines between the headline and its byline or stamp
FEWEST_WORDS = 4
LONGEST_TITLE = 160
MOST_DECKS = 2  # lines like headlines between the headline and its byline
TITLE_RE = lazy_regex(r"[\p{L}\d'‘’“\"$€£(].*[\p{L}\p{N}'’”\"?!)%\]]")
# "Ann Roe By Ann Roe The Harlow Press", "By Ann Roe March 4, 2014"
BY_RE = lazy_regex(r"(?:[Bb]y|BY):?\s\p{Lu}[^!?]{2,100}$|[Bb]y:?$|[Bb]y\p{Lu}\p{L}+\s\p{Lu}")
# No headline: who wrote it, a link for readers of screens, whose rights they are.
NAMED_RE = lazy_regex(
    r"(?:^|\s)(?:By|BY)\s\p{Lu}|^by\s\p{Lu}|(?:Skip|Jump) to\b|^(?:\([cC]\)|©|Copyright\b)"
)
JOB_RE = lazy_regex(
    r"(?P<given>\p{Lu}\p{L}+)\s+\p{Lu}[\p{L}'’-]+\s+(?:\p{Lu}\p{L}+\s+){0,4}"
    r"(?:Editor|Correspondent|Reporter|Writer|Director|Columnist|Producer|Journalist)"
)


def find_title(text: str, lines: list[Line], lede: int) -> int | None:
    """The line of the headline over the lede, under a menu; None if there is no menu."""
    low = max(0, lede - FARTHEST_TITLE)
    words = [text[line.start : line.end] for line in lines[:lede]]
    titles = [number for number in range(low, lede) if _is_title(words[number])]
    title = _beside_byline(words, titles, low)
    if title is None:  # the first line of all is one as well
        title = _repeated(words, titles)
    if title is None:
        near = [number for number in titles if number >= lede - UNDER_TITLE]
        title = _longer(words, near)[-1] if near else None
    if title is None or title < FEWEST_ABOVE:
        return None
    menu = words[:title]
    short = sum(len(line) <= SHORT for line in menu)
    known = sum(is_known(line) for line in menu if len(line) <= SHORT)
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
        and not _is_at_work(words)
    )


def _is_at_work(words: str) -> bool:
    """Whether a line names somebody and the job behind it: "Ann Roe Deputy Features Editor"."""
    found = JOB_RE.fullmatch(words)
    return found is not None and found["given"] in given_names()


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
