"""Contents and sources that were read in each other's place behind a comma and "said".

    Roy would fly home | , said | his father, who came on Thursday.
    The seats could save oil | , say | the researchers, oil that is dear.
    A gull flew over the ship | , says | Berg who was on board.
    The pumps failed twice | , said | a report by the harbour office.
    The yard | , said | its owner, is closed.
    All ships | should go to Oslo, | says | the watchdog.
    The market | will grow in Oslo, thinks | Ana Berg of Kvik.
    Berg the real king of the ring | , says | Karl Reed.
    "I lost all", said | the shopkeeper.                    Pandas are many more, say | scientists.

A subject has no comma before its verb: what stands before it is what was said.
"""

from __future__ import annotations

import re

from attrs import evolve

from diplotext.attribution.auxiliary import AUXILIARY
from diplotext.attribution.build import cue_at, source_at, with_parts
from diplotext.attribution.clause.inverted_final import TELLING
from diplotext.attribution.source.cue_source import SAYING
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.role_noun import is_person_noun, role_nouns
from diplotext.model import Attribution, Cue, Passage, Source

__all__ = ["turn_swapped"]

_SAYING = SAYING | TELLING | frozenset(("concludes", "concluded", "cautions", "reckons", "reckon"))
_CLOSING = (",", '",', ",”", "”,", ',"')
_FINITE = rf"(?:{AUXILIARY})\b"
_FINITE_RE = lazy_re(rf"(?:(?!\b(?:who|which|whose|that)\s)[^\n]){{0,300}}?\s(?:{_FINITE}|[\"“])")
_GAP_RE = lazy_re(rf"\s(?:{_FINITE})[^;:!?.\n\"“”]{{1,200}},\s\Z")
_FEWEST_WORDS = 4  # of a clause
# "the researchers, | oil that is dear": behind people in the plural goes on what they say.
_GOES_ON_RE = lazy_re(
    r"(?P<who>(?:(?:the|his|her|its|their|some|many)\s)?(?:[\w’'-]+\s){0,2}(?P<head>[a-z]+)),\s+"
    r"(?!(?:who|whose|an?|the|of|in|at|from|based|led)\b)(?P<rest>[a-z].*)",
    re.DOTALL,
)
_RELATIVE_NAME_RE = lazy_re(r"[A-Z][\w’'-]+(?:\s[A-Z][\w.’'-]*){0,3}\swho\s")
_FULL_NAME_RE = lazy_re(
    r"(?:[a-z]+\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w.’'-]*){1,3}(?:\sof\s[^,;:]{2,80})?\Z"
)
# The last is a dateline's: "LIMA, May 3 (Kvik) - ".
_SENTENCE_RE = lazy_re(r"[.!?]\s+|\n\s*|[\"“”:;]\s*|(?:\)|\b[A-Z]{3,}|\d)\s(?:[–—-]{1,2}|_)\s")
_REACH = 300
_DETERMINER_RE = lazy_re(r"(?:an?|the|his|her|its|their|one)\s\w")
_TAIL_RE = lazy_re(r"\s(?:of|by|for|in|at|from|to|with|on|who)\s")
# "its owner, | is closed": who says it stands within what is said.
_INSIDE_RE = lazy_re(
    rf"(?P<who>(?:(?:an?|the|his|her|its|their)\s)?(?!{_FINITE})[\w.’'-]+(?:\s(?!{_FINITE})[\w.’'-]+){{0,5}}),\s"
    rf"(?P<rest>(?:{_FINITE}).*)",
    re.DOTALL,
)
# Somebody, with what is told of them: "his father, Luc, who flew in", "one who asked".
_PERSON_RE = lazy_re(
    rf"(?!(?:it|he|she|they|we|I|there|this)\s\w)(?:(?:an?|the|his|her|its|their|one|another)\s)?(?!{_FINITE})[\w.’'-]+"
    rf"(?:\s(?!{_FINITE}|who\b|[a-z]+ed\b)[\w.’'-]+){{0,14}}(?:,\s(?:who|an?|the|[A-Z])|\s(?:who|that|what|which|how)\s|\s\(|\Z)"
)


# "the shopkeeper who fled", "Canadian academics", "the clerk, K. Rao"
_WHOSE_RE = lazy_re(
    r"(?:(?:an?|the|his|her|its|their|some|many|one)\s)?(?:[\w’'-]+\s){0,4}?(?P<head>[\w’'-]+)"
    r"(?:,?\s(?:who|whose|that|of|in|at|from|for|by|with)\s[^\"“”]*|,\s[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3})?"
)


def turn_swapped(text: str, given: Attribution) -> Attribution:
    """The attribution with content and source in their places."""
    if given.source is None:
        return _with_source(text, given)
    given = _with_verb(text, given)
    cue, source, (first, *rest) = given.cue, given.source, given.content
    if cue is None or source is None or rest or first.start != cue.end + 1:
        return given
    if cue.text not in _SAYING:
        return given
    if text[source.end : cue.start].strip() not in _CLOSING:
        return _with_gap(text, given, source, cue)
    if (inside := _INSIDE_RE.match(text, *first.span)) is not None and "," not in source.text:
        # "The yard | , said | its owner, is closed."
        parts = (Passage(text, *source.span), Passage(text, inside.start("rest"), first.end))
        return with_parts(given, parts, source_at(text, *inside.span("who")))
    is_finite = _FINITE_RE.match(text, *source.span) is not None
    goes_on = _GOES_ON_RE.match(text, *first.span) if is_finite else None
    if goes_on is not None and is_person_noun(goes_on["head"], "plural"):
        parts = (Passage(text, *source.span), Passage(text, goes_on.start("rest"), first.end))
        return with_parts(given, parts, source_at(text, *goes_on.span("who")))
    is_clause = is_finite or _is_whole(source, first)
    if not is_clause or _PERSON_RE.match(text, *first.span) is None:
        return given
    content = (Passage(text, _sentence_start(text, source.start), source.end),)
    return with_parts(given, content, source_at(text, *first.span))


def _with_source(text: str, given: Attribution) -> Attribution:
    """The attribution with a source that was read as what is said: `"I lost all", said | he`."""
    cue, content = given.cue, given.content
    if cue is None or cue.text not in _SAYING or len(content) != len(("before", "behind")):
        return given
    said, who = content
    if text[said.end : cue.start].strip() not in _CLOSING or who.start != cue.end + 1:
        return given
    whose = _WHOSE_RE.fullmatch(text, *who.span)
    if whose is None or whose["head"].lower() not in role_nouns():
        return given
    return with_parts(given, (said,), Source(text, *who.span, form="nominal"))


def _with_gap(text: str, given: Attribution, source: Source, cue: Cue) -> Attribution:
    """The same where the clause's verb was left to nobody: "All ships | should go, | says | he"."""
    (first, *rest), gap = given.content, text[source.end : cue.start]
    if (
        rest
        or cue.text.endswith("ing")
        or not gap.endswith(", ")
        or _GAP_RE.match(gap) is None
        or "," in source.text
    ):
        return given
    if _PERSON_RE.fullmatch(text, *first.span) is None:
        return given
    content = (Passage(text, _sentence_start(text, source.start), cue.start - len(", ")),)
    return with_parts(given, content, source_at(text, *first.span))


def _with_verb(text: str, given: Attribution) -> Attribution:
    """The attribution with a verb of saying as its cue, and what stands before in its source.

    "the market | will grow in Oslo, thinks | Ana Berg": the comma ends what she thinks.
    """
    cue, source = given.cue, given.source
    before, comma, verb = cue.text.rpartition(", ") if cue is not None else ("", "", "")
    if cue is None or source is None or not comma or verb not in _SAYING:
        return given
    if source.end + 1 != cue.start or _FINITE_RE.match(" " + before + " ") is None:
        return given
    source = Source(text, source.start, cue.start + len(before), form="nominal")
    own = evolve(given, cue=cue_at(text, cue.end - len(verb), cue.end))
    return with_parts(own, given.content, source)


def _sentence_start(text: str, start: int) -> int:
    """Where the sentence of what is said begins: "On the day itself, | a gull flew over"."""
    low = max(0, start - _REACH)
    ends = [mark.end() for mark in _SENTENCE_RE.finditer(text, low, start)]
    return ends[-1] if ends else start if low else 0


def _is_whole(source: Source, first: Passage) -> bool:
    """Whether a source is a clause by its comma: "The pumps failed twice | , said | a report"."""
    if "," in source.text or "," in first.text or len(source.text.split()) < _FEWEST_WORDS:
        return False
    if _RELATIVE_NAME_RE.match(first.text) is not None:
        return True  # "A gull flew over | , says | Berg who was on board"
    is_name = _FULL_NAME_RE.match(first.text) is not None
    is_last = not first.document[first.end : first.end + 2].strip('.\n "”')
    if is_name and (is_last or source.text[0].islower()):
        return True  # "... for steering, timing and warning systems | , says | Ana Berg of Kvik"
    head = _TAIL_RE.split(first.text, maxsplit=1)[0].rstrip().rpartition(" ")[2]
    return _DETERMINER_RE.match(first.text) is not None and head.lower() in role_nouns()
