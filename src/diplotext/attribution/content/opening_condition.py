"""Contents that open with a clause of condition: the main clause behind its comma belongs to them.

    said that if he signs the bill by May | , the cuts would take effect
    Some predict if the vote fails | , the markets will fall

"Asked if he would stay, he said" has another main clause: verbs of asking are left alone, as is all
behind which somebody else says something or a quotation stands.
"""

from __future__ import annotations

from diplotext.attribution.auxiliary import FINITE
from diplotext.attribution.build import with_parts
from diplotext.attribution.clause.clause import Claims
from diplotext.attribution.field.circumstance import SentenceIndex
from diplotext.attribution.lemma import base_of
from diplotext.body.sentence import word_set
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Attribution, Passage

__all__ = ["with_main_clause"]

_CONDITION_RE = lazy_re(
    r"(?:that\s(?:if|unless|once|when|while|although|as\slong\sas)|(?:if|unless|once))\s[^,]*\Z"
)
_MAIN_RE = lazy_re(
    r",\s(?:(?:the|an?|his|her|its|their|this|that|these|those|no|most|some)\s(?:[\w’'-]+\s){1,6}?"
    r"|(?!(?:and|but|or|as|unless)\b)(?:[a-z’'-]+\s)?[a-z]{2,}s\s"
    rf"|(?:he|she|they|it|we|there)\s|[A-Z][\w’'-]*\s(?:[\w’'-]+\s){{0,5}}?)(?:\w+ly\s)?(?:{FINITE})\b"
)
# What one asks or does not know may begin with "if" as well, and then ends at the comma.
_OPEN_VERBS = word_set("ask wonder question inquire know see mention doubt check decide pose query")
_MARKS = frozenset('"“”„«»')
_LONGEST = 300  # characters of a main clause


def with_main_clause(
    text: str, given: Attribution, sentences: SentenceIndex, claims: Claims
) -> Attribution:
    """The attribution with its content to the end of its sentence; the same if it has all."""
    cue, last = given.cue, given.content[-1]
    if cue is None or last.start < cue.end or text[last.end : last.end + 2] != ", ":
        return given
    condition = _CONDITION_RE.search(text, last.start, last.end)
    if condition is None or base_of(cue.text.lower().rpartition(" ")[2]) in _OPEN_VERBS:
        return given
    if not condition[0].startswith("that ") and condition.start() > last.start:
        return given
    stop = sentences.around(last.start)[1]
    end = last.end + len(text[last.end : stop].rstrip(" .!?\n"))
    rest = text[last.end : end]
    if len(rest) > _LONGEST or not _MARKS.isdisjoint(rest) or _MAIN_RE.match(rest) is None:
        return given
    if claims.parts.touches((last.end + 1, end)):
        return given
    return with_parts(given, (*given.content[:-1], Passage(text, last.start, end)), given.source)
