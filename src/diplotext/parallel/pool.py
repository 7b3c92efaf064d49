"""Worker processes for ``parse_many``: chunks out, articles back, in order."""

from __future__ import annotations

import contextlib
import datetime
import itertools
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.synchronize import Event

from diplotext.document import ArticleParser
from diplotext.errors import DiplotextError
from diplotext.model import Article
from diplotext.parallel.packing import pack, unpack

__all__ = ["parse_on"]

Item = tuple[str, datetime.date | None]
Chunk = list[Item]

# Chunks in hand for each worker: one in work, one waiting for it, so that none ever idles.
CHUNKS_PER_WORKER = 2


# ----------------------------------------------------------------------------- the caller's side


def parse_on(
    workers: int, items: Iterator[Item], chunksize: int, parser: ArticleParser
) -> Generator[Article, None, None]:
    """The articles of the items, parsed on processes that end with this generator.

    Raises ``DiplotextError`` where one of them dies.
    """
    # Workers start afresh: a fork would copy the locks of whatever threads the caller runs.
    context = multiprocessing.get_context("spawn")
    stop = context.Event()
    pool = ProcessPoolExecutor(workers, context, _start_worker, (parser, stop))
    pending: deque[tuple[Chunk, Future[list[bytes]]]] = deque()
    done = 0
    try:
        while True:
            while len(pending) < workers * CHUNKS_PER_WORKER:
                chunk = list(itertools.islice(items, chunksize))
                if not chunk:
                    break
                with _held_interrupts():
                    pending.append((chunk, pool.submit(_parse_chunk, chunk)))
            if not pending:
                return
            chunk, future = pending.popleft()
            packed = future.result()
            for data in packed:
                yield unpack(data)
            done += len(chunk)
    except BrokenProcessPool as broken:
        raise DiplotextError(
            f"a worker process died (killed, out of memory, or started by a script without "
            f"'if __name__ == \"__main__\":') while stories from number {done} on were in work"
        ) from broken
    finally:
        stop.set()
        pool.shutdown(wait=True, cancel_futures=True)


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

    parser: ArticleParser
    stop: Event


def _start_worker(parser: ArticleParser, stop: Event) -> None:
    # Ctrl-C reaches the whole process group; the caller's process is the one that ends the work.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _Worker.parser, _Worker.stop = parser, stop


def _end_with_parent() -> None:
    # A caller that was killed outright cannot say so, and its workers would wait for ever.
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _parse_chunk(chunk: Chunk) -> list[bytes]:
    packed: list[bytes] = []
    for text, day in chunk:
        if _Worker.stop.is_set():
            break
        article = _Worker.parser.parse(text, published=day)
        packed.append(pack(article))
    return packed
