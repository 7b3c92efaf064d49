"""Many stories, in order, on one core or on several."""

from __future__ import annotations

import contextlib
import datetime
import functools
import pickle
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, SupportsIndex

from diplotext.model import Article

if TYPE_CHECKING:
    from diplotext.document import ArticleParser

__all__ = ["Story", "parse_many"]

Story = str | tuple[str, datetime.date | None]
Item = tuple[str, datetime.date | None]

# What can be gone through, but not story by story.
NO_STREAMS: tuple[tuple[tuple[type, ...], str], ...] = (
    ((str, bytes, bytearray), "; use parse for one"),
    ((Mapping,), "; its values() are one"),
)


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
    this needs the usual ``if __name__ == "__main__":``). Up to ``chunksize`` stories travel
    together, fewer at the start and at the end of the stream, so that all workers have some.
    ``progress`` is called with the number of articles so far, in the caller's thread. ``parser``
    is the parser to use in place of the default one; with more workers it must be picklable, so
    that functions of your own stand at the top of a module.

    Closing the iterator, or Ctrl-C, ends the workers. Raises ``DiplotextError`` where a worker
    dies, ``TypeError`` for an item that is no story and for arguments of another type (at once,
    not with the first article), ``ValueError`` for numbers below 1.

    >>> [article.headline is None for article in parse_many(["", "He left."])]
    [True, True]
    >>> list(parse_many([None]))
    Traceback (most recent call last):
    TypeError: story 0: a str or a pair (str, date) is needed, not NoneType
    """
    _check_stream(texts, published, progress, parser)
    _check_numbers(workers, chunksize)
    items = _items(texts, published)
    if workers == 1:
        parse = _parse_of(parser)
        articles = (parse(text, published=day) for text, day in items)
    else:
        _check_travels(parser)
        articles = _parsed_on(workers, items, chunksize, parser)
    return articles if progress is None else _reporting(articles, progress)


def _check_stream(texts: object, published: object, progress: object, parser: object) -> None:
    # Data sets that are asked by number can be gone through as well.
    can_be_read = hasattr(texts, "__iter__") or hasattr(texts, "__getitem__")
    hint = next((hint for kinds, hint in NO_STREAMS if isinstance(texts, kinds)), "")
    if hint or not can_be_read:
        kind = type(texts).__name__
        raise TypeError(f"texts: an iterable of stories is needed, not {kind}{hint}")
    if not _is_day(published):
        raise TypeError(f"published: a datetime.date is needed, not {type(published).__name__}")
    if progress is not None and not callable(progress):
        kind = type(progress).__name__
        raise TypeError(f"progress: a function of the number of articles is needed, not {kind}")
    # Known by its method, since the caller of workers does not import the parser.
    if parser is not None and (isinstance(parser, type) or not hasattr(parser, "parse")):
        raise TypeError(f"parser: an ArticleParser is needed, not {parser!r}")


def _check_travels(parser: ArticleParser | None) -> None:
    try:
        pickle.dumps(parser)
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        hint = "its functions must stand at the top of a module, by their names"
        raise TypeError(f"parser: it cannot travel to workers ({error}): {hint}") from error


def _check_numbers(workers: object, chunksize: object) -> None:
    for name, number in (("workers", workers), ("chunksize", chunksize)):
        if not isinstance(number, SupportsIndex):
            raise TypeError(f"{name}: a whole number is needed, not {type(number).__name__}")
        if number.__index__() < 1:
            raise ValueError(f"{name}: at least 1 is needed, not {number!r}")


def _items(texts: Iterable[Story], published: datetime.date | None) -> Iterator[Item]:
    for number, story in enumerate(texts):
        if isinstance(story, str):
            yield story, published
        elif not isinstance(story, tuple) or len(story) != 2 or not isinstance(story[0], str):
            kind = type(story).__name__
            raise TypeError(f"story {number}: a str or a pair (str, date) is needed, not {kind}")
        elif not _is_day(story[1]):
            kind = type(story[1]).__name__
            raise TypeError(f"story {number}: a pair (str, date) is needed, not (str, {kind})")
        else:
            yield story


def _is_day(value: object) -> bool:
    return value is None or isinstance(value, datetime.date)


def _parsed_on(
    workers: int, items: Iterator[Item], chunksize: int, parser: ArticleParser | None
) -> Generator[Article, None, None]:
    # Only who wants processes waits for the import of what runs them.
    from diplotext.parallel.columns import unpack
    from diplotext.parallel.pool import run_on

    parse = functools.partial(_parse, parser)
    with contextlib.closing(run_on(workers, items, chunksize, parse, _packed)) as chunks:
        for chunk, data in chunks:
            is_columns, packed = data
            yield from unpack(packed, [text for text, _ in chunk]) if is_columns else packed


def _parse(parser: ArticleParser | None, item: Item) -> Article:
    return _parse_of(parser)(item[0], published=item[1])


def _packed(articles: list[Article]) -> tuple[bool, Any]:
    """The articles as columns where they can be, and whether they are."""
    from diplotext.parallel.columns import NotColumns, pack

    try:
        return True, pack(articles)
    except NotColumns:
        return False, articles


def _parse_of(parser: ArticleParser | None) -> Callable[..., Article]:
    """The method of a parser, the default one's if None; a caller with workers imports neither."""
    if parser is not None:
        return parser.parse
    from diplotext.document import parse

    return parse


def _reporting(
    articles: Generator[Article, None, None], progress: Callable[[int], object]
) -> Generator[Article, None, None]:
    with contextlib.closing(articles):
        for done, article in enumerate(articles, 1):
            progress(done)
            yield article
