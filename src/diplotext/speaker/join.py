"""Names that run on over small words: "Department of Justice", "Secretary of State John Doe".

body   = RUN ("of" | "for" | "on") ["the"] RUN      after a noun that takes it
       | RUN "and" RUN                              where it ends in "Committee", "Agency" ...
person = TITLE "of" DEPARTMENT NAME
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from diplotext.speaker.kind import FIRM_ENDS, gender_of, is_given, is_title, split_lead
from diplotext.speaker.mention import Name, mark_quoted, read_name, runs_of
from diplotext.speaker.name import key_of
from diplotext.speaker.table import ORG_DROPPED, ORG_HEADS, ORG_WORDS, PARTIES, words
from diplotext.speaker.vocabulary import vocabulary

__all__ = ["find_names"]

OF_RE = re.compile(r"\s+(?:of|for|on|and|to)\s+(?:(?:the|a|an)\s+)?|\s+&\s+")
JOINTS = words("of for on and to &")  # what a gap that joins begins with
OFFICE_RE = re.compile(r"\b(?:secretary|minister) (?:of|for) (?:the )?\Z")
OFFICE_ENDS = (" of ", " for ", " the ")
# The longest gap that joins: " for the ".
GAP = 9
# The most words that a name may have and still go on.
MOST = 14
OPENERS = frozenset(".!?”\"'“`:\n\t")
AND_HEADS = words(
    """committee subcommittee commission administration department agency association authority
    ministry service services"""
)
# Trades as they stand in firms' names: "Brynmoor Oil and Gas", "Holm Iron and Steel Corp".
TRADES = words(
    """oil gas steel iron coal power light electric water telephone telegraph savings loan trust
    sons brothers co company engineering chemical chemicals paper board marine insurance minerals
    mining associates partners partner casualty life fire general chocolate tobacco
    sugar"""
)
# Owners within the names of bodies: "People's Daily", "Women's Council"; what others own is not
# of their name ("Okafor's Labour Party").
OWNERS = words(
    "people peoples children childrens women womens workers teachers farmers miners students"
)
TO_HEADS = words("alliance campaign committee coalition")
AND_OPENERS = words("department ministry office centers")
DEPARTMENTS = words(
    """public works highways local regional rural planning economic social welfare youth sports
    sport science technology water power mines mining forestry fisheries food plantation primary
    religious religion unity company companies territories lands cooperatives arts heritage
    family women community immigration employment pensions home external posts
    telecommunications aviation
    shipping railways roads petroleum investment budget privatization infrastructure natural
    resources climate industries consumer government higher labor relations integration elections
    state defense defence education energy labor labour commerce agriculture transportation
    transport treasury interior homeland security health human services housing urban development
    veterans affairs foreign justice finance trade information culture tourism environment
    industry economy the and house senate commons lords parliament assembly state duma knesset
    cabinet board council commission court staff police operations communications intelligence"""
)


def find_names(
    text: str,
    ranges: Sequence[tuple[int, int]],
    quoted: Sequence[tuple[int, int]],
) -> list[Name]:
    """The names in the ranges, in order; those inside quotation marks are marked so.

    >>> text = "Finance Minister Ruth Okafor met Mr. Brandt of the Ministry of Trade."
    >>> for name in find_names(text, [(0, len(text))], []):
    ...     print(name.lead, name.words, name.kind)
    ['Finance', 'Minister'] ['Ruth', 'Okafor'] person
    ['Mr.'] ['Brandt'] person
    [] ['Ministry', 'of', 'Trade'] organization
    """
    found: list[Name] = []
    for start, end in ranges:
        before: Name | None = None
        for at, run, stop in runs_of(text, start, end):
            if before is not None and at - before.end <= GAP and may_join(text, before, at):
                if heads(text, before, at) or heads_on(text, before, at, run):
                    found[-1] = before = read_headed(text, before, at, run, stop)
                    continue
                if joins(text, before, at, run) or joins_and(text, before, at, run):
                    extend(text, before, stop)
                    take_suffix(text, before)
                    found[-1] = before = with_partner(text, found)
                    continue
            name = read_run(text, start, at, run, stop)
            if name is not None:
                found.append(name)
                before = name
    mark_quoted(found, quoted)
    return found


def may_join(text: str, before: Name, at: int) -> bool:
    """A cheap look: whether a small word that joins names stands before a run."""
    gap = text[before.end : at].split()
    if len(before.words) >= MOST:
        return False
    if before.possessive:
        return True
    return bool(gap) and gap[0] in JOINTS


def read_run(text: str, start: int, at: int, run: Sequence[str], stop: int) -> Name | None:
    """The name of a run, and how it stands in its paragraph, which begins at ``start``."""
    own, first = run, at
    opens = at - start < 2 or text[at - 2] in OPENERS
    several = len(run) > 1
    if opens and not several and run[0].lower() in OPENING_PREPOSITIONS:
        return None
    if several and opens and (run[0].lower() in OPENING_WORDS or opens_with_job(run)):
        # "Retailer Kvik said", "Echoing Okafor, the minister said"
        own, first = run[1:], text.index(run[1], at + len(run[0]))
    elif (
        several
        and text.endswith(OFFICE_ENDS, start, at)
        and OFFICE_RE.search(text, max(start, at - 16), at)
    ):
        # "former secretary of State Edith Crane"
        own, first = run[1:], text.index(run[1], at + len(run[0]))
    post = post_before(text, start, at, run) if len(run) > 2 else ""
    if post:
        own, first = run[1:], text.index(run[1], at + len(run[0]))
    name = read_name(text, first, own, stop)
    if name is None:
        return None
    if post:
        name.lead, name.kind = [post, *name.lead], "person"
    name.opens = opens
    name.articled = is_articled(text, name)
    if text.startswith(" p", name.end):
        take_suffix(text, name)
    return name


def opens_with_job(run: Sequence[str]) -> bool:
    """Whether a run opens with what somebody is: "Hairdresser Ruth Okafor"."""
    key = key_of(run[0])
    known = vocabulary()
    if len(run) < 3 or key not in known.meanings or key in known.titles or is_given(key):
        return False
    if key in PARTIES:
        return False
    return key_of(run[-1]) not in ORG_WORDS and known.careers.get(key, "person") == "person"


# "ambassador in Norland Ruth Okafor": the place is no part of the name.
POST_RE = re.compile(
    r"\b(ambassador|envoy|consul|correspondent|representative)\s(?:in|to|at)\s\Z", re.IGNORECASE
)
POST_ENDS = (" in ", " to ", " at ")


def post_before(text: str, start: int, at: int, run: Sequence[str]) -> str:
    """The post of whoever is named behind its place; "" if a run begins with no such place."""
    if not text.endswith(POST_ENDS, start, at) or is_title(key_of(run[1])):
        return ""
    post = POST_RE.search(text, max(start, at - 24), at)
    return post[1] if post is not None and key_of(run[0]) in vocabulary().places else ""


# Nouns that have a capital before a name from the sentence they open: "Retailer Kvik said".
OPENING_NOUNS = words(
    """rival rivals fellow automaker carmaker drugmaker chipmaker planemaker retailer insurer lender
    brokerage conglomerate miner startup broadcaster manufacturer supermarket steelmaker brewer"""
)


def with_partner(text: str, found: list[Name]) -> Name:
    """The last name, with the one before a comma where they are a firm's: "Holm, Lund and Co"."""
    last = found[-1]
    if len(found) < 2 or last.keys[1:3] != ["and", "co"] or found[-2].kind != "unknown":
        return last
    first = found[-2]
    if text[first.end : last.outer] != ", " or len(first.keys) > 1:
        return last
    found.pop()
    extend(text, first, last.end)
    return first


# Participles that open a sentence before a name: "Echoing Okafor, the minister said".
OPENING_PARTICIPLES = words(
    """accusing addressing answering asking backing blaming briefing calling citing commending
    condemning congratulating contacting contradicting criticizing criticising defending
    denouncing describing disputing echoing greeting hailing introducing invoking joining leaving
    lauding mentioning mirroring noting paraphrasing praising quoting recalling rebuking
    referencing replacing reporting replying representing responding seconding sounding succeeding
    supporting telling thanking urging visiting warning welcoming writing"""
)
# "Beyond the river, he said"; but "Beyond Foods said".
OPENING_PREPOSITIONS = words("above beside beyond inside outside")
OPENING_WORDS = OPENING_NOUNS | OPENING_PARTICIPLES


# "Brynmoor Oil and Gas plc", "Holm Foods plc's"
SUFFIX_RE = re.compile(r"\s(?:plc|p\.l\.c\.)(?!\w)")


def take_suffix(text: str, name: Name) -> None:
    """Take the one ending of firms that is printed in small letters into the name."""
    if name.lead or name.possessive:
        return
    suffix = SUFFIX_RE.match(text, name.end)
    if suffix is not None:
        extend(text, name, suffix.end())


# "the Okafor campaign" is a person's; "the Herald" is none.
OWNED_RE = re.compile(
    r"\s(?:campaign|administration|team|camp|family|presidency|era|rally|supporters|voters|candidacy"
    r"|government|brand|case|estate|speech|tour|doctrine|deal|plan|trial|book|story)\b"
)


def is_articled(text: str, name: Name) -> bool:
    """Whether "the" before a name is the name's own."""
    if text[name.outer - 4 : name.outer] not in ("the ", "The ", "the\n"):
        return False
    return OWNED_RE.match(text, name.end) is None


def joins(text: str, before: Name, at: int, run: Sequence[str]) -> bool:
    """Whether a run goes on with an organisation's name: "Department" + "of Justice"."""
    gap = text[before.end : at]
    if before.possessive:
        keys = [key_of(word) for word in run]
        if gap not in ("'s ", "’s ", "' ", "’ "):
            return False
        if before.keys[-1] in OWNERS or before.keys[0] in ("st", "saint"):
            return not ORG_WORDS.isdisjoint(keys)
        return keys[-1] in FIRM_ENDS and ORG_DROPPED.issuperset(keys)  # "McDonald's Corp"
    if gap.strip() == "&" and not before.lead:
        return True
    if before.kind != "organization":
        return False
    if OF_RE.fullmatch(gap) is None:
        return False
    if "to" in gap:
        return before.keys[-1] in TO_HEADS
    if "and" in gap:
        return "of" in before.keys and before.keys[0] in AND_OPENERS
    return before.keys[-1] in ORG_HEADS or "of" in before.keys


def joins_and(text: str, before: Name, at: int, run: Sequence[str]) -> bool:
    """Whether a run goes on with a committee's or an agency's name: "Food" + "and Drug Agency"."""
    if before.possessive or text[before.end : at].strip() != "and":
        return False
    keys = [key_of(word) for word in run]
    if keys[0] in COMPANY and ORG_DROPPED.issuperset(keys):
        return True  # "Ruth Holm and Co", whoever's name it has
    if before.kind in ("person", "place"):
        return False
    if keys[0] in TRADES and (TRADES | ORG_DROPPED).issuperset(keys):
        return before.keys[-1] in TRADES or not ORG_DROPPED.isdisjoint(keys)
    if keys[-1] not in AND_HEADS:
        return False
    opening = text[max(0, before.outer - 4) : before.outer].lower()
    return opening.endswith(("the ", "a ")) or len(before.keys) > 1


COMPANY = words("co company")


def extend(text: str, name: Name, stop: int) -> None:
    """Let a body's name go on to ``stop``, and part the titles of a person from it."""
    name.words = text[name.start : stop].split()
    name.possessive = False
    name.end = stop
    last = name.words[-1]
    if last[-2:] in ("'s", "’s"):
        name.words[-1] = last[:-2]
        name.end -= 2
        name.possessive = True
    name.keys = [key_of(word) for word in name.words]
    if name.kind != "document":
        name.kind = "organization"
    part_titles(text, name)


def part_titles(text: str, name: Name) -> None:
    """Part a person from the body before the title: "Bank of Canada Governor John Doe"."""
    lead = split_lead(name.keys)
    if not lead or name.keys[-1] in ORG_WORDS:
        return
    at = name.start
    for word in name.words[:lead]:
        at = text.index(word, at) + len(word)
    name.start = text.index(name.words[lead], at)
    name.lead, name.words, name.keys = name.words[:lead], name.words[lead:], name.keys[lead:]
    name.kind = "person"
    name.female = gender_of(name.lead, name.keys)


def heads(text: str, before: Name, at: int) -> bool:
    """Whether a run goes on with a title: "Secretary" + "of State John Doe"."""
    # "then-Secretary of State", "Deputy Minister of Finance", "Minister of State for Roads"
    if before.keys[-2:] == ["of", "state"] and is_title(before.keys[-3:][0]):
        return not before.lead and text[before.end : at].split() in (["for"], ["for", "the"])
    if not is_title(before.keys[-1]) or (before.lead and len(before.keys) > 1):
        return False
    return text[before.end : at].split() in (["of"], ["of", "the"], ["for"], ["for", "the"])


def heads_on(text: str, before: Name, at: int, run: Sequence[str]) -> bool:
    """Whether a title goes on over "and": "Minister of Housing" + "and Local Government Ada Obi".

    In "Minister of Finance and Prime Minister Ada Obi" another title begins.
    """
    if not is_title(before.keys[0]) or before.keys[1:2] not in (["of"], ["for"]):
        return False
    if text[before.end : at].split() != ["and"]:
        return False
    keys = [key_of(word) for word in run]
    own = next((i for i, key in enumerate(keys) if key not in DEPARTMENTS), len(keys))
    return own > 0 and not any(map(is_title, keys[own:-1]))


def read_headed(text: str, before: Name, at: int, run: Sequence[str], stop: int) -> Name:
    """The name after "Secretary of State"; the longer title alone where none follows."""
    places = vocabulary().places
    own = 1 if key_of(run[0]) in places else 0
    while own < len(run) and key_of(run[own]) in DEPARTMENTS:
        own += 1
    if 0 < own < len(run):
        start = text.index(run[own], at)
        name = read_name(text, start, run[own:], stop)
        if name is not None:
            name.outer, name.opens, name.kind = before.outer, before.opens, "person"
            name.lead = text[before.outer : start].split() + name.lead
            name.female = gender_of(name.lead, name.keys)
            return name
    before.words = text[before.start : stop].split()
    before.keys = [key_of(word) for word in before.words]
    before.end = stop
    return before
