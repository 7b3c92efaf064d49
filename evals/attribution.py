"""Who said what, on PolNeAR: ``python -m evals.attribution CORPORA [--split dev]``.

The texts open with their headline, which the corpus does not annotate: attributions of the
headline zone are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import diplotext
from diplotext.model import Article, Passage
from evals.scorer import arguments, find_eval_dir, output_dir, read_text, run_scorer, write_jsonl

__all__ = ["evaluate", "main", "predict", "to_prediction"]


def to_prediction(doc: str, article: Article) -> dict[str, Any]:
    """The scorer's object for one story."""
    return {
        "doc": doc,
        "attributions": [
            {
                "content": [list(part.span) for part in attribution.content],
                "cue": _spans(attribution.cue),
                "source": _spans(attribution.source),
                "speaker": attribution.speaker.name if attribution.speaker else None,
                "confidence": attribution.confidence,
            }
            for attribution in article.attributions
            if attribution.zone != "headline"
        ],
    }


def _spans(passage: Passage | None) -> list[list[int]]:
    return [] if passage is None else [list(passage.span)]


def predict(polnear: Path, split: str, workers: int = 1) -> Iterator[dict[str, Any]]:
    """Predictions for every text of a split, in order of name."""
    paths = sorted((polnear / split / "text").glob("*.txt"))
    articles = diplotext.parse_many(map(read_text, paths), workers=workers)
    for path, article in zip(paths, articles, strict=True):
        yield to_prediction(path.name.removesuffix(".txt"), article)


def evaluate(
    corpora: Path,
    eval_dir: Path,
    out: Path,
    *,
    split: str = "dev",
    workers: int = 1,
    as_json: bool = True,
) -> dict[str, Any]:
    """The scorer's figures; the predictions stay in ``out`` for the speakers' scorer."""
    polnear = corpora / "polnear"
    path = write_jsonl(out / f"polnear-{split}.jsonl", predict(polnear, split, workers))
    return run_scorer(
        eval_dir,
        "score_attribution.py",
        "--polnear",
        polnear,
        "--split",
        split,
        path,
        as_json=as_json,
    )


def main(argv: Sequence[str] | None = None) -> None:
    parser = arguments(__doc__)
    parser.add_argument("--split", default="dev")
    options = parser.parse_args(argv)
    eval_dir = find_eval_dir(options.corpora, options.eval_dir)
    with output_dir(options.out) as out:
        figures = evaluate(
            options.corpora,
            eval_dir,
            out,
            split=options.split,
            workers=options.workers,
            as_json=options.json,
        )
    if figures:
        print(figures)


if __name__ == "__main__":
    main()
