"""What one goes on to say by another verb, parted from what was said first.

    Berg said the offer was fair | and accused the union of lying
    The mayor refused to resign | and alleged widespread fraud

Behind "was", "would" or "to" no past without one of them can be of the same clause: whoever says
the one says the other. "Berg said he met the envoy and urged him to go" may be read either way and
stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from diplotext.attribution.auxiliary import AUXILIARY, DO, PAST
from diplotext.attribution.build import build_attribution, is_paired, with_content
from diplotext.attribution.clause.clause import STAGE, Claims
from diplotext.attribution.labels import label_words
from diplotext.lazy_pattern import holds, lazy_re
from diplotext.model import Attribution, Passage, Quotation, Reason

__all__ = ["part_turned"]

# Verbs of which a passive participle would need no object: "was seen and accused | of it".
_WITH_OBJECT = (
    "accuse[sd]|urge[sd]|blame[sd]|denounce[sd]|condemn(?:s|ed)|criticise[sd]|criticize[sd]|thank(?:s|ed)"
    "|praise[sd]|alleg(?:es|ed)|dismiss(?:es|ed)|reject(?:s|ed)|defend(?:s|ed)|hail(?:s|ed)|demand(?:s|ed)"
    "|acknowledge[sd]|describe[sd]|reiterate[sd]|stress(?:es|ed)|predict(?:s|ed)|direct(?:s|ed)|order(?:s|ed)|advise[sd]"
)
_ALONE = (
    "called\\s(?:on|for)|calls\\s(?:on|for)|vow(?:s|ed)|(?:warn|caution)(?:s|ed)(?:\\s(?:of|against)|(?=\\sthat\\s))"
    "|complain(?:s|ed)(?:\\s(?:of|about)|(?=\\sthat\\s))|(?:pledge|promise)[sd](?=\\sto\\s)|appeal(?:s|ed)\\s(?:for|to)|apologi[sz]e[sd]\\s(?:for|to)|insist(?:s|ed)(?=\\sthat\\s)"
)
_TURN_RE = lazy_re(
    r"(?P<joint>,?\s+(?:and|but)\s+)(?:(?:also|then|later|again|instead)\s+)?"
    rf"(?P<cue>(?:{_ALONE})(?=\s+\w)|(?:{_WITH_OBJECT})(?=\s+(?!(?:by|as|in|on|at|for|to|from|with|after|before|during|under|of|but|and|or"
    r"|because|when|while|over|last|until|without|into|amid|again|soon)\s)\w))"
)
# "the offer was", "that the talks would", "to": how the first clause begins.
_CLAUSE_RE = lazy_re(
    r"to\s(?!have\b)|(?:that\s)?(?:(?!(?:who|which|whom|what|when|where|while|if|because|had|has|have|and|but|or)\s)[\w.’'$€£%-]+,?\s){1,10}?"
    r"(?:would|will|could|can|may|might|must|should|was|were|is|are|wasn[’']t|weren[’']t|isn[’']t|aren[’']t|wouldn[’']t"
    r"|won[’']t|couldn[’']t|can[’']t|cannot)\s"
)
# What may have the second verb too: "had seen them and urged", "the man who hit him and accused".
_OTHER_RE = lazy_re(r"\b(?:had|has|have|having|who|which|whom|what)\s|\bthat\s(?=\w+ed\s)|[;:]")
_FINITE_RE = lazy_re(rf"\b(?:{AUXILIARY}|{DO}|{PAST}|that)\s")
_DECREEING = ("announced", "ordered")
_HINTS = (" and ", " but ")
_SHORTEST = 2  # words before the joint
_MARKS = ('"', "“", "”", "''", "``", "«", "‘")


def part_turned(
    text: str, found: Sequence[Attribution], quotations: Sequence[Quotation]
) -> list[Attribution]:
    """The attributions, each such one as two, or up to where another one begins.

    >>> from diplotext.attribution.build import build_attribution
    >>> from diplotext.model import Reason
    >>> text = "Berg said the offer was fair and accused the union of lying."
    >>> said = build_attribution(text, [(10, 59)], cue=(5, 9), source=(0, 4),
    ...                          reason=Reason(stage="learned", evidence="said"))
    >>> [(a.cue.text, a.content[0].text) for a in part_turned(text, [said], ())]
    [('said', 'the offer was fair'), ('accused', 'the union of lying')]
    """
    parted, claims = [], Claims(found)
    for given in found:
        turn = _turn_in(text, given)
        if turn is None:
            parted.append(given)
            continue
        *before, last = given.content
        content = (*before, Passage(text, last.start, turn.start("joint")))
        parted.append(with_content(text, given, content, quotations))
        if not claims.cues.touches(turn.span("cue")):
            parted.append(_second(text, given, turn, quotations))
    return parted


def _turn_in(text: str, given: Attribution) -> re.Match[str] | None:
    """Where somebody goes on by another verb, in what they have said behind theirs."""
    cue, source, last = given.cue, given.source, given.content[-1]
    if cue is None or source is None or not source.end <= cue.start < cue.end <= last.start:
        return None
    if given.zone == "headline" or text[last.start] in _MARKS:
        return None
    if not holds(text, *last.span, _HINTS) or _TURN_RE.search(text, *last.span) is None:
        return None
    clause = _CLAUSE_RE.match(text, *last.span)
    behind = last.start if clause is None else clause.end() - 1
    turn = _TURN_RE.search(text, behind, last.end)
    if turn is None or turn.end() >= last.end:
        return None
    first = text[last.start : turn.start()]
    if len(first.split()) < _SHORTEST or _OTHER_RE.search(text, behind + 1, turn.start()):
        return None
    # "condemned the attack | and urged calm": what is no clause has no second verb.
    is_named = clause is None and (
        cue.text in label_words("judging_verbs") or cue.text.endswith(_DECREEING)
    )
    if clause is None and (not is_named or _FINITE_RE.search(text, last.start, turn.start())):
        return None
    return turn if is_paired(first) else None


def _second(
    text: str, given: Attribution, turn: re.Match[str], quotations: Sequence[Quotation]
) -> Attribution:
    """The attribution of the other verb."""
    start = turn.end() + 1
    return build_attribution(
        text,
        [(start, given.content[-1].end)],
        cue=turn.span("cue"),
        source=None if given.source is None else given.source.span,
        reason=Reason(stage=STAGE, evidence="turned to another"),
        quotations=quotations,
    )
