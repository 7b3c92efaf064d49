"""What somebody is told, where no "that" parts the two: `An aide told Reuters | Mr Berg was ill`.

Whom it is told and the subject of what is told run together, so that the subject was read as a
part of the former ("told Reuters Mr Berg | was ill"), or nothing at all was read. A medium of the
lexicon ends with its name, an audience with its noun: "told reporters | the talks were over".
"""

from __future__ import annotations

import re
from functools import cache

from diplotext.attribution.auxiliary import AUXILIARY, DO, FINITE, PAST
from diplotext.attribution.build import with_parts
from diplotext.attribution.clause.clause import (
    Claims,
    Clause,
    ClauseRule,
    are_closed,
    before_final_marks,
    offsets_of,
    sentence_of,
)
from diplotext.attribution.clause.clause_source import back_over
from diplotext.attribution.clause.cue_circumstance import BODIES, source_of
from diplotext.attribution.field.day import WEEKDAY
from diplotext.body.sentence import word_set
from diplotext.body.token import TokenTable
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.agency import agencies
from diplotext.lexicon.data import read_table
from diplotext.lexicon.role_noun import is_person_noun
from diplotext.model import Attribution, Cue, Passage

__all__ = ["TOLD_CLAUSES", "mend_told", "told_begin", "told_end"]

_TELLING = frozenset(("told", "tells"))
_PASSIVE = frozenset(("was", "were", "been", "be", "being", "is", "are"))
_MOST_WORDS = 4  # of a medium's name
_FEWEST = 2  # tokens of what is told
_MARKS = frozenset("\"“‘'")
_LONGEST = 90  # characters of a subject
_WORD_RE = lazy_re(r"\s(?P<word>[\w&’'.-]+)")
# "Reuters Television", "BBC Radio 4's Today programme": more of the medium's name.
_OUTLETS = word_set(
    """
    radio tv television news newswires newswire world service health sport sports business breakfast
    newsnight europe asia arabic persian hindi scotland wales insider breakingviews tonight today
    online magazine newspaper channel
    """
)
_DAY_RE = lazy_re(rf"(?:\son)?\s{WEEKDAY}(?:\s(?:morning|afternoon|evening|night))?(?=\s)")
_FINITE_RE = lazy_re(rf"(?:{FINITE})\s")
_VERB_ENDS = tuple(f" {word}" for word in f"{AUXILIARY}|{DO}".split("|"))
_POSSESSIVE = ("'s", "’s", "s'", "s’")
# What a medium is, behind its name: "the AP news agency", "the BBC News website".
_SORT_RE = lazy_re(r"\s(?:[Nn]ews\s)?(?:agency|website|newspaper|magazine)(?=\s)")
# "the talks were", "Mr Berg had", "he would": a subject and its verb, no clause between.
_CLAUSE_RE = lazy_re(
    r"(?!(?:that|to|about|of|in|on|at|by|for|from|with|not|how|what|when|where|why|whether|if|who|which"
    r"|during|after|before|as|and|or|but|earlier|later|last|this\sweek|over|via|through|[a-z]+ing|today|yesterday|tonight"
    rf"|{WEEKDAY})\s)"
    r"(?:(?!(?:who|which|that|how|what|where|when|why|whether|to|about)\s)[\w.’'-]+\s){1,8}?"
    rf"(?:(?:also|now|still|already|\w+ly)\s)?(?:{AUXILIARY}|{DO}|{PAST}|[a-z]{{3,}}ed)\b"
)
# What the writer adds: "told reporters the talks were over | , adding that"
_TAIL_RE = lazy_re(
    r",\s(?:adding|saying|citing|referring|according|warning|noting|while|as|after|before|when|in\san?|during)\s"
)


@cache
def _audience_re() -> re.Pattern[str]:
    """An audience without a name: "reporters", "a parliamentary committee", "police officers"."""
    nouns = read_table("occasions_en")["audiences"]
    people = [noun for noun in nouns if is_person_noun(noun, "singular")]
    plurals = "|".join(noun[:-1] + "ies" if noun.endswith("y") else f"{noun}s" for noun in people)
    venues = (
        "court|jury|inquiry|inquest|tribunal|committee|council|panel|hearing|crowd|audience|assembly"
        "|rally|conference|briefing|meeting|summit|forum"
    )
    return re.compile(
        r"\s(?:(?:the|his|her|its|their|our|some|several|local|foreign|visiting|state|fellow)\s)*"
        rf"(?:(?:[a-z-]+\s)??(?:{plurals}|mps|MPs|staff|troops|detectives|officers|doctors|parliament)"
        rf"|police(?:\s(?:officers|detectives|investigators))?|(?:the|an?)\s(?:[a-z-]+\s)?(?:{venues})"
        # "the Senate", "the House of Commons", "the Rotary Club"
        rf"|(?:(?:the|an?)\s)?(?:[A-Z][\w.’'-]+\s(?:(?:of|and|for|on)\s(?:the\s)?)?){{0,6}}(?:{BODIES})(?:\sof\s(?:the\s)?[A-Z][\w’'-]+)?)(?=\s)"
    )


def told_end(text: str, start: int, end: int) -> int:
    """Where whoever is told ends; -1 if that cannot be seen.

    >>> told_end("told Reuters Mr Berg was ill", 4, 28)
    12
    >>> told_end("told the foreign reporters talks were over", 4, 42)
    26
    >>> told_end("told Reuters Television Mr Berg was ill", 4, 39)
    -1
    """
    audience = _audience_re().match(text, start, end)
    return _medium_end(text, start, end) if audience is None else audience.end()


def _medium_end(text: str, start: int, end: int) -> int:
    """Where the name of a medium of the lexicon ends; -1 if there is none."""
    found, at = -1, start
    first = start + len(" ")
    for _ in range(_MOST_WORDS + 1):
        word = _WORD_RE.match(text, at, end)
        if word is None:
            break
        at = word.end()
        name = text[first:at]
        if agencies().is_no_word(name):
            found = at
    if found < 0 or not text[first:found].removeprefix("the ")[:1].isupper():
        return -1
    if (sort := _SORT_RE.match(text, found, end)) is not None:
        return sort.end()
    behind = _WORD_RE.match(text, found, end)
    return -1 if behind is not None and behind["word"].lower() in _OUTLETS else found


def told_begin(table: TokenTable, verb: int, stop: int) -> int:
    """Where a clause begins behind "told" at a token and whoever is told; -1 if none is seen."""
    text, high = table.document, table.ends[stop - 1]
    start = told_end(text, table.ends[verb], high) + 1
    return -1 if start <= 0 or _CLAUSE_RE.match(text, start, high) is None else start


def mend_told(text: str, given: Attribution) -> Attribution:
    """The attribution with the subject in its content that a finite verb follows.

    >>> from diplotext.attribution.build import build_attribution
    >>> from diplotext.model import Reason
    >>> text = "An aide told Reuters Mr Berg was ill."
    >>> said = build_attribution(text, [(29, 36)], cue=(8, 12), source=(0, 7),
    ...                          reason=Reason(stage="learned", evidence="told"))
    >>> mend_told(text, said).content[0].text
    'Mr Berg was ill'
    """
    cue, (first, *rest) = given.cue, given.content
    words = [] if cue is None else cue.text.lower().split()
    if cue is None or words[-1:] not in (["told"], ["tells"]) or not _PASSIVE.isdisjoint(words):
        return given
    if not cue.end < first.start <= cue.end + _LONGEST:
        return given
    if given.source is not None and given.source.start >= cue.end:
        return given
    if first.start == cue.end + 1:
        return _behind_medium(text, given, cue)
    start = told_end(text, cue.end, first.start)
    if start < 0:
        return given
    day = _DAY_RE.match(text, start, first.start)
    start = (start if day is None else day.end()) + 1
    subject = text[start : first.start].rstrip()
    if text[first.start] in _MARKS and not subject.endswith(_VERB_ENDS):
        return given
    has_verb = _FINITE_RE.match(text, first.start) is not None
    # "Chief tells Reuters rates | to rise"
    has_verb = has_verb or (given.zone == "headline" and text.startswith("to ", first.start))
    if subject[:1].isupper():
        is_subject = has_verb or subject.endswith((*_VERB_ENDS, *_POSSESSIVE, ","))
    else:
        is_subject = has_verb or subject.endswith(_VERB_ENDS)
        is_clause = _CLAUSE_RE.match(text, start, first.end) is not None
        is_subject = is_subject and (is_clause or given.zone == "headline")
    # "told Reuters Mr Berg had always been in favour of | the plan"
    is_subject = is_subject or _CLAUSE_RE.match(text, start, first.start) is not None
    if not is_subject or any(mark in subject for mark in ';:"“”()'):
        return given
    return with_parts(given, (Passage(text, start, first.end), *rest), given.source)


def _behind_medium(text: str, given: Attribution, cue: Cue) -> Attribution:
    """The attribution without the medium its content opens with: "tells | Reuters bank is"."""
    first, *rest = given.content
    start = _medium_end(text, cue.end, first.end) + 1
    if not first.start < start < first.end or _CLAUSE_RE.match(text, start, first.end) is None:
        return given
    return with_parts(given, (Passage(text, start, first.end), *rest), given.source)


def read_told_clause(table: TokenTable, verb: int, claims: Claims) -> Clause | None:
    """The clause at a token.

    >>> from diplotext.attribution.clause.clause import find_clauses
    >>> from diplotext.body.token import tokenize
    >>> line = "One aide told Reuters Prime Minister Ana Marsh would go."
    >>> clauses = find_clauses(TOLD_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    >>> [(a.content[0].text, a.cue.text, a.source.text) for a in clauses]
    [('Prime Minister Ana Marsh would go', 'told', 'One aide')]
    >>> line = "One aide told reporters the story of how he had come."
    >>> find_clauses(TOLD_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    []
    """
    if claims.has(table, verb):
        return None
    first, stop = sentence_of(table, verb)
    stop = before_final_marks(table, verb + 1, stop)
    if stop < verb + _FEWEST or not are_closed(table.quotes[verb:stop]):
        return None
    start = told_begin(table, verb, stop)
    if start < 0:
        return None
    text, high = table.document, table.ends[stop - 1]
    cue = back_over(table, verb, first + 1)
    behind, source = source_of(table, first, cue)
    if source < 0 or any(table.quotes[source : verb + 1]) or text[start] in _MARKS:
        return None
    tail = _TAIL_RE.search(text, start, high)
    return Clause(
        content=(start, high if tail is None else tail.start()),
        source=offsets_of(table, source, behind),
        cue=offsets_of(table, cue, verb + 1),
        evidence="told somebody",
    )
    return None


def _is_claimed(clause: Clause, claims: Claims) -> bool:
    """Whether somebody has the cue; who speaks may go on to say something else."""
    sure = claims.sure
    return (
        claims.cues.touches(clause.cue)
        or sure.contents.touches(clause.cue)
        or sure.contents.touches(clause.source)
    )


TOLD_CLAUSES = ClauseRule(_TELLING, read_told_clause, _is_claimed)
