"""The chains of a story while they grow, found by the words of their names.

In which order a name is looked up is told by ``full_form`` and ``short_form``.
"""

from __future__ import annotations

from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.chain.chain_trait import MOST, is_person
from diplotext.speaker.name.mention import Name
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.nickname import nickname_in
from diplotext.speaker.name.part import speaks, spouse_before
from diplotext.speaker.name.vocabulary import vocabulary

__all__ = ["Chains"]

# How copy without accents spells them: "Moeller", of Möller.
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})


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
        if len(name.keys) == 1:
            self._index_word(chain, name)
            return
        handle = name.handle
        self.exact.setdefault(handle.whole, chain)
        self.exact.setdefault(handle.spoken, chain)
        if handle.body is not None:
            self.bodies.setdefault(handle.body, chain)
        for key in handle.lasts:
            enter(self.last, key, chain)
        if not name.words[-1].isascii():
            enter(self.last, key_of(name.words[-1].translate(UMLAUTS)), chain)
        if len(handle.own) > 1:
            enter(self.first, handle.own[0], chain)
            if name.kind == "person" and name.end - name.start > len(" ".join(name.words)) + 1:
                nickname = nickname_in(self.text[name.start : name.end])
                if " " in nickname:
                    self.exact.setdefault(nickname, chain)
                elif nickname:
                    enter(self.first, nickname, chain)
        for key in handle.inner:
            self.inner.setdefault(key, chain)
        for tail in handle.tails:
            self.tails.setdefault(tail, chain)

    def _index_word(self, chain: Chain, name: Name) -> None:
        """Make the chain findable by its one word, by which few are of a body."""
        key = name.keys[0]
        self.exact.setdefault(key, chain)
        if "-" in key:
            self.exact.setdefault(key.replace("-", " "), chain)
        enter(self.last, key, chain)
        if not name.words[0].isascii():
            enter(self.last, key_of(name.words[0].translate(UMLAUTS)), chain)
        body = vocabulary().bodies.get(key)
        if body is not None:
            self.bodies.setdefault(body, chain)

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

    def knows(self, key: str) -> bool:
        """Whether a name so far has a word, or is by marriage a person's."""
        return (
            key in self.last
            or key in self.exact
            or key in self.first
            or key in self.inner
            or key in self.spouses
        )

    def find_body(self, name: Name) -> Chain | None:
        """The chain of a body known by another of its names: "FBI", "Justice Department"."""
        body = name.handle.body if len(name.keys) > 1 else vocabulary().bodies.get(name.keys[0])
        return self.bodies.get(body or "")

    def is_speaker(self, name: Name) -> bool:
        """Whether the noun of a body or a place speaks like a person: "Church said", "Hill said".

        Not where the story has a body of that noun, nor behind an article.
        """
        if name.articled or not speaks(self.text, name):
            return False
        key = name.keys[0]
        alike = (*self.first.get(key, ()), *self.last.get(key, ()))
        return all(chain.kind != "organization" or len(chain.keys) == 1 for chain in alike)


def enter(index: dict[str, list[Chain]], key: str, chain: Chain) -> None:
    """Enter a chain under a key, once in a row."""
    held = index.setdefault(key, [])
    if not held or (held[-1] is not chain and chain not in held[-MOST:]):
        held.append(chain)
