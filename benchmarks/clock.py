"""Interleaved timing: all contestants in every round, so that a busy machine is busy for all."""

from __future__ import annotations

import gc
import platform
import statistics
import sys
import time
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

__all__ = ["Contestants", "machine", "medians", "release"]

Contestants = dict[str, Callable[[], object]]


def medians(contestants: Contestants, rounds: int) -> dict[str, float]:
    """Seconds of each contestant, the median of the rounds; a first round warms up."""
    times: dict[str, list[float]] = {name: [] for name in contestants}
    for number in range(rounds + 1):
        for name, run in contestants.items():
            gc.collect()
            start = time.perf_counter()
            run()
            if number:
                times[name].append(time.perf_counter() - start)
    return {name: statistics.median(found) for name, found in times.items()}


def machine() -> str:
    """The processor, the system and the Python of this run."""
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        lines = info.read_text(encoding="utf-8").splitlines()
        model = next((x.split(":")[1].strip() for x in lines if x.startswith("model name")), model)
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{model}, {platform.system()} {platform.machine()}, {python} ({sys.platform})"


def release(package: str) -> str:
    """The installed version of a package, or "absent"."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "absent"
