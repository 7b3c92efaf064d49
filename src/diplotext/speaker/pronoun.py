"""Pronouns: who "he", "she", "it", "they", "who" and "I" are, by evidence that adds up.

``EVIDENCE`` is the table: each candidate of the text before gathers what applies, the highest sum
above ``THRESHOLD`` is taken, and its heaviest evidence is the reason.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from diplotext.speaker.chain import Chain
from diplotext.speaker.mention import Name
from diplotext.speaker.story import Said, Story

__all__ = ["EVIDENCE", "THRESHOLD", "resolve_pronoun"]

EVIDENCE: dict[str, float] = {
    "speaker of the sentence": 3.2,
    "spoke in the sentence before": 0.8,
    "speaker of the paragraph": 2.6,
    "speaker of the paragraph before": 1.6,
    "speaker before": 0.6,
    "gender agrees": 1.2,
    "gender unknown": 0.0,
    "subject": 1.4,
    "object": -0.6,
    "possessive": -0.5,
    "inside a quotation": -2.0,
    "inside its own content": -3.0,
    "same sentence": 1.4,
    "sentence before": 1.0,
    "each sentence back": -0.25,
    "often named": 0.1,
    "kind unknown": -0.4,
    "single word of unknown kind": -1.4,
    "counterpart": -1.5,
    "subject to come": 2.4,
    "thing that has not spoken": -0.4,
}
THRESHOLD = 0.3
LOOK_BACK = 40

OBJECT_RE = re.compile(
    r"\b(?:of|for|with|to|by|against|about|from|on|at|in|than|like|over|between|and|including|tells?|told"
    r"|ask(?:ed|s)?|called|calling|urg(?:ed|ing)|support(?:ed|ing|s)?|beat|met|meet|counterpart)\s+(?:\w+\s+){0,1}\Z"
)
COUNTERPART_RE = re.compile(r"\bcounterpart,?\s+\Z")


def resolve_pronoun(story: Story, kind: str, start: int, contents: Sequence[tuple[int, int]], threshold: float = THRESHOLD,
    allows: Callable[[Chain], bool] | None = None,
) -> tuple[Chain, str] | None:
    """The chain that a third-person pronoun stands for, and the evidence; None in doubt."""
    scores: dict[int, float] = {}
    reasons: dict[int, str] = {}
    sentence, paragraph = story.sentence_of(start), story.paragraph_of(start)
    weigh_speakers(story, kind, start, sentence, paragraph, scores, reasons)
    weigh_names(story, kind, start, sentence, paragraph, contents, scores, reasons)
    weigh_cataphor(story, kind, start, sentence, scores, reasons)
    best, best_score = None, threshold
    for number, score in scores.items():
        if score > best_score and (allows is None or allows(story.chains[number])):
            best, best_score = number, score
    if best is None:
        return None
    return story.chains[best], reasons[best]


def agrees(story: Story, chain: Chain, kind: str) -> float | None:
    """How well a chain agrees with a pronoun in gender and number; None if it cannot."""
    if kind == "plural":
        if chain.kind in ("group", "organization") or chain.plural:
            return EVIDENCE["gender agrees"]
        return None if chain.kind == "person" else -0.8
    if chain.plural:
        return None
    if kind == "thing":
        if chain.kind == "place" and chain.names and all(name.words[0].isupper() for name in chain.names):
            # "BEIJING (AP)": a dateline.
            return None if len(chain.words[0]) > 3 else 0.0
        if chain.kind in ("organization", "place", "document"):
            return EVIDENCE["gender agrees"]
        if chain.kind == "unknown" and len(chain.keys) == 1 and not all(n.opens for n in chain.names):
            return -0.5
        return None
    if chain.kind in ("organization", "place", "document", "group", "adjective"):
        return None
    weak = 0.0
    if chain.kind == "unknown":
        weak = EVIDENCE["kind unknown"]
        if len(chain.keys) == 1 and not chain.links:
            # "Parliament", "Bill": a lone capital that has not spoken is seldom a person.
            if all(name.opens for name in chain.names):
                return None
            weak = EVIDENCE["single word of unknown kind"]
    if kind == "person" or chain.female is None:
        return EVIDENCE["gender unknown"] + weak
    return EVIDENCE["gender agrees"] + weak if chain.female == (kind == "female") else None


def weigh_speakers(
    story: Story, kind: str, start: int, sentence: int, paragraph: int,
    scores: dict[int, float], reasons: dict[int, str],
) -> None:
    """The weight of those who spoke before."""
    last = True
    for said in reversed(story.said[-6:]):
        if said.start >= start or said.chain in scores:
            continue
        fit = agrees(story, story.chains[said.chain], kind)
        if fit is None:
            continue
        if said.sentence == sentence:
            evidence = "speaker of the sentence"
        elif said.paragraph == paragraph:
            evidence = "speaker of the paragraph"
        elif said.paragraph == paragraph - 1:
            evidence = "speaker of the paragraph before"
        else:
            evidence = "speaker before"
        scores[said.chain] = EVIDENCE[evidence] * (1.0 if last else 0.6) + fit
        if said.sentence == sentence - 1:
            scores[said.chain] += EVIDENCE["spoke in the sentence before"]
        reasons[said.chain] = evidence
        last = False


def weigh_names(
    story: Story, kind: str, start: int, sentence: int, paragraph: int,
    contents: Sequence[tuple[int, int]], scores: dict[int, float], reasons: dict[int, str],
) -> None:
    """The weight of the names before the pronoun."""
    at = bisect_left(story.starts, start)
    seen: dict[int, float] = {}
    quoted = story.is_quoted(start)
    for name in reversed(story.names[max(0, at - LOOK_BACK) : at]):
        if story.paragraph_of(name.start) < paragraph - 3:
            break
        fit = agrees(story, story.chains[name.chain], kind)
        if fit is None:
            continue
        weight, reason = weigh_name(story, name, sentence, contents, quoted=quoted)
        if kind == "thing" and reason != "subject" and story.chains[name.chain].kind == "place":
            continue
        if kind == "thing" and name.chain not in scores:
            weight += EVIDENCE["thing that has not spoken"]
        if name.chain not in seen or weight > seen[name.chain]:
            before = seen.get(name.chain)
            gain = weight - before if before is not None else weight + (0.0 if name.chain in scores else fit)
            scores[name.chain] = scores.get(name.chain, 0.0) + gain
            seen[name.chain] = weight
            reasons.setdefault(name.chain, reason)
    for number in seen:
        scores[number] += EVIDENCE["often named"] * min(len(story.chains[number].names), 8)


OPENING_RE = re.compile(
    r"[\"“]?(?:Despite|In|With|As|After|Before|When|While|Though|Although|Since|If|During|Because|By|For|On|At"
    r"|Asked|Like|Unlike|Through|From|Without|Throughout|Besides|Given|Following)\b[^,.;“”\"]{0,60}\Z"
)


def weigh_cataphor(
    story: Story, kind: str, start: int, sentence: int, scores: dict[int, float], reasons: dict[int, str]
) -> None:
    """The weight of the subject to come: "Despite his dislike of talks, Okafor came"."""
    if sentence < 0:
        return
    first = story.sentence_starts[sentence]
    if not OPENING_RE.match(story.text, first, start):
        return
    after = bisect_left(story.starts, start)
    if (after and story.starts[after - 1] >= first) or after == len(story.starts):
        return
    name = story.names[after]
    if story.sentence_of(name.start) == sentence and story.text[start : name.outer].rstrip().endswith(","):
        fit = agrees(story, story.chains[name.chain], kind)
        if fit is not None:
            scores[name.chain] = scores.get(name.chain, 0.0) + EVIDENCE["subject to come"] + fit
            reasons[name.chain] = "subject to come"


def weigh_name(
    story: Story, name: Name, sentence: int, contents: Sequence[tuple[int, int]], *, quoted: bool
) -> tuple[float, str]:
    """The weight of one name, and its heaviest evidence."""
    distance = sentence - story.sentence_of(name.start)
    weight, reason = 0.0, "recency"
    if distance == 0:
        weight += EVIDENCE["same sentence"]
    elif distance == 1:
        weight += EVIDENCE["sentence before"]
    weight += EVIDENCE["each sentence back"] * min(distance, 12)
    if name.possessive:
        weight += EVIDENCE["possessive"]
    elif story.is_subject(name):
        weight += EVIDENCE["subject"]
        reason = "subject"
    else:
        before = story.text[max(0, name.outer - 30) : name.outer]
        if COUNTERPART_RE.search(before):
            weight += EVIDENCE["counterpart"]
        elif OBJECT_RE.search(before):
            weight += EVIDENCE["object"]
    if any(first <= name.start < last for first, last in contents):
        weight += EVIDENCE["inside its own content"]
    elif name.quoted and not quoted:
        weight += EVIDENCE["inside a quotation"]
    return weight, reason
