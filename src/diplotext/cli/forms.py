"""What the command writes of a story: a tree for the eye, the model, or another format.

Each form is a function of the article and the story's id, and gives whole lines. A writer is
imported when it is first asked for.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable
from typing import Any

from attrs import frozen

from diplotext.cli.inputs import Story
from diplotext.document import ArticleParser
from diplotext.errors import FormatError
from diplotext.model import Article

__all__ = ["FORMS", "Show"]


def _json(article: Article, name: str | int) -> str:
    from diplotext.formats.json import to_json

    return to_json(article, id=name, indent=2)


def _jsonl(article: Article, name: str | int) -> str:
    from diplotext.formats.json import to_json

    return to_json(article, id=name)


def _ninjs(article: Article, name: str | int) -> str:
    from diplotext.formats.ninjs import to_ninjs

    return _line(to_ninjs(article, uri=str(name)))


def _schema_org(article: Article, name: str | int) -> str:
    from diplotext.formats.schema_org import to_schema_org

    return _line(to_schema_org(article, url=str(name) if "://" in str(name) else None))


def _nitf(article: Article, _: str | int) -> str:
    from diplotext.formats.nitf import to_nitf

    return to_nitf(article)


def _html(article: Article, _: str | int) -> str:
    from diplotext.formats.html import to_html

    return to_html(article)


def _standoff(article: Article, _: str | int) -> str:
    from diplotext.formats.standoff import to_standoff

    return to_standoff(article)


def _line(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


FORMS: dict[str, Callable[[Article, str | int], str]] = {
    "json": _json,
    "jsonl": _jsonl,
    "ninjs": _ninjs,
    "nitf": _nitf,
    "schema-org": _schema_org,
    "html": _html,
    "standoff": _standoff,
}


@frozen
class Show:
    """Parses a story and shows it in one of ``FORMS``, or as a tree of a width if ``form`` is None.

    ``weights`` is the path of a weights file, None for the package's own.
    """

    form: str | None
    width: int
    weights: str | None = None

    def __call__(self, story: Story) -> str | FormatError:
        """What is to be written of the story, or why it cannot be."""
        article = _parser(self.weights).parse(story.text, published=story.published)
        if self.form is None:
            from diplotext.formats.tree import to_tree

            return to_tree(article, name=str(story.id), width=self.width) + "\n"
        try:
            shown = FORMS[self.form](article, story.id)
        except FormatError as error:
            return error
        return shown if shown.endswith("\n") or not shown else shown + "\n"


@functools.cache
def _parser(weights: str | None) -> ArticleParser:
    if weights is None:
        return ArticleParser()
    from diplotext.attribution import load_weights

    return ArticleParser(weights=load_weights(weights))
