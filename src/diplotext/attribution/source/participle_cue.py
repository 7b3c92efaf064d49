"""Cues that are a participle of the source: `A post | shared widely | claims the dam burst`.

What was posted, shared or filed says something by the verb behind; the participle and what depends
on it belong to the source.
"""

from __future__ import annotations

from attrs import evolve

from diplotext.attribution.build import cue_at, form_of, with_parts
from diplotext.body.sentence import word_set
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.role_noun import role_nouns
from diplotext.model import Attribution, Passage, Source

__all__ = ["mend_participle"]

_PARTICIPLES = word_set(
    """
    shared posted published filed issued released circulated viewed sent signed seen obtained
    written uploaded broadcast aired distributed leaked unsealed carried
    """
)
_REACH = 120
# "thousands of times | claims | the dam", "online | showed | men"
_VERB_RE = lazy_re(
    r"(?P<rest>(?:\s[^\s,;:.\"“”()]+){0,12}?)"
    r"\s(?P<verb>(?:falsely\s|wrongly\s|also\s)?(?:claims?|claimed|shows?|showed|says?|said|purports?|purported"
    r"|alleges?|alleged|reads?|suggests?|suggested|warns?|warned|states?|stated|accuses?|accused|urges?|urged))\b"
    r"\s+(?=[\w\"“‘'])"
)


def mend_participle(text: str, given: Attribution) -> Attribution:
    """The attribution with the verb behind the participle as its cue; the same one without one.

    >>> from diplotext.attribution.build import build_attribution
    >>> from diplotext.model import Reason
    >>> text = "A post shared 400 times claims it rained."
    >>> said = build_attribution(text, [(14, 40)], cue=(7, 13), source=(0, 6),
    ...                          reason=Reason(stage="learned", evidence="shared"))
    >>> mended = mend_participle(text, said)
    >>> mended.source.text, mended.cue.text, mended.content[0].text
    ('A post shared 400 times', 'claims', 'it rained')
    """
    cue, source, last = given.cue, given.source, given.content[-1]
    if cue is None or source is None or source.end + 1 != cue.start or last.start < cue.end:
        return given
    participle = (cue.text.split(maxsplit=1) or [""])[0]
    if participle not in _PARTICIPLES:
        return given
    noun = role_nouns().get(source.text.rpartition(" ")[2].lower())
    if noun is None or noun.kind != "document":
        return given
    verb = _VERB_RE.match(text, cue.start + len(participle), min(last.end, cue.start + _REACH))
    if verb is None or verb.end() >= last.end:
        return given
    start, end = verb.span("verb")
    whole = text[source.start : start].rstrip()
    own = Source(text, source.start, source.start + len(whole), form=form_of(source.text))
    said = evolve(given, cue=cue_at(text, start, end))
    return with_parts(said, (Passage(text, verb.end(), last.end),), own)
