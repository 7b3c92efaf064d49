"""Comparing personal names as printed: case, accents, titles and possessives aside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

__all__ = ["fold_name", "is_same_name"]

TITLE_RE = re.compile(r"(?:the|mr|mrs|ms|miss|dr|sen|rep|gov|gen|president|senator)\.?\s+")
POSSESSIVE_RE = re.compile(r"['\u2019]s?\Z")


def fold_name(name: str) -> str:
    """The name in lower case, without accents, leading titles and a final possessive.

    >>> fold_name("Mr. Nuñez's")
    'nunez'
    """
    decomposed = unicodedata.normalize("NFKD", " ".join(name.split()))
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    plain = POSSESSIVE_RE.sub("", plain).strip(" .,")
    while (title := TITLE_RE.match(plain)) is not None and title.end() < len(plain):
        plain = plain[title.end() :]
    return plain


def is_same_name(one: str, other: str, titles: Iterable[str] = ()) -> bool:
    """Whether two printed names are the same but for case, accents, titles and possessive.

    ``titles`` are what the first may have before it, whole or their last words.

    >>> is_same_name("Lavrov", "Mr. LAVROV's"), is_same_name("Lavrov", "Sergey Lavrov")
    (True, False)
    >>> is_same_name("Trade Minister Okafor", "Okafor", ["Nigerian Trade Minister"])
    True
    """
    name, known = fold_name(one), fold_name(other)
    if name == known:
        return True
    title = name.removesuffix(f" {known}")
    return title != name and any(f" {fold_name(own)}".endswith(f" {title}") for own in titles)
