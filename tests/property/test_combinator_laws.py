"""The laws of the combinators, on arbitrary parsers over arbitrary texts."""

from hypothesis import given
from hypothesis import strategies as st

from diplotext.combinators import (
    Match,
    Miss,
    alt,
    followed_by,
    label,
    literal,
    many,
    optional,
    pattern,
    seq,
    succeed,
    transform,
)

TEXTS = st.text(alphabet="ab-", max_size=12)
ATOMS = st.one_of(
    st.sampled_from(["a", "b", "-", "ab", ""]).map(literal),
    st.sampled_from(["a*", "[ab]", "b+", "-?"]).map(pattern),
    st.just(succeed("s")),
)
PARSERS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda pair: seq(*pair)),
        st.tuples(inner, inner).map(lambda pair: alt(*pair)),
        inner.map(many),
        inner.map(optional),
        inner.map(followed_by),
        inner.map(lambda parser: label(parser, "named")),
    ),
    max_leaves=6,
)


def flat(result):
    """The result with nested pairs flattened: associativity holds up to the nesting of tuples."""
    if isinstance(result, Miss):
        return result

    def leaves(value):
        if isinstance(value, tuple):
            return [leaf for item in value for leaf in leaves(item)]
        return [value]

    return leaves(result.value), result.end


@given(PARSERS, TEXTS, st.integers(0, 12))
def test_the_position_never_retreats(parser, text, pos):
    pos = min(pos, len(text))
    result = parser(text, pos)
    assert (result.end if isinstance(result, Match) else result.pos) >= pos
    assert result == parser(text, pos), "the same again: a parser keeps no state"


@given(PARSERS, PARSERS, PARSERS, TEXTS)
def test_seq_is_associative(a, b, c, text):
    assert flat(seq(seq(a, b), c)(text, 0)) == flat(seq(a, seq(b, c))(text, 0))


@given(PARSERS, PARSERS, PARSERS, TEXTS)
def test_alt_is_associative(a, b, c, text):
    assert alt(alt(a, b), c)(text, 0) == alt(a, alt(b, c))(text, 0)


@given(PARSERS, TEXTS)
def test_succeed_is_the_unit_of_seq(parser, text):
    assert flat(transform(seq(succeed(()), parser), lambda v: v[1])(text, 0)) == flat(
        parser(text, 0)
    )


@given(PARSERS, TEXTS)
def test_many_terminates_and_takes_all(parser, text):
    result = many(parser)(text, 0)
    assert isinstance(result, Match)
    again = parser(text, result.end)
    assert isinstance(again, Miss) or again.end == result.end


@given(PARSERS, TEXTS)
def test_optional_never_misses(parser, text):
    assert isinstance(optional(parser)(text, 0), Match)
