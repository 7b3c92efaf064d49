"""Marks that were lost on the way: one character, or some, stands for all of them.

    ?It?s late,? she said      a table of characters had no such marks
    \ufffdIt\ufffds late,\ufffd      a decoder could not read their bytes; so too ï¿½ and â??
    ÒItÕs late,Ó               a Macintosh's marks, read as Latin-1
    ‘‘It’s late,’’             two single marks for a double one

Which mark it was is told by its place: before a word, behind a comma, before an "s". Question marks
and letters count as such only where a story has two of them in places where neither can stand.
"""

from __future__ import annotations

import re
from itertools import islice

from diplotext.debris_table import gated
from diplotext.lazy_pattern import lazy_re

__all__ = ["LOST", "LOST_LETTER", "UNREAD", "UNSURE", "find_lost_pattern", "read_lost"]

# What a piece stands for, by the name of its group.
LOST = {
    "apostrophe": "’",
    "single": "‘",
    "opening": "“",
    "closing": "”",
    "between": "—",
}
UNSURE = ("perhaps", "within")  # groups for which the words before tell
# Read for a letter that was lost: one that no name has, so that it is not taken for the right one.
LOST_LETTER = "ꟺ"
_ENDINGS = r"(?=(?:s|t|re|ve|ll|d|m)\b)"
_LONGEST_QUOTED = 400
_LONGEST_NICKNAME = 30
_LONGEST_NAME = 40


def _pattern(mark: str) -> str:
    """The pattern of marks for which one stands, whichever they were."""
    return gated(
        rf"(?P<apostrophe>(?<=\w){mark}{_ENDINGS}|(?<=\b[OD]){mark}(?=[A-Z]))"
        rf"|(?P<opening>(?:(?<=[\s(])|\A){mark}(?=[^\W\d]|[…(\[]))"
        rf"|(?P<closing>(?<=[,.!?]){mark}(?=[\s)]|{mark}|\Z))"
        rf"|(?P<perhaps>(?<=\w){mark}(?=[\s,.;:)]|\Z))|(?P<within>(?<=[^\W\d]){mark}(?=[^\W\d]))"
        rf"|(?P<between>(?<=\s){mark}(?=\s))",
        mark,
    )


UNREAD = "\ufffd"
_UNREAD = (UNREAD, "ï¿½", "â??")
_UNREAD_RE = lazy_re(_pattern(f"(?:{'|'.join(map(re.escape, _UNREAD))})"), re.MULTILINE)
_ASKED_RE = lazy_re(_pattern(r"\?"), re.MULTILINE)
_ASKED = ("?s ", "?t ", " ?", "\n?")  # a cheap look
_ASKED_SIGN_RE = lazy_re(
    r"[a-z]\?(?:s|t|re|ve|ll)[ ]\??[a-z]|(?:(?<=\s)|\A)\?[^\W\d][^?\n]{2,300}[,.]\?(?=\s|\Z)"
)
_MAC_RE = lazy_re(
    gated(
        rf"(?P<apostrophe>(?<=\w)Õ{_ENDINGS}|(?<=\b[OD])Õ(?=[A-Z])|(?<=[\w,.!?])Õ(?=[\s,.Ó]))"
        r"|(?P<opening>(?:(?<=[\s(Ñ])|\A)Ò(?=[\w…(\[]))"
        r"|(?P<closing>(?<=[\w,.!?)Õ])Ó(?=[\s,.;:)Ñ]|\Z))"
        r"|(?P<single>(?:(?<=[\sÒ(])|\A)Ô(?=\w))"
        r"|(?P<between>(?<=[a-z])Ñ(?=[a-zÒ])|(?<=\s)Ñ(?=\s))",
        "[ÕÒÓÔÑ]",
    ),
    re.MULTILINE,
)
# Accents for themselves behind their letters, as files of a Macintosh and some pages have them.
_COMPOSED = "[^\\W\\d_][\u0300-\u036f]"
_COMPOSED_RE = lazy_re(gated(rf"(?P<composed>{_COMPOSED}+)", _COMPOSED), re.MULTILINE)
_APART = (*map(chr, range(0x300, 0x30D)), "\u0323", "\u0327", "\u0328")
_SINGLES_RE = lazy_re(gated("(?P<opening>‘‘)|(?P<closing>’’)", "[‘’]"), re.MULTILINE)
_MAC = ("Õ", "Ò")
_MAC_SIGN_RE = lazy_re(
    r"[a-z]Õ(?:s|t|re|ve|ll)\b|(?:(?<=[\s(])|\A)Ò[^\W\d][^ÒÓ\n]{0,300}[,.]Ó(?=\s|\Z)"
)


def find_lost_pattern(text: str) -> re.Pattern[str] | None:
    """The pattern of debris for a text whose marks were lost; None for another.

    >>> found = find_lost_pattern("?It?s late,? she said. ?She?s ill.?")
    >>> [match.lastgroup for match in found.finditer("?It?s")]
    ['opening', 'apostrophe']
    >>> find_lost_pattern("Is it late? It is.") is None
    True
    """
    if any(map(text.__contains__, _UNREAD)):
        return _UNREAD_RE
    if "‘‘" in text:
        return _SINGLES_RE
    if any(map(text.__contains__, _APART)):
        return _COMPOSED_RE
    for hints, sign, pattern in (
        (_ASKED, _ASKED_SIGN_RE, _ASKED_RE),
        (_MAC, _MAC_SIGN_RE, _MAC_RE),
    ):
        if not any(map(text.__contains__, hints)):
            continue
        if sum(1 for _ in islice(sign.finditer(text), 2)) > 1:
            return pattern
    return None


def read_lost(match: re.Match[str], mark: str) -> str:
    """What a lost mark behind a word stands for: a closing mark, a letter of a name, or itself.

    "the ?deal? is dead", "Beyonc\ufffd Gonz\ufffdlez", "the clerks? strike".
    """
    text, at = match.string, match.start()
    if match.lastgroup == "perhaps" and _is_closing(text, at, mark):
        return LOST["closing"]
    start = at
    while start > 0 and at - start < _LONGEST_NAME and text[start - 1].isalpha():
        start -= 1
    return LOST_LETTER if mark != "?" and text[start].isupper() else mark


def _is_closing(text: str, at: int, mark: str) -> bool:
    """Whether a lost mark behind a word closes what one before it opens."""
    last = text.rfind(mark, max(0, at - _LONGEST_QUOTED), at)
    if last < 0 or "\n" in text[last:at] or not text[last + len(mark)].isalnum():
        return False
    opens = last == 0 or text[last - 1].isspace() or text[last - 1] == "("
    is_question = mark == "?" and text[at + 2 : at + 3].isupper() and at - last > _LONGEST_NICKNAME
    return opens and not is_question
