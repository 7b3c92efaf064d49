"""Many stories, in order, on one core or on several."""

from __future__ import annotations

import contextlib
import datetime
import itertools
import multiprocessing
import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.synchronize import Event

from diplotext.document import ArticleParser
from diplotext.errors import DiplotextError
from diplotext.model import Article

__all__ = ["Story", "parse_many"]

Story = str | tuple[str, datetime.date | None]
Item = tuple[str, datetime.date | None]
Chunk = list[Item]

# Chunks in hand for each worker: one in work, one waiting for it, so that none ever idles.
CHUNKS_PER_WORKER = 2


def parse_many(
    texts: Iterable[Story],
    *,
    published: datetime.date | None = None,
    workers: int = 1,
    chunksize: int = 16,
    progress: Callable[[int], object] | None = None,
    parser: ArticleParser | None = None,
) -> Generator[Article, None, None]:
    """The articles of many stories, in the order of the stories.

    ``texts`` gives strings, or pairs of a string and its day of publication; ``published`` is the
    day of the plain strings. The iterable is read as the articles are taken, so it can be endless:
    one story ahead with one worker, at most ``(2 * workers + 1) * chunksize`` with more.

    ``workers`` above 1 are processes, each with its own interpreter ("spawn": a script that calls
    this needs the usual ``if __name__ == "__main__":``). ``chunksize`` stories travel together.
    ``progress`` is called with the number of articles so far, in the caller's thread. ``parser``
    is the parser to use in place of the default one; with more workers it must be picklable.

    Closing the iterator, or Ctrl-C, ends the workers. Raises ``DiplotextError`` where a worker
    dies, ``TypeError`` for an item that is no story, ``ValueError`` for numbers below 1.

    >>> [article.headline is None for article in parse_many(["", "He left."])]
    [True, True]
    >>> list(parse_many([None]))
    Traceback (most recent call last):
    TypeError: story 0: a str or a pair (str, date) is needed, not NoneType
    """
    if isinstance(texts, str):
        raise TypeError("texts: an iterable of stories is needed, not one str; use parse for one")
    if workers < 1 or chunksize < 1:
        raise ValueError(f"workers and chunksize are at least 1, not {workers} and {chunksize}")
    chosen = parser or ArticleParser()
    items = _items(texts, published)
    articles = (
        (chosen.parse(text, published=day) for text, day in items)
        if workers == 1
        else _parse_on(workers, items, chunksize, chosen)
    )
    return articles if progress is None else _reporting(articles, progress)


def _items(texts: Iterable[Story], published: datetime.date | None) -> Iterator[Item]:
    for number, story in enumerate(texts):
        if isinstance(story, str):
            yield story, published
        elif isinstance(story, tuple) and len(story) == 2 and isinstance(story[0], str):
            yield story
        else:
            kind = type(story).__name__
            raise TypeError(f"story {number}: a str or a pair (str, date) is needed, not {kind}")


def _reporting(
    articles: Generator[Article, None, None], progress: Callable[[int], object]
) -> Generator[Article, None, None]:
    with contextlib.closing(articles):
        for done, article in enumerate(articles, 1):
            progress(done)
            yield article


# ----------------------------------------------------------------------------- the caller's side


def _parse_on(
    workers: int, items: Iterator[Item], chunksize: int, parser: ArticleParser
) -> Generator[Article, None, None]:
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
                yield pickle.loads(data)  # noqa: S301 - our own workers' bytes
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
        packed.append(pickle.dumps(article, pickle.HIGHEST_PROTOCOL))
    return packed
