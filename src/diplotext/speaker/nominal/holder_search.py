"""How well each holder of a title fits a nominal, and which of them is meant.

What speaks for and against one is weighed by the tables of ``evidence``; some are out at once:
of another body, known by another title, or but one of many.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.evidence import NOMINAL, NOMINAL_THRESHOLD
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.table import listed, words
from diplotext.speaker.nominal.agreement import weigh_agreement
from diplotext.speaker.nominal.holder_apart import Apart, is_titled_former
from diplotext.speaker.nominal.holder_body import is_told_owner, weigh_body
from diplotext.speaker.nominal.holder_evidence import (
    FORMER,
    title_evidence,
    weigh_place,
    weigh_rank,
)
from diplotext.speaker.source.reading import OWNED, Reading
from diplotext.speaker.story import LEDE, Story

__all__ = ["LOOSE", "HolderSearch", "best_of"]

# Nouns for people that are as often for firms.
FIRM_TOO = words("broker builder contractor dealer developer engineer publisher")
# Evidence that the very word stands in a title.
LITERAL = frozenset(["title in full", "same title"])
# What a holder of any office may be called for variety.
LOOSE = listed("loose_roles")
# What anybody may be called who has an office. "A senior Norlandish | official": who comes in
# unnamed; how far back, in characters and sentences.
MET = words("official executive expert lawmaker aide")
MET_RE = re.compile(
    r"(?:\A|[.!?”\"]\s|\n)(?:An?|One|Another)\s(?:[\w’'-]+\s){0,4}?"
    rf"(?P<noun>{'|'.join(sorted(MET))})\s"
)
REACH, NEAR_SENTENCES = 400, 6


class Weighed(NamedTuple):
    """One who may be meant: what tells it, with what weight, and what of it is agreement."""

    chain: Chain
    evidence: str
    score: float
    agreement: float
    known: bool  # whether named before


class HolderSearch:
    """What the search for the holder of one nominal asks of each candidate.

    ``alone`` tells that there is but one.
    """

    def __init__(
        self, story: Story, reading: Reading, classes: frozenset[str], *, alone: bool
    ) -> None:
        self.story = story
        self.reading = reading
        self.classes = classes
        self.alone = alone
        self.spoke = {said.chain: said.paragraph for said in story.said[-40:]}
        self.unnamed = unnamed_before(story, reading)
        self.apart = Apart(story, reading)

    def weigh(self, chain: Chain) -> Weighed | None:
        """What tells that a candidate is meant, and how much; None where it is ruled out."""
        story, reading = self.story, self.reading
        if self._is_another(chain):
            return None
        evidence = title_evidence(story, chain, reading, self.classes)
        if evidence not in LITERAL and is_met(story, reading, chain, self.unnamed):
            return None
        if self.apart.rules_out(chain) or self._is_one_of_many(chain, evidence):
            return None
        if reading.noun in FIRM_TOO and evidence not in LITERAL:
            return None  # "the broker" is a firm sooner than an analyst
        agreement = weigh_agreement(chain, reading) + weigh_body(story, chain, reading)
        if evidence == "wider title" and not self._may_be_wider(chain, agreement):
            return None
        score = NOMINAL[evidence] + weigh_rank(chain, reading) + agreement
        score += weigh_place(story, chain, reading.start, self.spoke)
        return Weighed(chain, evidence, score, agreement, chain.starts[0] < reading.start)

    def _is_another(self, chain: Chain) -> bool:
        """Whether an unnamed one is meant sooner: "One banker said ...", and then "the banker"."""
        if self.unnamed is None:
            return False
        if spoke_since(self.story, self.unnamed, chain, self.reading.start):
            return True
        # "A former aide said", and then "the former aide"
        return weigh_rank(chain, self.reading) == NOMINAL["in office"]

    def _is_one_of_many(self, chain: Chain, evidence: str) -> bool:
        """Whether a word for any office, "the official", may be another's as well."""
        if not self.classes & LOOSE:
            return False
        start = self.reading.start
        lede = chain.starts[0] > start and start < LEDE
        is_only = chain.number in self.spoke and (self.alone or evidence in LITERAL)
        return not (lede or is_only or self.story.is_near(chain, start))

    def _may_be_wider(self, chain: Chain, agreement: float) -> bool:
        """Whether one may be meant by a title wider than theirs: named near, or agreeing."""
        start = self.reading.start
        if self.reading.determiner in OWNED and not is_told_owner(chain, self.reading):
            return False
        return self.story.is_near(chain, start) or start < LEDE or agreement > 0


def best_of(weighed: Sequence[Weighed]) -> tuple[Chain, str] | None:
    """The one of most weight, above the threshold, and the first of equals.

    Who has the very word of a title is meant sooner than one of its meaning ("the singer", a
    composer), and of whom the country or party is told sooner than others.
    """
    literal = any(one.evidence in LITERAL and one.agreement >= 0 for one in weighed if one.known)
    full = any(
        one.evidence == "title in full" and one.agreement >= 0 for one in weighed if one.known
    )
    agrees = any(one.agreement > 0 for one in weighed if one.known)
    best: tuple[Chain, str] | None = None
    best_score = NOMINAL_THRESHOLD
    for one in weighed:
        score = one.score
        if literal and one.evidence not in LITERAL:
            score += NOMINAL["another has the word"]
        if full and one.evidence != "title in full":
            score += NOMINAL["another has the whole title"]
        if agrees and one.agreement <= 0:
            score += NOMINAL["another agrees"]
        if score > best_score:
            best, best_score = (one.chain, one.evidence), score
    return best


def unnamed_before(story: Story, reading: Reading) -> Chain | None:
    """The unnamed one of the noun who spoke before; not a former one of whom no more is said."""
    unnamed = story.nouns.get(reading.noun) if reading.determiner == "the" else None
    if unnamed is not None and FORMER.isdisjoint(reading.modifiers) and is_titled_former(unnamed):
        return None  # "the minister", after "the former minister"
    return unnamed


def is_met(story: Story, reading: Reading, chain: Chain, unnamed: Chain | None) -> bool:
    """Whether an unnamed one of the very noun is nearer than a person with a wider title.

    "A Norlandish official said it would rain. It met Ruth Okafor's view," and then "the official".
    """
    if reading.determiner != "the" or reading.noun not in MET:
        return False
    if unnamed is not None and not unnamed.plural:
        back = story.sentence_of(reading.start) - story.sentence_of(unnamed.links[-1][0])
        if 0 <= back <= NEAR_SENTENCES:
            return True
    at = bisect_left(chain.starts, reading.start)
    named = chain.starts[at - 1] if at else 0
    met = MET_RE.search(story.text, max(named, reading.start - REACH), reading.start)
    return met is not None and key_of(met["noun"]) == reading.noun


def spoke_since(story: Story, unnamed: Chain, chain: Chain, start: int) -> bool:
    """Whether an unnamed one of the same noun spoke after a person was last named, and lately."""
    last = unnamed.links[-1][0]
    at = bisect_left(chain.starts, start)
    named = chain.starts[at - 1] if at else -1
    lately = story.paragraph_of(start) - story.paragraph_of(last) <= 1
    return named < last < start and lately and not unnamed.plural
