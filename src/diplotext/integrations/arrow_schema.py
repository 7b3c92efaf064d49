"""The columns of a parsed story in Arrow: ``SCHEMA``. Imported by way of ``integrations.arrow``."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

__all__ = ["SCHEMA", "SCHEMA_VERSION"]

SCHEMA_VERSION = "1"

# Offsets are Python's: code points, which are what Spark's and DuckDB's substring count too, but
# not Java's or JavaScript's own strings (UTF-16 units) nor Rust's (bytes).
_SPAN = [pa.field("start", pa.int32()), pa.field("end", pa.int32())]
_PASSAGE = [*_SPAN, pa.field("text", pa.string())]
_PLACE = pa.struct({"name": pa.string(), "region": pa.string(), "country": pa.string()})


def _extended(base: list[Any], **more: Any) -> Any:
    return pa.struct([*base, *(pa.field(name, kind) for name, kind in more.items())])


_BYLINE = _extended(_PASSAGE, names=pa.list_(pa.string()), agency=pa.string())
_DATELINE = _extended(
    _PASSAGE,
    places=pa.list_(_PLACE),
    agencies=pa.list_(pa.string()),
    date=pa.date32(),
)
_QUOTATION = _extended(_SPAN, content=pa.struct(_PASSAGE), role=pa.string(), continues=pa.bool_())
_ATTRIBUTION = _extended(
    _SPAN,
    content=pa.list_(pa.struct(_PASSAGE)),
    cue=_extended(_PASSAGE, lemma=pa.string(), stance=pa.string()),
    source=_extended(_PASSAGE, form=pa.string()),
    speaker=pa.int32(),
    speaker_name=pa.string(),
    kind=pa.string(),
    zone=pa.string(),
    date=pa.date32(),
    occasion=pa.struct(_PASSAGE),
    medium=pa.struct(_PASSAGE),
    addressee=pa.struct(_PASSAGE),
    confidence=pa.float64(),
)
_SPEAKER = pa.struct(
    {
        "name": pa.string(),
        "given_name": pa.string(),
        "family_name": pa.string(),
        "kind": pa.string(),
        "titles": pa.list_(pa.string()),
        "affiliation": pa.string(),
        "mentions": pa.list_(_extended(_PASSAGE, form=pa.string())),
    }
)
_CREDIT = _extended(_PASSAGE, role=pa.string(), names=pa.list_(pa.string()), place=_PLACE)

SCHEMA: pa.Schema = pa.schema(
    {
        "id": pa.string(),
        "slugline": pa.struct(_PASSAGE),
        "headline": pa.struct(_PASSAGE),
        "byline": _BYLINE,
        "dateline": _DATELINE,
        "paragraphs": pa.list_(pa.struct(_SPAN)),
        "quotations": pa.list_(_QUOTATION),
        "attributions": pa.list_(_ATTRIBUTION),
        "speakers": pa.list_(_SPEAKER),
        "credits": pa.list_(_CREDIT),
        "notices": pa.list_(_extended(_PASSAGE, kind=pa.string())),
        "residue": pa.list_(pa.struct(_SPAN)),
        "error": pa.string(),
    },
    metadata={"diplotext.schema": SCHEMA_VERSION, "diplotext.offset_unit": "code point"},
)
"""The schema of every batch that comes out: constant, whatever goes in."""
