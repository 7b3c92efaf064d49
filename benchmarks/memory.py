"""Peak memory: of one large text as a multiple of it, and of a stream, which must not grow."""

from __future__ import annotations

import subprocess
import sys

__all__ = ["measure"]

# In a process of its own, so that nothing that came before counts. The text is ASCII or not as
# it comes; its size is what Python holds it in.
WHOLE = """
import sys, tracemalloc
from pathlib import Path
import diplotext
from benchmarks.corpus import read_stories, repeated
text = repeated(read_stories(Path(sys.argv[1])), int(sys.argv[2]))
diplotext.parse('LIMA (AP) - "Rain fell," he said.')
tracemalloc.start()
article = diplotext.parse(text)
now, peak = tracemalloc.get_traced_memory()
print(peak / sys.getsizeof(text), now / sys.getsizeof(text))
"""
STREAM = """
import itertools, sys, tracemalloc
from pathlib import Path
import diplotext
from benchmarks.corpus import read_stories
stories = read_stories(Path(sys.argv[1]))
diplotext.parse('LIMA (AP) - "Rain fell," he said.')
tracemalloc.start()
for article in diplotext.parse_many(itertools.islice(itertools.cycle(stories), int(sys.argv[2]))):
    pass
print(tracemalloc.get_traced_memory()[1] / 1e6)
"""
# On Linux the peak that ``getrusage`` tells is at least that of whoever started the process.
RESIDENT = r"""
import itertools, re, resource, sys
from pathlib import Path
import diplotext
from benchmarks.corpus import read_stories
stories = read_stories(Path(sys.argv[1]))
for article in diplotext.parse_many(itertools.islice(itertools.cycle(stories), int(sys.argv[2]))):
    pass
status = Path("/proc/self/status")
if status.exists():
    print(int(re.search(r"VmHWM:\s*(\d+)", status.read_text())[1]) / 1e3)
else:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6)  # macOS counts bytes
"""


def _run(script: str, *args: object) -> list[float]:
    command = [sys.executable, "-c", script, *map(str, args)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return [float(figure) for figure in done.stdout.split()]


def measure(folder: object, size: int) -> list[list[str]]:
    """Rows: one text of ``size`` characters; streams of 100 and of 200 stories."""
    peak, kept = _run(WHOLE, folder, size)
    short, long = (_run(STREAM, folder, count)[0] for count in (100, 200))
    return [
        ["memory", "figure"],
        [f"peak of one text of {size / 1e6:g} M chars, times the text", f"{peak:.1f}"],
        ["its article, times the text", f"{kept:.1f}"],
        ["peak of a stream of 100 stories, MB", f"{short:.1f}"],
        ["peak of a stream of 200 stories, MB", f"{long:.1f}"],
        ["a whole process after 400 stories, MB resident", f"{_run(RESIDENT, folder, 400)[0]:.0f}"],
    ]
