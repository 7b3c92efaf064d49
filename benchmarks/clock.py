"""Interleaved timing: all contestants in every round, so that a busy machine is busy for all."""

from __future__ import annotations

import gc
import os
import platform
import resource
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

__all__ = ["Contestants", "fastest", "machine", "processor_seconds", "release"]

Contestants = dict[str, Callable[[], object]]


def processor_seconds() -> float:
    """What this process and the ended ones that it started have used so far.

    Unlike the clock on the wall it does not run while other work has the core.
    """
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def fastest(contestants: Contestants, rounds: int) -> dict[str, float]:
    """Processor seconds of each contestant, the least of the rounds; a first round warms up."""
    times: dict[str, list[float]] = {name: [] for name in contestants}
    for number in range(rounds + 1):
        for name, run in contestants.items():
            gc.collect()
            start = processor_seconds()
            run()
            if number:
                times[name].append(processor_seconds() - start)
    return {name: min(found) for name, found in times.items()}


def machine() -> str:
    """The processor, the system and the Python of this run."""
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        lines = info.read_text(encoding="utf-8").splitlines()
        model = next((x.split(":")[1].strip() for x in lines if x.startswith("model name")), model)
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{model}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}, {python}"


def release(package: str) -> str:
    """The installed version of a package, or "absent"."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "absent"
