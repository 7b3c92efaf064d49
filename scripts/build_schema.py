"""Write src/diplotext/formats/diplotext.schema.json from the model's declared types.

    python scripts/build_schema.py [--check]

The rules by which types become JSON are those of ``diplotext.formats.codec``; this script states
them a second time, on purpose, so that a change of either side fails a test.
"""

from __future__ import annotations

import argparse
import datetime
import inspect
import json
import sys
import types
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from attrs import NOTHING, fields

from diplotext import model
from diplotext.formats.json import OFFSET_UNIT, SCHEMA, VERSION

PATH = Path(__file__).parents[1] / "src" / "diplotext" / "formats" / "diplotext.schema.json"
SPAN = {"$ref": "#/$defs/span"}
BOUNDS = {"confidence": {"type": "number", "minimum": 0, "maximum": 1}}


def build() -> dict[str, Any]:
    """The schema as a dict."""
    definitions: dict[str, Any] = {
        "span": {
            "description": "A half-open range of the text, [start, end], in code points.",
            "type": "array",
            "prefixItems": [{"type": "integer", "minimum": 0}] * 2,
            "items": False,
            "minItems": 2,
        }
    }
    article = _object(model.Article, definitions)
    major = VERSION.split(".", maxsplit=1)[0]
    envelope = {
        "schema": {"const": SCHEMA},
        "version": {
            "description": "Major and minor.",
            "type": "string",
            "pattern": rf"^{major}\.[0-9]+$",
        },
        "offset_unit": {"const": OFFSET_UNIT},
        "id": {
            "description": "The caller's own name for the story.",
            "type": ["string", "integer"],
        },
        "text": {"description": "The whole text, as given.", "type": "string"},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        "title": "diplotext article",
        **article,
        "required": ["schema", "version", "offset_unit", "text", *article["required"]],
        "properties": {**envelope, **article["properties"]},
        "$defs": dict(sorted(definitions.items())),
    }


def _object(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    properties: dict[str, Any] = {}
    required: list[str] = []
    if issubclass(kind, model.Passage):
        properties["span"] = SPAN
        required.append("span")
    for attribute in fields(kind):
        if attribute.name in ("document", "start", "end"):
            continue
        properties[attribute.name] = BOUNDS.get(attribute.name) or _schema(
            hints[attribute.name], definitions, kind
        )
        if attribute.default is NOTHING:
            required.append(attribute.name)
    summary = inspect.getdoc(kind).split("\n\n")[0].replace("\n", " ").replace("``", "")
    return {
        "description": summary,
        "type": "object",
        "additionalProperties": False,
        "required": required,
        "properties": properties,
    }


def _schema(hint: Any, definitions: dict[str, Any], owner: Any) -> dict[str, Any]:
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        (wanted,) = (arg for arg in args if arg is not type(None))
        return {"anyOf": [_schema(wanted, definitions, owner), {"type": "null"}]}
    if origin is tuple:
        return {"type": "array", "items": _schema(args[0], definitions, owner)}
    if origin is Literal:
        return {"enum": list(args)}
    plain = {str: "string", bool: "boolean", int: "integer", float: "number"}
    if hint in plain:
        return {"type": plain[hint]}
    if hint is datetime.date:
        return {"type": "string", "format": "date"}
    if hint in (model.Passage, model.Sentence):
        return SPAN
    if hint is model.Speaker and owner is model.Attribution:
        return {"description": "A place in speakers, from 0.", "type": "integer", "minimum": 0}
    if hint.__name__ not in definitions:
        definitions[hint.__name__] = {}  # taken, before its own fields may point back at it
        definitions[hint.__name__] = _object(hint, definitions)
    return {"$ref": f"#/$defs/{hint.__name__}"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="fail where the file is out of date")
    options = parser.parse_args()
    text = json.dumps(build(), indent=2, ensure_ascii=False) + "\n"
    if options.check:
        sys.exit(PATH.read_text(encoding="utf-8") != text)
    PATH.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
