"""Attributions of little chance that are none, and passives that have no source.

The learned stages weigh many faint signs; where all they have is faint, the words decide. A cue
that is no word of saying, thinking or showing attributes nothing ("The man was taken to"), nor
does one whose source is no noun phrase ("from a blast", "the | agreed | limits"). What a report
rests on is not what it says: "TASS said | citing an aide". Sources that say nothing are mended in
``unsourced``.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from diplotext.attribution.doubt.deed import is_deed
from diplotext.attribution.doubt.label_line import is_code, is_label_line
from diplotext.attribution.doubt.no_saying import GOOD_CHANCE, MARK_RE, SAID, is_no_saying
from diplotext.attribution.doubt.no_source import is_no_source
from diplotext.attribution.doubt.standard import is_standard
from diplotext.attribution.doubt.unsourced import mend_asked, mend_passive, without_owner
from diplotext.attribution.labels import is_saying_verb
from diplotext.attribution.lemma import base_of, lemma_of
from diplotext.attribution.stance import cue_lexicon
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.person_name import ARABIC_PARTICLES
from diplotext.model import Attribution, Cue, Source

__all__ = ["drop_doubtful", "without_doubtful"]

_CITING = ("citing ", "quoting ")
_SHORTEST_WORD = 4  # letters of a cue in capitals
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
    if source is not None and (_is_name(given, cue, source) or is_no_source(given, cue, source)):
        return True
    if (
        _is_of_subhead(given, cue)
        or is_standard(given, cue)
        or is_no_saying(given, cue)
        or is_deed(given, cue)
        or is_label_line(given)
        or is_code(given)
        or _is_cited(given, cue)
    ):
        return True
    if given.confidence >= _LEAST_CHANCE or not cue.text[0].isalpha():
        return False
    # "pointed" may be all that is left of "point out".
    lexicon, last = cue_lexicon(), base_of(cue.text.lower().split()[-1])
    return last not in lexicon.longest and lemma_of(cue.text) not in lexicon.stances


def _is_cited(given: Attribution, cue: Cue) -> bool:
    """Whether all that is said is from whom: "the Gazette said | citing two aides"."""
    return (
        given.content[0].text.startswith(_CITING) and len(given.content) == 1 and cue.text in SAID
    )


def _is_of_subhead(given: Attribution, cue: Cue) -> bool:
    """Whether a cue is a word of a subhead in capitals, before prose: "GROWTH | SEEN | The rate".

    What is said in a subhead's own capitals stays, and a quotation: "THE MAYOR SAYS: "We go.""
    """
    if given.zone != "body" or not cue.text.isupper() or len(cue.text) < _SHORTEST_WORD:
        return False
    said = given.content[-1]
    if said.text.isupper() or said.start < cue.start:
        return False
    is_quoted = MARK_RE.match(said.text) is not None
    return not (is_quoted and is_saying_verb(cue.text.rstrip(":").lower()))


def _is_name(given: Attribution, cue: Cue, source: Source) -> bool:
    """Whether the cue is a part of a name: "American | Express", "Sultan Tariq Al | Said"."""
    if cue.text.startswith("Said"):
        words = source.text.lower().split()
        if len(words) > 1 and words[-1] in ARABIC_PARTICLES:
            return True
    if given.zone == "body" and _runs_into_name(given, cue, source):
        return True
    if cue.text.istitle() and given.content[0].text.startswith(")"):
        return True  # "Kvik | Express (Norland | ) Inc."
    if not cue.text.isalpha() or not cue.text.istitle():
        return False
    if given.zone == "headline" and not given.document[cue.end + 1 : cue.end + 2].islower():
        return False
    text = given.document
    is_heading = text[cue.end : cue.end + 2].lstrip()[:1].isupper()  # "Holm Blasts Reyes"
    if given.confidence > GOOD_CHANCE or (is_heading and not _FIRM_RE.match(text, cue.end)):
        return False
    return text[source.end : cue.start].isspace() and source.text.split()[-1].istitle()


def _runs_into_name(given: Attribution, cue: Cue, source: Source) -> bool:
    """Whether a cue in prose ends in a name: "hopes for Champions | League football".

    So does "his superb | Champions | League winner"; "world | champions | Norland" is a noun.
    """
    *before, last = cue.text.split() or [""]
    if last == "champions" and not source.text.endswith(("who", "which", "that")):
        return given.content[0].text[0].isupper()
    if "champions" in before and not source.text.endswith(("who", "which", "that")):
        return True
    if not last.istitle() or given.confidence > GOOD_CHANCE or source.end > cue.start:
        return False
    if before:
        goes_on = given.document[cue.end : cue.end + 2].lstrip()[:1].isupper()
        return goes_on and before[0].islower() and base_of(before[0]) not in cue_lexicon().stances
    return source.text.rpartition(" ")[2].islower() and source.end + 1 == cue.start
