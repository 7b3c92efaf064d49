"""The committed data: JSON files beside this module, read through importlib.resources."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Any

__all__ = ["patterns_of", "read_table"]


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


def patterns_of(rule: Mapping[str, Any]) -> Iterator[tuple[str, Sequence[str]]]:
    """The patterns of a table's rule, each with the words one of which a text has to hold.

    Those that could begin anyhow are under ``needing``, so that few texts are tried by them.

    >>> list(patterns_of({"pattern": "-30-", "needing": [{"needs": ["@"], "pattern": ".+@.+"}]}))
    [('-30-', ()), ('.+@.+', ['@'])]
    """
    for part in (rule, *rule.get("needing", ())):
        yield part["pattern"], part.get("needs", ())
