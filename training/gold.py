"""Annotated stories as the stages see them: tokens in content, cue and source, and cue heads."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter

from attrs import define, frozen

from diplotext.attribution.learned.block import Block, read_blocks, tag_block
from diplotext.attribution.learned.tagger import TAGS
from diplotext.attribution.learned.vocabulary import CueHistory, Vocabulary, WordTable
from diplotext.body.token import OUTSIDE, TokenTable, tokenize
from training.corpus import Spans, Story

Token = tuple[int, int]  # block index, token index

_VERBS = frozenset(TAGS.index(tag) for tag in ("VBD", "VBZ", "VBP", "VB", "VBN", "VBG"))


@frozen
class GoldAttribution:
    content: list[Token]
    cue: list[Token]
    source: list[Token]
    head: Token | None


@define(eq=False)
class GoldStory:
    story: Story
    blocks: list[Block]
    attributions: list[GoldAttribution]


def tokens_of(tables: list[TokenTable], spans: Spans) -> list[Token]:
    """The tokens that the spans touch."""
    found = []
    firsts = [table.start for table in tables]
    for start, end in spans:
        for index in range(max(0, bisect_right(firsts, start) - 1), bisect_left(firsts, end)):
            table = tables[index]
            low = bisect_right(table.ends, start)
            high = bisect_left(table.starts, end)
            found += [(index, token) for token in range(low, high)]
    return found


def count_histories(stories: list[Story]) -> dict[str, CueHistory]:
    """For each word that is part of a cue: how often it is, and how often it is seen at all."""
    cues: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for story in stories:
        tables = tokenize(story.text, story.ranges)
        for table in tables:
            seen.update(
                token_type.lower
                for token_type, quote in zip(table.types, table.quotes, strict=True)
                if quote == OUTSIDE
            )
        in_cue = {
            token for annotation in story.annotations for token in tokens_of(tables, annotation.cue)
        }
        cues.update(tables[block].types[token].lower for block, token in in_cue)
    return {
        word: CueHistory(number, max(seen[word], number))
        for word, number in sorted(cues.items())
        if word[0].isalpha() and number >= 2
    }


def head_of(blocks: list[Block], cue: list[Token]) -> Token | None:
    """The token of a cue that is likeliest to be one; verbs first; a mark only if alone."""
    best, most = None, -1.0
    for block, token in cue:
        record = blocks[block].types[token]
        if not record.lower[0].isalnum():
            continue
        rate = record.cues / (record.cues / record.cue_rate + 4) if record.cues else 0.02
        if blocks[block].tags[token] in _VERBS:
            rate += 0.15
        if rate > most:
            best, most = (block, token), rate
    return best or (cue[0] if cue else None)


def read_gold(story: Story, words: WordTable, vocabulary: Vocabulary) -> GoldStory:
    """A story's blocks, tagged, and its attributions by token."""
    tables = tokenize(story.text, story.ranges)
    blocks = read_blocks(tables, words)
    for block in blocks:
        if block.types:
            tag_block(block, vocabulary)
    attributions = []
    for annotation in story.annotations:
        content = tokens_of(tables, annotation.content)
        if content:
            cue = tokens_of(tables, annotation.cue)
            source = tokens_of(tables, annotation.source)
            attributions.append(GoldAttribution(content, cue, source, head_of(blocks, cue)))
    return GoldStory(story, blocks, attributions)


def count_candidates(stories: list[GoldStory], least: float = 0.005) -> frozenset[str]:
    """The words that head a cue in at least this share of their occurrences."""
    heads: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for story in stories:
        for block in story.blocks:
            seen.update(record.lower for record in block.types)
        for block_index, token in {a.head for a in story.attributions if a.head}:
            heads[story.blocks[block_index].types[token].lower] += 1
    return frozenset(
        word for word, number in heads.items() if number >= least * seen[word] and word[0].isalnum()
    )
