"""Bodies as nominals: "the ministry", "the network".

A body binds by the noun in its name ("the ministry" ~ "Ministry of Trade"), or by one of its kind
("the newspaper" ~ "Harbour Herald"); where no name tells, to one named just before of which
something else does: an apposition, or that it spoke. What is only near, a place say, is no body.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from diplotext.speaker.chain import Chain
from diplotext.speaker.evidence import BODY, BODY_THRESHOLD
from diplotext.speaker.link import is_plural
from diplotext.speaker.role import read_roles
from diplotext.speaker.source import Reading
from diplotext.speaker.story import LEDE, Story
from diplotext.speaker.table import ORG_DROPPED, ORG_NOUNS, ORG_WORDS, fold_words, words
from diplotext.speaker.vocabulary import vocabulary

__all__ = ["BODIES", "KIND_OF", "OWN_NOUN", "find_organization"]

# Words of names, by the kind of body.
KINDS = {
    "panel": words("committee commission council subcommittee caucus"),
    "bloc": words("eu union asean mercosur"),
    "alliance": words("nato"),
    "cartel": words("opec"),
    "watchdog": words("agency commission authority watch"),
    "school": words("university college institute school academy"),
    "court": words("court tribunal"),
    "site": words("com"),
    "newspaper": words(
        """times post journal sentinel bee courier star news newspaper herald tribune gazette
        zeitung gazeta diario jornal dagblad gazzetta newsletter daily weekly
        chronicle telegraph globe sun mirror guardian observer magazine yorker"""
    ),
    "network": words("news network television tv radio broadcasting channel"),
    "company": ORG_DROPPED
    | words(
        """services logistics bank brothers sons associates steel mining shipping airline foods
        stores insurance solutions laboratories studios semiconductor ag sa"""
    ),
}
KINDS["lender"] = KINDS["company"] | words("fund")
KIND_OF = {
    "watchdog": "watchdog", "school": "school", "tribunal": "court", "lender": "lender",
    "newsletter": "newspaper", "weekly": "newspaper", "tabloid": "newspaper", "major": "company",
    "network": "network", "broadcaster": "network",
    "panel": "panel", "bloc": "bloc", "cartel": "cartel", "station": "network",
    "alliance": "alliance", "site": "site", "website": "site",
    "newspaper": "newspaper", "paper": "newspaper", "magazine": "newspaper", "daily": "newspaper",
    "outlet": "newspaper", "company": "company", "firm": "company", "giant": "company",
    "maker": "company", "carmaker": "company", "automaker": "company", "airline": "company",
    "carrier": "company", "manufacturer": "company", "retailer": "company", "chain": "company",
    "seller": "company", "distributor": "company", "producer": "company", "supplier": "company",
    "builder": "company",
}  # fmt: skip
BODIES = frozenset(KIND_OF) | words("network union group agency bank organization organisation")
MEDIA = frozenset(["newspaper", "network", "site"])
MEDIA_NOUNS = words(
    """agency newspaper daily magazine network broadcaster channel station website newsletter weekly
    paper bulletin tabloid journal"""
)
MEDIUM_RE = re.compile(
    rf"\s+(?:news\s+|television\s+|radio\s+)?(?:{'|'.join(sorted(MEDIA_NOUNS))})\b"
)
# Modifiers that tell one body from another: "the appeals court" is not the Supreme Court.
TELLING = words(
    """central appeals appellate supreme district high lower constitutional circuit trial criminal
    state foreign finance defense defence interior justice trade health education energy labor
    labour agriculture commerce transportation treasury homeland environment culture information"""
)
CENTRAL = words("reserve bundesbank riksbank norges national fed ecb boj boe pboc rba snb rbi")
# "The high court" may be a supreme one.
SAME_TELLING = {"high": "supreme"}
# What any firm may be called, and any body.
ANY_FIRM = words("company firm")
WIDE_NOUNS = words("group organization organisation body")
# What a state's bodies are called, of which none is "the group".
STATE_HEADS = words(
    "ministry department administration bureau court parliament congress government army treasury"
)
PEOPLE = words(
    "rebel militant guerrilla insurgent investor creditor bondholder shareholder consumer"
)
# Last words of names that may be called by another noun.
LOOSE = words("america international group company inc corp network")
# How many sentences back the name may stand.
SENTENCES_BACK = 3
# The distance, in characters, at which "named lately" is worth half.
LAPSE = 400
# How many speakers back count as having spoken of late, and at how many names appositions are read.
SPEAKERS_BACK, READ = 8, 4
SMALL = words("of for on")
# After these words a body is where or with whom something is.
LOCAL_RE = re.compile(r"\b(?:in|at|near|from|to|with|by|against|among|than|of|for)\s(?:the\s)?\Z")
ACTED_RE = re.compile(r"\s+(?:also\s+)?(?:\w+ed|said|says|told|plans|sold|bought|made|began)\b")
CLAUSE_RE = re.compile(r"[,;:.“”\"]|\b(?:and|in|of|with)\b")
# The apposition after a name, a share's code aside: "Okafor Lines (OKF.N), a retailer,".
APPOSED_RE = re.compile(
    r"\s*(?:[(<][^)>]{0,30}[)>]\s*)?,\s+(?:an?|the|one of|[\w’']+[’']s)\s+"
    r"(?:[\w.’'-]+[ \n]){0,7}?([\w-]+)"
    r"(?=\s*[,.;–—]|\s+(?:of|in|that|which|based|with|for|on|who)\b)"
)
# How many bodies of one noun are weighed.
MOST = 20


# Names of one of these words alone are halves of names: "Amazon.com Inc", "The Company".
HALVES = ORG_DROPPED | words("securities board bank union ministry department agency commission")


# The evidence that a body is of the noun, whoever's it is.
OWN_NOUN = frozenset(["same noun", "noun beside the name"])


def find_organization(story: Story, reading: Reading, start: int) -> tuple[Chain, str] | None:
    """The body that "the ministry" or "the company" stands for; None in doubt.

    The evidence adds up (``evidence.BODY``). One that is only named nearby is none: "Ferries to
    Skarholm sailed again, the operator said." And where such a one outweighs all that can be
    meant, none is taken.
    """
    named = find_medium(story, reading)
    if named is not None:
        named.kind = "organization"
        return named, "noun beside the name"
    if reading.noun in WIDE_NOUNS and is_of_people(reading):
        return None
    countries = countries_of(reading)
    spoke = {said.chain for said in story.said[-SPEAKERS_BACK:]}
    owned = {key for chain in owners_of(story, reading) for key in chain.keys}
    best, best_score, reason = None, BODY_THRESHOLD, ""
    for chain in candidates(story, reading, start):
        first = chain.starts[0]
        if first > start and not (start < LEDE and first < start + 3 * LEDE):
            continue
        if reading.determiner in ("a", "an") and first < start:
            continue
        own = countries_told(story, chain) if countries else set()
        if own and own.isdisjoint(countries):
            continue
        evidence = evidence_for(story, chain, reading, start, spoke)
        if owned and evidence not in OWN_NOUN and owned.isdisjoint(chain.keys):
            continue  # "the Okafor Bank panel" is no other body; "the House panel" is the House's
        score = weigh(story, chain, reading, start, spoke)
        score += BODY[evidence or "nothing tells"]
        score += BODY["country not told"] if countries and not own else 0.0
        if score > best_score:
            best, best_score, reason = chain, score, evidence
    if best is None or not reason:
        return None
    if best.kind == "unknown":
        best.kind = "organization"
    return best, reason


def is_of_people(reading: Reading) -> bool:
    """Whether a group is one of people, not a firm: "the bondholder group", "the rebel group"."""
    last = "".join(reading.modifiers[-1:])
    return last in vocabulary().meanings or last in PEOPLE


def find_medium(story: Story, reading: Reading) -> Chain | None:
    """The medium that a nominal names: "the Tass news agency", "the Kurier newspaper"."""
    if reading.noun not in MEDIA_NOUNS or not reading.modifiers:
        return None
    for name in story.names_in(reading.start, reading.end):
        chain = story.chain_of(name)
        beside = MEDIUM_RE.match(story.text, name.end, reading.end + 1) is not None
        if reading.noun == "agency" and " ".join(chain.keys) in vocabulary().bodies:
            continue  # "the U.N. agency"
        if beside and not name.possessive and chain.kind in ("unknown", "organization"):
            return chain
    return None


def candidates(story: Story, reading: Reading, start: int) -> Iterator[Chain]:
    """The bodies named by the noun or its kind, those that spoke of late, and those nearby."""
    noun, kind = reading.noun, kind_of_noun(reading.noun)
    told_apart = kind != "company" or noun == "bank"  # "the energy giant" may be any firm
    telling = TELLING.intersection(reading.modifiers) if told_apart else frozenset()
    same = {SAME_TELLING.get(word, word) for word in telling}
    central = telling == {"central"}
    seen: set[int] = set()
    owners = owners_of(story, reading)
    nearby = noun in BODIES or noun in vocabulary().firms
    for chain in (
        *story.bodies.get(noun, ())[-MOST:],
        *(c for key in sorted(KINDS.get(kind, ())) for c in story.bodies.get(key, ())[-MOST:]),
        *(names_nearby(story, start) if nearby else ()),
    ):
        if chain.number in seen:
            continue
        seen.add(chain.number)
        # "The U.N. agency" is not the U.N.
        whole = not HALVES.issuperset(chain.keys) and chain not in owners
        told = telling.issubset(chain.keys) or same.issubset(chain.keys)
        bank = central and noun == "bank" and is_central(chain)
        fits = may_be_body(chain, noun, kind) or (kind in MEDIA and is_medium(story, chain, noun))
        if bank or (whole and told and fits):
            yield chain


def is_central(chain: Chain) -> bool:
    """Whether a bank is a country's by name: "Bank of Norway", "Federal Reserve"."""
    if chain.kind != "organization":
        return False
    return chain.keys[:2] == ["bank", "of"] or not CENTRAL.isdisjoint(chain.keys)


def owners_of(story: Story, reading: Reading) -> list[Chain]:
    """The bodies named before a noun for a part of them: "the U.N. agency"; a firm is its own."""
    kind = kind_of_noun(reading.noun)
    if kind == "company" or kind in MEDIA:
        return []
    names = story.names_in(reading.start, reading.end)
    modifiers = frozenset(reading.modifiers)
    return [chain for chain in map(story.chain_of, names) if modifiers.issuperset(chain.keys)]


def is_medium(story: Story, chain: Chain, noun: str) -> bool:
    """Whether a body is called a medium beside its name: "the Oil Planet newsletter"."""
    return chain.kind in ("organization", "unknown") and noun in nouns_beside(story, chain)


def names_nearby(story: Story, start: int) -> list[Chain]:
    """The chains of the last speakers whom the body names, and of the names just before."""
    sentence = story.sentence_of(start) - SENTENCES_BACK
    at = bisect_left(story.starts, start)
    near = [
        story.chain_of(name)
        for name in story.names[max(0, at - MOST) : at]
        if story.sentence_of(name.start) >= sentence and not name.quoted
    ]
    near += [
        story.chains[said.chain]
        for said in story.said[-3:]
        if said.sentence >= sentence and said.chain < story.named
    ]
    return near


def may_be_body(chain: Chain, noun: str, kind: str) -> bool:
    """Whether a chain can be a body of a noun: a court is no company, nor is a person."""
    if chain.opening and is_plural(chain.keys[-1]) and chain.kind == "unknown":
        return False
    whole = " ".join(chain.keys)
    firm = noun in KIND_OF or noun in vocabulary().firms
    if chain.kind == "organization":
        if has_head(chain, noun) or is_of_kind(chain, kind):
            return not chain.plural
        if chain.plural or "the " + whole in vocabulary().places or is_family(chain):
            return False
        if noun in WIDE_NOUNS:
            return STATE_HEADS.isdisjoint(chain.keys)
        if firm and whole in vocabulary().bodies:
            return False
        nouns = ORG_WORDS.intersection(chain.keys)
        return not nouns or not (LOOSE | KINDS.get(kind, LOOSE)).isdisjoint(nouns)
    return firm and chain.kind == "unknown" and chain.female is None and not chain.lead_keys


def is_of_kind(chain: Chain, kind: str) -> bool:
    """Whether a body is of a kind by its first name or its fullest: "E.U.", European Union."""
    known = KINDS.get(kind, ())
    return any(
        keys[-1] in known or (keys[0] in LEADING and keys[0] in known)
        for keys in (chain.keys, chain.names[0].keys)
    )


def is_family(chain: Chain) -> bool:
    """Whether a chain is a family: "the Okafors"."""
    key = chain.keys[-1]
    known = key in ORG_WORDS or key in vocabulary().bodies
    return len(chain.keys) == 1 and not known and key.endswith("s") and is_plural(key)


# Nouns that stand first in names: "Radio Harbour", "Banco Norte".
LEADING = words("radio television banco banca banque")
BANKS = words("bancorp bancshares bancorporation banco banca banque bankers")


def has_head(chain: Chain, noun: str) -> bool:
    """Whether a noun is the head of a body's name: "Ministry of Trade", "Nordby Bank".

    The "Armed Forces Press Committee" is not the forces.
    """
    keys = chain.keys
    last = len(keys) - 1
    while last > 0 and keys[last] in ORG_DROPPED and keys[last] != noun:
        last -= 1
    if (keys[0] == noun and noun in LEADING) or (noun == "bank" and not BANKS.isdisjoint(keys)):
        return True
    after = [i + 1 for i, key in enumerate(keys) if key == noun]
    return keys[last] == noun or any(keys[i] in SMALL for i in after if i < len(keys))


def evidence_for(story: Story, chain: Chain, reading: Reading, start: int, spoke: set[int]) -> str:
    """What tells that a chain is a body of the noun; "" where nothing does."""
    kind = kind_of_noun(reading.noun)
    nouns = nouns_beside(story, chain)
    central = reading.noun == "bank" and "central" in reading.modifiers
    if has_head(chain, reading.noun) or (central and is_central(chain)):
        return "same noun"
    if reading.noun in nouns:
        # "juice company Kvik Fresh" tells little: any firm is a company.
        return "noun of its kind" if reading.noun in ANY_FIRM else "noun beside the name"
    if is_of_kind(chain, kind):
        # "the company" is one whose name ends in "Corp.", not "Corp. Bank".
        return "noun of its kind"
    if any(kind_of_noun(noun) == kind != "" for noun in nouns):
        return "noun of its kind beside the name"
    # "broadcaster ANT" is not the operator, but may be the company.
    told = {kind_of_noun(noun) for noun in nouns} - {"", kind}
    if told and reading.noun not in HALVES:
        return ""
    # "NordFly said", but "Okafor Lund said" may be a person.
    lone = len(chain.keys) == 1 and (not chain.opening or len(chain.names) > 1)
    lone = lone or kind in MEDIA or not read_roles(story.text, chain)
    if chain.number in spoke and (lone or chain.kind == "organization"):
        return "body that spoke before"
    if chain.kind == "organization" and (
        " ".join(chain.keys) in vocabulary().bodies or chain.words[-1].isupper()
    ):
        return "nearest body"
    return "acted before" if len(chain.keys) == 1 and acts(story, chain, start) else ""


def acts(story: Story, chain: Chain, start: int) -> bool:
    """Whether one of the last names did something: "NordFly cancelled forty flights"."""
    at = bisect_left(chain.starts, start)
    return any(
        story.is_subject(name) and ACTED_RE.match(story.text, name.end) is not None
        for name in chain.names[max(0, at - READ) : at]
    )


def weigh(story: Story, chain: Chain, reading: Reading, start: int, spoke: set[int]) -> float:
    """The weight of where and how often the body was named, and of the noun's modifiers."""
    at = bisect_left(chain.starts, start)
    score = BODY["often named"] * min(at, 6)
    if at:
        linked = max((link[0] for link in chain.links[-3:] if link[0] < start), default=0)
        score += BODY["named lately"] * LAPSE / (LAPSE + start - max(linked, chain.starts[at - 1]))
        last = chain.names[at - 1]
        if story.is_subject(last) or story.is_clause_subject(last):
            score += BODY["subject"]
        elif LOCAL_RE.search(story.text, max(0, last.outer - 12), last.outer):
            score += BODY["object"]
    else:
        score += BODY["named later"]
    if chain.number in spoke:
        score += BODY["speaker before"]
    if reading.modifiers:
        same = not set(reading.modifiers).isdisjoint(chain.keys)
        score += BODY["modifier in the name" if same else "other modifiers"]
    return score


def nouns_beside(story: Story, chain: Chain) -> frozenset[str]:
    """The nouns in apposition to a body's names: "Okafor Lines, the ferry operator"."""
    if chain.beside is None:
        found: set[str] = set()
        for name in chain.names[:READ]:
            before = story.text[max(0, name.outer - 30) : name.outer].rstrip(" ,\n").split()[-1:]
            found.update(before)
            medium = MEDIUM_RE.match(story.text, name.end, name.end + 30)
            if medium is not None and not name.possessive:
                found.add(medium.group().split()[-1])
            match = APPOSED_RE.match(story.text, name.end, name.end + 120)
            if match is not None:
                found.add(match[1].lower())
        chain.beside = frozenset(found & (ORG_NOUNS | vocabulary().firms))
    return chain.beside


def countries_of(reading: Reading) -> set[str]:
    """The countries that a nominal's modifiers name: "the Irish central bank"."""
    known = vocabulary()
    codes = {known.nationalities.get(key) or known.countries.get(key) for key in reading.modifiers}
    return {code for code in codes if code}


def countries_told(story: Story, chain: Chain) -> set[str]:
    """The countries in a body's name, or just before it: "France's Okafor Lines"."""
    known = vocabulary()
    own = {known.nationalities.get(key) or known.places.get(key) for key in chain.keys}
    for name in chain.names[:READ]:
        before = story.text[max(0, name.outer - 40) : name.outer]
        before = CLAUSE_RE.split(before)[-1].replace("’s", "").replace("'s", "")
        keys = [fold_words(word) for word in before.split()]
        own |= {known.nationalities.get(key) or known.countries.get(key) for key in keys}
    return {code for code in own if code}


def kind_of_noun(noun: str) -> str:
    """The kind of body a noun is for; "" where it is for none."""
    return KIND_OF.get(noun) or ("company" if noun in vocabulary().firms else "")
