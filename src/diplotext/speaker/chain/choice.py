"""Which of several people of one family name is meant: "Clinton", after Hillary and Bill.

``CHOICE`` is the table of evidence; it adds up, and the highest sum is taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from diplotext.speaker.name.mention import Name
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.part import speaks
from diplotext.speaker.name.vocabulary import vocabulary

if TYPE_CHECKING:
    from diplotext.speaker.chain.chain import Chain

__all__ = ["CHOICE", "choose", "contradicts", "fits"]

CHOICE = {
    "same title": 4.0,  # "Senator Okafor" is not her brother the mayor
    "another title": -1.0,  # "Secretary Okafor", where one is known as a mayor
    "pronoun after": 1.5,  # "Okafor said she ..."; as much against
    "named just before": 1.5,  # fades with the distance
    "named before": 1.0,
    "named first": 0.9,  # of the family, in this story
    "often named": 0.25,  # each time by the family name, up to six
    "often named in full": 0.4,  # each time, up to five
    "spoke as well": 1.0,  # "Inge Okafor said", and then "Okafor said"
    "died": -2.0,  # who was killed does not speak after
    "of the age told": 3.0,  # "the younger Okafor", the son; as much against
    "called by the given name": -1.5,  # "Chelsea": so the family name is left to the others
}
# The distance, in characters, at which "named just before" is worth half.
HALF = 150
# How many of one family name are weighed: those named last.
MOST = 20
FIRST = 3  # at how many of a person's names it is looked for who spoke
SPOUSE_RE = re.compile(r"[^.!?“”\"]{0,120}?\b(his|her)\s(?:late\s|former\s)?(?:wife|husband)\b")
PRONOUN_RE = re.compile(r"[^.!?“”\"]{0,120}?\b(he|his|him|she|her)\b")


DIED_RE = re.compile(
    r"(?:,\s[^,.“”\"]{1,60},)?\s(?:died|drowned|(?:was|had\sbeen)\s(?:shot\s|stabbed\s)?"
    r"(?:killed|murdered|dead|(?:shot\s|found\s)dead|(?:shot|stabbed)\sto\sdeath|assassinated"
    r"|executed|buried))\b"
)
# "denies murdering | Ana Ruiz"
KILLED = (" murdering ", " killing ", " murder of ", " killing of ", " death of ", " killed ")
ELDER = ("the elder ", "the older ", "the senior ")
YOUNGER = ("the younger ", "the junior ")
SON_RE = re.compile(r"\b(?:son|daughter|nephew|niece|grandson|granddaughter)s?,?\s\Z")
FATHER_RE = re.compile(r"\b(?:father|mother|uncle|aunt|grandfather|grandmother),?\s\Z")
KIN = 20  # how far before a name such a word may begin, in characters


def fits(chain: Chain, name: Name) -> bool:
    """Whether a name can be of a chain by gender and kind."""
    if name.kind == "person" and chain.kind in ("organization", "place"):
        return False
    return None in (chain.female, name.female) or chain.female == name.female or not name.lead


def contradicts(text: str, chain: Chain, name: Name) -> bool:
    """Whether "Mrs. Lund" is no "President Lund", of whom "his wife" is said."""
    if name.female is None or not name.lead or chain.female is not None or len(chain.keys) > 1:
        return False
    after = SPOUSE_RE.match(text, chain.names[0].end)
    return after is not None and (after[1] == "her") != name.female


def choose(text: str, chains: Sequence[Chain], name: Name) -> Chain | None:
    """Which of the people of one family (or given) name is meant; None if it fits none."""
    fitting = [
        chain
        for chain in chains[-MOST:]
        if fits(chain, name) and not contradicts(text, chain, name)
    ]
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    lead = {key_of(word) for word in name.lead} - vocabulary().honorifics
    after = PRONOUN_RE.match(text, name.end)
    female = None if after is None else after[1] in ("she", "her")
    says = speaks(text, name)
    younger = is_younger(text, name)
    earliest = min(chain.number for chain in fitting)
    best, best_score = None, float("-inf")
    for chain in fitting:
        score = weigh(chain, name, lead)
        if chain.number == earliest:
            score += CHOICE["named first"]
        if says and chain.kind == "person":
            spoke = any(speaks(text, other) for other in chain.names[:FIRST])
            score += CHOICE["spoke as well"] if spoke else 0.0
            score += CHOICE["died"] if has_died(text, chain) else 0.0
        if younger is not None:
            score += CHOICE["of the age told"] * weigh_age(text, chain, younger=younger)
        if female is not None and chain.female is not None:
            score += CHOICE["pronoun after"] * (1 if chain.female == female else -1)
        if score > best_score:
            best, best_score = chain, score
    return best


def has_died(text: str, chain: Chain) -> bool:
    """Whether a story tells at one of the first names of a person that they died."""
    return any(
        DIED_RE.match(text, name.end) is not None or text.endswith(KILLED, 0, name.outer)
        for name in chain.names[:FIRST]
    )


def is_younger(text: str, name: Name) -> bool | None:
    """Whether a name is said of the younger of a family, of the elder (False), or of either."""
    before = text[max(0, name.outer - 12) : name.outer].lower()
    return True if before.endswith(YOUNGER) else False if before.endswith(ELDER) else None


def weigh_age(text: str, chain: Chain, *, younger: bool) -> int:
    """1 for whom the story tells to be the younger or the elder as asked, -1 for the other."""
    start = chain.names[0].outer
    before = text[max(0, start - KIN) : start]
    if "jr" in chain.keys or "iii" in chain.keys or SON_RE.search(before):
        return 1 if younger else -1
    if "sr" in chain.keys or FATHER_RE.search(before):
        return -1 if younger else 1
    return 0


def weigh(chain: Chain, name: Name, lead: set[str]) -> float:
    """The weight of what concerns one chain alone."""
    score = 0.0
    if lead & chain.lead_keys:
        score += CHOICE["same title"]
    elif lead and chain.lead_keys - vocabulary().honorifics:
        score += CHOICE["another title"]
    last, count = chain.named_before(name.start)
    if count:
        score += CHOICE["named before"]
        score += CHOICE["named just before"] * HALF / (HALF + name.start - last)
        score += CHOICE["often named"] * min(count, 6)
    score += CHOICE["often named in full"] * min(len(chain.full), 5)
    if chain.familiar and name.keys[0] != chain.keys[0]:
        score += CHOICE["called by the given name"]
    return score
