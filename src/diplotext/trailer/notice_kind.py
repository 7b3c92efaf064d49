"""What kind of notice a whole block is, by the table ``lexicon/notices.json``.

The rules are in order of precedence; each names its shape (a pair of brackets, a line, a tail glued
to the last sentence) and the edge of the story where it counts.
"""

from __future__ import annotations

from functools import cache
from typing import Literal, cast

import regex

from diplotext.lazy_pattern import PatternIndex, lazy_regex
from diplotext.lexicon.agency import agencies
from diplotext.lexicon.data import patterns_of, read_table
from diplotext.model import NoticeKind
from diplotext.trailer.block import bracket_end
from diplotext.trailer.told import is_told

__all__ = ["GLUED", "LONGEST", "OPENERS", "Edge", "classify_notice", "is_signature", "kind_of"]

Edge = Literal["head", "tail"]
LONGEST = 1600  # code points of a notice: editor's notes and disclaimers are the longest
LONGEST_SIGNATURE = 48
BRACKETS = ("bracket", "loose bracket")
SIGNED = ("agency bracket",)
SIGNED_LINES = ("agency line",)
LINES = ("line", "glued")
GLUED = ("glued",)
# What is as well put in brackets: "(Copyright 2003 by The Harbour Press. All rights reserved.)".
IN_BRACKETS = frozenset(
    {"copyright", "disclaimer", "embargo", "kill", "withdrawal", "standards", "contact"}
)
OPENERS = "([{"
TRIM_RE = lazy_regex(r"[\s(\[{]*(.*?)[\s)\]};]*\.?\s*", regex.DOTALL)


@cache
def rules(edge: Edge, shapes: tuple[str, ...]) -> PatternIndex[NoticeKind]:
    """The rules for an edge, in order of precedence."""
    return PatternIndex(
        (pattern, 0 if rule.get("case") else regex.I, rule["kind"], needs)
        for rule in read_table("notices")["rules"]
        if rule["edge"] in {edge, "both"} and rule["shape"] in shapes
        for pattern, needs in patterns_of(rule)
    )


def kind_of(words: str, edge: Edge, shapes: tuple[str, ...]) -> NoticeKind | None:
    """The kind of the first rule that fits the words whole."""
    found = rules(edge, shapes).fullmatch(words)
    return None if found is None else found[1]


def classify_notice(words: str, edge: Edge = "tail") -> NoticeKind | None:
    """The kind of notice that a whole block is, None if it is none.

    >>> classify_notice("(Adds quotes, background)", "head"), classify_notice("-30-")
    ('update', 'end mark')
    >>> classify_notice("She adds quotes to every speech.", "head") is None
    True
    """
    flat = " ".join(words[: LONGEST + 1].split())
    if not flat or len(flat) > LONGEST:
        return None
    kind = kind_of(flat, edge, LINES)
    if kind is not None and flat[0] not in OPENERS and is_told(flat):
        return None  # "Contact the writer at sea, Moe told his crew."
    if kind == "editor's note" and flat[0] in OPENERS and not _is_one_bracket(flat):
        return None  # "(EDS: UPDATES) A dam in Nagano leaked"
    if kind is None and edge == "tail" and is_signature(flat.strip("-–—/= .")):
        return "end mark"  # "- RNZ", "Agence France-Presse", "- ABC/AFP"
    if kind is None and edge == "tail" and len(flat) <= LONGEST_SIGNATURE:
        kind = _signed_kind(flat.lstrip("-–— "), SIGNED_LINES)  # "NZPA WGT ab cd", "-- AFP/ab"
    if kind is None and flat[0] in OPENERS and _is_one_bracket(flat):
        inner = cast("regex.Match[str]", TRIM_RE.fullmatch(flat)).group(1)
        kind = kind_of(inner, edge, BRACKETS)
        if kind is None and kind_of(inner, edge, LINES) in IN_BRACKETS:
            kind = kind_of(inner, edge, LINES)
        if kind is None and edge == "tail":
            kind = "end mark" if is_signature(inner) else _signed_kind(inner, SIGNED)
    return kind


def _signed_kind(words: str, shapes: tuple[str, ...]) -> NoticeKind | None:
    """The kind of what a desk signs with, if the name in it is an agency's."""
    signed = rules("tail", shapes).fullmatch(words)
    return signed[1] if signed is not None and signed[0]["agency"] in agencies() else None


def is_signature(words: str) -> bool:
    """Whether the words are agencies' names and nothing else: no link of a page ("World")."""
    if words in agencies():
        return words.casefold() not in PAGE_LINKS
    mark = "/" if "/" in words else ","  # "AP/dpa", "AFP, Reuters"
    return mark in words and all(name.strip() in agencies() for name in words.split(mark))


# Names of agencies that are as well parts of a page.
PAGE_LINKS = frozenset(name.casefold() for name in read_table("heads_en")["sections"])


def _is_one_bracket(words: str) -> bool:
    """Whether one pair of brackets holds all the words; a ";" may stand for the closing one."""
    end = bracket_end(words, 0, len(words))
    return end >= len(words.rstrip(".")) or (end == 0 and words[-1] == ";")
