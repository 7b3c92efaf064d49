"""The command line: ``diplotext parse FILE...`` and ``diplotext schema``."""

from __future__ import annotations

import argparse
import codecs
import contextlib
import datetime
import io
import json
import os
import shutil
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from attrs import define, field, frozen

from diplotext import __version__
from diplotext.errors import DiplotextError
from diplotext.formats.json import to_json
from diplotext.formats.tree import to_tree
from diplotext.model import Article
from diplotext.parallel import parse_many

__all__ = ["main"]

BAD_INPUT, INTERRUPTED, BROKEN_PIPE = 1, 130, 141
# Seconds: shorter work needs no progress line, and more often than that it only flickers.
LONG_WORK, REPORT_EVERY = 2.0, 0.5


def main(argv: Sequence[str] | None = None) -> int:
    """The exit status: 0, 1 where some input was bad, 130 after Ctrl-C, 141 after a broken pipe."""
    options = _arguments().parse_args(argv)
    _prefer_utf8()
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read us has had enough, as `head` has; the interpreter must not flush again.
        with contextlib.suppress(OSError, ValueError):
            descriptor = sys.stdout.fileno()
            os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="diplotext", description="Wire-service news as typed documents: who said what."
    )
    parser.add_argument("--version", action="version", version=f"diplotext {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    parse = commands.add_parser("parse", help="parse stories", description=PARSE_HELP)
    parse.set_defaults(run=_parse, complain=parse.error)
    parse.add_argument("files", nargs="*", metavar="FILE", help="'-' or none: standard input")
    form = parse.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_const", const="json", dest="form", help="indented")
    form.add_argument(
        "--jsonl", action="store_const", const="jsonl", dest="form", help="a line each"
    )
    parse.add_argument("--field", metavar="NAME", help="files are JSONL, the text is in this field")
    parse.add_argument("--id-field", metavar="NAME", help="JSONL: the field with the story's id")
    parse.add_argument("--published", type=_date, metavar="YYYY-MM-DD", help="day of publication")
    parse.add_argument("--published-field", metavar="NAME", help="JSONL: the field with that day")
    parse.add_argument("-j", "--workers", type=_positive, default=1, metavar="N", help="processes")
    parse.add_argument(
        "--encoding", type=_encoding, default="utf-8", help="of the files (default: UTF-8)"
    )

    schema = commands.add_parser("schema", help="print the JSON Schema of the output")
    schema.set_defaults(run=_schema)
    return parser


PARSE_HELP = (
    "Parse each FILE as one story, or each line of JSONL files (--field). Prints a tree, or the "
    "model as JSON with offsets in code points; a byte order mark at the start of a file is not "
    "part of the text. Bad files and lines are named on standard error and passed over; the exit "
    "status is then 1."
)


def _date(value: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise argparse.ArgumentTypeError(f"a day such as 2024-03-14, not {value!r}") from None


def _positive(value: str) -> int:
    if not value.isascii() or not value.isdigit() or int(value) < 1:
        raise argparse.ArgumentTypeError(f"a number from 1 on, not {value!r}")
    return int(value)


def _encoding(value: str) -> str:
    try:
        return codecs.lookup(value).name
    except LookupError:
        raise argparse.ArgumentTypeError(f"no encoding that Python knows: {value!r}") from None


def _prefer_utf8() -> None:
    # JSON is UTF-8 wherever it goes; what a stream cannot hold is written as an escape.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _schema(_: argparse.Namespace) -> int:
    sys.stdout.write(
        files("diplotext.formats").joinpath("diplotext.schema.json").read_text(encoding="utf-8")
    )
    return 0


# ------------------------------------------------------------------------------------- parse


@frozen
class Story:
    """One text to parse, and by what name the user knows it."""

    id: str | int
    text: str
    published: datetime.date | None


def _parse(options: argparse.Namespace) -> int:
    if options.field is None and (options.id_field or options.published_field):
        options.complain("--id-field and --published-field go with --field")
    inputs = Inputs(options)
    show = _printer(options)
    waiting: deque[Story] = deque()

    def texts() -> Iterator[tuple[str, datetime.date | None]]:
        for story in inputs.stories():
            waiting.append(story)
            yield story.text, story.published

    progress = Progress()
    articles = parse_many(texts(), workers=options.workers, progress=progress.report)
    try:
        for article in articles:
            sys.stdout.write(show(article, waiting.popleft()))
    except DiplotextError as error:
        inputs.complain(str(error))
    finally:
        progress.clear()
        articles.close()
    return BAD_INPUT if inputs.has_failed else 0


def _printer(options: argparse.Namespace) -> Callable[[Article, Story], str]:
    if options.form is not None:
        indent = 2 if options.form == "json" else None
        return lambda article, story: to_json(article, id=story.id, indent=indent) + "\n"
    width = max(shutil.get_terminal_size((100, 24)).columns, 40)
    return lambda article, story: to_tree(article, name=str(story.id), width=width) + "\n"


@define
class Progress:
    """A line on standard error, where that is a terminal and the work is long."""

    started: float = field(factory=time.monotonic)
    reported: float = 0.0
    is_wanted: bool = field(factory=lambda: sys.stderr.isatty() and not sys.stdout.isatty())

    def report(self, done: int) -> None:
        """Rewrite the line, if it is time to."""
        now = time.monotonic()
        if self.is_wanted and now - self.started > LONG_WORK and now - self.reported > REPORT_EVERY:
            self.reported = now
            rate = done / (now - self.started)
            sys.stderr.write(f"\r{done:,} stories, {rate:,.0f} a second\x1b[K")
            sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away again."""
        if self.reported:
            sys.stderr.write("\r\x1b[K")


# ------------------------------------------------------------------------------------- input


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
                        text = _decoded(file.read(), self.options.encoding, name)
                        yield Story(name, text, self.options.published)
                    else:
                        yield from self._lines(file, name)
            except OSError as error:
                self.complain(f"{name}: cannot be read: {error.strerror or error}")
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
        return Story(known_as if isinstance(known_as, str | int) else place, text, day)


def _day_of(value: Any, place: str) -> datetime.date | None:
    if value is None:
        return None
    try:
        return datetime.date.fromisoformat(value[:10])
    except (TypeError, ValueError):
        raise BadInput(f"{place}: no day of publication: {value!r}") from None


def _opened(name: str) -> contextlib.AbstractContextManager[Any]:
    if name == "-":
        return contextlib.nullcontext(sys.stdin.buffer)
    return Path(name).open("rb")


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
    return f"{place}: not {error.encoding}: {byte} ({error.reason})"
