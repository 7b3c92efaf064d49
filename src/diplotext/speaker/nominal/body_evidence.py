"""What tells that a body is meant by a noun: its name, an apposition, that it spoke or acted."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from diplotext.lexicon import agencies
from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.evidence import BODY
from diplotext.speaker.name.opening import CODE_RE
from diplotext.speaker.name.table import ORG_NOUNS, fold_words, listed_by_kind, words
from diplotext.speaker.name.vocabulary import vocabulary
from diplotext.speaker.nominal.body_noun import (
    ANY_FIRM,
    HALVES,
    MEDIA,
    MEDIUM_RE,
    UNIONS,
    has_head,
    is_central,
    is_of_kind,
    is_rater,
    kind_of_noun,
    kind_of_reading,
)
from diplotext.speaker.role.role import read_roles
from diplotext.speaker.source.reading import Reading
from diplotext.speaker.story import Story

__all__ = [
    "OWN_NOUN",
    "SPEAKERS_BACK",
    "countries_of",
    "countries_told",
    "evidence_for",
    "is_medium",
    "nouns_beside",
    "weigh",
]

# The distance, in characters, at which "named lately" is worth half.
LAPSE = 400
# How many speakers back count as having spoken of late, and at how many names appositions are read.
SPEAKERS_BACK, READ = 8, 4
# What a bank is called beside its name.
BANKS = words("bank lender broker brokerage firm company group giant house underwriter")
# What no firm is.
NO_FIRM = words("union ministry department commission")
# Whom a bank or a broker is only named for.
STAFF = (" analyst", " economist", " strategist", " trader", "'s ", "’s ")
# After these words a body is where or with whom something is.
LOCAL_RE = re.compile(r"\b(?:in|at|near|from|to|with|by|against|among|than|of|for)\s(?:the\s)?\Z")
ACTED_RE = re.compile(r"\s+(?:also\s+)?(?:\w+ed|said|says|told|plans|sold|bought|made|began)\b")
CLAUSE_RE = re.compile(r"[,;:.“”\"]|\b(?:and|in|of|with)\b")
# The apposition after a name, a share's code aside: "Okafor Lines (OKF.N), a retailer,".
APPOSED_RE = re.compile(
    r"\s*(?:[(<][^)>]{0,30}[)>]\s*)?,\s+(?:an?|the|one of|[\w’']+[’']s)\s+"
    r"(?:[\w.’'-]+[ \n]){0,7}?([\w-]+)"
    r"(?=\s*[,.;–—]|\s+(?:of|in|that|which|based|with|for|on|who)\b)"
)
# Of which countries firms are that end so: "Fjell Energi ASA".
FIRM_COUNTRIES = listed_by_kind("firm_countries")
# The evidence that a body is of the noun, whoever's it is.
OWN_NOUN = frozenset(["same noun", "noun beside the name"])


def is_medium(story: Story, chain: Chain, noun: str) -> bool:
    """Whether a body is called a medium beside its name: "the Oil Planet newsletter"."""
    return chain.kind in ("organization", "unknown") and noun in nouns_beside(story, chain)


def evidence_for(story: Story, chain: Chain, reading: Reading, start: int, spoke: set[int]) -> str:
    """What tells that a chain is a body of the noun; "" where nothing does."""
    evidence = _evidence_of_noun(story, chain, reading)
    if evidence is not None:
        return evidence
    return _evidence_of_deeds(story, chain, reading, start, spoke)


def _evidence_of_noun(story: Story, chain: Chain, reading: Reading) -> str | None:
    """What the name and the nouns beside it tell: "" for another body, None for nothing."""
    noun, kind = reading.noun, kind_of_reading(reading)
    if is_rater(chain, reading):
        return "same noun" if reading.modifiers else "noun of its kind"
    nouns = nouns_beside(story, chain)
    if noun == "bank" and nouns and nouns.isdisjoint(BANKS):
        return "same noun" if has_head(chain, "bank") else ""  # "homebuilder Okafor Brothers"
    central = noun == "bank" and "central" in reading.modifiers
    if has_head(chain, noun) or (central and is_central(chain)):
        return "same noun"
    if noun in nouns:
        # "juice company Kvik Fresh" tells little: any firm is a company.
        return "noun of its kind" if noun in ANY_FIRM else "noun beside the name"
    if is_of_kind(chain, kind):
        # "the company" is one whose name ends in "Corp.", not "Corp. Bank".
        return "noun of its kind"
    kinds = {kind_of_noun(beside) for beside in nouns}
    if (kind and kind in kinds) or (noun == "group" and "company" in nouns):
        return "noun of its kind beside the name"
    # "broadcaster ANT" is not the operator, but may be the company; a firm is no union.
    told = {kind_of_noun(beside) for beside in nouns - {"agency"}} - {"", kind}
    if told and (noun not in HALVES or ("company" in told and noun in NO_FIRM)):
        return ""
    if noun == "agency" and "news" in reading.modifiers:
        is_news = chain.words[0] in agencies() or " ".join(chain.words) in agencies()
        return "noun of its kind" if is_news else ""
    return None


def _evidence_of_deeds(
    story: Story, chain: Chain, reading: Reading, start: int, spoke: set[int]
) -> str:
    """What a body's speaking, being near or acting tells, whose name tells nothing."""
    # "NordFly said", but "Okafor Lund said" may be a person.
    lone = len(chain.keys) == 1 and (not chain.opening or len(chain.names) > 1)
    lone = lone or kind_of_reading(reading) in MEDIA or not read_roles(story.text, chain)
    if chain.number in spoke and (lone or chain.kind == "organization"):
        return "body that spoke before"
    if chain.words[0] in agencies():
        return ""  # "told AFP": the carrier is not who asked
    is_known = " ".join(chain.keys) in vocabulary().bodies and not employs(story, chain, start)
    if chain.kind == "organization" and (is_known or chain.words[-1].isupper()):
        if reading.noun == "group" and reading.modifiers:
            return ""  # "the rights group" is no body that is only named near
        return "nearest body"
    return "acted before" if len(chain.keys) == 1 and acts(story, chain, start) else ""


def employs(story: Story, chain: Chain, start: int) -> bool:
    """Whether a firm was named last as whose analyst somebody is: "Kvik Bank analyst Ana Ruiz"."""
    at = bisect_left(chain.starts, start)
    return at > 0 and story.text.startswith(STAFF, chain.names[at - 1].end)


def acts(story: Story, chain: Chain, start: int) -> bool:
    """Whether one of the last names did something: "NordFly cancelled forty flights"."""
    at = bisect_left(chain.starts, start)
    return any(
        story.is_subject(name) and ACTED_RE.match(story.text, name.end) is not None
        for name in chain.names[max(0, at - READ) : at]
    )


def weigh(story: Story, chain: Chain, reading: Reading, start: int, spoke: set[int]) -> float:
    """The weight of where and how often the body was named, and of the noun's modifiers."""
    at = bisect_left(chain.starts, start)
    score = BODY["often named"] * min(at, 6)
    if at:
        linked = max((link[0] for link in chain.links[-3:] if link[0] < start), default=0)
        score += BODY["named lately"] * LAPSE / (LAPSE + start - max(linked, chain.starts[at - 1]))
        last = chain.names[at - 1]
        if story.is_subject(last) or story.is_clause_subject(last):
            score += BODY["subject"]
        elif LOCAL_RE.search(story.text, max(0, last.outer - 12), last.outer):
            score += BODY["object"]
    else:
        score += BODY["named later"]
    if chain.number in spoke:
        score += BODY["speaker before"]
    if reading.modifiers:
        same = not set(reading.modifiers).isdisjoint(chain.keys)
        score += BODY["modifier in the name" if same else "other modifiers"]
    return score


def nouns_beside(story: Story, chain: Chain) -> frozenset[str]:
    """The nouns in apposition to a body's names: "Okafor Lines, the ferry operator"."""
    if chain.beside is None:
        found: set[str] = set()
        for name in chain.names[:READ]:
            before = story.text[max(0, name.outer - 30) : name.outer].rstrip(" ,\n").split()[-1:]
            found.update(map(str.lower, before))
            medium = MEDIUM_RE.match(story.text, name.end, name.end + 30)
            if medium is not None and not name.possessive and not is_union(chain):
                found.add(medium.group().split()[-1])
            match = APPOSED_RE.match(story.text, name.end, name.end + 120)
            if match is not None:
                found.add(match[1].lower())
            coded = story.text.startswith((" (", " <"), name.end)
            if coded and CODE_RE.match(story.text, name.end) is not None:
                found.add("company")  # "Kvik (KVK.L) said", of the code of its shares
        chain.beside = frozenset(found & (ORG_NOUNS | vocabulary().firms))
    return chain.beside


def is_union(chain: Chain) -> bool:
    """Whether a body is one of states, whose agencies are others: "a U.N. agency"."""
    return " ".join(chain.keys) in UNIONS


def countries_of(reading: Reading) -> set[str]:
    """The countries that a nominal's modifiers name: "the Irish central bank"."""
    return codes_of(reading.modifiers)


def codes_of(keys: Sequence[str]) -> set[str]:
    """The countries whose adjectives or names are among the keys, of one word or two."""
    known = vocabulary()
    phrases = (*keys, *(" ".join(pair) for pair in pairwise(keys)))
    codes = {known.nationalities.get(key) or known.countries.get(key) for key in phrases}
    return {code for code in codes if code}


def countries_told(story: Story, chain: Chain) -> set[str]:
    """The countries told by a body's name, its ending, or just before: "France's Okafor Lines"."""
    known = vocabulary()
    own = {known.nationalities.get(key) or known.places.get(key) for key in chain.keys}
    own |= {code for code, ends in FIRM_COUNTRIES.items() if chain.keys[-1] in ends}
    for name in chain.names[:READ]:
        before = story.text[max(0, name.outer - 40) : name.outer]
        before = CLAUSE_RE.split(before)[-1].replace("’s", "").replace("'s", "")
        own |= codes_of([fold_words(word) for word in before.split()])
    return {code for code in own if code}
