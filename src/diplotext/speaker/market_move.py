"""Whose shares moved: the firm that a clause behind it is of, "Kvik fell after the company said".

What a firm's shares did is told with the reason in a clause of the same sentence, and "it" or "the
retailer" that opens the clause is that firm, whoever spoke before: a convention of market reports.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from diplotext.speaker.name.table import listed
from diplotext.speaker.story import Story

__all__ = ["MOVED", "firm_that_moved"]

MOVED = "firm whose shares moved"
NAMES_BACK = 4
REACH = 240  # between the firm's name and the clause, in characters
OPENER_RE = re.compile(r"\b(?:after|as|because|once|since|when)\s(?:[A-Z][a-z]+day\s)?\Z")
CODE = r"(?:\s*[(<\[][^()<>\[\]\n]{1,20}[)>\]]|\s[A-Z]{1,6}\.[A-Z]{1,2}\b)?"
MOVES = "|".join(sorted(listed("market_moves")))
# "Kvik closed down 3 percent", but "Kvik closed a plant", "Kvik fell silent"
SESSION = (
    r"(?:closed|ended|fell|finished|lost|opened|traded)(?=\s(?:[\d$€£¥]|on\s[A-Z]|(?:about|after|as|at"
    r"|by|down|flat|higher|lower|more|nearly|sharply|to|up)\b))"
)
# "Kvik shares were | volatile"
STATES = r"(?:active|flat|halted|higher|lower|mixed|unchanged|volatile)"
# "Kvik Corp (KVK.N) | fell 3 percent to $12", "Kvik shares were down 3 percent"
MOVE_RE = re.compile(
    rf"(?:['’]s?)?{CODE}(?:,\s[^,.;“”\"]{{1,80}},|,\swhich|,(?=\s(?:down|up)\s))?\s(?:(?:common\s|ordinary\s)?(?:shares?|stock)\s)?"
    r"(?:(?:also|had|has|have|later|was|were)\s){0,2}"
    rf"(?:{MOVES}|{SESSION}|(?<=\swere\s){STATES}|(?<=\swas\s){STATES})\b[^;“”\"]{{0,200}}\Z"
)
SHARES_RE = re.compile(r"\b(?:[Ss]hares?|[Ss]tock)\s(?:in|of)\s(?:the\s)?(?:[a-z][\w-]*\s){0,4}\Z")


def has_code(text: str, end: int) -> bool:
    """Whether a share's code stands behind a name: "Kvik (KVK.N)"; "Stocks" has none."""
    return text[end : end + 2].strip()[:1] in ("(", "<", "[")


def firm_that_moved(story: Story, start: int) -> int | None:
    """The number of the chain whose shares moved, in the sentence before a source at ``start``.

    None where no clause of a reason begins at ``start`` or no firm's shares moved.
    """
    text, sentence = story.text, story.sentence_of(start)
    if sentence < 0 or OPENER_RE.search(text, max(0, start - 24), start) is None:
        return None
    first = max(story.sentence_starts[sentence], start - REACH)
    at = bisect_left(story.starts, start)
    for name in reversed(story.names[max(0, at - NAMES_BACK) : at]):
        if name.outer < first:
            break
        owns = SHARES_RE.search(text, max(first, name.outer - 60), name.outer) is not None
        if (owns and not name.quoted) or MOVE_RE.match(text, name.end, start) is not None:
            chain = story.chain_of(name)
            is_firm = chain.kind == "organization" or (
                chain.kind == "unknown" and (has_code(text, name.end) or not chain.opening)
            )
            return chain.number if is_firm else None
    return None
