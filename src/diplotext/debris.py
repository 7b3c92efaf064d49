r"""Debris of transport in a story: characters escaped or decoded by the wrong table, and tags.

    &quot;No,&quot; AT&amp;T, &#8220;, &#x2019;     character references of HTML, once too often
    â€œNo,â€\x9d, itâ€™s, Â\xa0                     UTF-8 that was read as Windows-1252
    â\x80\x9cNo,â\x80\x9d, itâ\x80\x99s               UTF-8 that was read as Latin-1
    \x93No,\x94, it\x92s                          Windows-1252 that was read as Latin-1
    "res\xadcue", ".\u200b"                      soft hyphens, blanks and marks without width
    "By\xa0Ana  Roe \r\n"                        blanks and line ends of all sorts, blanks too many
    "of\ufb01ce"                                  ligatures of a typeset page
    "The mayor _ a vet _ said"                  the dash of wires whose sets of characters had none
    <p>The port</p><br />, <b>Roe</b>             tags of HTML: a line end, or nothing
    # Ferry, **Roe**, [Roe](https://example.com) headings, strong words and links of Markdown
    > OSLO (Reuters) - The port                   a story that somebody's mail quotes
    \"No,\" it\'s, ""No,""                        marks escaped for JSON, PHP or a table of commas
    it=92s, =E2=80=9CNo, the po=\nrt             a mail's quoted-printable, never decoded
    ?It?s late,? she said, \ufffdNo,\ufffd ?32 million     marks and signs that were lost on the way

Each stands for one character or none (a ligature for its letters), which the stages read in its
place. A reference without its semicolon is left alone, and so are letters ("Ã©"), which marks
around them do not depend on, and what is no tag: Reuters sent shares as <P> and <B>, so tags in
capitals must close or have a line to themselves. Not handled: what a page has besides the story
(scripts, menus, comments); an extractor leaves it out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from html import unescape
from itertools import accumulate, islice

from attrs import frozen

from diplotext.lazy_pattern import lazy_re

__all__ = ["Offsets", "without_debris"]

_MARKS = "‘’“”–—…•™«»\u00a0"
# Blanks by width and by whether a line may end there: the separators of Unicode (Zs).
_BLANKS = "\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
BLANKS = dict.fromkeys(_BLANKS, " ")
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
LINE_ENDS = dict.fromkeys(("\r\n", *"\r\v\f\u2028\u2029"), "\n")


def _mangled(mark: str) -> str:
    """A mark's bytes in UTF-8, each read as Windows-1252; the bytes it lacks stay as they are."""
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in mark.encode())


# Where the last byte was lost, it was that of the closing mark, which Windows-1252 lacks.
_LATIN_1 = {mark.encode().decode("latin-1"): BLANKS.get(mark, mark) for mark in _MARKS}
MANGLED = {_mangled(mark): BLANKS.get(mark, mark) for mark in _MARKS} | _LATIN_1 | {"â€": "”"}
# Joiners (U+200C, U+200D) are letters' own in other scripts and stay.
UNSEEN = dict.fromkeys("\u00ad\u200b\u2060\ufeff", "")
# Quotation marks and dashes; what is 0x85 there, an ellipsis, ends a line in old feeds.
CONTROLS = {chr(code): bytes([code]).decode("cp1252") for code in range(0x91, 0x98)}
FEED_MARKS = {"&MD;": "—"}  # The New York Times News Service's
ESCAPED = {'\\"': '"', "\\'": "'"}
STANDS_FOR = MANGLED | UNSEEN | CONTROLS | FEED_MARKS | ESCAPED | BLANKS | LINE_ENDS | LIGATURES
# HTML Living Standard, 15.3: what is rendered as a block of its own ends a line.
_BLOCKS = (
    "p|br|div|li|ul|ol|h[1-6]|hr|blockquote|section|article|header|footer|figure|figcaption"
    "|table|tr|pre|dl|dt|dd|html|head|body|title|main|aside|nav|center"
)
_INLINE = "a|b|i|u|s|em|strong|span|font|small|big|cite|q|abbr|time|mark|sub|sup|img|wbr|td|th"
_REST = r"(?:\s[^<>]{0,500})?/?>"
_LINK = r"\]\(https?://[^\s()]{1,500}\)"
_DEBRIS = (
    r"&(?:[a-zA-Z]{2,8}|#[0-9]{2,6}|#[xX][0-9a-fA-F]{2,5});"
    rf"|</?(?:(?P<block>{_BLOCKS})|{_INLINE}){_REST}|(?P<type><!(?i:doctype)\s[^<>]{{1,200}}>)"
    r"|(?P<feed></(?:P|BR)>|^<(?:P|BR)>(?=[ \t\r]*$))"
    r"|^#{1,6}[ \t]+(?=[^\W\d_])"
    # Two blanks for one; a table's columns are further apart.
    rf"|(?P<gap>(?<=\S)[ {_BLANKS}]{{2}}(?=\S))|(?P<tail>(?<=\S)[ \t]+(?=[\r\n]))"
    r"|(?P<dash>(?<=[^\s_] )_(?=\s[^\s_]))|(?P<money>(?<=[ (])\?(?=\d))"
    rf"|(?<!\*)\*\*(?!\*)|\[(?=[^\[\]\n]{{1,300}}{_LINK})|{_LINK}|"
    + "|".join(sorted(map(re.escape, STANDS_FOR), key=len, reverse=True))
)
# What debris begins with is asked first: five times as fast.
_FIRST = re.escape("".join({piece[0] for piece in STANDS_FOR}) + "&<#*[]_?")
DEBRIS_RE = re.compile(rf"(?=[{_FIRST}]|[ \t][ \t\r\n{_BLANKS}])(?:{_DEBRIS})", re.MULTILINE)
# A story that a mail quotes: "> " before each line, those of others' mails too (">> ", "> > ").
QUOTED_RE = re.compile(
    rf"(?:^|(?<=[\ufeff\x00-\x08]))>(?:[ ]?>){{0,5}}(?:[ ]|(?=[^\s>])|(?=\r?$))|{_DEBRIS}",
    re.MULTILINE,
)
# Quoted-printable: lines broken behind "=", and bytes by their numbers. Raw feeds end lines with
# "=" as well, so a text has two of the sure signs, or it is none.
PRINTABLE_RE = lazy_re(
    r"=\r?\n|=E2=8[0-9A-F]=[0-9A-F]{2}|=C[23]=[0-9A-F]{2}|=[0-9A-F]{2}|" + _DEBRIS, re.MULTILINE
)
# Marks of a table's cell: each is printed twice.
DOUBLED_RE = lazy_re('""|' + _DEBRIS, re.MULTILINE)


def _lost(mark: str) -> str:
    """The pattern of marks that a table of characters without them turned into another."""
    return (
        rf"(?P<apostrophe>(?<=\w){mark}(?=(?:s|t|re|ve|ll|d|m)\b)|(?<=\b[OD]){mark}(?=[A-Z]))"
        rf"|(?P<opening>(?:(?<=[\s(])|\A){mark}(?=[^\W\d]|[…(\[]))"
        rf"|(?P<closing>(?<=[,.!?]){mark}(?=[\s)]|{mark}|\Z))"
        rf"|(?P<perhaps>(?<=\w){mark}(?=[\s,.;:)]|\Z))"
        rf"|(?P<between>(?<=\s){mark}(?=\s))|{_DEBRIS}"
    )


# Question marks are such only where they stand for marks in places where none asks.
LOST_RE = lazy_re(_lost(r"\?"), re.MULTILINE)
_LOST = ("?s ", "?t ", " ?", "\n?")  # a cheap look
LOST_SIGN_RE = lazy_re(
    r"[a-z]\?(?:s|t|re|ve|ll)[ ]\??[a-z]|(?:(?<=\s)|\A)\?[^\W\d][^?\n]{2,300}[,.]\?(?=\s|\Z)"
)
UNREAD = "\ufffd"  # what decoders put for bytes that they cannot read
UNREAD_RE = lazy_re(_lost(UNREAD), re.MULTILINE)
_LONGEST_QUOTED = 400
_LONGEST_NICKNAME = 30
PRINTABLE_SIGN_RE = lazy_re(
    r"=E2=80=[89A][0-9A-F]|[a-z]=92[a-z]|[ \n(]=93[A-Z]|[ ]=9[67][ ]|[a-z.,?!]=94[ \n]"
    r"|=3D[\"\w]|=20\r?\n"
)
QUOTED_LINE_RE = re.compile(r"^(?:>.*|(?=[^>\s]).+)", re.MULTILINE)
EMPTY_QUOTED_RE = re.compile(r"^>[> ]*\r?$", re.MULTILINE)
FEWEST_QUOTED = 3


# One of these is in every piece of debris: a cheap look.
_SIGNS = (
    "\n>", "# ", "**", "](", "\\", *"<&âÂ", *UNSEEN, *CONTROLS,
    *BLANKS, *LINE_ENDS, *LIGATURES, " \n", "\t\n", " _", " ?", "(?",
)  # fmt: skip
_GAP_RE = re.compile(r"  (?<=\S  )(?=\S)")
# What a piece with a name stands for.
_BY_NAME = {
    "gap": " ", "tail": "", "dash": "—", "money": "$", "block": "\n", "type": "\n", "feed": "\n",
    "apostrophe": "’", "opening": "“", "closing": "”", "perhaps": "”",
    "between": "—",
}  # fmt: skip


def _read(match: re.Match[str], printed: str) -> str:
    """What a piece of debris stands for."""
    if match.lastgroup:
        is_letter = match.lastgroup == "perhaps" and not _closes(match, printed)
        return printed if is_letter else _BY_NAME[match.lastgroup]
    if printed == '""':
        return '"'
    if printed[0] in "<#*[]>":
        return ""
    if printed[0] == "=":
        mark = _decode(printed)
    else:
        mark = STANDS_FOR[printed] if printed in STANDS_FOR else unescape(printed)
    return BLANKS.get(mark, mark)


def _closes(match: re.Match[str], mark: str) -> bool:
    """Whether a lost mark behind a word closes what one before it opens: "the ?deal? is dead".

    If none does, it is a letter, an apostrophe, or asks: "Beyonc\ufffd", "the clerks? strike".
    """
    text, at = match.string, match.start()
    last = text.rfind(mark, max(0, at - _LONGEST_QUOTED), at)
    if last < 0 or "\n" in text[last:at] or not text[last + 1].isalnum():
        return False
    opens = last == 0 or text[last - 1].isspace() or text[last - 1] == "("
    is_question = mark == "?" and text[at + 2 : at + 3].isupper() and at - last > _LONGEST_NICKNAME
    return opens and not is_question


def _decode(printed: str) -> str:
    """What quoted-printable stands for: UTF-8, or Windows-1252 where it is none."""
    codes = bytes.fromhex(printed.replace("=", "").strip())
    try:
        return codes.decode("utf-8")
    except UnicodeDecodeError:
        return codes.decode("cp1252", "replace")


def _pattern(text: str) -> re.Pattern[str]:
    """What debris is looked for: some is such only in a mail, or where marks were lost."""
    if "=" in text and sum(1 for _ in islice(PRINTABLE_SIGN_RE.finditer(text), 2)) > 1:
        return PRINTABLE_RE
    if UNREAD in text:
        return UNREAD_RE
    lost = any(map(text.__contains__, _LOST)) and islice(LOST_SIGN_RE.finditer(text), 2)
    if lost and sum(1 for _ in lost) > 1:
        return LOST_RE
    doubled = text.count('""')
    if doubled > 1 and text.count('"') == 2 * doubled:
        return DOUBLED_RE
    return QUOTED_RE if "\n>" in text and _is_quoted(text) else DEBRIS_RE


def _is_quoted(text: str) -> bool:
    """Whether a mail quotes the story: most lines have the mark, and empty ones have no more.

    A transcript has ">> " before speakers, and Markdown "> " before what somebody wrote.
    """
    if EMPTY_QUOTED_RE.search(text) is None:
        return False
    marked = [line.group().startswith(">") for line in QUOTED_LINE_RE.finditer(text)]
    return sum(marked) >= FEWEST_QUOTED and 2 * sum(marked) >= len(marked)


@frozen
class Offsets:
    """Where the offsets of a text without debris are in the text with it.

    ``starts`` and ``ends`` are the first offsets, as a start and as an end, behind each piece;
    ``dropped`` counts the characters that are missing before each, and in all; less than none where
    a ligature's letters outnumber them.
    """

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    dropped: tuple[int, ...] = (0,)

    def start(self, offset: int) -> int:
        """Where a range begins: behind what has no width."""
        return offset + self.dropped[bisect_right(self.starts, offset)]

    def end(self, offset: int) -> int:
        """Where a range ends: before what has no width."""
        return offset + self.dropped[bisect_right(self.ends, offset)]


def without_debris(text: str) -> tuple[str, Offsets]:
    """The text without its debris, and where its offsets are in ``text``.

    >>> read, offsets = without_debris("AT&amp;T said &quot;no&quot; &c;")
    >>> read, offsets.start(3), offsets.end(3), offsets.start(10)
    ('AT&T said "no" &c;', 7, 7, 14)
    """
    pattern = _pattern(text)
    if pattern is DEBRIS_RE and not (any(map(text.__contains__, _SIGNS)) or _GAP_RE.search(text)):
        return text, Offsets()
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    lengths: list[int] = []
    at = length = 0
    for match in pattern.finditer(text):
        printed = match.group()
        mark = _read(match, printed)
        if mark == printed or (len(mark) > 1 and printed not in LIGATURES):
            continue
        pieces += text[at : match.start()], mark
        length += match.start() - at
        ends.append(length + max(len(mark), 1))
        starts.append(length + len(mark))
        lengths.append(len(printed) - len(mark))
        length += len(mark)
        at = match.end()
    if not lengths:
        return text, Offsets()
    dropped = (0, *accumulate(lengths))
    return "".join([*pieces, text[at:]]), Offsets(tuple(starts), tuple(ends), dropped)
