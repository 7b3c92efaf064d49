"""The names of a story: runs of capitals, read as titles and a name.

    name = titles, then the words of the name      -> outer, lead, words, kind

What stands around a name ("spokesman", ", 43, a nurse from Ohio,") is read on demand (``role``),
for few names need it. Texts of one case come with ordinary capitals (``recase.py``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from diplotext.lexicon import agencies
from diplotext.speaker.name.handle import Handle
from diplotext.speaker.name.kind import kind_of
from diplotext.speaker.name.lead import gender_of, is_title, split_lead
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.parting import ADJECTIVE_RE, MONTHS, SURNAMES
from diplotext.speaker.name.run import LONGEST, REMEMBERED
from diplotext.speaker.name.table import PARTIES, POSTNOMINALS, STOPS, listed, words

__all__ = ["BRANDS", "Name", "has_clitic", "mark_quoted", "read_name"]

CLITIC_RE = re.compile(r"[’'](?:ll|d|m|ve|re|t)\Z", re.IGNORECASE)
YEAR_RE = re.compile(r"\b(?:1[89]|20)\d\d\s\Z")
PARTY_WORDS = PARTIES | words("labor greens nationals")
STOPPING = STOPS - MONTHS - SURNAMES
APOSTROPHES = ("'", "’")
CLITICS = ("'s", "’s", "'S", "’S")
# Firms whose names are possessives; those that are more often a person's ("Lowe's", "Christie's")
# are left out.
BRANDS = listed("possessive_brands")


class Form:
    """What a run of words is, whatever stands around it; shared, never changed.

    ``cut`` is the length of the possessive ending that is no part of the name.
    """

    __slots__ = ("cut", "female", "keys", "kind", "lead", "possessive", "words")

    def __init__(
        self,
        words: list[str],
        keys: list[str],
        lead: int,
        *,
        kind: str,
        cut: int,
        possessive: bool,
    ) -> None:
        """The form of a run of which ``lead`` words are titles."""
        self.lead, self.words, self.keys = words[:lead], words[lead:], keys[lead:]
        self.kind, self.cut, self.possessive = kind, cut, possessive
        named = kind in ("person", "unknown")
        self.female = gender_of(self.lead, self.keys) if named else None


class Name:
    """A name as it stands in the text.

    ``outer`` is where its titles begin, ``words`` are the name's own, ``lead`` the titles' words:
    lists that names share, never changed in place. ``kind`` is "person", "organization", "place",
    "document", "adjective" or "unknown". ``opens`` says that it opens a sentence, ``articled`` that
    "the" stands before it; ``handle`` is set where names of several words are linked.
    """

    __slots__ = (
        "articled",
        "chain",
        "end",
        "female",
        "handle",
        "keys",
        "kind",
        "lead",
        "opens",
        "outer",
        "possessive",
        "quoted",
        "reason",
        "start",
        "words",
    )

    handle: Handle

    def __init__(self, start: int, end: int, outer: int, form: Form) -> None:
        """A name of a form; where it stands in its sentence is filled in later."""
        self.start, self.end, self.outer = start, end, outer
        self.words: list[str] = form.words
        self.keys: list[str] = form.keys
        self.lead: list[str] = form.lead
        self.kind: str = form.kind
        self.female: bool | None = form.female
        self.possessive: bool = form.possessive
        self.quoted = self.opens = self.articled = False
        self.chain = -1
        self.reason = "name"


def read_name(text: str, start: int, words: Sequence[str], end: int) -> Name | None:
    """The name that a run of words is; None where nothing is left of it, or it is an adjective."""
    find = read_form if end - start > LONGEST else form_of
    form = find(tuple(words), text[end : end + 1] in APOSTROPHES)
    if form is None:
        return None
    at = start
    for word in form.lead:
        at = text.index(word, at) + len(word)
    if form.lead:
        at = text.index(form.words[0], at)
    name = Name(at, end - form.cut, start, form)
    if form.kind == "document":
        take_year(text, name)
    return name


def read_form(words: tuple[str, ...], apostrophe: bool) -> Form | None:
    """The form of a run, by its words and whether an apostrophe follows; None if it is no name."""
    last, cut, possessive = words[-1], 0, False
    if has_clitic(last):
        possessive, cut, last = True, 2, last[:-2]
    elif apostrophe and last[-1] in "sS":
        possessive = True
    if not last or ADJECTIVE_RE.search(last) or CLITIC_RE.search(last):
        return None
    if len(words) == 1 and last.lower() in STOPPING and not last.isupper():
        return None
    if len(words) == 1 and last.isupper() and is_title(key_of(last)) and len(last) > 1:
        return None  # "CEO of Kvik Lines"
    own = [*words[:-1], last]
    is_party = len(words) > 2 and key_of(words[-2]) in PARTY_WORDS  # "Kvik Labor MP"
    if len(words) > 2 and last in POSTNOMINALS and cut == 0 and not is_party:
        cut = len(last) + 1
        own = own[:-1]
    keys = [key_of(word) for word in own]
    lead = split_lead(keys, own)
    kind = kind_of(keys, lead, last)
    if kind in ("person", "unknown") and not lead and " ".join(own) in agencies():
        kind = "organization"  # "Der Spiegel"
    lead = 0 if kind == "organization" else lead
    return Form(own, keys, lead, kind=kind, cut=cut, possessive=possessive)


def has_clitic(word: str) -> bool:
    """Whether a word ends in what is no part of the name; a firm's may be one as it stands.

    >>> has_clitic("Okafor's"), has_clitic("Moody's"), has_clitic("Okafor")
    (True, False, False)
    """
    return word[-2:] in CLITICS and key_of(word) not in BRANDS


form_of = lru_cache(REMEMBERED)(read_form)


def take_year(text: str, name: Name) -> None:
    """Take the year before a document's name into it: "1951 Refugee Convention"."""
    year = YEAR_RE.search(text, max(0, name.start - 5), name.start)
    if year is not None:
        name.start = name.outer = year.start()
        printed = year.group().strip()
        name.words, name.keys = [printed, *name.words], [printed, *name.keys]


def mark_quoted(names: Sequence[Name], quoted: Sequence[tuple[int, int]]) -> None:
    """Mark the names that stand in one of the ranges (sorted, disjoint)."""
    starts = [start for start, _ in quoted]
    for name in names:
        at = bisect_right(starts, name.start) - 1
        name.quoted = at >= 0 and name.start < quoted[at][1]
