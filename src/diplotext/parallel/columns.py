"""Articles as columns of plain values, for the way from a worker to its caller.

A pickle of nodes costs a call of Python for each node, on either side, and the caller's side is
the one that all workers share. Here the nodes of one class at one place of the model travel
together, field by field: all starts, all ends, all lemmas. Taking such a column out of the nodes,
and setting it again, are loops in C. The text does not travel: the caller has it.

What is a node and what a plain value is read from the model's declared types, once.
"""

from __future__ import annotations

import functools
import operator
import types
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, compress, islice, repeat
from typing import Any, Union, get_args, get_origin, get_type_hints

from attrs import fields, frozen, has

from diplotext.model import Article, Attribution, Passage, Speaker

__all__ = ["Columns", "NotColumns", "pack", "unpack"]

Columns = list[Any]
"""The number of nodes, then a column for each field; None where a column holds no node."""


class NotColumns(Exception):  # noqa: N818 - never leaves the package
    """An article with nodes of another's classes or texts, which columns cannot hold."""


def pack(articles: Sequence[Article]) -> Columns:
    """The articles as columns. Raises ``NotColumns`` where a node is not the model's own.

    >>> pack([Article("He left.", 0, 8)])[0]
    1
    """
    speakers = chain.from_iterable(article.speakers for article in articles)
    numbers = {id(speaker): number for number, speaker in enumerate(speakers)}
    return _pack(Article, articles, [article.document for article in articles], numbers)


def unpack(columns: Columns, texts: Sequence[str]) -> list[Article]:
    """The articles that ``pack`` was given, as nodes of these texts, equal to the first ones.

    >>> article = Article("He left.", 0, 8)
    >>> unpack(pack([article]), ["He left."]) == [article]
    True
    """
    return _unpack(Article, columns, texts, [])


# ------------------------------------------------------------------------------------- nodes

# ``texts`` is the text of each node, ``numbers`` the place of each speaker among all speakers,
# by identity, and ``speakers`` these, as far as they are read.
Pack = Callable[[list[Any], Sequence[str], dict[int, int]], Any]
Unpack = Callable[[Any, Sequence[str], list[Speaker]], Iterable[Any]]


@frozen
class _Field:
    get: Callable[[Any], Any]
    set: Callable[[Any, Any], None]
    pack: Pack
    unpack: Unpack


def _pack(
    kind: Any, nodes: Sequence[Any], texts: Sequence[str], numbers: dict[int, int]
) -> Columns:
    if {*map(type, nodes)} != {kind}:
        raise NotColumns
    columns: Columns = [len(nodes)]
    if issubclass(kind, Passage) and not all(map(operator.eq, map(_DOCUMENT.get, nodes), texts)):
        raise NotColumns
    for part in _parts(kind):
        columns.append(part.pack(list(map(part.get, nodes)), texts, numbers))
    return columns


def _unpack(
    kind: Any, columns: Columns, texts: Sequence[str], speakers: list[Speaker]
) -> list[Any]:
    nodes = list(map(object.__new__, repeat(kind, columns[0])))
    if issubclass(kind, Passage):
        _set_all(_DOCUMENT.set, nodes, texts)
    for part, column in zip(_parts(kind), columns[1:], strict=True):
        _set_all(part.set, nodes, part.unpack(column, texts, speakers))
    return nodes


def _set_all(set_one: Callable[[Any, Any], None], nodes: list[Any], values: Iterable[Any]) -> None:
    # The nodes are frozen, but their slots are not; and a deque of no length drives the loop in C.
    deque(map(set_one, nodes, values), maxlen=0)


@functools.cache
def _parts(kind: Any) -> tuple[_Field, ...]:
    """The fields of a class but its text, the speakers before what points at them."""
    hints = get_type_hints(kind)
    names = [attribute.name for attribute in fields(kind) if attribute.name != "document"]
    names.sort(key=lambda name: name != "speakers")
    return tuple(
        _slot(kind, name, *(SPECIAL.get((kind, name)) or _ways(hints[name]))) for name in names
    )


def _slot(kind: Any, name: str, pack: Pack, unpack: Unpack) -> _Field:
    return _Field(operator.attrgetter(name), getattr(kind, name).__set__, pack, unpack)


# ---------------------------------------------------------------------------- fields by type


def _ways(hint: Any) -> tuple[Pack, Unpack]:
    """How the values of a declared type travel, and come back."""
    inner = [arg for arg in get_args(hint) if isinstance(arg, type) and has(arg)]
    if has(hint):
        return _one(hint)
    if not inner:
        return _plain
    if get_origin(hint) in (Union, types.UnionType):
        return _optional(inner[0])
    return _many(inner[0])


_plain: tuple[Pack, Unpack] = (
    lambda values, _texts, _numbers: values,
    lambda column, _texts, _speakers: column,
)


def _one(kind: Any) -> tuple[Pack, Unpack]:
    return (
        lambda values, texts, numbers: _pack(kind, values, texts, numbers),
        lambda column, texts, speakers: _unpack(kind, column, texts, speakers),
    )


def _optional(kind: Any) -> tuple[Pack, Unpack]:
    def pack(values: list[Any], texts: Sequence[str], numbers: dict[int, int]) -> Any:
        present = [value is not None for value in values]
        nodes = list(compress(values, present))
        if not nodes:
            return None
        return present, _pack(kind, nodes, list(compress(texts, present)), numbers)

    def unpack(column: Any, texts: Sequence[str], speakers: list[Speaker]) -> Iterable[Any]:
        if column is None:
            return repeat(None)
        present, columns = column
        nodes = iter(_unpack(kind, columns, list(compress(texts, present)), speakers))
        return [next(nodes) if is_there else None for is_there in present]

    return pack, unpack


def _many(kind: Any) -> tuple[Pack, Unpack]:
    def pack(values: list[Any], texts: Sequence[str], numbers: dict[int, int]) -> Any:
        nodes = list(chain.from_iterable(values))
        if not nodes:
            return None
        counts = list(map(len, values))
        return counts, _pack(kind, nodes, _repeated(texts, counts), numbers)

    def unpack(column: Any, texts: Sequence[str], speakers: list[Speaker]) -> Iterable[Any]:
        if column is None:
            return repeat(())
        counts, columns = column
        nodes = _unpack(kind, columns, _repeated(texts, counts), speakers)
        if kind is Speaker:
            speakers += nodes
        return map(tuple, map(islice, repeat(iter(nodes)), counts))

    return pack, unpack


def _repeated(texts: Sequence[str], counts: Sequence[int]) -> list[str]:
    return list(chain.from_iterable(map(repeat, texts, counts)))


def _numbers_of(values: list[Any], _texts: Sequence[str], numbers: dict[int, int]) -> Any:
    try:
        return [None if speaker is None else numbers[id(speaker)] for speaker in values]
    except KeyError:
        raise NotColumns from None


def _speakers_at(column: Any, _texts: Sequence[str], speakers: list[Speaker]) -> Iterable[Any]:
    return [None if number is None else speakers[number] for number in column]


# An attribution's speaker is one of the article's, and stays the same object.
SPECIAL: dict[tuple[Any, str], tuple[Pack, Unpack]] = {
    (Attribution, "speaker"): (_numbers_of, _speakers_at),
}
_DOCUMENT = _slot(Passage, "document", *_plain)
