"""What is said goes on behind an aside in dashes.

    said that the plan | -- which has been criticized by unions -- would go ahead
    said the attack -- in which two children died | -- showed they wanted no peace
    The law -- according to its critics -- | is a trap
    90 men -- which Ana Ruiz said was a record | -- and its costs rose

The learned stages end a content at a dash. Where a verb stands behind the second one, the clause
that the aside parts goes on.
"""

from __future__ import annotations

from functools import cache

from diplotext.attribution.build import is_paired, with_parts
from diplotext.attribution.clause.interposed import may_be_verb
from diplotext.attribution.field.circumstance import SentenceIndex, before_stop
from diplotext.attribution.labels import label_words
from diplotext.attribution.lemma import base_of
from diplotext.lazy_pattern import holds, lazy_re
from diplotext.model import Attribution, Cue, Passage

__all__ = ["mend_dashes"]

_DASH_RE = lazy_re(r"\s(?P<dash>--|—|–|_)\s")
_WORD_RE = lazy_re(r"[\w’'-]+")
# Where another clause begins.
_JOINT_RE = lazy_re(r",\s(?:and|but|while|whereas|as)\s|;\s|\s(?:--|—|–|_)\s|[\"“”:]")
_DASHES = (" - ", " -- ", " — ", " – ", " _ ")
_MARKS = frozenset('"“”:;')
_RELATIVE = ("who", "which", "that")
_FARTHEST = 500  # characters of what goes on
_LONGEST = 200  # characters of an aside


def mend_dashes(text: str, given: Attribution, sentences: SentenceIndex) -> Attribution:
    """The attribution with what stands behind an aside; the same one if none parts its content.

    >>> from diplotext.attribution.build import build_attribution
    >>> from diplotext.body.token import tokenize
    >>> from diplotext.model import Reason
    >>> text = "Moe said the old ship -- a ferry -- had sunk."
    >>> said = build_attribution(text, [(9, 21)], cue=(4, 8), source=(0, 3),
    ...                          reason=Reason(stage="learned", evidence="said"))
    >>> sentences = SentenceIndex(tokenize(text, [(0, 45)]))
    >>> mend_dashes(text, said, sentences).content[0].text
    'the old ship -- a ferry -- had sunk'
    """
    cue, source, last = given.cue, given.source, given.content[-1]
    if cue is None:
        return given
    if last.start < cue.end:
        given = _from_start(text, given, cue, sentences)
        is_alone = len(given.content) == 1 and source is not None
        return _around(text, given, sentences) if is_alone else given
    inside = _within_aside(text, given, cue, sentences)
    if inside is not given:
        return inside
    dash = _DASH_RE.match(text, last.end)
    if dash is None or not _says(text, given, cue):
        return given
    mark = dash[0]
    high = sentences.around(cue.start)[1]
    closes = last.end
    if text.count(mark, *last.span) % 2 == 0:
        closes = text.find(mark, dash.end(), min(high, dash.end() + _LONGEST))
    if closes < 0:
        return given
    end = _clause_end(text, closes + len(mark), high)
    if end < 0:
        return given
    return with_parts(given, (*given.content[:-1], Passage(text, last.start, end)), source)


def _from_start(text: str, given: Attribution, cue: Cue, sentences: SentenceIndex) -> Attribution:
    """The attribution with what stands before an aside: "Nine died - | four here | - she said"."""
    source, only = given.source, given.content[0]
    first = cue.start if source is None else min(cue.start, source.start)
    mark = text[only.end : first]
    if mark not in _DASHES or not text.endswith(mark, 0, only.start) or len(given.content) > 1:
        return given
    low = sentences.around(cue.start)[0]
    before = text[low : only.start - len(mark)]
    if not 0 < len(before) <= _LONGEST or mark in before or not _MARKS.isdisjoint(before):
        return given
    return with_parts(given, (Passage(text, low, only.end),), source)


def _within_aside(text: str, given: Attribution, cue: Cue, sentences: SentenceIndex) -> Attribution:
    """The attribution that stands in an aside, without what goes on behind it.

    "It added 90 men -- which Ana Ruiz said was a record | -- and its costs rose."
    """
    last, source = given.content[-1], given.source
    start, end = last.span
    if not holds(text, start, end, _DASHES):
        return given
    mark = next((mark for mark in _DASHES if text.find(mark, start, end) > start), None)
    is_alone = len(given.content) == 1 or given.content[0].text in _RELATIVE
    if mark is None or not is_alone or text.count(mark, *last.span) != 1:
        return given
    before = last.text[: last.text.index(mark)]
    if before[0] in _MARKS or not is_paired(before):
        return given  # a dash of the speaker's
    first = cue.start if source is None else min(cue.start, source.start)
    if text.count(mark, sentences.around(cue.start)[0], first) != 1:
        return given
    content = (*given.content[:-1], Passage(text, last.start, text.index(mark, last.start)))
    return with_parts(given, content, source)


def _says(text: str, given: Attribution, cue: Cue) -> bool:
    """Whether a cue is a verb with a clause behind it, and no relative clause's."""
    source, words = given.source, cue.text.lower().split()
    if source is not None and source.text.lower().endswith(_RELATIVE):
        return False
    is_verb = base_of(words[-1]) in _bases() if words else False
    return is_verb or text.startswith("that ", given.content[-1].start)


@cache
def _bases() -> frozenset[str]:
    return frozenset(map(base_of, label_words("clause_verbs"))) | {"believe", "think", "suggest"}


def _around(text: str, given: Attribution, sentences: SentenceIndex) -> Attribution:
    """The attribution whose cue clause stands in dashes, with what follows as a second content."""
    cue, source, only = given.cue, given.source, given.content[0]
    if cue is None or source is None:
        return given
    dash = _DASH_RE.match(text, only.end)
    if dash is None or min(cue.start, source.start) != dash.end():
        return given
    behind = max(cue.end, source.end)
    is_saying = cue.text.lower() == "according to" or cue.text in label_words("clause_verbs")
    if not is_saying or not text.startswith(dash[0], behind):
        return given
    start, high = behind + len(dash[0]), sentences.around(cue.start)[1]
    end = _clause_end(text, start, high)
    return given if end < 0 else with_parts(given, (only, Passage(text, start, end)), source)


def _clause_end(text: str, start: int, high: int) -> int:
    """Where a clause that begins with its verb ends in the sentence; -1 if it does not so begin."""
    word = _WORD_RE.match(text, start, high)
    if word is None or not may_be_verb(text, word[0].lower(), word.end(), high):
        return -1
    joint = _JOINT_RE.search(text, start, min(high, start + _FARTHEST))
    if joint is None and high > start + _FARTHEST:
        return -1
    if joint is None:
        return before_stop(text, start, high)
    return start + len(text[start : joint.start()].rstrip())
