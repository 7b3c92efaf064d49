"""What debris of transport stands for, by the table that each kind of it comes from.

The tables of characters are Python's own (``cp1252``, ``latin-1``, ``mac_roman``); what is rendered
as a block in HTML is of the HTML Living Standard, 15.3.
"""

from __future__ import annotations

import re

__all__ = ["BLANKS", "DEBRIS", "LETTER", "LIGATURES", "LINE_ENDS", "SIGNS", "STANDS_FOR", "gated"]

_MARKS = "‘’“”–—…•™«»\u00a0"
# Blanks by width and by whether a line may end there: the separators of Unicode (Zs).
_BLANKS = "\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
BLANKS = dict.fromkeys(_BLANKS, " ")
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
LINE_ENDS = dict.fromkeys(("\r\n", *"\r\v\f\u2028\u2029"), "\n")


def _mangled(mark: str) -> str:
    """A mark's bytes in UTF-8, each read as Windows-1252; the bytes it lacks stay as they are."""
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in mark.encode())


_LATIN_1 = {mark.encode().decode("latin-1"): mark for mark in _MARKS}
# Where the last byte was lost, it was that of the closing mark, which Windows-1252 lacks.
_ONCE = {_mangled(mark): mark for mark in _MARKS} | _LATIN_1 | {"â€": "”"}
_TWICE = {_mangled(printed): mark for printed, mark in _ONCE.items()} | {"Ã¢â‚¬\x9d": "”"}
_TWICE |= {printed.encode().decode("latin-1"): mark for printed, mark in _LATIN_1.items()}
_MAC = {mark.encode().decode("mac_roman"): mark for mark in _MARKS}
_MANGLED = {printed: BLANKS.get(mark, mark) for printed, mark in (_ONCE | _TWICE | _MAC).items()}
# Joiners (U+200C, U+200D) are letters' own in other scripts and stay.
_UNSEEN = dict.fromkeys("\u00ad\u200b\u2060\ufeff", "")
# Quotation marks and dashes; what is 0x85 there, an ellipsis, ends a line in old feeds.
_CONTROLS = {chr(code): bytes([code]).decode("cp1252") for code in range(0x91, 0x98)}
# The New York Times News Service's dash and tab, and field marks of its and AP's feeds (typefaces,
# ends of lines, control characters of ANPA 1312) as archives of the nineties spell them.
_FIELD_MARKS = ("UR", "LR", "QL", "QC", "QR", "TL", "Cx11", "Cx12", "Cx13", "Cx1f")
_FEED_MARKS = {"&MD;": "—", "&HT;": "\t"} | {f"&{name};": "" for name in _FIELD_MARKS}
# A hyphen where no line may end, and a minus sign for a dash.
_DASHES = {"\u2010": "-", "\u2011": "-", "\u2212": "–"}
_ESCAPED = {'\\"': '"', "\\'": "'"}
STANDS_FOR: dict[str, str] = (
    _MANGLED
    | _UNSEEN
    | _CONTROLS
    | _FEED_MARKS
    | _DASHES
    | _ESCAPED
    | BLANKS
    | LINE_ENDS
    | LIGATURES
)
# Letters of Latin alphabets, two bytes each, the same way: "JosÃ©".
_SECOND = "".join(bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xC0))
LETTER = rf"[ÃÄÅ][\x80-\x9f{re.escape(_SECOND)}]"
# Accents, primes and modifiers of other keyboards, for a mark: it´s, itʼs, ´´No´´, ,,No'', <<No>>
_ACCENTS = "´ʼ＇"
_BEFORE, _BEHIND = r"(?:(?<=[\s(])|\A)", r"(?=[\s,.;:)]|\Z)"
_TYPED = (
    rf"(?P<accents_open>{_BEFORE}[{_ACCENTS}]{{2}}(?=\w))"
    rf"|(?P<accents_close>(?<=[\w,.!?])[{_ACCENTS}]{{2}}{_BEHIND})"
    rf"|(?P<accent>(?<=[^\W\d])[{_ACCENTS}`′](?=[^\W\d])|(?<=[\w,.!?])[{_ACCENTS}]{_BEHIND}|(?<=s)′(?=\s))"
    rf"|(?P<accent_open>{_BEFORE}[{_ACCENTS}](?=\w))"
    rf"|(?P<commas>{_BEFORE},,(?=[^\W\d]))"
    rf"|(?P<angles_open>{_BEFORE}<<(?=\w))|(?P<angles_close>(?<=[\w,.!?])>>{_BEHIND})"
)
_BLOCKS = (
    "p|br|div|li|ul|ol|h[1-6]|hr|blockquote|section|article|header|footer|figure|figcaption"
    "|table|tr|pre|dl|dt|dd|html|head|body|title|main|aside|nav|center"
)
_INLINE = "a|b|i|u|s|em|strong|span|font|small|big|cite|q|abbr|time|mark|sub|sup|img|wbr|td|th"
_REST = r"(?:\s[^<>]{0,500})?/?>"
_LINK = r"\]\(https?://[^\s()]{1,500}\)"
DEBRIS = (
    r"&(?:amp;)?(?:(?:[a-zA-Z]{2,8}|#[0-9]{2,6}|#[xX][0-9a-fA-F]{2,5});|#82[0-9]{2}(?![0-9]))"
    rf"|</?(?:(?P<block>{_BLOCKS})|{_INLINE}){_REST}|(?P<type><!(?i:doctype)\s[^<>]{{1,200}}>)"
    r"|(?P<feed></(?:P|BR)>|^<(?:P|BR)>(?=[ \t\r]*$))"
    # JSON's and R's: it\u2019s, it<U+2019>s, and a line end behind which something begins
    r"|\\u(?P<json>(?!d[89a-f])[0-9a-f]{4})|<U\+(?P<code>[0-9A-F]{4})>"
    r"|(?P<escaped>(?<![A-Z]:)(?:\\r)?\\n(?=\\[nrt]|[\s\"“‘'(A-Z0-9]|\Z))"
    rf"|{_TYPED}|^#{{1,6}}[ \t]+(?=[^\W\d_])"
    # Two blanks for one; a table's columns are further apart.
    rf"|(?P<gap>(?<=\S)[ {_BLANKS}]{{2}}(?=\S))|(?P<tail>(?<=\S)[ \t]+(?=[\r\n]))"
    r"|(?P<dash>(?<=[^\s_] )_(?=\s[^\s_]))|(?P<money>(?<=[ (])\?(?=\d))"
    rf"|(?<!\*)\*\*(?!\*)|\[(?=[^\[\]\n]{{1,300}}{_LINK})|{_LINK}|"
    + "|".join(sorted(map(re.escape, STANDS_FOR), key=len, reverse=True))
    + rf"|(?P<letter>{LETTER})"
)
# What debris begins with is asked first: five times as fast.
_FIRST = re.escape("".join({piece[0] for piece in STANDS_FOR}) + "&<#*[]_?`′ÄÅ" + _ACCENTS)
_BEGIN = rf"[{_FIRST}]|,,|>>|[ \t][ \t\r\n{_BLANKS}]"


def gated(more: str = "", begin: str = "") -> str:
    """The pattern of debris, and of ``more`` before it that begins with ``begin``."""
    if not more:
        return rf"(?={_BEGIN})(?:{DEBRIS})"
    return rf"(?={begin}|{_BEGIN})(?:{more}|{DEBRIS})"


# One of these is in every piece of debris: a cheap look.
SIGNS = (
    "\n>",
    "# ",
    "**",
    "](",
    "\\",
    *"<&âÂÃÄÅ",
    "‚Ä",
    "¬",
    *_UNSEEN,
    *_CONTROLS,
    *BLANKS,
    *LINE_ENDS,
    *LIGATURES,
    " \n",
    "\t\n",
    " _",
    " ?",
    "(?",
    *_DASHES,
    *_ACCENTS,
    "′",
    "`s ",
    "`t ",
    ",,",
    ">>",
)
