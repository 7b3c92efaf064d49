"""Layouts: which part of a story is which zone."""

import datetime
import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.case_files import load_cases
from tests.growth import assert_linear
from tests.shared import need
from tests.strategies_head import bylines, datelines, lookalikes

from diplotext.combinators import alt, literal, seq
from diplotext.head.dateline import agency, dateline, dateline_of, day, place
from diplotext.layout import find_layout

PUBLISHED = datetime.date(2021, 3, 15)


def zones(layout, text):
    """Kind and text of the top-level zones, in order."""
    single = [
        ("slugline", layout.slugline),
        ("headline", layout.headline),
        ("byline", layout.byline),
    ]
    found = [(kind, zone.start, zone.end) for kind, zone in single if zone is not None]
    found += [("paragraph", start, end) for start, end in layout.paragraphs]
    found += [(f"notice: {zone.kind}", zone.start, zone.end) for zone in layout.notices]
    found += [("credit", zone.start, zone.end) for zone in layout.credits]
    found += [("residue", zone.start, zone.end) for zone in layout.residue]
    lines = [line for line in (layout.dateline, *layout.inner_datelines) if line is not None]
    for line in lines:
        if not any(start <= line.start and line.end <= end for start, end in layout.paragraphs):
            found.append(("dateline", line.start, line.end))
    return sorted((start, end, kind) for kind, start, end in found)


def assert_tiling(text):
    layout = find_layout(text, published=PUBLISHED)
    at = 0
    for start, end, kind in zones(layout, text):
        assert not text[at:start].strip(), f"lost before {kind}: {text[at:start]!r}"
        assert at <= start <= end
        at = end
    assert not text[at:].strip(), f"lost at the end: {text[at:]!r}"
    for (start, end), prose in zip(layout.paragraphs, layout.prose, strict=True):
        assert start <= prose <= end
    for zone in (layout.slugline, layout.headline, layout.byline, layout.dateline):
        parts = zone.children() if zone is not None else ()
        assert all(part in zone for part in parts)
        assert all(before.end <= after.start for before, after in itertools.pairwise(parts))


@pytest.mark.parametrize("case", load_cases("layout"))
def test_case(case):
    text = case["text"]
    layout = find_layout(text, published=PUBLISHED)
    assert [[kind, text[start:end]] for start, end, kind in zones(layout, text)] == case["zones"]
    assert (layout.dateline and layout.dateline.text) == case["dateline"]
    assert [line.text for line in layout.inner_datelines] == case.get("inner", [])
    assert_tiling(text)


STORY = (
    "The captains of the northern ferries voted on Thursday to end a strike of two weeks.",
    '"We are glad," union chair Maria Oslund told reporters in Harlow.',
    "The ferries, which carry 40,000 passengers a year, will sail again from Monday.",
    "The union had asked for longer rests between shifts.",
)


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["lines", "blank lines"])
@pytest.mark.parametrize("case", load_cases("story_sentence"))
def test_a_sentence_of_the_story_stays_one(case, gap):
    for at in (0, 2, 4):
        lines = (*STORY[:at], case["text"], *STORY[at:])
        text = gap.join(("Ferry captains end strike", "By Ann Roe", *lines))
        layout = find_layout(text)
        assert tuple(text[start:end] for start, end in layout.paragraphs) == lines


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "\x00",
        "\ufeff",
        "\ud800",
        "x",
        '"',
        "(",
        "\u200f\u05d0",
        "-",
        "By",
        "By Ann Roe",
        "PARIS (AFP) -",
        "\x01\x02",
    ],
)
def test_odd_texts(text):
    assert_tiling(text)


@given(st.text(max_size=400))
def test_any_text_is_tiled(text):
    assert_tiling(text)


@given(
    st.lists(
        st.sampled_from(
            [
                "Ferry sails again",
                "BC-Ferry, 1st Ld",
                "By Ann Roe",
                "(Adds quotes)",
                "OSLO (Reuters) - It sailed.",
                "OSLO, March 4 (Reuters) -",
                "ANKARA",
                "FILE - The ferry. (AP Photo/Ann Roe)",
                "He said: “No.”",
                "-30-",
                "(Reporting by Ann Roe; Editing by Bo Li)",
                "ADVERTISEMENT",
                "Read more: Floods",
                "* one",
                "By Bo Li OSLO, Oct 31 (Reuters) - It sailed.",
                "\ufeff",
                "****",
                "^By ANN ROE=",
                "^AP Sports Writer=",
                "BC-BKN--Bay, 1st Ld,400<",
                "EBC123 4 pl 171 XNS",
                "1ST LEAD",
                "\x02",
                "\x03",
                "VIDEO: x. OSLO, Norway (AP) — It sailed.",
                "By Ann Roe(Reuters)",
                "Jan. 5 - It sailed.",
                "(ATTN: adds quotes)",
                "Published: Jan. 5, 2021",
                "AP Photo BAY105<",
            ]
        ),
        max_size=8,
    ),
    st.sampled_from(["\n", "\n\n", "\r\n", "\n   ", " ", ""]),
)
def test_any_order_of_blocks_is_tiled(blocks, gap):
    assert_tiling(gap.join(blocks))


@given(bylines(), datelines(), st.sampled_from(["\n\n", "\r\n\r\n", "\n"]))
def test_a_composed_story_gives_back_its_zones(written, composed, gap):
    text = gap.join(
        ["Ferry sails again in the north", written[0], composed.text, "It was cold, he said."]
    )
    layout = find_layout(text, published=PUBLISHED)
    assert layout.headline.text == "Ferry sails again in the north"
    assert tuple(name.text for name in layout.byline.names) == written[1]
    if composed.agencies or composed.places:
        assert layout.dateline is not None
    assert_tiling(text)


@given(lookalikes(), lookalikes())
def test_a_story_of_lookalikes_has_no_dateline(first, second):
    text = f"Ferry sails again\n\n{first}\n\n{second}"
    layout = find_layout(text, published=PUBLISHED)
    assert layout.dateline is None
    assert layout.inner_datelines == ()


@given(datelines())
def test_edits_of_the_body_leave_the_head_unchanged(composed):
    head = f"Ferry sails again\n\nBy Ann Roe\n\n{composed.text}"
    one, two = (
        find_layout(head + "\n\nIt was cold."),
        find_layout(head + "\n\nOthers wept, he said.\n\nAll of them."),
    )
    assert (one.headline.span, one.byline.span) == (two.headline.span, two.byline.span)
    assert (one.dateline and one.dateline.span) == (two.dateline and two.dateline.span)


def test_a_house_style_flows_through():
    bar = literal(" | ")
    house = dateline_of(seq(place, bar, day, bar, agency))
    text = "Ferry sails again\n\nKYIV | 14 March | Harbour News\n\nIt sailed."
    layout = find_layout(text, published=PUBLISHED, dateline=alt(house, dateline))
    assert layout.dateline.agencies[0].name == "Harbour News"
    assert layout.dateline.date == datetime.date(2021, 3, 14)


def test_a_bare_day_must_be_near_publication():
    text = "Ferry sails again\n\nMarch {} - Ferries sailed."
    assert find_layout(text.format(14), published=PUBLISHED).dateline is not None
    assert find_layout(text.format(1), published=PUBLISHED).dateline is None


def test_the_founding_article():
    gold = json.loads(need("articles/quartet.gold.json").read_text(encoding="utf-8"))
    text = need("articles/quartet.txt").read_text(encoding="utf-8")
    layout = find_layout(text, published=datetime.date.fromisoformat(gold["published"]))
    assert list(layout.headline.span) == gold["headline"]
    assert list(layout.dateline.span) == gold["dateline"]["span"]
    assert [list(span) for span in layout.paragraphs] == gold["paragraphs"]
    assert [text[zone.start : zone.end] for zone in layout.residue] == ["Leave a Comment"]


@pytest.mark.parametrize(
    "unit", ["x", "X ", "(", "\n", "A (AP) - b\n\n", "By A B\n", "x. \n", "(Adds)\n", '"']
)
def test_linear(unit):
    assert_linear(lambda count: find_layout(unit * count), 5_000 // len(unit))


@pytest.mark.parametrize("blank", [" ", "\xa0", "\t", "=", "<", "&QC;"])
@pytest.mark.parametrize(
    "story",
    [
        "The mayor{}said that rain fell.",
        "LONDON{}(AP) - Rain fell.",
        "Rain falls\nBy Ann{}Roe\nLONDON (AP) - Rain fell.",
        "Rain fell.\n\n(Reporting by Ann Roe{}; Editing by Bo Li)",
    ],
)
def test_linear_in_blanks_and_field_marks_within_a_line(story, blank):
    assert_linear(lambda count: find_layout(story.format(blank * count)), 2_000)


@pytest.mark.parametrize("debris", ["\0", "^", "• ", "\x02\x03"])
def test_endless_debris_before_the_first_word(debris):
    text = debris * 200_000 + "Rain fell."
    layout = find_layout(text)
    assert [text[start:end] for start, end in layout.paragraphs] == ["Rain fell."]
