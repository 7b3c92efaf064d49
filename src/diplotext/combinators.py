r"""Composable parser functions.

A parser is a plain function ``(text, pos) -> Match[T] | Miss``. It never changes or copies the
text, never looks at anything else, and never moves back: ``match.end >= pos``. Combinators are
plain functions that take parsers and give a parser.

>>> place = pattern(r"[A-Z]+", "place")
>>> agency = between(literal("("), pattern(r"[A-Za-z]+", "agency"), literal(")"))
>>> head = seq(place, literal(" "), agency)
>>> head("MOSCOW (TASS)", 0)
Match(value=('MOSCOW', ' ', 'TASS'), end=13)
>>> head("MOSCOW, TASS", 0)
Miss(pos=6, expected=frozenset({"' '"}))
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, overload

import regex

from diplotext.errors import ParseError
from diplotext.result import Match, Miss, Parser

__all__ = [
    "Match",
    "Miss",
    "Parser",
    "alt",
    "between",
    "end",
    "followed_by",
    "label",
    "literal",
    "many",
    "not_followed_by",
    "optional",
    "parse_with",
    "pattern",
    "sep_by",
    "seq",
    "spanned",
    "succeed",
    "transform",
]

T = TypeVar("T")
U = TypeVar("U")
A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")
D = TypeVar("D")
E = TypeVar("E")
F = TypeVar("F")
G = TypeVar("G")


def pattern(expression: str, name: str | None = None, flags: int = 0) -> Parser[str]:
    r"""The text that a regular expression (syntax of the ``regex`` package) matches at ``pos``.

    >>> pattern(r"\d+", "number")("a 12", 2)
    Match(value='12', end=4)
    >>> pattern(r"\d+", "number")("a 12", 0)
    Miss(pos=0, expected=frozenset({'number'}))
    """
    # Not kept by the engine, which draws from ``random`` where it has to forget patterns.
    match = regex.compile(expression, flags, cache_pattern=False).match
    expected = frozenset({name or f"/{expression}/"})

    def parse(text: str, pos: int, /) -> Match[str] | Miss:
        found = match(text, pos)
        if found is None:
            return Miss(pos, expected)
        return Match(found.group(), found.end())

    return parse


def literal(string: str) -> Parser[str]:
    """Exactly this string.

    >>> literal("(")("(AP)", 0)
    Match(value='(', end=1)
    """
    expected = frozenset({repr(string)})

    def parse(text: str, pos: int, /) -> Match[str] | Miss:
        if text.startswith(string, pos):
            return Match(string, pos + len(string))
        return Miss(pos, expected)

    return parse


def succeed(value: T) -> Parser[T]:
    """This value, consuming nothing.

    >>> succeed(None)("any", 2)
    Match(value=None, end=2)
    """

    def parse(_text: str, pos: int, /) -> Match[T] | Miss:
        return Match(value, pos)

    return parse


def end(text: str, pos: int, /) -> Match[None] | Miss:
    """The end of the text.

    >>> end("ab", 2), end("ab", 1)
    (Match(value=None, end=2), Miss(pos=1, expected=frozenset({'end of text'})))
    """
    return Match(None, pos) if pos >= len(text) else Miss(pos, frozenset({"end of text"}))


@overload
def seq(a: Parser[A], /) -> Parser[tuple[A]]: ...
@overload
def seq(a: Parser[A], b: Parser[B], /) -> Parser[tuple[A, B]]: ...
@overload
def seq(a: Parser[A], b: Parser[B], c: Parser[C], /) -> Parser[tuple[A, B, C]]: ...
@overload
def seq(a: Parser[A], b: Parser[B], c: Parser[C], d: Parser[D], /) -> Parser[tuple[A, B, C, D]]: ...
@overload
def seq(
    a: Parser[A], b: Parser[B], c: Parser[C], d: Parser[D], e: Parser[E], /
) -> Parser[tuple[A, B, C, D, E]]: ...
@overload
def seq(
    a: Parser[A], b: Parser[B], c: Parser[C], d: Parser[D], e: Parser[E], f: Parser[F], /
) -> Parser[tuple[A, B, C, D, E, F]]: ...
@overload
def seq(
    a: Parser[A],
    b: Parser[B],
    c: Parser[C],
    d: Parser[D],
    e: Parser[E],
    f: Parser[F],
    g: Parser[G],
    /,
) -> Parser[tuple[A, B, C, D, E, F, G]]: ...
def seq(*parsers: Parser[Any]) -> Parser[Any]:
    """All of them, one after the other; the value is the tuple of their values.

    >>> seq(literal("a"), literal("b"))("abc", 0)
    Match(value=('a', 'b'), end=2)
    """

    def parse(text: str, pos: int, /) -> Match[tuple[Any, ...]] | Miss:
        values = []
        miss: Miss | None = None
        for parser in parsers:
            result = parser(text, pos)
            if isinstance(result, Miss):
                return result.merge(miss)
            values.append(result.value)
            pos = result.end
            if result.miss is not None:
                miss = result.miss.merge(miss)
        return Match(tuple(values), pos, miss)

    return parse


@overload
def alt(a: Parser[A], /) -> Parser[A]: ...
@overload
def alt(a: Parser[A], b: Parser[B], /) -> Parser[A | B]: ...
@overload
def alt(a: Parser[A], b: Parser[B], c: Parser[C], /) -> Parser[A | B | C]: ...
@overload
def alt(*parsers: Parser[T]) -> Parser[T]: ...
def alt(*parsers: Parser[Any]) -> Parser[Any]:
    """The first of them that matches; a miss merges what all of them expected.

    >>> alt(literal("--"), literal("-"))("- x", 0)
    Match(value='-', end=1)
    """

    def parse(text: str, pos: int, /) -> Match[Any] | Miss:
        miss: Miss | None = None
        for parser in parsers:
            result = parser(text, pos)
            if isinstance(result, Match):
                if miss is None:
                    return result
                return Match(result.value, result.end, miss.merge(result.miss))
            miss = result.merge(miss)
        return miss if miss is not None else Miss(pos)

    return parse


def many(parser: Parser[T], *, least: int = 0, most: int | None = None) -> Parser[tuple[T, ...]]:
    """The parser again and again, at least ``least`` and at most ``most`` times.

    Ends at the first miss, and also at the first match that consumes nothing, so it terminates.

    >>> many(literal("a"))("aab", 0)
    Match(value=('a', 'a'), end=2)
    >>> many(literal("a"), least=1)("b", 0)
    Miss(pos=0, expected=frozenset({"'a'"}))
    """

    def parse(text: str, pos: int, /) -> Match[tuple[T, ...]] | Miss:
        values: list[T] = []
        miss: Miss | None = None
        while most is None or len(values) < most:
            result = parser(text, pos)
            if isinstance(result, Miss):
                miss = result.merge(miss)
                break
            if result.miss is not None:
                miss = result.miss.merge(miss)
            if result.end == pos and len(values) >= least:
                break
            values.append(result.value)
            pos = result.end
        if len(values) < least:
            return miss if miss is not None else Miss(pos)
        return Match(tuple(values), pos, miss)

    return parse


def optional(parser: Parser[T]) -> Parser[T | None]:
    """The parser's value, or None where it misses.

    >>> optional(literal("a"))("b", 0)
    Match(value=None, end=0)
    """

    def parse(text: str, pos: int, /) -> Match[T | None] | Miss:
        result = parser(text, pos)
        return Match(None, pos, result) if isinstance(result, Miss) else result

    return parse


def sep_by(parser: Parser[T], separator: Parser[Any], *, least: int = 1) -> Parser[tuple[T, ...]]:
    """One or more (``least``) of the parser with separators between; the separators are dropped.

    >>> sep_by(pattern(r"[A-Z]+"), literal("/"))("LONDON/PARIS/ x", 0)
    Match(value=('LONDON', 'PARIS'), end=12)
    """
    rest = many(transform(seq(separator, parser), lambda pair: pair[1]), least=max(0, least - 1))
    some = transform(seq(parser, rest), lambda pair: (pair[0], *pair[1]))
    if least > 0:
        return some
    return transform(optional(some), lambda values: values or ())


def between(before: Parser[Any], parser: Parser[T], after: Parser[Any]) -> Parser[T]:
    """The middle one of three.

    >>> between(literal("("), pattern("[a-z]+"), literal(")"))("(dpa)", 0)
    Match(value='dpa', end=5)
    """
    return transform(seq(before, parser, after), lambda triple: triple[1])


def transform(parser: Parser[T], function: Callable[[T], U]) -> Parser[U]:
    r"""The parser with its value put through a function.

    >>> transform(pattern(r"\d+"), int)("42", 0)
    Match(value=42, end=2)
    """
    return spanned(parser, lambda _text, _start, _end, value: function(value))


def spanned(parser: Parser[T], build: Callable[[str, int, int, T], U]) -> Parser[U]:
    """The parser with ``build(text, start, end, value)`` as its value: how nodes are made.

    >>> spanned(pattern("[A-Z]+"), lambda text, start, end, value: (start, end))("a BC", 2)
    Match(value=(2, 4), end=4)
    """

    def parse(text: str, pos: int, /) -> Match[U] | Miss:
        result = parser(text, pos)
        if isinstance(result, Miss):
            return result
        return Match(build(text, pos, result.end, result.value), result.end, result.miss)

    return parse


def label(parser: Parser[T], name: str) -> Parser[T]:
    """The parser, its misses at the very start named by ``name`` (a miss further on is kept).

    >>> label(seq(literal("a"), literal("b")), "ab")("x", 0)
    Miss(pos=0, expected=frozenset({'ab'}))
    >>> label(seq(literal("a"), literal("b")), "ab")("ax", 0)
    Miss(pos=1, expected=frozenset({"'b'"}))
    """
    expected = frozenset({name})

    def parse(text: str, pos: int, /) -> Match[T] | Miss:
        result = parser(text, pos)
        if isinstance(result, Miss) and result.pos == pos:
            return Miss(pos, expected)
        return result

    return parse


def followed_by(parser: Parser[Any]) -> Parser[None]:
    """None, consuming nothing, where the parser matches next.

    >>> seq(literal("a"), followed_by(literal("b")))("ab", 0)
    Match(value=('a', None), end=1)
    """

    def parse(text: str, pos: int, /) -> Match[None] | Miss:
        result = parser(text, pos)
        return result if isinstance(result, Miss) else Match(None, pos, result.miss)

    return parse


def not_followed_by(parser: Parser[Any], name: str = "something else") -> Parser[None]:
    """None, consuming nothing, where the parser does not match next.

    >>> seq(literal("a"), not_followed_by(literal("b")))("ab", 0)
    Miss(pos=1, expected=frozenset({'something else'}))
    """
    expected = frozenset({name})

    def parse(text: str, pos: int, /) -> Match[None] | Miss:
        return Match(None, pos) if isinstance(parser(text, pos), Miss) else Miss(pos, expected)

    return parse


def parse_with(parser: Parser[T], text: str) -> T:
    """The parser's value at the start of the text; raises ``ParseError`` where it misses.

    The rest of the text may be anything: put ``end`` last in a ``seq`` to forbid it.

    >>> parse_with(literal("a"), "ab")
    'a'
    >>> parse_with(literal("a"), "b")
    Traceback (most recent call last):
    diplotext.errors.ParseError: line 1, column 1: expected 'a'
    b
    ^
    """
    if not isinstance(text, str):
        raise TypeError(f"text: a str is needed, not {type(text).__name__}")
    result = parser(text, 0)
    if isinstance(result, Miss):
        raise ParseError(text, result.pos, result.expected)
    return result.value
