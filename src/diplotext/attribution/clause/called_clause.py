"""Relative clauses of calling that were read with their pronoun, or within a deed.

    the bill, | which critics | call "a gag",          which; critics; "a gag"
    Noll walked out in | what he called "a dark day"   he; called; "a dark day"

The pronoun is a part of what is called so, and who calls it that is the clause's subject.
"""

from __future__ import annotations

from functools import cache

from attrs import evolve

from diplotext.attribution.build import cue_at, source_at, with_parts
from diplotext.attribution.clause.interposed import is_subject
from diplotext.attribution.labels import label_words
from diplotext.attribution.lemma import base_of
from diplotext.attribution.stance import cue_lexicon
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Attribution, Passage

__all__ = ["mend_called"]

# "which critics", "whom the union"; "that" may as well point: "that man". No "which last week".
_WHICH_RE = lazy_re(
    r"(?P<what>which|whom)\s(?P<who>(?:the|an?|his|her|its|their|many|some)\s[^,;:]{2,60}"
    r"|[A-Z][^,;:]{1,60}|(?:[a-z-]+\s)?[a-z]{3,}s)"
)
_CALLED_RE = lazy_re(
    r"what\s(?P<who>he|she|they|it|(?:(?:the|an?|his|her|its|their|some|many)\s(?:[\w-]+\s){0,3}?[\w’'-]+"
    r"|[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]*){0,3}))\s(?P<cue>called|calls|termed|described\sas|dubbed)\s(?=\S)"
)


@cache
def _judging() -> frozenset[str]:
    """The verbs by which something is called so: "call", "denounce"."""
    return frozenset(map(base_of, label_words("judging_verbs")))


def mend_called(text: str, given: Attribution) -> Attribution:
    """The attribution with who calls something so as its source; the same one if that is so.

    >>> from diplotext.attribution.build import build_attribution
    >>> from diplotext.model import Reason
    >>> text = "The bill, which critics call a gag, passed."
    >>> said = build_attribution(text, [(29, 34)], cue=(24, 28), source=(10, 23),
    ...                          reason=Reason(stage="learned", evidence="call"))
    >>> mended = mend_called(text, said)
    >>> mended.source.text, [part.text for part in mended.content]
    ('critics', ['which', 'a gag'])
    """
    cue, source, first = given.cue, given.source, given.content[0]
    if cue is None or source is None or source.end > cue.start or first.start < cue.end:
        return given
    if (which := _WHICH_RE.fullmatch(text, *source.span)) is not None:
        own = source_at(text, *which.span("who"))
        if (
            not is_subject(which["who"])
            or base_of(cue.text.lower().rpartition(" ")[2]) not in _judging()
        ):
            return given
        return with_parts(given, (Passage(text, *which.span("what")), *given.content), own)
    if not text.startswith("what ", first.start):
        return given
    stances = cue_lexicon().stances
    if any(base_of(word) in stances for word in cue.text.lower().split()):
        return given  # "denied | what he called lies"
    called = _CALLED_RE.match(text, first.start, first.end)
    if called is None or called.end() >= first.end:
        return given
    start, end = called.span("cue")
    own = source_at(text, *called.span("who"))
    said = evolve(given, cue=cue_at(text, start, end))
    content = (Passage(text, called.end(), first.end), *given.content[1:])
    return with_parts(said, content, own)
