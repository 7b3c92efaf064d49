"""Cues that are no sayings by what stands beside them: prices, stages, summonses, deeds.

``JUDGES`` tells which of them are asked of a cue, in order. Each says whether it is no saying, or
None where the case is not its own; the first that says something has the last word.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from diplotext.attribution.auxiliary import AUXILIARY, FINITE
from diplotext.attribution.doubt.cue_table import CueTable, CueWords
from diplotext.attribution.doubt.unsourced import BE
from diplotext.attribution.labels import label_table, label_words
from diplotext.body.sentence import word_set
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Attribution, Cue

__all__ = ["GOOD_CHANCE", "MARK_RE", "SAID", "is_no_saying"]

SAID = frozenset(("said", "says", "say"))
_NEAR = 20  # characters around a cue in which its particle, or what claims it is, is looked for
GOOD_CHANCE = 0.7
MARK_RE = lazy_re(r"[\"“”«»]|''|``|(?<!\w)['‘]")
# "The Dow added 120 points", "Output declined to 5.3 percent": a price, and nobody says it.
_MOVE_RE = lazy_re(
    r"(?:(?:to|by|from)\s)?(?:about\s|nearly\s|almost\s|another\s)?[$€£¥]?\d[\d,./-]*\s?"
    r"(?:%|per\s?cent|pct|percentage\s+points?|points?|cents?|pence|p|pips?|yen|dlrs?|dollars?|euros?"
    r"|[mb]illion|goals?|runs?|times)?"
    r"(?:\s+(?:to|at|in|on|for|by|and|after|before|from|or)\b|[,.;]|\Z)"
)
# What tells that somebody says it: a finite verb, its subject, or marks.
_CLAUSE_RE = lazy_re(
    rf"\b(?:it|he|she|they|we|I|you|there|{FINITE}|be|been|cannot|said|says|\w+n[’']t|\w+[’'](?:s|re|ll|d|ve)|that|if|how|why|what|whether)\b|[\"“”«»‘]|''",
    re.IGNORECASE,
)
_KNOWN_AS_RE = lazy_re(
    rf"(?:{BE})?(?:(?:also|better|formerly|widely|commonly|locally|popularly)\s+)?"
    r"known\s+as\Z"
)
_DEPRIVED_RE = lazy_re(
    r"(?:him|her|them|us|it|(?:his|her|their|its|the)\s(?:[\w-]+\s)?(?!\w*(?:tion|charge|claim|report)s?\s)[\w-]+|[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)"
    r"\s(?:an?|the|his|her|their|its|any|another|access|entry|bail|parole)(?:\s|\Z)"
)
_BACK_RE = lazy_re(
    r"(?:this|so|as\smuch)(?:\sin\stears)?(?:[.,;]|\s(?:when|while|during|after|before|on|in|at|yesterday|today"
    r"|through|shortly|after)\s(?!\w+\s(?:is|was|will|would|has|had)\b)|\Z)"
)
_REPLYING = ("answer", "field", "take")
_PUT_RE = lazy_re(
    r"(?:(?:an?|the|his|her|their|any|some|several|more|further|no|other|\w+[’']s)\s)?(?:[\w-]+\s)?"
    r"(?:questions?|quer(?:y|ies)|calls?|e-?mails?|requests?)\b(?!:)"
)
_TITLED = ("titled", "entitled", "subtitled")
_NAMED = ("called", "dubbed", "named", "nicknamed")
_SOME_RE = lazy_re(
    r"(?:an?|another|one|two|three|four|some|several|his|her|its|their)\s", re.IGNORECASE
)
_WORD_OF_NAME = r"[A-Z\d][\w.&’'-]*"
_NAME = (
    rf"(?:[Tt]he\s)?{_WORD_OF_NAME}(?:\s(?:(?:of|and|for|in|&)\s)?(?:the\s)?{_WORD_OF_NAME}){{0,7}}"
)
_NAME_RE = lazy_re(
    rf"(?:{_NAME}|[\"“]{_NAME}[,.!?]?[\"”]|['‘]{_NAME}[,.!?]?['’])(?:,|\s(?:{AUXILIARY})\b|\Z)"
)
_SELF = ("himself", "herself", "itself", "themselves")
_STOCK = (" shares", " stock", " dividend", " securities", " share")
_SUMMONS_RE = lazy_re(
    rf"(?:\w+\s)?{BE}(?:\w+\s)?called\s(?:to|but|as|in|out|at|from|back|when|after|because)\b"
)
_CLAIMED = word_set(
    "weekly jobless initial continuing continued unemployment insurance new filing file filed"
)
_BE_DONE_RE = lazy_re(
    r"(?:(?:has|have|had|will|would|may|could)\s)?(?:is|are|was|were|be|been|being)(?:\s\w+ly|\salso|\slater)?"
)
_OFFICERS = word_set("police detectives investigators officers prosecutors agents authorities")
_STAGE_RE = lazy_re(r"\s+(?:on|at|in|before|with|alongside|for)\s")


def is_no_saying(given: Attribution, cue: Cue) -> bool:
    """Whether the cue is of a price, a name that something has, a stage, or a deed."""
    words, judges = JUDGES.of(cue.text)
    for judge in judges:
        verdict = judge(given, cue, words)
        if verdict is not None:
            return verdict
    return False


def _adds_to(given: Attribution, cue: Cue, _words: CueWords) -> bool | None:
    """What adds to something: "adding | to the gains of May"."""
    return given.document.startswith(" to ", cue.end, given.content[0].start) or None


def _is_named(given: Attribution, _cue: Cue, words: CueWords) -> bool | None:
    """Who was made something, or asked by officers: "was | named | the best", "was questioned"."""
    source = given.source
    if words.last == "questioned":
        who = "" if source is None else source.text.lower().rpartition(" ")[2]
        return who in _OFFICERS or None
    return source is None or None


def _was_named(cue: CueWords) -> bool:
    """Whether a cue is a passive of naming."""
    is_verb = cue.last == "questioned" or cue.last in label_words("naming_verbs")
    return is_verb and _BE_DONE_RE.fullmatch(" ".join(cue.words[:-1])) is not None


def _points_back(given: Attribution, cue: Cue, _words: CueWords) -> bool | None:
    """What was said before: "She said | this when she opened the port"."""
    first = given.content[0]
    return (first.start > cue.end and _BACK_RE.match(first.text) is not None) or None


def _tells_price(given: Attribution, _cue: Cue, _words: CueWords) -> bool | None:
    """A price that moves: "The Dow | added | 120 points"."""
    return _MOVE_RE.match(given.content[0].text) is not None


def _adds_thing(given: Attribution, cue: Cue, _words: CueWords) -> bool | None:
    """What is put to something: "Kvik | added | two more ships to its fleet"."""
    if given.confidence > GOOD_CHANCE or given.content[0].start < cue.end:
        return None
    return all(_CLAUSE_RE.search(passage.text) is None for passage in given.content) or None


def _is_on_stage(given: Attribution, cue: Cue, _words: CueWords) -> bool | None:
    """A stage: "She | appeared | on the radio"."""
    return _STAGE_RE.match(given.document, cue.end) is not None or None


def _is_so(_given: Attribution, _cue: Cue, _words: CueWords) -> bool | None:
    """What no such cue says.

    Another name, "a rock | better known as | the Bell"; a title, "the act, | titled | “Low Tide”".
    """
    return True


def _is_known_as(cue: CueWords) -> bool:
    """Whether a cue brings in another name."""
    return cue.last == "as" and _KNOWN_AS_RE.match(" ".join(cue.words)) is not None


def _is_naming(given: Attribution, cue: Cue, _words: CueWords) -> bool | None:
    """The name that something has: "a virus | called | Bofra", but not "called Bofra a pest"."""
    source, first = given.source, given.content[0]
    if source is None or source.end + 1 != cue.start:
        return None
    is_beside = len(given.content) == 1 and first.start == cue.end + 1
    is_some = is_beside and _SOME_RE.match(source.text) is not None
    return (is_some and _NAME_RE.match(first.text) is not None) or None


def _is_stock(given: Attribution, cue: Cue, _words: CueWords) -> bool | None:
    """Shares of a kind: "preferred | shares"."""
    return given.document.startswith(_STOCK, cue.end) or None


def _is_summons(given: Attribution, cue: Cue, _words: CueWords) -> bool | None:
    """A summons: "were called | to a barn", "was called | as strikes loomed"."""
    return _SUMMONS_RE.match(given.document, cue.start) is not None or None


def _is_of_oneself(given: Attribution, cue: Cue, words: CueWords) -> bool | None:
    """What one finds or calls oneself: "found | themselves late", "calling | itself the Dawn"."""
    if not given.content[0].text.startswith(_SELF):
        return None
    if words.base == "find":
        return True
    source = given.source
    is_beside = source is not None and source.end + 1 == cue.start
    is_who = source is not None and source.text in ("who", "which")
    return (cue.text == "calling" and is_beside) or is_who


def _is_demand(given: Attribution, cue: Cue, _words: CueWords) -> bool | None:
    """Trade: "strong | demand for ships"."""
    is_trade = given.document.startswith(" for ", cue.end)
    return (is_trade and given.content[0].start >= cue.end) or None


def _is_claim(given: Attribution, cue: Cue, _words: CueWords) -> bool | None:
    """Welfare: "weekly jobless | claims"."""
    if given.content[0].text.startswith("that "):
        return None
    low = max(0, cue.end - _NEAR - len("claims"))
    before = given.document[low : cue.end].lower().split()[:-1]
    return not _CLAIMED.isdisjoint(before[-1:]) or None


def _is_deprived(given: Attribution, _cue: Cue, _words: CueWords) -> bool | None:
    """Who is denied something, not contradicted: "a penalty | denied | his side a win"."""
    return _DEPRIVED_RE.match(given.content[0].text) is not None or None


def _is_asked(given: Attribution, _cue: Cue, _words: CueWords) -> bool | None:
    """What was put to somebody: "answering | a question from the Gazette"."""
    if _PUT_RE.match(given.content[0].text) is None:
        return None
    return given.confidence <= GOOD_CHANCE


def _has_particle(given: Attribution, cue: Cue, words: CueWords) -> bool | None:
    """A verb of two words: "called | off a visit", but not "called Off the Wall"."""
    behind = given.document[cue.end : cue.end + _NEAR].split()[:1]
    return not label_table("particles")[words.base].isdisjoint(behind) or None


def _is_deed(given: Attribution, _cue: Cue, _words: CueWords) -> bool | None:
    """Done by hand or happening, no word of saying in any sense: "kick", "rise"."""
    if given.confidence > GOOD_CHANCE:
        return None
    return all(MARK_RE.search(passage.text) is None for passage in given.content)


JUDGES: CueTable[Callable[[Attribution, Cue, CueWords], bool | None]] = CueTable(
    (lambda cue: cue.last.startswith("add"), _adds_to),
    (_was_named, _is_named),
    (lambda cue: cue.last in label_words("clause_verbs"), _points_back),
    (lambda cue: cue.base == "add", _adds_thing),
    (lambda cue: cue.last in label_words("verbs_of_price"), _tells_price),
    (lambda cue: cue.last in label_words("seeming_verbs"), _is_on_stage),
    (lambda cue: _is_known_as(cue) or cue.last in _TITLED, _is_so),
    (lambda cue: cue.text in _NAMED, _is_naming),
    (lambda cue: cue.last == "preferred", _is_stock),
    (lambda cue: "called" in cue.words[1:], _is_summons),
    (lambda cue: cue.base in ("find", "call"), _is_of_oneself),
    (lambda cue: cue.last == "demand", _is_demand),
    (lambda cue: cue.last == "claims", _is_claim),
    (lambda cue: cue.base == "deny", _is_deprived),
    (lambda cue: cue.base in _REPLYING, _is_asked),
    (lambda cue: cue.base in label_table("particles"), _has_particle),
    # "said in an interview" is no deed
    (lambda cue: cue.base in label_words("deeds") and SAID.isdisjoint(cue.words), _is_deed),
)
