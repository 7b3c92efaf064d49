"""A chain: all that is known of one speaker, by whatever names the story calls it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from diplotext.speaker.name.lead import is_given
from diplotext.speaker.name.mention import Name
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.vocabulary import vocabulary

__all__ = ["Chain"]

NONE: frozenset[str] = frozenset()


class Chain:
    """All that is known of one speaker: a person, a body, a document, or one left unnamed.

    ``names`` are in order once all are linked, ``starts`` their offsets. ``noun`` and ``phrase``
    are of the unnamed; ``links`` are sources as (start, end, form, reason). ``owners`` are the keys
    of whose lawyer or aide a person is.
    """

    __slots__ = (
        "affiliation",
        "beside",
        "counterpart",
        "countries",
        "familiar",
        "female",
        "full",
        "fullest",
        "keys",
        "kind",
        "lead_keys",
        "links",
        "meanings",
        "names",
        "noun",
        "number",
        "opening",
        "owners",
        "parties",
        "plural",
        "short",
        "starts",
        "sure",
        "titles",
        "words",
    )

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
        self.lead_keys = self.countries = self.parties = self.owners = NONE
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
        if not self.lead_keys and is_family_name(self.keys, name.keys):
            self.female = None  # "James said", before Ngozi James is named
        is_told = name.female is not None and (
            name.lead or not is_family_name(name.keys, self.keys)
        )
        if is_told and (self.female is None or (name.lead and not self.sure)):
            self.female = name.female
            self.sure = not self.lead_keys.isdisjoint(vocabulary().honorifics)
        if name.kind == "organization" and self.is_misread(name):
            self.kind, self.female = "organization", None
        if self.kind == "unknown":
            # No one says "the Okafor": it is a body.
            articled = name.articled and not name.lead
            if articled:
                self.kind = "organization"
            elif not is_shouted(name, self.words):
                self.kind = name.kind
        if self.fullest is None or (len(name.keys) > len(self.keys) and self.may_grow(name)):
            self.fullest, self.words, self.keys = name, name.words, name.keys

    def is_misread(self, name: Name) -> bool:
        """Whether a name printed the same tells that the chain is no person's but a firm's."""
        return self.kind == "person" and not self.lead_keys and name.keys == self.keys

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


def is_family_name(short: Sequence[str], keys: Sequence[str]) -> bool:
    """Whether a word alone is the family name of a full name, and so tells no gender.

    >>> is_family_name(["james"], ["ngozi", "james"]), is_family_name(["ngozi"], ["ngozi", "james"])
    (True, False)
    """
    return len(short) == 1 < len(keys) and short[0] != keys[0] and short[0] in keys[1:]


def is_shouted(name: Name, words: Sequence[str]) -> bool:
    """Whether a name is in capitals that the story prints otherwise: "HOLM:", of Holm."""
    return len(name.words) == 1 and name.words[0].isupper() and not words[-1].isupper()
