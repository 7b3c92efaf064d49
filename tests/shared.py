"""Where the corpora are, if they are: a clone on someone else's machine has none of them."""

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("DIPLOTEXT_SHARED", Path(__file__).parents[2] / "shared"))


def need(relative: str) -> Path:
    """The path inside the shared folder, or a skip with its reason."""
    path = SHARED / relative
    if not path.exists():
        pytest.skip(f"no {relative} here: set DIPLOTEXT_SHARED to the folder that has it")
    return path
