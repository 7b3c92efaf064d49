"""The outline of a candidate: what both its columns and its traits say something about."""

from __future__ import annotations

from diplotext.attribution.learned.candidate import Candidate
from diplotext.attribution.learned.padded import Padded
from diplotext.attribution.learned.run import length
from diplotext.attribution.learned.tagger import TAGS
from diplotext.body.token import INSIDE

__all__ = ["NAME_TAG", "NO_SOURCE", "Outline", "outline", "source_type"]

_THIRD = frozenset(("he", "she", "they", "it", "we", "i", "you"))
_RELATIVE = frozenset(("who", "which", "that"))
NAME_TAG = TAGS.index("NNP")

NO_SOURCE, PRONOUN, RELATIVE, NAMED, NOMINAL = range(5)


# First and last token of the content, how many they are and how many inside quotation marks; the
# type of the source and its first token and the one behind its last, both -1 without a source.
Outline = tuple[int, int, int, int, int, int, int]


def outline(unit: Padded, candidate: Candidate) -> Outline:
    """The outline of a candidate, which has content."""
    content, source = candidate.content, candidate.source
    first, end = content[0][0], content[-1][1]
    count = unit.quotes.count
    if len(content) == 1:
        tokens, inside = end - first, count(INSIDE, first, end)
    else:
        tokens = length(content)
        inside = sum([count(INSIDE, start, stop) for start, stop in content])
    if not source:
        return first, end - 1, tokens, inside, NO_SOURCE, -1, -1
    start, stop = source[0][0], source[-1][1]
    return first, end - 1, tokens, inside, source_type(unit, start, stop), start, stop


def source_type(unit: Padded, start: int, stop: int) -> int:
    """Whether a source is a pronoun, a relative, has a name, or is another noun phrase."""
    first = unit.types[start].lower
    if first in _THIRD and stop - start == 1:
        return PRONOUN
    if first in _RELATIVE:
        return RELATIVE
    return NAMED if unit.tags.find(NAME_TAG, start, stop) >= 0 else NOMINAL
