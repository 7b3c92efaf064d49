"""Names in a headline: "Lavrov" looks forward to the name in the body."""

from __future__ import annotations

from diplotext.speaker.chain import Chain
from diplotext.speaker.mention import Name, read_name
from diplotext.speaker.name import is_compatible
from diplotext.speaker.run import runs_of
from diplotext.speaker.story import Story

__all__ = ["names_of_headline"]


def names_of_headline(story: Story, start: int, end: int) -> list[Name]:
    """The names of a headline's source, each with the body's chain or a new one."""
    found = []
    for at, words, stop in runs_of(story.text, start, end):
        name = read_name(story.text, at, words, stop)
        if name is None:
            continue
        chain = chain_of(story, name)
        if chain is None:
            chain = story.start_chain(name.kind, name.words, name.keys)
            chain.add(name, "headline")
            chain.starts = (name.start,)
        name.chain = chain.number
        name.reason = "headline"
        found.append(name)
    return found


def chain_of(story: Story, name: Name) -> Chain | None:
    """The chain of the body: of the same name, of the family name, of any of its names."""
    by_family: Chain | None = None
    by_part: Chain | None = None
    single = len(name.keys) == 1
    for chain in story.chains[: story.named]:
        if chain.kind == "adjective":
            continue
        if chain.keys == name.keys:
            return chain
        if by_family is None and len(chain.keys) > 1 and chain.keys[-1] == name.keys[-1]:
            tail = chain.keys[-len(name.keys) :] == name.keys
            if tail or is_compatible(chain.keys, name.keys):
                by_family = chain
        if not single and by_part is None and chain.kind == "organization":
            # "First Harbour" in the headline, "First Harbour Bancorp" in the body.
            by_part = chain if chain.keys[: len(name.keys)] == name.keys else None
        if single and by_part is None:
            # "Helen" in the headline, "Helen Marsh" in the body.
            given = chain.keys[0] == name.keys[0] and chain.kind in ("person", "unknown")
            if given or any(known.keys == name.keys for known in chain.names):
                by_part = chain
    return by_family or by_part
