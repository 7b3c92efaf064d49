"""Commas between a town and the state or country that it lies in.

    Ana Ruiz of Dover, Ohio said                  officials in Lima, Peru, said
    according to police in Dover, Ohio, it rained

Such a comma parts nothing: read as one that ends a phrase, it leaves "Ohio" as who speaks. The
stylebooks put a second comma behind the state (AP stylebook, "comma"); writers often do not.
Elsewhere the learned stages know the comma from training, and it stays one.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from diplotext.body.token import TOKEN_RE
from diplotext.lexicon.place import lies_in, place_key, places
from diplotext.lexicon.region import RegionEntry, find_region_entries, region_entries

__all__ = ["joined_tokens"]

_TOWN_WORDS = 4  # "Rancho Santa Margarita" and one for luck
_REACH, _NEAR = 40, 8  # tokens before the town in which a comma, an "according" is looked for
_NAME, _PREPOSITIONS = "N", frozenset("io")


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
    words: Sequence[str], codes: Sequence[str], bounds: AbstractSet[int]
) -> list[int]:
    """The commas around a state behind its town, and the stop that shortens it ("Ore.").

    ``codes`` are the characters of the tokens, ``bounds`` the starts of the sentences.

    >>> joined_tokens("Ana Ruiz of Dover , Ohio said".split(), "NNoN,NV", {0, 7})
    [4]
    >>> joined_tokens("In Dover , Ohio said".split(), "iN,NV", {0, 5})
    []
    """
    regions = _regions()
    found: list[int] = []
    at = 0
    for _ in range(words.count(",")):
        at = words.index(",", at) + 1
        forms = regions.get(words[at], ()) if at < len(words) else ()
        state = next((form for form in forms if tuple(words[at : at + len(form)]) == form), None)
        begin = _town_start(codes, at - 1) if state is not None else -1
        if state is None or begin < 2 or begin - 1 in bounds:
            continue  # "In Beirut, Iran said": who speaks, not where
        stop = last = at + len(state)
        if words[last : last + 1] == ["."] and last + 1 not in bounds:
            last += 1
        if words[last : last + 1] == [","] and "".join(codes[last + 1 : last + 2]) == "V":
            last += 1
        if _parts_nothing(words, codes, begin, last) and _is_in(
            " ".join(words[begin : at - 1]), " ".join(words[at:stop])
        ):
            found += [at - 1, *range(stop, last)]
    return found


def _town_start(codes: Sequence[str], end: int) -> int:
    """The first of the capitalised words behind a preposition that end at a comma; -1 for none."""
    begin = end
    while begin > 0 and codes[begin - 1] == _NAME and end - begin < _TOWN_WORDS:
        begin -= 1
    return begin if 0 < begin < end and codes[begin - 1] in _PREPOSITIONS else -1


def _parts_nothing(words: Sequence[str], codes: Sequence[str], begin: int, last: int) -> bool:
    """Whether the state before ``last`` has its verb behind it, or "according to" before it."""
    if "".join(codes[last : last + 1]) != "V":
        return any(
            word in ("according", "According") for word in words[max(begin - _NEAR, 0) : begin]
        )
    # "Ana Ruiz, who lives in Dover, Ohio, said": there the second comma closes a pair.
    return words[last - 1] != "," or "," not in codes[max(begin - _REACH, 0) : begin]


def _is_in(town: str, state: str) -> bool:
    """Whether a town may lie in what a state or a country is printed as."""
    return any(_lies_in(town, entry) for entry in find_region_entries(state))


def _lies_in(town: str, region: RegionEntry) -> bool:
    """Whether a town is in a region: in any state, if it is none itself; in a country, if known."""
    if region.kind == "region":
        return not find_region_entries(town) or town == region.name
    known = places().index.get(place_key(town), ())
    return any(lies_in(group, region) for _, group in known)
