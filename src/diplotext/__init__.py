"""One wire story in, one typed document out: what it is, and who said what in it.

>>> import diplotext
>>> article = diplotext.parse("MOSCOW (TASS): Snow fell, officials said.")
>>> article.dateline.places[0].name
'Moscow'
"""

from __future__ import annotations

from diplotext.document import ArticleParser, parse
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
]
