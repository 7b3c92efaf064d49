"""Marks within a word and within a number: they part nothing, whatever tokens they stand between.

"the 27|-|nation bloc", "the U.S.|-|based firm", "the No|.| 2 carrier".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diplotext.attribution.places import places_of

__all__ = ["joint_tokens"]


def joint_tokens(words: list[str], spans: tuple[Sequence[int], Sequence[int]]) -> Iterator[int]:
    """The hyphens without a blank beside them, and "No." before a number, both tokens of it.

    ``spans`` are the offsets of the tokens' starts and ends.

    >>> words = ["The", "No", ".", "2", "U.S.", "-", "based", "firm", "-"]
    >>> starts = [0, 4, 6, 8, 10, 14, 15, 21, 26]
    >>> ends = [start + len(word) for start, word in zip(starts, words)]
    >>> list(joint_tokens(words, (starts, ends)))
    [5, 1, 2]
    """
    starts, ends = spans
    for at in places_of("-", words):
        inner = 0 < at < len(words) - 1
        if inner and starts[at] == ends[at - 1] and ends[at] == starts[at + 1]:
            yield at
    for at in places_of("No", words):
        if words[at + 1 : at + 2] == ["."] and "".join(words[at + 2 : at + 3])[:1].isdigit():
            yield from (at, at + 1)
