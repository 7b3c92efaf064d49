"""Agreement with the annotation, as PolNeAR's users score it: by sets of word tokens."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

Tokens = frozenset[int]

_WORD_RE = re.compile(r"\w+")
_OPEN, _CLOSE = "“«„", "”»"


class Words:
    """The word tokens of a text, and whether they stand inside double quotation marks."""

    def __init__(self, text: str) -> None:
        spans = [match.span() for match in _WORD_RE.finditer(text)]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.quoted = _quoted_mask(text)

    def tokens(self, spans: Iterable[tuple[int, int]]) -> Tokens:
        """The numbers of the word tokens that the spans touch."""
        found: set[int] = set()
        for start, end in spans:
            found.update(range(bisect_right(self.ends, start), bisect_left(self.starts, end)))
        return frozenset(found)

    def kind(self, tokens: Tokens) -> str:
        """Whether the tokens are in quotation marks: all, some or none of them."""
        inside = sum(self.quoted[self.starts[token]] for token in tokens)
        return "direct" if inside >= 0.9 * len(tokens) else "mixed" if inside else "indirect"


def _quoted_mask(text: str) -> bytearray:
    mask, inside = bytearray(len(text)), False
    for at, char in enumerate(text):
        if char == "\n":
            inside = False
        elif char in _OPEN:
            inside = True
        elif char in _CLOSE:
            inside = False
        elif char == '"' or text.startswith(("''", "``"), at):
            inside = not inside
        elif inside:
            mask[at] = 1
    return mask


def f1(ours: Tokens, theirs: Tokens) -> float:
    """Token F1, 0 where both are empty."""
    total = len(ours) + len(theirs)
    return 2 * len(ours & theirs) / total if total else 0.0


def is_right(gold: Tokens, found: Tokens) -> bool:
    """Whether a source is right: half of it, or none where gold has none."""
    return f1(gold, found) >= 0.5 if gold else not found


Parts = tuple[Tokens, Tokens, Tokens]  # content, source, cue


def tally(words: Words, gold: list[Parts], found: list[Parts]) -> dict[str, dict[str, int]]:
    """Counts by kind: gold, found, and on both sides paired, exact and said."""
    pairs = sorted(
        (
            (f1(g[0], p[0]), i, j)
            for i, g in enumerate(gold)
            for j, p in enumerate(found)
            if g[0] & p[0]
        ),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    to_found: dict[int, int] = {}
    to_gold: dict[int, int] = {}
    for value, i, j in pairs:
        if value >= 0.5 and i not in to_found and j not in to_gold:
            to_found[i], to_gold[j] = j, i
    counts: dict[str, dict[str, int]] = {}
    for side, items, match, others in (
        ("gold", gold, to_found, found),
        ("found", found, to_gold, gold),
    ):
        for i, parts in enumerate(items):
            for row in ("all", words.kind(parts[0])):
                cell = counts.setdefault(row, {})
                cell[side] = cell.get(side, 0) + 1
                if i not in match:
                    continue
                other = others[match[i]]
                source = (parts[1], other[1]) if side == "gold" else (other[1], parts[1])
                for name, holds in (
                    ("content", True),
                    ("exact", parts[0] == other[0]),
                    ("said", is_right(*source)),
                ):
                    key = f"{side}.{name}"
                    cell[key] = cell.get(key, 0) + holds
    return counts


def add_counts(total: dict[str, dict[str, int]], more: dict[str, dict[str, int]]) -> None:
    for row, cells in more.items():
        cell = total.setdefault(row, {})
        for key, number in cells.items():
            cell[key] = cell.get(key, 0) + number


def scores(counts: dict[str, dict[str, int]], name: str = "said") -> dict[str, float]:
    """F1 of a name ("content", "exact", "said") by kind."""
    result = {}
    for row, cell in sorted(counts.items()):
        precision = cell.get("found." + name, 0) / max(1, cell.get("found", 0))
        recall = cell.get("gold." + name, 0) / max(1, cell.get("gold", 0))
        both = precision + recall
        result[row] = 2 * precision * recall / both if both else 0.0
    return result
