"""Sources that are none: sums, days, orders of a page, and what is no noun phrase.

The tests are two tables: ``WORD_TESTS`` ask for the words alone, and are remembered for them, as
most names speak more than once; ``TESTS`` for where they stand, some only beside some cues.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from diplotext.attribution.doubt.cue_table import CueTable
from diplotext.attribution.doubt.no_saying import SAID
from diplotext.attribution.doubt.noun_cue import OWNERS, is_noun_cue
from diplotext.attribution.field.day import MONTH, WEEKDAY
from diplotext.attribution.labels import label_words
from diplotext.body.sentence import word_set
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Attribution, Cue, Source

__all__ = ["TESTS", "WORD_TESTS", "is_no_source"]

REMEMBERED = 4096
Test = Callable[[Attribution, Cue, Source], bool]

_FAIR_CHANCE = 0.6
_THIS_RE = lazy_re(r"this(?:\s(?:yesterday|today|on|at|in|when|while|during|through|after)\b|\Z)")
_YEAR_RE = lazy_re(r"(?:19|20)\d\d\s(?:in|at|on)\s(?!\d)")
_BE = word_set("is are was were be been")
_PASSED_ON = frozenset(("quoted", "cited"))
# "$5 billion pledged to cover losses": a sum says nothing, "60 percent said" are people.
_SUM_RE = lazy_re(
    r"(?:US|A|C)?[$€£¥]\d[\d,.]*(?:\s?(?:[mbtr]+illion|[mb]ln))?"
    r"|\d[\d,.]*\s(?:[mbtr]+illion\s|[mb]ln\s)?(?:dollars|euros|pounds|yen|yuan)"
)
_PREPOSITION_RE = lazy_re(
    r"(?:in|among|at|from|with|for|during|under|near|inside|on|amid|into|onto|upon)\s",
    re.IGNORECASE,
)
_NO_NOUN = word_set(
    "a an the of in at on for from by to with as and or but than into no today tonight yesterday"
)
_ARTICLES = (" a", " an", " the")  # "B of A" is a bank
_OWNED = ("’s", "'s", "s’", "s'")
# "Norland's | proposed | membership": of a thing, and nobody says it here.
_ADJECTIVES = word_set(
    "proposed alleged planned promised expected agreed stated feared suspected perceived projected"
    " estimated predicted nominated declared anticipated intended preferred disputed acclaimed"
)
_SAYING = ("stated", "declared", "professed", "avowed")  # "his stated aim" is what he says
# "Wendy's proposed | a merger", "Moody's expected | to raise it": an owner's noun has no article.
_OBJECT_RE = lazy_re(
    r"(?:an?|the|its|his|her|their|it|he|she|they|there|that|to|on|in|at|for|by|with|all|some|more|no)\s"
)
_PART = r"(?:morning|afternoon|evening|night)"
# "Friday's | loss", "last week | said", "April 17 | says": when, and nobody.
_TIME_RE = lazy_re(
    rf"(?:{WEEKDAY}|[Tt]oday|[Yy]esterday|[Ll]ast\s\w+)[’']s\Z"
    rf"|(?:{WEEKDAY}(?:\s{_PART})?|[Tt]oday|[Yy]esterday|[Tt]onight|{MONTH}\s\d{{1,4}}"
    rf"|(?:[Ll]ast|[Tt]his)\s(?:week|month|year|{_PART}))(?:\s\([^()]{{2,40}}\))?\Z"
)


def is_no_source(given: Attribution, cue: Cue, source: Source) -> bool:
    """Whether what was taken for who says it cannot be.

    >>> from diplotext.attribution.build import build_attribution
    >>> from diplotext.model import Reason
    >>> line = "$5 billion pledged to cover losses is spent."
    >>> given = build_attribution(line, [(19, 34)], cue=(11, 18), source=(0, 10),
    ...                           reason=Reason(stage="learned", evidence="pledged"))
    >>> is_no_source(given, given.cue, given.source)
    True
    """
    if _is_nobody(source.text):
        return True
    for test in TESTS.of(cue.text)[1]:  # noqa: SIM110 - faster than ``any``
        if test(given, cue, source):
            return True
    return False


@lru_cache(maxsize=REMEMBERED)
def _is_nobody(words: str) -> bool:
    return any(test(words) for test in WORD_TESTS)


def _is_sum(words: str) -> bool:
    """Whether it is money."""
    return _SUM_RE.fullmatch(words) is not None


def _is_order(words: str) -> bool:
    """Whether a page tells its reader to do something: "Click here | to read", "Please | see"."""
    first, _, rest = words.partition(" ")
    if not first[:1].isupper() or rest[:1].isupper():
        return False  # "Visit Norland"
    return first.lower().replace("’", "'") in label_words("page_verbs")


def _is_no_noun(words: str) -> bool:
    """Whether no word of it can be a noun: "of the", "today"."""
    return _NO_NOUN.issuperset(words.lower().split())


def _is_time(words: str) -> bool:
    """Whether it is when it was said: "last week | said", "on July 7, | 2022 in Lund"."""
    return _TIME_RE.match(words) is not None or _YEAR_RE.match(words) is not None


WORD_TESTS: tuple[Callable[[str], bool], ...] = (_is_sum, _is_order, _is_no_noun, _is_time)


def _is_this(_given: Attribution, cue: Cue, source: Source) -> bool:
    """Whether it is "this" behind "said": "The mayor, Moe, said | this on Monday"."""
    return source.start > cue.end and _THIS_RE.match(source.text) is not None


def _is_considered(given: Attribution, cue: Cue, source: Source) -> bool:
    """Whether something is done "considering" something: "won the appeal | considering his age"."""
    return source.text.lower().split()[-1] not in _BE and given.document[cue.start - 2] != ","


def _is_passed_on(given: Attribution, _cue: Cue, _source: Source) -> bool:
    """Whether the cue tells who passed it on: "..., Moe said, | quoted | by TASS"."""
    return given.content[0].text.startswith("by ")


def _is_predicate(_given: Attribution, cue: Cue, source: Source) -> bool:
    """Whether something is said to be so: "The report, said | to be 40 pages long, is secret"."""
    return source.start > cue.end and source.text.startswith("to ")


def _has_article(_given: Attribution, cue: Cue, source: Source) -> bool:
    """Whether the cue is an adjective behind an article: "the | agreed limits"."""
    return source.end + 1 == cue.start and source.text.endswith(_ARTICLES)


def _is_owner(given: Attribution, cue: Cue, source: Source) -> bool:
    """Whether the cue is an adjective behind an owner: "Lund's | alleged | spy".

    A firm may have a name like an owner's ("Wendy's | posted | a loss"), "his" owns what follows.
    """
    if source.end + 1 != cue.start:
        return False
    is_name = source.text.endswith(_OWNED) and cue.text.rpartition(" ")[2] in _ADJECTIVES
    is_owned = source.text.rpartition(" ")[2].lower() in OWNERS and not cue.text.endswith(_SAYING)
    if not is_name and not is_owned:
        return False
    return _OBJECT_RE.match(given.document, cue.end + 1) is None


def _is_phrase(given: Attribution, _cue: Cue, source: Source) -> bool:
    """Whether it begins with a preposition, and is weak: "from a blast"."""
    return given.confidence < _FAIR_CHANCE and _PREPOSITION_RE.match(source.text) is not None


TESTS: CueTable[Test] = CueTable(
    (lambda cue: cue.text.lower() in label_words("nouns_as_verbs"), is_noun_cue),
    (None, _is_this),
    (lambda cue: cue.text == "considering", _is_considered),
    (lambda cue: cue.text in _PASSED_ON, _is_passed_on),
    (lambda cue: cue.text in SAID, _is_predicate),
    (None, _has_article),
    (lambda cue: cue.text.endswith("ed"), _is_owner),
    (None, _is_phrase),
)
