"""Several at once: whom "they", "the two" and "the couple" stand for."""

from __future__ import annotations

from bisect import bisect_left

from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.link import is_plural, link_phrase
from diplotext.speaker.name.table import words
from diplotext.speaker.source.reading import Reading
from diplotext.speaker.story import Story

__all__ = ["find_pair", "link_two"]

PAIRS = words("two pair couple duo")
DEFINITE = frozenset(["the", "these", "both"])
# How many speakers back a group is looked for.
SPEAKERS_BACK = 4


def find_pair(story: Story, start: int) -> str | None:
    """The two people that "they" are: "Okafor and Brandt sat down. They ..."; None if none.

    Only where nobody else in the plural spoke in between.
    """
    sentence = story.sentence_of(start)
    at = bisect_left(story.starts, start)
    names = story.names[max(0, at - 6) : at]
    for one, other in zip(names[-2::-1], names[:0:-1], strict=False):
        if story.sentence_of(one.start) < sentence - 1:
            return None
        joined = story.text[one.end : other.outer].strip() == "and"
        if joined and all(story.chain_of(name).kind == "person" for name in (one, other)):
            later = (s for s in reversed(story.said[-4:]) if s.start > one.start)
            if any(story.chains[said.chain].plural for said in later):
                return None
            return story.text[one.start : other.end]
    return None


def link_two(story: Story, reading: Reading) -> Chain | None:
    """The chain of "the two" or "the two men": the group that spoke before, or a pair named."""
    two = reading.noun in PAIRS or (reading.modifiers == ("two",) and is_plural(reading.noun))
    if not two or reading.determiner not in DEFINITE:
        return None
    for said in reversed(story.said[-SPEAKERS_BACK:]):
        chain = story.chains[said.chain]
        if chain.kind == "group":
            return story.link(chain, (reading.start, reading.end), "nominal", "the same two")
    pair = find_pair(story, reading.start)
    return None if pair is None else link_phrase(story, reading, "group", pair)
