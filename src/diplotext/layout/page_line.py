"""Paragraphs that are lines of a page, and none of the story's: labels, links, names, towns."""

from __future__ import annotations

from diplotext.combinators import Match
from diplotext.layout.place_line import read_place_line
from diplotext.layout.signature import read_dated_byline, read_unsigned
from diplotext.layout.zone import (
    LONGEST_DECK,
    Parsers,
    Zones,
    is_agency_line,
    is_count,
    is_town_line,
    line_end,
)
from diplotext.lazy_pattern import lazy_regex
from diplotext.lexicon.stamp import is_stamp
from diplotext.model import Residue
from diplotext.trailer.block import skip_space
from diplotext.trailer.caption import is_caption
from diplotext.trailer.residue import is_residue

__all__ = ["is_head_label", "is_picture_line", "read_page_line"]

LONGEST_DEBRIS = 200  # a longer paragraph between others is the story's
# "Get the day's top stories in your inbox." speaks to readers, as no reporter does.
# "This is a modal window.", "Share on X.": so do its players, boxes and links.
READERS_RE = lazy_regex(
    r"\b(?:[Yy]ou|[Yy]our|[Oo]ur|[Uu]s|[Mm]y|[Ff]ull article|[Pp]lease|[Ss]ubscribe|[Dd]onate"
    r"|newsletter|subscribers?|registered|cookies|window|[Ll]oading|[Uu]nsubscribe|generated|purposes)\b"
)
FEW_WORDS = 3
LABEL_RE = lazy_regex(r"(?=.{2,60}$)\p{Lu}[^\s:;?!\"“”]*(?:[ ][^\s:;?!\"“”]+){0,7}(?<![.,])")
# Over the points of a summary, which are the story's.
POINTS_RE = lazy_regex(
    r"(?i:summary|companies|highlights|(?:key|main)\spoints|in\sbrief|at\sa\sglance)\s?:?"
)
FEW_LINES = 4
MOST_LINKS = 12
SHORTEST_SENTENCE = 80
SCORE_RE = lazy_regex(r"(?=.{2,60}$)[^.\d]*\d{1,3}(?:[^.\d]+\d{1,3}){0,8}\D{0,12}")
LINKS_RE = lazy_regex(
    r"(?i:(?:read|see|more|also|related|watch|listen)\b[^.!?]{0,30}:|(?:also\s(?:read|see)|(?:read|see)\salso|explore\smore|related\s(?:stories|articles|news))\s?:?"
    # Over titles of other stories: "Trending News", "More from Norway", "Most Read Harlow Stories".
    r"|(?:trending|popular|most\s(?:popular|read|viewed)|you\smay(?:\salso)?\slike|editors?['’]?s?\spicks"
    r"|related\sarticles?|more\s(?:from|on|in|about)|latest\s(?:news|stories|headlines))\b[^.!?]{0,40})"
)
# "EXPLAINED: Why the ferry does not sail" between paragraphs; over them it is the headline.
TITLED_RE = lazy_regex(
    r"(?:(?:EXCLUSIVE|EXPLAINED|EXPLAINER|Explained|Explainer|OPINION|Opinion|ANALYSIS|MAP|LIVE|QUIZ|Story|STORY|Slideshow|Infographic|Interactive"
    r"|(?:IN[ ](?:PICTURES|PHOTOS)|In[ ][Pp](?:ictures|hotos))|GALLERY|Gallery|PODCAST|Podcast)"
    r"\s?[:|]|[→👉])\s?[\p{Lu}\d'‘“\"](?:[^\s.!?]+\s){3,20}[^\s.!?]+\??"
)
# "Image caption," over the caption, "From:" over the ministry.
LABELLED_RE = lazy_regex(r"(?i:image|media|figure|video)\s(?i:caption)\s?[,:]?|From:")
FILES = ("FILE", "File")  # an old picture's caption


def read_page_line(
    text: str, begin: int, end: int, parsers: Parsers, zones: Zones, *, is_open: bool, edge: bool
) -> bool:
    """Reads a paragraph that is a page's line: debris, a town, names under a deck; whether it is.

    ``edge`` says that what pages print at their edges can stand here.
    """
    if _may_be_debris(text, begin, end, is_open=is_open):
        is_label = (
            (is_open and _is_sender(text[begin:end]))
            or _is_link(text, begin, end, zones)
            or is_count(text, begin, end, zones)
            or _is_title_again(text[begin:end], zones)
            or (bool(zones.paragraphs) and TITLED_RE.fullmatch(text, begin, end) is not None)
        )
        # Under a deck: "Ann Roe in Oslo" over the hour, "Ann Roe / TNN / Jun 14, 2021, 09:14 IST".
        if is_open and not is_label:
            if read_dated_byline(text, begin, parsers, zones) == end:
                return True
            named = read_unsigned(text, begin, parsers, zones)
            if named is not None:
                rest = skip_space(text, named, end)
                if rest < end:
                    zones.residue.append(Residue(text, rest, end))
                return True
        is_label = is_label or (is_open and is_picture_line(text, begin, end, parsers, zones))
        if is_label or is_residue(text[begin:end], edge=edge):
            zones.residue.append(Residue(text, begin, end))
            return True
    return is_open and read_place_line(text, begin, zones) == end


def is_picture_line(text: str, begin: int, end: int, parsers: Parsers, zones: Zones) -> bool:
    """Whether a caption stands under the headline, or under a deck, with the story below it."""
    if not zones.headline or not is_caption(text[begin:end], under=True):
        return False
    if any(stop - start >= LONGEST_DECK for start, stop in zones.paragraphs):
        return False
    is_dated = isinstance(parsers.dateline(text, begin), Match)  # "OSLO: Four drowned. (AFP)"
    return not is_dated and _is_over_sentence(text, end)


def _is_sender(words: str) -> bool:
    """Whether a line says who sent the story or its picture, or where from: "(PA)", "| Pune"."""
    if words[0] == "|":
        return is_town_line(words[1:].strip())
    return is_agency_line(words[1:-1] if words[0] == "(" and words[-1] == ")" else words)


def _may_be_debris(text: str, begin: int, end: int, *, is_open: bool) -> bool:
    """Whether a paragraph can be debris: short, and no sentence but one to the page's readers."""
    if end - begin >= LONGEST_DEBRIS:
        return text[end - 1] not in '.”"' and _is_captioned(text[begin:end])
    if text[end - 1] not in '.”"' or text[begin] == "©":
        return True  # "© AFP/Ann Roe The ferry on Monday."
    words = text[begin:end]
    if '"' in words or "”" in words:
        return False
    if words.isupper() and " " in words:
        return True  # "GET THE MORNING HEADLINES."
    if READERS_RE.search(words) is not None:
        return True
    return is_open and (words[:4] in FILES or is_stamp(words))


def _is_captioned(words: str) -> bool:
    """Whether a long paragraph can be a caption: by its label, its number or its signature."""
    return words.startswith((*FILES, "[1/")) or is_caption(words)


def is_head_label(text: str, begin: int, end: int, zones: Zones) -> bool:
    """Whether a word or three beside a byline or a time stamp, above the story, are a page's label.

    "Newsroom", "Reply", "Web Report/Dubai": no crosshead stands so high, and decks stand higher.
    """
    if not zones.headline or LABEL_RE.fullmatch(text, begin, end) is None:
        return False
    if any(stop - start >= LONGEST_DECK for start, stop in zones.paragraphs):
        return False
    if zones.residue and POINTS_RE.fullmatch(zones.residue[-1].text) is not None:
        return False
    is_short = len(text[begin:end].split()) <= FEW_WORDS
    above = max((zone.end for zone in (*zones.byline, *zones.residue)), default=0)
    below = skip_space(text, end)
    next_line = text[below : line_end(text, below)]
    if SCORE_RE.fullmatch(next_line) is not None and not is_residue(next_line):
        return False  # "Sunday's Games" over "Oslo 14, Harlow 10"
    if above and not text[above:begin].strip():
        is_label = is_short or len(text[begin:end].split()) == FEW_WORDS + 1
        return is_short or (is_label and _is_over_sentence(text, end))
    return is_short and is_stamp(next_line)


def _is_over_sentence(text: str, end: int) -> bool:
    """Whether a sentence follows within a few lines: what stands over a list is its heading."""
    for _ in range(FEW_LINES):
        below = skip_space(text, end)
        end = line_end(text, below)
        if end - below >= SHORTEST_SENTENCE:
            return text[end - 1] in '.”"'
    return False


def _is_link(text: str, begin: int, end: int, zones: Zones) -> bool:
    """Whether a title stands right under "Read more:", or a caption under "Image caption,"."""
    label = zones.residue[-1] if zones.residue else None
    if (
        label is not None
        and LABELLED_RE.fullmatch(label.text)
        and not text[label.end : begin].strip()
    ):
        return True
    for above in reversed(zones.residue[-MOST_LINKS:]):
        if text[above.end : begin].strip() or text[end - 1] in '.:!”"':
            return False
        if LINKS_RE.fullmatch(above.text) is not None:
            return True
        begin = above.start  # one of several titles
    return False


def _is_title_again(words: str, zones: Zones) -> bool:
    """Whether a page prints its headline a second time."""
    return bool(zones.headline) and words.casefold() == zones.headline[0].text.casefold()
