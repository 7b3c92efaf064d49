"""What can be set for a training, and what it tells."""

from __future__ import annotations

import sys
import time
from typing import Any

from attrs import define, field, frozen

from training.forest_model import FORESTS, TreeSettings

__all__ = ["Log", "Settings"]


@frozen
class Settings:
    """What can be set for a training; the defaults are those of the published weights.

    Learning looks at heads likelier than ``least_cue``, the weights read those likelier than
    ``least_read``.
    """

    folds: int = 3
    rank_folds: int = 5
    least_cue: float = 0.15
    least_read: float = 0.18
    cue_c: float = 0.1
    trait_c: float = 0.05
    min_count: int = 2
    span_min_count: int = 3
    trait_min_count: int = 4
    trees: tuple[TreeSettings, ...] = FORESTS
    thresholds: tuple[float, ...] = tuple(round(0.2 + 0.02 * step, 2) for step in range(13))


@define
class Log:
    """What training tells: lines with the time, and the figures that go into the file."""

    start: float = field(factory=time.monotonic)
    figures: dict[str, Any] = field(factory=dict)

    def __call__(self, line: str) -> None:
        print(f"{time.monotonic() - self.start:7.1f} s  {line}", file=sys.stderr, flush=True)
