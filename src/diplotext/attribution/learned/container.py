"""The weights file: a header in JSON and named columns of numbers or words, checked when read.

Nothing in the file is code: it is read with ``json``, ``zlib`` and ``array`` alone.

    magic, 4 bytes of header length, header (UTF-8 JSON), columns (each compressed by zlib)

The header lists the columns with their type and length, and has the SHA-256 of all else there is.
"""

from __future__ import annotations

import hashlib
import json
import sys
import zlib
from array import array
from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Any

from diplotext.errors import WeightsError

__all__ = ["FORMAT", "read_container", "write_container"]

_MAGIC = b"diplotext weights\n"
FORMAT = 5  # raised when an older reader could not read a file

# Column types: words (joined by line ends), rising integers (as differences), plain arrays.
_WORDS, _RISING = "words", "rising"
_ARRAYS = {"b": 1, "h": 2, "H": 2, "i": 4, "d": 8}

Column = Sequence[str] | Sequence[int] | Sequence[float]


def _shuffle(raw: bytes, width: int) -> bytes:
    """The first bytes of all numbers, then the second bytes, ...: they compress better."""
    return b"".join(raw[offset::width] for offset in range(width))


def _unshuffle(raw: bytes, width: int) -> bytes:
    count = len(raw) // width
    plain = bytearray(len(raw))
    for offset in range(width):
        plain[offset::width] = raw[offset * count : (offset + 1) * count]
    return bytes(plain)


def _to_little(values: array[Any]) -> array[Any]:
    if sys.byteorder == "big":
        values.byteswap()
    return values


def _encode(kind: str, values: Column) -> bytes:
    if kind == _WORDS:
        raw = "\n".join(map(str, values)).encode("utf-8")
    elif kind == _RISING:
        steps = [after - before for before, after in pairwise([0, *map(int, values)])]
        raw = _shuffle(_to_little(array("Q", steps)).tobytes(), 8)
    else:
        raw = _shuffle(_to_little(array(kind, values)).tobytes(), _ARRAYS[kind])
    return zlib.compress(raw, 9)


def _decode(kind: str, packed: bytes) -> list[Any]:
    raw = zlib.decompress(packed)
    if kind == _WORDS:
        return raw.decode("utf-8").split("\n") if raw else []
    width = 8 if kind == _RISING else _ARRAYS[kind]
    values: array[Any] = array("Q" if kind == _RISING else kind)
    values.frombytes(_unshuffle(raw, width))
    plain = _to_little(values).tolist()
    return list(accumulate(plain)) if kind == _RISING else plain


def _header_bytes(header: Mapping[str, object]) -> bytes:
    return json.dumps(header, ensure_ascii=False, sort_keys=True).encode("utf-8")


def _digest(header: Mapping[str, object], body: bytes) -> str:
    """The SHA-256 of what a header says and of the columns: one of another type is another file."""
    return hashlib.sha256(_header_bytes(header) + body).hexdigest()


def write_container(
    metadata: Mapping[str, object], columns: Mapping[str, tuple[str, Column]]
) -> bytes:
    """The bytes of a weights file; ``columns`` gives each column's type and values."""
    packed = {name: _encode(kind, values) for name, (kind, values) in columns.items()}
    body = b"".join(packed.values())
    header = {
        "format": FORMAT,
        "metadata": dict(metadata),
        "columns": [[name, columns[name][0], len(block)] for name, block in packed.items()],
    }
    encoded = _header_bytes(header | {"sha256": _digest(header, body)})
    return _MAGIC + len(encoded).to_bytes(4, "little") + encoded + body


def read_container(data: bytes) -> tuple[dict[str, Any], dict[str, list[Any]]]:
    """The metadata and the columns of a weights file.

    Raises ``WeightsError`` where the bytes are no weights file, are damaged, or of a format that
    this version does not read.
    """
    begin = len(_MAGIC) + 4
    if not data.startswith(_MAGIC) or len(data) < begin:
        raise WeightsError("no weights file of diplotext")
    size = int.from_bytes(data[len(_MAGIC) : begin], "little")
    body = data[begin + size :]
    try:
        header = json.loads(data[begin : begin + size])
        found, listed, checksum = header["format"], header["columns"], header.pop("sha256")
        metadata = dict(header["metadata"])
        is_whole = _digest(header, body) == checksum
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise WeightsError("the weights file's header is damaged") from error
    if found != FORMAT:
        raise WeightsError(f"weights of format {found}; this version reads format {FORMAT}")
    if not is_whole:
        raise WeightsError("the weights file is damaged: its checksum does not match")
    columns: dict[str, list[Any]] = {}
    at = 0
    try:
        for name, kind, length in listed:
            columns[name] = _decode(kind, body[at : at + length])
            at += length
    except (ValueError, KeyError, TypeError, zlib.error) as error:
        raise WeightsError("the weights file's columns are damaged") from error
    return metadata, columns
