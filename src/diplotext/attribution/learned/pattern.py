"""The pattern of a candidate: how content, source and cue follow one another.

"C_,SQ" is a content, a comma, a source and a cue; a gap shows the kinds of its first tokens. The
words in the gaps are told apart on their own.
"""

from __future__ import annotations

from diplotext.attribution.learned.candidate import Candidate
from diplotext.attribution.learned.lattice import OUTSIDE
from diplotext.attribution.learned.padded import Padded
from diplotext.attribution.learned.window import Window

__all__ = ["order_of", "read_pattern"]

_LETTERS = b"_CSQ"  # of the labels; outside, the first, stands for a gap
_GAP = _LETTERS[:1]
_PARTS = tuple(_LETTERS[label : label + 1] for label in range(len(_LETTERS)))
_NAMES = _LETTERS.decode("ascii")
_NO_PARTS = bytes(set(range(256)) - set(_LETTERS[1:]))  # no code of a token is such a letter
_CODES_SHOWN, _WORDS_SHOWN = 4, 3  # of a gap


def read_pattern(unit: Padded, window: Window, candidate: Candidate) -> tuple[bytes, str]:
    """A candidate's parts in order, with the codes of the gaps between, and with their words."""
    starts, ends, base = window.chunks.starts, window.chunks.ends, window.first
    pattern, words = b"", ""
    reached = -1
    for label, begin, end in candidate.segments:
        if label == OUTSIDE:
            continue
        start = starts[base + begin]
        if 0 <= reached < start:
            pattern += _GAP + unit.codes[reached : min(start, reached + _CODES_SHOWN)]
            words += "_" + _words(unit, reached, min(start, reached + _WORDS_SHOWN))
        pattern += _PARTS[label]
        words += _NAMES[label]
        reached = ends[base + end - 1]
    return pattern, words


def _words(unit: Padded, start: int, stop: int) -> str:
    if stop - start == 1:  # nearly always
        return unit.types[start].lower
    return " ".join([word.lower for word in unit.types[start:stop]])


def order_of(pattern: bytes) -> bytes:
    """The parts of a pattern, without the gaps.

    >>> order_of(b"C_,SQ")
    b'CSQ'
    """
    return pattern.translate(None, _NO_PARTS)
