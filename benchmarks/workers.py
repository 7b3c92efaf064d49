"""``parse_many`` and ``diplotext parse -j`` on one worker and on two, each in a fresh interpreter.

The work must be long for the start of the workers (half a second) not to be what is measured.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

__all__ = ["measure"]

# Prints seconds on the wall, and processor seconds of the caller and of its workers.
STREAM = """
import itertools, resource, sys, time
from pathlib import Path
import diplotext
from benchmarks.corpus import read_stories

folder, count, workers = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
stream = itertools.islice(itertools.cycle(read_stories(folder)), count)
start, own = time.perf_counter(), time.process_time()
for _ in diplotext.parse_many(stream, workers=workers):
    pass
print(time.perf_counter() - start, time.process_time() - own)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime)
"""
COMMAND = """
import contextlib, resource, sys, time
from diplotext.cli import main

start, own, out = time.perf_counter(), time.process_time(), sys.stdout
with open("/dev/null", "w") as nowhere, contextlib.redirect_stdout(nowhere):
    main(["parse", "--jsonl", "--field=text", "-j", sys.argv[2], sys.argv[1]])
print(time.perf_counter() - start, time.process_time() - own)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime)
"""
HEAD = ["", "seconds", "caller's", "workers'", "times faster", "by processor seconds"]


def measure(folder: Path, stories: list[str], characters: int) -> list[list[str]]:
    """Rows: seconds on the wall and on the processors, the start of the workers included.

    "By processor seconds" is what the wall would show were no other work on the machine: the time
    of one worker over what caller and workers use together, shared by the cores.
    """
    count = max(len(stories) * characters // sum(map(len, stories)), 2)
    rows = [[f"{count:,} stories, {characters / 1e6:g} M characters", *HEAD[1:]]]
    rows += _rows("parse_many", lambda workers: _run(STREAM, folder, count, workers))
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary, "stories.jsonl")
        with path.open("w", encoding="utf-8") as file:
            for number in range(max(count // 4, 2)):
                file.write(json.dumps({"text": stories[number % len(stories)]}) + "\n")
        rows += _rows("the command, a quarter", lambda workers: _run(COMMAND, path, workers))
    return rows


def _rows(name, run):
    one = run(1)
    rows = [[f"{name}, 1 worker", *(f"{spent:.1f}" for spent in one), "", ""]]
    wall, own, others = run(2)
    cores = min(os.cpu_count() or 1, 2)
    quiet = one[1] / max((own + others) / cores, own)
    figures = [f"{wall:.1f}", f"{own:.1f}", f"{others:.1f}", f"{one[0] / wall:.2f}", f"{quiet:.2f}"]
    return [*rows, [f"{name}, 2 workers", *figures]]


def _run(script: str, *args: object) -> list[float]:
    command = [sys.executable, "-c", script, *map(str, args)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return [float(figure) for figure in done.stdout.split()]
