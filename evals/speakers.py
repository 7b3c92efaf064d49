"""Who "he" is, on PolNeAR's dev split: ``python -m evals.speakers CORPORA [--show N]``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evals.attribution import predict
from evals.scorer import arguments, print_figures, run_scorer, write_jsonl

__all__ = ["evaluate", "main"]


def evaluate(
    corpora: Path,
    eval_dir: Path,
    out: Path,
    *,
    show: int = 0,
    workers: int = 1,
    as_json: bool = True,
) -> dict[str, Any]:
    """The scorer's figures; predictions that the attribution eval left in ``out`` are used again."""
    path = out / "polnear-dev.jsonl"
    if not path.exists():
        write_jsonl(path, predict(corpora / "polnear", "dev", workers))
    gold = corpora / "polnear" / "dev" / "speakers"
    return run_scorer(
        eval_dir, "score_speakers.py", "--show", str(show), gold, path, as_json=as_json
    )


def main(argv: Sequence[str] | None = None) -> None:
    parser = arguments(__doc__)
    parser.add_argument("--show", type=int, default=0, help="print so many misses on stderr")
    options = parser.parse_args(argv)
    if options.out:
        (options.out / "polnear-dev.jsonl").unlink(missing_ok=True)
    print_figures(options, evaluate, show=options.show)


if __name__ == "__main__":
    main()
