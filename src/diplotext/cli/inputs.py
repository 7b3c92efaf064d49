"""The stories of files and of JSONL; what is bad is named, with its line, and passed over."""

from __future__ import annotations

import argparse
import contextlib
import datetime
import errno
import gzip
import io
import json
import os
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import define, frozen

__all__ = ["Inputs", "Story"]

# Files of these names are never one story.
JSON = (".json", ".jsonl", ".ndjson")


@frozen
class Story:
    """One text to parse, and by what name the user knows it."""

    id: str | int
    text: str
    published: datetime.date | None


class BadInput(Exception):  # noqa: N818 - never leaves this module
    """A file or a line that is no story; the message says which and why."""


@define
class Inputs:
    """The stories of all files; what is bad is complained about and passed over."""

    options: argparse.Namespace
    has_failed: bool = False

    def complain(self, message: str) -> None:
        """One line on standard error."""
        self.has_failed = True
        sys.stderr.write(f"diplotext: {message}\n")

    def stories(self) -> Iterator[Story]:
        """Each file's story, or with ``--field`` each line's."""
        for name in self.options.files or ["-"]:
            try:
                with _opened(name) as file:
                    if self.options.field is None:
                        _refuse_json(name)
                        text = _decoded(file.read(), self.options.encoding, name)
                        yield Story(name, text, self.options.published)
                    else:
                        yield from self._lines(file, name)
            except OSError as error:
                self.complain(f"{name}: cannot be read: {error.strerror or error}")
            except (EOFError, zlib.error) as error:  # of compressed files
                self.complain(f"{name}: cannot be read: {error}")
            except BadInput as error:
                self.complain(str(error))

    def _lines(self, file: io.BufferedIOBase, name: str) -> Iterator[Story]:
        for number, line in enumerate(_raw_lines(file, self.options.encoding, name), 1):
            place = f"{name}:{number}"
            try:
                text = _decoded_line(line, self.options.encoding, place)
                if text.strip():
                    yield self._story(text, place)
            except BadInput as error:
                self.complain(str(error))

    def _story(self, line: str, place: str) -> Story:
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise BadInput(f"{place}: no JSON: {error.msg} at column {error.colno}") from None
        except (ValueError, RecursionError) as error:
            raise BadInput(f"{place}: no JSON: {error}") from None
        if not isinstance(row, dict):
            raise BadInput(f"{place}: no JSON object")
        options = self.options
        text = row.get(options.field)
        if not isinstance(text, str):
            raise BadInput(f"{place}: no text in field {options.field!r}")
        day = options.published
        if options.published_field is not None:
            day = _day_of(row.get(options.published_field), place) or day
        known_as = row.get(options.id_field)
        if isinstance(known_as, bool) or not isinstance(known_as, str | int):
            known_as = place
        return Story(known_as, text, day)


def _day_of(value: Any, place: str) -> datetime.date | None:
    if value is None:
        return None
    try:
        return datetime.date.fromisoformat(value[:10])
    except (TypeError, ValueError):
        raise BadInput(f"{place}: no day of publication: {value!r}") from None


def _refuse_json(name: str) -> None:
    if name.removesuffix(".gz").endswith(JSON):
        raise BadInput(f"{name}: JSON: name the field with the text by --field")


def _opened(name: str) -> contextlib.AbstractContextManager[Any]:
    if name == "-":
        if sys.stdin is None:  # closed by whoever started us: `<&-`
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        if sys.stdin.isatty():  # who gave no file and waits shall know for what
            sys.stderr.write("diplotext: reading standard input to its end\n")
        return contextlib.nullcontext(sys.stdin.buffer)
    return gzip.open(name) if name.endswith(".gz") else Path(name).open("rb")


def _raw_lines(file: io.BufferedIOBase, encoding: str, name: str) -> Iterator[bytes | str]:
    """The lines; as bytes, each to be decoded alone, where the encoding's newline is one byte."""
    if encoding in ("utf-8", "utf-8-sig") or "\n".encode(encoding) == b"\n":
        return iter(file)
    return iter(_decoded(file.read(), encoding, name).split("\n"))


def _decoded(data: bytes, encoding: str, name: str) -> str:
    """The text without a byte order mark; line ends as they are."""
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadInput(_undecodable(error, f"{name}:{line}")) from None


def _decoded_line(line: bytes | str, encoding: str, place: str) -> str:
    try:
        return line if isinstance(line, str) else line.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise BadInput(_undecodable(error, place)) from None


def _undecodable(error: UnicodeDecodeError, place: str) -> str:
    byte = f"byte 0x{error.object[error.start]:02x} at offset {error.start}"
    return f"{place}: not {error.encoding}: {byte} ({error.reason}); --encoding names another"
