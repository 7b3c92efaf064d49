r"""Debris of transport in a story: characters escaped or decoded by the wrong table, and tags.

    &quot;No,&quot; &amp;#8220;, &#x2019;     references of HTML, once or twice too often
    â€œNo,â€\x9d, itâ€™s, Â\xa0               UTF-8 read as Windows-1252, once or twice
    â\x80\x9cNo,â\x80\x9d, it‚Äôs             UTF-8 read as Latin-1 or as a Macintosh's
    \x93No,\x94, it\x92s                      Windows-1252 read as Latin-1
    "res\xadcue", ".\u200b"                   soft hyphens, blanks and marks without width
    "By\xa0Ana  Roe \r\n"                     blanks and line ends of all sorts, blanks too many
    "JosÃ©", "Jose\u0301"                     letters by the wrong table, or with the accent apart
    "of\ufb01ce"                              ligatures of a typeset page
    "The mayor _ a vet _ said"                the dash of wires whose sets of characters had none
    <p>The port</p><br />, <b>Roe</b>         tags of HTML: a line end, or nothing
    # Ferry, **Roe**, [Roe](https://a.no)     headings, strong words and links of Markdown
    > OSLO (Reuters) - The port               a story that somebody's mail quotes
    \"No,\" it\\u2019s, it<U+2019>s, ""No,""  marks escaped for JSON, R or a table of commas
    it=92s, =E2=80=9CNo, the po=\nrt          a mail's quoted-printable, never decoded
    it´s, ´´No,´´ ,,No,'' <<No,>>             accents and the like typed for marks
    ?It?s late,? \ufffdNo,\ufffd of ?32 m     marks and signs that are lost (``lost_mark``)

Each stands for one character or none (a ligature for its letters), which the stages read in its
place. A reference without its semicolon is left alone, but for dashes and quotation marks by their
numbers ("it&#8217s"), and so is what is no tag: Reuters sent shares as <P> and <B>, so tags in
capitals must close or have a line to themselves. Not handled: what a page has besides the story
(scripts, menus, comments); an extractor leaves it out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from html import unescape
from itertools import accumulate, islice
from unicodedata import normalize

from attrs import frozen

from diplotext.debris_table import BLANKS, DEBRIS, LIGATURES, SIGNS, STANDS_FOR, gated
from diplotext.lazy_pattern import lazy_re
from diplotext.lost_mark import LOST, UNSURE, find_lost_pattern, read_lost

__all__ = ["Offsets", "without_debris"]

DEBRIS_RE = re.compile(gated(), re.MULTILINE)
# A story that a mail quotes: "> " before each line, those of others' mails too (">> ", "> > ").
QUOTED_RE = re.compile(
    rf"(?:^|(?<=[\ufeff\x00-\x08]))>(?:[ ]?>){{0,5}}(?:[ ]|(?=[^\s>])|(?=\r?$))|{DEBRIS}",
    re.MULTILINE,
)
# Quoted-printable: lines broken behind "=", and bytes by their numbers. Raw feeds end lines with
# "=" as well, so a text has two of the sure signs, or it is none.
PRINTABLE_RE = lazy_re(
    r"=\r?\n|=E2=8[0-9A-F]=[0-9A-F]{2}|=C[23]=[0-9A-F]{2}|=[0-9A-F]{2}|" + DEBRIS, re.MULTILINE
)
# Marks of a table's cell: each is printed twice.
DOUBLED_RE = lazy_re('""|' + DEBRIS, re.MULTILINE)
# The head of the Daily Mail's page as a widely used data set joins its lines: "By . Ann Roe .
# PUBLISHED: . 07:43 EST, 5 March 2013 . | . UPDATED: . 08:02 EST, 5 March 2013 . The ferry ...".
JOINED_HEAD_RE = lazy_re(
    r"By \. (?=[A-Z])(?:[^.\n]|(?<=[A-Z])\.(?= [A-Z])){3,90}?"
    r"(?: \. (?:and|for|in) [^.\n]{3,60}?)? \. (?=[A-Z|'\"])"
    r"(?:(?:PUBLISHED|UPDATED|CREATED): \. [^.\n]{5,40} \. (?:\| \. )?"
    r"|Last updated at [^.\n]{5,45} \. )*"
)
JOINED_RE = lazy_re(
    r"(?P<run>(?<=\ABy)[ ]\.(?=[ ])|[ ]\.(?=[ ](?:and|for|in)[ ]))|(?P<joint>[ ]\.[ ])|" + DEBRIS,
    re.MULTILINE,
)
JOINTS = ("run", "joint")  # only of such a head
PRINTABLE_SIGN_RE = lazy_re(
    r"=E2=80=[89A][0-9A-F]|[a-z]=92[a-z]|[ \n(]=93[A-Z]|[ ]=9[67][ ]|[a-z.,?!]=94[ \n]"
    r"|=3D[\"\w]|=20\r?\n"
)
QUOTED_LINE_RE = re.compile(r"^(?:>.*|(?=[^>\s]).+)", re.MULTILINE)
EMPTY_QUOTED_RE = re.compile(r"^>[> ]*\r?$", re.MULTILINE)
FEWEST_QUOTED = 3
_GAP_RE = re.compile(r"  (?<=\S  )(?=\S)")
# What a piece with a name stands for.
_BY_NAME = LOST | {
    "gap": " ",
    "tail": "",
    "dash": "—",
    "money": "$",
    "run": "",
    "joint": "\n",
    "escaped": "\n",
    "block": "\n",
    "type": "\n",
    "feed": "\n",
    "accents_open": "“",
    "accents_close": "”",
    "accent_open": "‘",
    "accent": "’",
    "commas": "„",
    "angles_open": "«",
    "angles_close": "»",
}
_CODES = ("json", "code")


def _read(match: re.Match[str], printed: str) -> str:
    """What a piece of debris stands for."""
    name = match.lastgroup
    if name in _CODES:
        mark = chr(int(match[name], 16))
        return STANDS_FOR.get(mark, mark)
    if name == "composed":
        return normalize("NFC", printed)
    if name == "letter":
        return _decode_letter(printed)
    if name is not None:
        return read_lost(match, printed) if name in UNSURE else _BY_NAME[name]
    if printed == '""':
        return '"'
    if printed[0] in "<#*[]>":
        return ""
    if printed[0] == "=":
        mark = _decode(printed)
    else:
        mark = STANDS_FOR[printed] if printed in STANDS_FOR else unescape(unescape(printed))
    return BLANKS.get(mark, mark)


def _decode_letter(printed: str) -> str:
    """The letter whose two bytes were read by the wrong table; the two characters if it is none."""
    codes = b"".join(c.encode("latin-1" if c <= "\xff" else "cp1252") for c in printed)
    letter = codes.decode("utf-8", "ignore")
    return letter if letter.isalpha() else printed


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
    if (lost := find_lost_pattern(text)) is not None:
        return lost
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
    head = JOINED_HEAD_RE.match(text) if text.startswith("By . ") else None
    head_end = head.end() if head is not None else 0
    pattern = JOINED_RE if head is not None else _pattern(text)
    if pattern is DEBRIS_RE and not (any(map(text.__contains__, SIGNS)) or _GAP_RE.search(text)):
        return text, Offsets()
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    lengths: list[int] = []
    at = length = 0
    for match in pattern.finditer(text):
        printed = match.group()
        if match.lastgroup in JOINTS and match.start() >= head_end:
            continue
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
