"""The article in other people's formats, one module a format; the model knows none of them.

``json`` is the model itself, exact in both directions. The others go one way: ``ninjs`` and
``nitf`` (IPTC), ``schema_org`` (JSON-LD), ``standoff`` (brat), ``html``, ``tree`` (a terminal).
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from diplotext.formats.json import from_dict, from_json, to_dict, to_json

if TYPE_CHECKING:
    from diplotext.formats.html import to_html
    from diplotext.formats.ninjs import to_ninjs
    from diplotext.formats.nitf import to_nitf
    from diplotext.formats.schema_org import to_schema_org
    from diplotext.formats.standoff import to_standoff
    from diplotext.formats.tree import to_tree

__all__ = [
    "from_dict",
    "from_json",
    "to_dict",
    "to_html",
    "to_json",
    "to_ninjs",
    "to_nitf",
    "to_schema_org",
    "to_standoff",
    "to_tree",
]


def __getattr__(name: str) -> object:
    # A writer is imported when first asked for: who reads stored articles needs none.
    if name not in __all__:
        raise AttributeError(f"module 'diplotext.formats' has no attribute {name!r}")
    module = importlib.import_module(f"diplotext.formats.{name.removeprefix('to_')}")
    value: object = getattr(module, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
