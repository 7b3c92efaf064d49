"""All benchmarks in one run: ``python -m benchmarks CORPUS_FOLDER [--quick] [--only NAME ...]``."""

from __future__ import annotations

import argparse
import datetime
import sys
import time
from collections.abc import Callable

import diplotext
from benchmarks import engines, growth, imports, memory, peers, stages, throughput, workers
from benchmarks.clock import machine, release
from benchmarks.corpus import existing_folder, read_stories
from benchmarks.table import aligned, markdown

PACKAGES = ("attrs", "regex", "python-dateutil")


def main() -> None:
    options = _arguments().parse_args()
    stories = read_stories(options.corpus)
    questions = _questions(options, stories)
    releases = ", ".join(f"{package} {release(package)}" for package in PACKAGES)
    print(f"{datetime.datetime.now(datetime.UTC):%Y-%m-%d}, {machine()}")
    print(f"diplotext {diplotext.__version__}, {releases}")
    print(f"{len(stories):,} stories, {sum(map(len, stories)):,} characters", flush=True)
    show = markdown if options.markdown else aligned
    for name in options.only or questions:
        start = time.monotonic()
        rows = questions[name]()
        if len(rows) > 1:
            print("\n" + show(rows), flush=True)
        print(f"[{name}: {time.monotonic() - start:.0f} s]", file=sys.stderr, flush=True)


def _questions(
    options: argparse.Namespace, stories: list[str]
) -> dict[str, Callable[[], list[list[str]]]]:
    quick, folder = options.quick, options.corpus
    largest = options.largest or (1_000_000 if quick else 10_000_000)
    rounds = 3 if quick else 5
    return {
        "throughput": lambda: throughput.measure(stories, rounds),
        "stages": lambda: stages.measure(stories),
        "growth": lambda: growth.measure(
            stories, largest, None if options.full else growth.SECONDS
        ),
        "memory": lambda: memory.measure(folder, min(largest, 1_000_000)),
        "workers": lambda: workers.measure(folder, stories, largest),
        "imports": lambda: imports.measure(rounds),
        "engines": lambda: engines.measure(stories, 100 if quick else 800),
        "peers": lambda: peers.measure(stories[: 10 if quick else 30], 2),
    }


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "corpus", type=existing_folder, help="a folder of .txt, .jsonl or .jsonl.gz files"
    )
    parser.add_argument("--quick", action="store_true", help="1 MB at most, fewer rounds")
    parser.add_argument("--largest", type=int, help="characters of the largest text or stream")
    parser.add_argument("--full", action="store_true", help="growth: all inputs at full size")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="these questions only")
    parser.add_argument("--markdown", action="store_true", help="tables for a page")
    return parser


if __name__ == "__main__":
    main()
