"""Whose turn it is in an exchange of quotations without a cue: a question and its answer."""

from __future__ import annotations

from collections.abc import Sequence

from diplotext.model import Attribution, Source

__all__ = ["asks", "find_turn"]

_QUESTION_ENDS = " ,.\t\r\n\u00a0”’\"'»"


def find_turn(own: str, last: Source, turns: Sequence[Attribution]) -> tuple[Source, str]:
    """Whose turn it is: the same speaker's, or the other's of an exchange.

    “For how long?” asked Reyes, and the next paragraph is the answer; behind that, “And then?”
    is a question of the one who has asked.
    """
    if asks(turns[-1].content[-1].text):
        evidence = "turn after a question"
    elif asks(own) and len(turns) > 1 and asks(turns[-2].content[-1].text):
        evidence = "question after an answer"
    else:
        return last, "same speaker"
    for turn in reversed(turns[-4:]):
        if turn.source is not None and turn.source.text.lower() != last.text.lower():
            return turn.source, evidence
    return last, "same speaker"


def asks(content: str) -> bool:
    """Whether words are a question.

    >>> asks("And then?”"), asks("And then.")
    (True, False)
    """
    return content.rstrip(_QUESTION_ENDS).endswith("?")
