"""Relative pronouns: the antecedent of "who" and "which" is the name, or the noun, just before."""

from __future__ import annotations

import re

from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.link import link_phrase
from diplotext.speaker.name.mention import Name
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.table import STOPS
from diplotext.speaker.nominal.nominal import resolve_nominal
from diplotext.speaker.source.reading import Reading
from diplotext.speaker.story import Story

__all__ = ["link_relative"]

# A verb after "who" that is no single person's.
PLURAL_VERB_RE = re.compile(r"\s+(?:\w+ly\s+)?(?:are|were|have|do)\b")
NOUN_RE = re.compile(r"\w[\w’'-]*+(?:\s++\w[\w’'-]*+){0,6}\Z")
# How far back the antecedent is looked for, in characters.
LOOK_BACK = 160
# The longest apposition between it and "who": "Okafor, the head of the bank, who".
APPOSITION = 90
TICKER_RE = re.compile(r"\s[(<]\s?[\w.]{1,12}\s?[)>]\Z")  # "Kvik Co. ( KVK.N ), which"
# When it was: "Kvik in May 2010, which", "a rise from 12 months ago, which".
TIME_RE = re.compile(
    r"\s(?:in|of|from|since|on|for)\s(?:[A-Z][a-z]{2,8}\s)?"
    r"(?:(?:19|20)\d\d|\w+\s\w+\sago|(?:last|this)\s(?:year|month|week))\Z"
)
TELLING = (",", " (", " of ", " from ")  # what opens an apposition
JOINT_RE = re.compile(r",\s(?:but|and|while|as|then|when|where|before|after)\s")
LOCAL = frozenset(["in", "at", "near", "from", "of", "for"])
EDGE = " ,—–-(\n"


def link_relative(story: Story, reading: Reading) -> Chain:
    """The chain of the antecedent; an unnamed one where it is no name."""
    first = max(0, reading.start - LOOK_BACK)
    before = TICKER_RE.sub("", story.text[first : reading.start].rstrip(EDGE)).rstrip(EDGE)
    before = TIME_RE.sub("", before)
    stop = first + len(before)
    named = antecedent(story, reading, first, stop)
    if named is not None:
        return story.link(named, (reading.start, reading.end), "pronoun", "relative")
    near = before[-60:]
    if len(before) > len(near) and before[-len(near) - 1].isalnum():
        near = near.partition(" ")[2]  # no half of a word
    match = NOUN_RE.search(near)
    words = match.group().split() if match else [reading.word]
    if match and len(words) > 1 and words[0].isdigit() and near.endswith(",", 0, match.start()):
        del words[0]  # "of 135,| 000 people, who"
    at = max((i for i, word in enumerate(words) if word.lower() in STOPS), default=-1)
    opened = words[at].lower() if at >= 0 else ""
    words = words[at + 1 :] or [reading.word]
    noun = Reading("nominal", reading.start, reading.end, noun=key_of(words[-1]))
    if opened == "the":
        # "The company, which": whom the nominal stands for.
        noun.determiner, noun.phrase = opened, " ".join(words)
        noun.modifiers = tuple(map(key_of, words[:-1]))
        found = resolve_nominal(story, noun)
        known = story.nouns.get(noun.noun) if found is None else found[0]
        if known is not None:
            return story.link(known, (reading.start, reading.end), "pronoun", "relative")
    return link_phrase(story, noun, "unnamed", " ".join(words), "pronoun")


def antecedent(story: Story, reading: Reading, first: int, stop: int) -> Chain | None:
    """The chain of the name that ends just before the pronoun, an apposition aside."""
    near = [name for name in story.names_in(first, stop + 1) if name.end <= stop]
    thing, at_end = reading.word == "which", None
    for name in reversed(near[-3:]):
        chain = story.chain_of(name)
        if not thing and (chain.kind in ("place", "adjective") or is_local(story, name)):
            # "Okafor, who"; in "Okafor, a lawyer in Lima, who" the place is not meant.
            continue
        if chain.kind == "unknown" and chain.opening and len(chain.keys) == 1:
            # "Boats that": a capital of the sentence's only.
            return None
        person = chain.kind == "person"
        if person and PLURAL_VERB_RE.match(story.text, reading.end, reading.end + 40):
            return None
        if name.end == stop and (thing or person):
            return None if name.possessive else chain
        gap = story.text[name.end : stop]
        apposed = gap.startswith(TELLING) and len(gap) < APPOSITION and " who" not in gap
        apposed = apposed and JOINT_RE.search(gap) is None
        same = story.sentence_of(name.start) == story.sentence_of(reading.start)
        if person or thing:
            return chain if person and apposed and same else at_end
        if at_end is not None and chain.kind == "unknown" and len(chain.keys) > 1:
            return at_end
        # "Okafor, a Labour lawmaker, who": of whom it is told stands before.
        at_end = chain if name.end == stop and not name.possessive else at_end
    return at_end


def is_local(story: Story, name: Name) -> bool:
    """Whether a name stands after a word of place or belonging."""
    before = story.text[max(0, name.outer - 6) : name.outer].split()[-1:]
    return story.chain_of(name).kind != "person" and not LOCAL.isdisjoint(before)
