"""Sources whose first or last words are no part of who speaks.

A source is a noun phrase. What stands before it in the sentence is not ("Meanwhile employees",
"In his homily today the prelate", "In that report, Annan"), nor a desk's label in brackets
("TEXT] A military source"). What its last words may be is told by ``source_end``, where a firm's
name begins and ends by ``firm_source``.
"""

from __future__ import annotations

from diplotext.attribution.auxiliary import AUXILIARY
from diplotext.attribution.build import Span, touches, with_parts
from diplotext.attribution.field.circumstance import SentenceIndex
from diplotext.attribution.field.day import MONTH
from diplotext.attribution.labels import label_words
from diplotext.attribution.source.apposition import TIME, with_name, with_relative
from diplotext.attribution.source.enclosed import with_name_before
from diplotext.attribution.source.firm_source import (
    bracket_start,
    company_start,
    firm_before,
    is_ticker,
    name_start,
)
from diplotext.attribution.source.opening_adverbial import behind_adverbials
from diplotext.attribution.source.participle_source import behind_participle
from diplotext.attribution.source.source_clause import behind_clause
from diplotext.attribution.source.source_end import mend_end
from diplotext.attribution.source.source_opening import behind_opening
from diplotext.body.subhead import behind_subhead
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.role_noun import is_person_noun
from diplotext.model import Attribution, Cue, Passage, Source

__all__ = ["behind_label", "mend_source"]

_DATE = rf"(?:{TIME}|[A-Z][a-z]{{2,8}}\.?\s\d{{1,2}}|\d{{1,2}}\s[A-Z][a-z]{{2,8}}|\d{{4}})"
_NOUN_PHRASE = r"(?:(?:the|an?|his|her|its|their|some|many|several|most|all|both)\s|[A-Z])"
_PREPOSITION = (
    r"(?i:in|at|on|for|during|after|before|from|with|under|since|following|despite|amid)\s"
)
# A desk's label, or what is left of one that was cut: "[Text] A source", "TEXT] A source".
_LABEL_RE = lazy_re(
    r"(?:\[(?i:text|report|excerpts?|recording|(?:begin|end)\s+recording|passage\s+omitted"
    r"|continued)\]\s*|\[[^\[\]]{1,60}\]\s*(?=\[)|[^\[\]]{1,120}\]\s+)+(?=\w|[\"“'‘`\[])"
)
# "In his homily today | the prelate", "For its year ended July 31 | Norsk Skip"
_PHRASE_RE = lazy_re(rf"{_PREPOSITION}[^,;:]{{1,80}}?\b{_DATE},?\s+(?={_NOUN_PHRASE})")
# "once | we", "at this time | we", "a design | it (said looks too much like its own)"
_PRONOUN_RE = lazy_re(
    r"[^,;:\"“”]{1,140}(?<!\band)(?<!\bor)\s(?=(?:he|she|they|we|I|(?<!\b(?:of|on|to|in|by|at)\s)"
    r"(?<!\b(?:for)\s)(?<!\b(?:with|from|over)\s)(?<!\b(?:about|under)\s)(?<!\bbehind\s)it)\Z)"
)
# With which such a source ends: a cheap look.
_PRONOUNS = (" he", " she", " they", " we", " I", " it")
_WHO_RE = lazy_re(r"\b(?:who|which|that|whose)\s")
_BEFORE_RE = lazy_re(rf"\s*{_PREPOSITION}[^,;:]{{0,60}}\Z")
# "report, | Annan": the rest of a phrase that begins before the source.
_REST_RE = lazy_re(rf"[a-z][\w\s’'-]{{2,60}},\s+(?={_NOUN_PHRASE})")
# "the police | at least 40 people died", "the lawyer, | the party has members"
_QUANTITY_RE = lazy_re(
    r"\s(?=(?:at\s(?:least|most)|about|some|nearly|almost|more\sthan|over|up\sto)\s(?:[a-z]+\s)?\d)"
)
_SUBJECT_RE = lazy_re(
    r",\s+(?=(?:the|an?|his|her|its|their|this|these|those|some|many|most|no|all|both|there|he|she|it|they|[A-Z])\b[^,]*\Z)"
)
# "According to Professor Ana Ruiz | the first study | was ...": a subject without a comma.
_BARE_SUBJECT_RE = lazy_re(
    r"(?:[^,;:\"“”]{1,60}\s)?[A-Z][\w’'-]+\s+(?P<rest>(?:the|an?|its|his|her|their|this|these|there)\s[^,;:\"“”]*)\Z"
)
_VERB_BEHIND_RE = lazy_re(rf"\s+(?:{AUXILIARY})\s")
# "a finding | Ruiz has called unfair": what is called so is not who calls it that.
_OBJECT_RE = lazy_re(
    r"(?:an?|the)\s(?:finding|claim|charge|accusation|allegation|move|decision|description|suggestion|idea"
    r"|practice|policy|phrase|term|word|notion|view)\s(?=[A-Z])"
)
# "the pair chatted amicably and | Mr Marsh", but "a man named Roe and Mr Marsh"
_JOINED_CLAUSE_RE = lazy_re(
    r"(?:[A-Z]|(?:the|an?|his|her|its|their|both)\s)[^,;:\"“”]{0,40}?\s(?!(?:named|called|based|led|owned|retired|married)\s)"
    r"(?:[a-z]{2,}ed|was|were|had)\s[^,;:\"“”]{0,60}?\band\s(?=(?:(?:Mr|Mrs|Ms|Dr|Sir)\.?\s[A-Z][\w’'-]+|he|she|they)\Z)"
)
# The number of a point in a list: "6. | Governments said"
_POINT_RE = lazy_re(r"\d{1,2}\.\s+(?=[A-Z])")
# "KEY POINTS: * | Orders rose"
_POINTS_RE = lazy_re(r"[A-Z][A-Z -]{2,30}:\s\*\s(?=\w)")
# The day or the mark of an entry: "July 4 - | A lawyer said", "2009 - | Lund says", "* | Shares"; a
# page's hour: "March 4, 2019 at 5:43 pm | Ruiz said"
_ENTRY_RE = lazy_re(
    rf"(?:(?:{MONTH}\s+\d{{1,2}}(?:,?\s\d{{4}})?|(?:{MONTH}\s+)?\d{{4}}|\d{{1,2}}(?:\s{MONTH})?)"
    r"\s[-–—]{1,2}\s+(?=[A-Z\"“])|(?:[*•●■▪]|[-–—]{1,2})\s+(?=[A-Z\d\"“])"
    r"|\d{4}\sat\s\d{1,2}:\d\d\s[ap]\.?m\.?\s+(?=[A-Z]))"
)
_OPENS_ENTRY = frozenset("ADFJMNOS*•●■▪-–—")  # a month or a mark
_SHORT = 4  # words of "a measure | officials"


def behind_label(text: str, start: int, end: int) -> int:
    """Where a part begins behind a label or a subhead at its head; ``start`` if there is none.

    >>> behind_label("TEXT] A military source", 0, 23), behind_label("6. The mayor", 0, 12)
    (6, 3)
    >>> behind_label("July 4 - A lawyer", 0, 17)
    9
    """
    if text[start] in _OPENS_ENTRY or text[start].isdigit():
        entry = _ENTRY_RE.match(text, start, end)
        start = start if entry is None else entry.end()
    if text[start].isdigit() and (point := _POINT_RE.match(text, start, end)) is not None:
        start = point.end()
    head = text[start : start + 2]
    if head.isupper() or head == "I ":
        start = behind_subhead(text, start, end)
        if text.find(": * ", start, end) > 0 and (points := _POINTS_RE.match(text, start, end)):
            start = points.end()
    if text.find("]", start, end) < 0:
        return start
    match = _LABEL_RE.match(text, start, end)
    return start if match is None else match.end()


def mend_source(text: str, given: Attribution, sentences: SentenceIndex) -> Attribution:
    """The attribution with the edges of its source put right, its content behind a desk's label.

    >>> from diplotext.attribution.build import build_attribution
    >>> from diplotext.body.token import tokenize
    >>> from diplotext.model import Reason
    >>> text = "Meanwhile employees today said the water was cut."
    >>> said = build_attribution(text, [(31, 48)], cue=(26, 30), source=(0, 25),
    ...                          reason=Reason(stage="learned", evidence="said"))
    >>> mend_source(text, said, SentenceIndex(tokenize(text, [(0, 49)]))).source.text
    'employees'
    """
    cue, source, content = given.cue, given.source, _without_subheads(given.content)
    begin = behind_label(text, *content[0].span)
    if source is not None and cue is not None and source.end < begin:
        parted = _parted(text, cue, source, begin)
        if parted is not None:
            source = Source(text, source.start, parted[0], form=source.form)
            begin = parted[1]
    if begin != content[0].start:
        content = (Passage(text, begin, content[0].end), *content[1:])
    content, source = with_name_before(text, content, source, cue)
    if source is not None and source.text == ")" and len(content) > 1:
        content = _without_short_names(text, source, content)
    if source is not None and cue is not None:
        start, end = _mend_span(text, source.span, cue.span, sentences)
        is_free = not touches((start, end), [cue.span, *(part.span for part in content)])
        if (start, end) != source.span and is_free:
            source = Source(text, start, end, form=source.form)
    if source is given.source and content is given.content:
        return given
    return with_parts(given, content, source)


def _without_subheads(content: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The content without a subhead in capitals behind it: `"It is late," | "NO END IN SIGHT"`."""
    if len(content) == 1 or not content[-1].text.isupper() or content[0].text.isupper():
        return content
    return content[:-1] if " " in content[-1].text else content


def _without_short_names(
    text: str, source: Source, content: tuple[Passage, ...]
) -> tuple[Passage, ...]:
    """The content without a firm's short names: 'Kvik Inc. ("Kvik" or the "Firm") | said'."""
    opened = bracket_start(text, *source.span)
    rest = tuple(part for part in content if not opened < part.start < source.start)
    return rest if opened >= 0 and rest else content


def _parted(text: str, cue: Cue, source: Source, begin: int) -> Span | None:
    """Where the source ends and the content begins in "According to the police 40 died".

    None where a mark parts them already.
    """
    if cue.text.lower() != "according to" or source.start < cue.end:
        return None
    bare = _BARE_SUBJECT_RE.match(text, *source.span)
    if bare is not None and _VERB_BEHIND_RE.match(text, source.end) is not None:
        return bare.start("rest") - 1, bare.start("rest")
    if text[source.end : begin].strip():
        return None
    parted = _QUANTITY_RE.search(text, *source.span) or _SUBJECT_RE.search(text, *source.span)
    return None if parted is None else (parted.start(), parted.end())


def _mend_span(text: str, source: Span, cue: Span, sentences: SentenceIndex) -> Span:
    """The source without what is no part of it; the same range if nothing is to be mended."""
    low = min(source[0], sentences.around(cue[0])[0])
    is_before = cue[0] >= source[1]
    word = text[slice(*source)]
    if is_before and word.isalpha() and not word[:2].isupper():
        # Half of them: of a single word nothing can be no part of it.
        start, end = source[0], source[1] + text.startswith(".,", source[1])
        return (with_name(text, start, end, low) if start > low else start), end
    start = _behind_opening_words(text, low, source, is_before=is_before)
    start = behind_participle(text, start, source[1], cue)
    if (called := _OBJECT_RE.match(text, start, source[1])) is not None:
        start = called.end()
    if text[start] in "aA" and text.endswith(("s", "police"), start, source[1]) and is_before:
        start = _behind_object(text, start, source[1])
    start = _behind_phrase(text, low, start, source[1], cue)
    end = mend_end(text, start, source[1], cue)
    if is_ticker(text, start, end):
        start = company_start(text, start, low)
    elif text.find(")", start, end) >= 0 and (opened := bracket_start(text, start, end)) >= 0:
        start = name_start(text, opened, sentences.around(opened)[0])
        start = behind_opening(text, start, end)
    elif text[start].islower() and text.endswith("), ", low, start) and text.startswith(",", end):
        start = firm_before(text, start, low)
    elif (joined := _joined_clause(text, start, end)) > start:
        start = joined
    elif cue[0] >= end:
        start = with_name(text, start, end, low) if start > low else start
        end = with_relative(text, start, end, cue[0])
    return (start, end) if start < end else source


def _behind_opening_words(text: str, low: int, source: Span, *, is_before: bool) -> int:
    """Where a source begins behind labels, adverbials and a clause before it.

    ``is_before`` tells that it stands before its cue.
    """
    start, end = source
    start = behind_label(text, start, end)
    if not is_before:
        return behind_opening(text, start, end)
    start = behind_adverbials(text, low, start, end)
    opened = behind_opening(text, start, end)
    if opened > start:
        opened = behind_adverbials(text, opened, opened, end)
    return behind_clause(text, low, opened, end)


def _behind_phrase(text: str, low: int, start: int, end: int, cue: Span) -> int:
    """Where a source begins behind a phrase or clause that its pronoun, or a comma, ends."""
    is_pronoun = text.endswith(_PRONOUNS, start, end)
    if is_pronoun and text.endswith(" it", start, end):
        # "the club that won it", "firms use it | to argue": what something is done to
        is_pronoun = not text.startswith("to ", cue[0]) and _WHO_RE.search(text, start, end) is None
    phrase = _PRONOUN_RE.match(text, start, end) if is_pronoun else None
    phrase = phrase or _PHRASE_RE.match(text, start, end)
    has_comma = text.find(",", start, end) >= 0
    if phrase is None and has_comma and (rest := _REST_RE.match(text, start, end)) is not None:
        phrase = rest if _BEFORE_RE.match(text, low, start) is not None else None
    return start if phrase is None else phrase.end()


def _joined_clause(text: str, start: int, end: int) -> int:
    """Where who speaks begins behind a clause: "the pair talked and | Mr Marsh"; else the start."""
    if text.find(" and ", start, end) < 0:
        return start
    clause = _JOINED_CLAUSE_RE.match(text, start, end)
    return start if clause is None else clause.end()


def _behind_object(text: str, start: int, end: int) -> int:
    """Where the speakers begin behind one thing that they speak of: "a measure | officials"."""
    words = text[start:end].split()
    if words[0] not in ("a", "an", "A", "An") or not 2 < len(words) <= _SHORT:
        return start
    if any(word.endswith(("ing", "ed", "s", "’", "'")) for word in words[1:-1]):
        return start  # "a union representing Lund's pilots"
    is_many = is_person_noun(words[-1], "plural") or words[-1] == "police"
    if not is_many or not label_words("counting_words").isdisjoint(words):
        return start
    return end - len(words[-1])
