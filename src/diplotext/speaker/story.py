"""The state of one resolution: the story's names, chains, sentences and who has spoken so far."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from attrs import define

from diplotext.lexicon.role_noun import is_person_noun
from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.chain.gather import link_names
from diplotext.speaker.name.join import find_names
from diplotext.speaker.name.mention import Name
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.office import (
    MODIFIERS,
    initials,
    is_office_name,
    is_role,
    opens_with_role,
)
from diplotext.speaker.name.opening import RANK_LETTERS
from diplotext.speaker.name.vocabulary import vocabulary
from diplotext.speaker.pronoun.gender import weigh_gender
from diplotext.speaker.role.role import read_roles
from diplotext.speaker.sentence_start import find_sentence_starts

__all__ = ["Said", "Story"]

CLAUSE_RE = re.compile(
    r"(?:[,;:”\"]|\b(?:that|but|and|as|when|while|because|if|after|before|what|where))\s*+\Z"
)
VERB_RE = re.compile(
    r"\s+(?!(?:of|and|or|in|for|to|at|on|with|who|from|by|as|but|than|that|which)\b)[a-z]{2,}"
)
OWNED_RE = re.compile(r"(?:[A-Z][\w.-]*\s){0,2}[A-Z][\w.-]*[’']s?")
MANY_RE = re.compile(r" ([a-z]+)\b(?: ([a-z]+)\b)?")
ACTORS = (["He"], ["She"], ["They"], ["It"])
# How far the subject may stand from the opening of its sentence, in characters.
OPENING = 40
# How far a name may stand before the one it tells the side of: "Weston striker Jamal Okoro".
ROLE = 30
# How many names of one source are read, and how many people of one title compared.
MOST = 12
PEOPLE = 40
# How far into the story a person may stay unnamed: "A judge ruled on Monday ...".
LEDE = 700
# Before the last word of a title, where people are looked up by it: "director", of film directors.
TITLED = "title:"

RANKS = frozenset(map(str.lower, RANK_LETTERS))  # "the DGP", of DGP Arun Rao

Range = tuple[int, int]


@define(eq=False)
class Said:
    """One resolved source: where it stands and whose it is."""

    start: int
    end: int
    chain: int
    sentence: int
    paragraph: int
    relative: bool = False


class Story:
    """What the resolution of one story knows."""

    def __init__(self, text: str, paragraphs: Sequence[Range], quoted: Sequence[Range]) -> None:
        """The names found, linked, and nobody has spoken yet."""
        self.text = text
        self.paragraphs = paragraphs
        self.quoted = quoted
        self.names: list[Name] = find_names(text, paragraphs, quoted)
        self.starts = [name.start for name in self.names]
        self.chains: list[Chain] = link_names(text, self.names)
        self.named = len(self.chains)
        self.headline: Range | None = None
        self.said: list[Said] = []
        self.spoke: set[int] = set()
        self._genders: dict[int, bool | None] = {}
        self.phrases: dict[tuple[str, str], Chain] = {}
        self.nouns: dict[str, Chain] = {}
        self.called: dict[str, Chain] = {}
        self.documents: list[Chain] = []
        self._quote_starts = [start for start, _ in quoted]
        self._paragraph_starts = [start for start, _ in paragraphs]
        # A headline that is all there is has no sentence of its own.
        self.sentence_starts = find_sentence_starts(text, paragraphs) or [0]

    def sentence_of(self, offset: int) -> int:
        """The number of the sentence at an offset; -1 before the first."""
        return bisect_right(self.sentence_starts, offset) - 1

    def paragraph_of(self, offset: int) -> int:
        """The number of the paragraph at an offset; -1 before the first."""
        return bisect_right(self._paragraph_starts, offset) - 1

    def is_quoted(self, offset: int) -> bool:
        """Whether an offset stands in quotation marks."""
        at = bisect_right(self._quote_starts, offset) - 1
        return at >= 0 and offset < self.quoted[at][1]

    def is_subject(self, name: Name) -> bool:
        """Whether a name opens its sentence, after titles and the like, or speaks."""
        at = self.sentence_of(name.start)
        if at < 0:
            return False
        start = self.sentence_starts[at]
        if name.outer - start < 5:
            return not self.is_modifier(name) and not self.is_of_many(name)
        if name.outer - start < OPENING:
            before = self.text[start : name.outer].rstrip()
            # "After the vote, former councilman Perry"
            if len(name.keys) > 1 and OWNED_RE.fullmatch(before) is not None:
                return not self.is_modifier(name)  # "Lund's Ada Obi left"
            apposed = before.split(maxsplit=1)[:1] in ACTORS and self.text.startswith(",", name.end)
            if apposed:
                return False  # "She thanked whom she played, Ada Obi, for it"
            if before.endswith(",") or opens_with_role(before.rpartition(", ")[2]):
                return True
        return name.chain in self.spoke and any(
            said.chain == name.chain and said.start <= name.start < said.end
            for said in self.said[-8:]
        )

    def is_modifier(self, name: Name) -> bool:
        """Whether a name tells whose holder of a role is named: "Weston striker Jamal Okoro"."""
        at = bisect_right(self.starts, name.start)
        if at == len(self.starts) or self.names[at].outer - name.end > ROLE:
            return False
        between = self.text[name.end : self.names[at].outer]
        return between.islower() and between[0] == " " and is_role(key_of(between.split()[-1]))

    def is_of_many(self, name: Name) -> bool:
        """Whether a name tells whose people are meant: "United fans", "Kvik law lords"."""
        many = MANY_RE.match(self.text, name.end)
        if many is None:
            return False
        noun = many[2] if many[1] in MODIFIERS else many[1]
        return noun is not None and is_person_noun(noun, "plural")

    def is_clause_subject(self, name: Name) -> bool:
        """Whether a name opens a clause and a verb may follow: "Pressed twice, Okafor differed"."""
        before = self.text[max(0, name.outer - 12) : name.outer]
        return (
            CLAUSE_RE.search(before) is not None
            and VERB_RE.match(self.text, name.end, name.end + 20) is not None
        )

    def names_in(self, start: int, end: int) -> list[Name]:
        """The names in a range."""
        first = bisect_left(self.starts, start)
        return self.names[first : min(bisect_left(self.starts, end, first), first + MOST)]

    def chain_of(self, name: Name) -> Chain:
        """The chain of a name."""
        return self.chains[name.chain]

    @cached_property
    def bodies(self) -> dict[str, list[Chain]]:
        """The organisations by each word of their names, in order of appearance."""
        found: dict[str, list[Chain]] = {}
        for chain in self.chains[: self.named]:
            if chain.kind == "organization":
                keys = {
                    key
                    for name in (chain.names[0], chain.fullest or chain.names[0])
                    for key in name.keys
                }
                for key in keys:
                    found.setdefault(key, []).append(chain)
        for chains in found.values():
            chains.sort(key=lambda chain: chain.starts[0])
        return found

    @cached_property
    def named_words(self) -> frozenset[str]:
        """The words of the names that are no person's."""
        named = self.chains[: self.named]
        return frozenset(key for chain in named if chain.kind != "person" for key in chain.keys)

    @cached_property
    def by_letters(self) -> dict[str, list[Chain]]:
        """The people by the letters of their titles, those of the last words included."""
        found: dict[str, list[Chain]] = {}
        for chain in self.chains[: self.named]:
            if chain.kind not in ("person", "unknown"):
                continue
            if not read_roles(self.text, chain) and RANKS.isdisjoint(chain.lead_keys):
                continue
            whole = {k for title in chain.titles for k in initials(title, chain.affiliation)}
            whole |= chain.lead_keys & RANKS
            for letters in {known[at:] for known in whole for at in range(len(known) - 1)}:
                found.setdefault(letters, []).append(chain)
        return found

    @cached_property
    def _people(self) -> dict[str, list[Chain]]:
        """The people by the meanings of their titles, the wider ones included."""
        found: dict[str, list[Chain]] = {}
        known = vocabulary()
        for chain in self.chains[: self.named]:
            if chain.kind in ("person", "unknown") and not is_office_name(chain.keys):
                meanings = read_roles(self.text, chain)
                if chain.counterpart:
                    meanings |= self.titles_of_other(chain)
                titled = {TITLED + title.split()[-1].lower() for title in chain.titles}
                for meaning in meanings | known.wider(meanings) | titled:
                    found.setdefault(meaning, []).append(chain)
        for chains in found.values():
            chains.sort(key=lambda chain: chain.starts[0])
        return found

    def is_near(self, chain: Chain, offset: int) -> bool:
        """Whether a chain was named in this paragraph or the one before, or spoke of late."""
        paragraph = self.paragraph_of(offset)
        at = bisect_left(chain.starts, offset)
        if at and paragraph - self.paragraph_of(chain.starts[at - 1]) <= 1:
            return True
        return any(said.chain == chain.number for said in self.said[-3:])

    def gender_of(self, chain: Chain) -> bool | None:
        """True for female, False for male, None if neither name, title nor pronouns tell.

        A title and a given name are believed; else "his" and "her" after the names tell.
        """
        if chain.female is not None or not chain.names:
            return chain.female
        if chain.number not in self._genders:
            self._genders[chain.number] = weigh_gender(self, chain)
        return self._genders[chain.number]

    def titles_of_other(self, chain: Chain) -> set[str]:
        """The meanings of the titles of whoever the person is the counterpart of."""
        other = self.other_of(chain)
        return set() if other is None else read_roles(self.text, other)

    def other_of(self, chain: Chain) -> Chain | None:
        """Whoever a person is the counterpart of: the one named last before."""
        at = bisect_left(self.starts, chain.starts[0])
        for name in reversed(self.names[max(0, at - 4) : at]):
            other = self.chain_of(name)
            if other.kind == "person" and other is not chain:
                return None if other.counterpart else other
        return None

    def people(self, meaning: str) -> list[Chain]:
        """The people whose titles are of a meaning, or of a narrower one."""
        return self._people.get(meaning, [])[:PEOPLE]

    def start_chain(self, kind: str, words: list[str], keys: list[str]) -> Chain:
        """A new chain that no name of the body begins."""
        chain = Chain(len(self.chains), kind, words, keys)
        self.chains.append(chain)
        return chain

    def link(
        self, chain: Chain, source: Range, form: str, reason: str, at: Range | None = None
    ) -> Chain:
        """Note that a source is of a chain; ``at`` is the mention where it is not all of it."""
        chain.links.append((*(at or source), form, reason))
        relative = reason == "relative" or (form == "pronoun" and chain.kind == "unnamed")
        self.note_said(chain, source, relative=relative)
        return chain

    def note_said(self, chain: Chain, source: Range, *, relative: bool = False) -> None:
        """Note that a chain speaks in a source."""
        start, end = source
        sentence, paragraph = self.sentence_of(start), self.paragraph_of(start)
        self.said.append(Said(start, end, chain.number, sentence, paragraph, relative))
        self.spoke.add(chain.number)
