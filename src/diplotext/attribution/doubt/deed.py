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

import re
from collections.abc import Callable

from diplotext.attribution.doubt.cue_table import CueTable, CueWords
from diplotext.attribution.labels import label_words
from diplotext.attribution.lemma import base_of
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.role_noun import role_nouns
from diplotext.model import Attribution, Cue

__all__ = ["is_deed"]

_COUNT = r"(?:an?|another|one|two|three|four|five|six|seven|eight|nine|ten|\d+|his|her|their|its)"
_PLAY = (
    r"(?:goals?|tr(?:y|ies)|backhand|forehand|volley|birdie|eagle|bogey|(?:half-)?centur(?:y|ies)"
    r"|fift(?:y|ies)|penalt(?:y|ies)|header|strike|shots?|runs?|touchdowns?|homer|home\srun"
    r"|three-pointer|basket|equali[sz]er|winner|wins?|victor(?:y|ies)|points?|break"
    r"|fire|airstrikes?|missiles?|rockets?|shells?|bullets|tear\sgas|water\scannons?|artillery)"
)
_REPLY_RE = lazy_re(
    rf"\s(?:with\s)?(?:{_COUNT}\s)?(?:[\w-]+\s){{0,3}}?{_PLAY}\b|\s(?:the\s)?(?:phone|door(?:bell)?)\b"
)
_HOW_MANY = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3})"
# What ends a feat, so that it is no clause's subject: "claimed the prize | was rigged".
_AFTER_FEAT = (
    r"(?=[.,;]|\Z|\s(?:in|at|on|with|for|from|after|as|by|to|over|against|of|and|but|when|while|since"
    r"|this|last|off|during|before|apiece|each|again)\b)"
)
# "a 37-ball 50", "three fours and a six", "the ball home"
_HITS_RE = lazy_re(
    rf"\s(?:in)?to\s|\s(?:the|his|her)\s(?:door|phone|brakes|ball)\b"
    rf"|\s(?!the\s)(?:(?:an?|his|her|another|{_HOW_MANY})\s)?(?:[\w-]+\s){{0,2}}?"
    rf"(?:\d{{1,3}}-ball\b|{_HOW_MANY}\s(?:off|not\sout)\b|(?:fours|sixes|maximums|boundar(?:y|ies)|runs|homers?"
    rf"|double|(?:half-)?centur(?:y|ies)|fifty|penalty|free-kick|header|shot|volley|winner|equali[sz]er"
    rf"|knock)(?!\sof\b){_AFTER_FEAT})"
)
_FOR_RE = lazy_re(r"\s(?:for|on)\s(?:the\s)?[A-Z]")  # "summarising | for Radio Lund"
_SUM_RE = lazy_re(r"\s(?:about\s|some\s|nearly\s|more\sthan\s)?[$£€]?\d")
_DEEDS: dict[str, re.Pattern[str]] = {
    "reply": _REPLY_RE,
    "respond": _REPLY_RE,
    "answer": _REPLY_RE,
    "retaliate": _REPLY_RE,
    "point": lazy_re(r"\s?(?:to\s)?the\s(?:penalty\s)?spot\b"),
    "call": lazy_re(
        r"\s(?:for\s)?(?:the\sball|the\spuck|a\staxi|a\scab|an\sambulance|a\stime-?out)\b"
        r"|\s(?:his|her|their)\s(?:wife|husband|mother|father|parents|son|daughter|brother|sister|lawyer|doctor|boss)"
        r"(?=[.,]|\s(?:from|on|at|and|to|when|after|before|by|every|again)\b)"
        r"|(?<!\bfor)\san?\s(?:[\w-]+\s){0,2}?(?:strike|halt|truce|elections?|referendum)\b"
        r"|\s(?:[\w’'-]+\s){1,4}?(?:in)?to\s(?:an?|the|his|her|its|their)\s(?:[\w-]+\s)?(?:hotel|office|meeting|bench"
        r"|(?:witness\s)?stand|palace|ministry|headquarters|stage|session|phone|capital)\b(?!\s(?:an?\s|the\s|[\"“]))"
    ),
    # "probes | blast at plant"
    "blast": lazy_re(
        rf"\s(?:at|near|outside|inside|off|over|kills?|injures?|hits?|rips?)\s|{_HITS_RE.pattern}"
    ),
    "slam": _HITS_RE,
    "smash": _HITS_RE,
    # "claimed | five wickets", "claims | the top spot", but "claimed the prize was rigged"
    "claim": lazy_re(
        rf"\s(?:only\s)?(?:an?|the|his|her|their|its|another|{_HOW_MANY})\s(?:[\w’'-]+\s){{0,4}}?"
        rf"(?:wickets?|scalps?|medals?|gold|silver|bronze|titles?|crown|trophy|top\sspot|sets?|prize|\d+m"
        rf"|(?:first|second|third|\w+th|straight|consecutive|ever|away|home)\swins?"
        rf"|podium|pole|lives){_AFTER_FEAT}"
    ),
    # "added | a late penalty", "adding | three assists", but "added the penalty was harsh"
    "add": lazy_re(
        rf"\s(?:an?|another|the|{_HOW_MANY})\s(?:[\w-]+\s){{0,3}}?"
        rf"(?:goals?|conversions?|penalt(?:y|ies)|assists?|tr(?:y|ies)|rebounds|runs?|feather|touchdowns?|free\sthrows?"
        rf"|trophy|wickets?|boundar(?:y|ies)|birdies?){_AFTER_FEAT}"
    ),
    # "announced | his arrival"
    "announce": lazy_re(r"\s(?:his|her|their|its)\sarrival\b"),
    "summarise": _FOR_RE,
    "summarize": _FOR_RE,
    "commentate": _FOR_RE,
    "declare": lazy_re(
        r"\s(?:(?:their|its|his|the)\s(?:\w+\s)?innings\s(?:closed\s)?)?(?:at|on)\s\d"
    ),
    # "signed | a two-year deal", but "signed a letter saying"
    "sign": lazy_re(
        r"\s(?:[\w’'-]+\s){0,5}?(?:deals?|contracts?|extension|agreements?|accords?|terms|protocol)\b"
        r"|\s(?:their\s)?(?:[A-Za-z’'-]+\s){1,5}?(?:on\s(?:loan|an?\s)|until\s|from\s|for\san?\s)"
    ),
    # "has posted | a record profit", "was nominated | for a prize"
    "post": lazy_re(
        r"\s(?:[\w.,$£€%’'-]+\s){0,8}?(?:profits?|loss(?:es)?|gains?|rise|jump|increase|earnings|sales|results|growth"
        r"|fall|drop|declines?|income|revenues?|deficit|surplus|inflows?|outflows?|flows|rates?|returns)\b"
    ),
    # "has weighed | on prices", "which counts | Lund among its clients", "hit | a record low"
    "weigh": lazy_re(r"\s(?:on|down)\s"),
    "count": lazy_re(
        r"\s[^.;:\"“”]{2,160}?\s(?:among|as)\s(?:its|their|his|her|one\sof|clients|customers)\b"
    ),
    "hit": lazy_re(r"\s(?:[\w.,$£€%-]+\s){0,4}?(?:highs?|lows?|peaks?|records?|bottom)\b"),
    # "raised | its dividend", "backing | about 30 firms", "supporting | $9 billion of assets"
    "raise": lazy_re(
        r"\s(?:(?:its|their|his|her|the)\s(?:[\w-]+\s){0,3}?(?:dividend|stake|offer|bid|prices?|rates?|capital|money|funds|tax(?:es)?"
        r"|holdings?)\b|[$£€]?\d)"
    ),
    "back": _SUM_RE,
    "support": _SUM_RE,
    # "named | Ana Ruiz chief executive", "filed | for bankruptcy"
    "name": lazy_re(
        r"\s(?:[A-Z][\w.’'-]*,?\s){1,4}(?:[\w’',.-]+\s){0,12}?(?:as\s)?(?:its\s|their\s|the\s)?(?:new\s|next\s|interim\s|acting\s)?"
        r"(?:vice\s)?(?:chief|chairman|chairwoman|president|head|director|CEO|CFO|coach|captain|chair)\b"
    ),
    "file": lazy_re(
        r"\sfor\s(?:[\w-]+\s){0,3}?(?:bankruptcy|protection|divorce|Chapter|reorgani[sz]ation)\b"
    ),
    "nominate": lazy_re(r"\sfor\s"),
    # "will defend | her 800m title", "the defending | champion"
    "defend": lazy_re(
        r"\s(?:[\w’'-]+\s){0,5}?(?:titles?|crowns?|champions?|championship|trophy|break\spoint)\b"
        r"|\s(?:an?|another|the|their|his|her)\s(?:[\w-]+\s){0,2}?(?:total|lead|target)\b"
    ),
    # "saw | its shares surge", "saw | a 3% rise"
    "see": lazy_re(
        r"\s(?:its|their|his|her)\s(?:[\w’'-]+\s){0,4}?(?:shares?|sales|profits?|value|debts?|earnings|revenues?|stake)\b"
        r"|\s(?:an?|the)\s(?:[\w.%-]+\s){0,3}?(?:rise|increase|fall|drop|jump|decline|surge)\s(?:in|of)\b"
    ),
    # "were dismissed | for 128", "shared | a stand of 90"
    "dismiss": lazy_re(r"\s(?:[\w-]+\s){0,9}?for\s(?:an?\s)?(?:\d+\b(?!\s?%)|duck\b|nought\b)"),
    "share": lazy_re(
        rf"\s(?:an?|the|their|{_HOW_MANY})\s(?:[\w-]+\s){{0,2}}?(?:partnership|stand|lead|prize|record|points"
        rf"|wickets|goals|tries|spoils)\b|\stop\sspot\b"
    ),
    "show": lazy_re(
        r"\s(?:an?\s)?(?:straight\s|second\s)?(?:red|yellow)\scard\b"
        r"|\s(?:(?:no|few|some|little|great|real|early)\s)?(?:signs?\sof|courage|patience|restraint|mercy|promise|grit)\b"
    ),
    "tell": lazy_re(r"\s(?:(?:dirty|bad|good|old|his|her)\s)?(?:jokes|lies|fortunes|tales)\b"),
}
_QUOTED_RE = lazy_re(r"[\"“”«»:]|''|``|(?<!\w)['‘]")
# "shouted and threw | stones": what stands behind another verb is that verb's.
_OTHER_RE = lazy_re(r"\s(?:and|then)\s(?:threw|took|made|ran|[a-z]{2,}ed)\s")
# "the deal | will see | jobs go", "the move | follows | talks": nothing that happens sees anything
_OF_NOBODY = ("see", "follow", "offer")
_HAPPENING = frozenset(
    """
    action agreement announcement change changes deal decision festival film game goal half kick
    match merger move pact plan plans poll programme proposal proposals quarter scheme season
    penalty series show this victory which win
    """.split()
)
_BEEN, _NEAR = (" been", " was", " were", " is", " are", " being"), 20
_VOTES_RE = lazy_re(
    r"\d[\d,]*\s?(?:-\s?\d|votes?\b|to\s\d)|an?\s(?:[\w-]+\s){0,2}(?:vote|majority|margin)(?:\sof\s\d\S*)?\Z"
)
_SAID = frozenset(("said", "says", "say"))
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
    """The verb of a cue that may tell a deed: "reply" of "replied with"."""
    return next((base_of(word) for word in cue.words if base_of(word) in _DEEDS), cue.base)


def _happens(given: Attribution, _cue: Cue, _words: CueWords) -> bool:
    """Whether the source is nobody, but what happens: "the deal", "which"."""
    source = given.source
    if source is None or given.kind != "indirect":
        return False
    return source.text.rpartition(" ")[2].lower() in _HAPPENING


def _is_done(given: Attribution, cue: Cue, words: CueWords) -> bool:
    """Whether what stands behind the verb is done."""
    verb = _verb_of(words)
    is_shown = verb == "show" and _is_report(given)
    return not is_shown and _DEEDS[verb].match(given.document, cue.end) is not None


def _is_recited(given: Attribution, cue: Cue, _words: CueWords) -> bool:
    """Whether somebody reads or sings what stands in no marks."""
    if given.source is None or given.source.form == "nominal":
        return False
    return _QUOTED_RE.search(given.document, cue.end, given.content[-1].end) is None


def _is_report(given: Attribution) -> bool:
    """Whether it is a report or data that shows something."""
    words = given.source.text.lower().split() if given.source is not None else []
    nouns = [role_nouns().get(word) for word in words]
    return any(noun is not None and noun.kind == "document" for noun in nouns)


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


TESTS: CueTable[Callable[[Attribution, Cue, CueWords], bool]] = CueTable(
    (lambda cue: cue.text.endswith("denied"), _is_denied),
    (lambda cue: _verb_of(cue) in _OF_NOBODY, _happens),
    (lambda cue: _verb_of(cue) in _DEEDS, _is_done),
    (lambda cue: cue.last in _RECITING, _is_recited),
)
