"""How each field of the model is written and read back: derived once from its declared type.

The rules, by type: a bare ``Passage`` or ``Sentence`` is ``[start, end]``; a node with fields of
its own is an object, its range under ``span``; a tuple is a list; a date is in ISO 8601; None is
null. A speaker inside an attribution is its number in the article's ``speakers``. A key that is
missing means the model's default.
"""

from __future__ import annotations

import datetime
import functools
import types
from collections.abc import Callable
from typing import Any, Literal, NoReturn, Union, get_args, get_origin, get_type_hints

from attrs import NOTHING, fields

from diplotext.formats.context import Mistake, Reader, Writer
from diplotext.model import Article, Attribution, Passage, Sentence, Speaker

__all__ = ["read_node", "read_speakers", "write_node"]

BARE = (Passage, Sentence)


Write = Callable[[Any, Writer], Any]
Read = Callable[[Any, Reader], Any]
Codec = tuple[Write, Read]


# ------------------------------------------------------------------------------------- nodes


def write_node(node: Any, writer: Writer) -> dict[str, Any]:
    """The node as an object, its range under ``span``."""
    written: dict[str, Any] = {}
    kind: Any = type(node)
    key = "span"
    try:
        if isinstance(node, Passage):
            written[key] = writer.span(node)
        for key, (write, _), _ in _table(kind):
            written[key] = write(getattr(node, key), writer)
    except Mistake as mistake:
        mistake.keys.append(key)
        raise
    return written


def read_node(kind: Any, data: Any, reader: Reader) -> Any:
    """The node of this class that ``write_node`` wrote."""
    if not isinstance(data, dict):
        raise Mistake(f"an object is needed, not {type(data).__name__}")
    values: dict[str, Any] = {}
    key = "span"
    try:
        if issubclass(kind, Passage):
            start, end = reader.span(data.get(key))
            values = {"document": reader.document, "start": start, "end": end}
        for key, (_, read), is_required in _table(kind):
            if key in data:
                values[key] = read(data[key], reader)
            elif is_required:
                _refuse("is missing")
    except Mistake as mistake:
        mistake.keys.append(key)
        raise
    if not reader.is_newer:
        _check_keys(data.keys() - values.keys() - {"span"}, kind)
    return kind(**values)


def read_speakers(data: Any, reader: Reader) -> None:
    """Read the article's speakers; they come before the attributions that point at them."""
    try:
        reader.speakers = _codec(tuple[Speaker, ...])[1](data, reader)
    except Mistake as mistake:
        mistake.keys.append("speakers")
        raise


def _check_keys(unknown: set[Any], kind: Any) -> None:
    if unknown:
        key = min(map(str, unknown))
        raise Mistake(f"{kind.__name__} has no key {key!r}")


def _refuse(msg: str) -> NoReturn:
    raise Mistake(msg)


@functools.cache
def _table(kind: Any) -> tuple[tuple[str, Codec, bool], ...]:
    """The fields of a class beyond its range: name, codec, whether it must be there."""
    hints = get_type_hints(kind)
    inherited = {"document", "start", "end"} if issubclass(kind, Passage) else set()
    return tuple(
        (
            attribute.name,
            SPECIAL.get((kind, attribute.name)) or _codec(hints[attribute.name]),
            attribute.default is NOTHING,
        )
        for attribute in fields(kind)
        if attribute.name not in inherited
    )


# -------------------------------------------------------------------------- codecs by type


def _codec(hint: Any) -> Codec:
    """How a value of this declared type is written and read."""
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        (wanted,) = (arg for arg in args if arg is not type(None))
        return _optional(_codec(wanted))
    if origin is tuple:
        return _sequence(_codec(args[0]))
    if origin is Literal:
        return _choice(args)
    if hint is datetime.date:
        return DATE
    if hint is float:
        return NUMBER
    if hint in (str, bool, int):
        return _plain(hint)
    return _bare(hint) if hint in BARE else _node(hint)


def _optional(codec: Codec) -> Codec:
    write, read = codec
    return (
        lambda value, writer: None if value is None else write(value, writer),
        lambda data, reader: None if data is None else read(data, reader),
    )


def _sequence(codec: Codec) -> Codec:
    write, read = codec

    def write_all(values: tuple[Any, ...], writer: Writer) -> list[Any]:
        return _each(values, lambda value: write(value, writer))

    def read_all(data: Any, reader: Reader) -> tuple[Any, ...]:
        if not isinstance(data, list | tuple):
            raise Mistake(f"a list is needed, not {type(data).__name__}")
        return tuple(_each(data, lambda item: read(item, reader)))

    return write_all, read_all


def _each(values: Any, change: Callable[[Any], Any]) -> list[Any]:
    changed: list[Any] = []
    try:
        for value in values:
            changed.append(change(value))  # noqa: PERF401 - the length tells where it went wrong
    except Mistake as mistake:
        mistake.keys.append(len(changed))
        raise
    return changed


def _same(value: Any, _: Writer) -> Any:
    return value


def _plain(kind: type[Any]) -> Codec:
    def read(data: Any, _: Reader) -> Any:
        if type(data) is not kind:
            raise Mistake(f"{kind.__name__} is needed, not {type(data).__name__}")
        return data

    return _same, read


def _choice(known: tuple[str, ...]) -> Codec:
    def read(data: Any, _: Reader) -> Any:
        if data not in known:
            raise Mistake(f"{data!r} is none of {', '.join(known)}")
        return data

    return _same, read


def _read_number(data: Any, _: Reader) -> float:
    """The one number there is, a confidence."""
    if isinstance(data, bool) or not isinstance(data, int | float):
        raise Mistake(f"a number is needed, not {type(data).__name__}")
    if not 0 <= data <= 1:
        raise Mistake(f"a number from 0 to 1 is needed, not {data}")
    return float(data)


def _read_date(data: Any, _: Reader) -> datetime.date:
    try:
        day = datetime.date.fromisoformat(data)
    except (TypeError, ValueError):
        day = None
    if day is None or day.isoformat() != data:  # "20240314" and "2024-W11-4" are dates as well
        raise Mistake(f"a date such as '2024-03-14' is needed, not {data!r}")
    return day


def _read_speaker(data: Any, reader: Reader) -> Speaker | None:
    if data is None:
        return None
    if type(data) is not int or not 0 <= data < len(reader.speakers):
        raise Mistake(f"{data!r} is no place in the list of {len(reader.speakers)} speakers")
    return reader.speakers[data]


def _write_speaker(speaker: Speaker | None, writer: Writer) -> int | None:
    return None if speaker is None else writer.number_of(speaker)


NUMBER: Codec = (_same, _read_number)
DATE: Codec = (lambda value, _: value.isoformat(), _read_date)


def _bare(kind: type[Passage]) -> Codec:
    def write(node: Passage, writer: Writer) -> list[int]:
        _check_class(node, kind)
        return writer.span(node)

    return write, lambda data, reader: kind(reader.document, *reader.span(data))


def _node(kind: type[Any]) -> Codec:
    def write(node: Any, writer: Writer) -> dict[str, Any]:
        _check_class(node, kind)
        return write_node(node, writer)

    return write, lambda data, reader: read_node(kind, data, reader)


def _check_class(node: Any, kind: type[Any]) -> None:
    # A subclass would come back as its base, and the round trip would not be exact.
    if type(node) is not kind:
        raise Mistake(f"{kind.__name__} is needed, not {type(node).__name__}")


# The two fields whose type does not say how they are written.
SPECIAL: dict[tuple[Any, str], Codec] = {
    (Attribution, "speaker"): (_write_speaker, _read_speaker),
    (Article, "speakers"): (_codec(tuple[Speaker, ...])[0], lambda _, reader: reader.speakers),
}
