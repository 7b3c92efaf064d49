"""Characters a second on one core, against ``re.finditer(r"\\w+")`` over the same text."""

from __future__ import annotations

import re
from collections.abc import Callable

import diplotext
from benchmarks.clock import fastest
from diplotext.formats import to_json

__all__ = ["compare", "measure", "parse_all", "scan_words"]

SCAN = 're.finditer(r"\\w+")'
WORD_RE = re.compile(r"\w+")


# The scan is that much faster than any parse: run so often, a hiccup of the machine weighs alike.
SCANS = 20


def scan_words(stories: list[str]) -> int:
    """The number of words: the least that any reader of the text must do."""
    return sum(1 for story in stories for _ in WORD_RE.finditer(story))


def parse_all(stories: list[str]) -> None:
    for story in stories:
        diplotext.parse(story)


def write_all(stories: list[str]) -> None:
    for story in stories:
        to_json(diplotext.parse(story))


def compare(
    title: str, stories: list[str], rounds: int, runs: dict[str, Callable[[], object]]
) -> list[list[str]]:
    """A row for the scan and one for each run: its speed, and how many scans it takes."""
    scan = {SCAN: lambda: [scan_words(stories) for _ in range(SCANS)]}
    times = fastest(scan | runs, rounds)
    times[SCAN] /= SCANS
    size = sum(map(len, stories))
    rows = [[title, "chars/s", "stories/s", "times the scan"]]
    rows += [
        [name, f"{size / t:,.0f}", f"{len(stories) / t:,.0f}", f"{t / times[SCAN]:.1f}"]
        for name, t in times.items()
    ]
    return rows


def measure(stories: list[str], rounds: int) -> list[list[str]]:
    """Rows for the scan, the parse, and the parse with JSON written."""
    runs = {
        "parse": lambda: parse_all(stories),
        "parse and to_json": lambda: write_all(stories),
    }
    return compare("one core", stories, rounds, runs)
