"""Sources of which what is said took the first words, or which a hyphen cut.

    The port was shut, a person | with knowledge of it said      ..., the "Long Road | " star said
    The port was shut, a letter signed by | 40 captains said     according to the 24 | -year-old

Behind the last comma stands a noun phrase without a verb: it is no more said than what follows it.
"""

from __future__ import annotations

from attrs import evolve

from diplotext.attribution.auxiliary import AUXILIARY, DO
from diplotext.attribution.build import past_blanks, source_at, with_parts
from diplotext.attribution.labels import label_words
from diplotext.body.sentence import word_set
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Attribution, Passage, Source

__all__ = ["mend_cut"]

_REACH = 70  # characters of what was cut off
_FEWEST = 3  # words that are said
# Behind the last comma or mark: "a person", "the then", "the “Long Road".
_HEAD_RE = lazy_re(
    r"(?P<said>.*\w[\"”’']?)(?:,|[,?!][\"”])\s(?P<head>(?:the|an?|his|her|its|their|one|another)\b"
    r"(?:\s[\"“‘'](?=[A-Z])[^\"“”,]{2,40}[\"”’']?|(?:\s[\w-]+){0,5}))",
    0,
)
_OPENING_RE = lazy_re(r"(?:The|An?|His|Her)\s[\"“‘'][A-Z][^\"“”,]{2,40}[\"”’']?")
_GAP = frozenset(("", '"', "”", "’", "'"))  # marks between what was cut and the rest
_FINITE = word_set(f"{AUXILIARY} {DO}".replace("|", " "))
_NEW = word_set("the a an he she his her its")  # begins another noun phrase
_AGED_RE = lazy_re(
    r"(?P<age>-(?:year|month|day)-olds?)\b(?:\s(?!said\b)[\w’'-]+){0,6}?(?=[.,;\n]|\Z|\s[\"“])"
)


def mend_cut(text: str, given: Attribution) -> Attribution:
    """The attribution with the whole of its source.

    >>> from diplotext.attribution.build import build_attribution
    >>> from diplotext.model import Reason
    >>> text = "The port was shut, a person with knowledge of it said."
    >>> said = build_attribution(text, [(0, 27)], cue=(49, 53), source=(28, 48),
    ...                          reason=Reason(stage="learned", evidence="said"))
    >>> mended = mend_cut(text, said)
    >>> mended.source.text, mended.content[0].text
    ('a person with knowledge of it', 'The port was shut')
    """
    cue, source = given.cue, given.source
    if cue is None or source is None:
        return given
    if text.startswith("-", source.end) and text[source.end - 1].isdigit():
        return _with_age(text, given, source)
    if source.end > cue.start or text[source.start].isupper():
        return given
    before = [part for part in given.content if part.end <= source.start]
    if not before or text[before[-1].end : source.start].strip() not in _GAP:
        return given
    last = before[-1]
    if len(given.content) > 1 and last is given.content[0] and _OPENING_RE.fullmatch(last.text):
        return _with_start(text, given, source, last.start, ())
    low = max(last.start, last.end - _REACH)
    parted = _HEAD_RE.fullmatch(text, low, last.end)
    if parted is None or not _is_cut(parted["head"].lower().split(), source.text):
        return given
    said = Passage(text, last.start, parted.end("said"))
    if len(said.text.split()) < _FEWEST:
        return given
    return _with_start(text, given, source, parted.start("head"), (said,))


def _is_cut(head: list[str], source: str) -> bool:
    """Whether the words before a source need what follows: no verb, and no noun phrase behind."""
    verbs = label_words("clause_verbs") | _FINITE
    return verbs.isdisjoint(head) and source.lower().split()[0] not in _NEW


def _with_start(
    text: str, given: Attribution, source: Source, start: int, said: tuple[Passage, ...]
) -> Attribution:
    """The attribution with a source that begins earlier, and what is said before it instead."""
    kept = [part for part in given.content if part.end <= start or part.start >= source.end]
    content = tuple(sorted((*kept, *said), key=lambda part: part.start))
    return with_parts(given, content, source_at(text, start, source.end)) if content else given


def _with_age(text: str, given: Attribution, source: Source) -> Attribution:
    """The source with the rest of "24-year-old striker", what is said behind it and its comma."""
    aged, cue = _AGED_RE.match(text, source.end), given.cue
    if aged is None:
        return given
    end = aged.end()
    if cue is not None and source.end <= cue.start < end:
        # "the 24 | -year-old asked": the verb is the cue's, the age is not
        end = aged.end("age")
        if end >= cue.end:
            return given
        given = evolve(
            given, cue=evolve(cue, start=max(cue.start, past_blanks(text, end, cue.end)))
        )
    content = tuple(
        Passage(text, past_blanks(text, end + (text[end] == ","), part.end), part.end)
        if part.start < end < part.end and part.start >= source.end
        else part
        for part in given.content
    )
    return with_parts(given, content, Source(text, source.start, end, form=source.form))
