"""Signs of a dateline in and behind its pieces, which its forms ask for."""

from __future__ import annotations

from diplotext.head.dateline_place import (
    capitals,
    is_unmistakable,
)
from diplotext.head.dateline_read import Pieces
from diplotext.lazy_pattern import lazy_regex
from diplotext.lexicon.person_name import given_names

__all__ = [
    "GENRE_RE",
    "GOES_UNCLOSED_RE",
    "NEWS_RE",
    "has_second_dash",
    "is_barred",
    "is_glued_dash",
    "is_nobody",
    "is_prominent",
    "is_stopped",
    "is_unclosed",
    "opens_sentence",
]

SHORTEST_SENTENCE, LONGEST_LEDE = 70, 900
# What goes on as a sentence does: a word with its capital, and soon one without.
GOES_UNCLOSED_RE = lazy_regex(r"[ ]\p{Lu}[^\s\p{Lu}]*+\s(?:[^\n]{0,60}?\s)?\p{Ll}")
SECOND_DASH_RE = lazy_regex(r"[^\n.?!]{1,90}?\s(?:[–—]|--?)\s")


def opens_sentence(p: Pieces) -> bool:
    """Whether a bare agency and a dash stand before a sentence: "AFP - The ferry sank on ...".

    Not "AP - Ferry sinks" over a story, nor "Reuters - the agency - said".
    """
    line = p.text[p.close : p.close + 4 * SHORTEST_SENTENCE].lstrip().partition("\n")[0]
    is_long = len(line) >= SHORTEST_SENTENCE and p.after.isupper()
    is_closed = p.is_dashed or p.closing == "bar"
    return is_long and is_closed and not has_second_dash(p)


def is_stopped(p: Pieces) -> bool:
    """As in "Cairo, Sunday." on a line for itself and "Cairo, Sunday.—Text", of old papers."""
    has_stop = "." in p.text[p.end - 1 : p.end + 1] and "," in p.text[p.start : p.end]
    is_town = p.is_known_place and not p.places[0].is_area
    return has_stop and p.order == "WD" and is_town and (p.ends_line or p.is_long)


def is_glued_dash(p: Pieces) -> bool:
    """As in "NEW YORK, February 2, 2000-Kvik Inc. reported", of a firm's releases."""
    is_dated = p.order == "WD" and p.day is not None and p.day.date is not None
    return is_dated and p.closing == "dash" and p.after.isupper() and p.places[0].in_capitals


def is_unclosed(p: Pieces) -> bool:
    """As in "LONDON, March 12 British shares fell", which Reuters sent out in 2016 and 2017.

    Its site for Britain left the comma out: "LONDON March 12 British shares fell". IANS as papers
    print it has towns of India without capitals: "New Delhi, March 12 The ferries sailed".
    """
    where = p.places[0]
    is_sure = where.is_known and not where.is_area and (where.in_capitals or _is_over_lede(p))
    is_dated = p.order == "WD" and p.day is not None and p.day.month is not None
    return is_sure and is_dated and p.closing == "" and p.after.isupper() and not p.ends_line


def _is_over_lede(p: Pieces) -> bool:
    """Whether a town of India in small letters, with its day, stands before a long sentence."""
    if p.places[0].country != "IN" or p.day is None:
        return False
    if "," not in p.text[p.places[-1].end : p.day.start]:
        return False
    line = p.text[p.close : p.close + 4 * SHORTEST_SENTENCE].partition("\n")[0]
    is_lede = len(line) >= SHORTEST_SENTENCE and GOES_UNCLOSED_RE.match(p.text, p.close) is not None
    return is_lede and is_prominent(p)


# "(Yonhap Feature) Divers learn to say no" is a headline.
GENRE_RE = lazy_regex(
    r"(?i)\b(?:features?|interview|exclusive|photos?|video|focus|special|analysis|commentary|graphics?"
    r"|explainer|column|opinion|profile|review|poll)$"
)
NEWS_RE = lazy_regex(r"(?:News|Network|Agency|Press|Media|Radio|Online|Post|Herald|Tribune)$")
LONGEST_NICKNAME = 4
LONG_DASHES = ("–", "—")


def is_prominent(p: Pieces) -> bool:
    """Whether a place in small letters is a capital, or cannot be a person's name as well."""
    place = p.places[0].place
    is_short = len(place.text) <= LONGEST_NICKNAME and place.name not in capitals()
    return not is_short and place.text != "Male" and is_unmistakable(place)


def is_nobody(p: Pieces) -> bool:
    """Whether a town's first word is no given name, and a long dash stands apart behind it.

    "Indianapolis – The ferry ...", "San Francisco – The ferry ..."; not "Jackson – The ferry ...",
    who may say so. A town of two words needs any dash: "New York- The ferry ...".
    """
    is_apart = p.is_spaced and p.text[p.close - 1 : p.close] in LONG_DASHES
    words = p.places[0].printed.split()
    is_apart = is_apart or (len(words) > 1 and p.is_dashed)
    return is_apart and words[0] not in given_names()


def is_barred(p: Pieces) -> bool:
    """As in "BERGEN | The ferry sailed on ...": a town in capitals, a bar and a whole sentence.

    A page's way has no stop at its end: "LONDON | Where to eat ...".
    """
    line = p.text[p.close : p.close + LONGEST_LEDE].partition("\n")[0].rstrip()
    is_sentence = opens_sentence(p) and "|" not in line and line.endswith((".", ".”", '."'))
    return p.closing == "bar" and p.text[p.close - 1] == "|" and is_sentence


def has_second_dash(p: Pieces) -> bool:
    """Whether a second dash soon shuts what the first opened: "Paris — that old charmer — said"."""
    return SECOND_DASH_RE.match(p.text, p.close) is not None
