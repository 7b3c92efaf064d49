"""Cases as data: tests/cases/<name>.json, a list of objects with a label each."""

import json
from pathlib import Path

import pytest

CASES = Path(__file__).parent / "cases"


def load_cases(name):
    """The cases of a file as parameters with their labels as ids; "fails" marks a known failure."""
    cases = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    return [
        pytest.param(
            case,
            id=case["label"],
            marks=[pytest.mark.xfail(reason=case["fails"])] if "fails" in case else [],
        )
        for case in cases
    ]
