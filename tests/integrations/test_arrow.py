import datetime
import pickle
import re
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

pa = pytest.importorskip("pyarrow", reason="pyarrow, the extra 'arrow', is not installed")

from diplotext.integrations import arrow  # noqa: E402 - after the skip
from diplotext.integrations.arrow import (  # noqa: E402 - after the skip
    SCHEMA,
    parse_batch,
    parse_batches,
    parse_table,
)
from diplotext.integrations.rows import to_row  # noqa: E402 - after the skip

DAY = datetime.date(2024, 5, 2)


@pytest.fixture
def parsed(by_hand):
    def parse(columns, **options):
        batch = pa.RecordBatch.from_pydict(columns)
        found = parse_batch(batch, **{"parse": by_hand, **options})
        assert found.schema.equals(SCHEMA, check_metadata=True)
        assert found.num_rows == batch.num_rows
        found.validate(full=True)
        return found.to_pylist()

    return parse


def errors(rows):
    return [row["error"] for row in rows]


def test_schema_says_its_version_and_unit():
    assert SCHEMA.metadata[b"diplotext.schema"] == b"1"
    assert SCHEMA.metadata[b"diplotext.offset_unit"] == b"code point"


def test_row_is_the_articles(parsed, story, by_hand):
    (row,) = parsed({"id": ["a"], "text": [story], "published": [DAY]})
    assert row == {"id": "a", **to_row(by_hand(story, published=DAY)), "error": None}


def test_rows_keep_their_order(parsed):
    rows = parsed({"id": ["b", "a", "c"], "text": ["B", "A", "C"]})
    assert [(row["id"], row["headline"]["text"]) for row in rows] == [
        ("b", "B"),
        ("a", "A"),
        ("c", "C"),
    ]


def test_other_column_names(parsed):
    rows = parsed({"url": ["u"], "body": ["B"]}, id="url", text="body")
    assert (rows[0]["id"], rows[0]["headline"]["text"]) == ("u", "B")


@pytest.mark.parametrize(
    ("kind", "value", "printed"),
    [
        (pa.string(), "x", "x"),
        (pa.large_string(), "x", "x"),
        (pa.int64(), -7, "-7"),
        (pa.uint8(), 7, "7"),
        (pa.date32(), DAY, "2024-05-02"),
        (pa.binary(), b"x", "x"),
        (pa.null(), None, None),
        (pa.int64(), None, None),
        (pa.dictionary(pa.int8(), pa.string()), "x", "x"),
        (pa.list_(pa.int8()), [1, 2], "[1, 2]"),
    ],
)
def test_id_of_any_type_comes_out_as_string(parsed, kind, value, printed):
    rows = parsed({"id": pa.array([value], kind), "text": ["T"]})
    assert (rows[0]["id"], rows[0]["error"]) == (printed, None)


@pytest.mark.parametrize(
    "kind",
    [
        pa.string(),
        pa.large_string(),
        pa.string_view(),
        pa.dictionary(pa.int32(), pa.string()),
        pa.dictionary(pa.int8(), pa.large_string()),
    ],
)
def test_text_of_any_string_layout(parsed, kind):
    rows = parsed({"text": pa.array(["One", None, "One"], pa.string()).cast(kind)})
    assert errors(rows) == [None, "no text", None]
    assert rows[0]["headline"]["text"] == "One"
    assert rows[1]["headline"] is None


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        (pa.array([b"x"]), "text is binary, not string"),
        (pa.array([1]), "text is int64, not string"),
        (pa.array([["x"]]), "text is list"),
        (pa.nulls(1), "no text"),
    ],
)
def test_wrong_type_of_text_is_an_error_row(parsed, texts, message):
    rows = parsed({"id": ["a"], "text": texts})
    assert rows[0]["id"] == "a"
    assert rows[0]["error"].startswith(message)


def test_no_such_column_is_an_error_row(parsed):
    assert errors(parsed({"body": ["x"]})) == ["no column 'text'"]


def invalid_text():
    """A string array whose bytes are no UTF-8, as an unchecked writer can leave it."""
    offsets = pa.py_buffer(bytes([0, 0, 0, 0, 1, 0, 0, 0, 3, 0, 0, 0]))
    return pa.Array.from_buffers(pa.string(), 2, [None, offsets, pa.py_buffer(b"A\xff\xfe")])


def test_bytes_that_are_no_text_are_an_error_row(parsed):
    rows = parsed({"text": invalid_text()})
    assert rows[0]["headline"]["text"] == "A"
    assert rows[1]["error"].startswith("UnicodeDecodeError")


@pytest.mark.parametrize(
    ("kind", "value", "day"),
    [
        (pa.date32(), DAY, DAY),
        (pa.date64(), DAY, DAY),
        (pa.timestamp("us"), datetime.datetime(2024, 5, 2, 23, 59, tzinfo=datetime.UTC), DAY),
        (pa.timestamp("ns"), 1714651199123456789, DAY),
        (pa.string(), "2024-05-02", DAY),
        (pa.string(), "2024-05-02T23:59:00+03:00", DAY),
        (pa.large_string(), "2024-05-02T23:59:00Z", DAY),
        (pa.string(), "", None),
        (pa.string(), None, None),
        (pa.null(), None, None),
    ],
)
def test_published(parsed, story, kind, value, day):
    (row,) = parsed({"text": [story], "published": pa.array([value], kind)})
    assert row["error"] is None
    assert row["attributions"][0]["date"] == day


@pytest.mark.parametrize(
    ("published", "message"),
    [
        (pa.array(["Thursday"]), "published is no date: 'Thursday'"),
        (pa.array([20240502]), "published is int64, no date"),
    ],
)
def test_published_that_is_no_date_is_an_error_row(parsed, published, message):
    assert errors(parsed({"text": ["T"], "published": published})) == [message]


def test_max_chars(parsed):
    rows = parsed({"text": ["12345", "123456"]}, max_chars=5)
    assert errors(rows) == [None, "text of 6 characters, more than max_chars=5"]


def test_parser_that_fails_is_an_error_row(parsed, by_hand):
    def parse(text, *, published):
        if text == "bad":
            raise RecursionError("too deep \udc00")
        return by_hand(text, published=published)

    rows = parsed({"id": [1, 2], "text": ["bad", "good"]}, parse=parse)
    assert errors(rows) == ["RecursionError: too deep ?", None]
    assert rows[0]["id"] == "1"
    assert rows[0]["attributions"] is None


def test_row_that_does_not_fit_the_schema_is_an_error_row(parsed, by_hand):
    from attrs import evolve

    def parse(text, *, published):
        article = by_hand(text, published=published)
        end = 2**31 if text == "huge" else 1
        return evolve(article, headline=evolve(article.headline, end=end))

    rows = parsed({"text": ["huge", "good"]}, parse=parse)
    assert rows[0]["error"]
    assert rows[0]["headline"] is None
    assert rows[1]["headline"]["text"] == "g"


def test_empty_batch(parsed):
    assert parsed({"text": pa.array([], pa.string())}) == []
    assert parsed({}) == []


@pytest.mark.parametrize("size", [199, 200, 201, 450])
def test_large_batch_is_still_one(parsed, size):
    rows = parsed({"id": range(size), "text": [str(number) for number in range(size)]})
    assert [row["headline"]["text"] for row in rows] == [row["id"] for row in rows]


def test_batches_are_read_as_asked_for(by_hand):
    read = []

    def batches():
        for text in "AB":
            read.append(text)
            yield pa.RecordBatch.from_pydict({"text": [text]})

    found = parse_batches(batches(), parse=by_hand)
    assert next(found).num_rows == 1
    assert read == ["A"]


def test_table_in_chunks(by_hand):
    table = pa.table({"text": pa.chunked_array([["A"], ["B", "C"], []], pa.string())})
    found = parse_table(table, parse=by_hand)
    assert [row["headline"]["text"] for row in found.to_pylist()] == ["A", "B", "C"]
    assert parse_table(table.slice(0, 0)).schema.equals(SCHEMA, check_metadata=True)


def test_table_of_another_library(by_hand):
    class Frame:
        """Another library's table: all that is known of it is the stream protocol."""

        def __arrow_c_stream__(self, requested_schema=None):
            text = pa.array(["A", None], pa.string_view())
            return pa.table({"text": text}).__arrow_c_stream__(requested_schema)

    assert errors(parse_table(Frame(), parse=by_hand).to_pylist()) == [None, "no text"]


@pytest.mark.parametrize("batch", [None, {"text": ["A."]}, pa.chunked_array([["A."]])])
def test_what_is_no_batch_is_named(batch):
    with pytest.raises(TypeError, match=f"not {type(batch).__name__}; parse_table takes a table"):
        parse_batch(batch)
    with pytest.raises(TypeError, match="not ChunkedArray"):
        list(parse_batches(pa.table({"text": ["A."]})))  # goes through a table's columns


@pytest.mark.parametrize("function", [parse_batch, parse_batches, parse_table])
def test_functions_pickle_by_reference(function):
    assert pickle.loads(pickle.dumps(function)) is function
    assert len(pickle.dumps(partial(function, text="body"))) < 200


def test_default_parser(story):
    """The pipeline itself, once through: the fields arrive, the error is null."""
    batch = pa.RecordBatch.from_pydict({"text": [story], "published": [DAY]})
    (row,) = parse_batch(batch).to_pylist()
    assert row["error"] is None
    assert row["dateline"]["agencies"] == ["TASS"]
    assert "Ivan Petrov" in [said["speaker_name"] for said in row["attributions"]]


def test_without_pyarrow_the_message_says_what_to_install():
    code = (
        "import sys; sys.modules['pyarrow'] = None\n"
        "try: import diplotext.integrations.arrow\n"
        "except ImportError as error: print(error.name, error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("pyarrow ")
    assert "diplotext[arrow]" in done.stdout


def test_all_names_are_there():
    assert all(hasattr(arrow, name) for name in arrow.__all__)


@pytest.mark.parametrize("table", [["A."], "A.", None])
def test_what_is_no_table_is_named(table):
    with pytest.raises(TypeError, match=f"table: a table is needed, not {type(table).__name__}"):
        arrow.parse_table(table)


def test_reference_names_every_column():
    page = Path(__file__).parents[2] / "docs" / "reference" / "integrations.md"
    rows = re.findall(r"^\| (`.*?) \|", page.read_text(encoding="utf-8"), re.MULTILINE)
    documented = [name for row in rows for name in re.findall(r"`(\w+)`", row)]
    said = [field.name for field in SCHEMA.field("attributions").type.value_type]
    assert documented == [*SCHEMA.names, *(name for name in said if name not in {"start", "end"})]
