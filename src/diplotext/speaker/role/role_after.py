"""The role behind a person's name: how it is told, and what is noted of it.

NAME ", 43, a nurse from Ohio,"   NAME ", director of the Institute,"   NAME " (R-Ohio)"
NAME " leads the Lunda Savings Bank"   NAME " was elected mayor"   NAME " KC, prosecuting,"
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.name.appointed import appointed_to
from diplotext.speaker.name.lead import is_given
from diplotext.speaker.name.mention import Name
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.office import (
    body_behind,
    countries_of,
    countries_told,
    country_behind,
    is_central,
    is_office_behind,
    is_role,
    led_by,
)
from diplotext.speaker.name.table import ORG_WORDS, PARTIES, PARTY_OF, STOPS, fold_words, words
from diplotext.speaker.name.vocabulary import vocabulary
from diplotext.speaker.role.note import OWNS_RE, note, note_meaning, note_office
from diplotext.speaker.source.reading import meanings_of

__all__ = ["AFTER", "AFTER_RE", "read_after"]

# What opens all that is told, but for blanks.
OPENING_MARKS = frozenset(",([–—-")
AFTER = 160  # how far behind a name its role is read
AFTER_RE = re.compile(
    r"""\s*(?:,|–|—|--)\s+(?:aged?\s+)?(?:\d{1,3},\s+)?(?:who\s+(?:is|was|heads|leads)\s+)?
    (?P<role>(?:[\w.’'&-]+\s+){0,6}?[\w.’'&-]+)
    (?:\s+(?:of|for|at|from|with|in|on)\s+(?:the\s+)?
       (?P<of>[A-Z](?:[\w’'&-]|\.(?=\w))*
          (?:\s+(?:of\s+|for\s+|and\s+)?(?:the\s+)?[A-Z](?:[\w’'&-]|\.(?=\w))*)*)
      |(?=\s*[,;–—]|\s\([A-Z]{2,6}\),|(?<![A-Z])\.|\s+(?:of|for|at|from|with|who|in|on|said|told)\b))""",
    re.VERBOSE,
)
PARTY_RE = re.compile(r"(?:,\s+|\s*[(\[])([RDI]-[A-Z][\w.]*(?: [A-Z]\w+)?)")
DETERMINERS = words("the a an his her its their our")
SAYS_RE = re.compile(r"\s+(?:said|says|told)\b")
# "sold it to Ana Berg, | said the minister": another's clause, and no role of hers.
OTHERS_CLAUSE_RE = re.compile(
    r"(?:said|says?|told|tells?|wrote|writes?|according|(?:added|announced|noted|recalled|claimed"
    r"|confirmed|insisted|argued|explained|warned|reported|replied|joked|\w+s)(?=\s(?:the|an?|his|her|its|their|our)\b))\s"
)
# "Husni Omar | (BN-Lunda)": a member for a seat
SEAT_RE = re.compile(r"\s\([A-Z]{2,5}-[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3}\)")
# "Karl Berg KC, | prosecuting,"
BEFORE_SIDE = (", ", " KC, ", " QC, ", " SC, ", " SAN, ")
SIDE_RE = re.compile(r"(?: [A-Z]{2,3})?, (?:who (?:is|was) )?(prosecuting|defending|mitigating)\b")
SIDES = {"pros": "prosecutor", "defe": "lawyer", "miti": "lawyer"}
OF_BODY = (", of ", ", from ", ", at ", ", with ")
KIN = words("mother father brother sister")


def read_after(text: str, chain: Chain, name: Name) -> None:
    """Take in what is told right behind the name: by a form of its own, or by an apposition."""
    first = text[name.end : name.end + 1]
    if not (first.isspace() or first in OPENING_MARKS):
        return  # "Okafor's", "with Okafor."
    if any(read(text, chain, name.end) for read in FORMS):
        return
    chain.countries |= country_behind(text, name.end)
    # "Ana Ruiz, from the Norland Wool Council, says": no role before the body
    is_of = text.startswith(OF_BODY, name.end)
    match = None if is_of else AFTER_RE.match(text, name.end, name.end + AFTER)
    if match is not None:
        read_apposition(text, chain, match)
    elif len(name.keys) > 1 and not chain.affiliation:
        chain.affiliation = body_behind(text, name.outer, name.end)


def read_party(text: str, chain: Chain, end: int) -> bool:
    """Take in the party of one who sits for it: "(R-Ohio)"."""
    party = PARTY_RE.match(text, end, end + AFTER)
    if party is not None:
        chain.affiliation = chain.affiliation or party[1].rstrip(".")
        chain.parties |= {party[1][0]}
    return party is not None


def read_seat(text: str, chain: Chain, end: int) -> bool:
    """Take in that somebody has a seat: "Husni Omar (BN-Lunda)"."""
    is_seat = text.startswith(" (", end) and SEAT_RE.match(text, end, end + AFTER) is not None
    if is_seat:
        note_meaning(chain, ["lawmaker"])
    return is_seat


def read_appointed(text: str, chain: Chain, end: int) -> bool:
    """Take in what somebody was made: "Ana Ruiz was elected mayor"."""
    office = appointed_to(text, end)
    if office:
        note_meaning(chain, office)
    return bool(office)


def read_side(text: str, chain: Chain, end: int) -> bool:
    """Take in the side of a trial that somebody is on: "Karl Berg KC, prosecuting,"."""
    side = SIDE_RE.match(text, end, end + AFTER) if text.startswith(BEFORE_SIDE, end) else None
    if side is not None:
        note_meaning(chain, [SIDES[side[1][:4]]])
    return side is not None


def read_led(text: str, chain: Chain, end: int) -> bool:
    """Take in what somebody leads: "Ana Ruiz, who heads the union,"."""
    led, roles = led_by(text, end)
    if led:
        chain.owners |= set(led)
        for role in roles:
            note_meaning(chain, [*led, role])
    return bool(led)


# The first that is told ends the reading. Each takes text, chain and the name's end.
FORMS: tuple[Callable[[str, Chain, int], bool], ...] = (
    read_party,
    read_seat,
    read_appointed,
    read_side,
    read_led,
)


def read_apposition(text: str, chain: Chain, match: re.Match[str]) -> None:
    """Take in a phrase between commas behind the name, with what it is of."""
    title, of = match["role"].split(), match["of"] or ""
    keys = [key_of(word) for word in title]
    if keys[-1] in PARTIES and keys[0] in ("a", "an", "the"):
        chain.parties |= {PARTY_OF[keys[-1]]}  # "Ruth Okafor, a Democrat from Maine,"
        return
    if keys[0] in DETERMINERS and SAYS_RE.match(text, match.end()):
        return  # "In a post on Kvik, her manager said"
    if OTHERS_CLAUSE_RE.match(match["role"]):
        return
    is_address = keys[-1] in vocabulary().honorifics and keys[-1] not in KIN
    if not is_role(keys[-1]) or (is_address and not of):
        return
    if title[-1][0].isupper():
        if is_office_behind(title, of, text[match.end() : match.end() + 5]):
            note_office(chain, title, of)
        return
    note_role(chain, title, keys)
    if of:
        note_body(chain, of)


def note_role(chain: Chain, title: Sequence[str], keys: Sequence[str]) -> None:
    """Note a role in small letters: what it means, its country and party, and whose it is."""
    chain.countries |= countries_of(keys[:-1])
    chain.parties |= {PARTY_OF[key] for key in keys if key in PARTY_OF}
    if chain.meanings is not None:
        chain.meanings |= meanings_of(keys[-1], keys[:-1])
    note_meaning(chain, keys[-1:])
    first = 0
    for i, key in enumerate(keys[:-1]):
        if (key in STOPS and key != "and") or title[i].endswith(("'s", "’s")):
            first = i + 1
    if first and OWNS_RE.search(title[first - 1]):
        owner = key_of(OWNS_RE.split(title[first - 1])[0])
        chain.owners |= {owner}
        chain.countries |= countries_told([owner])
    note(chain, [*title[first:-1], title[-1].rstrip(".")])


def note_body(chain: Chain, of: str) -> None:
    """Note what a role is of: the body of its holder, or the person whose lawyer it is."""
    if is_central(of):
        note_meaning(chain, ["central", "bank", "governor"])  # "chairman of the Federal Reserve"
    if fold_words(of) in vocabulary().nationalities:
        return  # "chief of the Norlandish trade board": an adjective is no body
    if not is_given(key_of(of.split(maxsplit=1)[0])):
        chain.affiliation = chain.affiliation or OWNS_RE.split(of)[0]
    else:
        # "Ruth Kale, a lawyer for Paul Noll"
        chain.owners |= {key_of(word) for word in of.split()} - ORG_WORDS
