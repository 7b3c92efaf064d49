"""Heads of stories composed from their parts, so that the right answer is known."""

from __future__ import annotations

import datetime

from attrs import frozen
from hypothesis import strategies as st

PUBLISHED = datetime.date(2021, 3, 15)

# Name as printed in capitals, name in ordinary capitals, qualifier, country: stylebook material.
TOWNS = (
    ("MOSCOW", "Moscow", "", "RU"),
    ("BEIJING", "Beijing", "", "CN"),
    ("NEW YORK", "New York", "", "US"),
    ("WASHINGTON", "Washington", "", "US"),
    ("SALT LAKE CITY", "Salt Lake City", "", "US"),
    ("THE HAGUE", "The Hague", "", "NL"),
    ("PORT-AU-PRINCE", "Port-au-Prince", "", "HT"),
    ("RIO DE JANEIRO", "Rio de Janeiro", "", "BR"),
    ("ANN ARBOR", "Ann Arbor", "Mich.", "US"),
    ("ST. PETERSBURG", "St. Petersburg", "Fla.", "US"),
    ("CHAPEL HILL", "Chapel Hill", "N.C.", "US"),
    ("MORGANTOWN", "Morgantown", "W.Va.", "US"),
    ("FLORHAM PARK", "Florham Park", "New Jersey", "US"),
    ("LA JOLLA", "La Jolla", "Calif.", "US"),
    ("CALGARY", "Calgary", "Alberta", "CA"),
    ("WINNIPEG", "Winnipeg", "Manitoba", "CA"),
    ("BRINDISI", "Brindisi", "Italy", "IT"),
    ("HEERENVEEN", "Heerenveen", "Netherlands", "NL"),
    ("SOWETO", "Soweto", "South Africa", "ZA"),
    ("L'AQUILA", "L'Aquila", "Italy", "IT"),
    ("XI'AN", "Xi'an", "China", "CN"),
    ("McALLEN", "McAllen", "Texas", "US"),
    ("COEUR D'ALENE", "Coeur d'Alene", "Idaho", "US"),
    ("KRAMATORSK", "Kramatorsk", "Ukraine", "UA"),
    ("SAN JOSÉ", "San José", "Costa Rica", "CR"),
)
# Towns nobody has heard of: only the capitals speak for them.
UNHEARD = (("BRINDLE BAY", "Brindle Bay", "", None), ("OOSTWOLDE", "Oostwolde", "", None))

KNOWN_AGENCIES = {
    "Reuters": "reuters",
    "AP": "ap",
    "AFP": "afp",
    "TASS": "tass",
    "ITAR-TASS": "tass",
    "Xinhua": "xinhua",
    "dpa": "dpa",
    "ANSA": "ansa",
    "EFE": "efe",
    "Interfax": "interfax",
    "UPI": "upi",
    "PTI": "pti",
    "Yonhap": "yonhap",
    "Kyodo": "kyodo",
    "KUNA": "kuna",
    "Bernama": "bernama",
    "Ukrinform": "ukrinform",
}
UNKNOWN_AGENCIES = ("Northern Wire", "NNW", "Harbour News Service", "Radio Brindle 2")

MONTHS = {
    1: ("January", "Jan.", "Jan", "JAN"),
    2: ("February", "Feb.", "Feb"),
    3: ("March", "MARCH", "Mar"),
    4: ("April", "APRIL", "Apr"),
    5: ("May", "MAY"),
    6: ("June", "Jun"),
    7: ("July", "JUL"),
    8: ("August", "Aug.", "Aug"),
    9: ("September", "Sept.", "Sept", "Sep"),
    10: ("October", "Oct.", "Oct"),
    11: ("November", "Nov.", "Nov"),
    12: ("December", "Dec.", "Dec", "DEC"),
}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DASHES = (" -", " --", " –", " —", " _")
LEDES = (
    "The ferry sailed again on Monday.",
    "A court fined the harbour master.",
    "Talks on the border went on into the night.",
    "“We are going home,” the minister said.",
    '"It is over," she said.',
    "Five ministers resigned.",
    "U.S. officials visited the port.",
    "China said it would reopen the crossing.",
)


@frozen
class Composed:
    """A head and what a parser must give back. Empty strings and None where a part is absent."""

    text: str
    span: str
    places: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    countries: tuple[str | None, ...] = ()
    agencies: tuple[str, ...] = ()
    ids: tuple[str | None, ...] = ()
    date: datetime.date | None = None
    date_text: str = ""


@st.composite
def towns(draw: st.DrawFn, *, in_capitals: bool, known: bool = True) -> tuple[str, str, str | None]:
    """Printed with its qualifier, ordinary name, country."""
    printed, name, region, country = draw(st.sampled_from(TOWNS if known else TOWNS + UNHEARD))
    shown = printed if in_capitals else name
    if not region:
        return shown, name, country
    if in_capitals and draw(st.integers(0, 3)) == 0:
        region = region.upper()
    if len(region) > 5 and draw(st.integers(0, 5)) == 0:
        return f"{shown} ({region})", name, country
    return f"{shown}, {region}", name, country


@st.composite
def places(
    draw: st.DrawFn, *, known: bool = True
) -> tuple[str, tuple[str, ...], tuple[str, ...], tuple[str | None, ...]]:
    """One to three places: the text, each as printed, each one's name and country."""
    in_capitals = draw(st.booleans()) or not known
    number = draw(st.sampled_from((1, 1, 1, 1, 2, 3)))
    found = [draw(towns(in_capitals=in_capitals, known=known)) for _ in range(number)]
    if len({town[1] for town in found}) < number:
        found = found[:1]
    shown = [town[0] for town in found]
    if len(found) == 1:
        text = shown[0]
    elif draw(st.booleans()):
        text = "/".join(shown)
    else:
        text = ", ".join(shown[:-1]) + " and " + shown[-1]
    return text, tuple(shown), tuple(t[1] for t in found), tuple(t[2] for t in found)


@st.composite
def days(draw: st.DrawFn) -> tuple[str, datetime.date]:
    """A day near publication as some desk prints it."""
    date = PUBLISHED - datetime.timedelta(days=draw(st.integers(0, 200)))
    month = draw(st.sampled_from(MONTHS[date.month]))
    number = str(date.day) if draw(st.integers(0, 4)) else f"{date.day:02}"
    year = draw(st.sampled_from(("", "", f", {date.year}", f" {date.year}")))
    suffix = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}.get(date.day, "th")
    shape = draw(st.sampled_from(("month", "month", "day", "ordinal", "weekday", "iso")))
    if shape == "iso":
        return date.isoformat(), date
    if shape == "day":
        return f"{number} {month}{year}", date
    if shape == "ordinal":
        return f"{date.day}{suffix} {month}{year}", date
    if shape == "weekday":
        return f"{WEEKDAYS[date.weekday()]}, {month} {number}{year}", date
    return f"{month} {number}{year}", date


@st.composite
def wires(
    draw: st.DrawFn, *, known: bool = True
) -> tuple[str, tuple[str, ...], tuple[str | None, ...]]:
    """One or two agencies: the text, each as printed, each one's id."""
    names = sorted(KNOWN_AGENCIES)
    first = draw(st.sampled_from(names))
    if not known and draw(st.booleans()):
        name = draw(st.sampled_from(UNKNOWN_AGENCIES))
        return name, (name,), (None,)
    if draw(st.integers(0, 5)):
        return first, (first,), (KNOWN_AGENCIES[first],)
    second = draw(st.sampled_from([n for n in names if n not in (first, "ITAR-TASS")]))
    return f"{first}/{second}", (first, second), (KNOWN_AGENCIES[first], KNOWN_AGENCIES[second])


@st.composite
def datelines(draw: st.DrawFn) -> Composed:
    """A whole dateline before a lede."""
    form = draw(st.sampled_from(("WDA", "WDA", "WAD", "WA", "WA", "DA", "A", "WD", "AWD", "W")))
    has_agency = "A" in form
    known = form not in ("WDA", "WD") or draw(st.integers(0, 3)) > 0
    where, shown, names, countries = draw(places(known=known))
    when, date = draw(days())
    wire, agencies, ids = draw(wires(known=form != "WDA" or not known))
    if form == "W":
        where, shown, names, countries = _capital(draw)
    marks = draw(st.sampled_from((("(", ")"), ("(", ")"), ("/", "/"))))
    if "/" in wire and marks[0] == "/":
        marks = ("(", ")")
    marked = f"{marks[0]}{wire}{marks[1]}" if has_agency else ""
    dash = draw(st.sampled_from(DASHES))
    comma = draw(st.sampled_from((", ", ", ", " ", ". ")))
    if where[-1] == ")" and comma == " ":
        comma = ", "
    close = (
        draw(st.sampled_from((dash, dash, ":", ""))) if form in ("WDA", "WA") and known else dash
    )
    if marks[0] == "/" and close == ":":
        close = "."
    head = {
        "WDA": f"{where}{comma}{when} {marked}{close}",
        "WAD": f"{where} {marked} {when}{dash}",
        "WA": f"{where} {marked}{close}",
        "DA": f"{when} {marked}{dash}",
        "A": f"{marked}{dash}",
        "WD": f"{where}, {when}{dash}",
        "AWD": f"{marked} - {where}, {when}{dash}",
        "W": f"{where}{dash}",
    }[form]
    lede = draw(st.sampled_from(LEDES))
    has_place, has_day = "W" in form, "D" in form
    return Composed(
        text=f"{head} {lede}",
        span=head,
        places=shown if has_place else (),
        names=names if has_place else (),
        countries=countries if has_place else (),
        agencies=agencies if has_agency else (),
        ids=ids if has_agency else (),
        date=date if has_day else None,
        date_text=when if has_day else "",
    )


def _capital(
    draw: st.DrawFn,
) -> tuple[str, tuple[str, ...], tuple[str, ...], tuple[str | None, ...]]:
    """A place that stands without agency and date: in capitals, known."""
    printed, name, country = draw(towns(in_capitals=True))
    return printed, (printed,), (name,), (country,)


GIVEN = ("Ann", "Bo", "Cy", "María José", "Jean-Luc", "J. K.", "Siobhán", "Abdul", "Li")
FAMILY = (
    "Roe",
    "O'Hara",
    "van der Berg",
    "Li",
    "Núñez",
    "al-Rashid",
    "Smith-Jones",
    "McAllister",
    "Day",
)


@st.composite
def bylines(draw: st.DrawFn) -> tuple[str, tuple[str, ...]]:
    """A byline on its line, and the names in it."""
    number = draw(st.integers(1, 4))
    people = st.tuples(st.sampled_from(GIVEN), st.sampled_from(FAMILY)).map(" ".join)
    names = draw(st.lists(people, min_size=number, max_size=number, unique=True))
    if draw(st.integers(0, 3)) == 0:
        names = [name.upper() for name in names]
    joint = draw(st.sampled_from((" and ", " and ", ", ", " with ", " & ")))
    text = ", ".join(names[:-1]) + joint + names[-1] if len(names) > 1 else names[0]
    opening = draw(st.sampled_from(("By ", "By ", "BY ", "by ", "By: ")))
    tail = draw(
        st.sampled_from(
            (
                "",
                "",
                "",
                ", Reuters",
                " in Geneva",
                " - Analysis",
                "\nAssociated Press Writer",
                "; ann@example.com",
                " | AFP",
            )
        )
    )
    return f"{opening}{text}{tail}", tuple(names)


# Openings that look like datelines and are none. {name} is filled with a name of the strategy.
LOOKALIKES = (
    "{name} — the agency that runs the port — said on Monday it would close.",
    "{caps} (AP) -- no relation to the writer -- was there.",
    "{caps}-19 - five things to know about the virus.",
    "U.S. - China talks went on.",
    "“MOSCOW (TASS) - that is how every story began,” {name} said.",
    "FILE - In this Jan. 5, 2020, file photo, {name} speaks.",
    "{name} is a town on the coast. It has a ferry.",
    "The {caps} - a club of banks - met in Geneva.",
    "On March 5, {name} said the port would close.",
    "In Moscow, March 5 - {name} said so - is a holiday.",
    "{caps}: the ferry sails again.",
    "NEW YORK-based {name} said it would close the port.",
    "March 14 — the day the ice came — was cold.",
    "{name} (D-Ohio) — the sponsor — said no.",
    "{name} (left) - a former minister - resigned.",
    "{caps} AND {caps2} TO MEET - {name}",
    "Washington — long a friend — said nothing.",
    "{name} - Reuters reported it first - said nothing.",
)


@st.composite
def lookalikes(draw: st.DrawFn) -> str:
    """A paragraph without a dateline."""
    caps = draw(st.text(alphabet="BCDFGKLMNPRSTVZ", min_size=2, max_size=6))
    caps2 = draw(st.text(alphabet="BCDFGKLMNPRSTVZ", min_size=2, max_size=6))
    name = draw(
        st.sampled_from((*FAMILY[:1], "Ann Roe", "NASA", "Northern Ferries", "Mayor Bo Li"))
    )
    return draw(st.sampled_from(LOOKALIKES)).format(caps=caps, caps2=caps2, name=name)
