"""Characters a second on one core, against ``re.finditer(r"\\w+")`` over the same text."""

from __future__ import annotations

import re

import diplotext
from benchmarks.clock import medians
from diplotext.formats import to_json

__all__ = ["measure", "scan_words"]

WORD_RE = re.compile(r"\w+")


def scan_words(stories: list[str]) -> int:
    """The number of words: the least that any reader of the text must do."""
    return sum(1 for story in stories for _ in WORD_RE.finditer(story))


def parse_all(stories: list[str]) -> None:
    for story in stories:
        diplotext.parse(story)


def write_all(stories: list[str]) -> None:
    for story in stories:
        to_json(diplotext.parse(story))


def measure(stories: list[str], rounds: int) -> list[list[str]]:
    """A row for the scan, the parse, and the parse with JSON written."""
    times = medians(
        {
            're.finditer(r"\\w+")': lambda: scan_words(stories),
            "parse": lambda: parse_all(stories),
            "parse and to_json": lambda: write_all(stories),
        },
        rounds,
    )
    size = sum(map(len, stories))
    least = min(times.values())
    rows = [["one core", "chars/s", "stories/s", "times the scan"]]
    rows += [
        [name, f"{size / t:,.0f}", f"{len(stories) / t:,.0f}", f"{t / least:.1f}"]
        for name, t in times.items()
    ]
    return rows
