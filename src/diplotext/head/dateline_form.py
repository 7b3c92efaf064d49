"""The forms of datelines, from the strictest to the loosest, each with its specimen.

``order`` names the pieces: W where (places), D day, A agencies. ``accepts`` says what else must
hold; the fewer pieces, the more is asked.
"""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from diplotext.head.dateline_agency import is_sure_at
from diplotext.head.dateline_place import (
    is_colon_place,
    is_place_noun,
)
from diplotext.head.dateline_read import Pieces
from diplotext.head.dateline_sign import (
    GENRE_RE,
    GOES_UNCLOSED_RE,
    NEWS_RE,
    has_second_dash,
    is_barred,
    is_glued_dash,
    is_nobody,
    is_prominent,
    is_stopped,
    is_unclosed,
    opens_sentence,
)
from diplotext.lazy_pattern import lazy_regex
from diplotext.lexicon.agency import agencies

__all__ = ["FORMS", "Form", "has_form"]

CLOCK_RE = lazy_regex(r"\s*\d{1,2}:\d\d")
CALL_RE = lazy_regex(r"[KW]\p{Lu}{2,3}(?:-TV)?")
INITIALS_RE = lazy_regex(r"\p{Lu}{3,5}")  # "Colombo (LNN) – The ferry ..."
LONGEST_UNKNOWN = 2
LONGEST_UNLISTED = 4  # words of a town without capitals before an agency in its marks
GOES_ON_RE = lazy_regex(
    r"\s*(?:the|an?|and|or|but|when|where|which|who|that|it|they|was|were|is|are|of|for|to|in|on|at)\s"
)
STOP_COUNTRIES = frozenset({"ID", "TZ", "UG"})  # whose papers close a bare town with a full stop


@frozen
class Form:
    """One form: the order of its pieces, a specimen, and what must hold besides."""

    order: str
    specimen: str
    accepts: Callable[[Pieces], bool]


def has_known_agency(p: Pieces) -> bool:
    """Place, day, known agency: nothing else looks like that, closed or not.

    But "Ann Roe / TNN / Jun 14, 2021, 09:14 IST" is a byline with its hour, and "Every July 16,
    World Ferry Day is kept" a sentence.
    """
    if p.agencies is None or not p.agencies.is_known:
        return False
    is_word = p.agencies.mark == "" and not agencies().is_no_word(p.agencies.agencies[0].text)
    if is_word and not p.is_placed:
        return False
    is_over = p.is_timed and p.ends_line  # a byline in small letters under "Oslo | AFP | ... 09:14"
    return bool(p.closing) or ((p.opens_text or is_over) and (p.is_placed or p.order[-1] == "A"))


def has_marked_agency(p: Pieces) -> bool:
    """An agency unknown to the lexicon needs its marks or a dash, and a place that is one."""
    if p.agencies is None or not p.is_placed or not p.opens_text:
        return False
    return bool(p.closing) or (p.agencies.mark != "" and p.is_known_place)


def is_place_and_known_agency(p: Pieces) -> bool:
    """As in "MOSCOW (TASS):"; not "SMITH (AP) -- no relation to the writer"."""
    if p.agencies is None or not p.agencies.is_known:
        return False
    if p.agencies.mark == "":
        is_placed = p.is_known_place or is_place_noun(p.places[0])
        is_closed = p.closing in ("dash", "colon", "bar") or p.ends_line or is_stopped_agency(p)
        return is_placed and is_closed and p.opens_text
    if not p.is_placed and len(p.places[-1].printed.split()) > LONGEST_UNLISTED:
        return False  # "Kvik Lines Shares Fall After Ferry Grounding" over "(RTTNews) - Text"
    if p.closing in ("dash", "colon", "bar"):
        return p.opens_text or (p.is_known_place and not p.places[0].is_area)
    return p.is_known_place and p.opens_text and p.after != "" and not p.after.isdigit()


def is_stopped_agency(p: Pieces) -> bool:
    """As in "ASTANA. KAZINFORM The ferry ...", "Baku – APA. The ferry ...": a stop on one side."""
    if p.agencies is None or not p.after.isupper():
        return False
    name = p.agencies.agencies[0].text
    if p.closing == "stop":
        is_sure = is_sure_at(name, p.places[-1].country)
        return name.isupper() and is_sure and p.is_known_place
    is_sure = name.isupper() and p.places[0].in_capitals and agencies().is_distinctive(name)
    is_parted = p.text[p.places[-1].end] == "."
    return is_sure and is_parted and p.closing == "" and not p.ends_line


def is_place_and_unknown_agency(p: Pieces) -> bool:
    """As in "KRAMATORSK (Northern Wire) --": a place of the gazetteer's and a dash."""
    if p.agencies is None or not p.is_known_place or not p.opens_text:
        return False
    first = p.places[0]
    if not first.in_capitals and "," not in first.place.text:
        # "Mogadishu (Harbour Network) - The ferry ..."; not "Denver (Broncos) - ..."
        name = p.agencies.agencies[-1].text
        is_news = NEWS_RE.search(name) is not None or INITIALS_RE.fullmatch(name) is not None
        return p.agencies.mark != "" and is_news and is_prominent(p) and opens_sentence(p)
    return p.agencies.mark != "" and p.closing in ("dash", "colon") and not p.places[0].is_area


def is_town_last(p: Pieces) -> bool:
    """As in "Apr 22 (CP) Colombo-"; in "Jan. 19 (UPI) -- Paris -- ..." the town is the story's."""
    if p.agencies is None or p.agencies.mark == "" or not p.agencies.is_known:
        return False
    is_joined = p.text[p.agencies.end : p.places[0].start].isspace()
    return is_joined and p.is_known_place and p.closing == "dash" and p.opens_text


def is_agency_first(p: Pieces) -> bool:
    """As in "(ANSA) - ROME, JUL 11 -", "TASS, January 21."."""
    if p.agencies is None or not p.agencies.is_known or not p.opens_text:
        return False
    if p.closing == "" and p.after == "(" and p.agencies.mark == "(":
        return False  # "(Bernama via Harbour) KLANG, Feb 21 (Bernama) --": two datelines
    # "(ANSA) - Iglesias, June 14 -": marks, day and dash say enough for a town without capitals.
    return p.is_placed or bool(p.day and p.is_dashed and p.agencies.mark)


def is_agency_and_place(p: Pieces) -> bool:
    """As in "(ANSA) - ROME -", "AFP, PARIS" on its own line; not "(Reuters) - AMR said".

    Nor "National, Normal": a word without marks is no agency.
    """
    if p.agencies is not None and p.agencies.mark == "":
        name = p.agencies.agencies[0].text
        is_sure = name.isupper() and (p.is_dashed or agencies().is_no_word(name))
        if not is_sure and not agencies().is_distinctive(name):
            return False
    is_closed = p.is_dashed or (p.ends_line and p.closing == "")
    # "APA-Lagos (Nigeria) The ferry ..."
    is_closed = is_closed or (p.places[0].place.text.endswith(")") and p.after.isupper())
    # "TEMPO Interactive, Jakarta: The ferry ..."
    is_closed = is_closed or (p.closing == "colon" and is_colon_place(p.places[0]))
    return is_agency_first(p) and p.is_known_place and is_closed


def is_day_and_agency(p: Pieces) -> bool:
    """As in "Jan. 19 (UPI) --", "May 14 (PFI) -"."""
    if p.agencies is None or not p.opens_text:
        return False
    return p.closing in ("dash", "colon") or (p.agencies.is_known and p.agencies.mark != "")


def is_agency_alone(p: Pieces) -> bool:
    """As in "(Reuters) -", "(CNN)Text"; a name in brackets that is not known says nothing.

    But for a station's call letters: "(KTLA) – A man ...".
    """
    if p.agencies is None:
        return False
    if not p.agencies.is_known:
        call = p.agencies.agencies[0].text
        return CALL_RE.fullmatch(call) is not None and p.is_dashed and opens_sentence(p)
    if p.agencies.mark == "":
        if p.closing == "bar":  # "Shafaq News/ The ferry sank on ..."
            is_sure = agencies().is_distinctive(p.agencies.agencies[0].text)
            return is_sure and opens_sentence(p)
        return p.closing == "dash" and (p.ends_line or opens_sentence(p))
    if p.closing in ("dash", "colon"):
        return p.opens_text
    if GENRE_RE.search(p.agencies.agencies[0].text) is not None:
        return False
    is_glued = (
        not p.text[p.close : p.close + 2].isspace() and "\n" not in p.text[p.close : p.close + 2]
    )
    return p.after.isupper() and is_glued and len(p.agencies.agencies) == 1


def is_place_and_day(p: Pieces) -> bool:
    """As in "HOUSTON, Feb 26 -", "LONDON 1996-08-22"; "May 5" in a sentence has no dash."""
    if not p.places or p.day is None or not (p.opens_text or p.is_known_place):
        return False
    if p.day.month is None and not (p.places[0].in_capitals or is_stopped(p)):
        return False
    is_parted = p.text[p.end : p.end + 1].isspace()
    if p.is_timed and not p.ends_line and (is_parted or not p.places[0].in_capitals):
        return False  # "LUND, March 4, 7 p.m. - Choir": a list of what is on
    is_aside = GOES_ON_RE.match(p.text, p.close) is not None and has_second_dash(p)
    if is_aside and not p.places[0].in_capitals:
        return False  # "London, March 4 - the day that war began - was cold."
    has_comma = "," in p.text[p.places[-1].end : p.day.start]
    if p.is_dashed or p.closing == "colon" or is_glued_dash(p):
        # "PORT SUBSIDY TO END JULY 1 - MINISTER": capitals alone need the comma.
        return has_comma or p.is_known_place
    if p.closing == "stop" and has_comma and p.after.isupper():
        return p.is_known_place and p.order == "WD"  # "Lima, Mar. 4. Four people"
    if is_unclosed(p) and (has_comma or GOES_UNCLOSED_RE.match(p.text, p.close) is not None):
        return True
    is_own_line = p.ends_line and p.order == "WD"
    is_short = len(p.places[0].printed.split()) <= LONGEST_UNKNOWN
    if is_own_line and has_comma and p.places[0].in_capitals and is_short and p.day.month:
        return True  # "BAJHANG, NOVEMBER 14"
    is_dated = p.day.month is not None or (has_comma and p.places[0].in_capitals) or is_stopped(p)
    return p.is_known_place and is_own_line and is_dated


def is_day_alone(p: Pieces) -> bool:
    """As in "July 15 - Text"; the layout also asks that the day be near that of publication."""
    if p.day is None or p.day.month is None or CLOCK_RE.match(p.text, p.close) is not None:
        return False  # "Tuesday July 19, 2011 - 02:47:04 in Latest News by Ann Roe"
    return p.is_dashed and p.opens_text


def is_place_alone(p: Pieces) -> bool:
    """As in "SALT LAKE CITY —", "WOODBRIDGE, N.J. -"; not "NASA —", "CHINA -", "COVID-19 -"."""
    if not p.is_known_place or p.places[0].is_area or not p.opens_text:
        return False
    if p.ends_line and p.closing == "":
        return False
    if p.closing == "colon":
        return p.after != "" and is_colon_place(p.places[0])
    if p.closing == "stop":  # "Jakarta. A ferry sank": The Jakarta Globe
        return p.places[0].country in STOP_COUNTRIES and p.after.isupper()
    if p.places[0].in_capitals:
        return p.is_dashed or is_barred(p)
    if p.text[p.start] == "(":  # "(New York) – The ferry ..."
        return opens_sentence(p)
    is_typed = p.text[p.close - 2 : p.close] == "--" and not p.is_spaced  # "Paris--Rome trains"
    if p.is_dashed and not is_typed and is_prominent(p) and not has_second_dash(p):
        return True
    return is_nobody(p) and opens_sentence(p)


FORMS: tuple[Form, ...] = (
    Form("WDA", "BEIJING, March 31 (Xinhua) --", has_known_agency),
    Form("WDA", "VILNIUS, Jan. 5 (Northern Wire) -", has_marked_agency),
    Form("WAD", "NEW YORK--(BUSINESS WIRE)--Jan. 5, 2010--", has_known_agency),
    Form("WAD", "TORONTO (Harbour News) Jan 5 -", has_marked_agency),
    Form("DWA", "14 March, Kyiv (Ukrinform) -", has_known_agency),
    Form("AWD", "(ANSA) - ROME, JUL 11 -", is_agency_first),
    Form("ADW", "Xinhua, April 15, Beijing -", is_agency_first),
    Form("DAW", "Apr 22 (CP) Colombo-", is_town_last),
    Form("WA", "MOSCOW (TASS):", is_place_and_known_agency),
    Form("WA", "KRAMATORSK (Northern Wire) --", is_place_and_unknown_agency),
    Form("AW", "(ANSA) - ROME -", is_agency_and_place),
    Form("DA", "Jan. 19 (UPI) --", is_day_and_agency),
    Form("AD", "TASS, January 21.", is_agency_first),
    Form("A", "(Reuters) -", is_agency_alone),
    Form("WD", "HOUSTON, Feb 26 -", is_place_and_day),
    Form("DW", "14 March, KYIV -", is_place_and_day),
    Form("D", "July 15 -", is_day_alone),
    Form("W", "SALT LAKE CITY —", is_place_alone),  # also "(Nairobi) –"
)
BY_ORDER = {
    order: tuple(form for form in FORMS if form.order == order)
    for order in {f.order for f in FORMS}
}


def has_form(pieces: Pieces) -> bool:
    """Whether the pieces are a dateline in one of the forms."""
    return any(form.accepts(pieces) for form in BY_ORDER.get(pieces.order, ()))
