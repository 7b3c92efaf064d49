"""Speakers: who is behind "he", "the top diplomat" and "Lavrov"."""

from __future__ import annotations

from diplotext.speaker.resolve import resolve_speakers

__all__ = ["resolve_speakers"]
