"""Datelines: where, when and by which agency."""

import datetime

import pytest
from tests.case_files import load_cases, read_zone
from tests.strategies_head import PUBLISHED

from diplotext.combinators import Match, Miss, alt, literal, seq
from diplotext.errors import ParseError
from diplotext.head.dateline import (
    agency,
    dateline,
    dateline_of,
    day,
    parse_dateline,
    place,
    resolve_dateline,
)
from diplotext.head.dateline_form import FORMS

CASES = load_cases("dateline")


@pytest.mark.parametrize("case", CASES)
def test_case(case):
    found = read_zone(dateline, case)
    if found is None:
        return
    line = found.value
    assert line.text == case["span"]
    assert found.end == line.end
    assert [[p.text, p.name, p.country] for p in line.places] == case["places"]
    assert [[a.text, a.id] for a in line.agencies] == case["agencies"]
    assert (line.date_text and line.date_text.text) == case["date_text"]


@pytest.mark.parametrize("text", [case.values[0]["text"] for case in CASES])
def test_a_text_may_end_anywhere_in_a_dateline(text):
    for end in range(len(text) + 1):
        assert isinstance(dateline(text[:end], 0), Match | Miss)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.specimen)
def test_each_form_reads_its_specimen(form):
    found = dateline(form.specimen + " Text", 0)
    assert isinstance(found, Match), found
    assert found.end >= len(form.specimen) - 1


@pytest.mark.parametrize(
    ("text", "published", "date"),
    [
        ("ROME, March 14 (ANSA) - T", PUBLISHED, datetime.date(2021, 3, 14)),
        ("ROME, March 17 (ANSA) - T", PUBLISHED, datetime.date(2021, 3, 17)),
        ("ROME, Dec. 30 (ANSA) - T", datetime.date(2021, 1, 2), datetime.date(2020, 12, 30)),
        ("ROME, Jan. 1 (ANSA) - T", datetime.date(2020, 12, 31), datetime.date(2021, 1, 1)),
        ("ROME, March 14, 1999 (ANSA) - T", PUBLISHED, datetime.date(1999, 3, 14)),
        ("ROME, March 14, 1999 (ANSA) - T", None, datetime.date(1999, 3, 14)),
        ("ROME, March 14 (ANSA) - T", None, None),
        ("ROME, Feb. 30 (ANSA) - T", PUBLISHED, None),
        ("ROME, Wednesday (ANSA) - T", PUBLISHED, datetime.date(2021, 3, 10)),
        ("ROME, Monday (ANSA) - T", PUBLISHED, PUBLISHED),
        ("ROME (ANSA) - T", PUBLISHED, None),
        ("SAN SALVADOR, NO DATE (RADIO BRINDLE) -- [TEXT] T", PUBLISHED, None),
    ],
)
def test_dates_are_settled_by_the_day_of_publication(text, published, date):
    assert parse_dateline(text, published).date == date


def test_an_impossible_date_keeps_its_text():
    line = parse_dateline("ROME, Feb. 30 (ANSA) - Text", PUBLISHED)
    assert line.date is None
    assert line.date_text.text == "Feb. 30"


def test_resolving_twice_changes_nothing():
    line = parse_dateline("ROME, March 14 (ANSA) - Text", PUBLISHED)
    assert resolve_dateline(line, datetime.date(1990, 1, 1)) == line


def test_error_names_what_was_expected():
    with pytest.raises(ParseError) as caught:
        parse_dateline("GENEVA, March 14 the talks went on")
    assert caught.value.colno == 17
    assert caught.value.expected == {"agency", "closing mark"}


def test_a_house_style_in_five_lines():
    bar = literal(" | ")
    house = dateline_of(seq(place, bar, day, bar, agency))
    parser = alt(house, dateline)
    line = parser("BRINDLE BAY | 14 March | Harbour News\nText", 0).value
    assert [p.name for p in line.places] == ["Brindle Bay"]
    assert line.date_text.text == "14 March"
    assert [a.id for a in line.agencies] == [None]
    assert parser("ROME (ANSA) - Text", 0).value.agencies[0].id == "ansa"
    assert resolve_dateline(line, PUBLISHED).date == datetime.date(2021, 3, 14)


def test_dateline_of_takes_parts_however_deep():
    line = dateline_of(seq(seq(place, literal(", ")), literal("x")))("ROME, x", 0).value
    assert line.places[0].country == "IT"
    assert line.date is None


def test_positions_are_those_of_the_callers_text():
    text = "Headline\n\n  PARIS (AFP) - Text"
    line = dateline(text, 12).value
    assert text[line.start : line.end] == "PARIS (AFP) -"
    assert text[line.places[0].start : line.places[0].end] == "PARIS"


def test_a_weekday_before_a_stop_has_its_date():
    found = parse_dateline("LONDON, Tuesday. The ferry sailed.", datetime.date(2021, 3, 11))
    assert found.date == datetime.date(2021, 3, 9)
    open_one = parse_dateline("LONDON, This Day. The ferry sailed.", datetime.date(2021, 3, 11))
    assert open_one.date is None
    assert open_one.date_text.text == "This Day"


def test_error_says_how_far_it_came_where_no_dateline_can_stand():
    with pytest.raises(ParseError) as caught:
        parse_dateline("OSLO HARBOUR BOARD ALLOCATES 2.4 MLN CROWNS\n")
    assert caught.value.colno == 29


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("OSLO, 4 march\nThe ferry sailed.", "OSLO, 4 march"),
        ("PTI, NEW DELHI\nThe ferry sailed.", "PTI, NEW DELHI"),
        ("BERLIN 04.03.2021\nThe ferry sailed.", "BERLIN 04.03.2021"),
        ("PORT-AU-PRINCE, Tuesday\nThe ferry sailed.", "PORT-AU-PRINCE, Tuesday"),
        ("OSLO â€” The ferry sailed.", "OSLO â€”"),
    ],
)
def test_little_says_enough_for_a_dateline(line, found):
    assert dateline(line, 0).value.text == found


@pytest.mark.parametrize(
    "line",
    [
        "OSLO T-BILL SALE RAISES 2.4 MLN CROWNS\n",
        "U.S., NORWAY JOIN TO BID ON HARBOUR\n",
        "OSLO FERRY AGREES\nWITH HARBOUR BOARD",
    ],
)
def test_a_headline_in_capitals_is_no_dateline(line):
    assert isinstance(dateline(line, 0), Miss)
