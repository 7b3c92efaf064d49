"""Worker processes for streams of stories: chunks out, results back, in order."""

from __future__ import annotations

import contextlib
import itertools
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.synchronize import Event
from typing import Any, TypeVar

from diplotext.errors import DiplotextError
from diplotext.parallel.garbage import collect_rarely

__all__ = ["run_on"]

Item = TypeVar("Item")
Result = TypeVar("Result")

# Chunks in hand for each worker: one in work, one waiting for it, so that none ever idles.
CHUNKS_PER_WORKER = 2


# ----------------------------------------------------------------------------- the caller's side


def run_on(
    workers: int,
    items: Iterable[Item],
    chunksize: int,
    each: Callable[[Item], Any],
    packed: Callable[[list[Any]], Result],
) -> Generator[tuple[list[Item], Result], None, None]:
    """Chunks of the items in order, with what the workers made of them.

    The workers are processes that end with this generator. In one of them ``each`` is called for
    every item of a chunk, and ``packed`` turns what it gave into what travels back; both must be
    picklable. Read ahead of what is given out are ``(2 * workers + 1) * chunksize`` items at most.

    Raises ``DiplotextError`` where a worker dies, and what ``each`` raises.
    """
    # Workers start afresh: a fork would copy the locks of whatever threads the caller runs.
    context = multiprocessing.get_context("spawn")
    stop = context.Event()
    pool = ProcessPoolExecutor(workers, context, _start_worker, (each, packed, stop))
    limit = workers * CHUNKS_PER_WORKER * chunksize
    pending: deque[tuple[list[Item], Future[Result]]] = deque()
    ahead = done = 0
    try:
        for chunk in _chunks(iter(items), chunksize, workers):
            while pending and ahead + len(chunk) > limit:
                ready, future = pending.popleft()
                yield ready, future.result()
                ahead, done = ahead - len(ready), done + len(ready)
            with _held_interrupts():
                pending.append((chunk, pool.submit(_work_on, chunk)))
            ahead += len(chunk)
            # One out for each one in: a slow stream need not fill the limit to give a result.
            if pending[0][1].done():
                ready, future = pending.popleft()
                yield ready, future.result()
                ahead, done = ahead - len(ready), done + len(ready)
        while pending:
            ready, future = pending.popleft()
            yield ready, future.result()
            done += len(ready)
    except BrokenProcessPool as broken:
        raise DiplotextError(
            f"a worker process died (killed, out of memory, or started by a script without "
            f"'if __name__ == \"__main__\":') while stories from number {done} on were in work"
        ) from broken
    finally:
        stop.set()
        pool.shutdown(wait=True, cancel_futures=True)


def _chunks(items: Iterator[Item], chunksize: int, workers: int) -> Iterator[list[Item]]:
    """Chunks that grow from one item to ``chunksize``; what is left at the end is shared out.

    So the stories of a short stream are spread over all workers, and a long one does not end with
    a chunk in one worker while the others have nothing to do.

    >>> [len(chunk) for chunk in _chunks(iter(range(40)), 6, 2)]
    [1, 1, 1, 1, 2, 2, 3, 3, 4, 5, 6, 6, 2, 1, 1, 1]
    """
    given = 0
    ready: deque[Item] = deque()
    while True:
        size = min(chunksize, 1 + given // (2 * workers))
        ready.extend(itertools.islice(items, size - len(ready)))
        if not ready:
            return
        if len(ready) < size:
            size = -(-len(ready) // (2 * workers))
        yield [ready.popleft() for _ in range(size)]
        given += size


@contextlib.contextmanager
def _held_interrupts() -> Iterator[None]:
    """Hold Ctrl-C back while workers start: they inherit that, until they can ignore it."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


# ----------------------------------------------------------------------------- the worker's side


class _Worker:
    """What a worker process keeps between chunks."""

    each: Callable[[Any], Any]
    packed: Callable[[list[Any]], Any]
    stop: Event


def _start_worker(
    each: Callable[[Any], Any], packed: Callable[[list[Any]], Any], stop: Event
) -> None:
    # Ctrl-C reaches the whole process group; the caller's process is the one that ends the work.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_rarely()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _Worker.each, _Worker.packed, _Worker.stop = staticmethod(each), staticmethod(packed), stop


def _end_with_parent() -> None:
    # A caller that was killed outright cannot say so, and its workers would wait for ever.
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work_on(chunk: list[Any]) -> Any:
    results: list[Any] = []
    for item in chunk:
        if _Worker.stop.is_set():
            return None  # nobody waits for it any more
        results.append(_Worker.each(item))
    return _Worker.packed(results)
