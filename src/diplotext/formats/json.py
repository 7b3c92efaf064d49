"""The model as JSON: every node with its offsets, exact in both directions.

One object a story: an envelope (``schema``, ``version``, ``offset_unit``), the whole ``text``, and
under it the model, field by field, by the names that it has in Python. A bare range is
``[start, end]``, a node with fields of its own an object with a ``span``; an attribution names
its speaker by the place in ``speakers``. ``diplotext.schema.json``, beside this module, is the
JSON Schema of what is written.

Readers are strict about the version they know: an unknown key is an error, with its path. What a
later minor version (``1.1``) adds they leave out, and a later major version they refuse.
"""

from __future__ import annotations

import json
from typing import Any

from diplotext.errors import FormatError
from diplotext.formats.body import check_article
from diplotext.formats.codec import read_node, read_speakers, write_node
from diplotext.formats.context import Mistake, Reader, Writer
from diplotext.lazy_pattern import lazy_regex
from diplotext.model import Article

__all__ = ["OFFSET_UNIT", "SCHEMA", "VERSION", "from_dict", "from_json", "to_dict", "to_json"]

SCHEMA = "https://diplotext.readthedocs.io/schema/1.json"
VERSION = "1.0"
OFFSET_UNIT = "code point"

StoryId = str | int | None

VERSION_RE = lazy_regex(r"(?P<major>\d+)\.(?P<minor>\d+)")
# Two halves of a pair, each a code point of its own in Python, are one code point in JSON.
PAIR_RE = lazy_regex(r"[\ud800-\udbff][\udc00-\udfff]")
SURROGATE_RE = lazy_regex(r"[\ud800-\udfff]")


def to_dict(article: Article, *, id: StoryId = None) -> dict[str, Any]:
    """The article as dicts, lists, strings and numbers, ready for any JSON writer.

    ``id`` is the caller's own name for the story; it is written, and left out by the reader.

    Raises ``FormatError`` for an article built by hand that is no tree over one text: a node of
    another string, or an attribution whose speaker is not among the article's.

    >>> article = Article("He left.", 0, 8)
    >>> data = to_dict(article)
    >>> data["version"], data["span"], data["headline"], data["attributions"]
    ('1.0', [0, 8], None, [])
    >>> from_dict(data) == article
    True
    """
    check_article(article)
    writer = Writer(article.document, article.speakers)
    try:
        body = write_node(article, writer)
    except Mistake as mistake:
        raise mistake.to_error() from None
    envelope = {"schema": SCHEMA, "version": VERSION, "offset_unit": OFFSET_UNIT}
    named = {} if id is None else {"id": id}
    return {**envelope, **named, "text": article.document, **body}


def from_dict(data: Any) -> Article:
    """The article that ``to_dict`` wrote, equal to the first one in every node.

    Raises ``FormatError`` with the JSON path of what is wrong.

    >>> from_dict({"version": "1.0", "text": "He left.", "span": [0, 9]})
    Traceback (most recent call last):
    diplotext.errors.FormatError: $.span: ends after the text, which has 8 code points
    """
    if not isinstance(data, dict):
        raise FormatError("$", f"an object is needed, not {type(data).__name__}")
    is_newer = _check_envelope(data)
    text = data["text"]
    body = {key: value for key, value in data.items() if key not in ENVELOPE}
    reader = Reader(text, is_newer)
    try:
        # The speakers come first: attributions point at them.
        read_speakers(data.get("speakers", []), reader)
        article: Article = read_node(Article, body, reader)
    except Mistake as mistake:
        raise mistake.to_error() from None
    return article


def to_json(article: Article, *, id: StoryId = None, indent: int | None = None) -> str:
    r"""The article as JSON; on one line unless ``indent`` is given.

    Lone surrogates are escaped, so that the result can be written as UTF-8. Raises ``FormatError``
    as ``to_dict`` does, and for a text that holds the two halves of a surrogate pair as two code
    points, which JSON cannot tell from one.

    >>> from_json(to_json(Article("\ud83d", 0, 1))).text
    '\ud83d'
    """
    check_article(article)
    if PAIR_RE.search(article.document):
        raise FormatError("$.text", "JSON cannot hold the halves of a surrogate pair apart")
    separators = (",", ":") if indent is None else (",", ": ")
    written = json.dumps(
        to_dict(article, id=id),
        ensure_ascii=False,
        allow_nan=False,
        indent=indent,
        separators=separators,
    )
    return SURROGATE_RE.sub(lambda match: f"\\u{ord(match.group()):04x}", written)


def from_json(data: str | bytes) -> Article:
    """The article that ``to_json`` wrote. ``data`` can be UTF-8 bytes.

    Raises ``FormatError`` for what is no JSON, and as ``from_dict`` does.

    >>> from_json("[]")
    Traceback (most recent call last):
    diplotext.errors.FormatError: $: an object is needed, not list
    """
    try:
        loaded = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise FormatError("$", f"no JSON: {error}") from error
    return from_dict(loaded)


ENVELOPE = frozenset({"schema", "version", "offset_unit", "id", "text"})


def _check_envelope(data: dict[str, Any]) -> bool:
    """Whether a later minor version wrote this."""
    version = data.get("version")
    match = VERSION_RE.fullmatch(version) if isinstance(version, str) else None
    if match is None:
        raise FormatError("$.version", f"a version such as {VERSION!r} is needed, not {version!r}")
    major, minor = (int(part) for part in VERSION.split("."))
    if int(match["major"]) != major:
        raise FormatError("$.version", f"{version} cannot be read: this release reads {major}.x")
    if data.get("offset_unit", OFFSET_UNIT) != OFFSET_UNIT:
        raise FormatError("$.offset_unit", f"only {OFFSET_UNIT!r} can be read")
    if not isinstance(data.get("text"), str):
        raise FormatError("$.text", "a string is needed")
    return int(match["minor"]) > minor
