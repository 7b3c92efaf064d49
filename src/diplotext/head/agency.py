r"""Agencies in an agency's place: "(Reuters)", "/TASS/", ", Kyodo", "(AP/dpa)", "(IFR)".

A name that the lexicon has not is still read where only an agency can stand, with ``id=None``.

    agency = "(" names ")" | "/" names "/" | "[" names "]" | names
    names  = name (("/" | "," | "&" | "+" | "and" | "-") name)*
"""

from __future__ import annotations

from attrs import frozen

from diplotext.combinators import Match, Miss, parse_with
from diplotext.head.day import Day, day
from diplotext.lazy_pattern import gated_regex, lazy_regex
from diplotext.lexicon.agency import AgencyEntry, agencies, agency_key
from diplotext.lexicon.day import months, weekdays
from diplotext.lexicon.fold import fold
from diplotext.lexicon.person_name import given_names
from diplotext.lexicon.region import find_region_entries
from diplotext.model import Agency

__all__ = ["AgencyRead", "agency", "parse_agency", "read_bare_agency", "read_marked_agency"]

EXPECTED = frozenset({"agency"})

GAP = r"(?:[ \t\xa0]{0,3}(?:\r?\n[ \t]{0,8})?)"
# "(Reuters)", "/TASS/", "[AFP]"; "(AP" and "AP)" are slips of old feeds, read for known ones only.
MARKED_RE = gated_regex(
    rf"\({GAP}(?P<body>[^()\n]{{2,90}}(?:\n[^()\n]{{1,40}})?){GAP}\)"
    rf"|/{GAP}(?P<body>[^/()\n]{{2,60}}(?:\(\p{{Lu}}{{2,6}}\))?){GAP}/"
    r"|\[(?P<body>[^\[\]\n]{2,40})\]"
)
HALF_RE = gated_regex(
    r"\((?P<body>\p{L}[\p{L} -]{1,30}?)(?=\s*[-–—_]{1,3}\s)|(?P<body>\p{Lu}{2,12})\)"
)
# The rest of a word of a name; one hyphen inside ("ITAR-TASS"), no dash ("BNS--Text").
LETTERS = r"[\p{L}\p{M}\d.&'’]*+(?:[-/](?=[\p{L}\d])[\p{L}\p{M}\d.&'’]++)*+"
BARE_RE = gated_regex(
    rf"(?P<word>\p{{L}}{LETTERS})(?:[ \t\xa0]{{1,2}}(?P<word>[\p{{L}}\d]{LETTERS})){{0,4}}"
)
JOINT_RE = lazy_regex(
    r"\s*(?:[/&+,;|]|\s[-–—]\s|-(?=\p{Lu}\p{Ll}+\s\d)|\band\b|\bwith\b|\bvia\b)\s*"
)
# What an unknown agency looks like: names, not prose: "Thomson Reuters Accelus", "IFR",
# "INRAVISION TELEVISION CADENA 1", "Radio Free Narnia", "Chinese media".
UNKNOWN_RE = lazy_regex(
    r"(?:The\ )?\p{Lu}[\p{L}\p{M}\p{N}.&'’!-]+"
    r"(?:\s(?:(?:de|del|da|do|la|of|the|for|and|y|e|&)\s){0,2}(?:\p{Lu}[\p{L}\p{M}\p{N}.&'’!-]*|\d{1,2})){0,6}"
    r"(?:\s(?:media|agencies)\b)?"
)
# In brackets behind a name these are a party, a score, a time, a label, not an agency.
NOT_AGENCY_RE = lazy_regex(
    r"[RDI]-\p{Lu}|.*\d{3}|FILE|File|TEXT|Text|Photo|PHOTO|Video|VIDEO|Updated?|UPDATED?|Continued"
    r"|[AP]M\b|GMT|Jr|Sr|MP\b|MEP\b|PhD"
)


@frozen
class AgencyRead:
    """The agencies at a place; ``is_known``: the lexicon has one of them; ``mark``: ( / [ or "".

    ``end`` is behind the closing mark; ``day`` a date found inside it ("(Marketwire - Jan. 5)").
    """

    agencies: tuple[Agency, ...]
    is_known: bool
    mark: str
    end: int
    day: Day | None = None


def parse_agency(text: str) -> Agency:
    """The agency at the start of the text; raises ``ParseError`` if there is none.

    >>> parse_agency("ITAR-TASS reports").id
    'tass'
    >>> parse_agency("on Monday")
    Traceback (most recent call last):
    diplotext.errors.ParseError: line 1, column 1: expected agency
    on Monday
    ^
    """
    return parse_with(agency, text)


def agency(text: str, pos: int, /) -> Match[Agency] | Miss:
    """The agency at ``pos``, without marks: the longest known one, else a name in capitals.

    >>> agency("KYIV | 14 March | Ukrinform", 18).value.name
    'Ukrinform'
    >>> agency("(Reuters)", 0)
    Miss(pos=0, expected=frozenset({'agency'}))
    """
    found = read_bare_agency(text, pos)
    if found is not None:
        return Match(found.agencies[0], found.end)
    unknown = UNKNOWN_RE.match(text, pos)
    if unknown is None or not _is_agency_like(unknown.group()):
        return Miss(pos, EXPECTED)
    return Match(Agency(text, pos, unknown.end(), name=unknown.group()), unknown.end())


def read_marked_agency(text: str, pos: int, country: str | None = None) -> AgencyRead | None:
    """The agencies between marks at ``pos``; ``country`` is that of the dateline's place."""
    found = MARKED_RE.match(text, pos)
    if found is None:
        found = HALF_RE.match(text, pos)
        if found is None or found["body"] not in agencies():
            return None
    start, end = found.span("body")
    mark = text[pos] if text[pos] in "(/[" else "("
    # "[TEXT]", "[FBIS Report]" are labels: square brackets hold agencies that are known, or none.
    if mark == "[" and not _may_be_known(found["body"]):
        return None
    read = _read_names(text, start, end, mark, found.end(), country)
    if read is None or mark != "[":
        return read
    return read if all(one.text in agencies() for one in read.agencies) else None


def _may_be_known(printed: str) -> bool:
    """Whether these are several names, or some word of theirs begins an agency's."""
    words = agency_key(printed).split()
    return JOINT_RE.search(printed) is not None or not agencies().openers.isdisjoint(words)


def read_bare_agency(text: str, pos: int, country: str | None = None) -> AgencyRead | None:
    """The known agency that stands without marks at ``pos``, printed as its name is."""
    words = BARE_RE.match(text, pos)
    if words is None or not agencies().may_open(words.group()):
        return None
    for end in reversed(words.ends("word")):
        printed = text[pos:end].rstrip(".-")
        if printed in agencies() and _is_printed_so(printed):
            one = _build(text, pos, pos + len(printed), country)
            return AgencyRead((one,), is_known=True, mark="", end=one.end)
    return None


def _is_printed_so(printed: str) -> bool:
    """Whether these are an agency's capitals, not a common word ("Trend", "nan")."""
    entries = agencies().candidates(printed)
    bare = printed.removeprefix("The ").removeprefix("the ")
    forms = {form.removeprefix("The ") for e in entries for form in (e.name, *e.aliases)}
    if printed.isupper() or bare in forms:
        return True
    # "Sapa", "Itar-Tass", in capitals or not: as the specimens of its datelines have it.
    lines = [line for e in entries for line in e.datelines]
    return any(printed in SPECIMEN_RE.split(line) or f"/{printed}/" in line for line in lines)


def _build(text: str, start: int, end: int, country: str | None) -> Agency:
    printed = " ".join(text[start:end].split())
    entry = agencies().lookup(printed, country)
    if entry is not None and _is_namesake(printed, entry, country):
        entry = None
    elif entry is None and (service := _service_of(printed)) is not None:
        return Agency(text, start, end, name=printed, id=service.id)
    return Agency(
        text, start, end, name=entry.name if entry else printed, id=entry.id if entry else None
    )


def _is_namesake(printed: str, entry: AgencyEntry, country: str | None) -> bool:
    """Whether another paper is meant: "Kampala, Uganda | THE INDEPENDENT |" is not London's."""
    is_plain = len(printed.split()) == 2 and printed[:4].casefold() == "the "
    is_paper = entry.kind == "newspaper" and entry.country is not None
    return is_plain and is_paper and country is not None and country != entry.country


def _service_of(printed: str) -> AgencyEntry | None:
    """The agency whose service this is: "Reuters Legal", "MOSCOW TASS"."""
    words = WORDS_RE.split(printed)
    if len(words) < 2 or printed in agencies():
        return None
    for name in (printed[: -len(words[-1]) - 1], words[0], words[-1]):
        entry = agencies().lookup(name)
        if entry is None or not _is_printed_so(name):
            continue
        if name == words[-1] and entry.kind in ("newspaper", "release"):
            continue  # "Harlow Star" is no service of The Star, "Harlow Newswire" none of ...
        return entry
    return None


SPECIMEN_RE = lazy_regex(r"[\s,:()/-]+")
WORDS_RE = lazy_regex(r"[\s-]+")
BY_RE = gated_regex(r"[Bb]y\s(?:the\s)?")
SHORT_RE = lazy_regex(r"\s\(\p{Lu}{2,6}\)$")


def _read_names(
    text: str, start: int, end: int, mark: str, close: int, country: str | None
) -> AgencyRead | None:
    """The agencies in ``text[start:end]``; None if what stands there is none."""
    whole = text[start:end].rstrip()
    end = start + len(whole)
    by = BY_RE.match(whole)  # "Oslo, June 19 (By the Associated Press).—"
    if by is not None and whole[by.end() :] in agencies():
        start, whole = start + by.end(), whole[by.end() :]
    parts = whole.split("/")
    is_list = len(parts) > 1 and all(part.strip() in agencies() for part in parts)
    if whole in agencies() and not is_list:
        return AgencyRead((_build(text, start, end, country),), is_known=True, mark=mark, end=close)
    short = SHORT_RE.search(whole)  # "African Press Organization (APO)"
    if short is not None and whole[: short.start()] in agencies():
        end = start + short.start()
        return AgencyRead((_build(text, start, end, country),), is_known=True, mark=mark, end=close)
    first, dash, second = whole.partition("-")
    is_pair = bool(dash) and first in agencies() and second in agencies()
    if not _is_agency_like(whole) and not JOINT_RE.search(whole) and not is_pair:
        return None
    if is_pair:  # "(AFP-Jiji)"
        pair = (
            _build(text, start, start + len(first), country),
            _build(text, end - len(second), end, country),
        )
        return AgencyRead(pair, is_known=True, mark=mark, end=close)
    return _read_list(text, start, end, mark, close, country)


def _read_list(
    text: str, start: int, end: int, mark: str, close: int, country: str | None
) -> AgencyRead | None:
    """Names with joints between, and a day among them: "(Marketwire - Jan. 5)", "(AP, Tempo)"."""
    found: list[Agency] = []
    inside: Day | None = None
    is_known = False
    at = start
    while at < end:
        joint = JOINT_RE.search(text, at, end)
        stop = joint.start() if joint else end
        printed = text[at:stop]
        date = day(text, at)
        if isinstance(date, Match) and date.end >= stop:
            inside = date.value
            joint = JOINT_RE.match(text, date.end, end)
            stop = date.end
        elif is_known and _is_person(printed):
            pass  # "(RIA Novosti, Ann Roe)": its reporter
        elif printed in agencies() or (_is_agency_like(printed) and not (found and mark == "/")):
            is_known = is_known or printed in agencies()
            found.append(_build(text, at, stop, country))
        elif not is_known:
            return None
        at = max(stop, joint.end()) if joint else end
    if not found:
        return None
    is_known = is_known or any(one.id for one in found)
    return AgencyRead(tuple(found), is_known, mark, close, inside)


def _is_person(printed: str) -> bool:
    """Whether a name behind an agency is a reporter's."""
    words = printed.split()
    return len(words) > 1 and words[0] in given_names() and printed not in agencies()


def _is_agency_like(printed: str) -> bool:
    """Whether a name in an agency's place may be one that the lexicon has not."""
    word = fold(printed)
    return (
        UNKNOWN_RE.fullmatch(printed) is not None
        and NOT_AGENCY_RE.match(printed) is None
        and sum(c.isalpha() for c in printed) >= 2
        and word not in weekdays()
        and word not in months()
        and not find_region_entries(printed)
    )
