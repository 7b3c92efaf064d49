"""Whose turn it is in an exchange of quotations without a cue: a question and its answer."""

from __future__ import annotations

from collections.abc import Sequence

from diplotext.body.sentence import word_set
from diplotext.model import Attribution, Source

__all__ = ["asks", "find_turn"]

_ASKING = word_set("ask inquire enquire demand query wonder question")
_QUESTION_ENDS = " ,.\t\r\n\u00a0”’\"'»"


def find_turn(own: str, last: Source, turns: Sequence[Attribution]) -> tuple[Source, str]:
    """Whose turn it is: the same speaker's, or the other's of an exchange.

    “For how long?” asked Reyes, and the next paragraph is the answer; behind that, “And then?”
    is a question of the one who has asked. “How can it be sold?” he said asks nobody.
    """
    if not turns:
        return last, "same speaker"
    if _puts_question(turns[-1]):
        evidence = "turn after a question"
    elif asks(own) and len(turns) > 1 and _puts_question(turns[-2]):
        evidence = "question after an answer"
    else:
        return last, "same speaker"
    for turn in reversed(turns[-4:]):
        if turn.source is not None and turn.source.text.lower() != last.text.lower():
            return turn.source, evidence
    return last, "same speaker"


def _puts_question(turn: Attribution) -> bool:
    """Whether a question is put to somebody, and not only said."""
    if turn.cue is not None and turn.cue.lemma not in _ASKING:
        return False
    return asks(turn.content[-1].text)


def asks(content: str) -> bool:
    """Whether words are a question.

    >>> asks("And then?”"), asks("And then.")
    (True, False)
    """
    return content.rstrip(_QUESTION_ENDS).endswith("?")
