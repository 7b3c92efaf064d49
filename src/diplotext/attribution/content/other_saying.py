"""Contents that ran on into what somebody else says, up to the joint between the two.

    Moss said he was for it | ; another parent said it was a nightmare
    Police say nine died | , but witnesses say it was eleven
    Berg said fares would rise | and the union said it would strike

Behind "and", or "but" without a comma, both have to say it in plain words, and nobody else speaks
before: what others say may be told of as well.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from diplotext.attribution.auxiliary import AUXILIARY, DO, PAST
from diplotext.attribution.build import with_parts
from diplotext.attribution.clause.clause import Claims
from diplotext.body.sentence import word_set
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Attribution, Passage

__all__ = ["OtherSayings"]

_JOINT_RE = lazy_re(
    r"(?:;\s(?:and\s|but\s)?|,\s(?:but|while|whereas)\s|(?P<and>,?\s(?:and|but|while)\s))\Z"
)
_JOINT = 12  # characters of a joint, at most
# Of what others do one may speak: "a poll showed" tells of those polled.
_PLAIN = word_set(
    """
    say says said tell tells told add adds added warn warned insist insists insisted argue argues
    argued admit admits admitted announced stated revealed cautioned denied complained assured
    maintained acknowledged
    """
)
_PRONOUNS = word_set("he she they it we i")
_ADDING = word_set("also later then further")
_FINITE_RE = lazy_re(rf"\s(?:{AUXILIARY}|{DO}|{PAST}|[a-z]{{3,}}ed)\s")
_FEWEST = 2  # words before who says otherwise


class OtherSayings:
    """The attributions of a story by where their sources begin."""

    def __init__(self, found: Sequence[Attribution], claims: Claims) -> None:
        """Of the attributions and what they claim."""
        self._others = {a.source.start: a for a in found if a.source is not None}
        self._starts = sorted(self._others)
        self._claims = claims

    def up_to(self, text: str, given: Attribution) -> Attribution:
        """The attribution with its content up to where somebody else says something."""
        cue, last = given.cue, given.content[-1]
        if cue is None or cue.end > last.start:
            return given
        low, high = bisect_right(self._starts, last.start), bisect_left(self._starts, last.end)
        for start in self._starts[low:high]:
            joint = _JOINT_RE.search(text, max(last.start, start - _JOINT), start)
            if joint is None:
                continue
            first = text[last.start : joint.start()]
            words = first.removeprefix("that").split()
            if len(words) < _FEWEST or first.count('"') % 2:
                continue
            if joint["and"] and not self._is_apart(given, first, self._others[start]):
                continue
            content = (*given.content[:-1], Passage(text, last.start, joint.start()))
            return with_parts(given, content, given.source)
        return given

    def _is_apart(self, given: Attribution, first: str, other: Attribution) -> bool:
        """Whether another says something behind "and": nothing that the first one speaks of.

        "He said it was late | and Holm also said so"
        """
        cue, own, source = other.cue, given.cue, other.source
        if cue is None or own is None or source is None or cue.start < source.end:
            return False
        # "TASS said | Berg told aides he would go and Holm said", with Berg's own cue
        low = given.content[-1].start
        if self._claims.cues.touches((low, low + len(first))) or not _FINITE_RE.search(first):
            return False
        words, plain = cue.text.lower().split(), own.text.lower().rstrip(":").split()
        if " and " in source.text:
            return False  # "by talks | and terms and Kvik | said": where it begins is not sure
        if source.text.lower() in _PRONOUNS and words[0] not in _ADDING:
            return False
        return words[-1] in _PLAIN and not _PLAIN.isdisjoint(plain[-1:])
