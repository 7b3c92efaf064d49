"""The core of a source's noun phrase, where it ends, and which name it is of.

In "ambassador in Norland Ruth Okafor" the core does not end before "in"; in "a lawyer for Joel
Brandt" it ends before "for", and the name behind is not the source's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from diplotext.lexicon.region import find_region_entries
from diplotext.lexicon.role_noun import is_person_noun
from diplotext.lexicon.title import titles
from diplotext.speaker.name.lead import is_given, is_title
from diplotext.speaker.name.mention import Name
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.office import is_role
from diplotext.speaker.name.opening import CODE_RE as SHARE_RE
from diplotext.speaker.name.table import POSTNOMINALS, ROLES, words
from diplotext.speaker.source.reading import EDGE, JOINING

__all__ = [
    "behind_place",
    "body_in_apposition",
    "core_end",
    "couple_of",
    "is_group",
    "name_at_core",
    "name_in_apposition",
]

# A party's wing, glued to its letters: "the JD(U)".
CIRCLE = r"(?-i:(?<=[A-Z])\([A-Z]{1,2}\))"
# Where the core of a noun phrase ends.
TAIL_RE = re.compile(
    rf"""\s*(?:,(?!{JOINING})|(?!{CIRCLE})[;:(\[<–—])|\s-(?-i:\s(?=[a-z]|\w+[’']s\s))|\s--
    |\s+(?:of|for|at|from|in|with|to|on|by|about|against|near|behind|who|whom
    |whose|which|that|where|when|after|during|under|within|inside|outside|among|between|around|as
    |familiar|close|quoted|cited|published|released|obtained|(?:made|signed|written|issued|prepared
    |conducted|commissioned|compiled|submitted|filed|done|drafted)\s(?:by|in|for|on|at|to)|speaking|working|based|led|named
    |called|including|representing|involved|attending
    |(?-i:[a-z]{{3,}}ing)\s(?:an?|the|his|her|its|their))\b""",
    re.VERBOSE | re.IGNORECASE,
)
AND_RE = re.compile(r"\s+(?:and|or|nor|&)\s+|,\s+(?:and\s+)?", re.IGNORECASE)
# "Tom Reed, 23, and Karl Brandt, 40"
GROUP_RE = re.compile(r"(?:,\s+\d{1,3})?,?\s+(?:and|nor)\s+(?:[\w.-]+\s+){0,6}")
NEXT_RE = re.compile(r"(?:,\s+\d{1,3})?,\s*")
# "chief of staff Joel Brandt"
OF_TITLE_RE = re.compile(
    r"\s+of\s+(?:staff|state|government|police|mission|operations|communications|parliament|defen[cs]e)\s+(?=[A-Z])"
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
# "The Dover, Ohio, | company", "Dover, Ohio-based | Kvik": the noun or the name comes after.
STATE = r"(?P<state>[A-Z][\w.]{0,14}(?:\s[A-Z][\w.]{0,14}){0,2})"
TOWN = r"[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}"
PLACED_RE = re.compile(rf"(?:[Tt]he|[Aa]n?)\s{TOWN},\s{STATE},\s(?=[a-z])")
BASED_RE = re.compile(rf"(?:(?:[Tt]he|[Aa]n?)\s)?{TOWN},\s{STATE}-(?:based|area)\s(?=\w)")
# "an 800-page, $7 million report": the noun comes after the comma.
FIGURE_RE = re.compile(r"\b\d+-\w+\Z")
# "the round, bearded trader"
FIRST_ADJECTIVE_RE = re.compile(r"(?:the|an?)\s([a-z-]+)", re.IGNORECASE)
NEXT_ADJECTIVE_RE = re.compile(r",\s[a-z-]+\s([a-z-]+)")
KIN = frozenset().union(*(ROLES[role] for role in ("wife", "husband", "parent", "child"))) | words(
    "brother sister uncle aunt cousin nephew niece grandson granddaughter"
)
# "and his wife", "and her late elder brother"
KIN_RE = re.compile(r",?\s+and\s+(?:his|her)\s+(?:[\w-]+\s+){0,2}?([\w-]+)(?=,|\s+[A-Z]|\Z)")
BETWEEN_RE = re.compile(r"\A\s(?:behind|of|for|that|which)\s[a-z\s’'-]{2,60}(?=,)")
# "Commissioner of Police (west) Femi Bello"
CIRCLE_RE = re.compile(r"\s*\([^()]{1,30}\)")
DEPUTIES = titles().deputies
APART = frozenset([",", "–", "—", "--", "-"])
DETERMINERS = frozenset("the a an his her its their this that one another".split())
LETTERS_RE = re.compile(r"([A-Z][A-Za-z]{1,2})(?=,|\Z)")  # "Ruth Okafor | QC,"
# ", Norland's" before the holder of an office
OWNER_RE = re.compile(r"(?<=,)\s+[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,2}[’']s?\Z")

# "Another passenger, | fisherman | Ben Aquino", and nobody else's: not "a cousin of fisherman".
JOB_RE = re.compile(r",\s(?:(?:retired|[a-z][a-z-]*(?<!ing)(?<!ed))\s)?(?P<job>[a-z][a-z-]+)")
# ", former Kvik Lines finance | chief": with the body or the country.
BODY_JOB_RE = re.compile(
    r",\s(?:(?:the|its|former|ex-)\s?)?(?:[A-Z][\w.&-]*(?:[’']s)?\s){1,4}(?:[a-z][a-z-]*\s){0,2}(?P<job>[a-z][a-z-]+)"
)
NOT_APPOSED = words("of for to by with and or like from about as than")


def couple_of(text: str, start: int, end: int, names: Sequence[Name]) -> Name | None:
    """The first of "Joel Brandt and his wife, Ann"; None if the source is no such couple."""
    if not names or names[0].outer != start or names[0].possessive:
        return None
    joined = KIN_RE.match(text, names[0].end, end)
    return names[0] if joined is not None and joined[1].lower() in KIN else None


def behind_place(text: str, start: int, end: int) -> int:
    """Where a phrase goes on behind the town and state that its noun is of; ``start`` for none."""
    placed = BASED_RE.match(text, start, end) or PLACED_RE.match(text, start, end)
    return placed.end() if placed and find_region_entries(placed["state"]) else start


def core_end(text: str, start: int, end: int, names: Sequence[Name]) -> int:
    """Where the noun phrase's core ends: at the first tail that is not inside a name."""
    if names and names[0].outer == start and text.startswith((" a ", " an "), names[0].end):
        return names[0].end  # "Ruth Okafor | a managing director at Kvik"
    pos = behind_place(text, start, end)
    while True:
        match = TAIL_RE.search(text, pos, end)
        if match is None:
            return end
        at = match.start()
        if text[at] == "," and match.end() < end and noun_follows(text, start, at, end):
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
        word = match.end() - len(match[0].lstrip())  # "The | WHO"
        inside = next((n for n in names if n.outer <= at < n.end or n.outer == word), None)
        if inside is not None:
            pos = inside.end
        elif at > start:
            return at
        else:
            pos = match.end()


def noun_follows(text: str, start: int, comma: int, end: int) -> bool:
    """Whether a comma stands between the words before a noun."""
    if FIGURE_RE.search(text, start, comma):
        return True
    first = FIRST_ADJECTIVE_RE.fullmatch(text, start, comma)
    if first is None or is_person_noun(first[1]):
        return False
    after = NEXT_ADJECTIVE_RE.match(text, comma, end)
    return after is not None and is_person_noun(after[1])


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
        if (ending := rest.strip(EDGE)) in ("", "s") or ending in POSTNOMINALS:
            return name
        if AND_RE.match(rest) and any(n.outer >= name.end and n.end <= core for n in names):
            return name
    return None


def is_group(text: str, first: Name, names: Sequence[Name]) -> bool:
    """Whether more names follow the first, joined by "and"."""
    for name in names:
        if name.outer >= first.end:
            if not name.lead and all(key in DEPUTIES or is_title(key) for key in name.keys):
                return False  # "Ruth Okafor, Vice President and CEO of Kvik"
            if not name.lead and len(name.keys) > 1 and is_title(name.keys[-1]):
                return False  # "Ruth Okafor, Commerce and Industry Minister"
            if not name.lead and not POSTNOMINALS.isdisjoint(name.words):
                return False  # "Ms Okafor, Labour MP for Lund and Port Hill"
            gap = SHARE_RE.sub("", text[first.end : name.outer])
            if GROUP_RE.fullmatch(gap):
                return True
            if NEXT_RE.fullmatch(gap) is None:
                return False
            first = name
    return False


def body_in_apposition(text: str, core: int, end: int, names: Sequence[Name]) -> Name | None:
    """The body's name in ", NAME," or "<NAME>" right after the core: "The carrier, NorAir,"."""
    for name in names:
        if name.outer < core:
            continue
        # "The firm behind the system, Wardview", but "The firm based in Lunda, Norland".
        gap = BETWEEN_RE.sub("", text[core : name.outer]).strip().removesuffix(" the")
        after = text[name.end : end].lstrip()
        is_body = name.kind in ("organization", "unknown") and not name.possessive
        if gap == "<":
            return name if is_body and (not after or after[0] == ">") else None
        if is_body and gap in APART and (not after or after[0] in ",(–—"):
            return name
        break
    last = names[-1] if names else None  # "The regulator for Kvik and Lund, the Port Authority"
    if last is None or last.outer <= core or last.kind != "organization" or last.possessive:
        return None
    is_last = text.endswith(", the ", core, last.outer) and not text[last.end : end].strip()
    return last if is_last else None


def name_in_apposition(
    text: str, start: int, core: int, end: int, names: Sequence[Name]
) -> Name | None:
    """The name in ", NAME," after the core; only a person's, not a place's.

    Of kin the given name is enough: "their son, Ben, 9,"; and so is a family name right behind a
    role without an article: "Grain handler, Kvikgrain,", "Bronze medallist, Okafor,".
    """
    head = text[start:core].lower().split()
    kin = not KIN.isdisjoint(head)
    for name in names:
        full = len(name.keys) > 1 or (kin and is_given(name.keys[0]))
        # "the peer, Lord Okafor"; "Acting Chief Superintendent" is none yet
        full = full or (name.kind == "person" and bool(name.lead) and not is_title(name.keys[-1]))
        if not full and len(head) > 1 and is_person_noun(head[-1], "singular"):
            full = head[0] not in DETERMINERS and text[core : name.outer] == ", "
        if name.outer >= core and name.kind in ("person", "unknown") and full:
            before = text[core : name.outer].rstrip()
            if " including " in before:
                return None  # "critics, including the Bishop of Lund, Jan Vos"
            after = text[name.end : end].lstrip()
            if OWNER_RE.search(before):
                before = OWNER_RE.sub("", before)
            if name.lead:
                before = before.removesuffix(" the")  # "the Bishop of Lund, the Rt Rev Jan Vos"
            if (letters := LETTERS_RE.match(after)) and letters[1] in POSTNOMINALS:
                after = after[letters.end() :]
            if before == " (" and after in ("", ")") and is_role(key_of(head[-1])):
                return name  # "Norland's chancellor (Ana Ruiz)"
            ends = not after or after[0] in ",(–—" or after.startswith("- ")
            if is_parted(before) and (ends or is_placed(head, before, after, name)):
                return name
    return None


def is_placed(head: Sequence[str], before: str, after: str, name: Name) -> bool:
    """Whether a name behind a role has its body behind: "the lawyer, Ana Ruiz | of Kvik Law"."""
    is_full = len(name.keys) > 1 and not name.possessive
    right_behind = before == "," and is_role(key_of(head[-1]))
    return is_full and right_behind and after.startswith(("of ", "at ", "from "))


def is_parted(before: str) -> bool:
    """Whether what stands between a core and a name parts them: ",", " -", "(R)", ", fisherman"."""
    if before.endswith((",", "–", "—", "--", " -")) or CIRCLE_RE.fullmatch(before):
        return True
    return is_job_apposed(before)


def is_job_apposed(before: str) -> bool:
    """Whether a name stands behind what its bearer is: ", fisherman", ", retired teacher".

    >>> is_job_apposed(", retired teacher"), is_job_apposed(", for teacher")
    (True, False)
    >>> is_job_apposed(", former Kvik Lines finance chief")
    True
    """
    job = JOB_RE.fullmatch(before) or BODY_JOB_RE.fullmatch(before)
    if job is None or not NOT_APPOSED.isdisjoint(before.split()):
        return False
    return is_person_noun(job["job"], "singular")
