"""Headlines whose last clause tells who speaks: "Talks to go on, Marsh insists".

A verb that may as well have what stands before it for its subject ("Recession fears mount, job
claims rise") needs a name or somebody who speaks; courts hear and rule, documents find.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from diplotext.attribution.build import Span
from diplotext.attribution.headline.headline_source import is_source
from diplotext.attribution.headline.headline_verb import MOST_WORDS, WORD_RE
from diplotext.attribution.labels import label_words
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.role_noun import role_nouns

__all__ = ["find_tail"]

_SAYING = frozenset(("say", "says", "said"))
_SAYS_TAIL_RE = lazy_re(
    r",\s+(?P<who>[^,:;]+?)\s+(?P<cue>says|say|said|tells?|told|warns|insists|claims|hears?|heard"
    r"|suggests?|finds?|shows?|rules?)"
    r"(?=\W*\Z)",
    re.IGNORECASE,
)
_FINDING = frozenset(("suggest", "suggests", "find", "finds", "show", "shows", "rule", "rules"))
_FINDERS = frozenset(
    ("court", "judge", "coroner", "jury", "tribunal", "inquest", "inquiry", "panel")
)
_HEARING = frozenset(("hear", "hears", "heard"))


def find_tail(
    text: str, start: int, end: int, speakers: Collection[str]
) -> tuple[Span, Span, Span, str] | None:
    """Content, cue, source and evidence of "Y, X says"; None if it is none.

    >>> find_tail("Talks to go on, Marsh insists", 0, 29, ())
    ((0, 14), (22, 29), (16, 21), 'content, source verb')
    """
    if text.find(",", start, end) < 0:
        return None
    match = _SAYS_TAIL_RE.search(text, start, end)
    if match is None or len(WORD_RE.findall(match["who"])) > MOST_WORDS:
        return None
    if not _may_say(text, match, speakers):
        return None
    stop = start + len(text[start : match.start()].rstrip())
    return (start, stop), match.span("cue"), match.span("who"), "content, source verb"


def _may_say(text: str, match: re.Match[str], speakers: Collection[str]) -> bool:
    """Whether the last clause's subject says what stands before, or is a court that hears it.

    "Recession fears mount, job claims rise", but "Talks to go on, Marsh insists".
    """
    cue = match["cue"].lower()
    if cue in _HEARING:
        return WORD_RE.findall(match["who"])[-1].lower() in label_words("venues_of_hearing")
    if cue in _FINDING:
        last = WORD_RE.findall(match["who"])[-1].lower()
        noun = role_nouns().get(last)
        return last in _FINDERS or (noun is not None and noun.kind == "document")
    # In a headline all in capitals those of a name tell nothing.
    is_name = match["who"][0].isupper() and not match["cue"].isupper()
    return cue in _SAYING or is_name or is_source(text, *match.span("who"), speakers, trailing=True)
