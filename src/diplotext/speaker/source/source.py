"""What a source is, as written: a pronoun, a name, several, or a noun with its modifiers.

    source = pronoun | [modifiers] [titles] NAME [tail] | [determiner] modifiers NOUN [tail]
    tail   = "," apposition | preposition ... | who ... | "(" ... ")"

In "A lawyer for the unions, Joel Brandt," the name stands in the apposition; in "a lawyer for Joel
Brandt" it is not the source's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from diplotext.lexicon.day import WEEKDAY
from diplotext.speaker.name.mention import Name
from diplotext.speaker.name.table import PRONOUNS
from diplotext.speaker.source.reading import EDGE, Reading
from diplotext.speaker.source.source_phrase import read_phrase

__all__ = ["read_source"]

# "In that report, Okafor": the phrase before is no part of who said it.
LEAD_RE = re.compile(
    r"(?:in|at|on|during|after|before|from|since|regarding|concerning)\b[^,“”\"]{0,80},\s+"
    r"(?!including|such|among)(?=\S)"
    r"|(?:sadly|surprisingly|interestingly|fortunately|unfortunately|inevitably|ironically|crucially"
    r"|worryingly|significantly|predictably|unsurprisingly|not\ssurprisingly|firstly|secondly"
    r"|thirdly|lastly),\s+(?=\S)"
    r"|(?:as|but|and|while|though|however|meanwhile)\b,?\s+(?=\S)",
    re.IGNORECASE,
)
# "HOME STRETCH Business groups": a subhead that ran into the sentence.
SUBHEAD_RE = re.compile(r"(?:[A-Z][A-Z'’&-]+\s+){2,8}(?=[A-Z](?:[a-z]|\.|\s))")
SELF_RE = re.compile(
    r"(?:\s(?:himself|herself|itself|themselves|alone|,?\s?both)"
    r"|(?<!\balmost)(?<!\bnearly)(?<!\bnot)(?<!\bafter)(?<!\bof)\sall)\Z",
    re.IGNORECASE,
)
# "the Supreme Court this month": when it was said is not who said it.
TIME_RE = re.compile(
    rf"\s(?:(?:(?:on|late|early)\s)?{WEEKDAY}"
    r"|(?:(?:early|late|earlier|later)\s)?(?:this|last|next|that)\s(?:week|weekend|month|year|morning|afternoon|evening)"
    r"|yesterday|today|earlier|later|afterwards?|previously|recently)\Z"
)
TODAY_RE = re.compile(r"[a-z]\s(?:today|yesterday)\Z", re.IGNORECASE)  # "the statement today"
SELF_ENDS = ("self", "selves", "alone", "both", "all")  # a cheap look
PRONOUN_ENDS = (" he", "she", " it", "they")
# "For the year it": who reported is the last word.
PRONOUN_END_RE = re.compile(
    r"(?:for|in|on|at|after|before|since|during|by|as|but|and|when)\b[^,“”\"]{0,60}\s(he|she|it|they)\Z",
    re.IGNORECASE,
)
LIKE_RE = re.compile(r"(?:he|she|it|they|we)(?=,\s(?:un)?like\s)", re.IGNORECASE)
# "TEXT] President Ana Ruiz": the monitors' marks before a story.
MARKS_RE = re.compile(r"(?:\[?[A-Za-z ]{2,20}\]\s*)+(?=\w)")
# "Kvik Industries <KVK>", "Kvik Corp KVKa.N": a share's code, its bracket already off, is no part
# of the name.
CODE_END_RE = re.compile(r"\s*<[A-Z][A-Z\d.]{0,8}\Z|\s[A-Z\d]{2,6}[a-z]?\.[A-Z]{1,2}\Z")
# What stands for the whole: "data from the Labour Force Survey", "a panel of the Supreme Court".
PART_RE = re.compile(
    r"(?:(?:the|a|an|new|latest|official|recent)\s+)?"
    r"(?:(?:data|figures|results|numbers|statistics)\s+(?:from|by|of)"
    r"|(?:[\w-]+\s+){0,2}(?:panel|majority|division)\s+of)\s+(?:the\s+)?",
    re.IGNORECASE,
)
MODIFIED_RE = re.compile(r"\s(?!(?:in|of|at|for|on|by|and|which|who|that)\b)[a-z]")
# What of an endless source is read, in characters.
MOST = 400


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without the marks and blanks at its edges, and without "himself"."""
    end = min(end, start + MOST)
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    last = text[max(start, end - 12) : end].lower()
    emphatic = SELF_RE.search(text, max(start, end - 12), end) if last.endswith(SELF_ENDS) else None
    if emphatic is not None:
        end = emphatic.start()
        while end > start and text[end - 1] in EDGE:
            end -= 1
    return start, end


def read_source(text: str, start: int, end: int, names: Sequence[Name]) -> Reading:
    """The reading of a source, given the names inside it.

    >>> read_source("the Russian top diplomat", 0, 24, []).noun
    'diplomat'
    >>> read_source("she", 0, 3, []).kind
    'pronoun'
    """
    lowered = text[start:end].lower()
    if lowered in PRONOUNS and text[start:end] != "US":
        return Reading("pronoun", start, end, word=lowered)  # most need no closer look
    if len(names) == 1 and names[0].outer == start and names[0].end == end:
        return Reading("name", start, end, name=names[0])  # nor do most of the others
    start, end = bounds_of(text, *trim(text, start, end), names)
    whole = text[start:end]
    lowered = whole.lower()
    if lowered in PRONOUNS and whole != "US":
        return Reading("pronoun", start, end, word=lowered)
    part = PART_RE.match(text, start, end) if names else None
    if part is not None:
        for name in names:
            # "a panel of the High Court", but "a panel of U.S. advisers"
            if name.outer == part.end() and not MODIFIED_RE.match(text, name.end, end):
                return Reading("name", start, end, name=name)
    return read_phrase(text, start, end, names)


def bounds_of(text: str, start: int, end: int, names: Sequence[Name]) -> tuple[int, int]:
    """The range without what is no part of who said it: a monitor's marks, a code, the day."""
    if text[end - 4 : end].lower().endswith(PRONOUN_ENDS):
        last = PRONOUN_END_RE.match(text, start, end)
        if last is not None:
            return last.start(1), end
    like = LIKE_RE.match(text, start, end)
    if like is not None:
        return start, like.end()  # "He, like Mr Okafor,"
    marks = (MARKS_RE,) if text.find("]", start, end) >= 0 else ()
    for pattern in (*marks, SUBHEAD_RE, LEAD_RE):
        opening = pattern.match(text, start, end)
        if opening is not None:
            start = opening.end()
    if text[end : end + 1] == ">" or "." in text[end - 3 : end - 1]:
        code = CODE_END_RE.search(text, max(start, end - 12), end)
        end = code.start() if code is not None and code.start() > start else end
    day = TIME_RE.search(text, max(start, end - 24), end)
    if day is not None:
        named = any(name.end == day.start() for name in names)
        named = named or text[start : day.start()].lower() in PRONOUNS
        if named or TODAY_RE.search(text, day.start() - 1, end) is not None:
            end = day.start()
    return start, end
