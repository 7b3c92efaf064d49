"""Offices before a name: where they begin, what they are of, and their circle in brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.office import DEPARTMENTS, belongs, is_role
from diplotext.speaker.name.opening import RANK_LETTERS
from diplotext.speaker.name.vocabulary import vocabulary
from diplotext.speaker.role.note import note_office, note_title

__all__ = ["CIRCLE_RE", "first_of_role", "note_circle", "office_with_field"]

RANKS = frozenset(map(str.lower, RANK_LETTERS))
# "Superintendent of Police (Rural) | Arun Rao"
CIRCLE_RE = re.compile(
    r"(?P<title>[A-Z][\w-]*(?:\s(?:of\s)?[A-Z][\w-]*){0,5})\s\((?:[A-Z]\w+|and|&|\s){1,5}\)\Z"
)


def note_circle(chain: Chain, title: Sequence[str]) -> None:
    """Take in a title before its circle: "Superintendent of Police (Rural)", "DSP (Traffic)"."""
    keys = [key_of(word) for word in title]
    if keys[-1] in RANKS:
        chain.lead_keys |= {keys[-1]}
    elif (of := office_with_field(title, keys)) > 0:
        note_office(chain, title[:of], " ".join(title[of + 1 :]))
    elif is_role(keys[-1]):
        note_title(chain, title)


def office_with_field(title: Sequence[str], keys: Sequence[str]) -> int:
    """Where the "of" of an office with capitals is: "The Inspector General | of Police,"."""
    at = keys.index("of") if "of" in keys[1:-1] else 0
    if not at or not title[0][0].isupper() or not is_role(keys[at - 1]):
        return 0
    return at if DEPARTMENTS.issuperset(keys[at + 1 :]) else 0


def first_of_role(title: Sequence[str], keys: Sequence[str]) -> int:
    """Where the role that words end in begins: "chief financial officer" is one as a whole."""
    known = vocabulary().meanings
    at = next((i for i in range(len(keys) - 1) if " ".join(keys[i:]) in known), len(keys) - 1)
    while at > 0 and belongs(title[at - 1], keys[at - 1]):
        at -= 1
    return at
