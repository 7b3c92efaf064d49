"""Countries, their people, their capitals, and the houses that stand for their governments."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

from attrs import field, frozen

from diplotext.lexicon.data import read_table
from diplotext.lexicon.fold import fold

__all__ = ["NationalityEntry", "NationalityForm", "NationalityLexicon", "nationalities"]

NationalityForm = Literal["name", "adjective", "people", "capital", "metonym"]


@frozen
class NationalityEntry:
    """A country by all that copy calls it; ``country`` is its ISO 3166-1 alpha-2 code."""

    country: str
    name: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()

    def forms(self) -> list[tuple[str, NationalityForm]]:
        """Folded forms with what they are."""
        kinds: list[tuple[NationalityForm, tuple[str, ...]]] = [
            ("name", (self.name, *self.names)),
            ("adjective", self.adjectives),
            ("people", self.people),
            ("capital", self.capitals),
            ("metonym", self.metonyms),
        ]
        return [(bare(form), kind) for kind, forms in kinds for form in forms]


def bare(printed: str) -> str:
    """The folded form without a leading article."""
    return fold(printed).removeprefix("the ")


@frozen
class NationalityLexicon:
    """Countries by any of their forms."""

    entries: tuple[NationalityEntry, ...]
    index: dict[str, tuple[tuple[NationalityEntry, NationalityForm], ...]] = field(
        init=False, repr=False, eq=False
    )

    def __attrs_post_init__(self) -> None:
        index: dict[str, tuple[tuple[NationalityEntry, NationalityForm], ...]] = {}
        for entry in self.entries:
            for key, kind in entry.forms():
                index[key] = (*index.get(key, ()), (entry, kind))
        object.__setattr__(self, "index", index)

    def __contains__(self, printed: object) -> bool:
        """Whether some country is called so, by any of its forms."""
        return isinstance(printed, str) and bare(printed) in self.index

    def countries(self, printed: str) -> frozenset[str]:
        """The codes of all countries the word may point to.

        >>> sorted(nationalities().countries("Congolese"))
        ['CD', 'CG']
        >>> nationalities().countries("Tuesday")
        frozenset()
        """
        return frozenset(entry.country for entry, _ in self.index.get(bare(printed), ()))

    def lookup(self, printed: str) -> NationalityEntry | None:
        """The country meant, None if unknown or shared.

        >>> nationalities().lookup("Kremlin").name, nationalities().lookup("Dutch").country
        ('Russia', 'NL')
        >>> nationalities().lookup("Congolese") is None
        True
        """
        countries = self.countries(printed)
        return self.index[bare(printed)][0][0] if len(countries) == 1 else None

    def forms(self, printed: str) -> frozenset[NationalityForm]:
        """What the word is: a country's name, an adjective, people, a capital, a metonym.

        >>> sorted(nationalities().forms("Israeli")), sorted(nationalities().forms("Moscow"))
        (['adjective', 'people'], ['capital'])
        """
        return frozenset(kind for _, kind in self.index.get(bare(printed), ()))

    def is_same_country(self, one: str, other: str) -> bool:
        """Whether two words may point to one country.

        >>> nationalities().is_same_country("Moscow", "Russian")
        True
        >>> nationalities().is_same_country("Moscow", "Ukrainian")
        False
        """
        return not self.countries(one).isdisjoint(self.countries(other))


def nationality_from(row: dict[str, Any]) -> NationalityEntry:
    """The entry of one row of ``countries.json``."""
    lists = ("names", "adjectives", "people", "capitals", "metonyms")
    return NationalityEntry(row["code"], row["name"], *(tuple(row.get(key, ())) for key in lists))


@cache
def nationalities() -> NationalityLexicon:
    """The lexicon as committed.

    >>> "U.S." in nationalities(), "Briton" in nationalities(), "Senator" in nationalities()
    (True, True, False)
    """
    return NationalityLexicon(tuple(nationality_from(row) for row in read_table("countries")))
