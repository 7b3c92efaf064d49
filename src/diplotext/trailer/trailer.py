"""The trailer as a whole: where the story ends and what stands behind it."""

from __future__ import annotations

from attrs import frozen

from diplotext.lazy_pattern import lazy_regex
from diplotext.model import Credit, Notice, Residue
from diplotext.trailer.block import line_end, skip_space, strip_end
from diplotext.trailer.credit_search import AFTER, find_credits
from diplotext.trailer.notice import classify_notice, notice_after, notice_before
from diplotext.trailer.notice_block import about_before
from diplotext.trailer.residue import is_residue, residue_before

__all__ = ["Trailer", "find_trailer", "split_rest"]

MOST_AFTER_NOTICE = 2500  # code points of the biographies that follow "Our Standards"
MOST = 60  # pieces of a trailer: pages with longer lists of links exist, stories do not


@frozen
class Trailer:
    """What stands behind the last paragraph; ``body_end`` is where that ends (code points).

    Credits, notices and residue are in order and disjoint, and with the white space between
    them they fill the text from ``body_end`` to the end of the region.
    """

    body_end: int
    credits: tuple[Credit, ...] = ()
    notices: tuple[Notice, ...] = ()
    residue: tuple[Residue, ...] = ()


def find_trailer(text: str, start: int, end: int) -> Trailer:
    r"""The trailer of the region [start, end), read backwards from its end.

    >>> text = "It closes in May, she said. (Reporting by Ann Roe; Editing by Bo Li)\n-30-\n"
    >>> found = find_trailer(text, 0, len(text))
    >>> found.body_end, [credit.role for credit in found.credits], found.notices[0].kind
    (27, ['reporting', 'editing'], 'end mark')
    >>> find_trailer("The lab said it was reporting by next week.", 0, 43)
    Trailer(body_end=43, credits=(), notices=(), residue=())
    """
    credited: tuple[Credit, ...] = ()
    notices: list[Notice] = []
    residue: list[Residue] = []
    stop = strip_end(text, start, end)
    for _ in range(MOST):
        if stop <= start:
            break
        block = find_credits(text, start, stop, after=MOST_AFTER_NOTICE)
        if block and not text[block[-1].end : stop].strip():
            credited = (*block, *credited)
            stop = block[0].start
        elif found := notice_before(text, start, stop):
            notices.append(found)
            stop = found.start
        elif debris := residue_before(text, start, stop):
            residue.append(debris)
            stop = debris.start
        elif about := about_before(text, start, stop):
            notices.append(about)
            stop = about.start
        elif block and not credited and _may_follow(text, start, block, stop):
            credited = block
            known, unknown = split_rest(text, block[-1].end, stop)
            notices += reversed(known)
            residue += reversed(unknown)
            stop = block[0].start
        else:
            break
        stop = strip_end(text, start, stop)
    return Trailer(stop, credited, tuple(reversed(notices)), tuple(reversed(residue)))


def _may_follow(text: str, start: int, block: tuple[Credit, ...], end: int) -> bool:
    """Whether unknown words may follow credits: a few, or more after a notice that ends a page.

    The story must stand before them: "Photo: File" under a headline opens one, and behind a
    picture's credit the story goes on.
    """
    is_picture = all(credit.role in PICTURES for credit in block)
    is_picture = is_picture or PICTURE_RE.match(text, block[0].start) is not None
    if is_picture and _prose(text, block[-1].end, end):
        return False
    begin = skip_space(text, block[-1].end, end)
    if notice_after(text, begin, end, "tail") is not None:
        return True
    if _is_label(text, block) and _goes_on(text, begin, end):
        return False
    before = _prose(text, start, block[0].start)
    return end - begin <= AFTER and 2 * before >= _prose(text, begin, end)


def _is_label(text: str, block: tuple[Credit, ...]) -> bool:
    """Whether a line says who did what, and not that an editor has passed the story.

    "Edited by: Ann Roe", "Data: Harlow Institute", "Story by Ann Roe, photos by Bo Li".
    """
    if text[block[0].start] in "([-–—*_":
        return False
    if len(block) == 1 and block[0].role != "contributing":
        return True
    is_led = LED_RE.match(text, block[0].start) is not None
    return is_led and not any("editing" in credit.role for credit in block)


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a sentence of the story stands in the range: none to readers, none of debris."""
    lines = (line.strip() for line in text[start:end].split("\n"))
    return any(
        len(line) >= SHORTEST_SENTENCE
        and line.rstrip(CLOSERS)[-1:] in tuple(".!?")
        and READERS_RE.search(line) is None
        and not is_residue(line)
        and classify_notice(line) is None
        for line in lines
    )


def _prose(text: str, start: int, end: int) -> int:
    """How much of the range is sentences: lines that end with a full stop."""
    lines = (line.rstrip(CLOSERS) for line in text[start:end].split("\n"))
    return sum(len(line) for line in lines if len(line) > SHORTEST and line[-1] in ".!?")


PICTURES = frozenset(("photography", "graphics", "production"))
# "(Harlow Star photo by Ann Roe)"
PICTURE_RE = lazy_regex(
    r"[(\[](?:\p{Lu}[\p{L}.&'’-]*\s){1,5}(?:file\s)?(?i:photos?|photographs?|pictures?|images?)\sby\s"
)
LED_RE = lazy_regex(r"\p{Lu}[\p{L} ]{2,30}?(?::|\s(?:by|By)\s)")
CLOSERS = " \t\r\"”’')"
SHORTEST = 20  # "Mr. Roe Jr." is no sentence
SHORTEST_SENTENCE = 50
# "Sign up to get an email from reporter Ann Roe."
READERS_RE = lazy_regex(r"\b(?:[Yy]ou|[Yy]our|[Oo]ur|[Ss]ign up|[Ff]ollow)\b")


def split_rest(text: str, start: int, end: int) -> tuple[list[Notice], list[Residue]]:
    """What follows the credits, line by line: known notices, and all else as residue."""
    notices: list[Notice] = []
    residue: list[Residue] = []
    pos = skip_space(text, start, end)
    while pos < end:
        found = notice_after(text, pos, end, "tail")
        if found is not None:
            notices.append(found)
            pos = skip_space(text, found.end, end)
            continue
        stop = strip_end(text, pos, line_end(text, pos, end))
        residue.append(Residue(text, pos, stop))
        pos = skip_space(text, stop, end)
    return notices, residue
