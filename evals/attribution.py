"""Who said what, on PolNeAR: ``python -m evals.attribution CORPORA [--split dev]``.

The texts open with their headline, which the corpus annotates like the rest (2 % of its
attributions stand there). A paragraph that is nothing but a quotation and inherits its speaker is an
attribution of its own here and a further content of the one before in the corpus: it is
handed to the scorer that way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import diplotext
from diplotext.model import Article, Attribution, Passage
from evals.scorer import arguments, print_figures, read_text, run_scorer, write_jsonl

__all__ = ["evaluate", "main", "predict", "to_prediction"]


def to_prediction(doc: str, article: Article) -> dict[str, Any]:
    """The scorer's object for one story."""
    own = [a for a in article.attributions if not _is_inherited(a)]
    # The last attribution of a source is the one that its heirs run on from.
    owners = {a.source.span: number for number, a in enumerate(own) if a.source is not None}
    contents = [list(a.content) for a in own]
    for heir in article.attributions:
        if _is_inherited(heir) and heir.source is not None and heir.source.span in owners:
            contents[owners[heir.source.span]] += heir.content
    return {
        "doc": doc,
        "attributions": [
            {
                "content": [list(part.span) for part in content],
                "cue": _spans(attribution.cue),
                "source": _spans(attribution.source),
                "speaker": attribution.speaker.name if attribution.speaker else None,
                "confidence": attribution.confidence,
            }
            for attribution, content in zip(own, contents, strict=True)
        ],
    }


def _is_inherited(attribution: Attribution) -> bool:
    return attribution.reason is not None and attribution.reason.stage == "inherited"


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
    print_figures(options, evaluate, split=options.split)


if __name__ == "__main__":
    main()
