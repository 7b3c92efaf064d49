"""Residue: what web pages and feeds leave around a story and is no part of it.

Share lines, "Read more:", "ADVERTISEMENT", newsletter prompts, cookie text, captions, times. A
table, ``lexicon/residue.json``, says which; a rule must fit a whole line or paragraph, so that a
sentence of the story that contains such words is none. Behind the last sentence of a line only
whom to follow, "Advertisement" and kin and AP's rule ("___") are such.
"""

from __future__ import annotations

from functools import cache

import regex

from diplotext.lazy_pattern import PatternIndex, gated_regex, lazy_regex
from diplotext.lexicon.data import patterns_of, read_table
from diplotext.lexicon.stamp import is_stamp
from diplotext.model import Residue
from diplotext.trailer.block import (
    ListLimits,
    is_sentence_end,
    line_end,
    line_start,
    list_start,
    opens_block,
    paragraph_start,
    skip_space,
    strip_end,
)
from diplotext.trailer.caption import is_caption
from diplotext.trailer.told import is_told

__all__ = ["find_residue", "is_residue", "residue_before"]

LONGEST = 900  # code points of a block of debris: captions are the longest
MOST_PIECES = 12
LONGEST_COUNT = 6
BRACKETED_RE = lazy_regex(r"[(\[]([^()\[\]]*)[)\]]")
# What stands before an item of a page's own: points, pictures of a loudspeaker, a pointing hand.
# "- Share this", "| Tweet |": a list or a box in Markdown that was made of the page.
POINTS_RE = gated_regex(
    r"[♦•▪■●►▶→»>\s]++|[\p{So}\ufe0f\s]++(?=\p{Lu})|-\s(?=\p{L})|(?:\|\s?)+(?=[^|]+\|?$)"
)
BAR_RE = lazy_regex(r"\s?[|·•]\s?")
BARS = frozenset("|·•")
SENTENCE_LINE_RE = lazy_regex(r"[.!?][\"”’']?[ \t]*\r?\n")


@cache
def rules(*, edge: bool) -> PatternIndex[None]:
    """The rules for any place, or those for the edges of a page only."""
    chosen = [rule for rule in read_table("residue")["rules"] if (rule["edge"] != "any") is edge]
    return PatternIndex(
        (pattern, regex.I, None, needs) for rule in chosen for pattern, needs in patterns_of(rule)
    )


def is_residue(words: str, *, edge: bool = True) -> bool:
    """Whether a whole block is debris; ``edge`` says that it is the first or last of the page.

    >>> is_residue("ADVERTISEMENT"), is_residue("Read more: Ferry fares to rise")
    (True, True)
    >>> is_residue("Advertisement revenue fell, the company said.")
    False
    """
    flat = " ".join(words[: LONGEST + 1].split())
    points = POINTS_RE.match(flat)
    if points is not None and not _is_debris(flat, edge=edge):
        flat = flat[points.end() :].removesuffix(" |")
    if not 0 < len(flat) <= LONGEST:
        return False
    if _is_debris(flat, edge=edge) or is_stamp(flat, alone=edge):
        return not is_told(flat)
    if is_caption(flat) or ("  " in words and is_caption(words)):
        return True
    inner = BRACKETED_RE.fullmatch(flat)
    if inner is not None and _is_debris(inner[1], edge=edge):
        return True  # "(Catch all the latest news on ...)"
    # "Advertisement · Scroll to continue": each piece by itself.
    pieces = () if BARS.isdisjoint(flat) else BAR_RE.split(flat)
    return 1 < len(pieces) <= MOST_PIECES and all(_is_debris(p, edge=True) for p in pieces)


def _is_debris(flat: str, *, edge: bool) -> bool:
    """Whether the table knows the words as debris."""
    if rules(edge=False).fullmatch(flat) is not None:
        return True
    return edge and rules(edge=True).fullmatch(flat) is not None


def residue_before(text: str, start: int, end: int) -> Residue | None:
    r"""The debris that ends at ``end``: a whole line or paragraph, None if it is none.

    >>> residue_before("Rain fell.\nShare on Facebook", 0, 28).text
    'Share on Facebook'
    """
    links = list_start(text, start, end, LIST_HEAD_RE, LINKS)
    if links is not None:
        return Residue(text, links, end)
    low = max(start, end - LONGEST)
    starts = (line_start(text, low, end), paragraph_start(text, low, end))
    rule = text.rfind("___ ", low, end)  # AP's, on a line with what it parts
    for begin in dict.fromkeys((*starts, rule + 4) if rule >= 0 else starts):
        if SENTENCE_LINE_RE.search(text, begin, end) is not None:
            continue  # a story of a few lines, its last one with "(AFP, Reuters)"
        if opens_block(text, start, begin) and is_residue(text[begin:end]):
            return Residue(text, begin, end)
    return (
        _label_before(text, start, end)
        or _follow_before(text, start, end)
        or _count_before(text, start, end)
        or _stray_before(text, start, end)
        or _loose_before(text, start, end)
    )


def _loose_before(text: str, start: int, end: int) -> Residue | None:
    """The line that ends at ``end`` behind debris, with nothing but such lines between.

    Titles of other stories, labels and what is said to a page's readers: no sentence of a story.
    """
    last = strip_end(text, start, end)
    at = end
    for _ in range(MOST_LOOSE):
        begin = line_start(text, max(start, at - LONGEST), at)
        line = text[begin:at]
        if begin <= start or not _is_loose(line) or not opens_block(text, start, begin):
            return None
        at = strip_end(text, start, begin)
        above = text[line_start(text, max(start, at - LONGEST), at) : at]
        if rules(edge=False).fullmatch(" ".join(above.split())) is not None:
            first = line_start(text, max(start, last - LONGEST), last)
            return Residue(text, first, last)
    return None


def _is_loose(line: str) -> bool:
    """Whether a line is no sentence of a story, nor a row of figures."""
    if len(line) > LONGEST_LOOSE or LOOSE_RE.match(line) is None:
        return False
    return line[-1] not in SENTENCE_ENDS or READERS_RE.search(line) is not None


MOST_LOOSE = 6
LONGEST_LOOSE = 140
SENTENCE_ENDS = frozenset(".!?”\"’'")
# No point of a list, no quotation, no table.
LOOSE_RE = lazy_regex(r"(?=\p{L})(?=(?:[^\d\n]*+\d){0,8}+[^\d\n]*+$)[^\"“”]*+$")
# What a page says to its readers; "The port did not answer a request for comment." is a story's.
READERS_RE = lazy_regex(
    r"\b[Pp]lease\b|\b[Cc]omment(?:s|ing)?\b.{0,30}\b(?:are|is|polic(?:y|ies)|moderated|closed|posted|rules"
    r"|guidelines|section|below)\b"
    r"|^(?:You|Your|If\syou|Here|How|What|Learn|Find|Get|Join|Visit|Want|Looking|Thanks?)\b.*\b[Yy]our?\b"
    r"|^(?=.*\b(?:[Yy]our?|[Oo]ur|[Uu]s)\b)(?=.*\b(?i:comments?|commenting|e-?mails?|subscri\p{L}+|account|browser"
    r"|inbox|feedback|newsletters?|(?:web)?sites?|page|privacy|policy|terms|cookies|apps?|readers?|support|journalism"
    r"|membership|sign|log|register|contact|click|donat\p{L}+|share|follow|tips?|story|stories|articles?|notifications?"
    r"|devices?|profile|username|password)\b)"
)


# "... she said. Advertisement Advertisement", "... she said. ___": behind the last sentence of a
# line a page's label, and AP's rule.
LABELS = ("Advertisement", "___", "E-mail to a friend", "E-mail to a friend .")
LONGEST_ADDRESS = 110
STOPS = (".", "!", "?", "”", '"', "’", ")")


def _label_before(text: str, start: int, end: int) -> Residue | None:
    """The label that ends at ``end`` behind a sentence, an address or another label."""
    label = next((label for label in LABELS if text.endswith(label, start, end)), None)
    if label is None:
        return None
    begin = end - len(label)
    above = text[max(start, begin - LONGEST_ADDRESS) : begin].rstrip()
    is_behind = above.endswith((*STOPS, *LABELS)) or "://" in above.rpartition(" ")[2]
    return Residue(text, begin, end) if above and is_behind else None


# "... she said. Follow her on Twitter at http://twitter.com/annroe."
FOLLOW_RE = lazy_regex(
    r"(?:You\scan\s(?:also\s)?f|F)ollow\s(?:him|her|them|me|us|\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){0,3})\s"
    r"(?:on\s(?:Twitter|Facebook|Instagram|X)\b[^.!?\n]{0,40}?(?:\s(?:https?://|www\.|twitter\.com/)\S{4,60}?|\s@\w{2,30})?"
    r"|at\s(?:https?://|www\.|twitter\.com/)\S{4,60}?|@\w{2,30})\.?"
)
LONGEST_FOLLOW = 160


def _follow_before(text: str, start: int, end: int) -> Residue | None:
    """Whom to follow, behind the last sentence of a line."""
    low = max(start, end - LONGEST_FOLLOW)
    at = text.rfind("ollow ", low, end)
    for begin in (at - 1, text.rfind("You can ", low, end)) if at >= 0 else ():
        is_whole = begin > start and FOLLOW_RE.fullmatch(text, begin, end) is not None
        if is_whole and is_sentence_end(text, start, begin):
            return Residue(text, begin, end)
    return None


def _count_before(text: str, start: int, end: int) -> Residue | None:
    """The number that ends at ``end`` and counts readers or shares: debris stands above it."""
    begin = line_start(text, max(start, end - LONGEST_COUNT - 1), end)
    if not text[begin:end].replace(",", "").isdecimal() or begin <= start:
        return None
    above = strip_end(text, start, begin)
    line = text[line_start(text, max(start, above - LONGEST), above) : above]
    return Residue(text, begin, end) if is_residue(line) else None


def _stray_before(text: str, start: int, end: int) -> Residue | None:
    """The line of a few words, no sentence, that ends at ``end`` behind the story's last sentence.

    "Latest comments", "Short link": nobody's prose, whatever it is. Three at most: more are a list.
    """
    at = end
    for number in range(MOST_STRAY + 1):
        begin = line_start(text, max(start, at - LONGEST_STRAY - 40), at)
        line = text[begin:at]
        if begin <= start or number == MOST_STRAY or STRAY_RE.fullmatch(line) is None:
            break
        at = strip_end(text, start, begin)
    if at == end or at - line_start(text, start, at) < SHORTEST_PROSE:
        return None
    if SENTENCE_END_RE.search(text, max(start, at - 4), at) is None:
        return None
    begin = line_start(text, start, end)
    return Residue(text, begin, end) if opens_block(text, start, begin) else None


MOST_STRAY = 3
LONGEST_STRAY = 40
SHORTEST_PROSE = 25
STRAY_RE = lazy_regex(r"(?=.{2,40}$)[\p{L}&][\p{L}&/'’-]*(?:[ ][\p{L}&][\p{L}&/'’-]*){0,6}\s?[:…]?")
SENTENCE_END_RE = lazy_regex(r"[\p{L}\d%)]\.[\"”’')]{0,2}$|[?!.][\"”’']{1,2}$")


# "Related UPI Stories", "Trending", "Topics" over a list that has no sentence in it.
LIST_HEAD_RE = lazy_regex(
    r"(?:related|trending|recommended|popular|latest|most\s(?:read|popular|viewed|shared|recent)|top|other|more|you\smay|read|see)"
    r"(?:\s[\p{L}'’.]+){0,3}\s(?:stories|articles|news|links|coverage|topics|headlines|reading|like|also|next|videos?|posts|content)\s?:?"
    r"|(?:topics|tags|keywords|trending|related|more\son\sthis(?:\sstory)?|also\s(?:read|see|in\sthe\snews)|tags\s?/\s?keywords|check\salso|in\sother\snews|suggested\stopics)\s?:?",
    regex.I,
)
LINKS = ListLimits(lines=20, length=140, stops='.!”"')  # a link can be a question


def find_residue(text: str, start: int, end: int) -> tuple[Residue, ...]:
    r"""The lines of the region that are debris, in order.

    >>> text = "Rain fell.\nADVERTISEMENT\nThe river rose.\nRead more: Floods\n"
    >>> [found.text for found in find_residue(text, 0, len(text))]
    ['ADVERTISEMENT', 'Read more: Floods']
    """
    found: list[Residue] = []
    pos = skip_space(text, start, end)
    edge = True
    while pos < end:
        stop = strip_end(text, pos, line_end(text, pos, end))
        after = skip_space(text, stop, end)
        whole = opens_block(text, start, pos) and (after >= end or opens_block(text, start, after))
        if whole and is_residue(text[pos:stop], edge=edge or after >= end):
            found.append(Residue(text, pos, stop))
        else:
            edge = False
        pos = after
    return tuple(found)
