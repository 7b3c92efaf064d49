"""Nouns for bodies, by kind, and whether a body's name is of a noun: "court" ~ "High Court"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.link import is_plural
from diplotext.speaker.name.lead import is_title
from diplotext.speaker.name.named_as_body import is_measure
from diplotext.speaker.name.table import (
    ORG_DROPPED,
    ORG_WORDS,
    listed,
    listed_by_kind,
    words,
)
from diplotext.speaker.name.vocabulary import vocabulary
from diplotext.speaker.source.reading import Reading

__all__ = [
    "ANY_FIRM",
    "BODIES",
    "FIRM_KINDS",
    "HALVES",
    "KINDS",
    "KIND_OF",
    "MEDIA",
    "MEDIA_NOUNS",
    "MEDIUM_RE",
    "UNIONS",
    "WIDE_NOUNS",
    "has_head",
    "is_central",
    "is_of_kind",
    "is_rater",
    "kind_of_noun",
    "kind_of_reading",
    "may_be_body",
]

# Words of names, by the kind of body.
KINDS = listed_by_kind("body_kinds")
KINDS["company"] |= ORG_DROPPED
KINDS["lender"] |= KINDS["company"]
KIND_OF = {noun: kind for kind, nouns in listed_by_kind("body_nouns").items() for noun in nouns}
BODIES = frozenset(KIND_OF) | words("network union group agency bank organization organisation")
MEDIA = frozenset(["newspaper", "network", "site"])
MEDIA_NOUNS = listed("media_nouns")
MEDIUM_RE = re.compile(
    rf"\s+(?:news\s+|television\s+|radio\s+)?(?:{'|'.join(sorted(MEDIA_NOUNS))})\b"
)
CENTRAL = listed("central_banks")
# Kinds of bodies that have shares.
FIRM_KINDS = words("company lender railway network")
# What any firm may be called, and any body.
ANY_FIRM = words("company firm")
WIDE_NOUNS = words("group organization organisation body")
# What a state's bodies are called, of which none is "the group".
STATE_HEADS = listed("state_heads")
# Last words of names that may be called by another noun.
LOOSE = words("america international group company inc corp network")
# Nouns that stand first in names: "Radio Harbour", "Banco Norte".
LEADING = words("radio television banco banca banque")
# What may stand before "agency" of a state's body, and of one that rates debt; and who does.
PLAIN = words("federal government regulatory state us independent")
RATING = words("rating ratings credit debt rival international")
RATERS = words("moodys fitch poors s&p")
AGENCIES = words("agency regulator watchdog")
UNIONS = ("un", "united nations", "eu", "european union")
# Words of names that are as good as the noun: "the airline", Air Norland.
NOUN_WORDS = listed_by_kind("body_noun_words")
SMALL = words("of for on")
# Names of one of these words alone are halves of names: "Amazon.com Inc", "The Company".
HALVES = ORG_DROPPED | words("securities board bank union ministry department agency commission")


def is_central(chain: Chain) -> bool:
    """Whether a bank is a country's by name: "Bank of Norway", "Federal Reserve"."""
    if chain.kind != "organization":
        return False
    return chain.keys[:2] == ["bank", "of"] or not CENTRAL.isdisjoint(chain.keys)


def may_be_body(chain: Chain, noun: str, kind: str) -> bool:
    """Whether a chain can be a body of a noun: a court is no company, nor is a person."""
    if chain.opening and is_plural(chain.keys[-1]) and chain.kind == "unknown":
        return False
    if is_title(chain.keys[0]) and chain.keys[1:2] in ([], ["of"]):
        return False  # "CEO", "CEO of Okafor Lines": an office
    whole = " ".join(chain.keys)
    firm = noun in KIND_OF or noun in vocabulary().firms
    if firm and is_measure(chain.keys):
        return False  # "Kvik Estimates", by which a story measures firms
    if chain.kind == "organization":
        if noun == "union" and chain.keys[-1] in ORG_DROPPED:
            return False  # "Kvik AG"
        if has_head(chain, noun) or is_of_kind(chain, kind):
            return not chain.plural
        if chain.plural or "the " + whole in vocabulary().places or is_family(chain):
            return False
        if noun in WIDE_NOUNS:
            return STATE_HEADS.isdisjoint(chain.keys)
        known = vocabulary()
        is_state = whole in known.bodies and whole not in known.companies
        if noun in AGENCIES and whole in UNIONS:
            return False  # "the U.N. agency" is another
        if is_state and noun in AGENCIES and kind:
            return True  # "the agency", the SEC
        if is_state and firm and noun not in AGENCIES:
            return False
        nouns = ORG_WORDS.intersection(chain.keys)
        return not nouns or not (LOOSE | KINDS.get(kind, LOOSE)).isdisjoint(nouns)
    return firm and chain.kind == "unknown" and chain.female is None and not chain.lead_keys


def is_of_kind(chain: Chain, kind: str) -> bool:
    """Whether a body is of a kind by its first name or its fullest: "E.U.", European Union."""
    known = KINDS.get(kind, ())
    named = [chain.keys, chain.names[0].keys]
    if kind == "watchdog" and (full := vocabulary().bodies.get(" ".join(chain.keys))):
        named.append(full.split())  # "the SEC"
    if kind == "site" and chain.words[-1].endswith(".com"):
        return True
    if kind == "watchdog" and any(is_of_head(keys, known) for keys in named):
        return True  # "Office of the Comptroller"
    return any(keys[-1] in known or (keys[0] in LEADING and keys[0] in known) for keys in named)


def is_of_head(keys: Sequence[str], heads: Collection[str]) -> bool:
    """Whether the noun before "of" in a body's name is one of some: "Office | of Fair Trading"."""
    return "of" in keys[1:] and keys[keys.index("of", 1) - 1] in heads


def is_family(chain: Chain) -> bool:
    """Whether a chain is a family: "the Okafors"."""
    key = chain.keys[-1]
    known = key in ORG_WORDS or key in vocabulary().bodies
    articled = any(name.articled for name in chain.names[:4])  # not "Barnleys said"
    return len(chain.keys) == 1 and articled and not known and is_plural(key)


def has_head(chain: Chain, noun: str) -> bool:
    """Whether a noun is the head of a body's name: "Ministry of Trade", "Nordby Bank".

    The "Armed Forces Press Committee" is not the forces.
    """
    keys = chain.keys
    last = len(keys) - 1
    while last > 0 and keys[last] in ORG_DROPPED and keys[last] != noun:
        last -= 1
    if keys[0] == noun and noun in LEADING:
        return True
    if noun in NOUN_WORDS and not NOUN_WORDS[noun].isdisjoint((keys[0], keys[last], keys[-1])):
        return True
    after = [i + 1 for i, key in enumerate(keys) if key == noun]
    return keys[last] == noun or any(keys[i] in SMALL for i in after if i < len(keys))


def kind_of_reading(reading: Reading) -> str:
    """The kind of body a nominal is for; a news agency or a space agency is of none."""
    if reading.noun == "agency" and not all(
        word in PLAIN or word.endswith("-based") for word in reading.modifiers
    ):
        return ""
    return kind_of_noun(reading.noun)


def is_rater(chain: Chain, reading: Reading) -> bool:
    """Whether a body rates debt, and may be called so: "the ratings agency", "the agency"."""
    if reading.noun != "agency" or not RATING.issuperset(reading.modifiers):
        return False
    return not RATERS.isdisjoint(chain.keys)


def kind_of_noun(noun: str) -> str:
    """The kind of body a noun is for; "" where it is for none."""
    return KIND_OF.get(noun) or ("company" if noun in vocabulary().firms else "")
