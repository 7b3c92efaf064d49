"""Attributions of little chance that are none, and passives that have no source.

The learned stages weigh many faint signs; where all they have is faint, the words decide. A cue
that is no word of saying, thinking or showing attributes nothing ("The man was taken to"), nor
does one whose source is no noun phrase ("from a blast"). Sources that say nothing are mended in
``unsourced``.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from diplotext.attribution.doubt.deed import is_deed
from diplotext.attribution.doubt.label_line import is_label_line
from diplotext.attribution.doubt.noun_cue import is_noun_cue
from diplotext.attribution.doubt.standard import is_standard
from diplotext.attribution.doubt.unsourced import BE, mend_asked, mend_passive, without_owner
from diplotext.attribution.field.day import WEEKDAY
from diplotext.attribution.labels import is_saying_verb, label_table, label_words
from diplotext.attribution.lemma import base_of, lemma_of
from diplotext.attribution.stance import cue_lexicon
from diplotext.body.sentence import word_set
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.person_name import ARABIC_PARTICLES
from diplotext.model import Attribution, Cue, Source

__all__ = ["drop_doubtful", "without_doubtful"]

_SAID = frozenset(("said", "says", "say"))
_NEAR = 20  # characters behind a cue in which its particle is looked for
_SHORTEST_WORD = 4  # letters of a cue in capitals
_LEAST_CHANCE = 0.5  # below it a cue has to be a listed one
_GOOD_CHANCE = 0.7
_FAIR_CHANCE = 0.6
# "The Dow added 120 points", "Kvik added 5.3 percent to $2.76": a price, and nobody says it.
_MOVE_RE = lazy_re(
    r"(?:about\s|nearly\s|almost\s|another\s)?[$€£¥]?\d[\d,./-]*\s?"
    r"(?:%|per\s?cent|pct|percentage\s+points?|points?|cents?|pence|p|pips?|yen|dlrs?|dollars?|euros?"
    r"|[mb]illion|goals?|runs?|times)?"
    r"(?:\s+(?:to|at|in|on|for|by|and|after|before|from|or)\b|[,.;]|\Z)"
)
# "$5 billion pledged to cover losses": a sum says nothing, "60 percent said" are people.
_SUM_RE = lazy_re(
    r"(?:US|A|C)?[$€£¥]\d[\d,.]*(?:\s?(?:[mbtr]+illion|[mb]ln))?"
    r"|\d[\d,.]*\s(?:[mbtr]+illion\s|[mb]ln\s)?(?:dollars|euros|pounds|yen|yuan)"
)
_KNOWN_AS_RE = lazy_re(
    rf"(?:{BE})?(?:(?:also|better|formerly|widely|commonly|locally|popularly)\s+)?"
    r"known\s+as\Z"
)
_FIRM_RE = lazy_re(r"\s(?:Co|Corp|Inc|Ltd|Plc|PLC|Group|Bank|Holdings|AG|SA|NV)\b")
_MARK_RE = lazy_re(r"[\"“”«»]|''|``|(?<!\w)['‘]")
_PREPOSITION_RE = lazy_re(
    r"(?:in|among|at|from|with|for|during|under|near|inside|on|amid|into|onto|upon)\s",
    re.IGNORECASE,
)
_NO_NOUN = word_set(
    "a an the of in at on for from by to with as and or but than into today tonight yesterday"
)
_TIME_RE = lazy_re(rf"(?:{WEEKDAY}|[Tt]oday|[Yy]esterday|[Ll]ast\s\w+)[’']s\Z")
# "a penalty denied | his side a win": who is denied something is not contradicted.
_DEPRIVED_RE = lazy_re(
    r"(?:him|her|them|us|it|(?:his|her|their|its|the)\s(?:[\w-]+\s)?(?!\w*(?:tion|charge|claim|report)s?\s)[\w-]+|[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)"
    r"\s(?:an?|the|his|her|their|its|any|another|access|entry|bail|parole)(?:\s|\Z)"
)
# "She said | this when she opened the port": what she said stands before.
_BACK_RE = lazy_re(
    r"(?:this|so|as\smuch)(?:\sin\stears)?(?:[.,;]|\s(?:when|while|during|after|before|on|in|at|yesterday|today"
    r"|through|shortly|after)\s(?!\w+\s(?:is|was|will|would|has|had)\b)|\Z)"
)
# "answering | a question from the Gazette": what was put to somebody is not what they say.
_REPLYING = ("answer", "field", "take")
_PUT_RE = lazy_re(
    r"(?:(?:an?|the|his|her|their|any|some|several|more|further|no|other|\w+[’']s)\s)?(?:[\w-]+\s)?"
    r"(?:questions?|quer(?:y|ies)|calls?|e-?mails?|requests?)\b(?!:)"
)
_TITLED = ("titled", "entitled", "subtitled")
_SELF = ("himself", "herself", "itself", "themselves")  # "who call themselves the Dawn"
# "preferred | shares", "were called | to a barn", "was called | as strikes loomed"
_STOCK = (" shares", " stock", " dividend", " securities", " share")
_SUMMONS_RE = lazy_re(
    rf"(?:\w+\s)?{BE}(?:\w+\s)?called\s(?:to|but|as|in|out|at|from|back|when|after|because)\b"
)
# "weekly jobless claims", "those who file claims"
_CLAIMED = word_set(
    "weekly jobless initial continuing continued unemployment insurance new filing file filed"
)
_STAGE_RE = lazy_re(r"\s+(?:on|at|in|before|with|alongside|for)\s")  # "appeared on the radio"


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
    if source is not None:
        words = source.text.lower().split()
        if _is_name(given, cue, source) or is_noun_cue(given, cue, source):
            return True
        if _SUM_RE.fullmatch(source.text) is not None:
            return True
        if _NO_NOUN.issuperset(words) or _TIME_RE.match(source.text) is not None:
            return True
        if source.start > cue.end and words[:1] == ["to"] and cue.text in _SAID:
            return True  # "The report, said | to be 40 pages long, is secret"
        if given.confidence < _FAIR_CHANCE and _PREPOSITION_RE.match(source.text) is not None:
            return True
    if (
        _is_of_subhead(given, cue)
        or is_standard(given, cue)
        or _is_no_saying(given, cue)
        or is_deed(given, cue)
        or is_label_line(given)
    ):
        return True
    if given.confidence >= _LEAST_CHANCE or not cue.text[0].isalpha():
        return False
    # "pointed" may be all that is left of "point out".
    lexicon, last = cue_lexicon(), base_of(cue.text.lower().split()[-1])
    return last not in lexicon.longest and lemma_of(cue.text) not in lexicon.stances


def _is_of_subhead(given: Attribution, cue: Cue) -> bool:
    """Whether a cue is a word of a subhead in capitals, before prose: "GROWTH | SEEN | The rate".

    What is said in a subhead's own capitals stays, and a quotation: "THE MAYOR SAYS: "We go.""
    """
    if given.zone != "body" or not cue.text.isupper() or len(cue.text) < _SHORTEST_WORD:
        return False
    said = given.content[-1]
    if said.text.isupper() or said.start < cue.start:
        return False
    is_quoted = _MARK_RE.match(said.text) is not None
    return not (is_quoted and is_saying_verb(cue.text.rstrip(":").lower()))


def _is_no_saying(given: Attribution, cue: Cue) -> bool:
    """Whether the cue is of a price, a name that something has, a stage, or a deed."""
    text, words = given.document, cue.text.lower().split() or [""]
    if words[-1].startswith("add") and text.startswith(" to ", cue.end, given.content[0].start):
        return True  # "adding to the gains of May"
    if given.content[0].start > cue.end and _BACK_RE.match(given.content[0].text) is not None:
        return not label_words("clause_verbs").isdisjoint(words[-1:])
    if words[-1] in label_words("verbs_of_price"):
        return _MOVE_RE.match(given.content[0].text) is not None
    if words[-1] in label_words("seeming_verbs") and _STAGE_RE.match(text, cue.end):
        return True
    if words[-1] == "as" and _KNOWN_AS_RE.match(" ".join(words)) is not None:
        return True
    if words[-1] in _TITLED:
        return True  # "the second act, titled “Low Tide”"
    if words[-1] == "preferred" and text.startswith(_STOCK, cue.end):
        return True
    if "called" in words[1:] and _is_summons(text, cue):
        return True
    verb = base_of(words[-1])
    if verb == "find" and given.content[0].text.startswith(_SELF):
        return True  # "found | themselves out of work"
    if verb in ("claim", "demand") and _is_market(given, cue, words):
        return True
    if verb == "call" and given.content[0].text.startswith(_SELF):
        # "a group | calling | itself the Dawn": that is its name
        is_name = cue.text == "calling" and given.source and given.source.end + 1 == cue.start
        return bool(is_name) or (given.source is not None and given.source.text in ("who", "which"))
    if verb == "deny" and _DEPRIVED_RE.match(given.content[0].text) is not None:
        return True
    if verb in _REPLYING and _PUT_RE.match(given.content[0].text) is not None:
        return given.confidence <= _GOOD_CHANCE
    # "called | off a visit", "wrote off the loan": with its particle the verb says nothing.
    particles = label_table("particles").get(verb)
    if particles is not None and _has_particle(given, cue, particles):
        return True
    # What is done by hand or happens, no word of saying in any sense: "kick", "rise".
    if given.confidence > _GOOD_CHANCE or verb not in label_words("deeds"):
        return False
    if not _SAID.isdisjoint(words):
        return False  # "said in an interview"
    return all(_MARK_RE.search(passage.text) is None for passage in given.content)


def _is_market(given: Attribution, cue: Cue, words: list[str]) -> bool:
    """Whether a noun is one of trade or welfare: "strong | demand for ships", "new | claims"."""
    text, first = given.document, given.content[0]
    if words[-1] == "demand":
        return text.startswith(" for ", cue.end) and first.start >= cue.end
    if words[-1] != "claims" or first.text.startswith("that "):
        return False
    before = text[max(0, cue.end - _NEAR - len("claims")) : cue.end].lower().split()[:-1]
    return before[-1:] != [] and before[-1] in _CLAIMED


def _is_summons(text: str, cue: Cue) -> bool:
    """Whether somebody or a meeting was called, and called nothing: "were called to a barn"."""
    return _SUMMONS_RE.match(text, cue.start) is not None


def _has_particle(given: Attribution, cue: Cue, particles: frozenset[str]) -> bool:
    """Whether a particle stands right behind the cue: "called off", not "called Off the Wall"."""
    behind = given.document[cue.end : cue.end + _NEAR].split()[:1]
    return not particles.isdisjoint(behind)


def _is_name(given: Attribution, cue: Cue, source: Source) -> bool:
    """Whether the cue is a part of a name: "American | Express", "Sultan Tariq Al | Said"."""
    if cue.text.startswith("Said"):
        words = source.text.lower().split()
        if len(words) > 1 and words[-1] in ARABIC_PARTICLES:
            return True
    if given.zone == "body" and _runs_into_name(given, cue, source):
        return True
    if not cue.text.isalpha() or not cue.text.istitle():
        return False
    if given.zone == "headline" and not given.document[cue.end + 1 : cue.end + 2].islower():
        return False
    text = given.document
    is_heading = text[cue.end : cue.end + 2].lstrip()[:1].isupper()  # "Holm Blasts Reyes"
    if given.confidence > _GOOD_CHANCE or (is_heading and not _FIRM_RE.match(text, cue.end)):
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
    if not last.istitle() or given.confidence > _GOOD_CHANCE or source.end > cue.start:
        return False
    if before:
        goes_on = given.document[cue.end : cue.end + 2].lstrip()[:1].isupper()
        return goes_on and before[0].islower() and base_of(before[0]) not in cue_lexicon().stances
    return source.text.rpartition(" ")[2].islower() and source.end + 1 == cue.start
