"""Cues that end too early or too late.

A particle was left between the cue and what is said: "called | for calm", "laid | out". Only the
phrases of the cue lexicon count: where a verb and the one word behind it are listed together, both
are the cue. When it was said is none of it: "said | earlier this week".
"""

from __future__ import annotations

from attrs import evolve

from diplotext.attribution.apposition import TIME
from diplotext.attribution.lemma import base_of
from diplotext.attribution.stance import cue_lexicon
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Attribution

__all__ = ["mend_cue"]

_LONGEST = 12  # characters between cue and content: " against "
_TIME_RE = lazy_re(
    rf"(?<!\s(?:of|in|to|on|at|by))(?<!\sfor)(?<!\s(?:than|from|over|with))"
    rf"(?:\s(?:only|just))?\s(?:(?:earlier|later|late|early)\s(?:on\s)?)?{TIME}\Z"
    r"|\s(?:earlier|later|late|early)\sin\sthe\s(?:day|week|month|year)\Z"
)
_TIME_ENDS = tuple("day night week month year morning afternoon evening".split())  # a cheap look


def mend_cue(text: str, given: Attribution) -> Attribution:
    """The attribution with its cue put right; the same one if it is.

    >>> from diplotext.attribution.build import build_attribution
    >>> from diplotext.model import Reason
    >>> text = "Moe called for calm."
    >>> said = build_attribution(text, [(15, 19)], cue=(4, 10), source=(0, 3),
    ...                          reason=Reason(stage="learned", evidence="called"))
    >>> mend_cue(text, said).cue.text
    'called for'
    """
    cue, content = given.cue, given.content
    if cue is not None and cue.text.endswith(_TIME_ENDS):
        time = _TIME_RE.search(text, cue.start + 1, cue.end)
        return given if time is None else evolve(given, cue=evolve(cue, end=time.start()))
    if cue is None or not cue.end < content[0].start <= cue.end + _LONGEST:
        return given
    gap = text[cue.end : content[0].start]
    words = cue.text.lower().split()
    if not words or not gap[:1].isspace() or not gap.strip().isalpha():
        return given
    particle = gap.strip()
    if f"{base_of(words[-1])} {particle.lower()}" not in cue_lexicon().stances:
        return given
    source = given.source
    end = text.index(particle, cue.end) + len(particle)
    if source is not None and cue.end <= source.start < end:
        return given
    return evolve(given, cue=evolve(cue, end=end))
