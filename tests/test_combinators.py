import pytest

from diplotext.combinators import (
    Match,
    Miss,
    alt,
    between,
    end,
    followed_by,
    label,
    literal,
    many,
    not_followed_by,
    optional,
    parse_with,
    pattern,
    sep_by,
    seq,
    spanned,
    succeed,
    transform,
)
from diplotext.errors import ParseError

A, B = literal("a"), literal("b")


def test_seq_reports_the_furthest_place():
    assert seq(A, B, end)("abx", 0) == Miss(2, frozenset({"end of text"}))


def test_alt_merges_what_was_expected_at_the_same_place():
    assert alt(A, B)("x", 0) == Miss(0, frozenset({"'a'", "'b'"}))


def test_alt_keeps_only_the_furthest():
    assert alt(seq(A, B), B)("ax", 0) == Miss(1, frozenset({"'b'"}))


def test_alt_of_nothing_misses():
    assert alt()("a", 0) == Miss(0)


def test_a_failed_option_is_remembered_for_the_message():
    result = seq(optional(A), B)("x", 0)
    assert result == Miss(0, frozenset({"'a'", "'b'"}))


def test_a_later_alternative_remembers_the_earlier_ones():
    result = seq(alt(seq(A, B), A), literal("c"))("ax", 0)
    assert result == Miss(1, frozenset({"'b'", "'c'"}))


def test_many_stops_at_an_empty_match():
    assert many(pattern("a*"))("aab", 0) == Match(("aa",), 2)
    assert many(succeed(1))("x", 0) == Match((), 0)


def test_many_counts():
    assert many(A, most=1)("aa", 0) == Match(("a",), 1)
    assert many(A, least=3)("aab", 0) == Miss(2, frozenset({"'a'"}))
    assert many(succeed(1), least=2)("x", 0) == Match((1, 1), 0)


def test_sep_by_gives_back_a_trailing_separator():
    comma = literal(",")
    assert sep_by(A, comma)("a,a,b", 0) == Match(("a", "a"), 3)
    assert sep_by(A, comma, least=0)("b", 0) == Match((), 0)
    assert isinstance(sep_by(A, comma, least=2)("a", 0), Miss)


def test_between_and_spanned():
    parser = spanned(between(A, B, A), lambda text, s, e, v: (text[s:e], v))
    assert parser("xaba", 1) == Match(("aba", "b"), 4)


def test_look_ahead_consumes_nothing():
    assert followed_by(A)("a", 0) == Match(None, 0)
    assert isinstance(followed_by(A)("b", 0), Miss)
    assert not_followed_by(A)("b", 0) == Match(None, 0)
    assert not_followed_by(A, "no a")("a", 0) == Miss(0, frozenset({"no a"}))


def test_label_names_only_misses_at_the_start():
    ab = label(seq(A, B), "ab")
    assert ab("x", 0) == Miss(0, frozenset({"ab"}))
    assert ab("ax", 0) == Miss(1, frozenset({"'b'"}))
    assert ab("ab", 0) == Match(("a", "b"), 2)


def test_pattern_without_a_name_shows_itself():
    assert pattern("[0-9]")("x", 0) == Miss(0, frozenset({"/[0-9]/"}))


@pytest.mark.parametrize("text", [None, b"a", 5])
def test_parse_with_names_a_wrong_type(text):
    with pytest.raises(TypeError, match=f"not {type(text).__name__}"):
        parse_with(A, text)


def test_parse_with_raises_where_the_parser_stopped():
    with pytest.raises(ParseError) as caught:
        parse_with(seq(literal("a\n"), B), "a\nx")
    error = caught.value
    assert (error.pos, error.lineno, error.colno) == (2, 2, 1)
    assert str(error).endswith("x\n^")
    assert parse_with(transform(A, str.upper), "a") == "A"


@pytest.mark.parametrize("column", [0, 10, 500])
def test_the_caret_points_at_the_column_even_in_a_long_line(column):
    text = "y" * column + "x" + "y" * 500
    line, caret = ParseError(text, column, {"z"}).caret().split("\n")
    assert line[len(caret) - 1] == "x"
    assert len(line) <= 70


def test_an_error_without_expectations_still_reads():
    assert "expected something else" in str(ParseError("", 0, frozenset()))
