"""All benchmarks in one run: ``python -m benchmarks CORPUS_FOLDER [--quick] [--only NAME ...]``."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from evals.table import aligned

import diplotext
from benchmarks import growth, imports, memory, peers, stages, throughput, workers
from benchmarks.clock import machine, release
from benchmarks.corpus import read_stories

PACKAGES = ("attrs", "regex", "python-dateutil")


def main() -> None:
    options = _arguments().parse_args()
    stories = read_stories(options.corpus)
    size = sum(map(len, stories))
    quick = options.quick
    largest = options.largest or (1_000_000 if quick else 10_000_000)
    rounds = 3 if quick else 7
    questions: dict[str, Callable[[], list[list[str]]]] = {
        "throughput": lambda: throughput.measure(stories, rounds),
        "stages": lambda: stages.measure(stories),
        "imports": lambda: imports.measure(rounds * 3),
        "workers": lambda: workers.measure(stories, 3, largest),
        "memory": lambda: memory.measure(options.corpus, min(largest, 5_000_000)),
        "peers": lambda: peers.measure(stories[: 20 if quick else 100], 3),
        "growth": lambda: growth.measure(stories, largest),
    }
    print(machine())
    releases = (f"{package} {release(package)}" for package in PACKAGES)
    print(f"diplotext {diplotext.__version__}", *releases, sep=", ")
    print(f"{len(stories):,} stories, {size:,} characters")
    for name in options.only or questions:
        rows = questions[name]()
        if len(rows) > 1:
            print("\n" + aligned(rows), flush=True)


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, help="a folder of .txt, .jsonl or .jsonl.gz files")
    parser.add_argument("--quick", action="store_true", help="1 MB at most, fewer rounds")
    parser.add_argument("--largest", type=int, help="characters of the largest text")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="these questions only")
    return parser


if __name__ == "__main__":
    main()
