"""Verbs of saying that tell a deed: on a pitch, on a stage, at a desk.

    Ruiz replied with a backhand       pointed to the spot       called for the ball
    Norland declared at 340 for six    told jokes                read law
    were dismissed for 128             shared a stand of 90        signed a two-year deal
    will defend her title              saw its shares surge        the deal will see jobs go
    slammed into a ridge               called him to the bench
    blasted 93 off 40 balls            claimed five wickets      announced his arrival
    has weighed on prices              filed for bankruptcy      counts Lund among its clients

What stands behind such a verb is done, scored, made or studied; nobody says it.
"""

from __future__ import annotations

from collections.abc import Callable

from diplotext.attribution.doubt.cue_table import CueTable, CueWords
from diplotext.attribution.doubt.deed_table import DEEDS
from diplotext.attribution.labels import label_words
from diplotext.attribution.lemma import base_of
from diplotext.body.sentence import word_set
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.role_noun import role_nouns
from diplotext.model import Attribution, Cue

__all__ = ["is_deed"]

_QUOTED_RE = lazy_re(r"[\"“”«»:]|''|``|(?<!\w)['‘]")
# "shouted and threw | stones": what stands behind another verb is that verb's.
_OTHER_RE = lazy_re(r"\s(?:and|then)\s(?:threw|took|made|ran|[a-z]{2,}ed)\s")
# "the deal | will see | jobs go", "the move | follows | talks": nothing that happens sees anything
_OF_NOBODY = ("see", "follow", "offer")
_HAPPENING = word_set(
    """
    acquisition action agreement announcement book century change changes deal decade decades
    decision festival film game goal half impact initiative kick match merger month months move
    pact penalty plan plans poll programme proposal proposals quarter results scheme season
    series show takeover this victory week which win year years
    """
)
_BEEN, _NEAR = (" been", " was", " were", " is", " are", " being"), 20
_VOTES_RE = lazy_re(
    r"\d[\d,]*\s?(?:-\s?\d|votes?\b|to\s\d)|an?\s(?:[\w-]+\s){0,2}(?:vote|majority|margin)(?:\sof\s\d\S*)?\Z"
)
_SAID = frozenset(("said", "says", "say"))
# Reports show and find things, and so do these: "researchers | found | a way to grow cells".
_SHOWING: dict[str, frozenset[str]] = {
    "show": frozenset(),
    "find": word_set("scientists researchers team astronomers engineers physicists biologists"),
}
# Who attacks with more than words: "the rebels | attacked | Lund".
_ARMED = word_set(
    """
    rebels guerrillas guerillas militants insurgents gunman gunmen fighters troops soldiers youths
    terrorists bombers assailants militiamen extremists
    """
)
# What they refuse or plan to do is said: "declined | to sign".
_WILLING = word_set(
    "agree consider decline hope intend plan pledge promise refuse rule threaten vow want"
)
_RECITING = ("read", "reads", "sang", "sings", "recited")


def is_deed(given: Attribution, cue: Cue) -> bool:
    """Whether the verb of an attribution tells a deed and no saying.

    >>> from diplotext.attribution.build import build_attribution
    >>> from diplotext.model import Reason
    >>> text = "Ruiz replied with a fine backhand to level the set."
    >>> said = build_attribution(text, [(34, 50)], cue=(5, 12), source=(0, 4),
    ...                          reason=Reason(stage="learned", evidence="replied"))
    >>> is_deed(said, said.cue)
    True
    """
    text, first = given.document, given.content[0]
    if _says_nothing(given, cue):
        return True
    if first.start < cue.end and given.source is not None:
        return False
    words, tests = TESTS.of(cue.text)
    if any(test(given, cue, words) for test in tests):
        return True
    is_near = first.start <= cue.end + 1
    if is_near or _OTHER_RE.fullmatch(text, cue.end, first.start) is None:
        return False
    return _QUOTED_RE.search(first.text) is None


def _verb_of(cue: CueWords) -> str:
    """The verb of a cue that may tell a deed: "reply" of "replied with".

    There is none where somebody refuses or plans to do it: "declined to sign".
    """
    before: list[str] = []
    for word in cue.words:
        base = base_of(word)
        if base in DEEDS:
            return base if _WILLING.isdisjoint(before) else ""
        before.append(base)
    return cue.base


def _happens(given: Attribution, _cue: Cue, _words: CueWords) -> bool:
    """Whether the source is nobody, but what happens: "the deal", "which"."""
    source = given.source
    if source is None or given.kind != "indirect" or _QUOTED_RE.match(given.content[0].text):
        return False
    return source.text.rpartition(" ")[2].lower() in _HAPPENING


def _is_done(given: Attribution, cue: Cue, words: CueWords) -> bool:
    """Whether what stands behind the verb is done."""
    verb = _verb_of(words)
    others = _SHOWING.get(verb)
    is_shown = others is not None and _is_report(given, others)
    return not is_shown and DEEDS[verb].match(given.document, cue.end) is not None


def _is_recited(given: Attribution, cue: Cue, _words: CueWords) -> bool:
    """Whether somebody reads or sings what stands in no marks."""
    if given.source is None or given.source.form == "nominal":
        return False
    return _QUOTED_RE.search(given.document, cue.end, given.content[-1].end) is None


def _is_report(given: Attribution, others: frozenset[str]) -> bool:
    """Whether it is a report or data that shows something, or one of ``others``."""
    words = given.source.text.lower().split() if given.source is not None else []
    nouns = [role_nouns().get(word) for word in words]
    is_document = any(noun is not None and noun.kind == "document" for noun in nouns)
    return is_document or not others.isdisjoint(words)


def _says_nothing(given: Attribution, cue: Cue) -> bool:
    """Whether the source is what was said, or votes: "said | nothing", "by | 88 votes"."""
    source = given.source
    if source is not None and source.start > cue.end and _VOTES_RE.match(source.text):
        return True
    if source is not None and source.text.lower() == "that being":
        return True  # "That being | said"
    if source is None or cue.text not in _SAID or source.start < cue.end:
        return False
    return source.form != "pronoun" and source.text.lower() in label_words("said_alone")


def _is_denied(given: Attribution, cue: Cue, _words: CueWords) -> bool:
    """Whether something is kept from somebody: "felt her side had been | denied | a penalty"."""
    before = given.document[max(0, cue.start - _NEAR) : cue.end].rpartition(" ")[0]
    first = given.content[0]
    return before.endswith(_BEEN) and first.start > cue.end and not first.text.startswith("that ")


def _is_raid(given: Attribution, _cue: Cue, _words: CueWords) -> bool:
    """Whether they attack who are armed."""
    source = given.source
    return source is not None and not _ARMED.isdisjoint(source.text.lower().split())


TESTS: CueTable[Callable[[Attribution, Cue, CueWords], bool]] = CueTable(
    (lambda cue: cue.text.endswith("denied"), _is_denied),
    (lambda cue: _verb_of(cue) in _OF_NOBODY, _happens),
    (lambda cue: _verb_of(cue) in DEEDS, _is_done),
    (lambda cue: cue.base == "attack", _is_raid),
    (lambda cue: cue.last in _RECITING, _is_recited),
)
