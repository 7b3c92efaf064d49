"""Attributions of little chance that are none, and passives that have no source.

The learned stages weigh many faint signs; where all they have is faint, the words decide. A cue
that is no word of saying, thinking or showing attributes nothing ("The man was taken to"), nor
does one whose source is no noun phrase ("from a blast", "the | agreed | limits"). What a report
rests on is not what it says: "TASS said | citing an aide". Sources that say nothing are mended in
``unsourced``.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence

from diplotext.attribution.doubt.cue_table import CueTable, CueWords
from diplotext.attribution.doubt.deed import is_deed
from diplotext.attribution.doubt.label_line import is_label_line
from diplotext.attribution.doubt.no_saying import GOOD_CHANCE, MARK_RE, SAID, is_no_saying
from diplotext.attribution.doubt.no_source import is_no_source
from diplotext.attribution.doubt.standard import is_standard, may_be_standard
from diplotext.attribution.doubt.unsourced import mend_asked, mend_passive, without_owner
from diplotext.attribution.labels import is_saying_verb
from diplotext.attribution.lemma import base_of, lemma_of
from diplotext.attribution.stance import cue_lexicon
from diplotext.body.sentence import word_set
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.person_name import ARABIC_PARTICLES
from diplotext.model import Attribution, Cue

__all__ = ["drop_doubtful", "without_doubtful"]

_CITING = ("citing ", "quoting ")
_SHORTEST_WORD = 4  # letters of a cue in capitals
_ATTRIBUTES = frozenset(("expected", "projected", "estimated", "planned", "predicted"))
# Behind one of these a participle is a noun's.
_BEFORE_NOUN = word_set(
    "the a an its his her their of and or over above below than under from with for to by on at in"
)
_LEAST_CHANCE = 0.5  # below it a cue has to be a listed one
_FIRM_RE = lazy_re(r"\s(?:Co|Corp|Inc|Ltd|Plc|PLC|Group|Bank|Holdings|AG|SA|NV)\b")


def drop_doubtful(
    text: str, attributions: Sequence[Attribution], firm: Container[int] = ()
) -> list[Attribution]:
    """The attributions without those that are none, the passives without a source.

    ``firm`` are the ids of those that are known to be some.
    """
    sure = [a for a in attributions if id(a) in firm or not _is_none(a)]
    kept = [mend_passive(text, without_owner(text, a)) for a in sure]
    return [mend_asked(text, attribution) for attribution in kept if attribution is not None]


def without_doubtful(attributions: Sequence[Attribution]) -> list[Attribution]:
    """Those that are not dropped as they are: the others claim no words."""
    return [a for a in attributions if not _is_none(a)]


def _is_none(given: Attribution) -> bool:
    """Whether neither cue nor source can be one."""
    cue, source = given.cue, given.source
    if cue is None or given.reason is None or given.reason.stage != "learned":
        return False
    if source is not None and is_no_source(given, cue, source):
        return True
    for test in TESTS.of(cue.text)[1]:  # noqa: SIM110 - faster than ``any``
        if test(given, cue):
            return True
    return False


def _is_cited(given: Attribution, _cue: Cue) -> bool:
    """Whether all that is said is from whom: "the Gazette said | citing two aides"."""
    return given.content[0].text.startswith(_CITING) and len(given.content) == 1


def _is_of_subhead(given: Attribution, cue: Cue) -> bool:
    """Whether a cue is a word of a subhead in capitals, before prose: "GROWTH | SEEN | The rate".

    What is said in a subhead's own capitals stays, and a quotation: "THE MAYOR SAYS: "We go.""
    """
    said = given.content[-1]
    if given.zone != "body" or said.text.isupper() or said.start < cue.start:
        return False
    is_quoted = MARK_RE.match(said.text) is not None
    return not (is_quoted and is_saying_verb(cue.text.rstrip(":").lower()))


def _is_arabic(given: Attribution, _cue: Cue) -> bool:
    """Whether "Said" is a family's name: "Sultan Tariq Al | Said"."""
    words = given.source.text.lower().split() if given.source is not None else []
    return len(words) > 1 and words[-1] in ARABIC_PARTICLES


def _is_in_brackets(given: Attribution, _cue: Cue) -> bool:
    """Whether a bracket ends behind a word of a firm: "Kvik | Express (Norland | ) Inc."."""
    return given.source is not None and given.content[0].text.startswith(")")


def _is_word_of_name(given: Attribution, cue: Cue) -> bool:
    """Whether the cue is a part of a name: "American | Express"."""
    source, text = given.source, given.document
    if source is None or (
        given.zone == "headline" and not text[cue.end + 1 : cue.end + 2].islower()
    ):
        return False
    is_heading = text[cue.end : cue.end + 2].lstrip()[:1].isupper()  # "Holm Blasts Reyes"
    if given.confidence > GOOD_CHANCE or (is_heading and not _FIRM_RE.match(text, cue.end)):
        return False
    return text[source.end : cue.start].isspace() and source.text.split()[-1].istitle()


def _is_attribute(given: Attribution, cue: Cue) -> bool:
    """Whether a participle stands within a noun phrase: "in spite of an | expected | shortfall"."""
    if given.source is not None:
        return False
    before = [part.text for part in given.content if part.end <= cue.start]
    return bool(before) and before[-1].rpartition(" ")[2].lower() in _BEFORE_NOUN


def _is_of_champions(given: Attribution, cue: Cue) -> bool:
    """Whether it is of champions: "his superb | Champions | League winner".

    "World | champions | Norland" is a noun.
    """
    source = given.source
    if given.zone != "body" or source is None or source.text.endswith(("who", "which", "that")):
        return False
    return cue.text.split()[-1] != "champions" or given.content[0].text[0].isupper()


def _runs_into_name(given: Attribution, cue: Cue) -> bool:
    """Whether a cue in prose ends in a name: "hopes for Champions | League football"."""
    source = given.source
    if given.zone != "body" or source is None:
        return False
    if given.confidence > GOOD_CHANCE or source.end > cue.start:
        return False
    first, *behind = cue.text.split()
    if behind:
        goes_on = given.document[cue.end : cue.end + 2].lstrip()[:1].isupper()
        return goes_on and first.islower() and base_of(first) not in cue_lexicon().stances
    return source.text.rpartition(" ")[2].islower() and source.end + 1 == cue.start


def _is_weak(given: Attribution, _cue: Cue) -> bool:
    """Whether an attribution has little chance, by a cue that no list has."""
    return given.confidence < _LEAST_CHANCE


def _is_unlisted(cue: CueWords) -> bool:
    """Whether no list has a cue of words; "pointed" may be all that is left of "point out"."""
    lexicon = cue_lexicon()
    is_listed = cue.base in lexicon.longest or lemma_of(cue.text) in lexicon.stances
    return cue.text[:1].isalpha() and not is_listed


TESTS: CueTable[Callable[[Attribution, Cue], bool]] = CueTable(
    (lambda cue: cue.text.startswith("Said"), _is_arabic),
    (lambda cue: cue.text in _ATTRIBUTES, _is_attribute),
    (lambda cue: "champions" in cue.text.split(), _is_of_champions),
    (lambda cue: any(word.istitle() for word in cue.text.split()[-1:]), _runs_into_name),
    (lambda cue: cue.text.istitle(), _is_in_brackets),
    (lambda cue: cue.text.isalpha() and cue.text.istitle(), _is_word_of_name),
    (lambda cue: cue.text.isupper() and len(cue.text) >= _SHORTEST_WORD, _is_of_subhead),
    (may_be_standard, is_standard),
    (None, is_no_saying),
    (None, is_deed),
    (lambda cue: cue.text == ":", is_label_line),
    (lambda cue: cue.text in SAID, _is_cited),
    (_is_unlisted, _is_weak),
)
