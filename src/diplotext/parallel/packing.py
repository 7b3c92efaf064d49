"""Articles as bytes, for the way from a worker to its caller.

Plain pickles would do, but each node of an attrs class costs two calls of Python on either side;
here a node is its class and a tuple of its values, read and set through the slots themselves.
"""

from __future__ import annotations

import functools
import io
import operator
import pickle
from collections.abc import Callable
from typing import Any

from attrs import fields

from diplotext import model
from diplotext.model import Article

__all__ = ["pack", "unpack"]


def pack(article: Article) -> bytes:
    """The article as bytes; its text is in them once.

    >>> unpack(pack(Article("He left.", 0, 8))) == Article("He left.", 0, 8)
    True
    """
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _reducers()
    pickler.dump(article)
    return buffer.getvalue()


def unpack(data: bytes) -> Article:
    """The article that ``pack`` wrote. Only for bytes of our own workers: pickles can run code."""
    article: Article = pickle.loads(data)  # noqa: S301 - see above
    return article


@functools.cache
def _reducers() -> dict[type[Any], Callable[[Any], tuple[Any, ...]]]:
    named = (getattr(model, name) for name in model.__all__)
    return {kind: _reducer(kind) for kind in named if isinstance(kind, type)}


def _reducer(kind: Any) -> Callable[[Any], tuple[Any, ...]]:
    values = operator.attrgetter(*(attribute.name for attribute in fields(kind)))
    return lambda node: (_restored, (kind, values(node)))


def _restored(kind: Any, values: tuple[Any, ...]) -> Any:
    node = object.__new__(kind)
    for set_slot, value in zip(_slots(kind), values, strict=True):
        set_slot(node, value)
    return node


@functools.cache
def _slots(kind: Any) -> tuple[Callable[[Any, Any], None], ...]:
    return tuple(getattr(kind, attribute.name).__set__ for attribute in fields(kind))
