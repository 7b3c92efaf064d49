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
from diplotext.lexicon.role_noun import is_person_noun
from diplotext.speaker.mention import Name
from diplotext.speaker.name import key_of
from diplotext.speaker.office import DEPARTMENTS, is_role
from diplotext.speaker.reading import EDGE, Reading, read_nominal
from diplotext.speaker.source_core import (
    behind_place,
    body_in_apposition,
    core_end,
    couple_of,
    is_group,
    name_at_core,
    name_in_apposition,
)
from diplotext.speaker.source_joint import (
    holder_of_joint,
    is_joined_to_noun,
    nominal_of_joint,
)
from diplotext.speaker.source_office import (
    is_office,
    is_owned,
    office_holder,
    office_of_two,
    without_office,
)
from diplotext.speaker.source_tail import (
    holder_at_end,
    holder_behind_body,
    holder_behind_place,
    holder_of_compound,
    name_given,
)
from diplotext.speaker.table import ORG_NOUNS, PRONOUNS, listed, words
from diplotext.speaker.vocabulary import vocabulary

__all__ = ["read_source"]

# "In that report, Okafor": the phrase before is no part of who said it.
LEAD_RE = re.compile(
    r"(?:in|at|on|during|after|before|from|since|regarding|concerning)\b[^,“”\"]{0,80},\s+(?!including|such|among)(?=\S)"
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
# "Okafor | and several other members"
OTHERS_RE = re.compile(
    r",?\s+and\s+(?:(?:[a-z]+|\d+)\s+)?other(?:s\b|\s(?:[\w’'-]+\s){0,3}?[\w’'-]+s\b)"
)
# "Society of Norland's chief economist, | Ana Ruiz"
OWNED_ROLE_RE = re.compile(
    r"(?:\s(?:of|for)\s(?:the\s)?[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,4})?[’']s?\s(?:[\w-]+\s){0,3}?(?P<role>[a-z-]+)(?=,)"
)
# What stands before a field: "Economic | and Monetary Affairs Commissioner"; whose it may be.
FIELD_ADJECTIVES = listed("field_adjectives")
BLOCS = words("eu uk us un")
# What of an endless source is read, in characters.
MOST = 400


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


def read_phrase(text: str, start: int, end: int, names: Sequence[Name]) -> Reading:
    """The reading of a noun phrase: a couple, a name, several, or a nominal."""
    if names and (place := behind_place(text, start, end)) > start:
        names = [name for name in names if name.outer >= place]
    own = without_office(text, names) if len(names) > 1 else names
    joined = text.find(" and h", start, end) >= 0
    couple = couple_of(text, start, end, own) if joined else None
    if couple is not None:
        return Reading("group", start, end, name=couple)
    if joined_others(text, start, end, own):
        return Reading("group", start, end, name=own[0])
    told = len(names) > 1 and not (names[0].kind == "person" and names[0].outer == start)
    if told and (holder := holder_behind_body(text, start, names)) is not None:
        return Reading("name", start, end, name=holder)
    if len(names) > 1 and (holder := holder_of_compound(text, start, end, names)) is not None:
        return Reading("name", start, end, name=holder)
    if len(names) > 2 and (holder := holder_behind_place(text, start, end, names)) is not None:
        return Reading("name", start, end, name=holder)
    core = core_end(text, start, end, names)
    named = name_at_core(text, core, own)
    if named is not None and (is_office(text, named) or is_owned(text, start, named)):
        holder = name_in_apposition(text, start, core, end, own)
        holder = holder or holder_at_end(text, start, core, end, names)
        if holder is not None:
            return Reading("name", start, end, name=holder)
        office = text.find(" of ", named.start, named.end)
        if office > 0 and is_office(text, named) and text[start : start + 4].lower() == "the ":
            return read_nominal(text, start, office, end)  # "the Minister of State for Ports"
    if named is not None and (owned := OWNED_ROLE_RE.match(text, named.end, end)) is not None:
        holder = name_in_apposition(text, start, owned.end(), end, own)
        if holder is not None and is_role(owned["role"]):
            return Reading("name", start, end, name=holder)
    if named is not None and (two := office_of_two(text, named, own)) is not None:
        reading = read_nominal(text, two.start, two.end, end)
        reading.start, reading.determiner = start, "the"
        reading.phrase, reading.whole = text[named.start : two.end], text[start : two.end]
        return reading
    if named is not None and not named.lead and is_field(named):
        named = office_holder(text, named, own) or named
    if named is not None and named.outer > start and is_joined_to_noun(text, start, named):
        return Reading("group", start, end, name=named)
    if named is not None and is_group(text, named, own):
        return read_joint(text, start, core, end, named, own)
    if named is not None:
        return Reading("name", start, end, name=named)
    reading = read_nominal(text, start, core, end)
    apposed = name_in_apposition(text, start, core, end, own)
    if apposed is None and names:
        apposed = name_given(text, core, end, names) or holder_at_end(text, start, core, end, names)
    is_one = text[start:core] in ("one", "One") and is_of_bodies(text, core, end)
    in_angles = text.find("<", core, core + 2) >= 0  # "boot maker <Kvik AB>"
    is_firm = in_angles or is_one or reading.noun in ORG_NOUNS | vocabulary().firms
    is_firm = is_firm or (not reading.determiner and is_person_noun(reading.noun, "singular"))
    if apposed is None and is_firm:  # "the carrier, NorAir,", "Grain handler, Kvikcorp,"
        apposed = body_in_apposition(text, core, end, own)
    elif apposed is None and is_person_noun(reading.noun, "singular"):
        apposed = body_in_apposition(text, core, end, [n for n in own if n.kind == "organization"])
    if apposed is not None:
        reading.kind, reading.name = "name", apposed
    return reading


def is_of_bodies(text: str, core: int, end: int) -> bool:
    """Whether one is of bodies: "One | of the world's largest firms, Kvik Lines,"."""
    last = key_of("".join(text[core:end].partition(",")[0].split()[-1:]))
    one = f"{last[:-3]}y" if last.endswith("ies") else last.removesuffix("s")
    return one in ORG_NOUNS or one in vocabulary().firms


def is_field(name: Name) -> bool:
    """Whether a "name" is of what an office is for: "Work", "EU Economic" before "and Pensions"."""
    own = name.keys[1:] if name.keys[0] in BLOCS and len(name.keys) > 1 else name.keys
    return (DEPARTMENTS | FIELD_ADJECTIVES).issuperset(own)


def read_joint(
    text: str, start: int, core: int, end: int, first: Name, names: Sequence[Name]
) -> Reading:
    """The reading of names joined by "and": of several, or of one who is told by both."""
    holder = holder_of_joint(text, start, end, first, names)
    if holder is not None:
        return Reading("name", start, end, name=holder)
    nominal = nominal_of_joint(text, start, core, end, names)
    return nominal or Reading("group", start, end, name=first)


def joined_others(text: str, start: int, end: int, names: Sequence[Name]) -> bool:
    """Whether a source is somebody and others: "Okafor and three other members"."""
    if not names or names[0].outer != start or text.find(" other", names[0].end, end) < 0:
        return False
    return OTHERS_RE.match(text, names[0].end, end) is not None
