"""Chains: the names of a story gathered by whose they are.

Full names come first, short forms join them: family name, given name, initials, a body's tail.

Not handled: two people of exactly the same name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from diplotext.speaker.choice import choose, contradicts, fits
from diplotext.speaker.kind import FIRM_ENDS, is_given
from diplotext.speaker.mention import MONTHS, Name
from diplotext.speaker.name import is_compatible, key_of, split_suffix
from diplotext.speaker.part import is_full, speaks
from diplotext.speaker.table import ORG_DROPPED, ORG_WORDS
from diplotext.speaker.vocabulary import vocabulary

__all__ = ["Chain", "link_names"]

LOCAL = frozenset("in from at to near outside across around of".split())
# What opens an abbreviation after a name, and what may close it.
BRACKETS = {" (": ")", " [": "]", ", ": ",.;"}
SMALL_WORDS = frozenset(["of", "the", "for", "and", "on"])
# How many chains of one family name are compared with a new full name.
MOST = 20
START = attrgetter("start")
NONE: frozenset[str] = frozenset()


class Chain:
    """All that is known of one speaker: a person, a body, a document, or one left unnamed.

    ``names`` are in order once all are linked, ``starts`` their offsets. ``noun`` and ``phrase``
    are of the unnamed; ``links`` are sources as (start, end, form, reason).
    """

    __slots__ = (
        "affiliation", "beside", "counterpart", "countries", "familiar", "female", "full",
        "fullest", "keys", "kind", "lead_keys", "links", "meanings", "names", "noun", "number",
        "opening", "parties", "plural", "short", "starts", "sure", "titles", "words",
    )  # fmt: skip

    def __init__(self, number: int, kind: str, words: list[str], keys: list[str]) -> None:
        """A chain without names."""
        self.number, self.kind, self.words, self.keys = number, kind, words, keys
        self.names: list[Name] = []
        self.starts: Sequence[int] = ()
        self.full: list[int] = []
        self.short: list[int] = []
        self.female: bool | None = None
        self.fullest: Name | None = None
        self.sure = self.familiar = self.counterpart = self.plural = False
        self.opening = True
        # Most chains are told nothing more: they share what is empty.
        self.lead_keys = self.countries = self.parties = NONE
        self.meanings: set[str] | None = None
        self.titles: tuple[str, ...] = ()
        self.affiliation: str | None = None
        self.noun = ""
        self.beside: frozenset[str] | None = None
        self.links: list[tuple[int, int, str, str]] = []

    def add(self, name: Name, reason: str) -> None:
        """Take in one more name."""
        name.chain = self.number
        name.reason = reason
        self.names.append(name)
        (self.full if len(name.keys) > 1 else self.short).append(name.start)
        self.opening = self.opening and name.opens
        if name.lead:
            self.lead_keys |= set(map(key_of, name.lead))
        if name.female is not None and (self.female is None or (name.lead and not self.sure)):
            self.female = name.female
            self.sure = not self.lead_keys.isdisjoint(vocabulary().honorifics)
        if self.kind == "unknown":
            # No one says "the Okafor": it is a body.
            articled = name.articled and not name.lead
            if articled:
                self.kind = "organization"
            elif not is_shouted(name, self.words):
                self.kind = name.kind
        if self.fullest is None or (len(name.keys) > len(self.keys) and self.may_grow(name)):
            self.fullest, self.words, self.keys = name, name.words, name.keys

    def may_grow(self, name: Name) -> bool:
        """Whether a longer name is a fuller one: "Vermonter Ruth Okafor" is not."""
        if self.kind != "person" or len(self.keys) == 1:
            return True
        first = name.keys[0]
        return len(first) == 1 or is_given(first) or not is_given(self.keys[0])

    def named_before(self, offset: int) -> tuple[int, int]:
        """The start of the last name before an offset, and how many there are."""
        count = bisect_left(self.full, offset)
        last = self.full[count - 1] if count else -1
        if self.short:
            # Short forms join in order, so all of them so far stand before.
            last = max(last, self.short[-1])
        return last, count + len(self.short)


class Chains:
    """The chains of a story while they grow, with what they are found by."""

    def __init__(self, text: str) -> None:
        """No chains yet."""
        self.text = text
        self.all: list[Chain] = []
        self.exact: dict[str, Chain] = {}
        self.last: dict[str, list[Chain]] = {}
        self.first: dict[str, list[Chain]] = {}
        self.inner: dict[str, Chain] = {}
        self.tails: dict[str, Chain] = {}
        self.bodies: dict[str, Chain] = {}

    def start(self, name: Name) -> Chain:
        """A new chain that begins with a name."""
        chain = Chain(len(self.all), name.kind, name.words, name.keys)
        chain.plural = name.kind == "adjective" and name.keys[-1].endswith("s")
        self.all.append(chain)
        chain.add(name, "first named")
        self.index(chain, name)
        return chain

    def index(self, chain: Chain, name: Name) -> None:
        """Make the chain findable by the words of a name."""
        keys, _ = split_suffix(name.keys)
        whole = " ".join(name.keys)
        self.exact.setdefault(whole, chain)
        body = vocabulary().bodies.get(whole)
        if body is not None:
            self.bodies.setdefault(body, chain)
        enter(self.last, keys[-1], chain)
        if len(keys) > 1:
            enter(self.first, keys[0], chain)
            for key in keys[1:-1]:
                self.inner.setdefault(key, chain)
            for at in range(1, min(len(keys) - 1, 6)):  # tails of several words
                self.tails.setdefault(" ".join(keys[at:]), chain)

    def find_full(self, name: Name) -> tuple[Chain, str] | None:
        """The chain of a name of several words, if it is there."""
        whole = " ".join(name.keys)
        same = self.exact.get(whole)
        if same is not None:
            return same, "same name"
        known = self.find_body(whole)
        if known is not None:
            return known, "another name"
        keys, _ = split_suffix(name.keys)
        if name.kind in ("person", "unknown"):
            for chain in self.last.get(keys[-1], ())[-MOST:]:
                if is_person(chain) and is_compatible(chain.keys, name.keys):
                    return chain, "full name"
        longer = self.find_longer(name)
        if longer is not None:
            return longer, "part of the name"
        if len(keys) == 3 and name.kind == "person":
            shorter = self.exact.get(" ".join(keys[:2]))
            if shorter is not None and shorter.kind == "person" and is_full(self.text, name):
                return shorter, "longer name"  # "Oscar Arenas", and then "Oscar Arenas Sanchez"
        if name.kind in ("organization", "unknown"):
            tail = self.tails.get(" ".join(name.keys))
            if tail is not None:
                return tail, "short form"
            for at in range(1, min(len(keys) - 1, 6)):
                known = self.exact.get(" ".join(keys[at:]))
                if known is not None and known.kind == name.kind:
                    return known, "long form"
        return None

    def find_longer(self, name: Name) -> Chain | None:
        """The chain whose name goes on after this: "Abu Kassim", of Abu Kassim Omar.

        Of a body only words that are dropped may follow: "Four Moon", of Four Moon Resources Ltd.
        """
        keys = name.keys
        for chain in self.first.get(keys[0], ())[-MOST:]:
            rest = chain.keys[len(keys) :]
            if not rest or chain.keys[: len(keys)] != keys:
                continue
            if chain.kind == "organization" and name.kind in ("organization", "unknown", "person"):
                if ORG_DROPPED.issuperset(rest):
                    return chain
                continue
            alike = name.kind in ("person", "unknown") and is_person(chain) and fits(chain, name)
            if alike and len(rest) == 1 and is_full(self.text, chain.names[0]):
                return chain
        return None

    def find_body(self, whole: str) -> Chain | None:
        """The chain of a body known by another of its names: "FBI", "Justice Department"."""
        body = vocabulary().bodies.get(whole)
        return None if body is None else self.bodies.get(body)

    def find_short(self, name: Name) -> tuple[Chain, str] | None:
        """The chain that a single word stands for, if there is one."""
        key, word = name.keys[0], name.words[0]
        people = [chain for chain in self.last.get(key, ())[-MOST:] if is_person(chain)]
        if people and ("." in word or (len(key) < 4 and word.isupper())):
            # "UN" is not Kim Jong Un, unless he is in capitals.
            people = [chain for chain in people if chain.words[-1].isupper()]
        if people and name.kind == "place" and is_local(self.text, name):
            # "in Washington" is not Denise Washington.
            people = []
        if people and (name.kind != "organization" or word.isupper()):
            chosen = choose(self.text, people, name)
            if chosen is not None:
                return chosen, "family name"
        same = self.exact.get(key)
        if same is not None and fits(same, name) and not contradicts(self.text, same, name):
            return same, "same name"
        body = self.find_body(key)
        if body is not None:
            return body, "abbreviation"
        firsts = self.first.get(key)
        firm = None if firsts is None else find_firm(key, firsts)
        if firm is not None:
            return firm, "short form"
        if firsts is not None and name.kind not in ("organization", "place"):
            people = [chain for chain in firsts[-MOST:] if chain.kind in ("person", "unknown")]
            chosen = choose(self.text, people, name)
            if chosen is not None:
                return chosen, "given name"
        return self.find_part(name, key)

    def find_part(self, name: Name, key: str) -> tuple[Chain, str] | None:
        """The chain of a body by its first word or noun, of a person by an inner name."""
        known = vocabulary()
        if key in known.places or key in known.nationalities:
            return None
        inner = self.inner.get(key)
        if inner is not None and inner.kind == "person" and name.kind == "unknown":
            if not name.opens or (not is_given(key) and speaks(self.text, name)):
                return inner, "part of the name"
            return None
        for chain in self.first.get(key, ())[:MOST]:
            if chain.kind == "organization" and chain.keys[-1] in ORG_DROPPED:
                return chain, "short form"
        if key in ORG_WORDS:
            for chain in reversed(self.last.get(key, ())[-MOST:]):
                if chain.kind == "organization" and chain.names[0].start < name.start:
                    return chain, "short form"
        return None


def without_ending(keys: Sequence[str]) -> list[str]:
    """The words of a firm's name for its initials: "GHM", of General Holm-Marsh Corp."""
    words = [part for key in keys for part in key.split("-")]
    while len(words) > 2 and words[-1] in FIRM_ENDS:
        words.pop()
    return words


def find_firm(key: str, chains: Sequence[Chain]) -> Chain | None:
    """The firm of which a word is the short form: "Kvik", of Kvik Co, not its Kvik Ferries."""
    known = vocabulary()
    if key in known.places or key in known.nationalities or is_given(key):
        return None
    for chain in chains[:MOST]:
        if chain.kind == "organization" and ORG_DROPPED.issuperset(chain.keys[1:]):
            return chain
    return None


def is_shouted(name: Name, words: Sequence[str]) -> bool:
    """Whether a name is in capitals that the story prints otherwise: "HOLM:", of Holm."""
    return len(name.words) == 1 and name.words[0].isupper() and not words[-1].isupper()


def enter(index: dict[str, list[Chain]], key: str, chain: Chain) -> None:
    """Enter a chain under a key, once in a row."""
    held = index.setdefault(key, [])
    if not held or (held[-1] is not chain and chain not in held[-MOST:]):
        held.append(chain)


def is_person(chain: Chain) -> bool:
    """Whether a chain can be a person named in full."""
    return chain.kind in ("person", "unknown") and len(chain.keys) > 1


def is_local(text: str, name: Name) -> bool:
    """Whether a name stands after a word of place."""
    before = text[max(0, name.outer - 9) : name.outer].lower().split()[-1:]
    return not LOCAL.isdisjoint(before)


def initials_of(keys: Sequence[str]) -> str:
    """The initials that an acronym would have.

    >>> initials_of(["federal", "bureau", "of", "investigation"])
    'fbi'
    """
    return "".join(key[:1] for key in keys if key not in SMALL_WORDS)


def has_initials(chain: Chain) -> bool:
    """Whether a name has initials in it already: "BNR Pardis" is not "BP"."""
    words = [w for w, key in zip(chain.words, chain.keys, strict=True) if key not in FIRM_ENDS]
    upper = [len(word) > 1 and word.isupper() for word in words]
    return any(upper) and not all(upper)


def link_names(text: str, names: Sequence[Name]) -> list[Chain]:
    """The chains of the names; each name knows its chain's number afterwards.

    >>> from diplotext.speaker.join import find_names
    >>> text = "Ruth Okafor met Joel Brandt. Okafor spoke first."
    >>> [[n.words for n in c.names] for c in link_names(text, find_names(text, [(0, 48)], []))]
    [[['Ruth', 'Okafor'], ['Okafor']], [['Joel', 'Brandt']]]
    """
    chains = Chains(text)
    link_full(chains, names)
    single = {name.keys[0] for name in names if len(name.keys) == 1 and not name.quoted}
    acronyms: dict[str, Chain] = {}
    for chain in chains.all:
        chain.familiar = chain.keys[0] in single
        if chain.kind != "person" and not has_initials(chain):
            acronyms.setdefault(initials_of(chain.keys), chain)
            if chain.keys[-1] in FIRM_ENDS:
                acronyms.setdefault(initials_of(without_ending(chain.keys)), chain)
    for name in names:
        if name.chain >= 0:
            continue
        found = chains.find_short(name)
        if found is None and name.kind == "organization" and name.keys[0] in acronyms:
            found = acronyms[name.keys[0]], "abbreviation"
        if name.keys[0] in MONTHS and (found is None or not is_person(found[0])):
            # A month after all.
            name.kind, found = "adjective", None
        if found is None:
            chains.start(name)
        else:
            found[0].add(name, found[1])
    for chain in chains.all:
        if len(chain.names) > 1:
            chain.names.sort(key=START)
        chain.starts = [name.start for name in chain.names]
    return chains.all


def link_full(chains: Chains, names: Sequence[Name]) -> None:
    """Link the names of several words, and the abbreviations in brackets after them."""
    before: Name | None = None
    for name in names:
        if len(name.keys) > 1:
            found = chains.find_full(name)
            if found is None:
                chains.start(name)
            else:
                found[0].add(name, found[1])
                chains.index(found[0], name)
        elif before is not None and is_bracketed(chains.text, before, name):
            known = chains.all[before.chain]
            if name.keys[0] == initials_of(known.keys):
                known.kind = "organization"
            known.add(name, "abbreviation")
            chains.exact[name.keys[0]] = known
        before = name if len(name.keys) > 1 else None


def is_bracketed(text: str, before: Name, name: Name) -> bool:
    """Whether a name stands in brackets after another: "World Health Organization (WHO)".

    Between commas it has to be of the initials: "Zavia Copper Mines, ZCM,".
    """
    gap = text[before.end : name.start]
    if gap not in BRACKETS or not name.words[0].isupper():
        return False
    if name.keys[0] == initials_of(before.keys) and len(before.keys) > 2:
        return text[name.end : name.end + 1] in BRACKETS[gap]
    return gap != ", " and before.kind != "person" and text[name.end : name.end + 1] in (")", "]")
