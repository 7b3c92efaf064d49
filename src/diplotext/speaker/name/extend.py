"""A body's name that goes on: over "of", over "&", to its "plc", to the partner before it."""

from __future__ import annotations

import re

from diplotext.lexicon.role_noun import is_person_noun
from diplotext.speaker.name.lead import gender_of, is_title, split_lead
from diplotext.speaker.name.mention import Name, has_clitic
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.table import ORG_WORDS

__all__ = ["extend", "take_suffix", "with_partner"]

# "Brynmoor Oil and Gas plc", "Holm Foods plc's"
SUFFIX_RE = re.compile(r"\s(?:plc|p\.l\.c\.)(?!\w)")


def with_partner(text: str, found: list[Name]) -> Name:
    """The last name, with the one before a comma where they are a firm's: "Holm, Lund and Co"."""
    last = found[-1]
    if len(found) < 2 or last.keys[1:3] != ["and", "co"] or found[-2].kind != "unknown":
        return last
    first = found[-2]
    if text[first.end : last.outer] != ", " or len(first.keys) > 1:
        return last
    found.pop()
    extend(text, first, last.end)
    return first


def take_suffix(text: str, name: Name) -> None:
    """Take the one ending of firms that is printed in small letters into the name."""
    if name.lead or name.possessive:
        return
    suffix = SUFFIX_RE.match(text, name.end)
    if suffix is not None:
        extend(text, name, suffix.end())


def extend(text: str, name: Name, stop: int) -> None:
    """Let a body's name go on to ``stop``, and part the titles of a person from it."""
    name.words = text[name.start : stop].split()
    name.possessive = False
    name.end = stop
    last = name.words[-1]
    if has_clitic(last):
        name.words[-1] = last[:-2]
        name.end -= 2
        name.possessive = True
    name.keys = [key_of(word.rstrip(",")) for word in name.words]
    if name.kind != "document":
        name.kind = "organization"
    part_titles(text, name)


def part_titles(text: str, name: Name) -> None:
    """Part a person from the body before the title: "Bank of Canada Governor John Doe"."""
    lead = split_lead(name.keys)
    if not lead or name.keys[-1] in ORG_WORDS or is_title(name.keys[-1]):
        return  # "Office of the Inspector General"
    if is_person_noun(name.keys[-1], "plural"):
        return  # "Association of Chief Pilots", of which none is called so
    at = name.start
    for word in name.words[:lead]:
        at = text.index(word, at) + len(word)
    name.start = text.index(name.words[lead], at)
    name.lead, name.words, name.keys = name.words[:lead], name.words[lead:], name.keys[lead:]
    name.kind = "person"
    name.female = gender_of(name.lead, name.keys)
