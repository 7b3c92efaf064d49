"""Circumstances beside a verb of saying: when, where, in what and how something was said.

    said | in a statement on Monday | two people had died
    Berg | , after the vote, | told reporters        warned | without giving details | that

They are no part of what is said, nor of who says it.
"""

from __future__ import annotations

import re
from functools import cache

from diplotext.attribution.build import past_blanks
from diplotext.attribution.clause.that_clause import source_before
from diplotext.attribution.field.adverbial import WHEN, listed, occasion_words, place_end
from diplotext.attribution.field.day import WEEKDAY
from diplotext.attribution.field.occasion import audience_words, event_words, platform_words
from diplotext.body.token import TokenTable
from diplotext.lazy_pattern import lazy_re

__all__ = ["BODIES", "behind_circumstances", "source_of"]

_PLACE_RE = lazy_re(r"(?:in|at|from|near|to)\s(?=[A-Z])")
# More of a place's name: "in Lund | County", "at Oslo | Airport".
_IN_PLACE_RE = lazy_re(
    r"\s(?:County|Province|State|City|Islands?|Airport|University|Parish|District|Region|Valley|Bay|Beach"
    r"|Bridge|Street|Square|Harbou?r|Hospital|Prison|Jail|Court|Hall|House|Palace|Park)\b"
)
_WHOSE = r"(?:(?:the|his|her|its|their|local|foreign|some|several|visiting)\s)"
_ISSUED = (
    "(?:aired|broadcast|carried|circulated|dated|distributed|e-?mailed|filed|given|held|issued|made"
    "|obtained|posted|published|quoted|read|released|seen|sent|signed|written)"
)
# "issued by the port authority | the quay was safe": to where another noun phrase begins.
_BEGINS = "(?:the|an?|his|her|its|their|this|these|he|she|it|they|there|no|all|some|both)"
_BY_WHOM = (
    rf"by\s(?:(?:the|an?|its|his|her|their)\s)?"
    rf"(?:(?!{_BEGINS}\s)[\w’'-]+\s(?:(?<=\sof\s)(?:the|its)\s)?){{0,5}}?(?!{_BEGINS}\s)[\w’'-]+"
    rf"(?<!\sof)(?<!\sfor)(?<!\sin)(?<!\sand)"
    rf"(?=\s(?:{_BEGINS}|(?:(?:on|late|early)\s)*{WEEKDAY})\s)"
)
_GIVING = "(?:giving|providing|offering|citing|naming|specifying|identifying)"
# What a body's name ends with: "told the Senate | Norland would leave the pact".
BODIES = (
    "Senate|House|Congress|Parliament|Commons|Lords|Duma|Diet|Knesset|Bundestag|Sabha|Assembly|Cabinet"
    "|Committee|Commission|Council|Club|Conference|Forum|Court|Tribunal|Inquiry|Association|Society"
    "|Institute|Union|Chamber|Board|Federation"
)
_MOST = 4  # circumstances in a row
_APPOSED_RE = lazy_re(
    r"(?:(?:an?|the|his|her|its|their)\s[a-z]|\d\d\Z|(?:[\w’'-]+\s)+(?:of|for|at)\s)"
)
_MOST_BETWEEN = 14  # tokens between a source and its verb


@cache
def _circumstance_re() -> re.Pattern[str]:
    """A circumstance behind a verb of saying, with what depends on an occasion."""
    return re.compile(
        rf"""
        (?:(?i:{WHEN}
          | (?:late\s|early\s)?{WEEKDAY}(?:\s(?:morning|afternoon|evening|night))?(?![’'])
          | yesterday | today | tonight | again | earlier | later
          | (?:{listed("opening_phrases")})
          | (?:in|at|on|during|before|after|following|under|through|via|over|outside|inside
              |on\sthe\ssidelines\sof|ahead\sof)\s{occasion_words()}(?:\s(?:{event_words()}))?
            (?:\s(?:to|with|for|by)\s{_WHOSE}{{0,2}}(?:{audience_words()}|{BODIES}))?
            (?:\s{_ISSUED}(?:\s{_BY_WHOM}|(?=\s(?:on|in|late|early|{WEEKDAY}|yesterday|today)\s)))?
          | by\s(?:(?:tele)?phone|e-?mail|text\smessage|letter|video\slink)
          | without\s(?:elaborating
            |{_GIVING}\s(?:any\s|further\s|more\s|other\s|a\s|the\s)*[a-z]+)
        )
        | (?:on|via)\s(?:{platform_words()})
        )(?!\w)
        """,
        re.VERBOSE,
    )


def behind_circumstances(text: str, at: int, end: int) -> int:
    """Where a clause begins behind the circumstances that stand at ``at``; -1 if none stands there.

    >>> line = "said in a statement on Monday two people had died"
    >>> behind_circumstances(line, 4, len(line))
    30
    >>> behind_circumstances("said two people had died", 4, 24)
    -1
    """
    first = past_blanks(text, at, end)
    start = _behind_all(text, first, end)
    return -1 if start in (first, end) else start


def _behind_all(text: str, start: int, end: int) -> int:
    """Behind a few circumstances in a row and the blanks after them."""
    for _ in range(_MOST):
        behind = _behind_one(text, start, end)
        if behind == start:
            break
        start = past_blanks(text, behind, end)
    return start


def _behind_one(text: str, at: int, end: int) -> int:
    """Behind one circumstance and its comma; ``at`` if there is none."""
    found = _circumstance_re().match(text, at, end)
    behind = _behind_place(text, at, end) if found is None else found.end()
    if text[behind : behind + 1].isalnum():
        return at
    return behind + (text[behind : behind + 1] == ",") if behind > at else at


def _behind_place(text: str, at: int, end: int) -> int:
    """Behind a preposition and a known place: "in Oslo", "in New York"."""
    place = _PLACE_RE.match(text, at, end)
    if place is None:
        return at
    found = place_end(text, place.end(), end)
    return at if found < 0 or _IN_PLACE_RE.match(text, found) is not None else found


def source_of(table: TokenTable, first: int, cue: int) -> tuple[int, int]:
    """Behind who speaks, and where they begin, -1 if nobody does.

    Between commas may stand a circumstance, which is left out, and what they are, which is not:
    "Berg|, after the vote, | told", "Berg, the mayor|, | told".
    """
    low = max(first, cue - _MOST_BETWEEN)
    if cue <= low or table.words[cue - 1] != "," or "," not in table.words[low : cue - 1]:
        return cue, source_before(table, first, cue)
    opens = next(at for at in range(cue - 2, low - 1, -1) if table.words[at] == ",")
    start, end = table.starts[opens + 1], table.starts[cue - 1]
    source = source_before(table, first, opens)
    if _behind_all(table.document, start, end) >= end:
        return opens, source
    is_told = _APPOSED_RE.match(table.document, start, end) is not None
    return (cue - 1, source) if is_told and table.types[opens - 1].is_capital else (cue, -1)
