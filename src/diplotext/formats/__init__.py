"""The article in other people's formats, one module a format; the model knows none of them.

``json`` is the model itself, exact in both directions. The others go one way: ``ninjs`` and
``nitf`` (IPTC), ``schema_org`` (JSON-LD), ``standoff`` (brat), ``html``.
"""

from __future__ import annotations

from diplotext.formats.json import from_dict, from_json, to_dict, to_json

__all__ = ["from_dict", "from_json", "to_dict", "to_json"]
