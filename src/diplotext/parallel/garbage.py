"""How often the garbage collector runs in processes that are our own."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator

__all__ = ["collect_rarely", "collecting_rarely"]

# New objects before the collector looks for cycles. A parse makes thousands of objects and no
# cycle; by Python's own figure, 700, the collector looks in vain for a tenth of the time.
COLLECT_AFTER = 20_000


def collect_rarely() -> None:
    """From now on the collector of this process looks for cycles less often."""
    gc.set_threshold(COLLECT_AFTER, *gc.get_threshold()[1:])


@contextlib.contextmanager
def collecting_rarely() -> Iterator[None]:
    """Within the ``with`` block the collector of this process looks for cycles less often.

    >>> before = gc.get_threshold()
    >>> with collecting_rarely():
    ...     gc.get_threshold()[0]
    20000
    >>> gc.get_threshold() == before
    True
    """
    before = gc.get_threshold()
    collect_rarely()
    try:
        yield
    finally:
        gc.set_threshold(*before)
