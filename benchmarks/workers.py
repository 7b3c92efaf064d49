"""``parse_many`` on one worker and on two."""

from __future__ import annotations

import itertools
import os

import diplotext
from benchmarks.clock import medians

__all__ = ["measure"]


def _parse(stories: list[str], count: int, workers: int) -> None:
    stream = itertools.islice(itertools.cycle(stories), count)
    for _ in diplotext.parse_many(stream, workers=workers):
        pass


def measure(stories: list[str], rounds: int, characters: int) -> list[list[str]]:
    """Rows: seconds on one worker and on two, starting the workers included."""
    count = max(len(stories) * characters // sum(map(len, stories)), 2)
    times = medians(
        {
            "1 worker": lambda: _parse(stories, count, 1),
            "2 workers": lambda: _parse(stories, count, 2),
            "2 workers, one story each": lambda: _parse(stories, 2, 2),
        },
        rounds,
    )
    one = times["1 worker"]
    rows = [[f"parse_many, {count:,} stories, {os.cpu_count()} cores", "seconds", "times faster"]]
    for name in ("1 worker", "2 workers"):
        rows.append([name, f"{times[name]:.2f}", f"{one / times[name]:.2f}"])
    rows.append(["start of 2 workers", f"{times['2 workers, one story each']:.2f}", ""])
    return rows
