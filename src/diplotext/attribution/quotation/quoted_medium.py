"""The medium of a frame of quoting: `the daily Kurier | quoted`, `quoted | in Friday's Gazette`."""

from __future__ import annotations

from diplotext.attribution.build import Span
from diplotext.attribution.clause.clause_source import LONGEST_SOURCE, NO_SOURCE
from diplotext.attribution.labels import label_words
from diplotext.body.sentence import word_set
from diplotext.body.token import OUTSIDE, TokenTable

__all__ = ["DAYS", "WEEKDAYS", "medium_before", "medium_behind", "trimmed"]

# The day on which a medium wrote: "SVT | this weekend | cited sources as saying".
WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
DAYS = WEEKDAYS | word_set(
    "today yesterday tonight on this last week weekend month morning earlier later late"
)
_PARTS = word_set(", but and while ; -- —")  # "..., but | TASS quoted"
_POSSESSIVE = frozenset(("'s", "’s"))


def medium_before(table: TokenTable, low: int, stop: int) -> Span | None:
    """Who quotes: "the daily Kurier"; None in "in a report which quoted Marsh"."""
    parts = [at + 1 for at in range(low, stop) if table.types[at].lower in _PARTS]
    for first in (low, *parts[-1:]):
        medium = trimmed(table, first, stop)
        medium = None if medium is None else _without_aside(table, medium)
        if medium is not None and medium[1] - medium[0] <= LONGEST_SOURCE:
            lower = {token.lower for token in table.types[slice(*medium)]}
            if lower.isdisjoint(NO_SOURCE):
                return medium
    return None


def _without_aside(table: TokenTable, medium: Span) -> Span:
    """The medium without "..., in a dispatch seen here"; "the agency, IRNA" is whole."""
    first, stop = medium
    commas = (at for at in range(first, stop - 1) if table.words[at] == ",")
    return first, next((at for at in commas if not table.types[at + 1].is_capital), stop)


def medium_behind(table: TokenTable, first: int, stop: int) -> Span | None:
    """Who quotes in "by TASS", "in Friday's Harbour Journal"."""
    types, words = table.types, table.words
    while first < stop and types[first].lower in DAYS:
        first += 1
    if first >= stop or types[first].lower not in {"by", "in"}:
        return None
    last = first + 1
    if last + 1 < stop and types[last].lower in DAYS and words[last + 1] in _POSSESSIVE:
        last += 2
    while last < stop and _names_medium(table, last):
        last += 1
    named = {token.lower for token in types[first + 1 : last]}
    if types[first].lower == "in" and label_words("media_words").isdisjoint(named):
        return None
    return (first + 1, last) if last > first + 1 else None


def _names_medium(table: TokenTable, at: int) -> bool:
    """Whether a token goes on with a medium's name."""
    lower, word = table.types[at].lower, table.words[at]
    is_day = lower in WEEKDAYS or (lower in DAYS and not table.types[at].is_capital)
    if is_day or lower in {"that", "as"} or table.quotes[at] != OUTSIDE:
        return False
    return word[0].isalnum() or word in _POSSESSIVE


def trimmed(table: TokenTable, low: int, stop: int) -> Span | None:
    """A range without commas at its ends, None if nothing is left of it or it is quoted."""
    words = table.words
    while low < stop and words[low] == ",":
        low += 1
    while low < stop and words[stop - 1] == ",":
        stop -= 1
    whole = low < stop and not any(table.quotes[low:stop])
    return (low, stop) if whole else None
