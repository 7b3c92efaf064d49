"""One wire story in, one typed document out: what it is, and who said what in it."""

from __future__ import annotations

__version__ = "0.1.0"
