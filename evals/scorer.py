"""Running a scorer: write the predictions, call the script, read its figures."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

__all__ = [
    "arguments",
    "find_eval_dir",
    "output_dir",
    "print_figures",
    "read_text",
    "run_scorer",
    "write_jsonl",
]

Figures = dict[str, Any]


def arguments(description: str | None) -> argparse.ArgumentParser:
    """The options that all evals share."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=existing_folder, help="the folder that holds the sets")
    parser.add_argument(
        "--eval-dir", type=Path, help="the folder of the scorers (default: CORPORA/../eval)"
    )
    parser.add_argument("--out", type=Path, help="keep the predictions in this folder")
    parser.add_argument("-j", "--workers", type=int, default=1, help="processes (default: 1)")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    return parser


def existing_folder(given: str) -> Path:
    """A folder named on the command line; argparse says in a line that it is not there."""
    if not (folder := Path(given)).is_dir():
        raise argparse.ArgumentTypeError(f"no such folder: {given}")
    return folder


def find_eval_dir(corpora: Path, given: Path | None) -> Path:
    """The folder of the scorer scripts: the given one, or ``eval`` beside the corpora."""
    folder = given or corpora.resolve().parent / "eval"
    if not folder.is_dir():
        sys.exit(f"no scorers in {folder}: give their folder with --eval-dir")
    return folder


@contextmanager
def output_dir(given: Path | None) -> Iterator[Path]:
    """The folder for predictions: the given one, made if need be, or a temporary one."""
    if given is not None:
        given.mkdir(parents=True, exist_ok=True)
        yield given
        return
    with tempfile.TemporaryDirectory(prefix="diplotext-evals-") as folder:
        yield Path(folder)


def read_text(path: Path) -> str:
    """A text file as it is: the scorers count its line ends as they stand."""
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def write_jsonl(path: Path, rows: Iterable[Figures]) -> Path:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    return path


def run_scorer(eval_dir: Path, script: str, *args: str | Path, as_json: bool = True) -> Figures:
    """The figures that a scorer finds; with ``as_json=False`` it prints its own table."""
    command = [
        sys.executable,
        str(eval_dir / script),
        *(["--json"] if as_json else []),
        *map(str, args),
    ]
    if not as_json:
        subprocess.run(command, check=True)
        return {}
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    figures: Figures = json.loads(done.stdout)
    return figures


def print_figures(
    options: argparse.Namespace, evaluate: Callable[..., Figures], **more: object
) -> None:
    """Run one eval with the options that all share; without ``--json`` the scorer prints itself."""
    eval_dir = find_eval_dir(options.corpora, options.eval_dir)
    with output_dir(options.out) as out:
        figures = evaluate(
            options.corpora,
            eval_dir,
            out,
            workers=options.workers,
            as_json=options.json,
            **more,
        )
    if options.json:
        print(json.dumps(figures, indent=1))
