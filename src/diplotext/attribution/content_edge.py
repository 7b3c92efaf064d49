"""Contents that begin too late or too early behind their cue.

What stands between "said" and its clause is a part of what is said if it is neither when nor where
nor to whom: "said | under the new plan, profits would rise". The word of the cue printed twice is
not ("the bank said | said the recall"), nor is a name behind whoever it belongs to: "according to
the family's lawyer, Scott Reed, | she was ill".
"""

from __future__ import annotations

import re

from attrs import evolve

from diplotext.attribution.build import range_of
from diplotext.attribution.occasion import find_occasion
from diplotext.body.sentence import word_set
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.role_noun import role_nouns
from diplotext.model import Attribution, Cue, Passage, Source

__all__ = ["mend_content"]

_SAYING = word_set("said says say added adds stated noted")
# "said under the plan, ", but not "said on Monday, ", "said in a statement, "
_BEFORE_CLAUSE_RE = lazy_re(
    r"\s+(?:that,?\s+)?(?:under|with|from|as|if|when|while|although|though|because|apart\s+from|despite"
    r"|given|unless|once|without|among|instead\s+of|like|unlike|based\s+on|due\s+to|for|by)\s"
    r"(?:[^.,;:!?\"“”„«»()\n]|\n(?!\s*\n)){2,100},\s+\Z"
)
_ADVERBIAL_RE = lazy_re(
    r"(?:for\s+(?:example|instance|the\s+\w+\s+time)|as\s+(?:quoted|saying|he|she|they|it))\b"
)
_NAME_RE = lazy_re(
    r"(?P<name>[A-Z][\w’'-]+(?:\s(?:[A-Z]\.|[A-Z][\w’'-]+|de|la|van|von|bin|al|y)){1,4}),\s+"
    r"(?=\w|[\"“‘'`])"
)
# "the family's lawyer", "a port official"
_ROLE_RE = lazy_re(
    r"(?:\A(?:the|an?|his|her|its|their)\s|[’']s?\s)(?:[\w-]+\s){0,3}(?P<role>[\w-]+)\Z",
    re.IGNORECASE,
)
_REACH = 120


def mend_content(text: str, given: Attribution) -> Attribution:
    """The attribution with the head of its content put right; the same one if it is."""
    cue, source, first = given.cue, given.source, given.content[0]
    if cue is None or first.start < cue.end:
        return given
    if cue.text.lower() == "according to" and source is not None:
        return _with_name(text, given, source)
    words = cue.text.lower().split()
    if not words or words[-1] not in _SAYING or text[first.start] in '"“„«`':
        return given
    start = first.start
    if text.startswith(words[-1] + " ", start) and start <= cue.end + 1:
        start += len(words[-1]) + 1
    elif _is_of_clause(text, given, cue, start):
        start = cue.end + len(text[cue.end : start]) - len(text[cue.end : start].lstrip())
    return given if start == first.start else _with_start(text, given, start)


def _is_of_clause(text: str, given: Attribution, cue: Cue, start: int) -> bool:
    """Whether the words between cue and content are of the clause that follows."""
    if start - cue.end > _REACH or _BEFORE_CLAUSE_RE.match(text, cue.end, start) is None:
        return False
    between = text[cue.end : start].strip()
    if _ADVERBIAL_RE.match(between) or find_occasion(text, cue.end, start) is not None:
        return False
    source = given.source
    return source is None or not cue.end <= source.start < start


def _with_name(text: str, given: Attribution, source: Source) -> Attribution:
    """With the name that stands behind a source's office as a part of the source."""
    first = given.content[0]
    role = _ROLE_RE.search(source.text)
    if role is None or text[source.end : first.start].strip() != ",":
        return given
    noun = role_nouns().get(role["role"].lower())
    name = _NAME_RE.match(text, first.start, first.end)
    if name is None or noun is None or noun.kind != "person" or noun.number != "singular":
        return given
    whole = Source(text, source.start, name.end("name"), form=source.form)
    return _with_start(text, evolve(given, source=whole), name.end())


def _with_start(text: str, given: Attribution, start: int) -> Attribution:
    first, *rest = given.content
    content = (Passage(text, start, first.end), *rest)
    low, high = range_of([part.span for part in (*content, given.cue, given.source) if part])
    return evolve(given, start=low, end=high, content=content)
