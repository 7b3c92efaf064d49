"""Sources that a clause without commas tells of, read whole.

    The owner of a shop that was looted | said           the captain of a ferry that sank | told
    a man who gave his name as Karl | said               according to | everyone we spoke to
    Holm, who met reporters on Friday | said             Kvik, which | last week | said

The learned stages took the last words of the clause for who speaks ("Karl", "we"), its verb for the
cue ("was looted told"), or cut it off; or the clause without whom it tells of. Whoever the clause
is about is one that speaks: a person, no claim ("The claim that he was late").
"""

from __future__ import annotations

import re

from attrs import evolve

from diplotext.attribution.auxiliary import AUXILIARY, DO, PAST
from diplotext.attribution.build import Span, cue_at, form_of, past_blanks, source_at, with_parts
from diplotext.attribution.field.circumstance import SentenceIndex
from diplotext.attribution.field.day import MONTH, WEEKDAY
from diplotext.attribution.labels import is_saying_verb, label_words
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
_RELATIVES = ("who ", "which ", "whom ")
# "who | last week | said", "who had | earlier | told"
_WHEN_RE = lazy_re(
    rf"(?P<verb>(?:has|have|had)\s)?(?:(?:earlier|later)\s)?(?:(?:last|this)\s(?:week|month|year|night|{WEEKDAY})"
    rf"|(?P<adverb>earlier|later|also)|on\s{WEEKDAY}|in\s{MONTH}(?:\s\d{{4}})?|in\s\d{{4}}|at\sone\spoint|at\sfirst|in\sturn"
    rf"|(?:[\w-]+\s){{1,4}}(?:days?|weeks?|months?|years?)\s(?:ago|earlier))"
)
# "who | met reporters on Friday"
_OWN_VERB_RE = lazy_re(rf"(?:[a-z]{{2,}}ly\s|also\s)?(?:{AUXILIARY}|{PAST}|[a-z]{{2,}}ed)\s")
_WHO_ENDS = word_set("and but or then who which that both")
_DETERMINERS = word_set("the a an his her its their one another")
_PREPOSITIONS = (" to ", " with ", " at ", " in ", " from ", " by ", " on ", " for ")
_BREAKS = frozenset(',;:"“”()\n')
_SHORT = 8  # words of whom a clause tells
_OPENERS = word_set("but and yet so however meanwhile when while after as though although")
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
    if source is not None and source.end <= cue.start and source.text.startswith(_RELATIVES):
        return _of_pronoun(text, given, source, cue, sentences)
    verb = max(cue.start, text.rfind(" ", cue.start, cue.end) + 1)
    if text[verb : cue.end].lower() not in label_words("clause_verbs"):
        return given
    low = sentences.around(cue.start)[0]
    start = phrase_start(text, low, verb)
    if start < 0 and source is not None:
        start = _unclosed(text, low, source.start, verb)
    if start < 0:
        return given
    own = text[start:verb].rstrip()
    if source is not None and (source.start < start or _is_subject(own, source)):
        return given
    content = outside(text, given.content, (start, cue.end))
    if not content:
        return given
    given = evolve(given, cue=cue_at(text, verb, cue.end))
    return with_parts(given, content, source_at(text, start, start + len(own)))


def _of_pronoun(
    text: str, given: Attribution, source: Source, cue: Cue, sentences: SentenceIndex
) -> Attribution:
    """With the pronoun alone, or with whom its clause is about."""
    pronoun, _, rest = source.text.partition(" ")
    behind = source.start + len(pronoun)
    when = _WHEN_RE.fullmatch(rest)
    if when is not None:
        is_of_cue = when["verb"] or when["adverb"]
        if is_of_cue and source.end + 1 == cue.start:
            given = evolve(given, cue=evolve(cue, start=behind + 1))
        return with_parts(given, given.content, source_at(text, source.start, behind))
    verb = cue.text.rpartition(" ")[2].lower().rstrip(":")
    is_clause = _OWN_VERB_RE.match(rest) is not None and rest.split()[-1] not in _WHO_ENDS
    if (
        pronoun != "who"
        or not is_clause
        or not is_saying_verb(verb)
        or text[source.end : cue.start].strip(", ")
    ):
        return given
    start = _antecedent(text, sentences.around(source.start)[0], source.start)
    if start < 0:
        return given
    content = outside(text, given.content, (start, source.end))
    whole = Source(text, start, source.end, form=form_of(text[start : source.start].rstrip(", ")))
    return with_parts(given, content, whole) if content else given


def _unclosed(text: str, low: int, start: int, verb: int) -> int:
    """Where whom a clause tells of begins whose last words were read as the source; else -1.

    "Holm, who spoke to | the media | on Friday said": no comma closes the clause.
    """
    who = text.rfind(", who ", max(low, verb - _REACH), start)
    if who < 0 or not text.endswith(_PREPOSITIONS, who, start):
        return -1
    clause = text[who + len(", who ") : verb]
    if not _BREAKS.isdisjoint(clause) or _OWN_VERB_RE.match(clause) is None:
        return -1
    return -1 if " and " in clause else _antecedent(text, low, who + len(", "))


def _antecedent(text: str, low: int, end: int) -> int:
    """Where the noun phrase before a relative clause begins; -1 where none can be told."""
    low = max(low, end - _REACH)
    stop = low + len(text[low:end].rstrip(", "))
    seps = ((text.rfind(sep, low, stop), len(sep)) for sep in _SEPARATORS)
    start = max((at + length for at, length in seps if at >= 0), default=low)
    words = text[start:stop].split()
    while words and words[0].lower() in _OPENERS:
        start = text.index(words[0], start) + len(words.pop(0)) + 1
    lower = [word.lower() for word in words]
    if lower and is_person_noun(lower[-1]):
        # "a fine from | the police officer | who made the arrest"
        whose = next((at for at in range(len(lower) - 2, -1, -1) if lower[at] in _DETERMINERS), 0)
        for word in words[:whose]:
            start = past_blanks(text, start + len(word), stop)
        words, lower = words[whose:], lower[whose:]
    if not 0 < len(words) <= _SHORT or not _FINITE.isdisjoint(lower):
        return -1
    if not _NO_END.isdisjoint(lower) or not label_words("clause_verbs").isdisjoint(lower):
        return -1
    is_named = words[0][0].isupper() and words[-1][0].isupper() and text[stop] == ","
    is_person = lower[0] in _DETERMINERS and is_person_noun(lower[-1])
    return start if is_named or is_person else -1


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
