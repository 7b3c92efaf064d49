"""Titles of persons by meaning: "foreign minister", "top diplomat" and "chief diplomat" are one.

A title has one meaning, and meanings have broader ones: a foreign minister is a minister, and a
minister an official. So a nominal may be bound to a name by what it means.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

from attrs import frozen

from diplotext.lazy_pattern import lazy_regex
from diplotext.lexicon.data import read_table
from diplotext.lexicon.fold import fold
from diplotext.lexicon.person_name import Gender

__all__ = ["TitleEntry", "TitleKind", "TitleLexicon", "TitleMatch", "honorifics", "titles"]

TitleKind = Literal[
    "business",
    "civil",
    "honorific",
    "knowledge",
    "law",
    "media",
    "military",
    "person",
    "police",
    "religious",
    "royal",
    "sports",
    "spokesman",
]
WORD_RE = lazy_regex(r"[^\s,;()]+")


@frozen
class TitleEntry:
    """A title: ``form`` is folded, ``meaning`` a slug shared by all titles of one sense.

    ``broader`` are the meanings of wider sense, near ones first, ``gender`` what the form tells.
    """

    form: str
    meaning: str
    kind: TitleKind
    broader: tuple[str, ...] = ()
    gender: Gender | None = None


@frozen
class TitleMatch:
    """The title a phrase ends in, and the words before it; ``start`` is the title's offset there.

    ``is_former`` and ``is_deputy`` tell of "ex-", "former", "then"; of "deputy", "vice".
    """

    entry: TitleEntry
    start: int
    modifiers: tuple[str, ...] = ()
    is_former: bool = False
    is_deputy: bool = False


@frozen
class TitleLexicon:
    """Titles by folded form, and the words that stand around them."""

    by_form: Mapping[str, TitleEntry]
    former: frozenset[str]
    deputies: frozenset[str]
    suffixes: frozenset[str]
    longest: int

    def __contains__(self, printed: object) -> bool:
        """Whether the whole form is a title.

        >>> "Sen." in titles(), "Foreign Minister" in titles(), "foreign" in titles()
        (True, True, False)
        """
        return isinstance(printed, str) and fold(printed) in self.by_form

    def lookup(self, printed: str) -> TitleEntry | None:
        """The title of exactly this form (one plural "s" aside); None if it is none.

        >>> titles().lookup("top diplomat").meaning, titles().lookup("Rep.").meaning
        ('foreign-minister', 'representative')
        >>> titles().lookup("spokeswoman").gender, titles().lookup("turbine")
        ('female', None)
        """
        key = fold(printed)
        found = self.by_form.get(key)
        if found is None and key.endswith("s"):
            found = self.by_form.get(key[:-1])
        return found

    def find_tail(self, phrase: str) -> TitleMatch | None:
        """The longest title that ends a phrase; None if its last word ends none.

        >>> found = titles().find_tail("former Russian Deputy Foreign Minister")
        >>> found.entry.meaning, found.modifiers, found.is_former, found.is_deputy
        ('foreign-minister', ('former', 'Russian', 'Deputy'), True, True)
        >>> titles().find_tail("the minister's office") is None
        True
        """
        words = list(WORD_RE.finditer(phrase))
        for first in range(max(0, len(words) - self.longest), len(words)):
            start = words[first].start()
            entry = self.lookup(phrase[start:])
            if entry is not None:
                modifiers = tuple(word.group() for word in words[:first])
                keys = {fold(word) for word in modifiers}
                keys |= {part for key in keys for part in key.split()}
                return TitleMatch(
                    entry, start, modifiers, bool(keys & self.former), bool(keys & self.deputies)
                )
        return None

    def may_be_same(self, one: str, other: str) -> bool:
        """Whether two titles may be one person's: one meaning, or one wider than the other.

        >>> titles().may_be_same("premier", "Prime Minister")
        True
        >>> titles().may_be_same("minister", "foreign minister")
        True
        >>> titles().may_be_same("foreign minister", "defense minister")
        False
        """
        first, second = self.lookup(one), self.lookup(other)
        if first is None or second is None:
            return False
        return (
            first.meaning == second.meaning
            or first.meaning in second.broader
            or second.meaning in first.broader
        )

    def is_suffix(self, printed: str) -> bool:
        """Whether the word follows a name: a degree or a generation.

        >>> titles().is_suffix("Jr."), titles().is_suffix("Smith")
        (True, False)
        """
        return fold(printed) in self.suffixes


def entries_of(row: dict[str, Any], genders: dict[str, Gender]) -> list[TitleEntry]:
    """The entries of one row of ``titles.json``, one for each form."""
    broader = tuple(row["broader"])
    return [
        TitleEntry(fold(form), row["meaning"], row["kind"], broader, genders.get(fold(form)))
        for form in row["forms"]
    ]


@cache
def titles() -> TitleLexicon:
    """The lexicon as committed (about 1,000 forms of 160 meanings).

    >>> titles().lookup("pontiff").kind
    'religious'
    """
    table: dict[str, Any] = read_table("titles")
    genders: dict[str, Gender] = {fold(form): gender for form, gender in table["genders"].items()}
    entries = [entry for row in table["titles"] for entry in entries_of(row, genders)]
    return TitleLexicon(
        by_form=MappingProxyType({entry.form: entry for entry in entries}),
        former=frozenset(table["former"]),
        deputies=frozenset(table["deputies"]),
        suffixes=frozenset(fold(form) for form in table["suffixes"]),
        longest=max(len(entry.form.split()) for entry in entries),
    )


@cache
def honorifics() -> Mapping[str, Gender | None]:
    """Words of address before a name by folded form, with the gender they tell.

    >>> honorifics()["mrs"], honorifics()["dr"], "minister" in honorifics()
    ('female', None, False)
    """
    table: dict[str, Gender | None] = read_table("titles")["honorifics"]
    return MappingProxyType({fold(form): gender for form, gender in table.items()})
