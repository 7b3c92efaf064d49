"""The role before a person's name: how it is told, and what is noted of it.

"lawyer" NAME     "A lawyer for the unions," NAME     "her husband, banker" NAME
"an official at Kvik Mining (" NAME ")"     "spokeswoman of the Trade Ministry" NAME
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.name.body_holder import title_before_body
from diplotext.speaker.name.mention import Name
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.office import (
    body_before,
    countries_of,
    countries_told,
    from_office,
    is_role,
)
from diplotext.speaker.name.table import PARTY_OF, words
from diplotext.speaker.name.vocabulary import vocabulary
from diplotext.speaker.role.note import OWNS_RE, note_meaning, note_office, note_title
from diplotext.speaker.role.office_before import (
    CIRCLE_RE,
    first_of_role,
    note_circle,
    office_with_field,
)

__all__ = ["read_before"]

BEFORE = 90  # how far before a name its role is read
CLAUSE_RE = re.compile(r"[,;:()\[\]“”\"!?–—]|(?<![A-Z])\.[’']?\s")
# A stop, too ("said the minister. | Okafor left"): titles cut short are the name's.
CLAUSE_MARKS = ("", *'.,;:()[]“”"!?–—')
# "the Conservative Party ... | Party leader Karl Aas": the last party named before.
OWN_PARTY_RE = re.compile(r"(?s:.*)\b([A-Z][a-z]+)\s[Pp]arty\b")
PARTY = 400
PREPOSITIONS = words("for of at from with in to")
# "Foreign Ministers Ahmed Nasser of Norland and | Louis Garnier"
TWO_RE = re.compile(
    r"(?P<title>(?:[A-Z][\w-]*\s){0,3}[A-Za-z][\w-]+(?:s|men))\s(?:[A-Z][\w.’'-]+\s){1,3}"
    r"(?:of\s[A-Z][\w-]+(?:\s[A-Z][\w-]+)?\s)?and\Z"
)
# "Silver Lane, trained by | Olive Hale"
TRADES = {"trained": "trainer", "coached": "coach", "managed": "manager", "captained": "captain"}
BY_RE = re.compile(rf"\b({'|'.join(TRADES)}) by\Z")
# "her husband, banker | Oleh Holm"
KIN_RE = re.compile(r"\b(?:[Hh]is|[Hh]er)\s(?:\w+\s)?(husband|wife|son|daughter),\s(?:\w+\s)?\w+\Z")


def read_before(text: str, chain: Chain, name: Name) -> None:
    """Take in the role in small letters before the name."""
    before = text[max(0, name.outer - BEFORE) : name.outer].rstrip()
    if name.lead and before.endswith(", the"):
        before = before[:-4]  # "the Bishop of Lund, the Rt Rev Jan Vos"
    if read_of_two(chain, name, before) or read_trade(chain, before):
        return
    if before.endswith(("'s", "’s")) and len(name.keys) > 1 and not name.lead:
        chain.affiliation = chain.affiliation or body_before(before)  # "the VFF's Ana Ruiz"
        return
    if "," in before and (kin := KIN_RE.search(before)) is not None:
        note_meaning(chain, [kin[1]])  # "her husband, banker Oleh Holm"
    if before.endswith(")") and (circle := CIRCLE_RE.search(before)) is not None:
        note_circle(chain, circle["title"].split())
        return
    is_bracketed = before.endswith(" (") and text.startswith(")", name.end) and len(name.keys) > 1
    is_apposed = is_bracketed or before.endswith(",")
    before = before[:-2] if is_bracketed else before.rstrip(" \n\t,–—-")
    if not is_apposed:
        if before[-1:] in CLAUSE_MARKS:
            return
        last = "".join(before.rsplit(None, 1)[-1:])
        if before[-1].isalpha() and (title := title_before_body(before, last)):
            note_title(chain, title)  # "spokeswoman of the Trade Ministry Ruth Okafor"
            return
        if not may_be_role(last):
            return  # nearly all
    # Only the words after the last mark: "he said. The lawyer, Joel Brandt".
    title = CLAUSE_RE.split(before)[-1].removeprefix(" -").split()  # "(AP) - The Mayor"
    if is_apposed:
        title = read_apposed(chain, from_office(title), is_bracketed=is_bracketed)
    else:
        title = title[-6:]
    if title:
        read_title(text, chain, name, title, is_apposed=is_apposed)


def read_of_two(chain: Chain, name: Name, before: str) -> bool:
    """Take in a title that two have before the first: "Ministers Ahmed Nasser of Norland and"."""
    two = TWO_RE.search(before) if before.endswith(" and") and not name.lead else None
    if two is not None:
        note_title(chain, two["title"].split())
    return two is not None


def read_trade(chain: Chain, before: str) -> bool:
    """Take in what somebody does for the one before: "Silver Lane, trained by"."""
    trade = BY_RE.search(before) if before.endswith(" by") else None
    if trade is not None:
        note_meaning(chain, [TRADES[trade[1]]])
    return trade is not None


def may_be_role(word: str) -> bool:
    """Whether the last word before a name can be a role, or tell a country."""
    key = key_of(CLAUSE_RE.split(word)[-1])
    return is_role(key) or key == "number" or key in vocabulary().nationalities


def read_apposed(chain: Chain, title: list[str], *, is_bracketed: bool) -> list[str]:
    """The role of a phrase before a comma or a bracket; empty where all is noted, or none is.

    "An attorney for the unions, Joel Brandt, said": it ends at the preposition.
    """
    keys = [key_of(word) for word in title]
    if "for" in keys[:-1]:
        chain.owners |= {keys[-1]}
    if (of := office_with_field(title, keys)) > 0:
        note_office(chain, title[:of], " ".join(title[of + 1 :]))
        return []
    title, keys = without_clause(title, keys)
    at = next((i for i, key in enumerate(keys) if key in PREPOSITIONS), len(keys))
    if is_bracketed and at < len(keys):
        return []  # "an official at Kvik Mining (Kvik Min)"
    return title[:at]


def without_clause(title: list[str], keys: list[str]) -> tuple[list[str], list[str]]:
    """The words of a role without those of a clause before it: "at which | the Bishop of Lund"."""
    role = next(
        (i for i in range(1, len(keys)) if keys[i] in PREPOSITIONS and is_role(keys[i - 1])), 0
    )
    first = max((i for i in range(role) if keys[i] in ("the", "a", "an")), default=0)
    return title[first:], keys[first:]


def read_title(text: str, chain: Chain, name: Name, title: list[str], *, is_apposed: bool) -> None:
    """Take in the words before a name where they end in a role, and whose it is."""
    keys = [key_of(word) for word in title]
    if keys[-1] == "accused" and title[-2:][0][0].isupper():
        return  # "Dr Kale accused Mr Noll", but "murder accused Paul Noll"
    # "The Governor of Lagos, Mr Femi Bello," has a capital of its own.
    is_named = title[-1][0].isupper() and len(title) > 1 and not (is_apposed and keys[0] == "the")
    if not (is_role(keys[-1]) or is_counterpart(keys)) or is_named:
        code = vocabulary().nationalities.get(keys[-1])
        if code:
            chain.countries |= {code}
        return
    if is_counterpart(keys):
        # "his Turkish counterpart Kemal Aydin": a title like that of the other.
        chain.counterpart = True
        chain.countries |= countries_of(keys)
        return
    at = first_of_role(title, keys)
    is_owned = read_owner(chain, title, at)
    note_title(chain, title[at:])
    if keys[at] == "party" and not is_owned:
        party = OWN_PARTY_RE.match(text, max(0, name.outer - PARTY), name.outer)
        if party is not None and key_of(party[1]) in PARTY_OF:
            chain.parties |= {PARTY_OF[key_of(party[1])]}  # "Party leader Karl Aas"


def is_counterpart(keys: Sequence[str]) -> bool:
    """Whether a role is that of another: "Turkish counterpart", "opposite number"."""
    return keys[-1] == "counterpart" or list(keys[-2:]) == ["opposite", "number"]


def read_owner(chain: Chain, title: Sequence[str], at: int) -> bool:
    """Take in whose a role is that begins at a word, and whether a word before it is an owner's."""
    owned = next((i for i in range(at, max(0, at - 3), -1) if OWNS_RE.search(title[i - 1])), 0)
    if owned and all(map(str.islower, title[owned:at])):
        owner = key_of(OWNS_RE.split(title[owned - 1])[0])
        chain.owners |= {owner}  # "Noll’s lawyer, Ruth Kale", "the union's regional head"
        chain.countries |= countries_told([owner])  # "France’s ambassador, Luc Moreau"
    return owned > 0
