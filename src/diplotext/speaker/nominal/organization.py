"""Bodies as nominals: "the ministry", "the network".

A body binds by the noun in its name ("the ministry" ~ "Ministry of Trade"), or by one of its kind
("the newspaper" ~ "Harbour Herald"); where no name tells, to one named just before of which
something else does: an apposition, or that it spoke. What is only near, a place say, is no body.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.evidence import BODY, BODY_THRESHOLD
from diplotext.speaker.market_move import MOVED, firm_that_moved
from diplotext.speaker.name.table import fold_words, listed, words
from diplotext.speaker.name.vocabulary import vocabulary
from diplotext.speaker.nominal.body_evidence import (
    OWN_NOUN,
    SPEAKERS_BACK,
    countries_of,
    countries_told,
    evidence_for,
    is_medium,
    nouns_beside,
    weigh,
)
from diplotext.speaker.nominal.body_named import brands_of, find_medium, is_told_brand
from diplotext.speaker.nominal.body_noun import (
    BODIES,
    FIRM_KINDS,
    HALVES,
    KINDS,
    MEDIA,
    MEDIA_NOUNS,
    WIDE_NOUNS,
    is_central,
    is_rater,
    kind_of_noun,
    kind_of_reading,
    may_be_body,
)
from diplotext.speaker.source.reading import Reading
from diplotext.speaker.story import LEDE, Said, Story

__all__ = ["find_organization"]

# Modifiers that tell one body from another: "the appeals court" is not the Supreme Court.
TELLING = listed("telling_modifiers")
# "The high court" may be a supreme one.
SAME_TELLING = {"high": "supreme"}
# Nouns for one firm: "lender Nordbank", and then "the bank".
SAME_FIRM = {
    "bank": "lender",
    "lender": "bank",
    "airline": "carrier",
    "carrier": "airline",
    "carmaker": "automaker",
    "automaker": "carmaker",
    "utility": "supplier",
}
PEOPLE = listed("group_members")
# Evidence that tells little of which body is meant.
WEAK = frozenset(["noun of its kind", "body that spoke before", "nearest body", "acted before"])
# "the discussion paper" is no newspaper.
PAPERS = words("discussion research working white green position policy scientific consultation")
# How many sentences back the name may stand.
SENTENCES_BACK = 3
# How many bodies of one noun are weighed.
MOST = 20


def find_organization(story: Story, reading: Reading, start: int) -> tuple[Chain, str] | None:
    """The body that "the ministry" or "the company" stands for; None in doubt.

    The evidence adds up (``evidence.BODY``). One that is only named nearby is none: "Ferries to
    Skarholm sailed again, the operator said." And where such a one outweighs all that can be
    meant, none is taken.
    """
    if reading.noun == "paper" and not PAPERS.isdisjoint(reading.modifiers):
        return None
    named = find_medium(story, reading) or find_called(story, reading)
    if named is not None:
        named.kind = "organization"
        return named, "noun beside the name"
    if reading.noun in WIDE_NOUNS and is_of_people(reading):
        return None
    search = BodySearch(story, reading, start)
    best, best_score, reason = None, BODY_THRESHOLD, ""
    for chain in candidates(story, reading, start):
        weight = search.weigh(chain)
        if weight is not None and weight[0] > best_score:
            best, (best_score, reason) = chain, weight
    if best is None or not reason or search.is_open(best, reason):
        return None
    if best.kind == "unknown":
        best.kind = "organization"
    return best, reason


class BodySearch:
    """What a search for the body of one nominal asks of each candidate."""

    def __init__(self, story: Story, reading: Reading, start: int) -> None:
        self.story = story
        self.reading = reading
        self.start = start
        self.countries = countries_of(reading)
        self.brands = brands_of(story, reading)
        self.spoke = {said.chain for said in story.said[-SPEAKERS_BACK:]}
        self.owned = {key for chain in owners_of(story, reading) for key in chain.keys}
        is_firm = kind_of_noun(reading.noun) in FIRM_KINDS
        self.moved = firm_that_moved(story, start) if is_firm else None
        self.untold: list[Chain] = []  # of no country, as far as is told

    def weigh(self, chain: Chain) -> tuple[float, str] | None:
        """How likely a candidate is meant, and what tells that most; None where it is ruled out."""
        reading = self.reading
        own = countries_told(self.story, chain) if self.countries else set()
        is_foreign = bool(own or self.countries == {"EU"}) and own.isdisjoint(self.countries)
        if is_foreign or self._is_out(chain):
            return None
        evidence = evidence_for(self.story, chain, reading, self.start, self.spoke)
        evidence = MOVED if chain.number == self.moved else evidence
        if self.owned and evidence not in OWN_NOUN and self.owned.isdisjoint(chain.keys):
            # "the Okafor Bank panel" is no other body; "the House panel" is the House's
            return None
        if not evidence and own - {"EU"} and may_be_firm(chain, reading):
            evidence = "firm of the country"
        is_untold = bool(self.countries) and not own
        if is_untold and evidence and chain.number in self.spoke:
            self.untold.append(chain)
        score = weigh(self.story, chain, reading, self.start, self.spoke)
        score += BODY[evidence or "nothing tells"]
        score += BODY["country not told"] if is_untold else 0.0
        return score, evidence

    def is_open(self, best: Chain, reason: str) -> bool:
        """Whether two may be meant: "the U.S. planemaker", where no country is told of either."""
        return best in self.untold and len(self.untold) > 1 and reason in WEAK

    def _is_out(self, chain: Chain) -> bool:
        """Whether a candidate is ruled out by its brands or by where it is first named."""
        story, start, first = self.story, self.start, chain.starts[0]
        if self.brands and not any(is_told_brand(story, chain, b, start) for b in self.brands):
            return True
        if first > start and not (start < LEDE and first < start + 3 * LEDE):
            return True
        return self.reading.determiner in ("a", "an") and first < start


def find_called(story: Story, reading: Reading) -> Chain | None:
    """The body that goes by a nominal: "the U.N. refugee agency", of UNHCR."""
    known = vocabulary().bodies
    body = known.get(fold_words(reading.phrase)) if reading.modifiers else None
    if body is None:
        return None
    named = (c for c in story.chains[: story.named] if c.kind in ("organization", "unknown"))
    return next((c for c in named if known.get(" ".join(c.keys)) == body), None)


def is_of_people(reading: Reading) -> bool:
    """Whether a group is one of people, not a firm: "the bondholder group", "the rebel group"."""
    last = "".join(reading.modifiers[-1:])
    return last in vocabulary().meanings or last in PEOPLE


def candidates(story: Story, reading: Reading, start: int) -> Iterator[Chain]:
    """The bodies named by the noun or its kind, those that spoke of late, and those nearby."""
    noun, kind = reading.noun, kind_of_reading(reading)
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
        *(named_in_lede(story, noun, start) if kind else ()),
        *(of_country(story, reading, start) if kind == "company" else ()),
    ):
        if chain.number in seen:
            continue
        seen.add(chain.number)
        # "The U.N. agency" is not the U.N.
        whole = not HALVES.issuperset(chain.keys) and chain not in owners
        told = telling.issubset(chain.keys) or same.issubset(chain.keys)
        bank = central and noun == "bank" and is_central(chain)
        single = chain.kind == "unknown" and len(chain.keys) == 1
        if single and story.gender_of(chain) is not None:
            continue  # "Jobs left his post"
        fits = may_be_body(chain, noun, kind) or (
            noun in MEDIA_NOUNS and is_medium(story, chain, noun)
        )
        fits = fits or is_rater(chain, reading)
        if bank or (whole and told and fits):
            yield chain


def owners_of(story: Story, reading: Reading) -> list[Chain]:
    """The bodies named before a noun for a part of them: "the U.N. agency"; a firm is its own."""
    kind = kind_of_noun(reading.noun)
    if kind == "company" or kind in MEDIA:
        return []
    names = story.names_in(reading.start, reading.end)
    modifiers = frozenset(reading.modifiers)
    return [chain for chain in map(story.chain_of, names) if modifiers.issuperset(chain.keys)]


def named_in_lede(story: Story, noun: str, start: int) -> Iterator[Chain]:
    """The bodies whose noun the lede tells: "Norwegian lender Nordbank", and then "the bank"."""
    for name in story.names[:MOST]:
        if name.start >= min(start, LEDE):
            break
        chain = story.chain_of(name)
        told = nouns_beside(story, chain) if chain.kind in ("organization", "unknown") else ()
        if noun in told or SAME_FIRM.get(noun) in told:
            yield chain


def of_country(story: Story, reading: Reading, start: int) -> Iterator[Chain]:
    """The firms of the lede that are told to be of a nominal's country: "France's Kvik"."""
    countries = countries_of(reading) - {"EU"}  # "the European company" tells little
    for name in story.names[:MOST] if countries else ():
        if name.start >= min(start, LEDE):
            break
        chain = story.chain_of(name)
        is_body = chain.kind in ("organization", "unknown")
        if is_body and not countries.isdisjoint(countries_told(story, chain)):
            yield chain


def may_be_firm(chain: Chain, reading: Reading) -> bool:
    """Whether a body is a firm as likely as not: "the French utility", of France's Kvik."""
    whole = " ".join(chain.keys)
    known = vocabulary()
    is_state = whole in known.bodies and whole not in known.companies
    return kind_of_noun(reading.noun) == "company" and not is_state


def is_above(story: Story, said: Said) -> bool:
    """Whether a body that the headline alone names speaks in the story, as "the company"."""
    above = story.headline
    is_below = above is None or not above[0] <= said.start < above[1]
    return is_below and bool(story.chains[said.chain].names)


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
        if said.sentence >= sentence and (said.chain < story.named or is_above(story, said))
    ]
    return near
