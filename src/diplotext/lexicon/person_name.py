"""Given names with their gender, and the short forms people go by."""

from __future__ import annotations

from functools import cache
from typing import Literal

from attrs import frozen

from diplotext.lexicon.data import read_table
from diplotext.lexicon.fold import fold

__all__ = [
    "ABBREVIATED_TITLES",
    "ARABIC_PARTICLES",
    "PARTICLES",
    "Gender",
    "GivenNames",
    "Nicknames",
    "given_names",
    "nicknames",
]

Gender = Literal["male", "female"]

# Small words within a person's name, as a pattern: "Ursula von der Leyen", "Haitham bin Tariq".
PARTICLES = (
    "de|del|dela|della|delos|di|da|do|dos|das|du|la|le|los|las|van|von|vom|der|den|ter|ten|zu|zum|af"
    "|av|y|i|na|al|el|bin|ben|ibn|bint|binti|binte"
)
# Behind one of them even "Said" is of the name: "Haitham bin Tariq Al Said".
ARABIC_PARTICLES = frozenset(["abu", "al", "bin", "el", "ibn"])
# Behind their full stop a name goes on: "Brig. Gen. Jon Lund", "Engr. Lund", "Mt. Kvik".
ABBREVIATED_TITLES = (
    "Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Col|Sgt|Rev|St|Adm|Capt|Prof|Maj|Cpl|Cmdr|Cdr"
    "|Brig|Pvt|Pfc|Spc|Det|Insp|Supt|Const|Comr|Adj|Asst|Atty|Dist|Hon|Rt|Fr|Msgr|Amb|Ald|Cllr"
    "|Engr|Barr|Ven|Pres|Pol|Mt|Ft|Smt|Smti|Sta|Sto|Shri|Mme|Mlle|Mgr|Messrs|Sra|Brgy|Alh|Coun|Cde|Ing"
)


@frozen
class GivenNames:
    """Common given names of many countries in Latin letters, folded."""

    male: frozenset[str]
    female: frozenset[str]
    either: frozenset[str]

    def __contains__(self, name: object) -> bool:
        """Whether the name is a known given name.

        >>> "Sergey" in given_names(), "Zoë" in given_names(), "Thursday" in given_names()
        (True, True, False)
        """
        if not isinstance(name, str):
            return False
        key = fold(name)
        return key in self.male or key in self.female or key in self.either

    def gender(self, name: str) -> Gender | None:
        """The gender of a given name; None if unknown or borne by both.

        A double name goes by its first part that tells ("Mary Ann", "Jean-Pierre").

        >>> given_names().gender("Angela"), given_names().gender("Jean-Pierre")
        ('female', 'male')
        >>> given_names().gender("Robin"), given_names().gender("Xyzzy")
        (None, None)
        """
        key = fold(name)
        for form in dict.fromkeys((key, *key.split()[:2])):
            if form in self.male:
                return "male"
            if form in self.female:
                return "female"
        return None


@cache
def given_names() -> GivenNames:
    """The names as committed (about 9,000)."""
    table: dict[str, str] = read_table("given_names")
    return GivenNames(*(frozenset(table[key].split()) for key in ("male", "female", "either")))


@frozen
class Nicknames:
    """Which given names may be one person's: full names by short form."""

    full_forms: dict[str, frozenset[str]]

    def forms_of(self, name: str) -> frozenset[str]:
        """The name itself, folded, and the full names it may stand for.

        >>> sorted(nicknames().forms_of("Joe"))
        ['joe', 'joel', 'joseph']
        """
        key = fold(name)
        return self.full_forms.get(key, frozenset()) | {key}

    def may_be_same(self, one: str, other: str) -> bool:
        """Whether two given names may be one person's: equal, or one short for the other.

        >>> nicknames().may_be_same("Joe", "Joseph"), nicknames().may_be_same("Bill", "Will")
        (True, True)
        >>> nicknames().may_be_same("Joe", "John")
        False
        """
        return not self.forms_of(one).isdisjoint(self.forms_of(other))


@cache
def nicknames() -> Nicknames:
    """The short forms as committed.

    >>> nicknames().may_be_same("Sasha", "Alexander")
    True
    """
    table: dict[str, str] = read_table("nicknames")
    full: dict[str, set[str]] = {}
    for name, short_forms in table.items():
        for short in short_forms.split():
            full.setdefault(short, set()).add(name)
    return Nicknames({short: frozenset(names) for short, names in full.items()})
