"""Whoever holds an office of a body, named right behind it: "aide of the Port Board Ana Ruiz".

The body's name ends and a person's begins in one run of capitals: "Ministry of Trade | Ana Ruiz".
A role and a preposition stand before the body; "the Harbour Board Ana Ruiz left" has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from diplotext.lexicon.role_noun import is_person_noun
from diplotext.speaker.kind import is_given, is_title
from diplotext.speaker.name import key_of
from diplotext.speaker.run import runs_of
from diplotext.speaker.table import ORG_WORDS, listed

__all__ = ["parted_runs", "title_before_body"]

BODY_ENDS = ORG_WORDS | listed("departments")
# "minister in the | Ministry of | Finance Ana Ruiz": what leads to a run.
BEFORE_RE = re.compile(
    r"(?P<role>[A-Za-z-]+)\s(?:of|in|at|for|with|from)\s(?:the\s)?"
    r"(?P<head>[A-Z][\w’'&-]*\s(?:of|for)\s(?:the\s)?)?\Z"
)
ENDS = (" of ", " in ", " at ", " for ", " with ", " from ", " the ")  # a cheap look
# "official spokeswoman of the Trade Ministry", right before a name
TITLE_RE = re.compile(
    r"(?P<title>(?:[A-Za-z’'-]+\s)?[A-Za-z-]+)\s(?:of|in|at|for|with|from)\s(?:the\s)?"
    r"(?:[A-Z][\w’'&-]*\s?(?:(?:of|for|and)\s(?:the\s)?)?){1,8}\Z"
)
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
    if not text.endswith(ENDS, start, at):
        return 0
    keys = [key_of(word) for word in run]
    if keys[-1] in BODY_ENDS:
        return 0
    for own in range(max(1, len(keys) - MOST), len(keys) - FEWEST + 1):
        if keys[own - 1] in BODY_ENDS and keys[own] not in BODY_ENDS and is_given(keys[own]):
            return own if is_of_role(text, start, at, keys[:own]) else 0
    return 0


def is_of_role(text: str, start: int, at: int, body: Sequence[str]) -> bool:
    """Whether a role leads to a body; "Minister of Trade Ana Ruiz" is a title as a whole."""
    before = BEFORE_RE.search(text, max(start, at - REACH), at)
    if before is None:
        return False
    role = before["role"].lower()
    if before["head"] is None and is_title(role) and set(body) <= listed("departments"):
        return False
    return is_person_noun(role, "singular")


def title_before_body(before: str) -> list[str]:
    """The words of the title in what stands before a holder's name; empty if there is none.

    >>> title_before_body("said official spokeswoman of the Trade Ministry")
    ['official', 'spokeswoman']
    >>> title_before_body("said the Trade Ministry")
    []
    """
    if key_of(before.rsplit(maxsplit=1)[-1]) not in BODY_ENDS:
        return []
    found = TITLE_RE.search(before[-2 * REACH :])
    if found is None:
        return []
    words = found["title"].split()
    return words if is_person_noun(words[-1].lower(), "singular") else []
