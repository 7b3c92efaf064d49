"""Laws of the head: composed heads give back their parts, look-alikes give nothing."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.growth import assert_linear
from tests.strategies_head import LEDES, PUBLISHED, bylines, datelines, lookalikes

from diplotext.combinators import Match, Miss
from diplotext.head.agency import agency
from diplotext.head.byline import byline
from diplotext.head.dateline import dateline, resolve_dateline
from diplotext.head.day import day
from diplotext.head.headline import headline
from diplotext.head.place import place
from diplotext.head.slugline import slugline

PARSERS = (dateline, byline, headline, slugline, place, day, agency)
# One composed dateline in a thousand has two readings ("FLORHAM PARK, New Jersey, New York and
# Washington"); the generator likes to try the like of it again, so the bound is wider.
MEANT_TO_FAIL = 0.02


class TestComposed:
    """A head built from parts gives the parts back."""

    def test_datelines(self):
        seen = wrong = 0

        @settings(max_examples=8 * settings().max_examples, database=None)
        @given(datelines())
        def count(composed):
            nonlocal seen, wrong
            seen += 1
            wrong += not self.comes_back(composed)

        count()
        assert wrong <= MEANT_TO_FAIL * seen + 1, f"{wrong} of {seen}"

    def comes_back(self, composed):
        found = dateline(composed.text, 0)
        if isinstance(found, Miss):
            return False
        line = resolve_dateline(found.value, PUBLISHED)
        return (
            line.text.rstrip() == composed.span.rstrip()
            and tuple(p.text.rstrip(".") for p in line.places)
            == tuple(printed.rstrip(".") for printed in composed.places)
            and tuple(p.name for p in line.places) == composed.names
            and tuple(p.country for p in line.places) == composed.countries
            and tuple(a.text for a in line.agencies) == composed.agencies
            and tuple(a.id for a in line.agencies) == composed.ids
            and line.date == composed.date
        )

    @given(bylines())
    def test_bylines(self, composed):
        text, names = composed
        found = byline(f"{text}\n\n{LEDES[0]}", 0)
        assert isinstance(found, Match), found
        assert tuple(name.text for name in found.value.names) == names
        assert found.end == len(text)
        parts = found.value.children()
        assert all(part in found.value for part in parts)
        assert all(a.end <= b.start for a, b in itertools.pairwise(parts))

    @given(datelines(), st.sampled_from(("", "Headline\n\n", "(Adds quotes)\n\n", "By Ann Roe\n")))
    def test_what_stands_before_changes_nothing(self, composed, before):
        alone = dateline(composed.text, 0)
        behind = dateline(before + composed.text, len(before))
        if isinstance(alone, Match):
            assert isinstance(behind, Match)
            assert behind.end == alone.end + len(before)
            assert behind.value.date == alone.value.date
        else:
            assert isinstance(behind, Miss)


class TestLookalikes:
    """What only looks like a dateline is none."""

    @settings(max_examples=4 * settings().max_examples)
    @given(lookalikes())
    def test_none(self, text):
        assert isinstance(dateline(text, 0), Miss)


class TestAnyText:
    """Every parser answers on every text, and never retreats."""

    @given(st.text(max_size=200), st.integers(0, 200))
    def test_total(self, text, pos):
        pos = min(pos, len(text))
        for parser in PARSERS:
            found = parser(text, pos)
            assert (isinstance(found, Match) and pos <= found.end <= len(text)) or found.pos >= pos

    @given(st.text(alphabet="AZaz .,-()/:\n19'’—", max_size=120))
    def test_total_on_marks(self, text):
        for parser in PARSERS:
            found = parser(text, 0)
            if isinstance(found, Match) and hasattr(found.value, "end"):
                assert found.value.end <= found.end

    @given(datelines())
    def test_parts_lie_inside(self, composed):
        found = dateline(composed.text, 0)
        if isinstance(found, Match):
            parts = found.value.children()
            assert all(part in found.value for part in parts)
            assert all(a.end <= b.start for a, b in itertools.pairwise(parts))


@pytest.mark.parametrize(
    "unit",
    [
        "x",
        "X",
        "A ",
        "Aa ",
        "(",
        "/",
        "A, ",
        "A/",
        "By A ",
        "and A ",
        "1 ",
        "May 1 ",
        "- ",
        "A.",
        "'A",
        "\n",
        "A\n",
    ],
)
def test_linear(unit):
    for parser in PARSERS:
        assert_linear(lambda count, parser=parser: parser(unit * count, 0), 20_000 // len(unit))
