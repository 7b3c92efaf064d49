"""Sources of a name and what it is, between commas, of which what is said took the first part.

    The damage was heavy, | Ana Ruiz, 43, a farmer from Lima, said
    The damage was heavy, | Norland's envoy to Peru, Ana Ruiz, said

The comma before the cue closes what a comma has opened: without it, as in "He met the farmer, Ana
Ruiz, the mayor said", the name is another's.
"""

from __future__ import annotations

import re

from diplotext.attribution.build import form_of, with_parts
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.place import places
from diplotext.lexicon.role_noun import is_person_noun
from diplotext.model import Attribution, Passage, Source

__all__ = ["mend_enclosed"]

_PARTICLES = r"(?:de|la|del|da|dos|van|von|der|bin|al|el|y)"
_NAME = (
    r"(?:(?:Dr|Mr|Mrs|Ms|Prof|Gen|Sen|Rep|Col|Lt|Sgt|Capt|Rev)\.?\s)?"
    rf"[A-Z][\w.’'-]*(?:\s(?:[A-Z][\w.’'-]*|{_PARTICLES}(?=\s)|al-[A-Z][\w’'-]*)){{0,5}}"
)
_NAME_RE = lazy_re(_NAME)
_TAIL_RE = lazy_re(r"(?P<before>.*\w\W?),\s(?P<phrase>[^,;:“”\"]{2,90})\Z", re.DOTALL)
# What somebody is: "43", "(D-Ohio)", "who heads the union", "now president of Kvik", "a farmer".
_AGE_RE = lazy_re(r"\d{1,3}(?=,|\Z)|\([A-Z][\w.]*(?:-[\w.]+)?\)\Z|who\s")
_ROLE_RE = lazy_re(
    r"(?:(?:now|then|also|formerly|the|an?|his|her|its|their|[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,2}[’']s?)\s)?"
    r"(?P<noun>(?:[\w-]+\s){0,4}?[a-z-]+)(?:,?\s(?:of|for|at|in|to|from|with|who|on)\s.*|,.*)?",
    re.DOTALL,
)
_FEWEST = 3  # words that are said


def mend_enclosed(text: str, given: Attribution) -> Attribution:
    """The attribution with both parts of such a source.

    >>> from diplotext.attribution.build import build_attribution
    >>> from diplotext.model import Reason
    >>> text = "The rain was loud, Ana Ruiz, 43, a farmer from Lima, said."
    >>> said = build_attribution(text, [(0, 27)], cue=(53, 57), source=(29, 51),
    ...                          reason=Reason(stage="learned", evidence="said"))
    >>> mended = mend_enclosed(text, said)
    >>> mended.source.text, mended.content[0].text
    ('Ana Ruiz, 43, a farmer from Lima', 'The rain was loud')
    """
    cue, source, last = given.cue, given.source, given.content[-1]
    if cue is None or source is None or not last.end < source.start < cue.start:
        return given
    in_brackets = text[source.start] == "("
    if text[last.end : source.start] != (" " if in_brackets else ", "):
        return given
    if not in_brackets and text[source.end : source.end + 1] != ",":
        return given
    tail = _TAIL_RE.match(text, last.start, last.end)
    if tail is None or len(tail["before"].split()) < _FEWEST:
        return given
    if not (_names(tail["phrase"], source.text) or _names(source.text, tail["phrase"])):
        return given
    whole = text[tail.start("phrase") : source.end]
    content = (*given.content[:-1], Passage(text, last.start, tail.end("before")))
    named = Source(text, tail.start("phrase"), source.end, form=form_of(whole))
    return with_parts(given, content, named)


def _names(name: str, role: str) -> bool:
    """Whether the one is somebody's name, no place's, and the other what that somebody is."""
    if _NAME_RE.fullmatch(name) is None or name in places():
        return False
    if _AGE_RE.match(role):
        return True
    noun = _ROLE_RE.fullmatch(role)
    return noun is not None and is_person_noun(noun["noun"].split()[-1], "singular")
