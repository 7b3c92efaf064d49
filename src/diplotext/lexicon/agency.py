"""News agencies, wires, and the newspapers and broadcasters that stand in datelines.

An agency is data: a new one is an entry of ``agencies.json``, or, at run time, an
``AgencyEntry`` given to ``AgencyLexicon.with_agency``; ``using_agencies`` (and the field
``agencies`` of ``ArticleParser``) makes every zone parser read with that lexicon.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Literal

from attrs import field, frozen

from diplotext.lexicon.data import read_table
from diplotext.lexicon.fold import fold, openings_of

__all__ = ["AgencyEntry", "AgencyKind", "AgencyLexicon", "agencies", "using_agencies"]

AgencyKind = Literal["agency", "release", "newspaper", "broadcaster", "finance", "sport", "other"]


def _strings(given: Iterable[str]) -> tuple[str, ...]:
    # One string alone would be read letter by letter: aliases=("HN") without its comma.
    if isinstance(given, str):
        raise TypeError(f"a tuple of strings is needed, not the string {given!r}")
    return tuple(given)


@frozen
class AgencyEntry:
    """One agency.

    ``id`` is a short slug, ``aliases`` the ways it is printed besides ``name``, ``country`` an
    ISO 3166-1 alpha-2 code (None for those of no country), ``languages`` ISO 639-1 codes,
    ``datelines`` specimens of its house shapes for the reader. Raises ``TypeError`` for one string
    where several are asked for.

    >>> AgencyEntry(id="harbour", name="Harbour News", aliases=["HN", "H.N."]).aliases
    ('HN', 'H.N.')
    """

    id: str
    name: str
    aliases: tuple[str, ...] = field(default=(), converter=_strings)
    country: str | None = None
    languages: tuple[str, ...] = field(default=("en",), converter=_strings)
    kind: AgencyKind = "agency"
    datelines: tuple[str, ...] = field(default=(), converter=_strings)

    @property
    def keys(self) -> frozenset[str]:
        """The folded forms it is found by."""
        return frozenset(agency_key(form) for form in (self.name, *self.aliases))


# By their keys: names that are words too, which need an agency's place; letters that do not.
COMMON_KEYS = frozenset(read_table("heads_en")["agencies_that_are_words"])
SURE_KEYS = frozenset(read_table("heads_en")["agencies_that_are_letters"])
LONGEST = 120  # characters of a name: the longest listed one has 52


def agency_key(printed: str) -> str:
    """The folded form without a leading "the" and with "&" as "and"."""
    if printed.isascii() and printed.isalnum():  # most are asked of one word
        return printed.lower()
    return fold(printed.replace("&", " and ")).removeprefix("the ")


def first_word(key: str) -> str:
    return key.partition(" ")[0]


def index_of(entries: tuple[AgencyEntry, ...]) -> dict[str, tuple[AgencyEntry, ...]]:
    """Entries by key, in the order of the table."""
    found: dict[str, tuple[AgencyEntry, ...]] = {}
    for entry in entries:
        for key in entry.keys:
            found[key] = (*found.get(key, ()), entry)
    return found


@frozen
class AgencyLexicon:
    """Agencies by the forms they are printed in. Immutable: adding one gives a new lexicon.

    ``openers`` are the first words of all forms, ``openings`` the first two of those that have
    several, folded as the keys of ``index``.
    """

    entries: tuple[AgencyEntry, ...]
    index: dict[str, tuple[AgencyEntry, ...]] = field(init=False, repr=False, eq=False)
    openers: frozenset[str] = field(init=False, repr=False, eq=False)
    openings: frozenset[str] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "index", index_of(self.entries))
        object.__setattr__(self, "openers", frozenset(map(first_word, self.index)))
        object.__setattr__(self, "openings", openings_of(self.index))

    def __contains__(self, printed: object) -> bool:
        """Whether some agency is printed so, be it one or several.

        >>> "CNA" in agencies(), "NASA" in agencies()
        (True, False)
        """
        if not isinstance(printed, str) or len(printed) > LONGEST:
            return False  # no paragraph is folded
        return agency_key(printed) in self.index

    def may_open(self, printed: str) -> bool:
        """Whether some agency's name begins with the first word of these.

        >>> agencies().may_open("Associated Foods"), agencies().may_open("the Harlow Star")
        (True, False)
        """
        return first_word(agency_key(printed)) in self.openers

    def candidates(self, printed: str) -> tuple[AgencyEntry, ...]:
        """All agencies printed so, in the order of the table.

        >>> [entry.country for entry in agencies().candidates("CNA")]
        ['TW', 'SG', 'CY', 'US']
        """
        return self.index.get(agency_key(printed), ())

    def lookup(self, printed: str, place_country: str | None = None) -> AgencyEntry | None:
        """The one agency meant; None if unknown, or if several share the form.

        The country of the dateline's place tells apart those that share their initials.

        >>> agencies().lookup("ITAR-TASS").id, agencies().lookup("The Canadian Press").id
        ('tass', 'cp')
        >>> agencies().lookup("CNA", "TW").name, agencies().lookup("CNA")
        ('Central News Agency', None)
        """
        found = self.candidates(printed)
        if len(found) > 1:
            found = tuple(e for e in found if place_country and e.country == place_country)
        return found[0] if len(found) == 1 else None

    def is_no_word(self, printed: str) -> bool:
        """Whether the form is an agency's or a medium's and not also a common word.

        >>> agencies().is_no_word("AFP"), agencies().is_no_word("Trend")
        (True, False)
        """
        key = agency_key(printed)
        return key in self.index and key not in COMMON_KEYS

    def is_distinctive(self, printed: str) -> bool:
        """Whether the form is an agency's wherever it stands, not also a word or two letters.

        Three capitals ("MAP", "CNA") and words ("Trend", "Time") need an agency's place: brackets,
        slashes, the end of a dateline.

        >>> agencies().is_distinctive("Interfax"), agencies().is_distinctive("PRNewswire")
        (True, True)
        >>> agencies().is_distinctive("Trend"), agencies().is_distinctive("Harbour News")
        (False, False)
        """
        key = agency_key(printed)
        return (len(key) > 3 and self.is_no_word(printed)) or key in SURE_KEYS

    def with_agency(self, entry: AgencyEntry) -> AgencyLexicon:
        """A lexicon with one more agency; one of the same id is replaced.

        Raises ``TypeError`` for anything but an ``AgencyEntry``.

        >>> house = AgencyEntry(id="harbour", name="Harbour News", aliases=("HN",))
        >>> agencies().with_agency(house).lookup("HN").name
        'Harbour News'
        >>> agencies().lookup("Harbour News") is None
        True
        """
        if not isinstance(entry, AgencyEntry):
            raise TypeError(f"entry: an AgencyEntry is needed, not {type(entry).__name__}")
        others = (other for other in self.entries if other.id != entry.id)
        return AgencyLexicon((*others, entry))


def agency_from(row: dict[str, object]) -> AgencyEntry:
    """The entry of one row of ``agencies.json``."""
    return AgencyEntry(**row)  # type: ignore[arg-type]  # tests/lexicon/test_data checks the rows


# A variable of the context, not of the module: threads and nested parses do not see each other's.
_IN_USE: ContextVar[AgencyLexicon | None] = ContextVar("agencies in use", default=None)


def agencies() -> AgencyLexicon:
    """The lexicon in use: the one as committed, or that of ``using_agencies``.

    >>> agencies().lookup("dpa").country, agencies().lookup("INTERFAX").name
    ('DE', 'Interfax')
    """
    in_use = _IN_USE.get()
    return in_use if in_use is not None else _committed()


@contextmanager
def using_agencies(lexicon: AgencyLexicon | None) -> Iterator[None]:
    """Within the ``with`` block ``agencies()`` is this lexicon, in this context only.

    >>> house = AgencyEntry(id="harbour", name="Harbour News")
    >>> with using_agencies(agencies().with_agency(house)):
    ...     agencies().lookup("HARBOUR NEWS").id
    'harbour'
    >>> agencies().lookup("HARBOUR NEWS") is None
    True
    """
    token = _IN_USE.set(lexicon)
    try:
        yield
    finally:
        _IN_USE.reset(token)


@cache
def _committed() -> AgencyLexicon:
    return AgencyLexicon(tuple(agency_from(row) for row in read_table("agencies")))
