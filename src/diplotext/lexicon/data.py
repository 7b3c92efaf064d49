"""The committed data: JSON files beside this module, read through importlib.resources."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

__all__ = ["read_table"]


def read_table(name: str) -> Any:
    """The content of ``<name>.json``; FileNotFoundError if there is none.

    >>> sorted(read_table("days"))
    ['months', 'weekdays']
    >>> read_table("no such table")
    Traceback (most recent call last):
    FileNotFoundError: ...
    """
    path = files("diplotext.lexicon").joinpath(f"{name}.json")
    return json.loads(path.read_text(encoding="utf-8"))
