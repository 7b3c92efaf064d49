"""Laws of the trailer: total, in order, complete; credits made of parts give the parts back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import assert_linear
from tests.strategies_trailer import composed_credits, stories_without_credits

from diplotext.trailer.notice import find_notices
from diplotext.trailer.residue import find_residue
from diplotext.trailer.trailer import find_trailer

MARKS = "()[];:,.-–—/\n\n  \t\"'#*@$=&|©éА中 "
PIECES = [
    "Reporting by", "Editing by", "Ann Roe", "in Oslo", "contributed to this report", "-30-", "MORE",
    "(Adds quotes)", "Copyright 2026", "Share", "Read more:", "The ferry sails.", "(ab/cd)", "and",
    "Our Standards:", "ann.roe@example.com", "+44 20 7946 0000", "$1 = 0.92 euros", "St.", "D.C.",
]  # bits to be joined, a lot to a line  # fmt: skip
texts = st.text(max_size=60) | st.lists(
    st.sampled_from(PIECES) | st.sampled_from(MARKS), max_size=30
).map("".join)


class TestTotality:
    """Any string has a trailer; its parts are in order, disjoint, and nothing else is behind the body."""

    @given(texts)
    def test_zones_fill_what_follows_the_body(self, text):
        found = find_trailer(text, 0, len(text))
        zones = sorted(
            [*found.credits, *found.notices, *found.residue], key=lambda zone: zone.start
        )
        pos = found.body_end
        for zone in zones:
            assert zone.start >= pos
            assert not text[pos : zone.start].strip()
            assert zone.end > zone.start
            pos = zone.end
        assert not text[pos:].strip()

    @given(texts)
    def test_names_and_places_lie_in_their_credit(self, text):
        for credit in find_trailer(text, 0, len(text)).credits:
            for part in credit.children():
                assert part in credit
            for name in credit.names:
                assert name.text == name.text.strip(" ,;")

    @given(texts, st.integers(0, 40), st.integers(0, 40))
    def test_finders_keep_to_their_region(self, text, start, length):
        start = min(start, len(text))
        end = min(len(text), start + length)
        for found in (*find_notices(text, start, end), *find_residue(text, start, end)):
            assert start <= found.start < found.end <= end


class TestComposed:
    """Credits composed from names, roles, places and punctuation give these back."""

    @given(composed_credits())
    def test_parts_come_back(self, composed):
        found = find_trailer(composed.text, 0, len(composed.text))
        given_back = tuple(
            (
                credit.role,
                tuple(name.text for name in credit.names),
                credit.place.name if credit.place else None,
            )
            for credit in found.credits
        )
        assert given_back == composed.credits
        assert found.credits[0].start == composed.start

    @given(stories_without_credits())
    def test_sentences_about_reporting_are_no_credits(self, text):
        assert find_trailer(text, 0, len(text)).credits == ()


@pytest.mark.parametrize(
    "unit",
    ["Ann Roe, ", "(", "(Reporting by ", "Reporting by Ann Roe; ", "in Rome, ", "share ", "Copyright A ",
     "contributed ", "said. ", "x:", "a@a.", "\n", "A\n", "de la "],
)  # bits to be joined, a lot to a line  # fmt: skip
def test_time_is_linear(unit):
    assert_linear(
        lambda count: find_trailer(unit * count, 0, len(unit) * count), 5_000 // len(unit)
    )
