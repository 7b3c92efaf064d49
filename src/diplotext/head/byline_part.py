"""What may stand behind the names of a byline: agency, title, contacts."""

from __future__ import annotations

from diplotext.head.agency import read_bare_agency
from diplotext.head.byline_name import GAP, S
from diplotext.head.byline_unnamed import END_RE
from diplotext.lazy_pattern import lazy_regex
from diplotext.lexicon.day import MONTH
from diplotext.lexicon.stamp import is_stamp
from diplotext.model import Agency, Passage

__all__ = [
    "CONTRIBUTED_RE",
    "PAPERS",
    "SPECIAL_RE",
    "TITLE_NOUNS",
    "TITLE_RE",
    "WITH_RE",
    "is_before_stamp",
    "read_agency",
    "read_contacts",
    "read_title",
]

CONTACT = (
    rf"(?:(?:[Ee]-?mail|Twitter|Follow|X):?{S})?"
    r"(?:\[email[ \xa0]protected\]|[\w.+-]{1,60}@[\w-]+(?:\.[\w-]+)+|@\w{2,30}"
    r"|(?!\d{1,4}[.-]\d{1,2}[.-]\d{2,4}(?!\d))\+?\d[\d ().-]{7,20}\d"  # not "18.03.2021"
    r"|\d{3}-\d{4}(?!\d))"
)
CONTACT_RE = lazy_regex(rf"{S}?[,;|/(\[–—-]*{S}?{CONTACT}[)\]]?")
# The marks between two fields of a raw feed: "By ANN ROE=\n^AP Sports Writer=".
FIELD = rf"{S}*+(?:[=<]{S}*+)?\r?\n{S}*\^?"
# "ann.roe@example.com | @annroe" on the line under the names.
CONTACT_LINE_RE = lazy_regex(
    rf"{FIELD}(?P<contact>{CONTACT})(?:{S}?[|,;/·•]{S}?(?P<contact>{CONTACT})){{0,3}}(?={S}*(?:\r?\n|$))"
)
# Names of papers that are little else.
_PAPERS = (
    r"herald|courier|gazette|tribune|chronicle|telegraph|observer|examiner|inquirer|sentinel"
    r"|advertiser|bulletin"
)
# The words by which a line after a name tells who that is.
TITLE_NOUNS = (
    r"writers?|wires|editors?|correspondents?|reporters?|bureau|staff|desk|columnists?|analysts?|critic|chief"
    r"|photographers?|producers?|contributors?|service|news(?:paper|wire)?s?|press|agency|times|post|journal"
    rf"|{_PAPERS}|journalists?|author|director|professor|universit(?:y|ies|é|ät)|college|institute|specialist|magazine|radio|television|tv|online|intern|public\saffairs"
)
# How papers end their names.
PAPERS = (
    rf"{_PAPERS}|times|post|journal|press|star|sun|globe|mail|record|register|express|mirror"
    r"|standard|guardian|independent|republic|news"
)
# "By Ann Roe, News Editor on March 4, 2019": pages of students' papers; "By Spc. Ann Roe, 4th
# Brigade Public Affairs March 4, 2019": the Army's.
ON_DAY = rf"(?:{S}on)?(?={S}?(?:{MONTH})\.?{S}\d{{1,2}},{S}\d{{4}})"
WHO = rf"(?=[^\n]{{0,60}}?\b(?i:{TITLE_NOUNS})\b)"
TITLE_RE = lazy_regex(
    rf"{S}{{0,4}}(?:,{S}--|[,;|/·•–—-]|{S}){S}?(?P<title>{WHO}(?:\(\p{{Lu}}{{2,5}}\){S})?(?:of{S})?\p{{Lu}}[^\n.;:!?(]{{1,70}}?)"
    rf"(?={S}*(?:\r?\n|$|[|,;])|{S}/{S}|{ON_DAY})"
)
# "By Ann Roe ( HARBOUR STAFF WRITER )", "By ANN ROE, --(Harbour News Service)"
BRACKETED_RE = lazy_regex(
    rf"(?:,?{S}?--?)?{S}?\({S}?(?P<title>{WHO}\p{{Lu}}[^()\n]{{2,60}}?){S}?\)"
)
# "By Ann Roe - Analysis": the kind of story in a title's place.
GENRE_RE = lazy_regex(
    rf"{S}[-–—|]{S}(?P<title>\p{{Lu}}[\p{{L}}.]+(?:{S}\p{{L}}+){{0,2}})(?={S}*(?:\r?\n|$))"
)
# "By Ann Roe for Harbour News", "special to ...", "; Editing by Bo Li".
SPECIAL_RE = lazy_regex(
    rf"{S}?[,;|–—-]?{S}?(?:--?{S}?\()?(?P<title>(?:[Ff]or{S}(?:the{S})?(?=\p{{Lu}})|FOR{S}(?=THE{S}|\p{{Lu}}+(?:ONLINE|\.COM)\b)|(?i:special(?:ly)?{S}(?:to|for){S})"
    rf"|(?i:(?:additional{S})?(?:editing|edited|photos?|photograph(?:s|y)|reporting|graphics?|video|pictures?){S}by{S}))"
    rf"[^\n]{{2,70}}?)(?=\)?{S}*(?:\r?\n|$))"
)
# "By ANN ROE; Bo Li contributed reporting from Lima.": LexisNexis prints the paper's credits so.
CONTRIBUTED_RE = lazy_regex(
    rf"{S}?;{S}(?P<title>\p{{Lu}}[^\n;]{{2,160}}?{S}(?:contributed|reported|assisted){S}"
    rf"(?:to{S}this|from|in|reporting|research|with|for|by)\b[^\n]{{0,300}}?)(?=\.?{S}*(?:\r?\n|$))"
)
# "By Ann Roe of the Herald staff", "By Sgt. Ann Roe, 3rd Harbour Brigade"
STAFF_RE = lazy_regex(
    rf"{S}(?P<title>[oO][fF]{S}[tT][hH][eE]{S}(?:\p{{Lu}}[\p{{L}}.&'’-]*{S}){{1,4}}"
    rf"(?i:staff|bureau|desk|{PAPERS}))"
    rf"(?={S}*(?:\r?\n|$))"
    rf"|,{S}(?P<title>(?:\d{{1,3}}(?:st|nd|rd|th)|\p{{Lu}}\p{{L}}+){S}(?:[\p{{Lu}}\d][\p{{L}}\d.&'’-]*{S}){{0,4}}"
    rf"(?:Division|Brigade|Regiment|Battalion|Squadron|Wing|Command|Fleet|Corps))(?={S}*(?:\r?\n|$)|,)"
)
# "ANN ROE, With a report from Bo Li", ", with files from ..."
WITH_RE = lazy_regex(
    rf",{S}(?P<title>[Ww]ith{S}(?:files|(?:an?{S})?reports?){S}from{S}\p{{Lu}}[^\n]{{2,200}}?)(?={S}*(?:\r?\n|$))"
)
# "By dpa correspondents", "By Ann Roe, news reporter": a job in small letters.
JOB_TITLE_RE = lazy_regex(
    rf",?{S}(?P<title>(?:\p{{Ll}}+{S}){{0,2}}(?:correspondents?|reporters?|writers?|editors?|staff|[aA]gencies|AGENCIES|reports))"
    rf"(?={S}*+(?:[=<]{S}*+)?(?:\r?\n|$)|,{S}[^\n,]{{0,12}}\d)"
)
# "Ann Roe, Harbour.com"; "Ann Roe   Harbour Today": a paper behind three blanks.
SITE_RE = lazy_regex(
    rf"{S}?[,|]{S}(?P<title>\p{{L}}[\w-]{{1,30}}\.(?:com|org|net|co\.uk))(?={S}*(?:\r?\n|$))"
)
PAPER_RE = lazy_regex(
    rf"{S}{{3,8}}(?P<title>\p{{Lu}}[\p{{L}}.&'’-]*(?:{S}[\p{{Lu}}&][\p{{L}}.&'’-]*){{0,4}})(?={S}*(?:\r?\n|$))"
)
# "Europe correspondent, Harbour News, Oslo" under the names: the job in small letters.
ROLE_END = (
    rf"(?:{GAP}(?:\p{{Ll}}+{GAP}){{0,2}}"
    r"(?:correspondent|reporter|editor|writer|analyst|columnist)s?)?"
)
TITLE_LINE_RE = lazy_regex(
    rf"{FIELD}(?P<title>(?!All[ ]Times\b){WHO}(?:[oO][fF]{GAP}|\d{{1,3}}(?:st|nd|rd|th){GAP})?"
    r"\p{Lu}[\p{L}.&'’/-]*"
    rf"(?:{GAP}(?:(?:of|for|the|and|&|in|based|writer|reporter|correspondent|editor|journalist|photographer){GAP}){{0,3}}[\p{{Lu}}\d][\p{{L}}\d.&'’/-]*){{0,6}}{ROLE_END}(?:,{S}\p{{Lu}}[\p{{L}}.'’-]+(?:{S}\p{{Lu}}[\p{{L}}.'’-]+)?){{0,2}}(?:{S}\(\p{{Lu}}{{2,5}}\))?)(?={S}*+(?:[=<]{S}*+)?(?:\r?\n|$)|{S}?[/|]{S}?@)"
)
# "BBC Sport at Harlow Park", "BBC Wales in Oslo"
SPORT_LINE_RE = lazy_regex(
    rf"{FIELD}(?P<title>BBC{GAP}(?:Sport|News|Scotland|Wales|Radio{GAP}\d)(?:{GAP}(?:at|in){GAP}(?:the{GAP})?\p{{Lu}}[\p{{L}}'’.-]*(?:{GAP}\p{{Lu}}[\p{{L}}'’.-]*){{0,3}})?)(?={S}*(?:\r?\n|$))"
)
AGENCY_LINE_RE = lazy_regex(rf"{FIELD}\(?(?=\p{{L}}[^\n]{{1,40}}(?:\n|$))")
# ", --(Reuter)": the Irish Times.
MARK_RE = lazy_regex(
    rf"{S}{{0,4}}(?:,{S}?--{S}?\(?|[,|/;·•–—(-]{{1,2}}){S}?(?:(?:for|of){S}(?:the{S})?)?|{S}(?:(?:for|of){S}(?:the{S})?)?"
)


STAMP_RE = lazy_regex(
    rf"(?:{S}*[|•·,]|{S}[/–—-](?={S})|{ON_DAY}){S}*(?P<stamp>[^\n\r|•·]+(?:[|•·][^\n\r|•·]+)?)(?=\r?\n|$)"
)


def is_before_stamp(text: str, end: int) -> bool:
    """Whether a mark and a time stamp fill the line: "By Ann Roe | Harbour News, 4 March 2019"."""
    found = STAMP_RE.match(text, end)
    return found is not None and is_stamp(found["stamp"].strip())


def read_agency(text: str, at: int) -> Agency | None:
    """The agency behind the names, on their line or the next."""
    for mark in (MARK_RE.match(text, at), AGENCY_LINE_RE.match(text, at)):
        found = read_bare_agency(text, mark.end()) if mark is not None else None
        if found is None or mark is None:
            continue
        # "Ann Roe - Associated Press - Sunday, March 4, 2018"; but "Ann Roe / TNN / Mar 4, 2018".
        is_barred = not {"\n", "/"} & set(mark.group()) and is_before_stamp(text, found.end)
        if is_barred or END_RE.match(text, found.end) is not None:
            return found.agencies[0]
    return None


TITLE_FORMS = (
    CONTRIBUTED_RE,
    WITH_RE,
    TITLE_RE,
    BRACKETED_RE,
    GENRE_RE,
    SPECIAL_RE,
    STAFF_RE,
    JOB_TITLE_RE,
    SITE_RE,
    PAPER_RE,
    TITLE_LINE_RE,
    SPORT_LINE_RE,
)


def read_title(text: str, at: int) -> Passage | None:
    """The title behind the names ("AP Sports Writer"), on their line or the next."""
    found = next(filter(None, (form.match(text, at) for form in TITLE_FORMS)), None)
    if found is None:
        return None
    start, end = found.span("title")
    return Passage(text, start, start + len(text[start:end].rstrip()))


def read_contacts(text: str, at: int) -> tuple[list[Passage], int]:
    """The contacts behind the names, on their line or the next, and where they end."""
    contact = CONTACT_RE.match(text, at)
    if contact is not None:
        return [_trimmed(text, contact.start(), contact.end())], contact.end()
    below = CONTACT_LINE_RE.match(text, at)
    if below is not None:
        return [Passage(text, *span) for span in below.spans("contact")], below.end()
    return [], at


def _trimmed(text: str, start: int, end: int) -> Passage:
    """The range without the marks around a contact."""
    raw = text[start:end]
    lead = len(raw) - len(raw.lstrip(" ,;|/([–—-"))
    return Passage(text, start + lead, start + len(raw.rstrip(" )]")))
