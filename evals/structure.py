"""Predictions of the zones at the head and tail, in the format of the structure scorer.

    python -m evals.structure FOLDER SET > predictions.jsonl

FOLDER holds the corpora (``wire/SET.jsonl.gz``); SET is a name such as ``reuters-web``. Each line
of the set is ``{"id", "published", "text", ...}``; the public API reads the text, nothing else.
"""

from __future__ import annotations

import argparse
import datetime
import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import diplotext
from diplotext.layout import Layout, find_layout
from diplotext.model import Article
from evals.scorer import existing_folder, run_scorer, write_jsonl


def read_set(folder: Path, name: str) -> Iterator[dict]:
    """The stories of a set."""
    with gzip.open(folder / "wire" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def extent(passages: tuple) -> list[int] | None:
    """From the first to the last of them."""
    return [passages[0].start, passages[-1].end] if passages else None


def prediction(identity: str, zones: Layout | Article) -> dict:
    """One story's zones as the scorer wants them."""
    line = zones.dateline
    return {
        "id": identity,
        "headline": list(zones.headline.span) if zones.headline else None,
        "byline": {"names": [list(name.span) for name in zones.byline.names]}
        if zones.byline
        else None,
        "dateline": {
            "span": list(line.span),
            "place": extent(line.places),
            "agency": extent(line.agencies),
            "date": line.date.isoformat() if line.date else None,
        }
        if line
        else None,
        "credits": [
            {"role": credit.role, "names": [list(name.span) for name in credit.names]}
            for credit in zones.credits
        ],
    }


def predict(folder: Path, name: str, workers: int = 1) -> Iterator[dict]:
    """Predictions for every story of a set, by the whole parse."""
    stories = list(read_set(folder, name))
    pairs = ((story["text"], _published(story)) for story in stories)
    articles = diplotext.parse_many(pairs, workers=workers)
    for story, article in zip(stories, articles, strict=True):
        yield prediction(story["id"], article)


def evaluate(
    corpora: Path, eval_dir: Path, out: Path, *, workers: int = 1
) -> dict[str, dict[str, Any]]:
    """The scorer's figures by set."""
    figures = {}
    for gold in sorted((corpora / "wire").glob("*.jsonl.gz")):
        name = gold.name.removesuffix(".jsonl.gz")
        path = write_jsonl(out / f"{name}.jsonl", predict(corpora, name, workers))
        figures[name] = run_scorer(eval_dir, "score_structure.py", gold, path)
    return figures


def _published(story: dict) -> datetime.date | None:
    given = story.get("published")
    return datetime.date.fromisoformat(given) if given else None


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=existing_folder, help="the corpora")
    parser.add_argument("set", help="reuters, ap, reuters-web, ...")
    options = parser.parse_args(argv)
    for story in read_set(options.folder, options.set):
        zones = find_layout(story["text"], published=_published(story))
        print(json.dumps(prediction(story["id"], zones)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
