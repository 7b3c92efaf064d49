"""Sources that say nothing: a passive's subject, who was asked or accused, a noun's neighbour.

"The port is said to be shut" has no source: who is said to be something does not say it, and who
was named something does not either.
"""

from __future__ import annotations

import re
from functools import cache

from diplotext.attribution.build import with_parts
from diplotext.attribution.labels import label_words
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Attribution, Cue, Passage, Source

__all__ = ["BE", "mend_asked", "mend_passive", "without_owner"]

BE = r"(?:is|are|was|were|be|been|being)\s+"
_NEAR = 20  # characters before a cue or source in which "when" and "whom" are looked for
_PASSIVE_RE = lazy_re(
    rf"(?:(?:has|have|had|may|will|could|can)\s+)?{BE}"
    r"(?:(?:\w+ly|also|now|still|not|once|long|often|since|then)\s+)*(?P<verb>\w+)(?:\s+(?:as|to))?\Z",
    0,
)
# "She said, when asked whether", "Asked if she would run, she said"
_WHEN_RE = lazy_re(r"\b(?:when|if|once|after\s+being)\s+\Z", re.IGNORECASE)
# "packed despite | assurances that": whose they are is not told.
_OWNERLESS_RE = lazy_re(
    r"\b(?:[Dd]espite|[Aa]mid(?:st)?|[Aa]fter|[Ff]ollowing|over|on)\s+"
    r"(?:(?:official|repeated|earlier|growing|new|widespread|recent|public)\s)?\Z"
)
_WHOM_RE = lazy_re(r"\b(?:who|whom|which|that)\s+\Z")  # "whom the union accused of"
_ACCUSED = ("accused", "accused of", "suspected", "suspected of")
_IS_ACCUSED_RE = lazy_re(
    rf"(?:(?:has|have|had)\s)?{BE}(?:also\s|\w+ly\s)?(?:accused|suspected)(?:\sof)?\Z"
)
# "a driver accused of murder | was cleared"
_FINITE_RE = lazy_re(
    r",?\s(?:was|were|is|are|has|have|had|will|would|walked|pleaded|appeared|went|faces?|faced|told|said)\s"
)
# By a participle: "Rusk, asked if he would resign, said".
_TOLD = ("asked", "told", "pressed", "questioned", "informed", "warned", "reminded", "urged")
_QUESTION_RE = lazy_re(r"(?:if|whether|about|how|what|why|when|where|who|for|by)\b")
# "Rusk, asked if he would resign, | said"
_SPEAKS_RE = lazy_re(
    r",\s+(?:\w+ly\s+)?(?:said|says|replied|answered|responded|told|insisted|declined|refused|would\s+not"
    r"|shrugged|laughed|nodded|smiled|shook)\b"
)


def without_owner(text: str, given: Attribution) -> Attribution:
    """The attribution without its source where a noun stands behind a preposition without owner."""
    cue, source, first = given.cue, given.source, given.content[0]
    if cue is None or source is None or not text.startswith("that ", first.start):
        return given
    if not cue.text.endswith("s") or not cue.start > source.end or not cue.text.isalpha():
        return given
    is_ownerless = _OWNERLESS_RE.search(text, max(source.end, cue.start - _NEAR), cue.start)
    return given if is_ownerless is None else with_parts(given, given.content, None)


def mend_passive(text: str, given: Attribution) -> Attribution | None:
    """The attribution with the passive's subject as content; None if the subject says nothing."""
    cue, source = given.cue, given.source
    if cue is None or source is None or source.start > cue.start:
        return given
    between = text[source.end : cue.start].strip()
    if between and not (between == "," and "," in source.text):  # "Ana Lund, 67, is said to"
        return given
    match = _PASSIVE_RE.match(cue.text.lower())
    if match is None:
        return given
    if match["verb"] in label_words("naming_verbs"):  # "was elected"
        return None
    if match["verb"] in label_words("addressing_verbs"):  # "was called", "was told"
        return with_parts(given, given.content, None)
    first = given.content[0]
    # "is said to be", "were reported missing"
    if match["verb"] not in label_words("raising_verbs") or first.start < cue.end:
        return given
    if source.text.lower() in {"it", "there"} or text.startswith("that ", first.start):
        return with_parts(given, given.content, None)
    subject = Passage(text, source.start, source.end)
    return with_parts(given, (subject, *given.content), None)


def mend_asked(text: str, given: Attribution) -> Attribution:
    """The attribution without the source where it is who was asked, or to whom nothing seems."""
    cue, source = given.cue, given.source
    if cue is None or source is None or not text.endswith(_of_nobody(), cue.start, cue.end):
        return given
    *before, last = cue.text.lower().split()
    if last in label_words("seeming_verbs"):  # to the writer
        return with_parts(given, given.content, None)
    if before and source.end <= cue.start and _IS_ACCUSED_RE.match(cue.text) is not None:
        return with_parts(given, given.content, None)
    if cue.text.lower() in _ACCUSED and source.form != "pronoun":
        is_object = _WHOM_RE.search(text, max(0, source.start - _NEAR), source.start)
        return given if is_object else _mend_accused(text, given, cue)
    if before or text.endswith("by ", cue.end, source.start):
        return given
    if text[source.end : cue.start].strip() == "," and given.content[0].start > cue.end:
        return _mend_told(text, given, cue, source)
    if last != "asked":
        return given
    # "Asked Berg: ..." has it right behind.
    opens = cue.text[0].isupper() and bool(text[cue.end : source.start].strip())
    is_asked = opens or _WHEN_RE.search(text, max(0, cue.start - _NEAR), cue.start)
    return with_parts(given, given.content, None) if is_asked else given


@cache
def _of_nobody() -> tuple[str, ...]:
    """How the cues end of which none may say anything: a cheap look."""
    return ("Asked", *_ACCUSED, *_TOLD, *sorted(label_words("seeming_verbs")))


def _mend_accused(text: str, given: Attribution, cue: Cue) -> Attribution:
    """The attribution without its source where it is who was accused: "a driver accused of"."""
    first, *rest = given.content
    if not cue.text.endswith("of") and not text.startswith("of ", cue.end + 1):
        return given
    goes_on = _FINITE_RE.search(text, *first.span)
    if goes_on is None:
        return with_parts(given, given.content, None)
    return with_parts(given, (Passage(text, first.start, goes_on.start()), *rest), None)


def _mend_told(text: str, given: Attribution, cue: Cue, source: Source) -> Attribution:
    """The attribution without its source where a participle stands behind it.

    "Rusk, asked if he would go, | said", but "The minister, who was late, asked".
    """
    is_asked = cue.text.lower() == "asked"
    goes_on = _SPEAKS_RE.match(text, given.content[-1].end)
    is_question = is_asked and _QUESTION_RE.match(text, given.content[0].start) is not None
    if goes_on is None and ("," in source.text or not is_question):
        return given
    return with_parts(given, given.content, None)
