"""Linear time: eight times the input may not take the square of eight times as long."""

import time
from collections.abc import Callable

FACTOR = 8
# A square takes 64 times as long. The slack is for what the first run sets up.
MOST, SLACK = 24, 0.05


def assert_linear(work: Callable[[int], object], small: int) -> None:
    """``work`` with ``FACTOR`` times the size takes less than ``MOST`` times as long.

    Counted in this process's own CPU time, the best of three, so that others on the machine do
    not count.
    """
    work(max(1, small // 10))
    for _ in range(3):
        short, long = _cpu_seconds(work, small), _cpu_seconds(work, small * FACTOR)
        if long < MOST * short + SLACK:
            return
    raise AssertionError(f"{small}: {short:.3f} s, {small * FACTOR}: {long:.3f} s")


def _cpu_seconds(work: Callable[[int], object], size: int) -> float:
    start = time.process_time()
    work(size)
    return time.process_time() - start
