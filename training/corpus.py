"""Reading the corpora: annotated stories (text beside stand-off files) and unlabelled wire text."""

from __future__ import annotations

import glob
import gzip
import json
import os
import re
import zlib
from collections.abc import Iterator

from attrs import field, frozen

Spans = tuple[tuple[int, int], ...]

_LINE_RE = re.compile(r"[^\n]+")
# In wire text a paragraph opens with an indent or after an empty line; other line ends are wraps.
_WIRE_BREAK_RE = re.compile(r"\n(?=[ \t]{3,}|\t)|\n\s*\n")


@frozen
class Annotation:
    """One attribution of a stand-off file."""

    content: Spans
    cue: Spans = ()
    source: Spans = ()


@frozen
class Story:
    """A text and its attributions."""

    name: str
    text: str
    annotations: tuple[Annotation, ...] = field(default=(), repr=False)

    @property
    def ranges(self) -> list[tuple[int, int]]:
        """The paragraphs: in annotated stories, the lines."""
        return [match.span() for match in _LINE_RE.finditer(self.text) if match.group().strip()]


def read_text(path: str) -> str:
    with open(path, encoding="utf-8", newline="") as handle:
        return handle.read()


def read_annotations(path: str) -> tuple[Annotation, ...]:
    """The attributions of a brat stand-off file: T lines are spans, E lines relate them."""
    spans: dict[str, Spans] = {}
    found = []
    for line in read_text(path).split("\n"):
        cells = line.split("\t")
        if cells[0].startswith("T") and len(cells) >= 3:
            offsets = cells[1].split(" ", 1)[1]
            pairs = (part.split() for part in offsets.split(";"))
            spans[cells[0]] = tuple((int(start), int(end)) for start, end in pairs)
        elif cells[0].startswith("E") and len(cells) >= 2:
            roles: dict[str, Spans] = {}
            for part in cells[1].split():
                role, target = part.split(":")
                key = role.rstrip("0123456789").lower()
                roles[key] = roles.get(key, ()) + spans.get(target, ())
            if roles.get("content"):
                found.append(
                    Annotation(roles["content"], roles.get("cue", ()), roles.get("source", ()))
                )
    return tuple(found)


def read_stories(folder: str) -> list[Story]:
    """The annotated stories of a folder with ``text/*.txt`` and ``attributions/*.ann``.

    A story's annotations are in ``<name>.ann`` or ``<name>_<annotator>.ann``, the first of them
    in order of name.
    """
    by_name: dict[str, str] = {}
    texts = {
        os.path.basename(path)[:-4] for path in glob.glob(os.path.join(folder, "text", "*.txt"))
    }
    for path in sorted(glob.glob(os.path.join(folder, "attributions", "*.ann"))):
        stem = os.path.basename(path)[:-4]
        name = stem if stem in texts else stem.rsplit("_", 1)[0]
        by_name.setdefault(name, path)
    return [
        Story(
            name,
            read_text(os.path.join(folder, "text", name + ".txt")),
            read_annotations(by_name[name]),
        )
        for name in sorted(by_name)
    ]


def read_wire(corpora: str, names: tuple[str, ...], limit: int) -> Iterator[str]:
    """Paragraphs of unlabelled wire text, line ends within them kept, up to ``limit`` characters."""
    read = 0
    for name in names:
        path = os.path.join(corpora, "wire", name + ".jsonl.gz")
        if not os.path.exists(path):
            continue
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                text = json.loads(line).get("text") or ""
                read += len(text)
                if read > limit:
                    return
                breaks = _WIRE_BREAK_RE if re.search(r"\n[ \t]{3,}\S", text) else re.compile("\n+")
                yield from (part for part in breaks.split(text) if part.strip())


def fold_of(name: str, folds: int = 3) -> int:
    """The fold of a story, by a checksum of its name, so that it never changes."""
    return zlib.crc32(name.encode()) % folds
