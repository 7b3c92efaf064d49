"""Quotations under a sentence that ends in a colon: `She went on:` and a paragraph of speech.

    She went on:                    Her deputy, Karl Berg, was short:
    "I have given ten years."       "We will miss her."

The next paragraph is a quotation and nothing else, which nobody has claimed; whoever the sentence
is about has said it. `The message was clear:` has nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from diplotext.attribution.build import Span, build_attribution
from diplotext.attribution.clause.clause import STAGE
from diplotext.attribution.labels import label_words
from diplotext.attribution.line.headed import is_bare, names_person
from diplotext.attribution.range_set import RangeSet
from diplotext.lexicon.role_noun import is_person_noun
from diplotext.model import Attribution, Quotation, Reason

__all__ = ["find_colon_lines"]

_LONGEST = 200  # characters of a sentence
_NAME = r"[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,5}"
_MORE = 3  # words that may follow the verb: "was short", "put it this way"


def find_colon_lines(
    text: str,
    paragraphs: Sequence[Span],
    quotations: Sequence[Quotation],
    found: Sequence[Attribution],
) -> list[Attribution]:
    r"""One attribution for each quotation under such a sentence.

    >>> from diplotext.body.quotation import find_quotations
    >>> lines = 'Ruiz resigned. She went on:\n"It is over."'
    >>> ranges = [(0, 27), (28, 41)]
    >>> led = find_colon_lines(lines, ranges, find_quotations(lines, ranges), ())
    >>> [(a.source.text, a.cue.text) for a in led]
    [('She', 'went on:')]
    >>> lines = 'The message was clear:\n"It is over."'
    >>> ranges = [(0, 22), (23, 36)]
    >>> find_colon_lines(lines, ranges, find_quotations(lines, ranges), ())
    []
    """
    reason = Reason(stage=STAGE, evidence="sentence and a colon")
    return [
        build_attribution(text, content, cue=cue, source=who, reason=reason, quotations=quotations)
        for who, cue, content in _led(text, paragraphs, quotations, found)
    ]


def _led(
    text: str,
    paragraphs: Sequence[Span],
    quotations: Sequence[Quotation],
    found: Sequence[Attribution],
) -> Iterator[tuple[Span, Span, list[Span]]]:
    """Who speaks, the cue and the quotations."""
    starts: list[int] = []
    claimed: RangeSet | None = None
    for number, (start, end) in enumerate(paragraphs[:-1]):
        if not text.endswith(":", start, end):
            continue
        match = _sentence_re().search(text, max(start, end - _LONGEST), end)
        if match is None or not _is_somebody(match):
            continue
        starts = starts or [quotation.start for quotation in quotations]
        low, high = paragraphs[number + 1]
        own = quotations[bisect_left(starts, low) : bisect_left(starts, high)]
        if not own or not is_bare(text, (low, high), own):
            continue
        claimed = claimed or RangeSet(
            [part.span for a in found for part in a.content if a.cue is not None]
        )
        if not any(claimed.touches(quotation.span) for quotation in own):
            yield match.span("who"), match.span("cue"), [q.span for q in own]


@cache
def _sentence_re() -> re.Pattern[str]:
    """The last sentence of a paragraph: who, and a verb of saying or being with its colon."""
    verbs = "|".join(sorted(label_words("clause_verbs") | {"went on", "goes on", "carried on"}))
    being = "|".join(sorted(label_words("bearing_verbs")))
    return re.compile(
        r"(?:\A|(?<=\n)|(?<=[.!?]\s)|(?<=[.!?][\"”]\s))"
        rf"(?P<who>He|She|They|{_NAME}(?:,\s[^,:.\"“”]{{2,60}}(?=,\s))?"
        rf"|(?:His|Her|Their|The|An?|One|Another)\s(?:[\w’'-]+\s){{0,5}}?(?P<noun>[\w-]+)(?:,\s{_NAME}(?=,\s))?),?\s"
        rf"(?P<cue>(?:(?:has|had|also|later|then|further|once)\s)*(?:(?:{verbs})|(?P<being>(?:{being})"
        rf"(?:\s[\w’'-]+){{1,{_MORE}}}))(?:\s(?:to\ssay|on|in|of)\b[^:.\"“”]{{0,60}})?:)\Z"
    )


def _is_somebody(match: re.Match[str]) -> bool:
    """Whether who a sentence is about is a person: no "message", no "Norland"."""
    noun = match["noun"]
    if noun is not None:
        return is_person_noun(noun)
    who = match["who"]
    if match["being"] is None or who in ("He", "She", "They"):
        return True
    return names_person(who.split(",")[0].split())
