"""Chains: the names of a story gathered by whose they are.

Full names come first, family names join them. Where several people share a family name, title,
first name, gender and nearness decide, in the order of ``CHOICE``.

Not handled: two people of exactly the same name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import Factory, define

from diplotext.speaker.mention import Name
from diplotext.speaker.name import is_compatible, key_of, split_suffix
from diplotext.speaker.table import ORG_DROPPED, ORG_WORDS
from diplotext.speaker.vocabulary import vocabulary

__all__ = ["Chain", "link_names"]

# What tells people of one family name apart, and how much each counts.
CHOICE = {
    "same title": 4.0,
    "named just before": 1.5,
    "named before": 1.0,
    "often named": 0.5,
    "often named in full": 0.4,
    "called by the given name": -1.5,
    "named first": 0.9,
    "pronoun after": 1.5,
}
PRONOUN_RE = re.compile(r"[^.!?“”\"]{0,120}?\b(he|his|him|she|her)\b")


@define(eq=False)
class Chain:
    """All that is known of one person, organisation or place of the story."""

    number: int
    kind: str
    words: list[str]
    keys: list[str]
    names: list[Name] = Factory(list)
    female: bool | None = None
    sure: bool = False
    fullest: Name | None = None
    meanings: set[str] | None = None
    countries: set[str] = Factory(set)
    titles: list[str] = Factory(list)
    affiliation: str | None = None
    plural: bool = False
    noun: str = ""
    title: str = ""
    familiar: bool = False
    links: list[tuple[int, int, str, str]] = Factory(list)

    def add(self, name: Name, reason: str) -> None:
        """Take in one more name."""
        name.chain = self.number
        name.reason = reason
        self.names.append(name)
        if name.female is not None and (self.female is None or (name.lead and not self.sure)):
            self.female = name.female
            self.sure = any(key_of(word) in vocabulary().honorifics for word in name.lead)
        if name.articled and self.kind == "unknown" and not name.lead:
            self.kind = "organization"
        if name.kind != "unknown" and self.kind == "unknown":
            self.kind = name.kind
        if self.fullest is None or len(name.keys) > len(self.keys):
            self.fullest = name
            self.words = name.words
            self.keys = name.keys


class Chains:
    """The chains of a story while they grow, with what they are found by."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.all: list[Chain] = []
        self.exact: dict[str, Chain] = {}
        self.last: dict[str, list[Chain]] = {}
        self.first: dict[str, list[Chain]] = {}
        self.inner: dict[str, list[Chain]] = {}
        self.tails: dict[str, list[Chain]] = {}

    def start(self, name: Name, reason: str = "first named") -> Chain:
        """A new chain that begins with a name."""
        chain = Chain(len(self.all), name.kind, name.words, name.keys)
        self.all.append(chain)
        chain.plural = name.kind == "adjective" and name.keys[-1].endswith("s")
        chain.add(name, reason)
        self.index(chain, name)
        return chain

    def index(self, chain: Chain, name: Name) -> None:
        """Make the chain findable by the words of a name."""
        keys, _ = split_suffix(name.keys)
        self.exact.setdefault(" ".join(name.keys), chain)
        if chain not in self.last.setdefault(keys[-1], []):
            self.last[keys[-1]].append(chain)
        if len(keys) > 1:
            if chain not in self.first.setdefault(keys[0], []):
                self.first[keys[0]].append(chain)
            for key in keys[1:-1]:
                self.inner.setdefault(key, []).append(chain)
            for at in range(1, len(keys)):
                tail = self.tails.setdefault(" ".join(keys[at:]), [])
                if chain not in tail:
                    tail.append(chain)

    def find_full(self, name: Name) -> tuple[Chain, str] | None:
        """The chain of a name of several words, if it is there."""
        same = self.exact.get(" ".join(name.keys))
        if same is not None:
            return same, "same name"
        keys, _ = split_suffix(name.keys)
        if name.kind in ("person", "unknown"):
            for chain in self.last.get(keys[-1], ()):
                if chain.kind in ("person", "unknown") and len(chain.keys) > 1 and is_compatible(chain.keys, name.keys):
                    return chain, "full name"
        if name.kind in ("organization", "unknown"):
            tail = self.tails.get(" ".join(name.keys))
            if tail:
                return tail[0], "short form"
            for at in range(1, len(keys) - 1):
                known = self.exact.get(" ".join(keys[at:]))
                if known is not None and known.kind == name.kind:
                    return known, "long form"
        return None

    def find_short(self, name: Name) -> tuple[Chain, str] | None:
        """The chain that a single word stands for, if there is one."""
        key = name.keys[0]
        initials = "." in name.words[0] or (len(key) < 4 and name.words[0].isupper())
        people = [c for c in self.last.get(key, ()) if c.kind in ("person", "unknown") and len(c.keys) > 1]
        if initials:
            people = [c for c in people if c.words[-1].isupper()]
        if people and (name.kind != "organization" or name.words[0].isupper()):
            chosen = choose(self.text, people, name)
            if chosen is not None:
                return chosen, "family name"
        same = self.exact.get(key)
        if same is not None and fits(same, name):
            return same, "same name"
        firsts = self.first.get(key, ())
        people = [c for c in firsts if c.kind in ("person", "unknown")]
        if people and name.kind not in ("organization", "place"):
            chosen = choose(self.text, people, name)
            if chosen is not None:
                return chosen, "given name"
        if key in vocabulary().places or key in vocabulary().nationalities:
            return None
        people = [c for c in self.inner.get(key, ()) if c.kind == "person"]
        if people and name.kind not in ("organization", "place") and not name.opens:
            return people[0], "part of the name"
        for chain in firsts:
            if chain.kind == "organization" and chain.keys[-1] in ORG_DROPPED:
                return chain, "short form"
        if key in ORG_WORDS:
            for chain in reversed(self.tails.get(key, ())):
                if chain.kind == "organization" and chain.names[0].start < name.start:
                    return chain, "short form"
        return None


def fits(chain: Chain, name: Name) -> bool:
    """Whether a name can be of a chain by gender and kind."""
    if name.kind == "person" and chain.kind in ("organization", "place"):
        return False
    return None in (chain.female, name.female) or chain.female == name.female or not name.lead


def choose(text: str, chains: Sequence[Chain], name: Name) -> Chain | None:
    """Which of the people of one family (or given) name is meant."""
    fitting = [chain for chain in chains if fits(chain, name)]
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    lead = {key_of(word) for word in name.lead} - vocabulary().honorifics
    best, best_score = None, -9.0
    after = PRONOUN_RE.match(text, name.end)
    female = None if after is None else after[1] in ("she", "her")
    earliest = min(chain.number for chain in fitting)
    for chain in fitting:
        score = 0.0
        if lead and any(lead & {key_of(w) for w in known.lead} for known in chain.names):
            score += CHOICE["same title"]
        before = [known for known in chain.names if known.start < name.start]
        if before:
            score += CHOICE["named before"]
            gap = name.start - before[-1].end
            score += CHOICE["named just before"] * 150 / (150 + gap)
            score += CHOICE["often named"] * min(len(before), 6) / 2
        full = sum(len(known.keys) > 1 for known in chain.names)
        score += CHOICE["often named in full"] * min(full, 5)
        if chain.familiar and name.keys[0] != chain.keys[0]:
            score += CHOICE["called by the given name"]
        if chain.number == earliest:
            score += CHOICE["named first"]
        if female is not None and chain.female is not None:
            score += CHOICE["pronoun after"] * (1 if chain.female == female else -1)
        if score > best_score:
            best, best_score = chain, score
    return best


def initials_of(keys: Sequence[str]) -> str:
    """The initials that an acronym would have."""
    return "".join(key[0] for key in keys if key not in ("of", "the", "for", "and", "on"))


def link_names(text: str, names: Sequence[Name]) -> list[Chain]:
    """The chains of the names; each name knows its chain's number afterwards.

    >>> from diplotext.speaker.mention import find_names
    >>> text = "Ruth Okafor met Joel Brandt. Okafor spoke first."
    >>> [[n.words for n in c.names] for c in link_names(text, find_names(text, [(0, 48)], []))]
    [[['Ruth', 'Okafor'], ['Okafor']], [['Joel', 'Brandt']]]
    """
    chains = Chains(text)
    before: Name | None = None
    for name in names:
        if len(name.keys) > 1:
            found = chains.find_full(name)
            if found is None:
                chains.start(name)
            else:
                found[0].add(name, found[1])
                chains.index(found[0], name)
        elif before is not None and is_bracketed(text, before, name):
            known = chains.all[before.chain]
            known.add(name, "abbreviation")
            chains.exact[name.keys[0]] = known
        before = name if len(name.keys) > 1 else None
    single = {name.keys[0] for name in names if len(name.keys) == 1 and not name.quoted}
    for chain in chains.all:
        chain.familiar = len(chain.keys) > 1 and chain.keys[0] in single
    acronyms = {
        initials_of(c.keys): c for c in reversed(chains.all) if len(c.keys) > 1 and c.kind != "person"
    }
    for name in names:
        if name.chain >= 0:
            continue
        found = chains.find_short(name)
        if found is None and name.kind == "organization" and name.keys[0] in acronyms:
            found = acronyms[name.keys[0]], "abbreviation"
        if found is None:
            chains.start(name)
        else:
            found[0].add(name, found[1])
    for chain in chains.all:
        chain.names.sort(key=lambda name: name.start)
    return chains.all


def is_bracketed(text: str, before: Name, name: Name) -> bool:
    """Whether a name stands in brackets after another: "World Health Organization (WHO)"."""
    return (
        before.kind != "person"
        and text[before.end : name.start] in (" (", " [")
        and text[name.end : name.end + 1] in (")", "]")
        and name.words[0].isupper()
    )
