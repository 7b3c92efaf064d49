"""What "it" and "they" may stand for: a single capital that acts, the many told of just before."""

from __future__ import annotations

import re

from diplotext.lexicon.role_noun import is_person_noun
from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.link import is_plural
from diplotext.speaker.name.part import speaks
from diplotext.speaker.name.vocabulary import vocabulary
from diplotext.speaker.story import Story

__all__ = ["has_many", "may_act", "may_be_one"]

# Endings of nouns for persons: "trader", "adviser", "pianist", "resident", "31-year-old".
PERSON_RE = re.compile(r"(?:er|or|ist|ian|ant|ent|ee|man|woman|boy|girl|person|old|mate|ess)\Z")
WORD_RE = re.compile(r"[A-Za-z]+")


def may_act(story: Story, chain: Chain) -> bool:
    """Whether a single capital is a name: not where it only opens sentences, unless it acts there.

    "Norchip filed a paper. It said", but not "Protesters filed in".
    """
    if not chain.opening:
        return True
    if is_plural(chain.keys[0]) or chain.female is not None:
        return False
    return bool(chain.links) or any(speaks(story.text, name) for name in chain.names[:2])


def may_be_one(chain: Chain) -> bool:
    """Whether an unnamed source can be "he" or "she": "the driver", but not "his work ethic".

    Nor can "one" or "many"; a "he" that was traced to nobody goes on.
    """
    noun = chain.noun.rsplit("-", 1)[-1]
    if not noun:
        return chain.keys[:1] in (["he"], ["she"])
    if is_person_noun(noun) or noun in vocabulary().meanings or chain.female is not None:
        return True
    return PERSON_RE.search(noun) is not None or not chain.links


def has_many(story: Story, sentence: int, paragraph: int) -> bool:
    """Whether the sentence before one has people in it: "It left experts puzzled. They said".

    Elsewhere one who is not named may be "they" too.
    """
    if sentence < 1:
        return False
    start = story.sentence_starts[sentence - 1]
    if story.paragraph_of(start) != paragraph or story.is_quoted(start):
        return False
    words = WORD_RE.findall(story.text, start, story.sentence_starts[sentence])
    return any(is_person_noun(word, "plural") for word in words)
