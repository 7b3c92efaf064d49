"""What is known of a pronoun before its candidates are weighed: its sentence, who stands there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from attrs import Factory, define

from diplotext.speaker.name.mention import Name
from diplotext.speaker.story import Range, Story

__all__ = ["Search", "is_capital_only", "search_of"]

BASED_RE = re.compile(r"(?:,\s[A-Z][\w.]*(?:\s[A-Z]\w*)?)?-based\b")
NAMES_BEFORE = 6  # in a pronoun's sentence


@define(eq=False)
class Search:
    """One pronoun and what its candidates have gathered.

    ``behind`` says that it ends a quotation, ``first`` that no name precedes it in its sentence,
    ``lone`` is the one chain named before it there.
    """

    story: Story
    kind: str
    start: int
    sentence: int
    paragraph: int
    contents: Sequence[Range]
    quoted: bool
    behind: bool
    first: bool
    lone: int
    scores: dict[int, float] = Factory(dict)
    reasons: dict[int, str] = Factory(dict)


def search_of(story: Story, kind: str, start: int, contents: Sequence[Range]) -> Search:
    """The search for a pronoun that stands at ``start`` and says ``contents``."""
    paragraph = story.paragraph_of(start)
    return Search(
        story,
        kind,
        start,
        story.sentence_of(said_from(story, start, paragraph, contents)),
        paragraph,
        contents,
        story.is_quoted(start),
        any(a < start and story.is_quoted(a + 1) for a, _ in contents),
        is_first(story, start),
        lone_of(story, start, contents),
    )


def said_from(story: Story, start: int, paragraph: int, contents: Sequence[Range]) -> int:
    """Where a quotation begins that a pronoun ends: all its sentences are as one with it.

    Within a paragraph that begins before it.
    """
    before = min((first for first, _ in contents if first < start), default=start)
    if before == start or not story.is_quoted(before + 1):
        return start
    sentence = story.sentence_of(before)
    opener = story.sentence_starts[max(0, sentence - 1)]
    return before if sentence and story.paragraph_of(opener) == paragraph else start


def is_first(story: Story, start: int) -> bool:
    """Whether no name outside quotations stands before a pronoun in its sentence."""
    at = bisect_left(story.starts, start)
    sentence = story.sentence_of(start)
    near = reversed(story.names[max(0, at - 4) : at])
    name = next((n for n in near if not n.quoted and not is_capital_only(story, n)), None)
    return name is None or story.sentence_of(name.start) < sentence


def lone_of(story: Story, start: int, contents: Sequence[Range]) -> int:
    """The number of the one chain named before a pronoun in its sentence; -1 for none or more.

    None where words that it says stand before it: 'Okafor "was late," he said'.
    """
    at = bisect_left(story.starts, start)
    sentence, found = story.sentence_of(start), -1
    if any(first < start and story.sentence_of(first) >= sentence for first, _ in contents):
        return -1
    for name in reversed(story.names[max(0, at - NAMES_BEFORE) : at]):
        if story.sentence_of(name.start) < sentence:
            break
        if name.quoted or story.chain_of(name).kind == "adjective" or is_capital_only(story, name):
            continue
        if BASED_RE.match(story.text, name.end):
            continue  # "The Lund, Ohio-based company"
        if found not in (-1, name.chain):
            return -1
        found = name.chain
    return found


def is_capital_only(story: Story, name: Name) -> bool:
    """Whether a word has its capital from the sentence it opens: "Sitting in Lima, she said"."""
    chain = story.chain_of(name)
    return chain.kind == "unknown" and chain.opening and len(chain.keys) == 1
