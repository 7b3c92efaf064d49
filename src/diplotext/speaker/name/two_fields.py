"""Bodies of several fields: "Institute of Purchasing and Supply".

    BODY ("of" | "for" | "on") FIELD {"," FIELD} "and" RUN

Two bodies are "the Institute of Directors and Kvik Lines", "the Bank of Norland and the Treasury".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from diplotext.speaker.name.lead import is_given, is_title
from diplotext.speaker.name.mention import Name, has_clitic
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.table import ORG_HEADS, listed
from diplotext.speaker.name.vocabulary import vocabulary

__all__ = ["goes_on_to_field", "is_listed_field"]

FIELDS = listed("departments") | listed("fields")
FIELD_ENDS = ("tion", "ness", "ics", "ture", "graphy", "logy", "ment")
# What stands before a field and is none alone: "Economic | and Social Research".
FIELD_ADJECTIVES = listed("field_adjectives")
# Bodies that have a field, not a place or members.
HEADS = ORG_HEADS | frozenset(["centers", "directorate", "executive", "secretariat"])
OF = frozenset(["of", "for", "on"])
SMALL = OF | frozenset(["the", "and"])
# Whom a body may be of: "traders", "nurses".
MEMBERS_RE = re.compile(r"[a-z]{2}(?:ers|ors|ists|ants|ents|ians|men|nurses)\Z")
# Bodies of several kinds of things: "Association of Schools and Colleges".
OF_KINDS = frozenset(["association", "council", "federation", "society", "union", "alliance"])
# "(NIESR)" right behind, and "| , Media and Sport" to come.
LETTERS_RE = re.compile(r"\s\(([A-Z]{3,8})\)")
LIST_RE = re.compile(r"(?:,\s[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)*,?\s(?:and|&)\s[A-Z]")


def is_field(key: str) -> bool:
    """Whether a word is of a field: "trade", "purchasing", "geography".

    >>> is_field("skills"), is_field("geography"), is_field("okafor")
    (True, True, False)
    """
    return key in FIELDS or (key.endswith(FIELD_ENDS) and not is_given(key))


def field_at(keys: Sequence[str]) -> int:
    """Where the field begins in a body's name: behind the last "of"; 0 for a body of none."""
    at = max((i for i, key in enumerate(keys) if key in OF), default=0)
    return at + 1 if at and keys[at - 1] in HEADS else 0


def keys_of(run: Sequence[str]) -> list[str]:
    """The keys of a run without a possessive's ending."""
    last = run[-1][:-2] if has_clitic(run[-1]) else run[-1]
    return [*map(key_of, run[:-1]), key_of(last)]


def goes_on_to_field(text: str, before: Name, run: Sequence[str], stop: int) -> bool:
    """Whether a run behind "and" is of the name before: "Institute of Purchasing" + "Supply"."""
    at, second = field_at(before.keys), keys_of(run)
    if not at or before.possessive:
        return is_executive(before, second) or is_known_firm(before, second)
    first = before.keys[at:]
    if is_title(second[0]) or has_letters(text, before, second, stop):
        return not is_title(second[0])
    if MEMBERS_RE.search(first[-1]) is not None:
        # "Society of Motor Manufacturers | and Traders"
        return len(second) < 3 and MEMBERS_RE.search(second[-1]) is not None
    if before.keys[at - 2] in OF_KINDS and first[-1].endswith("s") and second[-1].endswith("s"):
        # "Association of Schools | and Colleges"
        return len(second) == 1 and not is_given(second[0])
    if not all(is_field(key) or key in FIELD_ADJECTIVES or key in SMALL for key in first):
        return False
    own = 0
    while own < len(second) and (is_field(second[own]) or second[own] in FIELD_ADJECTIVES):
        own += 1
    if first[-1] in FIELD_ADJECTIVES:  # "Economic | and Social Research"
        return own > 0
    return own == len(second)


def is_executive(before: Name, behind: Sequence[str]) -> bool:
    """Whether a name is of a British body: "Health" + "and Safety Executive"."""
    if behind[-1] != "executive" or len(behind) == 1 or before.possessive:
        return False
    return all(map(is_field, (*before.keys, *behind[:-1])))


def is_known_firm(before: Name, behind: Sequence[str]) -> bool:
    """Whether a firm's "&" is written out: "Marks" + "and Spencer"."""
    whole = " ".join((*before.keys, "and", *behind))
    return not before.lead and not before.possessive and whole in vocabulary().bodies


def has_letters(text: str, before: Name, behind: Sequence[str], stop: int) -> bool:
    """Whether the letters in brackets behind are of the whole: "(CIPS)"."""
    letters = LETTERS_RE.match(text, stop)
    if letters is None:
        return False
    whole = [key for key in (*before.keys, *behind) if key not in SMALL]
    return "".join(key[0] for key in whole).endswith(letters[1].lower())


def is_listed_field(text: str, before: Name, run: Sequence[str], stop: int) -> bool:
    """Whether a run behind a comma is one of a body's fields: "Ministry for Media" + "Culture"."""
    at = field_at(before.keys)
    if not at or not all(map(is_field, map(key_of, run))):
        return False
    return all(is_field(key) or key in SMALL for key in before.keys[at:]) and (
        LIST_RE.match(text, stop) is not None
    )
