"""Cue clauses of one who has just spoken: `Pike admitted it was late, but insisted they had won`.

Behind what was said a second verb of saying follows with "and" or "but", and no source of its own.
Read for verbs and clauses that nobody has claimed; what it says goes on to the end of the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from diplotext.attribution.build import Span, build_attribution
from diplotext.attribution.circumstance import SentenceIndex, before_stop
from diplotext.attribution.clause import STAGE, Claims
from diplotext.attribution.labels import label_words
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Attribution, Quotation, Reason

__all__ = ["find_joined_clauses"]

# ", but later insisted that they": no noun stands behind the verb alone.
_JOINED_RE = lazy_re(
    r"(?P<comma>,?)\s+(?:and|but)\s+(?P<cue>(?:(?:also|later|then|\w{2,12}ly)\s+)?(?P<verb>[a-z]{3,14}))\s+"
    r"(?=(?:that|he|she|they|it|we|I|there|the|an?|his|her|their|its|no|[\"“])\b|[\"“])"
)
_MARKS = frozenset('"“”„«»;:()[]')


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
            continue
        content = _content_of(text, clause.end(), sentences)
        # "and announced the winners": behind such verbs an object is as likely.
        is_object = clause["verb"] in label_words("noun_taking_verbs")
        is_object = is_object and not text.startswith("that ", clause.end())
        if content is None or is_object or sentences.around(cue.start)[1] <= clause.start("cue"):
            continue
        if not claims.parts.touches((clause.start("cue"), content[1])):
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


def _content_of(text: str, start: int, sentences: SentenceIndex) -> Span | None:
    """The rest of the sentence without its stop; None if marks part it."""
    end = before_stop(text, start, sentences.around(start)[1])
    if end <= start or not _MARKS.isdisjoint(text[start:end]):
        return None
    return start, end
