"""The names of a story: runs of capitals, read as titles, a name and what kind it is of.

On the page: anywhere in headline and body. Titles before the name ("Russian Foreign Minister")
are parted from it; what stands around it ("spokesman", ", 43, a nurse from Ohio,") is read on
demand by ``read_roles``, for few names need it.

Not handled: names in texts all in capitals, where only the sources are read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from attrs import define, field

from diplotext.speaker.name import key_of
from diplotext.speaker.table import ORG_HEADS, ORG_WORDS, PARTIES, STOPS, SUFFIXES
from diplotext.speaker.vocabulary import vocabulary

__all__ = ["Name", "find_names", "is_all_capitals", "read_name"]

# A capitalised word, or initials, or an abbreviated title; joined by blanks and name particles.
# A possessive ends the run: "Okafor's Labour Party".
WORD = (
    r"(?:(?:[A-Z]\.)+|(?:Mr|Mrs|Ms|Dr|Gen|Gov|Sen|Sens|Rep|Reps|Lt|Col|Sgt|Capt|Maj|St|Jr|Sr|Prof|Rev"
    r"|Hon|Adm|Cmdr|Pvt|Cpl|Brig|Fr|Inc|Corp|Ltd|Co|Bros)\.|[^\W\d_a-z]\w*)(?:[’'\-&]\w+)*"
)
PARTICLES = (
    r"(?:(?:van|von|der|den|de|del|della|di|da|dos|das|do|du|la|le|el|al|bin|bint|ibn|ben|ter|ten|zu|y"
    r"|af|av|dal)\s+){0,3}"
)
RUN_RE = re.compile(rf"(?<!\w)(?:@\w+|{WORD}(?:(?<![’']s)\s+{PARTICLES}{WORD}|,\s+(?:Jr|Sr)\b\.?)*)")
OF_RE = re.compile(r"\s+(?:of|for|on|and|to)\s+(?:(?:the|a|an)\s+)?|\s+&\s+")
CLITIC_RE = re.compile(r"[’'](?:ll|d|m|ve|re|t)\Z", re.IGNORECASE)
ARTICLE_BEFORE_RE = re.compile(r"(?:\b(?:al|el|ul|as|ash|ad|an)-)\Z")
OPENERS = frozenset(".!?”\"’'“`:\n\t")
ADJECTIVE_RE = re.compile(r"-(?:led|based|backed|born|style|area|era|wide|run|owned|made|held)\Z")


@define(eq=False)
class Name:
    """A name as it stands in the text.

    ``outer`` is where its titles begin, ``words`` are the name's own, ``lead`` the titles' words.
    ``kind`` is "person", "organization", "place", "adjective" or "unknown".
    """

    start: int
    end: int
    outer: int
    words: list[str]
    keys: list[str]
    lead: list[str]
    kind: str
    possessive: bool
    quoted: bool = False
    opens: bool = False
    articled: bool = False
    female: bool | None = None
    chain: int = -1
    reason: str = field(default="name")


def is_all_capitals(text: str) -> bool:
    """Whether the text is printed all in capitals, as old wires and monitors did.

    >>> is_all_capitals("THE MINISTER SAID"), is_all_capitals("The NATO chief said")
    (True, False)
    """
    sample = text[:4000]
    lower = sum(map(sample.count, "etaoin"))
    return lower * 20 < sum(map(sample.count, "ETAOIN"))


def gender_of(lead: Sequence[str], keys: Sequence[str]) -> bool | None:
    """True for female, False for male, None where neither title nor given name tells."""
    for word in lead:
        key = key_of(word)
        if key in FEMALE_TITLES:
            return True
        if key in MALE_TITLES:
            return False
    for key in keys[:1] if len(keys) == 1 else keys[:-1]:
        if key in vocabulary().female:
            return True
        if key in vocabulary().male:
            return False
    return None


FEMALE_TITLES = frozenset(
    "mrs ms miss dame lady queen princess congresswoman spokeswoman chairwoman sister empress "
    "councilwoman assemblywoman mme".split()
)
MALE_TITLES = frozenset(
    "mr sir lord king prince congressman spokesman chairman father emperor pope cardinal "
    "councilman assemblyman fr".split()
)


def split_lead(keys: list[str]) -> int:
    """How many of a run's words are titles before a name.

    >>> split_lead(["russian", "foreign", "minister", "sergey", "lavrov"])
    3
    >>> split_lead(["supreme", "court"])
    0
    """
    last = len(keys) - 1
    at = 0
    for i in range(last):
        if keys[i] in vocabulary().titles:
            at = i + 1
    if at and keys[at] in SUFFIXES:
        return 0
    while at < last and (keys[at] in vocabulary().nationalities or keys[at] in PARTIES):
        at += 1
    # "Russian Sergey Lavrov", but "Democratic National Convention".
    return at if at and (keys[at - 1] in vocabulary().titles or is_given(keys[at])) else 0


def kind_of(keys: list[str], lead: int, printed: str) -> str:
    """What a name of these words is of, from the words alone."""
    own = keys[lead:]
    if lead and any(key in vocabulary().titles for key in keys[:lead]):
        return "person"
    whole = " ".join(own)
    if whole in vocabulary().places:
        return "place"
    if whole in vocabulary().nationalities or whole in PARTIES or whole.removesuffix('s') in PARTIES or whole.removesuffix("s") in vocabulary().nationalities:
        return "adjective"
    if len(own) > 1 and own[0] in BLOCS:
        return "organization"
    if own[-1] in DOCUMENT_WORDS and len(own) > 1:
        return "document"
    if len(own) > 2 and own[0] in OF_BODIES:
        return "organization"
    if own[-1] in PARTIES or own[-1].removesuffix("s") in PARTIES or own[-1] in vocabulary().nationalities:
        return "adjective"
    if own[-1] in ORG_WORDS and not (len(own) > 1 and is_given(own[0]) and own[-1] in SURNAMES):
        return "organization"
    if len(own) == 1:
        if printed.isupper() and 2 <= len(own[0]) <= 6:
            return "organization"
        return "unknown"
    if is_given(own[0]):
        return "person"
    if any(key in ORG_WORDS for key in own):
        return "organization"
    return "unknown"


OF_BODIES = frozenset("united national american international federal central royal world".split())
BLOCS = frozenset("us un uk eu".split())
DOCUMENT_WORDS = frozenset(
    "convention act treaty survey protocol charter constitution accord accords agreement report "
    "declaration amendment bill census".split()
)
DEPARTMENTS = frozenset(
    "state defense defence education energy labor labour commerce agriculture transportation "
    "transport treasury interior homeland security health human services housing urban development "
    "veterans affairs foreign justice finance trade information culture tourism environment "
    "industry economy the and".split()
)
SURNAMES = frozenset("church house pope sun post king press bush banks park marshal".split())


def is_given(key: str) -> bool:
    """Whether a key is a known given name."""
    return key in vocabulary().given or key.split("-")[0] in vocabulary().given


YEAR_RE = re.compile(r"\b(?:1[89]|20)\d\d\s\Z")


def read_name(text: str, start: int, words: list[str], end: int) -> Name | None:
    """The name that a run of words is; None where nothing is left of it, or it is an adjective."""
    keys = [key_of(word) for word in words]
    possessive = False
    last = words[-1]
    if last[-2:] in ("'s", "’s", "'S", "’S"):
        possessive = True
        end -= 2
        words[-1] = last[:-2]
        keys[-1] = key_of(words[-1])
    elif text[end : end + 1] in ("'", "’") and last[-1] in "sS":
        possessive = True
    if not words[-1] or ADJECTIVE_RE.search(words[-1]) or CLITIC_RE.search(words[-1]):
        return None
    if len(words) == 1 and words[0].lower() in STOPS and not words[0].isupper():
        return None
    lead = split_lead(keys)
    kind = kind_of(keys, lead, words[-1])
    if kind == "organization":
        lead = 0
    at = start
    for word in words[:lead]:
        at = text.index(word, at) + len(word)
    at = text.index(words[lead], at)
    own = words[lead:]
    name = Name(at, end, start, own, keys[lead:], words[:lead], kind, possessive)
    if kind == "document":
        year = YEAR_RE.search(text, max(0, at - 5), at)
        if year is not None:
            name.start = name.outer = year.start()
            name.words = [year.group().strip(), *own]
            name.keys = [name.words[0], *name.keys]
    name.female = gender_of(name.lead, name.keys) if kind in ("person", "unknown") else None
    return name


def runs_of(
    text: str, start: int, end: int, *, capitals: bool = False
) -> Iterator[tuple[int, list[str], int]]:
    """Runs of capitalised words in a range, parted at words that are of no name."""
    for match in RUN_RE.finditer(text, start, end):
        at, stop = match.span()
        if ARTICLE_BEFORE_RE.search(text, max(at - 4, start), at):
            at = text.rindex("-", 0, at) - 2
        words = text[at:stop].replace(",", " ").split()
        if len(words) > 2 and not capitals:
            if len(words) > 3 and all(map(str.isupper, words)):
                continue
            at, words = without_subhead(text, at, words)
        if len(words) == 1:
            if words[0].lower() not in STOPS:
                yield at, words, stop
            continue
        held: list[str] = []
        first = last = pos = at
        for word in words:
            pos = text.index(word, pos)
            lower = word.lower()
            if lower in STOPS and (capitals or len(word) == 1 or not word.isupper()) and not (held and lower in ("our", "my", "your")):
                if held:
                    yield first, held, last
                held = []
            else:
                if not held:
                    first = pos
                held.append(word)
            pos += len(word)
            last = pos
        if held:
            yield first, held, stop


def without_subhead(text: str, at: int, words: list[str]) -> tuple[int, list[str]]:
    """The run after a subhead in capitals that ran into it: "NEW TALKS Ruth Okafor"."""
    upper = 0
    while upper < len(words) and words[upper].isupper() and "." not in words[upper]:
        upper += 1
    if 1 < upper < len(words) and sum(len(word) > 3 for word in words[:upper]) > 1:
        return text.index(words[upper], at), words[upper:]
    return at, words


def find_names(
    text: str,
    ranges: Sequence[tuple[int, int]],
    quoted: Sequence[tuple[int, int]],
    *,
    capitals: bool = False,
) -> list[Name]:
    """The names in the ranges, in order; those inside quotation marks are marked so.

    >>> text = "Finance Minister Ruth Okafor met Mr. Brandt of the Ministry of Trade."
    >>> [(n.lead, n.words, n.kind) for n in find_names(text, [(0, len(text))], [])][:2]
    [(['Finance', 'Minister'], ['Ruth', 'Okafor'], 'person'), (['Mr.'], ['Brandt'], 'person')]
    """
    found: list[Name] = []
    for start, end in ranges:
        before: Name | None = None
        for at, words, stop in runs_of(text, start, end, capitals=capitals):
            opens = text[at - 2 : at - 1] in OPENERS or at - start < 2
            if before is not None and heads(text, before, at):
                name = read_headed(text, before, at, words, stop)
                if name is not None:
                    found[-1] = before = name
                continue
            if before is not None and (joins(text, before, at) or joins_and(text, before, at, words)):
                before.words += text[before.end : stop].split()
                before.end = stop
                tail = before.words[-1]
                if tail[-2:] in ("'s", "’s"):
                    before.words[-1] = tail[:-2]
                    before.end -= 2
                    before.possessive = True
                before.keys = [key_of(word) for word in before.words]
                if before.kind != "document":
                    before.kind = "organization"
                part_titles(text, before)
                continue
            name = read_name(text, at, words, stop)
            if name is not None and capitals and is_common_noun(name):
                name = None
            if name is not None:
                name.opens = opens
                name.articled = text[name.outer - 4 : name.outer] in ("the ", "The ", "the\n")
                found.append(name)
                before = name
    mark_quoted(found, quoted)
    return found


def is_common_noun(name: Name) -> bool:
    """Whether a run in a text all in capitals is a plain noun: "THE POLICE SOURCES"."""
    last = name.keys[-1]
    if name.kind == "person":
        return False
    return len(name.keys) == 1 or last.endswith("s") or last in vocabulary().meanings or last in vocabulary().titles


def joins(text: str, before: Name, at: int) -> bool:
    """Whether a run goes on with an organisation's name: "Department" + "of Justice"."""
    if before.kind != "organization" or before.possessive or at - before.end > 9:
        return False
    gap = text[before.end : at]
    if OF_RE.fullmatch(gap) is None:
        return False
    if "to" in gap:
        return before.keys[-1] in ("alliance", "campaign", "committee", "coalition")
    if "and" in gap:
        return "of" in before.keys and before.keys[0] in ("department", "ministry", "office")
    return before.keys[-1] in ORG_HEADS or "of" in before.keys


def part_titles(text: str, name: Name) -> None:
    """Part the titles of a person from a body's joined name: "Bank of Canada Governor John Doe"."""
    lead = split_lead(name.keys)
    if not lead or name.keys[-1] in ORG_WORDS:
        return
    at = name.start
    for word in name.words[:lead]:
        at = text.index(word, at) + len(word)
    name.start = text.index(name.words[lead], at)
    name.lead, name.words, name.keys = name.words[:lead], name.words[lead:], name.keys[lead:]
    name.kind = "person"
    name.female = gender_of(name.lead, name.keys)


AND_HEADS = frozenset(
    "committee subcommittee commission administration department agency association authority "
    "ministry service services".split()
)


def joins_and(text: str, before: Name, at: int, words: list[str]) -> bool:
    """Whether a run goes on with a committee's or an agency's name: "Food" + "and Drug Administration"."""
    if before.kind == "person" or at - before.end > 5 or text[before.end : at].strip() != "and":
        return False
    if key_of(words[-1]) not in AND_HEADS or before.possessive or before.kind == "place":
        return False
    opening = text[max(0, before.outer - 4) : before.outer].lower()
    return opening.endswith(("the ", "a ")) or len(before.keys) > 1


def heads(text: str, before: Name, at: int) -> bool:
    """Whether a run goes on with a title: "Secretary" + "of State John Doe"."""
    if before.lead or before.keys[-1] not in vocabulary().titles or at - before.end > 9:
        return False
    return text[before.end : at].split() in (["of"], ["of", "the"], ["for"])


def read_headed(text: str, before: Name, at: int, words: list[str], stop: int) -> Name | None:
    """The name after "Secretary of State"; the title alone where none follows."""
    own = 0
    while own < len(words) and (key_of(words[own]) in DEPARTMENTS or (own == 0 and key_of(words[0]) in vocabulary().places)):
        own += 1
    if own == len(words) or (own == 0 and key_of(words[0]) not in vocabulary().places):
        before.words = text[before.start : stop].split()
        before.keys = [key_of(word) for word in before.words]
        before.end = stop
        return before
    pos = text.index(words[own], at)
    name = read_name(text, pos, words[own:], stop)
    if name is None:
        return None
    name.outer, name.opens, name.kind = before.outer, before.opens, "person"
    name.lead = text[before.outer : pos].split() + name.lead
    return name


def mark_quoted(names: Sequence[Name], quoted: Sequence[tuple[int, int]]) -> None:
    """Mark the names that stand in one of the ranges (sorted, disjoint)."""
    starts = [start for start, _ in quoted]
    for name in names:
        at = bisect_right(starts, name.start) - 1
        name.quoted = at >= 0 and name.start < quoted[at][1]
