"""Organisations: words that head their names, company suffixes, and well-known short forms."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from attrs import frozen

from diplotext.lexicon.data import read_table
from diplotext.lexicon.fold import fold

__all__ = ["OrganizationEntry", "OrganizationLexicon", "organizations"]


@frozen
class OrganizationEntry:
    """A known organisation; ``country`` is None for those of several."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    country: str | None = None


def bare(printed: str) -> str:
    """The folded form without a leading article."""
    return fold(printed).removeprefix("the ")


@frozen
class OrganizationLexicon:
    """Organisations by name and by the words such names are made of."""

    known: Mapping[str, OrganizationEntry]
    heads: Mapping[str, str]
    suffixes: frozenset[str]

    def lookup(self, printed: str) -> OrganizationEntry | None:
        """The organisation of this name or short form.

        >>> organizations().lookup("the F.B.I.").name
        'Federal Bureau of Investigation'
        >>> organizations().lookup("Justice Department") == organizations().lookup("DOJ")
        True
        >>> organizations().lookup("Harbour Watch") is None
        True
        """
        return self.known.get(bare(printed))

    def head_kind(self, word: str) -> str | None:
        """What an organisation is whose name this word heads; None if it heads none.

        >>> organizations().head_kind("Ministry"), organizations().head_kind("universities")
        ('government', 'school')
        >>> organizations().head_kind("Lavender") is None
        True
        """
        key = fold(word)
        for form in (key, key[:-3] + "y" if key.endswith("ies") else key.removesuffix("s")):
            if form in self.heads:
                return self.heads[form]
        return None

    def is_suffix(self, word: str) -> bool:
        """Whether the word ends a company's name.

        >>> organizations().is_suffix("Inc."), organizations().is_suffix("Ink")
        (True, False)
        """
        return fold(word).strip(",") in self.suffixes

    def is_name(self, printed: str) -> bool:
        """Whether a capitalised name is an organisation's by its form or because it is known.

        >>> organizations().is_name("Ministry of Health"), organizations().is_name("Acme Corp.")
        (True, True)
        >>> organizations().is_name("Ada Byron"), organizations().is_name("NATO")
        (False, True)
        """
        if self.lookup(printed) is not None:
            return True
        words = bare(printed).split()
        if not words:
            return False
        if self.is_suffix(words[-1]) and len(words) > 1:
            return True
        of = next((i for i, word in enumerate(words) if word in {"of", "for", "on"}), len(words))
        return of > 0 and self.head_kind(words[of - 1]) is not None


@cache
def organizations() -> OrganizationLexicon:
    """The lexicon as committed.

    >>> organizations().lookup("GOP").kind
    'party'
    """
    table: dict[str, Any] = read_table("organizations")
    known: dict[str, OrganizationEntry] = {}
    for row in table["known"]:
        aliases = tuple(row.get("aliases", ()))
        entry = OrganizationEntry(row["name"], row["kind"], aliases, row.get("country"))
        for form in (entry.name, *aliases):
            known[bare(form)] = entry
    # Firms by country, whose names tell by no word what they are: "Goldman Sachs|Goldman".
    for country, names in table["firms"].items():
        for forms in (name.split("|") for name in names):
            entry = OrganizationEntry(forms[0], "company", tuple(forms[1:]), country or None)
            for form in forms:
                known.setdefault(bare(form), entry)
    heads: dict[str, str] = {}
    for kind, words in table["heads"].items():
        for word in words:
            heads.setdefault(fold(word), kind)
    suffixes = frozenset(fold(word) for word in table["suffixes"])
    return OrganizationLexicon(MappingProxyType(known), MappingProxyType(heads), suffixes)
