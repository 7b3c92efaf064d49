"""The key under which a printed word is looked up: case, accents, stops and dashes aside."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

__all__ = ["fold", "openings_of"]

# Letters that Unicode does not decompose, as wires without accents print them.
PLAIN = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th"}
PLAIN |= {"ı": "i", "ə": "a", "ħ": "h", "ŋ": "n"}
DROPPED = ".'’‘`´ʻʼʿʾ\u00ad"
SPACED = "-‐‑‒–—_/\xa0\t\r\n"
REMEMBERED, LONGEST = 5000, 60  # how many names are remembered, of how many characters


@cache
def folding() -> dict[int, str]:
    """What each code point becomes; those not in the table stand as they are."""
    table = {ord(mark): "" for mark in DROPPED} | {ord(mark): " " for mark in SPACED}
    table |= {ord(letter): plain for letter, plain in PLAIN.items()}
    table |= dict.fromkeys(range(0x300, 0x370), "")  # combining accents
    for start, stop in ((0xC0, 0x250), (0x1E00, 0x1F00)):
        for point in range(start, stop):
            plain = unicodedata.normalize("NFKD", chr(point))
            kept = "".join(c for c in plain if not unicodedata.combining(c))
            table.setdefault(point, kept)
    return table


def fold(printed: str) -> str:
    """The printed word or name as a key: lower case, no accents or stops, dashes as spaces.

    >>> fold("ST. PETERSBURG"), fold("São Tomé"), fold("ITAR-TASS"), fold("L’Aquila")
    ('st petersburg', 'sao tome', 'itar tass', 'laquila')
    >>> fold("St. Petersburg") == fold("Saint Petersburg")
    False
    """
    if printed.isascii() and printed.isalnum():
        return printed.lower()
    return _fold_name(printed) if len(printed) <= LONGEST else _fold(printed)


def _fold(printed: str) -> str:
    return " ".join(printed.casefold().translate(folding()).split())


_fold_name = lru_cache(REMEMBERED)(_fold)


def openings_of(keys: Iterable[str]) -> frozenset[str]:
    """The first two words of the keys of several, by which few phrases have to be looked up.

    >>> sorted(openings_of(["lima", "port moresby", "papua new guinea"]))
    ['papua new', 'port moresby']
    """
    return frozenset(" ".join(key.split(" ")[:2]) for key in keys if " " in key)
