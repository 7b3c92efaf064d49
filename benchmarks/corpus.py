"""The stories to measure on: every ``.txt``, ``.jsonl`` and ``.jsonl.gz`` in a folder."""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path

__all__ = ["existing_folder", "read_stories", "repeated"]


def existing_folder(given: str) -> Path:
    """A folder named on the command line; argparse says in a line that it is not there."""
    if not (folder := Path(given)).is_dir():
        raise argparse.ArgumentTypeError(f"no such folder: {given}")
    return folder


def read_stories(folder: Path) -> list[str]:
    """The texts of all files of the folder, in order of name."""
    stories = [text for path in sorted(folder.iterdir()) for text in _texts(path)]
    if not stories:
        sys.exit(f"no .txt, .jsonl or .jsonl.gz with stories in {folder}")
    return stories


def _texts(path: Path) -> Iterator[str]:
    if path.suffix == ".txt":
        with path.open(encoding="utf-8", newline="") as file:
            yield file.read()
    elif path.name.endswith((".jsonl", ".jsonl.gz")):
        opened = gzip.open if path.suffix == ".gz" else open
        with opened(path, "rt", encoding="utf-8") as file:
            yield from (json.loads(line)["text"] for line in file if line.strip())


def repeated(stories: list[str], size: int) -> str:
    """One text of ``size`` characters: the stories one after the other, again and again."""
    pieces: list[str] = []
    length = 0
    while length < size:
        for story in stories:
            pieces.append(story)
            length += len(story) + 2
            if length >= size:
                break
    return "\n\n".join(pieces)[:size]
