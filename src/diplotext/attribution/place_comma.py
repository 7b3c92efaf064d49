"""Commas between a town and the state or country that it lies in.

    Ana Ruiz of Dover, Ohio said
    officials in Lima, Peru, said

Such a comma parts nothing: read as one that ends a phrase, it leaves "Ohio" as who speaks. The
stylebooks put a second comma behind the state (AP stylebook, "commas"); writers often do not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from diplotext.body.token import TOKEN_RE
from diplotext.lexicon.place import lies_in, place_key, places
from diplotext.lexicon.region import RegionEntry, find_region_entries, region_entries

__all__ = ["joined_tokens"]

_TOWN_WORDS = 4  # "Rancho Santa Margarita" and one for luck
# What may follow a state: not the rest of another name or noun ("Ohio State", "Ohio police").
_NO_END = frozenset("nNdPD")
_NAME, _PREPOSITIONS, _VERBS = "N", frozenset("io"), frozenset("Vv")


@cache
def _regions() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The forms of states and countries as tokens without their last stop, by their first."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for entry in region_entries():
        codes = (entry.code,) if entry.country == "US" and entry.kind == "region" else ()
        for form in dict.fromkeys((entry.name, *entry.aliases, *codes)):
            words = tuple(TOKEN_RE.findall(form))
            if words[-1] == ".":
                words = words[:-1]
            if words[0][0].isupper():
                found[words[0]] = (*found.get(words[0], ()), words)
    return {
        first: tuple(sorted(dict.fromkeys(forms), key=len, reverse=True))
        for first, forms in found.items()
    }


def joined_tokens(
    words: Sequence[str], codes: Sequence[str], bounds: Sequence[int]
) -> Iterator[int]:
    """The commas between a town and its state, and the stop that shortens the state.

    ``codes`` are the characters of the tokens, ``bounds`` the starts of the sentences.

    >>> words = "said Ana Ruiz of Dover , Ohio .".split()
    >>> list(joined_tokens(words, "VNNoN,N.", [0, 8]))
    [5]
    >>> list(joined_tokens("In Dover , Ohio said".split(), "iN,NV", [0, 5]))
    []
    """
    regions = _regions()
    at = 0
    for _ in range(words.count(",")):
        at = words.index(",", at) + 1
        forms = regions.get(words[at]) if at < len(words) else None
        if forms is None:
            continue
        stop = next((at + len(form) for form in forms if tuple(words[at : at + len(form)]) == form), 0)
        if stop and _is_in(words, codes, bounds, at, stop):
            yield at - 1
            if words[stop : stop + 1] == ["."] and stop + 1 < len(words) and stop + 1 not in bounds:
                yield stop


def _is_in(
    words: Sequence[str], codes: Sequence[str], bounds: Sequence[int], at: int, stop: int
) -> bool:
    """Whether the state at ``at`` to ``stop`` is the one of a town before its comma."""
    begin = at - 1
    while begin > 0 and codes[begin - 1] == _NAME and at - begin <= _TOWN_WORDS:
        begin -= 1
    if begin == at - 1 or begin == 0 or codes[begin - 1] not in _PREPOSITIONS:
        return False
    if codes[stop : stop + 1] != ["V"] or begin - 1 in bounds:
        return False  # "In Beirut, Iran said": who speaks, not where
    town = " ".join(words[begin : at - 1])
    return any(
        _lies_in(town, entry) for entry in find_region_entries(" ".join(words[at:stop]))
    )


def _lies_in(town: str, region: RegionEntry) -> bool:
    """Whether a town is in a region: in any state, if it is none itself; in a country, if known."""
    if region.kind == "region":
        return not find_region_entries(town) or town == region.name
    known = places().index.get(place_key(town), ())
    return any(lies_in(group, region) for _, group in known)
