"""Where the time goes: each field of ``ArticleParser`` wrapped in a clock of its own.

A stage that calls another (a zone parser inside the layout) is charged for its own time only.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import attrs

from diplotext import ArticleParser

__all__ = ["measure"]


class Clock:
    """Own seconds by stage."""

    def __init__(self) -> None:
        self.own: dict[str, float] = {}
        self.inner = [0.0]

    def timed(self, name: str, run: Callable[..., Any]) -> Callable[..., Any]:
        self.own[name] = 0.0

        def timed_run(*args: Any, **kwargs: Any) -> Any:
            self.inner.append(0.0)
            start = time.process_time()
            try:
                return run(*args, **kwargs)
            finally:
                spent = time.process_time() - start
                self.own[name] += spent - self.inner.pop()
                self.inner[-1] += spent

        return timed_run


def measure(stories: list[str]) -> list[list[str]]:
    """A row a stage: its share of the whole parse, which is measured with the clocks on."""
    clock = Clock()
    plain = ArticleParser()
    for story in stories:
        plain.parse(story)  # lexicons and weights are loaded
    stages = {
        field.name: clock.timed(field.name, getattr(plain, field.name))
        for field in attrs.fields(ArticleParser)
        if callable(getattr(plain, field.name))
    }
    parser = attrs.evolve(plain, **stages)
    whole = clock.timed("the rest", parser.parse)
    start = time.process_time()
    for story in stories:
        whole(story)
    total = time.process_time() - start
    size = sum(map(len, stories))
    rows = [["stage", "share", "microseconds a 1,000 chars"]]
    for name, own in sorted(clock.own.items(), key=lambda item: -item[1]):
        rows.append([name, f"{own / total:.1%}", f"{own / size * 1e9:,.0f}"])
    return rows
