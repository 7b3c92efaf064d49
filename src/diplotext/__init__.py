"""One wire story in, one typed document out: what it is, and who said what in it.

>>> import diplotext
>>> article = diplotext.parse("MOSCOW (TASS): Snow fell, officials said.")
>>> article.dateline.places[0].name
'Moscow'
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from diplotext.errors import DiplotextError, FormatError, ParseError, WeightsError
from diplotext.model import (
    Agency,
    Article,
    Attribution,
    Byline,
    Credit,
    Cue,
    Dateline,
    Headline,
    Mention,
    Notice,
    Paragraph,
    Passage,
    Place,
    Quotation,
    Reason,
    Residue,
    Sentence,
    Slugline,
    Source,
    Speaker,
)

if TYPE_CHECKING:
    from diplotext.document import ArticleParser, parse, warm_up
    from diplotext.parallel import parse_many

__version__ = "0.1.0"

__all__ = [
    "Agency",
    "Article",
    "ArticleParser",
    "Attribution",
    "Byline",
    "Credit",
    "Cue",
    "Dateline",
    "DiplotextError",
    "FormatError",
    "Headline",
    "Mention",
    "Notice",
    "Paragraph",
    "ParseError",
    "Passage",
    "Place",
    "Quotation",
    "Reason",
    "Residue",
    "Sentence",
    "Slugline",
    "Source",
    "Speaker",
    "WeightsError",
    "__version__",
    "parse",
    "parse_many",
    "warm_up",
]

# The parser and its patterns are imported when first asked for: who only reads stored articles,
# or asks for the version, does not wait for them.
_ON_DEMAND = {
    "ArticleParser": "diplotext.document",
    "parse": "diplotext.document",
    "parse_many": "diplotext.parallel",
    "warm_up": "diplotext.document",
}


def __getattr__(name: str) -> object:
    if name not in _ON_DEMAND:
        raise AttributeError(f"module 'diplotext' has no attribute {name!r}")
    value: object = getattr(importlib.import_module(_ON_DEMAND[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
