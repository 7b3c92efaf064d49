"""How far long work is, on standard error."""

from __future__ import annotations

import sys
import time

from attrs import define, field

__all__ = ["Progress"]

# Seconds: shorter work needs no progress line, and more often than that it only flickers.
LONG_WORK, REPORT_EVERY = 2.0, 0.5


@define
class Progress:
    """A line on standard error, where that is a terminal and the work is long."""

    started: float = field(factory=time.monotonic)
    reported: float = 0.0
    is_wanted: bool = field(factory=lambda: sys.stderr.isatty() and not sys.stdout.isatty())

    def report(self, done: int) -> None:
        """Rewrite the line, if it is time to."""
        now = time.monotonic()
        if self.is_wanted and now - self.started > LONG_WORK and now - self.reported > REPORT_EVERY:
            self.reported = now
            rate = done / (now - self.started)
            sys.stderr.write(f"\r{done:,} stories, {rate:,.0f} a second\x1b[K")
            sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away again."""
        if self.reported:
            sys.stderr.write("\r\x1b[K")
