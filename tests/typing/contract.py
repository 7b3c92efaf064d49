"""The typing contract: checked by mypy in tests/test_typing.py, never run."""

import datetime
from collections.abc import Iterator
from typing import Literal, assert_type

import diplotext
from diplotext.combinators import Match, Miss, Parser, alt, literal, many, optional, seq, transform
from diplotext.formats import to_html, to_nitf

article = diplotext.parse("text", published=datetime.date(2024, 3, 15))
assert_type(article, diplotext.Article)
assert_type(article.text, str)
assert_type(article.start, int)
assert_type(article.headline, diplotext.Headline | None)
assert_type(article.paragraphs[0].sentences, tuple[diplotext.Sentence, ...])
assert_type(article.said_by("X"), tuple[diplotext.Attribution, ...])
assert_type(article.said_by(article.speakers[0]), tuple[diplotext.Attribution, ...])
assert_type(article.walk(), Iterator[diplotext.Passage])
assert_type(article.attributions[0].kind, Literal["direct", "mixed", "indirect"])
assert_type(to_html(article) + to_nitf(article), str)
many_articles: Iterator[diplotext.Article] = diplotext.parse_many(["a"])

if article.dateline is not None:
    assert_type(article.dateline.date, datetime.date | None)
    assert_type(article.dateline.places[0].country, str | None)

word: Parser[str] = literal("a")
number: Parser[int] = transform(word, len)
assert_type(word("a", 0), Match[str] | Miss)
assert_type(seq(word, number), Parser[tuple[str, int]])
assert_type(alt(word, number), Parser[str | int])
assert_type(many(number), Parser[tuple[int, ...]])
assert_type(optional(number), Parser[int | None])

article.start = 3  # type: ignore[misc]  # frozen
diplotext.parse(b"bytes")  # type: ignore[arg-type]  # no str
seq(word, "b")  # type: ignore[call-overload]  # no parser
