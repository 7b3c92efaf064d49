"""A chain as a ``Speaker`` of the model."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import cast

from diplotext.model import Mention, MentionForm, Reason, Speaker, SpeakerKind
from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.name.lead import is_given
from diplotext.speaker.name.name import family_of, is_family_first
from diplotext.speaker.name.table import PRONOUNS
from diplotext.speaker.role.role import read_roles

__all__ = ["build_speaker"]

# A name of so many words of which nothing more is known is a person's.
PERSON_WORDS = (2, 3, 4)
# "Okafor, head of the rescue agency,"
HEAD_RE = re.compile(
    r",\s(?:the\s|an?\s)?(?:[a-z-]+\s){0,3}?(?:head|director|chief|chair(?:man|woman)?|president|secretary|minister"
    r"|commissioner|manager|professor|spokes(?:man|woman|person)|founder)\s(?:of|at|for)\s"
)
# What nothing but a person is called before a name: "the Greek poet | Archilochus". An owner or a
# broker may be a firm.
CALLED_RE = re.compile(
    r"\b(?:[a-z]{3,}(?<!special)ist|[a-z]{2,}(?:wo)?man|actor|actress|author|bishop|boxer|composer|cricketer|doctor"
    r"|farmer|footballer|golfer|governor|lawyer|mayor|nurse|painter|pastor|philosopher|playwright|poet"
    r"|professor|sculptor|senator|singer|soldier|teacher|writer)\s\Z"
)
CALLED = 20  # how far before a name that is looked for, in characters
AGE_RE = re.compile(r",\s(?:aged\s)?[1-9]\d,|\s\([1-9]\d\)")


def build_speaker(text: str, read: str, chain: Chain, says_i: bool = False) -> Speaker:
    """The speaker of a chain, its mentions in order, each with the reason for the link.

    ``read`` is the text as its names were read, with usual marks and capitals; ``says_i`` tells
    that the speaker is quoted with an "I".
    """
    mentions: dict[tuple[int, int], Mention] = {}
    for name in chain.names:
        mentions[name.start, name.end] = mention(text, name.start, name.end, "name", name.reason)
    for start, end, form, reason in chain.links:
        if (start, end) not in mentions and not has_name(chain, start, end):
            mentions[start, end] = mention(text, start, end, form, reason)
    ordered = tuple(mentions[span] for span in sorted(mentions))
    fullest = chain.fullest
    place = ordered[0] if fullest is None else fullest
    kind = kind_of(read, chain, says_i)
    person = kind == "person"
    if person:
        read_roles(read, chain)
    words = chain.words
    first = person and stands_first(chain)
    given = " ".join(words[1:] if first else words[:1])
    return Speaker(
        text,
        place.start,
        place.end,
        name=" ".join(words),
        kind=kind,
        given_name=given if person and len(words) > 1 else None,
        family_name=family_of(words, first=first) if person else None,
        titles=chain.titles if person else (),
        affiliation=chain.affiliation if person else None,
        mentions=ordered,
    )


def has_name(chain: Chain, start: int, end: int) -> bool:
    """Whether one of a chain's own names stands in a range: the "Post" of "the Post"."""
    at = bisect_left(chain.starts, start)
    return at < len(chain.starts) and chain.names[at].end <= end


def stands_first(chain: Chain) -> bool:
    """Whether the family name stands first: by form, or the story calls the person so."""
    if len(chain.words) < 2 or is_given(chain.keys[0]):
        return is_family_first(chain.words)
    short = {name.keys[0] for name in chain.names if len(name.keys) == 1}
    by_story = chain.keys[0] in short and chain.keys[-1] not in short
    return by_story or is_family_first(chain.words)


def kind_of(text: str, chain: Chain, says_i: bool) -> SpeakerKind:
    """The kind of a chain; one of unknown kind is a person if its name is a person's length.

    So is one of a single word that has an age, says "I", was "he" or "she", heads a body, or is a
    poet and the like.
    """
    if chain.kind in ("unknown", "adjective"):
        if len(chain.keys) == 1 and len(chain.keys[0]) == 1:
            return "unnamed"  # "Q:", "A:"
        person = len(chain.keys) in PERSON_WORDS or is_given(chain.keys[0])
        person = person or says_i or is_aged(text, chain) or was_he_or_she(text, chain)
        person = person or any(
            HEAD_RE.match(text, name.end)
            or CALLED_RE.search(text, max(0, name.outer - CALLED), name.outer)
            for name in chain.names
        )
        return "person" if person else "organization"
    return cast("SpeakerKind", chain.kind)


def is_aged(text: str, chain: Chain) -> bool:
    """Whether an age stands behind one of the names: "Okafor, 43, said"."""
    return any(AGE_RE.match(text, name.end) for name in chain.names)


def was_he_or_she(text: str, chain: Chain) -> bool:
    """Whether a "he" or "she" was traced to the chain."""
    return any(
        form == "pronoun" and PRONOUNS.get(text[start:end].lower()) in ("male", "female")
        for start, end, form, _ in chain.links
    )


def mention(text: str, start: int, end: int, form: str, evidence: str) -> Mention:
    """A mention with its reason."""
    return Mention(text, start, end, form=cast("MentionForm", form), reason=reason_of(evidence))


@lru_cache(1000)
def reason_of(evidence: str) -> Reason:
    """The reason with an evidence: there are few, and mentions share them."""
    return Reason(stage="speaker", evidence=evidence)
