"""Pronouns: who "he", "she", "it" and "they" are, by evidence that adds up (``evidence.PRONOUN``).

Candidates are those who spoke before and the names before, three paragraphs back at most.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence

from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.evidence import PRONOUN, PRONOUN_THRESHOLD
from diplotext.speaker.market_move import MOVED, firm_that_moved
from diplotext.speaker.name.mention import Name
from diplotext.speaker.name.table import listed
from diplotext.speaker.pronoun.number import has_many
from diplotext.speaker.pronoun.pronoun_agreement import agreement_of
from diplotext.speaker.pronoun.search import Search, is_capital_only, search_of
from diplotext.speaker.story import Range, Said, Story

__all__ = ["resolve_pronoun"]

# How many names, paragraphs and speakers back are looked at.
NAMES_BACK, PARAGRAPHS_BACK, SPEAKERS_BACK = 40, 3, 6
# How many sentences make a paragraph, and two: web copy runs all of them together.
OWN_SENTENCES, NEAR_SENTENCES = 4, 8
ONE = ("male", "female")
TOLD_RE = re.compile(r",\s(?:\d{1,3},|an?\s|who\s)")  # "Ruth Okafor|, 29,", "|, a teacher,"
# After these words a name is an object; one word may stand between ("with Senator Okafor").
OBJECTS = listed("before_objects")
# "Together, they are": no name
ADVERB_RE = re.compile(r",\s(?:he|it|she|they|we)\s", re.IGNORECASE)
ASKED_RE = re.compile(r"\s(?:was|is|has\sbeen)\s(?:also\s|then\s|later\s)?asked\b")
WHO = (" who ", ", who ")  # "with Okafor, who denies it": the subject of its own clause
OPENING_RE = re.compile(
    r"[\"“]?(?:Despite|In|With|As|After|Before|When|While|Though|Although|Since|If|During|Because|By"
    r"|For|On|At|Asked|Like|Unlike|Through|From|Without|Throughout|Besides|Given|Following)\b"
    r"[^,.;“”\"]{0,60}\Z"
)


def resolve_pronoun(
    story: Story,
    kind: str,
    start: int,
    contents: Sequence[Range] = (),
    threshold: float = PRONOUN_THRESHOLD,
    allows: Callable[[Chain], bool] | None = None,
) -> tuple[Chain, str] | None:
    """The chain that a third-person pronoun stands for, and the evidence; None in doubt.

    ``kind`` is "male", "female", "thing", "plural" or "person"; ``contents`` are what is said.
    """
    search = search_of(story, kind, start, contents)
    weigh_speakers(search)
    weigh_names(search)
    weigh_subject_to_come(search)
    weigh_market_move(search)
    weigh_content(search)
    best, best_score = None, threshold
    for number, score in search.scores.items():
        if score > best_score and (allows is None or allows(story.chains[number])):
            best, best_score = number, score
    return None if best is None else (story.chains[best], search.reasons[best])


def weigh_speakers(search: Search) -> None:
    """Weigh those who spoke before."""
    story, last = search.story, True
    for said in reversed(story.said[-SPEAKERS_BACK:]):
        if said.start >= search.start or said.chain in search.scores:
            continue
        chain = story.chains[said.chain]
        fit = agreement_of(story, chain, search.kind)
        if fit is None or (chain.kind == "unnamed" and not chain.plural and are_many(search)):
            continue
        evidence = evidence_of(search, said)
        score = PRONOUN[evidence] * (1.0 if last and not said.relative else 0.6) + fit
        if said.sentence == search.sentence - 1:
            score += PRONOUN["spoke in the sentence before"]
        search.scores[said.chain] = score
        search.reasons[said.chain] = evidence
        last = last and said.relative


def evidence_of(search: Search, said: Said) -> str:
    """How near somebody spoke; what stands far back in a long paragraph is as of one before."""
    back = search.sentence - said.sentence
    if back == 0:
        return "speaker of the sentence"
    if said.paragraph == search.paragraph and back <= OWN_SENTENCES:
        return "speaker of the paragraph"
    if said.paragraph >= search.paragraph - 1 and back <= NEAR_SENTENCES:
        return "speaker of the paragraph before"
    return "speaker before"


def are_many(search: Search) -> bool:
    """Whether "they" are the many of the sentence before."""
    return search.kind == "plural" and has_many(search.story, search.sentence, search.paragraph)


def weigh_names(search: Search) -> None:
    """Weigh the names before: of each chain the one that weighs most."""
    story, scores = search.story, search.scores
    at = bisect_left(story.starts, search.start)
    fits: dict[int, float | None] = {}
    best: dict[int, float] = {}
    for name in reversed(story.names[max(0, at - NAMES_BACK) : at]):
        if story.paragraph_of(name.start) < search.paragraph - PARAGRAPHS_BACK:
            break
        chain = story.chains[name.chain]
        if name.chain not in fits:
            fits[name.chain] = agreement_of(story, chain, search.kind)
        fit = fits[name.chain]
        if fit is None:
            continue
        if is_capital_only(story, name) and ADVERB_RE.match(story.text, name.end):
            continue
        weight, reason = weigh_name(search, name)
        if search.kind == "plural" and chain.kind == "organization" and reason != "subject":
            continue
        if search.kind == "thing":
            if reason != "subject" and chain.kind == "place":
                continue
            if name.chain not in scores:
                weight += PRONOUN["thing that has not spoken"]
        known = best.get(name.chain)
        if known is None:
            fit = 0.0 if name.chain in scores else fit
            fit += PRONOUN["often named"] * min(len(chain.names), 8)
            scores[name.chain] = scores.get(name.chain, 0.0) + weight + fit
        elif weight > known:
            scores[name.chain] += weight - known
        else:
            continue
        best[name.chain] = weight
        search.reasons.setdefault(name.chain, reason)


def weigh_content(search: Search) -> None:
    """Weigh against those whom the words to come name: one seldom names oneself."""
    named = {
        name.chain
        for start, end in search.contents
        if start >= search.start
        for name in search.story.names_in(start, end)
    }
    for number in named:
        if number in search.scores:
            search.scores[number] += PRONOUN["named in what is said"]


def weigh_name(search: Search, name: Name) -> tuple[float, str]:
    """The weight of one name by where it stands, and the evidence that names it."""
    story = search.story
    distance = search.sentence - story.sentence_of(name.start)
    weight, reason = PRONOUN["each sentence back"] * min(distance, 12), "recency"
    if distance == 0:
        weight += PRONOUN["same sentence"]
    elif distance == 1:
        weight += PRONOUN["sentence before"]
    if name.possessive:
        weight += PRONOUN["possessive"]
    elif story.is_subject(name):
        weight += PRONOUN["subject"] + (weigh_subject(search, name) if distance == 1 else 0.0)
        reason = "subject"
    elif story.is_clause_subject(name) or story.text.startswith(WHO, name.end):
        weight += PRONOUN["subject of a clause"]
    else:
        before = story.text[max(0, name.outer - 30) : name.outer].split()[-2:]
        if "counterpart" in before:
            weight += PRONOUN["counterpart"]
        elif not OBJECTS.isdisjoint(before):
            weight += PRONOUN["object"]
    if any(first <= name.start < last for first, last in search.contents):
        weight += PRONOUN["inside its own content"]
    elif name.quoted and not search.quoted:
        weight += PRONOUN["inside a quotation"]
    elif distance == 0 and reason == "subject" and search.lone == name.chain:
        weight += PRONOUN["alone in the sentence"]
    return weight, reason


def weigh_subject(search: Search, name: Name) -> float:
    """The further weight of the subject of the sentence before."""
    story, weight = search.story, 0.0
    if not name.quoted and ASKED_RE.match(story.text, name.end):
        weight += PRONOUN["asked just before"]
    same = story.paragraph_of(name.start) == search.paragraph
    if same and search.first and not name.quoted:
        weight += PRONOUN["subject just before"] * (1.0 if search.behind else 0.5)
    if search.first and search.kind in ONE and is_introduced(story, name):
        weight += PRONOUN["introduced just before"]
    return weight


def is_introduced(story: Story, name: Name) -> bool:
    """Whether somebody is named in full for the first time, and told of: "Ruth Okafor, 29, was"."""
    if name.quoted or TOLD_RE.match(story.text, name.end) is None:
        return False
    is_whole = " " in story.text[name.start : name.end]
    return is_whole and story.chain_of(name).names[0] is name


def weigh_market_move(search: Search) -> None:
    """Weigh the firm whose shares moved: "Kvik fell 3 percent after it said"."""
    moved = firm_that_moved(search.story, search.start) if search.kind == "thing" else None
    if moved is not None:
        search.scores[moved] = search.scores.get(moved, 0.0) + PRONOUN[MOVED]
        search.reasons[moved] = MOVED


def weigh_subject_to_come(search: Search) -> None:
    """Weigh the subject after an opening clause: "Despite his dislike of talks, Okafor came"."""
    story = search.story
    if search.sentence < 0:
        return
    first = story.sentence_starts[search.sentence]
    if search.start - first > 80 or not OPENING_RE.match(story.text, first, search.start):
        return
    at = bisect_left(story.starts, search.start)
    if (at and story.starts[at - 1] >= first) or at == len(story.starts):
        return
    name = story.names[at]
    if name.outer - search.start > 200 or story.sentence_of(name.start) != search.sentence:
        return
    fit = agreement_of(story, story.chains[name.chain], search.kind)
    if fit is None or not story.text[search.start : name.outer].rstrip().endswith(","):
        return
    score = search.scores.get(name.chain, 0.0)
    search.scores[name.chain] = score + PRONOUN["subject to come"] + fit
    search.reasons[name.chain] = "subject to come"
