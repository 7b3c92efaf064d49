"""Where the batches end makes no difference to the rows."""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.stories import stories
from tests.strategies_model import articles

from diplotext.model import Article, Headline, Passage, Quotation

pa = pytest.importorskip("pyarrow", reason="pyarrow, the extra 'arrow', is not installed")

from diplotext.integrations.arrow import SCHEMA, parse_batch, parse_batches  # noqa: E402 - after the skip
from diplotext.integrations.rows import to_row  # noqa: E402 - after the skip


def parse(text, *, published=None):
    """Quick and plain: what is under test is the batching."""
    if text.startswith("!"):
        raise ValueError(text)
    quoted = tuple(
        Quotation(text, m.start(), m.end(), content=Passage(text, m.start() + 1, m.end() - 1))
        for m in re.finditer(r'"[^"]*"', text)
    )
    return Article(text, 0, len(text), headline=Headline(text, 0, len(text)), quotations=quoted)


TEXTS = st.none() | st.text(st.sampled_from('ab"! \n😀'), max_size=12)
ROWS = st.lists(
    st.fixed_dictionaries({"id": st.none() | st.integers(-9, 9), "text": TEXTS}), max_size=12
)
KINDS = st.sampled_from([pa.string(), pa.large_string(), pa.dictionary(pa.int8(), pa.string())])


def batch_of(rows, kind):
    text = pa.array([row["text"] for row in rows], pa.string()).cast(kind)
    ids = pa.array([row["id"] for row in rows], pa.int64())
    return pa.RecordBatch.from_arrays([ids, text], names=["id", "text"])


class TestBatchBoundaries:
    """One row out per row in, in order, the same however the rows are cut into batches."""

    @given(ROWS, KINDS, st.data())
    def test_cut_anywhere(self, rows, kind, data):
        whole = batch_of(rows, kind)
        cuts = sorted(data.draw(st.lists(st.integers(0, len(rows)), max_size=4)))
        edges = [0, *cuts, len(rows)]
        parts = [whole.slice(a, b - a) for a, b in itertools.pairwise(edges)]
        found = pa.Table.from_batches(parse_batches(parts, parse=parse), SCHEMA)
        assert found.to_pylist() == parse_batch(whole, parse=parse).to_pylist()

    @given(ROWS, KINDS)
    def test_one_row_each(self, rows, kind):
        found = parse_batch(batch_of(rows, kind), parse=parse).to_pylist()
        assert len(found) == len(rows)
        for row, result in zip(rows, found, strict=True):
            assert result["id"] == (None if row["id"] is None else str(row["id"]))
            failed = row["text"] is None or row["text"].startswith("!")
            assert (result["error"] is not None) == failed
            assert (result["headline"] is None) == failed


class TestAnyArticle:
    """Whatever article the model allows is a row of the schema, unchanged by the way there."""

    @given(articles())
    def test_row_comes_back(self, article):
        batch = pa.RecordBatch.from_pydict({"text": [article.document]})
        (row,) = parse_batch(batch, parse=lambda _text, published: article).to_pylist()
        assert row == {"id": None, **to_row(article), "error": None}


class TestDefaultParser:
    """The parser is total, so no text of a story makes an error row."""

    @given(st.lists(stories().map(lambda story: story.text), max_size=3), st.integers(0, 3))
    def test_no_errors_and_no_boundaries(self, texts, cut):
        whole = pa.RecordBatch.from_pydict({"text": pa.array(texts, pa.string())})
        found = list(parse_batches([whole.slice(0, cut), whole.slice(min(cut, len(texts)))]))
        rows = pa.Table.from_batches(found, SCHEMA).to_pylist()
        assert [row["error"] for row in rows] == [None] * len(texts)
        assert rows == parse_batch(whole).to_pylist()
