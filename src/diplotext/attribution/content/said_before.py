"""Contents before their cue of which only what the writer adds behind it was read.

    The bank cut rates, | two sources said, | in a move that surprised traders
    Two ships collided, | the coast guard said Monday, | in the worst accident since 1990
    The plan was dead, | Berg said: nobody would pay

A clause of its own before who speaks is what is said; "in a move", "as tension grew" behind the
comma tell what the writer makes of it.
"""

from __future__ import annotations

from attrs import evolve

from diplotext.attribution.auxiliary import FINITE
from diplotext.attribution.build import Span, past_blanks, with_parts
from diplotext.attribution.field.circumstance import SentenceIndex
from diplotext.attribution.field.day import WEEKDAY
from diplotext.attribution.labels import label_words
from diplotext.body.sentence import word_set
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Attribution, Passage

__all__ = ["mend_said_before"]

# ", in a move that", " on Monday, in the first": what the writer adds.
_TAIL_RE = lazy_re(
    r"\s(?:while|when)\s[a-z]+ing\s"  # "said | while visiting the port"
    rf"|(?:\s(?:(?:on|late|early)\s)*(?:{WEEKDAY}|today|yesterday))?,\s"
    r"(?:in\s(?:an?|the\s(?:first|latest|worst|biggest|largest|most|second|third|last|deadliest|highest|strongest|clearest)|what|one\sof)"
    r"|as|amid|after|following|(?:hours|days|weeks|months|(?:a|one|two)\s(?:day|week|month)s?)\s(?:after|before))\s"
)
_OPENERS = word_set(
    """
    in on at as if when while although though because despite after before since during meanwhile
    but and for with by from under asked according to unless once whether unlike like given
    """
)
_SUBORDINATE = word_set("as if when while although though because after before since once unless")
_WHERE = (", where ", ", which ", ", who ", ", when ", ", whose ")
_FINITE_RE = lazy_re(rf"\s(?:{FINITE}|says|is)\b")
_RELATIVE = (" who ", " which ", " whose ")
_FEWEST = 4  # words of a clause before the cue
_LONGEST = 400
_MOST = 2  # contents: the clause, and what the writer adds
_MARKS = frozenset('"“”«»')


def mend_said_before(text: str, given: Attribution, sentences: SentenceIndex) -> Attribution:
    """The attribution with the clause before who speaks, and without the writer's words.

    >>> from diplotext.attribution.build import build_attribution
    >>> from diplotext.body.token import tokenize
    >>> from diplotext.model import Reason
    >>> text = "The bank cut rates, two sources said, in a move that surprised traders."
    >>> said = build_attribution(text, [(48, 70)], cue=(32, 36), source=(20, 31),
    ...                          reason=Reason(stage="learned", evidence="said"))
    >>> index = SentenceIndex(tokenize(text, [(0, 71)]))
    >>> [part.text for part in mend_said_before(text, said, index).content]
    ['The bank cut rates']
    """
    cue, source, last = given.cue, given.source, given.content[-1]
    if cue is None or source is None or source.end + 1 != cue.start or last.start < cue.end:
        return given
    # The cue may have run on: "said:", "said Monday, in the first".
    verb = cue.text.partition(" ")[0].removesuffix(":")
    if verb not in label_words("clause_verbs") or len(given.content) > _MOST:
        return given
    behind, first = cue.start + len(verb), given.content[0]
    goes_on = first is last and text.startswith(": ", behind) and last.start <= behind + len(": ")
    if not goes_on and _TAIL_RE.match(text, behind) is None:
        return given
    low, high = sentences.around(cue.start)
    clause = _clause_before(text, low, source.start)
    if clause is None:
        return given
    if goes_on:
        return with_parts(given, (Passage(text, *clause), last), source)
    if last.end > high or (first is not last and first.span != clause):
        return given
    if first is not last and not text[behind : last.start].strip(" ,"):
        return given  # "said, | as prices fell" may be said too
    own = evolve(cue, end=behind)
    return with_parts(evolve(given, cue=own), (Passage(text, *clause),), source)


def _clause_before(text: str, low: int, end: int) -> Span | None:
    """The clause from a sentence's start to the comma before who speaks."""
    start = past_blanks(text, low, end)
    said = text[start:end].rstrip()
    words = said.split()
    if not said.endswith(",") or len(words) < _FEWEST or len(said) > _LONGEST:
        return None
    opener = words[0].lower().strip(",")
    if opener.endswith("ing") or not _MARKS.isdisjoint(said):
        return None
    # "When it rained, people ran": the main clause stands behind its own comma.
    main = said.find(",", 0, len(said) - 1) if opener in _OPENERS else 0
    if main > 0 and (opener not in _SUBORDINATE or said.startswith(_WHERE, main)):
        return None
    subject = said.find(" ", main + len(", ")) if main > 0 else main
    finite = _FINITE_RE.search(said, subject) if subject >= 0 else None
    if finite is None or any(0 <= said.find(word) < finite.start() for word in _RELATIVE):
        return None
    return start, start + len(said) - 1
