"""The command line: ``diplotext parse FILE...`` and ``diplotext schema``."""

from __future__ import annotations

import argparse
import codecs
import contextlib
import datetime
import io
import os
import shutil
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files

from diplotext import __version__
from diplotext.cli.inputs import Inputs, Story
from diplotext.cli.progress import Progress
from diplotext.errors import DiplotextError, FormatError
from diplotext.formats.json import to_json
from diplotext.formats.tree import to_tree
from diplotext.model import Article
from diplotext.parallel import parse_many

__all__ = ["main"]

BAD_INPUT, INTERRUPTED, BROKEN_PIPE = 1, 130, 141


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
            story = waiting.popleft()
            try:
                sys.stdout.write(show(article, story))
            except FormatError as error:
                inputs.complain(f"{story.id}: cannot be written: {error}")
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
