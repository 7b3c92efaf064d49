"""What a source is, as written: a pronoun, a name, several, or a noun with its modifiers.

    source = pronoun | [modifiers] [titles] NAME [tail] | [determiner] modifiers NOUN [tail]
    tail   = "," apposition | preposition ... | who ... | "(" ... ")"

In "A lawyer for the unions, Joel Brandt," the name stands in the apposition; in "a lawyer for Joel
Brandt" it is not the source's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from diplotext.speaker.kind import is_given, is_title
from diplotext.speaker.mention import Name
from diplotext.speaker.name import key_of
from diplotext.speaker.table import PRONOUNS, ROLES, words
from diplotext.speaker.vocabulary import vocabulary

__all__ = ["FINAL_RE", "Reading", "meanings_of", "read_source"]

# Where the core of a noun phrase ends.
TAIL_RE = re.compile(
    r"""\s*(?:,(?!\d)|[;:(\[<–—])|\s--|\s+(?:of|for|at|from|in|with|to|on|by|about|against|near|behind|who|whom
    |whose|which|that|where|when|after|during|under|within|inside|outside|among|between|around|as
    |familiar|close|quoted|cited|published|released|obtained|(?:made|signed|written|issued|prepared
    |conducted|commissioned|compiled|submitted|filed|done|drafted)\s(?:by|in|for|on|at|to)|speaking|working|based|led|named
    |called|including|representing|involved|attending)\b""",
    re.VERBOSE | re.IGNORECASE,
)
AND_RE = re.compile(r"\s+(?:and|or|nor|&)\s+|,\s+(?:and\s+)?", re.IGNORECASE)
# "Tom Reed, 23, and Karl Brandt, 40"
GROUP_RE = re.compile(r"(?:,\s+\d{1,3})?,?\s+(?:and|nor)\s+(?:[\w.]+\s+){0,4}")
NEXT_RE = re.compile(r"(?:,\s+\d{1,3})?,\s*")
POSSESSIVE_RE = re.compile(r"[’']s?\s+", re.IGNORECASE)
DETERMINER_RE = re.compile(
    r"(?:the|a|an|this|that|these|those|his|her|its|their|my|our|your|some|one|another|any|no|each"
    r"|every|both|many|several|most|few|other|all|more|such)\s+",
    re.IGNORECASE,
)
FINAL_RE = re.compile(r"[’']s\Z")
# "In that report, Okafor": the phrase before is no part of who said it.
LEAD_RE = re.compile(
    r"(?:in|at|on|during|after|before|from|since)\b[^,“”\"]{0,80},\s+(?!including|such|among)(?=\S)"
    r"|(?:as|but|and|while|though|however|meanwhile)\b,?\s+(?=\S)",
    re.IGNORECASE,
)
# "HOME STRETCH Business groups": a subhead that ran into the sentence.
SUBHEAD_RE = re.compile(r"(?:[A-Z][A-Z'’&-]+\s+){2,8}(?=[A-Z](?:[a-z]|\.|\s))")
# "chief of staff Joel Brandt"
OF_TITLE_RE = re.compile(
    r"\s+of\s+(?:staff|state|police|mission|operations|communications|parliament|defen[cs]e)\s+(?=[A-Z])"
)
# "ambassador in Norland Ruth Okafor"
POSTED_RE = re.compile(
    r"\b(?:ambassador|envoy|consul|correspondent|representative)\s(?:in|to|at)\s[A-Z][\w-]+\s(?=[A-Z])",
    re.IGNORECASE,
)
# "Kvik Corp ( KVK.N ) spokeswoman Ann Cole", "the Workers' Front (WF) leader"
CODE_RE = re.compile(
    r"\s*(?:\(\s?(?:[A-Z0-9]{1,8}[a-z_]{0,2}\.[A-Z]{1,2}|[A-Z]{2,10})\s?\)|<[A-Z.]{1,8}>)"
    r"(?=\s+(?!(?:and|or|nor|but|will|has|have|had|is|was|said|says)\b)[A-Za-z])"
)
SELF_RE = re.compile(r"\s(?:himself|herself|itself|themselves|alone|,?\s?both)\Z")
# "the Supreme Court this month": when it was said is not who said it.
TIME_RE = re.compile(
    r"\s(?:(?:(?:on|late|early)\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:(?:early|late|earlier|later)\s)?(?:this|last|next|that)\s(?:week|weekend|month|year|morning|afternoon|evening)"
    r"|yesterday|today|earlier|later)\Z"
)
TODAY_RE = re.compile(r"[a-z]\s(?:today|yesterday)\Z", re.IGNORECASE)  # "the statement today"
PRONOUN_ENDS = (" he", "she", " it", "they")
# "For the year it": who reported is the last word.
PRONOUN_END_RE = re.compile(
    r"(?:for|in|on|at|after|before|since|during|by|as|but|and|when)\b[^,“”\"]{0,60}\s(he|she|it|they)\Z",
    re.IGNORECASE,
)
# "TEXT] President Ana Ruiz": the monitors' marks before a story.
MARKS_RE = re.compile(r"(?:\[?[A-Za-z ]{2,20}\]\s*)+(?=\w)")
# "an 800-page, $7 million report": the noun comes after the comma.
FIGURE_RE = re.compile(r"\b\d+-\w+\Z")
# What stands for the whole: "data from the Labour Force Survey", "a panel of the Supreme Court".
PART_RE = re.compile(
    r"(?:(?:the|a|an|new|latest|official|recent)\s+)?"
    r"(?:(?:data|figures|results|numbers|statistics)\s+(?:from|by|of)"
    r"|(?:[\w-]+\s+){0,2}(?:panel|majority|division)\s+of)\s+(?:the\s+)?",
    re.IGNORECASE,
)
# "the world's largest chain" is definite
ALL_OF = words("world nation country")
SUPERLATIVE_RE = re.compile(r"\w+est\Z|(?:top|leading)\Z")
LONG_RE = re.compile(r"\s*(?:,(?!\d)|[;:(\[–—]|\s--)")  # not "35,000 residents"
KIN = frozenset().union(*(ROLES[role] for role in ("wife", "husband", "parent", "child"))) | words(
    "brother sister uncle aunt cousin nephew niece grandson granddaughter"
)
# "and his wife", "and her late elder brother"
KIN_RE = re.compile(r",?\s+and\s+(?:his|her)\s+(?:[\w-]+\s+){0,2}?([\w-]+)(?=,|\s+[A-Z]|\Z)")
# ", Norland's" before the holder of an office
OWNER_RE = re.compile(r"(?<=,)\s+[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,2}[’']s?\Z")
EDGE = "\xa0 \t\r\n\"“”‘’'`*,.;:-–—()[]<>"
# What of an endless source is read, in characters.
MOST = 400


class Reading:
    """A source as read. ``kind`` is "pronoun", "name", "group" or "nominal".

    ``noun`` is the key of a nominal's head, ``modifiers`` what stands before it, ``determiner``
    "the", "a", "his", "own" (after an ``owner``: "Okafor's") or "". ``phrase`` is the nominal up to
    its first mark, without the determiner, ``whole`` with it.
    """

    __slots__ = (
        "determiner", "end", "kind", "modifiers", "name", "noun", "owner", "phrase", "start",
        "whole", "word",
    )  # fmt: skip

    def __init__(
        self,
        kind: str,
        start: int,
        end: int,
        *,
        word: str = "",
        name: Name | None = None,
        noun: str = "",
    ) -> None:
        """A source of which no more is known yet."""
        self.kind, self.start, self.end = kind, start, end
        self.word, self.name, self.noun = word, name, noun
        self.determiner = self.owner = self.phrase = self.whole = ""
        self.modifiers: tuple[str, ...] = ()


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without the marks and blanks at its edges, and without "himself"."""
    end = min(end, start + MOST)
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    emphatic = SELF_RE.search(text, max(start, end - 12), end)
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
            if name.outer == part.end():
                return Reading("name", start, end, name=name)
    return read_phrase(text, start, end, names)


def bounds_of(text: str, start: int, end: int, names: Sequence[Name]) -> tuple[int, int]:
    """The range without what is no part of who said it: a monitor's marks, a subhead, the day."""
    if text[end - 4 : end].lower().endswith(PRONOUN_ENDS):
        last = PRONOUN_END_RE.match(text, start, end)
        if last is not None:
            return last.start(1), end
    marks = (MARKS_RE,) if text.find("]", start, end) >= 0 else ()
    for pattern in (*marks, SUBHEAD_RE, LEAD_RE):
        opening = pattern.match(text, start, end)
        if opening is not None:
            start = opening.end()
    day = TIME_RE.search(text, max(start, end - 24), end)
    if day is not None:
        named = any(name.end == day.start() for name in names)
        named = named or text[start : day.start()].lower() in PRONOUNS
        if named or TODAY_RE.search(text, day.start() - 1, end) is not None:
            end = day.start()
    return start, end


def read_phrase(text: str, start: int, end: int, names: Sequence[Name]) -> Reading:
    """The reading of a noun phrase: a couple, a name, several, or a nominal."""
    own = without_office(text, names) if len(names) > 1 else names
    joined = text.find(" and h", start, end) >= 0
    couple = couple_of(text, start, end, own) if joined else None
    if couple is not None:
        return Reading("group", start, end, name=couple)
    core = core_end(text, start, end, names)
    named = name_at_core(text, core, own)
    if named is not None and is_office(named):
        holder = name_in_apposition(text, start, core, end, own)
        if holder is not None:
            return Reading("name", start, end, name=holder)
    if named is not None:
        kind = "group" if is_group(text, named, own) else "name"
        return Reading(kind, start, end, name=named)
    reading = read_nominal(text, start, core, end)
    apposed = name_in_apposition(text, start, core, end, own)
    if apposed is not None:
        reading.kind, reading.name = "name", apposed
    return reading


def without_office(text: str, names: Sequence[Name]) -> Sequence[Name]:
    """The names but a first that is a title only: "President and chief executive Ada Obi"."""
    keys = names[0].keys
    office = len(keys) > 1 and is_title(keys[0]) and keys[1] in ("of", "for")
    if not names[0].lead and (office or all(map(is_title, keys))):
        gap = text[names[0].end : names[1].outer]
        if gap.startswith(" and ") and (gap != " and " or names[1].lead):
            return names[1:]
    return names


def couple_of(text: str, start: int, end: int, names: Sequence[Name]) -> Name | None:
    """The first of "Joel Brandt and his wife, Ann"; None if the source is no such couple."""
    if not names or names[0].outer != start or names[0].possessive:
        return None
    joined = KIN_RE.match(text, names[0].end, end)
    return names[0] if joined is not None and joined[1].lower() in KIN else None


def is_office(name: Name) -> bool:
    """Whether a "name" is that of an office: "The Governor of Lagos State, Mr Femi Bello"."""
    if name.kind == "person" or "of" not in name.keys:
        return False
    at = name.keys.index("of")
    return at > 0 and name.keys[at - 1] in vocabulary().titles


def core_end(text: str, start: int, end: int, names: Sequence[Name]) -> int:
    """Where the noun phrase's core ends: at the first tail that is not inside a name."""
    pos = start
    while True:
        match = TAIL_RE.search(text, pos, end)
        if match is None:
            return end
        at = match.start()
        if text[at] == "," and match.end() < end and FIGURE_RE.search(text, start, at):
            pos = match.end()
            continue
        code = CODE_RE.match(text, at, end)
        if code is not None and TAIL_RE.match(text, code.end(), end) is None:
            pos = code.end()
            continue
        if OF_TITLE_RE.match(text, at, end):
            pos = match.end()
            continue
        posted = posted_to(text, start, end, names)
        if posted is not None and at < posted:
            pos = posted
            continue
        inside = next((name for name in names if name.outer <= at < name.end), None)
        if inside is not None:
            pos = inside.end
        elif at > start:
            return at
        else:
            pos = match.end()


def posted_to(text: str, start: int, end: int, names: Sequence[Name]) -> int | None:
    """Where the name begins in "ambassador in Norland Ruth Okafor"; None if there is none."""
    post = POSTED_RE.search(text, start, end)
    if post is None:
        return None
    return next((name.outer for name in names if name.outer == post.end()), None)


def name_at_core(text: str, core: int, names: Sequence[Name]) -> Name | None:
    """The name that the core ends with, possessive or not."""
    for name in names:
        if name.outer >= core:
            break
        rest = text[name.end : core]
        if rest.strip(EDGE) in ("", "s"):
            return name
        if AND_RE.match(rest) and any(n.outer >= name.end and n.end <= core for n in names):
            return name
    return None


def is_group(text: str, first: Name, names: Sequence[Name]) -> bool:
    """Whether more names follow the first, joined by "and"."""
    for name in names:
        if name.outer >= first.end:
            gap = text[first.end : name.outer]
            if GROUP_RE.fullmatch(gap):
                return True
            if NEXT_RE.fullmatch(gap) is None:
                return False
            first = name
    return False


def name_in_apposition(
    text: str, start: int, core: int, end: int, names: Sequence[Name]
) -> Name | None:
    """The name in ", NAME," after the core; only a person's, not a place's.

    Of kin the given name is enough: "their son, Ben, 9,".
    """
    kin = not KIN.isdisjoint(text[start:core].lower().split())
    for name in names:
        full = len(name.keys) > 1 or (kin and is_given(name.keys[0]))
        if name.outer >= core and name.kind in ("person", "unknown") and full:
            before = text[core : name.outer].rstrip()
            after = text[name.end : end].lstrip()
            if OWNER_RE.search(before):
                before = OWNER_RE.sub("", before)
            if before.endswith((",", "–", "—", "--")) and (not after or after[0] in ",(–—"):
                return name
    return None


def read_nominal(text: str, start: int, core: int, end: int) -> Reading:
    """The determiner, modifiers and head of a nominal."""
    reading = Reading("nominal", start, core)
    at = start
    match = DETERMINER_RE.match(text, at, core)
    while match is not None and match.end() < core:
        reading.determiner = reading.determiner or match.group().strip().lower()
        at = match.end()
        match = DETERMINER_RE.match(text, at, core)
    long = LONG_RE.search(text, core, end)
    stop = end if long is None else long.start()
    reading.phrase, reading.whole = text[at:stop], text[start:stop]
    owners = list(POSSESSIVE_RE.finditer(text, at, core))
    if owners and owners[-1].end() < core:
        reading.owner = text[at : owners[-1].start()]
        reading.determiner = "own"
        at = owners[-1].end()
    bare = FINAL_RE.sub("", text[at:core])
    keys = [key_of(word.strip(EDGE)) for word in bare.split()]
    keys = [key for key in keys if key]
    if "and" in keys[1:-1]:
        # "the former first lady and senator": the first of them is enough.
        keys = keys[: keys.index("and", 1)]
    if keys and keys[-1].startswith(("ex-", "then-")):
        keys[-1:] = keys[-1].split("-", 1)
    if keys:
        reading.noun = keys[-1]
        reading.modifiers = tuple(keys[:-1])
        if key_of(reading.owner) in ALL_OF and any(map(SUPERLATIVE_RE.match, keys)):
            reading.determiner = "the"
    return reading


def meanings_of(noun: str, modifiers: Sequence[str]) -> frozenset[str]:
    """The meaning classes of a nominal's longest phrase known.

    >>> sorted(meanings_of("diplomat", ("russian", "top")))
    ['foreign-minister']
    >>> meanings_of("turbine", ())
    frozenset()
    """
    meanings = vocabulary().meanings
    for at in range(max(len(modifiers) - 3, 0), len(modifiers) + 1):
        found = meanings.get(" ".join([*modifiers[at:], noun]).replace("-", " "))
        if found:
            return found
    return frozenset()
