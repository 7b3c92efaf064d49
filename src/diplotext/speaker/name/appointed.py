"""Offices told by a verb: "Ana Ruiz | was elected mayor", "resigned as chief executive"."""

from __future__ import annotations

import re

from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.office import is_role

__all__ = ["appointed_to"]

# A cheap look at what follows the name.
BEGINNINGS = (
    " was ",
    " has ",
    " had ",
    " is ",
    " will ",
    " would ",
    " resigned ",
    " quit ",
    " stepped ",
    " retired ",
    " took ",
    " served ",
    ", who ",
    " became ",
)
OFFICE_RE = re.compile(
    r"(?:,\swho)?\s(?:(?:was|is|has\sbeen|had\sbeen|has|had|will|would)\s)?(?:also\s)?"
    r"(?:(?:re-?)?elected|appointed|named|became|become|(?:sworn\sin|chosen|confirmed|installed"
    r"|resigned|resign|quit|step(?:ped)?\sdown|retired?|took\sover|served?)\sas)\s"
    r"(?:as\s)?(?:(?:the|its|his|her|their|a|an)\s)?(?:new\s|next\s)?"
    r"(?P<office>(?:(?!of\b|by\b|on\b|in\b)[\w’'-]+\s){0,4}?[\w-]+)"
    r"(?=[,.;]|\s(?:of|on|in|at|by|for|from|after|when|last|this|and|early|late|to|with|until)\b|\s[A-Z])"
)


def appointed_to(text: str, end: int) -> list[str]:
    """The keys of the office that somebody takes up, or gives up, behind the name.

    >>> appointed_to("Ana Ruiz was elected prime minister on Sunday.", 8)
    ['prime', 'minister']
    >>> appointed_to("Ana Ruiz was named in a report by the mayor.", 8)
    []
    """
    if not text.startswith(BEGINNINGS, end):
        return []
    told = OFFICE_RE.match(text, end)
    if told is None:
        return []
    keys = [key_of(word) for word in told["office"].split()]
    return keys if is_role(keys[-1]) else []
