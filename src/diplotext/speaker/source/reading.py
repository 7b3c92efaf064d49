"""A source as read, and the reading of a nominal: determiner, owner, modifiers, noun."""

from __future__ import annotations

import re
from collections.abc import Sequence

from diplotext.speaker.name.mention import Name
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.table import ORG_NOUNS, words
from diplotext.speaker.name.vocabulary import vocabulary

__all__ = [
    "DEFINITE",
    "EDGE",
    "FINAL_RE",
    "INDEFINITE",
    "JOINING",
    "OWNED",
    "Reading",
    "meanings_of",
    "read_nominal",
]

POSSESSIVE_RE = re.compile(r"[’']s?\s+", re.IGNORECASE)
DETERMINER_RE = re.compile(
    r"(?:the|a|an|this|that|these|those|his|her|its|their|my|our|your|some|one|another|any|no|each"
    r"|every|both|many|several|most|few|other|all|more|such)\s+",
    re.IGNORECASE,
)
FINAL_RE = re.compile(r"[’']s\Z")
# "the world's largest chain" is definite
ALL_OF = words("world nation country")
SUPERLATIVE_RE = re.compile(r"\w+est\Z|(?:top|leading)\Z")
# A comma that parts nothing: "35,000 residents", "the Dover, Ohio-based firm".
JOINING = r"(?:\d|(?-i:\s[A-Z][\w.]{1,14}(?:\s[A-Z][\w.]{1,14}){0,2}-(?:based|area)\b))"
LONG_RE = re.compile(rf"\s*(?:,(?!{JOINING})|[;:(\[–—]|\s-\s(?=[a-z]|\w+[’']s\s)|\s--)")
EDGE = "\xa0 \t\r\n\"“”‘’'`*,.;:-–—()[]<>"
OWNED = frozenset(["own", "his", "her", "its", "their", "my", "our"])
INDEFINITE = frozenset(["a", "an"])
DEFINITE = frozenset(["the", "this", "that", ""])


class Reading:
    """A source as read. ``kind`` is "pronoun", "name", "group" or "nominal".

    ``noun`` is the key of a nominal's head, ``modifiers`` what stands before it, ``determiner``
    "the", "a", "his", "own" (after an ``owner``: "Okafor's") or "". ``phrase`` is the nominal up to
    its first mark, without the determiner, ``whole`` with it.
    """

    __slots__ = (
        "determiner",
        "end",
        "kind",
        "modifiers",
        "name",
        "noun",
        "owner",
        "phrase",
        "start",
        "whole",
        "word",
    )

    def __init__(
        self,
        kind: str,
        start: int,
        end: int,
        *,
        word: str = "",
        name: Name | None = None,
        noun: str = "",
    ) -> None:
        """A source of which no more is known yet."""
        self.kind, self.start, self.end = kind, start, end
        self.word, self.name, self.noun = word, name, noun
        self.determiner = self.owner = self.phrase = self.whole = ""
        self.modifiers: tuple[str, ...] = ()


def read_nominal(text: str, start: int, core: int, end: int) -> Reading:
    """The determiner, modifiers and head of a nominal."""
    reading = Reading("nominal", start, core)
    at = start
    match = DETERMINER_RE.match(text, at, core)
    while match is not None and match.end() < core:
        reading.determiner = reading.determiner or match.group().strip().lower()
        at = match.end()
        match = DETERMINER_RE.match(text, at, core)
    long = LONG_RE.search(text, core, end)
    stop = end if long is None else long.start()
    reading.phrase, reading.whole = text[at:stop], text[start:stop]
    is_owned = text.find("'", at, core) >= 0 or text.find("’", at, core) >= 0
    owners = list(POSSESSIVE_RE.finditer(text, at, core)) if is_owned else []
    if owners and owners[-1].end() < core:
        reading.owner = text[at : owners[-1].start()]
        reading.determiner = "own"
        at = owners[-1].end()
    bare = FINAL_RE.sub("", text[at:core])
    keys = [key_of(word.strip(EDGE)) for word in bare.split()]
    keys = [key for key in keys if key]
    if "and" in keys[1:-1] and parts(keys, at_and := keys.index("and", 1)):
        keys = keys[:at_and]
    if keys and keys[-1].startswith(("ex-", "then-")):
        keys[-1:] = keys[-1].split("-", 1)
    if keys:
        reading.noun = keys[-1]
        reading.modifiers = tuple(keys[:-1])
        if key_of(reading.owner) in ALL_OF and any(map(SUPERLATIVE_RE.match, keys)):
            reading.determiner = "the"
    return reading


def parts(keys: Sequence[str], at: int) -> bool:
    """Whether an "and" parts two of one kind: the first of them is enough.

    "the former first lady and senator", "the board and staff"; but "the food and drug agency".

    >>> parts(["first", "lady", "and", "senator"], 2), parts(["food", "and", "drug", "agency"], 1)
    (True, False)
    """
    last, first = keys[-1], keys[at - 1]
    return tells(first) or not tells(last)


def tells(key: str) -> bool:
    """Whether a key is a noun for people or a body."""
    known = vocabulary()
    return key in known.meanings or key in known.plurals or key in known.firms or key in ORG_NOUNS


def meanings_of(noun: str, modifiers: Sequence[str]) -> frozenset[str]:
    """The meaning classes of a nominal's longest phrase known.

    >>> sorted(meanings_of("diplomat", ("russian", "top")))
    ['foreign-minister']
    >>> meanings_of("turbine", ())
    frozenset()
    """
    meanings = vocabulary().meanings
    for at in range(max(len(modifiers) - 3, 0), len(modifiers) + 1):
        found = meanings.get(" ".join([*modifiers[at:], noun]).replace("-", " "))
        if found:
            return found
    return frozenset()
