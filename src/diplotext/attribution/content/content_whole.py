"""Contents of which a piece was left out.

    said the last inspection | , in May, | had found no fault
    The government would not step in | "at this stage", he told
    said he wanted a "peaceful" | end to the strike, which

A day between commas in the middle of what is said belongs to it. Quoted words that begin in the
middle of a sentence before their cue clause are said with the whole of it. Behind an article and a
quoted word stands its noun.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from diplotext.attribution.build import with_parts
from diplotext.attribution.clause.clause import Claims
from diplotext.attribution.content.opening_condition import with_main_clause
from diplotext.attribution.content.other_saying import OtherSayings
from diplotext.attribution.field.circumstance import SentenceIndex
from diplotext.attribution.field.day import WEEKDAY
from diplotext.body.sentence import word_set
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Attribution, Cue, Passage

__all__ = ["fill_contents", "without_question"]

# ", 52, at Lake Lund in May"
_AGE_RE = lazy_re(
    r",\s\d{1,3}(?:,\s(?:of|from)\s[^,;:.\"“”()]{2,40})?,\s(?:at|in|on|near|outside|during|after|by|with|between|over)\s"
    r"(?:(?!\s(?:and|but|who|which)\s)[^,;:.\"“”()\n])+(?=[.,])"
)
# "wanted a "peaceful" | end to the strike": up to a mark, or where another clause may begin
_QUOTED_WORD_RE = lazy_re(
    r"(?<!\w)(?:an?|the|his|her|its|their|no|any|such\san?|this|another)\s[\"“][^\"“”.,;:?!\s]{1,24}(?:\s[^\"“”.,;:?!\s]{1,24}){0,2}[\"”]\Z",
    re.IGNORECASE,
)
_CLAUSE = (
    r"(?:and|but|or|when|while|after|before|because|although|though|as|if|since|until|whether|that|which|who|whose|whereby"
    r"|he|she|they|it|we|I|is|are|was|were|has|have|had|will|would|said|says)\b"
)
_NEXT = rf"\s(?!{_CLAUSE})[A-Za-z\d£$€%]"
_NOUN_RE = lazy_re(
    r"(?!\s(?:in|on|at|by|for|to|of|from|with|during|over|under|among|amid|against|about|between|into|than|yesterday|today"
    r"|tomorrow|tonight|last|this|next|early|late|here|there|not|also|too|only|just|where|how|why|what|an?|the|his|her|its"
    r"|their)\b)"
    rf"(?:{_NEXT}[\w’'%-]*+){{1,16}}+(?!{_NEXT})"
)
_MARKS = frozenset('"“”„«»')
_BREAKS = (",", ":", "—", "–", "-", ";", "(", "…")
_FEWEST_WORDS = 3
# "Saturday", "late Tuesday", "last night"
_DAY = 24  # characters of a day, at most
_DAY_RE = lazy_re(
    rf"(?:on\s)?(?:(?:late|early|earlier|last)\s)*(?:{WEEKDAY}|today|yesterday|tonight|last\snight|(?:last|this)\sweek)"
    r"(?:\s(?:morning|afternoon|evening|night))?\.?"
)
_ASKED_RE = lazy_re(r"(?:When\s)?(?:[Aa]sked|Pressed|Questioned|Quizzed)\s")
_OPENERS = word_set("and but or so yet")
_LONGEST = 400  # of a clause before quoted words, in characters
_GAP = 4  # between the quoted words and their cue clause


def fill_contents(
    text: str,
    attributions: Sequence[Attribution],
    sentences: SentenceIndex,
) -> list[Attribution]:
    """The attributions, each with what was left out of its content."""
    claims = Claims(attributions)
    others = OtherSayings(attributions, claims)
    filled = []
    for given in attributions:
        whole = _behind_day(text, given, sentences)
        if whole is None:
            continue
        whole = with_main_clause(text, _past_age(text, whole, sentences), sentences, claims)
        whole = _past_quoted(text, whole, claims)
        mended = others.up_to(text, whole)
        if _is_tail(text, mended) or _is_in_bracket(text, mended):
            mended = _with_clause(text, mended, sentences, claims)
        filled.append(mended)
    return filled


def without_question(text: str, given: Attribution, sentences: SentenceIndex) -> Attribution:
    """The answer without what was asked: "Asked about the “delay”, Holm said, | “It is over”."""
    cue, source, content = given.cue, given.source, given.content
    if cue is None or source is None or len(content) == 1 or content[0].end > source.start:
        return given
    if content[-1].start < cue.end:
        return given
    if _ASKED_RE.match(text, sentences.around(source.start)[0], source.start) is None:
        return given
    return with_parts(given, tuple(part for part in content if part.start > cue.start), source)


def _past_age(text: str, given: Attribution, sentences: SentenceIndex) -> Attribution:
    """The content with what follows the age of whoever it ends with.

    "denies killing Ann Roe | , 33, at her home in May"
    """
    cue, last = given.cue, given.content[-1]
    if cue is None or last.start < cue.end or text[last.end : last.end + 2] != ", ":
        return given
    age = _AGE_RE.match(text, last.end, min(last.end + _LONGEST, sentences.around(last.start)[1]))
    if age is None or not text[text.rfind(" ", last.start, last.end) + 1].isupper():
        return given
    content = (*given.content[:-1], Passage(text, last.start, age.end()))
    return with_parts(given, content, given.source)


def _past_quoted(text: str, given: Attribution, claims: Claims) -> Attribution:
    """The content with the noun behind its last word, which is quoted: "a “peaceful” | end"."""
    cue, last = given.cue, given.content[-1]
    if cue is None or last.start < cue.end or text[last.end - 1] not in _MARKS:
        return given
    if not text[last.end : last.end + 2].strip().islower():
        return given
    noun = _NOUN_RE.match(text, last.end)
    if noun is None or _QUOTED_WORD_RE.search(text, *last.span) is None:
        return given
    if claims.parts.touches((last.end + 1, noun.end())):
        return given
    content = (*given.content[:-1], Passage(text, last.start, noun.end()))
    return with_parts(given, content, given.source)


def _behind_day(text: str, given: Attribution, sentences: SentenceIndex) -> Attribution | None:
    """The attribution whose content was read as its day alone with the sentence before it.

    "The toll has risen, | the agency said | Saturday." None where no sentence stands before.
    """
    cue, source, only = given.cue, given.source, given.content[0]
    if cue is not None and len(given.content) > 1:
        return _without_days(text, given, cue)
    if cue is None or not cue.end < only.start <= cue.end + _GAP or only.end > only.start + _DAY:
        return given
    if _DAY_RE.fullmatch(text, *only.span) is None:
        return given
    at = cue.start if source is None else min(cue.start, source.start)
    start = sentences.around(at)[0]
    before = text[start:at].rstrip()
    if source is None or not before.endswith(",") or len(before.split()) < _FEWEST_WORDS:
        return None
    return with_parts(given, (Passage(text, start, start + len(before) - 1),), source)


def _without_days(text: str, given: Attribution, cue: Cue) -> Attribution:
    """The content without a day behind the cue, or who asked or is cited: "said | on Monday"."""
    kept = tuple(
        part
        for part in given.content
        if not (cue.end < part.start <= cue.end + _GAP and _DAY_RE.fullmatch(text, *part.span))
        and not text.endswith(" asked by ", cue.end, part.start)
        and not (cue.end < part.start and text.startswith("citing ", part.start))
    )
    return with_parts(given, kept, given.source) if 0 < len(kept) < len(given.content) else given


def _is_tail(text: str, given: Attribution) -> bool:
    """Whether a content is nothing but quoted words of no sentence, right before their cue."""
    only = given.content[0]
    if len(given.content) > 1 or given.cue is None or given.zone == "headline":
        return False
    at = given.cue.start if given.source is None else min(given.cue.start, given.source.start)
    if not only.end <= at <= only.end + _GAP or text[only.start] not in _MARKS:
        return False
    return text[only.start + 1 : only.start + 2].islower()


def _is_in_bracket(text: str, given: Attribution) -> bool:
    """Whether a content before its cue begins inside of a bracket: "(2014 | GMT) on Monday"."""
    first = given.content[0]
    closes = text.find(")", *first.span)
    if given.cue is None or closes < 0 or first.end > given.cue.start:
        return False
    return text.find("(", first.start, closes) < 0


def _with_clause(
    text: str,
    given: Attribution,
    sentences: SentenceIndex,
    claims: Claims,
) -> Attribution:
    """The content from the start of its sentence, if nobody else says what stands there."""
    only, *others = given.content
    start = sentences.around(only.start)[0]
    before = text[start : only.start]
    words = before.split()
    if len(words) < _FEWEST_WORDS or len(before) > _LONGEST or not _MARKS.isdisjoint(before):
        return given
    if before.rstrip().endswith(_BREAKS) or claims.parts.touches((start, only.start)):
        return given
    if words[0].endswith("ing"):
        return given  # `Calling it "unfair," she demanded`
    if words[0].lower() in _OPENERS:
        start = text.index(words[1], start + len(words[0]))
    content = (Passage(text, start, only.end), *others)
    return with_parts(given, content, given.source)
