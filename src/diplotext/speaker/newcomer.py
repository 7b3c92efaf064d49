"""Who has just come in unnamed and speaks next: "A second geologist disagreed.", and then "he".

Only behind verbs of agreeing, differing and the like, after which one's own words follow; in "A
judge fined Okafor" it is as likely the other who speaks next.
"""

from __future__ import annotations

import re

from diplotext.lexicon.role_noun import is_person_noun
from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.link import link_phrase
from diplotext.speaker.name.table import listed
from diplotext.speaker.source.reading import Reading
from diplotext.speaker.story import Story

__all__ = ["link_newcomer"]

# "Another geologist | disagreed", "One neighbour | was less sure".
DID, WAS = ("|".join(sorted(listed(name))) for name in ("newcomer_verbs", "newcomer_states"))
NEWCOMER_RE = re.compile(
    r"(?P<who>(?:An?|Another|One)\s(?:[\w’'-]+\s){0,4}?(?P<noun>[\w’'-]+))\s(?:(?:also|only|quickly|sharply)\s)?"
    rf"(?:{DID}|was\s(?:{WAS}))\b[^.!?“”\"]{{0,60}}[.!?]\s"
)


def link_newcomer(story: Story, reading: Reading, first: int) -> Chain | None:
    """The chain of whoever came in with the sentence before the words that begin at ``first``."""
    sentence = story.sentence_of(min(first, reading.start)) - 1
    if sentence < 0:
        return None
    start = story.sentence_starts[sentence]
    if not story.text.startswith(("A", "One"), start):
        return None
    told = NEWCOMER_RE.match(story.text, start)
    if told is None or not is_person_noun(told["noun"], "singular"):
        return None
    who = Reading("pronoun", reading.start, reading.end, noun=told["noun"].lower())
    who.determiner = "another"
    return link_phrase(story, who, "unnamed", told["who"], "pronoun")
