"""Cue clauses of one who has just spoken: `Pike admitted it was late, but insisted they had won`.

Behind what was said a second verb of saying follows with "and" or "but", or a participle ("adding
it would last"), and no source of its own. Read for verbs and clauses that nobody has claimed; what
it says goes on to the end of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from diplotext.attribution.auxiliary import AUXILIARY, FINITE
from diplotext.attribution.build import Span, build_attribution, is_paired, with_parts
from diplotext.attribution.clause.clause import STAGE, Claims
from diplotext.attribution.field.circumstance import SentenceIndex, before_stop
from diplotext.attribution.labels import label_words
from diplotext.lazy_pattern import holds, lazy_re
from diplotext.model import Attribution, Cue, Passage, Quotation, Reason

__all__ = ["find_joined_clauses"]

# ", but later insisted that they": no noun stands behind the verb alone.
_JOINED_RE = lazy_re(
    r"(?P<comma>,?)\s+(?:and|but)\s+(?P<cue>(?:(?:also|later|then|\w{2,12}ly)\s+)?(?P<verb>[a-z]{3,14}))\s+"
    r"(?=(?:that|he|she|they|it|we|I|there|the|an?|his|her|their|its|no|[\"“])\b|[\"“])"
)
# "share views, adding they": a participle that takes a clause, and is no part of what is said.
_ADDING_RE = lazy_re(
    r"(?P<comma>,)\s+(?P<cue>(?P<verb>adding|noting|stressing))\s+"
    r"(?=(?:that|he|she|they|it|we|I|there|this|these)\b|(?:the|an?|his|her|its|their|no|all)\s[^,;:]*?\s"
    rf"(?:{AUXILIARY})\s)"
)
_ADDING = ("adding", "noting", "stressing")  # a cheap look
# "noted that work had begun, | and called on firms": another "that" would stand there otherwise.
_TURNING_RE = lazy_re(
    r"(?P<comma>,)\s+(?:and|but)\s+(?:(?:also|then|later)\s+)?(?P<cue>(?P<turn>)(?P<verb>called|urged|vowed|pledged|demanded"
    r"|warned|accused|thanked|denounced|condemned|promised|insisted|added|denied|rejected|appealed)"
    r"(?:\s(?:on|for|upon|to)\b)?)\s+(?=\w)"
)
# "said it was late | but argued the bill was fair": the speaker's own verb again, in one tense.
_AGAIN_RE = lazy_re(
    r"(?P<comma>,?)\s+(?:[-–—]\s+)?(?:(?P<but>but)|and)\s+(?P<cue>(?P<turn>)(?:(?:also|later|then)\s+)?"
    r"(?P<verb>said|says|argued|argues|insisted|insists|claimed|claims|warned|warns|admitted|admits|stressed"
    r"|conceded|concedes|predicted|added|adds))\s+"
    r"(?=(?:that|he|she|they|it|we|there|the|an?|his|her|their|its|no|this|these|few|many|some|[A-Z][\w’'-]+|[\"“])\s)"
)
_AGAIN = (" but ", " and ")  # a cheap look
_SAID_AGAIN = frozenset(("said", "says", "warned", "insisted"))
_FINITE_RE = lazy_re(rf"\s(?:{FINITE})\b")
_MARKS = frozenset('"“”„«»;:()[]')
_OPEN_MARKS = _MARKS - frozenset('"“”')


def find_joined_clauses(
    text: str,
    found: Sequence[Attribution],
    sentences: SentenceIndex,
    quotations: Sequence[Quotation],
) -> list[Attribution]:
    """The attributions of such clauses behind those of ``found``."""
    claims = Claims(found)
    joined = []
    for given in found:
        cue, source, end = given.cue, given.source, given.content[-1].end
        if cue is None or source is None or not source.end <= cue.start < end:
            continue
        clause = _JOINED_RE.match(text, end)
        if clause is None or clause["verb"] not in label_words("clause_verbs"):
            clause = _adding(text, given)
        if clause is None:
            continue
        content = _content_of(text, clause.end(), sentences)
        # "and announced the winners": behind such verbs an object is as likely.
        is_object = clause["verb"] in label_words("noun_taking_verbs")
        is_object = is_object and "turn" not in clause.re.groupindex
        is_object = is_object and not text.startswith("that ", clause.end())
        if content is None or is_object or sentences.around(cue.start)[1] <= clause.start("cue"):
            continue
        # What a participle opens was taken into the content before it.
        is_inner = clause.start() < end
        is_taken = claims.cues if is_inner else claims.parts
        if not is_taken.touches((clause.start("cue"), content[1])):
            if is_inner:
                joined.append(_up_to(text, given, clause.start()))
            reason = Reason(stage=STAGE, evidence="joined to another")
            joined.append(
                build_attribution(
                    text,
                    [content],
                    cue=clause.span("cue"),
                    source=source.span,
                    reason=reason,
                    quotations=quotations,
                )
            )
    return joined


def _adding(text: str, given: Attribution) -> re.Match[str] | None:
    """A participle by which the speaker goes on, taken into what was said before."""
    last = given.content[-1]
    if given.cue is None or last.start < given.cue.end or text[last.start] in _MARKS:
        return None
    if (again := _again(text, given.cue, last)) is not None:
        return again
    if text.startswith("that ", last.start) and text.find(", and ", *last.span) >= 0:
        turning = _TURNING_RE.search(text, last.start, last.end)
        if turning is not None:
            return turning
    if not holds(text, *last.span, _ADDING):
        return None
    return _ADDING_RE.search(text, last.start, last.end)


def _again(text: str, cue: Cue, last: Passage) -> re.Match[str] | None:
    """Where the speaker says something again by a verb that was taken into what was said.

    Behind "and" the verb may be of whoever was told of, so that it has to be a plain one.
    """
    verb = cue.text.rpartition(" ")[2]
    if verb not in label_words("clause_verbs") or not holds(text, *last.span, _AGAIN):
        return None
    for again in _AGAIN_RE.finditer(text, *last.span):
        before = text[last.start : again.start()]
        is_same = again["verb"].endswith("s") == verb.endswith("s")
        is_plain = again["but"] is not None or again["verb"] in _SAID_AGAIN
        if is_same and is_plain and is_paired(before) and _FINITE_RE.search(before) is not None:
            return again
    return None


def _up_to(text: str, given: Attribution, end: int) -> Attribution:
    """The attribution with what was said before a participle."""
    *first, last = given.content
    return with_parts(given, (*first, Passage(text, last.start, end)), given.source)


def _content_of(text: str, start: int, sentences: SentenceIndex) -> Span | None:
    """The rest of the sentence without its stop; None if marks part it."""
    end = before_stop(text, start, sentences.around(start)[1])
    said = text[start:end]
    is_whole = end > start and _OPEN_MARKS.isdisjoint(said) and is_paired(said)
    return (start, end) if is_whole else None
