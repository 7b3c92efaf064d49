"""Who "I" is: the speaker of the words it stands in; outside quotations the author."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from diplotext.model import Source
from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.link import link_phrase
from diplotext.speaker.pronoun.author import find_author
from diplotext.speaker.source.reading import Reading
from diplotext.speaker.story import Story

__all__ = ["link_first_person"]

AUTHOR = frozenset(["i", "me", "my", "mine", "myself"])
# How many contents around an "I" are looked at for the one it stands in.
CONTENTS_BACK = 12


def link_first_person(
    story: Story,
    source: Source,
    contents: Sequence[tuple[int, int, int]],
    found: dict[int, Chain],
) -> Chain:
    """The chain of "I": the speaker of the words it stands in; outside quotations the author."""
    at = source.start, source.end
    for i in around(contents, source.start):
        return story.link(found[i], at, "pronoun", "first person in quotation")
    word = source.text.lower()
    if story.is_quoted(source.start):
        paragraph = story.paragraph_of(source.start)
        near = [said for said in story.said[-200:] if said.paragraph == paragraph]
        if near:
            nearest = min(near, key=lambda said: abs(said.start - source.start))
            chain = story.chains[nearest.chain]
            return story.link(chain, at, "pronoun", "first person in quotation")
    elif word in AUTHOR:
        author = find_author(story, source.start)
        if author is not None:
            return story.link(author, at, "pronoun", "author")
    return link_phrase(story, Reading("pronoun", *at, noun=word), "unnamed", source.text, "pronoun")


def around(contents: Sequence[tuple[int, int, int]], offset: int) -> Iterator[int]:
    """The attributions whose contents cover an offset, the innermost first."""
    at = bisect_right(contents, (offset + 1, -1, -1))  # those that begin with it as well
    for start, end, i in reversed(contents[max(0, at - CONTENTS_BACK) : at]):
        if start <= offset < end:
            yield i
