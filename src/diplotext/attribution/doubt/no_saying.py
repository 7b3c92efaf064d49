"""Cues that are no sayings by what stands beside them: prices, stages, summonses, deeds.

``JUDGES`` are asked in order. Each says whether the cue is no saying, or None where the case is
not its own; the first that says something has the last word.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from attrs import define

from diplotext.attribution.auxiliary import AUXILIARY
from diplotext.attribution.doubt.unsourced import BE
from diplotext.attribution.labels import label_table, label_words
from diplotext.attribution.lemma import base_of
from diplotext.body.sentence import word_set
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Attribution, Cue, Passage

__all__ = ["GOOD_CHANCE", "MARK_RE", "SAID", "is_no_saying"]

SAID = frozenset(("said", "says", "say"))
_NEAR = 20  # characters around a cue in which its particle, or what claims it is, is looked for
GOOD_CHANCE = 0.7
MARK_RE = lazy_re(r"[\"“”«»]|''|``|(?<!\w)['‘]")
# "The Dow added 120 points", "Kvik added 5.3 percent to $2.76": a price, and nobody says it.
_MOVE_RE = lazy_re(
    r"(?:about\s|nearly\s|almost\s|another\s)?[$€£¥]?\d[\d,./-]*\s?"
    r"(?:%|per\s?cent|pct|percentage\s+points?|points?|cents?|pence|p|pips?|yen|dlrs?|dollars?|euros?"
    r"|[mb]illion|goals?|runs?|times)?"
    r"(?:\s+(?:to|at|in|on|for|by|and|after|before|from|or)\b|[,.;]|\Z)"
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


@define(eq=False)
class _Case:
    """An attribution, its cue with the cue's words in small letters, and its first content.

    ``last`` is the cue's last word, ``base`` its base form, ``text`` the story.
    """

    given: Attribution
    cue: Cue
    words: list[str]
    last: str
    base: str
    first: Passage
    text: str

    @classmethod
    def of(cls, given: Attribution, cue: Cue) -> _Case:
        """The case of an attribution."""
        words = cue.text.lower().split() or [""]
        last = words[-1]
        return cls(given, cue, words, last, base_of(last), given.content[0], given.document)


def is_no_saying(given: Attribution, cue: Cue) -> bool:
    """Whether the cue is of a price, a name that something has, a stage, or a deed."""
    case = _Case.of(given, cue)
    for judge in JUDGES:
        verdict = judge(case)
        if verdict is not None:
            return verdict
    return False


def _adds_to(case: _Case) -> bool | None:
    """What adds to something: "adding | to the gains of May"."""
    if not case.last.startswith("add"):
        return None
    return case.text.startswith(" to ", case.cue.end, case.first.start) or None


def _is_named(case: _Case) -> bool | None:
    """Who was made something, or asked by officers: "was | named | the best", "was questioned"."""
    source = case.given.source
    if len(case.words) == 1 or _BE_DONE_RE.fullmatch(" ".join(case.words[:-1])) is None:
        return None
    if case.last == "questioned":
        who = "" if source is None else source.text.lower().rpartition(" ")[2]
        return who in _OFFICERS or None
    return (source is None and case.last in label_words("naming_verbs")) or None


def _points_back(case: _Case) -> bool | None:
    """What was said before: "She said | this when she opened the port"."""
    if case.first.start <= case.cue.end or _BACK_RE.match(case.first.text) is None:
        return None
    return case.last in label_words("clause_verbs")


def _tells_price(case: _Case) -> bool | None:
    """A price that moves: "The Dow | added | 120 points"."""
    if case.last not in label_words("verbs_of_price"):
        return None
    return _MOVE_RE.match(case.first.text) is not None


def _is_on_stage(case: _Case) -> bool | None:
    """A stage: "She | appeared | on the radio"."""
    if case.last not in label_words("seeming_verbs"):
        return None
    return _STAGE_RE.match(case.text, case.cue.end) is not None or None


def _is_known_as(case: _Case) -> bool | None:
    """Another name: "a rock | better known as | the Bell"."""
    return (case.last == "as" and _KNOWN_AS_RE.match(" ".join(case.words)) is not None) or None


def _is_title(case: _Case) -> bool | None:
    """A title: "the second act, | titled | “Low Tide”"."""
    return case.last in _TITLED or None


def _is_naming(case: _Case) -> bool | None:
    """The name that something has: "a virus | called | Bofra", but not "called Bofra a pest"."""
    source, cue = case.given.source, case.cue
    if cue.text not in _NAMED or source is None or source.end + 1 != cue.start:
        return None
    is_beside = len(case.given.content) == 1 and case.first.start == cue.end + 1
    is_some = is_beside and _SOME_RE.match(source.text) is not None
    return (is_some and _NAME_RE.match(case.first.text) is not None) or None


def _is_stock(case: _Case) -> bool | None:
    """Shares of a kind: "preferred | shares"."""
    return (case.last == "preferred" and case.text.startswith(_STOCK, case.cue.end)) or None


def _is_summons(case: _Case) -> bool | None:
    """A summons: "were called | to a barn", "was called | as strikes loomed"."""
    if "called" not in case.words[1:]:
        return None
    return _SUMMONS_RE.match(case.text, case.cue.start) is not None or None


def _is_of_oneself(case: _Case) -> bool | None:
    """What one finds or calls oneself: "found | themselves late", "calling | itself the Dawn"."""
    if case.base not in ("find", "call") or not case.first.text.startswith(_SELF):
        return None
    if case.base == "find":
        return True
    source, cue = case.given.source, case.cue
    is_beside = source is not None and source.end + 1 == cue.start
    is_who = source is not None and source.text in ("who", "which")
    return (cue.text == "calling" and is_beside) or is_who


def _is_of_market(case: _Case) -> bool | None:
    """Trade and welfare: "strong | demand for ships", "weekly jobless | claims"."""
    if case.base not in ("claim", "demand"):
        return None
    if case.last == "demand":
        is_trade = case.text.startswith(" for ", case.cue.end)
        return (is_trade and case.first.start >= case.cue.end) or None
    if case.last != "claims" or case.first.text.startswith("that "):
        return None
    end = case.cue.end
    before = case.text[max(0, end - _NEAR - len("claims")) : end].lower().split()[:-1]
    return not _CLAIMED.isdisjoint(before[-1:]) or None


def _is_deprived(case: _Case) -> bool | None:
    """Who is denied something, not contradicted: "a penalty | denied | his side a win"."""
    if case.base != "deny":
        return None
    return _DEPRIVED_RE.match(case.first.text) is not None or None


def _is_asked(case: _Case) -> bool | None:
    """What was put to somebody: "answering | a question from the Gazette"."""
    if case.base not in _REPLYING or _PUT_RE.match(case.first.text) is None:
        return None
    return case.given.confidence <= GOOD_CHANCE


def _has_particle(case: _Case) -> bool | None:
    """A verb of two words: "called | off a visit", but not "called Off the Wall"."""
    particles = label_table("particles").get(case.base)
    if particles is None:
        return None
    behind = case.text[case.cue.end : case.cue.end + _NEAR].split()[:1]
    return not particles.isdisjoint(behind) or None


def _is_deed(case: _Case) -> bool | None:
    """Done by hand or happening, no word of saying in any sense: "kick", "rise"."""
    if case.given.confidence > GOOD_CHANCE or case.base not in label_words("deeds"):
        return None
    if not SAID.isdisjoint(case.words):
        return None  # "said in an interview"
    return all(MARK_RE.search(passage.text) is None for passage in case.given.content)


JUDGES: tuple[Callable[[_Case], bool | None], ...] = (
    _adds_to,
    _is_named,
    _points_back,
    _tells_price,
    _is_on_stage,
    _is_known_as,
    _is_title,
    _is_naming,
    _is_stock,
    _is_summons,
    _is_of_oneself,
    _is_of_market,
    _is_deprived,
    _is_asked,
    _has_particle,
    _is_deed,
)
