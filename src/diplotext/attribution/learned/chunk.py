"""Chunks: noun groups, verb groups and single function words, cut by one regular expression.

Every token of a unit is one character (``WordType.code`` or its tag's), so that a chunk is a match
in a string. Cue heads stand alone. For a cue outside quotation marks, what is inside a quotation
is one chunk a sentence: a speaker's words are taken whole.
"""

from __future__ import annotations

import functools
import re
from itertools import accumulate, count
from typing import Any

from attrs import define

from diplotext.attribution.learned.block import Unit
from diplotext.attribution.learned.joint import joint_tokens
from diplotext.attribution.learned.place_comma import joined_tokens
from diplotext.attribution.learned.tagger import TAGS
from diplotext.body.token import CLOSE, INSIDE, OPEN

__all__ = [
    "CLOSING",
    "COMMA",
    "FIRST_HEAD_KIND",
    "FIRST_TURN",
    "LAST_TURN",
    "NO_KIND",
    "OPENING",
    "STRONG_TURN",
    "VERB",
    "Chunks",
    "cut_chunks",
    "token_codes",
]

# The character of each tag: V finite verb, v other verb, n noun, N name, p pronoun, D determiner,
# d adjective or number, i preposition, T "to", r adverb, a conjunction, w wh-word, x other.
TAG_CODES = dict(
    zip(
        TAGS,
        ("V V V V v v v n n N p D D d d i T r a w P r , . - q x").split(),
        strict=True,
    )
)
_CODES = tuple(TAG_CODES[tag] for tag in TAGS)

_NOUN_GROUP = r"(?:D?[dnNPx]+|D|p)"
_CHUNK_RE = re.compile(
    rf"""
    [^ceirDdnNPxpVvT]                      # a cue head, a mark, "that", a conjunction
  | [Vv][Vvr]*                             # has not yet said
  | [ce]c*                                 # a sentence inside quotation marks
  | i?r?{_NOUN_GROUP}(?:o{_NOUN_GROUP})*   # (in) the minister of trade of Peru
  | T?r?v+r?                               # to fully restore
  | [rd]+
  | .
    """,
    re.VERBOSE,
)

_KINDS = (
    "h c N n Nn p D d oN on iN in ip i V Vv v Tv r T o y t w a b s , : - . ( ) x P q <> X"
    " hn hV hv hx h-"
).split()
_KIND_IDS = {kind: index for index, kind in enumerate(_KINDS)}
NO_KIND = _KIND_IDS["<>"]
FIRST_HEAD_KIND = _KIND_IDS["hn"]
_STRONG = 0.4  # a head likelier than this is a cue one walks past
_MEMO_LIMIT, _LONG = 50_000, 200  # longer runs of characters are not remembered

# What a chunk adds to the signature of separators met on the way out from the cue.
COMMA, OPENING, CLOSING, VERB = 1, 5, 6, 12
_BRACKETS = frozenset((OPENING, CLOSING))
# What else a turn says, above the four bits of the separator.
STRONG_TURN, FIRST_TURN, LAST_TURN = 16, 32, 64
_SEPARATORS = {
    ",": COMMA,
    ":": 2,
    "-": 3,
    ".": 4,
    "(": OPENING,
    ")": CLOSING,
    "t": 7,
    "w": 8,
    "a": 9,
    "b": 10,
    "s": 11,
    "V": VERB,
    "Vv": VERB,
    "T": 13,
    "y": 14,
}
_HEAD_KINDS = {
    **dict.fromkeys("nNdD", "hn"),
    "V": "hV",
    "v": "hv",
    **dict.fromkeys("-:", "h-"),
}


def _name_kind(codes: str) -> str:
    """The kind of a chunk, by its characters."""
    first = codes[0]
    if first in "ce":
        return "c"
    if first == "i":
        if len(codes) == 1:
            return "i"
        return "ip" if codes[-1] == "p" else "iN" if "N" in codes else "in"
    if first in "DdnNPxr" and any(code in codes for code in "nNDdPx"):
        named = "N" in codes
        if "o" in codes:
            return "oN" if named else "on"
        if named:
            return "Nn" if "n" in codes else "N"
        return next(code for code in "nDdxP" if code in codes) if first != "r" else "n"
    if first == "V":
        return "Vv" if "v" in codes else "V"
    if first == "v" or (first == "r" and "v" in codes):
        return "v"
    if first == "T" and len(codes) > 1:
        return "Tv"
    if first == "r":
        return "p" if "p" in codes else "r"
    return first if first in _KIND_IDS else "x"


class _KindTable(dict[str, tuple[int, int]]):
    """A chunk's characters to its kind's number and its separator code, 0 for none."""

    def __missing__(self, codes: str) -> tuple[int, int]:
        kind = _name_kind(codes)
        found = _KIND_IDS[kind], _SEPARATORS.get(kind, 0)
        if len(self) < _MEMO_LIMIT and len(codes) < _LONG:
            self[codes] = found
        return found


@functools.cache
def _kinds() -> dict[str, tuple[int, int]]:
    return _KindTable()


@functools.cache
def _kind_of_head(code: str) -> tuple[int, int]:
    kind = _HEAD_KINDS.get(code, "hx")
    return _KIND_IDS[kind], VERB if kind == "hV" else 0


@define(eq=False)
class Chunks:
    """A unit cut in chunks: parallel lists, one entry a chunk.

    ``starts`` and ``ends`` are token indexes; ``kinds`` the numbers of the kinds; ``firsts`` and
    ``lasts`` the word numbers of the first and last token, ``closing`` the last with its cluster;
    ``lengths`` the numbers of tokens;
    ``at`` maps a chunk's first token to its place.

    What the walk out from a cue reads: ``forms`` are the kinds, a bit up, above 1 for inside a
    quotation; ``turns`` the separators that a chunk adds to the walk's path,
    ``STRONG_TURN`` for a likely head, ``FIRST_TURN`` and ``LAST_TURN`` for the first and the last
    chunk of a sentence; ``sentences`` the numbers of the sentences; ``parts`` the scores that do
    not depend on the cue, once they are known.
    """

    starts: list[int]
    ends: list[int]
    kinds: list[int]
    firsts: list[int]
    lasts: list[int]
    closing: list[int]
    lengths: list[int]
    at: dict[int, int]
    forms: list[int]
    turns: list[int]
    sentences: list[int]
    parts: tuple[list[Any], list[Any]] | None = None


def token_codes(unit: Unit) -> list[str]:
    """The character of each token.

    Marks of quotation are brackets; stops after initials, and commas and stops in "Dover, Del.",
    are of the name; what joins or numbers ("27-nation", "No. 2") stands as an adjective does.
    """
    by_tag = _CODES
    codes = [word.code or by_tag[tag] for word, tag in zip(unit.types, unit.tags, strict=True)]
    for at, quote in enumerate(unit.quotes):
        if quote == CLOSE:
            codes[at] = ")"
        elif quote == OPEN:
            codes[at] = "("
    for at in unit.initials:
        codes[at] = "N"
    for at in joined_tokens(unit.words, codes, unit.edges):
        codes[at] = "N"
    for at in joint_tokens(unit.words, unit.spans()):
        codes[at] = "d"
    for bound in unit.bounds[1:-1]:
        # No stop stands at "NEW TALKS | Both sides", "Kvik Inc. | NEW TALKS", "Inc. | Lund said".
        is_name = unit.words[bound].isupper() or codes[bound] == "N"
        if codes[bound - 1].isalpha() and (is_name or unit.words[bound - 1][-1] != "."):
            codes[bound - 1] = "."
    return codes


def cut_chunks(unit: Unit, *, whole_quotes: bool) -> Chunks:
    """The chunks of a unit; ``whole_quotes`` leaves quotations uncut but for sentences."""
    codes = unit.codes
    cut = list(codes)
    if whole_quotes and INSIDE in unit.quotes:
        bounds = unit.edges
        for at, quote in enumerate(unit.quotes):
            if quote == INSIDE:
                cut[at] = "e" if at in bounds else "c"
    for head in unit.heads:
        if cut[head] not in "ce":
            cut[head] = "h"
    found = _CHUNK_RE.findall("".join(cut))
    lengths = list(map(len, found))
    ends = list(accumulate(lengths))
    starts = [0, *ends[:-1]]
    places = dict(zip(starts, count(), strict=False))
    described = list(map(_kinds().__getitem__, found))
    for head in unit.heads:
        if cut[head] == "h":
            described[places[head]] = _kind_of_head(codes[head])
    kinds = [kind for kind, _ in described]
    turns = [separator for _, separator in described]
    types, sentences = unit.types, unit.sentences
    closing = [types[end - 1] for end in ends]
    chunks = Chunks(
        starts,
        ends,
        kinds,
        [types[start].number for start in starts],
        [word.number for word in closing],
        [word.packed for word in closing],
        lengths,
        places,
        [kind << 1 for kind in kinds],
        turns,
        [sentences[start] for start in starts],
    )
    _mark_quoted(unit, chunks)
    _mark_turns(unit, chunks)
    return chunks


def _mark_quoted(unit: Unit, chunks: Chunks) -> None:
    """Chunks inside quotation marks: their form says so, and they separate nothing."""
    quotes = unit.quotes
    if not any(quotes):
        return
    forms, turns = chunks.forms, chunks.turns
    for place, start in enumerate(chunks.starts):
        quote = quotes[start]
        if quote == INSIDE:
            forms[place] |= 1
        if quote and turns[place] not in _BRACKETS:
            turns[place] = 0


def _mark_turns(unit: Unit, chunks: Chunks) -> None:
    """Likely heads, and where sentences begin and end."""
    turns, places, cues = chunks.turns, chunks.at, unit.cues
    for head in unit.heads:
        place = places.get(head)
        if place is not None and chunks.kinds[place] >= FIRST_HEAD_KIND and cues[head] > _STRONG:
            turns[place] |= STRONG_TURN
    turns[-1] |= LAST_TURN
    for bound in unit.bounds:
        place = places.get(bound)
        if place is not None:
            turns[place] |= FIRST_TURN
            if place:
                turns[place - 1] |= LAST_TURN
