"""Arrow record batches of stories in, record batches of parsed stories out.

What Spark, Ray, Dask, DuckDB and Polars have in common is the Arrow record batch; these functions
map one to another and so run inside any of them. One row comes out for each row that goes in, in
order, whatever the row holds: what cannot be parsed has its reason in the ``error`` column.
The functions live at module level and keep no state, so they pickle by reference.

Needs the extra ``diplotext[arrow]``.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from typing import Any

try:
    import pyarrow as pa
except ImportError as missing:
    raise ImportError(
        "diplotext.integrations.arrow needs pyarrow: pip install 'diplotext[arrow]'",
        name="pyarrow",
    ) from missing

from diplotext.document import parse as parse_story
from diplotext.integrations.arrow_schema import SCHEMA, SCHEMA_VERSION
from diplotext.integrations.rows import Row, to_row
from diplotext.model import Article

__all__ = ["SCHEMA", "SCHEMA_VERSION", "parse_batch", "parse_batches", "parse_table"]

# As Python objects a row of some twenty attributions takes 60 kB, as Arrow 10.
ROWS_AT_ONCE = 200

_TEXT_TYPES = (pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view)


class _RowError(Exception):
    """A row that cannot be parsed; the message goes to its ``error`` column."""


def parse_batch(
    batch: pa.RecordBatch,
    *,
    text: str = "text",
    id: str = "id",
    published: str = "published",
    max_chars: int | None = None,
    parse: Callable[..., Article] = parse_story,
) -> pa.RecordBatch:
    r"""A batch with one row for each row of the given one, in order, with ``SCHEMA``.

    ``text``, ``id`` and ``published`` name the columns. Text is a string column of any layout
    (plain, large, view, dictionary). The id comes out as a string, whatever its type; it and
    the date can be missing, as columns or in a row. A date is a date, a timestamp or ISO text.
    Rows whose text is longer than ``max_chars`` code points are not parsed. ``parse`` can be the
    method of another ``ArticleParser``.

    Nothing raises for what a batch holds: a row without text, with a date that is none, or on
    which the parser fails has its reason in ``error`` and null in all columns but ``id``. A row
    does not depend on the rows around it, so batch boundaries do not matter.

    >>> stories = pa.RecordBatch.from_pydict(
    ...     {"id": [7, 8], "text": ["Talks resume\n\nGENEVA (TASS) - Envoys met.", None]}
    ... )
    >>> rows = parse_batch(stories).to_pylist()
    >>> rows[0]["id"], rows[0]["headline"]["text"], rows[0]["error"]
    ('7', 'Talks resume', None)
    >>> rows[1]["id"], rows[1]["headline"], rows[1]["error"]
    ('8', None, 'no text')
    """
    if not isinstance(batch, pa.RecordBatch | pa.Table):
        kind = type(batch).__name__
        raise TypeError(f"batch: a RecordBatch is needed, not {kind}; parse_table takes a table")
    columns = [_column(batch, name) for name in (id, text, published)]

    def parse_row(number: int) -> Row:
        row: Row = {}
        try:
            row["id"] = _id_at(columns[0], number)
            story = _text_at(columns[1], number, text, max_chars)
            day = _date_at(columns[2], number)
            row |= to_row(parse(story, published=day))
        except _RowError as error:
            row["error"] = str(error)
        except Exception as error:  # noqa: BLE001  (one story must not end a job of millions)
            row["error"] = _printed(error)
        return row

    size = batch.num_rows
    parts = [
        _to_batch([parse_row(number) for number in range(start, min(start + ROWS_AT_ONCE, size))])
        for start in range(0, max(size, 1), ROWS_AT_ONCE)
    ]
    return _joined(parts)


def parse_batches(batches: Iterable[pa.RecordBatch], **options: Any) -> Iterator[pa.RecordBatch]:
    """The batches parsed one at a time, as asked for; options as in ``parse_batch``.

    This is the shape of Spark's ``mapInArrow``.

    >>> list(parse_batches([]))
    []
    """
    for batch in batches:
        yield parse_batch(batch, **options)


def parse_table(table: Any, **options: Any) -> pa.Table:
    """The table parsed, chunk by chunk; options as in ``parse_batch``.

    A table is a ``pyarrow.Table`` or anything that hands out an Arrow stream
    (``__arrow_c_stream__``): a Polars frame, a DuckDB relation. This is the shape of Ray Data's
    ``map_batches(batch_format="pyarrow")``.

    >>> parse_table(pa.table({"text": ["Envoys met.", ""]})).num_rows
    2
    """
    batches = _table_of(table).to_batches()
    return pa.Table.from_batches(parse_batches(batches, **options), SCHEMA)


def _table_of(table: Any) -> pa.Table:
    if isinstance(table, pa.Table):
        return table
    try:
        return pa.table(table)
    except (TypeError, ValueError):
        kind, hint = type(table).__name__, "parse_many takes a list of stories"
        raise TypeError(f"table: a table is needed, not {kind}; {hint}") from None


def _column(batch: pa.RecordBatch, name: str) -> Any:
    """The column of this name as a plain array, or None; of several the first."""
    indices = batch.schema.get_all_field_indices(name)
    if not indices:
        return None
    column = batch.column(indices[0])
    return column.dictionary_decode() if pa.types.is_dictionary(column.type) else column


def _id_at(column: Any, number: int) -> str | None:
    if column is None:
        return None
    value = column[number]
    if not value.is_valid:
        return None
    try:
        return _string(value.cast(pa.string()))
    except pa.ArrowNotImplementedError:  # a UUID, say
        return str(value.as_py())


def _text_at(column: Any, number: int, name: str, max_chars: int | None) -> str:
    if column is None:
        raise _RowError(f"no column {name!r}")
    if not (_is_text(column.type) or pa.types.is_null(column.type)):
        raise _RowError(f"text is {column.type}, not string")
    value = _string(column[number])
    if value is None:
        raise _RowError("no text")
    if max_chars is not None and len(value) > max_chars:
        raise _RowError(f"text of {len(value)} characters, more than max_chars={max_chars}")
    return value


def _date_at(column: Any, number: int) -> datetime.date | None:
    value = None if column is None else column[number]
    if value is None or not value.is_valid:
        return None
    if pa.types.is_date(value.type) or pa.types.is_timestamp(value.type):
        # The cast, unlike as_py, does not ask for pandas where a timestamp has nanoseconds.
        day: datetime.date = value.cast(pa.date32()).as_py()
        return day
    if not _is_text(value.type):
        raise _RowError(f"published is {value.type}, no date")
    printed = _string(value)
    try:
        return datetime.datetime.fromisoformat(printed).date() if printed else None
    except ValueError:
        raise _RowError(f"published is no date: {printed!r}") from None


def _is_text(kind: Any) -> bool:
    return any(is_kind(kind) for is_kind in _TEXT_TYPES)


def _string(value: Any) -> str | None:
    plain: str | None = value.as_py()
    return plain


def _printed(error: Exception) -> str:
    """The error in a line that Arrow takes: no lone surrogates."""
    return f"{type(error).__name__}: {error}".encode(errors="replace").decode()


def _joined(parts: list[pa.RecordBatch]) -> pa.RecordBatch:
    if len(parts) == 1:
        return parts[0]
    (batch,) = pa.Table.from_batches(parts, SCHEMA).combine_chunks().to_batches()
    return batch


def _to_batch(rows: list[Row]) -> pa.RecordBatch:
    """The rows as a batch; a row that does not fit the schema becomes an error row."""
    try:
        return pa.RecordBatch.from_pylist(rows, schema=SCHEMA)
    except Exception:  # noqa: BLE001  (offsets past int32, or another parser's odd values)
        return pa.RecordBatch.from_pylist([_fitted(row) for row in rows], schema=SCHEMA)


def _fitted(row: Row) -> Row:
    try:
        pa.RecordBatch.from_pylist([row], schema=SCHEMA)
    except Exception as error:  # noqa: BLE001  (offsets past int32, or another parser's odd values)
        return {"id": row.get("id"), "error": _printed(error)}
    return row
