"""The command line: ``diplotext parse FILE...`` and ``diplotext schema``."""

from __future__ import annotations

import argparse
import codecs
import contextlib
import datetime
import functools
import io
import os
import shutil
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from importlib.resources import files

from diplotext import __version__
from diplotext.cli.inputs import Inputs, Story
from diplotext.cli.progress import Progress
from diplotext.errors import DiplotextError, FormatError, WeightsError
from diplotext.parallel.garbage import collecting_rarely

__all__ = ["main"]

FORM_NAMES = ("json", "jsonl", "ninjs", "nitf", "schema-org", "html", "standoff")
FAILED, INTERRUPTED, BROKEN_PIPE = 1, 130, 141
# Stories that go to a worker together.
CHUNKSIZE = 16


def main(argv: Sequence[str] | None = None) -> int:
    """The exit status: 0, or 1 where some input was bad or the output could not be written.

    After Ctrl-C it is 130, after a broken pipe 141.
    """
    options = _arguments().parse_args(argv)
    _prefer_utf8()
    if sys.stdout is None:  # closed by whoever started us: `>&-`
        sys.stderr.write("diplotext: standard output is closed\n")
        return FAILED
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read us has had enough, as `head` has.
        _drop_output()
        return BROKEN_PIPE
    except OSError as error:
        _drop_output()
        sys.stderr.write(f"diplotext: {error.strerror or error}\n")  # a full disk
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _drop_output() -> None:
    # What is still in the buffer must not be tried again when the interpreter ends.
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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
    add = functools.partial(form.add_argument, action="store_const", dest="form")
    add("--json", const="json", help="print the model as JSON, indented")
    add("--jsonl", const="jsonl", help="print the model as JSON, a line a story")
    form.add_argument(
        "--format", choices=FORM_NAMES, dest="form", help="print this format instead of a tree"
    )
    parse.add_argument("--field", metavar="NAME", help="files are JSONL, the text is in this field")
    parse.add_argument("--id-field", metavar="NAME", help="JSONL: the field with the story's id")
    parse.add_argument("--published", type=_date, metavar="YYYY-MM-DD", help="day of publication")
    parse.add_argument("--published-field", metavar="NAME", help="JSONL: the field with that day")
    parse.add_argument(
        "-j", "--workers", type=_positive, default=1, metavar="N", help="parse on N processes"
    )
    parse.add_argument(
        "--encoding", type=_encoding, default="utf-8", help="encoding of the files (default: UTF-8)"
    )
    parse.add_argument(
        "--weights", type=_weights, metavar="FILE", help="weights of your own training"
    )

    schema = commands.add_parser("schema", help="print the JSON Schema of the output")
    schema.set_defaults(run=_schema)
    return parser


PARSE_HELP = (
    "Parse each FILE as one story, or each line of JSONL files (--field); files named .gz are "
    "decompressed. Prints a tree, or the model as JSON with offsets in code points; a byte order "
    "mark at the start of a file is not part of the text. Bad files and lines are named on "
    "standard error and passed over; the exit status is then 1."
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
        "a".encode(value)  # "hex" and "zlib" are codecs, and no encodings of text
        return codecs.lookup(value).name
    except (LookupError, UnicodeError):
        known = f"no encoding of text that Python knows: {value!r}"
        raise argparse.ArgumentTypeError(known) from None


def _weights(path: str) -> str:
    from diplotext.attribution import load_weights

    try:
        load_weights(path)
    except OSError as error:
        raise argparse.ArgumentTypeError(f"{path}: {error.strerror or error}") from None
    except WeightsError as error:
        raise argparse.ArgumentTypeError(f"{path}: {error}") from None
    return path


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
    # What parses and writes is imported when it is needed: --help does not wait for it.
    from diplotext.cli.forms import Show

    if options.field is None and (options.id_field or options.published_field):
        options.complain("--id-field and --published-field go with --field")
    inputs = Inputs(options)
    progress = Progress()
    width = max(shutil.get_terminal_size((100, 24)).columns, 40)
    show = Show(options.form, width, options.weights)
    written = _written(inputs.stories(), options.workers, show)
    try:
        with collecting_rarely():
            for done, (story, shown) in enumerate(written, 1):
                if isinstance(shown, FormatError):
                    inputs.complain(f"{story.id}: cannot be written: {shown}")
                else:
                    sys.stdout.write(shown)
                progress.report(done)
    except DiplotextError as error:
        inputs.complain(str(error))
    finally:
        progress.clear()
        written.close()
    return FAILED if inputs.has_failed else 0


def _written(
    stories: Iterator[Story], workers: int, show: Callable[[Story], str | FormatError]
) -> Generator[tuple[Story, str | FormatError], None, None]:
    """Each story with what is to be written of it: workers write themselves, and send a string."""
    if workers == 1:
        yield from ((story, show(story)) for story in stories)
        return
    from diplotext.parallel.pool import run_on

    with contextlib.closing(run_on(workers, stories, CHUNKSIZE, show, list)) as chunks:
        for chunk, shown in chunks:
            yield from zip(chunk, shown, strict=True)
