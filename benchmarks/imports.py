"""What ``import diplotext`` costs beyond the packages it needs, and what the first parse loads."""

from __future__ import annotations

import subprocess
import sys

from benchmarks.clock import fastest

__all__ = ["measure"]

DEPENDENCIES = "import attrs, regex, dateutil.relativedelta, dateutil.parser"
FIRST = "diplotext.parse('LIMA (AP) - \"Rain fell,\" he said.')"


def _run(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], check=True)


def measure(rounds: int) -> list[list[str]]:
    """Rows of milliseconds, fastest of interleaved fresh interpreters."""
    times = fastest(
        {
            "bare": lambda: _run("pass"),
            "dependencies": lambda: _run(DEPENDENCIES),
            "import": lambda: _run(f"{DEPENDENCIES}; import diplotext"),
            "warm": lambda: _run(f"{DEPENDENCIES}; import diplotext; {FIRST}"),
        },
        rounds,
    )
    steps = {
        "dependencies": times["dependencies"] - times["bare"],
        "import diplotext beyond them": times["import"] - times["dependencies"],
        "the first parse: lexicons and weights": times["warm"] - times["import"],
    }
    return [["import", "ms"], *([name, f"{t * 1000:.0f}"] for name, t in steps.items())]
