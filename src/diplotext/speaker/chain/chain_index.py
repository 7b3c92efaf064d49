"""The chains of a story while they grow, found by the words of their names.

A short form joins the chain of the full one: family name, given name, abbreviation, tail of a body.
"""

from __future__ import annotations

from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.chain.chain_trait import (
    MOST,
    body_of,
    enter,
    find_firm,
    find_titled,
    has_letters,
    is_firms_own,
    is_local,
    is_named_as_place,
    is_newcomer,
    is_person,
)
from diplotext.speaker.chain.choice import choose, contradicts, fits
from diplotext.speaker.name.kind import is_given
from diplotext.speaker.name.mention import Name
from diplotext.speaker.name.name import is_another_al, is_compatible, key_of, split_suffix
from diplotext.speaker.name.named_as_body import bare_name
from diplotext.speaker.name.nickname import nickname_in
from diplotext.speaker.name.office import is_office_name
from diplotext.speaker.name.opening import RANK_LETTERS
from diplotext.speaker.name.part import is_full, is_kin, speaks, spouse_before
from diplotext.speaker.name.table import NOBILIARY, ORG_DROPPED, ORG_WORDS
from diplotext.speaker.name.vocabulary import vocabulary

__all__ = ["Chains"]

# How copy without accents spells them: "Moeller", of Möller.
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
HALVES = frozenset(["north", "south"])


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
        self.spouses: dict[str, Chain] = {}

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
        body = body_of(name.keys)
        if body is not None:
            self.bodies.setdefault(body, chain)
            enter(self.last, bare_name(name.keys).split()[-1], chain)
        if "-" in whole:
            self.exact.setdefault(whole.replace("-", " "), chain)
        enter(self.last, keys[-1], chain)
        if not name.words[-1].isascii():
            enter(self.last, key_of(name.words[-1].translate(UMLAUTS)), chain)
        if len(keys) > 1:
            enter(self.first, keys[0], chain)
            if name.kind == "person" and name.end - name.start > len(" ".join(name.words)) + 1:
                nickname = nickname_in(self.text[name.start : name.end])
                if " " in nickname:
                    self.exact.setdefault(nickname, chain)
                elif nickname:
                    enter(self.first, nickname, chain)
            for key in keys[1:-1]:
                self.inner.setdefault(key, chain)
            for at in range(1, len(keys) - 2):
                if keys[at] in NOBILIARY:  # "de la Torre", of Ana de la Torre Pinto
                    self.inner.setdefault(" ".join(keys[at:-1]), chain)
            for at in range(1, min(len(keys) - 1, 6)):  # tails of several words
                self.tails.setdefault(" ".join(keys[at:]), chain)

    def note_spouse(self, name: Name, chain: Chain, partner: Chain) -> None:
        """Make a person of a given name alone findable as "Mrs. Lund", behind "Lund and his wife".

        Only by a word of address that tells the gender: a bare "Lund" is the other.
        """
        female = spouse_before(self.text, name.outer)
        if female is None or not is_person(partner):
            return
        if partner.female is not female and chain.female in (None, female):
            chain.female = female
            self.spouses[partner.keys[-1]] = chain

    def find_full(self, name: Name) -> tuple[Chain, str] | None:
        """The chain of a name of several words, if it is there."""
        whole = " ".join(name.keys)
        same = self.exact.get(whole) or self.exact.get(whole.replace("-", " "))
        if same is not None:
            return same, "same name"
        known = self.find_body(name.keys)
        if known is not None:
            return known, "another name"
        keys, _ = split_suffix(name.keys)
        if len(keys) == 2 and name.words[0] in RANK_LETTERS:
            for chain in self.last.get(keys[1], ())[-MOST:]:
                lead = " ".join(chain.names[0].lead)
                if keys[0] in chain.lead_keys or has_letters(lead, keys[0]):
                    return chain, "same title"  # "DSP Rao", of DSP Arun Rao
        if name.kind in ("person", "unknown"):
            for chain in self.last.get(keys[-1], ())[-MOST:]:
                if not is_person(chain) or not is_compatible(chain.keys, name.keys):
                    continue
                if not is_another_al(chain.words, name.words):
                    return chain, "full name"
        lasts = self.last.get("-".join(name.keys), ()) if name.kind in ("person", "unknown") else ()
        if lasts and is_person(lasts[-1]):
            return lasts[-1], "family name"  # "Mbeki Diop", of Jean Mbeki-Diop
        inner = self.inner.get(whole) if keys[0] in NOBILIARY else None
        if inner is not None and is_person(inner) and name.kind != "organization":
            return inner, "part of the name"
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
            is_body = name.kind in ("organization", "unknown", "person")
            is_body = is_body or (name.kind == "place" and speaks(self.text, name))
            if chain.kind == "organization" and is_body:  # "Great River said"
                if ORG_DROPPED.issuperset(rest):
                    return chain
                continue
            alike = name.kind in ("person", "unknown") and is_person(chain) and fits(chain, name)
            is_short = len(rest) == 1 or (len(keys) > 1 and len(rest) < 4)
            if alike and is_short and is_full(self.text, chain.names[0]):
                return chain
        return None

    def find_body(self, keys: list[str]) -> Chain | None:
        """The chain of a body known by another of its names: "FBI", "Justice Department"."""
        return self.bodies.get(body_of(keys) or "")

    def find_short(self, name: Name) -> tuple[Chain, str] | None:
        """The chain that a single word stands for, if there is one."""
        key, word = name.keys[0], name.words[0]
        if key in HALVES and name.articled and (half := self.exact.get(f"{key} korea")):
            return half, "short form"  # "The North said"
        spouse = self.spouses.get(key) if name.lead and name.female is not None else None
        if spouse is not None and spouse.female == name.female:
            return spouse, "spouse"
        lasts = self.last.get(key, ())[-MOST:]
        people = [chain for chain in lasts if is_person(chain)]
        if people and ("." in word or (len(key) < 4 and word.isupper())):
            # "UN" is not Kim Jong Un, unless he is in capitals.
            people = [chain for chain in people if chain.words[-1].isupper()]
        if people and name.kind == "place" and is_local(self.text, name):
            # "in Washington" is not Denise Washington.
            people = []
        if people and name.kind == "place" and key in vocabulary().countries:
            # "India" is not Air India, nor any other that may be a body.
            people = [chain for chain in people if chain.kind == "person"]
        if name.kind == "adjective" and people and not speaks(self.text, name):
            people = []  # "French troops" are not Denise French
        if lasts and not people and name.kind == "unknown" and self.is_speaker(name):
            people = [chain for chain in lasts if is_named_as_place(chain)]
        if people and is_newcomer(people, name):
            firm = find_firm(key, self.first.get(key, ()), name.start)
            if firm is not None and firm.names[0].start < name.start:
                return firm, "short form"  # "Holm said", of Holm Motor Co, before Ray Holm is named
        if people and (name.kind != "organization" or word.isupper() or self.is_speaker(name)):
            chosen = choose(self.text, people, name)
            if chosen is not None:
                if chosen.kind == "place" or name.kind == "adjective":
                    name.kind = chosen.kind = "person"
                return chosen, "family name"
        same = self.exact.get(key)
        if same is not None and fits(same, name) and not contradicts(self.text, same, name):
            return same, "same name"
        body = self.find_body(name.keys)
        if body is not None:
            return body, "abbreviation"
        firsts = self.first.get(key)
        firm = None if firsts is None else find_firm(key, firsts, name.start)
        if firm is not None:
            if not word.isupper():
                self.exact.setdefault(key, firm)  # and no other's after; but "GE", of GE Capital
            return firm, "short form"
        letters = name.kind == "organization" and word.istitle() and self.is_speaker(name)
        titled = find_titled(firsts or ()) if is_firms_own(key) else None
        if titled is not None:
            return titled, "short form"  # "Kvik", of Kvik North Inc., before its "Kvik Connect"
        if firsts is not None and (letters or name.kind not in ("organization", "place")):
            kin = is_kin(self.text, name.outer)
            people = [
                chain
                for chain in firsts[-MOST:]
                if not kin or self.is_of_family(chain, name)
                if chain.kind in ("person", "unknown") and not is_office_name(chain.keys)
                if chain.kind == "person" or is_given(key) or chain.names[0].start < name.start
            ]
            chosen = choose(self.text, people, name)
            if chosen is not None:
                if letters:
                    name.kind = chosen.kind  # "Gao said", of Gao Lifeng: no initials of a body
                return chosen, "given name"
        return self.find_part(name, key)

    def is_of_family(self, chain: Chain, name: Name) -> bool:
        """Whether "his wife Inge" may be a person: named before, or of a family in the story."""
        family = self.last.get(chain.keys[-1], ())
        return chain.names[0].start < name.start or len(family) > 1

    def is_speaker(self, name: Name) -> bool:
        """Whether the noun of a body or a place speaks like a person: "Church said", "Hill said".

        Not where the story has a body of that noun, nor behind an article.
        """
        if name.articled or not speaks(self.text, name):
            return False
        key = name.keys[0]
        alike = (*self.first.get(key, ()), *self.last.get(key, ()))
        return all(chain.kind != "organization" or len(chain.keys) == 1 for chain in alike)

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
        if (titled := find_titled(self.first.get(key, ()))) is not None:
            return titled, "short form"
        if not is_given(key) and key not in ORG_DROPPED:
            for chain in (*self.first.get(key, ())[:MOST], *self.last.get(key, ())[-MOST:]):
                if bare_name(chain.keys) in known.companies:
                    return chain, "short form"  # "Penney", of J.C. Penney
        if key in ORG_WORDS:
            for chain in reversed(self.last.get(key, ())[-MOST:]):
                if chain.kind == "organization" and chain.names[0].start < name.start:
                    return chain, "short form"
        return None
