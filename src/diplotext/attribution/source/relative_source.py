"""Sources that a clause without commas tells of, read whole.

    The owner of a shop that was looted | said           the captain of a ferry that sank | told
    a man who gave his name as Karl | said               according to | everyone we spoke to

The learned stages took the last words of the clause for who speaks ("Karl", "we"), its verb for the
cue ("was looted told"), or cut it off. Whoever the clause is about is one that speaks: a person, no
claim ("The claim that he was late").
"""

from __future__ import annotations

import re

from attrs import evolve

from diplotext.attribution.auxiliary import AUXILIARY, DO
from diplotext.attribution.build import Span, form_of, past_blanks, with_parts
from diplotext.attribution.field.circumstance import SentenceIndex
from diplotext.attribution.labels import label_words
from diplotext.attribution.lemma import lemma_of
from diplotext.attribution.stance import stance_of
from diplotext.body.sentence import word_set
from diplotext.lazy_pattern import holds, lazy_re
from diplotext.lexicon.role_noun import is_person_noun
from diplotext.model import Attribution, Cue, Passage, Source

__all__ = ["mend_relative", "outside", "phrase_start"]

_REACH = 200  # characters of a source and what stands before it
_PHRASE = (
    r"(?P<head>(?:(?i:the|an?|his|her|its|their|one|another|some|many|most|several|two|three)\s)(?:[\w’'-]+\s){1,8}?"
    r"|(?:[\w-]+\s)?[a-z]+s\s(?=who\s)"
    r"|(?i:(?:almost\s|nearly\s)?(?:everyone|everybody|anyone|nobody|those|many|most|some|others|all)\s))"
    r"(?P<pronoun>(?i:who|that|which|whose|whom|I|we|they))\s(?P<clause>(?:[^.,;:\"“”()\n]|\n(?!\s*\n)){2,110}?)"
)
# Up to the verb; up to the end of the sentence, or a comma behind "According to".
_BEFORE_RE = lazy_re(rf"{_PHRASE}\s*\Z")
_BEHIND_RE = lazy_re(rf"{_PHRASE}(?=[.]?\Z|[.]\s|;)")
_OPENING_RE = lazy_re(rf"{_PHRASE}(?=,\s)")
_ALL = word_set("everyone everybody anyone nobody those many most some others all")
_WHO = word_set("who that which whose whom")
_SUBJECTS = word_set("i we they")
_NO_END = _WHO | word_set("he she it i we they you when while where and but or")
_HINTS = tuple(f" {word} " for word in (*sorted(_WHO), "I", "we", "they"))  # a cheap look
_JOINTS = word_set("when while because although though whereas")
_FINITE = word_set(f"{AUXILIARY} {DO}".replace("|", " "))
_SEPARATORS = (", ", ",” ", '," ', "?” ", '?" ', "!” ", '!" ', "”, ", '", ', ",’ ", ",' ")


def phrase_start(text: str, low: int, end: int) -> int:
    """Where a noun and its clause that end before a verb begin, -1 if they do not.

    ``low`` is the start of the sentence or the end of a quotation; the phrase begins there or
    behind the last comma or mark.

    >>> phrase_start("It was late, the owner of a shop that was looted said.", 0, 48)
    13
    >>> phrase_start("The claim that it was late angered her friends who said so.", 0, 50)
    -1
    """
    low = max(low, end - _REACH)
    if not holds(text, low, end, _HINTS):
        return -1
    seps = ((text.rfind(sep, low, end), len(sep)) for sep in _SEPARATORS)
    start = max((at + length for at, length in seps if at >= 0), default=low)
    phrase = _BEFORE_RE.match(text, start, end)
    if phrase is None or not _JOINTS.isdisjoint(phrase["clause"].lower().split()):
        return -1
    return start if _is_somebody(phrase) else -1


def _is_somebody(phrase: re.Match[str]) -> bool:
    """Whether a noun with its clause is one that speaks."""
    head, clause = phrase["head"].lower().split(), phrase["clause"].lower().split()
    if clause[-1] in _NO_END or len(clause) < 2 or not _FINITE.isdisjoint(head):
        return False
    if head[-1].endswith(("ing", "ed", "as")):
        return False
    is_ours = phrase["pronoun"].lower() in _SUBJECTS
    if head[-1] in _ALL:
        is_whole = len(head) <= len(("almost", "all"))
        return is_whole and (is_ours or phrase["pronoun"].lower() == "who")
    if is_ours or not label_words("clause_verbs").isdisjoint(head):
        return False
    return any(map(is_person_noun, head))


def mend_relative(text: str, given: Attribution, sentences: SentenceIndex) -> Attribution:
    """The attribution with the whole of such a source.

    >>> from diplotext.attribution.build import build_attribution
    >>> from diplotext.body.token import tokenize
    >>> from diplotext.model import Reason
    >>> text = "A man who gave his name as Karl said it was late."
    >>> said = build_attribution(text, [(37, 48)], cue=(32, 36), source=(27, 31),
    ...                          reason=Reason(stage="learned", evidence="said"))
    >>> mend_relative(text, said, SentenceIndex(tokenize(text, [(0, 49)]))).source.text
    'A man who gave his name as Karl'
    """
    cue, source = given.cue, given.source
    if cue is None or given.zone == "headline":
        return given
    if source is not None and source.start >= cue.end:
        is_said = cue.text.lower() == "according to" or cue.text in label_words("clause_verbs")
        return _behind(text, given, source, sentences.around(cue.start)) if is_said else given
    verb = max(cue.start, text.rfind(" ", cue.start, cue.end) + 1)
    if text[verb : cue.end].lower() not in label_words("clause_verbs"):
        return given
    start = phrase_start(text, sentences.around(cue.start)[0], verb)
    if start < 0:
        return given
    own = text[start:verb].rstrip()
    if source is not None and (source.start < start or _is_subject(own, source)):
        return given
    content = outside(text, given.content, (start, cue.end))
    if not content:
        return given
    lemma = lemma_of(text[verb : cue.end])
    cue = Cue(text, verb, cue.end, lemma=lemma, stance=stance_of(lemma))
    whole = Source(text, start, start + len(own), form=form_of(own))
    return with_parts(evolve(given, cue=cue), content, whole)


def _behind(text: str, given: Attribution, source: Source, sentence: Span) -> Attribution:
    """The same of a source behind its cue, which its clause ends with the sentence or a comma."""
    stop = min(sentence[1], source.start + _REACH)
    if not holds(text, source.start, stop, _HINTS):
        return given
    opens = given.content[0].start > source.end
    phrase = (_OPENING_RE if opens else _BEHIND_RE).match(text, source.start, stop)
    if phrase is None or phrase.end() <= source.end or not _is_somebody(phrase):
        return given
    own = (source.start, phrase.end())
    content = outside(text, given.content, own)
    whole = Source(text, *own, form=source.form)
    return with_parts(given, content, whole) if content else given


def _is_subject(phrase: str, source: Source) -> bool:
    """Whether the source is the clause's own subject: "The man who | the police | said"."""
    words = source.text.lower().split()
    if words[-1] in _WHO:
        return True  # "a man who | said"
    if words[0] == "whose" and _FINITE.isdisjoint(words):
        return True
    if words[0] in _FINITE:
        return False  # "The owner of a shop that | was looted"
    before = phrase.removesuffix(source.text)
    return before == "" or (before != phrase and before.split()[-1].lower() in _WHO)


def outside(text: str, content: tuple[Passage, ...], own: Span) -> tuple[Passage, ...]:
    """What is said, without what is of the source and the comma between them."""
    low, high = own
    kept = []
    for part in content:
        start, end = part.start, part.end
        if end > high:
            start = max(start, high)
            start = past_blanks(text, start + (start == high and text[start] == ","), end)
        else:
            end = start + len(text[start : min(end, low)].rstrip())
            end -= part.end > low and text[end - 1 : end] == ","
        if start < end:
            kept.append(Passage(text, start, end))
    return tuple(kept)
