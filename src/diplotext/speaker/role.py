"""What a story says of a named person: titles, roles, affiliation, country.

    before  "Russian Foreign Minister" NAME, "campaign spokesman" NAME, "a lawyer for X," NAME
    after   NAME ", 43, a nurse from Ohio,"   NAME ", director of the Institute,"   NAME "(R-Ohio)"

    verb    NAME "leads the Lunda Savings Bank"          two      "Ministers" NAME "and" NAME

Not handled: roles told by another verb ("Okafor was named to the bank").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from diplotext.speaker.appointed import appointed_to
from diplotext.speaker.body_holder import title_before_body
from diplotext.speaker.chain import Chain
from diplotext.speaker.kind import is_given
from diplotext.speaker.mention import Name
from diplotext.speaker.name import key_of
from diplotext.speaker.note import OWNS_RE, note, note_meaning, note_office, note_title
from diplotext.speaker.office import (
    body_before,
    body_behind,
    countries_of,
    countries_told,
    country_behind,
    from_office,
    is_central,
    is_office_behind,
    is_role,
    led_by,
)
from diplotext.speaker.office_before import (
    CIRCLE_RE,
    first_of_role,
    note_circle,
    office_with_field,
)
from diplotext.speaker.reading import meanings_of
from diplotext.speaker.table import ORG_WORDS, PARTIES, PARTY_OF, STOPS, fold_words, words
from diplotext.speaker.vocabulary import vocabulary

__all__ = ["read_roles"]

CLAUSE_RE = re.compile(r"[,;:()\[\]“”\"!?–—]|(?<![A-Z])\.[’']?\s")
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
# A stop, too ("said the minister. | Okafor left"): titles cut short are the name's.
CLAUSE_MARKS = ("", *'.,;:()[]“”"!?–—')
# "the Conservative Party ... | Party leader Karl Aas": the last party named before.
OWN_PARTY_RE = re.compile(r"(?s:.*)\b([A-Z][a-z]+)\s[Pp]arty\b")
PARTY = 400
# How far around a name its roles are read, and at how many of its names.
BEFORE, AFTER, READ = 90, 160, 3
DETERMINERS = words("the a an his her its their our")
SAYS_RE = re.compile(r"\s+(?:said|says|told)\b")
PREPOSITIONS = words("for of at from with in to")
# "Foreign Ministers Ahmed Nasser of Norland and | Louis Garnier"
TWO_RE = re.compile(
    r"(?P<title>(?:[A-Z][\w-]*\s){0,3}[A-Za-z][\w-]+(?:s|men))\s(?:[A-Z][\w.’'-]+\s){1,3}"
    r"(?:of\s[A-Z][\w-]+(?:\s[A-Z][\w-]+)?\s)?and\Z"
)
# "Husni Omar | (BN-Lunda)": a member for a seat
SEAT_RE = re.compile(r"\s\([A-Z]{2,5}-[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3}\)")
# "Silver Lane, trained by | Olive Hale"
TRADES = {"trained": "trainer", "coached": "coach", "managed": "manager", "captained": "captain"}
BY_RE = re.compile(rf"\b({'|'.join(TRADES)}) by\Z")
# "her husband, banker | Oleh Holm"
KIN_RE = re.compile(r"\b(?:[Hh]is|[Hh]er)\s(?:\w+\s)?(husband|wife|son|daughter),\s(?:\w+\s)?\w+\Z")
# "Karl Berg KC, | prosecuting,"
SIDE_RE = re.compile(r"(?: [A-Z]{2,3})?, (?:who (?:is|was) )?(prosecuting|defending|mitigating)\b")
SIDES = {"pros": "prosecutor", "defe": "lawyer", "miti": "lawyer"}
OF_BODY = (", of ", ", from ", ", at ", ", with ")
APPOSED = (", a ", ", an ", ", the ")
KIN = words("mother father brother sister")


def read_roles(text: str, chain: Chain) -> set[str]:
    """The meaning classes of a person's titles; titles, country and affiliation are noted."""
    if chain.meanings is not None:
        return chain.meanings
    chain.meanings = set()
    read = 0
    for name in chain.names:
        if name.lead:
            note_title(chain, name.lead)
        if read < READ and (len(name.keys) > 1 or name.lead or len(chain.keys) == 1):
            read += 1
            read_before(text, chain, name)
            read_after(text, chain, name)
        elif text.startswith((*APPOSED, ", who "), name.end):
            told = AFTER_RE.match(text, name.end, name.end + AFTER)
            keys = [] if told is None else [key_of(word) for word in told["role"].split()]
            chain.countries |= countries_of(keys)  # "Novak, a former Polish premier,"
            careers = {vocabulary().careers.get(one) for one in meanings_of("".join(keys[-1:]), ())}
            if "civil" not in careers:
                read_after(text, chain, name)  # "Duclos, a municipal gardener,"
    return chain.meanings


def read_before(text: str, chain: Chain, name: Name) -> None:
    """Take in the role in small letters before the name."""
    known = vocabulary()
    before = text[max(0, name.outer - BEFORE) : name.outer].rstrip()
    if name.lead and before.endswith(", the"):
        before = before[:-4]  # "the Bishop of Lund, the Rt Rev Jan Vos"
    if before.endswith(" and") and not name.lead and (two := TWO_RE.search(before)):
        note_title(chain, two["title"].split())  # "Ministers Ahmed Nasser of Norland and"
        return
    if before.endswith(" by") and (trade := BY_RE.search(before)) is not None:
        note_meaning(chain, [TRADES[trade[1]]])  # "Silver Lane, trained by Olive Hale"
        return
    if before.endswith(("'s", "’s")) and len(name.keys) > 1 and not name.lead:
        chain.affiliation = chain.affiliation or body_before(before)  # "the VFF's Ana Ruiz"
        return
    kin = KIN_RE.search(before) if "," in before else None
    if kin is not None:
        note_meaning(chain, [kin[1]])  # "her husband, banker Oleh Holm"
    if before.endswith(")") and (circle := CIRCLE_RE.search(before)) is not None:
        note_circle(chain, circle["title"].split())
        return
    bracketed = before.endswith(" (") and text.startswith(")", name.end) and len(name.keys) > 1
    apposed = bracketed or before.endswith(",")
    before = before[:-2] if bracketed else before.rstrip(" \n\t,–—-")
    if not apposed and before[-1:].isalpha() and (title := title_before_body(before)):
        note_title(chain, title)  # "spokeswoman of the Trade Ministry Ruth Okafor"
        return
    if not apposed and (before[-1:] in CLAUSE_MARKS or not may_be_role(before)):
        return  # nearly all: a cheap look at the last word
    # Only the words after the last mark: "he said. The lawyer, Joel Brandt".
    title = CLAUSE_RE.split(before)[-1].removeprefix(" -").split()  # "(AP) - The Mayor"
    title = from_office(title) if apposed else title[-6:]
    keys = [key_of(word) for word in title]
    if apposed:
        # "An attorney for the unions, Joel Brandt, said": the role ends at the preposition.
        if "for" in keys[:-1]:
            chain.owners |= {keys[-1]}
        if (of := office_with_field(title, keys)) > 0:
            note_office(chain, title[:of], " ".join(title[of + 1 :]))
            return
        title, keys = without_clause(title, keys)
        at = next((i for i, key in enumerate(keys) if key in PREPOSITIONS), len(keys))
        if bracketed and at < len(keys):
            return  # "an official at Kvik Mining (Kvik Min)"
        title, keys = title[:at], keys[:at]
    if not keys or (keys[-1] == "accused" and title[-2:][0][0].isupper()):
        return  # "Dr Kale accused Mr Noll", but "murder accused Paul Noll"
    # "The Governor of Lagos, Mr Femi Bello," has a capital of its own.
    named = title[-1][0].isupper() and len(title) > 1 and not (apposed and keys[0] == "the")
    if not (is_role(keys[-1]) or is_counterpart(keys)) or named:
        code = known.nationalities.get(keys[-1])
        if code:
            chain.countries |= {code}
        return
    if is_counterpart(keys):
        # "his Turkish counterpart Kemal Aydin": a title like that of the other.
        chain.counterpart = True
        chain.countries |= countries_of(keys)
        return
    at = first_of_role(title, keys)
    owned = next((i for i in range(at, max(0, at - 3), -1) if OWNS_RE.search(title[i - 1])), 0)
    if owned and all(map(str.islower, title[owned:at])):
        owner = key_of(OWNS_RE.split(title[owned - 1])[0])
        chain.owners |= {owner}  # "Noll’s lawyer, Ruth Kale", "the union's regional head"
        chain.countries |= countries_told([owner])  # "France’s ambassador, Luc Moreau"
    note_title(chain, title[at:])
    if keys[at] == "party" and not owned:
        party = OWN_PARTY_RE.match(text, max(0, name.outer - PARTY), name.outer)
        if party is not None and key_of(party[1]) in PARTY_OF:
            chain.parties |= {PARTY_OF[key_of(party[1])]}  # "Party leader Karl Aas"


def without_clause(title: list[str], keys: list[str]) -> tuple[list[str], list[str]]:
    """The words of a role without those of a clause before it: "at which | the Bishop of Lund"."""
    role = next(
        (i for i in range(1, len(keys)) if keys[i] in PREPOSITIONS and is_role(keys[i - 1])), 0
    )
    first = max((i for i in range(role) if keys[i] in ("the", "a", "an")), default=0)
    return title[first:], keys[first:]


def is_counterpart(keys: Sequence[str]) -> bool:
    """Whether a role is that of another: "Turkish counterpart", "opposite number"."""
    return keys[-1] == "counterpart" or list(keys[-2:]) == ["opposite", "number"]


def may_be_role(before: str) -> bool:
    """Whether the last word can be a role, or tell a country."""
    words = before.rsplit(None, 1)
    key = key_of(CLAUSE_RE.split(words[-1])[-1]) if words else ""
    return is_role(key) or key == "number" or key in vocabulary().nationalities


def read_after(text: str, chain: Chain, name: Name) -> None:
    """Take in the apposition after the name, with its affiliation."""
    stop = name.end + AFTER
    party = PARTY_RE.match(text, name.end, stop)
    if party is not None:
        chain.affiliation = chain.affiliation or party[1].rstrip(".")
        chain.parties |= {party[1][0]}
        return
    if text.startswith(" (", name.end) and SEAT_RE.match(text, name.end, stop):
        note_meaning(chain, ["lawmaker"])  # "Husni Omar (BN-Lunda)"
        return
    if office := appointed_to(text, name.end):
        note_meaning(chain, office)
        return
    if text.startswith((", ", " KC, ", " QC, ", " SC, ", " SAN, "), name.end):
        side = SIDE_RE.match(text, name.end, stop)
        if side is not None:
            note_meaning(chain, [SIDES[side[1][:4]]])
            return
    led, roles = led_by(text, name.end)
    if led:
        chain.owners |= set(led)
        for role in roles:
            note_meaning(chain, [*led, role])  # "Ana Ruiz, who heads the union,"
        return
    chain.countries |= country_behind(text, name.end)
    # "Ana Ruiz, from the Norland Wool Council, says": no role before the body
    is_of = text.startswith(OF_BODY, name.end)
    match = None if is_of else AFTER_RE.match(text, name.end, stop)
    if match is None:
        if len(name.keys) > 1 and not chain.affiliation:
            chain.affiliation = body_behind(text, name.outer, name.end)
        return
    title = match["role"].split()
    keys = [key_of(word) for word in title]
    known = vocabulary()
    if keys[-1] in PARTIES and keys[0] in ("a", "an", "the"):
        chain.parties |= {PARTY_OF[keys[-1]]}  # "Ruth Okafor, a Democrat from Maine,"
        return
    if keys[0] in DETERMINERS and SAYS_RE.match(text, match.end()):
        return  # "In a post on Kvik, her manager said"
    address = keys[-1] in known.honorifics and keys[-1] not in KIN
    if not is_role(keys[-1]) or (address and not match["of"]):
        return
    if title[-1][0].isupper():
        behind = text[match.end() : match.end() + 5]
        if is_office_behind(title, match["of"] or "", behind):
            note_office(chain, title, match["of"] or "")
        return
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
    if match["of"] and is_central(match["of"]):
        note_meaning(chain, ["central", "bank", "governor"])  # "chairman of the Federal Reserve"
    if match["of"] and fold_words(match["of"]) in known.nationalities:
        return  # "chief of the Norlandish trade board": an adjective is no body
    if match["of"] and not is_given(key_of(match["of"].split()[0])):
        chain.affiliation = chain.affiliation or OWNS_RE.split(match["of"])[0]
    elif match["of"]:
        # "Ruth Kale, a lawyer for Paul Noll"
        chain.owners |= {key_of(word) for word in match["of"].split()} - ORG_WORDS
