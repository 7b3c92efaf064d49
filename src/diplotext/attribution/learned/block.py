"""A paragraph as the learned stages read it, and paragraphs that have to be read together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise, repeat

from attrs import define, field

from diplotext.attribution.learned.vocabulary import Vocabulary, WordTable, WordType
from diplotext.body.token import CLOSE, OPEN, TokenTable

__all__ = ["Block", "Unit", "group_blocks", "join_blocks", "read_blocks", "tag_block"]

_MOST_JOINED = 6


@define(eq=False)
class Block:
    """One paragraph: its tokens, their records, and what the stages add.

    ``candidates`` are the tokens that can head a cue, ``pending`` those of them that stage 1 has
    to score; ``tags`` and ``sentences`` (the sentence number of each token) are filled by
    ``tag_block`` where a later stage needs them; ``cues`` maps the heads of likely cues to their
    probability.
    """

    index: int
    table: TokenTable
    types: list[WordType]
    candidates: list[int]
    pending: list[int]
    tags: list[int] = field(factory=list)
    sentences: list[int] = field(factory=list)
    cues: dict[int, float] = field(factory=dict)


@define(eq=False)
class Unit:
    """Paragraphs read as one: a colon or an open quotation leads from each to the next.

    Token indexes run through; ``bounds`` are the sentence starts and, last, the number of tokens;
    ``paragraphs`` is the paragraph number of each token, None where there is only one; ``heads``
    are the cue heads in order. ``codes`` are the tokens' characters for the chunker; ``edges`` the
    bounds again, to be asked for membership.
    """

    blocks: list[Block]
    words: list[str]
    types: list[WordType]
    tags: list[int]
    quotes: list[int]
    sentences: list[int]
    bounds: list[int]
    initials: list[int]
    paragraphs: list[int] | None
    cues: dict[int, float]
    heads: list[int]
    codes: list[str] = field(factory=list)
    edges: frozenset[int] = frozenset()
    _spans: tuple[Sequence[int], Sequence[int]] | None = None

    def __len__(self) -> int:
        return len(self.types)

    def spans(self) -> tuple[Sequence[int], Sequence[int]]:
        """The offsets of the tokens' starts and ends in the text."""
        if self._spans is None:
            tables = [block.table for block in self.blocks]
            if len(tables) == 1:
                return tables[0].starts, tables[0].ends
            starts = [start for table in tables for start in table.starts]
            self._spans = starts, [end for table in tables for end in table.ends]
        return self._spans


def read_blocks(tables: Sequence[TokenTable], types: WordTable) -> list[Block]:
    """The blocks of a story, one a table."""
    describe = types.__getitem__
    blocks = []
    for index, table in enumerate(tables):
        records = list(map(describe, table.words))
        _read_marks(table, records, describe)
        candidates = [at for at, record in enumerate(records) if record.candidate]
        blocks.append(Block(index, table, records, candidates, candidates))
    return blocks


def _read_marks(
    table: TokenTable, records: list[WordType], describe: Callable[[str], WordType]
) -> None:
    """Read the marks of all styles ("No," ``No,'' «No,») as curly ones."""
    quotes = table.quotes
    for state, known in ((OPEN, "“"), (CLOSE, "”")):
        if state in quotes:
            record = describe(known)
            for at, quote in enumerate(quotes):
                if quote == state:
                    records[at] = record


def tag_block(block: Block, vocabulary: Vocabulary) -> None:
    """Fill in the tags and the sentence numbers."""
    block.tags = vocabulary.tags.tag([record.tag_class for record in block.types])
    starts = block.table.sentence_starts
    count = len(block.types)
    if len(starts) < 2:
        block.sentences = [0] * count
        return
    sentences: list[int] = []
    for number, (start, end) in enumerate(pairwise([*starts, count])):
        sentences.extend(repeat(number, end - start))
    block.sentences = sentences


def group_blocks(blocks: Sequence[Block]) -> list[list[Block]]:
    """Runs of blocks to be read together."""
    filled = [block for block in blocks if block.types]
    groups: list[list[Block]] = []
    for block in filled:
        group = groups[-1] if groups else []
        if group and len(group) < _MOST_JOINED and block.index == group[-1].index + 1:
            last = group[-1].table
            leads_on = last.words[-1] == ":" and len(group) < 3
            runs_on = last.left_open and block.table.quotes[0] == OPEN
            if leads_on or runs_on:
                group.append(block)
                continue
        groups.append([block])
    return groups


def join_blocks(blocks: list[Block], least: float) -> Unit:
    """The unit of a group; its heads are the cues likelier than ``least``."""
    first = blocks[0]
    table = first.table
    if len(blocks) == 1:
        return Unit(
            blocks,
            table.words,
            first.types,
            first.tags,
            table.quotes,
            first.sentences,
            [*table.sentence_starts, len(first.types)],
            table.initials,
            None,
            first.cues,
            sorted(head for head, likely in first.cues.items() if likely > least),
        )
    offsets = [0, *accumulate(len(block.types) for block in blocks)]
    unit = Unit(blocks, [], [], [], [], [], [], [], [], {}, [])
    paragraphs: list[int] = []
    sentence = 0
    for number, (block, offset) in enumerate(zip(blocks, offsets, strict=False)):
        table = block.table
        unit.words += table.words
        unit.types += block.types
        unit.tags += block.tags
        unit.quotes += table.quotes
        unit.sentences += [sentence + own for own in block.sentences]
        unit.bounds += [offset + start for start in table.sentence_starts]
        unit.initials += [offset + at for at in table.initials]
        unit.cues |= {offset + head: likely for head, likely in block.cues.items()}
        paragraphs += repeat(number, len(block.types))
        sentence += len(table.sentence_starts)
    unit.bounds.append(offsets[-1])
    unit.paragraphs = paragraphs
    unit.heads = sorted(head for head, likely in unit.cues.items() if likely > least)
    return unit
