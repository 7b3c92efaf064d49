"""One table for all sets: ``python -m evals CORPORA [-j N]``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from evals import attribution, speakers, structure
from evals.scorer import arguments, find_eval_dir, output_dir
from evals.table import aligned

ATTRIBUTION_ROWS = ("all", "direct", "mixed", "indirect", "reported")
SPEAKER_ROWS = ("all", "name", "nominal", "pronoun")


def main() -> None:
    options = arguments(__doc__).parse_args()
    corpora: Path = options.corpora
    eval_dir = find_eval_dir(corpora, options.eval_dir)
    with output_dir(options.out) as out:
        (out / "polnear-dev.jsonl").unlink(missing_ok=True)
        figures: dict[str, Any] = {
            "structure": structure.evaluate(corpora, eval_dir, out, workers=options.workers),
            "attribution": attribution.evaluate(corpora, eval_dir, out, workers=options.workers),
            "speakers": speakers.evaluate(corpora, eval_dir, out),
        }
    print(json.dumps(figures, indent=1) if options.json else table(figures))


def table(figures: dict[str, Any]) -> str:
    """The figures of all sets, a row each."""
    return "\n\n".join(
        (
            structure_table(figures["structure"]),
            attribution_table(figures["attribution"]),
            speaker_table(figures["speakers"]),
        )
    )


def structure_table(sets: dict[str, dict[str, Any]]) -> str:
    keys = [
        "all",
        "dateline",
        "place",
        "date",
        "agency",
        "false",
        "odd",
        "headline",
        "byline",
        "credits",
        "uncredited",
    ]
    head = ["structure", "docs", *keys]
    rows = [
        [name, str(row["docs"]), *(_share(row.get(key)) for key in keys)]
        for name, row in sets.items()
    ]
    return aligned([head, *rows])


def attribution_table(figures: dict[str, Any]) -> str:
    head = [
        "polnear/dev",
        "gold",
        "pred",
        "content F1",
        "exact F1",
        "source",
        "cue",
        "said P",
        "said R",
        "said F1",
        "tokens F1",
    ]
    rows = []
    for name in ATTRIBUTION_ROWS:
        row = figures[name]
        said = row["said"]
        shares = [
            row["content"]["F1"],
            row["exact"]["F1"],
            row["source"],
            row["cue"],
            said["P"],
            said["R"],
            said["F1"],
            row["tokens"]["F1"],
        ]
        rows.append([name, str(row["gold"]), str(row["predicted"]), *map(_share, shares)])
    return aligned([head, *rows])


def speaker_table(figures: dict[str, Any]) -> str:
    keys = ["found", "right", "full", "end"]
    rows = [
        [name, str(figures[name]["n"]), *(_share(figures[name][key]) for key in keys)]
        for name in SPEAKER_ROWS
    ]
    false = f"false    {_share(figures['false'])} of {figures['unnamed']}"
    return aligned([["speakers", "n", *keys], *rows]) + "\n" + false


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


if __name__ == "__main__":
    main()
