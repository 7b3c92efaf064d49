"""Sections of an endless text: what the learned stages hold in memory at a time.

They keep tokens, lattices and candidates of a whole story until all is chosen, a hundred times
the text and more. A text longer than any story is read in sections instead, each as if it were a
story of its own of some length; a paragraph longer than a section is cut between sentences, an
endless sentence anywhere. The longest of 6,000 wire stories has 34,000 characters, so stories are
read whole.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from diplotext.body.token import TokenTable

__all__ = ["split_sections"]

_WHOLE = 50_000  # characters that are read as one
_LONGEST = 10_000  # of a section, about: half of what is held are the candidates of one


def split_sections(
    tables: Sequence[TokenTable], whole: int = _WHOLE, longest: int = _LONGEST
) -> Iterator[Sequence[TokenTable]]:
    """The tables as given up to ``whole`` characters, else in sections of about ``longest``.

    >>> from diplotext.body.token import tokenize
    >>> text = "It rained. It poured. It stopped."
    >>> tables = tokenize(text, [(0, 10), (11, 33)])
    >>> [[table.words for table in section] for section in split_sections(tables, 12, 12)]
    [[['It', 'rained', '.']], [['It', 'poured', '.']], [['It', 'stopped', '.']]]
    >>> list(split_sections(tables)) == [tables]
    True
    """
    if sum(table.end - table.start for table in tables) <= whole:
        yield tables
        return
    section: list[TokenTable] = []
    size = 0
    for table in tables:
        for part in _cut(table, longest):
            if section and size + part.end - part.start > longest:
                yield section
                section, size = [], 0
            section.append(part)
            size += part.end - part.start
    yield section


def _cut(table: TokenTable, longest: int) -> Iterator[TokenTable]:
    """The table in parts of at most ``longest`` characters, or of one token."""
    if table.end - table.start <= longest:
        yield table
        return
    starts, ends, bounds = table.starts, table.ends, [*table.sentence_starts, len(table)]
    first = 0
    while first < len(table):
        reach = max(first + 1, bisect_left(ends, starts[first] + longest))
        bound = bounds[bisect_right(bounds, reach) - 1]  # the last sentence start within reach
        stop = bound if bound > first else reach
        yield _part(table, first, stop)
        first = stop


def _part(table: TokenTable, first: int, stop: int) -> TokenTable:
    """The tokens of a range as a table of their own."""
    end = table.starts[stop] if stop < len(table) else table.end
    part = TokenTable(
        table.document,
        table.starts[first],
        end,
        table.words[first:stop],
        table.types[first:stop],
        table.quotes[first:stop],
        left_open=table.left_open and stop == len(table),
    )
    part.sentence_starts = [
        0,
        *(at - first for at in _within(table.sentence_starts, first + 1, stop)),
    ]
    part.initials = [at - first for at in _within(table.initials, first, stop)]
    return part


def _within(places: Sequence[int], first: int, stop: int) -> Sequence[int]:
    """The places from ``first`` up to ``stop``, of those in order."""
    return places[bisect_left(places, first) : bisect_left(places, stop)]
