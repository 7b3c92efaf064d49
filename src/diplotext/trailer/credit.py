"""Closing credits: who reported, wrote and edited a story, as its last lines say.

They stand behind the last paragraph, often glued to it, or on lines of their own::

    (Reporting by A and B in CITY; additional reporting by C; Editing by D)

with every liberty: no brackets, no separators, no closing bracket, a slash, spaces before commas.
``credits`` reads one block at a position. Not handled: credits in other languages than English,
names in other scripts than Latin.
"""

from __future__ import annotations

from attrs import evolve, frozen

from diplotext.combinators import Match, Miss, parse_with
from diplotext.lazy_pattern import gated_regex, lazy_regex
from diplotext.lexicon.agency import agencies
from diplotext.lexicon.person_name import given_names
from diplotext.model import Credit, CreditRole, Passage
from diplotext.trailer.people import Group, People, read_people
from diplotext.trailer.place import build_place, is_place, read_place
from diplotext.trailer.vocabulary import vocabulary

__all__ = ["credits", "parse_credits", "read_credits"]

LONGEST = 2500  # code points of a block; the longest sign-offs of round-ups have some 900
MISS = frozenset({"credit"})
OPEN_RE = gated_regex(
    r"(?P<bracket>[(\[]{1,2})\s*(?:[-–—*]{1,3}\s*)?|(?:[-–—*_•]{1,3}|\.{3})\s*"
    # "This story was reported by Ann Roe and edited by Bo Li."
    r"|This\s(?:story|report|article|post|piece|dispatch)\s(?:was|is)\s"
    r"(?=[\p{L} ]{3,40}\sby\s\p{Lu})"
)
CLOSE_RE = gated_regex(r"\s*[.;,]?\s*[)\]]{1,2}(?:[ \t]*\.(?!\.))?")
FULL_STOP_RE = lazy_regex(r"[ \t]*(?:\.(?!\.)|;(?=\s*$))")
# "(Editing by A; $1 = 0.92 euros)", "(... ; for more see www.example.com)": passed over.
# "(... Please credit the Harbour Foundation, the charitable arm of ...)": as well.
FILLER_RE = gated_regex(
    r"\s*[;.,]\s*(?:[^()\n]{0,80}(?:=|@|www\.|\d{3})[^()\n]{0,80}|Please\scredit\b[^()\n]{0,400})(?=[)\]])"
)
# What nobody can read is passed over, up to the next role or to the bracket's end, where the block
# says plainly that it is one of credits: it has two roles, or a mark or little more comes behind
# the first one's people. "(Reporting by Ann Roe; Editing by )", "(... ; Editing by Ann Roe adn Bo
# Li)"; but "(Edited by Ann Roe, a professor at Norland, the book sold well)".
LATER_RE = gated_regex(r"[^()\[\]\n;]{1,400};\s*")
UNREAD_RE = gated_regex(r"[^()\[\]\n]{1,400}(?=[)\]])")
SHORT_RE = gated_regex(r"\s*(?:;|,\s*\p{Lu}|(?:[\p{L}.]+\s*){1,3}[)\]])")
CAPITAL_RE = lazy_regex(r"[(\[]{1,2}\s*\p{Lu}")
# "To contact the reporter on this story: Ann Roe in Oslo at aroe@example.com"
MAIL_RE = gated_regex(r"\s(?:at|on)\s(?:\+?[\d-]{6,20}\sor\s)?[\w.+-]{1,60}@[\w.-]{1,80}\w")
LINE_END_RE = lazy_regex(r"[ \t]*[.;]?[ \t]*(?:\r?\n|\Z)")
JUNK_RE = lazy_regex(r"[\s,]+")
STOP_RE = lazy_regex(r"\s*[.;,/|:&–—-]*\s*(?i:and\s+(?=\p{L}+ing\b))?")
BY_RE = gated_regex(r"(?i:by)\s+(?=\p{Lu})")
# "A and B contributed to this report." (AP), "contributed reporting from Rome." (newspapers),
# "Roe reported from Oslo." (Washington Post)
AFTER_NAMES_RE = gated_regex(
    r"\s*,?\s*(?:(?:all|both|each|also)\s+){0,2}"
    r"(?:(?P<role>reported)(?=\s+(?:from|in)\s+\p{Lu})"
    r"|contributed\b(?:\s+(?:additional\s+)?(?:reporting|research))?"
    r"(?:\s+to\s+(?:this|the)\s+(?:\p{Ll}+\s+){0,2}?(?:report|story|article|dispatch|review|post|column|piece))?)"
)

# The end of a role ("by", "from", a colon), a verb behind names, or the comma before an agency.
SIGNS = ("by", "from", ":", ",", "/", "contribut", "reported")


@frozen
class Item:
    """One role with its people: where it begins and ends, and what it says."""

    start: int
    end: int
    role: CreditRole
    people: People


def credits(text: str, pos: int, /) -> Match[tuple[Credit, ...]] | Miss:  # noqa: A001 - the zone's name
    """The credits of the block at ``pos``, one for each role and place; they tile the block.

    block = [bracket | dash] credit {separator credit} [bracket];
    credit = role "by" people | people "contributed to this report"

    >>> block = credits("(Reporting by Ann Roe and Bo Li in Rome; Editing by Cy Day )", 0)
    >>> [(c.role, [n.text for n in c.names], c.place and c.place.name) for c in block.value]
    [('reporting', ['Ann Roe', 'Bo Li'], 'Rome'), ('editing', ['Cy Day'], None)]
    >>> credits("Reporting by next week is the plan.", 0)
    Miss(pos=0, expected=frozenset({'credit'}))
    """
    return read_credits(text, pos, len(text))


def read_credits(text: str, pos: int, limit: int) -> Match[tuple[Credit, ...]] | Miss:
    """As ``credits``, but nothing is read from ``limit`` on."""
    limit = min(limit, pos + LONGEST)
    opened = OPEN_RE.match(text, pos, limit)
    inside = opened is not None and opened["bracket"] is not None
    items: list[Item] = []
    item = _first_item(text, opened.end() if opened else pos, limit, inside=inside)
    while item is not None:
        items.append(item)
        stop = STOP_RE.match(text, item.end, limit)
        at = stop.end() if stop else item.end
        item = _role_item(text, at, limit, inside=inside)
        if item is None and inside:
            item = _unknown_item(text, at, limit) or _later_item(text, at, limit)
    if not items:
        return Miss(pos, MISS)
    end = items[-1].end
    filler = (FILLER_RE if inside else MAIL_RE).match(text, end, limit)
    end = filler.end() if filler else end
    ending = CLOSE_RE if inside else FULL_STOP_RE
    closed = ending.match(text, end, limit)
    if closed is None and inside and CAPITAL_RE.match(text, pos, limit):
        is_plain = len(items) > 1 or SHORT_RE.match(text, end, limit) is not None
        unread = UNREAD_RE.match(text, end, limit) if is_plain else None
        if unread is not None:
            end = unread.end()
            closed = ending.match(text, end, limit)
    if closed is not None:
        end = closed.end()
    return Match(_tile(text, pos, end, items), end)


def parse_credits(text: str) -> tuple[Credit, ...]:
    """The credits at the start of the text; ParseError if there are none.

    >>> [credit.role for credit in parse_credits("(Writing by Ann Roe)")]
    ['writing']
    >>> parse_credits("Rain fell.")
    Traceback (most recent call last):
    diplotext.errors.ParseError: line 1, column 1: expected credit
    Rain fell.
    ^
    """
    return parse_with(credits, text)


def _first_item(text: str, pos: int, limit: int, *, inside: bool) -> Item | None:
    """The item that opens a block: a role and its people, or people and what they did."""
    if not inside and not _may_be_credit(text[pos:limit].lower()):
        return None
    item = _role_item(text, pos, limit, inside=inside)
    if item is not None:
        return item
    by = BY_RE.match(text, pos, limit)
    people = read_people(text, by.end() if by else pos, limit, wrapped=inside)
    if people is None or not people.named:
        return None
    after = AFTER_NAMES_RE.match(text, people.end, limit) if by is None else None
    if after is not None:
        people = _placed(text, after.end(), limit, people)
        return Item(pos, people.end, "reporting" if after["role"] else "contributing", people)
    # "(A and B; Editing by C)"
    stop = STOP_RE.match(text, people.end, limit)
    if vocabulary().role.match(text, stop.end() if stop else people.end, limit):
        return Item(pos, people.end, "reporting", people)
    # "(By A and B)", "-By A, Harbour Newswires; 555-0100", "A, The Canadian Press", "A/TT"
    names = [text[slice(*name)] for group in people.groups for name in group.names]
    if names and names[0] in agencies():
        return None  # "(AFP, Reuters)"
    led = by is not None and text[max(0, pos - 2) : pos].strip()[-1:] in tuple("([-–—")
    last = (CLOSE_RE if inside else LINE_END_RE).match(text, people.end, limit)
    is_signed = led or people.signed or (inside and _is_sign_off(text, people))
    return Item(pos, people.end, "reporting", people) if is_signed and last else None


def _is_sign_off(text: str, people: People) -> bool:
    """Whether brackets hold nothing but persons, as Sri Lankan papers sign: "(Rohan Silva)"."""
    names = [name for group in people.groups for name in group.names]
    printed = [text[start:end].split() for start, end in names]
    are_persons = all(
        len(words) > 1 and words[0] in given_names() and not is_place(words[0]) for words in printed
    )
    return are_persons and names[-1][1] == people.end


def _may_be_credit(words: str) -> bool:
    """A cheap look before the patterns: what every credit outside brackets has one of."""
    return any(sign in words for sign in SIGNS)


def _role_item(text: str, pos: int, limit: int, *, inside: bool) -> Item | None:
    """A role with its people."""
    words = vocabulary()
    role = words.role.match(text, pos, limit)
    if role is None and inside:
        role = words.bare.match(text, pos, limit)
    if role is None:
        return None
    people = read_people(text, _behind_role(text, role.end(), limit), limit, wrapped=inside)
    if people is None:
        return None
    if role.group().rstrip().endswith("from"):
        people = _located(text, people)
    return Item(pos, people.end, words.role_of(role.group()), people)


def _behind_role(text: str, pos: int, limit: int) -> int:
    """Where a role's people begin: "editing by, Ann Roe", "Editing by Editing by Ann Roe"."""
    junk = JUNK_RE.match(text, pos, limit)
    at = junk.end() if junk else pos
    again = vocabulary().role.match(text, at, limit)
    return _behind_role(text, again.end(), limit) if again else at


# "(Reporting by A; desking by B)": behind a known role in brackets any other is one.
UNKNOWN_RE = gated_regex(r"(?:\p{L}[\p{L}-]+\s+){0,2}?\p{L}[\p{L}-]*(?:ing|ed)\s+by\s+(?=\p{Lu})")


def _unknown_item(text: str, pos: int, limit: int) -> Item | None:
    """A role that the table has not, with its people."""
    role = UNKNOWN_RE.match(text, pos, limit)
    people = read_people(text, role.end(), limit, wrapped=True) if role is not None else None
    return Item(pos, people.end, "contributing", people) if people is not None else None


def _later_item(text: str, pos: int, limit: int) -> Item | None:
    """The role behind the next semicolon of the bracket: "(... in Oslo newsroom; Editing by A)"."""
    rest = LATER_RE.match(text, pos, limit)
    return _role_item(text, rest.end(), limit, inside=True) if rest is not None else None


def _located(text: str, people: People) -> People:
    """The people without a place taken for a name ("Additional reporting from Caracas")."""
    first, *others = people.groups
    if not first.names or not is_place(text[slice(*first.names[0])]):
        return people
    place = Group(first.start, (), build_place(text, *first.names[0]))
    if len(first.names) > 1:
        others = [evolve(first, start=first.names[1][0], names=first.names[1:]), *others]
    return evolve(people, groups=(place, *others))


def _placed(text: str, pos: int, limit: int, people: People) -> People:
    """The people with the place behind their verb ("reported from Oslo; Li, from Rome")."""
    found = read_place(text, pos, limit)
    if found is None:
        return evolve(people, end=pos)
    place, end = found
    *groups, last = people.groups
    if last.place is None:
        last = evolve(last, place=place)
    joint = JOINT_RE.match(text, end, limit)
    # "Li from Paris. Associated Press writers Cy Day in London and Dee Poe in Rome contributed."
    stop = SENTENCE_STOP_RE.search(text, joint.end(), limit) if joint else None
    limit = stop.end() if stop else limit
    more = read_people(text, joint.end(), limit, wrapped=False) if joint else None
    if more is None or any(group.place is None for group in more.groups):
        return People((*groups, last), end)
    return People((*groups, last, *more.groups), more.end)


SENTENCE_STOP_RE = lazy_regex(r"(?<=\p{Ll}{2})\.(?=\s+\p{Lu})")
JOINT_RE = lazy_regex(r"\s*(?:[;,]\s*(?:and\s+)?|\band\s+)")


def _tile(text: str, start: int, end: int, items: list[Item]) -> tuple[Credit, ...]:
    """Credits that tile the block: a separator goes to the credit before it."""
    pieces: list[tuple[int, CreditRole, Group]] = []
    for item in items:
        for number, group in enumerate(item.people.groups):
            pieces.append((item.start if number == 0 else group.start, item.role, group))
    bounds = [start, *(begin for begin, _, _ in pieces[1:]), end]
    return tuple(
        Credit(
            text,
            bounds[number],
            bounds[number + 1],
            role=role,
            names=tuple(Passage(text, first, last) for first, last in group.names),
            place=group.place,
        )
        for number, (_, role, group) in enumerate(pieces)
    )
