"""Tokens: what is one token, offsets, quote states."""

from __future__ import annotations

import pytest

from diplotext.body.token import (
    CLOSE,
    INSIDE,
    OPEN,
    OUTSIDE,
    TOKEN_RE,
    TokenTable,
    tokenize,
    type_table,
)


def words_of(text):
    return tokenize(text, [(0, len(text))])[0].words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He didn't say.", ["He", "did", "n't", "say", "."]),
        ("Novak’s aides", ["Novak", "’s", "aides"]),
        ("the U.S. envoy", ["the", "U.S.", "envoy"]),
        ("Mr. Okafor and Sen. Ruiz", ["Mr.", "Okafor", "and", "Sen.", "Ruiz"]),
        ("a well-known man", ["a", "well-known", "man"]),
        ("Ann Roe, Ph.D., left", ["Ann", "Roe", ",", "Ph.D.", ",", "left"]),
        ("1,250.5 tons at 10:30", ["1,250.5", "tons", "at", "10:30"]),
        ("``So,'' he said", ["``", "So", ",", "''", "he", "said"]),
        ("wait... no", ["wait", "...", "no"]),
        ("now--or never", ["now", "--", "or", "never"]),
        ("see https://example.org/a?b=c now", ["see", "https://example.org/a?b=c", "now"]),
        ("Norsk ( NRSK.OL ) rose", ["Norsk", "( NRSK.OL )", "rose"]),
        ("Borse ( BR1Gn.DE ) rose", ["Borse", "( BR1Gn.DE )", "rose"]),
        ("Tanaka (7299.T) fell", ["Tanaka", "(7299.T)", "fell"]),
        ("Kronan Inc. KRNN.O. It", ["Kronan", "Inc.", "KRNN.O", ".", "It"]),
        ("the .FTSE index", ["the", ".FTSE", "index"]),
        ("in 2006.The end", ["in", "2006", ".", "The", "end"]),
        ("the U.S. (U.N.) envoy", ["the", "U.S.", "(", "U.N.", ")", "envoy"]),
        ("Skagenpost.com said", ["Skagenpost.com", "said"]),
        ("(www.skagen-post.com.au/en)", ["(", "www.skagen-post.com.au", "/", "en", ")"]),
        ("Skagenpost.com's chief", ["Skagenpost.com", "'s", "chief"]),
        ("a Skagenpost.com-owned site.", ["a", "Skagenpost.com-owned", "site", "."]),
        ("he left.Net income", ["he", "left", ".", "Net", "income"]),
        (
            "the U.S.com or he left.com.It",
            ["the", "U.S.", "com", "or", "he", "left", ".", "com", ".", "It"],
        ),
        ("A.J.S went", ["A.J.", "S", "went"]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_words(text, words):
    assert words_of(text) == words


@pytest.mark.parametrize("code", ["<KVK.N>", "<KVKZ.Z>", "<KVK>", "<K>", "(KVK.N)", "( 7203.T )"])
def test_a_share_s_code_is_one_token(code):
    text = f"Kvik Lines {code} rose."
    assert tokenize(text, [(0, len(text))])[0].words == ["Kvik", "Lines", code, "rose", "."]


@pytest.mark.parametrize("other", ["<Kvik>", "<KVK.LTD>", "<KVK CO>", "<kvk>", "<KVK.N"])
def test_other_angles_are_marks(other):
    text = f"Holm and {other} rose."
    assert tokenize(text, [(0, len(text))])[0].words[2] == "<"


def test_a_plain_word_is_no_different_for_the_fast_path():
    # "do" must not be swallowed by the first alternative of the pattern.
    assert words_of("do don't") == ["do", "do", "n't"]


def test_offsets_are_code_points_of_the_whole_text():
    text = "😀 Zürich. “Ja,” said Ana."
    table = tokenize(text, [(0, 9), (10, len(text))])[1]
    assert [text[a:b] for a, b in zip(table.starts, table.ends, strict=True)] == table.words
    assert table.starts[0] == 10


@pytest.mark.parametrize(
    ("text", "states", "left_open"),
    [
        ('"Go," he said', [OPEN, INSIDE, INSIDE, CLOSE, OUTSIDE, OUTSIDE], False),
        ("“Go on", [OPEN, INSIDE, INSIDE], True),
        ("Go” on", [OUTSIDE, OUTSIDE, OUTSIDE], False),
        ("no marks", [OUTSIDE, OUTSIDE], False),
    ],
)
def test_quote_states(text, states, left_open):
    table = tokenize(text, [(0, len(text))])[0]
    assert (table.quotes, table.left_open) == (states, left_open)


def test_types_are_remembered_and_total():
    types = type_table()
    assert types["Said"] is types["Said"]
    assert types["Said"].lower == "said"
    assert types["\ud800"].role == 0  # a lone surrogate is a token like any other


def test_long_words_and_lines_take_linear_time():
    text = "a" * 200_000 + " " + "-a" * 100_000 + " " + "1," * 100_000
    text += "a." * 100_000 + "aa-" * 100_000 + "aa." * 100_000
    assert sum(len(match) for match in TOKEN_RE.findall(text)) == len(text) - 2


def test_marks_that_point_inwards_open_and_close():
    quotes = tokenize("»Ja«, said Brandt. »Nein«.", [(0, 26)])[0].quotes
    assert quotes == [OPEN, INSIDE, CLOSE, *[OUTSIDE] * 4, OPEN, INSIDE, CLOSE, OUTSIDE]


@pytest.mark.parametrize(
    ("quotes", "expected"),
    [
        ([OPEN, INSIDE, CLOSE], 2),
        ([OPEN, CLOSE, OPEN, CLOSE], 1),
        ([OPEN, INSIDE, OUTSIDE, CLOSE], -1),
        ([OPEN, INSIDE, OPEN, CLOSE], -1),
        ([OPEN, INSIDE], -1),
        ([OPEN], -1),
    ],
)
def test_a_quotation_closes_before_anything_else(quotes, expected):
    table = TokenTable("", 0, 0, ["a"] * len(quotes), [], quotes)
    assert table.close_of(0) == expected
