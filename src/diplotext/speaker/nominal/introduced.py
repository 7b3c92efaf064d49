"""People whom a story describes before it names them, as ledes do.

introduced  "its director said ... Gordon Hale told reporters": wires describe everybody at
            the first naming, so one whom they name bare was described before
tried       "the accused": the one person of whom a charge is told
described   "a former nurse was jailed ... Emi Holm, 35, ...": of whom no more than the age is told
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from diplotext.lexicon.role_noun import is_person_noun
from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.name.mention import Name
from diplotext.speaker.name.table import words
from diplotext.speaker.nominal.agreement import weigh_agreement
from diplotext.speaker.role.role import read_roles
from diplotext.speaker.source.reading import Reading, meanings_of
from diplotext.speaker.story import LEDE, Story

__all__ = ["find_described", "find_introduced", "find_tried"]

Found = tuple[Chain, str]

# How far behind a nominal the bare name may stand, in characters.
REACH = 1200
SAID = "said|says|told|added|adds|tells|explained|noted|announced|warned"
SAYS_RE = re.compile(rf"\s+(?:also\s+|later\s+)?(?:{SAID})\b")
SAID_RE = re.compile(rf"[,”\"’]\s+(?:{SAID})\s+\Z")
# Those who are many, and seldom the ones named next; reporters ask those.
MANY = words(
    "spokesman spokeswoman spokesperson source witness resident survivor victim voter neighbor"
    " neighbour friend colleague reporter journalist correspondent interviewer"
)
# How many names back one is looked for.
NAMES_BACK = 40
# In how many paragraphs behind the lede the one described there is named.
NAMED_WITHIN = 2
AGED_RE = re.compile(r"(?:,\s|\s?\(|,\saged?\s)\d{1,3}\b")
# "A former nurse": what may stand before the noun, and what ends the phrase.
PHRASE_RE = re.compile(r"\b[Aa]n?\s(?=(?P<phrase>(?:[\w’'-]+\s){0,5}[\w’'-]+))")
SMALL = words("of for in with who that at on from to by and or whose")
TRIED = (
    "jailed|sentenced|arrested|charged|convicted|acquitted|cleared|fined|banned|detained|indicted|freed"
    "|suspended|sacked"
)
# Of whom a lede tells something that names follow: "jailed | a former nurse", "A man | who".
TRIED_BEFORE_RE = re.compile(rf"\b(?:{TRIED}|found)\s\Z")
TRIED_RE = re.compile(
    rf"\s(?:who\s(?!(?:was|were)\b)|accused\b|suspected\b|wanted\b"
    rf"|(?:(?:was|is|has\sbeen|had\sbeen)\s)?(?:found\sguilty|{TRIED})\b)"
)
# What the one of whom the age is told may be called there.
DEFENDANTS = frozenset(["accused", "suspect", "defendant"])
TRIED_BACK = 200  # how many names back
CHARGED_RE = re.compile(
    r"(?:(?:,\s[^,.“”\"\n]{1,40}){1,2},)?\s(?:"
    r"(?:is|was|has\sbeen|had\sbeen|stands|stood)\s(?:also\s|now\s)?"
    r"(?:accused\sof|charged\swith|on\strial|arrested|convicted|sentenced|indicted|remanded)"
    r"|(?:has\s|had\s)?(?:plead(?:ed|s)|denie[ds]\s(?:the\s)?(?:charge|murder|theft|fraud|rape|any)|appeared\sin\s))"
)
CHARGED_BEFORE_RE = re.compile(
    r"\b(?:charged|arrested|accused|indicted|convicted|jailed|sentenced)\s(?:[a-z-]+\s){0,2}\Z"
)
WORD_RE = re.compile(r"[\w’'-]+")
ACCUSED = frozenset(["accused", "suspect", "defendant", "man", "woman"])


def find_introduced(story: Story, reading: Reading) -> Found | None:
    """The person described in the lede and named bare soon after.

    "Sales rose, its managing director said. ... Gordon Hale told reporters."
    """
    start = reading.start
    if start > LEDE or story.paragraph_of(start) > 1 or reading.noun in MANY:
        return None
    if not meanings_of(reading.noun, reading.modifiers):
        return None
    at = bisect_left(story.starts, reading.end)
    for name in story.names[at : at + NAMES_BACK]:
        chain = story.chain_of(name)
        if name.start > start + REACH:
            break
        if chain.kind == "person" and not name.quoted:
            fits = is_bare(story, name, chain) and weigh_agreement(chain, reading) >= 0
            return (chain, "introduced before") if fits else None
    return None


def is_bare(story: Story, name: Name, chain: Chain) -> bool:
    """Whether a person speaks at the first naming without a word on who it is."""
    text = story.text
    if chain.starts[0] != name.start or name.lead or name.possessive or len(name.keys) < 2:
        return False
    before = text[max(0, name.outer - 40) : name.outer]
    ends = text[name.end : name.end + 1] in (".", "\n")
    if SAYS_RE.match(text, name.end) is None and not (ends and SAID_RE.search(before)):
        return False
    return not read_roles(text, chain) and not chain.titles and not chain.affiliation


def find_described(story: Story, reading: Reading) -> Found | None:
    """The one person of whom the story tells the age alone, the one on trial in the lede.

    "A court jailed a former nurse. Emi Holm, 35, ...", and then "the former nurse"; not the victim
    of "A man who stabbed a nurse".
    """
    if reading.determiner != "the" or not story.paragraphs or not is_one(reading.noun):
        return None
    first, end = story.paragraphs[0]
    if reading.start < end or end - first > LEDE:
        return None
    if {noun for noun, tried in described_in(story.text, first, end) if tried} != {reading.noun}:
        return None
    if any(name.kind == "person" for name in story.names_in(first, end)):
        return None
    chain = aged_alone(story, end, reading.start)
    if chain is None or weigh_agreement(chain, reading) < 0:
        return None
    return chain, "introduced before"


def is_one(noun: str) -> bool:
    """Whether a noun is for one person: "nurse", "man"."""
    return is_person_noun(noun, "singular") and noun not in MANY


def described_in(text: str, start: int, end: int) -> Iterator[tuple[str, bool]]:
    """The nouns of the unnamed people in a range, and whether each is on trial, or told of.

    >>> text = "LIMA (AP) - A bus driver who hit a nurse was ill."
    >>> list(described_in(text, 0, len(text)))
    [('driver', True), ('nurse', False)]
    """
    for found in PHRASE_RE.finditer(text, start, end):
        noun, behind = "", found.end()
        for word in WORD_RE.finditer(text, found.end(), found.end("phrase")):
            key = word.group().lower()
            if key in SMALL or (noun and not is_one(key)):
                break
            if is_one(key):
                noun, behind = key, word.end()
        if noun:
            before = TRIED_BEFORE_RE.search(text, start, found.start()) is not None
            yield noun, before or TRIED_RE.match(text, behind, end) is not None


def aged_alone(story: Story, start: int, until: int) -> Chain | None:
    """The one person first named behind the lede of whom the age is told, and nothing else."""
    last = story.paragraph_of(start) + NAMED_WITHIN
    at = bisect_left(story.starts, start)
    found: Chain | None = None
    for name in story.names[at : at + NAMES_BACK]:
        if name.start >= until or story.paragraph_of(name.start) > last:
            break
        chain = story.chain_of(name)
        if name.lead or len(name.keys) < 2 or chain.starts[0] != name.start:
            continue
        told = AGED_RE.match(story.text, name.end) is not None
        if not told or not read_roles(story.text, chain) <= ACCUSED:
            continue
        if found is not None:
            return None
        found = chain
    return found


def is_charged(text: str, name: Name) -> bool:
    """Whether a charge is told of a name: "Bo Holm is accused", "charged broker Bo Holm"."""
    if CHARGED_RE.match(text, name.end) is not None:
        return True
    return CHARGED_BEFORE_RE.search(text, max(0, name.outer - 40), name.outer) is not None


def find_tried(story: Story, reading: Reading) -> Found | None:
    """The one person of whom a charge is told: "the accused", where Bo Holm "is accused of"."""
    if reading.noun not in DEFENDANTS or reading.determiner != "the" or reading.modifiers:
        return None
    at = bisect_left(story.starts, reading.start)
    found: dict[int, Chain] = {}
    for name in story.names[max(0, at - TRIED_BACK) : at]:
        if name.kind in ("person", "unknown") and is_charged(story.text, name):
            chain = story.chain_of(name)
            if chain.kind in ("person", "unknown") and len(chain.keys) > 1:
                found[name.chain] = chain
    if len(found) != 1:
        return None
    chain = found.popitem()[1]
    return (chain, "introduced before") if weigh_agreement(chain, reading) >= 0 else None
