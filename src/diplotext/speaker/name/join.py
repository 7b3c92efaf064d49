"""Names that run on over small words: "Department of Justice", "Secretary of State John Doe".

body   = RUN ("of" | "for" | "on") ["the"] RUN      after a noun that takes it
       | RUN "and" RUN                              where it ends in "Committee", "Agency" ...
person = TITLE "of" DEPARTMENT NAME
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from diplotext.lexicon.role_noun import is_person_noun
from diplotext.speaker.name.body_holder import parted_runs
from diplotext.speaker.name.extend import extend, take_suffix, with_partner
from diplotext.speaker.name.lead import FIRM_ENDS, is_given, is_title
from diplotext.speaker.name.long_title import heads, heads_on, read_headed
from diplotext.speaker.name.mention import BRANDS, Name, mark_quoted
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.opening import read_run
from diplotext.speaker.name.people_body import goes_on_to_cause
from diplotext.speaker.name.table import ORG_DROPPED, ORG_HEADS, ORG_WORDS, listed, words
from diplotext.speaker.name.two_fields import goes_on_to_field, is_listed_field
from diplotext.speaker.name.vocabulary import vocabulary

__all__ = ["find_names"]

OF_RE = re.compile(r"\s+(?:of|for|on|and|to)\s+(?:(?:the|a|an)\s+)?|\s+&\s+")
OF = words("of for on")
JOINTS = words("of for on and to &")  # what a gap that joins begins with
# What a firm with a number in its name may end in, and what has a number as a date.
NUMBERED = words("imports automotive communications games")
DATES = words("jan feb mar apr may jun jul aug sep sept oct nov dec")
# The longest gap that joins: " for the ".
GAP = 9
# The most words that a name may have and still go on.
MOST = 14
AND_HEADS = listed("heads_after_and")
THE_AND_HEADS = listed("heads_after_the_and")
# Trades as they stand in firms' names: "Brynmoor Oil and Gas", "Holm Iron and Steel Corp".
TRADES = listed("trades")
# Owners within the names of bodies: "People's Daily", "Women's Council"; what others own is not
# of their name ("Okafor's Labour Party").
OWNERS = listed("owners")
# What people of one trade are members of, and how they are called: "Tutors' Union".
OWNED_BODIES = words(
    "union association federation confederation guild alliance league society forum circle"
)
PEOPLE_RE = re.compile(r"[a-z]{2}(?:ers|ors|ists|ants|ents|ians|men|nurses)\Z")
TO_HEADS = words("alliance campaign committee coalition")
AND_OPENERS = words("department ministry office centers")
# "Center for Volcanology | and Hazard Mitigation"
FOR_HEADS = words("center centre institute agency bureau centers")
COMPANY = words("co company")


def find_names(
    text: str,
    ranges: Sequence[tuple[int, int]],
    quoted: Sequence[tuple[int, int]],
) -> list[Name]:
    """The names in the ranges, in order; those inside quotation marks are marked so.

    >>> text = "Finance Minister Ruth Okafor met Mr. Brandt of the Ministry of Trade."
    >>> for name in find_names(text, [(0, len(text))], []):
    ...     print(name.lead, name.words, name.kind)
    ['Finance', 'Minister'] ['Ruth', 'Okafor'] person
    ['Mr.'] ['Brandt'] person
    [] ['Ministry', 'of', 'Trade'] organization
    """
    found: list[Name] = []
    for start, end in ranges:
        before: Name | None = None
        for at, run, stop in parted_runs(text, start, end):
            if before is not None and at - before.end <= GAP and may_join(text, before, at):
                if heads(text, before, at) or heads_on(text, before, at, run):
                    found[-1] = before = read_headed(text, before, at, run, stop)
                    continue
                if joins(text, before, at, run) or joins_and(text, before, at, run, stop):
                    extend(text, before, stop)
                    take_suffix(text, before)
                    found[-1] = before = with_partner(text, found)
                    continue
            name = read_run(text, start, at, run, stop)
            if name is not None:
                found.append(name)
                before = name
    mark_quoted(found, quoted)
    return found


def may_join(text: str, before: Name, at: int) -> bool:
    """A cheap look: whether a small word that joins names stands before a run."""
    gap = text[before.end : at].split()
    if len(before.words) >= MOST:
        return False
    if gap == [","]:
        return before.kind == "organization" and not OF.isdisjoint(before.keys)
    if before.possessive or not gap:
        return before.possessive or before.keys[-1] in BRANDS
    if gap[0].isdigit():
        return len(gap) == 1 and before.kind == "unknown" and not before.lead
    return gap[0] in JOINTS


def joins(text: str, before: Name, at: int, run: Sequence[str]) -> bool:
    """Whether a run goes on with an organisation's name: "Department" + "of Justice"."""
    gap = text[before.end : at]
    if before.possessive:
        return joins_owner(before, gap, run)
    if gap.strip().isdigit():
        # "Pier 1 | Imports Inc", but "Jan 5 | Kvik Inc"
        last = key_of(run[-1])
        return last in FIRM_ENDS | ORG_DROPPED | NUMBERED and before.keys[-1] not in DATES
    if len(before.keys) == 1 and goes_on_to_cause(before.keys[0], gap, run, opens=before.opens):
        return True
    if before.keys[-1] in BRANDS and gap == " ":
        return key_of(run[-1]) in ORG_WORDS  # "Moody's Investors Service"
    if gap.strip() == "&" and not before.lead:
        return True
    if before.kind == "unknown" and gap == " of " and is_calling(before):
        return is_country(run)  # "Port Workers | of America"
    # "City | of Corran", "Iowa Division | of"
    is_head = before.keys[-1] in ORG_HEADS and (
        len(before.keys) == 1 or " ".join(before.keys[:-1]) in vocabulary().regions
    )
    is_body = before.kind == "organization" or is_head
    return is_body and OF_RE.fullmatch(gap) is not None and joins_body(before, gap, run)


def joins_owner(before: Name, gap: str, run: Sequence[str]) -> bool:
    """Whether a run is what a possessive's name goes on to: "People's" + "Daily"."""
    keys = [key_of(word) for word in run]
    if gap not in ("'s ", "’s ", "' ", "’ "):
        return False
    may_own = before.kind != "person" and gap[1:] == " " and keys[0] in OWNED_BODIES
    if may_own and PEOPLE_RE.search(before.keys[-1]) is not None:
        return True  # "Kenya Tutors' | Union"
    is_owner = before.keys[-1] in OWNERS or before.keys[0] in ("st", "saint")
    if is_owner or (gap[1] == " " and is_calling(before)):
        return not ORG_WORDS.isdisjoint(keys) or keys[-1] in OWNED_BODIES
    return keys[-1] in FIRM_ENDS and ORG_DROPPED.issuperset(keys)  # "McDonald's Corp"


def joins_body(before: Name, gap: str, run: Sequence[str]) -> bool:
    """Whether a body's name goes on over a small word: "Society for the Sea" + "of Norland"."""
    if "to" in gap:
        return before.keys[-1] in TO_HEADS
    if "and" in gap:
        if is_given(key_of(run[0])) or is_title(key_of(run[0])):
            return False
        opener = before.keys[0]
        if "for" in before.keys and opener in FOR_HEADS:
            return True
        return "of" in before.keys and opener in AND_OPENERS
    # "Department of State | for Trade", "Society for the Protection | of Birds"
    return (
        before.keys[-1] in ORG_HEADS
        or "of" in before.keys
        or ("for" in before.keys and "of" in gap)
        or (is_calling(before) and is_country(run))
    )


def is_country(run: Sequence[str]) -> bool:
    """Whether the words are a country's name."""
    return " ".join(map(key_of, run)) in vocabulary().countries


def is_calling(name: Name) -> bool:
    """Whether a name ends with those of one trade: "Nurses", of "the Nurses' Alliance"."""
    return is_person_noun(name.keys[-1], "plural")


def joins_and(text: str, before: Name, at: int, run: Sequence[str], stop: int) -> bool:
    """Whether a run goes on with a committee's or an agency's name: "Food" + "and Drug Agency"."""
    gap = text[before.end : at].split()
    if gap == [","]:
        return is_listed_field(text, before, run, stop)
    if before.possessive or gap[:1] != ["and"]:
        return False
    if goes_on_to_field(text, before, run, stop):
        return True
    if gap != ["and"]:
        return False
    keys = [key_of(word) for word in run]
    if keys[0] in COMPANY and ORG_DROPPED.issuperset(keys):
        return True  # "Ruth Holm and Co", whoever's name it has
    if before.kind in ("person", "place"):
        return False
    if keys[0] in TRADES and (TRADES | ORG_DROPPED).issuperset(keys):
        return before.keys[-1] in TRADES or not ORG_DROPPED.isdisjoint(keys)
    opening = text[max(0, before.outer - 4) : before.outer].lower()
    if keys[-1] in THE_AND_HEADS:
        # "the World Ports and Harbours Council", but "the Port Union and Harbour Council"
        return opening == "the " and before.keys[-1] not in ORG_WORDS | ORG_HEADS
    if keys[-1] not in AND_HEADS:
        return False
    return opening.endswith(("the ", "a ")) or len(before.keys) > 1
