"""Whoever holds an office of a body, named right behind it: "aide of the Port Board Ana Ruiz".

The body's name ends and a person's begins in one run of capitals: "Ministry of Trade | Ana Ruiz".
A role and a preposition stand before the body; "the Harbour Board Ana Ruiz left" has none. Where no
noun tells that it is a body, the role has to be an office, and a given name begins the person's:
"president of Super Value | Ana Ruiz", but "owner of Holiday Inn Lunda".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from diplotext.lexicon.role_noun import is_person_noun
from diplotext.speaker.name.lead import is_given, is_title
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.run import runs_of
from diplotext.speaker.name.table import ORG_DROPPED, ORG_NOUNS, ORG_WORDS, listed, words
from diplotext.speaker.name.vocabulary import vocabulary

__all__ = ["is_of_role", "is_of_small_body", "parted_runs", "title_before_body"]

DEPARTMENTS = listed("departments")
BODY_ENDS = ORG_WORDS | DEPARTMENTS
# Last words of firms, of which a first word may be a given name: "Eaton Vance Management".
FIRM_WORDS = ORG_DROPPED | words("management capital investments research advisors trust")
# "minister in the | Ministry of | Finance Ana Ruiz": what leads to a run.
BEFORE_RE = re.compile(
    r"(?P<role>[A-Za-z-]+)\s(?:of|in|at|for|with|from)\s(?:the\s)?"
    r"(?P<head>[A-Z][\w’'&-]*\s(?:of|for|and)\s(?:the\s)?)?\Z"
)
# An office that opens a sentence without an article: its holder's name has to follow.
HEADED_RE = re.compile(
    r"(?:\A|[\n.!?”\"]\s?)(?:Head|Chief|Director|Chairman|Chairperson|Chair|Secretary|Deputy\s[Hh]ead)"
    r"\s(?:of|at)\sthe\s\Z"
)
# "general secretary of the seamen's union | Norsea Ana Ruiz"
SMALL_BODY_RE = re.compile(
    r"\b(?P<role>[a-z-]+)\s(?:of|at|for)\s(?:the\s)?(?:[a-z’'-]+\s){0,4}(?P<noun>[a-z-]+)\s\Z"
)
SMALL_ENDS = tuple(f"{noun} " for noun in ORG_NOUNS)
ENDS = (" of ", " in ", " at ", " for ", " with ", " from ", " the ", " and ")  # a cheap look
# "Ana Ruiz, chief | economist with"
APPOSED_RE = re.compile(r"[A-Z][\w’'-]+,\s(?:(?:an?|the|its)\s)?(?:[a-z-]+\s){0,4}\Z")
# "official spokeswoman of the Trade Ministry", right before a name
TITLE_RE = re.compile(
    r"(?P<title>(?:[A-Za-z’'-]+\s)?[A-Za-z-]+)\s(?:of|in|at|for|with|from)\s(?:the\s)?"
    r"(?:[A-Z][\w’'&-]*\s?(?:(?:of|for|and)\s(?:the\s)?)?){1,8}\Z"
)
# Who sits for a seat: "Member for Port Hill | Ana Ruiz".
SEATED = words("member mp candidate")
# Offices that are of a field, in small letters too: "minister of Trade Ana Ruiz".
FIELD_OFFICES = words("minister secretary")
# First words of places: "Port Stephens", "Lake Ana".
PLACE_OPENERS = words("mount mt port lake fort point cape saint st san santa new upper lower")
SON_OF = words("bin ibn ben bint")
# Words of a person's name, at least and at most.
FEWEST, MOST = 2, 4
REACH = 60

Run = tuple[int, Sequence[str], int]


def parted_runs(text: str, start: int, end: int) -> Iterator[Run]:
    """The runs of capitals in a range, those of a body and its holder as two.

    >>> text = "spokeswoman of the Trade Ministry Ruth Okafor"
    >>> [list(words) for _, words, _ in parted_runs(text, 0, len(text))]
    [['Trade', 'Ministry'], ['Ruth', 'Okafor']]
    """
    for at, run, stop in runs_of(text, start, end):
        own = holder_in(text, start, at, run) if len(run) > FEWEST else 0
        if not own:
            yield at, run, stop
            continue
        first = at
        for word in run[:own]:
            first = text.index(word, first) + len(word)
        yield at, run[:own], first
        yield text.index(run[own], first), run[own:], stop


def holder_in(text: str, start: int, at: int, run: Sequence[str]) -> int:
    """At which word of a run the holder's name begins; 0 if there is none."""
    small = not text.endswith(ENDS, start, at)
    if small and not is_of_small_body(text, start, at):
        return 0
    keys = [key_of(word) for word in run]
    if keys[-1] in BODY_ENDS or keys[-1] in FIRM_WORDS:
        return 0
    if small:
        own = len(keys) - FEWEST
        return own if is_given(keys[own]) and not any(map(is_given, keys[:own])) else 0
    if HEADED_RE.search(text, max(start, at - REACH), at) is not None:
        own = next((i + 1 for i in range(len(keys) - 1, -1, -1) if keys[i] in ORG_WORDS), 0)
        if own and FEWEST <= len(keys) - own <= MOST:
            return own  # "Head of the Volcano Center | Hendra Gunadi"
    for own in range(max(1, len(keys) - MOST), len(keys) - FEWEST + 1):
        if keys[own - 1] in SON_OF:
            return 0  # "Minister of State Hamad bin | Isa Al Khalifa"
        if keys[own - 1] in PLACE_OPENERS:
            continue  # "Member for Mount | Isa Ana Ruiz"
        if keys[own - 1] in vocabulary().countries and own > 1 and own == len(keys) - FEWEST:
            return own if is_of_role(text, start, at, keys[:own]) else 0
        if keys[own] not in BODY_ENDS and is_given(keys[own]):
            return own if is_of_role(text, start, at, keys[:own]) else 0
    return 0


def is_of_role(text: str, start: int, at: int, body: Sequence[str]) -> bool:
    """Whether a role leads to a body; "Minister of Trade Ana Ruiz" is a title as a whole."""
    before = BEFORE_RE.search(text, max(start, at - REACH), at)
    if before is None:
        return False
    role = before["role"].lower()
    # "Minister of Trade Ana Ruiz", "ambassador in Norland Ana Ruiz": a title as a whole.
    # But "director of | Fisheries | Ana Ruiz", whose title is no run of capitals.
    is_written = before["role"][0].isupper() or role in FIELD_OFFICES
    is_whole = set(body) <= DEPARTMENTS and is_written
    is_whole = is_whole or " ".join(body) in vocabulary().places
    is_field = (before["head"] or "and").split()[-1] == "and"  # "Agriculture and | Food Ana Ruiz"
    if is_field and is_title(role) and is_whole:
        return False
    if role in SEATED and text.endswith(" for ", start, at):
        return not any(map(is_title, body))
    if body[-1] in BODY_ENDS:
        return role == "head" or is_person_noun(role, "singular")
    # A person's own name or title may stand there: "director of Prince Harry Lund", "lawyer for
    # Norlandish President Ana Ruiz"; and who is told of stands before an apposition: "Ana Ruiz,
    # head of Eaton Vance Funds".
    is_own = is_given(body[0]) and " ".join(body) not in vocabulary().companies
    is_office = is_title(role) and not is_own and not any(map(is_title, body))
    return is_office and APPOSED_RE.search(text, start, before.start()) is None


def is_of_small_body(text: str, start: int, at: int) -> bool:
    """Whether an office of a body stands before its name: "secretary of the seamen's union |"."""
    if not text.endswith(SMALL_ENDS, start, at):
        return False  # nearly all: a cheap look
    found = SMALL_BODY_RE.search(text, max(start, at - REACH), at)
    if found is None or found["noun"] not in ORG_NOUNS:
        return False
    return is_title(found["role"]) or found["role"] == "head"


def title_before_body(before: str, last: str) -> list[str]:
    """The words of the title in what stands before a holder's name; empty if there is none.

    ``last`` is its last word.

    >>> title_before_body("said official spokeswoman of the Trade Ministry", "Ministry")
    ['official', 'spokeswoman']
    >>> title_before_body("said the Trade Ministry", "Ministry")
    []
    """
    if key_of(last) not in BODY_ENDS:
        return []
    found = TITLE_RE.search(before[-2 * REACH :])
    if found is None:
        return []
    words = found["title"].split()
    return words if is_person_noun(words[-1].lower(), "singular") else []
