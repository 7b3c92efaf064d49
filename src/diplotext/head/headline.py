r"""The headline: the line above the story, with the tag that some wires put before it.

    headline = [tag] line ; tag = (word [number] ("-" | ":" | "/"))+

It is the first line that is no slugline, byline, dateline or notice, if something follows and it
does not read like a paragraph, such as a statement with speech in it or the first turn of a
transcript. Not handled: bullets and decks under the headline, which stay paragraphs.
"""

from __future__ import annotations

import regex

from diplotext.combinators import Match, Miss, parse_with
from diplotext.head.byline import byline
from diplotext.head.dateline import dateline
from diplotext.lazy_pattern import gated_regex, lazy_regex
from diplotext.lexicon.agency import agencies
from diplotext.lexicon.data import read_table
from diplotext.lexicon.day import MONTH, WEEKDAY
from diplotext.lexicon.stamp import is_stamp
from diplotext.model import Dateline, Headline, Passage

__all__ = ["TAGS", "headline", "is_colon_title", "parse_headline"]

EXPECTED = frozenset({"headline"})
LONGEST = 260  # a longer line is a paragraph; Reuters allows 64 with the tag, web pages 200
# A headline that ends in a full stop is a short one; one with few capitals still shorter.
LONGEST_STATEMENT, LONGEST_SENTENCE = 115, 90
MOST_LINES = 3

# The tags of Reuters' and others' files, without numbers and marks.
TAGS: list[str] = read_table("heads_en")["tags"]
TAG_RE = gated_regex(
    rf"(?:(?:(?i:{'|'.join(map(regex.escape, TAGS))})(?:\s?\d{{1,2}})?(?:\s\(\p{{Lu}}+\))?"
    r"|[1-9](?:ST|ND|RD|TH)\s(?:LEAD|LD))"
    r"(?:\s?[-–—:/]\s?(?=\S))){1,3}"
)
FIELDS = ("dateline:", "byline:")  # of a record, in small letters
ADDRESSES = ("http://", "https://", "www.")
LINE_RE = lazy_regex(r"[^\n\r\x0b\x0c\x85\u2028\u2029]*")
# Field marks of raw feeds behind the last word: "Ferry sails again<", "... again =".
FIELD_END_RE = lazy_regex(
    r"(?r)(?:\s*&[A-Z]{2};)*(?:\s*(?<![<=])[<=]{1,2}|\s*\*{3,}|(?<=\p{Ll})\+)?\s*$"
)
BREAK_RE = lazy_regex(r"[ \t]*(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029])(?=[^\s])")
# Ends like a sentence: a full stop behind a small letter, a figure or a closing mark.
STATEMENT_RE = lazy_regex(r"(?<=[\p{Ll}\d%+\"”’')\]])\.[\"”’')]*$|(?<=\p{Ll})[\"”]$")
# Two sentences are a paragraph: "The ferry sails again today. Its owner is glad."
SENTENCES_RE = lazy_regex(
    r"(?:\S+\s+){3,}(?!\p{Lu}\S{1,3}\.\s)\S*\p{Ll}{2}\.\s+\p{Lu}\p{Ll}*\s\p{Ll}"
)
REST_RE = lazy_regex(r"\s*+\S")
# "* Ferry hit pier at 9 a.m.", "-- The Harbour Herald: Ferry strikes pier": a list, no headline.
# "| Ferry hit pier. |": the row of a table.
BULLET_RE = gated_regex(r"(?:--|[*•‣▪●■|])[ \t]")
# “We stay,” she said. / The ferry sails, "if it floats," he said. / ‘We stay,’ she said.
# “We stay here. / It is cold,” she said. Not: Ferry ‘stays,’ captain says. Headlines have single
# marks of their own.
SPEECH_RE = lazy_regex(
    r".*(?:,(?:[\"”»]|'')\s|[?!](?:[\"”»]|'')\s\p{Ll})|['‘`][^'’]*[,?!]['’]\s\p{Ll}"
    r"|(?:[\"“][^\"”]*|«[^»]*|``(?:(?!'').)*)$"
)
# Of a line with a full stop: it tells in the past, or goes on from what was told before. "The mayor
# said it rained." "He left on Monday."; but "Ferry sails again." and "Mayor: I was told to go."
# Or its first words stand in capitals, as in papers of Britain: "POLICE are looking for a ferry."
PROSE_RE = lazy_regex(
    r"(?:\p{Lu}{2,3}\s)?\p{Lu}{4,}(?:\s\p{Lu}{3,}){0,3}\s(?:are|is|was|were|ha[sd]|have|will|would|could|may)\s\p{Ll}|(?:He|She|They|It|But|And)\s\p{Ll}|.*\bsaid\b"
    rf"|.*\bon\s{WEEKDAY}\b"
)
# "Ann Roe, a doctor, said:" and below it her words.
LEAD_IN_RE = lazy_regex(r".*\b(?:said|says|told\s\S{2,12}|added|asked|replied|wrote):\s+[\"“‘'«]")
# Q: When? / HALE: Is it over? and the next line alike: a transcript from its first line on.
# "Friend," and "Dear readers," open a letter.
GREETING_RE = lazy_regex(r"(?:\p{Lu}\p{L}+|Dear(?:\s\p{L}+){1,4}),$")
TURN_RE = lazy_regex(r"(?:[QA]|\p{Lu}[\p{Lu}.’'& -]{1,40}):\s")


def parse_headline(text: str) -> Headline:
    r"""The headline at the start of the text; raises ``ParseError`` if there is none.

    >>> found = parse_headline("UPDATE 2-Brindle Bay ferry sails again\n\nBRINDLE BAY ...")
    >>> found.text, found.tag.text
    ('UPDATE 2-Brindle Bay ferry sails again', 'UPDATE 2-')
    >>> parse_headline("GENEVA (Reuters) - The talks went on.\nThey end on Friday.")
    Traceback (most recent call last):
    diplotext.errors.ParseError: line 1, column 1: expected headline
    GENEVA (Reuters) - The talks went on.
    ^
    """
    return parse_with(headline, text)


def headline(text: str, pos: int, /) -> Match[Headline] | Miss:
    r"""The headline at ``pos``: one line, or two or three that were wrapped.

    >>> headline("Ferry sails again\nText", 0).value.tag is None
    True
    >>> headline("Ferry sails again", 0)
    Miss(pos=0, expected=frozenset({'headline'}))
    """
    end = _line_end(text, pos)
    if end == pos or end - pos > LONGEST or REST_RE.match(text, end) is None:
        return Miss(pos, EXPECTED)
    if BULLET_RE.match(text, pos) is not None:
        return Miss(pos, EXPECTED)
    following = BREAK_RE.match(text, end)
    if following is not None and _is_wrapped_prose(text, pos, end):
        return Miss(pos, EXPECTED)
    goes_on = following is not None and text[following.end()].islower()
    if following is not None and not goes_on:
        end = _title_end(text, pos, end, following.end())
    # "by Ann Roe", "dpa-AFX World, 04.03.2011": small letters, but no second line of the headline.
    if following is not None and goes_on and not _is_label(text, following.end()):
        wrapped = _wrapped_end(text, pos, end)
        if wrapped is None or REST_RE.match(text, wrapped) is None:
            return Miss(pos, EXPECTED)
        end = wrapped
    printed = text[pos:end]
    if STATEMENT_RE.search(printed) and (
        len(printed) > (LONGEST_SENTENCE if _is_plain(printed) else LONGEST_STATEMENT)
        or any(sign.match(printed) for sign in (SPEECH_RE, SENTENCES_RE, PROSE_RE))
    ):
        return Miss(pos, EXPECTED)
    if not any(map(str.isalnum, printed)):
        return Miss(pos, EXPECTED)  # a mark without width, a row of strokes
    if printed[-1:] == "," and GREETING_RE.match(printed) is not None:
        return Miss(pos, EXPECTED)
    if LEAD_IN_RE.match(text, pos, end + 6) or _is_turn(text, pos, end):
        return Miss(pos, EXPECTED)
    found = dateline(text, pos)
    if isinstance(byline(text, pos), Match) or (
        isinstance(found, Match) and not is_colon_title(text, found)
    ):
        return Miss(pos, EXPECTED)
    tag = TAG_RE.match(text, pos, end)
    label = Passage(text, pos, pos + len(tag.group().rstrip())) if tag else None
    return Match(Headline(text, pos, end, tag=label), end)


def is_colon_title(text: str, found: Match[Dateline]) -> bool:
    """Whether a town and its colon open a headline: "OSLO: Ferry sails again" over a byline."""
    line = found.value
    end = _line_end(text, line.start)
    is_bare = text[found.end - 1] == ":" and not line.agencies and line.date_text is None
    if not is_bare or found.end >= end or STATEMENT_RE.search(text, line.start, end) is not None:
        return False
    below = REST_RE.match(text, end)
    return below is not None and _is_label(text, below.end() - 1)


def _is_plain(printed: str) -> bool:
    """Whether a line is a sentence as a story has it: a full stop, and most words are small."""
    words = printed.split()
    return printed[-1] == "." and MOST_CAPITALS * sum(w[0].isupper() for w in words) < len(words)


MOST_CAPITALS = 3  # of the words of a sentence, one in so many


def _is_wrapped_prose(text: str, pos: int, end: int) -> bool:
    """Whether the line was wrapped behind a small word, and lines no longer end in a sentence.

    "The captains voted on Monday to end the" / "Harlow strike, they said."
    """
    width = end - pos
    space = text.rfind(" ", pos, end)
    if width < SHORTEST_WRAPPED or space < 0 or OPEN_END_RE.match(text, space) is None:
        return False
    last = text[pos:end]
    for _ in range(MOST_WRAPPED):
        following = BREAK_RE.match(text, end)
        if following is None:
            break
        begin, end = following.end(), _line_end(text, following.end())
        last = text[begin:end]
        if len(last) > width + WIDEST_GAP:
            return False
    return STATEMENT_RE.search(last) is not None


def _title_end(text: str, pos: int, end: int, below: int) -> int:
    """Where a title ends, wrapped before a capital or not: "Captain of Ferry That Ran Aground Off".

    A byline, a dateline or a blank line follows the second line, which is not the longer one.
    """
    if end - pos < SHORTEST_TITLE or not (
        WRAPPED_RE.search(text, max(pos, end - 12), end) or _is_filled(text, pos, end, below)
    ):
        return end
    stop = _line_end(text, below)
    if _is_label(text, below) or isinstance(dateline(text, below), Match):
        return end
    if stop - below > end - pos + WIDEST_GAP or STATEMENT_RE.search(text, below, stop) is not None:
        return end
    following = REST_RE.match(text, stop)
    if following is None:
        return end
    pos = following.end() - 1
    is_last = BREAK_RE.match(text, stop) is None and not text[stop:pos].endswith(" ")
    is_last = is_last or isinstance(byline(text, pos), Match)
    return stop if is_last or isinstance(dateline(text, pos), Match) else end


def _is_filled(text: str, pos: int, end: int, below: int) -> bool:
    """Whether the first word of the line below had no room: the story is wrapped to a width."""
    if end - pos < SHORTEST_WRAPPED:
        return False
    sizes: list[int] = []
    at = _line_end(text, below)
    for _ in range(MOST_WRAPPED):
        following = REST_RE.match(text, at)
        if following is None:
            break
        begin, at = following.end() - 1, _line_end(text, following.end() - 1)
        sizes.append(at - begin)
    width = max(sizes, default=0)
    if width > WIDEST or sum(size > width - WIDEST_GAP for size in sizes) < FEWEST_FULL:
        return False
    word = WORD_RE.match(text, below)
    return word is not None and end - pos + 1 + len(word.group()) > width


SHORTEST_TITLE = 25
WIDEST, FEWEST_FULL = 100, 5  # of the lines of a wrapped story
WORD_RE = lazy_regex(r"\S+")
WRAPPED_RE = lazy_regex(
    r"(?i) (?:the|an?|and|or|of|in|at|by|from|into|against|between|after|before|near|off|than"
    r"|its|their|as"
    r"|his|her|is|are|was|were|will|who|that)$"
)
SHORTEST_WRAPPED, MOST_WRAPPED, WIDEST_GAP = 45, 40, 14
# No headline ends in an article; in a preposition some do ("... nobody had asked for").
OPEN_END_RE = lazy_regex(
    r" (?:the|an?|and|or|its|their|was|were|had|has)[ \t]*\r?\n"
    rf"| (?:of|to|in|on|at|by|for|with|from)[ \t]*\r?\n(?:(?:{WEEKDAY}|{MONTH})\b"
    r"|\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?,)"
)


def _is_label(text: str, pos: int) -> bool:
    """Whether the line at ``pos`` is a byline or says when and where from."""
    line = text[pos : _line_end(text, pos)]
    if line.startswith(ADDRESSES) or line.startswith(FIELDS):
        return True
    return isinstance(byline(text, pos), Match) or is_stamp(line) or line in agencies()


def _is_turn(text: str, pos: int, end: int) -> bool:
    """Whether this line and the next are turns of a transcript."""
    if TURN_RE.match(text, pos, end) is None or TAG_RE.match(text, pos, end) is not None:
        return False
    following = REST_RE.match(text, end)
    if following is None or text.startswith(text[pos:end], following.end() - 1):
        return False  # "HARLOW RECAP: Ferry sails again", which a page prints twice
    return TURN_RE.match(text, following.end() - 1) is not None


def _line_end(text: str, pos: int) -> int:
    """Where the line's last word ends."""
    found = LINE_RE.match(text, pos, min(len(text), pos + 4 * LONGEST))
    return pos + len(FIELD_END_RE.sub("", found.group())) if found else pos


def _wrapped_end(text: str, pos: int, end: int) -> int | None:
    """The end of a headline of two or three lines; None for the first lines of a paragraph."""
    for _ in range(MOST_LINES - 1):
        following = BREAK_RE.match(text, end)
        if following is None:
            break
        end = _line_end(text, following.end())
        if STATEMENT_RE.search(text, pos, end):
            return None
    if BREAK_RE.match(text, end) or end - pos > LONGEST:
        return None
    return end
