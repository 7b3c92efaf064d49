"""Growth from 10 kB to 10 MB, on prose and on input that no desk would send.

Processor seconds, so that other work on the machine does not look like growth.
"""

from __future__ import annotations

import gc
import time

import diplotext
from benchmarks.corpus import repeated

__all__ = ["PATHOLOGICAL", "measure"]

SIZES = (10_000, 100_000, 1_000_000, 5_000_000, 10_000_000)

# Each is repeated to size: what makes a careless pattern or a loop in a loop quadratic.
PATHOLOGICAL = {
    "one line": "It rained, the mayor said. ",
    "no spaces": "word",
    "spaces": " ",
    "line ends": "\n",
    "CRLF and tabs": "\r\n\t",
    "straight marks": '"',
    "opening marks": "“",
    "marks and words": '"a ',
    "apostrophes": "'a ",
    "said": "said ",
    "he said": '"No," he said. ',
    "capitals": "LIMA ",
    "datelines": "LIMA, March 14 (Reuters) - ",
    "dateline lines": "LIMA, March 14 (Reuters) -\n\n",
    "credits": "(Reporting by A B; Editing by C D)\n",
    "commas": "a, b, ",
    "brackets": "(",
    "stops": ". ",
    "initials": "U.S. ",
    "names": "Tomas Reyes met Helen Brandt. ",
    "new names": "",
    "dashes": "- ",
    "digits": "7",
    "right to left": "שלום ",
    "surrogates": "\ud800 ",
    "NUL": "\0",
}


def measure(stories: list[str], largest: int) -> list[list[str]]:
    """A row an input: seconds by size, and how much longer the largest takes than half of it."""
    sizes = [size for size in SIZES if size < largest // 2] + [largest // 2, largest]
    inputs = {"prose": repeated(stories, largest)}
    inputs |= {
        name: (unit * (largest // len(unit) + 1))[:largest]
        for name, unit in PATHOLOGICAL.items()
        if unit
    }
    inputs["new names"] = _new_names(largest)
    rows = [["growth, seconds", *(f"{size / 1e6:g} MB" for size in sizes), "last/half"]]
    for name, text in inputs.items():
        times = [_seconds(text[:size]) for size in sizes]
        ratio = times[-1] / times[-2]
        rows.append([name, *(f"{t:.3f}" for t in times), f"{ratio:.2f}"])
    return rows


def _new_names(size: int) -> str:
    """Speakers without end, each another one."""
    vowels, count, pieces, length = "aeiou", 0, [], 0
    while length < size:
        name = "".join(vowels[count // 5**i % 5] + "bdklmnrst"[count // 9**i % 9] for i in range(4))
        pieces.append(f'"No," said Tom {name.title()}. ')
        length += len(pieces[-1])
        count += 1
    return "".join(pieces)[:size]


def _seconds(text: str) -> float:
    gc.collect()
    start = time.process_time()
    diplotext.parse(text)
    return time.process_time() - start
