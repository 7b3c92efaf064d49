"""Cues that are nouns: "The benefit | show | will be aired", "Her record | hopes | were dashed".

A word that names a thing as well is no verb where a finite verb follows at once and nothing before
its subject can be what that verb tells of ("a plan which ministers hope will pass" has its plan):
at the head of a sentence, and behind an owner anywhere.
"""

from __future__ import annotations

from diplotext.body.sentence import word_set
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Attribution, Cue, Source

__all__ = ["OWNERS", "is_noun_cue"]

OWNERS = word_set("his her its their our my your whose")
_OWNED = ("’s", "'s", "s’", "s'")
_FINITE_RE = lazy_re(
    r"[ \t]?(?:are|were|is|was|have|has|had|will|would|could|may|can|might|must|should)\b"
)
# What stands before the first word of a sentence; “He said.” Her hopes were dashed.
_HEAD_RE = lazy_re(r"(?:\A|[\n.!?…:][\"”’'»)\]]*\s*[\"“‘']?|\b(?:But|And|Yet|Meanwhile,)\s)\Z")
_LONGEST_HEAD = 12


def is_noun_cue(given: Attribution, cue: Cue, source: Source) -> bool:
    """Whether a cue that names a thing as well is the noun of which its source is the rest.

    >>> from diplotext.attribution.build import build_attribution
    >>> from diplotext.model import Reason
    >>> text = "The flagship pledge is to cut dues."
    >>> parts = {"cue": (13, 19), "source": (0, 12), "reason": Reason(stage="learned", evidence="")}
    >>> read = build_attribution(text, [(20, 34)], **parts)
    >>> is_noun_cue(read, read.cue, read.source)
    True
    """
    text = given.document
    if source.end + 1 != cue.start or not cue.end <= given.content[0].start <= cue.end + 1:
        return False
    if _FINITE_RE.match(text, cue.end) is None:
        return False
    words = source.text.lower().split()
    if not words:
        return False
    if words[-1] in OWNERS or words[-1].endswith(_OWNED):
        return True
    return _HEAD_RE.search(text, max(0, source.start - _LONGEST_HEAD), source.start) is not None
