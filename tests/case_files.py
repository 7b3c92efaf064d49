"""Cases as data: tests/cases/<name>.json, a list of objects with a label each."""

import json
from pathlib import Path

import pytest

from diplotext.combinators import Match, Miss

CASES = Path(__file__).parent / "cases"


def load_cases(name):
    """The cases of a file as parameters with their labels as ids; "fails" marks a known failure."""
    data = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    # A file that says what it is about holds its cases under a key.
    cases = data["cases"] if isinstance(data, dict) else data
    return [
        pytest.param(
            case,
            id=case["label"],
            marks=[pytest.mark.xfail(reason=case["fails"])] if "fails" in case else [],
        )
        for case in cases
    ]


def read_zone(parser, case):
    """What the parser finds where a case's text begins; None where the case says there is ``not``."""
    found = parser(case["text"], 0)
    if case.get("not"):
        assert isinstance(found, Miss), found
        return None
    assert isinstance(found, Match), found
    return found
