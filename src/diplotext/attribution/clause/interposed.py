"""Cue clauses between a subject and its verb, behind which what is said goes on.

    The two men, according to police, | had been drinking     The vaccine, says Berg, | halves it
    The storm, said Ana Ruiz, the mayor, | sank nine boats

A sentence that opens with a noun phrase has its verb still to come: what stands behind the comma
that closes the cue clause is said too, and no part of who says it.
"""

from __future__ import annotations

from diplotext.attribution.auxiliary import AUXILIARY, DO, PAST
from diplotext.attribution.build import Span, source_at, with_parts
from diplotext.attribution.field.circumstance import SentenceIndex
from diplotext.attribution.labels import label_words
from diplotext.attribution.source.person_part import is_part_of_person
from diplotext.body.sentence import word_set
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Attribution, Passage, Source

__all__ = ["is_subject", "may_be_verb", "mend_interposed", "turn_interposed"]

_LONGEST = 14  # words of a subject
_FARTHEST = 120  # characters of a subject
_FEWEST = 2  # words of what is said of it
_AUXILIARY = word_set(f"{AUXILIARY} {DO} cannot".replace("|", " "))
_PAST = word_set(PAST.replace("|", " "))
# What opens no subject, and what no verb is behind the clause.
_OPENERS = word_set(
    """
    in on at for with by after before during since from under as if when while although though
    because despite following to and but or so yet meanwhile however still also then now today
    yesterday nationally according
    """
)
_NO_VERBS = word_set(
    """
    and or but which who whose whom where when as while with up down compared citing from to the a
    an his her its their he she it they in on at after before for of by including
    """
)
_ADVERBS = word_set("still never also now already always often then once not again even")
_WORD_RE = lazy_re(r"[\w’'-]+")
_PERFECT = frozenset(("has", "have", "had"))
_JOINTS = (", ", " — ", " -- ", " – ")
_DETERMINERS = word_set("the a an his her its their some many most")
_MARKS = frozenset('"“”:;()')


def turn_interposed(text: str, given: Attribution, sentences: SentenceIndex) -> Attribution:
    """The attribution with the subject of what is said, which was read as its source's or nobody's.

    "Bees, | researchers | have found, | can count", "The law — | critics | say — | is a trap"
    """
    cue, source, first = given.cue, given.source, given.content[0]
    if cue is None or source is None or source.end + 1 != cue.start or len(given.content) > 1:
        return given
    joint = text[cue.end : first.start]
    if joint not in _JOINTS or text.count(joint, *source.span) > 1:
        return given
    low, at = source.start, text.find(joint, *source.span)
    if at < 0 and text.endswith(joint, 0, source.start):
        low, at = sentences.around(cue.start)[0], source.start - len(joint)
    if not low < at <= low + _FARTHEST or not is_subject(text[low:at]):
        return given
    word = _WORD_RE.match(text, first.start, first.end)
    who = text[at + len(joint) : source.end]
    is_who = who[:1].isupper() or who.partition(" ")[0] in _DETERMINERS or who.endswith("s")
    if word is None or not is_who or not may_be_verb(text, word[0], word.end(), first.end):
        return given
    if is_part_of_person(who):
        return given  # "Ana Ruiz, the mayor, said, was late"
    own = source_at(text, at + len(joint), source.end)
    return with_parts(given, (Passage(text, low, at), first), own)


def mend_interposed(text: str, given: Attribution, sentences: SentenceIndex) -> Attribution:
    """The attribution with the rest of its sentence as a second content.

    >>> from diplotext.attribution.build import build_attribution
    >>> from diplotext.body.token import tokenize
    >>> from diplotext.model import Reason
    >>> text = "The two men, according to police, had been drinking."
    >>> said = build_attribution(text, [(0, 11)], cue=(13, 25), source=(26, 32),
    ...                          reason=Reason(stage="learned", evidence="according to"))
    >>> sentences = SentenceIndex(tokenize(text, [(0, 52)]))
    >>> [part.text for part in mend_interposed(text, said, sentences).content]
    ['The two men', 'had been drinking']
    """
    cue, source, first = given.cue, given.source, given.content[0]
    if cue is None or source is None or not _may_go_on(given.content, source):
        return given
    if first.end > min(cue.start, source.start) or text[first.end : first.end + 1] != ",":
        return given
    *before, verb = cue.text.lower().split() or [""]
    is_saying = verb in label_words("clause_verbs") and _PERFECT.issuperset(before)
    is_saying = is_saying or cue.text.lower() == "according to"
    if not is_saying or not is_subject(first.text):
        return given
    low, high = sentences.around(cue.start)
    if low != first.start:
        return given
    behind = max(cue.end, source.end) if source.end > cue.end else cue.end
    parts = _parts(text, source, behind, high)
    if parts is None:
        return given
    end, (start, stop) = parts
    whole = (
        source if source.start < cue.start else Source(text, source.start, end, form=source.form)
    )
    return with_parts(given, (first, Passage(text, start, stop)), whole)


def _may_go_on(content: tuple[Passage, ...], source: Source) -> bool:
    """Whether one part is said, or the second one is behind the source."""
    return len(content) == 1 or (len(content) == _FEWEST and content[1].start > source.end)


def is_subject(words: str) -> bool:
    """Whether words are a noun phrase without a verb, as far as one can see.

    >>> is_subject("The two men"), is_subject("It was late")
    (True, False)
    """
    lower = [word.lower() for word in _WORD_RE.findall(words)]
    if not 0 < len(lower) <= _LONGEST or not _MARKS.isdisjoint(words):
        return False
    if lower[0] in _OPENERS and lower[1:2] not in (["least"], ["most"]):
        return False
    verbs = _AUXILIARY | _PAST
    return verbs.isdisjoint(lower) and not any(
        word.endswith(("ed", "n't", "n’t")) for word in lower[1:]
    )


def _parts(text: str, source: Source, behind: int, high: int) -> tuple[int, Span] | None:
    """Where the source ends, and what is said behind it; None where no verb follows a comma."""
    at = text.find(", ", source.start if behind == source.end else behind, high)
    if at < 0 or behind not in (source.end, at):
        return None
    while True:
        start = at + len(", ")
        word = _WORD_RE.match(text, start, high)
        if word is not None and may_be_verb(text, word[0], word.end(), high):
            break
        following = text.find(", ", start, high)
        if following < 0 or not is_part_of_person(text[start:following]):
            return None
        at = following
    said = text[start:high].rstrip(" .!?\t\r\n")
    if len(said.split()) < _FEWEST or not _MARKS.isdisjoint(said):
        return None
    return at, (start, start + len(said))


def may_be_verb(text: str, word: str, end: int, high: int) -> bool:
    """Whether a word behind a comma is a verb by its form; ``end`` is where it does.

    >>> may_be_verb("sank in May", "sank", 4, 11), may_be_verb("sisters and", "sisters", 7, 11)
    (True, False)
    """
    if word in _AUXILIARY or word in _PAST or word.endswith("ed"):
        return word not in _NO_VERBS
    following = _WORD_RE.match(text, end + 1, high)
    if (word.endswith("ly") or word in _ADVERBS) and following is not None:
        return may_be_verb(text, following[0], following.end(), high)
    is_present = word.endswith("s") and word.islower() and not word.endswith(("ss", "us"))
    return (
        is_present
        and word not in _NO_VERBS
        and following is not None
        and (
            following[0].islower() and following[0] not in ("and", "or", "who", "of", "at", "from")
        )
    )
