"""Places, days and agencies, the parts of datelines."""

import datetime

import pytest

from diplotext.combinators import Match, Miss
from diplotext.errors import ParseError
from diplotext.head.agency import agency, parse_agency, read_bare_agency, read_marked_agency
from diplotext.head.day import day, parse_day, resolve_day
from diplotext.head.place import is_city, parse_place, place, read_place


@pytest.mark.parametrize(
    ("text", "printed", "date"),
    [
        ("March 31", "March 31", None),
        ("Feb. 12, 2026 (", "Feb. 12, 2026", datetime.date(2026, 2, 12)),
        ("9 JAN 90 (DPA)", "9 JAN 90", datetime.date(1990, 1, 9)),
        ("4 MAR 15 (DPA)", "4 MAR 15", datetime.date(2015, 3, 4)),
        ("5th January, 2021 (WAM)", "5th January, 2021", datetime.date(2021, 1, 5)),
        ("10 août (XNS)", "10 août", None),
        ("1996-08-22\n", "1996-08-22", datetime.date(1996, 8, 22)),
        ("25/12/2020 -", "25/12/2020", datetime.date(2020, 12, 25)),
        ("05/01/2021 -", "05/01/2021", None),
        ("04.03.2021 -", "04.03.2021", datetime.date(2021, 3, 4)),
        ("Wed. 05/01/2021 -", "Wed. 05/01/2021", None),
        ("Monday, Jan. 5 -", "Monday, Jan. 5", None),
        ("Wednesday (AAP)", "Wednesday", None),
        ("Narch 2 -", "Narch 2", None),
        ("Mach 4 -", "Mach 4", None),
        ("March 1/2 -", "March 1/2", None),
        ("NO DATE (X", "NO DATE", None),
    ],
)
def test_day(text, printed, date):
    found = day(text, 0)
    assert isinstance(found, Match)
    assert found.value.text == printed
    assert found.value.date == date


@pytest.mark.parametrize(
    "text",
    ["May be late", "March on Rome", "May 5.5 percent", "SUN VALLEY", "", "Wednesdays", "12 men"],
)
def test_no_day(text):
    assert isinstance(day(text, 0), Miss)
    with pytest.raises(ParseError):
        parse_day(text)


def test_a_numeric_date_with_two_readings_is_settled_by_publication():
    found = parse_day("05/01/2021 -")
    assert resolve_day(found, datetime.date(2021, 5, 2)) == datetime.date(2021, 5, 1)
    assert resolve_day(found, datetime.date(2021, 1, 6)) == datetime.date(2021, 1, 5)
    assert resolve_day(found, datetime.date(2021, 8, 6)) is None
    american = parse_day("03.04.2021 -")
    assert resolve_day(american, datetime.date(2021, 3, 5)) == datetime.date(2021, 3, 4)
    assert resolve_day(american, datetime.date(2021, 8, 6)) == datetime.date(2021, 4, 3)


def test_leap_day():
    assert resolve_day(parse_day("Feb. 29"), datetime.date(2021, 3, 1)) == datetime.date(
        2020, 2, 29
    )
    assert resolve_day(parse_day("Feb. 29"), datetime.date(2023, 3, 1)) is None
    assert resolve_day(parse_day("Feb. 29"), datetime.date(1, 3, 1)) is None


def test_the_ends_of_the_calendar():
    first, last = datetime.date.min, datetime.date.max
    assert resolve_day(parse_day("March 14"), last) == datetime.date(9999, 3, 14)
    assert resolve_day(parse_day("March 14"), first) is None
    assert resolve_day(parse_day("Monday,"), first) == first
    assert resolve_day(parse_day("Sunday,"), first) == first


@pytest.mark.parametrize(
    ("text", "printed", "name", "region", "country"),
    [
        ("MOSCOW (TASS)", "MOSCOW", "Moscow", None, "RU"),
        ("ANN ARBOR, Mich. (AP)", "ANN ARBOR, Mich.", "Ann Arbor", "Michigan", "US"),
        ("MADRID (SPAIN), 26 JAN", "MADRID (SPAIN)", "Madrid", None, "ES"),
        ("New Delhi [India], Jan", "New Delhi [India]", "New Delhi", None, "IN"),
        ("McALLEN, Texas (AP)", "McALLEN, Texas", "McAllen", "Texas", "US"),
        ("Port-au-Prince (AFP)", "Port-au-Prince", "Port-au-Prince", None, "HT"),
        ("Rio de Janeiro (Brazil), 2", "Rio de Janeiro (Brazil)", "Rio de Janeiro", None, "BR"),
        ("The Hague (AFP)", "The Hague", "The Hague", None, "NL"),
        ("ST. PETERSBURG, Fla. (AP)", "ST. PETERSBURG, Fla.", "St. Petersburg", "Florida", "US"),
        ("St. Petersburg, Fla. (AP)", "St. Petersburg, Fla.", "St. Petersburg", "Florida", "US"),
        ("FARMINGTON Conn., March 9", "FARMINGTON Conn.", "Farmington", "Connecticut", "US"),
        ("ABOARD AIR FORCE ONE (AP)", "ABOARD AIR FORCE ONE", "Air Force One", None, None),
        ("OOSTWOLDE (XNS)", "OOSTWOLDE", "Oostwolde", None, None),
        ("RIO DE JANEIRO, 2 March", "RIO DE JANEIRO", "Rio de Janeiro", None, "BR"),
        ("TORONTO Nov 2 (X", "TORONTO", "Toronto", "Ontario", "CA"),
        ("LA JOLLA, CALIF. and", "LA JOLLA, CALIF.", "La Jolla", "California", "US"),
    ],
)
def test_place(text, printed, name, region, country):
    found = parse_place(text)
    assert found.text == printed
    assert found.name == name
    assert region is None or found.region == region
    assert found.country == country


@pytest.mark.parametrize(
    "text", ["", "the harbour", "27 ministers", "The ferry", "In Moscow", "(AP)"]
)
def test_no_place(text):
    assert isinstance(place(text, 0), Miss)
    with pytest.raises(ParseError):
        parse_place(text)


def test_what_is_known_of_a_place():
    assert read_place("BRINDLE BAY -", 0).is_known is False
    assert read_place("POLAND -", 0).is_area is True
    assert read_place("Warsaw -", 0).in_capitals is False
    assert is_city("WARSAW")
    assert not is_city("POLAND")


@pytest.mark.parametrize(
    ("text", "names", "known"),
    [
        ("(Reuters) -", ["Reuters"], True),
        ("/TASS/.", ["TASS"], True),
        ("[AFP]", ["AFP"], True),
        ("(AP/dpa)", ["AP", "dpa"], True),
        ("(AFP-ANSA)", ["AFP", "ANSA"], True),
        ("(Thomson Reuters Accelus)", ["Thomson Reuters Accelus"], True),
        ("(Northern Wire)", ["Northern Wire"], False),
        ("(RADIO BRINDLE 2)", ["RADIO BRINDLE 2"], False),
        ("(Marketwire - Jan. 5, 2010)", ["Marketwire"], True),
        ("(AP -- x", ["AP"], True),
        ("AP) x", ["AP"], True),
        ("(R-Ohio)", None, None),
        ("(the country)", None, None),
        ("(Spain)", None, None),
        ("(Monday)", None, None),
        ("(10:30 GMT)", None, None),
        ("[TEXT]", None, None),
        ("(3-2)", None, None),
    ],
)
def test_marked_agency(text, names, known):
    found = read_marked_agency(text, 0)
    if names is None:
        assert found is None
        return
    assert [one.text for one in found.agencies] == names
    assert found.is_known is known


def test_a_service_has_the_id_of_its_agency():
    found = read_marked_agency("(Reuters Legal)", 0)
    assert [(one.name, one.id) for one in found.agencies] == [("Reuters Legal", "reuters")]


def test_bare_agency_is_printed_as_its_name():
    assert read_bare_agency("Kyodo - Text", 0).agencies[0].id == "kyodo"
    assert read_bare_agency("trend of the year", 0) is None
    assert read_bare_agency("", 0) is None


def test_agency():
    assert parse_agency("The Canadian Press reports").id == "cp"
    assert agency("Harbour News\n", 0).value.name == "Harbour News"
    assert isinstance(agency("on Monday", 0), Miss)
    with pytest.raises(ParseError):
        parse_agency("(AP)")


def test_initials_of_two_countries_are_told_apart_by_the_place():
    taipei = read_marked_agency("(CNA)", 0, "TW").agencies[0]
    assert taipei.name == "Central News Agency"
    assert read_marked_agency("(CNA)", 0).agencies[0].id is None
