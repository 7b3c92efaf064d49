"""What is done by a rule or compared with what was expected: nobody says it.

Everyone was paid according to their rank      Work is going according to plan
Sales fell more than expected despite rain
"""

from __future__ import annotations

from diplotext.attribution.doubt.cue_table import CueWords
from diplotext.attribution.labels import label_words
from diplotext.model import Attribution, Cue

__all__ = ["is_standard", "may_be_standard"]

_ACCORDING = ("according", "according to")
_EXPECTED = frozenset(
    ("expected", "feared", "forecast", "thought", "hoped", "predicted", "estimated")
)


def may_be_standard(cue: CueWords) -> bool:
    """Whether a cue may bring in a rule or what was expected."""
    return cue.text.partition(" ")[0] in _EXPECTED or cue.text.lower().endswith(_ACCORDING)


def is_standard(given: Attribution, cue: Cue) -> bool:
    """Whether something is done by a rule, or compared with what was expected.

    What stands behind a comma is said by the rules: "According to the rules, each has one vote".

    >>> from diplotext.attribution.build import build_attribution
    >>> from diplotext.model import Reason
    >>> text = "All were paid according to their rank."
    >>> said = build_attribution(text, [(0, 13)], cue=(14, 26), source=(27, 37),
    ...                          reason=Reason(stage="learned", evidence="according to"))
    >>> is_standard(said, said.cue)
    True
    """
    text, source = given.document, given.source
    if text.endswith((" than ", " as "), 0, cue.start) and cue.text.partition(" ")[0] in _EXPECTED:
        return True
    if not cue.text.lower().endswith(_ACCORDING):
        return False
    if source is None or source.start < cue.end:
        return source is not None and given.content[0].text.startswith("to ")
    if given.content[0].end > cue.start or "," in text[given.content[0].end : cue.start]:
        return False
    return source.text.lower().rpartition(" ")[2] in label_words("standards")
