"""Commas between a town and the state or country that it lies in.

    Ana Ruiz of Dover, Ohio said                  officials in Lima, Peru, said
    according to police in Dover, Ohio, it rained
    the Dover, Ohio-based company said            the Dover, Ohio, company said

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
_ENDINGS = frozenset(("based", "area"))  # "Ohio-based"


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
    found: list[int] = []
    at = 0
    for _ in range(words.count(",")):
        at = words.index(",", at) + 1
        stop, ending = _region_end(words, at)
        begin = _town_start(codes, at - 1) if stop > at else -1
        if begin < 0 or not _is_in(" ".join(words[begin : at - 1]), _printed(words, at, stop)):
            continue
        last = stop
        if words[last : last + 1] == ["."] and last + 1 not in bounds:
            last += 1
        compound = last if ending else _compound_end(words, last)
        noun = _noun_behind(words, codes, begin, last)
        if compound > 0:
            found += range(at - 1, compound)
        elif noun > 0:
            found += [at - 1, *range(stop, noun)]
        elif begin > 1 and begin - 1 not in bounds and codes[begin - 1] in _PREPOSITIONS:
            # Not "In Beirut, Iran said": that is who speaks, not where.
            closed = words[last : last + 1] == [","] and "".join(codes[last + 1 : last + 2]) == "V"
            if _parts_nothing(words, codes, begin, last + closed):
                found += [at - 1, *range(stop, last + closed)]
            elif closed and codes[begin - 2] == "v":  # "Kvik, based in Dover, Ohio, said"
                found += [at - 1, *range(stop, last)]
    return found


def _region_end(words: Sequence[str], at: int) -> tuple[int, str]:
    """Behind the tokens of a state or country at a place, and what is joined to it: "based".

    The place itself if there is none.
    """
    if at >= len(words):
        return at, ""
    for form in _regions().get(words[at].partition("-")[0], ()):
        *before, last = words[at : at + len(form)]
        if (*before, last) == form:
            return at + len(form), ""
        name, _, ending = last.partition("-")
        if ending in _ENDINGS and (*before, name) == form:
            return at + len(form), ending
    return at, ""


def _printed(words: Sequence[str], at: int, stop: int) -> str:
    """The state of some tokens, without "-based"."""
    return " ".join((*words[at : stop - 1], words[stop - 1].partition("-")[0]))


def _compound_end(words: Sequence[str], at: int) -> int:
    """Behind the "-based" of a shortened state ("Ill.-based"); 0 if there is none."""
    behind = words[at : at + 2]
    return at + 2 if behind[:1] == ["-"] and behind[-1] in _ENDINGS else 0


def _noun_behind(words: Sequence[str], codes: Sequence[str], begin: int, last: int) -> int:
    """Behind the second comma of "the Dover, Ohio, company"; 0 where no noun follows.

    Not "in the Bronx, New York, police": the article is the town's.
    """
    if words[last : last + 1] != [","] or "".join(codes[last + 1 : last + 2]) not in ("n", "d"):
        return 0
    is_told = begin > 0 and codes[begin - 1] == "D"
    return last + 1 if is_told and (begin < 2 or codes[begin - 2] not in _PREPOSITIONS) else 0


def _town_start(codes: Sequence[str], end: int) -> int:
    """The first of the capitalised words that end at a comma; -1 if there are none."""
    begin = end
    while begin > 0 and codes[begin - 1] == _NAME and end - begin < _TOWN_WORDS:
        begin -= 1
    return begin if begin < end else -1


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
